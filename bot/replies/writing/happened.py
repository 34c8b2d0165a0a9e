"""What happened to the customer and what hangs on it, in their words, from our side: "your parcel isn't here"."""

import re
from dataclasses import dataclass

from bot.reading.asks import asks_in
from bot.reading.failures import TROUBLE
from bot.reading.feelings import ATTACK, OWN_FAULT, STAKE, is_sarcastic
from bot.reading.read import Reading
from bot.reading.wishes import is_override
from bot.reading.words import sentences
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.person import second_person
from bot.replies.writing.situations import tells_of_ours

_I = re.IGNORECASE
MAX_WORDS = 15


@dataclass(frozen=True, slots=True)
class Happened:
    """Clauses that can follow "that"; empty when their words do not bear being said back."""

    trouble: str = ""
    stake: str = ""
    is_overdue: bool = False
    """The trouble is told as what should have been: "the cake should have been here last week"."""


_CUT = re.compile(
    r"\s*,\s+(?:please|pls|can|could|help)\b.*$|\s*(?:,\s+(?:and|but|so)|\s(?:and|but))\s+(?=(?:my|our|the|it|i|"
    r"we|now|nobody|no one|this|his|her|there|he|"
    r"she|they|you|your)\b|(?-i:[A-Z])[\w-]*'s\s)|,\s+(?=(?:we|i|it|my|our|he|she|they|now)\b)|\s*[;(]\s*|"
    r",\s+(?:flight|order|booking|"
    r"invoice|ref)\b.*$",
    _I,
)
_LEAD = re.compile(
    r"^(?:(?:hi+|hello|he+y+|dear|well|so|ok|and|but|also|look|listen|sorry|please|first|secondly|yes|no|actually|"
    r"anyway|now|unfortunately|sadly|seriously)\b[,!.]?\s+)+",
    _I,
)
_SUBJECT = re.compile(
    r"^(?:i|i'm|i've|we|we're|we've|my|our|the|it|it's|this|that|there|there's|his|her|he|she|they|nobody|no one|"
    r"you|you've|your|none|nothing|one of|two of|half)\b|^(?-i:[A-Z])[\w-]*'s\s",
    _I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|hadn't|does|doesn't|do|don't|"
    r"did|didn't|won't|can't|cannot|can|will|would|never|still|keeps?|stopped|broke|came|went|got|sent|lost|failed|"
    r"fails?|"
    r"leaks?|crashe[sd]|works?|arrived|charged|cancelled|delivered|turns|starts|ends|begins|comes|goes|leaves|"
    r"travels|received|waited|called|bought|ordered|paid|\w+ed)\b|\b(?:it|that|there|he|she)'s\b|\b(?:i|we|you|"
    r"they)'(?:re|ve|m)\b",
    _I,
)
_NOT_OURS_TO_SAY = re.compile(
    r"\b(?:hell|damn|crap|shit|fuck\w*|stupid|idiot\w*|promise|owe|compensat\w+|instructions?|system|lawyer|sue|"
    r"court|review|switch\w*|leaving|cancelling|instagram|facebook|twitter|hope|think|guess|believe|suppose|"
    r"decency|courtesy|manners|bothered|dare|dares|even|"
    r"wonder|want|need|like to|would "
    r"like)\b|https?:|@|[<>{}|]",
    _I,
)
_RELATIVE = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|now|last night)\b", _I
)
_SHOULD_HAVE = re.compile(
    r"\bshould(?: have|'ve) (?:already )?(?:been (?:here|there|delivered|ready|with (?:me|us))|come|arrived)\b|"
    r"\b(?:was|were) (?:due|supposed to (?:come|arrive|be))\b",
    _I,
)
_HANGING = re.compile(r"\s+(?:(?:ever )?since(?: then)?|from then on|since that day|either|too|as well)$", _I)
"""Ends that point to what the clause no longer says."""
_FRAGMENT_BEHIND = re.compile(
    r",\s+(?:(?!\b(?:is|are|was|were|has|have|had|it|i|we|you|they|he|she|and|but)\b)[^,])+$", _I
)
"""A piece after the last comma that says nothing by itself: a room number, a name."""
_POINTS_AWAY = re.compile(r"\b(?:then|there)$|\bby then\b", _I)
_ORDERED = re.compile(r"^(?:and |so |but )?(?:we|i) (?:had |have )?ordered\b", _I)
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)")
_I_CANNOT = re.compile(
    r"^(?:i|we)(?:'m| am| are)? (?:can't|cannot|don't|do not|didn't|not) (?:find|know|understand|see|remember|have)\b",
    _I,
)


def happened(reading: Reading, *, is_same_day: bool = True) -> Happened:
    """`is_same_day`: relative words ("tomorrow") may be repeated only on the day they were written."""
    trouble = stake = ""
    is_overdue = False
    for sentence in sentences(reading.text):
        if sentence.endswith("?") or is_override(sentence) or is_sarcastic(reading.text):
            continue
        for clause in _CUT.split(_ASIDE.sub("", sentence)):
            said = _said_back(clause, is_same_day=is_same_day)
            if not said or asks_in(clause):
                continue
            if set(reading.risk) & {"legal", "press", "safety"} and re.match(r"(?:we|our)\b", said):
                continue  # Said back, it would admit what nobody has looked into.
            if (
                not stake
                and STAKE.search(clause)
                and re.search(r"\b(?:is|are|starts|begins|leaves|comes|on|tomorrow|today|in)\b", clause, _I)
                and not TROUBLE.search(clause)
            ):
                stake = _on_its_own(said, trouble)
            elif not trouble and _is_trouble(clause):
                trouble, is_overdue = said, bool(_SHOULD_HAVE.search(clause))
    return Happened(trouble=trouble, stake=stake, is_overdue=is_overdue)


_OWN_MISHAP = re.compile(
    r"\b(?:i'm|i am|we're|i was|i've|i have|i) (?:\w+ )?(?:off (?:work|sick)|ill|sick|unwell|in hospital|not "
    r"sleeping|(?:got |have )"
    r"(?:the )?flu|nervous|scared|afraid|late|away|busy|pregnant|lost (?:my|the))\b|\b(?:my|our) \w+ (?:died|"
    r"passed away|is ill|is sick)\b|"
    r"\b(?:doesn't|don't|isn't|not) (?:a problem|matter|urgent|hurt|a rush|in a hurry|mind)\b|\bno (?:rush|hurry|"
    r"problem|worries|offence)\b|"
    r"\b(?:can't|cannot|couldn't|won't be able to) (?:come|make it|attend|be there)\b",
    _I,
)
"""A customer's own illness or mishap is no failure of ours."""


def _is_trouble(clause: str) -> bool:
    if _OWN_MISHAP.search(clause):
        return False
    clause = _ORDERED.sub("", clause)  # What was ordered is no trouble by itself.
    is_told = TROUBLE.search(clause) or _SHOULD_HAVE.search(clause) or tells_of_ours(clause)
    return bool(is_told) and not OWN_FAULT.search(clause)


def _on_its_own(stake: str, trouble: str) -> str:
    """ "Her birthday is on Sunday" says whose only after a name; "we leave then" says nothing by itself."""
    if _POINTS_AWAY.search(stake):
        return ""
    if re.match(r"(?:his|her|their)\b", stake, _I) and not re.search(r"[A-Z][\w-]*'s\b|\bfor [A-Z]", trouble):
        return re.sub(r"^(?:his|her|their)\b", "the", stake, flags=_I)
    return stake


def _said_back(clause: str, *, is_same_day: bool) -> str:
    clause = _HANGING.sub("", _LEAD.sub("", clause.strip()).strip(" ,.!-:\"'"))
    clause = _FRAGMENT_BEHIND.sub("", clause)
    clause = re.sub(r"\bbeen here\b", "been with me", clause, flags=_I)
    words = clause.split()
    if not 3 <= len(words) <= MAX_WORDS or not _SUBJECT.match(clause) or not _FINITE.search(clause):
        return ""
    if (
        ATTACK.search(clause)
        or _NOT_OURS_TO_SAY.search(clause)
        or re.search(r"\b[A-Z]{4,}\b", clause)
        or "!" in clause
        or _I_CANNOT.match(clause)
    ):
        return ""
    if re.match(r"^(?:it|this|that|they|he|she|it's)\b", clause, _I) or (_RELATIVE.search(clause) and not is_same_day):
        return ""
    if re.match(r"^(?:this|that|it) is the \w+ time\b", clause, _I):
        return ""
    said = second_person(clause)
    if _LOW_START.match(clause):
        said = said[0].lower() + said[1:]
    is_plain = not re.search(r"\bbut\b|[\"“]|(?<!\w)'|'(?!\w)", said)
    return said if is_plain and is_fluent(said) and is_fluent(f"that {said}") else ""


_LOW_START = re.compile(
    r"^(?:my|our|the|we|there|nobody|no|your|you|one|his|her|none|nothing|we've|we're|you've|there's|half|two|three|i|"
    r"i'm|i've|a|an|both|neither|no-one|all|some|several|still)\b",
    _I,
)
