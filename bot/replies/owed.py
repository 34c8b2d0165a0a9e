"""Says what is still open in one natural breath: their words, what we do about it, and by when."""

import re
from collections.abc import Sequence

from bot.reading.wishes import is_wish
from bot.replies.indirect import question_said, request_said
from bot.replies.known import with_what
from bot.replies.plan import DraftBrief, Plan, PlannedAsk
from bot.replies.sentences import Voice

_I = re.IGNORECASE


def owed(brief: DraftBrief, plan: Plan, waiting: Sequence[PlannedAsk], voice: Voice) -> str:
    """What is open, said in their words, with a time."""
    if waiting and set(brief.reading.risk) & {"press", "legal"}:
        return voice.say("matter", when=plan.when)  # Their asks are not said back: no word of ours may look like a yes.
    if not plan.asks:
        return voice.say("matter", when=plan.when) if plan.is_open_matter else ""
    if plan.is_open_matter and not waiting:
        return voice.say("trouble", when=plan.when)
    wishes = [planned for planned in waiting if is_wish(planned.ask.source)]
    waiting = [planned for planned in waiting if planned not in wishes]
    said = [voice.say("wish") if wishes else "", *_known(waiting, voice)]
    if len(waiting) > MOST_NAMED:
        said.append(voice.say("many", count=_COUNTS.get(len(waiting), str(len(waiting))), when=plan.when))
    else:
        questions, requests = _in_their_words(waiting, brief, plan.happened.trouble)
        if len(said) > 1 and len(waiting) == 1 and questions and waiting[0].known:
            questions = [re.sub(r"^where your .*\((?P<number>[^)]*)\) is$", "where it is", questions[0])]
        said.append(_find_and_do(questions, requests, plan, voice))
    if plan.is_open_matter:
        said.append(voice.say("trouble_too"))
    return " ".join(filter(None, said))


MOST_NAMED = 3
_COUNTS = {4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def _known(waiting: Sequence[PlannedAsk], voice: Voice) -> list[str]:
    """The day that the record names, said once: past, it is owned as late."""
    days = list(dict.fromkeys(planned.known for planned in waiting if planned.known))
    return [
        voice.say("date_past" if day.is_past else "date_ahead", what=day.what, day=day.in_words()) for day in days[:1]
    ]


def _in_their_words(waiting: Sequence[PlannedAsk], brief: DraftBrief, trouble: str) -> tuple[list[str], list[str]]:
    """(questions, requests) as parts of our sentence; what does not bend to it is quoted. `trouble` was said before."""
    questions: list[str] = []
    requests: list[str] = []
    order = brief.reading.facts.get("order", "")
    is_named = False
    for planned in waiting:
        quoted = f"“{planned.ask.text[0].upper()}{planned.ask.text[1:]}"
        is_request = planned.ask.kind == "request"
        said = request_said(planned.ask) if is_request else question_said(planned.ask)
        said = with_what(_HURRY.sub("", said), brief.record)
        said = _ORDER_AGAIN.sub(r"\1 it", said) if is_named else _with_order(said, brief, trouble)
        is_named = is_named or bool(order and order in said)
        if is_request:
            requests.append(said or f"{quoted}”")
        else:
            questions.append(said or f"the answer to {quoted}?”")
    return questions, requests


_HURRY = re.compile(r"\s+(?:today|now|asap|right away|immediately|urgently|at once)$", _I)
_ORDER_AGAIN = re.compile(r"\b(to|from|in|with|of) (?:the|your) order$", _I)
_ARRIVING = re.compile(
    r"^((?:whether|when) your (?:[\w-]+ ){1,4}?)(?=(?:will|can) (?:still )?(?:arrive|come|be here)\b)", _I
)


def _with_order(words: str, brief: DraftBrief, trouble: str) -> str:
    """Their order is named once, so that they see we have it: "where your parcel (order 55120) is"."""
    order = brief.reading.facts.get("order", "")
    if not order or order in words or "order2" in brief.reading.facts:
        return words
    words = re.sub(r"\b(your|the) (parcel|package|delivery)\b", rf"\1 \2 (order {order})", words, count=1)
    if order in words:
        return words
    words = re.sub(r"\b(your|the) order\b(?! (?:number|\())(?!\))", f"your order {order}", words, count=1)
    return words if order in words or order in trouble else _ARRIVING.sub(rf"\1(order {order}) ", words)


def _find_and_do(questions: list[str], requests: list[str], plan: Plan, voice: Voice) -> str:
    if questions and requests:
        return voice.say("both", request=_joined(requests), question=_joined(questions), when=plan.when)
    if questions:
        return voice.say("find_out", what=_joined(questions), when=plan.when)
    if requests:
        return voice.say("look_into", what=_joined(requests), when=plan.when)
    return ""


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
