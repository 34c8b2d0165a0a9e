"""What a reply will do, move by move, before any sentence is chosen, so that every decision can be tested alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from bot.calendar.local import zone_named
from bot.reading.asks import Ask
from bot.reading.feelings import STAKE
from bot.replies.finding.grounding import Grounded
from bot.replies.finding.nearby import Near
from bot.replies.writing.brief import DraftBrief, Style
from bot.replies.writing.danger import is_in_danger
from bot.replies.writing.due import CALM_LEAD, FOLLOW_UP_LEAD, PRESSING_LEAD, SAFETY_LEAD, answer_due, due_in_words
from bot.replies.writing.happened import Happened, happened
from bot.replies.writing.indirect import spared
from bot.replies.writing.known import KnownDate, known_date
from bot.replies.writing.looking import chosen_for, is_about_recall, looked_up
from bot.replies.writing.open_matter import is_open_matter
from bot.replies.writing.own_case import is_own_case
from bot.replies.writing.remedies import Offer, offers_for
from bot.replies.writing.safety import SafetyWords, is_answered_by_safety, safety_words
from bot.replies.writing.silence import silence
from bot.replies.writing.situations import Situation, situations_in
from bot.replies.writing.third_party import is_about_another
from bot.replies.writing.touches import Touches, touches_of

__all__ = ["DraftBrief", "Plan", "PlannedAsk", "State", "Style", "make_plan"]

_I = re.IGNORECASE
State = Literal["answered", "owed", "needs_fact"]


@dataclass(frozen=True, slots=True)
class PlannedAsk:
    """One ask with what is known of it. `grounded` supports an owed request too, when the playbook says how it goes."""

    ask: Ask
    state: State
    grounded: Grounded | None = None
    known: KnownDate | None = None
    """The day that the customer's record names for it."""
    given: str = ""
    """What the agent answered on the card."""
    is_chosen: bool = False
    """The agent chose what grounds it among the near answers."""
    near: tuple[Near, ...] = ()
    """What the playbook perhaps says to it: for the agent to choose, never told by itself."""


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
    situations: tuple[Situation, ...] = ()
    touches: Touches = field(default_factory=Touches)
    offers: tuple[Offer, ...] = ()
    """What may be offered to make it right, for the agent's card; the draft offers only what was chosen."""

    @property
    def ours(self) -> Situation | None:
        """What went wrong on our side, the gravest first."""
        return next((one for one in self.situations if one.is_ours), None)

    @property
    def theirs(self) -> Situation | None:
        return next((one for one in self.situations if not one.is_ours), None)


_PROMISED = re.compile(
    r"\b(?:(?:i|we)(?:'ll| will| shall)\b|(?:by|before|within|in) (?:\w+ ){0,2}(?:\w+day|tomorrow|noon|\d+|hours?|"
    r"days?|minutes?|the end)\b|should be|will be|it'll|you'll (?:hear|have|get)|soon|shortly|on its way|finding out|"
    r"checking|looking into)",
    _I,
)
# Requests for which a playbook commonly says how and until when they go.
_HAS_TERMS = re.compile(
    r"^(?:return|exchange|swap|cancel|change|move|rebook|reschedule|transfer|extend|upgrade|fix)\b", _I
)


def make_plan(brief: DraftBrief) -> Plan:
    """Decide what becomes of every ask, and what the reply must own, dare not say and has to promise."""
    reading = brief.reading
    on = _today(brief, brief.calendar.zone)
    safety = safety_words(reading.text, brief.sections, on) if is_in_danger(reading) else None
    situations = () if safety else situations_in(reading, brief.turns)
    asks: list[PlannedAsk] = []
    for ask in reading.asks:
        asks.append(_planned(ask, brief, safety, asks))
    due_at = answer_due(brief.now, brief.calendar, _lead(brief, safety))
    told = happened(reading, is_same_day=_is_same_day(brief))
    return Plan(
        asks=tuple(asks),
        happened=told,
        safety=safety,
        tells_lead=bool(set(reading.risk) & {"legal", "press", "going_public"}),
        we_slipped=_we_slipped(brief),
        due_at=due_at,
        when=due_in_words(due_at, brief.now, brief.customer_zone, brief.agent_zone),
        is_open_matter=safety is None and is_open_matter(told.trouble, reading, asks),
        silence=silence(brief),
        open_asks=tuple(planned for planned in asks if planned.state != "answered"),
        situations=situations,
        touches=touches_of(brief, situations, due_at),
        offers=offers_for(reading, situations, brief.sections, brief.role),
    )


def _planned(ask: Ask, brief: DraftBrief, safety: SafetyWords | None, before: Sequence[PlannedAsk]) -> PlannedAsk:
    if settled := _settled(ask, brief, safety):
        return settled
    is_own = ask.kind == "question" and is_own_case(ask) and not is_about_recall(ask, brief)
    own = PlannedAsk(ask, "needs_fact", known=known_date(ask.text, brief.record, _today(brief))) if is_own else None
    if set(brief.reading.risk) & {"press", "legal"}:
        return own or PlannedAsk(ask, "owed")  # What is said to the press or a lawyer is not for a draft to choose.
    on = _today(brief, brief.calendar.zone)
    if chosen := chosen_for(ask, brief, on):
        return PlannedAsk(ask, "owed" if ask.kind == "request" else "answered", chosen, is_chosen=True)
    told = [done.grounded for done in before if done.grounded]
    looked = looked_up(ask, brief, on, told)
    planned = own or _grounded(ask, looked.found)
    is_open = planned.grounded is None and not safety
    return replace(planned, near=looked.near(told, brief.earlier_texts, is_own=is_own)) if is_open else planned


def _settled(ask: Ask, brief: DraftBrief, safety: SafetyWords | None) -> PlannedAsk | None:
    """What needs no look into the playbook: the agent told it, or other words of the reply see to it."""
    if brief.given.get(ask.text):
        return PlannedAsk(ask, "answered", given=brief.given[ask.text])
    if _is_about_ringing(ask) and brief.record and brief.record.wants_messages_only:
        return PlannedAsk(ask, "answered")
    is_seen_to = is_answered_by_safety(ask.text) if safety else is_about_another(ask, brief.written)
    is_seen_to = is_seen_to or bool(spared(ask))
    return PlannedAsk(ask, "answered") if is_seen_to else None


def _grounded(ask: Ask, found: Grounded | None) -> PlannedAsk:
    if ask.kind == "request":
        return PlannedAsk(ask, "owed", found if found and _says_how(ask, found) else None)
    return PlannedAsk(ask, "answered", found) if found else PlannedAsk(ask, "owed")


def _says_how(ask: Ask, found: Grounded) -> bool:
    """The page says how what they request goes, and until when."""
    verb = _HAS_TERMS.match(ask.text)
    return not found.is_row and verb is not None and verb[0] in found.answer.lower()


def _is_about_ringing(ask: Ask) -> bool:
    return bool(
        re.match(r"^(?:do|must|should|will) (?:i|we) (?:have to |need to )?(?:ring|call|phone)\b", ask.text, _I)
    )


def _lead(brief: DraftBrief, safety: SafetyWords | None) -> timedelta:
    reading = brief.reading
    if safety:
        return SAFETY_LEAD
    if _is_waiting_on_us(brief) or _RIGHT_NOW.search(reading.text):
        return FOLLOW_UP_LEAD
    is_pressed = reading.temperature != "calm" or STAKE.search(reading.text)
    if is_pressed and _WITHIN_HOURS.search(reading.text):
        return SAFETY_LEAD
    return CALM_LEAD if reading.temperature in ("calm", "happy") else PRESSING_LEAD


_RIGHT_NOW = re.compile(
    r"\b(?:(?:i|we)(?:'m| am|'re| are)? (?:am |are )?(?:standing|stood|stand|waiting|stuck|sitting|locked) "
    r"(?:right )?(?:here |out(?:side)?\b|in front|at (?:the|your) (?:door|gate|desk|counter|entrance|station|stop)|"
    r"in the (?:rain|cold|snow|dark))|(?:start(?:ed|s)|began|begins|opens|leaves|left|boards) "
    r"(?:in )?(?:\d+|a few|five|ten|fifteen|twenty|half an hour) ?(?:min\w*)?(?: ago)?\b|"
    r"in (?:\d+|five|ten|fifteen|twenty|thirty|a few) min(?:ute)?s?\b|it'?s (?:already )?started|is on right now)",
    _I,
)
"""Somebody stands at a door, or what they came for is on: an answer in the afternoon is none."""
_WITHIN_HOURS = re.compile(r"\bin (?:an?|one|two|three|four|[1-4]|half an) hours?\b", _I)


def _is_waiting_on_us(brief: DraftBrief) -> bool:
    """A cold word or two after our own promise: they need a time that is near."""
    agent_spoke = any(turn.by == "agent" and _PROMISED.search(turn.text) for turn in brief.turns)
    return agent_spoke and len(brief.reading.text.split()) <= 5 and not brief.reading.is_thanks


def _we_slipped(brief: DraftBrief) -> bool:
    if not brief.reading.repeat_contact and not _is_waiting_on_us(brief):
        return False
    return any(turn.by == "agent" and _PROMISED.search(turn.text) for turn in brief.turns)


def _today(brief: DraftBrief, zone: str = "") -> date:
    return brief.now.astimezone(zone_named(zone or brief.customer_zone)).date()


def _is_same_day(brief: DraftBrief) -> bool:
    """Whether "tomorrow" in their words is still tomorrow; a message without a time counts as new."""
    sent = next((turn.sent_at for turn in reversed(brief.turns) if turn.by == "customer"), None)
    if sent is None:
        return True
    zone = zone_named(brief.customer_zone)
    return sent.astimezone(zone).date() == brief.now.astimezone(zone).date()
