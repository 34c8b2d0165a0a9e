"""What a rule is, what it says about a draft, and the examples that show it: the words all twelve rules share."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.standard.context import Context
from bot.standard.segmentation import Draft, Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """`start` and `end` are places in the draft as it was given."""

    rule: str
    start: int
    end: int
    why: str
    """One kind sentence for the agent."""
    rewording: str
    """Replaces the span; square brackets stand for what only the agent knows; empty means: leave the span out."""
    is_last_resort: bool = False
    """Told only when nothing else is found: a guess from what is missing, not from what is said."""


@dataclass(frozen=True, slots=True)
class Example:
    """A draft, with as much of its story as the rule needs."""

    draft: str
    customer: str = "My parcel from last week hasn't come yet. Where is it?"
    known: Mapping[str, str] = field(default_factory=dict)
    name: str = "Ines Moreau"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the standard. `find` judges; the examples are its specification and are run as tests."""

    id: str
    name: str
    meaning: str
    breaks: tuple[Example, ...]
    keeps: tuple[Example, ...]
    find: Callable[[Draft, Context], Iterator[Finding]]


def on_sentence(rule: str, sentence: Sentence, why: str, rewording: str) -> Finding:
    """A finding about a whole sentence, without its greeting."""
    return Finding(rule, sentence.body_start, sentence.end, why, rewording)
