"""The rules for clock times and parts of the day: "by 5", "half past two", "2-4pm", "first thing", "EOD"."""

import re
from datetime import timedelta

from bot.calendar.date_words import AFTER_BARE_HOUR, HOUR_WORDS, LEAD, NUMBERS, PARTS, any_of
from bot.calendar.pieces import Clock, Moment, Piece, rule

Found = re.Match[str]
HALF = r"(?:\s*[ap]\.?\s?m\b\.?|[ap]\b)"
HOUR = r"(?:[01]?\d|2[0-3])"
MARKED = (
    rf"(?:{HOUR}(?:[:.]\d\d)?{HALF}|{HOUR}[:h]\d\d(?!\d)|(?:0\d|1\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h)\b|noon|midday|"
    rf"midnight)"
)
BARE = rf"(?:{HOUR}(?:\.\d\d)?|{HOUR_WORDS})"
OCLOCK = rf"(?:{HOUR}|{HOUR_WORDS})\s*o['’]?\s?clock"
PAST = (
    rf"(?:half|quarter|(?:a )?quarter|five|ten|twenty|\d\d?)(?: minutes)?\s*(?:past|to|after)\s+(?:{HOUR}|"
    rf"{HOUR_WORDS}|noon)|half (?:{HOUR}|{HOUR_WORDS})(?!\w)"
)
ANY_TIME = rf"(?:{PAST}|{OCLOCK}|{MARKED}|{BARE})"
TO = r"\s*(?:-|–|—|to|and|or|until|till)\s*"
OFFSETS = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20}
NOT_A_GREETING = r"(?<!good )(?<!guten )"
PART = any_of(name for name in PARTS if name not in ("tonight", "midnight"))

_READ_PAST = re.compile(r"(?P<offset>.+?)(?: minutes)?\s*(?P<way>past|to|after)\s+(?P<hour>\w+)\Z", re.I)
_READ_TIME = re.compile(rf"(?P<hour>\d\d?|{HOUR_WORDS})(?:[:.h]?(?P<minute>\d\d))?\s*(?P<half>[ap])?", re.I)


def clock_of(words: str) -> Clock:
    """A clock time as written, without deciding which half of the day a bare hour means."""
    words = re.sub(r"\Ahalf (?!past)", "half past ", words.strip().lower())
    if words in ("noon", "midday"):
        return Clock(12, half="24")
    if words == "midnight":
        return Clock(23, 59, half="24")
    if past := _READ_PAST.match(words):
        return _clock_past(past)
    found = _READ_TIME.match(words)
    if not found:
        return Clock(12, half="24")
    hour = _number(found["hour"])
    minute = int(found["minute"] or 0)
    if found["half"] and hour <= 12:
        return Clock(hour, minute, found["half"] + "m")
    is_24_hours = hour > 12 or hour == 0 or found["hour"].startswith("0")
    return Clock(hour, minute, "24" if is_24_hours else "")


def _clock_past(past: Found) -> Clock:
    offset = OFFSETS.get(past["offset"]) or (int(past["offset"]) if past["offset"].isdigit() else 0)
    hour = 12 if past["hour"] == "noon" else _number(past["hour"])
    if past["way"] == "to":
        return Clock((hour - 2) % 12 + 1, 60 - offset)
    return Clock(hour, offset)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(NUMBERS[word])


def _clock(found: Found, moment: Moment) -> Piece:
    words = found["time"]
    if words.lower() == "midnight":
        return Piece(part="midnight")
    return Piece(clock=clock_of(words))


def _clock_range(found: Found, moment: Moment) -> Piece:
    first, last = clock_of(found["first"]), clock_of(found["last"])
    if not first.half and last.half in ("am", "pm"):
        is_across_noon = last.half == "pm" and first.hour != 12 and (first.hour > last.hour % 12 and last.hour != 12)
        is_morning = is_across_noon or (last.hour == 12 and last.half == "pm" and first.hour < 12)
        first = Clock(first.hour, first.minute, "am" if is_morning else last.half)
    if not first.half and last.half == "24" and last.hour == 12:
        first = Clock(first.hour, first.minute, "am")
    return Piece(clock=first, until=last, is_range=True)


def _part(found: Found, moment: Moment) -> Piece:
    return Piece(part=found["part"].lower())


def _this_part(found: Found, moment: Moment) -> Piece:
    return Piece(part=found["part"].lower(), days=(moment.today, moment.today), rank=2)


def _that_part(found: Found, moment: Moment) -> Piece:
    """ "that morning", of the day named before it; find_due knows which."""
    return Piece(part=(found["part"] or "").lower())


def _tonight(found: Found, moment: Moment) -> Piece:
    return Piece(part="tonight", days=(moment.today, moment.today), rank=2)


def _close(found: Found, moment: Moment) -> Piece:
    is_today = "today" in found[0].lower()
    return Piece(part="close", days=(moment.today, moment.today) if is_today else None, rank=2)


def _week_close(found: Found, moment: Moment) -> Piece:
    end = moment.monday() + timedelta(days=moment.calendar.last_workday)
    closing = moment.now.replace(hour=moment.calendar.closes_at.hour, minute=moment.calendar.closes_at.minute)
    if end < moment.today or (end == moment.today and closing <= moment.now):
        end += timedelta(days=7)
    return Piece(part="close", days=(end, end))


CLOCK_RULES = [
    rule(
        "clock range",
        "clock",
        rf"(?:(?:any ?time )?(?:between|from)\s+)(?P<first>{ANY_TIME}){TO}(?P<last>{PAST}|{OCLOCK}|{MARKED}|"
        rf"{BARE}{AFTER_BARE_HOUR})",
        _clock_range,
    ),
    rule("marked range", "clock", rf"(?<![\d:/.-])(?P<first>{MARKED}|{HOUR}){TO}(?P<last>{MARKED})", _clock_range),
    rule("past", "clock", rf"(?P<time>{PAST})\b", _clock),
    rule("oclock", "clock", rf"(?P<time>{OCLOCK})\b", _clock),
    rule("marked", "clock", rf"(?<![\d:/.,$£€-])(?P<time>{MARKED})", _clock),
    rule("lunch", "part clock", r"(?:by |before |at |around )?(?P<time>noon|midday)\b", _clock),
    rule(
        "led bare hour",
        "clock",
        rf"(?:{LEAD})\s+(?:(?:about|around|like|say|latest)\s+)?(?P<time>{PAST}|{OCLOCK}|{MARKED}|"
        rf"{BARE}{AFTER_BARE_HOUR})",
        _clock,
    ),
    rule(
        "hour tonight",
        "clock",
        rf"(?<![\w.,:$£€-])(?P<time>{HOUR})(?=\s+(?:tonight|this (?:morning|afternoon|evening)|in the (?:morning|"
        rf"afternoon|evening))\b)",
        _clock,
    ),
    rule("tonight", "part day", r"(?:tonight|tonite|2nite)\b(?!['’]s)", _tonight),
    rule("that part", "part", rf"that (?:(?P<part>{PART})|day)\b(?!['’]s)", _that_part),
    rule("this part", "part day", rf"(?:(?:later|early|late) )?this (?P<part>{PART})\b(?!['’]s)", _this_part),
    rule(
        "lunchtime",
        "clock",
        r"(?:by |before |at |around )?lunch ?time\b|(?:by|before|around)(?: the)? lunch\b",
        lambda found, moment: Piece(clock=Clock(12, half="24")),
    ),
    rule("after lunch", "part", r"after lunch\b", lambda found, moment: Piece(part="afternoon")),
    rule(
        "first thing",
        "part",
        r"(?:at )?(?:(?:the )?(?:very )?first thing(?: in the morning)?|start of (?:business|play|day)|bright and "
        r"early)\b",
        lambda found, moment: Piece(part="start"),
    ),
    rule(
        "week close",
        "part day",
        r"(?:the )?end of (?:the |this |your |our |my )?(?:business |working |work )?week\b|eow\b|cow\b(?=\s*$)",
        _week_close,
    ),
    rule(
        "day close",
        "part",
        r"(?:e\.?o\.?d\b\.?|c\.?o\.?b\b\.?|cop\b|close of (?:business|play|day|trading)|"
        r"(?:the )?end of (?:the |my |your |our |this |business |working |work )*(?:business|play|day|today|"
        r"shift)\b|the day is out)",
        _close,
    ),
    rule(
        "led part",
        "part",
        rf"(?:in the|by(?: the)?|before(?: the)?|during the|over the|late|early|mid)[ -]+(?P<part>{PART})\b",
        _part,
    ),
    rule("bare part", "part", rf"{NOT_A_GREETING}(?P<part>{PART})\b(?!['’]s)", _part),
]
