"""Which thing a customer bought, uses or asks for: the phrase that most is said about as one speaks of goods."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path
from types import MappingProxyType

from bot.reading.noun_phrases import NounPhrase
from bot.reading.product_candidates import candidates
from bot.reading.product_signs import signs_of

WEIGHTS_FILE = Path(__file__).parent / "products.json"
"""What each sign weighs, learned by tests/evals/train_products.py."""
_WEIGHTS: Mapping[str, float] = MappingProxyType(json.loads(WEIGHTS_FILE.read_text()))
SURE_ENOUGH = 0.36
MOST_STEPS = 30.0
KNOWN: Mapping[str, float] = MappingProxyType({
    "numbers": -3.0, "likened": -1.5, "speaks": -1.5, "dealt_in": 1.5, "paid_for": 1.5, "our_deed": 1.0,
    "part_on": -1.5, "whole_on": 1.5, "part_beside_whole": -0.7, "model:stated": 6.0, "model:title": 4.0,
    "model:word": 1.0,
})  # fmt: skip
"""What the language says of a sign by itself; a learned weight takes its place where there is one."""


def products_named(text: str) -> Iterator[tuple[int, int]]:
    """The place of the likeliest product, if any phrase is likely enough."""
    phrases, scores = _scored(text)
    sure = _shares(scores)
    by_name: dict[str, float] = {}
    for phrase, chance in zip(phrases, sure, strict=True):
        by_name[phrase.text.lower()] = by_name.get(phrase.text.lower(), 0.0) + chance
    for name, chance in sorted(by_name.items(), key=lambda pair: -pair[1])[:2]:
        if chance >= SURE_ENOUGH:
            best = next(phrase for phrase in phrases if phrase.text.lower() == name)
            yield best.start, best.end


def points_of(text: str) -> Sequence[tuple[str, float]]:
    """Every phrase with its points, best first, for whoever asks which thing a sentence is about."""
    phrases, scores = _scored(text)
    pairs = ((phrase.text, score) for phrase, score in zip(phrases, scores, strict=True))
    return sorted(pairs, key=lambda pair: -pair[1])


def chances(found: Sequence[Sequence[str]], weights: Mapping[str, float]) -> list[float]:
    """How likely each phrase is the product, by its signs, against the others and against there being none."""
    return _shares([_score(signs, weights) for signs in found])


@lru_cache(maxsize=256)
def _scored(text: str) -> tuple[tuple[NounPhrase, ...], tuple[float, ...]]:
    phrases, tokens = candidates(text)
    scores = (_score(signs, _WEIGHTS) for signs in signs_of(phrases, tokens))
    return tuple(phrases), tuple(scores)


def _score(signs: Sequence[str], weights: Mapping[str, float]) -> float:
    return weights["bias"] + sum(weights.get(sign, KNOWN.get(sign, 0.0)) for sign in dict.fromkeys(signs))


def _shares(scores: Sequence[float]) -> list[float]:
    lifted = [exp(max(-MOST_STEPS, min(MOST_STEPS, score))) for score in scores]
    return [each / (1 + sum(lifted)) for each in lifted]
