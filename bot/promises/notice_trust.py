"""Finds where promises begin in a sentence, and how far the words around each one let it be trusted."""

import re
from collections.abc import Iterator

from bot.promises.notice_grammar import WILL, Head
from bot.promises.notice_kinds import DATED_KINDS, SAYING_OF_OTHERS
from bot.promises.notice_search import LET_ME, candidates
from bot.promises.notice_words import (
    CARRIER,
    DONE_DEED,
    HABIT,
    HEDGE,
    MADE_DEED,
    NOT_A_DEED,
    NOT_OWED,
    STAFF,
    THIRD_PARTY,
    TO_CUSTOMER,
)

# A bound that no honest message meets; it keeps the time for a hostile one short.
LOOK_BACK = 600
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
    r"\b(?:when|what|how|where|whether|if|(?<!that's )(?<!that is )(?<!which is )(?<!this is )why|which|who|how "
    r"(?:long|soon|much)|what time|the (?:day|time|date)|did|"
    r"do)\s*\Z",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|unless|in case|provided|assuming|supposing|as long as|whenever|(?:every|each|any) ?time|otherwise|or "
    r"else)\b"
    r"|(?:\A|[,;:]\s*|\band )\s*(?:should|had|were) (?:i|you|we|the|it|they|this|that|he|she|your|anything|there)\b",
    re.IGNORECASE,
)
# What hangs on us or a third party, and not on the customer, is still owed.
_ON_US = re.compile(
    r"in case|if (?:that|this|it)(?:'s| is)? (?:all |quite )?(?:ok|okay|alright|right|fine|good)\b|if you don't "
    r"mind|if (?:i|we) hear "
    r"(?:sooner|earlier)|if there's no|unless (?:i|we) hear otherwise|if (?:our\b|(?:i|we) (?:can't|cannot|"
    r"don't|do not|haven't|fail|miss|aren't)\b(?! (?:reach|find|contact|hear|get "
    r"(?:hold|an answer)|receive)))|unless (?!you\b|your\b|(?:i|we) (?:hear|get|receive))",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:even|sorry|apologies|see|check|checked|checking|know|sure|ask|asked|wonder\w*|confirm|"
    r"find(?:ing)? out|verify|into|up|about)\s+\Z",
    re.IGNORECASE,
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
_HEARSAY = re.compile(
    rf"\b(?:as per|according to|per the|{THIRD_PARTY})\b|\b(?:says?|said|told|claims?|expects?|shows?)\b", re.IGNORECASE
)
# After "and" these go on with the promise before them: "I'll ask the chef and text you by 6".
_JOINABLE = frozenset({"fragment", "fragment deed", "fragment now", "back", "headline", "note"})
_AND = re.compile(r"(?:\band|&|\bthen)\s*\Z", re.IGNORECASE)
_SO_THAT = re.compile(r"\bso(?: that)?\s*\Z", re.IGNORECASE)
_ABLE = re.compile(r"be able to\b", re.IGNORECASE)
_GUESS = re.compile(r"\b(?:i guess|i hope|i reckon|fingers crossed|all being well|if all goes well)\b", re.IGNORECASE)
_HEDGED = re.compile(HEDGE, re.IGNORECASE)
_REGULAR = re.compile(
    r"\b(?:every|each|usually|normally|typically|always|on (?:week|mon|tues|wednes|thurs|fri|satur|sun)days)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:call|ring|phon|writ|email|messag|text|ask|check)ing (?:\w+ )?(?:about|regarding|because|since)\b",
    re.IGNORECASE,
)
_BAD_DEED = re.compile(NOT_A_DEED, re.IGNORECASE)
_HABIT = re.compile(HABIT, re.IGNORECASE)
_OTHERS = re.compile(rf"\b{THIRD_PARTY}\b", re.IGNORECASE)
_CARRIERS = re.compile(rf"(?<!our )\b{CARRIER}\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    rf"(?:(?:your|the|a|an|this|that|all|our|my)\s)?(?:[\w-]+\s){{0,2}}?{NOT_OWED}\Z", re.IGNORECASE
)
_SAVE_IF = re.compile(r"\bunless\b[^,]*,\s*\Z", re.IGNORECASE)
_TO_CUSTOMER = re.compile(TO_CUSTOMER, re.IGNORECASE)
_MACHINE = re.compile(
    r"\b(?:system|machine|pop-?up|website|site|app|form|page|screen|robot|tool|portal)\b", re.IGNORECASE
)
_THEY = re.compile(r"they\b", re.IGNORECASE)
_SETTLED = re.compile(rf"be\s+(?:\w+ly )?{DONE_DEED}\b|be {MADE_DEED}\b", re.IGNORECASE)
_OURS = re.compile(
    rf"\b(?:our|my|{STAFF})\b|\bi(?:'ve|'m| have| am)?\s+(?:just\s+)?(?:asked|asking|passed|passing|handed|handing|"
    rf"briefed|assigned|"
    r"assigning|spoken (?:to|with)|got|had a word with|looped in)\b|\bwho (?:heads|runs|leads|manages|looks after|"
    r"handles|owns)\b|\b(?:is|'s) on (?:it|the case|your case)\b|\bis with (?:mr|mrs|ms|miss|dr)\b",
    re.IGNORECASE,
)


def heads_of(sentence: str, text_before: str, *, is_timed: bool = True) -> Iterator[tuple[Head, bool]]:
    """The heads of a sentence in order, with whether each may promise at all; a barred one still ends the clause before
    it. `text_before` is the message up to the sentence, which tells who "they" are; `is_timed` is False when the
    sentence surely names no time, which spares the search for promises that need one."""
    taken, promised, barred_at = 0, False, -1
    text_before = text_before[-LOOK_BACK:]
    for head in sorted(
        candidates(sentence, is_timed=is_timed), key=lambda each: (each.start, -each.deed, each.need != "nothing")
    ):
        if promised and head.kind in _JOINABLE and _AND.search(sentence[max(0, head.start - 8) : head.start]):
            continue
        if head.start >= taken or head.start == barred_at:
            taken = max(taken, head.deed + 1)
            judged = _judged(head, sentence, text_before)
            promised = promised or judged is not None
            barred_at = -1 if judged else head.start
            if judged or head.kind not in DATED_KINDS:
                yield judged or head, judged is not None


def _judged(head: Head, sentence: str, text_before: str) -> Head | None:
    """The head with the strength that its surroundings leave it; None when it is no promise."""
    before, deed = sentence[max(0, head.start - LOOK_BACK) : head.start], sentence[head.deed : head.deed + LOOK_BACK]
    segment = _LAST_BREAK.sub("", before)
    if _is_barred(head, before, segment, deed) or not _is_ours(head, sentence, text_before):
        return None
    if _GUESS.search(deed.partition(".")[0]):
        return Head(head.kind, head.start, head.deed, "doubtful", head.need)
    if _HEDGED.search(segment) or _HEDGED.match(deed) or _HEDGED.search(sentence[head.start : head.deed]):
        return Head(head.kind, head.start, head.deed, "doubtful", head.need)
    if _MINE.search(segment) or _ABLE.match(deed):
        return Head(head.kind, head.start, head.deed, "likely", head.need)
    return head


def _is_barred(head: Head, before: str, segment: str, deed: str) -> bool:
    if head.kind in ("speaker", "our people", "they", "fragment", "named colleague") and _BAD_DEED.match(deed):
        return True
    if head.kind == "let me" and head.need == "nothing":
        return not LET_ME.search(before)
    if head.kind == "you are spared" and _SO_THAT.search(before):
        return True
    if head.kind == "speaker now" and _ABOUT.match(deed):
        return True
    if head.kind in DATED_KINDS and _REGULAR.search(deed):
        return True
    if _HABIT.match(deed) or _EMBEDDED.search(before) or hangs_on_if(before):
        return True
    if _DENIED.search(segment) or (head.kind != "refrain" and deed.startswith("not ")):
        return True
    return bool(_REPORTED.search(segment)) and not _MINE.search(segment)


def _is_news(subject: str, deed: str) -> bool:
    """Whether the thing is not owed to this customer: the film is out on Friday; "your trial will be extended" is."""
    thing = re.split(WILL, subject, maxsplit=1, flags=re.IGNORECASE)[0].strip()
    if not _OF_OTHERS.match(thing):
        return False
    return not (thing.lower().startswith("your ") and _SETTLED.match(deed))


def hangs_on_if(before: str) -> bool:
    """Whether an "if" rules what follows; "I asked if" only means whether, and "but" starts afresh."""
    since = re.split(r"\b(?:but|anyway|either way)\b", before, flags=re.IGNORECASE)[-1]
    return any(
        not _WHETHER.search(since[: found.start()]) and not _ON_US.match(since, found.start())
        for found in _IF.finditer(since)
    )


def is_ordered(sentence: str, head: Head) -> bool:
    """Whether the customer is asked to do something first: "send us X and we'll look"."""
    before = sentence[: head.start]
    return (
        bool(_ORDER.match(before))
        and not LET_ME.match(before.lstrip())
        and bool(_ORDER_JOINT.search(before) or _TELL_US.search(before))
    )


def _is_ours(head: Head, sentence: str, text_before: str) -> bool:
    """Whether the doer is on our side, not a carrier, a bank or the customer's landlord."""
    if head.kind not in SAYING_OF_OTHERS:
        return True
    subject = sentence[head.start : head.deed]
    before = sentence[max(0, head.start - LOOK_BACK) : head.start]
    if head.kind in ("our people", "our people now", "staff present", "staff coming", "named colleague"):
        is_third = bool(_OTHERS.search(subject)) and not re.match(r"our\b", subject, re.IGNORECASE)
        return not is_third and not _HEARSAY.search(before[-40:])
    if head.kind == "turns to you" and _MACHINE.search(subject):
        return False
    if head.kind == "they":
        near = (text_before + before)[-NEARBY:]
        is_known = _OURS.search(text_before + before) or _TO_CUSTOMER.match(sentence, head.deed)
        return bool(is_known) and not (_HEARSAY.search(before) or _OTHERS.search(near))
    if head.kind == "fragment":
        return not _OTHERS.search(before)
    near = _SAVE_IF.sub("", (text_before + before)[-NEARBY:])
    others = _OTHERS if _THEY.match(subject) else _CARRIERS
    if _is_news(subject, sentence[head.deed :]) or others.search(near):
        return False
    return (
        not _HEARSAY.search(_SAVE_IF.sub("", before))
        and not _OTHERS.search(subject)
        and not re.search(r"\b(?:as per|according to|per the) ", sentence, re.IGNORECASE)
    )
