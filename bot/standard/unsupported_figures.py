"""Finds the figures of a sentence (prices, shares, days, hours, lengths) that nothing known bears out."""

import re

from bot.standard.commitment import OUR_PROMISE
from bot.standard.context import Context
from bot.standard.grammatical_subject import is_command
from bot.standard.phrases import any_of
from bot.standard.quantities import Quantity, all_numbers, days_named, quantities
from bot.standard.segmentation import Sentence
from bot.standard.semantic_fields import shares_words, topics

_OWN_DIARY = re.compile(
    r"\b(?:I'm|I am|we're|we are) (?:\w+ )?(?:here|on until|on shift|free|at my desk|in|around|on shift|open|back|at "
    r"work|available)\b|"
    r"\b(?:before|when|until|till) (?:I|we) (?:close|leave|finish|go home)|\bmy (?:desk|shift|line|number|extension)\b|"
    r"\b(?:by|within|at|before|on|until) [^.,;]{0,30}\b(?:I|we|you)(?:'ll|'d| will| shall)\b|\bwe're open\b|\bour "
    r"time\b|"
    r"\b(?:tell|write to|answer|send|let) (?:me|us)\b[^.;]{0,40}\b(?:by|until|before)\b|\bsay so (?:by|before|"
    r"until)\b|"
    r"\b(?:I|we)(?:'ve| have|'ll| will| can) (?:kept?|reserved?|h[eo]ld|put|booked?|set) ",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:ring|call|phone|write|email|message|text|tell|let you know|check|look|update|report|be in touch|come back|"
    "get back|"
    r"watch|confirm|hear from|reply|answer|go through|talk|speak|follow up|shall I|may I|follow)\b",
    re.IGNORECASE,
)
_TELLS_WHEN = re.compile(
    r"\b(?:arriv\w+|reach\w*|comes?|coming|will|'ll|ready|deliver\w*|with you|is (?:on|at)|are (?:on|at)|takes place|"
    "leaves?|ships?|shipping|starts?|opens?|"
    "closes?|due|"
    r"ends?|works? (?:again|from)|back|expected|there|get|have|finished|runs?|possible|land\w*|released?|launch\w*|"
    r"until|by)\b",
    re.IGNORECASE,
)
_ABOUT_PAST = re.compile(
    r"\byou (?:\w+ )?(?:asked|wrote|told|called|rang|ordered|bought|came|sent|said|waited|were|had)\b", re.I
)
_UNIT = re.compile(
    "[ -]?(?:working |business )?(days?|weeks?|months?|years?|hours?|minutes?|nights?|pages?|people|persons?|"
    "guests?|litres?|"
    r"kilos?|kg|km|metres?|cm|watts?|degrees|miles|pieces?|seats?|calories|grams?|gb|lessons?)\b",
    re.IGNORECASE,
)
_IF_YOU = re.compile(r"\b(?:if|when|once) you\b", re.IGNORECASE)
_GIVES = any_of(r"(?:credit\w*|voucher|refund\w*|give|gave|given|giving|discount|gift|compensat\w+|free|off)")


def unsupported_figure(sentence: Sentence, context: Context) -> Quantity | None:
    """The first figure that no evidence holds; times of our own calls and letters are ours to set."""
    body = sentence.body
    if re.search(r"\bI(?: can)?(?: now)? see\b", body):  # Seen in a system that isn't known here.
        return None
    found = quantities(body)
    for quantity in found:
        if quantity.kind in ("clock", "day", "count") and is_ours_to_set(sentence):
            continue
        if quantity.kind == "day" and _ABOUT_PAST.search(body):
            continue
        if re.search(r"\btoday,?\s$", body[: quantity.start], re.IGNORECASE):
            continue  # The writer knows what day it is.
        if not _is_instruction(quantity, sentence) and not _is_supported(quantity, body, context):
            return quantity
    return None


def _is_instruction(quantity: Quantity, sentence: Sentence) -> bool:
    """A figure in "set the dates to 1 January" is a step to take, not a claim."""
    at = sentence.body_start + quantity.start
    clause = next((clause for clause in sentence.clauses if clause.start <= at < clause.end), None)
    return (
        (clause is not None and is_command(clause.text))
        or is_command(sentence.body)
        or bool(_IF_YOU.search(sentence.body))
    )


def is_ours_to_set(sentence: Sentence) -> bool:
    """Hours of our own calls, letters and desk, which nobody else can know."""
    body = sentence.body
    if _OWN_DIARY.search(body) or sentence.is_question:
        return True
    return any(_CONTACT.search(clause.text) and OUR_PROMISE.search(clause.text) for clause in sentence.clauses) or bool(
        re.search(r"\bnext update\b|\bcheck(?:ed)?\b", body, re.IGNORECASE)
    )


def _is_supported(quantity: Quantity, body: str, context: Context) -> bool:
    evidence = context.evidence
    if quantity.kind == "day":
        return not _TELLS_WHEN.search(body) or _is_day_known(str(quantity.value), evidence)
    value, known = float(quantity.value), all_numbers(evidence)
    if value in known:
        return True
    if quantity.kind == "clock":
        hours = {value % 12, float(int(value)), float(int(value) % 12), value + 12}
        return bool(hours & known) or not _is_measured(quantity.kind, body, context)
    if quantity.kind == "count":
        return _is_other_length(quantity, body, context)
    # What is given is the business of S11.
    return quantity.kind == "money" and bool(_GIVES.search(body) and context.fact("limit", "remedy"))


def _is_day_known(name: str, evidence: str) -> bool:
    if re.search(r"\d", name):
        return float(re.findall(r"\d+", name)[0]) in all_numbers(evidence)
    return name in days_named(evidence)


def _is_measured(kind: str, body: str, context: Context) -> bool:
    """Whether a fact on the same matter holds a figure of this kind."""
    about = topics(body)
    return any(
        shares_words(fact.topics, about) and any(each.kind == kind for each in quantities(fact.text))
        for fact in context.facts
    )


def _is_other_length(quantity: Quantity, body: str, context: Context) -> bool:
    """Plain numbers count only as lengths and measures of a kind that is known with another number."""
    unit = _UNIT.match(body[quantity.end :])
    if not unit:
        return True
    pattern = rf"\d+[ -]?(?:\w+ )?{unit[1].rstrip('s')}s?\b"
    about = topics(body) | topics(context.newest_text)
    return not any(
        re.search(pattern, fact.text, re.IGNORECASE) and shares_words(fact.topics, about) for fact in context.facts
    )
