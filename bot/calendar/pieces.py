"""What one word of a date phrase says, before the words are put together."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.calendar.hours import TeamCalendar


@dataclass(frozen=True)
class Clock:
    """A clock time as written. `half` is "am", "pm", "24" for the 24-hour clock, or empty for a bare hour."""

    hour: int
    minute: int = 0
    half: str = ""


@dataclass(frozen=True)
class Moment:
    """What relative words count from: `now` is when it was said, in the zone that applies."""

    now: datetime
    calendar: TeamCalendar

    @property
    def today(self) -> date:
        return self.now.date()

    def day(self, ahead: int) -> date:
        return self.today + timedelta(days=ahead)

    def monday(self, weeks_ahead: int = 0) -> date:
        return self.today + timedelta(days=7 * weeks_ahead - self.today.weekday())


@dataclass(frozen=True)
class Piece:
    """The meaning of one word or fixed phrase; only the fields it speaks about are set.

    `days` are the first and last day; `weekday` and `monday` combine to "Tuesday next week"; `rank` tells which of two
    day words is the more explicit; `end` is a fixed name of an end ("close", "start", "week_close").
    """

    days: tuple[date, date] | None = None
    weekday: int | None = None
    monday: date | None = None
    rank: int = 0
    clock: Clock | None = None
    until: Clock | None = None
    part: str = ""
    span: tuple[datetime, datetime] | None = None
    is_vague: bool = False
    is_ambiguous: bool = False
    is_range: bool = False


Reader = Callable[[re.Match[str], Moment], Piece | None]


@dataclass(frozen=True)
class Rule:
    """One line of the grammar. `gives` lists what it speaks about: day, clock, part, span, zone or vague."""

    name: str
    gives: frozenset[str]
    pattern: str
    read: Reader


def rule(name: str, gives: str, pattern: str, read: Reader) -> Rule:
    return Rule(name, frozenset(gives.split()), pattern, read)


def whole(day: date, rank: int = 0, *, is_ambiguous: bool = False) -> Piece:
    return Piece(days=(day, day), rank=rank, is_ambiguous=is_ambiguous)
