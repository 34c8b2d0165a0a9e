"""Composes drafts beside the event loop, and keeps the newest, so that what was thought through before a transaction
costs nothing inside it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.conversation import Turn
from bot.reading.meaning import Meaning
from bot.reading.read import Reading, read
from bot.replies.writing.compose import Draft, compose
from bot.replies.writing.plan import DraftBrief

T = TypeVar("T")
KEPT = 256
"""Drafts kept in memory: a burst of threads times the agents of a team."""


@dataclass(slots=True)
class Thinking:
    """Equal questions get the answer that was found before; anything else is thought through in a worker thread."""

    meaning: Meaning | None = None
    _readings: dict[str, tuple[tuple[Turn, ...], Reading]] = field(default_factory=dict)
    _drafts: dict[str, tuple[DraftBrief, Draft]] = field(default_factory=dict)

    async def reading(self, key: str, turns: Sequence[Turn]) -> Reading:
        """The newest customer turn understood; `key` names the thread."""
        asked = tuple(turns)
        known = self._readings.get(key)
        if known is None or known[0] != asked:
            known = (asked, await asyncio.to_thread(read, asked, meaning=self.meaning))
            _keep(self._readings, key, known)
        return known[1]

    async def draft(self, key: str, brief: DraftBrief) -> Draft:
        """The draft that the brief asks for; `key` names the draft."""
        known = self._drafts.get(key)
        if known is None or known[0] != brief:
            known = (brief, await asyncio.to_thread(compose, brief))
            _keep(self._drafts, key, known)
        return known[1]


def _keep(kept: dict[str, T], key: str, value: T) -> None:
    kept.pop(key, None)
    kept[key] = value
    if len(kept) > KEPT:
        del kept[next(iter(kept))]
