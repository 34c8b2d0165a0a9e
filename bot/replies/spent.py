"""What a draft says to somebody who comes back to it after it went its way."""

from bot.capabilities import capabilities_of
from bot.cards import Card, sentence
from bot.replies import cards
from bot.replies.when import SPENT
from storage import threads, workspaces
from storage.database import Transaction
from storage.replies import Draft

PUT_AWAY = "Put away. “Help me reply” on the message brings it back."
USED = {
    "sending": "Used: your reply is on its way.",
    "used": "Used: your reply stands in the thread.",
    "copied": "Used. Your words came in a message of their own, ready to copy.",
    "taken_back": "You took this reply back.",
}
"""What a card of theirs says that was not the one they used the draft with."""


async def spent_card(tx: Transaction, draft: Draft) -> Card | None:
    """None while it still waits to be used. Words to copy are shown again, and so is the question whether it
    arrived."""
    if draft.state == "copied":
        channel = await workspaces.channel(tx, draft.workspace_id, draft.channel_id)
        able = capabilities_of(await workspaces.workspace(tx, draft.workspace_id))
        return cards.copy_card(draft, able, is_relay=channel is not None and channel.kind == "relay")
    if draft.state == "uncertain":
        return cards.uncertain_card(draft, await customer_name(tx, draft))
    return sentence(SPENT[draft.state]) if draft.state in SPENT else None


async def customer_name(tx: Transaction, draft: Draft) -> str:
    """How a sentence calls the customer of the draft's thread."""
    thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    return (thread.customer_name if thread else "") or "the customer"
