"""What speaks for a statement as the answer to an ask, as figures that readable weights turn into one probability."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.calendar.words import WEEKDAYS
from bot.reading.words import sentences, stem
from bot.replies.finding.index import NOT, Entry, Index
from bot.replies.finding.terms import terms, widened
from bot.replies.finding.thesaurus import WEAK
from bot.replies.finding.wanted import FIGURES, OPENING, gives, kinds_wanted, tells_hours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.reading.meaning import Meaning, Vectors

MOST = 40
"""Candidates by their words, and as many again by their meaning."""
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask, and the rest of the message around it, taken apart once."""

    text: str
    terms: tuple[str, ...]
    around: frozenset[str]
    """The terms of the rest of the message."""
    said: frozenset[str]
    """All terms of both, small ones too, with the other words for them."""
    own: frozenset[str]
    """All terms of the ask alone, small ones too."""
    kinds: tuple[str, ...]
    context: str = ""
    """The whole message as it was written."""

    @classmethod
    def of(cls, text: str, context: str, on: date) -> Asked:
        """About opening hours, "today" is its weekday."""
        every = [*terms(text), *_days_meant(text, on)]
        around = frozenset(term for term in terms(context) if term not in WEAK)
        return cls(
            text,
            tuple(dict.fromkeys(term for term in every if term not in WEAK)),
            around,
            widened((*every, *terms(context))),
            frozenset(every),
            kinds_wanted(text),
            context,
        )


def _days_meant(text: str, on: date) -> list[str]:
    ahead = {"today": 0, "tonight": 0, "tomorrow": 1} if OPENING.search(text) else {}
    named = [days for word, days in ahead.items() if word in text.lower()]
    return [stem(WEEKDAYS[(on + timedelta(days=days)).weekday()].lower()) for days in named]


def signs_of(asked: Asked, index: Index, rows: Vectors | None) -> list[tuple[Entry, Signs]]:
    """The statements that share the rarest words with the ask or are nearest in meaning, with what speaks for each.

    Almost all signs lie between -1 and 1. `rows`: as of `rows_of`; without them there is no sign of nearness.
    """
    sums: dict[int, float] = {}
    for term in asked.terms:
        for place in index.places.get(term, ()):
            sums[place] = sums.get(place, 0.0) + index.weight(term)
    best = sorted(sums, key=lambda place: -sums[place])[:MOST]
    near = (
        {}
        if rows is None or index.vectors is None or index.spots is None
        else _nearness(index.vectors, index.spots, rows)
    )
    weights = {term: index.weight(term) for term in asked.terms}
    figures = [kind for kind in asked.kinds if kind in FIGURES]
    found: list[tuple[Entry, Signs]] = []
    for place in dict.fromkeys((*best, *list(near)[:MOST])):
        entry = index.entries[place]
        if figures and not any(gives(kind, entry.statement) for kind in figures):
            continue
        signs = {**_words(asked, entry, index, weights), **_kinds(asked, entry), **_shape(asked, entry, index)}
        found.append((entry, signs | near.get(place, {})))
    return found


def _words(asked: Asked, entry: Entry, index: Index, weights: Mapping[str, float]) -> dict[str, float]:
    """How much of the ask is covered, each word by how rare it is, and how much of the statement was asked for."""
    total = sum(weights.values()) or 1.0
    own, above = entry.wide_own, entry.wide_above
    missing = [weight for term, weight in weights.items() if term not in own and term not in above]
    exact = sum(weight for term, weight in weights.items() if term in entry.own or term in entry.above)
    far = sum(weight for term, weight in weights.items() if term in entry.around or term in own or term in above)
    told = [term for term in entry.own if term not in WEAK and term != NOT and not term.isdigit()]
    context = [term for term in asked.around if term not in weights and term in own]
    rare = index.weights.get
    return {
        "words": 1 - sum(missing) / total,
        "words exact": exact / total,
        "words own": sum(weight for term, weight in weights.items() if term in own) / total,
        "words above": sum(weight for term, weight in weights.items() if term in above) / total,
        "words around": far / total,
        "words missing": max(missing, default=0.0),
        "words unknown": sum(w for term, w in weights.items() if term not in index.places) / total,
        "words all": float(not missing and bool(weights)),
        "words many": min(1.0, len(weights) / 6),
        "told was asked": sum(rare(t, 1.0) for t in told if t in asked.said) / (sum(rare(t, 1.0) for t in told) or 1.0),
        "context": min(1.0, sum(rare(term, 1.0) for term in context) / 2),
    }


def _kinds(asked: Asked, entry: Entry) -> dict[str, float]:
    """Whether the statement is the kind of answer that is wanted first."""
    if not asked.kinds:
        return {}
    name = "kind figure" if asked.kinds[0] in FIGURES else "kind"
    return {name: 1.0 if gives(asked.kinds[0], entry.statement) else -1.0}


def _shape(asked: Asked, entry: Entry, index: Index) -> dict[str, float]:
    statement = entry.statement
    known = sum(term in asked.said for term in entry.label) / len(entry.label) if entry.label else 0.0
    is_row = statement.kind == "row"
    is_named_row = is_row and not tells_hours(statement)
    return {
        "row": float(is_row),
        "row named": known if is_named_row else 0.0,
        "row unnamed": float(is_named_row and not known),
        "row before others": row_lead(asked, entry, index) if is_row else 0.0,
        "point": float(statement.kind == "point"),
        "point named": known if statement.kind == "point" else 0.0,
        "step": float(statement.kind == "step"),
    }


def row_lead(asked: Asked, entry: Entry, index: Index) -> float:
    """How much more of the message a row holds than the best of the other rows of its table."""
    others = [row_shared(asked, other, index) for other in index.tables[entry.at[2]] if other is not entry]
    mine = row_shared(asked, entry, index)
    return max(-1.0, min(1.0, mine - max(others, default=mine)))


def row_shared(asked: Asked, entry: Entry, index: Index) -> float:
    """What a row shares with the message, less what its name says besides: "Lindau E" comes before "Lindau E Plus"."""
    stray = sum(term not in asked.said for term in entry.label) / (len(entry.label) or 1)
    return sum(index.weight(term) for term in entry.own if term in asked.said) - 0.3 * stray


def rows_of(ask: str, context: str, meaning: Meaning) -> Vectors:
    """What the ask means, what it means in its message, and what each of its sentences does."""
    import numpy as np

    parts, around = sentences(ask)[-4:], [one for one in sentences(context)[-6:] if one not in ask]
    rows = meaning.vectors([ask, *(parts if len(parts) > 1 else []), *around])
    own, about = rows[: len(rows) - len(around)], rows[len(rows) - len(around) :]
    told = own[0] + (about.mean(axis=0) if len(around) else 0)
    return np.vstack([own[:1], (told / (np.linalg.norm(told) or 1.0))[None], own])


def _nearness(vectors: Vectors, spots: NDArray[np.intp], rows: Vectors) -> dict[int, dict[str, float]]:
    """By the entry's place, the nearest ones first."""
    import numpy as np

    near = (vectors @ rows.T)[spots]
    whole, told, part = near[:, :, 0], near[:, 0, 1], near[:, :2, 2:].max(axis=(1, 2))
    above, section = whole[:, 0], whole[:, 3]
    apart = (above - above.mean()) / (float(above.std()) or 1.0) / 5
    columns = {
        "near own": whole[:, 1],
        "near told": told,
        "near rank": above - above.max(),
        "near apart": apart,
        "near heading": whole[:, 2],
        "near section": section,
        "near section rank": section - section.max(),
        "near part": part,
        "near part rank": part - part.max(),
    }
    order = np.argsort(-part)[: 2 * MOST]
    return {int(place): {name: float(column[place]) for name, column in columns.items()} for place in order}
