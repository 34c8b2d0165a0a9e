"""What became of a team's drafts, turned into a small push for or against a source and a variant; pure and bounded."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

T = TypeVar("T")

BOUND = 0.1
"""The most that a push may be: it decides between answers that fit about equally well, and never against a better
one."""
_SLOW = 4.0
"""As if so many neutral outcomes had come first, so that one press changes next to nothing."""
_SHORTENED = 0.7
"""Somebody who sends less than this share of a draft's words wants shorter ones."""

USED, EDITED, DISMISSED = "used", "edited", "dismissed"
FACTS, TONE, LONG, ANSWERED, NEEDLESS = "facts", "tone", "long", "answered", "needless"
SHORTER = "shorter"


class Outcome(Protocol):
    """What became of one draft; `storage.learning.Lesson` is one."""

    @property
    def kind(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def variant(self) -> str: ...
    @property
    def kept(self) -> Sequence[str]: ...
    @property
    def dropped(self) -> Sequence[str]: ...
    @property
    def words(self) -> int: ...
    @property
    def sent_words(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Priors:
    """Pushes from -BOUND to BOUND, by source (as `Section.source` names it) and by variant; 0 where nothing is
    known."""

    sources: Mapping[str, float] = field(default_factory=dict)
    variants: Mapping[str, float] = field(default_factory=dict)

    def of_source(self, source: str) -> float:
        return self.sources.get(source, 0.0)

    def of_variant(self, variant: str) -> float:
        return self.variants.get(variant, 0.0)


def priors(outcomes: Sequence[Outcome]) -> Priors:
    """Whoever sends a source's answer speaks for it, whoever changes it or calls it wrong speaks against it. A draft
    that came too late or was not needed says nothing about its words."""
    sources: dict[str, list[float]] = defaultdict(list)
    variants: dict[str, list[float]] = defaultdict(list)
    for one in outcomes:
        for source in dict.fromkeys(one.kept):
            sources[source].append(1.0)
        for source in dict.fromkeys(one.dropped):
            sources[source].append(-1.0)
        for variant, weight in _spoken_for(one):
            variants[variant].append(weight)
    return Priors(_pushes(sources), _pushes(variants))


def pushed(ranked: Sequence[tuple[float, T]], priors: Priors, source_of: Callable[[T], str]) -> list[tuple[float, T]]:
    """Answers in their new order, the likeliest first, each with its share as it was: whether one is told at all is
    decided by what it says and never by a push."""
    return sorted(ranked, key=lambda one: -one[0] * (1 + priors.of_source(source_of(one[1]))))


def is_shortened(one: Outcome) -> bool:
    return one.kind == EDITED and one.sent_words < _SHORTENED * one.words


def _spoken_for(one: Outcome) -> Sequence[tuple[str, float]]:
    if one.kind == USED:
        return [(one.variant, 1.0)]
    if is_shortened(one) or one.reason == LONG:
        return [(one.variant, -1.0), (SHORTER, 1.0)] if one.variant != SHORTER else [(SHORTER, -1.0)]
    return [(one.variant, -1.0)] if one.reason == TONE else []


def _pushes(seen: Mapping[str, Sequence[float]]) -> Mapping[str, float]:
    return {name: round(BOUND * sum(weights) / (len(weights) + _SLOW), 4) for name, weights in seen.items()}
