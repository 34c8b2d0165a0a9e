"""Does a later message look like what was promised? Pure, and careful: it only decides whether a person is asked."""

import re
from collections.abc import Sequence

LONG_ENOUGH = 6
"""Words that a message needs before it can be the answer that somebody promised to give."""
_DONE = re.compile(
    r"\b(?:(?:i|we)(?:'ve|’ve| have)(?: (?:now|just|also|already))* \w+(?:ed|en|t|d|k|g|n)\b|"
    r"(?:i|we) (?:just |now |also )?(?:\w+ed|sent|wrote|got|found|paid|told|spoke|made|put|took|gave|brought|booked)\b|"
    r"(?:has|have) (?:now |just |already )*been \w+|(?:is|are|was|were) (?:now |just |already )*"
    r"(?:\w+ed|done|sent|paid|ready|on (?:its|their|the) way|attached|there)\b|"
    r"here(?:'s|’s| is| are| it is| they are| you (?:go|are))|attached|enclosed|as promised|see below|"
    r"(?:it|that)(?:'s|’s| is) (?:done|sorted|sent|ready|on its way)|good news)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not yet|haven['’]?t|hasn['’]?t|have not|has not|still (?:waiting|working|looking|checking|on it|no)|"
    r"(?:is|are|was|were|did|could|can|will|would)(?:n['’]?t| not)\b|can['’]?t|cannot|won['’]?t|unable|delayed|"
    r"takes? longer|need(?:s)? more time|as soon as|once (?:i|we|it|they)|when (?:i|we)(?:'ve| have))",
    re.IGNORECASE,
)
_AS_PROMISED = re.compile(r"\bas (?:promised|i promised|agreed)\b", re.IGNORECASE)
_TO_ANSWER = re.compile(
    r"\b(?:get back to|write (?:to )?you|come back to|let you know|update you|keep you (?:posted|updated)|"
    r"tell you|find out|check|look into|reply|answer|message you|email you|e-mail you)\b",
    re.IGNORECASE,
)
_IRREGULAR = {
    **{"sent": "send", "wrote": "write", "written": "write", "got": "get", "found": "find", "paid": "pay"},
    **{"told": "tell", "spoke": "speak", "spoken": "speak", "made": "make", "took": "take", "taken": "take"},
    **{"gave": "give", "given": "give", "brought": "bring", "rang": "ring", "rung": "ring", "chosen": "choose"},
}
_EMPTY = frozenset(
    "a able about again all also an and any are as ask at back be been before but by can come day done end first "
    "for from get give go going have here him hour how into its just know last let look make may more morning much "
    "need next noon now off one our out over own please put see shall she should some soon still take than thank "
    "thanks that the their them then there they thing this time today tomorrow tonight until want was way week well "
    "what when where which who will with within work would write you your i'll we'll i've we've it's monday tuesday "
    "wednesday thursday friday saturday sunday latest evening afternoon minutes hours days".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d{3,}")


def looks_delivered(promised: str, said: str, *, also_promised: Sequence[str] = ()) -> bool:
    """True when `said` sounds as if what was `promised` is done. `also_promised` are the clauses of `said` that
    promise something themselves, which is the opposite of delivering."""
    for clause in also_promised:
        said = said.replace(clause, " ")
    told = " ".join(one for one in _sentences(said) if not _NOT_YET.search(one))
    if not told.strip():
        return False
    if _AS_PROMISED.search(told):
        return True
    if not _DONE.search(told):
        return False
    if _stems(promised) & _stems(told):
        return True
    return bool(_TO_ANSWER.search(promised)) and len(told.split()) >= LONG_ENOUGH and "?" not in told


def _sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?])\s+|\n+", text) if one.strip()]


def _stems(text: str) -> set[str]:
    """What the words are about, in a form that "send", "sent" and "sending" share."""
    words = (word.casefold().replace("’", "'") for word in _WORD.findall(text))
    return {_stem(_IRREGULAR.get(word, word)) for word in words if word not in _EMPTY and len(word) > 2}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
