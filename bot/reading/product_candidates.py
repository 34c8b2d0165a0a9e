"""Every phrase that may name a product, for the signs of bot/reading/product_signs.py to weigh."""

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.fact_names import is_known_word
from bot.reading.goods import shelf_of
from bot.reading.noun_phrases import NounPhrase, Token, noun_phrases, tokens_of
from bot.reading.product_names import names_in
from bot.reading.product_places import PARTS

ARTICLES = frozenset("photo picture card pass ticket app key box certificate insurance disc menu sheet course".split())
"""Heads that name something for sale only with a word before them: "gift card", "season pass", "class photo"."""


def candidates(text: str) -> tuple[list[NounPhrase], tuple[Token, ...]]:
    """Every phrase that may name a product: also "wheelchair" in "the wheelchair's brake", "meter" in "meter display",
    and a thing without the number that follows its name."""
    tokens = tokens_of(text)
    found: list[NounPhrase] = []
    for phrase in noun_phrases(text, tokens):
        found += _within(text, tokens, phrase)
    owners = [_owning(text, tokens, place) for place, token in enumerate(tokens)
              if token.kind == "D" and token.low.endswith("'s")]  # fmt: skip
    names = list(names_in(text))
    within_title = {at for start, end, form in names if form == "model:title" for at in range(start, end)}
    found = [phrase for phrase in found if phrase.start not in within_title]
    models = [_model(text, tokens, *span) for span in names]
    return sorted([*found, *(each for each in (*owners, *models) if each)], key=lambda phrase: phrase.start), tokens


def _model(text: str, tokens: Sequence[Token], start: int, end: int, form: str) -> NounPhrase | None:
    places = [place for place, token in enumerate(tokens) if token.start < end and token.end > start]
    if not places:
        return None
    before = tokens[places[0] - 1] if places[0] else None
    is_owned = before is not None and before.kind == "D"
    head = text[start:end].lower() if form == "model:title" else tokens[places[-1]].low  # No word of a title counts.
    return NounPhrase(text[start:end], start, end, places[0] - is_owned, places[-1], head,
                      before.low if before and is_owned else "", is_named=True, form=form)  # fmt: skip


def _within(text: str, tokens: Sequence[Token], phrase: NounPhrase) -> list[NounPhrase]:
    words = [place for place in range(phrase.first, phrase.last + 1) if tokens[place].start >= phrase.start]
    named = words
    while named and any(letter.isdigit() for letter in tokens[named[-1]].text):
        named = named[:-1]
    if named and named != words:
        return [phrase, _cut(text, tokens, phrase, named)]
    if len(words) < 2 or shelf_of(phrase.head) or tokens[words[-1]].low in ARTICLES:
        return [phrase]
    if not (is_known_word(tokens[words[-1]].low) or tokens[words[-1]].low in PARTS):
        return [phrase]
    inner = words[:-1]
    while inner and not shelf_of(tokens[inner[-1]].low):
        inner = inner[:-1]
    return [phrase, _cut(text, tokens, phrase, inner)] if inner else [phrase]


def _cut(text: str, tokens: Sequence[Token], phrase: NounPhrase, places: Sequence[int]) -> NounPhrase:
    start, end = tokens[places[0]].start, tokens[places[-1]].end
    return replace(phrase, text=text[start:end], start=start, end=end, head=tokens[places[-1]].low, form="whole")


def _owning(text: str, tokens: Sequence[Token], place: int) -> NounPhrase | None:
    token = tokens[place]
    head = token.low.removesuffix("'s")
    if not shelf_of(head):
        return None
    first = place
    while first and tokens[first - 1].kind == "N" and text[tokens[first - 1].end : tokens[first].start] == " ":
        first -= 1
    before = tokens[first - 1] if first and tokens[first - 1].kind == "D" else None
    start, end = tokens[first].start, token.end - 2
    return NounPhrase(text[start:end], start, end, first - bool(before), place, head, before.low if before else "",
                      form="whole")  # fmt: skip
