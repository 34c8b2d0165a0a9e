"""How a team's or a person's promises stand, counted for lists and numbers."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, func, select

from storage.database import Transaction
from storage.people import Person, Viewer
from storage.promises import OPEN_STATES, Promise, PromiseChange


async def open_counts(tx: Transaction, viewer: Viewer) -> list[tuple[str, str, int, int]]:
    """(owner, their name, open promises, overdue ones) for each colleague who has any, for leads; counted by the
    database, since a large team has more than can be read."""
    if not viewer.is_lead:
        return []
    overdue = func.sum(case((Promise.due_at < tx.now, 1), else_=0))
    query = (
        select(Promise.owner_id, func.coalesce(Person.name, ""), func.count(), overdue)
        .join(
            Person,
            (Person.workspace_id == Promise.workspace_id) & (Person.person_id == Promise.owner_id),
            isouter=True,
        )
        .where(Promise.workspace_id == viewer.workspace_id, Promise.state.in_(OPEN_STATES))
        .group_by(Promise.owner_id, Person.name)
    )
    return [(owner, name, int(count), int(late)) for owner, name, count, late in await tx.session.execute(query)]


async def closed_since(tx: Transaction, viewer: Viewer, owner_id: str, since: datetime) -> Sequence[Promise]:
    """How promises of one owner ended since then; for leads everybody's, when no owner is named. What was never
    tracked is not among them."""
    if owner_id != viewer.person_id and not viewer.is_lead:
        return ()
    mistaken = select(PromiseChange.promise_id).where(
        PromiseChange.workspace_id == Promise.workspace_id,
        PromiseChange.promise_id == Promise.promise_id,
        PromiseChange.what.in_(("undone", "not a promise")),
        PromiseChange.at >= Promise.closed_at,  # One that was taken up again since then counts as it ended.
    )
    query = select(Promise).where(
        Promise.workspace_id == viewer.workspace_id,
        Promise.closed_at >= since,
        (Promise.state != "withdrawn") | ~mistaken.exists(),
    )
    if owner_id:
        query = query.where(Promise.owner_id == owner_id)
    return (await tx.session.scalars(query.order_by(Promise.closed_at))).all()


async def told_since(tx: Transaction, viewer: Viewer, owner_id: str, since: datetime) -> list[bool]:
    """Of each new date that a customer was told of since then, whether they heard in time."""
    if owner_id != viewer.person_id and not viewer.is_lead:
        return []
    query = (
        select(PromiseChange.about)
        .join(
            Promise,
            (Promise.workspace_id == PromiseChange.workspace_id) & (Promise.promise_id == PromiseChange.promise_id),
        )
        .where(
            PromiseChange.workspace_id == viewer.workspace_id,
            PromiseChange.what == "renegotiated",
            PromiseChange.at >= since,
        )
    )
    if owner_id:
        query = query.where(Promise.owner_id == owner_id)
    return [bool(about.get("in_time")) for about in await tx.session.scalars(query)]


async def kept_count(tx: Transaction, viewer: Viewer, owner_id: str, since: datetime) -> int:
    """How many promises this person kept since then, for one line of good news."""
    query = select(func.count()).where(
        Promise.workspace_id == viewer.workspace_id,
        Promise.owner_id == owner_id,
        Promise.state == "kept",
        Promise.closed_at >= since,
    )
    return int((await tx.session.execute(query)).scalar() or 0)
