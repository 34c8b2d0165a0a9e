"""Trains the weights of bot/reading/mood.py from labelled threads and measures them five-fold.

Run it as `python -m tests.evals.train_reading FILE...` (threads as *.jsonl, turns of our own as *.txt); add `--write`
to replace the weights in bot/reading/, and `--without` for those alone that need no embedding.
"""

import json
import math
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.conversation import Turn
from bot.reading.embedded import MiniLM
from bot.reading.evidence import evidence_in, scene_of
from bot.reading.meaning import Meaning
from bot.reading.mood import SURE_OF_DANGER, is_near, least_wrong, views_of
from bot.reading.risk import risks_in
from bot.reading.words import plain, without_quotes
from tests.evals.voices import voices_of

Case = Mapping[str, Any]
Grid = NDArray[np.float64]
ROOM = Path(__file__).parents[2] / "bot" / "reading"
TEMPERATURES = ("angry", "calm", "happy", "silent_angry", "upset", "worried")
FLAGS = ("complaint", "praise", "repeat_contact")
VIEWS = {"turn": 0.4, "sentences": 0.4, "answered": 0.7}
"""How hard each view's weights are held to zero; chosen five-fold, as the next two."""
HOLD_SIGNS, HOLD_DANGER = 1.0, 0.4
ROUNDS, FOLDS = 200, 5


@dataclass(frozen=True, slots=True)
class Row:
    """What one thread's newest turn shows."""

    case: Case
    file: str
    signs: Mapping[str, float]
    views: Mapping[str, Any]

    def answer(self, question: str) -> str:
        if question == "temperature":
            return str(self.case[question])
        is_so = "safety" in self.case["risk"] if question == "safety" else self.case[question]
        return "yes" if is_so else "no"


def row_of(case: Case, file: str, meaning: Meaning | None) -> Row:
    turns = [Turn(by=line["by"], name=line["name"], text=line["text"]) for line in case["thread"]]
    first = next((place for place in range(len(turns), 0, -1) if turns[place - 1].by == "agent"), 0)
    text = "\n".join(without_quotes(plain(turn.text)) for turn in turns[first:])
    signs = evidence_in(scene_of(text, turns[:first], risks_in(text)))
    return Row(case, file, signs, views_of(text, turns[:first], meaning) if meaning else {})


class Table:
    """The rows as one grid of numbers, with how hard each column is held."""

    def __init__(self, rows: Sequence[Row], *, has_signs: bool = True) -> None:
        self.names = sorted({name for row in rows for name in row.signs}) if has_signs else []
        self.views = [name for name in VIEWS if any(name in row.views for row in rows)]
        blocks = [np.array([[float(row.signs.get(name, 0)) for name in self.names] for row in rows])]
        held = [np.full(len(self.names), HOLD_SIGNS)]
        for name in self.views:
            size = next(len(row.views[name]) for row in rows if name in row.views)
            blocks.append(np.array([row.views.get(name, np.zeros(size)) for row in rows], dtype=float))
            held.append(np.full(size, VIEWS[name] if has_signs else HOLD_DANGER))
        self.grid: Grid = np.hstack([block.reshape(len(rows), -1) for block in blocks])
        self.held: Grid = np.concatenate(held)

    def weights(self, columns: Grid, bias: Grid, answers: Sequence[str]) -> dict[str, dict[str, Any]]:
        """By answer, then by sign or view; of two answers one is enough."""
        if len(answers) == 2:
            columns, bias = columns - columns[:, :1], bias - bias[0]
        found: dict[str, dict[str, Any]] = {}
        for place, answer in enumerate(answers):
            column = columns[:, place]
            named = {name: round(float(value), 3) for name, value in zip(self.names, column, strict=False)}
            found[answer] = {
                "bias": round(float(bias[place]), 3),
                **{n: v for n, v in named.items() if abs(v) >= 0.005},
            }
            start = len(self.names)
            for name in self.views:
                end = start + (len(column) - len(self.names)) // len(self.views)
                if len(answers) > 2 or place:
                    found[answer][f"view:{name}"] = [round(float(value), 2) for value in column[start:end]]
                start = end
        return found


def trained(grid: Grid, held: Grid, right: NDArray[np.int64], answers: int, weight: Grid) -> tuple[Grid, Grid]:
    """Multinomial logistic regression with a squared penalty, by accelerated gradient steps."""
    count, wanted, weight = len(grid), np.eye(answers)[right], (weight / weight.sum())[:, None]
    steepest = 0.5 * np.linalg.norm(grid * np.sqrt(weight), 2) ** 2 + held.max() / count + 0.5
    here, ahead = np.zeros((grid.shape[1], answers)), np.zeros((grid.shape[1], answers))
    bias, bias_ahead, pace = np.zeros(answers), np.zeros(answers), 1.0
    for _ in range(ROUNDS):
        error = (chances(grid, ahead, bias_ahead) - wanted) * weight
        next_here = ahead - (grid.T @ error + held[:, None] * ahead / count) / steepest
        next_bias = bias_ahead - error.sum(axis=0) / steepest
        next_pace = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        push = (pace - 1) / next_pace
        ahead, bias_ahead = next_here + push * (next_here - here), next_bias + push * (next_bias - bias)
        here, bias, pace = next_here, next_bias, next_pace
    return here, bias


def chances(grid: Grid, columns: Grid, bias: Grid) -> Grid:
    sums = grid @ columns + bias
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


class Question:
    """One question over all rows: its answers, its table, and how it is decided."""

    def __init__(self, name: str, rows: Sequence[Row]) -> None:
        self.name, self.rows = name, rows
        self.answers = TEMPERATURES if name == "temperature" else ("no", "yes")
        self.table = Table(rows, has_signs=name != "safety")
        self.right = np.array([self.answers.index(row.answer(name)) for row in rows])
        # Danger is rare, and a missed one is worse than a false one.
        self.weight = np.where(self.right == 1, 2.0, 1.0) if name == "safety" else np.ones(len(rows))

    def whole(self) -> dict[str, dict[str, Any]]:
        held, count = self.table.held, len(self.answers)
        return self.table.weights(*trained(self.table.grid, held, self.right, count, self.weight), self.answers)

    def five_fold(self, seed: int = 1) -> list[str]:
        """What weights that never saw the row say of it; no two rows come from one thread."""
        order = list(range(len(self.rows)))
        random.Random(seed).shuffle(order)
        found = [""] * len(order)
        for fold in range(FOLDS):
            out = np.zeros(len(order), dtype=bool)
            out[order[fold::FOLDS]] = True
            fit = trained(
                self.table.grid[~out], self.table.held, self.right[~out], len(self.answers), self.weight[~out]
            )
            for place, chance in zip(np.flatnonzero(out), chances(self.table.grid[out], *fit), strict=True):
                found[place] = self._decided(dict(zip(self.answers, chance, strict=True)))
        return found

    def _decided(self, chance: Mapping[str, float]) -> str:
        if self.name == "temperature":
            return least_wrong(chance)
        return "yes" if chance["yes"] > (SURE_OF_DANGER if self.name == "safety" else 0.5) else "no"


def measured(rows: Sequence[Row], questions: Sequence[str]) -> None:
    """A line a figure: each file's own, then all, with the interval that holds 19 times of 20."""
    files = list(dict.fromkeys(row.file for row in rows))
    for name in questions:
        question = Question(name, rows)
        found = question.five_fold()
        wanted = [row.answer(name) for row in rows]
        if name == "safety":
            risks = [{"safety"} & set(risks_in("\n".join(_said(row.case)))) for row in rows]
            found = ["yes" if one == "yes" or words else "no" for one, words in zip(found, risks, strict=True)]
            _tell("safety found", [got == "yes" for got, right in zip(found, wanted, strict=True) if right == "yes"])
            _tell("safety right", [right == "yes" for got, right in zip(found, wanted, strict=True) if got == "yes"])
            continue
        _by_file(name, files, rows, [got == right for got, right in zip(found, wanted, strict=True)])
        if name == "temperature":
            near = [is_near(right, got) for got, right in zip(found, wanted, strict=True)]
            _by_file("within one step", files, rows, near)


def _said(case: Case) -> list[str]:
    return [line["text"] for line in case["thread"] if line["by"] == "customer"]


def _by_file(name: str, files: Sequence[str], rows: Sequence[Row], hits: Sequence[bool]) -> None:
    for file in files:
        _tell(f"{name}, {file}", [hit for row, hit in zip(rows, hits, strict=True) if row.file == file])
    _tell(f"{name}, all", hits)


def _tell(what: str, hits: Sequence[bool]) -> None:
    share = sum(hits) / max(1, len(hits))
    spread = 1.96 * math.sqrt(share * (1 - share) / max(1, len(hits)))
    sys.stdout.write(f"{what}: {share:.3f} ± {spread:.3f} of {len(hits)}\n")


def written(weights: Mapping[str, Any], file: Path, note: Callable[[str], object] = sys.stdout.write) -> None:
    """One line an answer's signs and one a view, so that a change can be read."""
    lines = []
    for question, answers in weights.items():
        inner = []
        for answer, weight in answers.items():
            signs = json.dumps({n: v for n, v in weight.items() if not n.startswith("view:")}, sort_keys=True)[1:-1]
            views = [f"   {json.dumps(n)}: {json.dumps(v)}" for n, v in weight.items() if n.startswith("view:")]
            inner.append(f"  {json.dumps(answer)}: {{\n" + ",\n".join([f"   {signs}", *views]) + "\n  }")
        lines.append(f" {json.dumps(question)}: {{\n" + ",\n".join(inner) + "\n }")
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    note(f"written: {file.name}\n")


def cases_in(file: Path) -> list[Case]:
    text = file.read_text(encoding="utf-8")
    return voices_of(text) if file.suffix == ".txt" else [json.loads(line) for line in text.splitlines() if line]


def main(arguments: Sequence[str]) -> None:
    files = [Path(name) for name in arguments if not name.startswith("--")]
    for meaning in (None,) if "--without" in arguments else (None, MiniLM()):
        sys.stdout.write(f"\n{'with ' + meaning.name if meaning else 'without an embedding'}, {FOLDS}-fold\n")
        rows = [row_of(case, file.stem, meaning) for file in files for case in cases_in(file)]
        questions = ("temperature", *FLAGS, *(("safety",) if meaning else ()))
        measured(rows, questions)
        if "--write" in arguments:
            weights = {name: Question(name, rows).whole() for name in questions}
            written(weights, ROOM / (f"weights-{meaning.name}.json" if meaning else "weights.json"))


if __name__ == "__main__":
    main(sys.argv[1:])
