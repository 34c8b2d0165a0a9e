"""Instants in the words that people use, always in the reader's zone."""

from datetime import UTC, date, datetime, time, timedelta

from bot.calendar.local import zone_named

END_OF_DAY = time(23, 59, 59)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NEAR_DAYS = 6


def in_words(instant: datetime, zone: str, now: datetime) -> str:
    """The full form: "Friday 20 November, 12:00 (Berlin time)"; the day only when the whole day is meant."""
    local = instant.astimezone(zone_named(zone))
    day = _full_day(local.date(), now.astimezone(zone_named(zone)).date())
    if local.time() == END_OF_DAY:
        return day
    return f"{day}, {clock_in_words(local)} ({zone_in_words(zone)})"


def in_few_words(instant: datetime, zone: str, now: datetime) -> str:
    """The short form: "today 17:00", "tomorrow 9:00", "Friday 12:00"; further off with its date, never the zone."""
    local = instant.astimezone(zone_named(zone))
    day = _near_day(local.date(), now.astimezone(zone_named(zone)).date())
    return day if local.time() == END_OF_DAY else f"{day} {clock_in_words(local)}"


def clock_in_words(local: datetime) -> str:
    return f"{local.hour}:{local.minute:02d}"


def zone_in_words(zone: str) -> str:
    """ "Europe/Berlin" is "Berlin time"; a zone without a city keeps its name."""
    city = zone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{city} time" if "/" in zone and not zone.startswith("Etc/") else city


def how_late(due: datetime, now: datetime) -> str:
    """How long ago `due` passed, in the largest whole unit: "5 minutes late", "2 hours late", "3 days late"."""
    minutes = int((now.astimezone(UTC) - due.astimezone(UTC)).total_seconds() // 60)
    if minutes < 0:
        return "not late"
    for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'' if count == 1 else 's'} late"
    return "due now"


def _near_day(day: date, today: date) -> str:
    ahead = (day - today).days
    if ahead in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[ahead + 1]
    if timedelta(0) < day - today <= timedelta(days=NEAR_DAYS):
        return WEEKDAYS[day.weekday()]
    return _full_day(day, today)


def _full_day(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"
