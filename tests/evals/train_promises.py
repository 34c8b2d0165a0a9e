"""Learns the weights of bot/promises from the labelled messages, and measures each author by weights of the others.

    python -m tests.evals.train_promises [--write] [FILE.jsonl ...]

Further files of the form of promises.jsonl join the cases of the repository. In promises.marked.txt a line is a message
of Wednesday 18 November 2026, its promises stand in [[ ]], and a line "## name" begins the messages of an author.
"""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.calendar.hours import TeamCalendar
from bot.promises.notice import candidates_in, is_open, quote_ends
from bot.promises.notice_clauses import hide_quotes
from bot.promises.notice_signs import signs_of
from bot.promises.notice_weighing import FILE, LIKELY, Weights

CASES = Path(__file__).parent / "cases"
SAID_AT, ZONE = "2026-11-18T10:30:00+01:00", "Europe/Berlin"
HELD = 0.8
"""How hard a weight is held back; chosen with each author left out."""
FEWEST = 2
"""A sign that was seen less often is not learnt."""
ROUNDS = 15
_MARKED = re.compile(r"\[\[(.*?)\]\]")


@dataclass
class Row:
    """A candidate clause: its place, its signs, whether somebody marked it, and whether it is kept back anyway."""

    start: int
    end: int
    signs: frozenset[str]
    is_doubtful: bool
    is_promise: bool = False


@dataclass
class Message:
    author: str
    text: str
    rows: list[Row]
    missed: int = 0
    """Promises that no candidate covers."""


def _cases_in(file: Path) -> Iterator[Mapping[str, Any]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    if file.suffix == ".jsonl":
        yield from (json.loads(line) for line in lines if line)
        return
    author = file.stem
    for line in lines:
        if line.startswith("## "):
            author = line[3:]
        elif line:
            marked = [{"quote": quote} for quote in _MARKED.findall(line)]
            yield {
                **{"id": f"{author}-", "sent_at": SAID_AT, "tz": ZONE, "customer_tz": None, "author": "agent"},
                **{"text": _MARKED.sub(r"\1", line), "promises": marked},
            }


def message_of(case: Mapping[str, Any]) -> Message:
    hidden = hide_quotes(case["text"])
    found = candidates_in(
        hidden,
        said_at=datetime.fromisoformat(case["sent_at"]),
        zone=case["tz"],
        customer_zone=case["customer_tz"],
        calendar=TeamCalendar(zone=case["tz"]),
    )
    rows = []
    for one in found:
        rows.append(Row(*quote_ends(one.clause, one.due, hidden), frozenset(signs_of(one, hidden)), is_open(one)))
    message = Message(re.split(r"-|\d", case["id"])[0], case["text"], rows)
    for promise in case["promises"]:
        _mark(message, promise["quote"])
    return message


def _mark(message: Message, quote: str) -> None:
    """Marks the candidate that covers most of a labelled promise."""
    start = message.text.find(quote)
    end = start + len(quote)
    shared = {
        number: min(row.end, end) - max(row.start, start)
        for number, row in enumerate(message.rows)
        if not row.is_promise
    }
    enough = {n: size for n, size in shared.items() if 2 * size >= min(len(quote), _size(message.rows[n]))}
    if not enough:
        message.missed += 1
        return
    message.rows[max(enough, key=lambda number: enough[number])].is_promise = True


def _size(row: Row) -> int:
    return row.end - row.start


def trained(messages: Sequence[Message]) -> Weights:
    """Logistic regression by Newton's steps; what is kept back anyway teaches nothing."""
    rows = [row for message in messages for row in message.rows if not row.is_doubtful]
    counted = Counter(sign for row in rows for sign in row.signs)
    columns = {sign: place for place, sign in enumerate(sorted(s for s, n in counted.items() if n >= FEWEST))}
    grid = np.zeros((len(rows), len(columns) + 1))
    grid[:, -1] = 1
    for number, row in enumerate(rows):
        grid[number, [columns[sign] for sign in row.signs if sign in columns]] = 1
    fitted = _fitted(grid, np.array([float(row.is_promise) for row in rows]))
    return Weights(float(fitted[-1]), {sign: float(fitted[place]) for sign, place in columns.items()})


def _fitted(grid: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    held = np.full(grid.shape[1], HELD)
    held[-1] = 0.01
    found = np.zeros(grid.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-grid @ found))
        slope = grid.T @ (chance - right) + held * found
        bend = (grid * (chance * (1 - chance))[:, None]).T @ grid + np.diag(held)
        found -= np.linalg.solve(bend, slope)
    return found


def counts(messages: Sequence[Message], weights: Weights, least: float = LIKELY) -> Counter[str]:
    found: Counter[str] = Counter()
    for message in messages:
        found["missed"] += message.missed
        for row in message.rows:
            is_found = not row.is_doubtful and weights.chance(row.signs) >= least
            if is_found or row.is_promise:
                found["right" if is_found and row.is_promise else "false" if is_found else "missed"] += 1
    return found


def told(what: str, found: Counter[str]) -> str:
    """Precision, recall and F1 with half a 95 % interval of each share."""
    right, false, missed = found["right"], found["false"], found["missed"]
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    spread = 1.96 * math.sqrt(f1 * (1 - f1) / max(1, right + missed))
    return f"{what}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ± {spread:.3f}\n"


def main(arguments: Sequence[str]) -> None:
    files = [CASES / "promises.jsonl", CASES / "promises.marked.txt"]
    files += [Path(name) for name in arguments if not name.startswith("--")]
    messages = [message_of(case) for file in files for case in _cases_in(file) if case["author"] == "agent"]
    whole: Counter[str] = Counter()
    for author in sorted({message.author for message in messages}):
        others = trained([message for message in messages if message.author != author])
        found = counts([message for message in messages if message.author == author], others)
        sys.stdout.write(told(f"{author}, by the others", found))
        whole += found
    sys.stdout.write(told("all", whole))
    if "--write" in arguments:
        weights = trained(messages)
        signs = {sign: round(weight, 2) for sign, weight in weights.signs.items() if abs(weight) >= 0.02}
        held = {"bias": round(weights.bias, 2), "signs": signs}
        FILE.write_text(json.dumps(held, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
