"""Which thing a customer bought, uses or asks for: the noun phrase that most is said about as one speaks of goods."""

from collections.abc import Iterator, Sequence

from bot.reading.noun_phrases import noun_phrases, tokens_of
from bot.reading.product_signs import signs_of

POINTS = {
    "abstract_ending": -0.3, "act:acquire": 1.9, "act:have": 0.6, "act:lose": 1.2, "act:other": 0.5,
    "act:put_right": 1.4, "act:receive": 1.4, "act:tell": -1.4, "act:trade": 1.3, "act:use": 1.5, "act:want": 1.2,
    "amenity": -1.6, "article": 3.6, "asked_is": 0.6, "bare_good": 0.6, "booked": -3.0, "brand": 3.2,
    "compound": 1.0, "compound_soft": 1.0, "cried_out": 0.9, "denied": -2.0, "does:breaks": 1.0, "does:comes": 2.1,
    "does:gone": -1.5, "does:is": 0.8, "does:other": -0.2, "first": 0.7, "good": 2.4, "hard": -4.3, "in": -0.8,
    "named": -1.4, "opens": 0.8, "ordered": 1.6, "own": -3.0, "owner:a": -0.5, "owner:my": 0.5, "owner:none": -0.5,
    "owner:other": -0.2, "owner:the": 1.0, "owner:your": 1.1, "part_of": -1.7, "plural": 0.6, "prep": -0.9,
    "prep:about": -0.1, "prep:for": 0.5, "prep:of": -0.2, "prep:on": -0.9, "prep:with": -0.5, "prep:without": 0.1,
    "rel:acquire": 2.1, "rel:none": 0.1, "rel:put_right": 1.0, "rel:receive": 2.5, "rel:tell": 1.3, "rel:trade": 1.0,
    "rel:use": 0.9, "rel:want": -0.2, "said_again": -0.3, "soft": -1.4, "then_it": 0.2, "title": -2.2,
    "unknown": 0.1, "whole_of": 1.1,
}  # fmt: skip
"""What each sign weighs, learned by tests/evals/train_products.py from points set by hand."""
ENOUGH = 3.9


def products_named(text: str) -> Iterator[tuple[int, int]]:
    """The place of the likeliest product, if any phrase is likely enough."""
    tokens = tokens_of(text)
    phrases = noun_phrases(text, tokens)
    weighed = [(sum(POINTS.get(sign, 0.0) for sign in signs_of(phrases, place, tokens)), -place, phrase)
               for place, phrase in enumerate(phrases)]  # fmt: skip
    points, _, best = max(weighed, default=(0.0, 0, None), key=lambda each: each[:2])
    if best and points >= ENOUGH:
        fullest = max((phrase for phrase in phrases if phrase.text.lower().endswith(best.text.lower())),
                      key=lambda phrase: len(phrase.text))  # fmt: skip
        yield fullest.start, fullest.end


def points_of(text: str) -> Sequence[tuple[str, float]]:
    """Every phrase with its points, best first, for whoever weighs the signs anew."""
    tokens = tokens_of(text)
    phrases = noun_phrases(text, tokens)
    weighed = [(phrase.text, sum(POINTS.get(sign, 0.0) for sign in signs_of(phrases, place, tokens)))
               for place, phrase in enumerate(phrases)]  # fmt: skip
    return sorted(weighed, key=lambda pair: -pair[1])
