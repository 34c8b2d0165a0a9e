"""The rules for days, weeks and months: "tomorrow", "next Friday", "25 November", "early next week"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.calendar.date_words import (
    FEASTS,
    FULL_WEEKDAY,
    LEAD,
    MONTH,
    MONTHS,
    SAFE_WEEKDAY,
    SHORT_WEEKDAY,
    WEEKDAYS,
    any_of,
)
from bot.calendar.pieces import Moment, Piece, Reader, rule, whole

Found = re.Match[str]
NOT_A_DEADLINE = r"(?<!black )(?<!cyber )(?<!last )(?<!past )(?<!since )(?<!previous )(?<!every )(?<!each )"
NOT_OWNED = r"(?!['’]s\b)(?!s\b)"
WEEKDAY = rf"(?:{SAFE_WEEKDAY}|{SHORT_WEEKDAY})"
NTH = r"(?P<nth>\d{1,2})(?:st|nd|rd|th)"
YEAR = r"(?:,?\s+(?P<year>20\d\d))?"
COUNTED = r"(?!\s+(?:floor|time|party|line|one|item|attempt|class|person|century|hand|row|street|avenue|place|step)\b)"
BESIDE_A_DATE_WORD = (
    r"(?=,?\s+(?:\d|the \d|eod|cob|close|end of|noon|midday|morning|afternoon|arvo|evening|night|or|at|by|first thing|"
    rf"{any_of(MONTHS)}\b))"
)
EARLY, MID, LATE = (
    r"(?:early|start of|beginning of|the start of|the beginning of)",
    r"(?:mid|middle of|the middle of|midway through)",
    r"(?:late|end of|the end of|later|the back end of|the back of)",
)
FRIDAY, SUNDAY = 4, 6


def _weekday_of(found: Found, name: str = "weekday") -> int:
    return WEEKDAYS[found[name].lower().rstrip(".")]


def _weekday(found: Found, moment: Moment) -> Piece:
    number, today = _weekday_of(found), moment.today.weekday()
    ahead = (number - today - 1) % 7 + 1
    if "next" in found[0].lower().split():
        return Piece(days=_same(moment.monday(1) + timedelta(days=number)), weekday=number, is_ambiguous=number > today)
    is_this_day = number == today and "coming" not in found[0].lower()
    return Piece(days=_same(moment.day(ahead)), weekday=number, rank=1, is_ambiguous=is_this_day)


def _weekday_and_a_week(found: Found, moment: Moment) -> Piece:
    ahead = (_weekday_of(found) - moment.today.weekday() - 1) % 7 + 1
    return whole(moment.day(ahead + 7), 2)


def _same(day: date) -> tuple[date, date]:
    return (day, day)


def _written_date(found: Found, moment: Moment) -> Piece | None:
    month = MONTHS[found["month"].lower().rstrip(".")]
    return _next_date(moment, month, int(found["day"]), found["year"])


def _next_date(moment: Moment, month: int, day: int, year: str | None, *, is_ambiguous: bool = False) -> Piece | None:
    """The date in the given year, else its next occurrence; None for a date that no calendar has."""
    years = [int(year)] if year else range(moment.today.year, moment.today.year + 9)
    for candidate in years:
        if 1 <= month <= 12 and 1 <= day <= monthrange(candidate, month)[1]:
            found = date(candidate, month, day)
            if year or found >= moment.today:
                return whole(found, 3, is_ambiguous=is_ambiguous)
    return None


def _slashed(found: Found, moment: Moment) -> Piece | None:
    """Month first unless impossible; a dotted date is day first, as where dots are written."""
    first, second = int(found["first"]), int(found["second"])
    year = found["year"]
    full_year = (year if len(year) == 4 else f"20{year}") if year else None
    is_month_first = first <= 12 and "." not in found[0]
    month, day = (first, second) if is_month_first else (second, first)
    is_ambiguous = "/" in found[0] and first <= 12 and second <= 12 and first != second
    return _next_date(moment, month, day, full_year, is_ambiguous=is_ambiguous)


def _iso(found: Found, moment: Moment) -> Piece | None:
    return _next_date(moment, int(found["month"]), int(found["day"]), found["year"])


def _nth(found: Found, moment: Moment) -> Piece | None:
    nth, month_start = int(found["nth"]), moment.today.replace(day=1)
    for _ in range(3):
        length = monthrange(month_start.year, month_start.month)[1]
        if 1 <= nth <= length and month_start.replace(day=nth) >= moment.today:
            return whole(month_start.replace(day=nth), 3)
        month_start += timedelta(days=length)
    return None


def _feast(found: Found, moment: Moment) -> Piece | None:
    month, day = FEASTS[" ".join(found["feast"].lower().replace("’", "'").split())]
    return _next_date(moment, month, day, None)


def _friday(moment: Moment, weeks_ahead: int = 0) -> date:
    """The end of a week's work; once this week's has passed, the week's last day."""
    end = moment.monday(weeks_ahead) + timedelta(days=moment.calendar.last_workday)
    return end if end >= moment.today else moment.monday(weeks_ahead) + timedelta(days=SUNDAY)


def _week(weeks_ahead: int, weekday: int | None = None) -> Reader:
    def read(found: Found, moment: Moment) -> Piece:
        monday = moment.monday(weeks_ahead)
        last = _friday(moment, weeks_ahead) if weekday is None else monday + timedelta(days=weekday)
        return Piece(days=_same(max(last, moment.today)), monday=monday)

    return read


def _weekend(found: Found, moment: Moment) -> Piece:
    words = found[0].lower()
    weeks = 1 if "next" in words.split() else 0
    if words.startswith(("before", "by", "ahead")):
        return whole(_friday(moment, weeks))
    return whole(moment.monday(weeks) + timedelta(days=SUNDAY))


def _month_end(found: Found, moment: Moment) -> Piece:
    words = found[0].lower()
    start = moment.today.replace(day=1)
    if "next" in words:
        start += timedelta(days=monthrange(start.year, start.month)[1])
    last = start.replace(day=monthrange(start.year, start.month)[1])
    if re.match(r"(?:in )?(?:early|(?:the )?(?:start|beginning))", words):
        return whole(start.replace(day=10), is_ambiguous=True)
    if re.match(r"(?:in )?(?:mid|(?:the )?middle)", words):
        return whole(max(start.replace(day=15), moment.today), is_ambiguous=True)
    return whole(last)


def _named_month(found: Found, moment: Moment) -> Piece:
    month = MONTHS[found["month"].lower()]
    year = moment.today.year + (month < moment.today.month)
    return whole(date(year, month, monthrange(year, month)[1]), is_ambiguous="end" not in found[0].lower())


def _long_end(found: Found, moment: Moment) -> Piece:
    """The end of the quarter or year."""
    today = moment.today
    if "quarter" in found[0].lower():
        month = (today.month - 1) // 3 * 3 + 3
        return whole(date(today.year, month, monthrange(today.year, month)[1]))
    return whole(date(today.year + ("next" in found[0].lower()), 12, 31))


def _day_of_post(found: Found, moment: Moment) -> Piece:
    """ "in tonight's post" says when it leaves, while "Monday's delivery" only names a thing."""
    name = found["day"].lower()
    if name in WEEKDAYS:
        return whole(moment.day((WEEKDAYS[name] - moment.today.weekday() - 1) % 7 + 1), 2)
    return whole(moment.day(name == "tomorrow"), 2)


def _ahead(days: int) -> Reader:
    return lambda found, moment: whole(moment.day(days), 2)


DAY_RULES = [
    rule("iso", "day", r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _iso),
    rule("day after tomorrow", "day", r"(?:the )?day after (?:tomorrow|tmrw|tmr)\b", _ahead(2)),
    rule(
        "day's post",
        "day",
        rf"(?:(?<=\bin )|(?<=\bon )|(?<=\bwith ))(?P<day>tonight|today|tomorrow|{FULL_WEEKDAY})['’]s(?=\s+(?:post|"
        r"mail|batch|collection|dispatch|courier|(?:\w+ )?run|van|truck|shipment)\b)",
        _day_of_post,
    ),
    rule("today", "day", rf"(?:later (?:on )?)?(?:today|2day)\b{NOT_OWNED}|within the day\b", _ahead(0)),
    rule(
        "tomorrow",
        "day",
        rf"(?:tomorrow|tmrw|tmr|tmw|tomo|tomoz|2moro|2morrow|tommorow|tomorow)\b{NOT_OWNED}",
        _ahead(1),
    ),
    rule(
        "day month",
        "day",
        rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}){YEAR}",
        _written_date,
    ),
    rule(
        "month day",
        "day",
        rf"(?P<month>{MONTH})\s+(?:the )?(?P<day>\d{{1,2}})(?!\d|:|\s*[ap]m\b)(?:st|nd|rd|th)?{YEAR}",
        _written_date,
    ),
    rule(
        "slashed",
        "day",
        r"(?<![\d/.])(?!24/7|50/50)(?P<first>\d{1,2})(?:/(?P<second>\d{1,2})(?:/(?P<year>20\d\d|\d\d))?)(?![\d/%])",
        _slashed,
    ),
    rule("dotted", "day", r"(?<![\d/.])(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>20\d\d)?(?!\d)", _slashed),
    rule("friday week", "day", rf"(?:a week (?:on |from |this )?(?P<weekday>{WEEKDAY}))", _weekday_and_a_week),
    rule("week friday", "day", rf"(?P<weekday>{FULL_WEEKDAY}) week\b", _weekday_and_a_week),
    rule("weekday nth", "day", rf"{WEEKDAY},?\s+(?:the\s+)?{NTH}\b(?!\s+(?:of\s+)?{MONTH})", _nth),
    rule(
        "weekday",
        "day",
        rf"{NOT_A_DEADLINE}(?:(?:this coming|this|next|coming)\s+)?(?P<weekday>{SAFE_WEEKDAY})(?!\w){NOT_OWNED}",
        _weekday,
    ),
    rule("this short weekday", "day", rf"(?:this|next|coming)\s+(?P<weekday>{SHORT_WEEKDAY})", _weekday),
    rule("short weekday", "day", rf"\b(?P<weekday>{SHORT_WEEKDAY}){BESIDE_A_DATE_WORD}", _weekday),
    rule("led short weekday", "day", rf"(?<=\b(?:on|by) )(?P<weekday>{SHORT_WEEKDAY})", _weekday),
    rule("nth", "day", rf"(?<!\w)(?:(?:{LEAD})\s+)the\s+{NTH}\b{COUNTED}", _nth),
    rule("feast", "day", rf"(?P<feast>{any_of(FEASTS).replace(chr(39), '[’' + chr(39) + ']')})\b{NOT_OWNED}", _feast),
    rule("early next week", "day", rf"(?:in )?{EARLY}\s+(?:of )?next week\b", _week(1, 1)),
    rule("mid next week", "day", rf"(?:in )?{MID}[ -]+(?:of )?next week\b", _week(1, 2)),
    rule("late next week", "day", rf"{LATE}\s+(?:of |in )?next week\b", _week(1)),
    rule("week after next", "day", r"(?:the )?week after next\b", _week(2)),
    rule("next week", "day", rf"(?:some ?time )?next week\b{NOT_OWNED}", _week(1)),
    rule("early this week", "day", rf"{EARLY}\s+this week\b", _week(0, 1)),
    rule("mid week", "day", r"mid[ -]?week\b", _week(0, 2)),
    rule(
        "this week",
        "day",
        rf"(?:(?:later|some ?time|early|late|in) )?(?:this week\b{NOT_OWNED}|within the week|in the week)\b",
        _week(0),
    ),
    rule(
        "after the weekend",
        "day",
        r"after the weekend\b",
        lambda found, moment: whole(moment.monday(1), is_ambiguous=True),
    ),
    rule(
        "weekend",
        "day",
        r"(?:(?:by|before|ahead of|over|at|on|during|this)(?: the| this)?|next) (?:coming )?(?:next )?weekend\b",
        _weekend,
    ),
    rule(
        "month end",
        "day",
        r"(?:(?:in )?(?:early|mid|(?:the )?(?:start|beginning|middle) of|late|later|(?:the )?end of)[ -]+)?(?:this|"
        r"next) month\b"
        r"|(?:the )?end of (?:the )?month\b|(?:the )?month (?:is out|ends|is over)\b|month[ -]?end\b|eom\b",
        _month_end,
    ),
    rule(
        "end of a month",
        "day",
        rf"(?:the )?end of (?P<month>{any_of(name for name in MONTHS if len(name) > 3 or name == 'may')})\b",
        _named_month,
    ),
    rule(
        "in a month",
        "day",
        rf"(?<=\b(?:in|by) )(?P<month>{any_of(name for name in MONTHS if len(name) > 3 or name == 'may')})\b(?!\s+\d)",
        _named_month,
    ),
    rule(
        "year end",
        "day",
        r"(?:(?:the )?end of (?:the |this )?(?:year|quarter)|eoy|year[ -]end|this quarter)\b",
        _long_end,
    ),
]
