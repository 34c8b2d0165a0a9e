"""S11: what is offered fits the harm and stays within what may be granted."""

import re
from collections.abc import Iterator

from bot.standard.context import Context, KnownFact
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.phrases import any_of
from bot.standard.quantities import counted, quantities
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import shares_words, topics

MEANING = (
    "Offer what fits the harm and what this agent may grant; no token for a serious failure, never above the limit."
)

TOKEN_SHARE = 0.2
"""An offer below this part of what may be granted is a token: agents are given a limit that fits an ordinary case."""

_GIVES = any_of(
    r"(?:at no (?:extra )?(?:charge|cost)|pay for|refund\w*|credit(?:ed|ing)?|voucher|coupon|discount|gift(?: card)?|"
    r"compensat\w+|reimburs\w+|goodwill|for "
    "free|free of "
    r"charge|on us|on the house|free|waive\w*|bonus|points|off (?:your|the|any)|reduction|money back|(?:take|took|"
    r"taken|knock\w*) [^.;]{0,24}off|"
    "gave you|given you|give you|giving you|offer you|offering you|treat you|add(?:ed|ing)? .{0,30} to your account|"
    "cheaper|miles|"
    "back to "
    r"your (?:card|account)|paid|pay you|paying you|upgrad\w+|with our compliments|complimentary|sent you (?:a|an) new|"
    r"sending you|in return|to make up for|as an apology|for the (?:trouble|wait|upset|damage|loss))",
)
_TOKEN = any_of(
    r"(?:vouchers?|free \w+ of \w+|coupons?|discount(?: code)?|(?:loyalty |bonus )?points|sticker|mug|key ?ring|"
    "keyring|pen|tote bag|"
    "free "
    r"(?:coffee|drink|dessert|biscuit|cookie|sample|delivery|shipping|month of)|complimentary (?:\w+ )?\w+|cup of "
    r"\w+|chocolates?|small gift|little (?:gift|something|"
    r"present)|goodwill gesture|off your next|badge|box of|postcard|balloon|lollipop|sweets?|tea ?bags?)",
)
_FULL = any_of(
    r"(?:full|whole|complete|entire|all) (?:refund|amount|price|fare|cost|money|fee|bill|stay|order)",
    r"(?:refund\w*|credit\w*|paid|"
    r"pay|money|waive\w*) [^.;]{0,40}(?:in full|completely|entirely|the whole|all of)",
    "for free",
    "free of charge",
    "on us",
    "for nothing",
    "at no cost",
    r"pay(?:ing)? for (?:the |your )?(?:whole|entire|full|all)",
    r"whatever (?:it|that|this) costs",
    "no matter what it costs",
    r"(?:the|your) (?:next |first |following |whole )?(?:year|season|life) (?:is |are )?(?:free|on us)",
)
_LIMIT_KEYS = (
    "remedy_limit",
    "limit",
    "may_offer",
    "authority",
    "remedy",
    "goodwill",
    "compensation",
    "allowed_remedy",
)
_LARGE = any_of(
    "full refund",
    "refund",
    "replacement",
    "new one",
    "rebake",
    "redo",
    "repeat",
    "free night",
    "free month",
    "rebook\\w*",
    "free stay",
    "compensation",
    "insurance",
)

_GRANTED = re.compile(
    r"refund|allowed|possible|done|granted|credit|owed|repay|compensat|waive|free|may\b|within", re.IGNORECASE
)
_OVERCHARGED = re.compile(
    r"\b(?:overcharged|charged|debited|billed|took|taken|deducted|double|twice|wrong (?:amount|price)|deposit|fee)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365}
TOKEN_SUM = 20
_GRAVE = any_of(
    r"ruin\w*",
    "wedding",
    "funeral",
    "destroyed",
    "hospital",
    r"injur\w+",
    r"burn(?:t|ed)",
    r"flood\w*",
    "stranded",
    "irreplaceable",
    r"can't be replaced",
    "devastated",
    "heartbroken",
    "in tears",
    "ashes",
    "late (?:mother|father|husband|wife|grandmother|grandfather)",
    "food poisoning",
    "threw up",
    "ambulance",
    "collapsed",
    r"allergic (?:reaction|shock)",
    "died",
    "lost my job",
    "missed (?:my|our) (?:flight|wedding|exam|interview|operation)",
)
_REAL = re.compile(
    r"\b(?:refund\w*|replac\w*|new (?:one|cake|dress|\w+)|redo|repair\w*|pay for|reimburs\w*|compensat\w*)\b", re.I
)
_MINOR = any_of(
    r"no (?:big deal|hurry|rush|drama|problem at all)",
    "not a big deal",
    "minor",
    "just (?:curious|telling you|so you know|fyi)",
    "small thing",
    "tiny",
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
    """Compares what the draft gives with the limit; without a known limit nothing is judged."""
    giving = [sentence for sentence in draft.said if _GIVES.search(sentence.body) and not sentence.is_question]
    limit = context.fact("remedy_limit", "limit") or context.fact(*_LIMIT_KEYS)
    if limit is None or limit.is_unknown:
        yield from _trinket_for_grave_harm(giving, context)
        return
    for sentence in giving:
        if _is_above(sentence, limit, context):
            why = f"This is more than may be granted here ({limit.value})."
            yield on_sentence("S11", sentence, why, f"What I may give you for it: {limit.value}.")
            return
    for sentence in giving:
        if not _is_minor(context) and _is_token(sentence, giving, limit, context):
            why = f"For what happened this is a token; up to {limit.value} may be granted."
            yield on_sentence("S11", sentence, why, f"To make it right, I can give you [a fair part of {limit.value}].")
            return


def _trinket_for_grave_harm(giving: list[Sentence], context: Context) -> Iterator[Finding]:
    """Without a known limit only the plainest case is told: a trinket for what can't be brought back."""
    body = " ".join(sentence.body for sentence in giving)
    if not _GRAVE.search(context.customer_text) or _is_minor(context) or _REAL.search(body):
        return
    for sentence in giving:
        shares, sums = _sums(sentence.body, "share"), _sums(sentence.body, "money")
        if _TOKEN.search(sentence.body) and max([*shares, *sums], default=0.0) <= TOKEN_SUM:
            why = "For what happened this is a token."
            yield on_sentence("S11", sentence, why, "To make it right, I can give you [a remedy that fits].")
            return


def _is_minor(context: Context) -> bool:
    """They say themselves that it is nothing much, or what is known does."""
    return bool(_MINOR.search(f"{context.customer_text} {' '.join(fact.value for fact in context.facts)}"))


def _sums(text: str, kind: str) -> list[float]:
    return [float(each.value) for each in quantities(text) if each.kind == kind]


def _is_above(sentence: Sentence, limit: KnownFact, context: Context) -> bool:
    most, share = max(_sums(limit.value, "money"), default=0.0), max(_sums(limit.value, "share"), default=0.0)
    others = " ".join(fact.text for fact in context.facts if fact is not limit and _GRANTED.search(fact.text))
    granted = set(_sums(others, "money"))
    if _OVERCHARGED.search(context.evidence):
        granted |= set(_sums(context.evidence, "money"))
    given = [value for value in _sums(sentence.body, "money") if value not in granted]
    if most and (any(value > most * 1.02 for value in given) or sum(given) > most * 1.5):
        return True
    if _is_more_of_a_kind(sentence.body, limit.value):
        return True
    if share and any(value > share for value in _sums(sentence.body, "share")):
        return True
    is_full = bool(_FULL.search(sentence.body))
    may_be_full = bool(
        _LARGE.search(limit.value) or re.search(r"\b(?:refund\w*|free|full|waive\w*|gratis|nothing)\b", others, re.I)
    )
    is_bounded = bool(
        most or share or re.search(r"\b(?:only|fee|partial|half|part|small|coffee|dessert)\b", limit.value, re.I)
    )
    return is_full and is_bounded and not may_be_full


def _is_more_of_a_kind(body: str, limit: str) -> bool:
    """ "Three months free" where one week may be given."""
    allowed, given = _free_lengths(limit), _free_lengths(body)
    return bool(allowed and given) and max(given) > max(allowed)


def _free_lengths(text: str) -> list[float]:
    """Lengths that are given, in days; other things one can be given several of count as one each."""
    found: list[float] = []
    for count, unit in re.findall(
        r"\b(\w+) (?:free |extra |more )?(day|night|week|month|year)s?\b(?= free| for free| on us|[^.]*free)",
        text,
        re.I,
    ):
        found.append(counted(count) * _DAYS[unit.lower()])
    return [length for length in found if length]


def _is_token(sentence: Sentence, giving: list[Sentence], limit: KnownFact, context: Context) -> bool:
    """Little money against the limit, or a trinket where a refund or a replacement may be given and isn't."""
    body = " ".join(each.body for each in giving)
    if _tells_more(body, limit, context):
        return False
    most, offered = max(_sums(limit.value, "money"), default=0.0), _sums(body, "money")
    if most and offered:
        return max(offered) < most * TOKEN_SHARE
    if _LARGE.search(limit.value) or most:
        return bool(
            _TOKEN.search(sentence.body)
            or ((shares := _sums(sentence.body, "share")) and max(shares) <= 25)
            or (offered and max(offered) <= 20)
        )
    share = max(_sums(limit.value, "share"), default=0.0)
    return bool(share >= 50 and (low := _sums(body, "share")) and max(low) < share * TOKEN_SHARE * 2)


def _tells_more(body: str, limit: KnownFact, context: Context) -> bool:
    """The real remedy is given too: a refund, a new one, or another known way of putting it right."""
    if re.search(
        r"\b(?:full(?:y)? refund\w*|refunded (?:the|your|all|it)|replacement|a new \w+|re-?bake|in full)\b", body, re.I
    ):
        return True
    remedies = [
        fact
        for fact in context.facts
        if fact is not limit and re.search(r"refund|replace|new_|rebake|repair|credit|compensat|remedy", fact.key)
    ]
    return any(shares_words(topics(fact.value), topics(body)) for fact in remedies)


RULE = Rule("S11", "fair-remedy", MEANING, BREAKS, KEEPS, find)
