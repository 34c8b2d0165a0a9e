"""Local clock times as instants, exactly one for each local day, also when the clocks change.

Plain zoneinfo is used and not APScheduler's CronTrigger: CronTrigger lets a skipped time slip by the length of the gap
and has no working days or holidays, so all of its answers would have to be checked and half of them replaced.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.calendar.hours import LONGEST_CLOSURE_DAYS, ONE_DAY, TeamCalendar

ONE_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=512)
def zone_named(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def local_instant(day: date, at: time, zone: str) -> datetime:
    """The instant (UTC) of a local clock time: a skipped time gives the first valid instant after the gap, a repeated
    time its first occurrence."""
    local = datetime.combine(day, at.replace(tzinfo=None, fold=0), tzinfo=zone_named(zone))
    instant = local.astimezone(UTC)
    if instant.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    return _end_of_gap(local)


def _end_of_gap(skipped: datetime) -> datetime:
    """The instant at which the clocks jumped over `skipped`: found by halving, since zoneinfo lists no changes."""
    before, after = skipped.replace(fold=1).astimezone(UTC), skipped.replace(fold=0).astimezone(UTC)
    old_offset = before.astimezone(skipped.tzinfo).utcoffset()
    while after - before > ONE_SECOND:
        middle = before + timedelta(seconds=(after - before) // ONE_SECOND // 2)
        if middle.astimezone(skipped.tzinfo).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after


def has_day(day: date, zone: str) -> bool:
    """False for a date that a zone left out when it changed sides of the date line: 30 December 2011 in Samoa."""
    return local_instant(day, time(0), zone).astimezone(zone_named(zone)).date() == day


def next_local(after: datetime, time_of_day: time, zone: str, calendar: TeamCalendar) -> datetime:
    """The next instant (UTC), strictly after `after`, at which it is `time_of_day` on a working day in `zone`."""
    day = after.astimezone(zone_named(zone)).date()
    for ahead in range(LONGEST_CLOSURE_DAYS + 1):
        candidate = day + ahead * ONE_DAY
        if calendar.is_working_day(candidate):
            instant = local_instant(candidate, time_of_day, zone)
            is_there = instant.astimezone(zone_named(zone)).date() == candidate or has_day(candidate, zone)
            if instant > after and is_there:
                return instant
    return local_instant(day + ONE_DAY, time_of_day, zone)
