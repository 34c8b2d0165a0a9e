"""Who is waiting for an answer: `/reply` and the home page."""

from collections.abc import Sequence

from bot.buttons import Buttons
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Heading, Part, Quote, Small, Tone, Words
from bot.replies import cards
from bot.replies.draft_card import headline
from bot.replies.muting import home_line
from storage import replies, threads
from storage.database import Transaction
from storage.people import Person, Viewer, person


async def waiting_answer(tx: Transaction, viewer: Viewer, channel_id: str) -> Card:
    """The threads of one channel in which a customer spoke last, as `/reply` shows them."""
    me = await person(tx, viewer.workspace_id, viewer.person_id)
    found = await threads.waiting_threads(tx, viewer.workspace_id, channel_id=channel_id)
    zone = me.own_zone if me else "UTC"
    rows = [
        (thread, f"has been waiting since {in_few_words(thread.last_customer_at, zone, tx.now)}")
        for thread in found
        if thread.owner_id in ("", viewer.person_id) and thread.last_customer_at is not None
    ]
    return cards.waiting_card(rows, where="in this channel")


async def home_parts(viewer: Viewer, me: Person, tx: Transaction) -> Sequence[Part]:
    """Drafts that wait for this person: the durable copy behind each private card."""
    parts: list[Part] = []
    for draft in await replies.open_drafts(tx, viewer):
        thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
        who = (thread.customer_name if thread else "") or "a customer"
        if draft.state == "uncertain":
            parts += cards.uncertain_card(draft, who).parts
            continue
        parts += [Words(headline(draft), strong=f"For {who}:"), Quote(draft.text)]
        parts.append(
            Actions(
                [
                    Button(Buttons.OPEN_DRAFT, "Open", draft.draft_id),
                    Button(Buttons.USE_DRAFT, "Use", draft.draft_id, Tone.PRIMARY),
                    Button(Buttons.DISMISS_DRAFT, "Not now", draft.draft_id),
                    Button(Buttons.WHY_DRAFT, "Why", draft.draft_id),
                ]
            )
        )
    if not viewer.has("agent"):
        return parts
    parts = [*home_line(me, tx.now), *parts]
    return [Heading("Drafts for you"), *(parts or [Small("None right now. They appear when a customer is waiting.")])]
