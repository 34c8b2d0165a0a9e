"""Loads the prompts in texts/*.md strictly: what is unknown, missing or left open is refused at the start, not when an
agent waits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
_BLANK = re.compile(r"\{\{(\w+)\}\}")
_STRAY = re.compile(r"\{\{|\}\}")
_HEAD = ("purpose", "version", "blanks")
_FENCE = re.compile(r"<\s*/?\s*data\b[^>]*>?", re.IGNORECASE)


class PromptError(ValueError):
    """A prompt's text and what it is filled with do not fit."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """`instructions` hold no blanks, so nobody's words stand in them; `case` is filled for each request."""

    name: str
    purpose: str
    version: int
    blanks: frozenset[str]
    instructions: str
    case: str

    def filled(self, words: Mapping[str, str]) -> str:
        """Raises `PromptError` unless exactly the prompt's blanks are given."""
        if words.keys() != self.blanks:
            raise PromptError(f"{self.name}: it has the blanks {sorted(self.blanks)}, and got {sorted(words)}.")
        return _BLANK.sub(lambda blank: words[blank[1]], self.case)


def fenced(kind: str, words: str) -> str:
    """Somebody's words as data; they cannot end their own fence."""
    inside = words
    while _FENCE.search(inside):  # Taking one out may put another together.
        inside = _FENCE.sub("", inside)
    return f'<data kind="{kind}">\n{inside}\n</data>'


@lru_cache(maxsize=1)
def prompts() -> Mapping[str, Prompt]:
    """All prompts by name. Raises `PromptError` for a text that is not as it should be."""
    return {path.stem: parsed(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))}


def parsed(name: str, text: str) -> Prompt:
    """A head between two lines "---", the instructions, a line "===", and the case with its blanks."""
    parts = re.fullmatch(r"---\n(.*?)\n---\n(.+?)\n===\n(.+)", text, re.DOTALL)
    if parts is None:
        raise PromptError(f"{name}: a prompt is a head, instructions and a case.")
    head = dict(line.partition(": ")[::2] for line in parts[1].splitlines())
    if tuple(head) != _HEAD or not head["version"].isdigit():
        raise PromptError(f"{name}: its head names {', '.join(_HEAD)}, in this order, and the version is a number.")
    blanks = frozenset(head["blanks"].split(", "))
    used = set(_BLANK.findall(parts[3]))
    if used != blanks or _STRAY.search(_BLANK.sub("", parts[3])) or _STRAY.search(parts[2]):
        raise PromptError(f"{name}: the head names {sorted(blanks)}, and the case uses {sorted(used)}.")
    return Prompt(name, head["purpose"], int(head["version"]), blanks, parts[2].strip(), parts[3].strip())
