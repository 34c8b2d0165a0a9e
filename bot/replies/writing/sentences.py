"""Chooses among the sentences of a move: one that already stands in the thread is never used again."""

import re
from collections.abc import Collection, Sequence
from zlib import crc32

from bot.replies.writing.bank import BANK
from bot.replies.writing.own_voice import opened_up

_SLOT = re.compile(r"\{(\w+)\}")


def normal(sentence: str) -> str:
    """A sentence as it is compared: small letters, words only, "I'll" as "I will"."""
    return " ".join(re.findall(r"[a-z0-9']+", opened_up(sentence).lower()))


def sentences_in(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"(?<=[.!?])\s+|\n+", text) if piece.strip()]


class Voice:
    """Chooses sentences for one draft: steady for the same thread, and never one that was said before."""

    def __init__(self, seed: str, earlier: Collection[str]) -> None:
        self._seed = seed
        self._used = {normal(sentence) for text in earlier for sentence in sentences_in(text)}

    def has_said(self, sentence: str) -> bool:
        return normal(sentence) in self._used

    def say(self, move: str, **slots: str) -> str:
        """The sentence of a move, or "" when every one of them already stands in the thread."""
        return self.one_of(BANK[move], move, **slots)

    def one_of(self, options: Sequence[str], move: str, **slots: str) -> str:
        """One of these sentences; one whose slot is empty is passed over, and one that names something goes first."""
        full = [option for option in options if all(slots.get(name) for name in _SLOT.findall(option))]
        named = [option for option in full if _SLOT.search(option)] or full
        start = crc32(f"{self._seed}\x1f{move}".encode()) % max(1, len(named))
        for option in [*named[start:], *named[:start], *full]:
            sentence = option.format(**slots)
            parts = sentences_in(sentence)
            if not any(self.has_said(part) for part in parts):
                self._used.update(normal(part) for part in parts)
                return sentence[0].upper() + sentence[1:]
        return ""

    def keep(self, sentences: Sequence[str]) -> list[str]:
        """Those of the given sentences that were not said before."""
        fresh = [sentence for sentence in dict.fromkeys(sentences) if not self.has_said(sentence)]
        self._used.update(normal(sentence) for sentence in fresh)
        return fresh
