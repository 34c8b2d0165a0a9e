"""Writes what each ask is answered with: from the playbook, led by yes or no where it says so, or from the agent."""

from dataclasses import dataclass

from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.given import given_said
from bot.replies.writing.lots import lot_of
from bot.replies.writing.plan import Plan, PlannedAsk, State
from bot.replies.writing.sentences import Voice
from bot.replies.writing.verdict import led

MOST_WHEN_SHORT = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """For every ask its state, its answer and the source; and the paragraphs in the order asked."""

    states: tuple[tuple[State, str, str], ...]
    paragraphs: tuple[str, ...]


def answers_of(brief: DraftBrief, plan: Plan, voice: Voice) -> Answered:
    """What was said before in the thread is owed anew; what two asks share is told once."""
    states: list[tuple[State, str, str]] = []
    paragraphs: list[str] = []
    has_lot = False
    for planned in plan.asks:
        found = planned.grounded
        if planned.given:
            said = given_said(planned.ask, planned.given)
            paragraphs += voice.keep([said])
            states.append(("answered", said, "the agent"))
            continue
        if found is None:
            source = plan.safety.source if plan.safety and planned.state == "answered" else ""
            states.append((planned.state, "", source))
            continue
        fresh = voice.keep(found.sentences)
        lot = None if has_lot or not fresh else _lot_said(brief, planned, voice)
        if lot:
            has_lot = True
            fresh = [lot, *(sentence for sentence in fresh if not sentence.startswith("Other "))]
        if brief.style == "shorter":
            fresh = fresh[:MOST_WHEN_SHORT]
        paragraph = " ".join(filter(None, led(planned.ask, fresh) if planned.state == "answered" else fresh))
        repeats = any(source == found.source and answer for _, answer, source in states)
        is_told = bool(paragraph) or repeats
        states.append((planned.state if is_told else "owed", paragraph, found.source if is_told else ""))
        paragraphs += [paragraph] if paragraph else []
    return Answered(tuple(states), tuple(paragraphs))


def _lot_said(brief: DraftBrief, planned: PlannedAsk, voice: Voice) -> str:
    lot = lot_of(brief, planned.grounded) if planned.grounded else None
    if not lot:
        return ""
    span = {"label": lot.label, "number": lot.number, "low": str(lot.low), "high": str(lot.high)}
    return voice.say("ours_lot" if lot.is_in else "not_lot", **span)
