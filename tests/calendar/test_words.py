"""Instants are shown in the words that people use, in the reader's zone."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.calendar.words import how_late, in_few_words, in_words

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"


@pytest.mark.parametrize(
    ("instant", "zone", "expected"),
    [
        ("2026-11-20T11:00:00+00:00", ZONE, "Friday 20 November, 12:00 (Berlin time)"),
        ("2026-11-20T11:05:00+00:00", "America/New_York", "Friday 20 November, 6:05 (New York time)"),
        ("2027-01-04T22:59:59+00:00", ZONE, "Monday 4 January 2027"),
        ("2026-11-20T11:00:00+00:00", "UTC", "Friday 20 November, 11:00 (UTC)"),
    ],
)
def test_the_full_form_names_day_time_and_zone(instant: str, zone: str, expected: str) -> None:
    assert in_words(datetime.fromisoformat(instant), zone, NOW) == expected


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-11-18T16:00:00+00:00", "today 17:00"),
        ("2026-11-19T08:00:00+00:00", "tomorrow 9:00"),
        ("2026-11-20T11:00:00+00:00", "Friday 12:00"),
        ("2026-11-18T22:59:59+00:00", "today"),
        ("2026-11-17T08:00:00+00:00", "yesterday 9:00"),
        ("2026-11-25T08:00:00+00:00", "Wednesday 25 November 9:00"),
    ],
)
def test_the_short_form_leaves_out_what_is_near(instant: str, expected: str) -> None:
    assert in_few_words(datetime.fromisoformat(instant), ZONE, NOW) == expected


@pytest.mark.parametrize(
    ("late_by", "expected"),
    [
        (timedelta(seconds=-70), "not late"),
        (timedelta(seconds=30), "due now"),
        (timedelta(minutes=1), "1 minute late"),
        (timedelta(hours=2, minutes=40), "2 hours late"),
        (timedelta(days=3), "3 days late"),
    ],
)
def test_lateness_is_told_in_its_largest_unit(late_by: timedelta, expected: str) -> None:
    assert how_late(NOW, NOW + late_by) == expected
