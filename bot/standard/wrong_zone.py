"""Tells whether an hour in a draft is in our zone while the customer lives in another one."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.standard.context import Context
from bot.standard.temporal_expressions import CLOCK

_OUR_ZONE = re.compile(
    r"\b(?:our|my|office|head office|uk|german|dutch|french|swiss|indian|us) time\b|\((?:our|my) time\)|"
    r"\b(?:our end|where I am|over here)\b",
    re.IGNORECASE,
)
_YOUR_ZONE = re.compile(
    r"\b(?:your|local) (?:local )?time\b|\bwhere you are\b|\byour (?:end|side|clock)\b|\bfor you\b", re.IGNORECASE
)
_SHORT_ZONES = re.compile(
    r"\b(?:CES?T|GMT|BST|UTC|E[SD]?T|C[SD]T|M[SD]?T|P[SD]?T|IST|JST|AE[SD]T|SGT|EET|WET|CAT|SAST)\b"
)
_PLACE_TIME = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) time\b")
_REGIONS = frozenset(
    "Local Central Eastern Pacific Mountain Atlantic Daylight Standard Lead Delivery This Next Last Any Some".split()
)


def is_in_another_zone(body: str, context: Context) -> bool:
    """False as soon as the customer's own time is named as well."""
    theirs, ours = _theirs(context), _zone(context, "agent_tz", "agent_zone", "our_tz")
    if "/" not in theirs or theirs == ours or not CLOCK.search(body) or _YOUR_ZONE.search(body) or _names(body, theirs):
        return False
    if _OUR_ZONE.search(body) or (ours and _names(body, ours)) or _is_elsewhere(body, context):
        return True
    return any(short not in _short_names(theirs) for short in _SHORT_ZONES.findall(body)) or _is_our_hour(
        body, context, theirs, ours
    )


def in_their_zone(body: str, context: Context) -> str:
    """With their hour where what is known gives it, else a blank for the person who knows the day that is meant."""
    bare = re.sub(r"\s{2,}", " ", _PLACE_TIME.sub("", _OUR_ZONE.sub("", body))).replace(" ,", ",").replace(" .", ".")
    hours = [each for each in CLOCK.finditer(bare) if each["half"] or each["minute"]] or list(CLOCK.finditer(bare))
    if not hours:
        return body
    known = [_clocks(piece) for piece in _pieces(context) if _names(piece, _theirs(context)) and _clocks(piece)]
    their = known[0] if known and len(hours) == 1 and len(known[0]) == 1 else ["[their hour]"]
    return f"{bare[: hours[0].start()].rstrip()} {their[0]} your time{bare[hours[-1].end() :]}".strip()


def _theirs(context: Context) -> str:
    return _zone(context, "customer_tz", "customer_zone")


def _zone(context: Context, *names: str) -> str:
    return next((str(context.known[name]) for name in names if name in context.known), "")


def _names(body: str, zone: str) -> bool:
    place = zone.rsplit("/", 1)[-1].replace("_", " ")
    return bool(place) and place.lower() in body.lower()


def _is_elsewhere(body: str, context: Context) -> bool:
    """ "22:00 London time", to somebody who never spoke of London."""
    places = [place for place in _PLACE_TIME.findall(body) if place not in _REGIONS]
    return any(place not in context.customer_text for place in places)


@lru_cache(maxsize=64)
def _short_names(zone: str) -> frozenset[str]:
    """What the zone's time is called for short, in winter and in summer; nothing for an unknown zone."""
    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return frozenset()
    return frozenset(name for month in (1, 7) if (name := datetime(2026, month, 1, tzinfo=place).tzname()))


def _pieces(context: Context) -> Iterator[str]:
    for value in map(str, context.known.values()):
        yield from re.split(r"[=,;(/]| is ", value)


def _clocks(piece: str) -> list[str]:
    return [match.group().strip() for match in CLOCK.finditer(piece)]


def _is_our_hour(body: str, context: Context, theirs: str, ours: str) -> bool:
    """A bare hour that what is known gives for our place, and not for theirs."""
    said = {_hour(each) % 12 for each in CLOCK.finditer(body) if each["half"] or each["minute"]}
    said |= {_hour(each) % 12 for each in CLOCK.finditer(body) if re.search(r"\bat\s$", body[: each.start()], re.I)}
    by_place: dict[bool, set[int]] = {True: set(), False: set()}
    for piece in _pieces(context):
        for place in filter(None, (ours, theirs)):
            if _names(piece, place):
                by_place[place == ours] |= {_hour(each) % 12 for each in CLOCK.finditer(piece)}
    return bool(said & by_place[True]) and not said & by_place[False]


def _hour(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    return hour + 12 if (match["half"] or "").lower().startswith("p") and hour < 12 else hour
