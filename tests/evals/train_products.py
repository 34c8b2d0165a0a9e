"""Learns what each sign of bot/reading/product_signs.py weighs, from labelled threads.

Run it as `python -m tests.evals.train_products FILE...`; each file is taken as one author. It prints what is found when
one author's threads are held out, and writes bot/reading/products.json.
"""

import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bot.reading.fact_products import SURE_ENOUGH, WEIGHTS_FILE, chances
from bot.reading.product_candidates import candidates
from bot.reading.product_signs import signs_of
from bot.reading.words import plain

Case = tuple[list[tuple[list[str], str]], set[str]]
"""The phrases of a thread with their signs, and the products that its labels name."""
HELD, ROUNDS, STEP = 3.0, 150, 0.15
START = {"bias": -2.0, "model:0": 2.0, "model:1": 2.0, "model:2": 2.0, "model:3": 2.0, "model:4": 2.0, "model:6": 5.0,
         "brand": 3.0, "title": -2.5, "beside_model": -1.5}  # fmt: skip
"""What is known of names before any thread is read; they are too rare in a few hundred threads to be learned there."""


def case_of(row: Mapping[str, object]) -> Case:
    thread, facts = row["thread"], row["facts"]
    assert isinstance(thread, list) and isinstance(facts, dict)
    phrases, tokens = candidates("\n".join(plain(turn["text"]) for turn in thread if turn["by"] == "customer"))
    wanted = {str(value).lower() for key, value in facts.items() if key.startswith("product")}
    named = zip(signs_of(phrases, tokens), (phrase.text.lower() for phrase in phrases), strict=True)
    return list(named), wanted


def trained(cases: Sequence[Case]) -> dict[str, float]:
    """One choice a thread between its phrases and "none": the likelihood of the labelled one, by steps downhill."""
    signs = ["bias", *sorted({sign for phrases, _ in cases for found, _ in phrases for sign in found})]
    column = {sign: place for place, sign in enumerate(signs)}
    rows = [
        (thread, found, name in wanted)
        for thread, (phrases, wanted) in enumerate(cases)
        for found, name in phrases
    ]  # fmt: skip
    table = np.zeros((len(rows), len(signs)))
    for place, (_, found, _) in enumerate(rows):
        table[place, [0, *(column[sign] for sign in found)]] = 1
    thread_of, right = np.array([row[0] for row in rows]), np.array([float(row[2]) for row in rows])
    has_right = np.bincount(thread_of, right, len(cases)) > 0
    drift, spread = np.zeros(len(signs)), np.zeros(len(signs))
    start = np.array([START.get(sign, 0.0) for sign in signs])
    weights, pull = start.copy(), np.where(np.arange(len(signs)) == 0, 0.0, HELD)
    for turn in range(1, ROUNDS + 1):
        lifted = np.exp(np.clip(table @ weights, -30, 30))
        wanted_sum = np.bincount(thread_of, lifted * right, len(cases)) + ~has_right
        share = np.where(has_right[thread_of], lifted * right / wanted_sum[thread_of], 0)
        chance = lifted / (1 + np.bincount(thread_of, lifted, len(cases)))[thread_of]
        slope = table.T @ (chance - share) + pull * (weights - start)
        drift, spread = 0.9 * drift + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        pace = STEP * (1 - 0.8 * turn / ROUNDS)
        weights -= pace * drift / (1 - 0.9**turn) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return {sign: round(float(weight), 2) for sign, weight in zip(signs, weights, strict=True)}


def figures(weights: Mapping[str, float], cases: Sequence[Case]) -> tuple[int, int, int]:
    """Right, wrong and missed products, one found a thread."""
    right = wrong = all_wanted = 0
    for phrases, wanted in cases:
        all_wanted += len(wanted)
        sure = chances([found for found, _ in phrases], weights)
        chance, name = max(zip(sure, (name for _, name in phrases), strict=True), default=(0.0, ""))
        right += chance >= SURE_ENOUGH and name in wanted
        wrong += chance >= SURE_ENOUGH and name not in wanted
    return right, wrong, all_wanted - right


def main(files: Sequence[str]) -> None:
    authors = [[case_of(json.loads(line)) for line in Path(file).read_text().splitlines() if line] for file in files]
    held_out = []
    for place, own in enumerate(authors):
        others = [case for other, cases in enumerate(authors) if other != place for case in cases]
        held_out.append(figures(trained(others), own))
    right, wrong, missed = (sum(column) for column in zip(*held_out, strict=True))
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    error = math.sqrt(f1 * (1 - f1) / max(1, right + (wrong + missed) / 2))
    print(json.dumps({"held_out": held_out, "f1": round(f1, 3), "interval": [round(f1 - 1.96 * error, 3),
                                                                            round(f1 + 1.96 * error, 3)]}))  # fmt: skip
    weights = trained([case for cases in authors for case in cases])
    WEIGHTS_FILE.write_text(json.dumps(weights, indent=0) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
