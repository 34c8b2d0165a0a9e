"""Finds what the playbook perhaps says to an ask that it did not answer for sure: for the agent to choose, by a
person's yes only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.replies.finding.grounding import Candidates, Grounded
from bot.replies.finding.index import Entry, Index
from bot.replies.finding.signs import Asked
from bot.replies.finding.telling import chosen, told

NEAR_FROM, NEAR_OWN_FROM = 0.08, 0.3
"""A statement that is less likely than this to be the answer would only be in the agent's way: the second for an ask
about the customer's own case, which a page seldom answers."""
MOST_NEAR = 3
LEAST_WORDS = 3
"""Fewer say nothing that could be judged ("Invoice.")."""
KEY_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Near:
    """A near answer in the words in which a draft would tell it. `key` names these words in this place: once the page
    says something else, it fits no more."""

    words: str
    source: str
    key: str


def near_answers(found: Candidates, before: Iterable[Grounded] = (), *, least: float = NEAR_FROM) -> tuple[Near, ...]:
    """The likeliest few, each of another section where there are so many; not what the draft tells anyway."""
    likely = [entry for share, entry in found.ranked if share >= least]
    firsts = {id(entry.section): entry for entry in reversed(likely)}
    ordered = sorted(likely, key=lambda entry: firsts[id(entry.section)] is not entry)
    known = [(one.source, one.answer) for one in before]
    tables: set[str] = set()
    kept: list[Near] = []
    for entry in ordered:
        near = _near(entry, _said(found.asked, entry, found.index, found.on))
        if near is None or near.source in tables or _is_known(near, known):
            continue
        if entry.statement.kind == "row":
            tables.add(near.source)  # Its other rows are about something else than the likeliest one.
        known.append((near.source, near.words))
        kept.append(near)
    return tuple(kept[:MOST_NEAR])


def _is_known(near: Near, known: Iterable[tuple[str, str]]) -> bool:
    here = [words for source, words in known if source == near.source]
    return any(near.words in words or words in near.words for words in here)


def chosen_answer(asked: Asked, index: Index, on: date, choice: tuple[str, str]) -> Grounded | None:
    """What the agent chose (its source and key), told as any answer; None once the playbook no longer says just so."""
    source, key = choice
    for entry in index.entries:
        if entry.section.source == source:
            sentences = _said(asked, entry, index, on)
            near = _near(entry, sentences)
            if near is not None and near.key == key:
                return Grounded(sentences, entry.section, 1.0, entry.statement.kind == "row")
    return None


def _said(asked: Asked, entry: Entry, index: Index, on: date) -> tuple[str, ...]:
    """The statement with what limits or completes it on the page, whatever else was likely: the same each time."""
    return told(asked, chosen(asked, [(1.0, entry)], index), on)


def _near(entry: Entry, sentences: Sequence[str]) -> Near | None:
    words, source = " ".join(sentences), entry.section.source
    if len(words.split()) < LEAST_WORDS:
        return None
    return Near(words, source, sha256(f"{source}\x1f{words}".encode()).hexdigest()[:KEY_LENGTH])
