"""What people do with the app in Microsoft Teams: commands, buttons, dialogs, message actions, adding and blocking."""

import asyncio

from handlers.playground.answers import Answer
from handlers.playground.control_app import app_failed, element_meant
from handlers.playground.control_body import Body, ControlError
from handlers.playground.control_state import shown_message
from handlers.playground.element_state import ValueRefused, browser_errors, fill_in, state_of
from handlers.playground.posting import add_message, author_fields
from handlers.playground.teams import tell, wire
from handlers.playground.teams.card_inputs import sent_values
from handlers.playground.teams.dialogs import apply_task
from handlers.playground.teams.invokes import Invokes
from handlers.playground.typed import stored
from handlers.playground.view_answers import AppFailed
from handlers.playground.world import Channel, Json, Person, View

ANSWERED_WITHIN_S = 4.0
FOREIGN = "People of another company have no chat with this tenant's apps."
NO_INPUTS = "none"


def _invokes(body: Body) -> Invokes:
    return Invokes(body.playground, body.workspace, body.person())


def _colleague(body: Body) -> Person:
    person = body.person()
    if person.home_team != body.workspace.id:
        raise ControlError(403, "not_allowed", FOREIGN)
    return person


def _chat(body: Body, person: Person) -> Channel:
    return Invokes(body.playground, body.workspace, person).chat()


def _say(body: Body, person: Person, channel: Channel, text: str) -> Json:
    fields = author_fields(body.playground, body.workspace, person.id, is_by_app=False)
    fields["text"] = stored(text, body.workspace)
    return add_message(body.playground, body.workspace, channel, fields, body.thread(channel))


async def open_home(body: Body) -> Json:
    """There is no Home tab: people open the chat and ask for it."""
    person = _colleague(body)
    _say(body, person, _chat(body, person), "home")
    return {}


async def command(body: Body) -> Json:
    """In the app's chat its words are typed; in a channel the app is called by name, or by a slash where it has one."""
    person = body.person()
    channel = body.channel(person.id) if body.maybe("channel") else _chat(body, _colleague(body))
    words = " ".join([body.text("command").removeprefix("/"), body.words("text") if body.raw("text") else ""]).strip()
    app = body.playground.world.app
    since = wire.message_id(body.playground.ts(body.workspace))
    if channel.is_im:
        _say(body, _colleague(body), channel, words)
    elif app.teams.has_slash:
        Invokes(body.playground, body.workspace, person).slash(channel, words)
    else:
        _say(body, person, channel, f"@{app.name} {words.removeprefix('kindline').strip()}")
    answer = await _answer_since(body, person, channel, since)
    shown = shown_message(body.playground, body.workspace, answer[0], answer[1], person.id) if answer else None
    return {"response": shown}


async def _answer_since(body: Body, person: Person, channel: Channel, since: str) -> tuple[Channel, Json] | None:
    """The first thing that the app says to this person after that, where they asked or in private."""
    playground, workspace = body.playground, body.workspace
    chat = _chat(body, person)
    deadline = asyncio.get_running_loop().time() + ANSWERED_WITHIN_S
    while True:
        found = [(place, m) for place in (chat, channel) for m in place.messages.values()]
        found += [(workspace.channels[m["channel"]], m) for m in workspace.ephemerals.get(person.id, [])]
        mine = ((place, m) for place, m in found if m.get("bot_id") and int(wire.message_id(m["ts"])) > int(since))
        answer = next(mine, None)
        left_s = deadline - asyncio.get_running_loop().time()
        if answer is not None or left_s <= 0:
            return answer
        await playground.changes.wait(playground.changes.version, left_s)


async def shortcut(body: Body) -> Json:
    """An action from a message's menu opens a dialog."""
    invokes = _invokes(body)
    callback_id = body.text("callback_id")
    place = body.message(invokes.person.id) if body.maybe("message") else None
    kind = "global" if place is None else "message"
    if not any(one.callback_id == callback_id and one.type == kind for one in body.playground.world.app.shortcuts):
        raise ControlError(404, "unknown_shortcut", f"The app has no {kind} action with that id.")
    opener: Json = {"kind": "extension", "command": callback_id}
    if place is not None:
        opener.update(channel=place[0].id, ts=place[1]["ts"])
    return _applied(body, invokes, await invokes.choose(callback_id, place), opener)


def _applied(body: Body, invokes: Invokes, answer: Answer, opener: Json) -> Json:
    try:
        errors = apply_task(body.playground, body.workspace, invokes.person, answer, opener)
    except AppFailed as problem:
        raise app_failed(body, problem.reason) from problem
    return {"errors": errors} if errors else {}


async def press(body: Body) -> Json:
    invokes = _invokes(body)
    if body.maybe("view"):
        return await _press_in_dialog(body, invokes, body.view(invokes.person))
    channel, message = body.message(invokes.person.id, with_ephemerals=True)
    own = message.get("own_views", {}).get(invokes.person.id, {})
    blocks = own.get("blocks") or message.get("blocks") or []
    _block, element = element_meant(body, blocks)
    action = element.get("action") or {}
    if action.get("type") == "Action.OpenUrl":
        return {}
    inputs, errors = _inputs(body, View(wire={"blocks": blocks}, user=invokes.person.id), action, element)
    if errors:
        return {"errors": errors}
    if action["type"] == "Action.Execute":
        try:
            said = await invokes.execute(channel, message, action, inputs)
        except AppFailed as problem:
            raise app_failed(body, problem.reason) from problem
        return {"message": said} if said else {}
    if _is_fetch(action):
        answer = await invokes.fetch(channel, message, action, inputs)
        opener = {"kind": "task", "channel": channel.id, "ts": message["ts"]}
        return _applied(body, invokes, answer, opener)
    invokes.submit_value(channel, message, {**(action.get("data") or {}), **inputs})
    return {}


def _is_fetch(action: Json) -> bool:
    inside = (action.get("data") or {}).get("msteams")
    return isinstance(inside, dict) and inside.get("type") == "task/fetch"


def _inputs(body: Body, view: View, action: Json, element: Json) -> tuple[dict[str, str], dict[str, str]]:
    """What travels along with a press, and what the client finds wrong with it first; a menu carries its choice."""
    if element.get("type") == "static_select":
        wanted = body.raw("selected") if body.raw("selected") not in (None, "") else body.raw("value")
        try:
            picked = state_of(element, wanted)["selected_option"]
        except ValueRefused as problem:
            raise ControlError(400, "bad_value", str(problem)) from problem
        if picked is None:
            raise ControlError(400, "bad_value", "Nothing was chosen.")
        return {str(action["data"]["pick"]): str(picked["value"])}, {}
    if action.get("associatedInputs") == NO_INPUTS:
        return {}, {}
    try:
        fill_in(view, body.raw("values") or {})
    except ValueRefused as problem:
        raise ControlError(400, "bad_value", str(problem)) from problem
    errors = browser_errors(view)
    return ({}, errors) if errors else (_sent(body, view), {})


def _sent(body: Body, view: View) -> dict[str, str]:
    """People are chosen by the page's ids and sent by their directory ids."""
    people = {
        str(block["block_id"])
        for block in view.wire["blocks"]
        if block["type"] == "input" and block["element"]["type"] == "users_select"
    }
    known = body.workspace.people
    return {
        name: wire.aad_id(known[value]) if name in people and value in known else value
        for name, value in sent_values(view).items()
    }


async def _press_in_dialog(body: Body, invokes: Invokes, view: View) -> Json:
    _block, element = element_meant(body, view.wire["blocks"])
    action = element.get("action") or {}
    if action.get("type") == "Action.OpenUrl":
        return {}
    return await _send_dialog(body, invokes, view, (action, element))


async def _send_dialog(body: Body, invokes: Invokes, view: View, pressed: tuple[Json, Json]) -> Json:
    action, element = pressed
    inputs, errors = _inputs(body, view, action, element)
    if errors:
        return {"errors": errors}
    opener: Json = view.wire["opener"]
    answer = await invokes.submit(opener, {**(action.get("data") or {}), **inputs})
    return _applied(body, invokes, answer, opener)


async def submit(body: Body) -> Json:
    """What is wrong with a form comes back in the form itself, and here as well."""
    invokes = _invokes(body)
    view = body.view(invokes.person)
    action = view.wire["submit_action"]
    if action is None:
        raise ControlError(409, "no_submit", "This dialog has nothing to submit.")
    return await _send_dialog(body, invokes, view, (action, {}))


async def close(body: Body) -> Json:
    """Nobody tells the app."""
    person = body.person()
    body.view(person)
    body.workspace.modals.pop(person.id, None)
    body.playground.changes.note()
    return {}


async def block(body: Body) -> Json:
    """The app hears nothing of it, until it writes."""
    person = body.person()
    if person.id in body.workspace.blocked_by:
        raise ControlError(409, "already_blocked", f"{person.real_name} has already blocked the app.")
    body.workspace.blocked_by.append(person.id)
    body.playground.changes.note()
    return {}


async def unblock(body: Body) -> Json:
    person = body.person()
    if person.id not in body.workspace.blocked_by:
        raise ControlError(409, "not_blocked", f"{person.real_name} has not blocked the app.")
    body.workspace.blocked_by.remove(person.id)
    body.playground.changes.note()
    return {}


async def install(body: Body) -> Json:
    """Somebody adds the app for themselves."""
    person = _colleague(body)
    if person.id in body.workspace.installed_for:
        raise ControlError(409, "already_installed", f"{person.real_name} has the app already.")
    tell.install(body.playground, body.workspace, _chat(body, person), person)
    body.playground.changes.note()
    return {}


async def uninstall(body: Body) -> Json:
    """What the app writes to this person afterwards is refused."""
    person = _colleague(body)
    if person.id not in body.workspace.installed_for:
        raise ControlError(409, "not_installed", f"{person.real_name} has not added the app.")
    tell.uninstall(body.playground, body.workspace, _chat(body, person), person)
    if person.id not in body.workspace.blocked_by:
        body.workspace.blocked_by.append(person.id)
    body.playground.changes.note()
    return {}


async def undelete(body: Body) -> Json:
    """Whoever deleted a message may undo that."""
    person, asked = body.person(), body.text("message")
    message = body.workspace.taken_back.get(asked)
    if message is None or message.get("user") != person.id:
        raise ControlError(404, "message_not_found", "This person has deleted no such message.")
    channel = body.workspace.channels[asked.partition("/")[0]]
    del body.workspace.taken_back[asked]
    channel.messages[message["ts"]] = message
    tell.restored_event(body.playground, body.workspace, channel, message)
    body.playground.changes.note()
    return {"message": asked}


async def rotate_keys(body: Body) -> Json:
    """The Bot Connector signs with a new key from now on."""
    body.playground.keys.rotate()
    return {}
