"""Can a date that a draft promises stand? Outside the team's hours, on a day off or on a full day it says so, with one
that can."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.calendar.dates import DuePhrase, find_due
from bot.calendar.hours import ONE_DAY, TeamCalendar
from bot.calendar.local import local_instant, zone_named
from bot.calendar.words import END_OF_DAY, clock_in_words, in_words, zone_in_words
from bot.replies.findings import Remark

FULL_DAY = 8
"""So many promises of one agent for one day leave no time for another."""
INTO_THE_DAY = timedelta(hours=1)
RULE = "S10"
_WE_WILL = re.compile(
    r"\b(?:(?:i|we)(?:['’]ll| will| shall)|you['’]?(?:ll| will) (?:hear|have|get|receive))\b(?! (?:be open|see you))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?=\d)[^.!?\n]*)*[.!?\n]?")


def dates_in_doubt(
    text: str, now: datetime, zone: str, calendar: TeamCalendar, load: Mapping[date, int]
) -> Sequence[Remark]:
    """One remark for each promised date that can't stand well. `zone` is the writer's, `load` how many promises they
    have for each day already."""
    return [
        Remark(RULE, phrase.text, why, _said(_better(phrase.due_at, calendar, load), now, calendar.zone))
        for phrase in _promised(text, now, zone, calendar)
        if phrase.due_at is not None and (why := _why_not(phrase.due_at, now, calendar, load))
    ]


def _promised(text: str, now: datetime, zone: str, calendar: TeamCalendar) -> Iterator[DuePhrase]:
    """Clear dates ahead, in sentences that say what we will do."""
    spans = [found.span() for found in _SENTENCE.finditer(text) if _WE_WILL.search(found[0])]
    for phrase in find_due(text, said_at=now, zone=zone, calendar=calendar) if spans else ():
        is_ours = any(start <= phrase.start < end for start, end in spans)
        if is_ours and phrase.due_at is not None and phrase.due_at > now and not phrase.is_ambiguous:
            yield phrase


def _why_not(due: datetime, now: datetime, calendar: TeamCalendar, load: Mapping[date, int]) -> str:
    """Empty for a date that can stand."""
    local = due.astimezone(zone_named(calendar.zone))
    day = _said(local.replace(hour=23, minute=59, second=59, microsecond=0), now, calendar.zone)
    if not calendar.is_working_day(local.date()):
        return f"Your team doesn't work on {day}."
    if local.time() != END_OF_DAY and not calendar.opens_at <= local.time() <= calendar.closes_at:
        hours = f"{calendar.opens_at:%H:%M} to {calendar.closes_at:%H:%M}"
        return f"{clock_in_words(local)} is outside your team's hours, {hours} ({zone_in_words(calendar.zone)})."
    if (count := load.get(local.date(), 0)) >= FULL_DAY:
        return f"You have {count} promises for {day} already."
    return ""


def _better(due: datetime, calendar: TeamCalendar, load: Mapping[date, int]) -> datetime:
    """The first moment from there on at which the team works and the day is not full."""
    local = due.astimezone(zone_named(calendar.zone))
    clock, day = local.time(), local.date()
    is_whole_day = clock == END_OF_DAY
    if not is_whole_day and clock > calendar.closes_at:
        day += ONE_DAY
    while not calendar.is_working_day(day) or load.get(day, 0) >= FULL_DAY:
        if day > local.date() + 30 * ONE_DAY:
            break
        day += ONE_DAY
    if is_whole_day or calendar.opens_at <= clock <= calendar.closes_at:
        return local_instant(day, clock, calendar.zone)
    return local_instant(day, calendar.opens_at, calendar.zone) + INTO_THE_DAY


def _said(at: datetime, now: datetime, zone: str) -> str:
    return in_words(at, zone, now)
