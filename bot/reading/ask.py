"""One thing that a customer wants answered or done, and which of two wordings of the same thing stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.reading.words import content

AskKind = Literal["question", "request"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask. `source` is the span of the customer's words that it was read from."""

    text: str
    source: str
    kind: AskKind = "question"
    is_implied: bool = False
    words: str = ""
    """The customer's own wording, when `text` had to name what "it" points to."""


def merged(asks: Sequence[Ask]) -> tuple[Ask, ...]:
    """Asks that say the same are one: the fuller wording stays, at the place of the first."""
    kept: list[Ask] = []
    for ask in asks:
        words = set(content(ask.text))
        twin = next((i for i, other in enumerate(kept) if _is_twin(ask, other)), None)
        if twin is None:
            kept.append(ask)
        elif len(words) > len(set(content(kept[twin].text))):
            kept[twin] = ask
    return tuple(kept)


_LEADS = frozenset("when where who why how which".split())


def _is_twin(one: Ask, other: Ask) -> bool:
    """Two asks about the same "it" are not the same ask: their own words decide."""
    mine, theirs = set(content(one.text)), set(content(other.text))
    leads = {first for ask in (one, other) if (first := ask.text.split(" ", 1)[0].lower()) in _LEADS}
    if not _is_same(mine, theirs) or len(leads) > 1:
        return False
    return set(content(one.words)) <= theirs and set(content(other.words)) <= mine


def _is_same(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= 0.75 * max(1, min(len(one), len(other))) and abs(len(one) - len(other)) <= min(
        2, len(one), len(other)
    )
