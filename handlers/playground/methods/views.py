"""views.*: modals and the Home tab."""

from handlers.playground.methods.call import Call, Method, SlackError
from handlers.playground.methods.content import checked_view
from handlers.playground.tickets import Trigger
from handlers.playground.view_stack import changed_view, new_view, push_view
from handlers.playground.world import Json, View


def open_view(call: Call) -> Json:
    wire = checked_view(call, "modal")
    _check_external_id(call, wire)
    trigger = _trigger(call)
    view = new_view(call.playground, call.workspace, trigger.user, wire)
    call.workspace.modals[trigger.user] = [view]
    return _shown(call, view)


def push(call: Call) -> Json:
    wire = checked_view(call, "modal")
    _check_external_id(call, wire)
    trigger = _trigger(call)
    if not trigger.parent or call.workspace.view(trigger.parent) is None:
        raise SlackError("not_found")
    if len(call.workspace.modals.get(trigger.user, [])) >= 3:
        raise SlackError("push_limit_reached")
    view = push_view(call.playground, call.workspace, trigger.user, wire)
    return _shown(call, view)


def update(call: Call) -> Json:
    wire = checked_view(call, "modal")
    view_id, external_id = call.maybe("view_id"), call.maybe("external_id")
    if view_id is None and external_id is None:
        raise SlackError("invalid_arguments")
    view = call.workspace.view(view_id) if view_id else _with_external_id(call, str(external_id))
    if view is None or view.wire["type"] != "modal":
        raise SlackError("not_found")
    _check_hash(call, view)
    changed_view(call.playground, view, wire)
    return _shown(call, view)


def publish(call: Call) -> Json:
    user = call.text("user_id")
    if user not in call.workspace.people:
        raise SlackError("user_not_found")
    wire = checked_view(call, "home")
    old = call.workspace.homes.get(user)
    if old is not None:
        _check_hash(call, old)
        changed_view(call.playground, old, wire)
        return _shown(call, old)
    view = new_view(call.playground, call.workspace, user, wire)
    call.workspace.homes[user] = view
    return _shown(call, view)


def _shown(call: Call, view: View) -> Json:
    call.playground.changes.note()
    return {"view": view.wire}


def _trigger(call: Call) -> Trigger:
    trigger = call.playground.triggers.use(call.text("trigger_id"), call.workspace.id)
    if isinstance(trigger, str):
        raise SlackError(f"{trigger}_trigger_id")
    return trigger


def _check_hash(call: Call, view: View) -> None:
    wanted = call.maybe("hash")
    if wanted is not None and wanted != view.wire["hash"]:
        raise SlackError("hash_conflict")


def _check_external_id(call: Call, wire: Json) -> None:
    if wire.get("external_id") and _with_external_id(call, wire["external_id"]) is not None:
        raise SlackError("duplicate_external_id")


def _with_external_id(call: Call, external_id: str) -> View | None:
    views = (view for stack in call.workspace.modals.values() for view in stack)
    return next((view for view in views if view.wire.get("external_id") == external_id), None)


METHODS = {
    "views.open": Method(open_view, kinds=("bot",)),
    "views.push": Method(push, kinds=("bot",)),
    "views.update": Method(update, kinds=("bot",)),
    "views.publish": Method(publish, kinds=("bot",)),
}
