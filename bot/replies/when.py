"""Should a draft be offered, and may this one still be used? Pure rules over rows that were just read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from bot.replies.sources.stock import PLACEHOLDERS
from storage.replies import Draft
from storage.threads import Message, Thread

TAKE_BACK_FOR = timedelta(minutes=2)
_NAMED = "|".join(sorted(name.replace("_", "[ _]") for name in PLACEHOLDERS))
_PLACEHOLDER = re.compile(
    rf"\[(?:[^\[\]\n]{{0,80}}(?:\?|…|\.\.\.)|\s*|(?:the |your |their )?(?:{_NAMED}))\]"
    r"|\{[^{}\n]{0,40}\}|_{4,}",
    re.IGNORECASE,
)
"""What somebody still has to fill in: "[time?]", "[…]", "[new date]", "{amount}", a line to write on."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The draft can't be used any more; `needs_fresh` when a new one should be offered."""

    reason: str
    needs_fresh: bool = False


@dataclass(frozen=True, slots=True)
class Confirm:
    """It may be used, after the agent said yes to this once."""

    question: str


def newest_turn(messages: Sequence[Message]) -> list[Message]:
    """All customer messages after the agent's last one, oldest first."""
    turn: list[Message] = []
    for message in reversed(messages):
        if not message.is_by_customer:
            break
        turn.append(message)
    return turn[::-1]


def basis_hash(turn: Sequence[Message]) -> str:
    """Changes when the customer writes more, edits or deletes; a draft keeps the one it answered."""
    words = "\x1e".join(f"{m.message_id}\x1f{m.text}\x1f{','.join(m.files)}" for m in turn)
    return sha256(words.encode()).hexdigest()[:32]


def why_silent(thread: Thread, messages: Sequence[Message]) -> str:
    """Why no draft is offered by itself, in words an agent can read; empty when one should be."""
    if not messages or not any(m.is_by_customer for m in messages):
        return "There is no customer message here."
    if not messages[-1].is_by_customer:
        return f"{messages[-1].author_name or 'A colleague'} has answered."
    if not thread.is_waiting:
        return "Nobody is waiting for an answer here."
    return ""


def is_open(draft: Draft) -> bool:
    """It still waits for its agent."""
    return draft.state in ("offered", "opened")


def still_fits(draft: Draft, messages: Sequence[Message]) -> bool:
    """True while the customer waits for just this answer; an honest notice answers no message, so none can overtake
    it."""
    return bool(draft.promise_id) or not is_overtaken(draft, messages)


def is_overtaken(draft: Draft, messages: Sequence[Message]) -> bool:
    """The customer's newest words are not those that it answers."""
    turn = newest_turn(messages)
    return not turn or basis_hash(turn) != draft.basis_hash


def open_asks(draft: Draft) -> list[int]:
    """Which asks the draft neither answers nor owes by a named time, by their place."""
    if draft.due_at is not None:
        return []
    return [place for place, ask in enumerate(draft.asks) if ask["state"] == "needs_fact"]


def verdict_on_use(
    draft: Draft, thread: Thread, messages: Sequence[Message], *, agent_id: str, text: str, owner_name: str
) -> Stop | Confirm | None:
    """Read again when Use is pressed: None when these words can go out now."""
    if draft.state in SPENT:
        return Stop(SPENT[draft.state])
    if not text.strip():
        return Stop("There are no words in it yet.")
    if draft.promise_id:
        return _open_points(draft, text)  # An honest notice answers no message, so none can overtake it.
    answer = answer_since(messages, draft)
    if is_overtaken(draft, messages[: messages.index(answer)] if answer else messages):
        return Stop("The customer wrote, edited or deleted something since this draft was made.", needs_fresh=True)
    if answer is not None and answer.author_id == agent_id:
        return Confirm("You have answered in your own words meanwhile. Send this as well?")
    if answer is not None:
        return Confirm(f"{answer.author_name or 'A colleague'} answered meanwhile. Send yours as well?")
    if thread.owner_id not in ("", agent_id):
        return Confirm(f"{owner_name} has taken this thread. Send yours all the same?")
    return _open_points(draft, text)


SPENT = {
    "used": "This reply was already sent.",
    "sending": "This reply is on its way.",
    "copied": "You already have this text to copy.",
    "uncertain": "Nobody can tell yet whether this reply arrived. Please look at the thread before you send it again.",
    "taken_back": "You took this reply back. Ask for a new draft to write again.",
}
"""Why a draft in this state is not used once more; a draft in any other state may be."""


def answer_since(messages: Sequence[Message], draft: Draft) -> Message | None:
    """The first colleague's message after the customer message that the draft answers."""
    has_passed = False
    for message in messages:
        if has_passed and not message.is_by_customer:
            return message
        has_passed = has_passed or message.message_id == draft.basis_id
    return None


def _open_points(draft: Draft, text: str) -> Confirm | None:
    blank = _PLACEHOLDER.search(text)
    if blank:
        return Confirm(f"“{blank[0]}” is still empty. Send it like this?")
    missing = open_asks(draft) if text.strip() == draft.text.strip() else []
    return unanswered(draft, missing) if missing else None


def unanswered(draft: Draft, places: Sequence[int]) -> Confirm:
    """Names the first of these asks, since one name says more than a number."""
    first = draft.asks[places[0]]["ask"]
    return Confirm(f"“{first}” has no answer yet. Send it like this?")
