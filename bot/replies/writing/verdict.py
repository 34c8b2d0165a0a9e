"""Puts "Yes" or "No" before an answer where the ask wants one and the page plainly gives it."""

import re
from collections.abc import Sequence

from bot.reading.asks import Ask
from bot.replies.finding.terms import meaning

_I = re.IGNORECASE
_YES_OR_NO = re.compile(r"^(?:is|are|do|does|can|could|may|will|would|must|should|am|have|has)\b", _I)
_NEGATIVE_ASK = re.compile(r"n't\b|\bnot\b|\bwithout\b|\bor\b", _I)
_LIMITED = re.compile(
    r"\b(?:only|unless|except|but|if|until|up to|at most|not (?:all|every|always)|depends?|some|most|usually|from "
    r"\d|after|"
    r"before|within|when|provided|as long as|once|over \d|under \d)\b",
    _I,
)
_NO = re.compile(
    r"\b(?:not|never|cannot|no longer|neither)\b|n't\b|^(?:there(?:'s| is| are) no|we (?:have|run|offer|sell|take|"
    r"do) no|no)\b",
    _I,
)
_MAY = re.compile(
    r"\b(?:you|we|they|it|[\w-]+s?) (?:can|may|are welcome|is possible|is free|are free|is included|are included|"
    r"are allowed|"
    r"is allowed|accept|offer|have|take|do|ship|deliver|sell|repair)\b|\b(?:welcome|possible|included|free of "
    r"charge|covered)\b",
    _I,
)


def led(ask: Ask, sentences: Sequence[str]) -> list[str]:
    """The sentences, the first with its verdict when all of these hold: a yes or no ask, about the same thing, and a
    page that says it without any condition."""
    told = list(sentences)
    if not told or ask.kind != "question" or not _YES_OR_NO.match(ask.text) or _NEGATIVE_ASK.search(ask.text):
        return told
    first = told[0]
    if re.match(r"^(?:yes|no)\b", first, _I) or not _is_same_matter(ask.text, first) or _LIMITED.search(first):
        return told
    if _NO.search(first):
        return [f"No, {_small(first)}", *told[1:]]
    return [f"Yes, {_small(first)}", *told[1:]] if _MAY.search(first) else told


def _is_same_matter(ask: str, sentence: str) -> bool:
    """All that the ask speaks of stands in the sentence."""
    asked = set(meaning(ask))
    return bool(asked) and asked <= set(meaning(sentence))


def _small(sentence: str) -> str:
    first = sentence.split(" ", 1)[0]
    is_common = first.lower() in _COMMON or not first[:1].isupper()
    return sentence[0].lower() + sentence[1:] if is_common else sentence


_COMMON = frozenset(
    "the a an you we it they there this that these those our your all any every both each no for in on at with if when "
    "dogs cats children most it's there's we're you're".split()
)
