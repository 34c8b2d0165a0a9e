"""Whether a turn holds something against us: told, felt, or set as a condition."""

import re

from bot.reading.failures import ACCUSED, UNKEPT, grievance
from bot.reading.feelings import ATTACK, HURT

_I = re.IGNORECASE


_CONDITION = re.compile(
    (
        r"\b(?:unless|or else|otherwise|if (?:this|it|that|i|you|nobody|no one|my|the)|until|by (?:\w+day|noon|"
        r"tonight|tomorrow|\d)|\bnext\b|\bor i\b)\b"
    ),
    _I,
)


def is_aggrieved(text: str) -> bool:
    return grievance(text) > 0 or any(sign.search(text) for sign in (ATTACK, HURT, UNKEPT, ACCUSED, _CONDITION))
