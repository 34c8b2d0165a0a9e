"""Puts the pieces of one phrase together: "Friday" + "noon" + "Berlin time" is one instant."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.calendar.date_words import AFTERNOON_PARTS, MORNING_PARTS, PARTS
from bot.calendar.local import local_instant, zone_named
from bot.calendar.pieces import Clock, Moment, Piece

Precision = Literal["minute", "day", "range", "vague"]
DAY_START, DAY_END = time(0, 0), time(23, 59, 59)
FIRST_BARE_HOUR, LAST_BARE_HOUR = 8, 19
NAMED_DATE = 3
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reading:
    """What a whole phrase says: its first and last instant, or neither when it is vague."""

    first: datetime | None
    last: datetime | None
    precision: Precision
    is_ambiguous: bool = False


def read_together(pieces: list[Piece], moment: Moment, *, is_before: bool) -> Reading | None:
    """The meaning of the pieces of one phrase; None when they say nothing on their own. `is_before` is for a phrase
    that the word "before" leads, which ends the day earlier when only a day is named."""
    days = _days_of(pieces)
    clocks = [piece for piece in pieces if piece.clock]
    parts = [piece.part for piece in pieces if piece.part]
    is_ambiguous = any(piece.is_ambiguous for piece in pieces)
    for piece in pieces:
        if piece.span:
            return Reading(*piece.span, "range" if piece.is_range else "minute")
    if clocks:
        return replace(_at_clock(clocks[0], parts, days, moment), is_ambiguous=is_ambiguous)
    if parts:
        return replace(_at_part(parts, days, moment), is_ambiguous=is_ambiguous)
    if days:
        return _whole_days(pieces, days, moment, is_ambiguous=is_ambiguous, is_before=is_before)
    return Reading(None, None, "vague") if any(piece.is_vague for piece in pieces) else None


def _days_of(pieces: list[Piece]) -> tuple[date, date] | None:
    """The days meant: a weekday inside a named week, else the most explicit of the day words."""
    weekday = next((piece.weekday for piece in pieces if piece.weekday is not None), None)
    monday = next((piece.monday for piece in pieces if piece.monday), None)
    if weekday is not None and monday is not None:
        day = monday + timedelta(days=weekday)
        return (day, day)
    with_days = [piece for piece in pieces if piece.days]
    return max(with_days, key=lambda piece: piece.rank).days if with_days else None


def _at_clock(piece: Piece, parts: list[str], days: tuple[date, date] | None, moment: Moment) -> Reading:
    last = _time_of(piece.until or piece.clock or Clock(12), parts)
    first = _time_of(piece.clock, parts) if piece.clock and piece.until else last
    if piece.until and first > last:
        first = first.replace(hour=first.hour % 12)
    if days:
        day = days[1]
    else:
        is_past = _instant(moment.today, last, moment) <= moment.now
        day = moment.today + ONE_DAY if is_past else moment.today
    return Reading(_instant(day, first, moment), _instant(day, last, moment), "range" if piece.until else "minute")


def _time_of(clock: Clock, parts: list[str]) -> time:
    hour, minute = clock.hour, clock.minute
    half = clock.half
    if not half and hour <= 12:
        half = _half_of_bare_hour(hour, parts)
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return time(hour, minute, 59 if (hour, minute) == (23, 59) else 0)


def _half_of_bare_hour(hour: int, parts: list[str]) -> str:
    """The part of the day decides ("8 tonight"), else the hour between 8:00 and 19:59."""
    if any(part in MORNING_PARTS for part in parts):
        return "am"
    if any(part in AFTERNOON_PARTS for part in parts):
        return "pm"
    return "am" if FIRST_BARE_HOUR <= hour < 12 else "pm"


def _at_part(parts: list[str], days: tuple[date, date] | None, moment: Moment) -> Reading:
    ends = {
        **PARTS,
        "start": (datetime.combine(date.min, moment.calendar.opens_at) + timedelta(hours=1)).time(),
        "close": moment.calendar.closes_at,
    }
    part = min(parts, key=lambda name: ends[name])
    end = ends[part]
    if days:
        day = days[1]
    elif _instant(moment.today, end, moment) <= moment.now or (part == "morning" and moment.now.hour >= 6):
        is_closing = part == "close"
        day = moment.calendar.next_working_day(moment.today) if is_closing else moment.today + ONE_DAY
    else:
        day = moment.today
    last = _instant(day, end, moment)
    return Reading(last, last, "day")


def _whole_days(
    pieces: list[Piece], days: tuple[date, date], moment: Moment, *, is_ambiguous: bool, is_before: bool
) -> Reading:
    first, last = days
    is_named_day = any(piece.weekday is not None or piece.rank == NAMED_DATE for piece in pieces)
    if is_before and is_named_day and first == last and last > moment.today:
        last -= ONE_DAY
        first = last
    is_range = any(piece.is_range for piece in pieces) or first != last
    return Reading(
        _instant(first, DAY_START, moment),
        _instant(last, DAY_END, moment),
        "range" if is_range else "day",
        is_ambiguous,
    )


def _instant(day: date, at: time, moment: Moment) -> datetime:
    zone = str(moment.now.tzinfo)
    return local_instant(day, at, zone).astimezone(zone_named(zone))
