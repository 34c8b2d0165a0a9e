"""How a phrase stands to the words around it: dealt in, likened to, part of another thing, or only a number."""

from collections.abc import Sequence

from bot.reading.goods import shelf_of
from bot.reading.noun_phrases import NounPhrase, Token

_DEALS = frozenset(
    "reservation booking order purchase rental hire delivery repair return refund exchange replacement warranty "
    "guarantee installation fitting renewal subscription price cost quote upgrade".split()
)
_CHARGES = frozenset("charge bill pay invoice wait ask look apply register enrol subscribe sign".split())
_ON = frozenset("on of in from inside under for".split())
_NUMBERED = frozenset(
    "order booking reservation invoice ticket case claim account batch lot serial s/n sn tracking reference ref number "
    "no nr code parcel package flight po policy contract pcn quote receipt tag job bus route train tram".split()
)
PARTS = frozenset(
    "strap brake cable cord wire zip zipper lid handle battery light lamp screen mic microphone door leg arm sole "
    "heel wheel tyre tire tube chain pedal saddle seat button knob switch fuse filter hose pipe nozzle pump motor "
    "belt blade bulb plug lead charger remote cover case buckle clip hook hinge bracket screw bolt nut bar rail "
    "spring pad pads cartridge drum tray drawer shelf panel pane glass mirror frame base stand tripod jar bottle "
    "cap cork cushion lining sleeve collar pocket seam string key valve seal gasket washer thermostat sensor "
    "display dial oil box packaging instructions manual".split()
)
"""What a thing is made of or comes with: beside the thing itself it is seldom what was bought."""


_OUR_DEEDS = frozenset(
    "fitted installed serviced repaired sold sent delivered supplied mended restored cleaned towed hired leased built "
    "made printed laid put took dropped moved packed replaced fixed lost broke shipped mounted sprayed planted gave "
    "lent rented".split()
)


def has_whole(phrases: Sequence[NounPhrase]) -> bool:
    """Something for sale is spoken of that is no mere part."""
    return any(shelf_of(phrase.head) and not _is_part(phrase) for phrase in phrases)


def place_signs(
    phrases: Sequence[NounPhrase], place: int, tokens: Sequence[Token], *, is_beside_whole: bool
) -> list[str]:
    """The signs of one phrase that come from its neighbours; `is_beside_whole` is `has_whole` of all of them."""
    phrase = phrases[place]
    held = {
        "dealt_in": _is_dealt_in(phrase, tokens),
        "paid_for": _is_paid_for(phrase, tokens),
        "our_deed": _is_our_deed(phrase, tokens),
        "likened": _before(tokens, phrase, 1) == "like" or _before(tokens, phrase, 1) == "as",
        "speaks": phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].lemma in ("say", "tell", "read", "mean"),
        "numbers": _is_number_of(phrase, tokens),
        "part_beside_whole": is_beside_whole and _is_part(phrase),
        **_parts_and_wholes(phrases, place, tokens),
    }
    return [name for name, holds in held.items() if holds]


def _before(tokens: Sequence[Token], phrase: NounPhrase, steps: int) -> str:
    place = phrase.first - steps
    return tokens[place].low if place >= 0 else ""


def _is_dealt_in(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    """ "The reservation of the van", "an order for twelve chairs"."""
    is_joined = _before(tokens, phrase, 1) in ("of", "for", "on")
    return is_joined and _before(tokens, phrase, 2).removesuffix("s") in _DEALS


def _is_paid_for(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    """ "You billed us for a coffee machine", "£640 for a clutch"."""
    if _before(tokens, phrase, 1) != "for" or phrase.owner in ("my", "our"):
        return False  # Who "pays for my freezer" has spoilt it, not sold it.
    back = tokens[max(0, phrase.first - 5) : phrase.first - 1]
    return any(token.lemma in _CHARGES or token.text in "€$£" for token in back)


def _is_our_deed(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    """ "Your man serviced my boiler", "the stove from you", "a machine you took away": we had to do with it."""
    near = tokens[max(0, phrase.first - 3) : phrase.first]
    told = any(token.low in _OUR_DEEDS for token in near) and any(
        token.low in ("you", "u", "your", "ur") for token in tokens[max(0, phrase.first - 7) : phrase.first]
    )
    after = [token.low for token in tokens[phrase.last + 1 : phrase.last + 4]]
    return told or after[:2] == ["from", "you"] or (after[:1] == ["you"] and bool(set(after[1:]) & _OUR_DEEDS))


def _is_number_of(phrase: NounPhrase, tokens: Sequence[Token]) -> bool:
    """ "Batch HP-0633": the number that an office gave, not the name of a model."""
    if not any(letter.isdigit() for letter in phrase.text):
        return False
    first = phrase.last
    while first and tokens[first].start > phrase.start:
        first -= 1
    before = {token.low for token in tokens[max(0, first - 2) : first] if token.text not in ".!?"}
    words = phrase.text.lower().split()
    return bool(before & _NUMBERED or words[0] in _NUMBERED or words[0].startswith("inv-"))


def _parts_and_wholes(phrases: Sequence[NounPhrase], place: int, tokens: Sequence[Token]) -> dict[str, bool]:
    """ "The strap on the car seat": the seat was bought. A part beside no whole may well be what is wanted."""
    phrase = phrases[place]
    is_part = _is_part(phrase)
    after = next((other for other in phrases[place + 1 : place + 3] if other.first > phrase.last), None)
    leads = after is not None and after.first == phrase.last + 2 and tokens[phrase.last + 1].low in _ON
    before = next((other for other in reversed(phrases[max(0, place - 3) : place]) if other.last < phrase.first), None)
    follows = before is not None and phrase.first == before.last + 2 and tokens[phrase.first - 1].low in _ON
    return {
        "part_on": is_part and leads and phrase.owner in ("the", "a", "my", "your", "our", ""),
        "whole_on": follows and before is not None and _is_part(before),
    }


def _is_part(phrase: NounPhrase) -> bool:
    return phrase.head in PARTS or phrase.head.removesuffix("s") in PARTS
