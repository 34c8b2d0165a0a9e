"""Decides which risks a draft speaks to: danger that threatens now, not an alarm somebody wants to buy."""

import re
from dataclasses import replace

from bot.reading.read import Reading
from bot.reading.risk_press import is_press
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


_SIGN = re.compile(
    r"\b(?:swollen|swelling|rash|allerg\w+|breath\w*|chest|faint\w*|hospital|injur\w+|bleed\w*|blood|chok\w+|dose|"
    r"poison\w*|vomit\w*|dizz\w+|fever|pain|unwell|hurt\w*|swallowed|unconscious|headache|burn\w*|wound|smok\w+|"
    r"spark\w*|fire|flames?|gas|fumes?|overheat\w*|(?:so|too|very|red|boiling) hot|melt\w*|(?:electric )?shocks?|"
    r"explod\w+|shatter\w*|sharp|brakes?|collaps\w+|falling|fell|freezing|oxygen|insulin|ate|eaten|drowning)\b",
    _I,
)
"""Without one of these words no danger is told, however near a situation comes to one."""
_GRAVE_MATTERS = frozenset({"legal", "press", "going_public"})


def is_in_danger(reading: Reading) -> bool:
    """What the reading found, less what only sounds like it, and heavy bleeding wherever it is told. Where no word of
    danger stands, what the meaning alone suggests must at least name a body or a thing that can hurt one."""
    if _BLEEDS.search(reading.text) or _JUST_MISSED.search(reading.text):
        return True
    if "safety" not in reading.risk:
        return False
    if is_danger(reading.text):
        return is_danger(_NO_DANGER.sub(" ", reading.text))
    return bool(_SIGN.search(reading.text)) and not _GRAVE_MATTERS & set(reading.risk)


def heeded(reading: Reading) -> Reading:
    """The reading with the risks that a reply speaks to. A meaning alone is enough to call a glance, but not to answer
    somebody who heard the forecast on the radio as if a journalist wrote."""
    kept = tuple(risk for risk in reading.risk if risk != "press" or is_press(reading.text))
    if "safety" in kept and not is_in_danger(reading):
        kept = tuple(risk for risk in kept if risk != "safety")
    return reading if kept == reading.risk else replace(reading, risk=kept)
