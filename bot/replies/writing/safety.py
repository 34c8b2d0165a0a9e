"""When somebody may be in danger, the playbook's own safety words come before anything else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.reading.words import stem
from bot.replies.finding.passages import Statement, split_sentences, statements_of
from bot.replies.finding.spoken import for_customer
from bot.replies.finding.terms import meaning, related
from bot.replies.sources.playbook import Section

_I = re.IGNORECASE
_CUE = re.compile(
    r"\b(?:112|911|999|000|ambulance|emergency (?:number|services|room)|accident department|stop (?:using|taking|"
    r"eating|riding)|"
    r"(?:do not|don't|never) (?:use|ride|touch|eat|take|drink|switch|drive|open|enter|pour|put|go|move|press)|"
    r"leave the (?:room|house|"
    r"building|flat)|fresh air|see a doctor|(?:ring|call|phone) (?:a|your|the) doctor|poison (?:centre|center|"
    r"line)|firm pressure|"
    r"out of the (?:house|room)|keep away|stay away)\b",
    _I,
)
"""Words of somebody who helps in danger, rather than of somebody who only speaks of it."""
_ADMIN = re.compile(
    r"[£€$]\s?\d|\b\d+ (?:euros?|pounds)\b|\bslots?\b|\bfees?\b|\breleased\b|\bfree for\b|\bplan members\b|\bstock\b",
    _I,
)
_AFTERWARDS = re.compile(r"^(?:tell us|let us know|report|write to us|contact us|call us)\b", _I)
_HEALTH = re.compile(
    r"\b(?:swollen|swelling|rash|allerg\w+|breath\w*|chest|faint\w*|hospital|injur\w+|bleed\w*|chok\w+|dose|"
    r"tablets|pills|medicine|medication|insulin|poison\w*|vomit\w*|dizz\w+|fever|pain|unwell|sick|ill|hurt|"
    r"freezing|pregnan\w+|ate|eaten|swallowed|blood|tooth|teeth|jaw|fell|unconscious|headache|burn(?:t|ed|s)?|"
    r"wound|skin|eyes?)\b",
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


def is_answered_by_safety(ask: str) -> bool:
    """ "Do I push it back in?", "should I open the windows?": in danger the safety words are the answer."""
    return is_what_now(ask) or bool(
        re.match(
            r"^(?:(?:do|should|shall|can|may|must) (?:i|we)|(?:am i|are we) (?:meant|supposed|allowed) to)\b", ask, _I
        )
    )


def is_what_now(ask: str) -> bool:
    return bool(_WHAT_NOW.match(ask))


def safety_words(text: str, sections: Sequence[Section], on: date) -> SafetyWords:
    """The public section that is about this danger, else nothing but its kind (of a thing, or of somebody's health)."""
    is_health = bool(_HEALTH.search(text)) and not re.search(r"\bbatter(?:y|ies)\b|\bcharger\b", text, _I)
    asked = set(meaning(text))
    asked |= {other for term in asked for other in related(term)} | _bodily(text)
    best: Section | None = None
    points: list[Statement] = []
    best_weight = 0
    for section in sections:
        if section.is_internal or not section.is_live(on) or not _CUE.search(section.text):
            continue
        weight, shared = _weight(section, asked)
        if weight > best_weight:
            best, best_weight, points = section, weight, shared
    if best is None or best_weight < LEAST_WEIGHT:
        return SafetyWords((), is_health=is_health)
    sentences = [
        sentence
        for statement in points or statements_of(best)
        for sentence in _as_it_stands(statement)
        if not _AFTERWARDS.match(sentence) and not _ADMIN.search(sentence)
    ]
    return SafetyWords(tuple(sentences[:MAX_SENTENCES]), best.source, is_health)


LEAST_WEIGHT = 5
_HELP = re.compile(r"\b(?:112|911|999|000|ambulance|accident department)\b", _I)


def _is_meant(statement: Statement, asked: set[str]) -> bool:
    """A point with a name of its own ("Knocked-out adult tooth") is told only for exactly that."""
    return not statement.label or set(meaning(statement.label)) <= asked


def _as_it_stands(statement: Statement) -> list[str]:
    """Words for danger are told in the page's own words, shortened for nobody."""
    text = statement.cells[0][1] if statement.label and statement.cells else statement.text
    pieces = [for_customer(piece).strip() for piece in split_sentences(text)]
    return [
        f"{piece[0].upper()}{piece[1:]}" if piece[-1] in ".!?" else f"{piece[0].upper()}{piece[1:]}."
        for piece in pieces
        if piece
    ]


def _weight(section: Section, asked: set[str]) -> tuple[int, list[Statement]]:
    """How surely the section is about what was told; with the statements to tell when its heading isn't."""
    heading = set(meaning(section.heading)) & asked
    page = set(meaning(section.page)) & asked
    body = set(meaning(section.text)) & asked
    shared = [
        statement
        for statement in statements_of(section)
        if _CUE.search(statement.text) and set(meaning(statement.text)) & asked and _is_meant(statement, asked)
    ]
    weight = 4 * len(heading) + 2 * len(page) + min(3, len(body))
    weight += 2 * min(2, max((len(set(meaning(one.text)) & asked) for one in shared), default=0))
    calls_help = any(_HELP.search(one.text) for one in shared)
    weight += 3 * calls_help
    is_about = heading or len(body) >= 2 or calls_help
    return (weight, [] if heading else shared) if is_about and (heading or shared) else (0, [])


_BODILY = {
    "bleed": ("blood", "bleed"),
    "swell": ("swollen", "swell"),
    "breath": ("breath", "chok"),
    "smoke": ("smoke", "smoking"),
}


def _bodily(text: str) -> set[str]:
    """Blood is what bleeds: other words of the same harm, as stems."""
    low = text.lower()
    return {
        stem(form)
        for words in _BODILY.values()
        if any(word in low for word in words)
        for form in (*words, f"{words[-1]}ing")
    }
