"""Learns what each sign of bot/reading/product_signs.py weighs, starting from the points that stand in the table.

Run it as `python -m tests.evals.train_products FILE...`; it prints five-fold figures and the points to put into
bot/reading/fact_products.py, where "bias" tells how many points are enough.
"""

import json
import math
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.reading.fact_products import ENOUGH, POINTS
from bot.reading.noun_phrases import noun_phrases, tokens_of
from bot.reading.product_signs import signs_of
from bot.reading.words import plain

Case = tuple[list[tuple[list[str], str]], set[str]]
"""The phrases of a thread with their signs, and the products that its labels name."""
HELD, ROUNDS, STEP, SURE_ENOUGH = 2.0, 300, 0.4, 0.35


def case_of(row: Mapping[str, object]) -> Case:
    thread, facts = row["thread"], row["facts"]
    assert isinstance(thread, list) and isinstance(facts, dict)
    text = "\n".join(plain(turn["text"]) for turn in thread if turn["by"] == "customer")
    tokens = tokens_of(text)
    phrases = noun_phrases(text, tokens)
    wanted = {str(value).lower() for key, value in facts.items() if key.startswith("product")}
    return [(signs_of(phrases, place, tokens), phrase.text.lower()) for place, phrase in enumerate(phrases)], wanted


def trained(cases: Sequence[Case]) -> dict[str, float]:
    """Logistic regression by plain gradient steps, held to the points that it starts from."""
    rows = [(signs, float(name in wanted)) for phrases, wanted in cases for signs, name in phrases]
    start = {**{sign: 0.0 for signs, _ in rows for sign in signs}, **POINTS, "bias": -ENOUGH}
    weights = dict(start)
    for _ in range(ROUNDS):
        slopes = dict.fromkeys(weights, 0.0)
        for signs, right in rows:
            error = chance(weights, signs) - right
            for sign in (*signs, "bias"):
                slopes[sign] += error
        for sign, slope in slopes.items():
            pull = 0.0 if sign == "bias" else HELD * (weights[sign] - start[sign])
            weights[sign] -= STEP * (slope + pull) / max(10.0, len(rows) ** 0.5)
    return weights


def chance(weights: Mapping[str, float], signs: Sequence[str]) -> float:
    total = weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def figures(weights: Mapping[str, float], cases: Sequence[Case]) -> tuple[int, int, int]:
    """Right, wrong and missed products, one found a thread."""
    right = wrong = all_wanted = 0
    for phrases, wanted in cases:
        all_wanted += len(wanted)
        best = max(phrases, key=lambda each: chance(weights, each[0]), default=None)
        if best and chance(weights, best[0]) > SURE_ENOUGH:
            right += best[1] in wanted
            wrong += best[1] not in wanted
    return right, wrong, all_wanted - right


def main(files: Sequence[str]) -> None:
    cases = [case_of(json.loads(line)) for file in files for line in Path(file).read_text().splitlines() if line]
    random.Random(1).shuffle(cases)
    folds = [
        figures(trained([case for place, case in enumerate(cases) if place % 5 != fold]), cases[fold::5])
        for fold in range(5)
    ]
    right, wrong, missed = (sum(column) for column in zip(*folds, strict=True))
    weights = trained(cases)
    enough = math.log(SURE_ENOUGH / (1 - SURE_ENOUGH)) - weights.pop("bias")
    told = {"f1": round(2 * right / (2 * right + wrong + missed), 3), "enough": round(enough, 1)}
    points = {sign: round(value, 1) for sign, value in sorted(weights.items()) if round(value, 1)}
    print(json.dumps({**told, "points": points}))


if __name__ == "__main__":
    main(sys.argv[1:])
