"""Trains the weights by which a statement is found, on companies' questions, leaving one company out to measure.

Run it as `python -m tests.evals.train_questions`: the companies of tests/evals and the asked cases of tests/replies.
`--write` replaces bot/replies/finding/weights.json, `--errors` lists what would be told wrongly.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.reading.meaning import Meaning, meaning_from
from bot.replies.finding.grounding import may_be_told
from bot.replies.finding.index import Entry, Index, index_of
from bot.replies.finding.signs import Asked, Signs, rows_of, signs_of
from bot.replies.finding.spoken import said
from bot.replies.finding.telling import chosen, told
from bot.replies.finding.weighing import FILE, WORDS, Weights, weighed
from bot.replies.sources.playbook import Section, parse_folder
from tests.evals.questions import even, outcome, pages_in
from tests.replies import asked_cases, trades

if TYPE_CHECKING:
    from numpy.typing import NDArray

ON = date(2026, 11, 18)
WANTED, WANTED_BY_WORDS = 0.85, 0.88
"""Of what is told, so much has to be right, all of it and nothing besides: a person reads it with its source before it
is sent. From 0.93 to 0.85 the share of answers that are told grows from 22 to 32 %; by words alone it hardly grows."""
PENALTY, ROUNDS, STEP = 1.0, 400, 0.05
COMPANIES = Path(__file__).parent / "companies"
COMPANY = Path(__file__).parents[2] / "handlers" / "playground" / "company"
Judged = tuple["Row", float, str, str]
Answers = Callable[[Entry], bool]


@dataclass(frozen=True, eq=False)
class Question:
    company: str
    ask: str
    context: str
    is_known: bool
    answers: Answers
    """Whether a statement belongs to the right answer."""
    judged: Callable[[Section, str], str]
    """What becomes of the question when this is told from there: as `tests.evals.questions.outcome`."""


@dataclass(frozen=True, eq=False)
class Row:
    """A question with its candidates. `near` ones stand beside an answer: neither right nor wrong to choose."""

    question: Question
    asked: Asked
    index: Index
    found: list[tuple[Entry, Signs]]
    right: list[bool]
    near: list[bool]


def questions_in(file: Path, folder: Path) -> tuple[list[Question], tuple[Section, ...]]:
    """A file in the form of `app.py eval questions`."""
    names = {section: name for name, sections in pages_in(folder) for section in sections}
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_question(case, folder.name, names) for case in cases], tuple(names)


def _question(case: dict[str, Any], company: str, names: dict[Section, str]) -> Question:
    def place(section: Section) -> dict[str, str]:
        return {"page": names[section], "section": section.heading or section.page}

    def answers(entry: Entry) -> bool:
        words, there = even(entry.statement.text), place(entry.section)
        is_here = there["page"] == case["page"] and even(there["section"]) == even(case["section"])
        return is_here and any(even(must) in words for must in case["must"])

    is_known = case["page"] is not None
    return Question(
        company,
        case["ask"],
        case.get("context", ""),
        is_known,
        answers,
        lambda section, text: outcome(case, {"told": text, **place(section)}),
    )


def asked(company: str, cases: Sequence[tuple[str, str]]) -> list[Question]:
    """The asked cases of tests/replies: an ask and the pattern of its answer."""

    def question(ask: str, pattern: str) -> Question:
        holds = re.compile(even(pattern) if pattern == even(pattern) else re.sub(r"–| to (?=\d)", "-", pattern))

        def answers(entry: Entry) -> bool:
            words = f"{entry.statement.text} {' '.join(said(entry.statement, entry.section.heading))}"
            return bool(pattern) and bool(holds.search(re.sub(r"–| to (?=\d)", "-", words)))

        def judged(_: Section, text: str) -> str:
            return "right" if pattern and holds.search(re.sub(r"–| to (?=\d)", "-", text)) else "wrong"

        return Question(company, ask, "", bool(pattern), answers, judged)

    return [question(ask, pattern) for ask, pattern in cases]


def rows(questions: Sequence[Question], sections: Sequence[Section], meaning: Meaning | None) -> list[Row]:
    index = index_of(sections, may_be_told, ON, meaning)
    found: list[Row] = []
    for one in questions:
        taken = Asked.of(one.ask, one.context, ON)
        pairs = signs_of(taken, index, rows_of(one.ask, one.context, meaning) if meaning else None)
        right = [one.answers(entry) for entry, _ in pairs]
        here = {entry.section for (entry, _), is_right in zip(pairs, right, strict=True) if is_right}
        near = [
            not r and e.section in here and e.statement.kind != "row" for (e, _), r in zip(pairs, right, strict=True)
        ]
        found.append(Row(one, taken, index, pairs, right, near))
    return [row for row in found if row.found]


def trained(known: Sequence[Row], names: Sequence[str]) -> Weights:
    """One choice among each ask's candidates and "not known", with a squared penalty, by gradient steps."""
    import numpy as np

    signs = np.array([[s.get(n, 0.0) for n in names] + [1.0] for row in known for _, s in row.found])
    ask = np.repeat(np.arange(len(known)), [len(row.found) for row in known])
    right = np.array([is_right for row in known for is_right in row.right])
    kept = ~np.array([is_near for row in known for is_near in row.near])
    is_lost = np.array([row.question.is_known and not any(row.right) for row in known])
    weights: NDArray[np.float64] = np.zeros(signs.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, ROUNDS + 1):
        powers = np.exp(np.clip(signs @ weights, -30, 30)) * kept
        share = powers / (1 + np.bincount(ask, powers))[ask]
        answered = np.bincount(ask, powers * right)[ask]
        target = np.where(right, powers / np.maximum(answered, 1e-12), 0)
        slope = signs.T @ np.where(is_lost[ask], 0, share - target) + PENALTY * np.append(weights[:-1], 0)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= STEP * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    figures = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=False)}
    return Weights(round(float(weights[-1]), 3), 0.0, figures)


def judged(row: Row, weights: Weights) -> tuple[float, str, str]:
    """How likely an answer is, what it would be worth ("" when there is none), and its words."""
    ranked = weighed(row.found, weights)
    best = ranked[0][1].section
    entries = chosen(row.asked, ranked, row.index)
    text = " ".join(told(row.asked, entries, ON)) if entries else ""
    likely = sum(share for share, entry in ranked if entry.section is best)
    return likely, row.question.judged(best, text) if text else "", text


def leaving_out(known: Sequence[Row], names: Sequence[str]) -> list[Judged]:
    """Every question judged by weights that saw nothing of its company."""
    found: list[Judged] = []
    for company in sorted({row.question.company for row in known}):
        weights = trained([row for row in known if row.question.company != company], names)
        found += [(row, *judged(row, weights)) for row in known if row.question.company == company]
    return found


def threshold(found: Sequence[Judged], wanted: float) -> float:
    """The lowest likelihood from which on so much of what is told is right."""
    answered = sorted(((likely, name) for _, likely, name, _ in found if name), reverse=True)
    best, right = 1.0, 0
    for count, (likely, name) in enumerate(answered, 1):
        right += name == "right"
        if right >= wanted * count:
            best = likely
    return round(best, 3)


def report(found: Sequence[Judged], least: float, out: Callable[[str], object]) -> None:
    for company in (*sorted({row.question.company for row, *_ in found}), "all"):
        mine = [one for one in found if company in ("all", one[0].question.company)]
        names = [name for _, likely, name, _ in mine if name and likely >= least]
        known, right = sum(row.question.is_known for row, *_ in mine), names.count("right")
        out(f"  {company}: {right} right of {len(names)} told and {known} known, {names.count('partly')} partly\n")


def main(arguments: Sequence[str]) -> None:
    given = [questions_in(file, file.parent) for file in sorted(COMPANIES.glob("*/questions.jsonl"))]
    given.append((asked("sample", asked_cases.MARIGOLD), parse_folder(COMPANY).sections))
    for name in ("CLINIC", "SOFTWARE", "HOTEL"):
        given.append((asked(name.lower(), getattr(asked_cases, name)), getattr(trades, name)))
    made: dict[str, Any] = {}
    for kind, meaning in ((WORDS, None), ("", meaning_from(""))):
        known = [row for questions, sections in given for row in rows(questions, sections, meaning)]
        names = sorted({name for row in known for _, signs in row.found for name in signs})
        found = leaving_out(known, names)
        least = threshold(found, WANTED if meaning else WANTED_BY_WORDS)
        kind = kind or (meaning.name if meaning else "")
        sys.stdout.write(f"{kind}, told from {least}, each company judged without having been seen:\n")
        report(found, least, sys.stdout.write)
        if "--errors" in arguments:
            for row, likely, name, text in sorted(found, key=lambda one: -one[1]):
                if name and name != "right" and likely >= least - 0.2:
                    sys.stdout.write(f"  {likely:.2f} {name} {row.question.company}: {row.question.ask} => {text}\n")
        weights = trained(known, names)
        made[kind] = {"told_from": least, "bias": weights.bias, "signs": weights.signs}
    if "--write" in arguments:
        FILE.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
