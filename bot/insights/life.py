"""What may happen to an insight, decided from facts alone: new, asked, acting, known, not now, withdrawn."""

from collections.abc import Sequence

from storage.insights import Insight, InsightAnswer
from storage.people import Viewer

ANSWERS = ("acting", "known", "not_now")
ASKED, REPLY, WORDS, NEW, WITHDRAWN = "asked", "reply", "words", "new", "withdrawn"

SAID = {
    "new": "waiting for marketing's answer",
    "asked": "marketing has a question for you",
    "acting": "marketing is acting on it",
    "known": "marketing knows about it",
    "not_now": "not now",
    "withdrawn": "withdrawn",
}
FOR_MARKETING = "This insight is for marketing to answer, so I left it as it is."
WAS_WITHDRAWN = "This insight was withdrawn by the person who logged it, so it needs no answer any more."


def may_answer(viewer: Viewer, found: Insight) -> bool:
    """Marketers, leads, admins, and the owner whom its route names."""
    return viewer.is_staff and (viewer.is_lead or viewer.has("marketer") or found.owner_id == viewer.person_id)


def why_no_answer(viewer: Viewer, found: Insight | None) -> str:
    """Why this person can't answer it; empty when they can. Unknown and foreign insights sound the same."""
    if found is None or not may_answer(viewer, found) or found.sent_to_workspace_id:
        return FOR_MARKETING
    return WAS_WITHDRAWN if found.state == WITHDRAWN else ""


def may_undo(viewer: Viewer, found: Insight) -> bool:
    return found.author_id == viewer.person_id and found.state in (NEW, ASKED)


def last_answer(answers: Sequence[InsightAnswer]) -> InsightAnswer | None:
    """Marketing's answer that stands: the newest one."""
    return next((one for one in reversed(answers) if one.kind in ANSWERS), None)


def open_question(answers: Sequence[InsightAnswer]) -> InsightAnswer | None:
    """The oldest question that the contributor has not answered."""
    answered = {one.about_id for one in answers if one.kind == REPLY}
    return next((one for one in answers if one.kind == ASKED and one.answer_id not in answered), None)


def changed(found: Insight, state: str) -> None:
    """A new state, and a new version for the card that shows it."""
    found.state, found.version = state, found.version + 1


def answered(found: Insight, kind: str) -> None:
    """Its state after marketing answered, asked or added words; a later question does not take an answer back."""
    is_kept = kind == WORDS or (kind == ASKED and found.state in ANSWERS)
    changed(found, found.state if is_kept else kind)


def replied(found: Insight, answers: Sequence[InsightAnswer]) -> None:
    """Its state after the contributor replied: it waits for marketing again once no question is open."""
    is_waiting = found.state == ASKED and open_question(answers) is None
    changed(found, NEW if is_waiting else found.state)
