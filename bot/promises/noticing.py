"""What promises does when an agent speaks, edits or deletes: notice, ask, never move a date in silence."""

from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher

from bot.actions import Outcome, Outcomes, TellPerson, TellPromise
from bot.events import DraftUsed, MessageDeleted, MessageEdited, MessagePosted
from bot.home import refreshed
from bot.promises import life, reading, tracking
from bot.promises.ids import promise_id
from bot.promises.life import Step
from bot.promises.notice import NoticedPromise
from bot.promises.reread import compared, due_phrase
from bot.promises.told import customer_was_told
from storage import people, promises, replies, threads
from storage.database import Transaction, add_new
from storage.people import machine
from storage.promises import Promise, note_change
from storage.replies import Draft
from storage.threads import Message

CHANGED = "promise.changed"
ALIKE = 0.6
"""A copied notice that the agent changed a little is still that notice."""


async def on_message(event: MessagePosted, tx: Transaction) -> Outcomes:
    """Read what an agent said, in an enrolled channel, to a customer."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is not None and said.is_by_customer:
        await _name_customer(tx, said)
    if said is None or event.is_by_app or not await _is_by_agent(tx, said):
        return []
    notice = await _notice_sent(tx, said)
    if notice is None:
        return await noticed(tx, said, await reading.promises_in(tx, said))
    return await customer_was_told(tx, notice.promise_id, said, await reading.promises_in(tx, said))


async def _name_customer(tx: Transaction, said: Message) -> None:
    thread = await threads.thread(tx, said.workspace_id, said.channel_id, said.thread_id)
    if thread is not None and (name := await reading.customer_name(tx, thread)):
        await promises.name_customer(tx, thread, name)


async def on_draft_used(event: DraftUsed, tx: Transaction) -> Outcomes:
    """The words that were sent count, whatever the draft said."""
    draft = await replies.draft(tx, machine(event.workspace_id), event.draft_id)
    said = Message(
        workspace_id=event.workspace_id,
        channel_id=event.channel_id,
        message_id=event.message_id or event.draft_id,
        thread_id=event.thread_id,
        author_id=event.person_id,
        author_name="",
        text=event.text,
        sent_at=event.at,
        is_by_customer=False,
    )
    found = await reading.promises_in(tx, said)
    if draft is not None and draft.promise_id:
        return await customer_was_told(tx, draft.promise_id, said, found)
    return await noticed(tx, said, found)


async def on_edit(event: MessageEdited, tx: Transaction) -> Outcomes:
    """Read it again. Words follow the message, dates don't: the owner is asked."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is None or not await _is_by_agent(tx, said) or await _is_notice(tx, said):
        return []
    known = await promises.promises_of_message(tx, event.workspace_id, event.channel_id, event.message_id)
    first_index = len(known)
    reread = compared(known, await reading.promises_in(tx, said))
    outcomes: list[Outcome] = []
    for promise, found in reread.changed:
        outcomes += _changed(tx, promise, found, f"{event.at.timestamp()}")
    for promise in reread.gone:
        outcomes += _gone(tx, promise, event.at, "edited out")
    return [*outcomes, *await noticed(tx, said, reread.new, first_index=first_index)]


async def on_deletion(event: MessageDeleted, tx: Transaction) -> Outcomes:
    """The quote is forgotten. A reply that was taken back owes nothing; otherwise the owner says what becomes of it."""
    known = await promises.promises_of_message(tx, event.workspace_id, event.channel_id, event.message_id)
    is_taken_back = bool(known) and await _was_taken_back(tx, known[0])
    outcomes: list[Outcome] = []
    for promise in known:
        if not is_taken_back or life.after(promise.state, Step.WITHDRAW) is None:
            outcomes += _gone(tx, promise, event.at, "deleted")
            continue
        reading.forget_words(promise)
        outcomes += tracking.close(tx, promise, Step.WITHDRAW, promise.owner_id, event.at, why="reply taken back")
        outcomes.append(refreshed(promise.owner_id))
    return outcomes


async def noticed(
    tx: Transaction, said: Message, found: Sequence[NoticedPromise], *, first_index: int = 0
) -> list[Outcome]:
    """Store what is new: certain is tracked at once, likely asks, doubtful is kept silently."""
    place = await reading.around(tx, said)
    outcomes: list[Outcome] = []
    for index, one in enumerate(found, first_index):
        if not await add_new(tx, reading.new_promise(said, one, index, place)):
            continue
        made = promise_id(said.channel_id, said.message_id, index)
        promise = await tx.session.get_one(Promise, (said.workspace_id, made))
        note_change(tx, promise, said.author_id, "noticed", strength=one.strength)
        if promise.state == life.OPEN:
            outcomes += await tracking.timers(tx, promise, said.sent_at)
        if promise.state != life.MAYBE:
            outcomes.append(TellPromise(key=f"noticed:{made}", promise_id=made))
            outcomes.append(refreshed(promise.owner_id))
    return outcomes


def _changed(tx: Transaction, promise: Promise, found: NoticedPromise, stamp: str) -> list[Outcome]:
    is_new_date = due_phrase(found) != promise.due_phrase
    if promise.state in life.CLOSED:
        return []
    reading.take_words(promise, found)
    note_change(tx, promise, promise.owner_id, "message edited")
    if promise.state in life.ASKED:
        return []
    date = reading.date_of(found) if is_new_date else None
    due = date.due_at.isoformat() if date is not None else ""
    return [_ask_owner(promise, f"edited:{stamp}", how="edited", due=due)]


def _gone(tx: Transaction, promise: Promise, at: datetime, how: str) -> list[Outcome]:
    reading.forget_words(promise)
    note_change(tx, promise, promise.owner_id, "message gone")
    if promise.state in life.LIVE:
        return [_ask_owner(promise, f"gone:{at.timestamp()}", how=how)]
    if promise.state in life.ASKED:
        return tracking.close(tx, promise, Step.WITHDRAW, promise.owner_id, at, why="message gone")
    return []


def _ask_owner(promise: Promise, stamp: str, **about: str) -> Outcome:
    key = f"promise:{promise.promise_id}:{stamp}"
    about = {"promise_id": promise.promise_id, **about}
    return TellPerson(key=key, person_id=promise.owner_id, topic=CHANGED, about=about)


async def _is_by_agent(tx: Transaction, said: Message) -> bool:
    viewer = await people.viewer(tx, said.workspace_id, said.author_id)
    return viewer.is_staff and not said.is_by_customer


async def _notice_sent(tx: Transaction, said: Message) -> Draft | None:
    """The honest notice that this message is: posted by us as the agent, or copied and pasted by themselves."""
    for draft in await replies.drafts_of_thread(tx, said.workspace_id, said.channel_id, said.thread_id):
        if not draft.promise_id or draft.person_id != said.author_id:
            continue
        is_its_message = draft.message_id == said.message_id
        # What somebody wrote after copying a draft counts as its sent text, however little the two have in common.
        words = draft.text if is_its_message else draft.sent_text or draft.text
        may_be_it = is_its_message or draft.state in ("sending", "copied", "uncertain")
        if may_be_it and SequenceMatcher(None, words, said.text).ratio() >= ALIKE:
            return draft
    return None


async def _is_notice(tx: Transaction, said: Message) -> bool:
    drafts = await replies.drafts_of_thread(tx, said.workspace_id, said.channel_id, said.thread_id)
    return any(draft.promise_id and draft.message_id == said.message_id for draft in drafts)


async def _was_taken_back(tx: Transaction, promise: Promise) -> bool:
    drafts = await replies.drafts_of_thread(tx, promise.workspace_id, promise.channel_id, promise.thread_id)
    return any(draft.message_id == promise.message_id and draft.state == "taken_back" for draft in drafts)
