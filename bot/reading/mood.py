"""Weighs the evidence of a turn: how the customer feels, whether it is a complaint, praise, a repeated contact."""

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from bot.conversation import Turn
from bot.reading.evidence import evidence_in, scene_of
from bot.reading.meaning import Meaning
from bot.reading.risk import Risk
from bot.reading.words import plain, sentences

Temperature = Literal["calm", "worried", "upset", "angry", "silent_angry", "happy"]
Signs = Mapping[str, float]
Views = Mapping[str, Any]
"""The turn's vectors by how it was looked at: a row, or a row for each sentence, of which the strongest counts."""
_NOD = 3
_ROOM = Path(__file__).parent
_STEPS = ("happy", "calm", "worried", "upset", "angry")
_FAR = 1.7
"""How much worse than a neighbour a temperature two steps off is; chosen in cross-validation."""
FLAGS = ("complaint", "praise", "repeat_contact")
RISKS: tuple[Risk, ...] = ("safety", "legal", "press", "going_public", "leaving")
SURE: Mapping[Risk, float] = {
    "safety": 0.35, "legal": 0.25, "press": 0.25, "going_public": 0.3, "leaving": 0.4,
}  # fmt: skip
"""How likely a risk must be, with an embedding. A false alarm costs a glance, a miss may cost a life."""


@dataclass(frozen=True, slots=True)
class Mood:
    """What was judged, with how sure the judge is of the temperature, from 0 to 1."""

    temperature: Temperature
    complaint: bool
    praise: bool
    is_repeat: bool
    sureness: float
    risks: tuple[Risk, ...] = ()
    """What could go badly wrong by the words and, with an embedding, by the situation too; the gravest first."""


@cache
def _weights(kind: str = "") -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """Question, then answer, then sign or view; made by tests/evals/train_reading.py, with and without a `Meaning`."""
    file = _ROOM / (f"weights-{kind}.json" if kind else "weights.json")
    return cast("Mapping[str, Any]", json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def mood_of(text: str, before: Sequence[Turn], risk: Collection[Risk] = (), meaning: Meaning | None = None) -> Mood:
    """Of one turn; `text` is its plain words, `before` the turns that stood before it, `risk` what risks_in found."""
    signs = evidence_in(scene_of(text, before, risk))
    weights = (meaning and _weights(meaning.name)) or _weights()
    views = views_of(text, before, meaning) if meaning and weights is not _weights() else {}
    chances = _chances(weights["temperature"], signs, views)
    is_mock = bool(signs["sarcasm"])  # Praise and trouble in one breath: the words know it better than the vectors.
    temperature = least_wrong({name: 0.0 if is_mock and name == "happy" else much for name, much in chances.items()})
    said = {name: _chances(weights[name], signs, views)["yes"] for name in weights if name in FLAGS}
    return Mood(
        temperature=cast("Temperature", temperature),
        complaint=said["complaint"] > 1 / 2 or is_mock,
        praise=said["praise"] > 1 / 2 and not is_mock,
        is_repeat=said["repeat_contact"] > 1 / 2,
        sureness=chances[temperature],
        risks=tuple(name for name in RISKS if _is_risk(name, name in risk, weights, views if _says(text) else {})),
    )


def _is_risk(name: Risk, is_heard: bool, weights: Mapping[str, Any], views: Views) -> bool:
    """The words decide alone where nothing was judged; else they are one sign beside the turn and its sentences."""
    if name not in weights or not views:
        return is_heard
    return _chances(weights[name], {"heard": float(is_heard)}, views)["yes"] > SURE[name]


def _says(text: str) -> bool:
    """A nod says too little for its situation to be felt."""
    return len(text.split()) > _NOD


def views_of(text: str, before: Sequence[Turn], meaning: Meaning) -> Views:
    """The turn as a whole, its sentences on average, and what the agent had said right before."""
    pieces = sentences(text) or [text]
    answered = [plain(before[-1].text)] if before else []
    rows = meaning.vectors([text, *pieces, *answered])
    each = rows[1 : 1 + len(pieces)]
    found = {"turn": rows[0], "sentences": each.mean(axis=0), "each": each}
    return {**found, "answered": rows[-1]} if answered else found


def least_wrong(chances: Mapping[str, float]) -> str:
    """The temperature with the least expected harm: a neighbour is a small mistake, the other end a large one."""
    return min(chances, key=lambda name: sum(chance * _harm(name, other) for other, chance in chances.items()))


def _harm(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 1.0 if is_near(one, other) else _FAR


def is_near(one: str, other: str) -> bool:
    """Equal or one step apart; silent anger lies beside anger and hurt."""
    if one == other:
        return True
    if "silent_angry" in (one, other):
        return bool({one, other} & {"upset", "angry"})
    return abs(_STEPS.index(one) - _STEPS.index(other)) <= 1


def _chances(weights: Mapping[str, Mapping[str, Any]], signs: Signs, views: Views) -> dict[str, float]:
    """Multinomial logistic regression; the sign "bias" is always there. A view weighs as a whole list."""
    sums = {
        answer: weight.get("bias", 0.0)
        + sum(weight.get(name, 0.0) * value for name, value in signs.items() if value)
        + sum(float((view @ weight[f"view:{name}"]).max()) for name, view in views.items() if f"view:{name}" in weight)
        for answer, weight in weights.items()
    }
    most = max(sums.values())
    powers = {answer: math.exp(total - most) for answer, total in sums.items()}
    whole = sum(powers.values())
    return {answer: power / whole for answer, power in powers.items()}
