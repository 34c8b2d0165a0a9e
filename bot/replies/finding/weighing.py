"""Turns what speaks for each statement into one probability, with weights that were trained on companies' questions."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.replies.finding.index import Entry
from bot.replies.finding.signs import Signs

FILE = Path(__file__).parent / "weights.json"
WORDS = "words"
"""The weights for when nothing is known of meaning."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`told_from`: a section that is less likely than this to hold the answer is not told."""

    bias: float
    told_from: float
    signs: Mapping[str, float]


@cache
def weights_for(meaning: str) -> Weights | None:
    """The weights that were trained on this meaning; None when there are none."""
    found = json.loads(FILE.read_text(encoding="utf-8")).get(meaning)
    return Weights(**found) if found else None


def weighed(found: Sequence[tuple[Entry, Signs]], weights: Weights) -> list[tuple[float, Entry]]:
    """How likely each statement is the answer, the likeliest first; what is left to 1 is that none of them is."""
    sums = [
        weights.bias + sum(weights.signs.get(name, 0.0) * sign for name, sign in signs.items()) for _, signs in found
    ]
    powers = [math.exp(min(30.0, total)) for total in sums]
    whole = 1.0 + sum(powers)
    ranked = [(power / whole, entry) for power, (entry, _) in zip(powers, found, strict=True)]
    return sorted(ranked, key=lambda pair: -pair[0])
