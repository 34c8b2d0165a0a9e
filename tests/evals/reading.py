"""Measures reading on labelled threads, in the form of the evaluation data."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from bot.conversation import Turn
from bot.reading.meaning import Meaning, meaning_from
from bot.reading.mood import is_near
from bot.reading.read import read
from bot.settings import Settings

Case = Mapping[str, Any]

_STOP = frozenset(
    "a an the to of for in on at by my your our their his her its i you we they he she it is are was be been do "
    "does did can could will would should have has had and or but with from this that"
    " these those me us them what when where how why who which if not no any please get got there here so as about "
    "again still just also".split()
)


FLAGS = ("complaint", "praise", "repeat_contact")


def turns_of(case: Case) -> list[Turn]:
    return [Turn(by=t["by"], name=t["name"], text=t["text"], files=tuple(t.get("files", ()))) for t in case["thread"]]


@cache
def _meaning() -> Meaning | None:
    """As the product reads: KINDLINE_MEANING_MODEL=off measures without an embedding."""
    return meaning_from(Settings().meaning_model)


def predict(case: Case) -> dict[str, Any]:
    """One line of predictions; the labels of the case are never looked at."""
    reading = read(turns_of(case), meaning=_meaning())
    return {
        "id": case["id"],
        "asks": [ask.text for ask in reading.asks],
        "facts": reading.facts,
        "temperature": reading.temperature,
        "complaint": reading.complaint,
        "praise": reading.praise,
        "repeat_contact": reading.repeat_contact,
        "risk": list(reading.risk),
    }


def score(cases: Sequence[Case], predictions: Iterable[Case]) -> dict[str, Any]:
    """Asks, facts and risk as precision, recall, F1; temperature exact and within one step; accuracy of flags."""
    found = {line["id"]: line for line in predictions}
    asks, facts, risk = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    exact = near = 0
    flags = dict.fromkeys(FLAGS, 0)
    for case in cases:
        line = found[case["id"]]
        _add(asks, _asks_counted(case["asks"], line["asks"]))
        _add(facts, _sets_counted(_lower(case["facts"].values()), _lower(line["facts"].values())))
        _add(risk, _sets_counted(set(case["risk"]), set(line["risk"])))
        exact += case["temperature"] == line["temperature"]
        near += is_near(case["temperature"], line["temperature"])
        for flag in flags:
            flags[flag] += bool(case[flag]) == bool(line[flag])
    count = max(1, len(cases))
    return {
        "cases": len(cases),
        "asks": _figures(asks),
        "facts": _figures(facts),
        "temperature": {"exact": round(exact / count, 4), "within_one": round(near / count, 4)},
        "risk": _figures(risk),
        **{flag: round(right / count, 4) for flag, right in flags.items()},
    }


def misses(cases: Sequence[Case], predictions: Iterable[Case]) -> list[list[Any]]:
    """One line for each part of a case that was read otherwise: (part, id, wanted, found)."""
    found = {line["id"]: line for line in predictions}
    missed: list[list[Any]] = []
    for case in cases:
        line = found[case["id"]]
        if any(_asks_counted(case["asks"], line["asks"])[1:]):
            missed.append(["asks", case["id"], case["asks"], line["asks"]])
        if _lower(case["facts"].values()) != _lower(line["facts"].values()):
            missed.append(["facts", case["id"], case["facts"], line["facts"]])
        if set(case["risk"]) != set(line["risk"]):
            missed.append(["risk", case["id"], case["risk"], line["risk"]])
        parts = [part for part in ("temperature", *FLAGS) if case[part] != line[part]]
        missed += [[part, case["id"], case[part], line[part]] for part in parts]
    return missed


def _words(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words} - _STOP


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _asks_counted(wanted: Sequence[str], got: Sequence[str]) -> tuple[int, int, int]:
    left = [ask for ask in got if len(ask.split()) <= 14]
    right = 0
    for ask in wanted:
        words = _words(ask)
        best = max(left, key=lambda other: _overlap(words, _words(other)), default=None)
        if best is not None and _overlap(words, _words(best)) >= 0.5:
            left.remove(best)
            right += 1
    return right, len(got) - right, len(wanted) - right


def _sets_counted(wanted: set[str], got: set[str]) -> tuple[int, int, int]:
    return len(wanted & got), len(got - wanted), len(wanted - got)


def _lower(values: Iterable[object]) -> set[str]:
    return {str(value).lower().strip() for value in values}


def _add(total: list[int], counts: tuple[int, int, int]) -> None:
    for place, count in enumerate(counts):
        total[place] += count


def _figures(counts: Sequence[int]) -> dict[str, float]:
    right, false, missed = counts
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
