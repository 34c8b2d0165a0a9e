"""The last of February, the ends of months and years, and week 53 are days like any other."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.calendar.words import END_OF_DAY
from bot.promises import digest, remind
from bot.promises.remind import Deadline, Stage
from bot.promises.rhythm import Rhythm
from tests.promises.test_digest import promise

TURNS = [
    date(2026, 2, 28),
    date(2028, 2, 29),
    date(2028, 3, 1),
    date(2026, 4, 30),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 1, 3),  # The Sunday that ends week 53 of 2026.
    date(2032, 12, 31),
]
ZONES = ["Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "America/Santiago", "Pacific/Kiritimati"]


def rhythm_in(zone: str, workdays: frozenset[int] = frozenset(range(7))) -> Rhythm:
    return Rhythm(zone, time(9), TeamCalendar(zone=zone, workdays=workdays))


def at(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", TURNS, ids=str)
def test_a_promise_due_at_noon_is_spoken_of_in_order(day: date, zone: str) -> None:
    said, due = at(day - timedelta(days=2), time(15), zone), at(day, time(12), zone)
    plan = remind.stages(Deadline(said, due, zone), rhythm_in(zone))
    assert said < plan[Stage.NUDGE] < plan[Stage.DUE] == due < plan[Stage.OVERDUE] < plan[Stage.LEAD]
    assert plan[Stage.OVERDUE] - due == timedelta(hours=1)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", TURNS, ids=str)
def test_a_promise_for_the_whole_day_is_due_before_that_days_end_and_overdue_the_next_morning(
    day: date, zone: str
) -> None:
    said, due = at(day - timedelta(days=2), time(15), zone), at(day, END_OF_DAY, zone)
    plan = remind.stages(Deadline(said, due, zone), rhythm_in(zone))
    local = {stage: instant.astimezone(ZoneInfo(zone)) for stage, instant in plan.items()}
    assert (local[Stage.DUE].date(), local[Stage.DUE].time()) == (day, time(16))
    assert (local[Stage.OVERDUE].date(), local[Stage.OVERDUE].time()) == (day + timedelta(days=1), time(9))


def titles(now: datetime, *days: date) -> list[str]:
    found = [promise(day.isoformat(), at(day, time(12), "Europe/Berlin")) for day in days]
    listed = digest.sections(found, rhythm_in("Europe/Berlin"), now)
    by_name = {one.promise_id: section.title for section in listed.sections for one in section.promises}
    return [by_name[day.isoformat()] for day in days]


def test_this_week_goes_on_over_new_year_and_ends_with_its_sunday() -> None:
    thursday = at(date(2026, 12, 31), time(9), "Europe/Berlin")
    assert thursday.isocalendar().week == 53
    found = titles(thursday, date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 4))
    assert found == ["Overdue", "Today", "This week", "Later"]


def test_the_leap_day_is_today_on_itself_and_overdue_the_day_after() -> None:
    leap = date(2028, 2, 29)
    assert titles(at(leap, time(9), "Europe/Berlin"), leap) == ["Today"]
    assert titles(at(date(2028, 3, 1), time(9), "Europe/Berlin"), leap) == ["Overdue"]


@pytest.mark.parametrize("zone", ZONES)
def test_the_daily_list_goes_on_from_one_year_to_the_next(zone: str) -> None:
    rhythm = rhythm_in(zone)
    days = [day for day, _ in digest.next_days(at(date(2026, 12, 30), time(10), zone), rhythm)]
    assert days == [date(2026, 12, 31), date(2027, 1, 1)]
