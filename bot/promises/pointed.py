"""Somebody points at a message and says "Track a promise": what the reading missed or doubted comes on the list."""

from bot.actions import Outcome, Outcomes, Say
from bot.cards import sentence
from bot.events import ShortcutUsed
from bot.home import refreshed
from bot.promises import cards, life, reading, shown, tracking
from bot.promises.choices import date_choices
from bot.promises.shown import Desk
from storage import people, promises, threads
from storage.database import Transaction
from storage.promises import Promise, note_change
from storage.threads import Message

CUSTOMERS = "These are a customer's words. Only what one of us said can be our promise."
SOMEBODY_ELSES = "This promise would be a colleague's. They can track it themselves, or a lead can."
NO_WORDS = "There are no words in this message that I could keep."
LONGEST = 1000


async def on_shortcut(event: ShortcutUsed, tx: Transaction) -> Outcomes:
    """The author's promise, tracked by themselves or by a lead."""
    desk = await shown.desk_of(tx, event.workspace_id, event.person_id)
    stored = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    said = stored or _message(event)
    if desk is None or (problem := await _why_not(tx, desk, event, said)):
        return [Say(sentence(problem if desk is not None else NO_WORDS))]
    known = await promises.promises_of_message(tx, event.workspace_id, event.channel_id, event.message_id)
    outcomes: list[Outcome] = []
    for promise in known:
        outcomes += await _taken_up(tx, promise, event)
    if not known:
        promise, timers = await _new(tx, said, event)
        known, outcomes = [promise], timers
    reader = await shown.reader_of(tx, desk, known[0].owner_id)
    card = cards.noticed_card(known[0], reader, date_choices(known[0], desk.rhythm, tx.now))
    homes = [refreshed(person) for person in sorted({known[0].owner_id, event.person_id})]
    return [Say(card), *outcomes, *homes]


async def _why_not(tx: Transaction, desk: Desk, event: ShortcutUsed, said: Message) -> str:
    author = await people.viewer(tx, event.workspace_id, said.author_id)
    if said.is_by_customer or event.is_by_app or not author.is_staff:
        return CUSTOMERS
    if said.author_id != event.person_id and not desk.viewer.is_lead:
        return SOMEBODY_ELSES
    return "" if said.text.strip() and len(said.text) <= LONGEST and said.deleted_at is None else NO_WORDS


async def _taken_up(tx: Transaction, promise: Promise, event: ShortcutUsed) -> list[Outcome]:
    """What was doubted is tracked, and what was taken off the list is taken up again."""
    if promise.state in life.ASKED:
        return await tracking.track(tx, promise, event.person_id, event.at)
    if promise.state == life.WITHDRAWN:
        return await tracking.reopen(tx, promise, event.person_id, event.at)
    return []


async def _new(tx: Transaction, said: Message, event: ShortcutUsed) -> tuple[Promise, list[Outcome]]:
    found = await reading.promises_in(tx, said)
    first = found[0] if found else await reading.whole_text(tx, said)
    promise = reading.new_promise(said, first, 0, await reading.around(tx, said))
    promise.state = life.OPEN
    tx.session.add(promise)
    await tx.session.flush()
    note_change(tx, promise, event.person_id, "noted by hand")
    return promise, await tracking.timers(tx, promise, event.at)


def _message(event: ShortcutUsed) -> Message:
    """A message that the bot has not heard, as the shortcut tells of it; it is not stored."""
    return Message(
        workspace_id=event.workspace_id,
        channel_id=event.channel_id,
        message_id=event.message_id,
        thread_id=event.thread_id,
        author_id=event.author_id,
        author_name="",
        text=event.text,
        sent_at=event.said_at or event.at,
        is_by_customer=False,
    )
