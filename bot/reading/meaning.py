"""What a text means as a row of numbers, so that two texts can be compared whatever their words; all of it optional."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import structlog

from bot.errors import KindlineError

if TYPE_CHECKING:  # numpy costs 20 MB and is loaded by who first needs it.
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

OFF = "off"
log = structlog.get_logger()


class MeaningUnavailable(KindlineError):
    """The model cannot be used: it is missing, or it is not the file that was checked."""


class Meaning(Protocol):
    """Rows of unit length, one a text, in order: the product of two rows says how near two texts are, 1 at most."""

    @property
    def name(self) -> str:
        """Weights that were trained on the rows of one kind fit no other kind."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Blocks while it counts, so the event loop asks in a worker thread."""


def meaning_from(setting: str = "") -> Meaning | None:
    """The setting is empty for the packaged model, "off" for none, else the model's path. Nothing is loaded yet."""
    if setting.strip().lower() == OFF:
        return None
    return FirstThatWorks(Path(setting) if setting.strip() else None)


class FirstThatWorks:
    """The model, or the hashed words where it cannot be used; which of them shows at the first text."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = Lock()
        self._found: Meaning | None = None

    @property
    def name(self) -> str:
        return self._meaning().name

    def vectors(self, texts: Sequence[str]) -> Vectors:
        return self._meaning().vectors(texts)

    def _meaning(self) -> Meaning:
        with self._lock:  # Two threads that ask at once must not open two models.
            if self._found is None:
                self._found = self._opened()
            return self._found

    def _opened(self) -> Meaning:
        from bot.reading.embedded import MiniLM

        model = MiniLM(self._path)
        try:
            model.load()
        except MeaningUnavailable as error:
            log.warning("meaning_without_model", reason=str(error))
            return HashedWords()
        return model


class HashedWords:
    """Words and their parts, counted into a fixed number of places; knows spelling and nothing of meaning."""

    name = "hashed-words"
    _PLACES = 1024

    def vectors(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        rows = np.zeros((len(texts), self._PLACES), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for part, times in Counter(_parts(text)).items():
                place = zlib.crc32(part.encode())
                # Half of the parts count downwards, so that two which share a place do not look alike.
                row[place % self._PLACES] += (1 if place & 0x80000000 else -1) * (1 + times) ** 0.5 * _weight(part)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        np.divide(rows, lengths, out=rows, where=lengths > 0)
        return rows


_COMMON = frozenset(
    "a an the to of for in on at by my your our i you we it is are was be and or but with from this that me us "
    "have has had do does did can could will would please".split()
)


def _parts(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]+", text.lower()):
        yield word
        padded = f" {word} "
        yield from (padded[at : at + 4] for at in range(len(padded) - 3))


def _weight(part: str) -> float:
    """A stand-in for how rare a word is: whole words above their parts, small words far below."""
    if part.strip() in _COMMON:
        return 0.2
    return 0.5 if len(part) == 4 or " " in part else 1.0
