"""What people do with the app: commands, buttons, forms and shortcuts."""

from typing import Any

from handlers.playground.answers import Answer
from handlers.playground.control_body import Body, ControlError
from handlers.playground.control_state import shown_message
from handlers.playground.element_state import ValueRefused, browser_errors, fill_in, state_of
from handlers.playground.interactions import Interaction, chosen_by
from handlers.playground.methods.call import SlackError
from handlers.playground.posting import add_ephemeral
from handlers.playground.responses import respond
from handlers.playground.tickets import ResponseUrl
from handlers.playground.typed import stored
from handlers.playground.view_answers import AppFailed, apply_view_answer, drop_view
from handlers.playground.world import Channel, Json, Person, View

FOREIGN = "People of another company can't use this workspace's commands and shortcuts."


def _interaction(body: Body) -> Interaction:
    return Interaction(body.playground, body.workspace, body.person())


def _require_colleague(body: Body, person: Person) -> None:
    if person.home_team != body.workspace.id:
        raise ControlError(403, "not_allowed", FOREIGN)


def app_failed(body: Body, reason: str) -> ControlError:
    name = body.playground.world.app.name
    sentence = (
        f"{name} did not answer in time. Please try again."
        if reason == "http_timeout"
        else f"{name} had trouble with that."
    )
    return ControlError(409, "app_failed", f"{sentence} ({reason})")


async def command(body: Body) -> Json:
    interaction = _interaction(body)
    person = interaction.person
    channel = body.channel(person.id)
    name, text = body.text("command"), body.words("text") if body.raw("text") else ""
    name = name if name.startswith("/") else f"/{name}"
    _require_colleague(body, person)
    if name not in body.playground.world.app.commands:
        raise ControlError(404, "unknown_command", f"{name} is not a valid command.")
    answer = await interaction.command(channel, name, stored(text.strip(), body.workspace, is_named=True))
    shown = _command_response(body, channel, person, name, answer)
    response = shown_message(body.playground, body.workspace, channel, shown, person.id) if shown else None
    return {"response": response} if answer.is_good else {"response": response, "failed": answer.reason}


def _command_response(body: Body, channel: Channel, person: Person, name: str, answer: Answer) -> Json | None:
    """What the app answered at once, as a message; Slack's own words when it did not answer well."""
    playground, workspace = body.playground, body.workspace
    if not answer.is_good:
        error = "operation_timeout" if answer.reason == "http_timeout" else "dispatch_failed"
        words = f"{name} failed with the error “{error}”."
        return add_ephemeral(playground, workspace, channel, person.id, {"text": words, "username": "Slackbot"})
    content: Any = answer.content()
    if content in (None, "", {}):
        return None
    url = ResponseUrl(team=workspace.id, user=person.id, channel=channel.id, made_at=playground.clock.now())
    try:
        return respond(playground, workspace, url, {"text": content} if isinstance(content, str) else content)
    except SlackError as problem:
        raise app_failed(body, problem.code) from problem
    finally:
        playground.changes.note()


async def shortcut(body: Body) -> Json:
    interaction = _interaction(body)
    _require_colleague(body, interaction.person)
    callback_id = body.text("callback_id")
    place = body.message(interaction.person.id) if body.maybe("message") else None
    kind = "global" if place is None else "message"
    known = (s for s in body.playground.world.app.shortcuts if s.callback_id == callback_id and s.type == kind)
    found = next(known, None)
    if found is None:
        raise ControlError(404, "unknown_shortcut", f"The app has no {kind} shortcut with that callback_id.")
    answer = await interaction.shortcut(found, place)
    if not answer.is_good:
        raise app_failed(body, answer.reason)
    return {}


async def press(body: Body) -> Json:
    interaction = _interaction(body)
    if body.maybe("view"):
        view = body.view(interaction.person)
        block, element = element_meant(body, view.wire["blocks"])
        answer = await _press_in_view(body, interaction, view, (block, element))
    else:
        channel, message = body.message(interaction.person.id, with_ephemerals=True)
        block, element = element_meant(body, message.get("blocks") or [])
        answer = await interaction.press((channel, message), block, element, _chosen(body, element))
    if not answer.is_good:
        raise app_failed(body, answer.reason)
    return {}


async def _press_in_view(body: Body, interaction: Interaction, view: View, found: tuple[Json, Json]) -> Answer:
    """What stands in the form's inputs travels along; a page hands it over as `values`."""
    block, element = found
    chosen = _chosen(body, element)
    try:
        if body.raw("values") is not None:
            fill_in(view, body.raw("values"))
        if element["type"] != "button":
            picked = body.raw("selected") if body.raw("selected") is not None else body.raw("value")
            view.values.setdefault(str(block["block_id"]), {})[str(element["action_id"])] = state_of(element, picked)
    except ValueRefused as problem:
        raise ControlError(400, "bad_value", str(problem)) from problem
    return await interaction.press(view, block, element, chosen)


def element_meant(body: Body, blocks: list[Json]) -> tuple[Json, Json]:
    """The button or menu that is meant; where several share an action_id, `block_id` or `value` tells them apart."""
    action_id, block_id = body.text("action_id"), body.maybe("block_id")
    found = [
        (block, element)
        for block in blocks
        for element in [block.get("accessory"), *(block.get("elements") or []), _dispatching(block)]
        if isinstance(element, dict) and element.get("action_id") == action_id and block_id in (None, block["block_id"])
    ]
    if not found:
        raise ControlError(404, "action_not_found", "There is no such button or menu here.")
    meant = [pair for pair in found if pair[1].get("value") == body.raw("value")]
    return (meant or found)[0]


def _dispatching(block: Json) -> Json | None:
    """An input tells the app of each change only when it was asked to."""
    return block.get("element") if block.get("dispatch_action") else None


def _chosen(body: Body, element: Json) -> Json:
    try:
        return chosen_by(element, body.raw("value"), body.raw("selected"))
    except ValueRefused as problem:
        raise ControlError(400, "bad_value", str(problem)) from problem


async def submit(body: Body) -> Json:
    interaction = _interaction(body)
    view = _top_modal(body, interaction.person)
    if view.wire["submit"] is None and not any(block["type"] == "input" for block in view.wire["blocks"]):
        raise ControlError(409, "no_submit", "This form has nothing to submit.")
    try:
        fill_in(view, body.raw("values") or {})
    except ValueRefused as problem:
        raise ControlError(400, "bad_value", str(problem)) from problem
    errors = browser_errors(view)
    if errors:
        return {"errors": errors}
    answer = await interaction.submit(view)
    try:
        found = apply_view_answer(body.playground, body.workspace, view, answer)
    except AppFailed as problem:
        raise app_failed(body, problem.reason) from problem
    return {"errors": found} if found else {}


async def close(body: Body) -> Json:
    interaction = _interaction(body)
    view = _top_modal(body, interaction.person)
    drop_view(body.workspace, view)
    body.playground.changes.note()
    if view.wire["notify_on_close"]:
        await interaction.close(view)
    return {}


def _top_modal(body: Body, person: Person) -> View:
    view = body.view(person)
    stack = body.workspace.modals.get(person.id, [])
    if not stack or stack[-1] is not view:
        raise ControlError(409, "view_not_on_top", "That form is not the one on top.")
    return view
