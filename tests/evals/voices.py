"""Reads turns of our own that are written one a line: marks, a bar, the words (see tests/reading/voices.txt)."""

from collections.abc import Mapping
from typing import Any

TEMPERATURES = {"c": "calm", "w": "worried", "u": "upset", "a": "angry", "s": "silent_angry", "h": "happy"}
RISKS = {"S": "safety", "L": "legal", "G": "going_public", "N": "press", "X": "leaving"}


def voices_of(text: str) -> list[Mapping[str, Any]]:
    """Cases in the form of the evaluation data, without asks and facts; one without a mood is about its risks alone."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [_voice(f"voice-{number:03}", *line.split(" | ", 1)) for number, line in enumerate(lines, 1)]


def _voice(name: str, marks: str, words: str) -> Mapping[str, Any]:
    case = {
        "id": name,
        "thread": [_turn(part) for part in words.split(" // ")],
        "risk": [risk for mark, risk in RISKS.items() if mark in marks],
    }
    if marks[0] not in TEMPERATURES:
        return case
    return {
        **case,
        "temperature": TEMPERATURES[marks[0]],
        "complaint": "C" in marks,
        "praise": "P" in marks,
        "repeat_contact": "R" in marks,
    }


def _turn(part: str) -> Mapping[str, str]:
    by = "agent" if part.startswith("A: ") else "customer"
    return {
        "by": by,
        "name": "Pat" if by == "agent" else "Kit Vale",
        "text": part.removeprefix("A: ").removeprefix("C: "),
    }
