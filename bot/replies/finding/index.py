"""A playbook made ready to be asked: its statements with their terms, how rare each is, and what each means."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from bot.replies.finding.passages import Statement, plain_markdown, statements_of
from bot.replies.finding.terms import days_in, related, terms, widened
from bot.replies.sources.playbook import ARROW, Section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.reading.meaning import Meaning, Vectors

NOT = "#not"
"""Stands among the terms of a text that says what does not happen."""
_NEGATION = re.compile(r"\b(?:not|never|no|cannot|none|without)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One statement where it stands. All words are terms; the wide ones come with the other words for them."""

    section: Section
    statement: Statement
    place: int
    own: frozenset[str]
    label: frozenset[str]
    above: frozenset[str]
    """The words of its heading and of its page's title."""
    around: frozenset[str]
    """The words of the rest of the section."""
    wide_own: frozenset[str]
    wide_above: frozenset[str]
    at: tuple[int, int, int, int]
    """Where the meaning stands of the statement under its heading, of itself, of the heading, and of the section."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    entries: tuple[Entry, ...]
    weights: dict[str, float]
    """How rare a term is here, by itself or by another word for it: 1 for what stands nowhere or only once."""
    places: dict[str, list[int]]
    """Which entries hold a term, in their own words or above them."""
    tables: dict[int, tuple[Entry, ...]]
    """The rows of a section, by where its meaning stands."""
    vectors: Vectors | None = None
    spots: NDArray[np.intp] | None = None
    """Where the meanings of every entry stand among the vectors."""

    def weight(self, term: str) -> float:
        return self.weights.get(term, 1.0)


def texts_of(section: Section) -> list[str]:
    """Every text of a section of which an index wants the meaning, in the order in which it is kept."""
    above = section.page if section.heading in ("", section.page) else f"{section.page}. {section.heading}"
    above = above.replace(ARROW, ". ")
    own = [text for one in statements_of(section) for text in (f"{above}. {one.text}", one.text)]
    return [above, f"{above}. {plain_markdown(section.text)}", *own]


class _Same:
    """Equal only to itself, however much it holds: comparing 500 sections for every ask takes longer than asking."""

    def __init__(self, *held: object) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and all(a is b for a, b in zip(self.held, other.held, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.held)))


def index_of(
    sections: Sequence[Section],
    keep: Callable[[Section, date], bool],
    on: date,
    meaning: Meaning | None = None,
) -> Index:
    """Of the sections that `keep` keeps on that day, made once for the same ones; with `meaning`, that includes what
    every statement means."""
    return _made(_Same(sections, keep, meaning), on)


@lru_cache(maxsize=32)
def _made(same: _Same, on: date) -> Index:
    given, keep, meaning = cast("tuple[Sequence[Section], Callable[[Section, date], bool], Meaning | None]", same.held)
    sections = [section for section in given if keep(section, on)]
    entries = tuple(_entries(sections))
    counts: dict[str, int] = {}
    places: dict[str, list[int]] = {}
    tables: dict[int, tuple[Entry, ...]] = {}
    for entry in entries:
        for term in entry.own | entry.above:
            counts[term] = counts.get(term, 0) + 1
        for term in entry.wide_own | entry.wide_above:
            places.setdefault(term, []).append(entry.place)
        if entry.statement.kind == "row":
            tables[entry.at[2]] = (*tables.get(entry.at[2], ()), entry)
    total = max(1, len(entries))
    rarity = {term: math.log(1 + total / count) / math.log(1 + total) for term, count in counts.items()}
    weights = {term: min(rarity[other] for other in (term, *related(term)) if other in rarity) for term in places}
    vectors = meaning.vectors([text for one in sections for text in texts_of(one)]) if meaning and entries else None
    return Index(entries, weights, places, tables, vectors, None if vectors is None else _spots(entries))


def _spots(entries: Sequence[Entry]) -> NDArray[np.intp]:
    import numpy as np

    return np.array([entry.at for entry in entries])


def _entries(sections: Sequence[Section]) -> Iterable[Entry]:
    first = place = 0
    for section in sections:
        found = _read(section)
        for number, one in enumerate(found):
            at = (first + 2 + 2 * number, first + 3 + 2 * number, first, first + 1)
            yield replace(one, section=section, place=place, at=at)
            place += 1
        first += 2 + 2 * len(found)


@lru_cache(maxsize=8_192)
def _read(section: Section) -> tuple[Entry, ...]:
    """The statements of a section, as if nothing stood before it; an import mostly brings what was there before."""
    above, around = bag(section.heading) | bag(section.page), bag(section.text)
    wide_above = widened(above)
    found = []
    for one in statements_of(section):
        label = frozenset(terms(one.label.split("(")[0])) | days_in(one.label)
        own = bag(one.text) | label | days_in(one.text)
        found.append(Entry(section, one, 0, own, label, above, around, widened(own), wide_above, (0, 0, 0, 0)))
    return tuple(found)


def bag(text: str) -> frozenset[str]:
    """The terms of a text; that something does *not* happen is a term of its own."""
    return frozenset([*terms(text), *([NOT] if _NEGATION.search(text) else [])])
