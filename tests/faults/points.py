"""The moments at which the bot may die: each commit that wrote something, and each call to Slack or Teams, before and
after."""

import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import unquote

from sqlalchemy import text

from handlers.slack.api import Api
from handlers.teams.api import Api as Connector
from handlers.teams.tokens import Tokens
from storage.database import Database, Transaction
from storage.work import Work

OF_THE_DEMO = "Database."
"""Commits of the demo's own door, which no real installation has."""


class Points:
    """Writes each moment into a file, by name and number, and kills the process at one of them."""

    def __init__(self, log: Path, die_at: str) -> None:
        self._log, self._die_at = log, die_at
        self._seen: Counter[str] = Counter()

    def reached(self, name: str) -> None:
        self._seen[name] += 1
        label = f"{name} #{self._seen[name]}"
        with self._log.open("a") as log:
            log.write(f"{label}\n")
        if label == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)


def watch(points: Points) -> None:
    """From now on every commit and every call of this process is counted."""
    _watch_commits(points)
    _watch_slack(points)
    _watch_teams(points)


def _watch_commits(points: Points) -> None:
    begin = Database.transaction
    changes = {"so far": 0}

    def transaction(self: Database) -> AbstractAsyncContextManager[Transaction]:
        return _counted(begin(self), points, sys._getframe(1), changes)

    Database.transaction = transaction  # type: ignore[assignment, method-assign]


@asynccontextmanager
async def _counted(
    begun: AbstractAsyncContextManager[Transaction], points: Points, caller: FrameType, changes: dict[str, int]
) -> AsyncIterator[Transaction]:
    """A commit that wrote nothing is no moment of its own: ticks and probes make those at any time."""
    name = caller.f_code.co_qualname
    async with begun as tx:
        yield tx
        await tx.session.flush()
        written = (await tx.session.execute(text("SELECT total_changes()"))).scalar_one()
        subjects = _subjects(caller)
    has_written, changes["so far"] = written != changes["so far"], int(written)
    if has_written and not name.startswith(OF_THE_DEMO):
        for subject in subjects:
            points.reached(f"committed {name} {subject}".strip())


def _subjects(caller: FrameType) -> list[str]:
    """What the commit was about, so that a moment keeps its name when other work comes in between."""
    held = caller.f_locals
    if isinstance(held.get("rows"), Sequence):
        return [_of_row(row) for row in held["rows"]]
    if isinstance(held.get("batch"), list):
        return [_of_payload(letter.payload) for letter in held["batch"]]
    if isinstance(held.get("row"), Work):
        return [_of_row(held["row"])]
    event = held.get("event")
    if event is not None:
        detail = next((getattr(event, name) for name in ("button", "form", "word") if hasattr(event, name)), "")
        return [f"{type(event).__name__} {detail}".strip()]
    return [str(held.get("person_id", ""))]


def _of_row(row: Any) -> str:
    return f"{row.kind} {_of_payload(row.payload)}".strip() if isinstance(row, Work) else ""


def _of_payload(payload: Any) -> str:
    """An event of Slack's stands inside its delivery; an activity of Teams is the delivery."""
    event = payload.get("event", payload)
    return str(event.get("type", "")) if isinstance(event, dict) else ""


async def _around(points: Points, name: str, call: Callable[[], Any]) -> Any:
    points.reached(f"before {name}")
    try:
        return await call()
    finally:
        points.reached(f"after {name}")


def _watch_slack(points: Points) -> None:
    call_with, read, respond = Api.call_with, Api.read, Api.respond

    async def counted_call(self: Api, token: str, method: str, **fields: Any) -> Any:
        place = fields.get("channel", "")
        name = f"{method} {place}".strip()
        return await _around(points, name, lambda: call_with(self, token, method, **fields))

    async def counted_read(self: Api, workspace_id: str, method: str, **fields: Any) -> Any:
        return await _around(points, method, lambda: read(self, workspace_id, method, **fields))

    async def counted_respond(self: Api, url: str, body: Any) -> None:
        await _around(points, "response_url", lambda: respond(self, url, body))

    Api.call_with, Api.read, Api.respond = counted_call, counted_read, counted_respond  # type: ignore[method-assign]


def _watch_teams(points: Points) -> None:
    call, ask = Connector._call, Tokens._ask

    async def counted_call(self: Connector, workspace_id: str, kind: Any, method: str, path: str, **more: Any) -> Any:
        return await _around(points, _named(method, path), lambda: call(self, workspace_id, kind, method, path, **more))

    async def counted_ask(self: Tokens) -> Any:
        return await _around(points, "POST token", lambda: ask(self))

    Connector._call, Tokens._ask = counted_call, counted_ask  # type: ignore[method-assign, assignment]


def _named(method: str, path: str) -> str:
    """As the playground's ledger calls it, and the conversation without its thread."""
    parts = path.partition("?")[0].split("/")
    place = unquote(parts[1]).partition(";")[0] if len(parts) > 1 else ""
    return f"{method} {'/'.join([parts[0], *parts[2:3]])} {place}".strip()
