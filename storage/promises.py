"""Promises and their full history."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, cast, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Transaction
from storage.people import Viewer
from storage.rows import Id, Row, new_id
from storage.threads import Thread

OPEN_STATES = ("open", "at_risk", "renegotiated")
"""Still to be kept: a renegotiated promise is kept by its new date, which the customer knows."""


THEIRS = "theirs"
"""What a customer said they would do; nobody here owes it."""


class Promise(Row):
    """What an agent owes a customer.

    States: maybe (kept silently), proposed (asks), open, at_risk, kept, renegotiated, broken, withdrawn; theirs.
    `due_version` grows with every change of `due_at`; reminders carry it, so an old one is never sent.
    """

    __tablename__ = "promises"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    promise_id: Mapped[str] = mapped_column(Id, primary_key=True)
    owner_id: Mapped[str] = mapped_column(Id)
    channel_id: Mapped[str] = mapped_column(Id)
    thread_id: Mapped[str] = mapped_column(Id)
    message_id: Mapped[str] = mapped_column(Id)
    quote: Mapped[str]
    """The exact words in the message."""
    made_at: Mapped[datetime]
    state: Mapped[str]
    customer_name: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    condition: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    due_zone: Mapped[str] = mapped_column(default="UTC")
    due_precision: Mapped[str] = mapped_column(default="none")
    due_phrase: Mapped[str] = mapped_column(default="")
    due_version: Mapped[int] = mapped_column(default=0)
    dated_at: Mapped[datetime | None] = mapped_column(default=None)
    """When `due_at` was last set; the lead time of a reminder fits the length from here to there."""
    known_due_at: Mapped[datetime | None] = mapped_column(default=None)
    """The date the customer knows of; it differs from `due_at` until the honest notice was sent."""
    told: Mapped[str] = mapped_column(Id, default="")
    """The newest reminder its owner was given, "v2:overdue"; the lead's is in `lead_told_version`."""
    lead_told_version: Mapped[int] = mapped_column(default=0)
    snoozed_until: Mapped[datetime | None] = mapped_column(default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    offers: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, server_default="[]")
    """Colleagues who were asked to take it over and have not answered, one dict each: to, name."""
    evidence_id: Mapped[str] = mapped_column(Id, default="", server_default="")
    """The newest message of which the owner was asked whether it was the delivery."""

    __table_args__ = (
        Index(None, "workspace_id", "owner_id", "state", "due_at"),
        Index(None, "workspace_id", "channel_id", "message_id"),
        Index(None, "workspace_id", "channel_id", "thread_id"),
        Index(None, "workspace_id", "state", "due_at"),
    )


class PromiseChange(Row):
    """One step in a promise's life: who did what, when."""

    __tablename__ = "promise_changes"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    promise_id: Mapped[str] = mapped_column(Id, primary_key=True)
    change_id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(Id)
    what: Mapped[str]
    about: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)


async def promise(tx: Transaction, viewer: Viewer, promise_id: str) -> Promise | None:
    """The promise, when the viewer owns it or leads; None otherwise, exactly as for an unknown id."""
    found = await tx.session.get(Promise, (viewer.workspace_id, promise_id))
    if found is None or viewer.is_machine:
        return found
    return found if viewer.is_staff and (found.owner_id == viewer.person_id or viewer.is_lead) else None


async def locked_promise(tx: Transaction, viewer: Viewer, promise_id: str) -> Promise | None:
    """As `promise`, and held until the transaction ends: of two presses at once the second sees what the first did."""
    if await promise(tx, viewer, promise_id) is None:
        return None
    key = (viewer.workspace_id, promise_id)
    return await tx.session.get(Promise, key, with_for_update=True, populate_existing=True)


async def open_promises(tx: Transaction, viewer: Viewer, owner_id: str) -> Sequence[Promise]:
    """Open promises of one owner, earliest due first, those without a date last; a lead may ask for anybody's."""
    if not (viewer.is_machine or viewer.person_id == owner_id or viewer.is_lead):
        return ()
    query = select(Promise).where(
        Promise.workspace_id == viewer.workspace_id, Promise.owner_id == owner_id, Promise.state.in_(OPEN_STATES)
    )
    return (await tx.session.scalars(query.order_by(Promise.due_at.is_(None), Promise.due_at, Promise.made_at))).all()


async def locked_open_promises(tx: Transaction, viewer: Viewer, owner_id: str) -> Sequence[Promise]:
    """As `open_promises`, and all held until the transaction ends: locked in one order, so that several timers of one
    owner wait for each other instead of for good."""
    mine = await open_promises(tx, viewer, owner_id)
    query = select(Promise).where(
        Promise.workspace_id == viewer.workspace_id, Promise.promise_id.in_([one.promise_id for one in mine])
    )
    held = await tx.session.scalars(
        query.order_by(Promise.promise_id).with_for_update().execution_options(populate_existing=True)
    )
    return sorted((one for one in held if one.state in OPEN_STATES), key=_soonest_first)


def _soonest_first(one: Promise) -> tuple[bool, datetime, datetime]:
    return one.due_at is None, one.due_at or one.made_at, one.made_at


async def team_promises(tx: Transaction, viewer: Viewer, limit: int) -> Sequence[Promise]:
    """The first of everybody's open promises, for leads; the soonest due first."""
    if not viewer.is_lead:
        return ()
    query = select(Promise).where(Promise.workspace_id == viewer.workspace_id, Promise.state.in_(OPEN_STATES))
    soonest = query.order_by(Promise.due_at.is_(None), Promise.due_at, Promise.made_at).limit(limit)
    return (await tx.session.scalars(soonest)).all()


async def all_promises(tx: Transaction, viewer: Viewer) -> Sequence[Promise]:
    """Whatever was tracked or asked about, for leads; the oldest first."""
    if not viewer.is_lead:
        return ()
    query = select(Promise).where(Promise.workspace_id == viewer.workspace_id, Promise.state.not_in(("maybe", THEIRS)))
    return (await tx.session.scalars(query.order_by(Promise.made_at, Promise.promise_id))).all()


async def proposed_promises(tx: Transaction, viewer: Viewer, limit: int = 10) -> Sequence[Promise]:
    """What was noticed in the viewer's own words and waits for their yes or no, newest first."""
    query = select(Promise).where(
        Promise.workspace_id == viewer.workspace_id,
        Promise.owner_id == viewer.person_id,
        Promise.state == "proposed",
    )
    return (await tx.session.scalars(query.order_by(Promise.made_at.desc()).limit(limit))).all()


async def promises_of_message(
    tx: Transaction, workspace_id: str, channel_id: str, message_id: str
) -> Sequence[Promise]:
    query = select(Promise).where(
        Promise.workspace_id == workspace_id, Promise.channel_id == channel_id, Promise.message_id == message_id
    )
    return (await tx.session.scalars(query.order_by(Promise.promise_id))).all()


async def live_in_thread(tx: Transaction, workspace_id: str, channel_id: str, thread_id: str) -> Sequence[Promise]:
    """What is still owed in one thread, whoever owes it, the soonest due first."""
    query = select(Promise).where(
        Promise.workspace_id == workspace_id,
        Promise.channel_id == channel_id,
        Promise.thread_id == thread_id,
        Promise.state.in_(OPEN_STATES),
    )
    return sorted((await tx.session.scalars(query)).all(), key=_soonest_first)


async def follow_message(tx: Transaction, workspace_id: str, channel_id: str, old_id: str, new_id: str) -> None:
    """The words of these promises turn out to stand in the channel under another id."""
    for promise in await promises_of_message(tx, workspace_id, channel_id, old_id):
        promise.message_id = new_id


async def theirs(tx: Transaction, viewer: Viewer, since: datetime, limit: int) -> Sequence[Promise]:
    """What customers in this viewer's own threads said they would do since then, and have not written after."""
    query = (
        select(Promise)
        .join(
            Thread,
            (Thread.workspace_id == Promise.workspace_id)
            & (Thread.channel_id == Promise.channel_id)
            & (Thread.thread_id == Promise.thread_id),
        )
        .where(
            Promise.workspace_id == viewer.workspace_id,
            Promise.state == THEIRS,
            Promise.quote != "",
            Promise.made_at >= since,
            Promise.made_at >= Thread.last_customer_at,
            Thread.owner_id == viewer.person_id,
        )
    )
    return (await tx.session.scalars(query.order_by(Promise.made_at).limit(limit))).all()


async def name_customer(tx: Transaction, of: Thread, name: str) -> None:
    """Promises that were heard before the customer was: events may come in any order."""
    nameless = select(Promise).where(
        Promise.workspace_id == of.workspace_id,
        Promise.channel_id == of.channel_id,
        Promise.thread_id == of.thread_id,
        Promise.customer_name == "",
    )
    for promise in await tx.session.scalars(nameless):
        promise.customer_name = name


async def asked_before(tx: Transaction, workspace_id: str, promise_ids: Sequence[str]) -> set[tuple[str, str]]:
    """(promise, person) for everybody who was ever asked to take one of these over."""
    query = select(PromiseChange.promise_id, PromiseChange.about).where(
        PromiseChange.workspace_id == workspace_id,
        PromiseChange.promise_id.in_(promise_ids),
        PromiseChange.what == "hand over offered",
    )
    return {(promise_id, str(about.get("to"))) for promise_id, about in await tx.session.execute(query)}


async def locked_offered_to(tx: Transaction, workspace_id: str, person_id: str) -> Sequence[Promise]:
    """Open promises that this person was asked to take over and has not answered, held until the transaction ends."""
    query = select(Promise).where(
        Promise.workspace_id == workspace_id,
        Promise.state.in_(OPEN_STATES),
        cast(Promise.offers, String).contains(person_id, autoescape=True),
    )
    held = await tx.session.scalars(
        query.order_by(Promise.promise_id).with_for_update().execution_options(populate_existing=True)
    )
    return [one for one in held if any(offer["to"] == person_id for offer in one.offers)]


async def history(tx: Transaction, viewer: Viewer, promise_id: str) -> Sequence[PromiseChange]:
    query = select(PromiseChange).where(
        PromiseChange.workspace_id == viewer.workspace_id, PromiseChange.promise_id == promise_id
    )
    return (await tx.session.scalars(query.order_by(PromiseChange.at, PromiseChange.change_id))).all()


def note_change(tx: Transaction, of: Promise, by: str, what: str, **about: Any) -> None:
    tx.session.add(
        PromiseChange(
            workspace_id=of.workspace_id,
            promise_id=of.promise_id,
            change_id=new_id("c"),
            at=tx.now,
            by=by,
            what=what,
            about=about,
        )
    )
