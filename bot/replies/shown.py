"""The cards with which a draft stays in front of people, in a private chat or a relay thread: known by their ids, and
brought up to date whenever the draft goes its way."""

from collections.abc import Sequence

from bot.actions import Outcome, RedrawDraft
from bot.cards import Actions, Card
from bot.places import NOT_SHOWN, Delivery, InPlaceOf, PrivateCard
from bot.replies import cards
from bot.replies.draft_card import draft_card
from bot.replies.spent import PUT_AWAY, USED, customer_name
from bot.replies.when import answer_since, is_open, is_overtaken, still_fits
from storage import people, replies, threads, workspaces
from storage.database import Transaction, add_new
from storage.people import machine
from storage.replies import Draft, DraftCard
from storage.rows import new_id
from storage.threads import Message, Thread

ANSWERED_YOURSELF = "You answered this thread yourself."
NEWER = "A newer draft is there."
OVERTAKEN = "The customer has added or changed something since. Where that needs an answer, a newer draft follows."


async def kept(tx: Transaction, draft: Draft, person_id: str, message_id: str) -> list[Outcome]:
    """Remember where the draft was shown; what vanishes by itself has no id. A card that came too late, when the draft
    had already gone its way, is brought up to date at once, and so is one whose place it takes."""
    if message_id in ("", NOT_SHOWN):
        return []
    about = {"workspace_id": draft.workspace_id, "draft_id": draft.draft_id, "message_id": message_id}
    card = DraftCard(**about, person_id=person_id)
    await add_new(tx, card)
    thread = await threads.locked_thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    await tx.session.refresh(draft)
    is_live = is_open(draft) and still_fits(draft, await threads.messages_of(tx, thread))
    return [*([] if is_live else [_redraw(card)]), *await _older(tx, draft)]


async def redrawn(tx: Transaction, draft: Draft, *, but: str = "") -> list[Outcome]:
    """Bring the draft's cards up to date; not the one (`but`) that somebody pressed, which has an answer of its own."""
    return [_redraw(card) for card in await replies.cards_of_draft(tx, draft) if card.message_id != but]


async def is_lasting(tx: Transaction, draft: Draft, message_id: str) -> bool:
    """True for a card that is kept here."""
    return any(card.message_id == message_id for card in await replies.cards_of_draft(tx, draft))


async def redraw_delivery(action: RedrawDraft, workspace_id: str, tx: Transaction) -> Delivery | None:
    """The card as it should stand now: still to be used, or one quiet line about what became of it."""
    draft = await replies.draft(tx, machine(workspace_id), action.draft_id)
    if draft is None:
        return None
    thread = await threads.thread(tx, workspace_id, draft.channel_id, draft.thread_id)
    channel = await workspaces.channel(tx, workspace_id, draft.channel_id)
    if thread is None or channel is None:
        return None
    messages = await threads.messages_of(tx, thread)
    if not action.person_id and (channel.has_customers or _is_talk_among_colleagues(draft, messages)):
        return None  # Where customers were found since, nothing is said openly in front of them.
    card = await live_card(tx, draft, thread, messages)
    if card is None:
        card = await _closed_card(tx, draft, thread, messages, action.person_id)
    if not action.person_id:
        return Delivery(InPlaceOf(draft.channel_id, action.message_id), card)
    has_buttons = any(isinstance(part, Actions) for part in card.parts)
    link_to = (draft.channel_id, draft.thread_id) if has_buttons else None
    return Delivery(PrivateCard(action.person_id, action.message_id), card, link_to)


def _is_talk_among_colleagues(draft: Draft, messages: Sequence[Message]) -> bool:
    """In a relay thread a colleague's words are no answer to the customer, so the draft stays on offer there until the
    customer says more."""
    note = answer_since(messages, draft)
    if draft.state != "stale" or note is None:
        return False
    place = messages.index(note)
    return not is_overtaken(draft, messages[:place]) and not any(m.is_by_customer for m in messages[place:])


async def live_card(tx: Transaction, draft: Draft, thread: Thread, messages: Sequence[Message]) -> Card | None:
    """None when there is nothing left to do with the draft."""
    if draft.state == "uncertain":
        return cards.uncertain_card(draft, await customer_name(tx, draft))
    if is_open(draft) and still_fits(draft, messages):
        return draft_card(draft, thread, is_open_to_all=not thread.owner_id and not draft.promise_id)
    return None


async def _closed_card(
    tx: Transaction, draft: Draft, thread: Thread, messages: Sequence[Message], reader_id: str
) -> Card:
    line = await _line(tx, draft, thread, messages, reader_id)
    is_theirs_to_copy = draft.state == "copied" and bool(reader_id) and reader_id == draft.person_id
    return cards.closed_card(await customer_name(tx, draft), line, words_of=draft.draft_id if is_theirs_to_copy else "")


async def _line(tx: Transaction, draft: Draft, thread: Thread, messages: Sequence[Message], reader_id: str) -> str:
    """What became of it, said to the reader; a relay thread is read by nobody in particular."""
    if draft.state == "dismissed":
        return PUT_AWAY
    if draft.state in USED:
        is_theirs = reader_id == draft.person_id
        return USED[draft.state] if is_theirs else f"{await _name(tx, draft, draft.person_id)} used this draft."
    if reader_id and not draft.promise_id and (whose := await _whose(tx, draft, thread, messages, reader_id)):
        return whose
    return NEWER if draft.promise_id or await _has_newer(tx, draft) else OVERTAKEN


async def _whose(tx: Transaction, draft: Draft, thread: Thread, messages: Sequence[Message], reader_id: str) -> str:
    """Who has answered the customer, or will; empty when nobody has."""
    answer = answer_since(messages, draft)
    if answer is not None and answer.author_id == reader_id:
        return ANSWERED_YOURSELF
    if answer is not None:
        return f"{answer.author_name or 'A colleague'} answered this thread."
    is_taken = thread.owner_id not in ("", reader_id)
    return f"{await _name(tx, draft, thread.owner_id)} has taken this thread." if is_taken else ""


async def _has_newer(tx: Transaction, draft: Draft) -> bool:
    others = await replies.drafts_of_thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
    return any(
        is_open(other)
        and not other.promise_id
        and other.person_id == draft.person_id
        and other.created_at > draft.created_at
        for other in others
    )


async def _older(tx: Transaction, draft: Draft) -> list[Outcome]:
    """Cards that this draft takes the place of, and that nothing else brought up to date: the older note about a
    promise whose date moved once more, and an older draft in a relay thread. They change no more after that."""
    if draft.person_id and not draft.promise_id:
        return []
    about = (draft.person_id, draft.promise_id)
    outcomes: list[Outcome] = []
    for other in await replies.drafts_of_thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id):
        if other.state == "stale" and (other.person_id, other.promise_id) == about:
            for card in await replies.cards_of_draft(tx, other):
                outcomes.append(_redraw(card))
                await tx.session.delete(card)
    return outcomes


async def _name(tx: Transaction, draft: Draft, person_id: str) -> str:
    found = await people.person(tx, draft.workspace_id, person_id)
    return (found.name if found else "") or "A colleague"


def _redraw(card: DraftCard) -> RedrawDraft:
    return RedrawDraft(
        key=f"redraw:{card.draft_id}:{new_id()}",
        draft_id=card.draft_id,
        message_id=card.message_id,
        person_id=card.person_id,
    )
