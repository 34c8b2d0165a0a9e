"""How many of a thing a customer speaks of: figures and number words before what can be counted."""

import re
from collections.abc import Iterator

from bot.reading.noun_families import family_of

_I = re.IGNORECASE
_NO_COUNT = (
    r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|nights?|times?|euros?|pounds?|dollars?|"
    r"francs?|cents?|kroner|stars?|"
    r"steps|km|kms|kilos?|kg|mg|ml|meters?|metres?|miles?|degrees|percent|kids|rooms|am|pm|mail|emails?|calls?|"
    r"attempts|business|"
    r"working|o'clock|letters|messages|floors?|mornings?|evenings|hundred|thousand|million|seconds?|gb|mb|watts?|"
    r"volts?|cm|mm|"
    r"inch(?:es)?|litres?|points?|bars?)"
)
_FIGURE = re.compile(
    rf"(?<![\w.,:/#€$£-])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?![,.]?\d))(?= (?:x |(?:of (?:them|these|those|our|my|"
    rf"the|us)|pieces|people|children|"
    rf"persons|adults|staff|men|women)\b|(?!{_NO_COUNT}\b)(?:(?:new|more|solar|other|custom|extra|old|different|"
    rf"user|small|large|"
    rf"wedding|business|(?!and|or|but|who|which|in|on|at|is|if|was|for|to|as)[a-z]+(?<!s)) "
    rf")?(?!{_NO_COUNT}\b)(?!(?:this|is|was|has|as|his|its|yes|plus|gas|bus|across|class)\b)"
    rf"[a-z]{{3,}}(?<!s)s\b))|\btable for (\d{{1,2}})\b|\b(?:for|we are|we're|of) (\d{{1,3}})(?=[.,;?!](?!\d)|"
    rf"$)(?! (?:{_NO_COUNT}))",
    _I,
)

_WORD = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)"
_COUNTED = re.compile(
    rf"(?<![\w'-])({_WORD}|\d{{1,4}}) (?:(?:more|new|extra|other|different|single|double|small|large|big|old|broken|"
    r"damaged|"
    rf"of (?:the|our|my|your|these|those|them)|[a-z]{{3,}}) ){{0,2}}?([a-z]{{3,}}s)\b", _I)  # fmt: skip
_OF = re.compile(
    rf"\b(?:party|group|table|order|team|family|pack|set|total) (?:of|for) ({_WORD}|\d{{1,3}})\b(?!\s?(?:%|"
    r"[a-z]*(?:hours?|"
    rf"days?|weeks?|months?|minutes?|euros?|pounds?)))|\b({_WORD}) (?=aside|pieces?|pcs|people|of them|copies)|"
    r"(?<![\w.,])(\d{1,4} dozen|two dozen|three dozen|half a dozen|a dozen|\d{1,4}(?= ?(?:pcs|pieces?|pc|"
    r"units?|x)\b))|"
    rf"^(?:[A-Z][a-z]+s?), (\d{{1,5}}),|\b(?:order(?:ed)?|want|need|take) (\d{{1,3}})(?=[,.;!?])|"
    rf"(?<![\w.,-])(\d{{1,2}}) x (?=\d)",
    _I | re.M,
)
_STAYED = frozenset("nights seats rooms tickets guests adults places licences licenses copies cards boxes bags".split())


def quantities_in(text: str) -> Iterator[tuple[int, int]]:
    """Figures before a plural, number words before goods, and "a party of nine"."""
    for found in _OF.finditer(text):
        group = next(n for n in range(1, 7) if found[n])
        yield found.span(group)
    for found in _FIGURE.finditer(text):
        group = next((n for n in range(1, 4) if found[n]), 0)
        yield found.span(group)
    for found in _COUNTED.finditer(text):
        noun = found[2].lower()
        if not found[1][0].isdigit() and (noun in _STAYED or not family_of(noun)) and not noun.endswith(("ss",
            "us", "is")):
            yield found.span(1)
