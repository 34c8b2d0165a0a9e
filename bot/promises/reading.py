"""Reads an agent's words for promises, with the hours and zones of the people concerned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.calendar.dates import find_due
from bot.calendar.hours import TeamCalendar
from bot.promises import life
from bot.promises.ids import promise_id
from bot.promises.notice import NoticedPromise, notice
from bot.promises.reread import due_phrase
from bot.promises.tracking import Date
from bot.workspace_settings import calendar_of, is_zone
from storage import people, playbook, threads, workspaces
from storage.database import Transaction
from storage.promises import Promise
from storage.threads import Message, Thread

STATES = {"certain": life.OPEN, "likely": life.PROPOSED, "doubtful": life.MAYBE}
AMBIGUOUS = "ambiguous"
"""The precision of a date that can be read in two ways ("next Friday", said on a Thursday): the card asks."""
UNKNOWN_ZONE = "UTC"
"""What a platform says of somebody whose zone it does not tell; nobody lives there."""


@dataclass(frozen=True, slots=True)
class Around:
    """Who a message speaks to, and the zones and hours its dates count in."""

    customer: str
    agent_zone: str
    customer_zone: str | None
    calendar: TeamCalendar


async def around(tx: Transaction, said: Message) -> Around:
    home = await workspaces.workspace(tx, said.workspace_id)
    author = await people.person(tx, said.workspace_id, said.author_id)
    thread = await threads.thread(tx, said.workspace_id, said.channel_id, said.thread_id)
    calendar = calendar_of(home)
    zone = author.own_zone if author is not None and is_zone(author.own_zone) else calendar.zone
    return Around(await customer_name(tx, thread), zone, await customer_zone(tx, thread), calendar)


async def promises_in(tx: Transaction, said: Message) -> Sequence[NoticedPromise]:
    """What this message of an agent promises; dates count in the customer's zone if known, else in the agent's."""
    place = await around(tx, said)
    return notice(
        said.text,
        said_at=said.sent_at,
        zone=place.agent_zone,
        customer_zone=place.customer_zone,
        calendar=place.calendar,
    )


async def whole_text(tx: Transaction, said: Message) -> NoticedPromise:
    """A promise noted by hand counts whatever its grammar: "call Annelie back by Friday noon"."""
    place = await around(tx, said)
    found = find_due(said.text, said_at=said.sent_at, zone=place.agent_zone, calendar=place.calendar)
    due = next((one for one in found if one.due_at is None or one.due_at > said.sent_at), None)
    return NoticedPromise(said.text, 0, len(said.text), said.text, "certain", due, "")


async def customer_zone(tx: Transaction, thread: Thread | None) -> str | None:
    """The zone in the customer's record, else the one the platform tells; None when nobody knows."""
    if thread is None:
        return None
    record = await playbook.customer(tx, thread.workspace_id, thread.record_id)
    recorded = str(record.fields.get("zone") or "") if record else ""
    if is_zone(recorded):
        return recorded
    customer = await people.person(tx, thread.workspace_id, thread.customer_id) if thread.customer_id else None
    if customer is None or customer.own_zone == UNKNOWN_ZONE or not is_zone(customer.own_zone):
        return None
    return customer.own_zone


async def customer_name(tx: Transaction, thread: Thread | None) -> str:
    if thread is None:
        return ""
    record = await playbook.customer(tx, thread.workspace_id, thread.record_id)
    return thread.customer_name or (str(record.fields.get("name") or "") if record else "")


def new_promise(said: Message, found: NoticedPromise, index: int, place: Around) -> Promise:
    """The row for what was noticed; not stored yet."""
    promise = Promise(
        workspace_id=said.workspace_id,
        promise_id=promise_id(said.channel_id, said.message_id, index),
        owner_id=said.author_id,
        channel_id=said.channel_id,
        thread_id=said.thread_id,
        message_id=said.message_id,
        quote=found.quote,
        made_at=said.sent_at,
        state=STATES[found.strength],
        customer_name=place.customer,
        due_zone=place.customer_zone or place.agent_zone,
    )
    take_words(promise, found)
    if (date := date_of(found)) is not None:
        promise.due_at, promise.due_zone, promise.due_precision = date.due_at, date.zone, date.precision
        if found.due is not None and found.due.is_ambiguous:
            promise.due_precision = AMBIGUOUS
        promise.known_due_at, promise.dated_at, promise.due_version = date.due_at, said.sent_at, 1
    return promise


def take_words(promise: Promise, found: NoticedPromise) -> None:
    """The promise's words follow its message; its date never does by itself."""
    promise.quote, promise.what, promise.condition = found.quote, found.what, found.condition
    promise.due_phrase = due_phrase(found)


def forget_words(promise: Promise) -> None:
    """The message is gone: no quote is kept, only the deed, and that only where it is not the quote itself."""
    if promise.what == promise.quote:
        promise.what = ""
    promise.quote = promise.due_phrase = promise.condition = ""


def date_of(found: NoticedPromise) -> Date | None:
    """The due date that the words name; None when they name none, or only "soon"."""
    if found.due is None or found.due.due_at is None:
        return None
    return Date(found.due.due_at.astimezone(UTC), zone_key(found.due.due_at), found.due.precision)


def zone_key(local: datetime) -> str:
    """The name of the zone that a local time carries."""
    return str(getattr(local.tzinfo, "key", "UTC"))
