"""What a draft says to somebody who comes back to it after it went its way."""

from bot.cards import Card
from bot.replies import cards
from bot.replies.when import SPENT
from storage import threads, workspaces
from storage.database import Transaction
from storage.replies import Draft


async def spent_card(tx: Transaction, draft: Draft) -> Card | None:
    """None while it still waits to be used. Words to copy are shown again, and so is the question whether it
    arrived."""
    if draft.state == "copied":
        channel = await workspaces.channel(tx, draft.workspace_id, draft.channel_id)
        return cards.copy_card(draft.sent_text, is_relay=channel is not None and channel.kind == "relay")
    if draft.state == "uncertain":
        return cards.uncertain_card(draft, await customer_name(tx, draft))
    return cards.plain(SPENT[draft.state]) if draft.state in SPENT else None


async def customer_name(tx: Transaction, draft: Draft) -> str:
    """How a sentence calls the customer of the draft's thread."""
    thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    return (thread.customer_name if thread else "") or "the customer"
