"""What reaches Teams, with real parts: a database file, the session, and a small Bot Connector on loopback."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.events import Event
from handlers.teams.answers import Answers
from handlers.teams.api import Api
from handlers.teams.outgoing import TeamsPlatform
from handlers.teams.posting import Posting
from handlers.teams.tokens import AppKey
from handlers.teams.wire import Json
from storage import addresses
from storage.addresses import Address
from storage.database import Database
from storage.rows import EPOCH
from storage.tables import METADATA
from storage.workspaces import Workspace
from tests.databases import sqlite_url
from tests.teams.fake_connector import FakeConnector, running
from tests.teams.wire import APP_ID, BOT, TENANT

CHANNEL = "19:c0help@thread.tacv2"
ROOT = "1763458200000"
LINKS = "https://teams.example/"


@dataclass(slots=True)
class Outside:
    fake: FakeConnector
    database: Database
    api: Api
    posting: Posting
    platform: TeamsPlatform
    answers: Answers

    async def know(self, person_id: str, **about: str) -> None:
        async with self.database.transaction() as tx:
            await addresses.note_address(tx, TENANT, person_id, **about)

    async def address(self, person_id: str) -> Address | None:
        async with self.database.reading() as tx:
            return await addresses.address(tx, TENANT, person_id)

    async def move_service(self, url: str) -> None:
        """The tenant is served from another address now."""
        async with self.database.transaction() as tx:
            (await tx.session.get_one(Workspace, TENANT)).service_url = url


@asynccontextmanager
async def outside(folder: Path, *, app_id: str = APP_ID, targeted: bool = False) -> AsyncIterator[Outside]:
    async with running() as fake:
        database = Database(sqlite_url(folder))
        async with database.engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)
        async with database.transaction() as tx:
            home = Workspace(
                workspace_id=TENANT, platform="teams", name="Marigold", bot_person_id=BOT, created_at=EPOCH
            )
            home.service_url = f"{fake.url}/connector/"
            tx.session.add(home)
        api = Api(database, AppKey(app_id, "hush", TENANT, f"{fake.url}/login/"), ["127.0.0.1"])
        posting = Posting(api, database, LINKS, targeted)
        yield Outside(fake, database, api, posting, TeamsPlatform(posting, _read), Answers(posting))
        await api.close()
        await database.close()


async def _read(workspace_id: str, payload: Json) -> Sequence[Event]:
    return []
