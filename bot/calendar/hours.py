"""A team's working days and hours, which decide what "3 business days" and "end of day" mean."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

import holidays

MONDAY_TO_FRIDAY = frozenset({0, 1, 2, 3, 4})
ONE_DAY = timedelta(days=1)
# A calendar without any working day must not make a loop run for ever.
LONGEST_CLOSURE_DAYS = 60


@cache
def _holidays_of(country: str) -> Container[date]:
    """The public holidays of a country by its two-letter code; an unknown code has none."""
    if country not in holidays.list_supported_countries():
        return frozenset()
    return holidays.country_holidays(country)


@dataclass(frozen=True)
class TeamCalendar:
    """Days are numbered as in `date.weekday()`, Monday is 0. `country` is a two-letter code, empty for no holidays."""

    zone: str
    workdays: frozenset[int] = MONDAY_TO_FRIDAY
    opens_at: time = time(9, 0)
    closes_at: time = time(17, 0)
    country: str = ""
    closed_before: date | None = None
    """The first day back of somebody who is away; nothing before it is a working day."""

    def is_working_day(self, day: date) -> bool:
        if self.closed_before is not None and day < self.closed_before:
            return False
        return day.weekday() in self.workdays and not (self.country and day in _holidays_of(self.country))

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`; the next day if none comes within two months."""
        for ahead in range(1, LONGEST_CLOSURE_DAYS + 1):
            if self.is_working_day(day + ahead * ONE_DAY):
                return day + ahead * ONE_DAY
        return day + ONE_DAY

    def add_business_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; `day` itself for a count of zero."""
        for _ in range(count):
            day = self.next_working_day(day)
        return day

    @property
    def last_workday(self) -> int:
        """The weekday that ends the working week: Friday for Monday to Friday, Thursday for Sunday to Thursday."""
        ends = sorted(day for day in self.workdays if (day + 1) % 7 not in self.workdays)
        return ends[0] if ends else 4
