"""How late is work: the oldest row that nothing holds back, which finds every silent stop, and posts that wait."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Delayed:
    """How many posts were tried in vain and wait for their next try, and since when the oldest of them is due."""

    count: int
    since: datetime | None


async def delayed_posts(tx: Transaction, workspace_id: str) -> Delayed:
    query = select(func.count(), func.min(Work.due_at)).where(
        Work.workspace_id == workspace_id, Work.lane == POST, Work.state == WAITING, Work.reason != ""
    )
    count, since = (await tx.session.execute(query)).one()
    return Delayed(int(count), since)
