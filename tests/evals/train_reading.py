"""Trains the weights of bot/reading/mood.py from labelled threads and measures them five-fold.

Run it as `python -m tests.evals.train_reading FILE...`; add `--write` to replace bot/reading/weights.json.
"""

import json
import math
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.conversation import Turn
from bot.reading.evidence import evidence_in, scene_of
from bot.reading.risk import risks_in
from bot.reading.words import plain, without_quotes

Signs = Mapping[str, float]
Weights = dict[str, dict[str, float]]
WEIGHTS = Path(__file__).parents[2] / "bot" / "reading" / "weights.json"
QUESTIONS = ("temperature", "complaint", "praise", "repeat_contact")
PENALTY, ROUNDS, STEP = 0.7, 350, 0.6


def signs_of(case: Mapping[str, object]) -> Signs:
    """The evidence of a labelled thread's newest customer turn."""
    thread = case["thread"]
    assert isinstance(thread, list)
    turns = [Turn(by=line["by"], name=line["name"], text=line["text"]) for line in thread]
    first = next((place for place in range(len(turns), 0, -1) if turns[place - 1].by == "agent"), 0)
    text = "\n".join(without_quotes(plain(turn.text)) for turn in turns[first:])
    return evidence_in(scene_of(text, turns[:first], risks_in(text)))


def answer_of(case: Mapping[str, object], question: str) -> str:
    value = case[question]
    return value if isinstance(value, str) else ("yes" if value else "no")


def trained(rows: Sequence[tuple[Signs, str]]) -> Weights:
    """Multinomial logistic regression with a squared penalty, by plain gradient steps."""
    answers = sorted({answer for _, answer in rows})
    signs = [{**{k: v for k, v in row.items() if v}, "bias": 1.0} for row, _ in rows]
    names = sorted({name for row in signs for name in row})
    weights = {answer: dict.fromkeys(names, 0.0) for answer in answers}
    for _ in range(ROUNDS):
        slopes = {answer: dict.fromkeys(names, 0.0) for answer in answers}
        for row, (_, right) in zip(signs, rows, strict=True):
            for answer, chance in chances(weights, row).items():
                error = chance - (answer == right)
                for name, value in row.items():
                    slopes[answer][name] += error * value
        for answer in answers:
            for name in names:
                held = 0.0 if name == "bias" else PENALTY * weights[answer][name]
                weights[answer][name] -= STEP * (slopes[answer][name] + held) / len(rows)
    return weights


def chances(weights: Weights, row: Signs) -> dict[str, float]:
    sums = {a: sum(w.get(name, 0.0) * value for name, value in row.items()) for a, w in weights.items()}
    most = max(sums.values())
    powers = {answer: math.exp(total - most) for answer, total in sums.items()}
    whole = sum(powers.values())
    return {answer: power / whole for answer, power in powers.items()}


def five_fold(rows: Sequence[tuple[Signs, str]], seed: int = 1) -> list[tuple[str, str]]:
    """(right, found) of every row, each judged by weights that never saw it; in the order of the rows."""
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    found: dict[int, tuple[str, str]] = {}
    for fold in range(5):
        left_out = set(order[fold::5])
        weights = trained([row for place, row in enumerate(rows) if place not in left_out])
        for place in left_out:
            chance = chances(weights, {**rows[place][0], "bias": 1.0})
            found[place] = (rows[place][1], max(chance, key=lambda answer: chance[answer]))
    return [found[place] for place in range(len(rows))]


def main(arguments: Sequence[str]) -> None:
    files = [Path(name) for name in arguments if not name.startswith("--")]
    cases = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    signs = [signs_of(case) for case in cases]
    made: dict[str, Weights] = {}
    for question in QUESTIONS:
        rows = [(row, answer_of(case, question)) for row, case in zip(signs, cases, strict=True)]
        pairs = five_fold(rows)
        right = sum(wanted == got for wanted, got in pairs) / len(pairs)
        spread = 1.96 * math.sqrt(right * (1 - right) / len(pairs))
        sys.stdout.write(f"{question}: {right:.3f} ± {spread:.3f} of {len(pairs)}, five-fold\n")
        made[question] = trained(rows)
    if "--write" in arguments:
        rounded = {
            question: {a: {n: round(v, 3) for n, v in w.items() if abs(v) >= 0.005} for a, w in weights.items()}
            for question, weights in made.items()
        }
        WEIGHTS.write_text(json.dumps(rounded, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
