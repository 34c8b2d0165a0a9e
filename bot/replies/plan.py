"""What a reply will do, move by move, before any sentence is chosen, so that every decision can be tested alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.calendar.hours import TeamCalendar
from bot.calendar.local import zone_named
from bot.conversation import Turn
from bot.reading.asks import Ask
from bot.reading.language import NAMES
from bot.reading.read import Reading
from bot.replies.customers import CustomerRecord
from bot.replies.due import CALM_LEAD, PRESSING_LEAD, SAFETY_LEAD, answer_due, due_in_words
from bot.replies.grounding import Grounded, ground, same_page_steps
from bot.replies.happened import Happened, happened
from bot.replies.known import KnownDate, known_date
from bot.replies.playbook import Section
from bot.replies.ranking import meaning, related
from bot.replies.safety import SafetyWords, is_what_now, safety_words
from bot.replies.stock import StockReply

_I = re.IGNORECASE
State = Literal["answered", "owed", "needs_fact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBrief:
    """All that a draft may be made of. Zones are IANA names; `earlier_texts` are our texts that stand in the thread."""

    turns: Sequence[Turn]
    reading: Reading
    customer_name: str
    agent_name: str
    now: datetime
    customer_zone: str
    agent_zone: str
    calendar: TeamCalendar
    record: CustomerRecord | None = None
    sections: Sequence[Section] = ()
    stock: Sequence[StockReply] = ()
    earlier_texts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PlannedAsk:
    """One ask with what is known of it. `grounded` supports an owed request too, when the playbook says how it goes."""

    ask: Ask
    state: State
    grounded: Grounded | None = None
    known: KnownDate | None = None
    """The day that the customer's record names for it."""


@dataclass(frozen=True, slots=True)
class Plan:
    asks: tuple[PlannedAsk, ...]
    happened: Happened
    safety: SafetyWords | None
    tells_lead: bool
    we_slipped: bool
    """An agent gave their word in this thread and the customer had to come back."""
    due_at: datetime
    when: str
    """The due time in words, in the customer's zone."""
    is_open_matter: bool = False
    """Something is told that nothing asked covers, and yet an answer is due."""
    silence: str = ""
    """Why there is no draft; empty when there is one."""
    open_asks: tuple[PlannedAsk, ...] = ()


_OWN_CASE = re.compile(
    r"^(?:where(?:'s| is| are| was| has| did| do)?\b(?!.* (?:your|is the (?:shop|store|office|clinic|nearest|"
    r"entrance)|can i|do i (?:find|send|get|put|park|log)))"
    r"|when (?:will|is|are|was|does|do|did|can)\b.*\b(?:my|our|it|this|they|them|arrive|(?:i|we) (?:get|receive|"
    r"have|expect))\b"
    r"|(?:has|have|had|did|was|were)\b.*\b(?:my|our|you|i|we|it|the)\b"
    r"|why\b.*\b(?:my|our|i|we|me|us|nobody|no one)\b|what happened\b|how (?:could|can|come)\b.*\b(?:this|that|it|"
    r"happen\w*)\b|how come\b"
    r"|will\b.*\b(?:arrive|be (?:here|there|ready|delivered|sent|fixed|done)|come|make it|get (?:it|here))\b"
    r"|(?:is|are) (?:my|our|the|it|this)\b.*\b(?:ready|shipped|sent|on its way|on the way|done|there|here|"
    r"confirmed|fixed|late|lost|still|coming|back|delayed|paid|booked|registered)\b"
    r"|.*\b(?:possible|available|a slot|a place|room|free)\b.*\b(?:next|this|tomorrow|today|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|\d)\b"
    r"|(?:is|are) (?:my|our)\b.*\b(?:dangerous|safe|ok|okay|fine|normal|broken|defective|compatible)$"
    r"|what happens (?:now|next)$"
    r"|what(?:'s| is) (?:the (?:status|state|matter|news|delay)|going on|happening|wrong)\b|any (?:news|update)|"
    r"who (?:got|has|took|signed)\b|(?:can|could) (?:she|he|they|it|i|we) have it\b)",
    _I,
)
_GENERAL_CASE = re.compile(
    r"^where (?:do|can|should) (?:i|we)\b|\b(?:stored|hosted|located|saved)$|\bafter (?:a|an|each|every|i|we)\b|"
    r"\b(?:usually|normally|generally|in general)\b",
    _I,
)
_PROMISED = re.compile(
    r"\b(?:(?:i|we)(?:'ll| will| shall)\b|(?:by|before|within|in) (?:\w+ ){0,2}(?:\w+day|tomorrow|noon|\d+|hours?|"
    r"days?|minutes?|the end)\b|should be|will be|it'll|you'll (?:hear|have|get)|soon|shortly|on its way)",
    _I,
)
# Requests for which a playbook commonly says how and until when they go.
_HAS_TERMS = re.compile(
    r"^(?:return|exchange|swap|cancel|change|move|rebook|reschedule|transfer|extend|upgrade|fix)\b", _I
)


def make_plan(brief: DraftBrief) -> Plan:
    """Decide what becomes of every ask, and what the reply must own, dare not say and has to promise."""
    reading = brief.reading
    on = brief.now.astimezone(zone_named(brief.calendar.zone)).date()
    safety = safety_words(reading.text, brief.sections, on) if "safety" in reading.risk else None
    asks: list[PlannedAsk] = []
    for ask in reading.asks:
        asks.append(_planned(ask, brief, safety, asks))
    open_asks = tuple(planned for planned in asks if planned.state != "answered")
    due_at = answer_due(brief.now, brief.calendar, _lead(reading, safety))
    told = happened(reading, is_same_day=_is_same_day(brief))
    is_unasked = _is_open_matter(reading) if not asks else _is_beside(told.trouble, reading, asks)
    return Plan(
        asks=tuple(asks),
        happened=told,
        safety=safety,
        tells_lead=bool(set(reading.risk) & {"legal", "press", "going_public"}),
        we_slipped=_we_slipped(brief),
        due_at=due_at,
        when=due_in_words(due_at, brief.now, brief.customer_zone, brief.agent_zone),
        is_open_matter=safety is None and is_unasked,
        silence=_silence(brief),
        open_asks=open_asks,
    )


def is_own_case(ask: Ask) -> bool:
    """The answer is a fact of this customer's own case (where their parcel is), which no playbook can hold."""
    return bool(_OWN_CASE.search(ask.text)) and not _GENERAL_CASE.search(ask.text)


def _planned(ask: Ask, brief: DraftBrief, safety: SafetyWords | None, before: Sequence[PlannedAsk]) -> PlannedAsk:
    if safety and is_what_now(ask.text):
        return PlannedAsk(ask, "answered")
    if ask.kind == "question" and is_own_case(ask) and not _is_about_recall(ask, brief):
        return PlannedAsk(ask, "needs_fact", known=known_date(ask.text, brief.record, _today(brief)))
    on = brief.now.astimezone(zone_named(brief.calendar.zone)).date()
    if set(brief.reading.risk) & {"press", "legal"}:
        return PlannedAsk(ask, "owed")  # What is said to the press or a lawyer is not for a draft to choose.
    found = _looked_up(ask, brief, on, before)
    if ask.kind == "request":
        verb = _HAS_TERMS.match(ask.text)
        is_helpful = found is not None and not found.is_row and verb is not None and verb[0] in found.answer.lower()
        return PlannedAsk(ask, "owed", found if is_helpful else None)
    return PlannedAsk(ask, "answered", found) if found else PlannedAsk(ask, "owed")


def _looked_up(ask: Ask, brief: DraftBrief, on: date, before: Sequence[PlannedAsk]) -> Grounded | None:
    """What the playbook says; an ask that names nothing ("what happens now?") is read with the rest of its sentence."""
    query = _query(ask, brief)
    found = ground(query, brief.sections, on=on, record=brief.record, context=brief.reading.text)
    is_alone = sum(other.source == ask.source for other in brief.reading.asks) == 1
    if found is None and is_alone and len(meaning(query)) < 2 <= len(meaning(ask.source)):
        found = ground(ask.source, brief.sections, on=on, record=brief.record)
    if found is None and is_what_now(ask.text):
        earlier = [done.grounded for done in reversed(before) if done.grounded]
        found = same_page_steps(earlier[0], brief.sections, on) if earlier else None
    return found if ask.kind == "question" or len(meaning(query)) > 1 else None


_OWN_KINDS = frozenset("order booking invoice ticket account tracking address email phone person serial".split())


_ALL_RIGHT = re.compile(
    r"^(?:whether |is |are )?(?P<what>(?:my|our) [\w -]+?) (?:is |are )?(?:ok|okay|fine|all right|safe|affected|"
    r"concerned|"
    r"one of them|included)$",
    _I,
)


def _is_about_recall(ask: Ask, brief: DraftBrief) -> bool:
    return bool(_ALL_RIGHT.match(ask.text)) and bool(re.search(r"\brecall", brief.reading.text, _I))


def _query(ask: Ask, brief: DraftBrief) -> str:
    """What to look up: a fault in the customer's own sentence, without numbers and names that only this case has."""
    about = _ALL_RIGHT.match(ask.text)
    if about and _is_about_recall(ask, brief):
        return f"is {about['what']} affected by the recall"
    words = ask.source if ask.is_implied and ask.kind == "request" else ask.text
    for key, value in brief.reading.facts.items():
        if key.rstrip("23") in _OWN_KINDS:
            words = words.replace(value, " ")
    return words


def _is_open_matter(reading: Reading) -> bool:
    """Something is told that wants an answer although nothing is asked: praise and thanks do not."""
    return not reading.praise and not reading.is_thanks and reading.needs_answer


def _is_beside(trouble: str, reading: Reading, asks: Sequence[PlannedAsk]) -> bool:
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


def _lead(reading: Reading, safety: SafetyWords | None) -> timedelta:
    if safety:
        return SAFETY_LEAD
    if reading.temperature != "calm" and _WITHIN_HOURS.search(reading.text):
        return SAFETY_LEAD
    return CALM_LEAD if reading.temperature in ("calm", "happy") else PRESSING_LEAD


_WITHIN_HOURS = re.compile(r"\bin (?:an?|one|two|three|four|[1-4]|half an) hours?\b", _I)


def _we_slipped(brief: DraftBrief) -> bool:
    if not brief.reading.repeat_contact:
        return False
    return any(turn.by == "agent" and _PROMISED.search(turn.text) for turn in brief.turns)


def _today(brief: DraftBrief) -> date:
    return brief.now.astimezone(zone_named(brief.customer_zone)).date()


def _is_same_day(brief: DraftBrief) -> bool:
    """Whether "tomorrow" in their words is still tomorrow; a message without a time counts as new."""
    sent = next((turn.sent_at for turn in reversed(brief.turns) if turn.by == "customer"), None)
    if sent is None:
        return True
    zone = zone_named(brief.customer_zone)
    return sent.astimezone(zone).date() == brief.now.astimezone(zone).date()


def _silence(brief: DraftBrief) -> str:
    reading = brief.reading
    if not brief.turns or brief.turns[-1].by == "agent":
        return "The last word in this thread is ours, so nothing waits for an answer."
    if reading.language != "en":
        name = NAMES.get(reading.language, "another language")
        stock = [reply.title for reply in brief.stock if reply.language == reading.language and not reply.is_internal]
        rest = f" Your stock replies in {name}: {', '.join(stock[:5])}." if stock else ""
        return f"This customer writes in {name}; I draft in English only, so this one is yours.{rest}"
    if not reading.needs_answer:
        return "They only close the talk; nothing is open, so no reply is needed."
    if reading.is_suspicious and not reading.asks and not reading.complaint and not reading.risk:
        return "These words are addressed to a machine and not to you, so please read them yourself."
    return ""
