"""The words of the date grammar as data: names, numbers, parts of the day, and the pattern pieces made of them."""

from collections.abc import Iterable
from datetime import time

WEEKDAYS = {
    **dict.fromkeys(("monday", "mon"), 0),
    **dict.fromkeys(("tuesday", "tues", "tue"), 1),
    **dict.fromkeys(("wednesday", "weds", "wed"), 2),
    **dict.fromkeys(("thursday", "thurs", "thur", "thu"), 3),
    **dict.fromkeys(("friday", "fri"), 4),
    **dict.fromkeys(("saturday", "sat"), 5),
    **dict.fromkeys(("sunday", "sun"), 6),
}
_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
NUMBERS = {
    **{
        word: float(number)
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
        )
    },
    **{"twenty": 20.0, "thirty": 30.0, "forty": 40.0, "forty-five": 45.0, "sixty": 60.0, "ninety": 90.0},
    **{"a": 1.0, "an": 1.0, "another": 1.0, "couple": 2.0, "few": 3.0, "several": 3.0, "half": 0.5},
}
# The latest instant of each part of a day. "start" and "close" follow the team's own hours.
PARTS = {
    **{"morning": time(12, 0), "afternoon": time(18, 0), "arvo": time(18, 0), "evening": time(21, 0)},
    **{"night": time(23, 59, 59), "tonight": time(23, 59, 59), "midnight": time(23, 59, 59)},
    **{"am": time(12, 0), "pm": time(18, 0)},
}
MORNING_PARTS = frozenset({"morning", "start", "am"})
AFTERNOON_PARTS = frozenset({"afternoon", "arvo", "evening", "night", "tonight", "midnight", "pm"})
# (month, day) of the feasts that fall on the same date each year.
FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "new year's day": (1, 1),
    "new year's": (1, 1),
    "new year": (1, 1),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


FULL_WEEKDAY = any_of(name for name in WEEKDAYS if name.endswith("day"))
# "tue" and "fri" mean nothing else; "mon", "wed", "sat" and "sun" do, and are read only beside another date word.
SAFE_WEEKDAY = rf"(?:{FULL_WEEKDAY}|{any_of(('tues', 'tue', 'weds', 'thurs', 'thur', 'thu', 'fri'))}\b\.?)"
SHORT_WEEKDAY = r"(?:mon|wed|sat|sun)\b\.?"
MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
NUMBER = rf"(?:\d+(?:\.\d+)?|{any_of(word for word in NUMBERS if word not in ('zero', 'half', 'couple', 'few'))})"
HOUR_WORDS = any_of("one two three four five six seven eight nine ten eleven twelve".split())
LEAD = r"(?:by|before|no later than|not later than|until|till|til|within|on|at|around|about|after|come|for|from|@)"

# What may follow a bare hour ("by 5 today", "at 3, if ..."); any other word makes it a count ("at 5 branches").
AFTER_BARE_HOUR = (
    r"(?![\w%/€$£°]|[.,:]\d|\s*(?:%|€|percent|per\s)|[-–]\w)"
    r"(?=\s*(?:$|[^\w\s]|(?:to(?:day|night|morrow)|tonite|tmrw|tmr|tomo|this|in the|on|with|and|or|to|at|if|so|but|"
    r"once|when|while|as|because|since|for|from|by|sharp|latest|your|my|our|local|o'?clock|then|next|first|"
    r"max|please|promise|thanks|pls|sir|ma'am|you|i|we|he|she|you'll|i'll|we'll|"
    rf"{any_of(WEEKDAYS)}|[ecmp][sd]?t|gmt|utc|bst|c?est|a[ew][sd]t|ist|jst|eastern|pacific|central|"
    r"(?-i:[A-Z][A-Za-z]+(?: [A-Z][a-z]+)? time))\b))"
)
