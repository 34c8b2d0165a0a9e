"""The ledger: every inbound event, timer and outbound post is a row that can be claimed, leased, finished and fenced.

A row is due by product time (`due_at`) and free by raw time (`hold_until`): a lease, a back-off and a Retry-After all
just move `hold_until`, so one index serves new work, retries, timers and the recovery of a dead worker's rows.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, and_, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, aliased, mapped_column

from storage.database import Transaction, add_each_new, add_new
from storage.errors import LeaseLost
from storage.rows import EPOCH, Id, Row, new_id

INBOUND, TIMER, POST = "inbound", "timer", "post"
WAITING, DONE, DEAD, CANCELLED, UNCERTAIN = "waiting", "done", "dead", "cancelled", "uncertain"


class Work(Row):
    """One piece of work. `key` is its business key: unique in its workspace and lane for ever.

    States: waiting (also while leased), done, dead (with `reason`), cancelled, uncertain (a customer-visible post
    that nobody can prove was sent or not).
    """

    __tablename__ = "work"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    work_id: Mapped[str] = mapped_column(Id, primary_key=True)
    lane: Mapped[str] = mapped_column(Id)
    kind: Mapped[str] = mapped_column(Id)
    key: Mapped[str]
    due_at: Mapped[datetime]
    created_at: Mapped[datetime]
    payload: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    state: Mapped[str] = mapped_column(Id, default=WAITING)
    hold_until: Mapped[datetime] = mapped_column(default=EPOCH)
    owner: Mapped[str] = mapped_column(Id, default="")
    attempts: Mapped[int] = mapped_column(default=0)
    pace: Mapped[str] = mapped_column(Id, default="")
    """Posts with the same pace (a channel, a person) go out one by one, a second apart; inbound events with the same
    pace (a channel) are worked one by one, in the order they came."""
    sending_since: Mapped[datetime | None] = mapped_column(default=None)
    """Set and committed before an outside call; still set on a claimed row, nobody knows how that call ended."""
    repeats: Mapped[int] = mapped_column(default=0)
    """How often a private post was sent again without knowing whether the first one arrived; at most one."""
    result: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        Index(None, "workspace_id", "lane", "key", unique=True),
        Index(None, "state", "due_at"),
    )


class Pace(Row):
    """When a channel, a person or a whole workspace (pace "*") may next be posted to, in raw time."""

    __tablename__ = "paces"

    workspace_id: Mapped[str] = mapped_column(Id, primary_key=True)
    pace: Mapped[str] = mapped_column(Id, primary_key=True)
    free_at: Mapped[datetime]


def new_work(
    tx: Transaction,
    workspace_id: str,
    lane: str,
    kind: str,
    key: str,
    *,
    payload: Mapping[str, Any],
    due_at: datetime | None = None,
    pace: str = "",
) -> Work:
    return Work(
        workspace_id=workspace_id,
        work_id=new_id("w"),
        lane=lane,
        kind=kind,
        key=key,
        due_at=due_at or tx.now,
        created_at=tx.raw_now,
        payload=dict(payload),
        pace=pace,
    )


async def enqueue(tx: Transaction, work: Work) -> bool:
    """Store the work; False when its key is known, whatever became of that row."""
    return await add_new(tx, work)


async def enqueue_each(tx: Transaction, works: Sequence[Work]) -> list[bool]:
    """Store many at once; False for each whose key is known, or comes twice."""
    return await add_each_new(tx, works)


async def forget(tx: Transaction, work: Work) -> None:
    """Take a row back in the transaction that stored it, so that its key is free again."""
    mine = and_(Work.workspace_id == work.workspace_id, Work.work_id == work.work_id)
    await tx.session.execute(delete(Work).where(mine))


async def is_waiting(tx: Transaction, workspace_id: str, kind: str, prefix: str) -> bool:
    """True when a row of this kind waits that nobody has taken up yet."""
    query = select(Work.work_id).where(
        Work.workspace_id == workspace_id,
        Work.lane == POST,
        Work.kind == kind,
        Work.state == WAITING,
        Work.owner == "",
        Work.key.startswith(prefix, autoescape=True),
    )
    return (await tx.session.execute(query.limit(1))).first() is not None


async def set_timer(tx: Transaction, work: Work) -> None:
    """Store a timer, or move one with the same key that has not fired. A fired timer's key stays spent."""
    if await add_new(tx, work):
        return
    await tx.session.execute(
        update(Work)
        .where(Work.workspace_id == work.workspace_id, Work.lane == TIMER, Work.key == work.key, Work.state == WAITING)
        .values(due_at=work.due_at, payload=work.payload)
    )


async def cancel_timers(tx: Transaction, workspace_id: str, prefix: str) -> None:
    """Cancel unfired timers whose key starts with `prefix`."""
    await tx.session.execute(
        update(Work)
        .where(
            Work.workspace_id == workspace_id,
            Work.lane == TIMER,
            Work.state == WAITING,
            Work.key.startswith(prefix, autoescape=True),
        )
        .values(state=CANCELLED)
    )


async def claim(tx: Transaction, owner: str, limit: int, lease: timedelta, pace_gap: timedelta) -> Sequence[Work]:
    """Lease up to `limit` rows that are due and free, the oldest due first.

    A paced row is taken only when its channel and workspace are free, and then keeps others of that channel waiting for
    `pace_gap`.
    """
    mine: list[Work] = []
    seen: set[tuple[str, str]] = set()
    for row in await _candidates(tx, limit * 4):
        if len(mine) == limit:
            break
        turn = (row.workspace_id, row.pace)
        if row.pace and (turn in seen or (row.lane == POST and not await take_pace(tx, *turn, pace_gap))):
            seen.add((row.workspace_id, row.pace))
            continue
        seen.add((row.workspace_id, row.pace))
        row.owner, row.attempts, row.hold_until = owner, row.attempts + 1, tx.raw_now + lease
        mine.append(row)
    await tx.session.flush()
    return mine


async def _candidates(tx: Transaction, limit: int) -> Sequence[Work]:
    blocked = (
        select(Pace.pace)
        .where(
            Pace.workspace_id == Work.workspace_id,
            or_(Pace.pace == Work.pace, Pace.pace == "*"),
            Pace.free_at > tx.raw_now,
        )
        .exists()
    )
    earlier = aliased(Work)
    # One that failed and rests holds nobody up; one that is being worked on, or was never tried, comes first.
    overtaken = (
        select(earlier.work_id)
        .where(
            earlier.workspace_id == Work.workspace_id,
            earlier.lane == INBOUND,
            earlier.state == WAITING,
            earlier.pace == Work.pace,
            earlier.work_id < Work.work_id,
            or_(earlier.attempts == 0, and_(earlier.owner != "", earlier.hold_until > tx.raw_now)),
        )
        .exists()
    )
    query = (
        select(Work)
        .where(Work.state == WAITING, Work.due_at <= tx.now, Work.hold_until <= tx.raw_now)
        .where(or_(Work.lane != POST, ~blocked), or_(Work.lane != INBOUND, Work.pace == "", ~overtaken))
        .order_by(Work.due_at, Work.created_at, Work.work_id)
        .limit(limit)
        .with_for_update(of=Work, skip_locked=True)
    )
    return (await tx.session.scalars(query)).all()


async def take_pace(tx: Transaction, workspace_id: str, pace: str, gap: timedelta) -> bool:
    """Take the channel's turn; False when it is not free, or another worker took it a moment ago."""
    table = Pace.__table__
    insert = sqlite.insert(Pace) if tx.dialect == "sqlite" else postgresql.insert(Pace)
    free_at = tx.raw_now + gap
    statement = insert.values(workspace_id=workspace_id, pace=pace, free_at=free_at).on_conflict_do_update(
        index_elements=["workspace_id", "pace"], set_={"free_at": free_at}, where=table.c.free_at <= tx.raw_now
    )
    return (await tx.session.execute(statement.returning(table.c.pace))).first() is not None


async def block(tx: Transaction, workspace_id: str, pace: str, seconds: float) -> None:
    """A platform said "not before": hold everything of that pace ("*": of the workspace) until then."""
    until = tx.raw_now + timedelta(seconds=seconds)
    found = await tx.session.get(Pace, (workspace_id, pace), with_for_update=True)
    if found is None:
        await add_new(tx, Pace(workspace_id=workspace_id, pace=pace, free_at=until))
    elif found.free_at < until:
        found.free_at = until


async def finish(tx: Transaction, work: Work, state: str, *, result: str = "", reason: str = "") -> None:
    """End the row. Raises `LeaseLost` when another worker took it over, which undoes the caller's whole transaction.

    An inbound event that is done forgets its words: what was said lives in one place only, where it can be erased.
    """
    values: dict[str, Any] = {"state": state, "result": result, "reason": reason, "sending_since": None}
    if work.lane == INBOUND and state == DONE:
        values["payload"] = {}
    await _fenced(tx, work, **values)


async def mark_sending(tx: Transaction, work: Work) -> None:
    """Note, before an outside call, that it is about to happen. Committed by itself."""
    await _fenced(tx, work, sending_since=tx.raw_now, repeats=work.repeats)


async def retry(tx: Transaction, work: Work, delay: timedelta, reason: str, *, is_sent_maybe: bool = False) -> None:
    """Give the row back for a later try. `is_sent_maybe` keeps the mark that an outside call may have happened."""
    values: dict[str, Any] = {"hold_until": tx.raw_now + delay, "reason": reason, "owner": ""}
    if not is_sent_maybe:
        values["sending_since"] = None
    await _fenced(tx, work, **values)


async def _fenced(tx: Transaction, work: Work, **values: Any) -> None:
    statement = (
        update(Work)
        .where(
            Work.workspace_id == work.workspace_id,
            Work.work_id == work.work_id,
            Work.state == WAITING,
            Work.owner == work.owner,
            Work.attempts == work.attempts,
        )
        .values(**values)
        .returning(Work.work_id)
        .execution_options(synchronize_session=False)
    )
    if (await tx.session.execute(statement)).first() is None:
        raise LeaseLost(work.work_id)


async def next_due_at(tx: Transaction) -> datetime | None:
    """When the next row will be due, in product time; what is due already is not next."""
    query = select(func.min(Work.due_at)).where(Work.state == WAITING, Work.due_at > tx.now)
    return (await tx.session.execute(query)).scalar()


async def busy_count(tx: Transaction) -> int:
    """Rows due now that are not finished: what a drained bot has none of."""
    query = select(func.count()).where(Work.state == WAITING, Work.due_at <= tx.now)
    return int((await tx.session.execute(query)).scalar() or 0)


async def dead_letters(tx: Transaction, workspace_id: str, limit: int = 10) -> Sequence[Work]:
    query = select(Work).where(Work.workspace_id == workspace_id, Work.state.in_((DEAD, UNCERTAIN)))
    return (await tx.session.scalars(query.order_by(Work.due_at.desc()).limit(limit))).all()


async def by_key(tx: Transaction, workspace_id: str, lane: str, key: str) -> Work | None:
    query = select(Work).where(Work.workspace_id == workspace_id, Work.lane == lane, Work.key == key)
    return (await tx.session.scalars(query)).first()
