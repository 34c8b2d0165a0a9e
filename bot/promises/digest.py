"""What the daily reminder says and on which days it comes: pure, from promises, a person's rhythm and the time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.calendar.hours import ONE_DAY
from bot.promises.remind import is_whole_day
from bot.promises.rhythm import Rhythm
from storage.promises import Promise

LATEST = timedelta(hours=10)
"""A digest that is later than this after the day's start waits for the next one."""
MOST_LINES = 10
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    promises: Sequence[Promise]


@dataclass(frozen=True, slots=True)
class Listed:
    """Sections with at most `MOST_LINES` promises together; `more` counts those that did not fit."""

    sections: Sequence[Section] = field(default_factory=list)
    more: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.sections


def day_of(at: datetime, rhythm: Rhythm) -> date | None:
    """The working day whose digest may be sent at this instant; None when it should wait for the next start.

    A digest after downtime comes in the same working day or not at all, so two never come on one morning.
    """
    today = rhythm.local_date(at)
    for day in (today, today - ONE_DAY):
        if rhythm.start_of(day) <= at < rhythm.start_of(day) + LATEST and rhythm.is_working_day(day):
            return day
    return None


def next_days(after: datetime, rhythm: Rhythm, *, later_than: date | None = None) -> list[tuple[date, datetime]]:
    """The next two (local date, instant) at which a digest is decided.

    Two, since the nearest date may be spent already when somebody moves the start of their day; `later_than`
    skips dates that are decided.
    """
    found: list[tuple[date, datetime]] = []
    at = after
    while len(found) < 2:
        at = rhythm.next_start(at)
        day = rhythm.local_date(at)
        is_new = not found or day > found[-1][0]
        if is_new and (later_than is None or day > later_than):
            found.append((day, at))
    return found


def sections(promises: Sequence[Promise], rhythm: Rhythm, now: datetime, *, most: int = MOST_LINES) -> Listed:
    """The person's open promises under "Overdue", "Today", "This week", "Later" and "No date yet", soonest first."""
    titles = ("Overdue", "Today", "This week", "Later", "No date yet")
    groups: dict[str, list[Promise]] = {title: [] for title in titles}
    ordered = sorted(promises, key=lambda p: (p.due_at is None, p.due_at or p.made_at, p.made_at))
    for promise in ordered[:most]:
        groups[_title(promise, rhythm, now)].append(promise)
    shown = [Section(title, group) for title, group in groups.items() if group]
    return Listed(shown, more=max(len(ordered) - most, 0))


def _title(promise: Promise, rhythm: Rhythm, now: datetime) -> str:
    if promise.due_at is None:
        return "No date yet"
    if promise.due_at < now:
        return "Overdue"
    today, day = rhythm.local_date(now), _day_to_do_it(promise.due_at, promise.due_zone, rhythm)
    if day <= today:
        return "Today"
    return "This week" if day <= today + (SUNDAY - today.weekday()) * ONE_DAY else "Later"


def _day_to_do_it(due_at: datetime, zone: str, rhythm: Rhythm) -> date:
    """The owner's own date. A customer's day that ends before the owner's begins has to be done the day before."""
    day = rhythm.local_date(due_at)
    return day - ONE_DAY if is_whole_day(due_at, zone) and due_at < rhythm.start_of(day) else day


def good_news_since(now: datetime, rhythm: Rhythm) -> datetime:
    """The start of the working day before today's: what was kept since then is news."""
    return rhythm.start_of(rhythm.last_working_day_before(rhythm.local_date(now)))
