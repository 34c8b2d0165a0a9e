"""What a playbook's texts mean, counted once and kept beside its rows, so that a draft only counts its own ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.replies.finding.index import texts_of
from bot.replies.sources.playbook import Section

if TYPE_CHECKING:
    from bot.reading.meaning import Meaning, Vectors


class Counted:
    """A `Meaning` that has the rows of a playbook's texts at hand, and asks for all others."""

    def __init__(self, meaning: Meaning, rows: Mapping[str, Any]) -> None:
        self.name = meaning.name
        self._meaning, self._rows = meaning, rows

    def vectors(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        fresh = dict(zip(new, self._meaning.vectors(new), strict=True)) if new else {}
        found = [fresh[text] if text in fresh else self._rows[text] for text in texts]
        return np.stack(found) if found else self._meaning.vectors([])


def packed(section: Section, meaning: Meaning) -> bytes:
    """The rows of a section's texts in half precision; blocks while it counts."""
    import numpy as np

    return meaning.vectors(texts_of(section)).astype(np.float16).tobytes()


def unpacked(sections: Sequence[Section], kept: Sequence[bytes]) -> dict[str, Any]:
    """The row of every text. Raises `ValueError` when the bytes are not of these texts."""
    import numpy as np

    found: dict[str, Any] = {}
    for section, one in zip(sections, kept, strict=True):
        texts = texts_of(section)
        found.update(zip(texts, np.frombuffer(one, np.float16).astype(np.float32).reshape(len(texts), -1), strict=True))
    return found
