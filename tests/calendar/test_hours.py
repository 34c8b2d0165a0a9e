"""Working days skip weekends and the holidays of the team's country."""

from datetime import date

import pytest

from bot.calendar.hours import TeamCalendar

PLAIN = TeamCalendar(zone="Europe/Berlin")
GERMAN = TeamCalendar(zone="Europe/Berlin", country="DE")


def test_a_plain_calendar_works_monday_to_friday() -> None:
    assert [PLAIN.is_working_day(date(2026, 11, 16 + ahead)) for ahead in range(7)] == [True] * 5 + [False] * 2


def test_a_holiday_is_no_working_day() -> None:
    assert PLAIN.is_working_day(date(2026, 12, 25))
    assert not GERMAN.is_working_day(date(2026, 12, 25))


def test_an_unknown_country_has_no_holidays() -> None:
    assert TeamCalendar(zone="UTC", country="??").is_working_day(date(2026, 12, 25))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 18), 0, date(2026, 11, 18)),
        (date(2026, 11, 18), 3, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
    ],
)
def test_business_days_are_counted_from_the_day_after(start: date, count: int, end: date) -> None:
    assert PLAIN.add_business_days(start, count) == end


def test_a_team_without_working_days_still_gets_an_answer() -> None:
    closed = TeamCalendar(zone="UTC", workdays=frozenset())
    assert closed.next_working_day(date(2026, 11, 18)) == date(2026, 11, 19)


def test_a_sunday_to_thursday_week_ends_on_thursday() -> None:
    assert TeamCalendar(zone="Asia/Riyadh", workdays=frozenset({6, 0, 1, 2, 3})).last_workday == 3
