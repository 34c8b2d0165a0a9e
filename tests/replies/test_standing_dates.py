"""Before a date is promised, the check says when it can't stand, and names one that can."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.replies.findings import Remark
from bot.replies.standing_dates import FULL_DAY, RULE, dates_in_doubt

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 18, 10, 30, tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)
"""A Wednesday."""
CALENDAR = TeamCalendar(BERLIN, country="DE")
FRIDAY = date(2026, 11, 20)


def found(text: str, load: dict[date, int] | None = None, now: datetime = NOW) -> list[Remark]:
    return list(dates_in_doubt(text, now, BERLIN, CALENDAR, load or {}))


def test_a_day_off_is_named_with_the_next_working_day() -> None:
    [remark] = found("Hi Annelie, I'll call you on Saturday at 10:00. Frieda")
    assert remark == Remark(
        RULE,
        "on Saturday at 10:00",
        "Your team doesn't work on Saturday 21 November.",
        "Monday 23 November, 10:00 (Berlin time)",
    )


def test_a_holiday_is_a_day_off() -> None:
    [remark] = found("We'll write to you on 25 December.")
    assert remark.why == "Your team doesn't work on Friday 25 December."
    assert remark.rewording == "Monday 28 December"


def test_a_time_in_the_evening_is_named_with_the_next_morning() -> None:
    [remark] = found("I'll get back to you by 22:00 today.")
    assert remark.why == "22:00 is outside your team's hours, 09:00 to 17:00 (Berlin time)."
    assert remark.rewording == "Thursday 19 November, 10:00 (Berlin time)"


def test_a_full_day_is_named_with_the_next_that_is_not() -> None:
    [remark] = found("I'll send it by Friday noon.", {FRIDAY: FULL_DAY, date(2026, 11, 23): FULL_DAY})
    assert remark.why == f"You have {FULL_DAY} promises for Friday 20 November already."
    assert remark.rewording == "Tuesday 24 November, 12:00 (Berlin time)"


@pytest.mark.parametrize(
    "text",
    [
        "I'll send it by Friday noon.",
        "I'll send it by the end of the day.",
        "Your parcel was handed over on Saturday at 22:00.",
        "The parade is on Sunday.",
        "I'll send it soon.",
        "We'll be open on Saturday.",
        "Can you come on Saturday?",
        "",
    ],
)
def test_a_date_that_stands_or_is_no_promise_is_left_alone(text: str) -> None:
    assert found(text, {FRIDAY: FULL_DAY - 1}) == []
