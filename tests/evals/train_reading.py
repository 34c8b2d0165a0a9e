"""Trains the weights of bot/reading/mood.py from labelled threads and measures them on authors they did not see.

`python -m tests.evals.train_reading --write` makes the weights in bot/reading/ again from the files of this repository;
without `--write` it measures, each author of the cases by weights that learnt from the others and from our own turns.
Further FILEs are added; `--without` leaves out the weights that need an embedding.
"""

import json
import math
import re
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
from bot.reading.mood import FLAGS, RISKS, SURE, is_near, least_wrong, views_of
from bot.reading.risk import Risk, risks_in
from bot.reading.words import plain, without_quotes
from tests.evals.voices import voices_of

Case = Mapping[str, Any]
Grid = NDArray[np.float64]
ROOT = Path(__file__).parents[2]
ROOM = ROOT / "bot" / "reading"
OURS = tuple(ROOT / "tests" / "reading" / name for name in ("moods.jsonl", "voices.txt", "dangers.txt", "risks.txt"))
DATA = (ROOT / "tests" / "evals" / "cases" / "reading.jsonl", *OURS)
TEMPERATURES = ("angry", "calm", "happy", "silent_angry", "upset", "worried")
VIEWS = {"turn": 0.4, "sentences": 0.4, "answered": 0.7}
"""How hard each view's weights are held to zero; chosen in cross-validation, as the next two."""
HOLD_SIGNS = 1.0
ROUNDS = 200
HOLD_RISKS, HOLD_SHARES = 0.4, 0.5
FOLDS, SEARCHES = 4, 4
Judges = tuple[tuple[Grid, float], tuple[Grid, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """What one thread's newest turn shows."""

    case: Case
    file: str
    signs: Mapping[str, float]
    views: Mapping[str, Any]
    heard: tuple[str, ...]

    @property
    def author(self) -> str:
        """Who wrote it, by the letters of its id; nothing for our own turns, which are only learnt from."""
        return "" if self.file in {file.stem for file in OURS} else re.sub(r"-?\d+$", "", str(self.case["id"]))

    def answer(self, question: str) -> str:
        if question == "temperature":
            return str(self.case[question])
        is_so = question in self.case["risk"] if question in RISKS else self.case[question]
        return "yes" if is_so else "no"

    def is_for(self, question: str) -> bool:
        """A turn written to teach risks says nothing of the rest."""
        return question in RISKS or question in self.case


def row_of(case: Case, file: str, meaning: Meaning | None) -> Row:
    turns = [Turn(by=line["by"], name=line["name"], text=line["text"]) for line in case["thread"]]
    first = next((place for place in range(len(turns), 0, -1) if turns[place - 1].by == "agent"), 0)
    text = "\n".join(without_quotes(plain(turn.text)) for turn in turns[first:])
    heard = risks_in(text)
    signs = evidence_in(scene_of(text, turns[:first], heard))
    return Row(case, file, signs, views_of(text, turns[:first], meaning) if meaning else {}, heard)


class Table:
    """The rows as one grid of numbers, with how hard each column is held."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.names = sorted({name for row in rows for name in row.signs})
        self.views = [name for name in VIEWS if any(name in row.views for row in rows)]
        blocks = [np.array([[float(row.signs.get(name, 0)) for name in self.names] for row in rows])]
        held = [np.full(len(self.names), HOLD_SIGNS)]
        for name in self.views:
            size = next(len(row.views[name]) for row in rows if name in row.views)
            blocks.append(np.array([row.views.get(name, np.zeros(size)) for row in rows], dtype=float))
            held.append(np.full(size, VIEWS[name]))
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


def trained(
    grid: Grid, held: Grid, right: NDArray[np.int64], answers: int, weight: Grid | None = None
) -> tuple[Grid, Grid]:
    """Multinomial logistic regression with a squared penalty, by accelerated gradient steps."""
    weight = np.ones(len(grid)) if weight is None else weight
    count, wanted, weight = len(grid), np.eye(answers)[right], (weight / weight.sum())[:, None]
    steepest = 0.5 * np.linalg.eigvalsh(grid.T @ (grid * weight))[-1] + held.max() / count + 0.5
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
    """One question over all rows that answer it: its answers, its table, and how it is decided."""

    def __init__(self, name: str, rows: Sequence[Row]) -> None:
        self.name, self.rows = name, [row for row in rows if row.is_for(name)]
        self.answers = TEMPERATURES if name == "temperature" else ("no", "yes")
        self.table = Table(self.rows)
        self.right = np.array([self.answers.index(row.answer(name)) for row in self.rows])

    def whole(self) -> dict[str, dict[str, Any]]:
        return self.table.weights(*self._fit(np.ones(len(self.rows), dtype=bool)), self.answers)

    def unseen(self, author: str) -> list[tuple[Row, str]]:
        """What weights that learnt from everybody else say of one author's rows."""
        out = np.array([row.author == author for row in self.rows])
        found = chances(self.table.grid[out], *self._fit(~out))
        rows = [self.rows[place] for place in np.flatnonzero(out)]
        pairs = zip(rows, found, strict=True)
        return [(row, self._decided(row, dict(zip(self.answers, chance, strict=True)))) for row, chance in pairs]

    def _fit(self, of: NDArray[np.bool_]) -> tuple[Grid, Grid]:
        return trained(self.table.grid[of], self.table.held, self.right[of], len(self.answers))

    def _decided(self, row: Row, chance: Mapping[str, float]) -> str:
        return least_wrong(chance) if self.name == "temperature" else max(chance, key=lambda answer: chance[answer])


class RiskQuestion:
    """Whether a risk lies in a turn: one judge for the turn as a whole, one for its strongest sentence, and the words,
    weighed against each other on turns which neither judge had seen."""

    def __init__(self, name: Risk, rows: Sequence[Row]) -> None:
        self.name, self.rows = name, [row for row in rows if row.is_for(name)]
        self.right = np.array([row.answer(name) == "yes" for row in self.rows])
        self.heard = np.array([float(name in row.heard) for row in self.rows])
        self.turns = np.array([np.concatenate([row.views["turn"], row.views["sentences"]]) for row in self.rows])
        self.each = [row.views["each"] for row in self.rows]

    def whole(self) -> dict[str, dict[str, Any]]:
        columns, bias = self._fit(np.arange(len(self.rows)))
        turn, mean, each = (columns[1:].reshape(3, -1)).tolist()
        lists = {"view:turn": turn, "view:sentences": mean, "view:each": each}
        rounded = {name: [round(value, 2) for value in one] for name, one in lists.items()}
        return {"no": {"bias": 0.0}, "yes": {"bias": round(bias, 3), "heard": round(float(columns[0]), 3), **rounded}}

    def unseen(self, author: str) -> list[tuple[Row, str]]:
        """What weights that learnt from everybody else say of one author's rows."""
        out = np.array([row.author == author for row in self.rows])
        columns, bias = self._fit(np.flatnonzero(~out))
        half = self.turns.shape[1]
        found = []
        for place in np.flatnonzero(out):
            strongest = float((self.each[place] @ columns[1 + half :]).max())
            total = self.heard[place] * columns[0] + self.turns[place] @ columns[1 : 1 + half] + strongest + bias
            found.append((self.rows[place], "yes" if 1 / (1 + math.exp(-total)) > SURE[self.name] else "no"))
        return found

    def _fit(self, of: NDArray[np.int64]) -> tuple[Grid, float]:
        """One column: how much the words count, the turn, its sentences, and its strongest sentence; and the bias."""
        scores = np.zeros((len(of), 3))
        for part in range(FOLDS):
            kept, out = of[np.arange(len(of)) % FOLDS != part], np.arange(len(of)) % FOLDS == part
            scores[out] = self._scores(of[out], self._judges(kept))
        shares, bias = self._yes(scores, self.right[of], HOLD_SHARES)
        (turn, turn_bias), (sentence, sentence_bias) = self._judges(of)
        columns = np.concatenate([shares[:1], shares[1] * turn, shares[2] * sentence])
        return columns, float(bias + shares[1] * turn_bias + shares[2] * sentence_bias)

    def _scores(self, of: NDArray[np.int64], judges: Judges) -> Grid:
        (turn, turn_bias), (sentence, sentence_bias) = judges
        strongest = [float((self.each[place] @ sentence).max()) + sentence_bias for place in of]
        return np.column_stack([self.heard[of], self.turns[of] @ turn + turn_bias, strongest])

    def _judges(self, of: NDArray[np.int64]) -> Judges:
        """Of the turn as a whole; and of a sentence, which learns from the strongest one of a turn with the risk, and
        from the two strongest of one without: nobody marked which sentence it was."""
        turn = self._yes(self.turns[of], self.right[of], HOLD_RISKS)
        first, bias = self._yes(self.turns[of][:, : self.turns.shape[1] // 2], self.right[of], HOLD_RISKS)
        for _ in range(SEARCHES):
            lines, right, weight = [], [], []
            for place in of:
                order = np.argsort(-(self.each[place] @ first))[: 1 if self.right[place] else 2]
                lines += [self.each[place][one] for one in order]
                right += [self.right[place]] * len(order)
                weight += [1 / len(order)] * len(order)
            first, bias = self._yes(np.array(lines), np.array(right), HOLD_RISKS, np.array(weight))
        return turn, (first, bias)

    @staticmethod
    def _yes(grid: Grid, right: NDArray[np.bool_], held: float, weight: Grid | None = None) -> tuple[Grid, float]:
        """A risk is rare, and a missed one is worse than a false one."""
        weight = np.where(right, 2.0, 1.0) * (1.0 if weight is None else weight)
        columns, bias = trained(grid, np.full(grid.shape[1], held), right.astype(np.int64), 2, weight)
        return columns[:, 1] - columns[:, 0], float(bias[1] - bias[0])


def measured(rows: Sequence[Row], questions: Sequence[str]) -> None:
    """A line a figure: each author's own, then all, with the interval that holds 19 times of 20."""
    authors = list(dict.fromkeys(row.author for row in rows if row.author))
    for name in questions:
        question = _question(name, rows)
        found = {author: question.unseen(author) for author in authors}
        every = [pair for pairs in found.values() for pair in pairs]
        for author, pairs in (*found.items(), ("all", every)):
            if name in RISKS:
                _tell(f"{name} found, {author}", [got == "yes" for row, got in pairs if row.answer(name) == "yes"])
                _tell(f"{name} right, {author}", [row.answer(name) == "yes" for row, got in pairs if got == "yes"])
                continue
            _tell(f"{name}, {author}", [row.answer(name) == got for row, got in pairs])
            if name == "temperature":
                _tell(f"within one step, {author}", [is_near(row.answer(name), got) for row, got in pairs])


def _question(name: str, rows: Sequence[Row]) -> Question | RiskQuestion:
    return next((RiskQuestion(risk, rows) for risk in RISKS if risk == name), None) or Question(name, rows)


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
    files = [*DATA, *(Path(name) for name in arguments if not name.startswith("--"))]
    for meaning in (None,) if "--without" in arguments else (None, MiniLM()):
        sys.stdout.write(f"\n{'with ' + meaning.name if meaning else 'without an embedding'}\n")
        rows = [row_of(case, file.stem, meaning) for file in files for case in cases_in(file)]
        questions = ("temperature", *FLAGS, *(RISKS if meaning else ()))
        if "--write" not in arguments:
            measured(rows, questions)
            continue
        weights = {name: _question(name, rows).whole() for name in questions}
        written(weights, ROOM / (f"weights-{meaning.name}.json" if meaning else "weights.json"))


if __name__ == "__main__":
    main(sys.argv[1:])
