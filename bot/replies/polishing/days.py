"""Which days a text names, whatever its language, so that a day that nobody planned is found."""

# ruff: noqa: RUF001 - Words of other scripts look like Latin ones.

import importlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
YEAR = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")  # fmt: skip
_NEAR = {"0 day ago": "today", "in 1 day": "tomorrow", "1 day ago": "yesterday", "in 2 day": "in two days",
         "in 1 week": "next week", "in 1 month": "next month"}  # fmt: skip
_MORE = {
    "weekend": r"weekends?|wochenende\w*|week-end|fin de semana|fine settimana|weekendu?|fim de semana|helg(?:en)?|"
    r"hafta sonu|выходны\w*|вихідн\w*|σαββατοκύριακο|週末|周末|주말|סוף השבוע|نهاية الأسبوع",
    "tonight": r"tonight|this evening|heute (?:abend|nacht)|ce soir|cette nuit|esta noche|stasera|stanotte|esta noite|"
    r"hoje à noite|vanavond|vannacht|dziś wieczorem|ikväll|i kväll|i aften|i kveld|bu (?:akşam|gece)|сегодня вечером|"
    r"сьогодні ввечері|απόψε|今夜|今晩|今晚|오늘 밤|오늘 저녁|הערב|الليلة",
    "Christmas": r"christmas|xmas|boxing day|weihnacht\w*|heiligabend|noël|navidad|natale|natal|kerst\w*|"
    r"boże\w* narodzen\w*|świętami|jul|jula|julen|noel|рождеств\w*|різдв\w*|χριστούγεννα|"
    r"クリスマス|圣诞\w*|크리스마스|"
    r"חג המולד|عيد الميلاد",
    "New Year": r"new year\w*|neujahr\w*|silvester\w*|nouvel an|año nuevo|capodanno|ano novo|nieuwjaar|now\w+ rok\w*|"
    r"nyår\w*|nytår\w*|nyttår\w*|yılbaşı\w*|нов\w+ год\w*|нов\w+ рок\w*|πρωτοχρονιά|お正月|元旦|新年|새해|설날",
    "Easter": r"easter|ostern|pâques|pascua|pasqua|páscoa|pasen|wielkanoc\w*|påsk\w*|påske\w*|paskalya|пасх\w*|"
    r"великд\w*|πάσχα|イースター|复活节|부활절",
}
"""Days of which no calendar file speaks, in all languages at once."""
_BARE_FROM = "\u0590"
_SHORT = {"Mon": "monday", "Tue": "tuesday", "Tues": "tuesday", "Wed": "wednesday", "Thu": "thursday",
          "Thur": "thursday", "Thurs": "thursday", "Fri": "friday", "Sat": "saturday", "Sun": "sunday",
          "Jan": "january", "Feb": "february", "Mar": "march", "Apr": "april", "Jun": "june", "Jul": "july",
          "Aug": "august", "Sep": "september", "Sept": "september", "Oct": "october", "Nov": "november",
          "Dec": "december"}  # fmt: skip
_SAME_DAY = re.compile(
    r"\bthis (?:morning|afternoon|evening)\b|\btonight\b|\bcet(?:te)? (?:après-midi|matinée)\b|"
    r"\besta (?:tarde|mañana)\b|\bquesto pomeriggio\b|\bstasera\b|\bvan(?:middag|ochtend|avond)\b|\bce soir\b|"
    r"\bi eftermiddag\b|本日|今日|今天|오늘",
    re.I,
)
_FILES = {"no": "nb"}
_ALSO_WORDS = frozenset({"may", "mars", "march", "mart", "sun", "mar", "sol", "jan"})
"""Too short or too common to prove a date by itself; its number or its weekday does."""
_DENSE = frozenset({"zh", "ja", "ko"})
"""Written without spaces, so that two characters are a word."""


def days_in(text: str, language: str) -> frozenset[str]:
    """Weekdays, months, near days and feasts that are named, in English words; English ones are heard everywhere."""
    said = text.lower()
    found = {day for word, day in _words(language).items() if word.search(said)}
    if language != "en":
        found |= {day for word, day in _words("en").items() if word.search(said)}
    else:
        found |= {day for short, day in _SHORT.items() if re.search(rf"\b{short}\b(?!['’])", text)}
    return frozenset(found | {day for day, word in _more().items() if word.search(said)})


def days_lost(text: str, language: str, planned: frozenset[str]) -> frozenset[str]:
    """Planned days that the text no longer names; months may have become numbers."""
    lost = planned - days_in(text, language) - (frozenset() if language == "en" else frozenset(YEAR))
    return lost - {"today"} if _SAME_DAY.search(text) else lost


@lru_cache(maxsize=1)
def _more() -> Mapping[str, re.Pattern[str]]:
    return {
        day: re.compile("|".join(map(_bordered, re.split(r"\|(?![^()]*\))", words)))) for day, words in _MORE.items()
    }


def _bordered(word: str) -> str:
    return word if word[0] >= _BARE_FROM else rf"(?<!\w)(?:{word})(?!\w)"


@lru_cache(maxsize=32)
def _words(language: str) -> Mapping[re.Pattern[str], str]:
    found: dict[re.Pattern[str], str] = {}
    named: dict[str, Any] = importlib.import_module(
        f"dateparser.data.date_translation_data.{_FILES.get(language, language)}"
    ).info
    near = named.get("relative-type", {})
    each = [(day, named.get(day, ())) for day in (*_WEEK, *YEAR)]
    each += [(day, near.get(key, ())) for key, day in _NEAR.items()]
    least = 2 if language in _DENSE else 4
    for day, forms in each:
        for form in map(str.lower, forms):
            if len(form) >= least and form not in _ALSO_WORDS:
                is_word = language not in _DENSE
                bordered = rf"(?<!\w){re.escape(form)}(?:s|a|u|ie|n|en)?(?!\w)"
                found[re.compile(bordered if is_word else re.escape(form))] = day
    return found
