"""How fast events are stored and work is done, on SQLite with synchronous FULL."""

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from storage import work
from storage.database import Database
from storage.inbox import Inbox
from storage.migrate import migrate
from tests.databases import sqlite_url

EVENTS, JOBS = 2_000, 500


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder)))
        await migrate(database)
        stored = await _stored(database)
        done = await _done(database)
        await database.close()
    return [
        ("events stored durably, 64 senders", f"{stored:,.0f}", "events/s"),
        ("rows claimed and finished, one by one", f"{done:,.0f}", "rows/s"),
    ]


async def _stored(database: Database) -> float:
    inbox = Inbox(database, lambda: None)
    numbers = iter(range(EVENTS))

    async def sender() -> None:
        for number in numbers:
            await inbox.accept("T1", "bench", f"Ev{number}", {"text": "x" * 800})

    begun = time.perf_counter()
    await asyncio.gather(*(sender() for _ in range(64)))
    return EVENTS / (time.perf_counter() - begun)


async def _done(database: Database) -> float:
    begun = time.perf_counter()
    for _ in range(JOBS):
        async with database.transaction() as tx:
            (row,) = await work.claim(tx, "bench", 1, timedelta(minutes=1), timedelta(seconds=1))
        async with database.transaction() as tx:
            await work.finish(tx, row, work.DONE)
    return JOBS / (time.perf_counter() - begun)
