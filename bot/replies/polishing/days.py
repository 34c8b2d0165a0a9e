"""Which days a text names, whatever its language, so that a day that nobody planned is found."""

import importlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")  # fmt: skip
_NEAR = {"0 day ago": "today", "in 1 day": "tomorrow", "1 day ago": "yesterday", "in 2 day": "in two days",
         "in 1 week": "next week", "in 1 month": "next month"}  # fmt: skip
_FILES = {"no": "nb"}
_ALSO_WORDS = frozenset({"may", "mars", "march", "mart", "sun", "mar", "sol", "jan"})
"""Too short or too common to prove a date by itself; its number or its weekday does."""
_DENSE = frozenset({"zh", "ja", "ko"})
"""Written without spaces, so that two characters are a word."""


def days_in(text: str, language: str) -> frozenset[str]:
    """Weekdays, months and near days that are named, in English words."""
    said = text.lower()
    return frozenset(day for word, day in _words(language).items() if re.search(word, said))


@lru_cache(maxsize=32)
def _words(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    named: dict[str, Any] = importlib.import_module(
        f"dateparser.data.date_translation_data.{_FILES.get(language, language)}"
    ).info
    near = named.get("relative-type", {})
    each = [(day, named.get(day, ())) for day in (*_WEEK, *_YEAR)]
    each += [(day, near.get(key, ())) for key, day in _NEAR.items()]
    least = 2 if language in _DENSE else 4
    for day, forms in each:
        for form in map(str.lower, forms):
            if len(form) >= least and form not in _ALSO_WORDS:
                is_word = language not in _DENSE
                found[rf"(?<!\w){re.escape(form)}(?:s|a|u|ie|n|en)?(?!\w)" if is_word else re.escape(form)] = day
    return found
