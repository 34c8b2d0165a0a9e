"""Looks an ask up in the playbook, put into words that a page could answer."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from bot.reading.asks import Ask
from bot.replies.brief import DraftBrief
from bot.replies.grounding import Grounded, ground, same_page_steps
from bot.replies.safety import is_what_now
from bot.replies.terms import meaning

_I = re.IGNORECASE


def looked_up(ask: Ask, brief: DraftBrief, on: date, before: Sequence[Grounded]) -> Grounded | None:
    """What the playbook says; an ask that names nothing ("what happens now?") is read with the rest of its sentence."""
    query = _query(ask, brief)
    look = partial(ground, sections=brief.sections, on=on, record=brief.record, meaning=brief.meaning)
    found = look(query, context=brief.reading.text)
    is_alone = sum(other.source == ask.source for other in brief.reading.asks) == 1
    if found is None and is_alone and len(meaning(query)) < 2 <= len(meaning(ask.source)):
        found = look(ask.source)
    if found is None and is_what_now(ask.text):
        found = same_page_steps(before[-1], brief.sections, on) if before else None
    return found if ask.kind == "question" or len(meaning(query)) > 1 else None


_OWN_KINDS = frozenset("order booking invoice ticket account tracking address email phone person serial".split())


_ALL_RIGHT = re.compile(
    r"^(?:whether |is |are )?(?P<what>(?:my|our) [\w -]+?) (?:is |are )?(?:ok|okay|fine|all right|safe|affected|"
    r"concerned|"
    r"one of them|included)$",
    _I,
)


def is_about_recall(ask: Ask, brief: DraftBrief) -> bool:
    return bool(_ALL_RIGHT.match(ask.text)) and bool(re.search(r"\brecall", brief.reading.text, _I))


def _query(ask: Ask, brief: DraftBrief) -> str:
    """What to look up: a fault in the customer's own sentence, without numbers and names that only this case has."""
    about = _ALL_RIGHT.match(ask.text)
    if about and is_about_recall(ask, brief):
        return f"is {about['what']} affected by the recall"
    words = ask.source if ask.is_implied and ask.kind == "request" else ask.text
    for key, value in brief.reading.facts.items():
        if key.rstrip("23") in _OWN_KINDS:
            words = words.replace(value, " ")
    return words
