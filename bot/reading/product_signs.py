"""What speaks for and against a noun phrase naming the thing that a customer bought, uses or asks for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.goods import shelf_of
from bot.reading.noun_families import BRANDABLE, family_of
from bot.reading.noun_phrases import NounPhrase, Token
from bot.reading.product_candidates import ARTICLES
from bot.reading.product_places import has_whole, place_signs

_ACTS = {
    "acquire": "buy order purchase pre-order preorder rent hire lend subscribe",
    "receive": "receive deliver ship send unpack collect pick install fit get",
    "put_right": "return exchange swap replace refund repair fix mend resole alter tune adjust restore renew",
    "trade": "sell stock offer supply make bake cook produce do",
    "use": "use wear eat drink taste try take play open wash clean wind swallow drive ride assemble",
    "want": "need want prefer look like love enjoy",
    "have": "have keep hold own",
    "lose": "lose forget miss find break",
    "tell": "tell ask call write say give show let pay charge see know hear cancel change move check confirm book "
    "reserve sort pack store park",
    "handle": "leave bring drop carry put throw dump lift move place",
}
ACTS = {lemma: kind for kind, words in _ACTS.items() for lemma in words.split()}
_DOES = {
    "comes": "arrive come ship turn",
    "breaks": "break leak stop fail crash smell squeak rattle flicker stall rip tear shrink fade burn melt die wobble "
    "limp snap clog buzz hum beep overheat peel drip chirp swell stick jam loosen split crack keep work start charge "
    "heat cool fit hang fall show taste print whistle",
    "is": "be has have do will can",
}
DOES = {lemma: kind for kind, words in _DOES.items() for lemma in words.split()}
_DENIED = frozenset("don't dont not never didn't won't no".split())
_HERE, _THERE = frozenset("in at from near to via into onto".split()), frozenset("with on about of for without".split())
_OWNERS = {"my": "my", "our": "my", "the": "the", "your": "your", "ur": "your", "a": "a", "an": "a", "another": "a",
           "this": "this", "that": "this", "these": "this", "those": "this", "any": "a", "some": "a"}  # fmt: skip
_SOFT_FAMILIES = frozenset({"sayings", "carried", "qualities", "events"})
_SERVED = frozenset("restored cleaned repaired mended towed serviced fixed checked tuned stored printed".split())
_FIXTURES = frozenset(
    "boiler shower lift generator fence skylight belt machine oven sink toilet shed desk cupboard statue bath radiator "
    "heater stove fuse fusebox gutter meter window blind door tap alarm till desk bench bin charger sensor "
    "cable".split()
)
"""What mostly belongs to a house or stands there, and is seldom what was bought."""
_GENERIC = frozenset(
    "screw nail bolt nut newspaper magazine battery tap meter lift phone mobile handset landline machine table "
    "light lights line frame part panel board course bed room drop drops".split()
)


_TRADED = frozenset("order ordered bought buy purchase purchased delivered delivery shipped parcel price refund "
                    "return exchange replacement stock warranty model serial batch bill invoice "
                    "paid".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Around:
    """What is the same for all phrases of a text, worked out once."""

    tokens: Sequence[Token]
    stems: Counter[str]
    goods: Sequence[str]
    is_traded: bool
    has_model: bool
    has_whole: bool


_MODELS = frozenset(("model:0", "model:1", "model:6", "model:stated"))


def signs_of(phrases: Sequence[NounPhrase], tokens: Sequence[Token]) -> list[list[str]]:
    """The signs of every phrase, in order."""
    around = _Around(
        tokens,
        Counter(_stem(phrase) for phrase in phrases),
        [_stem(phrase) for phrase in phrases if shelf_of(phrase.head)],
        any(token.low in _TRADED for token in tokens),
        any(phrase.form in _MODELS for phrase in phrases),
        has_whole(phrases),
    )
    return [_signs(phrases, place, around) for place in range(len(phrases))]


def _stem(phrase: NounPhrase) -> str:
    return phrase.head.removesuffix("s")


def _signs(phrases: Sequence[NounPhrase], place: int, around: _Around) -> list[str]:
    phrase, tokens = phrases[place], around.tokens
    after = tokens[phrase.last + 1 : phrase.last + 16]
    held = {
        phrase.form: bool(phrase.form),
        "beside_model": around.has_model and phrase.form not in _MODELS,
        "numbered": any(letter.isdigit() for letter in phrase.text),
        "paper": " " in phrase.text and _stem(phrase) in ARTICLES and phrase.owner in ("a", "the", "my", "our"),
        "new": any(token.low in ("new", "second", "replacement") for token in tokens[phrase.first : phrase.last]),
        "served": any(token.low in _SERVED for token in after[:4]),
        "at_end_asked": any(token.text == "?" for token in after[:1]),
        "fixture": _stem(phrase) in _FIXTURES,
        "first": place == 0,
        "said_again": around.stems[_stem(phrase)] > 1,
        "then_it": any(token.low in ("it", "they", "them") for token in after),
        "part_of": _is_of(tokens, phrase.last + 1) and place + 1 < len(phrases)
        and bool(shelf_of(phrases[place + 1].head)),
        "whole_of": bool(place) and _is_of(tokens, phrases[place - 1].last + 1)
        and bool(shelf_of(phrases[place - 1].head)),
    }  # fmt: skip
    shelf = shelf_of(phrase.head)
    return [
        *_own_signs(phrase, tokens),
        *_acted_on(phrase, tokens),
        *_acting(phrase, tokens),
        *place_signs(phrases, place, tokens, is_beside_whole=around.has_whole),
        *(sign for sign, holds in held.items() if holds),
        *(_of_goods(phrase, shelf, around) if shelf else _of_others(phrase, tokens)),
    ]


def _is_done_to(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    is_near = phrase.first > 0 and tokens[phrase.first - 1].kind in "VG"
    return is_near and phrase.owner in ("", "a", "an", "the", "my", "our")


def _of_others(phrase: NounPhrase, tokens: Sequence[Token]) -> list[str]:
    family = family_of(phrase.head)
    return [f"fam:{family}"] * bool(family) + ["soft_done"] * _is_done_to(phrase, tokens)


def _of_goods(phrase: NounPhrase, shelf: str, around: _Around) -> list[str]:
    """What the rest of the words says of a thing that is sold: the only one, the first one, talk of orders."""
    tokens, stem = around.tokens, _stem(phrase)
    end = next((token.text for token in tokens[phrase.last + 1 :] if token.text in ".!?"), "")
    rank = "only_good" if len(set(around.goods)) == 1 else "first_good" if around.goods[0] == stem else "later_good"
    held = {
        "good_done": _is_done_to(phrase, tokens),
        "good_counted": any(token.kind == "M" for token in tokens[max(0, phrase.first - 3) : phrase.last]),
        "traded": around.is_traded,
        "my_good": phrase.owner in ("my", "our"),
        "your_good": phrase.owner == "your",
        "named_good": " " in phrase.text,
        "verbless_good": not any(t.kind in "VX" for t in tokens[max(0, phrase.first - 6) : phrase.last + 7]),
        "asked_good": end == "?",
    }
    return [f"shelf:{shelf}", rank, *(sign for sign, holds in held.items() if holds)]


def _is_of(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].low == "of"


def _own_signs(phrase: NounPhrase, tokens: Sequence[Token]) -> list[str]:
    is_compound = " " in phrase.text
    before = tokens[phrase.first : phrase.last]
    signs = [f"owner:{_OWNERS.get(phrase.owner, 'other' if phrase.owner else 'none')}", _sort_of(phrase)]
    is_article = phrase.head.removesuffix("s") in ARTICLES
    after = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else ""
    is_title = phrase.is_named and is_compound and phrase.text.istitle() and phrase.owner == "the"
    held = {
        "compound": is_compound and signs[1] != "soft",
        "article": is_compound and signs[1] == "soft" and is_article,
        "compound_soft": is_compound and signs[1] == "soft" and not is_article,
        _name_sign(phrase): phrase.is_named and not shelf_of(phrase.head),
        "own": any(token.low == "own" for token in before),
        "counted": any(token.kind == "M" for token in before),
        "plural": phrase.head.endswith("s") and not phrase.head.endswith("ss"),
        "abstract_ending": phrase.head.endswith(_ABSTRACT_ENDINGS),
        "title": is_title,
        "booked": phrase.head == "table" and after in ("for", "at", "on", "under"),
    }
    return signs + [sign for sign, holds in held.items() if holds]


_ABSTRACT_ENDINGS = ("tion", "ment", "ness", "ity", "ance", "ence", "ship", "ing", "ism", "hood")


def _name_sign(phrase: NounPhrase) -> str:
    """A name alone is somebody's or some place's; before "plan" or "insurance" it is a product's."""
    return "brand" if " " in phrase.text and phrase.head in BRANDABLE else "named"


def _sort_of(phrase: NounPhrase) -> str:
    """Sold in shops, or unlikely to be, or no thing at all."""
    if shelf_of(phrase.head):
        return "bare_good" if phrase.head in _GENERIC and " " not in phrase.text else "good"
    family = family_of(phrase.head)
    return "unknown" if not family else "soft" if family in _SOFT_FAMILIES else "hard"


def _acted_on(phrase: NounPhrase, tokens: Sequence[Token]) -> list[str]:
    """The verb or the preposition that stands before the phrase."""
    place = phrase.first - 1
    while place >= 0 and tokens[place].kind in "ORM":
        place -= 1
    before = tokens[place] if place >= 0 else None
    signs = ["amenity"] if any(token.low == "there" for token in tokens[place + 1 : phrase.first]) else []
    if before is None or before.kind == ".":
        after = tokens[phrase.last + 1 : phrase.last + 3]
        is_list = len(after) == 2 and after[0].text == "," and after[1].kind == "M"
        signs += ["opens", "ordered"] if is_list else ["opens"]
    elif before.kind in "VG" or before.lemma in ("have", "do"):
        is_denied = any(token.low in _DENIED for token in tokens[max(0, place - 2) : place])
        signs.append("denied" if is_denied else f"act:{ACTS.get(before.lemma, 'other')}")
    elif before.kind == "I":
        signs += _after_preposition(phrase, tokens, place)
    elif before.kind == "X" and before.lemma == "be":
        signs.append("asked_is")
    return signs + _of_its_clause(phrase, tokens)


def _of_its_clause(phrase: NounPhrase, tokens: Sequence[Token]) -> list[str]:
    """ "The kettle that I bought": what is done in the clause that hangs on the phrase."""
    clause = [token for token in tokens[phrase.last + 1 : phrase.last + 6] if token.low not in ("that", "which")]
    if len(clause) > 1 and clause[0].low in ("i", "we", "you", "u"):
        verb = next((token for token in clause[1:] if token.kind == "V"), None)
        return [f"rel:{ACTS.get(verb.lemma, 'other') if verb else 'none'}"]
    return []


def _after_preposition(phrase: NounPhrase, tokens: Sequence[Token], place: int) -> list[str]:
    low = tokens[place].low
    signs = ["in" if low in _HERE else f"prep:{low}" if low in _THERE else "prep"]
    head = tokens[place - 1] if place else None
    is_counted = tokens[phrase.first].kind == "M" or (head is not None and head.kind == "M")
    if low == "of" and head is not None and (head.low == "order" or is_counted):
        signs.append("ordered")
    return signs


def _acting(phrase: NounPhrase, tokens: Sequence[Token]) -> list[str]:
    """What the phrase does: it comes, it breaks, it is something."""
    after = [token for token in tokens[phrase.last + 1 : phrase.last + 6] if token.kind != "R"]
    if not after or after[0].kind not in "VX":
        return ["cried_out"] if after and after[0].text == "!" else []
    main = next((token for token in after[1:3] if token.kind == "V"), None)
    kinds = {DOES.get(after[0].lemma, "is" if after[0].kind == "X" else "other")}
    if after[0].kind == "X" and main:
        kinds.add(DOES.get(main.lemma, "other"))
    if any(token.low in ("stolen", "lost", "towed") for token in after[1:4]):
        kinds = {"gone"}
    return [f"does:{kind}" for kind in sorted(kinds)]
