"""How late is the oldest work that nothing holds back: the one number that finds every silent stop."""

from datetime import datetime

from sqlalchemy import func, or_, select

from storage.database import Transaction
from storage.work import POST, WAITING, Pace, Work


async def oldest_free_due_at(tx: Transaction) -> datetime | None:
    """When the oldest row was due that could be worked now, in product time.

    What is leased, backs off, or waits because a platform asked for it, is held back for a reason: one workspace's
    pause must not stop the others.
    """
    held_back = (
        select(Pace.pace)
        .where(
            Pace.workspace_id == Work.workspace_id,
            or_(Pace.pace == Work.pace, Pace.pace == "*"),
            Pace.free_at > tx.raw_now,
        )
        .exists()
    )
    query = (
        select(func.min(Work.due_at))
        .where(Work.state == WAITING, Work.due_at <= tx.now, Work.hold_until <= tx.raw_now)
        .where(or_(Work.lane != POST, ~held_back))
    )
    return (await tx.session.execute(query)).scalar()
