"""Opaque handles: how a later answer finds the card that was pressed, and how a step that came too late can be
offered again."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from bot.events import ButtonPressed, CommandGiven, Interaction, ShortcutUsed

AGAIN = "slack.again"
"""The button of "that took too long, please open it here": its value holds what was asked."""
MOST_VALUE = 2_000


@dataclass(frozen=True, slots=True)
class Handle:
    """`reply_to` in events: the card's place where everybody can see it, and the response address for half an hour."""

    url: str = ""
    channel_id: str = ""
    message_id: str = ""
    """Only for messages that chat.update can change, so never for ephemeral ones."""

    def packed(self) -> str:
        known: dict[str, str] = {name: value for name, value in asdict(self).items() if value}
        return orjson.dumps(known).decode() if known else ""


def unpacked(reply_to: str) -> Handle:
    """An empty handle where there is none, or where it is not ours."""
    try:
        found = orjson.loads(reply_to) if reply_to else {}
        return Handle(**found) if isinstance(found, dict) else Handle()
    except (orjson.JSONDecodeError, TypeError):
        return Handle()


def again_value(event: Interaction) -> str:
    """What a press on the button needs to ask the same once more; empty when it does not fit or makes no sense."""
    kind = next((kind for kind, (made, _) in _KINDS.items() if type(event) is made), "")
    if not kind or (isinstance(event, ButtonPressed) and event.form_id):
        return ""
    asked = {"k": kind, **{name: getattr(event, name) for name in _KINDS[kind][1]}}
    packed = orjson.dumps(asked).decode()
    return packed if len(packed) <= MOST_VALUE else ""


def asked_again(press: ButtonPressed) -> Interaction:
    """The interaction that the button stands for, with the fresh handles and the person of this press."""
    try:
        asked: Mapping[str, Any] = orjson.loads(press.subject)
        made, names = _KINDS[asked["k"]]
        fields: dict[str, Any] = {name: str(asked[name]) for name in names}
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return press
    fields |= {name: getattr(press, name) for name in ("workspace_id", "at", "person_id", "reply_to", "opener")}
    return made(**fields)


_KINDS: Mapping[str, tuple[type[Interaction], Sequence[str]]] = {
    "c": (CommandGiven, ("word", "text", "channel_id")),
    "s": (ShortcutUsed, ("shortcut", "channel_id", "message_id", "thread_id", "author_id", "text")),
    "b": (ButtonPressed, ("button", "subject", "channel_id", "message_id", "thread_id")),
}
