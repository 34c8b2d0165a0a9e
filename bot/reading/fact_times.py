"""Days and clock times a customer named, as the words stand there."""

import re

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
    r"(?:christmas(?: eve| day)?|boxing day|new year'?s(?: eve| day)?|easter(?: monday| sunday)?|"
    r"good friday|thanksgiving)\b"
)

DATE = re.compile(
    rf"\b((?:{WEEKDAY},? )?(?:{_NUMBERED}(?: of)? {MONTH} ?(?:to|-|–|until|and) ?)?{_NUMBERED} ?(?:to|-|–|until) "
    rf"?{_NUMBERED}"
    rf"(?: of)? {MONTH}{_YEAR}"
    rf"|\d{{1,2}}(?:, ?\d{{1,2}})* and \d{{1,2}} {MONTH}{_YEAR}"
    rf"|(?:{WEEKDAY},? )?{_NUMBERED}(?: of)? {MONTH}{_YEAR}"
    rf"|(?:{WEEKDAY},? )?{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d|:\d|\s?[ap]m){_YEAR}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}/\d{{1,2}}\b(?!/)"
    rf"|{WEEKDAY},? (?:the )?{_ORDINAL}\b"
    rf"|the {_ORDINAL}\b(?! (?:time|floor|day|week|month|year|mail|email|one|of my|person|call|attempt|mail|century|"
    rf"birthday|night|visit|chapter|grade|version|try|delivery|invoice|update|request|message|line|page|item|order))"
    rf"|(?:next |last |this )?{WEEKDAY}|tomorrow\b|yesterday\b|{_HOLIDAY})",
    _I,
)
TIME = re.compile(
    r"(?<![\d.,:/-])((?:[01]?\d|2[0-3])[:h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:[01]?\d|2[0-3])\.[0-5]\d\s?[ap]\.?m\b\.?|"
    r"(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?|(?:1[0-2]|[1-9]) o'?clock|noon\b|midnight\b|(?<=at )(?:[01]?\d|2[0-3])\.[0-5]\d"
    r"|half past (?:\w+)|(?:[01]?\d|2[0-3])[ ]?(?:h|hrs?)\b(?=\s+(?:train|flight|ferry|bus|slot|appointment)))"
    r"(?!\d|[.,:]\d)",
    _I,
)

_HABIT = re.compile(
    r"\b(?:a|an|every|each|any|most|all|some)\s+$|\b(?:it's|it is|today is|now it's)(?: now| already)? (?:the )?$",
                    _I)  # fmt: skip


def is_named_day(text: str, start: int, end: int) -> bool:
    """A day that is a fact: not "every Sunday", "a Friday night", nor today's own name ("it's the 13th")."""
    before = text[max(0, start - 30) : start]
    if _HABIT.search(before):
        return False
    after = text[end : end + 2].lower()
    if after.startswith("s") and text[start:end].lower().endswith("day"):
        return False
    return not (text[start:end].lower() == "may" or re.fullmatch(r"\d{1,2}/7|10/10|5/5", text[start:end]))
