"""Two workers on one PostgreSQL: each due thing happens once, also when one of them is killed in the middle."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import work
from storage.database import Database
from storage.migrate import migrate
from storage.people import Person
from storage.workspaces import Workspace
from tests.databases import new_postgres_database, postgres_server
from tests.faults import replica

WORKSPACE, TIMERS = "T1", 300


@pytest.fixture(scope="module")
def server(postgres_bin: Path) -> Iterator[str]:
    with postgres_server(postgres_bin) as address:
        yield address


@pytest.fixture
async def database(server: str) -> AsyncIterator[Database]:
    opened = Database(new_postgres_database(server))
    await migrate(opened)
    yield opened
    await opened.close()


async def set_timers(database: Database, in_s: float) -> None:
    async with database.transaction() as tx:
        workspace = Workspace(
            workspace_id=WORKSPACE, platform="test", name="Marigold", bot_person_id="UBOT", created_at=tx.now
        )
        tx.session.add(workspace)
        due_at = tx.now + timedelta(seconds=in_s)
        for number in range(TIMERS):
            row = work.new_work(tx, WORKSPACE, work.TIMER, replica.TIMER, f"U{number}", payload={}, due_at=due_at)
            await work.enqueue(tx, row)
            tx.session.add(a_colleague(f"U{number}", tx.raw_now))


def a_colleague(person_id: str, at: datetime) -> Person:
    return Person(workspace_id=WORKSPACE, person_id=person_id, name=person_id, checked_at=at, is_colleague=True)


async def waiting(database: Database) -> int:
    async with database.reading() as tx:
        query = select(func.count()).where(work.Work.state == work.WAITING)
        return int((await tx.session.execute(query)).scalar() or 0)


async def until_done(database: Database, within_s: float) -> None:
    async with asyncio.timeout(within_s):
        while await waiting(database):
            await asyncio.sleep(0.1)


def owners(ledger: Path) -> Counter[str]:
    """How often each timer led to a post; the key begins with the timer's."""
    return Counter(line.partition(":")[0] for line in ledger.read_text().splitlines())


async def test_three_hundred_timers_due_at_once_fire_once_each_with_two_workers(
    database: Database, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger"
    url = database.url.render_as_string(hide_password=False)
    await set_timers(database, in_s=2)
    workers = [replica.start(url, ledger, name) for name in ("a", "b")]
    await until_done(database, 60)
    for worker in workers:
        worker.kill()
        worker.join()
    async with database.reading() as tx:
        did = Counter((await tx.session.scalars(select(work.Work.owner))).all())
    assert (len(owners(ledger)), set(owners(ledger).values())) == (TIMERS, {1})
    assert set(did) == {"worker-a", "worker-b"}
