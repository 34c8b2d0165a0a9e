"""Finds the figures of a text (money, shares, clock times, days, plain numbers) so that two texts can be compared."""

import re
from dataclasses import dataclass
from typing import Literal

_I = re.IGNORECASE
Kind = Literal["money", "share", "clock", "day", "count"]

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_BY_WORD = {word: float(number) for number, word in enumerate(_WORDS)}
_BY_WORD |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "half": 0.5, "twice": 2, "both": 2}
_BY_WORD |= {"couple": 2, "pair": 2, "dozen": 12, "noon": 12, "midday": 12, "midnight": 0, "fortnight": 14, "single": 1}
_NUMBER_WORD = "|".join(sorted(_BY_WORD, key=len, reverse=True))
_CURRENCY = (
    r"(?:euros?|eur|pounds?|gbp|quid|dollars?|usd|francs?|chf|kroner|kronor|nok|sek|dkk|zloty|pln|rupees?|inr|yen|"
    r"pesos?|reais|rand|shekels?|lira|cents?|pence)"
)
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_MONEY = re.compile(
    rf"[€$£¥]\s?(?P<sign>{_DIGITS})|(?P<figure>{_DIGITS})\s?(?:[€$£¥]|{_CURRENCY}\b)|"
    rf"\b(?P<word>{_NUMBER_WORD})\s{_CURRENCY}\b",
    _I,
)
_SHARE = re.compile(r"(?P<figure>\d+(?:[.,]\d+)?)\s?(?:%|per ?cent\b)", _I)
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b)|"
    r"(?<![\d.:])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?!\d)|\b(?P<word>noon|midday|midnight)\b|"
    r"\b(?:at|by|until|till|from|before|after|between) (?P<hour3>[01]?\d|2[0-3])(?:\.(?P<minute3>[0-5]\d))?"
    r"(?=\s*(?:[,.;!?]|$|and\b|to\b|tomorrow|today|tonight|on\b|or\b|this\b))",
    _I,
)
_MONTHS = "january february march april may june july august september october november december".split()
_DAY = re.compile(
    r"\b(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?P<month>(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)(?:"
    + "|".join(_MONTHS)
    + r")|(?:"
    + "|".join(_MONTHS)
    + r") \d{1,2})\b|"
    r"\bthe (?P<nth>\d{1,2})(?:st|nd|rd|th)\b",
    _I,
)
_COUNT = re.compile(rf"(?<![\w.,:/+-])(?<!\d )(?P<figure>{_DIGITS})(?![\w/]|[.,:]\d| \d)", _I)


@dataclass(frozen=True, slots=True)
class Quantity:
    kind: Kind
    value: float | str
    start: int
    end: int


def number(words: str) -> float:
    """ "1,240", "7.50", "12,90" and "fourteen" as numbers."""
    low = words.lower().strip()
    if low in _BY_WORD:
        return float(_BY_WORD[low])
    if re.fullmatch(r"\d+,\d{1,2}", low):
        return float(low.replace(",", "."))
    return float(re.sub(r"[ ,]", "", low))


def counted(word: str) -> float:
    """A digit or a number word as a number, with "a" as one; zero for any other word."""
    low = word.lower()
    if low in ("a", "an"):
        return 1.0
    return number(low) if low in _BY_WORD or low.isdigit() else 0.0


def quantities(text: str) -> list[Quantity]:
    """In order of kind; a figure belongs to one kind only."""
    found: list[Quantity] = []
    for kind, pattern in (("money", _MONEY), ("share", _SHARE), ("clock", _CLOCK), ("day", _DAY), ("count", _COUNT)):
        for match in pattern.finditer(text):
            if any(each.start < match.end() and match.start() < each.end for each in found):
                continue
            found.append(Quantity(kind, _value(kind, match), match.start(), match.end()))  # type: ignore[arg-type]
    return found


def _value(kind: str, match: re.Match[str]) -> float | str:
    groups = {name: value for name, value in match.groupdict().items() if value}
    if kind == "clock":
        return _hours(groups)
    if kind == "day":
        return next(iter(groups.values())).lower()
    return number(next(iter(groups.values())))


def _hours(groups: dict[str, str]) -> float:
    if "word" in groups:
        return number(groups["word"])
    hour = float(groups.get("hour") or groups.get("hour2") or groups["hour3"])
    minute = float(groups.get("minute") or groups.get("minute2") or groups.get("minute3") or 0)
    if groups.get("half", "").lower().startswith("p") and hour < 12:
        hour += 12
    return hour + minute / 60


def all_numbers(text: str) -> set[float]:
    """Every number of a text in any form, for evidence: "16:00" gives 16, and number words count."""
    found = {number(figure) for figure in re.findall(_DIGITS, text)}
    found |= {float(figure) for figure in re.findall(r"\d+", text)}
    found |= {float(_BY_WORD[word]) for word in re.findall(r"[a-z]+", text.lower()) if word in _BY_WORD}
    return found | {each.value for each in quantities(text) if isinstance(each.value, float)}


def days_named(text: str) -> set[str]:
    """Weekdays and months by their small first letters, short forms too."""
    low = text.lower()
    found = {day for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun") if re.search(rf"\b{day}day", low)}
    short = {"mon": "mon", "tue": "tues", "wed": "wednes", "thu": "thurs", "fri": "fri", "sat": "satur", "sun": "sun"}
    found |= {short[word] for word in re.findall(r"\b[a-z]{3}\b", low) if word in short}
    return found | {month for month in _MONTHS if re.search(rf"\b{month[:3]}(?:{month[3:]})?\b", low)}
