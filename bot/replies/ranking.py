"""Weighs how much of an ask's meaning each statement of a playbook holds, in its words or others for them."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.calendar.words import WEEKDAYS
from bot.reading.words import STOP_WORDS, stem, tokens
from bot.replies.passages import Statement, statements_of
from bot.replies.playbook import Section
from bot.replies.thesaurus import SAME_THINGS, WEAK

MONEY = re.compile(
    r"[€$£]|\b(?:euros?|eur|pounds?|dollars?|usd|gbp|francs?|chf|kroner|cents?|free|nothing|price|percent)\b|%",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|tomorrow|same day|at once|immediately|evening|morning|"
    r"until)\b|\b\d+ h\b|\d[:.]\d\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    section: Section
    statement: Statement
    own: frozenset[str]
    heading: frozenset[str]
    page: frozenset[str]
    around: frozenset[str]
    """The words of the rest of the section."""


@dataclass(frozen=True, slots=True)
class Index:
    entries: tuple[Entry, ...]
    weights: dict[str, float]
    heaviest: float


_JOINED = (
    (re.compile(r"\b(what|where|who|when|how|why|it|that|there|here|let)'s\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(\w+)'(?:d|ll|re|ve|m)\b", re.IGNORECASE), " "),
    (re.compile(r"\bget (?:my|our|your|the) money(?: back)?\b|\bmoney back\b", re.IGNORECASE), "refund"),
    (
        re.compile(r"\b(?:pay|paid|paying|payable) (?:\w+ )?in (?:parts|rates|several parts)\b", re.IGNORECASE),
        "pay instalments",
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


def terms(text: str) -> list[str]:
    """The stems of a text that carry meaning; a word with a hyphen counts whole and in parts."""
    for pattern, joined in _JOINED:
        text = pattern.sub(joined, text)
    parts = [part for raw in tokens(text) for part in _parts(raw)]
    return [_one_l(stem(_IRREGULAR.get(word, word))) for word in parts if word and word not in STOP_WORDS]


def _one_l(term: str) -> str:
    """ "cancelling" and "cancel" meet."""
    return term[:-1] if len(term) > 5 and term.endswith("ll") else term


def _parts(word: str) -> list[str]:
    """ "e-bike" counts whole and in parts; "made-to-order" is no order."""
    pieces = word.split("-")
    if pieces[0] in ("pre", "non", "re", "un"):
        return [word]
    return [word, *pieces] if len(pieces) == 2 and not word[0].isdigit() else [word]


def meaning(ask: str) -> list[str]:
    """The words of an ask that say what it is about."""
    return [term for term in terms(ask) if term not in WEAK]


def related(term: str) -> set[str]:
    """Other words for the same thing."""
    return SAME_THINGS.get(term, set())


# What kind of answer is wanted counts as a term too, with a weight of its own.
NOT, PRICE, TIME, HOURS = "#not", "#price", "#time", "#hours"
_KIND_WEIGHT = 1.2
_NEGATION = re.compile(r"\b(?:not|never|no|cannot)\b|n't\b", re.IGNORECASE)


def _bag(text: str) -> frozenset[str]:
    """The terms of a text; that something does *not* happen is a term of its own."""
    return frozenset([*terms(text), *([NOT] if _NEGATION.search(text) else [])])


@lru_cache(maxsize=16)
def index_of(sections: tuple[Section, ...]) -> Index:
    entries: list[Entry] = []
    for section in sections:
        heading, page, around = _bag(section.heading), _bag(section.page), _bag(section.text)
        entries.extend(Entry(section, one, _bag(one.text), heading, page, around) for one in statements_of(section))
    counts: dict[str, int] = {}
    for entry in entries:
        for term in entry.own | entry.heading | entry.page:
            counts[term] = counts.get(term, 0) + 1
    total = max(1, len(entries))
    weights = {term: math.log(1 + total / count) for term, count in counts.items()}
    return Index(tuple(entries), weights, math.log(1 + total))


OPENING = re.compile(r"\b(?:open|opens|opening|close|closes|closed|closing)\b|\bhours\b", re.IGNORECASE)
_CLOCKED = re.compile(r"\d{1,2}[:.]\d{2}|\bclosed\b", re.IGNORECASE)


def tells_hours(statement: Statement) -> bool:
    return (
        statement.kind == "row"
        and has_weekday(statement.label)
        and all(_CLOCKED.search(cell) for _, cell in statement.cells)
    )


def has_weekday(text: str) -> bool:
    return any(day.lower() in text.lower() for day in WEEKDAYS)


def named_share(wanted: Sequence[str], entry: Entry) -> float:
    """How much of a row's name was asked for: "Lindau E" before "Lindau E Plus" when the ask says "Lindau E"."""
    name = terms((entry.statement.label or entry.statement.text).split("(")[0])
    return sum(term in wanted for term in name) / len(name) if name else 0.0


_KIND_WORDS = frozenset(stem(word) for word in "cost price fee much".split())


_PRICE_ASKED = re.compile(
    r"\bhow (?:much|expensive) (?:is|are|does|do|did|would|will|for|to|it|the|a|an|this|that|money|i|we|you)\b|"
    r"\bhow much$|\bcosts?\b|\bprices?\b|\bfees?\b|\bdo (?:i|we) (?:have to )?pay\b|"
    r"\b(?:do|will|would) you charge\b|\bis there a charge\b",
    re.IGNORECASE,
)


def wants_price(ask: str) -> bool:
    """ "How much is it?" wants a price, "how much storage is there?" an amount of something else."""
    if re.search(r"\bmatch\w*\b|\bprice (?:match|drop)", ask, re.IGNORECASE):
        return False
    ask = ask.rstrip(" ?.!")
    return bool(_PRICE_ASKED.search(ask) or re.search(r"^(?:is|are)\b.*\bfree(?: of charge)?$", ask, re.IGNORECASE))


_TIME_ASKED = re.compile(
    r"\bhow (?:long|quick(?:ly)?|fast|soon)\b|\bhow many (?:minutes|hours|days|weeks|months|years) (?:do|does|can|may|"
    r"will|is|are)\b|^what(?:'s| is) the (?:time|period|deadline|time limit) (?:for|of|to)\b"
)


def wanted_terms(ask: str, on: date) -> list[str]:
    """The meaning to look for, with the kind of answer; for opening hours, "today" is also its weekday."""
    found = [term for term in terms(ask) if term not in WEAK]
    low = ask.lower()
    is_opening = bool(OPENING.search(low) and re.search(r"\b(?:are|is|when|until|what)\b", low))
    for word, ahead in (("today", 0), ("tonight", 0), ("tomorrow", 1)):
        if word in low and is_opening:
            found.append(stem(WEEKDAYS[(on + timedelta(days=ahead)).weekday()].lower()))
    kinds = (
        (PRICE, wants_price(ask)),
        (TIME, bool(_TIME_ASKED.search(low))),
        (HOURS, is_opening),
        (NOT, bool(re.search(r"\b(?:does|do|did|will|is|are|has)(?:n't| not)\b|\bwon't\b", low))),
    )
    if kinds[0][1]:
        found = [term for term in found if term not in _KIND_WORDS]
    if all(term.isdigit() for term in found) and not is_opening:
        return []
    return list(dict.fromkeys([*found, *(kind for kind, is_wanted in kinds if is_wanted)]))


def score_of(wanted: Sequence[str], entry: Entry, index: Index) -> float:
    """The share of the ask's meaning that this entry holds; nothing when it misses what the ask is most about."""
    wants_kind = any(term in (TIME, PRICE) for term in wanted)
    weighed = [(_weight(term, index), share_of(term, entry), term) for term in wanted]
    is_named_kind = any(share == 1.0 for _, share, term in weighed if term in (TIME, PRICE, HOURS))
    words = [(weight, share) for weight, share, term in weighed if term[0] != "#"]
    if is_named_kind and any(term in entry.heading | entry.page for term in wanted):
        # "How long can I return the helmet?" is answered by the time for returns, though no page of it names helmets.
        weighed = [(weight if share else weight / 2, share, term) for weight, share, term in weighed]
        words = [(weight, share) for weight, share in words if share]
    if HOURS in wanted and not words and is_named_kind:
        words = [(1.0, 1.0)]
    if not _is_about(wanted, entry, words, has_kind=wants_kind or HOURS in wanted):
        return 0.0
    got = 0.0
    for weight, share, term in weighed:
        is_aside = wants_kind and term[0] != "#" and not _is_named(term, entry)
        got += weight * min(share, 0.8 if is_aside else 1.0)
    bonus = 0.15 if wants_kind and is_named_kind else 0.0
    return got / sum(weight for weight, _, _ in weighed) + bonus


def _is_about(wanted: Sequence[str], entry: Entry, words: Sequence[tuple[float, float]], *, has_kind: bool) -> bool:
    """The rarest words of an ask are what it is about; a single word alone must be what the entry is named for."""
    if not words:
        return False
    said = [term for term in wanted if term[0] != "#"]
    if len(said) == 1 and not has_kind and NOT not in wanted and not _is_called(said[0], entry):
        return False
    heaviest = max(weight for weight, _ in words)
    heavy = [share for weight, share in words if weight >= 0.75 * heaviest]
    return min(heavy) >= (0.35 if has_kind else 0.65) and max(heavy) >= 0.6


def _is_called(term: str, entry: Entry) -> bool:
    return term in entry.heading | entry.page or term in terms(entry.statement.label)


def _is_named(term: str, entry: Entry) -> bool:
    """The heading, the page or the row's label names the term, or the heading has another word for it."""
    return (
        term in entry.heading | entry.page
        or bool(SAME_THINGS.get(term, set()) & entry.heading)
        or _is_label(term, entry)
    )


def _weight(term: str, index: Index) -> float:
    if term[0] == "#":
        return _KIND_WEIGHT
    if term in index.weights:
        return index.weights[term]
    others = [index.weights[other] for other in (_DAYS if term in _DAYS else related(term)) if other in index.weights]
    return min(others) if others else index.heaviest


def _is_label(term: str, entry: Entry) -> bool:
    label = set(terms(entry.statement.label))
    return term in label or bool(SAME_THINGS.get(term, set()) & label)


def share_of(term: str, entry: Entry) -> float:
    """How surely this entry is about the term: in its own words, its headings, in other words for it, or only near
    by."""
    if term[0] == "#":
        return _kind_share(term, entry)
    if term in entry.heading or in_weekdays(term, entry.statement):
        return 1.0 if term in entry.own else 0.95
    long = min(1.0, max(0, len(entry.own) - 8) / 25)
    if term in entry.own:
        return 1.0 - 0.2 * long
    others = SAME_THINGS.get(term, set())
    if others & entry.heading:
        return 0.85
    if term in entry.page:
        return 0.8
    if others & entry.own:
        return 0.75 - 0.2 * long
    if others & entry.page:
        return 0.65
    return 0.35 if term in entry.around else 0.0


def _kind_share(term: str, entry: Entry) -> float:
    """Whether the entry is the wanted kind of answer: a price, a length of time, hours, or what does *not* happen."""
    text, heading = entry.statement.text, entry.section.heading
    if term == NOT:
        return 1.0 if NOT in entry.heading else 0.5 if NOT in entry.own else 0.0
    if term == HOURS:
        return 1.0 if tells_hours(entry.statement) else 0.5 if _CLOCKED.search(text) else 0.0
    fits, named = (MONEY, "cost|price|fee") if term == PRICE else (SPAN, "how long|time|duration|within")
    if not fits.search(text):
        return 0.0
    return 1.0 if re.search(named, heading, re.IGNORECASE) else 0.85


_DAYS = [stem(day.lower()) for day in WEEKDAYS]


def in_weekdays(term: str, statement: Statement) -> bool:
    """ "Thursday" lies in a row that is labelled "Tuesday-Friday"."""
    if term not in _DAYS:
        return False
    span = re.search(r"\b(\w+day)\s?(?:-|–|to)\s?(\w+day)\b", statement.label or statement.text)
    if not span:
        return False
    ends = [stem(end.lower()) for end in span.groups()]
    return all(end in _DAYS for end in ends) and _DAYS.index(ends[0]) <= _DAYS.index(term) <= _DAYS.index(ends[1])
