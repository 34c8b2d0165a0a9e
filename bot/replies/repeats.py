"""Counts what customers ask again and again: the same question in other words is one, and one thread counts once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reading.masking import mask
from bot.replies.finding.terms import meaning
from bot.replies.missing import as_question, told_asks
from storage.replies import Draft

OFTEN = 5
ALIKE = 0.66
MOST_TOLD = 10


@dataclass(slots=True)
class Repeat:
    """One question, in the wording that says it shortest. `source` is the page that answers it, or ""."""

    terms: frozenset[str]
    asks: list[str] = field(default_factory=list)
    threads: set[tuple[str, str]] = field(default_factory=set)
    sources: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.threads)

    @property
    def question(self) -> str:
        """Without anything personal in it."""
        return as_question(mask(min(self.asks, key=lambda ask: (len(ask), ask))))

    @property
    def source(self) -> str:
        return max(sorted(set(self.sources)), key=self.sources.count, default="")


def repeats(drafts: Sequence[Draft]) -> list[Repeat]:
    """What was asked in at least a handful of threads, the most asked first."""
    found: list[Repeat] = []
    for draft in drafts:
        told = told_asks(draft)
        for ask in draft.asks:
            text = str(ask["ask"])
            terms = frozenset(meaning(text))
            if not terms:
                continue
            group = next((one for one in found if _is_alike(one.terms, terms)), None)
            if group is None:
                group = Repeat(terms)
                found.append(group)
            group.asks.append(text)
            group.threads.add((draft.channel_id, draft.thread_id))
            if ask.get("source") and text not in told:
                group.sources.append(str(ask["source"]))
    often = [one for one in found if one.count >= OFTEN]
    return sorted(often, key=lambda one: (-one.count, one.question))[:MOST_TOLD]


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Two words that both asks are about, and hardly anything else; a single word only when it is all of both."""
    shared = len(one & other)
    return one == other or (shared >= 2 and shared / min(len(one), len(other)) >= ALIKE)
