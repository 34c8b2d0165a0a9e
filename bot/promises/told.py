"""The customer was sent the honest notice: the promise counts as renegotiated, in time or late."""

from collections.abc import Sequence
from datetime import datetime

from bot.actions import Outcome, TellPromise
from bot.promises import life, reading, tracking
from bot.promises.life import Step
from bot.promises.notice import NoticedPromise
from storage import promises
from storage.database import Transaction
from storage.people import machine
from storage.promises import Promise, note_change
from storage.threads import Message


async def customer_was_told(
    tx: Transaction, promise_id: str, said: Message, found: Sequence[NoticedPromise]
) -> list[Outcome]:
    """Mark the promise; it is no new one. A date that the agent changed in the notice is the one that counts."""
    owner = machine(said.workspace_id)
    promise = await promises.locked_promise(tx, owner, promise_id)
    if promise is None or promise.state not in life.LIVE or await _is_known(tx, promise, said):
        return []
    late = tracking.lateness(promise, said.sent_at)
    outcomes: list[Outcome] = []
    date = next((d for one in found if one.strength == "certain" and (d := reading.date_of(one)) is not None), None)
    if date is not None and not _is_same_minute(date.due_at, promise.due_at):
        outcomes += await tracking.set_date(tx, promise, date, said.author_id, said.sent_at, is_known=False)
        outcomes.append(TellPromise(key=f"noticed:{promise_id}:v{promise.due_version}", promise_id=promise_id))
    is_moved = promise.due_at != promise.known_due_at
    promise.known_due_at = promise.due_at
    if is_moved:
        promise.state = life.RENEGOTIATED
    what = Step.TELL_CUSTOMER if is_moved else "customer updated"
    note_change(tx, promise, said.author_id, what, message=said.message_id, in_time=not late)
    return outcomes


def _is_same_minute(one: datetime, other: datetime | None) -> bool:
    return other is not None and one.replace(second=0) == other.replace(second=0)


async def _is_known(tx: Transaction, promise: Promise, said: Message) -> bool:
    """The same notice may be heard of twice: when it was posted for the agent, and as a message."""
    story = await promises.history(tx, machine(promise.workspace_id), promise.promise_id)
    return any(change.about.get("message") == said.message_id for change in story)
