"""What to do, in the imperative: what a feature returns.

An `Action` becomes an outbound row in the same transaction as what it means, and carries ids only: its card is built
from the rows when it is sent, so a reminder for a promise that was kept meanwhile is never sent. An `Answer` goes
straight back to the person who pressed, typed or submitted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from bot.cards import Card, Form
from bot.events import Event


class SendClass(StrEnum):
    """What the machine may do when nobody can know whether a post was accepted."""

    CUSTOMER_VISIBLE = "customer_visible"  # Never repeated by the machine: the agent is asked.
    MUST_ARRIVE = "must_arrive"  # Looked up, then repeated at most once, and the repeat says so.
    MAY_VANISH = "may_vanish"  # Never repeated where a home page keeps a durable copy; elsewhere as MUST_ARRIVE.


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to be sent. `key` makes it unique in its workspace: the same key is never stored twice."""

    send_class: ClassVar[SendClass] = SendClass.MUST_ARRIVE
    key: str

    def payload(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDraft(Action):
    """Show a draft to one agent, privately where customers are present."""

    send_class: ClassVar[SendClass] = SendClass.MAY_VANISH
    draft_id: str
    person_id: str = ""
    """Empty in an internal relay channel, where the card stands in the thread for all agents."""
    is_asked_for: bool = False
    """The person asked for it themselves, so it may follow them into their private chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedrawDraft(Action):
    """Bring a draft's card up to date where it stands for good: in a private chat, or openly in a relay thread."""

    send_class: ClassVar[SendClass] = SendClass.MAY_VANISH
    draft_id: str
    message_id: str
    person_id: str = ""
    """In whose private chat it stands; empty in a relay thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReply(Action):
    """Post an approved reply in the customer's thread as the agent. Only an approval can carry it."""

    send_class: ClassVar[SendClass] = SendClass.CUSTOMER_VISIBLE
    draft_id: str
    approval_id: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackReply(Action):
    """Delete a reply that the agent took back within two minutes."""

    draft_id: str
    person_id: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellPromise(Action):
    """Tell the agent privately which promise was noticed: tracked with Undo, or Track / Not a promise."""

    send_class: ClassVar[SendClass] = SendClass.MAY_VANISH
    promise_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindAgent(Action):
    """A nudge, due or overdue reminder to the promise's owner, or the lead's notice (`stage`)."""

    promise_id: str
    due_version: int
    stage: str
    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDigest(Action):
    """The daily reminder DM; `local_date` is the person's own date, ISO."""

    person_id: str
    local_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareInsight(Action):
    """Show an insight, or its changed state, in the marketing channel that its route names."""

    insight_id: str
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TellContributor(Action):
    """Bring marketing's answer back to whoever logged the insight."""

    insight_id: str
    answer_id: str
    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellPerson(Action):
    """A private note to one person about `topic`; the feature that owns the topic writes the card from `about`."""

    person_id: str
    topic: str
    about: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellHere(Action):
    """A private note to one person in the channel where they work; may vanish, so never the only copy."""

    send_class: ClassVar[SendClass] = SendClass.MAY_VANISH
    person_id: str
    channel_id: str
    thread_id: str
    topic: str
    about: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacePressed(Action):
    """Replace the card that somebody pressed by the card of `topic`, through the handle that came with the press."""

    send_class: ClassVar[SendClass] = SendClass.MAY_VANISH
    reply_to: str
    topic: str
    about: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshHome(Action):
    """Draw a person's home page anew from the rows."""

    send_class: ClassVar[SendClass] = SendClass.MAY_VANISH
    person_id: str


ACTIONS: tuple[type[Action], ...] = (
    OfferDraft,
    RedrawDraft,
    SendReply,
    TakeBackReply,
    TellPromise,
    RemindAgent,
    SendDigest,
    ShareInsight,
    TellContributor,
    TellPerson,
    TellHere,
    ReplacePressed,
    RefreshHome,
)
_BY_NAME = {action.__name__: action for action in ACTIONS}


def action_from(name: str, payload: Mapping[str, Any]) -> Action:
    """The action that a row holds. A payload written by a newer version may have fields that this one ignores."""
    kind = _BY_NAME[name]
    known = {f.name for f in fields(kind)}
    return kind(**{k: v for k, v in payload.items() if k in known})


@dataclass(frozen=True, slots=True)
class Answer:
    """Goes straight back to the person who is waiting."""


@dataclass(frozen=True, slots=True)
class Say(Answer):
    """A private answer to a command, a shortcut or a press, where the person is looking."""

    card: Card


@dataclass(frozen=True, slots=True)
class Replace(Answer):
    """The pressed card becomes this one."""

    card: Card


@dataclass(frozen=True, slots=True)
class OpenForm(Answer):
    """Open a form now; where a form is already open, this one takes its place."""

    form: Form


@dataclass(frozen=True, slots=True)
class RefuseForm(Answer):
    """Keep the form open and show a sentence beside each field that needs one: {input id: sentence}."""

    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Wake a feature at `due_at` (product time) with `TimePassed`; the same key moves an earlier, unfired timer."""

    timer: str
    key: str
    due_at: datetime
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CancelTimers:
    """Forget unfired timers whose key starts with `prefix`."""

    prefix: str


Outcome = Action | Answer | SetTimer | CancelTimers | Event
"""What a feature returns. An `Event` is told to the other features in the same transaction."""
Outcomes = Sequence[Outcome]
