"""Writes the draft that a plan asks for: kind, complete and true, with every fact traced to where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.reading.read import Reading
from bot.reading.wishes import is_wish
from bot.replies.factcheck import unsupported
from bot.replies.grounding import guidance
from bot.replies.lots import lot_of
from bot.replies.names import first_name, greeting
from bot.replies.owed import owed
from bot.replies.plan import DraftBrief, Plan, State, make_plan
from bot.replies.sentences import Voice, sentences_in

_I = re.IGNORECASE
_GRAVE = frozenset({"worried", "upset", "angry", "silent_angry"})


@dataclass(frozen=True, slots=True)
class AskState:
    """One ask and what the draft does with it. `source` names the page that answers it, "" when none does."""

    ask: str
    state: State
    answer: str = ""
    source: str = ""


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
    plan = make_plan(brief)
    on = brief.now.date()
    hints = guidance(brief.reading.text, brief.sections, on=on)
    if plan.silence:
        return Draft(reason=plan.silence, guidance=hints)
    voice = Voice(_seed(brief), brief.earlier_texts)
    asks, answers = _answers(brief, plan, voice)
    waiting = [planned for planned, state in zip(plan.asks, asks, strict=True) if state.state != "answered"]
    parts = [
        _opening(brief, plan, voice),
        _safety(plan, voice),
        *answers,
        owed(brief, plan, waiting, voice),
        _next(brief, plan, voice),
    ]
    body = [part for part in (_supported(part, brief, plan) for part in parts) if part]
    if not body:
        return Draft(
            reason="Everything I could say already stands in this thread, so this one is yours.", guidance=hints
        )
    grave = brief.reading.temperature in _GRAVE
    hello = greeting(brief.customer_name, is_formal=bool(brief.record and brief.record.is_formal), is_grave=grave)
    text = "\n\n".join([hello, *body, *([brief.agent_name] if brief.agent_name else [])])
    return Draft(
        text=text,
        asks=asks,
        sources=_sources(asks, plan),
        guidance=hints,
        needs=_needs(brief, plan, asks),
        due_at=plan.due_at
        if any(not is_wish(planned.ask.source) for planned in waiting) or plan.safety or plan.is_open_matter
        else None,
        owner=brief.agent_name,
    )


def _seed(brief: DraftBrief) -> str:
    return f"{brief.customer_name}\x1f{brief.reading.text}\x1f{len(brief.turns)}"


def _opening(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """Praise is thanked for, trouble is taken seriously in their words, and what hangs on it is seen."""
    if plan.safety:
        return ""
    said = _acknowledged(brief, plan, voice)
    if plan.happened.stake and plan.open_asks:
        said.append(voice.say("stake", stake=plan.happened.stake))
    if brief.reading.files:
        said.append(voice.say("files", files=_files(brief.reading.files)))
    return " ".join(filter(None, said))


def _acknowledged(brief: DraftBrief, plan: Plan, voice: Voice) -> list[str]:
    """At the right strength: a word kept badly before a repeated contact, that before a first complaint, then worry."""
    reading = brief.reading
    is_cross = reading.temperature in ("upset", "angry", "silent_angry")
    if reading.praise and reading.temperature in ("happy", "calm"):
        person = _praised(reading, brief)
        return [voice.say("praise"), voice.say("praise_person", person=person) if person else ""]
    if reading.repeat_contact and (plan.we_slipped or not plan.happened.trouble):
        return [voice.say("slipped" if plan.we_slipped else "again"), voice.say("own")]
    if plan.happened.trouble:
        is_sorry = reading.complaint or reading.temperature != "calm"
        is_sorry = is_sorry or reading.repeat_contact
        move = "overdue" if plan.happened.is_overdue else "sorry" if is_sorry else "heard"
        told = voice.say(move, what=plan.happened.trouble)
        return [told, voice.say("own") if is_cross or reading.repeat_contact else ""]
    if is_cross or reading.complaint:
        return [voice.say("serious")]
    return [voice.say("worry")] if reading.temperature == "worried" and not plan.happened.stake else []


def _praised(reading: Reading, brief: DraftBrief) -> str:
    person = reading.facts.get("person", "")
    return person if person and person in reading.text and person != brief.agent_name else ""


_PHOTO = re.compile(r"\.(?:jpe?g|png|gif|heic|webp|bmp|tiff?)$", _I)
_VIDEO = re.compile(r"\.(?:mp4|mov|avi|webm|mkv)$", _I)


def _files(names: Sequence[str]) -> str:
    """ "the photo", "the 2 photos", "the file": what was sent, never what is in it."""
    kind = (
        "photo" if all(_PHOTO.search(n) for n in names) else "video" if all(_VIDEO.search(n) for n in names) else "file"
    )
    return f"the {kind}" if len(names) == 1 else f"the {kind}s"


def _safety(plan: Plan, voice: Voice) -> str:
    if not plan.safety:
        return ""
    if plan.safety.sentences:
        return " ".join(filter(None, [voice.say("safe"), *voice.keep(plan.safety.sentences)]))
    return voice.say("safe_health" if plan.safety.is_health else "safe_thing")


def _answers(brief: DraftBrief, plan: Plan, voice: Voice) -> tuple[tuple[AskState, ...], list[str]]:
    """The state of every ask, and a paragraph for each that the playbook answers; what was said before is owed anew."""
    states: list[AskState] = []
    paragraphs: list[str] = []
    has_lot = False
    for planned in plan.asks:
        found = planned.grounded
        if found is None:
            source = plan.safety.source if plan.safety and planned.state == "answered" else ""
            states.append(AskState(planned.ask.text, planned.state, source=source))
            continue
        fresh = voice.keep(found.sentences)
        lot = lot_of(brief, found) if fresh and not has_lot else None
        if lot:
            span = {"label": lot.label, "number": lot.number, "low": str(lot.low), "high": str(lot.high)}
            has_lot = True
            fresh = [sentence for sentence in fresh if not sentence.startswith("Other ")]
            fresh.insert(0, voice.say("ours_lot" if lot.is_in else "not_lot", **span))
        paragraph = " ".join(filter(None, fresh))
        repeats = any(state.source == found.source and state.answer for state in states)
        state = planned.state if paragraph or repeats else "owed"
        states.append(AskState(planned.ask.text, state, paragraph, found.source if paragraph or repeats else ""))
        if paragraph:
            paragraphs.append(paragraph)
    return tuple(states), paragraphs


def _next(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """With danger a person rings; with law, press or the public the lead comes in."""
    said = []
    if plan.safety:
        phone = brief.reading.facts.get("phone", "") or (brief.record.phone if brief.record else "")
        if brief.record and brief.record.wants_messages_only:
            said.append(voice.say("write_back", when=plan.when))
        elif phone:
            said.append(voice.say("ring", when=plan.when, phone=phone))
        else:
            said.append(voice.say("ring_ask", when=plan.when))
    if plan.tells_lead:
        said.append(voice.say("lead"))
    return " ".join(filter(None, said))


def _supported(part: str, brief: DraftBrief, plan: Plan) -> str:
    """The part without any sentence whose numbers or links stand nowhere: better short than made up."""
    record = brief.record
    evidence = [turn.text for turn in brief.turns] + [brief.reading.text, plan.when, repr(record) if record else ""]
    evidence += [planned.known.in_words() for planned in plan.asks if planned.known]
    evidence += [p.grounded.section.text + p.grounded.section.page for p in plan.asks if p.grounded]
    evidence += list(plan.safety.sentences) if plan.safety else []
    if not unsupported(part, evidence):
        return part
    return " ".join(sentence for sentence in sentences_in(part) if not unsupported(sentence, evidence))


def _sources(asks: Sequence[AskState], plan: Plan) -> tuple[str, ...]:
    named = [plan.safety.source] if plan.safety else []
    return tuple(dict.fromkeys(source for source in (*named, *(ask.source for ask in asks)) if source))


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
