"""The rules for lengths of time and for words that name no time: "within 3-5 business days", "shortly"."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from bot.calendar.date_words import NUMBER, NUMBERS
from bot.calendar.pieces import Moment, Piece, rule
from bot.calendar.zones import ZONE_PATTERN

Found = re.Match[str]
COUNT = rf"(?:(?:a )?(?:couple|few|handful|half)(?: of)?(?: an?)?|{NUMBER})"
WORKING = r"(?:(?:business|working|work|bus\.?)[ -]+|work)"
UNIT = (
    rf"(?:(?P<working>{WORKING})?(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?))\b(?!-)"
)
AMOUNT = (
    rf"(?P<low>{COUNT})(?:\s*(?:-|–|—|to|or)\s*(?P<high>{NUMBER}))?[\s-]*{UNIT}(?P<tail> (?:or two|and a "
    rf"half)\b)?['’]?(?: or so)?"
)
LEADS = (
    r"(?:(?:with)?in|inside(?: of)?|in under|under|less than|no more than|over|after|for|during)"
    r"(?:\s+(?:about|around|approximately|approx\.?|roughly|just|under|at most|up to|a max(?:imum)? of|the|like))*"
)
VAGUE = (
    r"(?:very |really |real )?(?:soon(?!er)|shortly|momentarily)\b|a\.?s\.?a\.?p\b\.?|as (?:soon|quickly|fast|"
    r"early) as (?:i|we|they|it|possible|humanly|poss)\b"
    r"(?:['’]?s? (?:can|possibl[ey]|practical))?|at (?:the|our|my) earliest\b|in due course|when(?:ever)? (?:i|we) "
    r"know more|"
    r"(?:right|straight) ?away\b|immediately\b|in a (?:bit|moment|minute|sec(?:ond)?|jiffy|little while|while|"
    r"few(?: minutes| mins| moments|(?=\s*(?:$|[.,!)]))))(?!\w)|"
    r"in (?:a )?(?:couple|few)(?: of)? (?:minutes|mins|moments)\b|before long\b|any (?:minute|moment) now|in no "
    r"time|at some point|sometime(?! (?:today|tomorrow|this|next|on|between))|in the near future"
)


def _amount(words: str) -> float:
    """ "3" is 3, "a couple of" is 2, "half an" is 0.5."""
    for word in reversed(re.findall(r"[\w.-]+", words.lower())):
        if word[0].isdigit():
            return float(word)
        if word in ("couple", "few", "half"):
            return NUMBERS[word]
        if word == "handful":
            return 3.0
    return NUMBERS.get(words.lower().split()[-1], 1.0)


def _length(found: Found, moment: Moment) -> Piece:
    low = _amount(found["low"])
    tail = (found["tail"] or "").strip()
    high = _amount(found["high"]) if found["high"] else low + {"or two": 1.0, "and a half": 0.5}.get(tail, 0.0)
    unit = found["unit"].lower()
    if unit.startswith(("min", "h")):
        size = timedelta(minutes=1) if unit.startswith("min") else timedelta(hours=1)
        first = low if found["high"] else high
        return Piece(span=(_later(moment, first * size), _later(moment, high * size)), is_range=bool(found["high"]))
    first_day = _day_after(moment, low, unit, is_working=bool(found["working"]))
    last_day = _day_after(moment, high, unit, is_working=bool(found["working"]))
    return Piece(days=(first_day if found["high"] else last_day, last_day), rank=2, is_range=bool(found["high"]))


def _later(moment: Moment, length: timedelta) -> datetime:
    """Real elapsed time, also across a change of the clocks."""
    return (moment.now.astimezone(UTC) + length).astimezone(moment.now.tzinfo)


def _day_after(moment: Moment, count: float, unit: str, *, is_working: bool) -> date:
    whole = max(1, round(count))
    if is_working:
        return moment.calendar.add_business_days(moment.today, whole)
    if unit.startswith("month"):
        month = moment.today.month - 1 + whole
        year, month = moment.today.year + month // 12, month % 12 + 1
        return moment.today.replace(year=year, month=month, day=min(moment.today.day, monthrange(year, month)[1]))
    days = {"d": 1, "w": 7, "f": 14}[unit[0]]
    return moment.day(round(count * days))


def _within_the_hour(found: Found, moment: Moment) -> Piece:
    last = _later(moment, timedelta(hours=1))
    return Piece(span=(last, last))


def _next_day_or_so(found: Found, moment: Moment) -> Piece:
    day = moment.day(2 if "two" in found[0].lower() else 1)
    return Piece(days=(day, day), rank=2)


def _minutes(found: Found, moment: Moment) -> Piece:
    last = _later(moment, timedelta(minutes=int(found["minutes"])))
    return Piece(span=(last, last))


def _coming_days(found: Found, moment: Moment) -> Piece:
    day = moment.day(7 if "week" in found[0].lower() else 3)
    return Piece(days=(day, day), rank=2)


def _next_working_day(found: Found, moment: Moment) -> Piece:
    day = moment.calendar.next_working_day(moment.today)
    return Piece(days=(day, day), rank=2)


def _hour_and_a_half(found: Found, moment: Moment) -> Piece:
    last = _later(moment, timedelta(minutes=90))
    return Piece(span=(last, last))


SPAN_RULES = [
    rule("vague", "vague", VAGUE, lambda found, moment: Piece(is_vague=True)),
    rule("hour and a half", "span", rf"{LEADS}\s+(?:an hour and a half|one and a half hours)\b", _hour_and_a_half),
    rule("within the hour", "span", r"(?:with)?in(?:side)? the (?:next )?hour\b|this hour\b", _within_the_hour),
    rule("next day or so", "day", r"(?:with)?in the next day(?: or (?:so|two))?(?!\w)", _next_day_or_so),
    rule(
        "coming days",
        "day",
        r"(?:with)?in the (?:coming|next|following) (?:days|week)\b|over the (?:coming|next) (?:days|week)\b",
        _coming_days,
    ),
    rule(
        "next working day",
        "day",
        rf"(?:(?:by|on|within) )?(?:the )?(?:next|following) {WORKING}day\b",
        _next_working_day,
    ),
    rule("led length", "span day", rf"{LEADS}\s+(?:(?:next|coming|following)\s+)?{AMOUNT}", _length),
    rule("next length", "span day", rf"(?:the )?next\s+{AMOUNT}", _length),
    rule(
        "length from now",
        "span day",
        rf"{AMOUNT}\s+(?:from (?:now|today)|max\b|tops\b|time\b|at (?:the )?(?:most|latest))",
        _length,
    ),
    rule(
        "asked length",
        "span day",
        rf"(?:give|gimme|allow|need)\s*(?:me|us)?\s+(?:about |another |up to |like )*{AMOUNT}",
        _length,
    ),
    rule(
        "bare length",
        "span day",
        rf"(?:(?<=, )|(?<=\()|(?<=- )|(?<=\bbrb ))(?=[\w -]+(?:min|hr|hour)){AMOUNT}(?=\s*(?:$|[.,!;)\n]))",
        _length,
    ),
    rule("back in minutes", "span", r"(?<=\bback )in (?P<minutes>[1-9])(?=\s*(?:$|[.,!;)\n]))", _minutes),
    rule(
        "bare minutes",
        "span",
        r"(?:with)?in (?:about |like |around )?(?P<minutes>[1-9]\d)(?=\s*(?:$|[.,!;)\n]))",
        _minutes,
    ),
    rule("zone", "zone", ZONE_PATTERN, lambda found, moment: Piece()),
]
