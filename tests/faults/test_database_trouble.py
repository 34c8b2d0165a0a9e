"""The database cannot be written, is full, or is held by another process: nothing is acknowledged that is not kept."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import work
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.inbox import Inbox
from storage.migrate import migrate
from tests.databases import new_postgres_database, postgres_server, sqlite_url
from tests.faults.bench import Bench
from tests.faults.flows import ANNELIE, ASKS, FRIEDA
from tests.faults.oracles import judged
from tests.faults.test_slack_trouble import shown
from tests.loopback import free_port

ROOT = Path(__file__).parents[2]
NO_ROOM = 4096
"""Less than one page and its head: no file may grow beyond it, as on a full disk."""


needs_limits = pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux can limit the files of another process"
)


def full_disk(bench: Bench) -> None:
    _most_bytes(bench, NO_ROOM)


def room_again(bench: Bench) -> None:
    _most_bytes(bench, resource.RLIM_INFINITY)


def _most_bytes(bench: Bench, most: int) -> None:
    assert bench.bot is not None
    assert bench.bot.pid is not None
    resource.prlimit(bench.bot.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def last_attempt(bench: Bench) -> int:
    events = (await bench.ask("events"))["events"]
    return int(events[-1]["attempts"][-1]["status"]) if events[-1]["attempts"] else 0


@needs_limits
async def test_on_a_full_disk_an_event_is_refused_and_comes_again(bench: Bench) -> None:
    full_disk(bench)
    await bench.say(ANNELIE, ASKS)

    async def refused() -> bool:
        return await last_attempt(bench) == 503

    assert await bench.until(refused, 5)
    assert bench.rows("SELECT * FROM work WHERE lane = 'inbound'") == []

    room_again(bench)
    await bench.deliveries_come_again()
    await shown(bench, "draft.use")
    assert await bench.settled() == []
    assert await judged(bench) == []
    with closing(sqlite3.connect(bench.folder / "kindline.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@needs_limits
async def test_on_a_full_disk_a_command_says_so_and_stores_nothing(bench: Bench) -> None:
    full_disk(bench)
    answer = await bench.do("command", user=FRIEDA, channel="C0TEAM", command="/insight", text="They ask for bells")
    room_again(bench)
    assert "failed" not in answer, answer
    assert answer["response"]["plain"]
    assert bench.rows("SELECT * FROM insights") == []


@needs_limits
async def test_on_a_full_disk_the_bot_is_not_ready_and_then_is_again(bench: Bench) -> None:
    full_disk(bench)
    assert not await bench.is_ready()
    room_again(bench)
    assert await bench.until(bench.is_ready, 5)


READ_ONLY = {
    "sqlite": "PRAGMA query_only = ON",
    "postgresql": "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
}


@pytest.fixture(params=READ_ONLY)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    with postgres_server(request.getfixturevalue("postgres_bin")) as server:
        yield new_postgres_database(server)


async def test_a_read_only_database_acknowledges_nothing_and_recovers(url: str) -> None:
    database = Database(url)
    await migrate(database)
    inbox = Inbox(database, lambda: None)
    async with database.transaction() as tx:
        await tx.session.execute(text(READ_ONLY[database.dialect]))
    with pytest.raises(StorageUnavailable):
        await inbox.accept("T1", "slack.event", "Ev1", {})

    await database.engine.dispose()  # The next connection may write again.
    assert await inbox.accept("T1", "slack.event", "Ev1", {})
    async with database.reading() as tx:
        assert await work.by_key(tx, "T1", work.INBOUND, "Ev1") is not None
    await database.close()


async def test_a_second_process_on_the_same_file_refuses_to_start_and_the_first_goes_on(bench: Bench) -> None:
    environment = {
        **os.environ,
        "PORT": str(bench.settings.port),
        "BOT_PORT": str(free_port()),
        "PLAYGROUND_STATE": str(bench.folder),
    }
    second = subprocess.run(
        [sys.executable, "app.py", "demo", "--only-bot"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 2
    assert "Another Kindline process is already using kindline.db" in second.stderr
    assert "Traceback" not in second.stderr
    await bench.say(ANNELIE, ASKS)
    await shown(bench, "draft.use")
    assert bench.deaths == 0
