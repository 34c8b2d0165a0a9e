"""How many activities of Teams a second: ours with the token checked and a durable commit, beside the SDK's own adapter
with neither, on the same server, with the same senders, in the same run. What is compared is how soon Teams has its
answer: the SDK as shipped runs its pipeline before it, ours afterwards, when the stored activity is read."""

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import orjson
from botbuilder.core import CloudAdapterBase, TurnContext
from botbuilder.schema import Activity
from botframework.connector.auth import BotFrameworkAuthenticationFactory
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.desk import Desk
from bot.feature import joined
from handlers.teams.door import Teams, TeamsSettings
from handlers.web.health import Health
from handlers.web.logs import configure_logs
from handlers.web.server import server
from storage.database import Database
from storage.inbox import Inbox
from storage.migrate import migrate
from tests.databases import sqlite_url
from tests.loopback import free_port
from tests.teams.wire import APP_ID, PATH, TENANT, Json, activity, bearer, key_service

ROUNDS, OURS, STOCK, SENDERS, GOAL = 3, 1_500, 150, 16, 4
_LENGTH = re.compile(rb"content-length: (\d+)", re.I)
Door = Callable[[Database], AbstractAsyncContextManager[Sequence[BaseRoute]]]


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    configure_logs("WARNING")
    stock: list[float] = []
    ours: list[float] = []
    taken: list[float] = []
    for _ in range(ROUNDS):
        # By turns, so that whatever else the machine does meets both.
        stock.append((await _round(_stock, STOCK, ""))[0])
        whole, each = await _round(_ours, OURS, bearer())
        ours.append(whole)
        taken += each
    taken.sort()
    rates = ROUNDS * OURS / sum(ours), ROUNDS * STOCK / sum(stock)
    return [
        (
            "activities checked, stored durably and acknowledged; the SDK's pipeline runs later",
            f"{rates[0]:,.0f}",
            "activities/s",
        ),
        ("answer, median", f"{taken[len(taken) // 2] * 1000:.1f}", "ms"),
        ("answer, 99 of 100 within", f"{taken[int(len(taken) * 0.99)] * 1000:.1f}", "ms"),
        (
            "the SDK's adapter as shipped: no check, nothing stored; its pipeline runs before the answer",
            f"{rates[1]:,.0f}",
            "activities/s",
        ),
        (f"ratio of acknowledgements (goal: {GOAL})", f"{rates[0] / rates[1]:.1f}", "times"),
    ]


async def _round(door: Door, count: int, authorization: str) -> tuple[float, list[float]]:
    """Seconds for all, and for each."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder)))
        async with database, door(database) as routes, _serving(routes, database) as port:
            await _send(port, 50, "warm", authorization)
            begun = time.perf_counter()
            taken = await _send(port, count, "a", authorization)
            return time.perf_counter() - begun, taken


@asynccontextmanager
async def _stock(_: Database) -> AsyncIterator[Sequence[BaseRoute]]:
    """What the SDK's documentation shows, on our faster server: an empty app id, which switches its check off."""
    adapter = CloudAdapterBase(BotFrameworkAuthenticationFactory.create())

    async def turn(_: TurnContext) -> None:
        """Not even an answer."""

    async def endpoint(request: Request) -> Response:
        told = Activity().deserialize(await request.json())
        await adapter.process_activity(request.headers.get("authorization", ""), told, turn)
        return Response(status_code=201)

    yield [Route(PATH, endpoint, methods=["POST"])]


@asynccontextmanager
async def _ours(database: Database) -> AsyncIterator[Sequence[BaseRoute]]:
    await migrate(database)
    async with key_service() as keys:
        desk = Desk(database, joined([]), lambda: None)
        settings = TeamsSettings(app_id=APP_ID, app_password="x", tenants=(TENANT,), keys_url=keys.url)
        teams = Teams(settings, database, Inbox(database, lambda: None), desk)
        yield teams.routes()
        await teams.stop()


@asynccontextmanager
async def _serving(routes: Sequence[BaseRoute], database: Database) -> AsyncIterator[int]:
    port = free_port()
    running = server(Starlette(routes=list(routes)), Health(database), host="127.0.0.1", port=port)
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    yield port
    running.should_exit = True
    await task


async def _send(port: int, count: int, name: str, authorization: str) -> list[float]:
    """Over bare sockets: a whole HTTP client would cost more than what is measured, on both sides."""
    bodies = iter([orjson.dumps(_message(f"{name}{number}")) for number in range(count)])
    taken: list[float] = []

    async def sender() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for body in bodies:
            begun = time.perf_counter()
            writer.write(_head(len(body), authorization) + body)
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(_LENGTH.findall(head)[0]))
            if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
                raise RuntimeError(f"the door answered {head[:12].decode()}")
            taken.append(time.perf_counter() - begun)
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(sender() for _ in range(SENDERS)))
    return taken


def _head(length: int, authorization: str) -> bytes:
    lines = [f"POST {PATH} HTTP/1.1", "host: 127.0.0.1", "content-type: application/json; charset=utf-8"]
    lines += [f"content-length: {length}", *([f"authorization: {authorization}"] if authorization else []), "", ""]
    return "\r\n".join(lines).encode()


def _message(activity_id: str) -> Json:
    return activity(id=activity_id, text="Where is my bike? " * 30, localTimezone="Europe/Berlin", locale="en-GB")
