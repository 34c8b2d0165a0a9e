"""Three concrete times to choose from when the words name none ("soon", "when I know more")."""

from datetime import date, datetime, time, timedelta

from bot.calendar.hours import TeamCalendar
from bot.calendar.local import local_instant, zone_named
from bot.calendar.words import in_few_words

NOON = time(12, 0)
# Less than this before closing, today is no honest choice.
LAST_CHANCE = timedelta(hours=1)


def concrete_choices(said_at: datetime, zone: str, calendar: TeamCalendar) -> list[tuple[str, datetime]]:
    """Three (label, instant) pairs on working days, soonest first: closing time today if there is time, the next
    working day at noon, then closing times after that."""
    today = said_at.astimezone(zone_named(zone)).date()
    tomorrow = calendar.next_working_day(today)
    later = calendar.next_working_day(tomorrow)
    candidates = [(tomorrow, NOON), (tomorrow, calendar.closes_at), (later, calendar.closes_at)]
    if calendar.is_working_day(today):
        closing = local_instant(today, calendar.closes_at, zone)
        if said_at + LAST_CHANCE <= closing:
            candidates = [(today, calendar.closes_at), (tomorrow, NOON), (later, calendar.closes_at)]
    return [_choice(day, at, zone, said_at) for day, at in candidates]


def _choice(day: date, at: time, zone: str, now: datetime) -> tuple[str, datetime]:
    instant = local_instant(day, at, zone).astimezone(zone_named(zone))
    return in_few_words(instant, zone, now), instant
