"""Tells what an agent typed themselves from the words of a draft, so nothing is ever learned from our own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.words import plain

OURS_FROM = 0.3
"""The share of a draft's words in a reply from which on it counts as that draft edited, and not as one's own."""
_PIECE = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Typed:
    """`text` is theirs; `opens` and `closes` say whether the reply's beginning and its end are."""

    text: str
    is_whole: bool = True
    opens: bool = True
    closes: bool = True


def typed(sent: str, drafts: Sequence[str] = ()) -> Typed | None:
    """What of `sent` stood in none of the drafts that its writer may have seen; None when that is nothing."""
    return _typed(sent, tuple(drafts))


@lru_cache(maxsize=1024)
def _typed(sent: str, drafts: tuple[str, ...]) -> Typed | None:
    """Kept, since the same latest replies are read again with each new one."""
    pieces = _pieces(_unquoted(sent))
    ours = frozenset().union(*(_common_pieces(draft) for draft in drafts))
    is_ours = [_common(piece) in ours for piece in pieces]
    words = [len(piece.split()) for piece in pieces]
    total = sum(words)
    if not total:
        return None
    taken = sum(count for count, is_taken in zip(words, is_ours, strict=True) if is_taken)
    if taken < OURS_FROM * total:
        return Typed(_unquoted(sent))
    own = [piece for piece, is_taken in zip(pieces, is_ours, strict=True) if not is_taken]
    if not own:
        return None
    return Typed("\n".join(own), False, not is_ours[0], not is_ours[-1] and not _is_ours_above_name(is_ours, pieces))


def _is_ours_above_name(is_ours: Sequence[bool], pieces: Sequence[str]) -> bool:
    """A name put under our own sign-off makes the sign-off no habit of theirs."""
    return len(pieces) > 1 and is_ours[-2] and len(pieces[-1].split()) <= 2


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in _PIECE.split(text) if piece.strip()]


def _unquoted(text: str) -> str:
    """Without the lines that only repeat what somebody else wrote."""
    lines = [line for line in plain(text).split("\n") if not line.lstrip().startswith(">")]
    return "\n".join(lines).strip()


@lru_cache(maxsize=256)
def _common_pieces(draft: str) -> frozenset[str]:
    return frozenset(_common(piece) for piece in _pieces(draft))


def _common(piece: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", piece.casefold()))
