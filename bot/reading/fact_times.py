"""Days and clock times a customer named, as the words stand there."""

import re
from collections.abc import Iterator

_I = re.IGNORECASE
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat))\b"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_NUMBERED = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,? \d{4}\b)?"
_HOLIDAY = (
    r"(?:christmas (?:eve|day)|boxing day|new year'?s(?: eve| day)?|easter (?:monday|sunday)|"
    r"(?:good|black) friday|(?:shrove|cyber) (?:tuesday|monday)|ash wednesday|maundy thursday|"
    r"palm sunday|thanksgiving)\b"
)

DATE = re.compile(
    rf"\b((?:{WEEKDAY},? )?(?:{_NUMBERED}(?: of)? {MONTH} ?(?:to|-|–|until|and) ?)?{_NUMBERED} ?(?:to|-|–|until) "
    rf"?{_NUMBERED}"
    rf"(?: of)? {MONTH}{_YEAR}"
    rf"|\d{{1,2}}(?:, ?\d{{1,2}})* and \d{{1,2}} {MONTH}{_YEAR}"
    rf"|(?:{WEEKDAY},? )?{_NUMBERED}(?: of)? {MONTH}{_YEAR}"
    rf"|(?:{WEEKDAY},? )?{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d|:\d|\s?[ap]m){_YEAR}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}(?!\d)|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}/\d{{1,2}}\b(?!/)"
    rf"|{WEEKDAY},? (?:the )?{_ORDINAL}\b"
    rf"|the {_ORDINAL}\b(?! (?:time|floor|day|week|month|year|mail|email|one|of my|person|call|attempt|mail|century|"
    rf"birthday|night|visit|chapter|grade|version|try|delivery|invoice|update|request|message|line|page|item|order))"
    rf"|{_HOLIDAY}|(?:next |last |this )?{WEEKDAY}|tomorrow\b|yesterday\b|tmrw\b|tmr\b|tomoz\b|2moro\b"
    rf"|(?<=on )\d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|(?<=\bby )(?:mon|tues?|wed|thurs?|fri|sat|sun)\b|(?<=\bon )(?:mon|tues?|wed|thurs?|fri|sat|sun)\b"
    rf"|(?<=\b(?:from|till) )(?:tues|thurs)\b|(?<=\bto )(?:tues|thurs)\b|(?<=\b(?:for|til) )(?:mon|tues?|wed|thurs?|"
    rf"fri|sat|sun)\b(?!s| (?:and|or) )"
    rf"|(?<=\b(?:this|next|till|open) )(?:mon|tues?|wed|thurs?|fri|sat|sun)\b)",
    _I,
)
_HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTES = r"(?:half|(?:a )?quarter|five|ten|twenty|twenty-five|(?:5|10|15|20|25)(?= past))"
TIME = re.compile(
    r"(?<![\w.,:/-])((?:[01]?\d|2[0-3])[:h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:[01]?\d|2[0-3])\.[0-5]\d\s?[ap]\.?m\b\.?|"
    r"(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?|(?:1[0-2]|[1-9]) o'?clock|noon\b|midnight\b|(?<=at )(?:[01]?\d|"
    r"2[0-3])\.[0-5]\d|(?<=the )(?:[01]?\d|2[0-3])\.[0-5]\d(?= (?:train|bus|"
    r"ferry|service|departure|flight|stood|left|from|to|was|is)\b)"
    rf"|{_MINUTES} (?:past|to) (?:{_HOUR_WORD}|midnight|noon|(?:1[0-2]|[1-9]))\b(?! (?:minutes|hours|days|weeks))|"
    rf"half {_HOUR_WORD}\b|{_HOUR_WORD} o'?clock|"
    r"(?:[01]?\d|2[0-3])[ ]?(?:h|hrs?)\b(?=\s+(?:train|flight|ferry|bus|slot|appointment)))"
    r"(?!\d|[.,:]\d)",
    _I,
)
_NO_HOUR_AFTER = (
    r"(?! to (?:2[5-9]|[3-9]\d|\d{3,}))"
    r"(?![\w%€$£°/:-]|[.,]\d|\s?[€$£%°]|\s+(?!(?:and|or|but|on|in|at|if|when|because|so|to|for|from|by|with|till|until|"
    r"sharp|today|tonight|tomorrow|yesterday|last|this|every|each|the|my|our|as|please|pls|thanks|instead|then|already|"
    r"the|it|they|we|i|he|she|is|was|there|there's|nobody|someone|somebody|too|latest|\W)\b)\w)"
)
HOUR = re.compile(
    rf"\b(?:at|by|after|before|until|till|past|since(?: about)?|around|from)\s+(?:about |around |exactly |latest )?"
    rf"(?P<hour>(?:2[0-4]|1\d|[1-9])|(?!one){_HOUR_WORD}){_NO_HOUR_AFTER}",
    _I,
)
"""A bare hour after a word of time: "land at 6", "ring by five"; "at 60" and "by two nights" are none."""
SPAN = re.compile(
    r"\b(?:between|slot|from|window)\s+(?P<hours>(?:2[0-4]|1\d|[1-9])\s?(?:to|and|-|–|till|until)\s?"
    r"(?:2[0-4]|1\d|[1-9]))(?!\w|[:.]\d|\s+(?:[a-z]*\s)?(?:days?|weeks?|minutes?|people|euros?|pounds?|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    _I,
)
_AMONG = re.compile(
    r"\b(?:one|two|three|some|any|each|part|half|many) of|\b(?:wash(?:es|ed|ing)?|heat\w*|set|age[ds]?|aged|rated|"
    r"bake\w*|"
    r"cook\w*|degrees|priced?|cost\w*|offer\w*|sold|went|go(?:es)?|dropped|rose|size|seat|gate|floor|"
    r"page|number|paragraph|platform|limit|limited|capped|stuck|hangs?)\s*$",
    _I,
)


_IT_IS = re.compile(
    r"(?:^|[.!?\n] ?)(?:now )?it(?:'s| is)(?: now| already| past| nearly| almost| only| just| gone|"
    r" after)*\s*$",
    _I,
)
"""A bare hour that it is by now is no appointment: "it's past three"."""
_LASTING = re.compile(r"\b(?:waited|waiting|wait|for|took|takes|lasted|of|another|after)\s+$", _I)


def times_in(text: str) -> Iterator[tuple[int, int]]:
    """Clock times as they stand there, spans of hours, and bare hours after a word of time."""
    for found in TIME.finditer(text):
        is_long = re.match(r"\d{1,2}h\d\d$", found[1], _I) and _LASTING.search(text[: found.start(1)])
        is_part = text[: found.start(1)][-1:].isalpha()  # The noon of "afternoon".
        if not is_long and not is_part:
            yield found.span(1)
    yield from (found.span("hours") for found in SPAN.finditer(text))
    for found in HOUR.finditer(text):
        if not _IT_IS.search(text[max(0, found.start() - 30) : found.start()]) and is_clock_hour(text, found.start()):
            yield found.span("hour")


def is_clock_hour(text: str, start: int) -> bool:
    """The number is an hour and no temperature, age, price or page: the word before tells."""
    is_measure = text[start : start + 3].lower() == "by " and _MEASURED.search(text[max(0, start - 10) : start])
    return not (is_measure or _AMONG.search(text[max(0, start - 30) : start]))


_MEASURED = re.compile(rf"\b(?:{_HOUR_WORD}|\d+)\s*$", _I)
"""Of "six by eight" the eight is a width."""


_HABIT = re.compile(
    r"\b(?:a|an|every|each|any|most|all|some)\s+$", _I)  # fmt: skip


def is_named_day(text: str, start: int, end: int) -> bool:
    """A day that is a fact: not "every Sunday", "a Friday night", nor today's own name ("it's the 13th")."""
    before = text[max(0, start - 30) : start]
    if _HABIT.search(before):
        return False
    after = text[end : end + 2].lower()
    if after.startswith("s") and text[start:end].lower().endswith("day"):
        return False
    if text[max(0, start - 1) : start] in tuple("'\"‘“") and text[end : end + 1] in tuple("'\"’”"):
        return False  # Somebody's word is quoted: they always say "tomorrow".
    return not (text[start:end].lower() == "may" or re.fullmatch(r"\d{1,2}/7|10/10|5/5", text[start:end]))
