"""Whether words name a time: a day or an hour that can be kept, or only "soon"."""

import re
from datetime import UTC, datetime
from functools import lru_cache

from bot.calendar.dates import find_due
from bot.calendar.hours import TeamCalendar

_ANY_MOMENT = datetime(2026, 11, 18, 10, 30, tzinfo=UTC)
"""Only whether a time is named counts here, never which instant it is, so that any moment serves."""
_CALENDAR = TeamCalendar("UTC")
_ALSO_NAMED = re.compile(
    r"\b(?:the same (?:day|hour|evening|morning|afternoon)|this (?:minute|very minute|instant)|at once|"
    "straight ?away|immediately|(?:the )?(?:day|evening|week|night) before|that (?:day|evening|morning|afternoon)|"
    "the (?:next|following) (?:day|morning|week)|"
    r"every (?:day|morning|hour|\d+ \w+)|(?:\d+|two|three|ten|five) (?:minutes|hours|days)|"
    r"in (?:a|one|two|five|ten) minutes?|within the (?:hour|minute)|"
    r"(?:an?|one|two|three|half an|\d+|a (?:few|quarter of an)) (?:hours?|minutes?|days?|weeks?) (?:before|after|"
    r"ahead|earlier|"
    r"later)|overnight|today|at \d{1,2}(?:[.:]\d\d)?|half past \w+)\b",
    re.IGNORECASE,
)
_ALSO_VAGUE = re.compile(
    r"\b(?:(?<!as )soon(?:est)?|shortly|asap|as soon as (?:possible|we can|i can|we know|i know|we have|i have "
    "(?:news|more)|"
    "there(?:'s| is))|in due (?:course|time)|in good time|when the time comes|at some (?:point|stage)|in (?:a|the "
    "near) (?:while|future)|sometime|"
    "some ?day|"
    r"one of these days|when (?:we|i) (?:can|get (?:a chance|round to it))|when (?:possible|time allows)|"
    r"any (?:day|time|moment|minute) now|in no time|before (?:too|very) long|in the next while|quickly|in the meantime|"
    r"at (?:our|the) earliest (?:convenience)?|eventually|later on|before long|in the coming (?:days|weeks)|"
    r"over the (?:coming|next) (?:days|weeks)|as (?:quickly|fast) as (?:possible|we can|i can))\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![\w.:,/-])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?|h\b|o'clock\b)?"
    r"(?![\d/%-]|[.,:]\d)",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def names_a_time(text: str) -> bool:
    """A day, an hour or a length that could be put in a diary."""
    if _ALSO_NAMED.search(text):
        return True
    phrases = find_due(text, said_at=_ANY_MOMENT, zone="UTC", calendar=_CALENDAR)
    return any(phrase.precision != "vague" for phrase in phrases)


def is_vague_about_time(text: str) -> bool:
    return bool(_ALSO_VAGUE.search(text))


def place_of_vagueness(text: str) -> re.Match[str] | None:
    """Where "soon" and its like stand, for a rewording that puts a day in their place."""
    return _ALSO_VAGUE.search(text)
