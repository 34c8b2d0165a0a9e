"""Which size and which colour a customer named; for the thing itself see fact_products."""

import re
from collections.abc import Iterator

_I = re.IGNORECASE
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|sixteen)"
SIZE = (
    re.compile(
        r"\b(?:size|in (?:an? )?)\s*((?:X{0,3}[SL]|M)\b|\d{2}(?:\.5)?(?=\b(?! ?(?:minutes|days|hours|euros|%|or))))"
    ),
    re.compile(
        r"\bsizes?:?\s+(?:is |was |an? |the right )?(x{0,3}[sl]|m|\d{1,2}(?:\.5)?|small|medium|large|extra "
        r"large)\b",
        _I,
    ),
    re.compile(r"\b(\d+(?:\.\d+)? ?[x×] ?\d+(?:\.\d+)?(?: ?(?:cm|mm|m|in))?)\b"),
    re.compile(r"\b((?:UK|EU|US) \d{1,2}(?:\.5)?)\b"),
    re.compile(
        r"\b(?:need|want|take|ordered|got|sent(?: me)?|wear|in) (?:an? |the )?(small|medium|large|extra "
        r"large)\b(?=[.,!?;]|$| (?:please|instead|not|and|but|or)\b)",
        _I,
    ),
    re.compile(r"\bthe (small|medium|large) (?:size|one|version)\b", _I),
    re.compile(
        rf"\b((?:{_COUNT}|\d{{1,3}}) by (?:{_COUNT}|\d{{1,3}}))\b(?=[.,;?!]| (?:foot|feet|ft|"
        r"one|size|metres?))",
        _I,
    ),
    re.compile(r"\b(\d{1,4}(?:[.,]\d)? ?(?:cm|mm))\b(?! too)"),
    re.compile(r"(?<![\w.,-])(\d{1,4}(?:[.,]\d{1,2})? (?:m|square (?:metres?|meters?|feet)|sqm|m²|m2))(?![\w²]|\.\d)"),
    re.compile(r"(?<![\w-])(A[0-6])(?![\w-])(?! (?:motorway|road|exit|north|south|east|west))"),
)
_CLOTHED = re.compile(
    r"\bsizes?\b|\bin (?:an? )?\d{2}\b|\b(?:shoes?|boots?|trainers|sandals|dress|jacket|coat|jeans|trousers|"
                      r"shirt|suit|skirt|sneakers|helmet|ring|jumper|hoodie|gloves)\b", _I)  # fmt: skip
_SECOND_SIZE = re.compile(
    r"\b(?:need|needs|want|wear|take|ordered|got|sent(?: me)?|am|into|for|to|i'm) (?:an? |me an? )?"
                          r"(?P<size>\d{2}(?:[.,]5)?|X{0,3}[SL]|M)(?=[.,!?;]|$| (?:please|instead|not|and|but|or|"
                          r"in)\b)")  # fmt: skip


def second_sizes(text: str) -> Iterator[tuple[int, int]]:
    """ "In 38 but need a 39": where clothes and sizes are spoken of, a bare number is one."""
    if _CLOTHED.search(text):
        yield from (found.span("size") for found in re.finditer(_SECOND_SIZE.pattern, text, _I)
                    if found["size"][0].isdigit() or found["size"].isupper())  # fmt: skip


_SHADE = (
    r"(?:red|blue|green|black|white|grey|gray|yellow|pink|purple|brown|beige|silver|navy|turquoise|teal|burgundy|"
    r"ivory|cream|"
    r"charcoal|anthracite|khaki|lilac|mint)"
)
COLOUR = re.compile(
    rf"\b((?:dark |light |navy |moss |pale |bright )?{_SHADE}|(?<=in )(?:orange|gold|oak|walnut|pine|beech)|"
    r"orange(?= (?:one|version|colou?r))|(?<=the )orange(?= (?:one|jacket|shirt|dress|bag)))\b"
    r"(?! (?:water|smoke|liquid|stuff|with envy|friday|card|list|cross|flag|light|screen|ring|spots?|hole|box|wine|"
    r"mark|rash|alert|hair|mould|mold|ice|smell|puddle|stains?|"
    r"eye|toe|finger|lips?))",
    _I,
)
NAMED_COLOUR = re.compile(
    rf"(?:['\"‘“]|\bin (?!an? |the |your |my |our |his |her |their |dark |light |bright |pale ))"
    rf"((?!not |or |and |but |only )[a-z]{{3,}} {_SHADE})\b(?! [a-z]+(?:er|or)\b)",
    _I,
)
"""A shop's own name for a colour: "in kraft brown", "the 'toxic green' one"."""
_TURNED = re.compile(
    r"(?:'s|\b(?:came out|come out|comes out|"
    r"gone|more like|looks|says?|message|up|came on,?|stays?|turn(?:s|ed)|went|goes|is|are|was|just|"
    r"blinks?|blinking|flashes|flashing|all|"
    r"completely|not))\s+$",
    _I,
)


NEAR, MOST_MENTIONS = 300, 6


def is_colour_of_thing(text: str, start: int) -> bool:
    """A screen that "stays black" has no colour, nor has it when the black is spoken of again."""
    shade = re.match(r"[\w ]+?\b", text[start:])
    first = max(0, start - NEAR)
    mentions = re.finditer(rf"\b{re.escape(shade[0])}\b", text[first:start], _I) if shade else ()
    places = (*(first + mention.start() for mention in mentions), start)
    return not any(_TURNED.search(text[max(0, place - 20) : place]) for place in places[:MOST_MENTIONS])
