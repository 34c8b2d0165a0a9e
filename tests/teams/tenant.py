"""One tenant in a database file, with a pretend roster that counts what it was asked."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import PlatformError, PlatformRefused
from bot.events import Event
from handlers.teams.install import Installation
from handlers.teams.people import People
from handlers.teams.wire import Json
from storage import addresses, people, workspaces
from storage.addresses import Address
from storage.database import Database, Transaction
from storage.people import Person
from storage.tables import METADATA
from storage.workspaces import Channel, Workspace
from tests.databases import sqlite_url
from tests.teams.activities import FRIEDA, FRIEDA_USER, TEAM
from tests.teams.wire import APP_ID, TENANT


def member(name: str = "Frieda Maas", person_id: str = FRIEDA, user_id: str = FRIEDA_USER, **more: str) -> Json:
    whole = {
        "id": user_id,
        "objectId": person_id,
        "name": name,
        "tenantId": TENANT,
        "userRole": "user",
        "userPrincipalName": "frieda@marigold.example",
        "email": "frieda@marigold.example",
    }
    return whole | more


@dataclass(slots=True)
class Roster:
    """`places` holds who is in which conversation, in pages."""

    places: dict[str, list[list[Json]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    failure: PlatformError | None = None
    asked: list[str] = field(default_factory=list)
    meanwhile: list[Callable[[], None]] = field(default_factory=list)
    """What happens while the next page of members is on its way."""

    async def member(self, workspace_id: str, conversation_id: str, user_id: str) -> Json:
        self.asked.append(f"member {user_id}")
        if self.failure is not None:
            raise self.failure
        for page in self.places.get(conversation_id.partition(";")[0], []):
            for one in page:
                if user_id in (one["id"], one.get("objectId"), one.get("aadObjectId")):
                    return one
        raise PlatformRefused("MemberNotFoundInConversation")

    async def members(self, workspace_id: str, conversation_id: str, continuation: str = "") -> Json:
        self.asked.append(f"members {conversation_id} {continuation}".strip())
        if self.failure is not None:
            raise self.failure
        pages, number = self.places.get(conversation_id, [[]]), int(continuation or 0)
        more = {"continuationToken": str(number + 1)} if number + 1 < len(pages) else {}
        while self.meanwhile:
            self.meanwhile.pop()()
        return {"members": pages[number], **more}

    async def channels(self, workspace_id: str, team_id: str) -> Json:
        self.asked.append(f"channels {team_id}")
        if self.failure is not None:
            raise self.failure
        return {"conversations": [{"id": one, "name": name} for one, name in self.names.items()]}


@dataclass(slots=True)
class Tenant:
    database: Database
    roster: Roster
    heard: list[Event] = field(default_factory=list)
    now_s: float = 1_000.0
    people: People = field(init=False)
    installation: Installation = field(init=False)

    def __post_init__(self) -> None:
        self.people = People(self.database, self.roster, self.hear, lambda: self.now_s)
        self.installation = Installation(self.database, APP_ID, self.roster, self.people, lambda: self.now_s)

    async def hear(self, tx: Transaction, event: Event) -> None:
        self.heard.append(event)

    async def person(self, person_id: str = FRIEDA) -> Person | None:
        async with self.database.reading() as tx:
            return await people.person(tx, TENANT, person_id)

    async def address(self, person_id: str = FRIEDA) -> Address | None:
        async with self.database.reading() as tx:
            return await addresses.address(tx, TENANT, person_id)

    async def home(self) -> Workspace | None:
        async with self.database.reading() as tx:
            return await workspaces.workspace(tx, TENANT)

    async def channel(self, channel_id: str) -> Channel | None:
        async with self.database.reading() as tx:
            return await workspaces.channel(tx, TENANT, channel_id)

    async def enrol(self, channel_id: str, kind: str = "relay", team_id: str = TEAM, name: str = "") -> None:
        async with self.database.transaction() as tx:
            tx.session.add(
                Channel(
                    workspace_id=TENANT, channel_id=channel_id, kind=kind, team_id=team_id, name=name, is_enrolled=True
                )
            )

    async def enrol_internally(self, channel_id: str, team_id: str = TEAM) -> None:
        """A channel of which the platform said that only colleagues read it."""
        await self.enrol(channel_id, "internal", team_id)
        async with self.database.transaction() as tx:
            (await tx.session.get_one(Channel, (TENANT, channel_id))).has_customers = False

    async def audit(self) -> list[str]:
        async with self.database.reading() as tx:
            found = await tx.session.execute(METADATA.tables["audit"].select())
            return [
                f"{row.what} {' '.join(row.about)} by {row.by}" for row in sorted(found, key=lambda row: row.entry_id)
            ]


@asynccontextmanager
async def tenant(folder: Path, *, is_known: bool = True) -> AsyncIterator[Tenant]:
    database = Database(sqlite_url(folder))
    async with database.engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    found = Tenant(database, Roster())
    if is_known:
        await found.installation.register(TENANT)
    yield found
    await found.people.finish()
    await database.close()
