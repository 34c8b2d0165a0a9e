"""Models a customer named, and which size and which colour; for a thing without a name see fact_products."""

import re
from collections.abc import Iterator

from bot.reading.fact_products import products_named

_I = re.IGNORECASE
_NO_MODEL = (
    r"(?:Order|Flight|Room|Gate|Platform|Line|Windows|Android|Invoice|Ticket|Booking|Terminal|Floor|Flat|Apartment|"
    r"Version|Page|Step|"
    r"Case|Account|Contract|Number|Nr|No|Row|Seat|Track|Unit|Suite|Cabin|Box|Bus|Train|Tram|Day|Week|Level|Part|"
    r"Chapter|Error|Code|"
    r"HTTP|Member|Customer|Policy|Claim|Reference|Ref|Parcel|Tracking|Serial|Meter|Photo|Question|Point|Option|"
    r"Attempt|Since|Until|"
    r"From|After|Before|About|Over|Under|For|At|In|On|By|To|And|Or|The|My|Our|Your|We|It|Is|Was|Are|Only|Just|Last|"
    r"Next|Bill|Paid|"
    r"Waited|Then|Now|All|But|Not|So|Type|Size|Route|Class|Grade|Year|Zone|Area|Lot|Batch|Door|Desk|Table|Slot|"
    r"Hall|Waiting|iOS|"
    r"Ward|House|Lane|Street|Road|Weg|Nearly|Almost|Top|Plus|Between|Exactly|Around|These|Those|They|You|She|He|"
    r"Has|Had|Have|"
    r"Order(?:ed)?|Bought|Got|Need|Want|Can|Could|May|June|July|Jan|Feb|Mar|Apr|Aug|Sep|Sept|Oct|Nov|Dec|January|"
    r"February|March|"
    r"April|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|"
    r"Mrs|Ms|Dr)"
)
_MODEL = (
    re.compile(
        rf"(?<![\w-])((?!{_NO_MODEL}\b)[A-Z][a-z][A-Za-z]+(?: (?:Pro|Max|Plus|Mini|Air|Lite|XL))? "
        rf"\d{{1,4}}[a-zA-Z]?)"
               r"(?![\w:-]|[.,:/]\d|\s?(?:%|euros?|pounds?|days?|weeks?|hours?|minutes?|mins?|people|am\b|pm\b|"
               r"times|st\b|nd\b|rd\b|th\b))"),
    re.compile(r"(?<![\w#/-])([A-Z]{2,4}-\d{2,4}[A-Z]?)(?![\w/-]|[.,:/]\d)"),
    re.compile(
        r"\b(?:project|file|board|workspace|document|course|book|game|model|plan|package|product|item|article)s? "
               r"(?:is )?(?:called |named )?[\"']([\w][\w .&-]{1,24})[\"']", _I),
    re.compile(r"\b(?:called|named) [\"']([\w][\w .&-]{1,24})[\"']", _I),
    re.compile(
        r"\b(?:the|my|our|your|in)\s+([A-Z][a-z]+ (?:fare|tariff|package|class|edition|model|series|course|cream|"
        r"rate))\b"),
    re.compile(
        r"\b(?:model(?: is)?|it's an?|it is an?|I have an?|we have an?|drive an?|own "
        r"an?)\s+([A-Z][a-z]{2,}[\w-]*(?: [A-Z0-9][\w-]*)?)"
               r"(?=[.,;!?\s]|$)(?! (?:phone|Street|Road))"),
)  # fmt: skip
_TAKEN = re.compile(
    r"\b(?:took|taking|taken|swallowed|prescribed|dose of|tablets? of|allergic to|take)\s+(?:my |the "
    r")?([A-Z][a-z]{4,}(?: \d{1,4})?)\b(?! [A-Z])")
"""A medicine is taken by its name."""
_NOT_MODELS = frozenset("friday monday tuesday wednesday thursday saturday sunday english german french".split())


def products_in(text: str) -> Iterator[tuple[int, int]]:
    """Names of products first; where there is none, the kind of thing that the words are about."""
    for pattern in (*_MODEL, _TAKEN):
        yield from (m.span(1) for m in pattern.finditer(text) if m[1].lower().split()[0] not in _NOT_MODELS)
    yield from products_named(text)


SIZE = (
    re.compile(
        r"\b(?:size|in (?:an? )?)\s*((?:X{0,3}[SL]|M)\b|\d{2}(?:\.5)?(?=\b(?! ?(?:minutes|days|hours|euros|%|or))))"
    ),
    re.compile(
        r"\bsizes?:?\s+(?:is |was |an? |the right )?(x{0,3}[sl]|m|\d{1,2}(?:\.5)?|small|medium|large|extra "
        r"large)\b", _I),
    re.compile(r"\b(\d+(?:\.\d+)? ?[x×] ?\d+(?:\.\d+)?(?: ?(?:cm|mm|m|in))?)\b"),
    re.compile(r"\b((?:UK|EU|US) \d{1,2}(?:\.5)?)\b"),
    re.compile(
        r"\b(?:need|want|take|ordered|got|sent(?: me)?|wear|in) (?:an? |the )?(small|medium|large|extra "
        r"large)\b(?=[.,!?;]|$| (?:please|instead|not|and|but|or)\b)", _I),
    re.compile(r"\b(\d{1,4}(?:[.,]\d)? ?(?:cm|mm))\b"),
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
    r"(?:'s|\b(?:up|came on,?|stays?|turn(?:s|ed)|went|goes|is|are|was|just|blinks?|blinking|flashes|flashing|all|"
    r"completely|not))\s+$", _I
)


def is_colour_of_thing(text: str, start: int) -> bool:
    """A screen that "stays black" has no colour."""
    return not _TURNED.search(text[:start])
