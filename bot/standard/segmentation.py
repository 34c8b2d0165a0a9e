"""Cuts a draft into sentences and clauses that know their places, so that a finding can point at its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_I = re.IGNORECASE
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
_BREAK = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+")
_ABBREVIATED = re.compile(r"\b(?:mr|mrs|ms|dr|prof|st|e\.g|i\.e|approx|incl|p\.m|a\.m|inc|ltd)\.$", _I)
_NUMBERED = re.compile(r"\b(?:no|nr)\.$", _I)
_GREETING_WORD = (
    r"(?:hi+|hello|hey+|dear|good (?:morning|afternoon|evening|day)|greetings|hiya|welcome back|bonjour|hola|hallo|"
    r"ciao|guten tag|kia ora|g'day|aloha|salut|namaste|shalom|servus|moin|ahoj|ol[aá]|buongiorno|buenos d[ií]as)"
)
_OPENERS = (
    r"(?:yes|no|sure|ok(?:ay)?|sorry|thanks|today|tomorrow|tonight|\w+day|now|here|first|next|then|well|however|indeed|"
    "right|good|great|done|absolutely|of|as|for|in|on|at|it|that|this|if|when|after|until|since|because|please|"
    "kindly|but|so|"
    "and|also|actually|frankly|honestly|again|still|otherwise|instead|outbound|meanwhile|congratulations|welcome|"
    "wow|oh|i|we|"
    r"you|your|our|the|a|an|my|to|from|with|by|see|obviously|apologies|fair|agreed|understood|noted|look|listen)"
)
_GREETING = re.compile(
    rf"^(?:{_GREETING_WORD}(?!\w)(?P<who>(?: (?:(?:dr|mr|mrs|ms|prof)\.|[\w'.-]+)){{0,4}}?)|"
    rf"(?P<name>(?!{_OPENERS}\b)(?-i:[A-ZÀ-Þ])[\w'-]+(?<!ly)(?: (?-i:[A-ZÀ-Þ])[\w'-]+)?))(?:\s*[,!]+\s*|\s+[–—-]+\s+)",
    _I,
)
_SIGN_OFF = re.compile(
    r"^(?:(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|all the|yours|take) ?(?:regards|wishes|best|thanks|truly|"
    r"care)?|regards|cheers|sincerely|thanks|yours(?: \w+)?)[,.!]?\s*)?(?:(?:the|your) )?"
    r"(?:[A-ZÀ-Þ][\w'.-]*(?: (?:and|&|from|at|the|of)(?= ))?[ ,.]*){0,5}$"
)
_CLOSING = re.compile(
    r"^(?i:(?:with |in )?(?:[a-z]+ ){0,4}(?:respect|sympathy|thanks|gratitude|love|regards|wish(?:es)?|greetings|"
    r"warmth|condolences|apologies|affection|haste|friendship|yours|sincerely|faithfully|truly|cheers|best|care)"
    r"(?: (?:from|to|and)(?: [a-z]+){1,4})?)(?:,$|[,.!–-]+\s+(?:(?:[A-ZÀ-Þ][\w'.-]*|and|&|from|at|the|of)[ ,.]*){1,6}$)"
)
_PRONOUN = r"(?:i|we|you|it|they|he|she|there|this|that|here|what|please)(?:'\w+)?\s"
_JOINT = re.compile(
    r"[;:]\s+|\s+[–—-]+\s+|,?\s+(?=(?:but|however|though|although|yet|unless|whereas|instead)\b)|"
    rf",?\s+(?=(?:and|so|or|because|since|as|while|until|once|when|if|after|before|which|who)\s+{_PRONOUN})|"
    rf",\s+(?={_PRONOUN})",
    _I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch with one verb, as far as that can be told without a parser. Places count in the draft."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """`text` with its places; `body_start` is where it begins once a greeting or a name called out is left away."""

    text: str
    start: int
    end: int
    number: int
    body_start: int
    greeted: str
    is_sign_off: bool

    @property
    def body(self) -> str:
        return self.text[self.body_start - self.start :]

    @property
    def is_question(self) -> bool:
        return self.text.rstrip(" \"')").endswith("?")

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(_clauses(self.body, self.body_start))


@dataclass(frozen=True)
class Draft:
    """A draft in plain quotation marks; every place is the same as in the text that was given."""

    text: str

    @classmethod
    def of(cls, text: str) -> "Draft":
        return cls(text.translate(_STRAIGHT))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_sentences(self.text))

    @cached_property
    def said(self) -> tuple[Sentence, ...]:
        """The sentences that say something: without greeting lines and the name below."""
        return tuple(each for each in self.sentences if not each.is_sign_off and re.search(r"\w", each.body))

    @cached_property
    def body(self) -> str:
        return " ".join(sentence.body for sentence in self.said)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BREAK.finditer(text):
        before = text[start : gap.start()]
        is_number = _NUMBERED.search(before) and text[gap.end() : gap.end() + 1].isdigit()
        if (_ABBREVIATED.search(before) or is_number) and "\n" not in gap.group():
            continue
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _sentences(text: str) -> Iterator[Sentence]:
    spans = [
        (start + len(text[start:end]) - len(text[start:end].lstrip()), end)
        for start, end in _pieces(text)
        if re.search(r"\w", text[start:end])
    ]
    for number, (start, end) in enumerate(spans):
        words = text[start:end].rstrip()
        greeting = _GREETING.match(words) if number == 0 else None
        body_start = start + greeting.end() if greeting else start
        is_sign_off = number > 0 and number >= len(spans) - 2 and bool(_SIGN_OFF.match(words) or _CLOSING.match(words))
        greeted = (greeting["who"] or "").strip() if greeting else ""
        yield Sentence(words, start, start + len(words), number, body_start, greeted, is_sign_off)


def _clauses(text: str, offset: int) -> Iterator[Clause]:
    start = 0
    for joint in _JOINT.finditer(text):
        if joint.start() > start:
            yield Clause(text[start : joint.start()], offset + start, offset + joint.start())
        start = joint.end()
    if start < len(text):
        yield Clause(text[start:], offset + start, offset + len(text))
