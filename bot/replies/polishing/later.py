"""Lets a card wait for better words where a model is set up, and tells whose words a draft has."""

from collections.abc import Sequence

from bot.actions import OfferDraft, Outcome, SetTimer
from bot.buttons import Timers
from bot.model.asker import Asker
from bot.workspace_settings import settings_of
from storage import workspaces
from storage.database import Transaction
from storage.replies import Draft
from storage.rows import new_id

NOT_ANEW = " It could not be written anew, so what you wished last is not in it."
_ANOTHER_LANGUAGE = "This customer writes in "


async def is_wanted(tx: Transaction, workspace_id: str, asker: Asker) -> bool:
    """A model is set up, and the workspace lets it be asked."""
    if asker.model is None:
        return False
    return settings_of(await workspaces.workspace(tx, workspace_id)).model != "off"


def may_be_translated(draft: Draft) -> bool:
    """The rules kept silent for no other reason than the language."""
    return draft.state == "silent" and draft.why.startswith(_ANOTHER_LANGUAGE)


def is_translated(draft: Draft) -> bool:
    """It is the model's alone: the rules have no words in the customer's language."""
    return draft.by_model.startswith(_ANOTHER_LANGUAGE)


async def first_in_better_words(
    tx: Transaction, workspace_id: str, outcomes: Sequence[Outcome], asker: Asker
) -> list[Outcome]:
    """Offers wait for the model, all those of one thread together; without one they go out as they are, less those
    which only a translation would make possible."""
    offers = [one for one in outcomes if isinstance(one, OfferDraft)]
    if not offers or not await is_wanted(tx, workspace_id, asker):
        return list(outcomes)
    rest = [one for one in outcomes if not isinstance(one, OfferDraft)]
    payload = {"offers": [one.payload() for one in offers]}
    return [SetTimer(Timers.POLISH, f"polish:{new_id()}", tx.now, payload), *rest]
