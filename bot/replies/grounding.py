"""Finds what the playbook says to one ask; what does not cover all its topic words is honestly "not known"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.calendar.words import MONTHS
from bot.replies.coverage import covers, directness, fits, required_terms, strength
from bot.replies.customers import CustomerRecord
from bot.replies.general_time import general_times
from bot.replies.passages import statements_of
from bot.replies.playbook import Section
from bot.replies.ranking import OPENING, Entry, index_of, named_share, score_of, tells_hours, terms, wanted_terms
from bot.replies.spoken import said
from bot.replies.telling import MAX_SENTENCES, chosen_entries, completed, told
from bot.replies.thesaurus import WEAK

FLOOR = 0.6
"""Statements that cover an ask are told apart by score from here up; lower scores carry no difference worth keeping."""

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
    is_row: bool = False

    @property
    def source(self) -> str:
        return self.section.source

    @property
    def answer(self) -> str:
        return " ".join(self.sentences)


def ground(
    ask: str, sections: Sequence[Section], *, on: date, record: CustomerRecord | None = None, context: str = ""
) -> Grounded | None:
    """The answer to `ask` from public sections that hold on that day, or None when the playbook does not answer it.

    `record` only decides between rows that fit equally well (the customer's own product before another), `context`
    (the rest of the message) between statements that all answer the ask.
    """
    public = tuple(
        s
        for s in sections
        if not s.is_internal and s.is_live(on) and not _AGENT_ONLY.match(s.heading) and not _is_past(s, on, ask)
    )
    index = index_of(public)
    wanted = wanted_terms(ask, on)
    if not index.entries or not wanted:
        return None
    required = required_terms(ask)
    around = frozenset(term for term in terms(context) if term not in WEAK)
    kinds = [term for term in wanted if term[0] == "#"]
    scored = [
        (max(score_of(wanted, entry, index), FLOOR) + directness(ask, required, entry, around), entry)
        for entry in index.entries
        if covers(ask, required, kinds, entry) and fits(ask, entry)
    ]
    if OPENING.search(ask):
        scored = [(score + 0.15 * tells_hours(entry.statement), entry) for score, entry in scored]
    scored = scored or [(FLOOR, entry) for entry in general_times(ask, index.entries)]
    if not scored:
        return None
    owned = frozenset(terms(" ".join(order.what for order in record.orders))) if record else frozenset()
    best_score, best = max(
        scored, key=lambda pair: (round(pair[0], 2), len(pair[1].own & owned), named_share(wanted, pair[1]))
    )
    if _is_rivalled(best, index.entries, required, around):
        return None
    chosen = chosen_entries(scored, best_score, best, (wanted, owned))
    if not chosen:
        return None
    chosen = completed(chosen, index, wanted)
    sentences = told(ask, chosen, on)
    return Grounded(sentences, best.section, round(best_score, 3), best.statement.kind == "row") if sentences else None


def _is_rivalled(best: Entry, entries: Sequence[Entry], required: Sequence[str], around: frozenset[str]) -> bool:
    """Another page is named for what was asked and holds all its words, and this page is named for something else."""
    return bool(required) and not best.page & around.union(required) and _has_rival(best, entries, required)


def _has_rival(best: Entry, entries: Sequence[Entry], required: Sequence[str]) -> bool:
    return any(
        entry.section.page != best.section.page
        and entry.page & set(required)
        and all(strength(term, entry) > 0 for term in required)
        for entry in entries
    )


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
    internal = tuple(s for s in sections if s.is_internal and s.is_live(on))
    index = index_of(internal)
    asked = {term for term in terms(text) if term not in WEAK}
    best: dict[str, float] = {}
    for entry in index.entries:
        shared = asked & (entry.own | entry.heading | entry.page)
        weight = sum(index.weights.get(term, 0.0) for term in shared)
        if len(shared) >= 2:
            best[entry.section.source] = max(weight, best.get(entry.section.source, 0.0))
    ranked = sorted(best, key=lambda source: -best[source])
    return tuple(source for source in ranked[:most] if best[source] >= 0.5 * best[ranked[0]])


def _is_past(section: Section, on: date, ask: str) -> bool:
    """A heading such as "Easter 2026" whose days are over answers nobody, unless it is asked for by name."""
    year = re.search(r"\b(20\d\d)\b", section.heading)
    if not year or set(terms(ask)) & {term for term in terms(section.heading) if not term.isdigit()}:
        return False
    days = [
        (int(year.group(1)), MONTHS.index(match.group(2)) + 1, int(match.group(1)))
        for match in re.finditer(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", section.text)
    ]
    last = max(days) if days else (int(year.group(1)), 12, 31)
    return last < (on.year, on.month, on.day)
