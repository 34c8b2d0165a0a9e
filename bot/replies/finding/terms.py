"""The terms of a text that carry its meaning, so that an ask and a page can be compared word by word."""

import re
from collections.abc import Iterable

from bot.calendar.words import WEEKDAYS
from bot.reading.words import STOP_WORDS, stem, tokens
from bot.replies.finding.thesaurus import SAME_THINGS, WEAK

_JOINED = (
    (re.compile(r"\b(what|where|who|when|how|why|it|that|there|here|let)'s\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(\w+)'(?:d|ll|re|ve|m)\b", re.IGNORECASE), " "),
    (re.compile(r"\bget (?:my|our|your|the) money(?: back)?\b|\bmoney back\b", re.IGNORECASE), "refund"),
    (
        re.compile(r"\b(?:pay|paid|paying|payable) (?:\w+ )?in (?:parts|rates|several parts)\b", re.IGNORECASE),
        "pay instalments",
    ),
    (
        re.compile(
            r"\b(?:bring|brought|send|sent|give|gave|take|took)(?:s|ing)? "
            r"((?:it|them|this|these|that|those|one|(?:my|the|an?|our) (?:[\w-]+ ){0,2}[\w-]+) )?back\b",
            re.IGNORECASE,
        ),
        r"return \1",
    ),
    (re.compile(r"\b(back|sign|log|set|check|drop)(?:t?ing|p?ing|s)?[ -](up|in|off|out)\b", re.IGNORECASE), r"\1\2"),
)
"""Words that mean something only together."""
_IRREGULAR = {
    "ridden": "ride", "rode": "ride", "sent": "send", "bought": "buy", "paid": "pay", "kept": "keep", "sold": "sell",
    "brought": "bring", "driven": "drive", "taken": "take", "given": "give", "written": "write", "lost": "lose",
    "stolen": "steal", "worn": "wear", "built": "build", "held": "hold", "left": "leave", "met": "meet",
    "eaten": "eat", "ate": "eat", "drunk": "drink", "chosen": "choose", "shipped": "ship", "children": "child",
    "goes": "go", "delivered": "deliver", "delivering": "deliver",
}  # fmt: skip
_DAYS = [stem(day.lower()) for day in WEEKDAYS]
_DAY_SPAN = re.compile(r"\b(\w+day)\s?(?:-|–|to)\s?(\w+day)\b")


def terms(text: str) -> list[str]:
    """The stems of a text that carry meaning; a word with a hyphen counts whole and in parts."""
    for pattern, joined in _JOINED:
        text = pattern.sub(joined, text)
    parts = [part for raw in tokens(text) for part in _parts(raw)]
    return [_one_l(stem(_IRREGULAR.get(word, word))) for word in parts if word and word not in STOP_WORDS]


def meaning(ask: str) -> list[str]:
    """The words of an ask that say what it is about."""
    return [term for term in terms(ask) if term not in WEAK]


def related(term: str) -> set[str]:
    """Other words for the same thing."""
    return SAME_THINGS.get(term, set())


def widened(found: Iterable[str]) -> frozenset[str]:
    """The terms with the other words for them."""
    return frozenset(other for term in found for other in (term, *related(term)))


def days_in(text: str) -> frozenset[str]:
    """The weekdays inside a span: "Thursday" lies in "Tuesday-Friday"."""
    span = _DAY_SPAN.search(text)
    ends = [stem(end.lower()) for end in span.groups()] if span else []
    if not ends or not all(end in _DAYS for end in ends):
        return frozenset()
    return frozenset(_DAYS[_DAYS.index(ends[0]) : _DAYS.index(ends[1]) + 1])


def _one_l(term: str) -> str:
    """ "cancelling" and "cancel" meet."""
    return term[:-1] if len(term) > 5 and term.endswith("ll") else term


def _parts(word: str) -> list[str]:
    """ "e-bike" counts whole and in parts; "made-to-order" is no order."""
    pieces = word.split("-")
    if pieces[0] in ("pre", "non", "re", "un"):
        return [word]
    return [word, *pieces] if len(pieces) == 2 and not word[0].isdigit() else [word]
