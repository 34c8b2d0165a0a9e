"""Writes the draft that a plan asks for: kind, complete and true, with every fact traced to where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.calendar.local import zone_named
from bot.reading.wishes import is_wish
from bot.replies.finding.grounding import guidance
from bot.replies.finding.nearby import Near
from bot.replies.writing.answering import answers_of
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.danger import heeded
from bot.replies.writing.factcheck import unsupported
from bot.replies.writing.indirect import spared
from bot.replies.writing.names import first_name, greeting
from bot.replies.writing.opening import opening
from bot.replies.writing.other_language import stock_draft
from bot.replies.writing.owed import owed, wants_a_call
from bot.replies.writing.own_check import without_breaks
from bot.replies.writing.own_voice import opened_up
from bot.replies.writing.plan import Plan, PlannedAsk, State, make_plan
from bot.replies.writing.remedies import Offer, chosen_offer
from bot.replies.writing.sentences import Voice, sentences_in
from bot.replies.writing.third_party import is_about_another
from bot.replies.writing.worn import greeted, said_as, signed

_I = re.IGNORECASE
_GRAVE = frozenset({"worried", "upset", "angry", "silent_angry"})


@dataclass(frozen=True, slots=True)
class AskState:
    """One ask and what the draft does with it. `source` names the page that answers it, "" when none does."""

    ask: str
    state: State
    answer: str = ""
    source: str = ""
    is_request: bool = False
    is_chosen: bool = False
    """The agent chose the answer among the near ones."""
    near: tuple[Near, ...] = ()
    """What the playbook perhaps says to it, for the agent to choose; nothing of them stands in the text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggested reply. An empty one says why in `reason`. `due_at` is what sending it promises, by `owner`."""

    text: str = ""
    asks: tuple[AskState, ...] = ()
    sources: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    """Internal passages for the agent's eyes; nothing of them stands in the text."""
    needs: str = ""
    due_at: datetime | None = None
    owner: str = ""
    reason: str = ""
    offers: tuple[Offer, ...] = ()
    """What may be offered to make it right, for the agent's card only."""
    note: str = ""
    """What the card says about the draft itself, such as the language it is in."""

    @property
    def is_empty(self) -> bool:
        return not self.text

    @property
    def facts_needed(self) -> int:
        return sum(ask.state == "needs_fact" for ask in self.asks)

    @property
    def headline(self) -> str:
        """ "Draft ready: 3 asks, 1 needs a fact"."""
        asks = f"{len(self.asks)} ask{'' if len(self.asks) == 1 else 's'}"
        needed = self.facts_needed
        return f"Draft ready: {asks}" + (f", {needed} need{'s' if needed == 1 else ''} a fact" if needed else "")


def compose(brief: DraftBrief) -> Draft:
    """The draft for the newest customer turn, or an empty one with its reason. The same brief gives the same draft."""
    brief = replace(brief, reading=heeded(brief.reading))
    plan = make_plan(brief)
    hints = guidance(brief.reading.text, brief.sections, on=brief.now.date())
    if plan.silence:
        in_their_language = stock_draft(brief)
        if in_their_language:
            return Draft(text=in_their_language.text, guidance=hints, note=in_their_language.note,
                         needs=in_their_language.needs, owner=brief.agent_name)  # fmt: skip
        return Draft(reason=plan.silence, guidance=hints)
    if plan.touches.likes_short and not brief.style:
        brief = replace(brief, style="shorter")
    voice = Voice(_seed(brief), brief.earlier_texts)
    answered = answers_of(brief, plan, voice)
    states = tuple(_state(planned, *state) for planned, state in zip(plan.asks, answered.states, strict=True))
    waiting = [planned for planned, state in zip(plan.asks, states, strict=True) if state.state != "answered"]
    head = opening(brief, plan, voice)
    parts = [
        head,
        _safety(plan, brief.reading.text, voice),
        *answered.paragraphs,
        _spared(plan, voice),
        _of_another(brief, plan, voice),
        owed(brief, plan, waiting, voice) if not plan.safety else "",
        _offered(brief, plan, voice),
        _next(brief, plan, voice),
        voice.say("warm_close") if brief.style == "warmer" and not plan.safety else "",
    ]
    body = [part for part in (_supported(part, brief, plan) for part in parts) if part]
    if not body:
        return Draft(
            reason="Everything I could say already stands in this thread, so this one is yours.", guidance=hints
        )
    return Draft(
        text=_whole(brief, plan, body, states, optional=[head]),
        asks=states,
        sources=_sources(states, plan),
        guidance=hints,
        needs=_needs(brief, plan, states),
        due_at=plan.due_at
        if any(not is_wish(planned.ask.source) for planned in waiting) or plan.safety or plan.is_open_matter
        else None,
        owner=brief.agent_name,
        offers=plan.offers,
    )


def _state(planned: PlannedAsk, state: State, answer: str, source: str) -> AskState:
    """An answer that was chosen and yet is not told, since it stands in the thread already, counts as not chosen."""
    is_request, is_chosen = planned.ask.kind == "request", planned.is_chosen and bool(source)
    return AskState(planned.ask.text, state, answer, source, is_request, is_chosen, planned.near)


def _seed(brief: DraftBrief) -> str:
    return f"{brief.customer_name}\x1f{brief.reading.text}\x1f{len(brief.turns)}"


def _whole(
    brief: DraftBrief, plan: Plan, body: Sequence[str], states: Sequence[AskState], *, optional: Sequence[str]
) -> str:
    """Greeting, body and name in the agent's own voice; a sentence of ours that breaks the standard is left out."""
    grave = brief.reading.temperature in _GRAVE or plan.safety is not None
    is_formal = brief.style == "formal" or bool(brief.record and brief.record.is_formal)
    hello = greeting(brief.customer_name, is_formal=is_formal, is_grave=grave)
    hour = brief.now.astimezone(zone_named(brief.customer_zone)).hour
    hello = greeted(hello, brief.voice, is_grave=grave, hour=hour)
    close = signed(brief.agent_name, brief.voice, is_grave=grave)
    if is_formal and brief.style == "formal" and close == brief.agent_name and close:
        close = f"Kind regards,\n{close}"
    told = {state.ask: state.answer for state in states if state.answer}
    kept = without_breaks(hello, body, close, brief, told, optional=optional)
    text = "\n\n".join(filter(None, [hello, *kept, close]))
    return opened_up(text) if is_formal or hello.startswith("Dear ") else said_as(text, brief.voice)


def _safety(plan: Plan, text: str, voice: Voice) -> str:
    if not plan.safety:
        return ""
    if plan.safety.sentences:
        return " ".join(filter(None, voice.keep(plan.safety.sentences)))
    if not plan.safety.is_health:
        return voice.say("safe_thing")
    if _IS_OVER.search(text):
        return voice.say("relieved")
    return voice.say("safe_grave" if _AT_ONCE.search(text) else "safe_health")


_AT_ONCE = re.compile(
    r"\b(?:(?:hard|hardly|can't|cannot|trouble|struggling|difficult\w*) (?:to )?breath\w*|breath\w+ (?:hard|badly)|"
    r"(?:chest|heart) pain|pain in (?:my|his|her|the) chest|unconscious|(?:lips?|throat|tongue|face)\b[^.?!]{0,20}\b"
    r"swell\w*|seizure|chok(?:es|ing))\b",
    _I,
)
_IS_OVER = re.compile(
    r"\b(?:(?:s?he|they|we|everyone|everybody|all of us|my \w+)(?:'s| is|'re| are| was| were)|i(?:'m| am)) (?:now )?"
    r"(?:ok|okay|fine|all right|alright|better|unharmed)\b|\b(?:nobody|no one) (?:was|got|is) (?:hurt|injured)\b",
    _I,
)


def _spared(plan: Plan, voice: Voice) -> str:
    """What they asked to be spared, and the writing they prefer."""
    wishes = [wish for planned in plan.asks if (wish := spared(planned.ask))]
    said = [voice.say("spared", what=wish) for wish in wishes[:1]]
    if plan.touches.writes_only and not plan.safety and not wishes:
        said.append(voice.say("writes"))
    return " ".join(filter(None, said))


def _of_another(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    is_asked = not plan.safety and any(is_about_another(planned.ask, brief.written) for planned in plan.asks)
    return f"{voice.say('another')} {voice.say('from_them')}".strip() if is_asked else ""


def _offered(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """Only what the agent chose, and may choose."""
    offer = chosen_offer(plan.offers, brief.chosen_remedy) if brief.chosen_remedy else None
    return voice.say("offer", thing=offer.thing) if offer and not offer.needs_lead else ""


def _next(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """With danger a person rings; with law, press or the public the lead comes in."""
    said = []
    is_grave_call = plan.tells_lead and wants_a_call(brief) and "press" not in brief.reading.risk
    if plan.safety or is_grave_call:
        phone = brief.reading.facts.get("phone", "") or (brief.record.phone if brief.record else "")
        if brief.record and brief.record.wants_messages_only:
            said.append(voice.say("write_back", when=plan.when))
        elif phone:
            said.append(voice.say("ring", when=plan.when, phone=phone))
        else:
            said.append(voice.say("ring_ask", when=plan.when))
    if plan.safety and plan.open_asks:
        said.append(voice.say("in_call" if not (brief.record and brief.record.wants_messages_only) else "rest"))
    if plan.tells_lead:
        said.append(voice.say("lead"))
    return " ".join(filter(None, said))


def _supported(part: str, brief: DraftBrief, plan: Plan) -> str:
    """The part without any sentence whose numbers or links stand nowhere: better short than made up."""
    record = brief.record
    evidence = [turn.text for turn in brief.turns] + [brief.reading.text, plan.when, repr(record) if record else ""]
    evidence += [planned.known.in_words() for planned in plan.asks if planned.known]
    evidence += [p.grounded.section.text + p.grounded.section.page for p in plan.asks if p.grounded]
    evidence += [planned.given for planned in plan.asks]
    evidence += list(plan.safety.sentences) if plan.safety else []
    evidence += [offer.thing for offer in plan.offers if offer.key == brief.chosen_remedy]
    evidence += [f"{day.day}" for day in (*plan.touches.past, *filter(None, [plan.touches.ahead]))]
    if not unsupported(part, evidence):
        return part
    return " ".join(sentence for sentence in sentences_in(part) if not unsupported(sentence, evidence))


def _sources(asks: Sequence[AskState], plan: Plan) -> tuple[str, ...]:
    named = [plan.safety.source] if plan.safety else []
    named += [ask.source for ask in asks]
    return tuple(dict.fromkeys(source for source in (*named, *plan.touches.sources) if source))


def _needs(brief: DraftBrief, plan: Plan, asks: Sequence[AskState]) -> str:
    """One short question to the agent, the gravest first."""
    name = first_name(brief.customer_name) or "the customer"
    if plan.safety:
        return (
            f"Who takes this from here, and does your safety lead know? Sending it promises {name} a person "
            f"{plan.when}."
        )
    if plan.tells_lead:
        return "Does your lead know? This draft says that you bring them in today."
    missing = [ask.ask for ask in asks if ask.state == "needs_fact"]
    if not missing:
        return ""
    asked = " and ".join(f"“{ask}”" for ask in missing[:2])
    return f"What is the answer to {asked}? Sent as it is, the draft promises one {plan.when}."
