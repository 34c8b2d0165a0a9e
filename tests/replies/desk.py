"""The replies feature in the small office: customers write, time passes, agents press."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.actions import Answer
from bot.buttons import Buttons, Shortcuts, Timers
from bot.errors import PlatformUncertain
from bot.events import DraftUsed, Mentioned, MessageDeleted, MessageEdited, MessagePosted, TimePassed
from bot.feature import Routes
from bot.model.asker import Asker
from bot.places import Delivery, OnlyVisibleTo
from bot.replies import feature
from bot.replies.library import Library
from bot.replies.thinking import Thinking
from bot.work.approval import ApprovedReply
from storage import replies, threads, work
from storage.database import Transaction
from storage.people import machine
from storage.replies import Draft
from storage.secrets import Secret
from storage.threads import Thread
from storage.workspaces import Channel
from tests.office import HERE, NOW, Office, buttons, opened

ASKED = "Hi, where is my child seat? It should have come on Monday."


@dataclass
class ReplyDesk:
    office: Office
    used: list[DraftUsed]
    _numbers: Any = field(default_factory=lambda: count(1))

    async def says(self, who: str, text: str, *, thread: str = "", channel: str = "C0HELP", **about: Any) -> str:
        """The new message's id. The first message of a thread is its root."""
        number = next(self._numbers)
        message_id = f"m{number}"
        posted: dict[str, Any] = {
            "workspace_id": HERE,
            "at": NOW + timedelta(seconds=number),
            "channel_id": channel,
            "message_id": message_id,
            "thread_id": thread or message_id,
            "author_id": who,
            "text": text,
        }
        await self.office.hear(MessagePosted(**posted | about))
        return message_id

    async def edits(self, message_id: str, text: str, thread: str = "m1", *, is_restored: bool = False) -> None:
        await self.office.hear(
            MessageEdited(
                workspace_id=HERE,
                at=NOW,
                channel_id="C0HELP",
                message_id=message_id,
                thread_id=thread,
                author_id="U0ANNELIE",
                text=text,
                is_restored=is_restored,
            )
        )

    async def deletes(self, message_id: str) -> None:
        gone = MessageDeleted(workspace_id=HERE, at=NOW, channel_id="C0HELP", message_id=message_id)
        await self.office.hear(gone)

    async def settled(self) -> list[Delivery]:
        """Fire every waiting settle timer, as the dispatcher would when it is due; what was then posted."""
        async with self.office.rows() as tx:
            rows = [row for row in await _timers(tx) if row.state == work.WAITING]  # Leased or not.
            for row in rows:
                row.state = work.DONE
        for row in rows:
            fired = TimePassed(
                workspace_id=HERE, at=NOW, timer=row.kind, key=row.key, due_at=row.due_at, payload=row.payload
            )
            await self.office.hear(fired)
        return await self.office.deliver()

    async def timers(self) -> list[TimePassed]:
        """Every waiting timer for better words, as the dispatcher fires it."""
        async with self.office.rows() as tx:
            query = select(work.Work).where(work.Work.kind == Timers.POLISH, work.Work.state == work.WAITING)
            rows = list(await tx.session.scalars(query))
            for row in rows:
                row.state = work.DONE
        return [
            TimePassed(
                workspace_id=row.workspace_id, at=NOW, timer=row.kind, key=row.key, due_at=NOW, payload=row.payload
            )
            for row in rows
        ]

    async def polished(self) -> list[Delivery]:
        """Fire every waiting timer for better words, thinking ahead as the dispatcher does; what was then posted."""
        for fired in await self.timers():
            await self.office.hear(fired)
        return await self.office.deliver()

    async def draft_for(self, who: str) -> tuple[Delivery, Mapping[str, str]]:
        """Annelie asked; the private card that this agent then sees, and what its buttons carry."""
        await self.says("U0ANNELIE", ASKED)
        mine = [one for one in await self.settled() if one.place == OnlyVisibleTo(who, "C0HELP", "m1", elsewhere=False)]
        assert len(mine) == 1
        return mine[0], buttons(mine[0].card.parts)

    async def help_me(self, who: str, message_id: str = "m1", channel: str = "C0HELP") -> Sequence[Answer]:
        """The shortcut on a message of Annelie's."""
        about = {"channel_id": channel, "message_id": message_id, "thread_id": "m1", "author_id": "U0ANNELIE"}
        opener = f"t{next(self._numbers)}"
        return await self.office.shortcut(who, Shortcuts.HELP_ME_REPLY, opener=opener, text=ASKED, **about)

    async def calls(
        self, who: str, text: str = "@Kindline help please", thread: str = "m1", client_key: str = ""
    ) -> list[Delivery]:
        """A colleague calls the bot by name; the platform tells it as a message and as a mention. What was posted."""
        called = await self.says(who, text, thread=thread, calls_bot=True, client_key=client_key)
        await self.office.hear(
            Mentioned(
                workspace_id=HERE,
                at=NOW,
                channel_id="C0HELP",
                message_id=called,
                thread_id=thread or called,
                person_id=who,
                text=text,
                client_key=client_key,
            )
        )
        return await self.office.deliver()

    async def thread(self, thread_id: str = "m1") -> Thread:
        async with self.office.rows() as tx:
            found = await threads.thread(tx, HERE, "C0HELP", thread_id)
        assert found is not None
        return found

    async def use(self, who: str, draft_id: str) -> Any:
        return await self.office.press(who, Buttons.USE_DRAFT, draft_id)

    async def broken_off(self, draft_id: str) -> Draft:
        """The call with an approved reply is accepted, its answer is lost, and the platform cannot be asked."""
        recorder = self.office.recorder
        recorder.can_look, recorder.accepts_before_failing = False, True
        recorder.fails_replies = [PlatformUncertain("reset")]
        for _ in range(2):
            await self.office.deliver()
            await self.office.free_held_rows()
        recorder.can_look, recorder.accepts_before_failing = True, False
        return await self.draft(draft_id)

    async def draft(self, draft_id: str) -> Draft:
        async with self.office.rows() as tx:
            found = await replies.draft(tx, machine(HERE), draft_id)
        assert found is not None
        return found

    @property
    def sent(self) -> list[str]:
        """The words that went into a customer's thread."""
        return [what.text for what, _ in self.office.recorder.posted if isinstance(what, ApprovedReply)]


async def _timers(tx: Transaction) -> list[work.Work]:
    return list(await tx.session.scalars(select(work.Work).where(work.Work.kind == Timers.SETTLE)))


@asynccontextmanager
async def reply_desk(
    folder: Path, *more: Routes, url: str = "", asker: Asker | None = None
) -> AsyncIterator[ReplyDesk]:
    """`more` features may hear beside replies; `url` names another database than SQLite in `folder`."""
    used: list[DraftUsed] = []

    async def on_used(event: DraftUsed, _tx: Transaction) -> list[Any]:
        used.append(event)
        return []

    listener = Routes(events={DraftUsed: on_used})
    asker = asker or Asker()
    async with opened(folder, [feature.routes(Library(), Thinking(), asker), listener, *more], url=url) as office:
        asker.database = office.database
        async with office.rows() as tx:
            tx.session.add(
                Channel(workspace_id=HERE, channel_id="C0DESK", kind="relay", is_enrolled=True, has_customers=False)
            )
            # Only that there is a secret counts here: this platform posts without opening it.
            tx.session.add(
                Secret(workspace_id=HERE, owner_id="U0FRIEDA", name="test.user", key_id="k", sealed="sealed")
            )
        yield ReplyDesk(office, used)
