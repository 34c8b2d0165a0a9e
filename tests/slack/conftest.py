"""A Slack door with real parts: a database file, a vault, an inbox, a desk with one small feature, a fake Slack."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from bot.actions import Outcome, Outcomes
from bot.buttons import Buttons, Forms, Shortcuts
from bot.desk import Desk
from bot.events import Event, MessagePosted
from bot.feature import Command, Routes, joined
from handlers.slack.door import Slack, SlackSettings
from storage import people, work
from storage.database import Database, Transaction
from storage.inbox import Inbox
from storage.people import Person
from storage.rows import Row
from storage.secrets import Vault
from tests.slack.fake_slack import HUMAN, FakeSlack, running
from tests.slack.wire import SECRET, Asked, Got, ask


@dataclass(slots=True)
class Feature:
    """Hears everything, answers what it was told to, and can be slow or fail."""

    heard: list[Event] = field(default_factory=list)
    outcomes: Sequence[Outcome] = ()
    delay_s: float = 0.0
    failure: Exception | None = None

    async def on_any(self, event: Event, tx: Transaction) -> Outcomes:
        await asyncio.sleep(self.delay_s)
        if self.failure is not None:
            raise self.failure
        self.heard.append(event)
        return self.outcomes

    def routes(self) -> Routes:
        return Routes(
            events={MessagePosted: self.on_any},
            buttons=dict.fromkeys((*Buttons, "any"), self.on_any),
            forms=dict.fromkeys(Forms, self.on_any),
            shortcuts=dict.fromkeys(Shortcuts, self.on_any),
            commands={
                word: Command(self.on_any, "Does it", has_short_form=True) for word in ("do", "insight", "reply")
            },
        )


@dataclass(slots=True)
class House:
    """Everything that a test of the door needs."""

    slack: Slack
    fake: FakeSlack
    database: Database
    feature: Feature
    app: Starlette

    async def send(self, asked: Asked) -> Got:
        got = await ask(self.app, asked)
        await self.settled()
        return got

    async def settled(self) -> None:
        """What is said after the acknowledgement has been said."""
        await self.slack._answers.finish()

    async def rows(self, lane: str = work.INBOUND) -> Sequence[Any]:
        async with self.database.reading() as tx:
            found = await tx.session.execute(Row.metadata.tables["work"].select())
            return [row for row in found if row.lane == lane]

    async def person(self, person_id: str) -> Person | None:
        async with self.database.reading() as tx:
            return await people.person(tx, "T1", person_id)


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    async with running() as found:
        found.users["UFRIEDA"] = HUMAN
        yield found


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    found = Database(f"sqlite+aiosqlite:///{tmp_path / 'kindline.db'}")
    async with found.engine.begin() as connection:
        await connection.run_sync(Row.metadata.create_all)
    yield found
    await found.close()


@pytest.fixture
def vault() -> Vault:
    return Vault([b"k" * 32])


def built(fake: FakeSlack, database: Database, vault: Vault, feature: Feature, **more: str) -> Slack:
    settings = SlackSettings(**{"api_url": f"{fake.url}/api/", "signing_secret": SECRET, **more})
    desk = Desk(database, joined([feature.routes()]), lambda: None)
    return Slack(settings, database, vault, Inbox(database, lambda: None), desk)


@pytest.fixture
async def house(fake: FakeSlack, database: Database, vault: Vault) -> AsyncIterator[House]:
    feature = Feature()
    slack = built(fake, database, vault, feature, bot_token="xoxb-one")
    await slack.start()
    yield House(slack, fake, database, feature, Starlette(routes=list(slack.routes())))
    await slack.stop()
