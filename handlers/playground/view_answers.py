"""What the app's answer to a submitted form does: errors under the fields, another page, or the form goes away."""

from handlers.playground.answers import Answer
from handlers.playground.methods.call import SlackError
from handlers.playground.methods.content import view_checked_for
from handlers.playground.playground import Playground
from handlers.playground.view_stack import changed_view, push_view
from handlers.playground.world import Json, View, Workspace


class AppFailed(Exception):
    """The app gave no answer, or one that makes no sense; the person sees that something went wrong."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def apply_view_answer(playground: Playground, workspace: Workspace, view: View, answer: Answer) -> dict[str, str]:
    """Does what the app said and returns its errors by block; the form stays open when there are some."""
    if not answer.is_good:
        raise AppFailed(answer.reason)
    content = answer.content()
    stack = workspace.modals.get(view.user, [])
    match content.get("response_action") if isinstance(content, dict) else None:
        case "errors":
            return _errors(view, content.get("errors"))
        case "clear":
            stack.clear()
        case "update":
            changed_view(playground, view, _checked(playground, content.get("view")))
        case "push":
            if len(stack) >= 3:
                raise AppFailed("push_limit_reached")
            push_view(playground, workspace, view.user, _checked(playground, content.get("view")))
        case None if content in (None, "", {}):
            drop_view(workspace, view)
        case other:
            raise AppFailed(f"invalid_response_action {other}" if other else "invalid_answer")
    playground.changes.note()
    return {}


def drop_view(workspace: Workspace, view: View) -> None:
    """Takes this view away, and what lies on top of it."""
    stack = workspace.modals.get(view.user, [])
    for n, other in enumerate(stack):
        if other is view:
            del stack[n:]
            return


def _checked(playground: Playground, view: object) -> Json:
    try:
        return view_checked_for(playground.world, view, "modal")
    except SlackError as problem:
        details = problem.more.get("response_metadata", {}).get("messages", [])
        raise AppFailed("; ".join([problem.code, *details])) from problem


def _errors(view: View, errors: object) -> dict[str, str]:
    """Slack accepts errors only for blocks that are inputs of this view."""
    inputs = {str(block["block_id"]) for block in view.wire["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise AppFailed("errors name a block that is no input of this form")
    return {str(block_id): str(text) for block_id, text in errors.items()}
