"""The life of a promise as a pure state machine: which step leads where, and kind words for a step that can't be."""

from enum import StrEnum

from storage.promises import OPEN_STATES

MAYBE, PROPOSED, OPEN, AT_RISK, RENEGOTIATED = "maybe", "proposed", "open", "at_risk", "renegotiated"
KEPT, BROKEN, WITHDRAWN = "kept", "broken", "withdrawn"
LIVE = frozenset(OPEN_STATES)
ASKED = frozenset({MAYBE, PROPOSED})
CLOSED = frozenset({KEPT, BROKEN, WITHDRAWN})


class Step(StrEnum):
    """What can happen to a promise; the value is the word in its history."""

    TRACK = "tracked"
    DECLINE = "not a promise"
    UNDO = "undone"
    KEEP = "kept"
    MOVE = "moved"
    TELL_CUSTOMER = "renegotiated"
    RUN_LATE = "at risk"
    WITHDRAW = "withdrawn"
    BREAK = "broken"
    REOPEN = "reopened"


_STEPS: dict[Step, tuple[frozenset[str], str]] = {
    Step.TRACK: (ASKED, OPEN),
    Step.DECLINE: (ASKED, WITHDRAWN),
    Step.UNDO: (LIVE, WITHDRAWN),
    Step.KEEP: (LIVE, KEPT),
    Step.MOVE: (LIVE, OPEN),
    Step.TELL_CUSTOMER: (LIVE, RENEGOTIATED),
    Step.RUN_LATE: (LIVE, AT_RISK),
    Step.WITHDRAW: (LIVE | ASKED, WITHDRAWN),
    Step.BREAK: (LIVE, BROKEN),
    Step.REOPEN: (CLOSED, OPEN),
}
ENDINGS = frozenset({Step.KEEP, Step.BREAK, Step.WITHDRAW, Step.UNDO, Step.DECLINE})
_BECAME = {
    KEPT: "marked as kept",
    BROKEN: "closed as not kept",
    WITHDRAWN: "taken off the list",
}


def after(state: str, step: Step) -> str | None:
    """The state that follows, or None when the step can't be taken from here."""
    allowed, following = _STEPS[step]
    return following if state in allowed else None


def refusal(state: str, *, who: str, when: str) -> str:
    """Why a step can't be taken: what became of the promise, who did it ("you", "Nadine") and when ("today 12:03"),
    as far as that is known."""
    if state in _BECAME:
        by, at = f" by {who}" if who else "", f", {when}" if when else ""
        return f"This promise was already {_BECAME[state]}{by}{at}."
    if state in ASKED:
        return "This promise is not on the list yet. Track puts it there."
    return "This promise is already on the list."
