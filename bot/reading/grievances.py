"""Whether a turn holds something against us: told, felt, set as a condition, or only to be seen in what happened."""

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


_NOT_WHAT = re.compile(
    r"\b(?:(?:a|one|two) (?:full )?(?:size|inch|cm|shade|hour|day)s? too [a-z]+|\d+ ?(?:mm|cm|m|g|kg) too [a-z]+|"
    r"too (?:small|big|large|short|long|tight|wide|low|high|weak|strong|late|dark|thin|thick|salty|loud) |more like|"
    r"(?:has|have|had|got) (?:my|our|the|his|her) [\w ]{2,25} wrong|(?:says?|said|promised|advertised?) [\w ]{0,15}\d+"
    r"[^.?!]{0,30}\b(?:but|not|and)\b|another (?:man|woman|boy|girl|child|person|customer|family)'?s?|"
    r"received (?:a|an|the) |and (?:received|got) |not (?:contain|what)|came (?:warm|cold|wet|late|open|empty|broken|"
    r"without)|were? meant to|was due|due at|short)\b",
    _I,
)
"""What came differs from what was to come."""
_AMENDS = re.compile(
    r"\b(?:money back|(?:my|the|our|his|her) (?:\d+|[€$£]\d+|money|deposit|taxi|rest)[^.?!]{0,15} (?:back|paid)|refund|"
    r"reprint|compensat\w*|reimburs\w*|who pays|(?:do|will) you pay|pay (?:for that|me|that)|credit it|"
    r"put (?:it|this|that) right|take it (?:off|up|back)|(?:please|kindly|can you|could you) (?:\w+ )?(?:correct|"
    r"replace|repair|fix|mend|restore)|have it (?:replaced|corrected|fixed)|be (?:repaired|replaced|mended|corrected|"
    r"released|fixed)|make (?:it|that|this) (?:up|right|good)|right ones?|proper (?:one|test|answer)|is there a fix|"
    r"send (?:just )?the (?:missing|right|other)|bring it back|get the rest|is it covered|"
    r"what (?:are you|will you|do you intend)[^.?!]{0,20} do\b)",
    _I,
)
"""Amends are asked for where something happened."""
_CALLED_TO_ACCOUNT = re.compile(
    r"\b(?:why (?:did|does|am|is|was|were|do|has|have)|how (?:does|can|could|did) (?:that|this|it)|tell me (?:how|why)|"
    r"what(?:'s| is) going on|who (?:[a-z]+ed|did|told|let|made|gave|sees)|what do you say|what (?:changed|happened)|"
    r"is there (?:nobody|no one)|(?:somebody|someone) (?:please )?(?:can|could|just))\b",
    _I,
)
"""A reason is asked for, as nobody asks who is content."""
_WELL_DONE = re.compile(
    r"\b(?:credit where|take back what|deserves? (?:a|an)|legend|wizard|genius|magician|angel|hero|"
    r"saved (?:my|our|the)|made (?:my|our) day|cheers|appreciated|(?:kind|nic|calm|friendli|fast|smooth|easi)est|"
    r"the best|what i call|like new|as new|works? again|bravo|well done|a dream|over the moon|impressed|hats off|"
    r"first[- ]class|top[- ]notch|spot on|exceeded|beyond (?:all )?expectations?|couldn't be happier|can't fault|"
    r"worth every|a (?:real )?treat|happy tears|tears of joy|teared up)\b|[💙😄👏😍🎉🥰🙏❤💚💛😊🤩]",
    _I,
)


def happened_in(text: str, told: str) -> dict[str, float]:
    """Signs of being let down, or of not being, that need no word of complaint; `told` are the statements alone."""
    found = {
        "not_what": _NOT_WHAT.search(told),
        "amends": _AMENDS.search(text),
        "to_account": _CALLED_TO_ACCOUNT.search(text),
        "well_done": _WELL_DONE.search(text),
    }
    return {name: float(bool(match)) for name, match in found.items()}
