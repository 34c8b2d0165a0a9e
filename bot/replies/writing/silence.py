"""When no draft beats a poor one: the reasons for silence, one sentence each."""

import re

from bot.reading.language import NAMES
from bot.replies.writing.brief import DraftBrief

_DONE = re.compile(
    r"^(?:(?:perfect|great|brilliant|lovely|super|good|excellent|wonderful|ok(?:ay)?|ah|yes|cheers|thanks?|thank "
    r"you|ta)\b[ ,.!]*)*"
    r"(?:that(?:'s| has| is)? (?:did it|it|worked|works|done it|fixed it|all|everything|sorted|solved it)|(?:all |"
    r"it's )?"
    r"(?:sorted|solved|works? (?:now|again)|working (?:now|again)|done))?"
    r"(?:[ ,.!]*(?:perfect|great|cheers|thanks?|thank you|ta|bye|now|then|so much|again|a lot|very much)\b)*[ ,.!]*$",
    re.IGNORECASE,
)


def silence(brief: DraftBrief) -> str:
    """Empty when there should be a draft."""
    reading = brief.reading
    if not brief.turns or brief.turns[-1].by == "agent":
        return "The last word in this thread is ours, so nothing waits for an answer."
    if reading.language != "en":
        return in_another_language(brief)
    if not reading.needs_answer or (_DONE.match(reading.text) and not reading.files):
        return "They only close the talk; nothing is open, so no reply is needed."
    if reading.is_suspicious and not reading.asks and not reading.complaint and not reading.risk:
        return "These words are addressed to a machine and not to you, so please read them yourself."
    return ""


def in_another_language(brief: DraftBrief) -> str:
    name = NAMES.get(brief.reading.language, "another language")
    fitting = [reply for reply in brief.stock if reply.language == brief.reading.language and not reply.is_internal]
    rest = f" Your stock replies in {name}: {', '.join(reply.title for reply in fitting[:5])}." if fitting else ""
    return f"This customer writes in {name}; I draft in English only, so this one is yours.{rest}"
