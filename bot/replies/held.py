"""Finds the draft behind a press or a form, for whoever may see it, and holds its thread while something is decided."""

from bot.actions import Outcomes, Say
from bot.cards import Card, sentence
from bot.events import ButtonPressed, FormSubmitted
from bot.feature import Handler
from bot.replies.cards import NOT_AN_AGENT, SEEN
from bot.replies.spent import spent_card
from storage import people, replies, threads
from storage.database import Transaction
from storage.people import Viewer
from storage.replies import Draft
from storage.threads import Thread

GONE = "This draft is no longer here. A newer one may be in the thread or in my Home."


def for_agents(handler: Handler) -> Handler:
    """Drafts are for agents at the moment they press, whoever was one when the card was shown."""

    async def pressed(event: ButtonPressed, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        if not viewer.has("agent"):
            # A card in a relay thread is everybody's, so it stays as it is.
            return [Say(sentence(NOT_AN_AGENT))]
        return await handler(event, tx)

    return pressed


async def draft_of(tx: Transaction, event: ButtonPressed | FormSubmitted) -> Draft | None:
    """A subject begins with the draft's id, whatever follows it."""
    viewer: Viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    return await replies.draft(tx, viewer, event.subject.partition(SEEN)[0])


async def held(tx: Transaction, draft: Draft) -> Thread:
    """Hold the thread, then read the draft again: of two presses at once the second sees what the first did."""
    thread = await threads.locked_thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    await tx.session.refresh(draft)
    return thread


async def gone_card(tx: Transaction, draft: Draft | None) -> Card:
    """What became of a draft that can't be opened, changed or put away any more."""
    return (await spent_card(tx, draft) if draft is not None else None) or sentence(GONE)
