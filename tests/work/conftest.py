"""A bench for the work engine: real SQLite, one small feature, and a platform that only remembers."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.actions import Action, OfferDraft, Outcomes, RefreshHome, RemindAgent, SendReply, TellPerson
from bot.cards import Card, Words
from bot.desk import Desk
from bot.events import PersonUnreachable, PostFailed, TimePassed
from bot.feature import Routes, joined
from bot.places import Delivery, DirectMessage, Place, ReplyDelivery
from bot.work.approval import approve
from bot.work.dispatcher import Dispatcher
from bot.work.sending import Gateway
from storage import work
from storage.database import Database, Transaction
from storage.migrate import migrate
from storage.people import Person
from storage.workspaces import Channel, Workspace
from tests.databases import sqlite_url
from tests.recorder import Recorder

WORKSPACE = "T1"


@dataclass
class Feature:
    """Remembers what it was told, and writes the cards that a test asks for."""

    failures: list[PostFailed] = field(default_factory=list)
    unreachable: list[PersonUnreachable] = field(default_factory=list)
    fired: list[TimePassed] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)
    place: Place = field(default_factory=lambda: DirectMessage("U1"))
    is_wanted: bool = True
    database: Database | None = None
    """Written to while thinking, where a test wants to know whether that is possible."""
    thought: list[str] = field(default_factory=list)
    text: str = "I'll call you on Friday."

    async def write(self, action: object, _workspace_id: str, _tx: Transaction) -> Delivery | ReplyDelivery | None:
        if not self.is_wanted:
            return None
        if isinstance(action, SendReply):
            return ReplyDelivery(action.approval_id, "C1", "1", "U1", self.text)
        return Delivery(self.place, Card("A card", [Words("A card")]))

    async def on_delivered(self, _action: object, _workspace: str, message_id: str, _tx: Transaction) -> Outcomes:
        self.delivered.append(message_id)
        return []

    async def on_failed(self, event: PostFailed, _tx: Transaction) -> Outcomes:
        self.failures.append(event)
        return []

    async def on_unreachable(self, event: PersonUnreachable, _tx: Transaction) -> Outcomes:
        self.unreachable.append(event)
        return []

    async def before_timer(self, event: TimePassed, _tx: Transaction) -> None:
        if self.database is not None:
            async with self.database.transaction():
                self.thought.append(event.key)

    async def on_timer(self, event: TimePassed, _tx: Transaction) -> Outcomes:
        if event.payload.get("fails"):
            raise RuntimeError("a fault in a feature")
        self.fired.append(event)
        return []

    def routes(self) -> Routes:
        kinds = (RemindAgent, SendReply, OfferDraft, TellPerson, RefreshHome)
        return Routes(
            events={PostFailed: self.on_failed, PersonUnreachable: self.on_unreachable},
            timers={"test": self.on_timer},
            ahead={self.on_timer: self.before_timer},
            writers=dict.fromkeys(kinds, self.write),
            delivered=dict.fromkeys(kinds, self.on_delivered),
        )


@dataclass
class Bench:
    database: Database
    recorder: Recorder
    dispatcher: Dispatcher
    desk: Desk
    feature: Feature

    async def put(self, action: Action) -> None:
        async with self.database.transaction() as tx:
            await self.desk.carry_out(tx, WORKSPACE, [action])
            tx.on_commit.append(self.dispatcher.wake)

    async def put_reply(self, key: str = "reply:1", approved: str = "I'll call you on Friday.") -> None:
        async with self.database.transaction() as tx:
            approval = approve(tx, workspace_id=WORKSPACE, channel_id="C1", thread_id="1", agent_id="U1", text=approved)
            action = SendReply(key=key, draft_id="d1", approval_id=approval.approval_id)
            await self.desk.carry_out(tx, WORKSPACE, [action])
            tx.on_commit.append(self.dispatcher.wake)

    async def row(self, key: str, lane: str = work.POST) -> work.Work:
        async with self.database.reading() as tx:
            found = await work.by_key(tx, WORKSPACE, lane, key)
        assert found is not None
        return found

    async def settle(self, deadline_s: float = 10.0) -> None:
        assert await self.dispatcher.drained(deadline_s)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = Database(sqlite_url(tmp_path))
    await migrate(database)
    async with database.transaction() as tx:
        tx.session.add(
            Workspace(workspace_id=WORKSPACE, platform="test", name="Marigold", bot_person_id="UBOT", created_at=tx.now)
        )
        for person_id in ("U1", "U2"):
            tx.session.add(
                Person(
                    workspace_id=WORKSPACE, person_id=person_id, name=person_id, checked_at=tx.now, is_colleague=True
                )
            )
        tx.session.add(Channel(workspace_id=WORKSPACE, channel_id="C1", kind="shared", is_enrolled=True))
        tx.session.add(Channel(workspace_id=WORKSPACE, channel_id="C2", kind="internal", has_customers=False))
    made = _bench(database)
    await made.dispatcher.start()
    yield made
    await made.dispatcher.stop(grace_s=0.2)
    await database.close()


def _bench(database: Database) -> Bench:
    called, recorder = asyncio.Event(), Recorder()
    feature = Feature()
    table = joined([feature.routes()])
    desk = Desk(database, table, called.set)
    gateway = Gateway(database, desk, table, {"test": recorder})
    return Bench(database, recorder, Dispatcher(database, desk, gateway, {"test": recorder}, called), desk, feature)
