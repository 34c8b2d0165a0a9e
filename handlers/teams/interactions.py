"""What somebody pressed, typed or submitted, from Teams' activity to one event of ours: pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

import orjson

from bot.cards import PersonInput
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, Interaction, ShortcutUsed
from handlers.hall.again import AGAIN, asked_again
from handlers.hall.characters import visible
from handlers.teams.activity import (
    APP,
    USER,
    account_of,
    bots_of,
    gesture_of,
    inner,
    is_app,
    listed,
    moment,
    payload_of,
    person_of,
    place_of,
    word,
    writer_of,
)
from handlers.teams.commands import command_in, is_home
from handlers.teams.forms import submitted
from handlers.teams.handles import NO_SECRET, Handle, Handles
from handlers.teams.incoming import is_by_bot
from handlers.teams.markup import BOT, from_html
from handlers.teams.text import MOST_HTML, mentions_in, spoken, tidy
from handlers.teams.wire import Json

PRESS, FETCH, SUBMIT = "adaptiveCard/action", "task/fetch", "task/submit"
ACTION_FETCH, ACTION_SUBMIT = "composeExtension/fetchTask", "composeExtension/submitAction"
MOST_MENTIONED = 5
MOST_SUBJECT = 4_000
"""Twice what a button of ours ever carries."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What surrounds an interaction: the workspace, product time, the bot's own id, the words that are commands in a
    channel, who is who among those mentioned (person ids by the ids that the mention has), how the channel is called,
    and whether somebody from outside belongs to it."""

    workspace_id: str
    now: datetime
    bot_person_id: str = ""
    commands: frozenset[str] = frozenset()
    person_ids: Mapping[str, str] = field(default_factory=dict)
    channel_name: str = ""
    is_shared: bool | None = None
    handles: Handles = NO_SECRET


def is_asked(activity: Json, bot_person_id: str, commands: frozenset[str]) -> bool:
    """True for what somebody waits for. A command in a channel is heard as well, as a message like any other."""
    if activity.get("type") == "invoke":
        return str(activity.get("name")) in _INVOKES
    if activity.get("type") != "message" or is_app(account_of(activity)) or is_by_bot(activity, bot_person_id):
        return False
    if is_home(activity, bot_person_id):
        return False
    return _is_press(activity) or command_in(activity, bot_person_id, commands) is not None


def interaction(activity: Json, seen: Seen) -> Interaction | None:
    """None for what needs nothing but an acknowledgement."""
    if activity.get("type") == "invoke":
        read = _INVOKES.get(str(activity.get("name")))
        return read(activity, seen) if read is not None else None
    if not is_asked(activity, seen.bot_person_id, seen.commands):
        return None
    return _submission(activity, seen) if _is_press(activity) else _command(activity, seen)


def people_meant(activity: Json) -> list[str]:
    """Who acts, who wrote the message of a message action, and whom they mention or pick: features may ask for each."""
    # Whoever is mentioned only by the id that conversations use was looked up by it, see `People.who`.
    named = [mention.id for mention in mentions_in(activity) if mention.id != mention.user_id]
    others = [*named, *_picked(activity)][:MOST_MENTIONED]
    found = [person_of(account_of(activity)), *others]
    writer = writer_of(activity)
    found += [writer] if not writer.startswith(USER) else []
    return [one for one in dict.fromkeys(found) if one and not one.startswith(APP)]


def _picked(activity: Json) -> list[str]:
    found = submitted(_data(activity))
    parts = found.form.parts if found.form is not None else ()
    return [str(found.values.get(part.id) or "") for part in parts if isinstance(part, PersonInput)]


def key_of(activity: Json, otherwise: str) -> str:
    """Names one gesture: a replay has the same key, and so has a second submission of the same words in the same
    form. Teams may send a press again under a new id; then the rows decide that nothing is left to do."""
    data = _data(activity)
    if activity.get("name") in (SUBMIT, ACTION_SUBMIT) and word(data, "n"):
        filled = orjson.dumps(data, option=orjson.OPT_SORT_KEYS)
        return f"{word(data, 'n')}:{sha256(filled).hexdigest()[:16]}"
    own = word(activity, "id")
    if activity.get("type") == "message" and own:
        return f"{place_of(activity).conversation_id}:{gesture_of(activity) or own}"
    return own or otherwise


def _command(activity: Json, seen: Seen) -> CommandGiven | None:
    typed = command_in(_resolved(activity, seen), seen.bot_person_id, seen.commands)
    if typed is None:
        return None
    place = place_of(activity)
    return CommandGiven(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_of(account_of(activity)),
        word=typed.word,
        text=typed.text,
        channel_id=place.channel_id,
        channel_name=place.channel_name or seen.channel_name,
        is_shared=seen.is_shared,
    )


def _resolved(activity: Json, seen: Seen) -> Json:
    """Mentions with the ids under which we know people: Teams often gives only the one for conversations."""

    def known(entity: Json) -> Json:
        mentioned = inner(entity, "mentioned")
        person_id = seen.person_ids.get(word(mentioned, "id"))
        return {**entity, "mentioned": {**mentioned, "aadObjectId": person_id}} if person_id else entity

    return {**activity, "entities": [known(one) for one in listed(activity, "entities")]}


def _press(activity: Json, seen: Seen) -> Interaction | None:
    """A button that is answered with a card."""
    return _pressed(activity, {**_data(activity), "b": inner(_value(activity), "action").get("verb")}, seen)


def _submission(activity: Json, seen: Seen) -> Interaction | None:
    """A form, or a button that may be answered with one: in a dialog every press is a submission."""
    data, opener = _data(activity), word(activity, "name")
    if _said(data, "b"):
        pressed = _pressed(activity, data, seen)
        return None if pressed is None else replace(pressed, opener=opener)
    found = submitted(data)
    if not found.form_id:
        return None
    return FormSubmitted(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_of(account_of(activity)),
        opener=opener,
        form=found.form_id,
        subject=found.subject,
        values=found.values,
    )


def _pressed(activity: Json, data: Json, seen: Seen) -> Interaction | None:
    button, picked, found, place = _said(data, "b"), word(data, "pick"), submitted(data), place_of(activity)
    if not button:
        return None
    is_lasting = not (found.form_id or data.get("h"))
    message_id = word(activity, "replyToId") if is_lasting else ""
    press = ButtonPressed(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_of(account_of(activity)),
        reply_to=seen.handles.packed(seen.workspace_id, Handle(place.conversation_id, message_id)),
        button=button,
        subject=_said(data, picked or "s", MOST_SUBJECT),
        channel_id=place.channel_id or found.origin.channel_id,
        message_id=message_id,
        thread_id=found.origin.thread_id or place.root_id or message_id,
        form_id=f"{found.form_id}:{found.origin.nonce}" if found.form_id else "",
        values=found.values,
    )
    if press.button != AGAIN:
        return press
    asked = seen.handles.unsealed(press.workspace_id, press.person_id, press.subject)
    return asked_again(replace(press, subject=asked)) if asked else press


def _shortcut(activity: Json, seen: Seen) -> ShortcutUsed:
    message, place = _payload(activity), place_of(activity)
    message_id = word(message, "id")
    return ShortcutUsed(
        workspace_id=seen.workspace_id,
        at=seen.now,
        person_id=person_of(account_of(activity)),
        opener=ACTION_FETCH,
        shortcut=_said(_value(activity), "commandId"),
        channel_id=place.channel_id,
        message_id=message_id,
        thread_id=word(message, "replyToId") or place.root_id or message_id,
        author_id=seen.person_ids.get(writer_of(activity), writer_of(activity)),
        text=said_in(activity),
        said_at=moment(message.get("createdDateTime"), moment(message_id, seen.now)) if message_id else None,
        is_by_app=bool(inner(inner(message, "from"), "application")),
    )


def said_in(activity: Json) -> str:
    """The words of a message action's message, which comes as HTML or as plain text; without the bot's own name where
    they begin with it."""
    message = _payload(activity)
    body = inner(message, "body")
    content = word(body, "content", MOST_HTML)
    if body.get("contentType") == "text":
        return tidy(content)
    ids = {one.get("id"): _mentioned_id(one) for one in listed(message, "mentions") if isinstance(one.get("id"), int)}
    bots, name = bots_of(activity, ""), word(inner(activity, "recipient"), "name", 200)

    def called(number: int, label: str) -> str:
        is_bot = ids[number] in bots if number in ids else bool(name) and label == name
        return BOT if is_bot else f"@{label}"

    return spoken(tidy(from_html(content, called)))


def _mentioned_id(mention: Json) -> str:
    mentioned = inner(mention, "mentioned")
    app_id = word(inner(mentioned, "application"), "id")
    return f"{APP}{app_id.removeprefix(APP)}" if app_id else word(inner(mentioned, "user"), "id")


def _value(activity: Json) -> Json:
    return inner(activity, "value")


def _data(activity: Json) -> Json:
    """What our card put into the button, with what people filled in."""
    value = _value(activity)
    if activity.get("name") == PRESS:
        return inner(inner(value, "action"), "data")
    return inner(value, "data") if activity.get("type") == "invoke" else value


def _payload(activity: Json) -> Json:
    return payload_of(activity) if activity.get("name") == ACTION_FETCH else {}


def _is_press(activity: Json) -> bool:
    """A button of a card may come as a message without words."""
    data = _value(activity)
    return bool(word(data, "b") or word(data, "f")) and not word(activity, "text").strip()


def _said(found: Json, name: str, most: int = 128) -> str:
    return visible(word(found, name, most))


_INVOKES: Mapping[str, Callable[[Json, Seen], Interaction | None]] = {
    PRESS: _press,
    FETCH: _submission,
    SUBMIT: _submission,
    ACTION_FETCH: _shortcut,
    ACTION_SUBMIT: _submission,
}
