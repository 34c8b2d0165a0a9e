"""A person's own working day as promises need it: when it starts, what counts as quiet, how long a grace is."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.calendar.hours import LONGEST_CLOSURE_DAYS, ONE_DAY, TeamCalendar
from bot.calendar.local import has_day, local_instant, next_local, zone_named
from bot.calendar.words import END_OF_DAY
from bot.workspace_settings import calendar_of, own_day, settings_of
from storage.people import Person
from storage.workspaces import Workspace

NIGHT_SHIFT = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`calendar` holds the team's hours and holidays with this person's own working days; `zone` is theirs."""

    zone: str
    starts_at: time
    calendar: TeamCalendar
    grace: timedelta = timedelta(hours=4)

    def local_date(self, at: datetime) -> date:
        return at.astimezone(zone_named(self.zone)).date()

    def start_of(self, day: date) -> datetime:
        return local_instant(day, self.starts_at, self.zone)

    def end_of(self, day: date) -> datetime:
        """The end of the working day that starts on `day`; a day that starts after closing time lasts eight hours."""
        if self.starts_at < self.calendar.closes_at:
            return local_instant(day, self.calendar.closes_at, self.zone)
        return self.start_of(day) + NIGHT_SHIFT

    def is_working_day(self, day: date) -> bool:
        return self.calendar.is_working_day(day) and has_day(day, self.zone)

    def end_of_day(self, day: date) -> datetime:
        """The last second of the day, which stands for the day itself in words."""
        return local_instant(day, END_OF_DAY, self.zone)

    def working_day_at(self, at: datetime) -> date | None:
        """The working day that is going on at this instant; None in the quiet hours."""
        today = self.local_date(at)
        for day in (today, today - ONE_DAY):
            if self.start_of(day) <= at < self.end_of(day) and self.is_working_day(day):
                return day
        return None

    def is_away(self, at: datetime) -> bool:
        """True until the day before the first day back."""
        back_on = self.calendar.closed_before
        return back_on is not None and self.local_date(at) < back_on

    def next_start(self, after: datetime) -> datetime:
        """The first start of a working day strictly after this instant."""
        return next_local(after, self.starts_at, self.zone, self.calendar)

    def last_working_day_before(self, day: date) -> date:
        for back in range(1, LONGEST_CLOSURE_DAYS + 1):
            if self.calendar.is_working_day(day - back * ONE_DAY):
                return day - back * ONE_DAY
        return day - ONE_DAY

    def after_working(self, start: datetime, length: timedelta) -> datetime:
        """The instant at which `length` of working time has passed since `start`."""
        day = self.local_date(start) - ONE_DAY
        left = length
        for _ in range(LONGEST_CLOSURE_DAYS):
            if self.calendar.is_working_day(day) and self.end_of(day) > start:
                begin = max(start, self.start_of(day))
                if begin + left <= self.end_of(day):
                    return begin + left
                left -= self.end_of(day) - begin
            day += ONE_DAY
        return start + length


def rhythm_of(person: Person, workspace: Workspace | None) -> Rhythm:
    """What the person chose for themselves, else what the workspace does."""
    own = own_day(person, workspace)
    calendar = replace(calendar_of(workspace), zone=own.zone, workdays=own.workdays, closed_before=own.back_on)
    return Rhythm(own.zone, own.starts_at, calendar, timedelta(minutes=settings_of(workspace).grace_minutes))
