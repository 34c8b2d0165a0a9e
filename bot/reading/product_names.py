"""Names of models and medicines as they are written: "Aquara 500", "HX-600", a thing in quotes after "called"."""

import re
from collections.abc import Iterator

from bot.reading.gazetteer import PLACES
from bot.reading.word_classes import LEMMAS

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
    r")?([A-Z][a-z]{4,}(?: \d{1,4})?)\b(?! [A-Z])"
)
"""A medicine is taken by its name."""
_STATED = re.compile(
    r"\b[Mm]odel(?: number| no\.?)?(?:\s?:| is| was|'s)? (?:an? |the )?"
    r"((?:[A-Z]|(?=[\w-]*\d)\d)[\w-]*(?: (?:[A-Z][\w-]*|\d[\w-]*))?)(?=[\s.,;!?)]|$)"
)
"""Who says "model is MX 46" names it himself, whatever else the thing was called."""
_SMALL = r"(?:of|the|a|an|in|on|and|to|for|de|la|with|at|by|or)"
_TITLE = re.compile(
    r"(?<![\w])['\"‘“]"
    rf"([A-Z][\w'-]*(?: (?:{_SMALL} )*[A-Z0-9][\w-]*){{0,5}})['\"’”](?!\w)"
)
_QUOTING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|tell|told|shows?|wrote|writes?|reads?|displays?|means?|by|for|from|name[sd]?|named|"
    r"called|error|message|button|marked|signed|with)[,:]?(?: (?:is|was|only|just|the|a))? $",
    _I,
)
"""What was said, signed or shown stands in quotes as a title does."""
_NOT_MODELS = frozenset("friday monday tuesday wednesday thursday saturday sunday english german french".split())


def names_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a name of a product may stand, and by which form of writing it was found."""
    for place, pattern in enumerate((*_MODEL, _TAKEN)):
        for found in pattern.finditer(text):
            first = found[1].lower().split()[0]
            if first not in _NOT_MODELS and first not in PLACES:
                is_deed = first in LEMMAS
                yield *found.span(1), f"model:{'deed' if is_deed else place}"
    for found in _STATED.finditer(text):
        yield *found.span(1), "model:stated"
    for found in _TITLE.finditer(text):
        if not _QUOTING.search(text[max(0, found.start() - 20) : found.start()]) and not found[1].isupper():
            yield *found.span(1), "model:title" if " " in found[1] else "model:word"
