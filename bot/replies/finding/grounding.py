"""Finds what the playbook says to one ask, by meaning and by words; what is not likely enough is "not known"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.calendar.words import MONTHS, WEEKDAYS
from bot.replies.finding.general_time import general_time
from bot.replies.finding.index import Entry, Index, index_of
from bot.replies.finding.passages import statements_of
from bot.replies.finding.signs import Asked, rows_of, signs_of
from bot.replies.finding.spoken import said
from bot.replies.finding.telling import MAX_SENTENCES, chosen, told
from bot.replies.finding.terms import terms
from bot.replies.finding.thesaurus import WEAK
from bot.replies.finding.weighing import WORDS, weighed, weights_for
from bot.replies.learning.priors import Priors, pushed
from bot.replies.sources.customers import CustomerRecord
from bot.replies.sources.playbook import Section

if TYPE_CHECKING:
    from bot.reading.meaning import Meaning

_AGENT_ONLY = re.compile(
    r"^(?:never\b|do not\b|don't\b|say$|say\b|not say|for (?:agents|staff|us)|how we (?:answer|reply)|tone|what we "
    r"want)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grounded:
    """What may be said to the customer, sentence by sentence, and where it stands."""

    sentences: tuple[str, ...]
    section: Section
    score: float
    """How likely the section holds the answer."""
    is_row: bool = False

    @property
    def source(self) -> str:
        return self.section.source

    @property
    def answer(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The public statements that could answer an ask on that day, the likeliest first; there is at least one."""

    asked: Asked
    index: Index
    ranked: Sequence[tuple[float, Entry]]
    told_from: float
    on: date


def candidates(
    ask: str,
    sections: Sequence[Section],
    *,
    on: date,
    context: str = "",
    meaning: Meaning | None = None,
    priors: Priors | None = None,
) -> Candidates | None:
    """`context` is the rest of the message. Without `meaning`, or with one that no weights were trained on, words alone
    decide. Between statements that fit about equally well, `priors` do: what became of the team's drafts."""
    asked = Asked.of(ask, context, on)
    weights = weights_for(meaning.name) if meaning else None
    meaning = meaning if weights else None
    weights = weights or weights_for(WORDS)
    index = index_of(sections, may_be_told, on, meaning)
    if not index.entries or not asked.terms or weights is None:
        return None
    ranked = weighed(signs_of(asked, index, rows_of(ask, context, meaning) if meaning else None), weights)
    ranked = _of_the_day(ranked, ask, on)
    if priors:
        ranked = pushed(ranked, priors, lambda entry: entry.section.source)
    return Candidates(asked, index, ranked, weights.told_from, on) if ranked else None


def ground(
    ask: str,
    sections: Sequence[Section],
    *,
    on: date,
    record: CustomerRecord | None = None,
    context: str = "",
    meaning: Meaning | None = None,
    priors: Priors | None = None,
) -> Grounded | None:
    """The answer to `ask` from public sections that hold on that day, or None when the playbook does not answer it."""
    found = candidates(ask, sections, on=on, context=context, meaning=meaning, priors=priors)
    return answered_by(found, record) if found else None


def answered_by(found: Candidates, record: CustomerRecord | None = None) -> Grounded | None:
    """What is likely enough to be told. `record` only decides between rows that fit equally well (the customer's own
    product before another)."""
    asked, index, ranked, on = found.asked, found.index, found.ranked, found.on
    best = ranked[0][1]
    likely = sum(share for share, entry in ranked if entry.section is best.section)
    owned = frozenset(terms(" ".join(order.what for order in record.orders))) if record else frozenset()
    entries = chosen(asked, ranked, index, owned) if likely >= found.told_from else []
    if not entries and (general := general_time(asked.text, index.entries)):
        best, likely, entries = general, found.told_from, [general]
    sentences = told(asked, entries, on) if entries else ()
    if _is_of_the_first(asked.text, sentences) or (entries and _is_of_another_topic(asked, index, best)):
        return None
    return Grounded(sentences, best.section, round(likely, 3), best.statement.kind == "row") if sentences else None


_PROPER = re.compile(r"(?<![.!?]\s)(?<!^)\b(?:[A-Z]{2,}\d*|[A-Z]\d+|[A-Z][a-z]{3,})\b")
"""Names inside a sentence: products, exams, places."""
RARE = 0.6


def _is_of_another_topic(asked: Asked, index: Index, best: Entry) -> bool:
    """The message names what another section is about ("DELE B1"), the ask itself names nothing that this section is
    about, and this section doesn't know the name: its dates are those of something else."""
    named = {term for name in _PROPER.findall(asked.context) for term in terms(name)}
    named = {term for term in named if term in index.places and index.weight(term) >= RARE}
    if not named:
        return False
    known: dict[int, set[str]] = {}
    for place in {place for term in named for place in index.places[term]}:
        entry = index.entries[place]
        known.setdefault(id(entry.section), set()).update(entry.wide_own | entry.wide_above)
    is_elsewhere = any(named <= terms_there for terms_there in known.values())
    is_here = named <= known.get(id(best.section), set())
    return is_elsewhere and not is_here and not any(term in best.above | best.label for term in asked.terms)


_ONCE_MORE = re.compile(
    r"\b(?:again|(?:a|the|my|another) (?:second|third)|another|once more|one more|twice)\b", re.IGNORECASE
)
_FIRST_ONLY = re.compile(r"\b(?:the|your|a|one) first\b|\bfirst (?:one|time)\b|\bonce only\b", re.IGNORECASE)
_LATER_TOO = re.compile(r"\b(?:second|third|further|later|after that|then|each|every|others?|next)\b", re.IGNORECASE)


def _is_of_the_first(ask: str, sentences: Sequence[str]) -> bool:
    """ "The first replacement is free" is no answer to "is it free again?"."""
    said = " ".join(sentences)
    return bool(_ONCE_MORE.search(ask) and _FIRST_ONLY.search(said)) and not _LATER_TOO.search(said)


def _of_the_day(ranked: list[tuple[float, Entry]], ask: str, on: date) -> list[tuple[float, Entry]]:
    """Without statements that give a date which the weekday of the ask does not have: "Saturday 4 April" says nothing
    about the coming one. Their share goes to the rest."""
    named = [place for place, day in enumerate(WEEKDAYS) if re.search(rf"\b{day}\b", ask, re.IGNORECASE)]
    if len(named) != 1 or _DATED.search(ask):
        return ranked
    meant = on + timedelta(days=(named[0] - on.weekday()) % 7)
    of_day = [one for one in ranked if _holds_on(one[1], meant)]
    left = sum(share for share, _ in ranked) - sum(share for share, _ in of_day)
    return [(share / (1 - left), entry) for share, entry in of_day] if left < 1 else []


def _holds_on(entry: Entry, meant: date) -> bool:
    days = [(int(day), MONTHS.index(month.capitalize()) + 1) for day, month in _DATED.findall(entry.statement.text)]
    return not days or (meant.day, meant.month) in days


def may_be_told(section: Section, on: date) -> bool:
    """Public, in force on that day, and about the customer's side rather than about how agents answer."""
    is_public = not section.is_internal and section.is_live(on)
    return is_public and not _AGENT_ONLY.match(section.heading) and not _is_past(section, on)


def _guides(section: Section, on: date) -> bool:
    return section.is_internal and section.is_live(on)


_STEPS_HEADING = re.compile(
    r"\bwhat (?:(?:the )?(?:customers?|patients?|guests?|you)|to) (?:does|do|should|must|can)\b", re.IGNORECASE
)


def same_page_steps(found: Grounded, sections: Sequence[Section], on: date) -> Grounded | None:
    """ "What do I do?" after an answer: the section of the same page that says what the customer does."""
    for section in sections:
        is_here = section.page == found.section.page and not section.is_internal and section.is_live(on)
        if is_here and _STEPS_HEADING.search(section.heading):
            sentences = [sentence for statement in statements_of(section) for sentence in said(statement)]
            return Grounded(tuple(sentences[:MAX_SENTENCES]), section, 1.0)
    return None


def guidance(text: str, sections: Sequence[Section], *, on: date, most: int = 3) -> tuple[str, ...]:
    """Names of internal passages that bear on what the customer wrote: for the agent's eyes, never for the draft."""
    index = index_of(sections, _guides, on)
    asked = {term for term in terms(text) if term not in WEAK}
    best: dict[str, float] = {}
    for entry in index.entries:
        shared = asked & (entry.own | entry.above)
        weight = sum(index.weight(term) for term in shared)
        if len(shared) >= 2:
            best[entry.section.source] = max(weight, best.get(entry.section.source, 0.0))
    ranked = sorted(best, key=lambda source: -best[source])
    return tuple(source for source in ranked[:most] if best[source] >= 0.5 * best[ranked[0]])


_DATED = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:from|since|as of|starting|after)\b", re.IGNORECASE)


def _is_past(section: Section, on: date) -> bool:
    """A heading such as "Easter 2026" whose days are over; "Prices from 1 May 2026" begins there and goes on."""
    year = re.search(r"\b(20\d\d)\b", section.heading)
    if not year or _LASTING.search(section.heading):
        return False
    days = [
        (int(year.group(1)), MONTHS.index(match.group(2)) + 1, int(match.group(1)))
        for match in re.finditer(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", section.text)
    ]
    last = max(days) if days else (int(year.group(1)), 12, 31)
    return last < (on.year, on.month, on.day)
