"""Finds the workspace's own stock reply that fits a customer who writes in another language, and fills what is sure."""

import re
from dataclasses import dataclass

from bot.reading.language import NAMES, language_of
from bot.reading.words import content
from bot.replies.sources.stock import StockReply
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.names import first_name

_BLANK = re.compile(r"\{([^{}\n]*)\}")
LEAST_SHARED = 3
MOST_BLANKS = 2
"""Words that a stock reply has to share with the message before it is offered."""


@dataclass(frozen=True, slots=True)
class StockDraft:
    text: str
    note: str
    needs: str = ""


def stock_draft(brief: DraftBrief) -> StockDraft | None:
    """None for English, for a thread that needs no answer, and where no reply fits."""
    language = brief.reading.language
    if language == "en" or not brief.turns or brief.turns[-1].by == "agent" or not brief.reading.needs_answer:
        return None
    fitting = [reply for reply in brief.stock if not reply.is_internal and _language(reply) == language]
    ranked = sorted(fitting, key=lambda reply: (-_shared(reply, brief), reply.reply_id))
    if not ranked or _shared(ranked[0], brief) < LEAST_SHARED:
        return None
    # A reply with many blanks answers something else than what was asked.
    known = {
        "name": first_name(brief.customer_name),
        "agent": brief.agent_name,
        "order": brief.reading.facts.get("order", ""),
    }
    text = _BLANK.sub(lambda blank: known.get(blank[1], "") or blank[0], ranked[0].text)
    open_blanks = list(dict.fromkeys(_BLANK.findall(text)))
    if len(open_blanks) > MOST_BLANKS:
        return None
    name = NAMES.get(language, "another language")
    needs = f"Please fill in {', '.join(open_blanks)}." if open_blanks else ""
    return StockDraft(text, f"This customer writes in {name}. This is your stock reply “{ranked[0].title}”.", needs)


def _language(reply: StockReply) -> str:
    """The language it is marked with; a reply without a mark is read."""
    return reply.language if reply.language != "en" else language_of(_BLANK.sub(" ", reply.text))


def _shared(reply: StockReply, brief: DraftBrief) -> int:
    said = {word for word in content(brief.reading.text) if len(word) > 4}
    return len(said & set(content(f"{reply.title} {reply.topic} {reply.text}")))
