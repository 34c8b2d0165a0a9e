"""In every zone and on every day of a year there is exactly one decision about the daily list, one after the other."""

from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest

from tests.promises.zones import all_zones, days_of, decided, distinct_zones

NIGHTS = [time(0), time(2, 15), time(9)]
HALF_HOURS = [time(hour, minute) for hour in range(24) for minute in (0, 30)]


def wrong(zones: list[str], starts_at: time, year: int, expected: list[date]) -> list[str]:
    """The zones in which a day has no decision or two, or in which time does not go on."""
    found = []
    for zone in zones:
        each = decided(zone, starts_at, year)
        in_order = all(before < after for (_, before), (_, after) in pairwise(each))
        if [day for day, _ in each] != expected or not in_order:
            found.append(zone)
    return found


@pytest.mark.parametrize("starts_at", NIGHTS, ids=str)
def test_every_rule_that_some_zone_has_gives_one_decision_a_day(starts_at: time) -> None:
    zones = list(distinct_zones(2026))
    assert len(zones) > 50 and wrong(zones, starts_at, 2026, days_of(2026)) == []


def test_every_zone_there_is_has_one_decision_a_morning() -> None:
    assert wrong(all_zones(), time(9), 2026, days_of(2026)) == []


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Europe/Dublin"])
@pytest.mark.parametrize("year", [2026, 2028])
def test_working_days_have_one_decision_and_other_days_none(zone: str, year: int) -> None:
    week = frozenset({0, 1, 2, 3, 4})
    assert [day for day, _ in decided(zone, time(9), year, week)] == days_of(year, week)


def test_a_leap_year_has_its_day_more() -> None:
    found = [day for day, _ in decided("Europe/Berlin", time(9), 2028)]
    assert len(found) == 366 and date(2028, 2, 29) in found


def test_a_date_that_a_zone_left_out_has_no_decision_and_the_others_have_theirs() -> None:
    """Samoa went from 29 to 31 December 2011."""
    expected = [day for day in days_of(2011) if day != date(2011, 12, 30)]
    assert wrong(["Pacific/Apia"], time(9), 2011, expected) == []


def test_zones_with_other_rules_are_not_taken_for_the_same() -> None:
    found = set(distinct_zones(2026))
    assert len(found & {"Africa/Abidjan", "Australia/Lord_Howe", "Europe/Dublin", "Africa/Casablanca"}) >= 2
    assert len(found) < len(all_zones()) / 2


def test_the_oracle_notices_a_day_that_is_left_out() -> None:
    assert wrong(["Europe/Berlin"], time(9), 2026, days_of(2026)[1:]) == ["Europe/Berlin"]


@pytest.mark.sweep
@pytest.mark.parametrize("year", [2026, 2028])
@pytest.mark.parametrize("starts_at", HALF_HOURS, ids=str)
def test_every_zone_there_is_gives_one_decision_a_day(starts_at: time, year: int) -> None:
    assert wrong(all_zones(), starts_at, year, days_of(year)) == []


def test_the_first_decision_of_the_year_is_the_first_of_january_there() -> None:
    [first, *_] = decided("Pacific/Kiritimati", time(0), 2026)
    assert first == (date(2026, 1, 1), datetime(2025, 12, 31, 10, tzinfo=UTC))
