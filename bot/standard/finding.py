"""What a rule is, what it says about a draft, and the examples that show it: the words all twelve rules share."""

import re
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


_JOINED = re.compile(r"^(?:and|but|so|though|although|yet|however|because|since|as|while)\b,?\s+", re.IGNORECASE)


def on_clauses(rule: str, sentence: Sentence, match: re.Match[str], why: str, rewording: str) -> Finding:
    """A finding about those clauses of the body that the match touches; the rewording is fitted into their place."""
    start, end = sentence.body_start + match.start(), sentence.body_start + match.end()
    touched = [clause for clause in sentence.clauses if clause.start < end and start < clause.end]
    if not touched:
        return on_sentence(rule, sentence, why, rewording)
    first, last = touched[0], touched[-1]
    old = sentence.body[first.start - sentence.body_start : last.end - sentence.body_start]
    return Finding(rule, first.start, last.end, why, _fitted(rewording, old, is_whole=first.start == sentence.start))


def _fitted(words: str, old: str, *, is_whole: bool) -> str:
    """With the conjunction before and the stop behind that the old words had."""
    joint = _JOINED.match(old)
    if not words:
        return ""
    stop = re.search(r"[.!?,;:]*$", old)
    fitted = words.rstrip(".") + (stop.group() if stop and stop.group() else "" if not is_whole else ".")
    if joint:
        return joint.group() + _low(fitted)
    return fitted if old[:1].isupper() else _low(fitted)


def _low(words: str) -> str:
    return words if re.match(r"(?:I\b|[A-Z]{2})", words) else words[:1].lower() + words[1:]
