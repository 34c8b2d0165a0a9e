"""What is wanted where a door stayed shut: not found, the wrong one sent, no answer by a day, something lost."""

import re

from bot.reading.went_wrong import LOCKED_OUT, LOST

_I = re.IGNORECASE
_NOT_FOUND = re.compile(
    r"\b(?:(?:has|have|had|there's|there is|with) no (?:record|trace|sign) of|(?:can't|cannot|couldn't|could not) "
    r"find) "
    r"(?P<thing>(?:my|our) [\w'-]+(?: [\w'-]+)?)",
    _I,
)
_INSTEAD = re.compile(
    r"\b(?:ordered|asked for|wanted|chose|booked|paid for) (?:an? |the )?(?P<right>[\w' -]{2,30}?),? (?:and|but) "
    r"(?:i |we |you )?"
    r"(?:got|received|was sent|were sent|sent|was given|were given|have got)\b",
    _I,
)
_HEAR_BY = re.compile(
    r"\b(?:unless|if) (?:i|we) (?:don't |do not )?hear (?:back |from you |anything )*(?:by|before|until) "
    r"(?P<when>(?:the )?\w+)",
    _I,
)


def denied(sentence: str) -> str:
    """Shut out, not found, the wrong one, no answer by a day, something lost."""
    if locked := LOCKED_OUT.search(sentence):
        return f"help me {locked['what']}"
    if unfound := _NOT_FOUND.search(sentence):
        return f"find {unfound['thing']}"
    if wrongly := _INSTEAD.search(sentence):
        return f"send the {wrongly['right']} that was ordered"
    if heard := _HEAR_BY.search(sentence):
        return f"answer me by {heard['when']}"
    lost = LOST.search(sentence)
    return f"restore {lost['all'] or lost['all2']}" if lost else ""
