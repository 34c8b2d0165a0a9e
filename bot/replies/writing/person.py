"""Turns a customer's words to our side of the counter: "you sent me my parcel" becomes "we sent you your parcel"."""

import re
from collections.abc import Sequence

from bot.reading.noun_phrases import Token, tokens_of

_SWAP = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves",
    "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "im": "you're", "ive": "you've",
    "we're": "you're", "we've": "you've", "we'd": "you'd", "we'll": "you'll",
    "your": "our", "ur": "our", "yours": "ours", "yourself": "ourselves", "yourselves": "ourselves",
    "you're": "we're", "you've": "we've", "you'll": "we'll", "you'd": "we'd",
}  # fmt: skip
_IS = {"am": "are", "was": "were", "wasn't": "weren't", "is": "are"}
_REFLEXIVE_AFTER = frozenset("for to of with by about like than from at on".split())
_SUBJECT_BEFORE = frozenset("after before until till since than as while once so unless if when because that where why "
                            "how what which who whether and but or".split())  # fmt: skip
_SAID = frozenset("think say know hope believe promise see understand mean suppose wish guess hear".split())
_OUR_NAMES = frozenset("guys people lot all folks both".split())


def second_person(words: str) -> str:
    """The customer's words as an agent would say them to this customer."""
    return swapped(words, tokens_of(words))


def swapped(text: str, tokens: Sequence[Token]) -> str:
    """The stretch of `text` that these tokens cover, from our side."""
    said: list[str] = []
    end = tokens[0].start if tokens else 0
    is_skipped = False
    for place, token in enumerate(tokens):
        if is_skipped:
            is_skipped, end = False, token.end
            continue
        said += [text[end : token.start], _said(tokens, place)]
        end = token.end
        after = tokens[place + 1].low if place + 1 < len(tokens) else ""
        is_skipped = token.low == "you" and after in _OUR_NAMES
    return "".join(said).strip()


def _said(tokens: Sequence[Token], place: int) -> str:
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.low in ("you", "u", "ye", "ya"):
        return "we" if _is_subject(tokens, place) else "us"
    if token.low == "myself" and before and before.low in _REFLEXIVE_AFTER:
        return "you"
    if token.low in _IS and _is_of_i(before, after):
        return _IS[token.low]
    return _SWAP.get(token.low, token.text)


def _is_of_i(before: Token | None, after: Token | None) -> bool:
    """The verb of "I": "I was" and "was I"."""
    return (before is not None and before.low == "i") or (after is not None and after.low == "i")


def _is_subject(tokens: Sequence[Token], place: int) -> bool:
    """Whether this "you" does something or has something done to it."""
    before = tokens[place - 1] if place else None
    rest = [token for token in tokens[place + 1 :] if token.kind != "R" and token.low not in _OUR_NAMES]
    follower = rest[0] if rest else None
    if before is not None and before.kind == "X" and before.low not in ("let's",):
        return True  # "Do you", "have you", "are you".
    if follower is None or follower.low.endswith("ing"):
        return False
    if before is not None and before.kind in "NP" and follower.kind in "NXV":
        return True  # "The boiler you maintain".
    if follower.kind not in "XV":
        return False
    if before is None or before.low in _SUBJECT_BEFORE or before.kind in "C.NPRDA":
        return True
    if before.kind == "V":
        return before.lemma in _SAID or follower.kind == "X"
    return (before.kind in "IO" and follower.kind == "X") or before.kind == "O"


_ELLIPSIS = re.compile(r"\s*(?:\.\.+|…)\s*")


def tidied(words: str) -> str:
    """Without dots that trail off and doubled spaces."""
    return re.sub(r"\s+", " ", _ELLIPSIS.sub(" ", words)).strip(" ,.;:-!?")
