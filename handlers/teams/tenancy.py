"""Whose workspace an activity belongs to, and what names it there: the tenant, the conversation, the one activity."""

from hashlib import sha256

from handlers.teams.activity import THREAD, inner, word
from handlers.teams.wire import Json

_LONG = 4_000
_RENAMED = frozenset({"messageUpdate", "messageDelete", "conversationUpdate", "installationUpdate"})
"""These may come more than once with the same id, and each time mean something new."""


def tenant_of(activity: Json) -> str:
    """From the channel data, never from the conversation: the SDK's model reads it there under a wrong name, and not
    every activity has it."""
    return word(inner(inner(activity, "channelData"), "tenant"), "id")


def conversation_of(activity: Json) -> str:
    return word(inner(activity, "conversation"), "id", _LONG)


def service_of(activity: Json) -> str:
    return word(activity, "serviceUrl", _LONG)


def order_of(activity: Json) -> str:
    """The channel, so that what is said in one is understood in the order it was said."""
    return _short(conversation_of(activity).partition(THREAD)[0], 128)


def event_key(activity: Json) -> str:
    """Names one stored activity for ever: a re-send has the same key, an edit of the same message another."""
    kind = word(activity, "type")
    parts = [conversation_of(activity), kind, word(activity, "id", _LONG)]
    if kind in _RENAMED:
        parts.append(word(activity, "timestamp"))
    return _short(":".join(parts), 500)


def _short(text: str, most: int) -> str:
    """Ids of private chats are longer than a column; nobody reads them, so a digest serves."""
    return text if len(text) <= most else sha256(text.encode()).hexdigest()
