"""One worker of many: a process with a dispatcher on a shared PostgreSQL, and a platform that writes down each send."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from bot.actions import Outcomes, RemindAgent
from bot.cards import Card, Words
from bot.desk import Desk
from bot.events import Event, TimePassed
from bot.feature import Routes, joined
from bot.places import Delivery, DirectMessage, Place, Removal
from bot.work.approval import ApprovedReply
from bot.work.dispatcher import Dispatcher
from bot.work.sending import Gateway
from storage.database import Database, Transaction

TIMER = "test"


@dataclass(frozen=True, slots=True)
class Ledger:
    """A platform for all workers: one line for each post it accepts, in a file they share."""

    file: Path

    def write(self, line: str) -> None:
        with self.file.open("a") as ledger:
            ledger.write(f"{line}\n")

    async def read(self, workspace_id: str, payload: dict[str, Any]) -> Sequence[Event]:
        return []

    async def post(self, workspace_id: str, delivery: Delivery, key: str) -> str:
        await asyncio.sleep(0.005)
        self.write(key)
        return key

    async def post_reply(self, reply: ApprovedReply, key: str) -> str:
        raise AssertionError("no reply was approved")

    async def remove(self, workspace_id: str, removal: Removal) -> None:
        raise AssertionError("nothing was taken back")

    async def find(self, workspace_id: str, place: Place | ApprovedReply, key: str) -> str | None:
        return None


async def on_timer(event: TimePassed, tx: Transaction) -> Outcomes:
    """Each firing has a key of its own, so that a timer that fires twice is a reminder that comes twice."""
    fired = f"{event.key}:{tx.raw_now.timestamp()}"
    return [RemindAgent(key=fired, promise_id="p", due_version=1, stage="due", person_id=event.key)]


async def write(action: RemindAgent, _workspace_id: str, _tx: Transaction) -> Delivery:
    return Delivery(DirectMessage(action.person_id), Card("Due", [Words("Due")]))


def live(url: str, ledger: Path, name: str) -> None:
    asyncio.run(_work(url, ledger, name))


async def _work(url: str, file: Path, name: str) -> None:
    database, called = Database(url), asyncio.Event()
    table = joined([Routes(timers={TIMER: on_timer}, writers={RemindAgent: write})])
    desk = Desk(database, table, called.set)
    platforms = {"test": Ledger(file)}
    dispatcher = Dispatcher(
        database, desk, Gateway(database, desk, table, platforms), platforms, called, name=f"worker-{name}"
    )
    await dispatcher.start()
    while True:
        dispatcher.wake()
        await asyncio.sleep(0.05)


def start(url: str, ledger: Path, name: str) -> ForkServerProcess:
    context = get_context("forkserver")
    context.set_forkserver_preload(["pytest", "tests.faults.launcher"])
    process = context.Process(target=live, args=(url, ledger, name), daemon=True)
    process.start()
    return process
