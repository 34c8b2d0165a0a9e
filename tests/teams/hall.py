"""The way in of Teams with real parts up to the features: guard, ingress, reception, inbox, a database file."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from starlette.applications import Starlette
from starlette.routing import Route

from bot.events import Event
from handlers.hall.reception import Reply
from handlers.hall.tenants import Tenants
from handlers.teams.connection import Connection
from handlers.teams.ingress import Ingress
from handlers.teams.keys import Keys
from handlers.teams.reception import Reception
from handlers.teams.signature import Guard, Verifier
from storage.database import Database, add_new
from storage.inbox import Inbox
from storage.rows import Row
from storage.workspaces import Workspace
from tests.slack.wire import Asked, Got, ask
from tests.teams.wire import APP_ID, BOT, ISSUER, PATH, TENANT, Json, key_service, sent

COMMANDS = frozenset({"help", "route", "insight"})


@dataclass(slots=True)
class Hall:
    """Answers every question with `reply`, or fails with `failure`."""

    database: Database
    guard: Guard
    reply: Reply = field(default_factory=lambda: Reply(200))
    failure: Exception | None = None
    delay: Any = None
    asked: list[tuple[str, Json, str]] = field(default_factory=list)
    admitted: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)
    told_late: list[Any] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    is_admitting: bool = True
    reception: Reception = field(init=False)
    app: Starlette = field(init=False)

    def __post_init__(self) -> None:
        self.reception = Reception(
            bot_person_id=BOT,
            commands=COMMANDS,
            inbox=Inbox(self.database, lambda: None),
            tenants=Tenants(self.database, "teams"),
            connection=Connection(APP_ID, self._heard, self._asked),
            excuses=self,
            admit=self._admit,
            counts=self.counts,
        )
        ingress = Ingress(self.guard, self.reception.receive, self.counts)
        self.app = Starlette(routes=[Route(PATH, ingress.__call__, methods=["POST"])])

    async def send(self, asked: Asked) -> Got:
        return await ask(self.app, asked)

    async def post(self, body: Any, authorization: str | None = "") -> Got:
        return await self.send(sent(body, authorization))

    async def rows(self) -> Sequence[Any]:
        async with self.database.reading() as tx:
            return (await tx.session.execute(Row.metadata.tables["work"].select())).all()

    @asynccontextmanager
    async def out_of_order(self) -> AsyncIterator[None]:
        """The database serves nobody meanwhile."""
        async with self.database.engine.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE work RENAME TO gone")
        yield
        async with self.database.engine.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE gone RENAME TO work")

    async def instead(self, workspace_id: str, body: Json, text: str) -> Json | None:
        self.excused.append(text)
        return {"value": text} if body.get("type") == "invoke" else None

    def late(self, workspace_id: str, body: Json, said: Any) -> None:
        self.told_late.append(said)

    async def _heard(self, workspace_id: str, payload: Json) -> Sequence[Event]:
        return []

    async def _asked(self, workspace_id: str, body: Json, key: str) -> Reply:
        if self.delay is not None:
            await self.delay
        if self.failure is not None:
            raise self.failure
        self.asked.append((workspace_id, body, key))
        return self.reply

    async def _admit(self, workspace_id: str, activity: Json) -> None:
        self.admitted.append(workspace_id)
        if self.is_admitting:
            async with self.database.transaction() as tx:
                row = Workspace(
                    workspace_id=workspace_id, platform="teams", name="", bot_person_id=BOT, created_at=tx.now
                )
                await add_new(tx, row)


@asynccontextmanager
async def hall(folder: Path) -> AsyncIterator[Hall]:
    database = Database(f"sqlite+aiosqlite:///{folder / 'kindline.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(Row.metadata.create_all)
    async with database, key_service() as service, aiohttp.ClientSession() as session:
        keys = Keys(service.url, session)
        hosts = frozenset({"smba.trafficmanager.net"})
        yield Hall(database, Verifier(APP_ID, ISSUER, frozenset({TENANT}), hosts, keys))
        await keys.finish()
