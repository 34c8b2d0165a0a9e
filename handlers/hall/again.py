"""A step that came too late, or where no form can open, is offered again: a button's value holds what was asked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

from bot.events import ButtonPressed, CommandGiven, Interaction, ShortcutUsed
from handlers.hall.characters import units
from storage.rows import instant, milliseconds

AGAIN = "again"
"""The button of "please open it here": its value holds what was asked."""
MOST_VALUE = 2_000
"""What the stricter platform lets a button carry, in UTF-16 units."""

Seal = Callable[[str], str]
"""Marks a value as ours, where it comes back from a person's own client and not from the platform."""


def as_it_is(value: str) -> str:
    """For a platform that hands a button's value back itself, just as we gave it."""
    return value


def again_value(event: Interaction, seal: Seal = as_it_is) -> str:
    """What a press on the button needs to ask the same once more; empty when it does not fit or makes no sense."""
    kind = next((kind for kind, (made, _) in _KINDS.items() if type(event) is made), "")
    if not kind or (isinstance(event, ButtonPressed) and event.form_id):
        return ""
    asked: dict[str, Any] = {"k": kind, **{name: getattr(event, name) for name in _KINDS[kind][1]}}
    if isinstance(event, ShortcutUsed):
        asked |= {"said": milliseconds(event.said_at) if event.said_at else None, "app": event.is_by_app}
    packed = seal(orjson.dumps(asked).decode())
    return packed if units(packed) <= MOST_VALUE else ""


def asked_again(press: ButtonPressed) -> Interaction:
    """The interaction that the button stands for, with the fresh handles and the person of this press."""
    try:
        asked: Mapping[str, Any] = orjson.loads(press.subject)
        made, names = _KINDS[asked["k"]]
        fields: dict[str, Any] = {name: str(asked[name]) for name in names}
        if made is ShortcutUsed:
            said = asked.get("said")
            fields |= {"said_at": None if said is None else instant(said), "is_by_app": asked.get("app") is True}
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError, OverflowError):
        return press
    fields |= {name: getattr(press, name) for name in ("workspace_id", "at", "person_id", "reply_to", "opener")}
    return made(**fields)


_KINDS: Mapping[str, tuple[type[Interaction], Sequence[str]]] = {
    "c": (CommandGiven, ("word", "text", "channel_id", "channel_name")),
    "s": (ShortcutUsed, ("shortcut", "channel_id", "message_id", "thread_id", "author_id", "text")),
    "b": (ButtonPressed, ("button", "subject", "channel_id", "message_id", "thread_id")),
}
