"""S11: what is offered fits the harm and stays within what may be granted."""

import re
from collections.abc import Iterator, Sequence

from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule
from bot.standard.phrases import any_of
from bot.standard.remedies import (
    Allowance,
    free_lengths,
    gifts,
    is_real,
    is_trifle,
    is_whole,
    shares,
    sums,
    tells_of,
    trifles,
)
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import topics
from bot.standard.telling import instead, remedy_of

MEANING = (
    "Offer what fits the harm and what this agent may grant; no token for a serious failure, never above the limit."
)

TOKEN_SHARE = 0.2
"""An offer below this part of what may be granted is a token: agents are given a limit that fits an ordinary case."""
TOKEN_SUM, TOKEN_PERCENT = 20, 25
_IS_GIVEN = re.compile(
    r"\b(?:I|we|you|he|she|they|gets?|us|me|here's|here (?:is|are)|please|enjoy|accept|treat|voucher|"
    r"complimentary|compliments|house)\b|'ve\b",
    re.I,
)
"""Without somebody who gives or gets it, a "calendar of free days" is no gift."""
ABOVE = 1.2
"""A sum is above the limit beyond this part of it; what is near may hold postage, tax or a rounding."""

_OVERCHARGED = re.compile(
    r"\b(?:overcharged|charged|debited|billed|took|taken|deducted|double|twice|wrong (?:amount|price)|deposit|fee)\b",
    re.IGNORECASE,
)
_GRAVE = any_of(
    r"ruin\w*",
    r"(?:wedding|funeral|christening|honeymoon)\b[^.?]{0,80}\b(?:ruin\w*|late|never|missed|wrong|without|spoil\w*|lost|"
    r"collaps\w*|not|forgot\w*|cancel\w*)",
    r"(?:ruin\w*|late|never|missed|wrong|without|spoil\w*|lost|collaps\w*|forgot\w*|cancel\w*)\b[^.?]{0,80}"
    r"\b(?:wedding|funeral|christening|honeymoon)",
    "destroyed",
    "hospital",
    r"injur\w+",
    "flooded",
    "stranded",
    "irreplaceable",
    r"can't be replaced",
    "devastated",
    "heartbroken",
    "in tears",
    "ashes",
    "urn",
    r"(?:needed|needs|got|had) (?:\w+ )?stitches",
    "burgled",
    "late (?:mother|father|husband|wife|grandmother|grandfather)",
    "food poisoning",
    "threw up",
    "ambulance",
    r"allergic (?:reaction|shock)",
    r"(?:he|she|mother|father|husband|wife|son|daughter|dog|cat|horse) (?:has )?died",
    "lost my job",
    "missed (?:my|our) (?:flight|wedding|exam|interview|operation)",
)
_MINOR = any_of(
    r"no (?:big deal|hurry|rush|drama|harm done|problem at all)",
    r"not (?:a big deal|tragic|the end of the world|urgent)",
    "minor",
    "none needed",
    r"just (?:curious|telling you|letting you know|so you know|fyi)",
    "small thing",
    "tiny",
    "a bit",
    "I can wait",
    "don't mind",
    "negligible",
    "cosmetic",
)

BREAKS = (
    Example("I've credited you 10 pounds for it.", "You lost my late father's watch.", {"remedy_limit": "400 pounds"}),
    Example(
        "Here's a 5 % discount code for your next cake.",
        "The wedding cake collapsed before the guests came!",
        {"remedy_limit": "full refund plus 100 euros"},
    ),
    Example(
        "For the wait I've refunded the whole sofa, 900 euros.",
        "The sofa is a day late, no hurry.",
        {"remedy_limit": "20 euros"},
    ),
    Example(
        "I've put 200 euros of credit on your account.",
        "One page of the book is creased.",
        {"remedy_limit": "15 euros"},
    ),
    Example("You get the fridge for free.", "The fridge is two days late.", {"remedy_limit": "15 euros"}),
    Example(
        "As an apology I'm giving you 50 % off the year.",
        "The app was down for an hour.",
        {"remedy_limit": "10 percent"},
    ),
    Example(
        "Please enjoy a free coffee on us at your next visit.",
        "Your driver scratched my car, the whole side is ruined.",
        {"remedy_limit": "repair up to 600 dollars"},
    ),
)
KEEPS = (
    Example(
        "I've credited you 15 euros for the two days.", "The fridge is two days late.", {"remedy_limit": "15 euros"}
    ),
    Example(
        "I've refunded the 49 euros we took twice.", "I was charged twice, 49 euros!", {"remedy_limit": "20 euros"}
    ),
    Example(
        "I've refunded the cake in full, and we'd like to bake it again.",
        "The cake was ruined.",
        {"remedy_limit": "full refund plus rebake"},
    ),
    Example("It arrives tomorrow between 2 and 4.", "The fridge is two days late.", {"remedy_limit": "15 euros"}),
    Example("The door key is 12 pounds, ready tomorrow.", "What does a key cost?", {"remedy_limit": "20 pounds"}),
    Example(
        "Your nights are refunded, 240 euros, and the next one is on us.",
        "There were mice in the room!",
        {"remedy_limit": "full refund and one free night"},
    ),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """Compares what the draft gives with what may be given; one finding at most."""
    given, allowance = list(gifts(draft)), Allowance.of(context)
    for sentence in given:
        if allowance.limits and _is_above(sentence, allowance, context):
            why = f"This is more than may be granted here ({allowance.text})."
            yield instead("S11", sentence, why, f"For it I can give you {remedy_of(allowance.limits[0])}.")
            return
    if _is_minor(context):
        return
    for sentence in given:
        if _is_token(sentence, given, draft, allowance, context):
            may = f"; this may be granted: {allowance.text}" if allowance.limits else ""
            fair = remedy_of(allowance.limits[0]) if allowance.limits else "a remedy that fits"
            why = f"For what happened this is a token{may}."
            yield instead("S11", sentence, why, f"To make it right, I can give you [{fair}].")
            return


def _is_minor(context: Context) -> bool:
    """They say themselves that it is nothing much, or what is known does."""
    return bool(_MINOR.search(f"{context.customer_text} {' '.join(fact.value for fact in context.facts)}"))


def _is_above(sentence: Sentence, allowance: Allowance, context: Context) -> bool:
    body, most = sentence.body, allowance.most
    granted = {each for fact in allowance.granted for each in sums(fact.value)}
    if _OVERCHARGED.search(context.evidence):
        granted |= set(sums(context.evidence))
    given = [value for value in sums(body) if value not in granted]
    if most and (any(value > most * ABOVE for value in given) or sum(given) > most * 1.5):
        return True
    lengths, allowed = free_lengths(body), free_lengths(allowance.text)
    if lengths and allowed and max(lengths) > max(allowed):
        return True
    percent = shares(allowance.text)
    if percent and any(value > max(percent) for value in shares(body)):
        return True
    return _is_whole_against_part(body, allowance, context) or _is_worth_more(body, allowance, context)


def _is_whole_against_part(body: str, allowance: Allowance, context: Context) -> bool:
    """All of it is given where only a part may be."""
    is_long = bool(lengths := free_lengths(body)) and max(lengths) >= 90
    others = " ".join(fact.text for fact in context.facts if fact not in allowance.limits)
    may_be_whole = allowance.is_real or re.search(
        r"\b(?:refund\w*|free|full|waive\w*|gratis|nothing|we pay|on us|"
        r"(?:at|on) (?:our|no) (?:cost|expense|charge))\b",
        others,
        re.I,
    )
    is_bounded = (
        allowance.most
        or shares(allowance.text)
        or re.search(r"\b(?:only|fee|partial|half|part|small|coffee|dessert)\b", allowance.text, re.IGNORECASE)
    )
    return (is_whole(body) or is_long) and bool(is_bounded) and not may_be_whole


def _is_worth_more(body: str, allowance: Allowance, context: Context) -> bool:
    """What is given has a known price above the limit."""
    for fact in context.facts:
        if fact in allowance.limits or fact in allowance.granted or not allowance.most:
            continue
        worth = re.fullmatch(r"\D{0,2}\d[\d.,]*(?: \w+)?", fact.value.strip())
        if worth and fact.key_topics <= topics(body) and max(sums(fact.value), default=0.0) > allowance.most:
            return True
    return False


def _is_token(
    sentence: Sentence, given: Sequence[Sentence], draft: Draft, allowance: Allowance, context: Context
) -> bool:
    """Little money, or a trifle, where what may be given is much more and isn't told."""
    body = " ".join(each.body for each in given)
    known = (*allowance.limits, *(fact for fact in allowance.granted if sums(fact.value)))
    if any(tells_of(draft.said, fact, context) for fact in known):
        return False
    is_small = _is_small(sentence.body, allowance.most) and not _is_known_of(sentence.body, allowance, context)
    if allowance.most or allowance.is_real:
        return is_small and not is_real(_without_trifles(body))
    is_grave = bool(_GRAVE.search(context.customer_text)) and context.is_complaint
    return is_grave and not allowance.limits and is_small and not is_real(body)


def _is_small(text: str, most: float) -> bool:
    """A sum or a share that is small against what may be given; a trifle when neither is named."""
    money, percent = sums(text), shares(text)
    if money and most:
        return max(money) < most * TOKEN_SHARE
    if money or percent:
        return max([0.0, *money]) <= TOKEN_SUM and max([0.0, *percent]) <= TOKEN_PERCENT
    return is_trifle(text) and bool(_IS_GIVEN.search(text))


def _is_known_of(body: str, allowance: Allowance, context: Context) -> bool:
    """The trifle is one that they speak of, or that is known to be theirs: the prize they won."""
    others = (fact.text for fact in context.facts if fact not in allowance.limits)
    held = " ".join((context.newest_text, *others))
    return any(re.search(rf"\b{re.escape(each)}", held, re.IGNORECASE) for each in trifles(body))


def _without_trifles(body: str) -> str:
    return re.sub(r"\ba new (?:parcel|case|appointment|date|visit|time)\b", "", body, flags=re.IGNORECASE)


RULE = Rule("S11", "fair-remedy", MEANING, BREAKS, KEEPS, find)
