"""Dialogs of Microsoft Teams: one for each person at a time, an Adaptive Card or a sentence."""

import secrets
from typing import TYPE_CHECKING, Any

from handlers.playground.answers import Answer
from handlers.playground.teams import wire
from handlers.playground.teams.call import ConnectorError
from handlers.playground.teams.card_drawing import Drawing
from handlers.playground.teams.card_rules import card_problems
from handlers.playground.teams.content import card_of
from handlers.playground.view_answers import AppFailed
from handlers.playground.world import App, Json, Person, View, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

SIZES = ("small", "medium", "large")
MOST_TITLE = 64
PEOPLE = "users_select"
TIME_OF_DAY = ":time"
"""A time of day that belongs to the day beside it: what is wrong with both is told of the day."""


def apply_task(
    playground: "Playground", workspace: Workspace, person: Person, answer: Answer, opener: Json
) -> dict[str, str]:
    """Does what the app answered to an opened or submitted dialog; what stands under its fields as wrong comes back.
    `opener` is kept with a dialog: what opened it decides where it is submitted to."""
    if not answer.is_good:
        raise AppFailed(answer.reason)
    content = answer.content()
    task = content.get("task") if isinstance(content, dict) else None
    is_open = bool(workspace.modals.get(person.id))
    playground.changes.note()
    if content in (None, "", {}):
        if not is_open:
            raise AppFailed("the app opened nothing")
        workspace.modals.pop(person.id)
        return {}
    if not isinstance(task, dict):
        raise AppFailed("invalid_answer: neither a task nor nothing")
    if task.get("type") == "message" and isinstance(task.get("value"), str):
        _show(workspace, person, _told(task["value"]), opener)
        return {}
    if task.get("type") != "continue" or not isinstance(task.get("value"), dict):
        raise AppFailed(f"invalid_task {task.get('type')!r}")
    view = _show(workspace, person, _continued(playground.world.app, workspace, task["value"]), opener)
    return _wrong(view.wire["blocks"])


def _show(workspace: Workspace, person: Person, wire: Json, opener: Json) -> View:
    """A dialog that comes again keeps its id, and so the page knows it for the same one."""
    stack = workspace.modals.get(person.id) or []
    view_id = stack[-1].id if stack else f"V{secrets.token_hex(4).upper()}"
    view = View(wire={"id": view_id, "hash": secrets.token_hex(4), **wire, "opener": opener}, user=person.id)
    workspace.modals[person.id] = [view]
    return view


def _words(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _told(text: str) -> Json:
    section = {"type": "section", "block_id": "b1", "text": _words(text)}
    head = {"callback_id": "", "title": _words("Kindline"), "submit": None, "close": _words("Close")}
    return {**head, "blocks": [section], "card": None, "submit_action": None}


def _continued(app: App, workspace: Workspace, value: Json) -> Json:
    title = value.get("title")
    if not isinstance(title, str) or not 0 < len(title) <= MOST_TITLE:
        raise AppFailed(f"a dialog's title is a text of at most {MOST_TITLE} characters")
    for name in ("width", "height"):
        if name in value and not isinstance(value[name], int) and value[name] not in SIZES:
            raise AppFailed(f"a dialog's {name} is a number, small, medium or large")
    try:
        card = card_of(value.get("card"))
    except ConnectorError as problem:
        raise AppFailed(problem.message) from problem
    problems = card_problems(card, "dialog")
    if problems:
        raise AppFailed("; ".join(problems[:8]))
    submit = _submit_of(card)
    blocks = Drawing(hidden=submit).card(card)
    for block in blocks:
        _name_people(block.get("element") or {}, app, workspace)
    shown: Json = {"title": _words(title), "blocks": blocks, "card": card, "submit_action": submit}
    shown["callback_id"] = str(((submit or {}).get("data") or {}).get("f") or "")
    shown["submit"] = _words(submit["title"]) if submit else None
    return {**shown, "close": _words("Cancel" if submit else "Close")}


def _submit_of(card: Json) -> Json | None:
    """The button at the foot of the card that sends the form; one that names a button of its own is another."""
    actions = [one for one in card.get("actions") or [] if one["type"] == "Action.Submit"]
    return next((one for one in actions if "b" not in (one.get("data") or {})), None)


def _name_people(element: Json, app: App, workspace: Workspace) -> None:
    """A person stands in a card by their directory id, and on the page by the scene's."""
    if element.get("type") == PEOPLE and "initial_user" in element:
        person = wire.person_of(workspace, element.pop("initial_user"), app)
        if person is not None:
            element["initial_user"] = person.id


def _wrong(blocks: list[Json]) -> dict[str, str]:
    """Sentences in the colour of warning under an input are what is wrong with it."""
    found: dict[str, str] = {}
    last = ""
    for block in blocks:
        if block["type"] == "input":
            last = str(block["block_id"]).removesuffix(TIME_OF_DAY)
        elif block.get("tone") == "attention":
            found[last] = f"{found.get(last, '')} {_plain(block)}".strip()
    return found


def _plain(block: Json) -> str:
    text: Any = block.get("text") or block["elements"][0]
    return str(text["text"]).strip("*")
