"""Hears what became of drafts: an agent used one, put one away and perhaps says why, or took a reply back."""

from collections.abc import Sequence

from bot.actions import Outcomes, Replace, Say
from bot.buttons import Buttons
from bot.cards import Actions, Button, Card, Small, Words, sentence
from bot.events import ButtonPressed, DraftUsed, MessageDeleted, MessageEdited, MessagePosted
from bot.replies.cards import NOT_AN_AGENT
from bot.replies.learning import lessons
from bot.replies.spent import PUT_AWAY
from storage import people, replies, threads
from storage.database import Transaction
from storage.people import machine
from storage.replies import Draft
from storage.threads import Message

WHY = "If you like, say why; one press is enough:"
NOTED = "{} Noted: {}. Thank you."
IN_USE = "This draft is not put away any more, so nothing changes."


def put_away_card(draft: Draft) -> Card:
    """What a dismissed draft's card becomes: one line, and the reasons for whoever has a second."""
    if draft.promise_id:
        return sentence(PUT_AWAY)
    buttons = [
        Button(Buttons.DISMISS_REASON, label, f"{draft.draft_id}|{reason}") for reason, label in lessons.REASONS.items()
    ]
    return Card(PUT_AWAY, [Words(PUT_AWAY), Small(WHY), Actions(buttons)])


async def on_reason(event: ButtonPressed, tx: Transaction) -> Outcomes:
    draft_id, _, reason = event.subject.partition("|")
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    draft = await replies.draft(tx, viewer, draft_id)
    if not viewer.has("agent"):
        return [Say(sentence(NOT_AN_AGENT))]
    if draft is None or draft.state != "dismissed" or reason not in lessons.REASONS:
        return [Replace(sentence(IN_USE))]
    draft.dismiss_reason = reason
    await lessons.note_dismissal(tx, draft, event.person_id, reason)
    return [Replace(sentence(NOTED.format(PUT_AWAY, lessons.REASONS[reason].lower())))]


async def on_used(event: DraftUsed, tx: Transaction) -> None:
    draft = await replies.draft(tx, machine(event.workspace_id), event.draft_id)
    if draft is not None:
        await lessons.note_use(tx, draft)


async def on_message(event: MessagePosted | MessageEdited, tx: Transaction) -> None:
    """A draft that was copied and then written into the thread, perhaps with changes."""
    for draft, said in await _sent_as(tx, event):
        if draft.state == "used" and said.deleted_at is None:
            await lessons.note_use(tx, draft, said.text)


async def on_deletion(event: MessageDeleted, tx: Transaction) -> None:
    for draft, _ in await _sent_as(tx, event):
        await lessons.take_back(tx, event.workspace_id, draft.draft_id)


async def _sent_as(
    tx: Transaction, event: MessagePosted | MessageEdited | MessageDeleted
) -> Sequence[tuple[Draft, Message]]:
    """The draft that stands in the thread as this message."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is None or said.is_by_customer:
        return []
    beside = await replies.drafts_of_thread(tx, said.workspace_id, said.channel_id, said.thread_id)
    return [(draft, said) for draft in beside if draft.message_id == said.message_id]
