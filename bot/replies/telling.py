"""Chooses which statements answer an ask together, and tells them as whole sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.calendar.words import WEEKDAYS
from bot.reading.words import stem
from bot.replies.passages import Statement
from bot.replies.playbook import Section
from bot.replies.ranking import (
    MONEY,
    SPAN,
    Entry,
    Index,
    has_weekday,
    in_weekdays,
    share_of,
    tells_hours,
    terms,
    wants_price,
)
from bot.replies.spoken import for_customer, row_said, said, whole
from bot.replies.thesaurus import SAME_THINGS, WEAK

MAX_SENTENCES = 3
MAX_WORDS = 75
MAX_ROWS = 3
"""An ask that fits more rows than these does not say enough to be answered by a table."""


def chosen_entries(
    scored: Sequence[tuple[float, Entry]], best_score: float, best: Entry, meant: tuple[Sequence[str], frozenset[str]]
) -> list[Entry]:
    """The best statement with those of its section that fit as well, told in the page's order."""
    wanted, owned = meant
    same = [(score, entry) for score, entry in scored if entry.section is best.section]
    if best.statement.kind == "row":
        rows = [entry for _, entry in same if entry.statement.kind == "row"]
        own = [entry for entry in rows if len(entry.own & owned) == len(best.own & owned) > 0]
        fitting = own or [row for row in rows if not any(_is_narrower(row, other, wanted) for other in rows)]
        is_too_wide = len(fitting) > MAX_ROWS and not tells_hours(best.statement)
        return [] if is_too_wide else fitting
    close = best_score - 0.12
    return [
        e for score, e in same if e is best or (score >= close and e.statement.kind != "row" and e.own & set(wanted))
    ]


def _is_narrower(row: Entry, other: Entry, wanted: Sequence[str]) -> bool:
    """ "Lindau E Plus" was not meant when "Lindau E" was said and there is a row of exactly that name."""
    mine, theirs = (set(terms(entry.statement.label.split("(")[0])) for entry in (row, other))
    is_one_name = not re.search(r",|\band\b", other.statement.label)
    return is_one_name and theirs < mine and theirs <= set(wanted) and not mine <= set(wanted)


def completed(chosen: list[Entry], index: Index, wanted: Sequence[str]) -> list[Entry]:
    """A procedure is told whole, a list with its beginning, and what the ask also names is added from the same
    section."""
    section = chosen[0].section
    here = [entry for entry in index.entries if entry.section is section]
    if chosen[0].statement.kind == "step" or chosen[0].statement.text.endswith(":"):
        first = next(place for place, entry in enumerate(here) if entry.statement == chosen[0].statement)
        while (
            first
            and here[first].statement.kind == "step"
            and (here[first - 1].statement.kind == "step" or here[first - 1].statement.text.endswith(":"))
        ):
            first -= 1
        last = first + 1
        while last < len(here) and here[last].statement.kind in ("step", "point"):
            last += 1
        return here[first:last]
    missing = [term for term in wanted if all(share_of(term, entry) < 0.5 for entry in chosen)]
    for term in missing:
        more = next(
            (
                entry
                for entry in here
                if entry not in chosen and share_of(term, entry) >= 0.55 and term not in entry.heading
            ),
            None,
        )
        if more:
            chosen = [*chosen, more]
    return chosen


def told(ask: str, chosen: Sequence[Entry], on: date) -> tuple[str, ...]:
    section = chosen[0].section
    statements = [entry.statement for entry in chosen]
    if statements[0].text.endswith(":") and len(statements) > 1:
        listed = "; ".join(for_customer(one.text).rstrip(".;") for one in statements[1:])
        return (f"{for_customer(statements[0].text)} {listed}.",)
    is_opening = bool(re.search(r"\b(?:hours|open|opening)\b", f"{section.page} {section.heading}", re.IGNORECASE))
    found: list[str] = []
    for statement in statements:
        if statement.kind == "row":
            named = (
                replace(statement, label=_day_asked(ask, statement, on)) if has_weekday(statement.label) else statement
            )
            found.extend(row_said(_with_article(ask, named), _columns(ask, statement), is_opening=is_opening))
        else:
            found.extend(said(statement, section.heading))
    found = _with_subject(found, section)
    limit = 6 if statements[0].kind == "step" else 4 if tells_hours(statements[0]) else MAX_SENTENCES
    kept: list[str] = []
    for sentence in dict.fromkeys(found):
        if len(kept) == limit or (kept and sum(len(s.split()) for s in (*kept, sentence)) > MAX_WORDS):
            break
        kept.append(sentence)
    return tuple(kept)


def _with_article(ask: str, row: Statement) -> Statement:
    """The row's name as the customer said it: "the big service", when they put an article or "my" before it."""
    label = row.label.split("(")[0].strip()
    named = (
        re.search(
            rf"\b(?:the|a|an|my|our|your)\s+({re.escape(label)}(?:\s+(?:plan|model|size|package|tariff|room|class|"
            rf"version|service))?)\b",
            ask,
            re.IGNORECASE,
        )
        if label
        else None
    )
    return replace(row, label=f"the {named.group(1)}") if named else row


_GENERIC_HEADING = re.compile(
    r"^(?:the|what|how|when|where|who|which|if|not|after|before|more|general|overview|details|prices?|costs?|times?)\b",
    re.IGNORECASE,
)


def _with_subject(sentences: list[str], section: Section) -> list[str]:
    """An answer never begins with a bare "It's": what it is about is said first."""
    if not sentences or not re.match(r"(?:It's|There's) ", sentences[0]):
        return sentences
    about = section.page if not section.heading or _GENERIC_HEADING.match(section.heading) else section.heading
    if about.split(",")[0] != about or len(about.split()) > 5:
        return sentences
    return [whole(sentences[0], about), *sentences[1:]]


def _day_asked(ask: str, row: Statement, on: date) -> str:
    """The one day that was asked for, when the row's label is a span of days that holds it."""
    for day in WEEKDAYS:
        if day.lower() in ask.lower() and day not in row.label and in_weekdays(stem(day.lower()), row):
            return day
    for word, ahead in (("today", 0), ("tonight", 0), ("tomorrow", 1)):
        day = WEEKDAYS[(on + timedelta(days=ahead)).weekday()]
        if word in ask.lower() and (day in row.label or in_weekdays(stem(day.lower()), row)):
            return day
    return row.label


def _columns(ask: str, row: Statement) -> list[int]:
    """Which columns of a row the ask is about: those it names, then those that hold its kind of answer, else all."""
    asked = set(terms(ask))
    low = ask.lower()
    heads = [set(terms(head)) for head, _ in row.cells]
    named = [
        place
        for place, head in enumerate(heads)
        if head & asked or any(SAME_THINGS.get(term, set()) & head for term in asked - WEAK)
    ]
    if row.is_grid:
        return [place for place, head in enumerate(heads) if head & asked] or list(range(len(row.cells)))
    if wants_price(ask) or re.search(r"\bpay\b", low):
        named = [place for place, (_, cell) in enumerate(row.cells) if MONEY.search(cell)] or named
    elif "how far" in low:
        named = [
            place for place, (_, cell) in enumerate(row.cells) if re.search(r"\d\s?(?:km|miles?)\b", cell)
        ] or named
    elif re.search(r"\bhow long\b|\bwhen\b|\barrive\b", low):
        named = [
            place for place, (_, cell) in enumerate(row.cells) if SPAN.search(cell) and not MONEY.search(cell)
        ] or named
    if not named:
        return list(range(len(row.cells)))
    words = [place for place, (_, cell) in enumerate(row.cells) if not re.search(r"\d|\bfree\b", cell)]
    return sorted({*named, *words})
