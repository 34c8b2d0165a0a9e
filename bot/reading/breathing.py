"""Gives an endless text places to breathe, so that no pattern can run for long on what somebody pasted.

A pattern holds the whole process while it runs. People write sentences; what comes without an end for hundreds of
characters is a log, a table or mischief, and is cut here. Every character keeps its place.
"""

import re
from itertools import pairwise

LONGEST_SENTENCE, LONGEST_WORD, LONGEST_GAP = 600, 60, 12
_CUT = ";"
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_LONG_GAP = re.compile(rf"\s{{{LONGEST_GAP + 1},}}")
_END = re.compile(r"[.!?;]\s|\n")


def breathing(text: str) -> str:
    """The text, of the same length, with a semicolon where a word, a gap or a sentence would not end."""
    if len(text) > LONGEST_WORD:
        text = _LONG_WORD.sub(_word_cut, text)
        text = _LONG_GAP.sub(_gap_cut, text)
        text = "".join(_cut(piece) for piece in _pieces(text)) if len(text) > LONGEST_SENTENCE else text
    return text


def _word_cut(found: re.Match[str]) -> str:
    """A link keeps its whole length up to where no link is that long."""
    word = found[0]
    if "://" in word[:10] and len(word) < LONGEST_SENTENCE:
        return word
    return "".join(_CUT if place and place % LONGEST_WORD == 0 else char for place, char in enumerate(word))


def _gap_cut(found: re.Match[str]) -> str:
    gap = found[0]
    return "".join(_CUT if place % LONGEST_GAP == LONGEST_GAP - 1 else char for place, char in enumerate(gap))


def _pieces(text: str) -> list[str]:
    """Up to and with each end of a sentence."""
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


def _cut(piece: str) -> str:
    if len(piece) <= LONGEST_SENTENCE:
        return piece
    done: list[str] = []
    while len(piece) > LONGEST_SENTENCE:
        at = max(piece.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE), LONGEST_SENTENCE // 2)
        done.append(piece[:at] + _CUT)
        piece = piece[at + 1 :]
    return "".join([*done, piece])
