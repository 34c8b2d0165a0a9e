"""How promises ended, counted from the customer's side: for oneself, and for leads a team that is large enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from bot.cards import Card, Heading, Part, Small, Words
from bot.promises import life
from bot.promises.unanswered import in_length, waits
from storage import promise_counts, promises, threads
from storage.database import Transaction
from storage.people import Viewer
from storage.promises import Promise

SPAN = timedelta(days=30)
MOST_READ = 100
"""So many threads are read for who waits; reading takes some milliseconds each."""
LEAST_TEAM = 3
"""People with promises in the time that is counted; of fewer, a team's numbers would tell of one person."""
TOO_FEW = f"A team's numbers are shown from {LEAST_TEAM} people on, so that they tell nothing about one person."


@dataclass(frozen=True, slots=True)
class Numbers:
    kept_in_time: int = 0
    kept_late: int = 0
    told_in_time: int = 0
    """Moved, and the customer knew before the date that they counted on."""
    told_late: int = 0
    broken: int = 0
    withdrawn: int = 0
    open: int = 0
    overdue: int = 0
    took: timedelta | None = None
    """The middle time from the words to the delivery, on the customer's clock."""


def counted(closed: Sequence[Promise], told: Sequence[bool], live: int, overdue: int) -> Numbers:
    """`told` says of each new date that a customer heard of whether they heard in time."""
    kept = [one for one in closed if one.state == life.KEPT]
    in_time = [one for one in kept if not _is_late(one)]
    lengths = [(one.closed_at - one.made_at).total_seconds() for one in kept if one.closed_at is not None]
    return Numbers(
        kept_in_time=len(in_time),
        kept_late=len(kept) - len(in_time),
        told_in_time=sum(told),
        told_late=len(told) - sum(told),
        broken=sum(one.state == life.BROKEN for one in closed),
        withdrawn=sum(one.state == life.WITHDRAWN for one in closed),
        open=live,
        overdue=overdue,
        took=timedelta(seconds=median(lengths)) if lengths else None,
    )


def _is_late(one: Promise) -> bool:
    """Later than the date the customer counted on, by a minute or more."""
    expected = one.known_due_at or one.due_at
    is_known = expected is not None and one.closed_at is not None
    return is_known and one.closed_at - expected >= timedelta(minutes=1)  # type: ignore[operator]


async def numbers_card(tx: Transaction, viewer: Viewer, *, is_team: bool) -> Card:
    """The last thirty days, of the viewer or of everybody; the caller has checked that they lead."""
    owner_id = "" if is_team else viewer.person_id
    since = tx.now - SPAN
    closed = await promise_counts.closed_since(tx, viewer, owner_id, since)
    if is_team:
        owners = await promise_counts.open_counts(tx, viewer)
        if len({one.owner_id for one in closed} | {owner for owner, *_ in owners}) < LEAST_TEAM:
            return Card(TOO_FEW, [Words(TOO_FEW)])
        live, overdue = sum(count for _, _, count, _ in owners), sum(late for *_, late in owners)
    else:
        mine = await promises.open_promises(tx, viewer, owner_id)
        live, overdue = len(mine), sum(one.due_at is not None and one.due_at < tx.now for one in mine)
    told = await promise_counts.told_since(tx, viewer, owner_id, since)
    spoke_last = await threads.waiting_threads(tx, viewer.workspace_id, owner_id=owner_id, limit=MOST_READ)
    count = sum([await waits(tx, one) for one in spoke_last])
    waiting = f"{count}{' or more' if len(spoke_last) == MOST_READ else ''}"
    head = "Your team's promises, last 30 days" if is_team else "Your promises, last 30 days"
    return Card(head, [Heading(head), *_parts(counted(closed, told, live, overdue), waiting)])


def _parts(found: Numbers, waiting: str) -> list[Part]:
    parts: list[Part] = [
        Words(f"{found.kept_in_time} in time, {found.kept_late} late", strong="Kept:"),
        Words(f"{found.told_in_time} in time, {found.told_late} late", strong="Moved, and the customer was told:"),
        Words(f"{found.broken}", strong="Not kept:"),
        Words(f"{found.withdrawn}", strong="Taken off the list:"),
        Words(f"{found.open}, of which {found.overdue} overdue", strong="Open now:"),
        Words(waiting, strong="Customers waiting for an answer now:"),
    ]
    if found.took is not None:
        parts.append(Small(f"From the words to the delivery it took {in_long(found.took)}, in the middle."))
    return parts


def in_long(length: timedelta) -> str:
    """ "3 days", "5 hours 20 minutes", "a minute"."""
    if length >= timedelta(days=2):
        return f"{length // timedelta(days=1)} days"
    return in_length(length) or "less than a minute"
