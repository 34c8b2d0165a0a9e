"""The front desk: hands each event to the features that want it, and turns what they return into rows and answers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import elsewhere, listening, openness
from bot.actions import Action, Answer, CancelTimers, OpenForm, Outcome, RefreshHome, RefuseForm, Say, SetTimer
from bot.capabilities import capabilities_of
from bot.cards import Card, sentence
from bot.company import check_border
from bot.errors import NotKnownHere
from bot.events import (
    ButtonPressed,
    CommandGiven,
    Event,
    FormSubmitted,
    Interaction,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ShortcutUsed,
    TimePassed,
)
from bot.feature import Handler, RouteTable
from bot.help import command_help, in_chat, listed, overview, unknown_word
from bot.work.paces import pace_of
from storage import people, work, workspaces
from storage.database import Database, Transaction

ALL_COMMANDS = "kindline"
"""`/kindline WORD …` always works; short forms are optional, since other apps may own them."""
FOR_CUSTOMERS = "Kindline helps the team that answers you. To ask them something, just write in your shared channel."


class Desk:
    """`wake` is called after each commit that stored something to do."""

    def __init__(self, database: Database, table: RouteTable, wake: Callable[[], None]) -> None:
        self._database = database
        self._table = table
        self._wake = wake

    async def answer(self, event: Interaction, key: str) -> Sequence[Answer]:
        """Decide what a waiting person gets, from rows alone. The same `key` a second time changes and answers
        nothing."""
        await self.think_ahead(event)
        async with self._database.transaction() as tx:
            done = work.new_work(tx, event.workspace_id, work.INBOUND, type(event).__name__, key, payload={})
            done.state = work.DONE
            if not await work.enqueue(tx, done):
                return []
            answers = await self._gated(tx, event)
            if _stays_open(event, answers):
                # The same words may be right a moment later, and a lost answer is asked for again: its key must not be
                # spent.
                await work.forget(tx, done)
            tx.on_commit.append(self._wake)
        return answers

    async def think_ahead(self, event: Event) -> None:
        """Let features think about the event before a transaction that writes begins; what they find is a memory in
        their room, and what is stored is decided inside the transaction alone."""
        seen = self._named(event)
        wanted = [self._table.ahead[handler] for handler in self._handlers(seen) if handler in self._table.ahead]
        if wanted:
            async with self._database.reading() as tx:
                rest = [await think(seen, tx) for think in wanted]
            for waiting in rest:
                if waiting is not None:
                    await waiting

    async def _gated(self, tx: Transaction, event: Interaction) -> Sequence[Answer]:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        if not viewer.is_staff:
            return [Say(sentence(FOR_CUSTOMERS))]
        return await self.hear(tx, event)

    async def hear(self, tx: Transaction, event: Event) -> list[Answer]:
        """Let every feature that wants the event decide, and store what they return in this transaction."""
        for learned in await openness.learned(tx, event):
            await self.hear(tx, learned)
        seen = await self._recorded(tx, event)
        if seen is None:
            return []
        answers: list[Answer] = []
        for handler in self._handlers(seen):
            answers += await self.carry_out(tx, seen.workspace_id, await handler(seen, tx))
        if not answers and isinstance(seen, CommandGiven):
            answers = [Say(await self._help(tx, seen))]
        if isinstance(seen, ButtonPressed | FormSubmitted | ShortcutUsed) and not self._handlers(seen):
            answers = [Say(sentence("I don't know this button any more. My Home has the newest ones."))]
        return answers

    async def _recorded(self, tx: Transaction, event: Event) -> Event | None:
        """The event as features should see it, or None when it is not for them."""
        if isinstance(event, MessagePosted):
            placed = await elsewhere.placed(tx, event)
            return placed if await listening.heard(tx, placed) else None
        if isinstance(event, MessageEdited) and await listening.edited(tx, event) is None:
            return await self._edit_came_first(tx, event)
        if isinstance(event, MessageDeleted) and await listening.deleted(tx, event) is None:
            return None
        return self._named(event)

    async def _edit_came_first(self, tx: Transaction, event: MessageEdited) -> Event | None:
        posted = MessagePosted(
            workspace_id=event.workspace_id,
            at=event.at,
            channel_id=event.channel_id,
            message_id=event.message_id,
            thread_id=event.thread_id,
            author_id=event.author_id,
            text=event.text,
        )
        return posted if await listening.heard(tx, posted, is_edited=True) else None

    @staticmethod
    def _named(event: Event) -> Event:
        """`/kindline insight …` and `/insight …` are the same command."""
        if isinstance(event, CommandGiven) and event.word == ALL_COMMANDS:
            word, _, rest = event.text.strip().partition(" ")
            return replace(event, word=word.lower(), text=rest.strip())
        return event

    def _handlers(self, event: Event) -> Sequence[Handler]:
        table = self._table
        found: Handler | None = None
        if isinstance(event, ButtonPressed):
            found = table.buttons.get(event.button)
        elif isinstance(event, FormSubmitted):
            found = table.forms.get(event.form)
        elif isinstance(event, ShortcutUsed):
            found = table.shortcuts.get(event.shortcut)
        elif isinstance(event, TimePassed):
            if event.timer not in table.timers:
                raise NotKnownHere(f"no feature here knows the timer {event.timer}")
            found = table.timers[event.timer]
        elif isinstance(event, CommandGiven):
            known = table.commands.get(event.word)
            found = known.handler if known and event.text.strip().lower() not in ("help", "--help", "-h", "?") else None
        else:
            return table.events.get(type(event), ())
        return (found,) if found else ()

    async def _help(self, tx: Transaction, event: CommandGiven) -> Card:
        able = capabilities_of(await workspaces.workspace(tx, event.workspace_id))
        known = self._table.commands.get(event.word)
        if known is not None:
            return command_help(event.word, known, able)
        if event.word in ("", "help", "--help", "-h", "?"):
            return overview(self._table.commands, able)
        known_here = listed(self._table.commands, able)
        if able.hears_chat and not event.channel_id:
            return in_chat(event.word, event.text, known_here)
        return unknown_word(event.word, known_here)

    async def carry_out(self, tx: Transaction, workspace_id: str, outcomes: Sequence[Outcome]) -> list[Answer]:
        """Store actions and timers as rows, tell events to the other features, and hand back the answers."""
        answers: list[Answer] = []
        for outcome in outcomes:
            if isinstance(outcome, Answer):
                answers.append(outcome)
            elif isinstance(outcome, Event):
                answers += await self._pass_on(tx, workspace_id, outcome)
            elif isinstance(outcome, CancelTimers):
                await work.cancel_timers(tx, workspace_id, outcome.prefix)
            elif isinstance(outcome, SetTimer):
                await work.set_timer(tx, _timer_row(tx, workspace_id, outcome))
            elif not await self._is_drawn_anyway(tx, workspace_id, outcome):
                await work.enqueue(tx, _post_row(tx, workspace_id, outcome))
        return answers

    async def _pass_on(self, tx: Transaction, workspace_id: str, event: Event) -> list[Answer]:
        """Let the other features hear it. In another workspace too, where the border is open for it; nobody waits for
        an answer there, and what follows is stored as that workspace's."""
        if event.workspace_id == workspace_id:
            return await self.hear(tx, event)
        await check_border(tx, workspace_id, event)
        await self.hear(tx, event)
        return []

    @staticmethod
    async def _is_drawn_anyway(tx: Transaction, workspace_id: str, action: Action) -> bool:
        """A home page that waits to be drawn will show this change too."""
        if not isinstance(action, RefreshHome):
            return False
        return await work.is_waiting(tx, workspace_id, RefreshHome.__name__, f"home:{action.person_id}:")


def _stays_open(event: Interaction, answers: Sequence[Answer]) -> bool:
    """The form is still in front of the person: refused, or followed by its next step."""
    is_form = isinstance(event, FormSubmitted)
    return any(isinstance(each, RefuseForm) or (is_form and isinstance(each, OpenForm)) for each in answers)


def _timer_row(tx: Transaction, workspace_id: str, timer: SetTimer) -> work.Work:
    return work.new_work(
        tx, workspace_id, work.TIMER, timer.timer, timer.key, payload=timer.payload, due_at=timer.due_at
    )


def _post_row(tx: Transaction, workspace_id: str, action: Action) -> work.Work:
    return work.new_work(
        tx, workspace_id, work.POST, type(action).__name__, action.key, payload=action.payload(), pace=pace_of(action)
    )
