"""The honest notice: tells the customer about a new date, or that it takes longer, before they have to ask.

It is drafted for the owner, who reads, edits and sends it like any other draft; nothing goes out by itself.
"""

import re
from datetime import datetime

from bot.actions import OfferDraft, Outcome
from bot.calendar.words import in_words
from bot.promises.wording import first_name, short
from storage import people, replies, threads
from storage.database import Transaction
from storage.promises import Promise, note_change
from storage.replies import Draft
from storage.rows import new_id

_ENDS = re.compile(r"[.!?…]['\"”’)]*\Z")


def notice_text(promise: Promise, *, agent_name: str, reason: str, now: datetime) -> str:
    """The words for the customer: what was said, that it changes, why (in the agent's words), until when.

    It gives no reason of its own: what the agent did not say stays unsaid.
    """
    name = first_name(promise.customer_name)
    lines = [f"Hello {name}," if name else "Hello,", _what_changes(promise, now)]
    if reason.strip():
        lines[-1] += f" {_sentence(reason)}"
    lines.append(_what_now(promise, now))
    return "\n\n".join([*lines, agent_name]).strip()


def _what_changes(promise: Promise, now: datetime) -> str:
    said = f"I said: “{short(promise.quote)}”." if promise.quote else "I promised you something and owe you an update."
    expected, due = promise.known_due_at, promise.due_at
    if expected is not None and expected < now:
        return f"{said} I didn't keep to that, and I'm sorry that you had to wait."
    if expected == due:
        return f"{said} I'm still on it, and wanted you to know where it stands."
    if expected is not None and due is not None and due < expected:
        return f"{said} Good news: I can do it sooner than that."
    return f"{said} I won't manage that, and I'd rather tell you now than let you wait. I'm sorry."


def _what_now(promise: Promise, now: datetime) -> str:
    if promise.due_at is None:
        return "I'll write to you as soon as I can name a date."
    when = in_words(promise.due_at, promise.due_zone, now)
    if promise.known_due_at == promise.due_at:
        return f"My date stands: {when}."
    if promise.known_due_at is not None and now <= promise.due_at < promise.known_due_at:
        return f"You'll hear from me by {when}."
    return f"You'll hear from me by {when} instead. If that is too late for you, please tell me."


def _why(promise: Promise) -> str:
    if promise.known_due_at == promise.due_at:
        return "You asked for an update on a promise; its date stays as it is."
    return "You moved the date of a promise, and the customer should hear it from you first."


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    words = words[:1].upper() + words[1:]
    return words if _ENDS.search(words) else f"{words}."


async def offered_notice(tx: Transaction, promise: Promise, *, reason: str, by: str) -> list[Outcome]:
    """Draft the notice for the owner; empty where there is no thread to send it in."""
    thread = await threads.thread(tx, promise.workspace_id, promise.channel_id, promise.thread_id)
    owner = await people.person(tx, promise.workspace_id, promise.owner_id)
    if thread is None or owner is None or owner.is_deactivated:
        return []
    for old in await replies.drafts_of_thread(tx, promise.workspace_id, promise.channel_id, promise.thread_id):
        if old.promise_id == promise.promise_id and old.state in ("offered", "opened"):
            old.state = "stale"
    asked = [m for m in await threads.messages_of(tx, thread) if m.is_by_customer]
    draft = Draft(
        workspace_id=promise.workspace_id,
        draft_id=new_id("d"),
        channel_id=promise.channel_id,
        thread_id=promise.thread_id,
        basis_id=asked[-1].message_id if asked else promise.thread_id,
        basis_hash="",  # An honest notice answers no message, so no new message can overtake it.
        text=notice_text(promise, agent_name=owner.first_name, reason=reason, now=tx.now),
        created_at=tx.now,
        person_id=promise.owner_id,
        promise_id=promise.promise_id,
        why=_why(promise),
    )
    tx.session.add(draft)
    note_change(tx, promise, by, "notice drafted", draft=draft.draft_id)
    return [OfferDraft(key=f"offer:{draft.draft_id}", draft_id=draft.draft_id, person_id=promise.owner_id)]
