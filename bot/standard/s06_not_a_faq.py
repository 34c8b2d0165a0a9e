"""S6: this question is answered, not its keyword; a link supports an answer and never replaces one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.standard.beside_the_point import beside_the_point, by_the_book, known_remedy
from bot.standard.context import Context, KnownFact
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.phrases import any_of
from bot.standard.quantities import all_numbers
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import is_about, topics
from bot.standard.temporal_expressions import names_a_time
from bot.standard.tried_already import told_again

MEANING = "Answer this question, not the keyword; a link supports an answer and never replaces one."

LINK = re.compile(
    r"https?://\S+|\bwww\.\S+|(?<!@)(?<![\w.-])[\w-]+\.(?:example|com|org|net|co\.uk|de|io)(?:/\S*)?\b", re.IGNORECASE
)
_PAGE = (
    "(?:faqs?|help (?:cent(?:re|er)|pages?|section|articles?)|website|web ?page|web ?site|site|knowledge base|user "
    "guide|"
    "manual|terms(?: and conditions)?|guidelines?|price list|brochure|online guide|support pages?|homepage|home "
    "page|(?:product |info |information )page|"
    r"documentation|docs|handbook|leaflet|forum|blog|instructions|app)"
)
_POINTS = any_of(
    r"(?:you'll|you can|you will) (?:\w+ )?(?:find|see|read) (?:it|them|that|this|everything|all of (?:it|this)|all "
    "that) (?:online|there)",
    "(?:see|visit|check(?: out)?|read|consult|refer to|have a look at|take a look at|look (?:at|up|in|on)|browse|"
    "go to|"
    r"head (?:over )?to|search|study) (?:\w+ ){0,4}?(?:our|the|this|these|your|all about it on) (?:[\w-]+ "
    f"){{0,3}}?{_PAGE}",
    rf"(?:is|are|can be|'s|'re|be) (?:all |also |\w+ly |)(?:found|explained|listed|described|answered|covered|set out|"
    rf"available|detailed|shown|published|stated|on|in|at) (?:\w+ ){{0,3}}?(?:our|the|this) (?:[\w-]+ ){{0,3}}?{_PAGE}",
    rf"you(?:'ll| will| can|'re sure to| should be able to| could| may) (?:\w+ )?(?:find|read|see|look|learn|check)"
    rf" (?:[\w',-]+ ){{0,9}}?(?:on|in|at|under) (?:our|the|this) (?:[\w-]+ ){{0,3}}?{_PAGE}",
    rf"our (?:[\w-]+ ){{0,2}}?{_PAGE} (?:has|have|explains?|lists?|covers?|tells?|answers?|shows?|will (?:tell|"
    "answer|help))",
)
_SUPPORTS = any_of(
    r"(?:pictures?|photos?|screenshots?|video|map|steps?|details?|diagram|the same|that table|the form|more) (?:\w+ "
    "){0,5}(?:is|"
    r"are) (?:also )?(?:here|at|on)",
    r"(?:in case|if) you(?:'d| would)? (?:like|want|prefer|need|ever)",
    r"(?:for|as) (?:reference|later|your records|the future)",
    r"(?:I|we)(?:'ve| have) (?:\w+ )?(?:attached|copied|sent|checked|tried|tested|made)",
    r"(?:to|you can|can be|please) (?:\w+ )?(?:pay|paid|track|tracked|sign|book|log in|download|downloaded|join|"
    "confirm|choose|upload|"
    r"follow(?:ed)?|watch|reset|set)",
)
_ASKED_FOR_LINK = re.compile(
    r"\b(?:link|url|web ?site|web ?page|web address|page|guide|manual|leaflet|brochure|document|pdf|download|"
    r"where (?:do|can|could) (?:I|we|one) (?:find|read|look up|download|see))\b",
    re.IGNORECASE,
)
TOLD_WORDS = 2
"""A fact counts as told when two of its words are, besides those of the question."""

_HIP = "Does the travel insurance cover my mother-in-law if she cancels because of her hip operation?"
_HIP_KNOWN = {"hip_operation": "covered if not known at booking, mother-in-law counts as close family"}
BREAKS = (
    Example("Hi Ines, all about our insurance is on this page: https://trips.example/insurance.", _HIP, _HIP_KNOWN),
    Example("Please see our help centre for that.", "Can I pay the course in three parts?"),
    Example("You'll find all prices on our website.", "What does the small studio cost for two hours on a Sunday?"),
    Example("Our FAQ explains how refunds work: https://shop.example/faq", "My refund is 9 days late. Where is it?"),
    Example(
        "Hi Ines, please turn the router off and on again, and check the cable.",
        "I turned the router off and on five times and changed the cable. Still a red light. What else?",
    ),
    Example(
        "To cancel, open Settings and switch off automatic renewal.",
        "I switched off automatic renewal in May and was charged again. Why?",
        {"cause": "the setting was lost in an update", "refund": "30 euros today"},
    ),
    Example("Information about allergens can be found in our brochure.", "Is there sesame in the green curry?"),
    Example("Have a look at the manual, chapter 4.", "Which oil does the saw take, 15W or 30?"),
)
KEEPS = (
    Example(
        "Yes, it covers her: a mother-in-law counts as close family, as long as the operation wasn't known when you "
        "booked. The wording is here: https://trips.example/insurance",
        _HIP,
        _HIP_KNOWN,
    ),
    Example(
        "Open Billing, set the dates and press Export; pictures of each step are here: https://help.example/invoices",
        "How do I export my invoices?",
    ),
    Example("You can follow the van here: https://track.example/48213. It reaches you at 4 pm.", "Where is my sofa?"),
    Example(
        "Since you've restarted it five times already, I've tested the line from here: the fault is in the street.",
        "I restarted the router five times. What else?",
    ),
    Example("Please open Settings and press Update; that puts the map back.", "Where did the map go?"),
    Example("Here's the link to pay the deposit: https://pay.example/77. The room is held until 6.", "How can I pay?"),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """A link or page in place of the answer, or steps that the customer has tried already."""
    wants_link = bool(_ASKED_FOR_LINK.search(context.newest_text))
    for sentence in draft.said:
        if not wants_link and _points_away(sentence) and not _is_answered(draft, sentence, context):
            why = "The page may well hold it, and the customer asked us."
            yield on_sentence("S6", sentence, why, f"{_answer(context)} {_more(sentence)}")
            return
    repeated = told_again(draft, context)
    if repeated:
        why = "The customer writes that they have done this already."
        yield on_sentence(
            "S6", repeated, why, "Since you've tried that already, I've checked [what] from here: [result]."
        )
    elif manual := by_the_book(draft, context):
        why = "This is what a manual says; the customer asks about their own case."
        yield on_sentence("S6", manual, why, known_remedy(context))
    elif beside := beside_the_point(draft, context):
        why = "This speaks of the matter and doesn't answer the question."
        yield replace(on_sentence("S6", beside, why, _answer(context)), is_last_resort=True)


def _points_away(sentence: Sentence) -> bool:
    if LINK.search(sentence.body):
        return not _SUPPORTS.search(LINK.sub(" ", sentence.body))
    return bool(_POINTS.search(sentence.body)) and not _SUPPORTS.search(sentence.body)


def _is_answered(draft: Draft, pointer: Sentence, context: Context) -> bool:
    """Whether the other sentences tell what is known about the question, or, with nothing known, speak of it at all."""
    rest = " ".join(LINK.sub(" ", each.body) for each in draft.said if each is not pointer)
    own = LINK.sub(" ", pointer.body)
    asked = topics(" ".join(ask.text for ask in context.reading.asks) or context.newest_text)
    said, numbers = topics(f"{rest} {own}"), all_numbers(rest)
    if not context.facts:
        return names_a_time(rest) or (len(topics(rest)) >= 4 and any(is_about(word, topics(rest)) for word in asked))
    return any(_tells(fact, asked, said, numbers) for fact in _answers(asked, context) or context.facts)


def _tells(fact: KnownFact, asked: frozenset[str], said: frozenset[str], numbers: set[float]) -> bool:
    return bool(all_numbers(fact.value) & numbers) or len((topics(fact.value) - asked) & said) >= TOLD_WORDS


def _answers(asked: frozenset[str], context: Context) -> list[KnownFact]:
    """The facts that are closest to the question: by their names first, then by all their words, then by the field."""
    by_name = [len(fact.key_topics & asked) / max(1, len(fact.key_topics)) for fact in context.facts]
    by_words = [float(len(fact.topics & asked)) for fact in context.facts]
    by_field = [float(sum(is_about(word, asked) for word in fact.topics)) for fact in context.facts]
    for closeness in (by_name, by_words, by_field):
        most = max(closeness, default=0.0)
        if most > 0:
            return [fact for fact, close in zip(context.facts, closeness, strict=True) if close == most]
    return []


def _answer(context: Context) -> str:
    """What is known about their question, in brackets, or the blank alone."""
    asked = topics(" ".join(ask.text for ask in context.reading.asks) or context.newest_text)
    known = [fact for fact in _answers(asked, context) if not fact.is_unknown and not LINK.search(fact.value)]
    return f"[{known[0].value}]." if known else "[The answer to their question]."


def _more(sentence: Sentence) -> str:
    link = LINK.search(sentence.body)
    return f"More about it is here: {link.group().rstrip('.,')}" if link else "The page tells more about it."


RULE = Rule("S6", "not-a-FAQ", MEANING, BREAKS, KEEPS, find)
