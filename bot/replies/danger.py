"""Decides whether a draft speaks of danger first: something that threatens now, not an alarm somebody wants to buy."""

import re

from bot.reading.read import Reading
from bot.reading.risk_safety import is_danger

_I = re.IGNORECASE
_NO_DANGER = re.compile(
    r"\b(?:your |the |my |our )?(?:\w+ )?(?:dentist|doctor|driver|engineer|technician|colleague|teacher|trainer|"
    r"man|hygienist|"
    r"he|she|somebody|someone) (?:was|is|were|fell|got|called in) (?:ill|sick|off sick)\b|"
    r"\b(?:carbon monoxide|co|smoke|fire|gas|heat) (?:alarm|detector|sensor)s?\b(?![^.?!]{0,40}\b(?:beep|goes|"
    r"going|went|"
    r"sound|ring|scream)\w*)",
    _I,
)
_BLEEDS = re.compile(
    r"\b(?:lots?|a lot|so much|plenty|pool) of blood\b|\bblood (?:everywhere|all over)\b|\bbleeding (?:a lot|"
    r"badly|heavily|"
    r"everywhere)\b|\b(?:won't|doesn't|not) stop(?:ped)? bleeding\b|\bunconscious\b|\bknocked out\b",
    _I,
)


_JUST_MISSED = re.compile(
    r"\b(?:nearly|almost|just missed) (?:had|hit|killed|ran (?:me|us) over|got (?:hit|killed|run over)|crashed|"
    r"fell (?:off|down)|"
    r"set (?:the|my) \w+ on fire)\b",
    _I,
)


def is_in_danger(reading: Reading) -> bool:
    """What the reading found, less what only sounds like it, and heavy bleeding wherever it is told."""
    if _BLEEDS.search(reading.text) or _JUST_MISSED.search(reading.text):
        return True
    if "safety" not in reading.risk:
        return False
    was_told = is_danger(reading.text)
    return not was_told or is_danger(_NO_DANGER.sub(" ", reading.text))
