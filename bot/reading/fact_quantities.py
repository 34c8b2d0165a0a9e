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
    r"begins|runs|comes|goes|keeps|says|gets|takes|requests|agents|parts|flatmates|"
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
    rf"[a-z]{{3,}}(?<!s)s\b))|\btable for (\d{{1,2}})\b|\b(?:for|we are|we're|(?<!instead )of) "
    rf"(\d{{1,3}})(?=[.,;?!](?!\d)|"
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
    r"units?)\b|(?= ?x [a-z])))|"
    rf"^(?:[A-Z][a-z]+s?), (\d{{1,5}}),|\b(?:order(?:ed)?|want|need|take) (\d{{1,3}})(?=[,.;!?])|"
    rf"(?<![\w.,-])(\d{{1,2}}) x (?=\d)",
    _I | re.M,
)
_ANSWERED = re.compile(
    r"^(?:ok,? )?(\d{1,4})(?=(?:[.,!]? (?:can|could|is|and|please|then|at|of|in all|do|we|i)\b|"
    r"[.!]?$))",
    _I | re.M,
)
"""A turn that opens with a bare number tells how many."""
_CAME = re.compile(
    rf"(?<![\w.,:/#€$£-])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{_WORD}) (?:came|arrived|were (?:missing|broken|left)|"
    rf"(?:are )?still "
    rf"[a-z]+ed|are missing|missing|more (?=for|please|and|[.,!?]))|\b(?:we're|we are|there(?:'s| are| will be)|"
    rf"we'd be) "
    r"(\d{1,3}) (?=in|of us|altogether|people|adults|coming)|\b(?:sold|bought|ordered|got|sent|need|want) (\d{1,5}) "
    r"(?=shares|tickets|copies|units|boxes|bottles|pieces|seats|places|licen[cs]es)",
    _I,
)
_MANY = (
    r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_UNCOUNTED = (
    r"(?:minutes?|mins?|secs?|seconds?|hours?|hrs?|days?|weeks?|months?|years?|nights?|times|weekends?|mornings?|"
    r"evenings?|pounds?|euros?|dollars?|pence|cents?|percent|per|hundred|thousand|million|o'clock|inch(?:es)?|feet|"
    r"metres?|meters?|miles?|kilos?|litres?|degrees?|stars?|past|to|or|and|more|of|[a-z]+(?:ss|us|is))"
)
_STATED = (
    # Nobody counts to forty idly: "forty guests stood", "ninety people".
    re.compile(rf"(?<![\w'-])({_MANY}) (?:(?!{_UNCOUNTED}\b)[a-z]+ )?(?!{_UNCOUNTED}\b)(?:[a-z]{{2,}}s|people|men|"
               r"women|children|staff)\b", _I),
    # "Four of us", "eleven of ours": we, not a part of something.
    re.compile(rf"(?<![\w'-])(?<!the )({_WORD}|{_MANY}|\d{{1,4}}) of (?:us|ours|mine)\b", _I),
    # "Got 120.", "a hall that holds 250": the number stands for the things themselves.
    re.compile(r"\b(?:got|received|ordered|holds?|seats|fits|counted|we were|there were|came)(?: only| just)? (\d{1,4})"
               r"(?=[.,;!?](?!\d)|$| for (?:my|our|the|a)\b)", _I | re.M),
    # "4 more of the heather", "two more for the newcomers"
    re.compile(rf"(?<![\w'-])({_WORD}|\d{{1,3}}) (?:more|extra|spare) (?=of (?:the|these|those|your)\b|for\b)", _I),
    # "All nine sites", "all eleven of ours"
    re.compile(rf"\ball ({_WORD}|{_MANY}|\d{{1,3}}) (?!{_UNCOUNTED}\b)[a-z]{{3,}}s\b", _I),
    # "Six ordered, five whole, one smashed"
    re.compile(rf"(?<![\w'-])({_WORD}|\d{{1,3}}) (?:whole|intact|broken|smashed|missing|short|left over)(?=[.,;!?])",
               _I),
)  # fmt: skip
_DEFINITE = re.compile(r"\b(?:the|these|those|my|our|your|all|both|by|in) $", _I)
"""Of "the two ladders" nobody orders two."""
_STAYED = frozenset("nights seats rooms tickets guests adults places licences licenses copies cards boxes bags".split())


def quantities_in(text: str) -> Iterator[tuple[int, int]]:
    """Figures before a plural, number words before goods, and "a party of nine"."""
    for found in _OF.finditer(text):
        group = next(n for n in range(1, 7) if found[n])
        yield found.span(group)
    for found in (*_ANSWERED.finditer(text), *_CAME.finditer(text)):
        yield found.span(next(n for n in range(1, 4) if n <= found.re.groups and found[n]))
    for pattern in _STATED:
        yield from (found.span(1) for found in pattern.finditer(text))
    for found in _FIGURE.finditer(text):
        group = next((n for n in range(1, 4) if found[n]), 0)
        yield found.span(group)
    for found in _COUNTED.finditer(text):
        noun = found[2].lower()
        is_thing = (noun in _STAYED or not family_of(noun)) and not noun.endswith(("ss", "us", "is", "stars"))
        is_known = _DEFINITE.search(text[max(0, found.start() - 10) : found.start()])
        if is_thing and not found[1][0].isdigit() and not is_known:
            yield found.span(1)
