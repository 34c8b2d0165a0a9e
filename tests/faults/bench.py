"""A playground in this process, and the bot as a process of its own that may be killed and comes back."""

import asyncio
import os
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import aiohttp

from handlers.playground.server import create_app
from handlers.playground.settings import Settings
from tests.faults.launcher import LOG, POINTS, Orders, start
from tests.loopback import free_port, serving

Json = dict[str, Any]
MARIGOLD, NORTH, ON_TEAMS = "T0MARIGOLD", "T0NORTH", "M0MARIGOLD"
"""The last one is on Microsoft Teams; the same company as the first, and the same people."""
READY_WITHIN_S = 30.0
SOON_MS = 2_000
"""Longer than the scene's wait for a customer to finish writing."""
TRIED_MS = 30_000
"""Longer than a row that was tried before waits for its next try: it is not over yet."""
PORT_TAKEN = "cannot be used: Address already in use"
"""While the bot was away, somebody's connection may have got its port for a moment."""
CONNECTION_LOST = (aiohttp.ClientError, TimeoutError, OSError)


class Refused(Exception):
    """The control interface said no, in its own words."""


@dataclass
class Bench:
    """`do` and `ask` call the control interface. A bot that dies is started again, as an orchestrator would."""

    settings: Settings
    session: aiohttp.ClientSession
    mutant: str = ""
    is_impatient: bool = False
    deaths: int = 0
    is_kept: bool = True
    bot: ForkServerProcess | None = None
    _keeper: asyncio.Task[None] | None = None
    _is_up: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def folder(self) -> Path:
        return self.settings.state

    @property
    def bot_url(self) -> str:
        return self.settings.bot_address

    async def start(self, die_at: str = "") -> None:
        """Start the bot and keep it alive: only the first life has a point at which it ends."""
        await self._begin(die_at)
        await self.do("clock", advance_s=0)  # The bot hears the scene's time before anything happens.
        self._keeper = asyncio.create_task(self._keep_alive())

    async def _begin(self, die_at: str = "") -> None:
        ports = self.settings.port, self.settings.bot_port
        orders = Orders(self.folder, *ports, die_at, self.mutant, self.is_impatient)
        begun = len(self.log)
        self.bot = await asyncio.to_thread(start, orders)
        async with asyncio.timeout(READY_WITHIN_S):
            while not await self.is_ready():
                if self.bot.exitcode == -signal.SIGKILL:
                    return
                if self.bot.exitcode is not None:
                    assert PORT_TAKEN in self.log[begun:], f"the bot did not start: {self.log[begun:][-2000:]}"
                    begun = len(self.log)
                    self.bot = await asyncio.to_thread(start, orders)
                await asyncio.sleep(0.03)
        self._is_up.set()

    async def _keep_alive(self) -> None:
        while True:
            assert self.bot is not None
            while self.bot.exitcode is None or not self.is_kept:
                await asyncio.sleep(0.03)
            self._is_up.clear()
            self.deaths += 1
            await self._begin()
            await self.deliveries_come_again()

    async def up(self) -> None:
        """Until the bot is there, again or still."""
        async with asyncio.timeout(READY_WITHIN_S):
            await self._is_up.wait()

    async def deliveries_come_again(self) -> None:
        """Slack sends again at once, after a minute and after five, Teams after fifteen seconds: that time passes."""
        for wait_s in (61, 301):
            if not await self.pending():
                return
            await self.do("clock", advance_s=wait_s)

    async def pending(self) -> list[Json]:
        return [one for one in (await self.ask("events"))["events"] if one["state"] == "pending"]

    async def is_ready(self) -> bool:
        try:
            async with self.session.get(f"{self.bot_url}/readyz") as answer:
                return answer.status == 200
        except CONNECTION_LOST:
            return False

    async def stop(self, grace_s: float = 25.0) -> int | None:
        """SIGTERM, as an orchestrator sends it; answers the exit code."""
        if self._keeper is not None:
            self._keeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeper
        if self.bot is None:
            return None
        if self.bot.exitcode is None:
            self.bot.terminate()
        await asyncio.to_thread(self.bot.join, grace_s)
        if self.bot.exitcode is None:
            self.bot.kill()
            await asyncio.to_thread(self.bot.join, grace_s)
        return self.bot.exitcode

    def kill(self) -> None:
        assert self.bot is not None
        assert self.bot.pid is not None
        os.kill(self.bot.pid, signal.SIGKILL)

    async def do(self, name: str, /, **fields: Any) -> Json:
        async with self.session.post(f"{self.settings.address}/_control/{name}", json=fields) as response:
            answer: Json = await response.json()
        if not answer["ok"]:
            raise Refused(answer["message"])
        return answer

    async def ask(self, name: str, /, **query: Any) -> Json:
        async with self.session.get(f"{self.settings.address}/_control/{name}", params=query) as response:
            answer: Json = await response.json()
        assert answer["ok"], answer
        return answer

    async def say(self, user: str, text: str, channel: str = "C0HELP", **more: Any) -> str:
        return str((await self.do("say", user=user, channel=channel, text=text, **more))["message"])

    async def fault(self, method: str, kind: str, **more: Any) -> None:
        await self.do("fault", method=method, kind=kind, **more)

    async def state(self, viewer: str, **more: Any) -> Json:
        return await self.ask("state", viewer=viewer, **more)

    async def calls(self, method: str = "") -> list[Json]:
        """Slack's methods by their name, the Bot Connector's by verb and path."""
        return list((await self.ask("calls", **({"method": method} if method else {})))["calls"])

    async def until(self, found: Callable[[], Any], within_s: float = 15.0) -> Any:
        """The first true answer of `found`, which may be a coroutine function; None when there is none in time."""
        deadline = asyncio.get_running_loop().time() + within_s
        while True:
            answer = found()
            answer = await answer if asyncio.iscoroutine(answer) else answer
            if answer or asyncio.get_running_loop().time() > deadline:
                return answer
            await asyncio.sleep(0.05)

    async def settled(self, within_s: float = 20.0) -> list[str]:
        """Wait until nothing is due; answers what still is after `within_s`."""

        async def nothing_due() -> bool:
            is_up = self.bot is not None and self.bot.exitcode is None and self._is_up.is_set()
            return is_up and not await self.pending() and not self.due(SOON_MS)

        return [] if await self.until(nothing_due, within_s) else self.due() or ["a delivery"]

    def due(self, soon_ms: int = 0) -> list[str]:
        """What should have been done by now, or will be due in a moment."""
        return [
            f"{row['lane']} {row['kind']} {row['key']} {row['reason']}"
            for row in self.rows(
                "SELECT * FROM work WHERE state = 'waiting' AND due_at <= CAST((julianday('now') - 2440587.5) * "
                "86400000 AS INTEGER) + coalesce((SELECT offset_ms FROM product_clock), 0) "
                "+ CASE WHEN attempts > 0 THEN max(?, ?) ELSE ? END",
                soon_ms,
                TRIED_MS if soon_ms else 0,
                soon_ms,
            )
        ]

    def rows(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """What the bot's database holds, read from outside."""
        with closing(sqlite3.connect(f"file:{self.folder / 'kindline.db'}?mode=ro", uri=True, timeout=10)) as database:
            database.row_factory = sqlite3.Row
            return database.execute(query, values).fetchall()

    def rests_end(self) -> None:
        """What waits because it was asked to slow down may go now; such rests are real time, which no clock moves."""
        with closing(sqlite3.connect(self.folder / "kindline.db", timeout=10)) as database, database:
            database.execute("UPDATE work SET hold_until = 0 WHERE state = 'waiting' AND owner = ''")
            database.execute("DELETE FROM paces")

    @property
    def log(self) -> str:
        file = self.folder / LOG
        return file.read_text() if file.exists() else ""

    def points(self) -> list[str]:
        file = self.folder / POINTS
        return file.read_text().splitlines() if file.exists() else []


@asynccontextmanager
async def bench_in(
    folder: Path, *, begins_as: Path | None = None, mutant: str = "", scene: Json | None = None
) -> AsyncIterator[Bench]:
    """A playground without a bot yet. `begins_as`: a folder of an earlier bench, to go on from there; `scene`: what the
    playground, and not the bot, knows otherwise."""
    if begins_as is not None:
        shutil.copytree(begins_as, folder, ignore=shutil.ignore_patterns(LOG, POINTS))
    folder.mkdir(exist_ok=True)
    settings = Settings(port=free_port(), bot_port=free_port(), delivery="http", state=folder)
    if begins_as is not None:
        _move_in(folder, f"{settings.address}/connector/")
    patient = aiohttp.ClientTimeout(total=75)
    async with aiohttp.ClientSession(timeout=patient) as session, serving(create_app(settings, scene), settings.port):
        bench = Bench(settings, session, mutant)
        try:
            yield bench
        finally:
            await bench.stop()


def _move_in(folder: Path, service_url: str) -> None:
    """The earlier playground's port was another one, and Teams only tells its address with the next activity."""
    with closing(sqlite3.connect(folder / "kindline.db")) as database, database:
        database.execute("UPDATE workspaces SET service_url = ? WHERE platform = 'teams'", (service_url,))
