"""Reads the measures of a text (money, shares, hours, days, lengths, counts) into values that can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.reading.words import stem

_I = re.IGNORECASE
Kind = Literal["share", "money", "date", "length", "clock", "weekday", "count"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: float(place) for place, word in enumerate(_ONES)}
_VALUES |= {word: 20.0 + 10 * place for place, word in enumerate(_TENS)}
_VALUES |= {"a": 1, "an": 1, "single": 1, "couple": 2, "pair": 2, "dozen": 12, "hundred": 100, "thousand": 1000}
_SMALL = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_WORDED = (
    rf"(?:(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES[1:10])})|(?:a|{_SMALL})[- ](?:hundred|thousand|dozen)|"
    rf"(?:a )?couple(?: of)?|{_SMALL}|dozen|hundred|thousand)"
)
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_N = rf"(?:{_DIGITS}|{_WORDED})"
_CURRENCY = (
    r"(?:euros?|eur|pounds?|gbp|quid|dollars?|bucks|usd|francs?|chf|kroner|kronor|kr|nok|sek|dkk|zloty|pln|rupees?|inr|"
    r"yen|pesos?|reais|rand|shekels?|lira|cents?|pence)"
)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)"
)
_HOURS = {"minute": 1 / 60, "min": 1 / 60, "hour": 1, "hr": 1, "h": 1, "day": 24, "night": 24, "week": 168}
_HOURS |= {"fortnight": 336, "month": 720, "year": 8760, "yr": 8760}
_AT = r"(?:at|by|until|till|from|before|after|between|around|about|past|since|to|and|-|–)"
_HOUR_ENDS = (
    r"\s*(?:[,.;!?)](?!\d)|$|and\b|to\b|or\b|on\b|in the\b|this\b|today|tomorrow|tonight|sharp|with\b|so\b|your time|"
    rf"our time|{_WEEKDAY})"
)
"""What may follow a bare hour."""

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("share", re.compile(rf"(?P<n>{_N})\s?(?:%|per ?cent\b)", _I)),
    ("money", re.compile(rf"[€$£¥]\s?(?P<n>{_DIGITS})|\b(?P<n2>{_N})\s?(?:[€$£¥]|{_CURRENCY}\b)", _I)),
    (
        "date",
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b|"
            rf"\b(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)|"
            r"\b(?P<day3>\d{1,2})(?:st|nd|rd|th)\b",
            _I,
        ),
    ),
    (
        "length",
        re.compile(
            rf"\b(?:(?P<half>half an? )|(?P<n>{_N}|an?(?= (?:working|full|whole|free|"
            rf"minute|hour|day|night|week|fortnight|month|year)))(?P<more> and a half)?[ -]?(?:working |business |"
            rf"calendar |full |whole |more |free |extra |additional )?)(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|"
            rf"nights?|weeks?|fortnights?|"
            r"months?|years?|yrs?)\b(?! ago)",
            _I,
        ),
    ),
    (
        "clock",
        re.compile(
            rf"\b(?:{_AT} )?(?P<odd>five|ten|twenty-five|twenty) (?P<way2>past|to) (?P<hour5>{_SMALL}|\d{{1,2}})"
            rf"(?={_HOUR_ENDS})|"
            r"\b(?P<past>half|quarter)(?: (?P<way>past|to))? (?P<hour0>" + _SMALL + r"|\d{1,2})\b|"
            r"(?<![\d.:,])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b|o'clock)|"
            r"(?<![\d.:,])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?!\d)|"
            rf"\b(?:{_AT}|today|tomorrow|tonight|{_WEEKDAY}) ?(?P<hour4>[01]?\d|2[0-3])\.(?P<minute4>[0-5]\d)(?!\d)|"
            rf"\b{_AT} (?P<hour3>[01]?\d|2[0-3]|{_SMALL})(?={_HOUR_ENDS})|"
            r"\b(?P<word>noon|midday|midnight|lunchtime)\b",
            _I,
        ),
    ),
    ("weekday", re.compile(rf"\b(?P<weekday>{_WEEKDAY})s?\b", _I)),
    ("count", re.compile(rf"(?<![\w.,:/+#-])(?P<n>{_N})(?![\w/]|[.,:]\d|-\d)", _I)),
)
_RANGE = re.compile(rf"(?<![\w.,:-])({_DIGITS})\s?(?:-|–)\s?({_DIGITS})(?![\w-])", _I)
_NO_NOUN = frozenset(
    "a an all and as at but by each every extra for from if in is it more of off on or per so that the then to until "
    "up with within between during after before under over since without you your we i which when because this than "
    "will are was be can may not only just too less once".split()
)


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` is the number itself, minutes of the day, the weekday's place, the day of the month, or hours."""

    kind: Kind
    value: float
    unit: str
    """The stem of the thing counted, the month of a date, the unit of a length; empty when there is none."""
    start: int
    end: int
    number: float
    """The figure as it was written."""


def number(words: str) -> float:
    """ "1,240", "7.50", "12,90", "twenty-five" and "two hundred" as numbers; zero for anything else."""
    low = re.sub(r"\bof\b", "", words.lower()).strip()
    if re.fullmatch(r"\d+,\d{1,2}", low):
        return float(low.replace(",", "."))
    if re.match(r"\d", low):
        return float(re.sub(r"[ ,]", "", low))
    total = 0.0
    for word in re.split(r"[- ]", low):
        value = _VALUES.get(word, 0.0)
        total = (total or 1) * value if word in ("hundred", "thousand", "dozen", "couple") else total + value
    return total


@lru_cache(maxsize=1024)
def measures(text: str) -> tuple[Measure, ...]:
    """In the order of the text; a figure belongs to one kind only."""
    found: list[Measure] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start = _start(kind, match)
            if any(each.start < match.end() and start < each.end for each in found):
                continue
            if kind != "weekday" or _is_weekday(match):
                found.append(_measure(kind, match, text))
    return tuple(sorted(found, key=lambda each: each.start))


def _start(kind: Kind, match: re.Match[str]) -> int:
    """A day named before an hour is a measure of its own: "Friday 9.15"."""
    day = re.match(rf"(?:today|tomorrow|tonight|{_WEEKDAY}) ?", match.group(), _I) if kind == "clock" else None
    return match.start() + (day.end() if day else 0)


def _is_weekday(match: re.Match[str]) -> bool:
    """ "sun", "sat" and "wed" are words of their own unless they are written large."""
    return len(match["weekday"]) > 4 or match["weekday"][0].isupper() or match["weekday"].lower() in ("thu", "tue")


def _measure(kind: Kind, match: re.Match[str], text: str) -> Measure:
    groups = {name: value for name, value in match.groupdict().items() if value}
    value, unit, figure = 0.0, "", 0.0
    if kind in ("share", "money", "count"):
        value = figure = number(groups.get("n") or groups["n2"])
        unit = _counted_noun(text[match.end() :]) if kind == "count" else ""
    elif kind == "date":
        month = groups.get("month") or groups.get("month2") or ""
        value = figure = float(groups.get("day") or groups.get("day2") or groups["day3"])
        unit = next((full for full in _MONTHS if month and full.startswith(month.lower()[:3])), "")
    elif kind == "length":
        figure = 0.5 if "half" in groups else number(groups["n"]) + (0.5 if "more" in groups else 0)
        unit = groups["unit"].lower().removesuffix("s") or "h"
        value = figure * _HOURS[unit]
    elif kind == "weekday":
        low = match["weekday"].lower()
        value = float(next(place for place, day in enumerate(_WEEKDAYS) if day.startswith(low[:3])))
    else:
        value, figure = _minutes(groups)
    return Measure(kind, value, unit, _start(kind, match), match.end(), figure)


def _minutes(groups: dict[str, str]) -> tuple[float, float]:
    if word := groups.get("word"):
        return (0.0, 0.0) if word.lower() == "midnight" else (720.0, 12.0)
    if odd := groups.get("odd"):
        hour, minutes = number(groups["hour5"]), int(number(odd))
        return hour * 60 + (-minutes if groups["way2"].lower() == "to" else minutes), hour
    if past := groups.get("past"):
        hour = number(groups["hour0"])
        minutes = {"half": 30, "quarter": 15}[past.lower()]
        return hour * 60 + (-minutes if groups.get("way", "").lower() == "to" else minutes), hour
    hour = number(next(groups[name] for name in ("hour", "hour2", "hour3", "hour4") if name in groups))
    minute = float(groups.get("minute") or groups.get("minute2") or groups.get("minute4") or 0)
    is_late = groups.get("half", "").lower().startswith("p") and hour < 12
    return (hour + 12 * is_late) * 60 + minute, hour


def _counted_noun(after: str) -> str:
    """The word that is counted: "120 people", "2 free nights" gives the last of up to two."""
    words = re.match(r"\s*-?([a-z]+)(?: ([a-z]+))?", after, _I)
    if not words or words[1].lower() in _NO_NOUN:
        return ""
    second = (words[2] or "").lower()
    is_described = second.endswith("s") and not words[1].lower().endswith("s") and second not in _NO_NOUN
    return stem(second if is_described else words[1].lower())


@lru_cache(maxsize=256)
def numbers(text: str) -> frozenset[float]:
    """Every number of a text in any form, as evidence: "16:00" gives 16, "8-10" both, and number words count."""
    found = {number(figure) for figure in re.findall(_DIGITS, text)}
    found |= {float(figure) for figure in re.findall(r"\d+", text)}
    found |= {number(figure) for pair in _RANGE.findall(text) for figure in pair}
    found |= {each.number for each in measures(text)} | {each.value for each in measures(text)}
    found |= {number(word) for word in re.findall(rf"\b{_WORDED}\b", text, _I)}
    return frozenset(found)


def spans(text: str) -> Iterator[tuple[float, float]]:
    """The ranges of a text, "9-11" or "between 20 and 30", in the order of the text."""
    for low, high in _RANGE.findall(text):
        yield number(low), number(high)
