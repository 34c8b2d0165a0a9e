"""The things one customer turn wants answered or done, each worded so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, reduce

from bot.reading.ask import Ask, merged
from bot.reading.clause_asks import ask_of
from bot.reading.clauses import clauses_of
from bot.reading.fact_times import DATE
from bot.reading.facts import facts_in
from bot.reading.forms import INVERTED, LED_IN, QUESTION
from bot.reading.noun_phrases import tokens_of
from bot.reading.pointers import MAX_WORDS, Named, echoed, is_bare_pointer, is_price_of_it, standing_alone
from bot.reading.wishes import is_override
from bot.reading.word_classes import LEMMAS
from bot.reading.words import sentences

__all__ = ["Ask", "asks_in", "merged"]

_I = re.IGNORECASE


@lru_cache(maxsize=256)
def asks_in(text: str, before: str = "") -> tuple[Ask, ...]:
    """What the words of one turn ask outright, in order; the same ask is not listed twice.

    `before`: what the customer wrote earlier, for a "Where is it?" that nothing in this turn explains.
    """
    found: list[Ask] = []
    named = Named()
    for sentence in sentences(re.sub(r"\((\w+)\?\)", r"(\1)", text)):
        if is_override(sentence):
            continue
        for clause in clauses_of(sentence):
            ask = ask_of(clause, is_question=sentence.endswith("?"), source=sentence)
            if ask and not _is_of_the_last(ask, found):
                found.append(_standing_alone(ask, named.after(_prefix(clause, ask.text)), before, found))
            named = named.after(clause)
    return merged(_without_echoes([_with_amount(ask, text) for ask in _without_context(found)]))


_MONEY_BACK = re.compile(
    r"^(?:get |have |give (?:me )?|pay |return |want |refund )?(?:(?:it|that|this|everything|all of it|"
    r"(?:all )?(?:my|the|our) "
    r"(?:money|cash))(?: all)? back|(?:my )?money back|back (?:everything|it all|it|all of it|the money)|"
    r"refund (?:me|it|that|"
    r"everything)|(?:an? |my |the )?(?:full )?refund)(?: in full| now| today| please|,)*$",
    _I,
)


def _with_amount(ask: Ask, text: str) -> Ask:
    """ "I want it all back" names the sum, when one sum alone was spoken of."""
    if not _MONEY_BACK.match(ask.text):
        return ask
    facts = facts_in(text)
    amount = facts.get("amount", "") if "amount2" not in facts else ""
    return replace(ask, text=f"refund the {amount}", words=ask.words or ask.text) if amount else ask


def _without_echoes(asks: Sequence[Ask]) -> list[Ask]:
    """ "Possible?" after what is wanted asks nothing of its own."""
    proper = [ask for ask in asks if not _BARE_ECHO.match(ask.text)]
    return proper or list(asks)


_BARE_ECHO = re.compile(r"^(?:is (?:it|that|this) )?(?:possible|ok|okay|alright|right|correct|deal|agreed|fair|yes|"
                        r"no|credit|"
                        r"sorry|really|true|so|well|busy)$", _I)  # fmt: skip


def _is_of_the_last(ask: Ask, found: list[Ask]) -> bool:
    """ "How does that work?" and "is that possible?" after a request ask nothing else; they may change how it reads."""
    last = found[-1] if found else None
    if last is None or last.kind != "request":
        return False
    if _HOW_THAT.match(ask.text):
        found[-1] = Ask(f"how do I {last.text}", last.source)
        return True
    if _IS_THAT_OK.match(ask.text):
        found[-1] = replace(last, text=f"can I {last.text}", kind="question") if _is_own_plan(last) else last
        return True
    return False


def _prefix(clause: str, asked: str) -> str:
    """What one clause says before its question: "my insurance is a private one, u take those?"."""
    before, comma, after = clause.rpartition(", ")
    return before if comma and asked[:8].lower() in after[:24].lower() else ""


_INTENT = re.compile(
    r"^(?:\w+,? )?(?:i|we)(?:'d| would)? (?:like|love|want|plan|hope|are planning|are thinking|am thinking)(?: to| "
    r"of)? (?:place|order|book|buy|hire|rent|reserve|import|migrate|move|organise|organize|switch|"
    r"ordering|booking|buying|hiring|renting)(?:ing)?\b",
    _I,
)
_ADDED = re.compile(r"(?:any|also|and|plus|what about|how about|same for|question|btw)\b", _I)
_PLAN = re.compile(r"^(?:\w+,? )?(?:i|we)(?: want|'re planning| are planning| plan| are thinking|'re thinking)\b", _I)
_MOST_FRAGMENT_WORDS = 4


def _without_context(asks: Sequence[Ask]) -> list[Ask]:
    """What only leads to the questions after it is no ask: the order somebody plans, and words that cry out."""
    proper = [ask for ask in asks if _is_proper(ask)]
    kept: list[Ask] = []
    for place, ask in enumerate(asks):
        asked_after = [other for other in asks[place + 1 :] if other.kind == "question"]
        is_plan = _INTENT.match(ask.source) and (
            asked_after and (asked_after[0].source != ask.source or _PLAN.match(ask.source))
        )
        if ask.kind == "request" and is_plan:
            day = DATE.search(ask.source)
            if day:
                kept.append(replace(ask, text=f"can it be ready for {day[0]}", kind="question", is_implied=True))
        elif ask.kind == "request" and asked_after and _is_own_plan(ask):
            continue
        elif ask in proper or not proper or _is_whole_fragment(ask) or _ADDED.match(ask.source):
            kept.append(ask)
    return kept


def _is_proper(ask: Ask) -> bool:
    return bool(ask.kind == "request" or QUESTION.match(ask.text) or LED_IN.match(ask.text) or INVERTED.match(ask.text))


_WISHED = re.compile(
    r"^(?:\w+,? )?(?:i|we)(?:'d| would)? (?:also |really )?(?:like|love|want|plan|hope|wish)(?: to)? "
    r"(?P<verb>[a-z]+)",
    _I,
)
_WE_DO = frozenset(
    "cancel change return exchange swap extend add move get have upgrade downgrade rebook reserve pause stop end "
    "close open "
    "reopen speak talk know see register renew transfer update reschedule switch claim appeal complain request collect "
    "receive keep hear understand subscribe unsubscribe book order send make put include remove".split()
)
"""What a customer wants to do and only we can do for them; painting a hallway they do themselves."""


def _is_own_plan(ask: Ask) -> bool:
    wished_for = _WISHED.match(ask.source)
    return bool(wished_for and wished_for["verb"].lower() not in _WE_DO and wished_for["verb"].lower() in LEMMAS)


def _is_whole_fragment(ask: Ask) -> bool:
    """ "API rate limits for the sandbox?" asks as it stands; "After 5 years?" only cries out."""
    if len(ask.text.split()) <= _MOST_FRAGMENT_WORDS:
        return True
    tokens = tokens_of(ask.text)
    return tokens[0].kind in "NPDA" and len(tokens) <= MAX_WORDS and not any(t.kind in "VXM" for t in tokens)


_IS_THAT_OK = re.compile(
    r"^(?:is|would|will) (?:that|this|it) (?:be )?(?:at all )?(?:possible|ok|okay|alright|all right|allowed|doable|"
    r"fine|an option|feasible)"
    r"(?: (?:for you|with you|at all))?$",
    _I,
)
_HOW_THAT = re.compile(r"^how (?:does|do|would|can) (?:that|this|it|i|we)(?: (?:work|go|do (?:that|it|this)))+$", _I)


_ANY_NEWS = re.compile(r"^any (?:news|updates?|word|progress)(?: (?:yet|already|please))?$", _I)


_WHOLE = frozenset("withdraw leave come go pay quit stay talk wait join complain apologise apologize help".split())
"""What one does without doing it to a thing that was named."""


def _standing_alone(ask: Ask, named: Named, before: str, found: Sequence[Ask]) -> Ask:
    if found and found[-1].kind == "request" and is_price_of_it(ask.text):
        return ask
    if ask.kind == "request" and " " not in ask.text and named.topic and ask.text.lower() not in _WHOLE:
        return replace(ask, text=f"{ask.text} {named.thing}")
    fuller = echoed(ask.text, named) or standing_alone(ask.text, named)
    if _ANY_NEWS.match(fuller) and named.thing:
        fuller = f"{fuller} on {named.thing}"
    if fuller == ask.text and is_bare_pointer(ask.text) and not named.topic:
        earlier = reduce(Named.after, sentences(before), Named())
        fuller = standing_alone(ask.text, earlier)
    return ask if fuller == ask.text else replace(ask, text=fuller, words=ask.text)
