"""Measures the noticing and dating of promises against labelled messages, with the figures of the shared scorer."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.calendar.hours import TeamCalendar
from bot.promises.notice import NoticedPromise, notice

Case = Mapping[str, Any]
Miss = tuple[Any, ...]
DATED = ("minute", "day", "range")
SAME_MINUTE_S = 60


def predict(case: Case) -> dict[str, Any]:
    """What is found in a case, in the form of the input line; its expected fields are never read."""
    line = {key: value for key, value in case.items() if key != "promises"}
    return {**line, "promises": [_as_found(promise) for promise in _noticed(case)]}


def _noticed(case: Case) -> list[NoticedPromise]:
    if case["author"] != "agent":
        return []
    found = notice(
        case["text"],
        said_at=datetime.fromisoformat(case["sent_at"]),
        zone=case["tz"],
        customer_zone=case["customer_tz"],
        calendar=TeamCalendar(zone=case["tz"]),
    )
    return [promise for promise in found if promise.strength != "doubtful"]


def _as_found(promise: NoticedPromise) -> dict[str, Any]:
    due = promise.due
    precision = due.precision if due else "vague" if promise.condition else "none"
    return {
        "quote": promise.quote,
        "due": due.due_at.isoformat() if due and due.due_at else None,
        "precision": precision,
        "due_from": due.due_from.isoformat() if due and due.due_from else None,
    }


def score(cases: Iterable[Case], predictions: Iterable[Case]) -> dict[str, Any]:
    """Precision, recall, F1, due_exact, due_day and false_due, as the shared scorer counts them."""
    return _counted(cases, predictions)[0]


def misses(cases: Iterable[Case], predictions: Iterable[Case]) -> list[Miss]:
    """One line for each thing missed, found wrongly or dated wrongly: (kind, id, quote, ...)."""
    return _counted(cases, predictions)[1]


def _counted(cases: Iterable[Case], predictions: Iterable[Case]) -> tuple[dict[str, Any], list[Miss]]:
    found_by_id = {line["id"]: list(line["promises"]) for line in predictions}
    counts = dict.fromkeys(("cases", "tp", "fp", "fn", "dated", "exact", "day", "undated", "false_due"), 0)
    missed: list[Miss] = []
    for case in cases:
        counts["cases"] += 1
        found = found_by_id.get(case["id"], [])
        for expected in case["promises"]:
            best = max(found, key=lambda each: _overlap(case["text"], expected["quote"], each["quote"]), default=None)
            if best is None or _overlap(case["text"], expected["quote"], best["quote"]) < 0.5:
                counts["fn"] += 1
                missed.append(("missed", case["id"], expected["quote"]))
                continue
            found.remove(best)
            counts["tp"] += 1
            missed += _compare_due(case["id"], expected, best["due"], counts)
        counts["fp"] += len(found)
        missed += [("false", case["id"], each["quote"]) for each in found]
    return _figures(counts), missed


def _compare_due(case_id: str, expected: Case, due: str | None, counts: dict[str, int]) -> list[Miss]:
    """Counts one found promise's due instant into `counts` and gives what was wrong with it."""
    if expected["precision"] not in DATED:
        counts["undated"] += 1
        counts["false_due"] += bool(due)
        return [("falsedue", case_id, expected["quote"], due)] if due else []
    counts["dated"] += 1
    if not due:
        return [("nodue", case_id, expected["quote"], expected["due"])]
    wanted, got = datetime.fromisoformat(expected["due"]), datetime.fromisoformat(due)
    is_exact = abs((wanted - got).total_seconds()) < SAME_MINUTE_S
    counts["exact"] += is_exact
    counts["day"] += wanted.date() == got.date()
    return [] if is_exact else [("due", case_id, expected["quote"], expected["due"], due)]


def _figures(counts: Mapping[str, int]) -> dict[str, Any]:
    tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
    precision = tp / (tp + fp) if tp + fp else 1.0
    recall = tp / (tp + fn) if tp + fn else 1.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0,
        "tp": tp,
        "fp": fp,
        "fn": fn,
        "cases": counts["cases"],
        "due_exact": _share(counts["exact"], counts["dated"]),
        "due_day": _share(counts["day"], counts["dated"]),
        "false_due": _share(counts["false_due"], counts["undated"]),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _overlap(text: str, first: str, second: str) -> float:
    """How much of the shorter quote the two share, by their first places in the text."""
    start_1, start_2 = text.find(first), text.find(second)
    shorter = min(len(first), len(second))
    if start_1 < 0 or start_2 < 0 or not shorter:
        return 0.0
    shared = min(start_1 + len(first), start_2 + len(second)) - max(start_1, start_2)
    return max(0, shared) / shorter
