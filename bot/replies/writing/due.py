"""By when an answer can honestly be promised: within the team's hours, said in the customer's zone."""

from datetime import UTC, datetime, time, timedelta

from bot.calendar.hours import TeamCalendar
from bot.calendar.local import local_instant, zone_named
from bot.calendar.words import MONTHS, WEEKDAYS, clock_in_words, zone_in_words

CALM_LEAD = timedelta(hours=4)
PRESSING_LEAD = timedelta(hours=3)
SAFETY_LEAD = timedelta(hours=1)
FOLLOW_UP_LEAD = timedelta(minutes=30)
"""For somebody who has already waited for our word."""
MORNING_MARGIN = timedelta(hours=1)


def answer_due(now: datetime, calendar: TeamCalendar, lead: timedelta) -> datetime:
    """The next full hour after `lead` (quarter for a short one), if the team still works then; else an hour into its
    next working day."""
    local = now.astimezone(zone_named(calendar.zone))
    opens = local_instant(local.date(), calendar.opens_at, calendar.zone)
    closes = _closing(local, calendar)
    if calendar.is_working_day(local.date()):
        due = _rounded(max(now.astimezone(UTC), opens) + lead, minutes=15 if lead < SAFETY_LEAD else 60)
        if due <= closes:
            return due
    day = calendar.next_working_day(local.date())
    return _rounded(local_instant(day, calendar.opens_at, calendar.zone) + MORNING_MARGIN, minutes=60)


def due_in_words(due: datetime, now: datetime, customer_zone: str, agent_zone: str) -> str:
    """ "by 15:00 today", "by 10:00 on Friday (Lisbon time)": the zone is named when it is not the agent's."""
    zone = zone_named(customer_zone)
    local, today = due.astimezone(zone), now.astimezone(zone).date()
    ahead = (local.date() - today).days
    if ahead in (0, 1):
        day = ("today", "tomorrow")[ahead]
    elif ahead < 7:
        day = f"on {WEEKDAYS[local.weekday()]}"
    else:
        day = f"on {WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    place = f" ({zone_in_words(customer_zone)})" if customer_zone != agent_zone else ""
    return f"by {clock_in_words(local)} {day}{place}"


def _closing(local: datetime, calendar: TeamCalendar) -> datetime:
    return local_instant(
        local.date(), calendar.closes_at if calendar.closes_at != time(0) else time(23, 59), calendar.zone
    )


def _rounded(instant: datetime, *, minutes: int) -> datetime:
    """Up to the next full hour or quarter."""
    cut = instant.replace(minute=instant.minute - instant.minute % minutes, second=0, microsecond=0)
    return cut if cut == instant else cut + timedelta(minutes=minutes)
