"""Every zone of the zone database, and the few that stand for all others with the same rules in a year."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.calendar.hours import TeamCalendar
from bot.promises import digest
from bot.promises.rhythm import Rhythm

EVERY_DAY = frozenset(range(7))
HALF_HOUR = timedelta(minutes=30)


def all_zones() -> list[str]:
    return sorted(available_timezones() - {"localtime"})


@cache
def distinct_zones(year: int) -> tuple[str, ...]:
    """One zone for each set of offsets and changes of the clocks that somebody has in this year."""
    first: dict[tuple[tuple[int, timedelta], ...], str] = {}
    for zone in all_zones():
        first.setdefault(tuple(_changes(ZoneInfo(zone), year)), zone)
    return tuple(first.values())


def _changes(zone: ZoneInfo, year: int) -> Iterator[tuple[int, timedelta]]:
    """The offset at the year's beginning, and each half hour after which there is another one."""
    begin = datetime(year, 1, 1, tzinfo=UTC) - timedelta(days=2)
    before = _offset(zone, begin)
    yield 0, before
    for day in range(370):
        at = begin + timedelta(days=day)
        if _offset(zone, at + timedelta(days=1)) == before:
            continue
        for number in range(48):
            now = _offset(zone, at + (number + 1) * HALF_HOUR)
            if now != before:
                yield day * 48 + number, now
                before = now


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def decided(zone: str, starts_at: time, year: int, workdays: frozenset[int] = EVERY_DAY) -> list[tuple[date, datetime]]:
    """The local dates and instants at which somebody's daily list is decided in a year, as the timers go: each
    decision plans the next one."""
    rhythm = Rhythm(zone, starts_at, TeamCalendar(zone=zone, workdays=workdays))
    day, at = date(year - 1, 12, 30), datetime(year - 1, 12, 31, tzinfo=UTC) - timedelta(days=1)
    found: list[tuple[date, datetime]] = []
    while day < date(year, 12, 31):
        day, at = digest.next_days(at, rhythm, later_than=day)[0]
        if digest.day_of(at, rhythm) == day and day.year == year:
            found.append((day, at))
    return found


def days_of(year: int, workdays: frozenset[int] = EVERY_DAY) -> list[date]:
    whole = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    return [day for day in whole if day.year == year and day.weekday() in workdays]
