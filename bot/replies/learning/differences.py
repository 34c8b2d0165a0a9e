"""What an agent changed in a draft, as few words as tell it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 800
"""A longer text is compared from its beginning."""
MOST_CHANGES, LONGEST = 12, 160
_GLUE = 2
"""Up to so many words that stayed between two changes join them into one."""
_STANDS = 0.7
"""The share of a passage's words that still stand when it counts as kept."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stood there, and what stands there now; empty when nothing did."""

    was: str
    now: str


def changes(draft: str, sent: str) -> tuple[Change, ...]:
    """From the draft to what was sent, in the order of the text."""
    before, after = draft.split()[:MOST_WORDS], sent.split()[:MOST_WORDS]
    spans: list[list[int]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if spans and a1 - spans[-1][1] <= _GLUE:
            spans[-1][1], spans[-1][3] = a2, b2
        else:
            spans.append([a1, a2, b1, b2])
    found = (Change(_clipped(before[a1:a2]), _clipped(after[b1:b2])) for a1, a2, b1, b2 in spans)
    return tuple(found)[:MOST_CHANGES]


def is_kept(passage: str, sent: str) -> bool:
    """True when a passage of the draft went out: most of its words in their order, and every figure."""
    words, after = _words(passage), _words(sent)
    if not words:
        return False
    blocks = SequenceMatcher(None, words, after, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _STANDS * len(words) and _figures(passage) <= _figures(sent)


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,:]\d+)*", text))


def _words(text: str) -> list[str]:
    return [word.strip(".,;:!?()“”\"'").casefold() for word in text.split()[:MOST_WORDS]]


def _clipped(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
