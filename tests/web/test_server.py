"""The one web application: alive, ready, safe headers, a demo door for this machine only, and a stop in the right
order."""

import asyncio
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from handlers.web.health import Health
from handlers.web.server import Parts, create_app, server
from storage import work
from storage.database import Database
from storage.errors import StorageUnavailable
from storage.rows import Row
from tests.slack.wire import Asked, ask


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    found = Database(f"sqlite+aiosqlite:///{tmp_path / 'kindline.db'}")
    async with found.engine.begin() as connection:
        await connection.run_sync(Row.metadata.create_all)
    yield found
    await found.close()


@dataclass(slots=True)
class Switch:
    is_on: bool = True

    async def __call__(self) -> bool:
        return self.is_on


@dataclass(slots=True)
class Diary:
    """Notes in which order things happened, and whether we called ourselves ready then."""

    health: Health
    lines: list[str] = field(default_factory=list)

    async def begin(self) -> None:
        self.lines.append("begin")

    async def end(self) -> None:
        self.lines.append(f"end, stopping={self.health.is_stopping}")


async def demo(request: Request) -> Response:
    return JSONResponse({"ok": True})


async def test_alive_and_ready_are_two_questions(database: Database) -> None:
    switch = Switch()
    app = create_app(Parts(Health(database, {"migrations": switch, "socket": Switch()})))
    ready = await ask(app, Asked("/readyz", "GET"))
    assert (ready.status, ready.json["checks"]["database"]) == (200, True)
    switch.is_on = False
    assert (await ask(app, Asked("/readyz", "GET"))).status == 503
    assert (await ask(app, Asked("/healthz", "GET"))).status == 200


async def test_a_database_that_cannot_write_is_not_ready(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE product_clock")
    got = await ask(create_app(Parts(Health(database))), Asked("/readyz", "GET"))
    assert (got.status, got.json["checks"]["database"]) == (503, False)


async def test_the_age_of_the_oldest_due_row_is_shown_and_too_old_is_not_ready(database: Database) -> None:
    async with database.transaction() as tx:
        due_at = tx.now - timedelta(seconds=100)
        await work.enqueue(tx, work.new_work(tx, "T1", work.POST, "X", "k", payload={}, due_at=due_at))
    patient, strict = Health(database), Health(database, most_age_s=60)
    is_ready, found = await patient.report()
    assert is_ready
    assert 100 <= found["oldest_due_s"] < 110
    assert not (await strict.report())[0]


@pytest.mark.parametrize("held", ["row", "channel", "workspace"])
async def test_what_a_platform_asked_to_hold_back_makes_nobody_unready(database: Database, held: str) -> None:
    async with database.transaction() as tx:
        due_at = tx.now - timedelta(hours=1)
        row = work.new_work(tx, "T1", work.POST, "X", "k", payload={}, due_at=due_at, pace="C1")
        if held == "row":
            row.hold_until = tx.raw_now + timedelta(minutes=5)
        else:
            await work.block(tx, "T1", "C1" if held == "channel" else "*", 300)
        await work.enqueue(tx, row)
    is_ready, found = await Health(database).report()
    assert (is_ready, found["oldest_due_s"]) == (True, 0)


async def test_another_workspaces_pause_hides_nothing(database: Database) -> None:
    async with database.transaction() as tx:
        await work.block(tx, "T2", "*", 300)
        due_at = tx.now - timedelta(hours=1)
        for lane in (work.POST, work.TIMER):
            await work.enqueue(tx, work.new_work(tx, "T1", lane, "X", "k", payload={}, due_at=due_at, pace="C1"))
    assert not (await Health(database).report())[0]


async def test_a_check_that_cannot_reach_the_database_is_not_ready(database: Database) -> None:
    async def migrations() -> bool:
        raise StorageUnavailable("gone")

    got = await ask(create_app(Parts(Health(database, {"migrations": migrations}))), Asked("/readyz", "GET"))
    assert (got.status, got.json["checks"]["migrations"]) == (503, False)


async def test_what_is_due_tomorrow_is_not_late(database: Database) -> None:
    async with database.transaction() as tx:
        due_at = tx.now + timedelta(days=1)
        await work.enqueue(tx, work.new_work(tx, "T1", work.TIMER, "X", "k", payload={}, due_at=due_at))
    assert (await Health(database).report())[1]["oldest_due_s"] == 0


async def test_every_answer_has_safe_headers(database: Database) -> None:
    app = create_app(Parts(Health(database)))
    for path in ("/healthz", "/nowhere"):
        headers = (await ask(app, Asked(path, "GET"))).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert (headers["cache-control"], headers["x-frame-options"]) == ("no-store", "DENY")


@pytest.mark.parametrize(
    ("client", "status"), [("127.0.0.1", 200), ("::1", 200), ("192.0.2.7", 404), ("testclient", 404), ("", 404)]
)
async def test_the_demo_door_is_there_for_this_machine_only(database: Database, client: str, status: int) -> None:
    app = create_app(Parts(Health(database), demo_routes=[Route("/clock", demo, methods=["POST"])]))
    assert (await ask(app, Asked("/_demo/clock", client=client))).status == status


async def test_outside_the_demo_there_is_no_demo_door(database: Database) -> None:
    assert (await ask(create_app(Parts(Health(database))), Asked("/_demo/clock"))).status == 404


async def test_a_stop_makes_it_not_ready_first_and_still_answers_for_a_while(database: Database) -> None:
    health = Health(database)
    diary = Diary(health)
    app = create_app(Parts(health, starts=[diary.begin], stops=[diary.end]))
    # A stop that was asked for and went well ends here: the signal is not raised once more.
    before_us = signal.signal(signal.SIGTERM, lambda *_: diary.lines.append("signal"))
    running = server(app, health, host="127.0.0.1", port=0, linger_s=0.3)
    task = asyncio.create_task(running.serve())
    while not running.started:  # Uvicorn tells by this flag only.
        await asyncio.sleep(0.01)
    port = running.servers[0].sockets[0].getsockname()[1]
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.get("/readyz") as answer:
            before = answer.status
        running.handle_exit(signal.SIGTERM, None)
        async with session.get("/readyz") as answer:
            after = answer.status
    await asyncio.wait_for(task, 10)
    signal.signal(signal.SIGTERM, before_us)
    assert (before, after) == (200, 503)
    assert diary.lines == ["begin", "end, stopping=True"]
