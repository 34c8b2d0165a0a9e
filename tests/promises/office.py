"""An office for the tests of promises: real rows, the real desk and gateway, a platform that only remembers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.actions import Answer, OfferDraft, OpenForm
from bot.buttons import OPENS_FORM
from bot.cards import Actions, Button, Card, Choice, Heading, Quote, Small, Words
from bot.desk import Desk
from bot.events import ButtonPressed, CommandGiven, Event, FormSubmitted, Interaction, MessagePosted, TimePassed
from bot.feature import Routes, RouteTable, joined
from bot.home import Home
from bot.notes import Notes
from bot.places import Delivery, DirectMessage, HomePage, OnlyVisibleTo
from bot.promises.feature import Promises
from bot.work.sending import Gateway
from storage import people, promises, work
from storage.database import Database, Transaction
from storage.people import Person, machine, set_roles
from storage.promises import Promise, PromiseChange
from storage.replies import Draft
from storage.rows import Row
from storage.work import Work
from storage.workspaces import Channel, Workspace
from tests.databases import sqlite_url
from tests.recorder import Recorder

BERLIN = ZoneInfo("Europe/Berlin")
HELP, THREAD = "C0HELP", "m0"
FRIDAY_NOON = "Thanks, Annelie. I'll call you back by Friday noon."
SHOP, OTHER = "T0SHOP", "T0OTHER"
AnyAnswer = TypeVar("AnyAnswer", bound=Answer)


def berlin(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    """An instant of the scene's winter: 18 November 2026 is a Wednesday."""
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


START = berlin(18, 10, 30)


async def _no_draft_card(action: OfferDraft, workspace_id: str, tx: Transaction) -> Delivery:
    """The replies feature writes these cards; here it is enough that one was offered."""
    return Delivery(OnlyVisibleTo(action.person_id, HELP), Card("draft offered", []))


@dataclass
class Office:
    database: Database
    desk: Desk
    gateway: Gateway
    platform: Recorder
    table: RouteTable
    now: datetime = START
    counted: int = 0
    is_open: bool = False
    answers: list[Answer] = field(default_factory=list)

    async def turn_clock(self, to: datetime) -> None:
        """Product time goes on to `to`; it never goes back, except once to the scene's start."""
        async with self.database.reading() as tx:
            offset, is_ahead = to - tx.raw_now, to > tx.now
        if is_ahead or not self.is_open:
            await self.database.set_offset(int(offset / timedelta(milliseconds=1)) + 1)
        self.now = to

    async def hear(self, event: Event) -> list[Answer]:
        await self.turn_clock(max(event.at, self.now))
        async with self.database.transaction() as tx:
            return await self.desk.hear(tx, event)

    async def ask(self, text: str = "Where is my bike?", *, at: datetime = START, team: str = SHOP) -> None:
        """The customer writes; the thread is theirs."""
        await self.hear(posted(team, "U0ANNELIE", text, THREAD, at))

    async def say(
        self, text: str, *, at: datetime = START, by: str = "U0FRIEDA", message: str = "m1", team: str = SHOP
    ) -> None:
        await self.hear(posted(team, by, text, message, at))
        await self.send_all()

    async def press(
        self, button: str, value: str, *, by: str = "U0FRIEDA", at: datetime | None = None, team: str = SHOP
    ) -> list[Answer]:
        event = ButtonPressed(
            workspace_id=team, at=at or self.now, person_id=by, reply_to="handle", button=button, subject=value
        )
        answers = await self.interact(event)
        assert button in OPENS_FORM or not any(isinstance(answer, OpenForm) for answer in answers)
        return answers

    async def submit(
        self, subject: str, values: dict[str, Any], *, by: str = "U0FRIEDA", form: str = "promise.move"
    ) -> list[Answer]:
        event = FormSubmitted(workspace_id=SHOP, at=self.now, person_id=by, form=form, subject=subject, values=values)
        return await self.interact(event)

    async def command(self, word: str, text: str = "", *, by: str = "U0FRIEDA") -> str:
        event = CommandGiven(workspace_id=SHOP, at=self.now, person_id=by, word=word, text=text, channel_id=HELP)
        [answer] = await self.interact(event)
        return read_aloud(answer.card)  # type: ignore[attr-defined]

    async def interact(self, event: Interaction) -> list[Answer]:
        self.counted += 1
        await self.turn_clock(max(event.at, self.now))
        found = list(await self.desk.answer(event, f"press:{self.counted}"))
        await self.send_all()
        return found

    async def pass_time(self, to: datetime) -> None:
        """Let each timer fire when it is due."""
        while (row := await self._next_timer(to)) is not None:
            await self._fire(row, max(row.due_at, self.now))
            await self.send_all()
        await self.turn_clock(to)

    async def sleep_through(self, to: datetime) -> None:
        """The process is down until `to`; then everything that was due fires at once, the oldest first."""
        await self.turn_clock(to)
        while (row := await self._next_timer(to)) is not None:
            await self._fire(row, to)
        await self.send_all()

    async def _next_timer(self, until: datetime) -> Work | None:
        query = select(Work).where(Work.lane == work.TIMER, Work.state == work.WAITING, Work.due_at <= until)
        async with self.database.reading() as tx:
            return (await tx.session.scalars(query.order_by(Work.due_at, Work.key).limit(1))).first()

    async def _fire(self, row: Work, at: datetime) -> None:
        await self.turn_clock(at)
        async with self.database.transaction() as tx:
            event = TimePassed(
                workspace_id=row.workspace_id,
                at=at,
                timer=row.kind,
                key=row.key,
                due_at=row.due_at,
                payload=row.payload,
            )
            await self.desk.hear(tx, event)
            await work.finish(tx, row, work.DONE)

    async def send_all(self) -> None:
        """Carry every waiting post to its end, as the dispatcher would."""
        query = select(Work).where(Work.lane == work.POST, Work.state == work.WAITING)
        async with self.database.reading() as tx:
            rows = (await tx.session.scalars(query.order_by(Work.due_at, Work.created_at))).all()
        for row in rows:
            await self.gateway.send(row)

    def told(self, person_id: str) -> list[str]:
        """Everything this person was shown in private, read aloud, oldest first; home pages are left out."""
        return [read_aloud(delivery.card) for delivery in self.deliveries(person_id)]

    def deliveries(self, person_id: str) -> list[Delivery]:
        posted = [what for what, _ in self.platform.posted if isinstance(what, Delivery)]
        return [
            one
            for one in posted
            if isinstance(one.place, DirectMessage | OnlyVisibleTo) and one.place.person_id == person_id
        ]

    def messages(self, person_id: str) -> list[str]:
        """Only the direct messages."""
        return [read_aloud(one.card) for one in self.deliveries(person_id) if isinstance(one.place, DirectMessage)]

    def home(self, person_id: str) -> str:
        pages = [
            what.card
            for what, _ in self.platform.posted
            if isinstance(what, Delivery) and what.place == HomePage(person_id)
        ]
        return read_aloud(pages[-1])

    async def promises(self, team: str = SHOP) -> Sequence[Promise]:
        query = select(Promise).where(Promise.workspace_id == team).order_by(Promise.made_at, Promise.promise_id)
        async with self.database.reading() as tx:
            return (await tx.session.scalars(query)).all()

    async def promise(self) -> Promise:
        [only] = await self.promises()
        return only

    async def story(self, promise: Promise) -> list[PromiseChange]:
        async with self.database.reading() as tx:
            return list(await promises.history(tx, machine(promise.workspace_id), promise.promise_id))

    async def drafts(self) -> Sequence[Draft]:
        async with self.database.reading() as tx:
            return (await tx.session.scalars(select(Draft).order_by(Draft.created_at))).all()

    async def change_person(self, person_id: str, **values: Any) -> None:
        async with self.database.transaction() as tx:
            person = await people.person(tx, SHOP, person_id)
            assert person is not None
            for name, value in values.items():
                setattr(person, name, value)


def posted(team: str, author: str, text: str, message: str, at: datetime) -> MessagePosted:
    return MessagePosted(
        workspace_id=team,
        at=at,
        channel_id=HELP,
        message_id=message,
        thread_id=THREAD,
        author_id=author,
        text=text,
    )


async def opened(folder: Path) -> Office:
    """Two workspaces with the same channel and people; Frieda and Jonas are agents, Nadine leads."""
    database = Database(sqlite_url(folder))
    async with database.engine.begin() as connection:
        await connection.run_sync(Row.metadata.create_all)
    notes, home = Notes(), Home()
    replies_stand_in = Routes(writers={OfferDraft: _no_draft_card})
    table = joined([Promises().routes(), notes.routes(), home.routes(), replies_stand_in])
    notes.serve(table)
    home.serve(table)
    desk = Desk(database, table, lambda: None)
    platform = Recorder()
    office = Office(database, desk, Gateway(database, desk, table, {"slack": platform}), platform, table)
    await office.turn_clock(START)
    office.is_open = True
    async with database.transaction() as tx:
        for team in (SHOP, OTHER):
            await _furnish(tx, team)
    return office


async def _furnish(tx: Transaction, team: str) -> None:
    settings = {"zone": "Europe/Berlin"}
    tx.session.add(
        Workspace(
            workspace_id=team,
            platform="slack",
            name=team,
            bot_person_id="U0BOT",
            created_at=tx.now,
            settings=settings,
        )
    )
    tx.session.add(Channel(workspace_id=team, channel_id=HELP, kind="shared", name="help", is_enrolled=True))
    for person_id, name, roles in (
        ("U0FRIEDA", "Frieda Lang", ["agent"]),
        ("U0JONAS", "Jonas Beck", ["agent"]),
        ("U0NADINE", "Nadine Roth", ["lead"]),
        ("U0ANNELIE", "Annelie Voss", []),
    ):
        tx.session.add(
            Person(
                workspace_id=team,
                person_id=person_id,
                name=name,
                checked_at=tx.raw_now,
                zone="Europe/Berlin",
                is_colleague=bool(roles),
            )
        )
        await tx.session.flush()
        await set_roles(tx, team, person_id, roles)


def read_aloud(card: Card) -> str:
    """All words of a card that a person would read, in order, buttons in brackets."""
    lines: list[str] = []
    for part in card.parts:
        if isinstance(part, Actions):
            lines.append(" ".join(_label(item) for item in part.items if isinstance(item, Button | Choice)))
        elif isinstance(part, Words):
            lines.append(f"{part.strong} {part.text}".strip())
        elif isinstance(part, Heading | Quote | Small):
            lines.append(part.text)
    return "\n".join(lines)


def _label(item: Button | Choice) -> str:
    return f"[{item.label}]" if isinstance(item, Button) else f"[{item.placeholder}…]"


def value_of(card: Card, label: str) -> str:
    """What the button with this label carries."""
    for part in card.parts:
        for item in part.items if isinstance(part, Actions) else ():
            if isinstance(item, Button) and item.label == label:
                return item.value
            if isinstance(item, Choice):
                for name, value in item.options:
                    if name == label:
                        return value
    raise AssertionError(f"no button {label!r} on: {read_aloud(card)}")
