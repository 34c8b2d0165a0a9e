"""Writes down what became of each draft: used as it was, edited, or dismissed and why; and takes it back again."""

from collections.abc import Mapping
from dataclasses import asdict

from bot.replies.learning.differences import changes, is_kept
from bot.replies.learning.priors import DISMISSED, EDITED, FACTS, USED, Priors, priors
from storage import learning
from storage.database import Transaction, add_new
from storage.learning import LearningReset, Lesson
from storage.replies import Draft
from storage.rows import new_id

REASONS: Mapping[str, str] = {
    "facts": "Facts wrong",
    "tone": "Tone wrong",
    "long": "Too long",
    "answered": "Already answered",
    "needless": "Not needed",
}
"""Why a draft was dismissed, as the buttons say it."""


async def note_use(tx: Transaction, draft: Draft, sent: str = "") -> None:
    """The agent sent it, or took its words along; `sent` where they changed them since. An honest notice about a
    promise teaches nothing."""
    sent = sent or draft.sent_text
    if draft.promise_id or not sent.strip():
        return
    changed = changes(draft.text, sent)
    kept, dropped = _answers(draft, sent)
    row = await _row(tx, draft)
    row.kind, row.reason, row.variant, row.at = EDITED if changed else USED, "", draft.style, tx.now
    row.person_id, row.changes = draft.person_id, [asdict(one) for one in changed]
    row.kept, row.dropped = kept, dropped
    row.words, row.sent_words = len(draft.text.split()), len(sent.split())


async def note_dismissal(tx: Transaction, draft: Draft, person_id: str, reason: str = "") -> None:
    """Put away; the reason may follow, and only wrong facts speak against the sources."""
    if draft.promise_id:
        return
    row = await _row(tx, draft)
    row.kind, row.reason, row.variant, row.at = DISMISSED, reason, draft.style, tx.now
    row.person_id = person_id
    row.changes, row.kept, row.words, row.sent_words = [], [], len(draft.text.split()), 0
    row.dropped = list(dict.fromkeys(source for source, _ in _told(draft))) if reason == FACTS else []


async def take_back(tx: Transaction, workspace_id: str, draft_id: str) -> None:
    """The reply was taken back, or its draft is offered again, so nothing became of it yet."""
    if (row := await learning.lesson(tx, workspace_id, draft_id)) is not None:
        await tx.session.delete(row)


async def reset(tx: Transaction, workspace_id: str, by: str) -> None:
    """What was learned so far counts no more."""
    tx.session.add(LearningReset(workspace_id=workspace_id, reset_id=new_id("r"), at=tx.now, by=by))


async def undo_reset(tx: Transaction, workspace_id: str, by: str) -> bool:
    """True when there was one to take back."""
    last = await learning.last_reset(tx, workspace_id)
    if last is None:
        return False
    last.undone_at, last.undone_by = tx.now, by
    return True


class Lessons:
    """Each workspace's priors, worked out anew when a lesson came or went."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Priors]] = {}

    async def priors(self, tx: Transaction, workspace_id: str) -> Priors:
        version = await learning.lessons_version(tx, workspace_id)
        known = self._known.get(workspace_id)
        if known is None or known[0] != version:
            known = (version, priors(await learning.lessons(tx, workspace_id)))
            self._known[workspace_id] = known
        return known[1]


async def _row(tx: Transaction, draft: Draft) -> Lesson:
    key = (draft.workspace_id, draft.draft_id)
    new = Lesson(workspace_id=key[0], draft_id=key[1], person_id=draft.person_id, at=tx.now, kind=USED)
    await add_new(tx, new)
    return await tx.session.get_one(Lesson, key, with_for_update=True, populate_existing=True)


def _answers(draft: Draft, sent: str) -> tuple[list[str], list[str]]:
    """The sources whose answers went out, and those whose answers did not."""
    told = _told(draft)
    kept = dict.fromkeys(source for source, answer in told if is_kept(answer, sent))
    return list(kept), [source for source in dict.fromkeys(source for source, _ in told) if source not in kept]


def _told(draft: Draft) -> list[tuple[str, str]]:
    """Each answer with its source; what the agent told us themselves has none."""
    told = ((str(ask.get("source") or ""), str(ask.get("answer") or "")) for ask in draft.asks)
    return [(source, answer) for source, answer in told if answer and source in draft.sources]
