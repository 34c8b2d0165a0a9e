"""Tells whether something is told that no ask covers, and yet an answer is due."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.reading.read import Reading
from bot.replies.finding.terms import meaning, related
from bot.replies.writing.indirect import spared
from bot.replies.writing.own_case import is_own_case

if TYPE_CHECKING:
    from bot.replies.writing.plan import PlannedAsk


def is_open_matter(trouble: str, reading: Reading, asks: "Sequence[PlannedAsk]") -> bool:
    """`trouble` is what went wrong, in their words. What they only ask to be spared is no ask."""
    asks = [planned for planned in asks if not spared(planned.ask)]
    if asks:
        return _is_beside(trouble, reading, asks)
    is_glad = reading.temperature == "happy" and not reading.complaint
    return not reading.praise and not reading.is_thanks and not is_glad and reading.needs_answer


def _is_beside(trouble: str, reading: Reading, asks: "Sequence[PlannedAsk]") -> bool:
    """Trouble on our side that is told beside questions about something else is owed an answer of its own."""
    if not trouble or not reading.complaint or set(reading.risk) & {"press", "legal"}:
        return False
    told = {other for term in meaning(trouble) for other in (term, *related(term))}
    for planned in asks:
        answer = f"{planned.grounded.answer} {planned.grounded.section.heading}" if planned.grounded else ""
        is_pointing = bool(planned.ask.words) or planned.ask.is_implied or planned.ask.kind == "request"
        if is_pointing or planned.known or told & set(meaning(f"{planned.ask.source} {answer}")):
            return False
    return not any(is_own_case(planned.ask) for planned in asks)
