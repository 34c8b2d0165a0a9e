"""Finds where promises begin in a sentence, and how far the words around each one let it be trusted."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.promises.notice_heads import BITS, HEADS, Head
from bot.promises.notice_words import (
    HABIT,
    HEDGE,
    NOT_A_DEED,
    STAFF,
    THIRD_PARTY,
)

# Bounds that no honest message meets; they keep the time for a hostile one short.
LOOK_BACK = 600
MOST_HEADS = 40
# How far back a carrier or bank is still what "they" means.
NEARBY = 120
_LAST_BREAK = re.compile(r".*(?:[,;:—–(\x00]|\b(?:but|and|so|or|though)\b)", re.IGNORECASE | re.DOTALL)
_REPORTED = re.compile(
    r"\b(?:said|says|say|saying|told|tells|wrote|writes|thinks?|thought|claims?|claimed|reads?|mentioned|asked|"
    r"believes?|"
    r"heard(?! from| back)|wish|assum\w+|supposed|promised|expected|worried|imagine|suggest\w*|wonder\w*|pretend|"
    r"quoted|policy|rule)\b"
    r"(?:\s+(?!i\b)[\w']+){0,3}\s*\Z",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:i|we) (?:think|believe|say|assume|expect)\b[^,;]*\Z|\bto say\b[^,;]*\Z", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|don't|do not|doesn't|didn't|not|doubt|no idea|no guarantee|unsure|isn't|"
    r"aren't|"
    r"wouldn't|never)\b[^,;]*\Z",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"\b(?:when|what|how|where|whether|if|why|which|who|how (?:long|soon|much)|what time|the (?:day|time|date)|did|"
    r"do)\s*\Z",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|unless|in case|provided|assuming|supposing|as long as|whenever|(?:every|each|any) ?time|otherwise|or "
    r"else)\b"
    r"|(?:\A|[,;:]\s*|\band )\s*(?:should|had|were) (?:i|you|we|the|it|they|this|that|he|she|your|anything|there)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:see|check|checked|checking|know|sure|ask|asked|wonder\w*|confirm|find out|verify)\s+\Z", re.IGNORECASE
)
_ORDER = re.compile(
    r"\A[\s\W]*(?:(?:ok(?:ay)?|just|simply|please|pls|kindly|so|then|sure|hi|hey|no worries|sorry|thanks)[\s,!]+)*"
    r"(?:can you |could you )?(?!give me|gimme|give us|bear with|hold on|hang)"
    r"(?:send|drop|dm|pm|share|give|tell|let|reply|email|call|message|provide|confirm|fill|click|try|follow|pop|"
    r"shoot|text|"
    r"ping|do|check|leave(?! (?:it|this|that) (?:with|to) (?:me|us))|take|open|go|return|post|use|ask|upload|attach|"
    r"forward|sign|pick|choose|say|hit|press|have|submit|make)\b",
    re.IGNORECASE,
)
_ORDER_JOINT = re.compile(r"(?:\band|\bthen|\bso|&)\s*\Z", re.IGNORECASE)
_TELL_US = re.compile(
    r"\b(?:send|drop|dm|pm|share|give|tell|provide|reply|confirm|let (?:me|us) know)\b[^,]*,\s*\Z", re.IGNORECASE
)
_LET_ME = re.compile(r"\b(?:let me|lemme|allow me to|let us)\b(?! know)", re.IGNORECASE)
_HEARSAY = re.compile(
    rf"\b(?:as per|according to|per the|{THIRD_PARTY})\b|\b(?:says?|said|told|claims?|expects?|shows?)\b", re.IGNORECASE
)
# After "and" these go on with the promise before them: "I'll ask the chef and text you by 6".
_JOINABLE = frozenset({"fragment", "fragment deed", "fragment now", "back"})
_AND = re.compile(r"(?:\band|&|\bthen)\s*\Z", re.IGNORECASE)
_ABLE = re.compile(r"be able to\b", re.IGNORECASE)
_HEDGED = re.compile(HEDGE, re.IGNORECASE)
_BAD_DEED = re.compile(NOT_A_DEED, re.IGNORECASE)
_HABIT = re.compile(HABIT, re.IGNORECASE)
_OTHERS = re.compile(rf"\b{THIRD_PARTY}\b", re.IGNORECASE)
_OURS = re.compile(
    rf"\b(?:our|my|{STAFF})\b|\bi(?:'ve|'m| have| am)?\s+(?:just\s+)?(?:asked|asking|passed|passing|handed|handing|"
    rf"briefed|assigned|"
    r"assigning|spoken (?:to|with)|got|had a word with|looped in)\b",
    re.IGNORECASE,
)
_SAYING_OF_OTHERS = frozenset(
    {"they", "thing", "you receive", "you expect", "named colleague", "our people", "fragment"}
)


def heads_of(sentence: str, text_before: str) -> Iterator[tuple[Head, bool]]:
    """The heads of a sentence in order, with whether each may promise at all; a barred one still ends the clause before
    it. `text_before` is the message up to the sentence, which tells who "they" are."""
    taken, promised = 0, False
    text_before = text_before[-LOOK_BACK:]
    for head in sorted(_candidates(sentence), key=lambda each: (each.start, -each.deed)):
        if promised and head.kind in _JOINABLE and _AND.search(sentence[max(0, head.start - 8) : head.start]):
            continue
        if head.start >= taken:
            taken = head.deed + 1
            judged = _judged(head, sentence, text_before)
            promised = promised or judged is not None
            yield judged or head, judged is not None


def _candidates(sentence: str) -> Iterator[Head]:
    asks_leave = bool(_LET_ME.search(sentence))
    lowered = sentence.lower()
    for kind, strength, need, pattern in HEADS:
        if (kind == "let me" and not asks_leave) or not any(bit in lowered for bit in BITS[kind]):
            continue
        for match in islice(pattern.finditer(sentence), MOST_HEADS):
            yield Head(kind, match.start(), match.start("deed"), strength, need)


def _judged(head: Head, sentence: str, text_before: str) -> Head | None:
    """The head with the strength that its surroundings leave it; None when it is no promise."""
    before, deed = sentence[max(0, head.start - LOOK_BACK) : head.start], sentence[head.deed : head.deed + LOOK_BACK]
    segment = _LAST_BREAK.sub("", before)
    if _is_barred(head, before, segment, deed) or not _is_ours(head, sentence, text_before):
        return None
    if _HEDGED.search(segment) or _HEDGED.match(deed) or _HEDGED.search(sentence[head.start : head.deed]):
        return Head(head.kind, head.start, head.deed, "doubtful", head.need)
    if _MINE.search(segment) or _ABLE.match(deed):
        return Head(head.kind, head.start, head.deed, "likely", head.need)
    return head


def _is_barred(head: Head, before: str, segment: str, deed: str) -> bool:
    if head.kind in ("speaker", "our people", "they", "fragment", "named colleague") and _BAD_DEED.match(deed):
        return True
    if head.kind == "let me":
        return not _LET_ME.search(before)
    if _HABIT.match(deed) or _EMBEDDED.search(before) or hangs_on_if(before):
        return True
    if _DENIED.search(segment) or (head.kind != "refrain" and deed.startswith("not ")):
        return True
    return bool(_REPORTED.search(segment)) and not _MINE.search(segment)


def hangs_on_if(before: str) -> bool:
    """Whether an "if" rules what follows; "I asked if" only means whether, and "but" starts afresh."""
    since = re.split(r"\b(?:but|anyway|either way)\b", before, flags=re.IGNORECASE)[-1]
    return any(not _WHETHER.search(since[: found.start()]) for found in _IF.finditer(since))


def is_ordered(sentence: str, head: Head) -> bool:
    """Whether the customer is asked to do something first: "send us X and we'll look"."""
    before = sentence[: head.start]
    return (
        bool(_ORDER.match(before))
        and not _LET_ME.match(before.lstrip())
        and bool(_ORDER_JOINT.search(before) or _TELL_US.search(before))
    )


def _is_ours(head: Head, sentence: str, text_before: str) -> bool:
    """Whether the doer is on our side, not a carrier, a bank or the customer's landlord."""
    if head.kind not in _SAYING_OF_OTHERS:
        return True
    subject = sentence[head.start : head.deed]
    before = sentence[max(0, head.start - LOOK_BACK) : head.start]
    if head.kind in ("our people", "named colleague"):
        is_third = bool(_OTHERS.search(subject)) and not re.match(r"our\b", subject, re.IGNORECASE)
        return not is_third and not _HEARSAY.search(before[-40:])
    if head.kind == "they":
        near = (text_before + before)[-NEARBY:]
        return bool(_OURS.search(text_before + before)) and not (_HEARSAY.search(before) or _OTHERS.search(near))
    if head.kind == "fragment":
        return not _OTHERS.search(before)
    return (
        not _HEARSAY.search(before)
        and not _OTHERS.search(subject)
        and not re.search(r"\b(?:as per|according to|per the) ", sentence, re.IGNORECASE)
    )
