"""Weighs the evidence of a turn: how the customer feels, whether it is a complaint, praise, a repeated contact."""

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from bot.conversation import Turn
from bot.reading.evidence import evidence_in, scene_of

Temperature = Literal["calm", "worried", "upset", "angry", "silent_angry", "happy"]
_WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Mood:
    """What was judged, with how sure the judge is of the temperature, from 0 to 1."""

    temperature: Temperature
    complaint: bool
    praise: bool
    is_repeat: bool
    sureness: float


@cache
def _weights() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Question, then answer, then sign: made by tests/evals/train_reading.py."""
    return cast("Mapping[str, Mapping[str, Mapping[str, float]]]", json.loads(_WEIGHTS.read_text(encoding="utf-8")))


def mood_of(text: str, before: Sequence[Turn], risk: Collection[str] = ()) -> Mood:
    """Of one turn; `text` is its plain words, `before` the turns that stood before it, `risk` what risks_in found."""
    signs = evidence_in(scene_of(text, before, risk))
    chances = _chances("temperature", signs)
    temperature = max(chances, key=lambda name: chances[name])
    return Mood(
        temperature=cast("Temperature", temperature),
        complaint=_is("complaint", signs),
        praise=_is("praise", signs),
        is_repeat=_is("repeat_contact", signs),
        sureness=chances[temperature],
    )


def _is(question: str, signs: Mapping[str, float]) -> bool:
    return _chances(question, signs)["yes"] > 1 / 2


def _chances(question: str, signs: Mapping[str, float]) -> dict[str, float]:
    """Multinomial logistic regression; the sign "bias" is always there."""
    sums = {
        answer: weights.get("bias", 0.0) + sum(weights.get(name, 0.0) * value for name, value in signs.items() if value)
        for answer, weights in _weights()[question].items()
    }
    most = max(sums.values())
    powers = {answer: math.exp(total - most) for answer, total in sums.items()}
    whole = sum(powers.values())
    return {answer: power / whole for answer, power in powers.items()}
