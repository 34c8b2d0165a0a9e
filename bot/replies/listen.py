"""What replies does when somebody writes, edits, deletes, or has been quiet long enough."""

from dataclasses import dataclass
from datetime import timedelta

from bot.actions import CancelTimers, Outcomes, SetTimer, Timers
from bot.events import MessageDeleted, MessageEdited, MessagePosted, TimePassed
from bot.replies.offer import Offers, homes, readers, retire_drafts
from bot.replies.when import why_silent
from bot.workspace_settings import is_paused, settings_of
from storage import replies, threads, workspaces
from storage.database import Transaction
from storage.threads import Message, Thread


@dataclass(frozen=True, slots=True)
class Listening:
    offers: Offers

    async def on_message(self, event: MessagePosted, tx: Transaction) -> Outcomes:
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, event.thread_id)
        if said is None or thread is None:
            return []
        if said.is_by_customer:
            return await self._customer_wrote(tx, thread, said)
        await _note_copy_used(tx, thread, said)
        return [_stop_settling(thread), *homes(await retire_drafts(tx, thread))]

    async def on_edit(self, event: MessageEdited, tx: Transaction) -> Outcomes:
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        if said is None or not said.is_by_customer:
            return []
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, said.thread_id)
        return await self._customer_wrote(tx, thread, said) if thread is not None else []

    async def on_deletion(self, event: MessageDeleted, tx: Transaction) -> Outcomes:
        said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
        if said is None or not said.is_by_customer:
            return []
        thread = await threads.thread(tx, event.workspace_id, event.channel_id, said.thread_id)
        return homes(await retire_drafts(tx, thread)) if thread is not None else []

    async def _customer_wrote(self, tx: Transaction, thread: Thread, said: Message) -> Outcomes:
        """Wait until they have said everything: each further message starts the settle time again."""
        touched = homes(await retire_drafts(tx, thread))
        home = await workspaces.workspace(tx, thread.workspace_id)
        channel = await workspaces.channel(tx, thread.workspace_id, thread.channel_id)
        if is_paused(home, channel) or not thread.is_waiting:
            return touched
        spoke_at = said.edited_at or said.sent_at
        key = f"{_prefix(thread)}{said.message_id}:{spoke_at.timestamp()}"
        place = {"channel_id": thread.channel_id, "thread_id": thread.thread_id}
        settled_at = spoke_at + timedelta(seconds=settings_of(home).settle_seconds)
        return [_stop_settling(thread), SetTimer(Timers.SETTLE, key, settled_at, place), *touched]

    async def on_settled(self, event: TimePassed, tx: Transaction) -> Outcomes:
        channel_id, thread_id = event.payload["channel_id"], event.payload["thread_id"]
        thread = await threads.thread(tx, event.workspace_id, channel_id, thread_id)
        channel = await workspaces.channel(tx, event.workspace_id, channel_id)
        if thread is None or channel is None or not channel.is_enrolled:
            return []
        if why_silent(thread, await threads.messages_of(tx, thread)):
            return []
        who = [None] if channel.kind == "relay" else list(await readers(tx, thread))
        return await self.offers.to(tx, thread, who)


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
