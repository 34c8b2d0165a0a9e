"""What of the customer's record bears on the matter: at most two touches, true, and named with where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.calendar.local import zone_named
from bot.calendar.words import MONTHS, WEEKDAYS
from bot.replies.finding.terms import terms
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.situations import Situation

_I = re.IGNORECASE
_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_WENT_WRONG = re.compile(
    r"\b(?:cancelled|missed|fault|again|second|third|late|broke\w*|complaint|lost|damaged|wrong|told|estimated|"
    r"not corrected|"
    r"no heating|failed|failure|chipped|waiting|contact|sent photo|never|delayed|overdue)\b",
    _I,
)
_RINGING = re.compile(r"\b(?:ring|rings|call|calls|phone|phones|telephone)\b", _I)
_MEETING = re.compile(r"\b(?:date|appointment|visit|fitting|booked|examination|collection|service|session)\b", _I)
MOST_DAYS_AHEAD = 60
_PREFERS_SHORT = re.compile(r"\bshort\b", _I)


@dataclass(frozen=True, slots=True)
class Touches:
    """`past` are the days on which the same trouble happened before, `ahead` the next date with this customer."""

    past: tuple[date, ...] = ()
    ahead: date | None = None
    writes_only: bool = False
    """They want messages and this matter speaks of ringing."""
    likes_short: bool = False
    sources: tuple[str, ...] = ()


def touches_of(brief: DraftBrief, situations: Sequence[Situation], due_at: datetime) -> Touches:
    record = brief.record
    if record is None:
        return Touches()
    today = brief.now.astimezone(zone_named(brief.customer_zone)).date()
    said = set(terms(brief.reading.text))
    is_ours = any(one.is_ours for one in situations)
    items = [*record.history, *record.open_matters]
    troubles = [item for item in items if _WENT_WRONG.search(item) and len(said & set(terms(item))) >= 1]
    past = sorted({day for item in troubles for day in _days(item) if day <= today}) if is_ours else []
    dated = [item for item in record.open_matters if _MEETING.search(item) and said & set(terms(_DAY.sub("", item)))]
    ahead = sorted({day for item in dated for day in _days(item) if 0 < (day - today).days <= MOST_DAYS_AHEAD})
    is_before = bool(ahead) and due_at.astimezone(zone_named(brief.customer_zone)).date() < ahead[0]
    return Touches(
        past=tuple(past[-3:]),
        ahead=ahead[0] if is_before else None,
        writes_only=record.wants_messages_only and bool(_RINGING.search(brief.reading.text)),
        likes_short=any(_PREFERS_SHORT.search(wish) for wish in record.preferences),
        sources=tuple(f"customer record, {day.isoformat()}" for day in past[-3:]),
    )


def in_words(days: Sequence[date]) -> str:
    """ "27 October and 10 November"."""
    named = [f"{day.day} {MONTHS[day.month - 1]}" for day in days]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def day_in_words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _days(item: str) -> list[date]:
    found = []
    for written in _DAY.findall(item):
        try:
            found.append(date.fromisoformat(written))
        except ValueError:
            continue  # Not a day of the calendar, so it says nothing.
    return found
