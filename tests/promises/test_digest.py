"""The daily reminder: one decision on each person's working day, and every promise under the right heading."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.promises import digest
from bot.promises.rhythm import Rhythm
from storage.promises import Promise

ZONE = "Europe/Berlin"
RHYTHM = Rhythm(ZONE, time(9), TeamCalendar(zone=ZONE))


def local(day: int, hour: int, minute: int = 0, zone: str = ZONE) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def promise(name: str, due_at: datetime | None, zone: str = ZONE) -> Promise:
    return Promise(
        workspace_id="T0",
        promise_id=name,
        owner_id="U0",
        channel_id="C0",
        thread_id="m0",
        message_id="m1",
        quote=name,
        made_at=local(17, 9),
        state="open",
        due_at=due_at,
        due_zone=zone,
        due_version=1,
    )


def titled(*found: Promise, now: datetime, rhythm: Rhythm = RHYTHM) -> dict[str, list[str]]:
    listed = digest.sections(found, rhythm, now)
    return {section.title: [one.promise_id for one in section.promises] for section in listed.sections}


def test_each_promise_stands_under_its_heading_soonest_first() -> None:
    now = local(18, 9)
    found = titled(
        promise("someday", None),
        promise("sunday", local(22, 18)),
        promise("monday", local(23, 9)),
        promise("evening", local(18, 18)),
        promise("noon", local(18, 12)),
        promise("yesterday", local(17, 12)),
        now=now,
    )
    assert found == {
        "Overdue": ["yesterday"],
        "Today": ["noon", "evening"],
        "This week": ["sunday"],
        "Later": ["monday"],
        "No date yet": ["someday"],
    }


def test_a_customers_day_that_ends_at_our_night_is_todays_work() -> None:
    west = Rhythm("America/Los_Angeles", time(9), TeamCalendar(zone="America/Los_Angeles"))
    friday_in_sydney = datetime(2026, 11, 20, 23, 59, 59, tzinfo=ZoneInfo("Australia/Sydney")).astimezone(UTC)
    found = titled(
        promise("post", friday_in_sydney, "Australia/Sydney"), now=local(19, 9, zone="America/Los_Angeles"), rhythm=west
    )
    assert found == {"Today": ["post"]}


def test_more_than_ten_are_counted_and_not_lost() -> None:
    listed = digest.sections(
        [promise(f"p{n}", local(18, 10) + timedelta(hours=n)) for n in range(12)], RHYTHM, local(18, 9)
    )
    assert sum(len(section.promises) for section in listed.sections) == 10
    assert listed.more == 2


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (18, 9, 18),  # On time.
        (18, 15, 18),  # Late, but still that working day.
        (18, 20, None),  # The evening waits for the morning.
        (19, 8, None),  # The morning's own comes in an hour.
        (21, 11, None),  # Saturday waits for Monday.
    ],
)
def test_a_late_digest_comes_in_the_same_working_day_or_waits(day: int, hour: int, expected: int | None) -> None:
    found = digest.day_of(local(day, hour), RHYTHM)
    assert found == (date(2026, 11, expected) if expected else None)


def test_a_night_shift_has_its_digest_on_the_day_it_began() -> None:
    night = Rhythm(ZONE, time(22), TeamCalendar(zone=ZONE))
    assert digest.day_of(local(19, 3), night) == date(2026, 11, 18)


def test_the_next_dates_skip_what_is_decided() -> None:
    days = [day for day, _ in digest.next_days(local(18, 10), RHYTHM, later_than=date(2026, 11, 19))]
    assert days == [date(2026, 11, 20), date(2026, 11, 23)]


ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Asia/Kolkata",
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("starts_at", [time(9), time(0), time(2, 15)])
def test_there_is_exactly_one_decision_for_each_local_day_of_a_year(zone: str, starts_at: time) -> None:
    rhythm = Rhythm(zone, starts_at, TeamCalendar(zone=zone, workdays=frozenset(range(7))))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    planned = date(2025, 12, 31)
    decided: list[date] = []
    instants: list[datetime] = []
    while len(decided) < 366:
        day, at = digest.next_days(at, rhythm, later_than=planned)[0]
        sent_for = digest.day_of(at, rhythm)
        assert sent_for == day
        decided.append(day)
        instants.append(at)
        planned = day
    assert decided == [decided[0] + timedelta(days=n) for n in range(366)]
    assert all(before < after for before, after in pairwise(instants))


def test_good_news_counts_from_the_working_day_before() -> None:
    assert digest.good_news_since(local(23, 9), RHYTHM) == local(20, 9)
