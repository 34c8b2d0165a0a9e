"""How many signed events a second one process acknowledges, each stored durably first, and how long an answer takes."""

import asyncio
import contextlib
import tempfile
import time
from collections.abc import AsyncIterator
from hashlib import sha256
from hmac import new as hmac
from pathlib import Path

import aiohttp
import orjson
from starlette.applications import Starlette

from bot.desk import Desk
from bot.feature import joined
from handlers.slack.door import Slack, SlackSettings
from handlers.web.health import Health
from handlers.web.server import server
from storage.database import Database
from storage.inbox import Inbox
from storage.migrate import migrate
from storage.secrets import Vault
from storage.workspaces import Workspace
from tests.databases import sqlite_url
from tests.loopback import free_port

SECRET, EVENTS, SENDERS = "bench-signing-secret", 3_000, 16
"""Sixteen senders, as in the measurements of Bolt alone that this is compared with."""


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    with tempfile.TemporaryDirectory() as folder:
        async with _serving(Path(folder)) as address:
            await _send(address, 200, "warm")
            begun = time.perf_counter()
            taken = sorted(await _send(address, EVENTS, "Ev"))
            whole = time.perf_counter() - begun
    return [
        ("signed events acknowledged after a durable insert", f"{EVENTS / whole:,.0f}", "events/s"),
        ("answer, median", f"{taken[len(taken) // 2] * 1000:.1f}", "ms"),
        ("answer, 99 of 100 within", f"{taken[int(len(taken) * 0.99)] * 1000:.1f}", "ms"),
    ]


@contextlib.asynccontextmanager
async def _serving(folder: Path) -> AsyncIterator[str]:
    database, port = Database(sqlite_url(folder)), free_port()
    await migrate(database)
    async with database.transaction() as tx:
        tx.session.add(
            Workspace(workspace_id="T1", platform="slack", name="Bench", bot_person_id="UBOT", created_at=tx.now)
        )
    desk = Desk(database, joined([]), lambda: None)
    door = Slack(
        SlackSettings(signing_secret=SECRET), database, Vault([b"k" * 32]), Inbox(database, lambda: None), desk
    )
    running = server(Starlette(routes=list(door.routes())), Health(database), host="127.0.0.1", port=port)
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    yield f"http://127.0.0.1:{port}/slack/events"
    running.should_exit = True
    await task
    await door.stop()
    await database.close()


async def _send(address: str, count: int, name: str) -> list[float]:
    bodies = iter([_signed(f"{name}{number}") for number in range(count)])
    taken: list[float] = []

    async def sender(session: aiohttp.ClientSession) -> None:
        for body, headers in bodies:
            begun = time.perf_counter()
            async with session.post(address, data=body, headers=headers) as answer:
                if answer.status != 200:
                    raise RuntimeError(f"the door answered {answer.status}")
            taken.append(time.perf_counter() - begun)

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(sender(session) for _ in range(SENDERS)))
    return taken


def _signed(event_id: str) -> tuple[bytes, dict[str, str]]:
    event = {"type": "message", "channel": "C1", "user": "U1", "ts": "1794994202.503381", "text": "x" * 600}
    body = orjson.dumps(
        {
            "type": "event_callback",
            "event_id": event_id,
            "team_id": "T1",
            "authorizations": [{"team_id": "T1"}],
            "event": event,
        }
    )
    at = str(int(time.time()))
    signature = hmac(SECRET.encode(), b"v0:" + at.encode() + b":" + body, sha256).hexdigest()
    return body, {
        "content-type": "application/json",
        "x-slack-request-timestamp": at,
        "x-slack-signature": f"v0={signature}",
    }
