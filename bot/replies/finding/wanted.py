"""Which kind of answer an ask wants (a price, a length of time, a place, ...), and whether a statement is one."""

import re

from bot.replies.finding.passages import Statement

_I = re.IGNORECASE
_FREE = r"\b(?:free|nothing|no charge|no cost|included|gratis)\b"
_NUMBER_WORD = r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|both|once|twice)\b"
_MONTHS = "january|february|march|april|june|july|august|september|october|november|december|may"
_DAY = rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:{_MONTHS})\b|\bweekdays?\b|\bweekends?\b"

MONEY = re.compile(
    rf"[€$£]\s?\d|\d[\d.,]*(?: \([^)]*\))?,?\s?(?:€|\$|£|/|%|(?:euros?|eur|pounds?|dollars?|usd|gbp|francs?|chf|kroner|"
    rf"cents?|ct|pence|percent|points?)\b)|{_FREE}",
    _I,
)
SPAN = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|ten|twelve|"
    r"(?:half|within|about|takes?|for|in|after|least) an?|same|few|several) "
    r"(?:(?:business|working|full|more|whole|extra) )?(?:minutes?|mins?|hours?|h|days?|weeks?|months?|years?|nights?|"
    r"seasons?)\b|\b(?:at once|immediately|straight away|while you wait|overnight|for ever|unlimited|until|for life)\b|"
    r"\b\d+ h\b",
    _I,
)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(?:am|pm|o'clock)\b|\b(?:noon|midnight|closed)\b", _I)
_MOMENT = re.compile(
    rf"{_DAY}|\b(?:tomorrow|evening|morning|afternoon|night|before|after|as soon as|next \w+|first of|weeks?)\b", _I
)
_NUMBER = re.compile(rf"\d|{_NUMBER_WORD}|{_FREE}|\b(?:no|none|any|every|unlimited)\b", _I)
_PLACE = re.compile(
    r"\b(?:in|at|on|under|behind|beside|near|next to|opposite|from) (?:the |our |your |a |each |every )?\w+|"
    r"\b(?:street|road|quay|lane|square|floor|platform|stop|site|page|settings|address)\b",
    _I,
)
_PERSON = re.compile(
    r"\b(?:dr|mr|mrs|ms|prof)\b\.?|\b(?:nurse|dentist|doctor|engineer|mechanic|manager|lead|team|owner|parent|adult|"
    r"carrier|partner|person|people|guest|customer|patient|admin|staff|we|everybody|anybody|nobody|who)\b|"
    r"\b[A-Z]\w+ [A-Z]\w+\b"
)
_OFTEN = re.compile(
    r"\b(?:every|each|daily|weekly|monthly|yearly|once|twice|times|per|an? (?:day|week|month|year))\b", _I
)
_DAY_NAMED = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\bholidays?\b|\bdaily\b", _I
)
_GIVEN: dict[str, re.Pattern[str]] = {
    "price": MONEY, "span": SPAN, "clock": CLOCK, "moment": _MOMENT, "number": _NUMBER, "place": _PLACE,
    "far": re.compile(r"\d\s?(?:km|kilomet\w+|miles?|m|met(?:re|er)s?)\b|\bminutes?' walk\b", _I),
    "heavy": re.compile(r"\d\s?(?:kg|g|kilos?|kilograms?|lbs?|pounds?|tons?|tonnes?)\b", _I),
    "big": re.compile(r"\d\s?(?:cm|mm|m|sqm|m²|inch(?:es)?|lit(?:re|er)s?|[kmgt]b|k?wh?|x \d+)\b", _I),
    "person": _PERSON, "often": _OFTEN,
}  # fmt: skip
_ALSO = {"moment": ("span", "clock"), "clock": ("moment",)}
FIGURES = frozenset({"price", "span", "clock", "moment", "number", "often", "hours", "far", "heavy", "big"})
"""Kinds of which a statement either has one or is no answer."""
OPENING = re.compile(r"\b(?:open|opens|opening|close|closes|closed|closing)\b|\bhours\b", _I)

_PRICE_ASKED = re.compile(
    r"\bhow (?:much|expensive) (?:is|are|does|do|did|would|will|for|to|it|the|a|an|this|that|money|i|we|you)\b|"
    r"\bhow much$|\bcosts?\b|\bprices?\b|\bfees?\b|\bdo (?:i|we) (?:have to )?pay\b|\bpostage\b|\bset me back\b|"
    r"\b(?:do|will|would) you charge\b|\b(?:any|is there an?|what(?:'s| is) the|the \w+) charges?\b|"
    r"\bfree(?: of charge)?$|\bfor free$",
    _I,
)
_SPAN_ASKED = re.compile(
    r"\bhow (?:long|quick(?:ly)?|fast|soon|much (?:notice|time)|far (?:back|ahead|in advance))\b|"
    r"\bhow many (?:minutes|hours|days|weeks|months|years|nights)\b|"
    r"^what(?:'s| is) the (?:time|period|deadline|time limit|waiting time) (?:for|of|to)\b",
    _I,
)
_ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("price", _PRICE_ASKED),
    ("span", _SPAN_ASKED),
    (
        "hours",
        re.compile(r"^(?:is|are|when|what|until|till|how|on|do)\b.*(?:\bopen|\bclos(?:e|es|ed|ing)\b|\bhours$)", _I),
    ),
    ("clock", re.compile(r"\bwhat time\b", _I)),
    (
        "moment",
        re.compile(r"\bwhen\b(?! (?:i|we|it|my|the|you)\b)|\bwhat day\b|\bwhich day\b|\b(?:until|by) when\b", _I),
    ),
    ("often", re.compile(r"\bhow often\b", _I)),
    ("far", re.compile(r"\bhow far\b(?! (?:back|ahead|in advance))|\b(?:range|distance|mileage)\b", _I)),
    ("heavy", re.compile(r"\bhow heavy\b|\bweighs?\b|\bweight\b", _I)),
    ("big", re.compile(r"\bhow (?:big|tall|high|large|wide)\b(?!.*\b(?:fee|price|cost|charge|deposit|rent)s?\b)", _I)),
    (
        "number",
        re.compile(
            r"\bhow (?:many|old|much (?!notice|time|is|are|does|do|would|will|for))\b|\b(?:from )?what age\b", _I
        ),
    ),
    ("place", re.compile(r"\bwhere\b", _I)),
    ("person", re.compile(r"\bwho(?:m|se)?\b(?! (?:is|are|was) (?:not|in)\b)", _I)),
)


def kinds_wanted(ask: str) -> tuple[str, ...]:
    """The kinds of answer, the first one first."""
    words = ask.strip(" ?.!")
    found = [kind for kind, pattern in _ASKED if pattern.search(words)]
    if re.search(r"\bmatch\w*\b|\bprice (?:match|drop)", words, _I):
        found = [kind for kind in found if kind != "price"]
    if "hours" in found:  # Some other moment on that day is no answer to when a door opens.
        found = [kind for kind in found if kind not in ("moment", "clock")]
    return tuple(found)


def gives(kind: str, statement: Statement) -> bool:
    if kind == "hours":
        return tells_hours(statement) or (
            statement.kind != "row" and bool(CLOCK.search(statement.text) and OPENING.search(statement.text))
        )
    return gives_words(kind, statement.text)


HEADED = {
    "price": re.compile(r"\b(?:price|cost|fee|charge|amount|rate|pay|euros?|pounds?)", _I),
    "span": re.compile(
        r"\b(?:time|how long|duration|takes?|wait|within|ready|days?|weeks?|hours?|period|results?)\b", _I
    ),
}


def is_headed(kind: str, head: str) -> bool:
    """The column's name says no more than that it holds this kind of answer."""
    return not head or (kind in HEADED and bool(HEADED[kind].search(head)))


def gives_words(kind: str, words: str) -> bool:
    return any(_GIVEN[one].search(words) for one in (kind, *_ALSO.get(kind, ())) if one in _GIVEN)


def tells_hours(statement: Statement) -> bool:
    """A row of opening hours: a day, and nothing but times."""
    is_day = statement.kind == "row" and bool(_DAY_NAMED.search(statement.label))
    return is_day and all(CLOCK.search(cell) for _, cell in statement.cells)
