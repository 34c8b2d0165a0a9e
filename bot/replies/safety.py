"""When somebody may be in danger, the playbook's own safety words come before anything else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.replies.passages import Statement, statements_of
from bot.replies.playbook import Section
from bot.replies.ranking import meaning, related, terms
from bot.replies.spoken import said

_I = re.IGNORECASE
_CUE = re.compile(
    r"\b(?:112|911|999|emergency|ambulance|stop (?:using|taking|eating)|do not (?:use|ride|touch|eat|take|drink|"
    r"switch|drive|open|enter|pour)|don't (?:use|ride|touch|eat|take|drink|switch|drive)|leave the (?:room|house|"
    r"building)|doctor|poison|fire|smoke|danger)\b",
    _I,
)
_AFTERWARDS = re.compile(r"^(?:tell us|let us know|report|write to us|contact us|call us)\b", _I)
_HEALTH = re.compile(
    r"\b(?:swollen|swelling|rash|allerg\w+|breath\w*|chest|faint\w*|hospital|injur\w+|bleed\w*|chok\w+|dose|"
    r"tablets|pills|medicine|medication|insulin|poison\w*|vomit\w*|dizz\w+|fever|pain|unwell|sick|ill|hurt|"
    r"freezing|pregnan\w+|ate|eaten|swallowed)\b",
    _I,
)
_WHAT_NOW = re.compile(
    r"^(?:so )?(?:what (?:now|next)|what (?:shall|should|do|can|must) (?:i|we|they|he|she) (?:have to |need to "
    r")?do\b|(?:should|shall|can|may) (?:i|we) (?:still )?(?:use|keep|ride|charge|eat|take|drink|drive|touch|come|"
    r"go|wait|call|ring)\b|is "
    r"(?:it|this|that) (?:safe|dangerous|ok|okay)\b)",
    _I,
)
MAX_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """The words to begin with; without a section of the playbook they are general and `source` is empty."""

    sentences: tuple[str, ...]
    source: str = ""
    is_health: bool = False


def is_what_now(ask: str) -> bool:
    return bool(_WHAT_NOW.match(ask))


def safety_words(text: str, sections: Sequence[Section], on: date) -> SafetyWords:
    """The public section that is about this danger, else nothing but its kind (of a thing, or of somebody's health)."""
    is_health = bool(_HEALTH.search(text)) and not re.search(r"\bbatter(?:y|ies)\b|\bcharger\b", text, _I)
    asked = set(terms(text))
    asked |= {other for term in asked for other in related(term)}
    best: Section | None = None
    points: list[Statement] = []
    best_weight = 0
    for section in sections:
        if section.is_internal or not section.is_live(on) or not _CUE.search(section.text):
            continue
        heading = set(terms(section.heading)) & asked
        page = set(terms(section.page)) & asked
        weight = 3 * len(heading) + 2 * len(page) + min(3, len(set(terms(section.text)) & asked))
        shared = [
            statement
            for statement in statements_of(section)
            if _CUE.search(statement.text) and set(meaning(statement.text)) & asked
        ]
        weight += 3 if shared else 0
        if (heading or shared or (page and len(set(terms(section.text)) & asked) >= 2)) and weight > best_weight:
            best, best_weight, points = section, weight, [] if heading else shared
    if best is None or best_weight < 5:
        return SafetyWords((), is_health=is_health)
    sentences = [
        sentence
        for statement in points or statements_of(best)
        for sentence in said(statement)
        if not _AFTERWARDS.match(sentence)
    ]
    return SafetyWords(tuple(sentences[:MAX_SENTENCES]), best.source, is_health)
