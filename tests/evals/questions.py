"""Asks every question of a company's file of its playbook, and measures what is told and what is honestly not known."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from bot.reading.meaning import Meaning, meaning_from
from bot.replies.finding.grounding import ground
from bot.replies.sources.playbook import Section, parse_page
from bot.settings import Settings

Case = Mapping[str, Any]
NOT_KNOWN = "not known"


@lru_cache(maxsize=8)
def pages_in(folder: Path) -> tuple[tuple[str, tuple[Section, ...]], ...]:
    """The sections of each page with the name of its file."""
    return tuple((path.name, parse_page(path.name, path.read_text("utf-8-sig")).sections) for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


@cache
def meaning() -> Meaning | None:
    return meaning_from(Settings().meaning_model)


def predict(case: Case, playbook: Path, now: datetime) -> dict[str, Any]:
    """What is told to one question, and the page and section that it comes from; `page` is None for "not known"."""
    pages = pages_in(playbook)
    sections = tuple(section for _, here in pages for section in here)
    found = ground(case["ask"], sections, on=now.date(), context=case.get("context", ""), meaning=meaning())
    page = next((name for name, here in pages for section in here if found and section is found.section), None)
    heading = (found.section.heading or found.section.page) if found else None
    return {
        "id": case["id"],
        "page": page,
        "section": heading,
        "told": found.answer if found else "",
        "score": round(found.score, 3) if found else 0.0,
    }


def outcome(case: Case, line: Case) -> str:
    """ "right", "partly" (the right place, but not all that was wanted), "wrong", "missed" or "not known"."""
    told = even(line["told"])
    if line["page"] is None:
        return NOT_KNOWN if case["page"] is None else "missed"
    if case["page"] is None or any(even(words) in told for words in case.get("must_not", ())):
        return "wrong"
    is_there = line["page"] == case["page"] and even(line["section"]) == even(case["section"])
    if all(even(words) in told for words in case.get("must", ())):
        return "right" if is_there or case.get("must") else "wrong"
    return "partly" if is_there else "wrong"


def score(cases: Sequence[Case], predictions: Iterable[Case]) -> dict[str, Any]:
    """What is told right among all that is told (precision) and among all that is known (recall), and by kind."""
    lines = {line["id"]: line for line in predictions}
    outcomes = [outcome(case, lines[case["id"]]) for case in cases]
    counts = Counter(outcomes)
    known = sum(case["page"] is not None for case in cases)
    told = len(outcomes) - counts[NOT_KNOWN] - counts["missed"]
    precision = counts["right"] / told if told else 1.0
    recall = counts["right"] / known if known else 1.0
    both = precision + recall
    kinds: dict[str, Counter[str]] = {}
    for case, name in zip(cases, outcomes, strict=True):
        kinds.setdefault(case.get("kind", ""), Counter())[name] += 1
    return {
        "cases": len(outcomes),
        "known": known,
        **{name.replace(" ", "_"): counts[name] for name in ("right", "partly", "wrong", "missed", NOT_KNOWN)},
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
        "kinds": {kind: dict(found) for kind, found in kinds.items()},
    }


def misses(cases: Sequence[Case], predictions: Iterable[Case]) -> list[list[Any]]:
    lines = {line["id"]: line for line in predictions}
    found = [(outcome(case, lines[case["id"]]), case, lines[case["id"]]) for case in cases]
    return [
        [name, case["ask"], case["page"], case["section"], line["page"], line["section"], line["told"]]
        for name, case, line in found
        if name not in ("right", NOT_KNOWN)
    ]


def even(words: str) -> str:
    """Alike whichever dash, space or "to" stands between two figures."""
    low = re.sub(r"\s+", " ", words.lower().replace("’", "'"))
    return re.sub(r"(?<=\d)\s?(?:[-–—]|to)\s?(?=\d)", "-", low).strip()
