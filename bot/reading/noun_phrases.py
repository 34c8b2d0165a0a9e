"""Finds the noun phrases of a text and what is said of each: which verb acts on it, what it does, whose it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.reading.noun_families import family_of
from bot.reading.word_classes import (
    ADJECTIVES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LEMMAS,
    NAMING_ADJECTIVES,
    NOUNS_IN_ING,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    is_adjective,
    is_adverb,
)

_TOKEN = re.compile(r"[A-Za-zÀ-ÿ0-9](?:[\w&]|['.-](?=\w))*|[^\w\s]")
_PREMODIFIERS = frozenset("DMAG")
_NOUNISH = frozenset("NP")


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place and its class: D determiner, M number, A adjective, G participle, N noun, P name,
    V verb, X auxiliary, R adverb, I preposition, O pronoun, C conjunction, T "to", and . for a mark."""

    text: str
    start: int
    end: int
    kind: str
    low: str
    """The word in small letters."""

    @property
    def lemma(self) -> str:
        return LEMMAS.get(self.low, self.low)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """`start` to `end` is the noun with the nouns that form it ("linen curtains"), without article and adjectives.

    `first` and `last` are the places of the whole phrase among the tokens.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    head: str
    owner: str = ""
    """The determiner: "my", "the", "your"; "" for a bare noun."""
    is_named: bool = False
    form: str = ""
    """ "whole" when it was cut out of a longer phrase ("meter" of "meter display"), or the form of a model's name."""


@lru_cache(maxsize=256)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and marks of a text; kept for the next reader, since many rules ask about the same clause."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, before = match[0], found[-1] if found else None
        starts = before is None or before.text in ".!?:" or "\n" in text[before.end : match.start()]
        kind = _kind(word, before.kind if before else ".", starts=starts)
        found.append(Token(word, match.start(), match.end(), kind, word.lower()))
    return tuple(_settled(found))


_MAKERS = frozenset("shepherd's cottage's baker's plumber's carpenter's men's women's children's".split())
_CRIES = frozenset(
    "lol lmao haha hahaha hehe omg wtf ffs smh imo imho tbh btw fyi idk tho thx ta cheers ugh ooh ouch wow yay yeah "
    "yep nope nah hiya yo oi hm hmm alas salaam namaste bonjour hola hallo ciao".split()
)
"""What is thrown in and belongs to no phrase: in "my marriage lol" nobody owns a lol."""
_CLOSED = (("T", frozenset({"to"})), ("X", AUXILIARIES), ("O", PRONOUNS), ("D", DETERMINERS), ("C", CONJUNCTIONS),
           ("I", PREPOSITIONS), ("M", NUMBER_WORDS), ("R", _CRIES))  # fmt: skip


@lru_cache(maxsize=16384)
def _kind(word: str, before: str, *, starts: bool) -> str:
    """The class of a word after one of class `before`; a capital inside a sentence makes an open word a name."""
    low = word.lower()
    closed = _closed_kind(word, low)
    if closed:
        return closed
    is_deed = before == "N" and low in LEMMAS and low.endswith(("ed", "ing"))  # "Your man fitted the heater".
    if (low in NAMING_ADJECTIVES and not is_deed) or (low in NOUNS_IN_ING and before in "DAMNPI."):
        return "N"
    if word[0].isupper() and not starts and not word.isupper():
        return "P"
    if low in LEMMAS:
        return _verb_or_noun(low, before)
    return "A" if is_adjective(low) else "V" if _ends_as_verb(low, before) else "N"


def _closed_kind(word: str, low: str) -> str:
    """Marks, figures, and the words of the closed classes; "" for all others."""
    if not word[0].isalnum():
        return "."
    if word[0].isdigit():
        return "N" if re.search(r"-[a-z]{3,}$", low) else "M"
    kind = next((kind for kind, words in _CLOSED if low in words), "R" if is_adverb(low) else "")
    if not kind and low.endswith("'s"):
        return "N" if low in _MAKERS else "D"
    return kind


def _ends_as_verb(low: str, before: str) -> bool:
    """ "Has licked", "is chirping": an unknown word is a verb by its ending where a verb is due."""
    endings = ("ed", "ing") if before in "XO" else ("ed",) if before in "NP" else ()
    return len(low) > 4 and low.endswith(tuple(endings))


def _verb_or_noun(low: str, before: str) -> str:
    """ "The order" is a noun, "to order" is a verb; a participle before a noun belongs to the phrase."""
    is_form = LEMMAS[low] != low
    is_ing, is_ed = is_form and low.endswith("ing"), is_form and low.endswith(("ed", "en", "wn"))
    if is_ing and low in ADJECTIVES and before in "DAMI.":
        return "A"
    if is_ing:
        return "G" if before in "DAMNI." else "V"
    if is_ed:
        return "A" if before in "DAM" else "V"
    if before in "DAMG" or before == "I":
        return "N"
    if before in "NP":
        return "V" if LEMMAS[low] != low else "N"
    return "V"


def _is_asked(before: Sequence[Token], place: int) -> bool:
    """Between "does" and here stands only the subject: "does the season pass work" goes on with a verb."""
    back = place - 1
    while back >= 0 and before[back].kind in "NPMAG":
        back -= 1
    back -= back > 0 and before[back].kind == "D"
    return back >= 0 and before[back].low in _INVERTING


_INVERTING = frozenset("do does did can could will would shall should may might must is are was were has have".split())


def _settled(found: Sequence[Token]) -> list[Token]:
    """Second look, with the word after: "gas leaks are" has a noun before the verb, "standing lamp" no verb."""
    settled = list(found)
    for place, token in enumerate(found):
        kind = _second_look(settled, place)
        if kind != token.kind:
            settled[place] = replace(token, kind=kind)
    return settled


def _second_look(tokens: Sequence[Token], place: int) -> str:
    token = tokens[place]
    after = tokens[place + 1].kind if place + 1 < len(tokens) else "."
    before = tokens[place - 1].kind if place else "."
    if token.kind == "D":
        return "O" if token.low in _STANDS_ALONE and after in "XVIR.CTO" else "D"
    if token.kind == "N" and before in "NP" and LEMMAS.get(token.low) == token.low:
        return _after_noun(tokens, place, after)
    if token.kind == "V":
        return "N" if before == "." and after in "XV" and token.lemma != "please" else "V"
    if token.kind == "G" and after not in "NP":
        return "V" if before in "I.NO" else "N"
    if token.kind == "A":
        if before == "N" and after not in "NPAG" and token.low in _NOUN_TOO:
            return "N"
        return "N" if after in "XV.CI" and before == "D" and token.low in _NOUN_TOO else "A"
    return token.kind


def _after_noun(tokens: Sequence[Token], place: int, after: str) -> str:
    """A verb's form after a noun: "the trees look dead" has a verb, "from your puzzle set I think" has none."""
    low = tokens[place].low
    if low in ADJECTIVES and after in "I.RC":
        return "A"
    if after in "DOM" and not _is_governed(tokens, place):
        return "V"
    if _are_many(tokens[place - 1].low) and after in "IRT" and not _is_governed(tokens, place):
        return "V"
    is_seen = low in _SEEMING and after == "A" and not _is_governed(tokens, place)
    return "V" if is_seen or (after not in "NPV" and _is_asked(tokens, place)) else "N"


def _are_many(low: str) -> bool:
    """ "The lads put down the poison", "kids sleep next to it": what follows several people is mostly their deed."""
    return family_of(low) == "people" and (low in _MANY or (low.endswith("s") and not low.endswith("ss")))


_MANY = frozenset("people men women children police staff".split())


def _is_governed(tokens: Sequence[Token], place: int) -> bool:
    """Behind "from your" no verb can follow the noun, unless the phrase opened with "of": "two of the trees look"."""
    back = place - 1
    while back >= 0 and tokens[back].kind in "NPMAGD":
        back -= 1
    return back >= 0 and tokens[back].kind == "I" and tokens[back].low != "of"


_SEEMING = frozenset("look seem feel smell taste sound stay".split())
_STANDS_ALONE = frozenset(
    "this that these those all both each which what any some either neither same other one".split()
)
_NOUN_TOO = frozenset("light cold square flat spare match standard double single original orange cream gold".split())


def noun_phrases(text: str, tokens: Sequence[Token]) -> list[NounPhrase]:
    """All noun phrases, in order; "the red bike" gives "bike", "my brother's kettle" gives "kettle"."""
    found: list[NounPhrase] = []
    place = 0
    while place < len(tokens):
        end = _end_of_phrase(tokens, place)
        phrase = _phrase(text, tokens, place, end)
        if phrase:
            found.append(phrase)
        place = max(end, place + 1)
    return found


def _end_of_phrase(tokens: Sequence[Token], place: int) -> int:
    """Once a noun was said, an article, a number or an adjective begins the next phrase: "two burgers last night"."""
    end, has_noun = place, False
    while end < len(tokens):
        kind = tokens[end].kind
        if kind in _NOUNISH:
            has_noun = True
        elif kind not in _PREMODIFIERS or has_noun:
            break
        end += 1
    return end


def _phrase(text: str, tokens: Sequence[Token], first: int, end: int) -> NounPhrase | None:
    last = end - 1
    while last >= first and tokens[last].kind not in _NOUNISH:
        last -= 1
    if last < first:
        return None
    if (
        last > first
        and tokens[last].low in _GATHERING
        and tokens[last - 1].kind in _NOUNISH
        and tokens[last - 1].low not in NAMING_ADJECTIVES
    ):
        last -= 1
    start = last
    while start > first and (tokens[start - 1].kind in "NPG") and _joined(text, tokens[start - 1], tokens[start]):
        start -= 1
    owner = next((t.low for t in tokens[first:start] if t.kind == "D"), "")
    words = tokens[start : last + 1]
    return NounPhrase(
        text=text[words[0].start : words[-1].end],
        start=words[0].start,
        end=words[-1].end,
        first=first,
        last=last,
        head=words[-1].low,
        owner=owner,
        is_named=any(word.kind == "P" for word in words),
    )


_GATHERING = frozenset("order orders delivery box pack set's".split())
"""What an order is of stands before it: "the visa photos order"."""


def _joined(text: str, one: Token, other: Token) -> bool:
    return text[one.end : other.start] in (" ", "")
