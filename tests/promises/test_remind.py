"""The plan of reminders fits the promise's length and its owner's hours, and late stages are never doubled."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.hours import TeamCalendar
from bot.promises import remind
from bot.promises.remind import Deadline, Stage
from bot.promises.rhythm import Rhythm

ZONE = "Europe/Berlin"
RHYTHM = Rhythm(ZONE, time(9), TeamCalendar(zone=ZONE))


def local(day: int, hour: int, minute: int = 0, second: int = 0, zone: str = ZONE) -> datetime:
    """18 November 2026 is a Wednesday."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def whole_day(day: int, zone: str = ZONE) -> datetime:
    return local(day, 23, 59, 59, zone)


def planned(dated_at: datetime, due_at: datetime, rhythm: Rhythm = RHYTHM, zone: str = ZONE) -> dict[str, str]:
    plan = remind.stages(Deadline(dated_at, due_at, zone), rhythm)
    return {stage: at.astimezone(ZoneInfo(rhythm.zone)).strftime("%a %H:%M") for stage, at in plan.items()}


def test_a_promise_of_two_days_is_spoken_of_four_times() -> None:
    assert planned(local(18, 10, 30), local(20, 12)) == {
        "nudge": "Fri 10:00",
        "due": "Fri 12:00",
        "overdue": "Fri 13:00",
        "lead": "Fri 16:00",
    }


def test_the_nudge_comes_a_quarter_of_the_length_before() -> None:
    assert planned(local(18, 10), local(18, 14))["nudge"] == "Wed 13:00"


def test_a_long_promise_is_nudged_a_day_before() -> None:
    assert planned(local(2, 10), local(20, 15))["nudge"] == "Thu 15:00"


def test_a_promise_shorter_than_half_an_hour_has_no_nudge() -> None:
    assert "nudge" not in planned(local(18, 10), local(18, 10, 29))
    assert planned(local(18, 10), local(18, 10, 30))["nudge"] == "Wed 10:15"


def test_a_nudge_never_comes_in_the_quiet_hours() -> None:
    for hour in range(24):
        for length_h in (1, 3, 9, 30, 60, 200):
            due = local(16, hour) + timedelta(hours=length_h)
            nudge = remind.stages(Deadline(local(16, hour), due, ZONE), RHYTHM).get(Stage.NUDGE)
            assert nudge is None or (RHYTHM.working_day_at(nudge) is not None and nudge < due)


def test_for_an_early_morning_the_nudge_comes_the_working_evening_before() -> None:
    assert planned(local(19, 10), local(23, 8, 30))["nudge"] == "Fri 16:00"


def test_the_reminder_at_the_minute_comes_even_at_night() -> None:
    assert planned(local(18, 16), local(18, 23, 15))["due"] == "Wed 23:15"


def test_a_whole_day_is_due_before_the_owner_goes_home_and_not_at_midnight() -> None:
    plan = planned(local(18, 10, 30), whole_day(20))
    assert plan["due"] == "Fri 16:00"
    assert plan["overdue"] == "Mon 09:00"
    assert plan["lead"] == "Mon 13:00"


def test_today_promised_in_the_last_hour_is_due_at_closing_time() -> None:
    assert planned(local(18, 16, 20), whole_day(18))["due"] == "Wed 17:00"


def test_the_customers_day_may_end_before_the_owners_begins() -> None:
    west = Rhythm("America/Los_Angeles", time(9), TeamCalendar(zone="America/Los_Angeles"))
    plan = planned(local(17, 10), whole_day(20, "Australia/Sydney"), west, "Australia/Sydney")
    assert plan["due"] == "Thu 16:00"


def test_overdue_waits_for_the_morning_when_the_owner_went_home() -> None:
    assert planned(local(18, 10), local(18, 18, 30))["overdue"] == "Thu 09:00"
    assert planned(local(20, 10), local(20, 16, 30))["overdue"] == "Fri 17:00"


def test_the_leads_grace_counts_working_time_only() -> None:
    assert planned(local(20, 9), local(20, 15))["lead"] == "Mon 11:00"


def test_a_holiday_counts_as_quiet() -> None:
    german = replace(RHYTHM, calendar=replace(RHYTHM.calendar, country="DE"))
    due = datetime(2026, 12, 24, 23, 59, 59, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    plan = remind.stages(Deadline(local(18, 9), due, ZONE), german)
    assert plan[Stage.OVERDUE].astimezone(ZoneInfo(ZONE)).date() == date(2026, 12, 28)


def test_stages_come_in_their_order() -> None:
    for hour in range(24):
        for length_min in (5, 40, 300, 2000, 9000):
            due = local(17, hour) + timedelta(minutes=length_min)
            plan = remind.stages(Deadline(local(17, hour), due, ZONE), RHYTHM)
            order = [plan[stage] for stage in (*remind.OWNER_STAGES, Stage.LEAD) if stage in plan]
            assert order == sorted(order)


def test_when_several_stages_are_late_only_the_newest_is_said() -> None:
    plan = remind.stages(Deadline(local(18, 10), local(18, 14), ZONE), RHYTHM)
    assert remind.stage_to_say(plan, local(18, 13, 30), None) is Stage.NUDGE
    assert remind.stage_to_say(plan, local(21, 9), None) is Stage.OVERDUE
    assert remind.covered(plan, None, Stage.OVERDUE) == [Stage.NUDGE, Stage.DUE]


def test_what_was_said_is_not_said_again() -> None:
    plan = remind.stages(Deadline(local(18, 10), local(18, 14), ZONE), RHYTHM)
    assert remind.stage_to_say(plan, local(18, 14), Stage.DUE) is None
    assert remind.stage_to_say(plan, local(18, 16), Stage.DUE) is Stage.OVERDUE


def test_a_timer_that_fires_counts_even_if_the_hours_changed_since() -> None:
    plan = remind.stages(Deadline(local(18, 10), local(18, 14), ZONE), RHYTHM)
    assert remind.stage_to_say(plan, local(18, 12), None, Stage.OVERDUE) is Stage.OVERDUE


def test_a_mark_of_an_older_date_counts_for_nothing() -> None:
    told = remind.told_mark(1, Stage.OVERDUE)
    assert remind.told_stage(told, 1) is Stage.OVERDUE
    assert remind.told_stage(told, 2) is None
    assert remind.told_stage("", 0) is None


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2026, 3, 28)),
        ("America/New_York", date(2026, 3, 7)),
        ("Australia/Lord_Howe", date(2026, 10, 3)),
        ("America/Santiago", date(2026, 9, 5)),
        ("Europe/Dublin", date(2026, 10, 24)),
    ],
)
def test_a_promise_across_a_change_of_the_clocks_keeps_its_order(zone: str, day: date) -> None:
    rhythm = Rhythm(zone, time(9), TeamCalendar(zone=zone, workdays=frozenset(range(7))))
    said = datetime.combine(day, time(15), ZoneInfo(zone)).astimezone(UTC)
    due = datetime.combine(day + timedelta(days=1), time(12), ZoneInfo(zone)).astimezone(UTC)
    plan = remind.stages(Deadline(said, due, zone), rhythm)
    assert said < plan[Stage.NUDGE] < plan[Stage.DUE] == due < plan[Stage.OVERDUE] < plan[Stage.LEAD]
    assert plan[Stage.OVERDUE] - due == timedelta(hours=1)
