"""What reminders cost as promises grow from a thousand to a million, and a thousand that are due in one second."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from bot.actions import RemindAgent
from bot.buttons import Timers
from bot.places import Delivery
from bot.work.dispatcher import Dispatcher
from storage import promises, work
from storage.database import Database, Transaction
from storage.migrate import migrate
from storage.people import machine
from tests.databases import sqlite_url
from tests.promises.office import SHOP, Office, opened

SIZES = (1_000, 10_000, 100_000, 1_000_000)
OWNED, ROUNDS = 20, 200
"""Open promises of one owner, and how often each thing is measured."""
AT_ONCE, BESIDE = 1_000, 100_000
_COUNTED = "WITH RECURSIVE n(i) AS (SELECT {start} UNION ALL SELECT i + 1 FROM n WHERE i < {end} - 1)"
_PROMISES = f"""INSERT INTO promises (workspace_id, promise_id, owner_id, channel_id, thread_id, message_id, quote,
    made_at, state, customer_name, what, condition, due_at, due_zone, due_precision, due_phrase, due_version, dated_at,
    known_due_at, told, lead_told_version, offers, evidence_id)
    {_COUNTED} SELECT :team, 'p' || i, 'U' || (i / {OWNED}), 'C0HELP', 'm' || i, 'm' || i, 'I will call you back.',
    :now, 'open', 'Annelie', '', '', :due + i * :gap, 'Europe/Berlin', 'minute', '', 1, :now, :due + i * :gap, '', 0,
    '[]', '' FROM n"""
_TIMERS = f"""INSERT INTO work (workspace_id, work_id, lane, kind, key, due_at, created_at, payload, state, hold_until,
    owner, attempts, pace, repeats, result, reason)
    {_COUNTED} SELECT :team, 'w' || i, 'timer', '{Timers.PROMISE_STAGE}', 'promise\\:p' || i || '\\:v1\\:due',
    :due + i * :gap, :now, '{{{{"promise_id"\\: "p' || i || '", "due_version"\\: 1, "stage"\\: "due"}}}}', 'waiting',
    0, '', 0, '', 0, '', '' FROM n"""
_PEOPLE = f"""INSERT INTO people (workspace_id, person_id, name, checked_at, zone, email, is_colleague, is_guest,
    is_app, is_deactivated, settings)
    {_COUNTED} SELECT :team, 'U' || i, 'Agent ' || i, :now, 'Europe/Berlin', '', 1, 0, 0, 0,
    '{{{{}}}}' FROM n"""
_ROLES = f"INSERT INTO roles (workspace_id, person_id, role) {_COUNTED} SELECT :team, 'U' || i, 'agent' FROM n"


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    return [*await _curve(), *await _storm()]


async def _curve() -> list[tuple[str, str, str]]:
    """One database that grows: what a claim and one person's list cost at each size."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder)))
        await migrate(database)
        stored = 0
        for size in SIZES:
            await _store(database, stored, size, timedelta(days=1))
            stored = size
            claim = await _times(database, _claim)
            listed = await _times(database, _list_of(size // OWNED))
            found.append(
                (
                    f"store, claim and finish eight that are due, {size:,} waiting: p50, p99",
                    f"{claim[0]:.1f}, {claim[1]:.1f}",
                    "ms",
                )
            )
            found.append((f"one owner's list, {size:,} stored: p50, p99", f"{listed[0]:.1f}, {listed[1]:.1f}", "ms"))
        await database.close()
    return found


async def _store(database: Database, start: int, end: int, ahead: timedelta, gap_ms: int = 1_000) -> None:
    """Open promises number `start` to `end`, each with its timer, the first due `ahead` of now."""
    async with database.transaction() as tx:
        now = int(tx.now.timestamp() * 1000)
        about = {"team": SHOP, "now": now, "due": now + int(ahead.total_seconds() * 1000), "gap": gap_ms}
        for statement in (_PROMISES, _TIMERS):
            await tx.session.execute(text(statement.format(start=start, end=end)), about)


async def _times(database: Database, do: Callable[[Transaction, int], Awaitable[None]]) -> tuple[float, float]:
    """The median and the 99th percentile of `ROUNDS` runs, in milliseconds."""
    took = []
    for number in range(ROUNDS):
        async with database.transaction() as tx:
            begun = time.perf_counter()
            await do(tx, number)
            took.append((time.perf_counter() - begun) * 1000)
    took.sort()
    return took[ROUNDS // 2], took[ROUNDS * 99 // 100]


async def _claim(tx: Transaction, number: int) -> None:
    """Eight rows that came due this moment; with the rest of the million waiting behind the same index."""
    for place in range(8):
        row = work.new_work(tx, SHOP, work.TIMER, "bench", f"now:{tx.raw_now.timestamp()}:{number}:{place}", payload={})
        await work.enqueue(tx, row)
    rows = await work.claim(tx, "bench", 8, timedelta(minutes=1), timedelta(seconds=1))
    assert len(rows) == 8
    for row in rows:
        await work.finish(tx, row, work.DONE)


def _list_of(owners: int) -> Callable[[Transaction, int], Awaitable[None]]:
    async def listed(tx: Transaction, number: int) -> None:
        owner = f"U{(number * 7919) % owners}"
        assert len(await promises.open_promises(tx, machine(SHOP), owner)) == OWNED

    return listed


async def _storm() -> list[tuple[str, str, str]]:
    """A thousand people's promises come due in one second, beside a hundred thousand others that wait."""
    with tempfile.TemporaryDirectory() as folder:
        office = await opened(Path(folder))
        await _store(office.database, 0, BESIDE, timedelta(days=1))
        await _due_now(office)
        took = await _drained(office)
        reminded = [key for what, key in office.platform.posted if isinstance(what, Delivery)]
        await office.database.close()
    assert len(reminded) == len(set(reminded)) == AT_ONCE, f"{len(reminded)} sent, {len(set(reminded))} of them once"
    return [
        (f"{AT_ONCE:,} due in one second, {BESIDE:,} open: each sent once", f"{len(set(reminded)):,}", "reminders"),
        ("from the first to the last", f"{took:.1f}", "s"),
        ("reminders decided, written and posted", f"{AT_ONCE / took:,.0f}", "a second"),
    ]


async def _due_now(office: Office) -> None:
    """One promise and one timer for each of a thousand people of their own, due within one second."""
    first = BESIDE * OWNED  # Owners beyond those of the promises that wait.
    async with office.database.transaction() as tx:
        now = int(tx.now.timestamp() * 1000)
        about = {"team": SHOP, "now": now - 3_600_000, "due": now - 1_000, "gap": 0}
        span = {"start": first, "end": first + AT_ONCE * OWNED}
        for statement in (_PROMISES, _TIMERS):
            each = f"{statement} WHERE i % {OWNED} = 0"
            await tx.session.execute(text(each.format(**span)), about)
        people = {"start": first // OWNED, "end": first // OWNED + AT_ONCE}
        for statement in (_PEOPLE, _ROLES):
            await tx.session.execute(text(statement.format(**people)), {"team": SHOP, "now": now})


async def _drained(office: Office) -> float:
    called = asyncio.Event()
    dispatcher = Dispatcher(office.database, office.desk, office.gateway, {"slack": office.platform}, called)
    begun = time.perf_counter()
    await dispatcher.start()
    while sum(key.startswith("remind:") for _, key in office.platform.posted) < AT_ONCE:
        assert time.perf_counter() - begun < 300, RemindAgent.__name__
        dispatcher.wake()
        await asyncio.sleep(0.05)
    took = time.perf_counter() - begun
    assert await dispatcher.drained(60)
    await dispatcher.stop()
    return took
