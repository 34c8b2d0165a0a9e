"""Tells which known fact answers an ask, and whether a draft tells it: what is silent about it shows a gap."""

import re
from collections.abc import Sequence

from bot.standard.context import Context, KnownFact
from bot.standard.quantities import all_numbers, days_named
from bot.standard.segmentation import Draft
from bot.standard.semantic_fields import is_about, shares_words, topics

_BEHIND_IT = re.compile(
    r"promised|history|cause|fault|liability|limit|_tz$|^agent|^customer|^harm|^lead|remedy|^error$|option|alternative"
)
"""What led to it, and what an agent may do, answers nothing by itself."""
OUR_FAILING = re.compile(
    r"\b(?:forgotten|missed|mixed up|lost|overlooked|not (?:processed|noticed|sent|told|passed on)|mistake|error) by "
    r"us\b|"
    r"\bour (?:\w+ )?(?:fault|mistake|error|slip|oversight)\b|^(?:we|our \w+) (?:forgot|mixed|lost|missed|overlooked|"
    r"failed)\b",
    re.IGNORECASE,
)
"""What we did wrong is owned, and no answer to an ask."""
_BY_QUESTION = (
    (re.compile(r"\bwhy\b|\bhow come\b|\breason\b", re.I), re.compile(r"reason|why|cause|explanation")),
    (re.compile(r"\bhow long\b", re.I), re.compile(r"duration|length|turnaround|lead_time|^time$|takes")),
    (re.compile(r"\bhow (?:much|dear|expensive)\b|\bwhat does\b.*\bcost\b", re.I), re.compile(r"price|cost|fee|rate")),
    (re.compile(r"\bwhere\b", re.I), re.compile(r"place|location|where|venue|meeting_point|room$")),
    (re.compile(r"\bwho\b|\bwhom\b", re.I), re.compile(r"^who$|contact|teacher|guide|person")),
    (
        re.compile(r"\b(?:danger\w*|harm\w*|safe\w*|hazard\w*|risky?|poison\w*|toxic)\b", re.I),
        re.compile(r"safe|danger|hazard|risk"),
    ),
)
SEVERAL = re.compile(
    r"\b(?:two|three|four|\d|several|some|a few|couple of) (?:\w+ )?(?:things|questions|points|requests|wishes|"
    r"queries)\b|"
    r"\b(?:also|another thing|plus|besides|by the way|ps)\b|(?:^|\s)[12][).]\s|[,.!?] and (?:why|what|when|how|where|"
    r"who|"
    r"can|could|may|is|are|do|does|did|will|would|should)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"^(?:order|booking|claim|ref(?:erence)?|account|invoice|ticket|case|customer|serial|contract|policy|member|name|"
    r"tracking|documents|form|email|phone|address)(?:_(?:no|number|id))?$"
)
_RECEIVED = re.compile(r"\b(?:received|uploaded|attached|complete|on file|submitted)\b", re.IGNORECASE)
_HOLLOW = topics("included possible allowed available needed required welcome okay covered booked done yes no not")
_STRONG = 2.0


def fact_asked(words: str, context: Context) -> KnownFact | None:
    """The one fact that the ask is about, by its name, by its words or by the question word; None in a tie."""
    about = topics(words)
    scored = sorted(
        ((_closeness(words, about, fact), place, fact) for place, fact in enumerate(answering(context))),
        key=lambda each: (-each[0], each[1]),
    )
    if not scored or scored[0][0] < 1 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][2]


def answering(context: Context) -> list[KnownFact]:
    return [
        fact
        for fact in context.facts
        if not (fact.is_unknown or _BEHIND_IT.search(fact.key.lower()) or OUR_FAILING.search(fact.value))
    ]


def _closeness(words: str, about: frozenset[str], fact: KnownFact) -> float:
    score = sum(_STRONG for word in fact.key_topics if shares_words(frozenset({word}), about))
    score += len((topics(fact.value) - fact.key_topics - _HOLLOW) & about)
    score += sum(
        _STRONG for asks, names in _BY_QUESTION if asks.search(words) and names.search(fact.key.lower()) and not score
    )
    return score


_ANSWER_LEADS = re.compile(
    r"^(?:oh |well,? |ah,? )?(?:yes|no|yep|nope|sure|of course|certainly|absolutely|indeed|gladly|done|sorted|agreed|"
    r"neither|both|"
    r"either|not (?:at all|quite|yet)|(?:it|they|you|we|he|she|that|there|this) (?:is|are|does|do|did|was|were|will|"
    r"can|has|"
    r"have|isn't|aren't|doesn't|don't|didn't|won't|can't|hasn't|wasn't)|it's|that's|they're)\b",
    re.IGNORECASE,
)
_IN_FULL = {"min": "minimum", "max": "maximum", "no": "number", "qty": "quantity", "temp": "temperature"}
_FREE = re.compile(
    r"\b(?:on (?:us|the house|me)|(?:without|no|at no) (?:extra )?(?:charge|cost)|costs? nothing)\b", re.I
)


def is_told(fact: KnownFact, body: str, others: Sequence[KnownFact]) -> bool:
    """By its name, by a figure or day of its own, or by two of the words that no other fact has."""
    body = _FREE.sub(" free ", body)
    said = topics(body)
    named = {_IN_FULL.get(part, part) for part in fact.key.lower().split("_")}
    if any(is_about(word, said) for word in fact.key_topics | topics(" ".join(named))):
        return True
    return is_value_told(fact, body, others)


def is_value_told(fact: KnownFact, body: str, others: Sequence[KnownFact]) -> bool:
    taken = " ".join(other.text for other in others)
    figures = all_numbers(fact.value) - all_numbers(taken)
    days = days_named(fact.value) - days_named(taken)
    if figures & all_numbers(body) or days & days_named(body):
        return True
    own, said = topics(fact.value) - _HOLLOW, topics(body)
    held = [word for word in own if is_about(word, said)]
    return len(held) >= min(2, max(1, len(own)))


def unanswered(body: str, asks: Sequence[str], pieces: Sequence[str], context: Context) -> list[tuple[str, KnownFact]]:
    """The asks whose fact the draft tells nothing of, where it does tell the fact of another ask."""
    by_fact = {fact.key: (ask, fact) for ask in reversed(asks) if (fact := fact_asked(ask, context))}
    also = {fact.key: fact for piece in pieces if (fact := fact_asked(piece, context))}
    told = [key for key in by_fact if is_told(by_fact[key][1], body, _others(by_fact[key][1], context))]
    told += [
        key
        for key, fact in also.items()
        if key not in by_fact and SEVERAL.search(context.newest_text) and is_told(fact, body, _others(fact, context))
    ]
    untold = [each for key, each in by_fact.items() if key not in told and not _is_given(each[1], context)]
    return untold if told else []


def silent_on(body: str, asks: Sequence[str], context: Context) -> KnownFact | None:
    """The fact that is asked for and untold, where the draft tells another one that nobody asked for."""
    asked = [fact for ask in asks if (fact := fact_asked(ask, context))]
    if len(set(asked)) != 1 or _is_touched(asked[0], body, context):
        return None
    others = [fact for fact in answering(context) if fact not in asked]
    is_beside = any(is_value_told(fact, body, _others(fact, context)) for fact in others)
    return asked[0] if is_beside and not _is_given(asked[0], context) else None


def _is_touched(fact: KnownFact, body: str, context: Context) -> bool:
    """Told, or spoken of with any one word of its own."""
    own = topics(fact.value) - topics(context.newest_text) - _HOLLOW
    return is_told(fact, body, _others(fact, context)) or shares_words(own, topics(body))


def opens_with_answer(draft: Draft) -> bool:
    """ "Yes", "No, it isn't", "It is", "There are two": the first words answer what was asked."""
    return bool(draft.said) and bool(_ANSWER_LEADS.match(draft.said[0].body))


def tells_what_was_asked(body: str, context: Context) -> bool:
    """Some fact that an ask is about stands in the draft."""
    asked = (fact_asked(ask.words or ask.text, context) for ask in context.reading.asks)
    return any(fact is not None and is_value_told(fact, body, _others(fact, context)) for fact in asked)


def _others(fact: KnownFact, context: Context) -> list[KnownFact]:
    return [other for other in context.facts if other is not fact]


def _is_given(fact: KnownFact, context: Context) -> bool:
    """It only holds what the customer gave: a number, a name, a paper that has come in."""
    held = topics(f"{context.customer_text} {context.customer_name}")
    return bool(
        (_REFERENCE.search(fact.key.lower()) and not all_numbers(fact.value) - all_numbers(context.customer_text))
        or _RECEIVED.search(fact.value)
        or (topics(fact.value) <= held and not all_numbers(fact.value) - all_numbers(context.customer_text))
    )
