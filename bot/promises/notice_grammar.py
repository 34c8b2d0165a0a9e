"""The pieces of grammar that the openings of promises share: who speaks, when, and where a clause may begin."""

import re
from dataclasses import dataclass
from typing import Literal

Strength = Literal["certain", "likely", "doubtful"]
# What a head still needs to be a promise: a concrete time, any word of time or a sender, or nothing.
Need = Literal["nothing", "time", "time_or_sender"]

WILL = (
    r"(?:\s*'ll|\s+will|\s+shall|\s+(?:is|are|am)\s+(?:going to|gonna|about to)|'(?:m|re|s)\s+(?:just\s+|"
    r"also\s+)?(?:going to|gonna|about to)|(?:(?<=\byou)|(?<=\bit)|(?<=\bthey)|(?<=\bthat))ll\b)"
)
# A word of a noun phrase: no pronoun, no joint, no plain verb.
NOUN = (
    r"(?!(?:i|we|you|they|he|she|it|that|which|who|and|but|if|when|"
    r"because|says?|said|is|are|was|were|has|have|had)\b)[\w-]+(?:'s)?"
)
START = r"(?:(?<=\A)|(?<=[,:;!?.*_~•\x00\n(-] )|(?<=[\n*_~•])|(?<=\band )|(?<=& )|(?<=\bthen )|(?<=\bbut )|(?<=\bso ))"
SAID_FIRST = (
    r"(?:(?<=\bok )|(?<=\bokay )|(?<=\byep )|(?<=\byes )|(?<=\bsure )|(?<=\bthx )|(?<=\bthanks )|(?<=\bcool )|"
    r"(?<=\bright ))"
)
BEGIN = rf"(?:{START}|{SAID_FIRST}|(?<=\A\s)|(?<=\A\s\s))"


@dataclass(frozen=True)
class Head:
    """`start` is where the quote begins and `deed` where its verb does, as places in the sentence."""

    kind: str
    start: int
    deed: int
    strength: Strength
    need: Need


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that reads small letters, which is much the faster; one that looks for capitals reads the text as it
    is written."""
    return re.compile(pattern, re.IGNORECASE if "(?-i:" in pattern else re.NOFLAG)
