"""Hears when somebody asks for what only another person may be told, such as a neighbour's number or a wife's visit."""

import re

from bot.reading.asks import Ask

_I = re.IGNORECASE
_OTHER = (
    r"(?:neighbou?r|friend|flatmate|housemate|room-?mate|colleague|co-?worker|boss|employee|tenant|landlord|landlady|"
    r"ex(?:-\w+)?|wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|sister|brother|mother|father|mum|mom|dad|aunt|"
    r"uncle|cousin|mother-in-law|father-in-law|sister-in-law|brother-in-law)"
)
"""Adults with matters of their own; for a child its parents ask."""
_HELD = (
    r"(?:(?:home |e-?mail )?address|(?:phone |mobile |telephone )?number|e-?mail|"
    r"(?:frame|serial|account|booking|order|customer|policy|room) (?:number|code)|password|pin|code|diagnosis|balance|"
    r"bookings?|orders?|appointments?|visits?|(?:personal |contact )?details|date of birth|birthday|history|files?|"
    r"records?|bills?|invoices?|contract|account)"
)
_ASKS_FOR = re.compile(
    rf"^(?:give|send|tell|show|share|forward|read|look up|confirm|check|know|have|get|see|what(?:'s| is| are| was)|"
    rf"when (?:is|was)|where (?:is|was|does))\b.*\b"
    rf"(?:(?P<whose>his|her|their|{_OTHER}'?s'?)\s+(?:\w+ )?|the ){_HELD}\b",
    _I,
)
_WAS_THERE = re.compile(
    r"^(?:(?:confirm|check|tell (?:me|us)|say|know|see|whether)\b.{0,30}\b|(?:was|is|did|does|has|had) )(?:s?he)\b",
    _I,
)
_ONE_OTHER = re.compile(rf"\b(?:my|our|the|a) (?:\w+ )?{_OTHER}(?:'s)?\b|\b(?:his|her|their) name is\b", _I)
_NAMED = re.compile(r"\b(?:his|her|their) name is\b", _I)
_NOT_ONLY_THEIRS = re.compile(
    r"\b(?:our|we|us|my) (?:joint |shared |own )?(?:order|booking|account|bill|parcel|contract)\b", _I
)


def is_about_another(ask: Ask, text: str) -> bool:
    """`text` is all that the customer wrote. "Can my husband collect it?" asks for nothing that we hold about him."""
    if not _ONE_OTHER.search(text) or _NOT_ONLY_THEIRS.search(ask.text):
        return False
    asked = _ASKS_FOR.search(ask.text)
    return bool(asked["whose"] or _NAMED.search(text)) if asked else bool(_WAS_THERE.search(ask.text))
