"""A stored event of Slack as events of ours: pure, from the payload and what is known about us and the people in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.events import (
    AccountsRevoked,
    ChannelClosed,
    Event,
    HomeOpened,
    Mentioned,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PersonChanged,
)
from handlers.hall.characters import shortened, visible
from handlers.slack.api import Json
from handlers.slack.text import mentioned, plain

_SPOKEN = (None, "", "file_share", "bot_message", "thread_broadcast", "me_message")
"""Message subtypes in which somebody says something; joins, topics and the like are left out."""


_CALL = re.compile(r"\s*(?:(?:hi|hey|hello|ok|okay|please|dear)[\s,]+)?<@(?P<id>[A-Z0-9]+)(?:\|[^>]*)?>", re.I)


@dataclass(frozen=True, slots=True)
class Known:
    """What the payload alone cannot say."""

    workspace_id: str
    bot_person_id: str
    bot_app_id: str
    """The bot id that stands in messages of ours."""
    now: datetime
    names: Mapping[str, str] = field(default_factory=dict)
    zone_changed: bool = False


def event_of(payload: Json) -> Json:
    found = payload.get("event")
    return found if isinstance(found, dict) else {}


def people_in(payload: Json) -> list[str]:
    """Everybody who acts in the event, by id; they need a row before it is decided what their words mean."""
    event = event_of(payload)
    message = _inner(event, "message")
    if event.get("type") == "message" and event.get("subtype") not in (*_SPOKEN, "message_changed"):
        return []
    actors = [event.get("user"), message.get("user")]
    return [one for one in actors if isinstance(one, str) and one != "USLACKBOT"]


def mentions_in(payload: Json) -> list[str]:
    event = event_of(payload)
    return mentioned(f"{_raw_text(event)} {_raw_text(_inner(event, 'message'))}")


def events(payload: Json, known: Known) -> Sequence[Event]:
    """Empty when the event says nothing that matters to us."""
    read = HANDLED.get(str(event_of(payload).get("type")))
    return [] if read is None else list(read(payload, known))


def moment(ts: Any, otherwise: datetime) -> datetime:
    """A Slack `ts` such as 1763458200.000100, or an `event_time`, as an instant."""
    whole, _, fraction = str(ts or "").partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 11):
        return otherwise
    micros = fraction[:6].ljust(6, "0") if fraction.isascii() and fraction.isdigit() else "0"
    return datetime.fromtimestamp(int(whole), UTC).replace(microsecond=int(micros))


def words(message: Json, names: Mapping[str, str]) -> str:
    """What a message says. Apps often put their words into attachments or blocks and leave the text empty."""
    return plain(_raw_text(message), names)


def _raw_text(message: Json) -> str:
    text = message.get("text")
    if isinstance(text, str) and text.strip():
        return text
    parts = [part for one in _list(message, "attachments") for part in _attachment_texts(one)]
    return "\n".join(parts or _block_texts(_list(message, "blocks")))


def _attachment_texts(attachment: Json) -> list[str]:
    shown = [attachment.get(name) for name in ("pretext", "title", "text")]
    fields = [f"{one.get('title', '')}: {one.get('value', '')}" for one in _list(attachment, "fields")]
    texts = [one for one in shown if isinstance(one, str) and one] + fields
    return texts or _block_texts(_list(attachment, "blocks")) or [str(attachment.get("fallback") or "")]


def _block_texts(blocks: Sequence[Json]) -> list[str]:
    return [text for block in blocks if (text := _inner(block, "text").get("text")) and isinstance(text, str)]


def _message(payload: Json, known: Known) -> Iterator[Event]:
    event = event_of(payload)
    subtype = event.get("subtype")
    if subtype == "message_changed":
        yield from _changed(payload, known)
    elif subtype == "message_deleted":
        yield from _deleted(event, known, _id(event, "deleted_ts"))
    elif subtype in _SPOKEN and not _is_by_bot_itself(event, known):
        yield from _posted(payload, known)


def _posted(payload: Json, known: Known) -> Iterator[Event]:
    event = event_of(payload)
    channel_id, message_id = _id(event, "channel"), _id(event, "ts")
    author_id = _id(event, "user") or _id(event, "bot_id")
    if not (channel_id and message_id and author_id):
        return
    yield MessagePosted(
        workspace_id=known.workspace_id,
        at=moment(message_id, known.now),
        channel_id=channel_id,
        message_id=message_id,
        thread_id=_id(event, "thread_ts") or message_id,
        author_id=author_id,
        text=words(event, known.names),
        author_name=_display_name(event),
        client_key=_id(event, "client_msg_id"),
        files=[_file_name(one) for one in _list(event, "files")],
        is_by_app=is_by_other_app(payload, event, known),
        calls_bot=_calls_bot(event, known),
        is_shared=_is_shared(payload),
    )


def _changed(payload: Json, known: Known) -> Iterator[Event]:
    event = event_of(payload)
    message, before = _inner(event, "message"), _inner(event, "previous_message")
    message_id, author_id = _id(message, "ts"), _id(message, "user") or _id(message, "bot_id")
    if message.get("subtype") == "tombstone":
        # The first message of a thread does not go away when it is deleted; it turns into a tombstone.
        yield from _deleted(event, known, message_id)
    elif message_id and author_id and not _is_by_bot_itself(message, known) and _raw_text(message) != _raw_text(before):
        yield MessageEdited(
            workspace_id=known.workspace_id,
            at=moment(_inner(message, "edited").get("ts") or event.get("event_ts"), known.now),
            channel_id=_id(event, "channel"),
            message_id=message_id,
            thread_id=_id(message, "thread_ts") or message_id,
            author_id=author_id,
            text=words(message, known.names),
        )


def _deleted(event: Json, known: Known, message_id: str) -> Iterator[Event]:
    if message_id:
        at = moment(event.get("event_ts"), known.now)
        yield MessageDeleted(
            workspace_id=known.workspace_id, at=at, channel_id=_id(event, "channel"), message_id=message_id
        )


def _mention(payload: Json, known: Known) -> Iterator[Event]:
    event = event_of(payload)
    message_id, person_id = _id(event, "ts"), _id(event, "user")
    if message_id and person_id and not _is_by_bot_itself(event, known) and not is_by_other_app(payload, event, known):
        yield Mentioned(
            workspace_id=known.workspace_id,
            at=moment(message_id, known.now),
            channel_id=_id(event, "channel"),
            message_id=message_id,
            thread_id=_id(event, "thread_ts") or message_id,
            person_id=person_id,
            text=words(event, known.names),
        )


def _home(payload: Json, known: Known) -> Iterator[Event]:
    event = event_of(payload)
    if _id(event, "user") and event.get("tab", "home") == "home":
        yield HomeOpened(workspace_id=known.workspace_id, at=_at(payload, known), person_id=_id(event, "user"))


def _person(payload: Json, known: Known) -> Iterator[Event]:
    user = _inner(event_of(payload), "user")
    if _id(user, "id"):
        yield PersonChanged(
            workspace_id=known.workspace_id,
            at=_at(payload, known),
            person_id=_id(user, "id"),
            is_deactivated=bool(user.get("deleted")),
            zone_changed=known.zone_changed,
        )


def _closed(payload: Json, known: Known) -> Iterator[Event]:
    event = event_of(payload)
    channel = event.get("channel")
    channel_id = channel if isinstance(channel, str) else _id(_inner(event, "channel"), "id")
    left = event.get("type") == "member_left_channel"
    if channel_id and (not left or event.get("user") == known.bot_person_id):
        yield ChannelClosed(workspace_id=known.workspace_id, at=_at(payload, known), channel_id=channel_id)


def _revoked(payload: Json, known: Known) -> Iterator[Event]:
    people, is_bot = revoked(payload)
    yield AccountsRevoked(workspace_id=known.workspace_id, at=_at(payload, known), person_ids=people, is_bot=is_bot)


def revoked(payload: Json) -> tuple[list[str], bool]:
    """Whose permission is gone, and whether the app itself was removed."""
    event = event_of(payload)
    tokens = _inner(event, "tokens")
    people = [str(one) for one in tokens.get("oauth") or ()]
    return people, event.get("type") == "app_uninstalled" or bool(tokens.get("bot"))


HANDLED: Mapping[str, Callable[[Json, Known], Iterator[Event]]] = {
    "message": _message,
    "app_mention": _mention,
    "app_home_opened": _home,
    "user_change": _person,
    "channel_archive": _closed,
    "channel_deleted": _closed,
    "channel_left": _closed,
    "group_archive": _closed,
    "group_deleted": _closed,
    "group_left": _closed,
    "member_left_channel": _closed,
    "tokens_revoked": _revoked,
    "app_uninstalled": _revoked,
}
"""Event types that we understand, the most frequent first. A test compares them with the manifest."""


def _is_by_bot_itself(message: Json, known: Known) -> bool:
    user = message.get("user")
    return user == known.bot_person_id or (not user and message.get("bot_id") == known.bot_app_id)


def is_by_other_app(payload: Json, message: Json, known: Known) -> bool:
    """A reply that a person approved is posted with their token: it carries our app's marks, and is that person's
    words."""
    if not message.get("bot_id") and message.get("subtype") != "bot_message":
        return False
    is_ours = message.get("bot_id") == known.bot_app_id or (
        bool(message.get("app_id")) and message.get("app_id") == payload.get("api_app_id")
    )
    return not (is_ours and message.get("user"))


def _is_shared(payload: Json) -> bool | None:
    found = payload.get("is_ext_shared_channel")
    return found if isinstance(found, bool) else None


def _calls_bot(message: Json, known: Known) -> bool:
    """True for words that begin with the bot's name, as one calls somebody; named later it is only talked about."""
    found = _CALL.match(_raw_text(message))
    return found is not None and found["id"] == known.bot_person_id


def _at(payload: Json, known: Known) -> datetime:
    return moment(event_of(payload).get("event_ts") or payload.get("event_time"), known.now)


def _display_name(event: Json) -> str:
    profile = _inner(event, "bot_profile") or _inner(event, "user_profile")
    given = event.get("username") or profile.get("real_name") or profile.get("name") or ""
    return shortened(visible(str(given)), 200)


def _file_name(file: Json) -> str:
    return shortened(visible(str(file.get("name") or file.get("title") or "a file")), 200)


def _id(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    return value[:128] if isinstance(value, str) else ""


def _inner(found: Mapping[str, Any], name: str) -> Json:
    value = found.get(name)
    return value if isinstance(value, dict) else {}


def _list(found: Mapping[str, Any], name: str) -> list[Json]:
    value = found.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
