"""Says what is still open in one natural breath: what we find out or do about it, and by when."""

import re
from collections.abc import Sequence

from bot.reading.wishes import is_wish
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.grievances import ACTS, ANY, BESIDE, is_still_open
from bot.replies.writing.indirect import is_grievance, spared
from bot.replies.writing.open_items import Open, each_once, is_aside, open_items, things_in
from bot.replies.writing.own_words import in_own_words
from bot.replies.writing.plan import Plan, PlannedAsk
from bot.replies.writing.sentences import Voice
from bot.replies.writing.touches import day_in_words

_I = re.IGNORECASE
MOST_IN_A_SENTENCE = 2


def owed(brief: DraftBrief, plan: Plan, waiting: Sequence[PlannedAsk], voice: Voice) -> str:
    """What is open, said in their words, with a time."""
    if plan.tells_lead and "going_public" not in brief.reading.risk:
        return _guarded(brief, plan, waiting, voice)
    if all(spared(planned.ask) for planned in plan.asks):
        return grievance(brief, plan, voice) if plan.is_open_matter else ""
    if plan.is_open_matter and not waiting:
        return voice.say("trouble", when=plan.when)
    return _asked(brief, plan, waiting, voice)


def _guarded(brief: DraftBrief, plan: Plan, waiting: Sequence[PlannedAsk], voice: Voice) -> str:
    """With the press or a lawyer their asks are not said back: no word of ours may look like a yes."""
    if "press" in brief.reading.risk:
        return voice.say("press", when=plan.when)
    if wants_a_call(brief):
        return ""  # The call is what they are owed.
    return voice.say("matter", when=plan.when) if waiting or plan.is_open_matter else ""


def _asked(brief: DraftBrief, plan: Plan, waiting: Sequence[PlannedAsk], voice: Voice) -> str:
    wishes = [planned for planned in waiting if is_wish(planned.ask.source)]
    rest = [planned for planned in plan.asks if planned not in waiting]
    waiting = [planned for planned in waiting if planned not in wishes and not is_aside(planned.ask, plan)]
    waiting = each_once(waiting, rest)
    said = [voice.say("wish") if wishes else "", *_known(waiting, voice)]
    if waiting:
        said.append(_said(brief, plan, waiting, voice, is_known=len(said) > 1))
    said.append(_beside(plan, waiting, voice))
    if plan.touches.ahead and waiting:
        said.append(voice.say("ahead", day=day_in_words(plan.touches.ahead)))
    return " ".join(filter(None, said))


def _beside(plan: Plan, waiting: Sequence[PlannedAsk], voice: Voice) -> str:
    """What we do about the trouble when they asked after something else."""
    if waiting and all(is_grievance(planned.ask) for planned in waiting):
        return ""
    if plan.ours and is_still_open(plan.ours.kind, [planned.ask.text for planned in plan.asks]):
        return voice.one_of(BESIDE[plan.ours.kind], f"also {plan.ours.kind}")
    return voice.say("trouble_too") if plan.is_open_matter else ""


_CALL = re.compile(r"\b(?:ring|rang|rung|call(?:ed)?|phoned?) (?:me|us|back)\b", _I)


def wants_a_call(brief: DraftBrief) -> bool:
    return bool(_CALL.search(brief.reading.text)) and not (brief.record and brief.record.wants_messages_only)


def _said(brief: DraftBrief, plan: Plan, waiting: Sequence[PlannedAsk], voice: Voice, *, is_known: bool) -> str:
    found = open_items(waiting, brief, plan, is_known=is_known)
    if not found.items:
        return _plainest(waiting, brief, plan, voice)
    if len(found.items) > MOST_IN_A_SENTENCE:
        lines = "\n".join(f"• {item.words}" for item in found.items)
        rest = f"\n\n{voice.say('rest')}" if found.unsaid else ""
        return f"{voice.say('list', when=plan.when)}\n{lines}{rest}"
    said = _in_short(found, plan.when, voice) if brief.style == "shorter" else _in_full(found, plan.when, voice)
    return f"{said} {_rest(found.unsaid, voice)}".strip()


def _in_full(found: Open, when: str, voice: Voice) -> str:
    has_deed = any(item.form == "request" for item in found.items)
    questions = [item.words for item in found.items if item.form == "question" or not has_deed]
    requests = [item.words for item in found.items if item.form != "question" and has_deed]
    if questions and requests:
        return voice.say("both", request=_joined(requests), question=_joined(questions), when=when)
    if requests:
        return voice.say("look_into", what=_joined(requests), when=when)
    move = "check" if any(item.form == "thing" for item in found.items) else "find_out"
    return voice.say(move, what=_joined(questions), when=when)


def _in_short(found: Open, when: str, voice: Voice) -> str:
    words = _joined([item.words for item in found.items])
    forms = {item.form for item in found.items}
    if forms == {"question"}:
        return voice.say("know", what=words, when=when)
    return _in_full(found, when, voice) if "question" in forms else voice.say("hear_about", what=words, when=when)


def grievance(brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """What we do about trouble that asks for nothing; a charge before all else, since money is named."""
    if plan.we_slipped:
        return voice.say("follow_up_owed", when=plan.when)
    kinds = [one for one in plan.situations if one.is_ours]
    main = next((one for one in kinds if one.kind == "charged"), kinds[0] if kinds else None)
    if main is None:
        return voice.one_of(ANY, "any grievance", when=plan.when)
    facts = brief.reading.facts
    amount = facts.get("amount", "") if "amount2" not in facts else ""
    return voice.one_of(ACTS.get(main.kind, ANY), f"act {main.kind}", when=plan.when, thing=main.thing, amount=amount)


def _rest(unsaid: Sequence[PlannedAsk], voice: Voice) -> str:
    if not unsaid:
        return ""
    about = [thing for planned in unsaid for thing in things_in(planned.ask.text)][:1]
    return voice.say("rest_about", what=about[0]) if about else voice.say("rest")


def _plainest(waiting: Sequence[PlannedAsk], brief: DraftBrief, plan: Plan, voice: Voice) -> str:
    """When nothing reads well: what it is about, or only that we look and when they hear."""
    if plan.we_slipped or any(is_grievance(planned.ask) for planned in waiting):
        return grievance(brief, plan, voice)
    own = [in_own_words(planned.ask, brief.reading.text).text for planned in waiting]
    about = list(dict.fromkeys(thing for text in own for thing in things_in(text)))[:2]
    if about:
        return voice.say("answer_about", what=_joined(about), when=plan.when)
    return voice.say("answer_one", when=plan.when)


def _known(waiting: Sequence[PlannedAsk], voice: Voice) -> list[str]:
    """The day that the record names, said once: past, it is owned as late."""
    days = list(dict.fromkeys(planned.known for planned in waiting if planned.known))
    return [
        voice.say("date_past" if day.is_past else "date_ahead", what=day.what, day=day.in_words()) for day in days[:1]
    ]


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
