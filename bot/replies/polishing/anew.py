"""Asks for better words for a card that stands already, where there are any to be had."""

from bot.actions import Outcome, SetTimer
from bot.buttons import Timers
from bot.replies.offer import Offers
from bot.replies.polishing.cases import Jobs
from storage.database import Transaction
from storage.replies import Draft
from storage.rows import new_id

UNDER_WAY = "I am asking your model for better words; this card then changes by itself."


async def better_words(tx: Transaction, draft: Draft, offers: Offers, *, is_changed: bool = True) -> list[Outcome]:
    """Empty where nobody will be asked, so that nothing is said of it. `is_changed` since its words were chosen."""
    if offers.asker.model is None:
        return []
    job = await Jobs(offers).of(tx, draft.workspace_id, draft.draft_id)
    if job is None or not job.is_worth_asking or (job.is_in_better_words and not is_changed):
        return []
    payload = {"redrawn": [draft.draft_id]}
    return [SetTimer(Timers.POLISH, f"polish:{new_id()}", tx.now, payload)]
