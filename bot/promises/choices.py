"""The concrete dates a card offers when the words name none, or one that can be read in two ways."""

import re
from datetime import date, datetime, timedelta

from bot.calendar.dates import concrete_choices
from bot.calendar.local import local_instant, zone_named
from bot.calendar.words import in_words
from bot.promises.reading import AMBIGUOUS
from bot.promises.rhythm import Rhythm
from storage.promises import Promise

Choices = list[tuple[str, datetime]]
_WEEK = timedelta(days=7)
_SLASHED = re.compile(r"\d{1,2}[/.]\d{1,2}")


def date_choices(promise: Promise, rhythm: Rhythm, now: datetime) -> Choices:
    """Three concrete dates for "soon"; the two readings of an ambiguous date; none for a date that is clear."""
    if promise.due_at is None:
        return concrete_choices(now, rhythm.zone, rhythm.calendar)
    if promise.due_precision != AMBIGUOUS:
        return []
    other = _other_reading(promise.due_at, promise.due_zone, promise.due_phrase, now)
    dates = sorted({promise.due_at, other} if other is not None else {promise.due_at})
    return [(in_words(at, promise.due_zone, now), at) for at in dates]


def _other_reading(due_at: datetime, zone: str, phrase: str, now: datetime) -> datetime | None:
    """The other way round for 03/04; for a weekday the week before, or after when that is past."""
    local = due_at.astimezone(zone_named(zone))
    if _SLASHED.search(phrase):
        day = _swapped(local.date())
    else:
        is_ahead = due_at - _WEEK > now
        day = local.date() - _WEEK if is_ahead else local.date() + _WEEK
    found = local_instant(day, local.time(), zone) if day is not None else None
    return found if found is not None and found > now else None


def _swapped(day: date) -> date | None:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None
