"""Chooses which statements of a section answer an ask together, and tells them as whole sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.calendar.words import WEEKDAYS
from bot.reading.words import stem
from bot.replies.finding.index import Entry, Index
from bot.replies.finding.passages import Statement
from bot.replies.finding.signs import Asked, row_shared
from bot.replies.finding.spoken import for_customer, row_said, said, whole
from bot.replies.finding.terms import days_in, terms
from bot.replies.finding.wanted import FIGURES, HEADED, gives_words, is_headed, tells_hours
from bot.replies.sources.playbook import Section

MAX_SENTENCES = 3
MAX_WORDS = 75
MAX_ROWS = 3
"""An ask that fits more rows than these does not say enough to be answered by a table."""
ROW_SHARE, SENTENCE_SHARE = 0.3, 0.3
"""How likely another statement has to be, beside the best one, to be told with it."""
_GOES_ON = re.compile(
    r"(?:if not|if it|if they|otherwise|except|unless|but|only|free if|this|that|these|those|it|they|there|then|after "
    r"that|later|in that case|not for|earlier|we then|the rest)\b",
    re.IGNORECASE,
)
"""A sentence that limits or completes the one before it."""

Ranked = Sequence[tuple[float, Entry]]


def chosen(asked: Asked, ranked: Ranked, index: Index, owned: frozenset[str] = frozenset()) -> list[Entry]:
    """The likeliest statement with those of its section that belong to the answer, in the page's order; none when a
    table fits in too many rows. `owned` are the terms of what the customer bought, for rows that fit alike."""
    share, best = ranked[0]
    here = [(other, entry) for other, entry in ranked if entry.section is best.section]
    if best.statement.kind == "row":
        return _rows(asked, [(other, entry) for other, entry in here if entry.statement.kind == "row"], index, owned)
    section = [entry for entry in index.entries if entry.section is best.section]
    likely = [entry for other, entry in here if other >= SENTENCE_SHARE * share and entry.statement.kind != "row"]
    opening = next((entry for entry in likely if entry.statement.text.endswith(":")), None)
    if opening or (best.statement.kind == "step" and not set(asked.kinds) & FIGURES):
        return _procedure(section, opening or best)
    after = [entry for entry in section if entry.place == best.place + 1 and _GOES_ON.match(entry.statement.text)]
    told: list[Entry] = []
    for entry in dict.fromkeys([best, *after, *likely]):
        if len(told) < MAX_SENTENCES and entry.statement.kind != "row" and _words([*told, entry]) <= MAX_WORDS:
            told.append(entry)
    return sorted(told or [best], key=lambda entry: entry.place)


def _words(entries: Sequence[Entry]) -> int:
    return sum(len(entry.statement.text.split()) for entry in entries)


def _rows(asked: Asked, ranked: Ranked, index: Index, owned: frozenset[str]) -> list[Entry]:
    """The rows that fit as well as the best one."""
    rows = [entry for share, entry in ranked if share >= ROW_SHARE * ranked[0][0]]
    for value in (lambda row: len(row.label & owned), lambda row: row_shared(asked, row, index)):
        most = max(map(value, rows))
        rows = [row for row in rows if value(row) >= most - 0.15]
    is_too_wide = len(rows) > MAX_ROWS and not tells_hours(rows[0].statement)
    return [] if is_too_wide else sorted(rows, key=lambda row: row.place)


def _procedure(section: Sequence[Entry], best: Entry) -> list[Entry]:
    """A procedure is told whole, a list with its beginning."""
    first = section.index(best)
    while (
        first
        and section[first].statement.kind == "step"
        and (section[first - 1].statement.kind == "step" or section[first - 1].statement.text.endswith(":"))
    ):
        first -= 1
    last = first + 1
    while last < len(section) and section[last].statement.kind in ("step", "point"):
        last += 1
    return list(section[first:last])


def told(asked: Asked, entries: Sequence[Entry], on: date) -> tuple[str, ...]:
    section = entries[0].section
    statements = [entry.statement for entry in entries]
    if statements[0].text.endswith(":") and len(statements) > 1:
        listed = "; ".join(for_customer(one.text).rstrip(".;") for one in statements[1:])
        return (f"{for_customer(statements[0].text)} {listed}.",)
    is_opening = bool(re.search(r"\b(?:hours|open|opening)\b", f"{section.page} {section.heading}", re.IGNORECASE))
    found: list[str] = []
    for statement in statements:
        if statement.kind == "row":
            row = _named(asked, _narrowed(asked, statement), on)
            found.extend(row_said(row, _columns(asked, row), is_opening=is_opening))
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


def _named(asked: Asked, row: Statement, on: date) -> Statement:
    """The row's name as the customer said it: the one day of a span, or "the big service" with their article."""
    if tells_hours(row):
        return replace(row, label=_day_asked(asked.text, row, on))
    label = row.label.split("(")[0].strip()
    said_so = label and re.search(
        rf"\b(?:the|a|an|my|our|your)\s+({re.escape(label)}(?:\s+(?:plan|model|size|package|tariff|room|class|"
        rf"version|service))?)\b",
        asked.text,
        re.IGNORECASE,
    )
    return replace(row, label=f"the {said_so.group(1)}") if said_so else row


def _day_asked(ask: str, row: Statement, on: date) -> str:
    ahead = {"today": 0, "tonight": 0, "tomorrow": 1}
    days = [day for day in WEEKDAYS if day.lower() in ask.lower()]
    days += [WEEKDAYS[(on + timedelta(days=n)).weekday()] for word, n in ahead.items() if word in ask.lower()]
    return next((day for day in days if day in row.label or stem(day.lower()) in days_in(row.label)), row.label)


_PARTS = re.compile(r"(?<=\D)[,;]\s+|(?<=\d)[,;]\s+(?=\D)")
_FIGURE_AFTER_NAME = re.compile(r"(?P<name>[A-Za-z][A-Za-z -]*?) (?P<figure>(?:[€$£]\s?)?\d.*)")


def _narrowed(asked: Asked, row: Statement) -> Statement:
    """ "129 euros, e-bike 159 euros" is "159 euros (e-bike)" for who asked about an e-bike."""
    return replace(row, cells=tuple((head, _part_meant(asked, cell)) for head, cell in row.cells))


def _part_meant(asked: Asked, cell: str) -> str:
    parts = [_FIGURE_AFTER_NAME.fullmatch(part.strip()) for part in _PARTS.split(cell)]
    meant = [part for part in parts if part and set(terms(part["name"])) and set(terms(part["name"])) <= asked.said]
    return f"{meant[0]['figure']} ({meant[0]['name']})" if len(meant) == 1 and len(parts) > 1 else cell


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


def _columns(asked: Asked, row: Statement) -> list[int]:
    """The columns of a row that the ask names or that hold a wanted kind of answer, with those that hold no figure."""
    every = list(range(len(row.cells)))
    heads = [frozenset(terms(head)) for head, _ in row.cells]
    named = [place for place in every if heads[place] & asked.said]
    if row.is_grid:
        return [place for place in every if heads[place] & frozenset(terms(asked.text))] or every
    shown: list[int] = []
    for kind in asked.kinds:
        fitting = [place for place in every if kind in FIGURES and gives_words(kind, row.cells[place][1])]
        headed = [place for place in fitting if heads[place] & asked.own]
        plain = headed or [place for place in fitting if is_headed(kind, row.cells[place][0])]
        if fitting and not plain and kind in HEADED:
            return []  # "Guarantee: 1 year" is no answer to how long something takes.
        shown += plain or fitting
    shown = shown or named
    words = [place for place in every if not re.search(r"\d|\bfree\b|^\W*$|^none$", row.cells[place][1])]
    return sorted({*shown, *words}) if shown else every
