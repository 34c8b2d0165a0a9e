"""Places a customer named: known ones anywhere, others after a word of place, rooms and seats by their number."""

import re
from collections.abc import Iterator

from bot.reading.fact_names import CAPITAL, LANGUAGE, name_within
from bot.reading.gazetteer import DOUBTFUL, GIVEN_NAMES, PLACES

_ROAD_OR_STOP = (
    r"(?:Street|Road|Airport|Station|Square|Park|Bridge|Terminal|Hospital|Harbour|Hill|Beach|Centre|Center|Branch|"
    r"Hall|Suite|Lounge|Hotel|Museum|Library|"
    r"College|Mall|Clinic|Gardens|Pier|Stadium|Theatre|Arena|Market|Plaza|Room)"
)
_NAMED_PLACE = re.compile(rf"\b({CAPITAL}(?: {CAPITAL})? {_ROAD_OR_STOP})\b")
_IN_A_PLACE = re.compile(
    r"\b(?:in|at|from|to|near|outside|via|around|towards|since|left|leaving|reach(?:ed)?|(?:coach|bus|train|flight|"
    r"ferry|"
    rf"ticket|tickets|leave|left|bound) for)\s+(?:the |our |your )?((?:St\.? )?{CAPITAL}(?:[ -](?:{CAPITAL}|"
    r"St\b))?)(?!\w)"
)
_TOWN_AFTER = re.compile(rf"(?:\d|(?-i:[a-z])|{CAPITAL}), ({CAPITAL})(?=[.?!]*(?:\s*\n|\s*$|[.?!]\s))")
_SPOT = re.compile(
    r"\b((?:room|suite|cabin|seat|bay|pitch|desk|staircase|platform|berth|plot|stand|locker|ward|pump|court|studio|"
    r"hall|"
    r"terminal|gate|lane|aisle|pier|unit) (?:no\.? )?(?:[A-Z]?\d{1,4}[A-Za-z]?|(?-i:[A-Z])))\b(?![-.,:/]\d|\s?%)",
    re.I,
)
_IN_NUMBER = re.compile(

    r"\bin\s+(\d{3,4}[a-z]?)\b(?!\s?(?:minutes?|mins?|days?|"
                   r"hours?|weeks?|months?|years?|euros?|pounds?|%|(?!is\b|was\b|has\b)[a-z]+s\b|"
                   r"[.,:/]\d))", re.I)  # fmt: skip
_NO_PLACE_BEFORE = re.compile(r"\b(?:not|not in|version|like|love|with|by|thanks|thank you)\s+$", re.I)


_AFTER_GREETING = re.compile(r"\b(?:hi|hello|hey|dear|thanks?|thank you|thx|cheers|ok|yes|no|sorry|please|good|regards|"
                             r"wishes|morning|one|you|me|us|him|her|it|this|that|true|great),\s+$", re.I)  # fmt: skip
_NO_PLACE = re.compile(r"\b(?:Echo|Lantern|Herald|Times|News|Post|Gazette|Tribune|Chronicle|Observer|Journal|Mirror|"
                       r"Advent|Ramadan|Eid|Lent|Passover|Diwali|Hanukkah|Channel|Radio|God|Heaven)$")  # fmt: skip


_CHANNEL = re.compile(r"(?<![\w-])(?:Radio|Canal|Canale|Channel|Kanal|Tele|TV)\s+$")
"""Whoever broadcasts from there bears the place's name."""


def places_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a place is named: a known one anywhere, another one after "in", "at", "to"; a room by its number."""
    yield from (m.span(1) for m in _NAMED_PLACE.finditer(text))
    for found in re.finditer(r"(?<![\w'-])[A-Z][A-Za-zà-ÿ]+(?:'s)?(?![\w-])", text):
        word = found[0].removesuffix("'s")
        is_known = word.lower() in PLACES and word.lower() not in DOUBTFUL
        before = text[: found.start()]
        if is_known and not (_NO_PLACE_BEFORE.search(before) or _CHANNEL.search(before)):
            district = re.match(r" \d{1,2}(?=[\s.,?!]|$)(?! [a-z]+s\b)", text[found.start() + len(word) :])
            yield found.start(), found.start() + len(word) + (district.end() if district else 0)
    for found in _IN_A_PLACE.finditer(text):
        start, end = name_within(text, *found.span(1))
        is_other = re.match(r"\s+(?:plan|tariff|team|package|account)\b", text[end:]) or _NO_PLACE.search(
            text[start:end]
        )
        is_other = is_other or _CHANNEL.match(text[start:end].split()[0] + " " if end > start else "")
        end += 2 * (text[start:end].startswith("St ") and text[end : end + 2] == "'s")  # "St Bart's" is the whole name.
        if end > start and not is_other and not LANGUAGE.match(text[start:end]):
            yield start, end
    yield from (m.span(1) for m in _SPOT.finditer(text))
    yield from (m.span(1) for m in _IN_NUMBER.finditer(text) if not re.match(r"(?:19|20)\d\d$", m[1]))
    for found in _TOWN_AFTER.finditer(text):
        start, end = name_within(text, *found.span(1))
        if end > start and text[start:end].lower() not in GIVEN_NAMES and not _AFTER_GREETING.search(text[:start]):
            yield start, end
