"""One day in the office, played once on each platform: what is delivered and answered is kept under its action's
name."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.actions import Answer, OpenForm, Replace, Say
from bot.events import ButtonPressed, MessagePosted, TimePassed
from bot.insights import feature as insights
from bot.model.asker import Asker
from bot.promises.feature import Promises
from bot.replies import feature as replies
from bot.replies.learning import feature as learning
from bot.replies.library import Library
from bot.replies.thinking import Thinking
from bot.team.feature import Team
from bot.work.sending import Gateway
from handlers.slack import handles as slack
from handlers.teams import handles as teams
from storage import work
from storage.database import Transaction
from storage.secrets import Vault, account_name
from storage.work import Work
from storage.workspaces import Workspace
from tests.cards.wires import Json, Sent, answered, platforms
from tests.office import HERE, NOW, Office, only, opened

PRIVATE = {"slack": "D0FRIEDA", "teams": "a:1-U0FRIEDA"}
VAULT = Vault([b"k" * 32])


@dataclass
class House:
    """`seen` holds, by name, every call of a delivery or the drawing of an answer."""

    office: Office
    platform: str
    sent: list[Sent]
    asker: Asker
    seen: dict[str, Any] = field(default_factory=dict)
    now: datetime = NOW

    async def clock(self, to: datetime) -> None:
        """Product time stands a moment after `to`."""
        database = self.office.database
        async with database.reading() as tx:
            offset = to - tx.raw_now
        await database.set_offset(int(offset / timedelta(milliseconds=1)) + 1)
        self.now = to

    async def says(self, who: str, text: str, message_id: str, channel: str = "C0HELP", thread: str = "m1") -> None:
        posted: dict[str, Any] = {"workspace_id": HERE, "at": self.now, "channel_id": channel, "author_id": who}
        place: dict[str, Any] = {"message_id": message_id, "thread_id": thread, "is_shared": channel == "C0HELP"}
        await self.office.hear(MessagePosted(**posted, **place, text=text))

    async def delivered(self, about: str = "") -> None:
        """Send what waits; each delivery is kept as "Action.topic" (or stage), and `about` tells two apart."""
        while rows := await self._waiting(work.POST):
            for row in rows:
                before = len(self.sent)
                await self.office.gateway.send(row)
                calls = [{"method": method, **fields} for method, fields in self.sent[before:]]
                if calls:
                    self.seen.setdefault(_name(row, about), calls)

    async def until(self, to: datetime) -> None:
        """Let every timer fire when it is due, and send what comes of it."""
        while due := [row for row in await self._waiting(work.TIMER) if row.due_at <= to]:
            row = due[0]
            await self.clock(max(row.due_at, self.now))
            async with self.office.rows() as tx:
                (await tx.session.get_one(Work, (row.workspace_id, row.work_id))).state = work.DONE
            fired: dict[str, Any] = {"timer": row.kind, "key": row.key, "due_at": row.due_at, "payload": row.payload}
            await self.office.hear(TimePassed(workspace_id=HERE, at=self.now, **fired))
            await self.delivered()
        await self.clock(to)

    def kept(self, name: str, answers: Sequence[Answer]) -> Answer:
        """Draw the first answer under this name; a form under its own, and once more under both."""
        answer = answers[0]
        assert isinstance(answer, OpenForm | Say | Replace)
        if isinstance(answer, OpenForm):
            own = f"Form.{answer.form.id}"
            name = f"{own}.{name}" if own in self.seen else own
        else:
            name = f"{type(answer).__name__}.{name}"
        self.seen[name] = answered(self.platform, answer)
        return answer

    async def press(self, who: str, button: str, subject: str, card: tuple[str, str] = ("", "m9")) -> Sequence[Answer]:
        """A press on a card in the person's private chat, or on the card (channel, message)."""
        chat = card[0] or PRIVATE[self.platform]
        on_teams = teams.Handles().packed(HERE, teams.Handle(chat, card[1]))
        handles = {"slack": slack.Handle("", chat, card[1]).packed(), "teams": on_teams}
        channel_id = card[0] or (chat if self.platform == "slack" else "")
        pressed: dict[str, Any] = {"workspace_id": HERE, "at": self.now, "person_id": who, "button": button}
        event = ButtonPressed(
            **pressed,
            subject=subject,
            channel_id=channel_id,
            message_id=card[1],
            reply_to=handles[self.platform],
            opener="opener",
        )
        return await self.office.desk.answer(event, f"press {len(self.seen)} {button} {subject}")

    async def submit(self, who: str, answers: Sequence[Answer], **values: Any) -> Sequence[Answer]:
        """The form that was opened, filled in."""
        return await self.office.submit(who, only(answers, OpenForm).form, **values)

    async def _waiting(self, lane: str) -> Sequence[Work]:
        query = select(Work).where(Work.workspace_id == HERE, Work.lane == lane, Work.state == work.WAITING)
        async with self.office.rows() as tx:
            return (await tx.session.scalars(query.order_by(Work.due_at, Work.created_at, Work.key))).all()


def _name(row: Work, about: str) -> str:
    payload: Json = row.payload
    parts = [row.kind, payload.get("topic") or payload.get("stage") or "", about]
    return ".".join(part for part in parts if part)


@asynccontextmanager
async def house(folder: Path, platform: str) -> AsyncIterator[House]:
    """The usual office on this platform, with every feature."""
    asker = Asker()
    features = [
        Team(VAULT, _link_url).routes(),
        replies.routes(Library(), Thinking(), asker),
        Promises().routes(),
        insights.routes(),
        learning.routes(),
    ]
    async with opened(folder, features) as office:
        sent: list[Sent] = []
        office.gateway = Gateway(
            office.database, office.desk, office.gateway.table, platforms(office.database, sent), timedelta(0)
        )
        async with office.rows() as tx:
            home = await tx.session.get_one(Workspace, HERE)
            home.platform, home.settings = platform, {"zone": "Europe/Berlin", "country": "DE"}
            await VAULT.keep(tx, HERE, "U0FRIEDA", account_name("slack"), "xoxp-pretend")
        found = House(office, platform, sent, asker)
        await found.clock(NOW)
        yield found


async def _link_url(_tx: Transaction, workspace_id: str, person_id: str) -> str:
    return f"https://kindline.example/link/{workspace_id}/{person_id}"
