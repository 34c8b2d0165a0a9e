"""Holds a draft that nobody saw beside what the team answered: the same facts, others, or a figure that differs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.reading.meaning import Meaning
from bot.reading.words import content
from bot.standard.measures import Measure, measures

Verdict = Literal["same", "differs", "less", "other"]
"""`less`: the draft would have promised to find out what the team answered at once."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_OWN_WORD = re.compile(r"\b(?:I['’]?ll|I will|I['’]m|you['’]ll hear|hear from me|will (?:ring|write|call))\b", re.I)
"""When we write again is ours to choose, so such a time contradicts nothing."""
_TOLD, _TOUCHED, _NEAR = 0.5, 0.17, 0.5
_SAME_MATTER = 2
_MEASURING = frozenset(
    content("within day days week weeks hour hours minute minutes month months year years euro euros pound pounds "
            "dollar dollars percent business working until up only about after before between than")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    verdict: Verdict
    asks: int = 0
    covered: int = 0
    """Asks that the draft answered, and the team's words answer too."""
    agreeing: int = 0
    differing: tuple[tuple[str, str], ...] = ()
    """Figures, ours and theirs."""
    likeness: float = 0.0


def compared(draft: str, asks: Sequence[Mapping[str, str]], answer: str, meaning: Meaning | None = None) -> Compared:
    """`asks` as a draft's row holds them. With `meaning`, words that differ and mean the same count as the same."""
    told = [Told(str(ask.get("ask") or ""), str(ask["answer"])) for ask in asks if ask.get("answer")]
    figures = [_figures(one, told, answer) for one in told]
    covered = [one for one, found in zip(told, figures, strict=True) if _is_told(one, found, answer, meaning)]
    differing = tuple(dict.fromkeys(pair for found in figures for pair in found.differing))
    likeness = _shared(draft, answer)
    if meaning is not None and draft and answer:
        likeness = max(likeness, _near(draft, answer, meaning))
    verdict: Verdict = "other"
    if differing:
        verdict = "differs"
    elif told and len(covered) == len(told):
        verdict = "same"
    elif not told:
        verdict = "less"
    agreeing = sum(found.agreeing for found in figures)
    return Compared(verdict, len(asks), len(covered), agreeing, differing, round(likeness, 2))


@dataclass(frozen=True, slots=True)
class Told:
    """What the draft says to one ask."""

    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class Figures:
    agreeing: int
    differing: tuple[tuple[str, str], ...]


def _is_told(told: Told, figures: Figures, answer: str, meaning: Meaning | None) -> bool:
    """True when the team says it too: half of its words, or its figure about the same matter, or the same meaning."""
    part = _part(told.answer, answer)
    if part >= _TOLD:
        return True
    if figures.agreeing and not figures.differing and (part >= _TOUCHED or _part(told.ask, answer) >= _TOUCHED):
        return True
    if _by_kind(told.answer) and not figures.agreeing:
        return False  # Near in meaning, and yet without the figure that was asked for.
    near = [answer, *sentences_of(answer)] if meaning is not None else []
    return meaning is not None and any(_near(told.answer, one, meaning) >= _NEAR for one in near if one)


def _figures(told: Told, all_told: Sequence[Told], answer: str) -> Figures:
    """How many figures of the passage the team names too, and those that contradict each other: about one matter, and
    named nowhere on the other side."""
    ours, theirs = _by_kind("\n".join(one.answer for one in all_told)), _by_kind(answer)
    mine = _by_kind(told.answer)
    agreeing = sum(len({one.value for one in mine[kind]} & _values(theirs, kind)) for kind in mine)
    differing = []
    for other in sentences_of(answer):
        if _OWN_WORD.search(other):
            continue
        for sentence in sorted(sentences_of(told.answer), key=lambda one: -len(_matter(one) & _matter(other))):
            here, there = _by_kind(sentence), _by_kind(other)
            unlike = [
                (_said(sentence, here[kind][0]), _said(other, there[kind][0]))
                for kind in here.keys() & there.keys()
                if not _values(here, kind) & _values(theirs, kind) and not _values(there, kind) & _values(ours, kind)
            ]
            if unlike and _is_same_matter(f"{told.ask} {sentence}", other):
                differing += unlike
                break  # Their sentence is held beside the one of ours that is nearest to it.
    return Figures(agreeing, tuple(dict.fromkeys(differing)))


def _by_kind(text: str) -> dict[tuple[str, str], list[Measure]]:
    """The figures of a text, without those by which somebody gives their own word; counts by what is counted."""
    found: dict[tuple[str, str], list[Measure]] = {}
    for sentence in sentences_of(text):
        for one in () if _OWN_WORD.search(sentence) else measures(sentence):
            found.setdefault((one.kind, one.unit if one.kind == "count" else ""), []).append(one)
    return found


def _values(found: Mapping[tuple[str, str], Sequence[Measure]], kind: tuple[str, str]) -> set[float]:
    return {one.value for one in found.get(kind, ())}


def _is_same_matter(one: str, other: str) -> bool:
    shared = _matter(one) & _matter(other)
    return len(shared) >= min(_SAME_MATTER, max(1, min(len(_matter(one)), len(_matter(other))) - 1))


def _matter(text: str) -> set[str]:
    """What a sentence is about, without its figures and what they count."""
    return {word for word in content(text) if not word[0].isdigit()} - _MEASURING


def _part(passage: str, answer: str) -> float:
    """How much of the passage's matter stands in the answer."""
    words = set(content(passage))
    return len(words & set(content(answer))) / len(words) if words else 0.0


def _shared(one: str, other: str) -> float:
    words, others = set(content(one)), set(content(other))
    return len(words & others) / len(words | others) if words | others else 0.0


def _near(one: str, other: str, meaning: Meaning) -> float:
    first, second = meaning.vectors([one, other])
    return float(first @ second)


def _said(sentence: str, figure: Measure) -> str:
    """The figure as it was written, with what is counted."""
    after = re.match(r"\s*(?:[€$£%]|[a-z]+)?", sentence[figure.end :], re.IGNORECASE)
    return f"{sentence[figure.start : figure.end]}{after[0] if after and figure.kind == 'count' else ''}".strip()


def sentences_of(text: str) -> list[str]:
    """As they are compared."""
    return [piece.strip() for piece in _SENTENCE.split(text) if piece.strip()]
