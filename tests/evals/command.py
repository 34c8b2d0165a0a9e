"""`app.py eval`: runs a kind of understanding over cases and prints figures, predictions or misses."""

import importlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

Case = dict[str, Any]


def cases_of(file: Path, *, is_numbered: bool = False) -> list[Case]:
    """One JSON object a line, with an id or else numbered. Raises `ValueError` with the line's number when one is
    not."""
    found: list[Case] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{file.name}, line {number}: this is not JSON ({error.msg}).") from error
        if is_numbered and isinstance(case, dict):
            case.setdefault("id", f"q{number}")
        if not isinstance(case, dict) or "id" not in case:
            raise ValueError(f"{file.name}, line {number}: a case is an object with an id.")
        found.append(case)
    return found


def evaluate(
    kind: str,
    file: Path,
    *,
    predictions: bool = False,
    errors: bool = False,
    playbook: Path | None = None,
    now: str = "",
    model: bool = False,
    show_prompts: bool = False,
) -> int:
    """Print what was asked for; the exit code is 2 when the file cannot be used."""
    try:
        cases = cases_of(file, is_numbered=kind == "questions")
        found = [_predictor(kind, playbook, now)(case) for case in cases]
        if kind == "drafts" and playbook is not None and (model or show_prompts):
            at = datetime.fromisoformat(now)
            worded = importlib.import_module("tests.evals.model_drafts")
            found = worded.shown(cases, playbook, at) if show_prompts else worded.added(cases, found, playbook, at)
    except ValueError as error:
        print(error)
        return 2
    room = importlib.import_module(f"tests.evals.{kind}")
    if predictions or kind == "drafts":
        _print_lines(found)
    elif errors:
        _print_lines([{"miss": list(miss)} for miss in room.misses(cases, found)])
    else:
        print(json.dumps(room.score(cases, found)))
    return 0


def _predictor(kind: str, playbook: Path | None, now: str) -> Callable[[Case], Case]:
    predict: Callable[..., Case] = importlib.import_module(f"tests.evals.{kind}").predict
    if kind not in ("drafts", "questions"):
        return predict
    if playbook is None:
        raise ValueError(f"{kind.capitalize()} need the company's folder: --playbook DIR")
    at = datetime.fromisoformat(now)
    return lambda case: predict(case, playbook, at)


def _print_lines(rows: Sequence[Case]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
