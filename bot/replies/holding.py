"""The honest holding reply: no answer yet, and by when there will be one; a draft as any other, sent by its agent.

Once it is sent, the date in it is a promise and is kept in view as one.
"""

from dataclasses import dataclass
from hashlib import sha256

from bot.actions import OfferDraft, Outcomes, Say
from bot.cards import sentence
from bot.events import ButtonPressed
from bot.home import refreshed
from bot.replies.asked import NOBODY_ASKED
from bot.replies.when import basis_hash, newest_turn
from bot.replies.writing.due import CALM_LEAD, answer_due, due_in_words
from bot.replies.writing.names import first_name
from bot.workspace_settings import calendar_of, own_day
from storage import people, threads, workspaces
from storage.database import Transaction, add_new
from storage.replies import Draft
from storage.threads import Message, Thread

NOT_SENT = ("offered", "opened", "dismissed", "stale", "taken_back")
WHY = "You asked for a note that says when the customer will hear from you."


@dataclass(frozen=True, slots=True)
class Said:
    """What the note says, in whose name, by when."""

    customer: str
    agent: str
    when: str

    @property
    def text(self) -> str:
        hello = f"Hello {self.customer}," if self.customer else "Hello,"
        body = (
            "Your message is with me, and it has had no answer yet; I'm sorry that you had to wait. "
            f"I'm looking into it now, and I'll write to you {self.when}."
        )
        return f"{hello}\n\n{body}\n\n{self.agent}"


async def on_acknowledge(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """Draft it for whoever asks, and offer it where every draft is."""
    channel_id, _, thread_id = event.subject.partition("|")
    channel = await workspaces.channel(tx, event.workspace_id, channel_id)
    thread = await threads.thread(tx, event.workspace_id, channel_id, thread_id)
    turn = newest_turn(await threads.messages_of(tx, thread)) if thread is not None and thread.is_waiting else []
    if thread is None or not turn or channel is None or not channel.is_enrolled:
        return [Say(sentence(NOBODY_ASKED))]
    made = f"holding:{channel_id}:{thread_id}:{basis_hash(turn)}:{event.person_id}"
    draft_id = "d" + sha256(made.encode()).hexdigest()[:20]
    draft = await tx.session.get(Draft, (event.workspace_id, draft_id))
    fresh = await _drafted(tx, event, thread, turn, draft_id)
    if draft is None:
        await add_new(tx, fresh)
    elif draft.state in NOT_SENT:  # The time that it named may be over by now.
        draft.state, draft.text, draft.due_at = "offered", fresh.text, fresh.due_at
    stamp = event.opener or event.at.isoformat()
    offer = OfferDraft(key=f"offer:{draft_id}:{stamp}", draft_id=draft_id, person_id=event.person_id, is_asked_for=True)
    return [offer, refreshed(event.person_id)]


async def _drafted(tx: Transaction, event: ButtonPressed, thread: Thread, turn: list[Message], draft_id: str) -> Draft:
    home = await workspaces.workspace(tx, event.workspace_id)
    agent = await people.person(tx, event.workspace_id, event.person_id)
    customer = await people.person(tx, event.workspace_id, thread.customer_id) if thread.customer_id else None
    zone = own_day(agent, home).zone if agent is not None else calendar_of(home).zone
    due = answer_due(tx.now.replace(second=0, microsecond=0), calendar_of(home), CALM_LEAD)
    theirs = own_day(customer, home).zone if customer is not None else zone
    said = Said(
        first_name(thread.customer_name), agent.first_name if agent else "", due_in_words(due, tx.now, theirs, zone)
    )
    return Draft(
        workspace_id=event.workspace_id,
        draft_id=draft_id,
        channel_id=thread.channel_id,
        thread_id=thread.thread_id,
        basis_id=turn[-1].message_id,
        basis_hash=basis_hash(turn),
        text=said.text,
        created_at=tx.now,
        person_id=event.person_id,
        due_at=due,
        why=WHY,
    )
