"""A small office for tests: two workspaces with the same ids on real SQLite, the desk, the gateway, and a recorder."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select, update

from bot.actions import Action, Answer, OpenForm, RefuseForm, Replace, Say
from bot.buttons import OPENS_FORM
from bot.cards import Actions, Button, Card, Form, Heading, LinkButton, Part, Quote, Small, Words
from bot.desk import Desk
from bot.events import ButtonPressed, CommandGiven, Event, FormSubmitted, ShortcutUsed
from bot.feature import Routes, RouteTable, joined
from bot.home import Home
from bot.notes import Notes
from bot.places import Delivery, HomePage
from bot.work.sending import Gateway
from storage import people, work
from storage.database import Database, Transaction
from storage.people import Person
from storage.rows import EPOCH
from storage.tables import METADATA
from storage.workspaces import AuditEntry, Channel, Workspace
from tests.databases import sqlite_url
from tests.recorder import Recorder

HERE, THERE = "T0HERE", "T0THERE"
NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
STAFF = {
    "U0FRIEDA": ("Frieda Brandt", ("agent",)),
    "U0JONAS": ("Jonas Weber", ("agent",)),
    "U0NADINE": ("Nadine Okafor", ("admin", "lead")),
    "U0LARS": ("Lars Holm", ("lead",)),
    "U0MILO": ("Milo Rossi", ("marketer",)),
    "U0OLGA": ("Olga Petrova", ()),
}
ONE_ANSWER = TypeVar("ONE_ANSWER", bound=Answer)


@dataclass
class Office:
    database: Database
    desk: Desk
    gateway: Gateway
    recorder: Recorder
    _keys: Any = field(default_factory=lambda: count(1))

    async def command(self, who: str, line: str, channel: str = "C0HELP", team: str = HERE) -> Sequence[Answer]:
        """`line` as typed, without the slash: "insight …" or "kindline here"."""
        word, _, text = line.partition(" ")
        return await self._answer(
            CommandGiven(workspace_id=team, at=NOW, person_id=who, word=word, text=text, channel_id=channel)
        )

    async def press(
        self, who: str, button: str, subject: str = "", *, message: tuple[str, str] = ("D0", "m0"), team: str = HERE
    ) -> Sequence[Answer]:
        """`message` is (channel, id); two empty words mean the home page."""
        handle = "handle" if message[1] else ""
        answers = await self._answer(
            ButtonPressed(
                workspace_id=team,
                at=NOW,
                person_id=who,
                button=button,
                subject=subject,
                channel_id=message[0],
                message_id=message[1],
                reply_to=handle,
            )
        )
        assert button in OPENS_FORM or not any(isinstance(answer, OpenForm) for answer in answers)
        return answers

    async def submit(self, who: str, form: Form, team: str = HERE, **values: Any) -> Sequence[Answer]:
        return await self._answer(
            FormSubmitted(workspace_id=team, at=NOW, person_id=who, form=form.id, subject=form.subject, values=values)
        )

    async def shortcut(self, who: str, shortcut: str, **about: Any) -> Sequence[Answer]:
        return await self._answer(ShortcutUsed(workspace_id=HERE, at=NOW, person_id=who, shortcut=shortcut, **about))

    async def _answer(self, event: Any) -> Sequence[Answer]:
        return await self.desk.answer(event, f"key{next(self._keys)}")

    async def hear(self, event: Event) -> None:
        await self.desk.think_ahead(event)
        async with self.database.transaction() as tx:
            await self.desk.hear(tx, event)

    async def put(self, action: Action, team: str = HERE) -> None:
        """Something to be sent, as if a feature had returned it."""
        async with self.database.transaction() as tx:
            await self.desk.carry_out(tx, team, [action])

    async def deliver(self) -> list[Delivery]:
        """Carry out every waiting post, also those that a delivery causes, and hand back what was posted."""
        before = len(self.recorder.posted)
        while True:
            async with self.database.transaction() as tx:
                rows = await work.claim(tx, "w", 50, timedelta(seconds=60), timedelta(0))
            posts = [row for row in rows if row.lane == work.POST]
            if not posts:
                return [what for what, _ in self.recorder.posted[before:] if isinstance(what, Delivery)]
            for row in posts:
                await self.gateway.send(row)

    async def free_held_rows(self) -> None:
        """Let every back-off be over."""
        async with self.database.transaction() as tx:
            await tx.session.execute(update(work.Work).values(hold_until=EPOCH))

    @asynccontextmanager
    async def rows(self) -> AsyncIterator[Transaction]:
        async with self.database.transaction() as tx:
            yield tx

    async def moves_to_teams(self, team: str = HERE) -> None:
        """From now on the workspace is a Teams tenant, with the same ids."""
        self.recorder.keeps_private_cards = True
        async with self.rows() as tx:
            (await tx.session.get_one(Workspace, team)).platform = "teams"

    async def roles(self, who: str, team: str = HERE) -> set[str]:
        async with self.rows() as tx:
            return set(await people.roles_of(tx, team, who))

    async def channel(self, channel_id: str, team: str = HERE) -> Channel | None:
        async with self.rows() as tx:
            return await tx.session.get(Channel, (team, channel_id))

    async def audited(self, team: str = HERE) -> list[str]:
        async with self.rows() as tx:
            found = (await tx.session.scalars(select(AuditEntry).where(AuditEntry.workspace_id == team))).all()
        return [entry.what for entry in found]

    async def home(self, who: str, team: str = HERE) -> Card:
        """The home page that was drawn last for this person, after everything was delivered."""
        await self.deliver()
        pages = [d.card for d, _ in self.recorder.posted if isinstance(d, Delivery) and d.place == HomePage(who)]
        return pages[-1]


@asynccontextmanager
async def opened(folder: Path, features: Sequence[Routes], *, url: str = "") -> AsyncIterator[Office]:
    database = Database(url or sqlite_url(folder))
    async with database.engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    table = _table(features)
    recorder = Recorder()
    desk = Desk(database, table, lambda: None)
    office = Office(
        database,
        desk,
        Gateway(database, desk, table, dict.fromkeys(("test", "teams"), recorder), timedelta(0)),
        recorder,
    )
    async with database.transaction() as tx:
        for team in (HERE, THERE):
            furnish(tx, team)
    yield office
    await database.close()


def _table(features: Sequence[Routes]) -> RouteTable:
    home, notes = Home(), Notes()
    table = joined([*features, notes.routes(), home.routes()])
    home.serve(table)
    notes.serve(table)
    return table


def furnish(tx: Transaction, team: str) -> None:
    """The second workspace has the same channel and people ids, and a lead and admin of the same name."""
    tx.session.add(
        Workspace(workspace_id=team, platform="test", name=team, bot_person_id="U0KINDLINE", created_at=EPOCH)
    )
    for person_id, (name, roles) in STAFF.items():
        tx.session.add(person(team, person_id, name, is_colleague=True))
        tx.session.add_all(people.RoleGrant(workspace_id=team, person_id=person_id, role=role) for role in roles)
    tx.session.add(person(team, "U0ANNELIE", "Annelie Voss"))
    tx.session.add(person(team, "U0HENDRIK", "Hendrik Maas", is_guest=True))
    tx.session.add(Channel(workspace_id=team, channel_id="C0HELP", kind="shared", name="help", is_enrolled=True))


def person(team: str, person_id: str, name: str, **facts: Any) -> Person:
    return Person(workspace_id=team, person_id=person_id, name=name, checked_at=EPOCH, zone="Europe/Berlin", **facts)


def only(answers: Sequence[Answer], kind: type[ONE_ANSWER]) -> ONE_ANSWER:
    """The one answer, of this kind."""
    assert [type(answer) for answer in answers] == [kind]
    (answer,) = answers
    assert isinstance(answer, kind)
    return answer


def said(answers: Sequence[Answer]) -> str:
    """Every word of a private answer, or the sentences beside a form's fields."""
    (answer,) = answers
    if isinstance(answer, RefuseForm):
        return "\n".join(answer.errors.values())
    assert isinstance(answer, Say | Replace | OpenForm)
    return words(answer.form if isinstance(answer, OpenForm) else answer.card)


def words(shown: Card | Form) -> str:
    """All that a person would read, in order, buttons in brackets."""
    return "\n".join(line for part in shown.parts for line in _lines(part))


def _lines(part: Any) -> list[str]:
    if isinstance(part, Words):
        return [f"{part.strong} {part.text}".strip()]
    if isinstance(part, Heading | Quote | Small):
        return [part.text]
    if isinstance(part, Actions):
        return [f"[{item.label}]" for item in part.items if isinstance(item, Button | LinkButton)]
    return [getattr(part, "label", "")]


def buttons(parts: Sequence[Part | Any]) -> dict[str, str]:
    """What each button of a card carries, by its label."""
    rows = [part for part in parts if isinstance(part, Actions)]
    return {item.label: item.value for row in rows for item in row.items if isinstance(item, Button)}


def to(deliveries: Sequence[Delivery], place: type[Any], **about: str) -> list[Delivery]:
    """The deliveries to a place of this kind."""
    return [
        one
        for one in deliveries
        if isinstance(one.place, place) and all(getattr(one.place, k) == v for k, v in about.items())
    ]
