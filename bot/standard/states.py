"""Reads the states that a text tells of (sent or still here, allowed or not, safe or harmful), each with its sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.standard.deed_words import DEEDS
from bot.standard.phrases import any_of
from bot.standard.property_words import PROPERTIES

_FOUND = {name: (any_of(*yes), any_of(*no)) for name, (yes, no) in (DEEDS | PROPERTIES).items()}
_BEFORE = re.compile(
    r"(?:\b(?:not|never|no|none|nothing|nobody|neither|nor|without|cannot|can't|hardly|isn|yet to be|far from|"
    r"fails? to|failed to|refus\w+ to)\b|n't\b)(?:[\s,]+(?!(?:and|but|or|so|only|just)\b)[\w'-]+){0,3}[\s]*$",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"\b(?:not only|nothing but|no doubt|no wonder|not just|why not)\b", re.IGNORECASE)
_PIECE = re.compile(r"[;.!?:]\s+|\s+[–—-]+\s+|,\s+|\s+(?=(?:but|although|though|except|while|whereas)\b)")


@dataclass(frozen=True, slots=True)
class State:
    concept: str
    is_so: bool
    words: str
    piece: str
    """The stretch between commas that it stands in."""


def pieces(text: str) -> Iterator[str]:
    yield from (piece.strip() for piece in _PIECE.split(text) if piece.strip())


@lru_cache(maxsize=1024)
def states(text: str) -> tuple[State, ...]:
    """Every state of the text; a negation just before it turns its sign."""
    return tuple(state for piece in pieces(text) for state in _in_piece(piece))


def _in_piece(piece: str) -> Iterator[State]:
    bare = _NO_DENIAL.sub(lambda match: "x" * len(match.group()), piece)
    for concept, (yes, no) in _FOUND.items():
        affirmed, denied = yes.search(bare), no.search(bare)
        if affirmed and denied and not _overlap(affirmed, denied):
            continue  # Both at once, "free delivery on top": the words of a state serve for something else.
        match = denied or affirmed
        if match:
            is_turned = bool(_BEFORE.search(bare[: match.start()]))
            yield State(concept, (match is affirmed) is not is_turned, match.group(), piece)


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
