"""A local clock time is one instant on each day, also on the days when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.calendar.local import local_instant, next_local

GAPS = [
    ("America/New_York", date(2026, 3, 8), time(2, 30), "2026-03-08T03:00:00-04:00"),
    ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T03:00:00+02:00"),
    ("Europe/Dublin", date(2026, 3, 29), time(1, 30), "2026-03-29T02:00:00+01:00"),
    ("Australia/Sydney", date(2026, 10, 4), time(2, 30), "2026-10-04T03:00:00+11:00"),
    ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-04T02:30:00+11:00"),
    ("America/Santiago", date(2026, 9, 6), time(0, 30), "2026-09-06T01:00:00-03:00"),
]
FOLDS = [
    ("America/New_York", date(2026, 11, 1), time(1, 30), "2026-11-01T01:30:00-04:00"),
    ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T02:30:00+02:00"),
    ("Europe/Dublin", date(2026, 10, 25), time(1, 30), "2026-10-25T01:30:00+01:00"),
    ("Australia/Sydney", date(2026, 4, 5), time(2, 30), "2026-04-05T02:30:00+11:00"),
    ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-05T01:45:00+11:00"),
    ("America/Santiago", date(2026, 4, 4), time(23, 30), "2026-04-04T23:30:00-03:00"),
]


@pytest.mark.parametrize(("zone", "day", "at", "expected"), GAPS)
def test_a_skipped_time_is_the_first_valid_instant_after(zone: str, day: date, at: time, expected: str) -> None:
    instant = local_instant(day, at, zone)
    assert instant.tzinfo is UTC
    assert instant.astimezone(ZoneInfo(zone)).isoformat() == expected


@pytest.mark.parametrize(("zone", "day", "at", "expected"), FOLDS)
def test_a_repeated_time_is_its_first_occurrence(zone: str, day: date, at: time, expected: str) -> None:
    assert local_instant(day, at, zone) == datetime.fromisoformat(expected)


def test_the_next_local_instant_is_strictly_later_and_on_a_working_day() -> None:
    calendar = TeamCalendar(zone="Europe/Berlin")
    friday_nine = local_instant(date(2026, 11, 20), time(9, 0), "Europe/Berlin")
    assert next_local(friday_nine, time(9, 0), "Europe/Berlin", calendar).isoformat() == "2026-11-23T08:00:00+00:00"
    just_before = friday_nine - timedelta(seconds=1)
    assert next_local(just_before, time(9, 0), "Europe/Berlin", calendar) == friday_nine


@pytest.mark.parametrize("zone", sorted({zone for zone, *_ in GAPS}))
@pytest.mark.parametrize("at", [time(0, 30), time(1, 30), time(2, 15), time(9, 0)])
def test_a_year_of_local_instants_has_one_a_day_in_rising_order(zone: str, at: time) -> None:
    calendar = TeamCalendar(zone=zone, workdays=frozenset(range(7)))
    instant = local_instant(date(2025, 12, 31), at, zone)
    days = []
    for _ in range(365):
        following = next_local(instant, at, zone, calendar)
        assert following > instant
        instant = following
        days.append(instant.astimezone(ZoneInfo(zone)).date())
    assert days == [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(365)]
