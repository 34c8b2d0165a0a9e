"""Finds answers to the keyword: a manual's words, or all but the one thing that was asked."""

import re

from bot.standard.asked_facts import silent_on
from bot.standard.commitment import OUR_DEED
from bot.standard.context import Context, KnownFact
from bot.standard.quantities import all_numbers
from bot.standard.refusal import refuses
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import shares_words, topics

HANDFUL = 12
"""Numbers up to a dozen turn up by chance."""
_YES_NO = re.compile(
    r"\b(?:it|they|you|that|there|she|he|we) (?:is|are|does|do|did|can|will|was|were|isn't|aren't|doesn't|don't|"
    r"can't|won't|"
    r"wasn't|didn't)(?=[.,:;!]|$)|^(?:yes|no|sure|of course|indeed|gladly|absolutely|it does|it is|you can|they do|"
    r"I'm afraid (?:so|not))\b",
    re.IGNORECASE,
)

_BY_THE_BOOK = re.compile(
    r"\b(?:here(?:'s| is) how (?:to|you|one)|how to (?!reach)\w+|is (?:very |quite |really )?(?:easy|simple|"
    r"straightforward)[:.,]|it's (?:easy|simple)|"
    r"(?:most|all|many) (?!of)\w+s (?:\w+ )?(?:like|need|are|have|take|should|must|can|last|keep)|is a (?:blend|mix|"
    r"kind|type|sort|device|product|form) of|"
    r"(?:it|they|[\w ]+s) (?:should|must|can) be (?:placed|kept|stored|used|washed|cleaned|charged|changed|installed|"
    r"connected)|about \w+ing\b[^.]{0,20}:)|"
    r"^(?:to|in order to|for) [^,]{3,50}, (?:please |first |simply |just )?(?:open|go|press|hold|turn|click|tap|"
    r"choose|select|fill|take|pull|push|put|set|switch|plug|enter|type|use|remove|check|scroll|log|sign|pour|mix|"
    r"heat|preheat|wash|clean|place|keep|let|make|insert|slide|scan|swipe|lift|attach|connect|rinse|shake|stir|cut)\b|"
    r"^(?:to|in order to) \w+[^,]{0,40} you (?:can|need|have to|must|should|just|simply)\b",
    re.IGNORECASE,
)
"""Generic instruction or description: what a manual says of any such thing."""
_REMEDY = re.compile(
    r"\b(?:cause|reason|fix|solution|repair|fault|bug|alternatives?|workaround|known (?:fault|issue|bug)|agent|"
    r"we can|can be|possible|restored?|replace\w*|refund|safe|not safe)\b",
    re.IGNORECASE,
)


def beside_the_point(draft: Draft, context: Context) -> Sentence | None:
    """A question whose answer is known, and a draft that tells nothing of it and refuses nothing."""
    if not draft.said or any(refuses(each) or _YES_NO.search(each.body) for each in draft.said):
        return None
    is_asked = any(ask.kind == "question" for ask in context.reading.asks)
    is_asked &= not any(OUR_DEED.search(each.body) for each in draft.said)
    if not is_asked:
        return None
    asks = [ask.words or ask.text for ask in context.reading.asks]
    is_silent = silent_on(draft.body, asks, context) is not None
    return draft.said[0] if is_silent or _is_point_missed(draft, context) else None


def by_the_book(draft: Draft, context: Context) -> Sentence | None:
    """Instructions as for anybody, while what went wrong here, or what we could do, is known and left untold."""
    manual = next((each for each in draft.said if _BY_THE_BOOK.search(each.body)), None)
    return manual if manual and _is_remedy_untold(draft, context) else None


def known_remedy(context: Context) -> str:
    """What is known, in brackets: it is noted down for us, and the agent words it for the customer."""
    fact = next(fact for fact in context.facts if _REMEDY.search(fact.text) and not fact.is_unknown)
    return f"In your case it's this: [{fact.value}]. I'm [what], and you'll hear from me by [time]."


def _is_remedy_untold(draft: Draft, context: Context) -> bool:
    """What went wrong, or what we could do about it, is known, and the draft neither tells nor does any of it."""
    if any(OUR_DEED.search(each.body) for each in draft.said):
        return False
    asked, said = topics(context.newest_text), topics(draft.body)
    remedies = [fact for fact in context.facts if _REMEDY.search(fact.text) and not fact.is_unknown]
    return bool(remedies) and not any(_is_value_told(fact, asked, said, draft.body) for fact in remedies)


def _is_point_missed(draft: Draft, context: Context) -> bool:
    """The fact that bears the question's very name is left out, by its name and by what it says."""
    asked, said = topics(context.newest_text), topics(draft.body)
    named = [
        fact for fact in context.facts if len(fact.key_topics) > 1 and fact.key_topics <= asked and not fact.is_unknown
    ]
    return any(not fact.key_topics <= said and not _is_value_told(fact, asked, said, draft.body) for fact in named)


def _is_value_told(fact: KnownFact, asked: frozenset[str], said: frozenset[str], body: str) -> bool:
    """By its numbers where it has some that mean more than a handful, else by its words."""
    telling = {number for number in all_numbers(fact.value) if number > HANDFUL}
    return bool(telling & all_numbers(body)) if telling else shares_words(topics(fact.value) - asked, said)
