"""Which size and which colour a customer named; for the thing itself see fact_products."""

import re
from collections.abc import Iterator

_I = re.IGNORECASE
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
    r"mark|rash|alert|hair))",
    _I,
)
_TURNED = re.compile(
    r"(?:'s|\b(?:gone|more like|looks|says?|message|up|came on,?|stays?|turn(?:s|ed)|went|goes|is|are|was|just|"
    r"blinks?|blinking|flashes|flashing|all|"
    r"completely|not))\s+$",
    _I,
)


def is_colour_of_thing(text: str, start: int) -> bool:
    """A screen that "stays black" has no colour."""
    return not _TURNED.search(text[:start])
