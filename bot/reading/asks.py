"""The things one customer turn wants answered or done, each worded so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from bot.reading.clauses import clauses_of, with_please_first, without_openers
from bot.reading.fact_times import DATE
from bot.reading.forms import (
    BE_DO,
    IMPERATIVE,
    INDIRECT,
    INVERTED,
    LED_IN,
    NEEDED,
    ORDERED,
    QUESTION,
    REQUEST,
    SUBJECT,
    TAIL,
    WH,
    WH_INVERTED,
)
from bot.reading.pointers import MAX_WORDS, Named, is_bare_pointer, is_price_of_it, standing_alone
from bot.reading.wishes import could_i, is_need_told, is_override, is_plan_asked, wished
from bot.reading.words import content, sentences, without_links

_I = re.IGNORECASE

AskKind = Literal["question", "request"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask. `source` is the span of the customer's words that it was read from."""

    text: str
    source: str
    kind: AskKind = "question"
    is_implied: bool = False
    words: str = ""
    """The customer's own wording, when `text` had to name what "it" points to."""


_EMPTY = frozenset(
    "hope well is are you ok confirm anyon anybodi anyone anybody there here hello thank thanks think ask help "
    "question please "
    "know that this it can could would how you "
    "doing right".split()
)


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
            ask = _ask_of(clause, is_question=sentence.endswith("?"), source=sentence)
            if ask and found and found[-1].kind == "request" and _HOW_THAT.match(ask.text):
                found[-1] = Ask(f"how do I {found[-1].text}", found[-1].source)
            elif ask and found and found[-1].kind == "request" and is_price_of_it(ask.text):
                found.append(ask)
            elif ask and ask.kind == "request" and " " not in ask.text and named.topic:
                found.append(replace(ask, text=f"{ask.text} {named.thing}"))
            elif ask:
                found.append(_standing_alone(ask, named, before))
            named = named.after(clause)
    return merged(_without_context(found))


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
    proper = [ask for ask in asks if QUESTION.match(ask.text) or ask.kind == "request"]
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
        elif ask in proper or not proper or len(ask.text.split()) <= _MOST_FRAGMENT_WORDS or _ADDED.match(ask.source):
            kept.append(ask)
    return kept


_HOW_THAT = re.compile(r"^how (?:does|do|would|can) (?:that|this|it|i|we)(?: (?:work|go|do (?:that|it|this)))+$", _I)


def merged(asks: Sequence[Ask]) -> tuple[Ask, ...]:
    """Asks that say the same are one: the fuller wording stays, at the place of the first."""
    kept: list[Ask] = []
    for ask in asks:
        words = set(content(ask.text))
        twin = next((i for i, other in enumerate(kept) if _is_twin(ask, other)), None)
        if twin is None:
            kept.append(ask)
        elif len(words) > len(set(content(kept[twin].text))):
            kept[twin] = ask
    return tuple(kept)


_LEADS = frozenset("when where who why how which".split())


def _is_twin(one: Ask, other: Ask) -> bool:
    """Two asks about the same "it" are not the same ask: their own words decide."""
    mine, theirs = set(content(one.text)), set(content(other.text))
    leads = {first for ask in (one, other) if (first := ask.text.split(" ", 1)[0].lower()) in _LEADS}
    if not _is_same(mine, theirs) or len(leads) > 1:
        return False
    return set(content(one.words)) <= theirs and set(content(other.words)) <= mine


def _is_same(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= 0.75 * max(1, min(len(one), len(other))) and abs(len(one) - len(other)) <= min(
        2, len(one), len(other)
    )


def _ask_of(clause: str, *, is_question: bool, source: str) -> Ask | None:
    bare = with_please_first(without_openers(clause))
    if _GENERIC.match(bare) or (_EXCLAIMED.search(source) and not QUESTION.match(bare) and not REQUEST.match(bare)
                                and not IMPERATIVE.match(bare)):  # fmt: skip
        return None
    is_last = source.rstrip().endswith(clause.rstrip()) or bool(LED_IN.match(bare))
    is_question = (is_question and is_last) or clause.rstrip().endswith("?")
    wanted = wished(bare) or (could_i(bare) if is_question else "")
    if wanted or is_need_told(bare):
        return _made(wanted, source, "request") if wanted else None
    return _outright(bare, source, is_question=is_question)


_GENERIC = re.compile(
    r"^(?:do you (?:people|guys|lot|even)\b|what (?:sort|kind) of (?:a )?(?:company|service|business|joke|place|"
    r"shop)\b|explain (?:this|that|yourself)|how hard can it be$|"
    r"(?:are|is) (?:you|this|that) (?:kidding|serious|a joke|joking|for real)|can(?:'t| not)? (?:you|any of you) "
    r"(?:people )?read|"
    r"what is wrong with you|are you deaf|seriously|really|is that (?:too much|so hard)|how dare|don't you\b|after "
    r"\d+ \w+|since when)",
    _I,
)
_EXCLAIMED = re.compile(r"\?!|!\?|\?\?+\s*$|\b(?:AGAIN|NOW|STILL|NOT|NO|NEVER)\b")
"""Words that only cry out: a fragment with such marks asks nothing by itself."""
_SO_DOES = re.compile(r"(?:and )?(?:so|neither|nor) (?:does|do|did|is|are|was|has|have)\b", _I)


def _is_inverted(bare: str, source: str, *, is_question: bool) -> bool:
    """A question by the order of its words, even without a question mark; "so does mine" is none."""
    if _SO_DOES.match(source):
        return False
    starts = QUESTION.match(bare) and (is_question or WH_INVERTED.match(bare) or re.match(rf"^{BE_DO} ", bare, _I))
    return bool(starts or INVERTED.match(bare))


def _outright(bare: str, source: str, *, is_question: bool) -> Ask | None:
    lead = INDIRECT.match(bare)
    indirect = bare[lead.end() :].lstrip() if lead else bare
    if indirect != bare and (
        LED_IN.match(indirect) or re.search(r"\b(?:if|whether) $", bare[: len(bare) - len(indirect)])
    ):
        is_whether = not LED_IN.match(indirect)
        return _made(f"whether {indirect}" if is_whether else indirect, source, "question")
    request = None if is_plan_asked(bare) else REQUEST.match(bare)
    if (request and not re.match(r"^(?:help|be|have|know) ?\b", bare[request.end() :])) or (request and is_question):
        return _made(bare[request.end() :], source, "request")
    if request and re.match(r"^(?:i|we|please)\b", bare, _I):
        return _made(bare[request.end() :], source, "request")
    if _is_inverted(bare, source, is_question=is_question):
        return _made(bare, source, "question")
    if (need := NEEDED.match(bare)) and not is_question:
        return _made(f"get {bare[need.end() :]}", source, "request")
    if not is_question and (ORDERED.match(bare) or IMPERATIVE.match(bare)):
        return _made(bare, source, "request")
    return _made(_from_question(bare), source, "question") if is_question else None


def _from_question(bare: str) -> str:
    """A question whose opener stands inside: "the lamp, does it have a bulb?" is asked from "does" on."""
    inner = re.search(rf"(?:,|\bif|\bso)\s+((?:{WH}|{BE_DO})\s+(?:{SUBJECT})\b.{{4,}})$", bare, _I)
    return inner.group(1) if inner else bare


def _made(words: str, source: str, kind: AskKind) -> Ask | None:
    words = without_links(words)
    words = re.sub(r"\([^)]{0,80}\)?", " ", words)
    words = TAIL.sub("", re.sub(r"\s+", " ", words.strip())).strip(" ?!.,;:-()\"'")
    words = re.sub(r"(?<!what)\s+(?:please|pls|thanks|thx|now|asap)$", "", words, flags=_I)
    first = words.split(" ", 1)[0] if words else ""
    if first and not (first.isupper() and len(first) > 1) and first not in ("I",) and not first.startswith("I'"):
        words = words[0].lower() + words[1:]
    words = " ".join(words.split()[:MAX_WORDS])
    meaning = [word for word in content(words) if word not in _EMPTY]
    is_whole = is_bare_pointer(words) or re.match(
        r"^what (?:now|do|should|shall|can)|^why\b|^how (?:so|come)|^who (?:is|handles|deals)|^thank (?:her|him|"
        r"them|[a-z]+)$",
        words,
        _I,
    )
    if not meaning and not is_whole:
        return None
    return Ask(text=words, source=source, kind=kind)


def _standing_alone(ask: Ask, named: Named, before: str) -> Ask:
    fuller = standing_alone(ask.text, named)
    if fuller == ask.text and is_bare_pointer(ask.text) and not named.topic:
        earlier = reduce(Named.after, sentences(before), Named())
        fuller = standing_alone(ask.text, earlier)
    return ask if fuller == ask.text else replace(ask, text=fuller, words=ask.text)
