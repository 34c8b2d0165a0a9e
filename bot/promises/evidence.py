"""A later message that looks like the delivery is offered to the owner: "was this it?". Nothing closes by itself."""

from collections.abc import Mapping

from bot.actions import Outcome, Outcomes, Replace, TellHere
from bot.buttons import Buttons
from bot.cards import Actions, Button, Card, Quote, Tone, Words
from bot.events import ButtonPressed, DraftUsed, MessagePosted
from bot.promises import life, reading
from bot.promises.delivery import looks_delivered
from bot.promises.ids import Ref
from bot.promises.shown import Desk, desk_of, refused
from bot.promises.wording import customer_of, deed, short
from storage import people, promises, threads
from storage.database import Transaction
from storage.people import machine
from storage.promises import Promise, note_change
from storage.threads import Message

EVIDENCE = "promise.evidence"
ORIGIN = "evidence"
ASKED = "asked whether done"


async def on_message(event: MessagePosted, tx: Transaction) -> Outcomes:
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is None or said.is_by_customer or event.is_by_app or said.calls_bot:
        return []
    return await _offered(tx, said)


async def on_draft_used(event: DraftUsed, tx: Transaction) -> Outcomes:
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id or event.draft_id)
    return await _offered(tx, said) if said is not None else []


async def _offered(tx: Transaction, said: Message) -> list[Outcome]:
    """Ask about one promise of this thread at most: the one that has waited longest."""
    author = await people.viewer(tx, said.workspace_id, said.author_id)
    known = await promises.live_in_thread(tx, said.workspace_id, said.channel_id, said.thread_id)
    older = [one for one in known if one.message_id != said.message_id and one.made_at < said.sent_at]
    if not author.is_staff or not older:
        return []
    also = [one.quote for one in await reading.promises_in(tx, said)]
    for promise in older:
        if promise.evidence_id != said.message_id and looks_delivered(
            promise.quote or promise.what, said.text, also_promised=also
        ):
            promise.evidence_id = said.message_id
            note_change(tx, promise, "", ASKED, message=said.message_id)
            return [_question(promise, said)]
    return []


def _question(promise: Promise, said: Message) -> TellHere:
    return TellHere(
        key=f"evidence:{promise.promise_id}:{said.message_id}",
        person_id=promise.owner_id,
        channel_id=promise.channel_id,
        thread_id=promise.thread_id,
        topic=EVIDENCE,
        about={"promise_id": promise.promise_id, "message_id": said.message_id},
    )


async def evidence_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """Asks the owner; nothing when the promise was settled or the message deleted meanwhile."""
    promise = await promises.promise(tx, machine(workspace_id), about["promise_id"])
    if promise is None or promise.state not in life.LIVE or promise.owner_id != person_id:
        return None
    said = await threads.message(tx, workspace_id, promise.channel_id, about["message_id"])
    desk = await desk_of(tx, workspace_id, person_id)
    if said is None or not said.text or desk is None:
        return None
    return evidence_card(promise, said)


def evidence_card(promise: Promise, said: Message) -> Card:
    who = "You" if said.author_id == promise.owner_id else said.author_name or "A colleague"
    summary = f"You promised {customer_of(promise)}: {deed(promise)}. {who} wrote this. Was this it?"
    ref = str(Ref(promise.promise_id, ORIGIN, said.message_id))
    buttons = [
        Button(Buttons.KEEP_PROMISE, "Yes, it is done", ref, Tone.PRIMARY),
        Button(Buttons.NOT_DONE, "Not yet", ref),
    ]
    return Card(summary, [Words(summary), Quote(short(said.text)), Actions(buttons)])


async def on_not_done(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    if promise.state not in life.LIVE:
        return await refused(tx, desk, ref, promise)
    note_change(tx, promise, event.person_id, "not done yet", message=ref.more)
    words = f"All right, it stays on your list: {deed(promise)}."
    return [Replace(Card(words, [Words(words)]))]


async def delivered_in(tx: Transaction, ref: Ref, promise: Promise) -> Message | None:
    """The message that this press calls the delivery: one of ours, later than the words, still there in the promise's
    own thread, and the one that its owner was asked about."""
    if ref.origin != ORIGIN:
        return None
    said = await threads.message(tx, promise.workspace_id, promise.channel_id, ref.more)
    if said is None or said.deleted_at is not None or said.thread_id != promise.thread_id:
        return None
    if said.is_by_customer or said.sent_at <= promise.made_at:
        return None
    story = await promises.history(tx, machine(promise.workspace_id), promise.promise_id)
    was_asked = any(one.what == ASKED and one.about.get("message") == said.message_id for one in story)
    return said if was_asked else None
