"""What replies does when somebody writes, edits, deletes, or has been quiet long enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions import CancelTimers, Outcomes, SetTimer
from bot.buttons import Timers
from bot.events import MessageDeleted, MessageEdited, MessagePosted, TimePassed
from bot.replies.learning.shadow import is_in_shadow, keep
from bot.replies.offer import Offers, readers, retire_drafts
from bot.replies.recurring import at_weeks_end
from bot.replies.when import newest_turn, why_silent
from bot.workspace_settings import is_paused, settings_of
from storage import replies, threads, workspaces
from storage.database import Transaction
from storage.people import Person
from storage.rows import new_id
from storage.threads import Message, Thread


@dataclass(frozen=True, slots=True)
class Listening:
    offers: Offers

    async def on_message(self, event: MessagePosted, tx: Transaction) -> Outcomes:
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, event.thread_id)
        if said is None or thread is None or said.calls_bot:
            return []
        if not said.is_by_customer:
            await _note_copy_used(tx, thread, said)
        return await self._looked_at_again(tx, thread, said.sent_at)

    async def on_edit(self, event: MessageEdited, tx: Transaction) -> Outcomes:
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        if said is None or not said.is_by_customer:
            return []
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, said.thread_id)
        return await self._looked_at_again(tx, thread, said.edited_at or said.sent_at) if thread is not None else []

    async def on_deletion(self, event: MessageDeleted, tx: Transaction) -> Outcomes:
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        if said is None or said.calls_bot:
            return []
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, said.thread_id)
        return await self._looked_at_again(tx, thread, event.at) if thread is not None else []

    async def _looked_at_again(self, tx: Transaction, thread: Thread, changed_at: datetime) -> Outcomes:
        """After each change: a customer who waits gets a draft once they have said everything, and an older one goes.

        What waits is read from the thread and not from the event, since events may come in any order.
        """
        turn = newest_turn(await threads.messages_of(tx, thread)) if thread.is_waiting else []
        retired = await retire_drafts(tx, thread, turn=turn)
        home = await workspaces.workspace(tx, thread.workspace_id)
        channel = await workspaces.channel(tx, thread.workspace_id, thread.channel_id)
        if not turn or is_paused(home, channel):
            return [_stop_settling(thread), *retired]
        quiet_since = max(changed_at, turn[-1].sent_at)
        settled_at = quiet_since + timedelta(seconds=settings_of(home).settle_seconds)
        place = {"channel_id": thread.channel_id, "thread_id": thread.thread_id}
        # A fired or cancelled timer's key stays spent, and the same words may have to settle twice.
        key = f"{_prefix(thread)}{new_id()}"
        return [_stop_settling(thread), SetTimer(Timers.SETTLE, key, settled_at, place), *retired]

    async def before_settled(self, event: TimePassed, tx: Transaction) -> None:
        if settled := await _settled(tx, event):
            await self.offers.think_ahead(tx, *settled)

    async def on_settled(self, event: TimePassed, tx: Transaction) -> Outcomes:
        settled = await _settled(tx, event)
        if settled is None:
            return []
        thread, who = settled
        if await is_in_shadow(tx, thread):
            draft = await self.offers.make(tx, thread, await threads.messages_of(tx, thread), None)
            await keep(tx, thread, draft)
            return []
        return [await at_weeks_end(tx, thread.workspace_id), *await self.offers.to(tx, thread, who)]


async def _settled(tx: Transaction, event: TimePassed) -> tuple[Thread, Sequence[Person | None]] | None:
    """The thread in which a customer has finished, and who gets a draft; None when nobody should."""
    channel_id, thread_id = event.payload["channel_id"], event.payload["thread_id"]
    thread = await threads.thread(tx, event.workspace_id, channel_id, thread_id)
    channel = await workspaces.channel(tx, event.workspace_id, channel_id)
    home = await workspaces.workspace(tx, event.workspace_id)
    if thread is None or channel is None or not channel.is_enrolled or is_paused(home, channel):
        return None
    if why_silent(thread, await threads.messages_of(tx, thread)):
        return None
    is_open_to_all = channel.kind == "relay" and not channel.has_customers
    is_open_to_all = is_open_to_all or await is_in_shadow(tx, thread)
    return thread, [None] if is_open_to_all else list(await readers(tx, thread))


def _prefix(thread: Thread) -> str:
    return f"settle:{thread.channel_id}:{thread.thread_id}:"


def _stop_settling(thread: Thread) -> CancelTimers:
    return CancelTimers(_prefix(thread))


async def _note_copy_used(tx: Transaction, thread: Thread, said: Message) -> None:
    """An agent who copied a draft and then wrote here used it; what they changed is kept beside it."""
    for draft in await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id):
        if draft.state == "copied" and draft.person_id == said.author_id:
            draft.state, draft.used_at = "used", tx.now
            draft.message_id, draft.sent_text = said.message_id, said.text
