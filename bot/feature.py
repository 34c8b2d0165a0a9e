"""What a feature hands in: its handlers, the cards it writes, its help; and the whole table made of them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.actions import Action, Outcomes
from bot.cards import Card, Part
from bot.events import Event
from bot.places import Delivery, Removal, ReplyDelivery
from storage.database import Transaction
from storage.people import Person, Viewer

Handler = Callable[[Any, Transaction], Awaitable[Outcomes]]
"""(event, transaction) -> outcomes."""
Ahead = Callable[[Any, Transaction], Awaitable[Awaitable[None] | None]]
"""(event, reading transaction): what a handler will need and takes long is thought through before it locks anything.
What needs no rows any more and takes longer still, such as a model's answer, may be handed back: it is waited for once
that transaction is over."""
Writer = Callable[[Any, str, Transaction], Awaitable[Delivery | ReplyDelivery | Removal | None]]
"""(action, workspace id, transaction) -> what to deliver, or None when it is no longer wanted."""
Delivered = Callable[[Any, str, str, Transaction], Awaitable[Outcomes]]
"""(action, workspace id, message id, transaction) -> what follows from a delivery."""
Note = Callable[[str, str, Mapping[str, str], Transaction], Awaitable[Card | None]]
"""(workspace id, person id, about, transaction) -> the card of a private note, or None when it is no longer true."""
HomeParts = Callable[[Viewer, Person, Transaction], Awaitable[Sequence[Part]]]


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command's word. `usage` follows the word; `examples` are whole lines without the slash word."""

    handler: Handler
    purpose: str
    usage: str = ""
    examples: Sequence[str] = ()
    has_short_form: bool = False
    """True when `/word` exists beside `/kindline word`."""
    needs_accounts: bool = False
    """Listed only where a bot can post as a person."""


@dataclass(frozen=True, slots=True)
class Routes:
    """One feature's part of the table; `joined` makes the whole one and refuses a word that two features claim."""

    events: Mapping[type[Event], Handler] = field(default_factory=dict)
    buttons: Mapping[str, Handler] = field(default_factory=dict)
    forms: Mapping[str, Handler] = field(default_factory=dict)
    commands: Mapping[str, Command] = field(default_factory=dict)
    """By word: "promises" serves `/promises` and `/kindline promises`."""
    shortcuts: Mapping[str, Handler] = field(default_factory=dict)
    timers: Mapping[str, Handler] = field(default_factory=dict)
    ahead: Mapping[Handler, Ahead] = field(default_factory=dict)
    """What runs before a handler, outside its transaction."""
    writers: Mapping[type[Action], Writer] = field(default_factory=dict)
    delivered: Mapping[type[Action], Delivered] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    """By topic of `TellPerson`, `TellHere` and `ReplacePressed`."""
    home: HomeParts | None = None


_TABLES = ("buttons", "forms", "commands", "shortcuts", "timers", "ahead", "writers", "delivered", "notes")


@dataclass(frozen=True, slots=True)
class RouteTable:
    """All features' routes in one place, in the order the features were given."""

    events: Mapping[type[Event], Sequence[Handler]]
    buttons: Mapping[str, Handler]
    forms: Mapping[str, Handler]
    commands: Mapping[str, Command]
    shortcuts: Mapping[str, Handler]
    timers: Mapping[str, Handler]
    ahead: Mapping[Handler, Ahead]
    writers: Mapping[type[Action], Writer]
    delivered: Mapping[type[Action], Delivered]
    notes: Mapping[str, Note]
    home: Sequence[HomeParts]


def joined(parts: Sequence[Routes]) -> RouteTable:
    tables: dict[str, dict[Any, Any]] = {name: {} for name in _TABLES}
    for name, table in tables.items():
        for part in parts:
            for word, handler in getattr(part, name).items():
                if word in table:
                    raise ValueError(f"two features claim {name} {word!r}")
                table[word] = handler
    events: dict[type[Event], list[Handler]] = {}
    for part in parts:
        for kind, handler in part.events.items():
            events.setdefault(kind, []).append(handler)
    return RouteTable(events=events, home=[p.home for p in parts if p.home is not None], **tables)
