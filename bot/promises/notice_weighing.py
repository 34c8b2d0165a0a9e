"""Weighs the signs of a clause into how sure it is that somebody of ours promises something."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Strength = Literal["certain", "likely", "doubtful"]
# From which chance on a clause is asked about, and from which it is tracked with Undo; chosen with authors left out.
LIKELY = 0.42
CERTAIN = 0.75
DOUBTFUL = 0.2
FILE = Path(__file__).parent / "notice_weights.json"


@dataclass(frozen=True)
class Weights:
    """Logistic regression, learnt by tests/evals/train_promises.py."""

    bias: float
    signs: Mapping[str, float]

    def chance(self, signs: Iterable[str]) -> float:
        known = self.signs
        total = self.bias + sum(known.get(sign, 0.0) for sign in set(signs))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weights() -> Weights:
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return Weights(float(held["bias"]), held["signs"])


def strength_of(chance: float, *, is_doubtful: bool) -> Strength | None:
    """None when it is no promise; `is_doubtful` when it hangs on the customer or on luck."""
    if is_doubtful or chance < LIKELY:
        return "doubtful" if chance >= DOUBTFUL else None
    return "certain" if chance >= CERTAIN else "likely"
