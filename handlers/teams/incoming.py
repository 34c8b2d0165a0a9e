"""A stored activity of Teams as events of ours: pure, from the activity and what is known about us and the people in
it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from bot.events import (
    ChannelClosed,
    CrowdChanged,
    Event,
    HomeOpened,
    Mentioned,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PersonUnreachable,
)
from handlers.hall.characters import shortened, visible
from handlers.teams.activity import (
    Place,
    account_of,
    bots_of,
    gesture_of,
    happened_at,
    inner,
    is_app,
    is_targeted,
    person_of,
    place_of,
    word,
)
from handlers.teams.changes import Learned
from handlers.teams.commands import HOME, command_in, is_home
from handlers.teams.markup import BOT
from handlers.teams.text import called, files_in, spoken, words
from handlers.teams.wire import Json

SENT_AGAIN_MS = 120_000
_ID_DIGITS = 13
"""Ids of messages in channels are milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the activity alone cannot say."""

    workspace_id: str
    bot_person_id: str
    now: datetime
    commands: frozenset[str] = frozenset()
    """The words that are commands after the bot's name in a channel."""
    is_shared: bool | None = None
    """Whether somebody from outside belongs to the channel; None when nobody can say."""
    learned: Learned = field(default_factory=Learned)
    """What the activity meant for the app itself."""


def people_in(activity: Json) -> list[str]:
    """Who acts, by id; they need a row before it is decided what their words mean."""
    account = account_of(activity)
    acts = activity.get("type") in ("message", "messageUpdate", "installationUpdate")
    return [person_of(account)] if acts and person_of(account) and not is_app(account) else []


def events(activity: Json, known: Known) -> Sequence[Event]:
    """Empty when the activity says nothing that matters to us."""
    read = HANDLED.get(str(activity.get("type")))
    return [] if read is None else list(read(activity, known))


def is_heard(activity: Json) -> bool:
    """True for what is stored: everything but invokes, and messages that only the bot can see. "home" is stored
    wherever it stands, since it is no question."""
    if activity.get("type") != "message":
        return activity.get("type") != "invoke"
    return not _is_private(activity) or is_home(activity, "")


def _is_private(activity: Json) -> bool:
    return place_of(activity).is_personal or is_targeted(activity)


def is_by_bot(activity: Json, bot_person_id: str) -> bool:
    account = account_of(activity)
    return bool(bots_of(activity, bot_person_id) & {word(account, "id"), person_of(account)})


def _message(activity: Json, known: Known) -> Iterator[Event]:
    if is_by_bot(activity, known.bot_person_id):
        return
    if not _is_private(activity) and not _is_press(activity):
        yield from _posted(activity, known, place_of(activity))
    if is_home(activity, known.bot_person_id) and not is_app(account_of(activity)):
        yield _home(activity, known)


def _is_press(activity: Json) -> bool:
    """A button of a card may come as a message without words."""
    return isinstance(activity.get("value"), dict) and not word(activity, "text").strip()


def _home(activity: Json, known: Known) -> Event:
    return HomeOpened(
        workspace_id=known.workspace_id,
        at=happened_at(activity, known.now),
        person_id=person_of(account_of(activity)),
    )


def _posted(activity: Json, known: Known, place: Place) -> Iterator[Event]:
    message_id, author_id = word(activity, "id"), person_of(account_of(activity))
    if not (place.channel_id and message_id and author_id):
        return
    at, thread_id = happened_at(activity, known.now), place.root_id or message_id
    raw = words(activity, bots_of(activity, known.bot_person_id))
    calls_bot, text = called(raw)
    by_app, words_of_commands = is_app(account_of(activity)), known.commands | {HOME}
    is_command = not by_app and command_in(activity, known.bot_person_id, words_of_commands) is not None
    client_key = _gesture(message_id, thread_id, author_id, text) or gesture_of(activity)
    yield MessagePosted(
        workspace_id=known.workspace_id,
        at=at,
        channel_id=place.channel_id,
        message_id=message_id,
        thread_id=thread_id,
        author_id=author_id,
        text=text,
        author_name=shortened(visible(word(account_of(activity), "name", 400)), 200),
        client_key=client_key,
        files=files_in(activity),
        is_by_app=by_app,
        calls_bot=calls_bot,
        is_command=is_command,
        is_shared=known.is_shared,
    )
    if BOT in raw and not by_app and not is_command:
        yield Mentioned(
            workspace_id=known.workspace_id,
            at=at,
            channel_id=place.channel_id,
            message_id=message_id,
            thread_id=thread_id,
            person_id=author_id,
            text=text,
            client_key=client_key,
        )


def _gesture(message_id: str, thread_id: str, author_id: str, text: str) -> str:
    """Names the writing of a thread's first message. What Teams sends again after half a minute without an answer has
    a new id and the old thread: the same person's same words so soon after the thread began are that message. Files
    without words are told apart by nothing, so each counts."""
    ids = (message_id, thread_id)
    if not text or not all(one.isascii() and one.isdigit() and len(one) == _ID_DIGITS for one in ids):
        return ""
    if not 0 <= int(message_id) - int(thread_id) <= SENT_AGAIN_MS:
        return ""
    return f"{thread_id}:{sha256(f'{author_id}:{text}'.encode()).hexdigest()[:32]}"


def _edited(activity: Json, known: Known) -> Iterator[Event]:
    """An edit, or a deletion that was taken back: both bring the words that stand there now."""
    place, message_id, author_id = place_of(activity), word(activity, "id"), person_of(account_of(activity))
    if place.is_personal or is_by_bot(activity, known.bot_person_id):
        return
    if place.channel_id and message_id and author_id:
        yield MessageEdited(
            workspace_id=known.workspace_id,
            at=happened_at(activity, known.now),
            channel_id=place.channel_id,
            message_id=message_id,
            thread_id=place.root_id or message_id,
            author_id=author_id,
            text=spoken(words(activity, bots_of(activity, known.bot_person_id))),
            is_restored=inner(activity, "channelData").get("eventType") == "undeleteMessage",
        )


def _deleted(activity: Json, known: Known) -> Iterator[Event]:
    place, message_id = place_of(activity), word(activity, "id")
    if place.channel_id and message_id:
        yield MessageDeleted(
            workspace_id=known.workspace_id,
            at=happened_at(activity, known.now),
            channel_id=place.channel_id,
            message_id=message_id,
        )


def _changed(activity: Json, known: Known) -> Iterator[Event]:
    """What happened to channels and to the app itself; what it means was found out by `install.py`."""
    at = happened_at(activity, known.now)
    for channel_id, is_shared in known.learned.crowds.items():
        yield CrowdChanged(workspace_id=known.workspace_id, at=at, channel_id=channel_id, is_shared=is_shared)
    for channel_id in known.learned.closed:
        yield ChannelClosed(workspace_id=known.workspace_id, at=at, channel_id=channel_id)
    person_id = person_of(account_of(activity))
    if known.learned.wants_home and person_id:
        yield _home(activity, known)
    if known.learned.is_gone and person_id:
        yield PersonUnreachable(workspace_id=known.workspace_id, at=at, person_id=person_id)


HANDLED: Mapping[str, Callable[[Json, Known], Iterator[Event]]] = {
    "message": _message,
    "messageUpdate": _edited,
    "messageDelete": _deleted,
    "conversationUpdate": _changed,
    "installationUpdate": _changed,
}
"""Types of activities that we understand, the most frequent first; reactions and typing are none of them."""
