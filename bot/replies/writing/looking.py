"""Looks an ask up in the playbook, put into words that a page could answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.reading.asks import Ask
from bot.replies.finding.grounding import (
    Candidates,
    Grounded,
    answered_by,
    candidates,
    may_be_told,
    same_page_steps,
)
from bot.replies.finding.index import index_of
from bot.replies.finding.nearby import NEAR_FROM, NEAR_OWN_FROM, Near, chosen_answer, near_answers
from bot.replies.finding.signs import Asked
from bot.replies.finding.terms import meaning
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.own_words import in_own_words
from bot.replies.writing.safety import is_what_now
from bot.replies.writing.sentences import normal

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into the playbook brought: what may be told, and of the rest what could be near."""

    found: Grounded | None
    could_be: Candidates | None

    def near(self, before: Sequence[Grounded], earlier: Sequence[str], *, is_own: bool) -> tuple[Near, ...]:
        """For the agent to choose; not what the draft tells anyway (`before`), nor what `earlier` texts said."""
        said, least = normal(" ".join(earlier)), NEAR_OWN_FROM if is_own else NEAR_FROM
        offered = near_answers(self.could_be, before, least=least) if self.could_be else ()
        return tuple(one for one in offered if normal(one.words) not in said)


def looked_up(ask: Ask, brief: DraftBrief, on: date, before: Sequence[Grounded]) -> Looked:
    """What the playbook says; an ask that names nothing ("what happens now?") is read with the rest of its sentence."""
    query = _query(ask, brief)
    look = partial(candidates, sections=brief.sections, on=on, meaning=brief.meaning, priors=brief.priors)
    could_be = look(query, context=brief.reading.text)
    found = answered_by(could_be, brief.record) if could_be else None
    is_alone = sum(other.source == ask.source for other in brief.reading.asks) == 1
    if found is None and is_alone and len(meaning(query)) < 2 <= len(meaning(ask.source)):
        by_its_words = look(ask.source)
        found = answered_by(by_its_words, brief.record) if by_its_words else None
    if found is None and is_what_now(ask.text):
        found = same_page_steps(before[-1], brief.sections, on) if before else None
    return Looked(found if ask.kind == "question" or len(meaning(query)) > 1 else None, could_be)


def chosen_for(ask: Ask, brief: DraftBrief, on: date) -> Grounded | None:
    """The near answer that the agent chose for it, while the playbook still says just that."""
    if ask.text not in brief.chosen:
        return None
    asked = Asked.of(_query(ask, brief), brief.reading.text, on)
    index = index_of(brief.sections, may_be_told, on, brief.meaning)
    return chosen_answer(asked, index, on, brief.chosen[ask.text])


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
    is_fault = ask.is_implied and ask.kind == "request"
    words = ask.source if is_fault else in_own_words(ask, brief.reading.text).text
    for key, value in brief.reading.facts.items():
        if key.rstrip("23") in _OWN_KINDS:
            words = words.replace(value, " ")
    return words
