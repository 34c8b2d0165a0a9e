"""Looking after the ledger: old rows go, leases of a process that died are freed, the demo's clock may go back."""

from datetime import timedelta

from sqlalchemy import and_, delete, select, tuple_, update

from storage.database import Database, Transaction
from storage.rows import EPOCH
from storage.work import CANCELLED, DEAD, DONE, INBOUND, TIMER, WAITING, Pace, Work

FORGET_AT_ONCE = 2_000
"""Rows a batch: small enough that nobody waits for the writer."""


async def forget_old(tx: Transaction, age: timedelta) -> int:
    """Delete a batch of rows that ended well before `age`; answers how many. Dead letters stay, without words."""
    dead = and_(Work.lane == INBOUND, Work.state == DEAD, Work.created_at < tx.raw_now - age)
    await tx.session.execute(update(Work).where(dead).values(payload={}))
    old = (
        select(Work.workspace_id, Work.work_id)
        .where(Work.state.in_((DONE, CANCELLED)), Work.due_at < tx.now - age, Work.created_at < tx.raw_now - age)
        .limit(FORGET_AT_ONCE)
    )
    gone = delete(Work).where(tuple_(Work.workspace_id, Work.work_id).in_(old)).returning(Work.work_id)
    await tx.session.execute(delete(Pace).where(Pace.free_at < tx.raw_now - age))
    return len((await tx.session.execute(gone.execution_options(synchronize_session=False))).all())


async def move_clock(database: Database, offset_ms: int) -> None:
    """Move the demo's clock. After it went back, events and posts must not wait for product time: only timers do."""
    await database.set_offset(offset_ms)
    async with database.transaction() as tx:
        waits = and_(Work.state == WAITING, Work.lane != TIMER, Work.due_at > tx.now)
        await tx.session.execute(update(Work).where(waits).values(due_at=tx.now))


async def drop_leases(tx: Transaction) -> None:
    """Free every leased row at once. Only for SQLite's single process, when it starts: no one else can hold one."""
    leased = and_(Work.state == WAITING, Work.owner != "")
    await tx.session.execute(update(Work).where(leased).values(owner="", hold_until=EPOCH))
