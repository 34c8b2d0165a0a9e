"""Reads what a draft gives to make things right, and what is known about what may be given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.standard.context import Context, KnownFact
from bot.standard.measures import Measure, measures
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import topics

_LIMIT_NAMES = re.compile(
    r"(?:^|_)(?:remedy|remedies|(?:remedy|agent|grant|refund|credit|spending|goodwill)_?limit|limit|may_offer|"
    r"may_grant|"
    r"allowance|authority|goodwill|compensation|allowed_remedy|outage_rule|due|entitlement)(?:_|$)"
)
_GRANTED_NAMES = re.compile(
    r"refund|credit|repay|paid_back|reimburs|waiver|replacement|postage|deposit|missed_\w+_payment"
)
_NO_LIMIT = re.compile(r"\b(?:lifted|by card|transfer|speed|seats?|users?|storage|weight|baggage|orders?)\b", re.I)
_MAKING_UP = any_of(
    r"to (?:make (?:up|amends|it up|this right|it right|things right)|say (?:we're |I'm )?sorry|cheer you up|"
    r"apologi[sz]e|"
    r"set (?:it|this|things) right|sweeten|soften|thank you|show)(?: \w+)*",
    r"(?:as|by way of) (?:a |an |our |my |some |small |little )*(?:apology|sorry|compensation|gesture|thank[- ]you|"
    r"token|consolation|goodwill|sign|present|gift)(?: \w+)*",
    r"for (?:the|your|all the|all your|this|that|these) (?:\w+ )?(?:trouble|fright|wait(?:ing)?|inconvenience|upset|"
    r"pain|"
    r"delay|stress|shock|loss|damage|bother|hassle|worry|mess|disappointment|scare|nuisance|day|evening|night)",
    r"in return",
    r"with our (?:compliments|apologies)",
    r"(?:please )?(?:enjoy|accept|treat yourself|help yourself)",
    r"on (?:us|me|the house)",
    r"(?:our|my) (?:treat|shout|gift)",
    r"at no (?:extra )?(?:charge|cost)",
    r"free(?: of charge)?",
    r"complimentary",
    r"gratis",
    r"goodwill",
    r"vouchers?|coupons?|gift cards?|bonus|loyalty points|(?:reward|bonus) points|discount(?: code)?|free (?:gift|"
    r"sample)",
    r"(?:a )?little (?:something|extra|present|gift|treat|surprise)|small (?:gift|token|present|something)",
    r"off (?:your|the|any|his|her|their|our)\b(?! (?:\w+ )?(?:list|record|file|menu|market|road|table|train|bus|"
    r"phone|hook|shel\w+|"
    r"wall|door|mailing))",
    r"compensat\w+",
    r"refund\w*|credit(?:ed|ing)?|reimburs\w*|repaid|money back|waiv\w+",
    r"(?:we|I)(?:'ll| will)? (?:pay|paid|cover|covered|bear)(?: \w+){0,3}",
    r"(?:gave|giving|given|give|get|gets|getting|offer|offering|send|sent) (?:you|him|her|them|your \w+) (?:a|an|"
    r"some|two|"
    r"three|five|ten|\d+|our|the)(?: \w+)*",
    r"(?:I|we)(?:'ve| have)? (?:also )?(?:put|added?|slipped|popped|packed|tucked|thrown|sent) (?:in )?(?:a|an|some|"
    r"two|three|"
    r"five|ten|\d+|our|the)\b[\w ]{0,40}? (?:for you|in(?:to)? (?:your|the post|with)|to your|on top)",
    r"(?:you're|you are|you|he|she|they)(?:'ll| will)? (?:get|gets|getting|have|receive) (?:a|an|some|your)(?: \w+)*",
)
_FULL = any_of(
    r"(?:full|whole|complete|entire|all(?: of)?(?: the| your)?|every) (?:refund|amount|price|fare|cost|money|fee|"
    r"bill|stay|"
    r"order|family|holiday|trip|floor|flat|kitchen|team|group|party|case|range|collection)s?",
    r"(?:refund\w*|credit\w*|paid|pay|money|waive\w*) [^.;]{0,40}(?:in full|completely|entirely|the whole|all of)",
    r"(?:for|totally|completely) (?:free|nothing)",
    r"free of charge",
    r"at no cost",
    r"whatever (?:it|that|this) (?:costs|takes)|no matter what it costs",
    r"(?:your|the) (?:\w+ )?(?:year|season|life|membership|subscription|holiday|stay)(?: \w+){0,3} (?:is|are) "
    r"(?:free|on us|on the house)",
    r"(?:free )?for (?:life|ever|good)|lifetime",
    r"all on (?:us|the house)",
    r"brand[- ]new (?:car|kitchen|floor|laptop|phone|bike|sofa)",
)
_TRIFLE = any_of(
    r"(?:vouchers?|coupons?|discount(?: codes?)?|points|stickers?|mugs?|key ?rings?|pens?|tote bags?|coffees?|drinks?|"
    r"desserts?|biscuits?|cookies?|samples?|cups? of \w+|chocolates?|badges?|postcards?|balloons?|lollipops?|sweets?|"
    r"tea ?bags?|combs?|magnets?|posters?|caps?|t-?shirts?|socks|tea towels?|notebooks?|calendars?|bookmarks?|candles?|"
    r"muffins?|croissants?|slices? of \w+|starters?|smoothies?|toys?|teddy|plush\w*|hand creams?|soaps?|shampoo|"
    r"umbrellas?|"
    r"air ?fresheners?|car ?wash(?:es)?|tank of \w+|passport photos?|wallpapers?|skins?|coins|gems|emojis?|avatars?|"
    r"newsletters?|e-?books?|flowers?|bouquets?|cards?|pack of \w+|bag of \w+|box of \w+|bottles? of \w+|"
    r"glass(?:es)? of "
    r"\w+|bowls? of \w+|scoops? of \w+|(?:small|little|tiny) (?:gifts?|presents?|tokens?|something|extra|treat|"
    r"surprise))",
    r"(?:off|on|for|with) your next(?: \w+)?",
    r"free (?:delivery|shipping|postage|gift[- ]wrapping|wash|trial|upgrade|parking|ride|snack|\w+ing class)",
)
_REAL = re.compile(
    r"\b(?:refund\w*|replac\w*|reimburs\w*|money back|in full|re-?bake|redo|re-?paint\w*|re-?print\w*|paid (?:for|"
    r"back)|"
    r"pay for|cover(?:s|ed)? the|insur\w+|a new (?!customer)\w+)\b",
    re.IGNORECASE,
)
_NO_MATTER = topics(
    "agent may grant approved allowed within limit free right full euro euros pound pounds dollar dollars"
)


@dataclass(frozen=True)
class Allowance:
    """The facts that say what may be given or what is due."""

    limits: tuple[KnownFact, ...]
    granted: tuple[KnownFact, ...]

    @classmethod
    def of(cls, context: Context) -> "Allowance":
        limits = [
            fact
            for fact in context.facts
            if _LIMIT_NAMES.search(fact.key.lower()) and not fact.is_unknown and not _NO_LIMIT.search(fact.value)
        ]
        granted = [fact for fact in context.facts if _GRANTED_NAMES.search(fact.key.lower()) and fact not in limits]
        return cls(tuple(limits), tuple(granted))

    @cached_property
    def text(self) -> str:
        return "; ".join(fact.value for fact in self.limits)

    @cached_property
    def most(self) -> float:
        """The largest sum that is named; zero when none is."""
        return max(sums(self.text), default=0.0)

    @cached_property
    def is_real(self) -> bool:
        """More than a gesture may be given: a refund, a new one, free nights."""
        return bool(_REAL.search(self.text) or re.search(r"\b(?:full|free|rebook\w*|insurance|liability)\b", self.text))


def gifts(draft: Draft) -> Iterator[Sentence]:
    """The sentences that give something to make things right."""
    for sentence in draft.said:
        if not sentence.is_question and _MAKING_UP.search(sentence.body):
            yield sentence


def sums(text: str) -> list[float]:
    """Money, and bare figures, which stand for money where remedies are spoken of."""
    named = [each.number for each in measures(text) if each.kind == "money"]
    return named or [each.number for each in measures(text) if _is_bare_sum(each, text)]


def _is_bare_sum(measure: Measure, text: str) -> bool:
    is_bare = measure.kind == "count" and not measure.unit and text[measure.start].isdigit()
    return is_bare and not re.match(r"\s?(?:x|times|%)", text[measure.end :])


def shares(text: str) -> list[float]:
    return [each.number for each in measures(text) if each.kind == "share"]


def free_lengths(text: str) -> list[float]:
    """Lengths that are given, in days: "three months free", "free for a whole year"."""
    if not re.search(r"\b(?:free|on us|on the house|no charge|complimentary)\b", text, re.IGNORECASE):
        return []
    return [each.value / 24 for each in measures(text) if each.kind == "length" and each.value >= 24]


def is_whole(text: str) -> bool:
    return bool(_FULL.search(text))


def is_trifle(text: str) -> bool:
    return bool(_TRIFLE.search(text))


def trifles(text: str) -> list[str]:
    """The small things that are named."""
    return [match.group() for match in _TRIFLE.finditer(text)]


def is_real(text: str) -> bool:
    return bool(_REAL.search(text))


def tells_of(sentences: Sequence[Sentence], fact: KnownFact, context: Context) -> bool:
    """Whether the remedy of the fact is told: one of its sums, or half of what it adds to the customer's words."""
    body = " ".join(each.body for each in sentences)
    if set(sums(fact.value)) & set(sums(body)):
        return True
    named = frozenset(word for word in topics(fact.value) - _NO_MATTER if not word[0].isdigit())
    named = named - topics(context.customer_text) or named
    told = named & topics(body)
    return len(told) >= min(2, len(named)) and len(told) * 2 >= len(named) > 0
