"""Dates that the own grammar does not know, read by dateparser and kept only if they look like a date.

dateparser finds dates in "May I", "we sat down" and "march ahead", so it only sees stretches with a month beside a
number or a full numeric date. It is slow to load and to run, which is why it is imported on first use.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Literal, Protocol

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_WORTH_READING = re.compile(
    rf"\b\d{{1,2}}[-\s]{_MONTHS}[-,\s]+(?:20)?\d\d\b"
    rf"|\b{_MONTHS}[-\s]\d{{1,2}}-20\d\d\b"
    r"|\b20\d\d[/.]\d{1,2}[/.]\d{1,2}\b"
    rf"|\b(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) of {_MONTHS}"
    rf"|\b(?:fir|seco|thi|fou|fif|six|sev|eig|nin|ten|ele|twe|thirt)[a-z]+(?:st|nd|rd|th) of {_MONTHS}",
    re.IGNORECASE,
)
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = {"twenty": 20, "thirty": 30}


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def find_left_over(
    text: str, found: Sequence[_Span], now: datetime
) -> Iterator[tuple[int, int, datetime, Literal["day"]]]:
    """(start, end, due, precision) of each date outside the phrases already found; `now` is in the zone that "
    "applies."""
    for match in _WORTH_READING.finditer(text):
        if any(match.start() < phrase.end and phrase.start < match.end() for phrase in found):
            continue
        day = _read(match[0], now)
        if day is not None:
            due = datetime.combine(day.date(), time(23, 59, 59), tzinfo=now.tzinfo)
            yield match.start(), match.end(), due, "day"


def _read(words: str, now: datetime) -> datetime | None:
    import dateparser

    return dateparser.parse(
        _with_digits(words),
        languages=["en"],
        settings={"PREFER_DATES_FROM": "future", "RELATIVE_BASE": now.replace(tzinfo=None)},
    )


def _with_digits(words: str) -> str:
    """ "the twenty-fifth of May" has to become "25 of May": dateparser reads no ordinal words."""
    number, _, month = words.lower().partition(" of ")
    if not month:
        return words
    tens, _, ones = number.replace("-", " ").rpartition(" ")
    if ones not in _ORDINAL_WORDS:
        return words
    return f"{_TENS.get(tens, 0) + _ORDINAL_WORDS.index(ones) + 1} {month}"
