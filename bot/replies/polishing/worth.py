"""Is there anything that better words could do for this draft? Rules decide, so that most of what is simple or grave
costs nothing."""

from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.compose import Draft
from bot.replies.writing.danger import is_in_danger

_LEADS = frozenset({"legal", "press", "going_public"})
_LEAST_LETTERS = 60


def is_worth_asking(brief: DraftBrief, composed: Draft) -> bool:
    """No for danger, law and press, where the words are the company's own; no for words that are addressed to a
    machine; no for a stock reply and for a line or two."""
    reading = brief.reading
    if is_in_danger(reading) or _LEADS & set(reading.risk) or reading.is_suspicious:
        return False
    return not composed.note and len(composed.text) >= _LEAST_LETTERS
