"""Measures the service standard on labelled drafts, with the figures of the shared scorer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.conversation import Turn
from bot.standard.check import Context, check

Case = Mapping[str, Any]
Miss = tuple[Any, ...]
OUTCOMES = ("right", "false", "missed")
RULES = tuple(f"S{number}" for number in range(1, 13))


def predict(case: Case) -> dict[str, Any]:
    """One line of predictions; what the case is said to break is never looked at."""
    turns = [Turn(by=t["by"], name=t["name"], text=t["text"], files=tuple(t.get("files", ()))) for t in case["thread"]]
    found = check(case["draft"], Context.of(turns, case.get("known")))
    findings = [
        {"rule": each.rule, "start": each.start, "end": each.end, "why": each.why, "rewording": each.rewording}
        for each in found
    ]
    line = {key: value for key, value in case.items() if key != "breaks"}
    return {**line, "breaks": sorted({each.rule for each in found}, key=RULES.index), "findings": findings}


def score(cases: Sequence[Case], predictions: Iterable[Case]) -> dict[str, Any]:
    """Precision, recall and F1 of each rule and over all; `clean`: the share of good drafts without a finding."""
    return _counted(cases, predictions)[0]


def misses(cases: Sequence[Case], predictions: Iterable[Case]) -> list[Miss]:
    """One line for each rule found wrongly or missed: (kind, id, rule)."""
    return _counted(cases, predictions)[1]


def _counted(cases: Sequence[Case], predictions: Iterable[Case]) -> tuple[dict[str, Any], list[Miss]]:
    found = {line["id"]: set(line["breaks"]) for line in predictions}
    counts = {rule: [0, 0, 0] for rule in RULES}
    missed: list[Miss] = []
    good = clean = 0
    for case in cases:
        wanted, got = set(case["breaks"]), found.get(case["id"], set())
        good += not wanted
        clean += not wanted and not got
        for rule in RULES:
            if rule in wanted | got:
                outcome = "right" if rule in wanted & got else "false" if rule in got else "missed"
                counts[rule][OUTCOMES.index(outcome)] += 1
                missed += [(outcome, case["id"], rule)] if outcome != "right" else []
    total = [sum(each[place] for each in counts.values()) for place in range(3)]
    figures = {
        "cases": len(cases),
        "micro": _figures(total),
        "rules": {rule: _figures(counts[rule]) for rule in RULES},
        "clean": round(clean / good, 4) if good else None,
    }
    return figures, missed


def _figures(counts: Sequence[int]) -> dict[str, float]:
    right, false, missed = counts
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0,
        "tp": right,
        "fp": false,
        "fn": missed,
    }
