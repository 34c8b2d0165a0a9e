"""Reads what the words around a clause say of it: told by others, hedged, denied, under an "if", a habit, an order."""

import re
from collections.abc import Iterator

from bot.calendar.dates import DuePhrase
from bot.promises.notice_grammar import WILL_FORMS, Opening
from bot.promises.notice_when import Clause
from bot.promises.notice_words import CARRIER, HABIT, HEDGE, NOT_A_DEED, NOT_OWED, STAFF, THIRD_PARTY, TO_CUSTOMER

# A bound that no honest message meets; it keeps the time for a hostile one short.
LOOK_BACK = 400
# How far back a carrier or bank is still what "they" means.
NEARBY = 120
_LAST_BREAK = re.compile(r".*(?:[,;:—–(\x00]|\b(?:but|and|so|or|though)\b)", re.IGNORECASE | re.DOTALL)
_REPORTED = re.compile(
    r"\b(?:said|says|say|saying|told|tells|wrote|writes|thinks?|thought|claims?|claimed|reads?|mentioned|asked|"
    r"believes?|heard(?! from| back)|wish|assum\w+|supposed|promised|expected|worried|imagine|suggest\w*|wonder\w*|"
    r"pretend|quoted|policy|rule)\b(?:\s+(?!i\b)[\w']+){0,3}\s*\Z",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:i|we) (?:think|believe|say|assume|expect)\b[^,;]*\Z|\bto say\b[^,;]*\Z", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|don't|do not|doesn't|didn't|not|doubt|no idea|no guarantee|unsure|isn't|"
    r"aren't|wouldn't|never|nobody)\b[^,;]*\Z",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"\b(?:when|what|how|where|whether|if|(?<!that's )(?<!that is )(?<!which is )(?<!this is )why|which|who|how "
    r"(?:long|soon|much)|what time|the (?:day|time|date)|did|do)\s*\Z",
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
    r"mind|if (?:i|we) hear (?:sooner|earlier)|if there's no|unless (?:i|we) hear otherwise|if (?:our\b|(?:i|we) "
    r"(?:can't|cannot|don't|do not|haven't|fail|miss|aren't)\b(?! (?:reach|find|contact|hear|get "
    r"(?:hold|an answer)|receive)))|unless (?!you\b|your\b|(?:i|we) (?:hear|get|receive))",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:even|sorry|apologies|see|check|checked|checking|know|sure|ask|asked|wonder\w*|confirm|find(?:ing)? out|"
    r"verify|into|up|about)\s+\Z",
    re.IGNORECASE,
)
_STARTS_AFRESH = re.compile(r"\b(?:but|anyway|either way)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"\A[\s\W]*(?:(?:ok(?:ay)?|just|simply|please|pls|kindly|so|then|sure|hi|hey|no worries|sorry|thanks)[\s,!]+)*"
    r"(?:can you |could you )?(?!give me|gimme|give us|bear with|hold on|hang|let me |let us )"
    r"(?:send|drop|dm|pm|share|give|tell|let|reply|email|call|message|provide|confirm|fill|click|try|follow|pop|"
    r"shoot|text|ping|do|check|leave(?! (?:it|this|that) (?:with|to) (?:me|us))|take|open|go|return|post|use|ask|"
    r"upload|attach|forward|sign|pick|choose|say|hit|press|have|submit|make|order|answer|write|bring|pay|ring)\b"
    r"|\A[\s\W]*let (?:me|us) know\b",
    re.IGNORECASE,
)
_ORDER_JOINT = re.compile(r"(?:\band|\bthen|\bso|&)\s*\Z", re.IGNORECASE)
_TELL_US = re.compile(
    r"\b(?:send|drop|dm|pm|share|give|tell|provide|reply|confirm|let (?:me|us) know)\b[^,]*,\s*\Z", re.IGNORECASE
)
_HEARSAY = re.compile(
    rf"\b(?:as per|according to|per the|{THIRD_PARTY})\b|\b(?:says?|said|told|claims?|expects?|shows?)\b", re.IGNORECASE
)
_NO_HEARSAY = re.compile(r"\bunless\b[^,]*,\s*\Z|\bwhat(?:ever)? \w+ says?\b", re.IGNORECASE)
_GUESS = re.compile(r"\b(?:i guess|i hope|i reckon|fingers crossed|all being well|if all goes well)\b", re.IGNORECASE)
_HEDGED = re.compile(HEDGE, re.IGNORECASE)
_REGULAR = re.compile(
    rf"\b(?:{HABIT}|every|each|as a rule|on (?:week|mon|tues|wednes|thurs|fri|satur|sun)days)\b", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?:call|ring|phon|writ|email|messag|text|ask|check)ing (?:\w+ )?(?:about|regarding|because|since)\b",
    re.IGNORECASE,
)
_NO_DEED = re.compile(NOT_A_DEED, re.IGNORECASE)
_OTHERS = re.compile(rf"\b{THIRD_PARTY}\b", re.IGNORECASE)
_CARRIERS = re.compile(rf"(?<!our )\b{CARRIER}\b", re.IGNORECASE)
_NEWS = re.compile(rf"(?:(?:your|the|a|an|this|that|all|our|my)\s)?(?:[\w-]+\s){{0,2}}?{NOT_OWED}\Z", re.IGNORECASE)
_TO_CUSTOMER = re.compile(TO_CUSTOMER, re.IGNORECASE)
_SAYING = re.compile(
    r"(?:say|said|tell|told|think|claim|expect|show|look|seem|read|mean|need|want|hope|know)s?\b", re.IGNORECASE
)
_PLEASE = re.compile(r"\b(?:please|kindly|pls)\b", re.IGNORECASE)
_SO_THAT = re.compile(r"\bso(?: that)?\s*\Z", re.IGNORECASE)
_LASTS = re.compile(r".*\b(?:for|until|till|til)\b", re.IGNORECASE | re.DOTALL)
_OURS = re.compile(
    rf"\b(?:our|my|{STAFF})\b|\bi(?:'ve|'m| have| am)?\s+(?:just\s+)?(?:asked|asking|passed|passing|handed|handing|"
    r"briefed|assigned|assigning|spoken (?:to|with)|got|had a word with|looped in|given)\b|\bwho (?:heads|runs|leads|"
    r"manages|looks after|handles|owns)\b|\b(?:is|'s) on (?:it|the case|your case)\b|\bis with (?:mr|mrs|ms|miss|dr)\b",
    re.IGNORECASE,
)
# "Answer by Friday and you keep the price".
_REWARD = re.compile(
    r"(?:answer|reply|order|book|pay|sign|send|return|call|ring|text|post|write|come|register|apply)\b[^.;]*?"
    r"\b(?:and|then|&)\s+(?:you|we|it|they)\b",
    re.IGNORECASE,
)
_BEFORES = (("embedded", _EMBEDDED), ("others before", _OTHERS), ("so that", _SO_THAT))
_ANY_FORM = frozenset(
    {"will", "refuse", "going", "being", "state", "present", "given", "arranged", "bare", "doing", "let", "note"}
)
_OF_DEEDS = (
    ("about", frozenset({"being"}), _ABOUT),
    ("saying", frozenset({"present"}), _SAYING),
    ("ordered by itself", frozenset({"note", "bare"}), _REWARD),
    ("no deed", _ANY_FORM, _NO_DEED),
    ("lasts", _ANY_FORM, _LASTS),
)
_COUNTED_LEADS = ("in", "within", "inside", "over", "after", "next")
_BARRING = frozenset({"if before", "embedded", "denied", "about", "saying", "ordered by itself"})
_ABSENT = frozenset({"they", "it", "the", "bare", "plural", "named", "none", "yours"})
_NEEDING_A_TIME = frozenset({"arranged", "state", "present", "note", "bare", "doing", "being"})


def around(opening: Opening, clause: Clause, subject: str, text_before: str) -> frozenset[str]:
    """The names of all that holds. `subject` is its kind, `text_before` the message up to the sentence."""
    return frozenset(_around(opening, clause, subject, text_before))


def _around(opening: Opening, clause: Clause, subject: str, text_before: str) -> Iterator[str]:
    sentence, offset = clause.sentence.text, clause.sentence.start
    before = sentence[max(0, clause.start - offset - LOOK_BACK) : clause.start - offset]
    deed = sentence[clause.deed - offset : clause.deed - offset + LOOK_BACK]
    segment = _LAST_BREAK.sub("", before)
    if before:
        yield from _before(before, segment)
    doer = sentence[clause.start - offset : clause.deed - offset]
    if _HEDGED.search(segment) or _HEDGED.match(deed) or _HEDGED.search(doer):
        yield "hedged"
    if _GUESS.search(deed.partition(".")[0]):
        yield "guessed"
    if _PLEASE.search(segment) or _PLEASE.search(deed):
        yield "please"
    if _REGULAR.search(sentence):
        yield "habit"
    if "?" in sentence:
        yield "asked"
    yield from (name for name, forms, pattern in _OF_DEEDS if opening.form in forms and pattern.match(deed))
    yield from _of_subject(opening, subject, before, deed, text_before)


def _before(before: str, segment: str) -> Iterator[str]:
    if hangs_on_if(before):
        yield "if before"
    if _MINE.search(segment):
        yield "thought by us"
    elif _REPORTED.search(segment):
        yield "reported"
    if _DENIED.search(segment):
        yield "denied"
    if _ORDER.match(before):
        yield "ordered"
        if _ORDER_JOINT.search(before) or _TELL_US.search(before):
            yield "ordered first"
    said = _NO_HEARSAY.sub("", before)
    if _HEARSAY.search(said[-60:]) and not _MINE.search(before):
        yield "hearsay"
    yield from (name for name, pattern in _BEFORES if pattern.search(said))


def _of_subject(opening: Opening, subject: str, before: str, deed: str, text_before: str) -> Iterator[str]:
    if opening.form in WILL_FORMS and _NEWS.match(" ".join(opening.subject)):
        yield "news"
    if subject not in ("it", "they", "person", "the", "yours", "bare"):
        return
    near = (text_before + before)[-NEARBY:]
    if _CARRIERS.search(near):
        yield f"carrier near {subject}"
    if subject in ("it", "they", "person"):
        if _OTHERS.search(near):
            yield f"others near {subject}"
        if _OURS.search((text_before + before)[-LOOK_BACK:]):
            yield f"ours near {subject}"
    if _TO_CUSTOMER.match(deed):
        yield "turns to customer"


def hangs_on_if(before: str) -> bool:
    """Whether an "if" rules what follows; "I asked if" only means whether, and "but" starts afresh."""
    since = _STARTS_AFRESH.split(before)[-1]
    return any(
        not _WHETHER.search(since[: found.start()]) and not _ON_US.match(since, found.start())
        for found in _IF.finditer(since)
    )


def is_barred(opening: Opening, subject: str, signs: frozenset[str]) -> bool:
    """What is certainly no promise of ours, however it reads else."""
    form = opening.form
    if subject in ("asking", "others") or signs & _BARRING:
        return True
    if "no deed" in signs and subject in ("i", "we", "none") and form in ("will", "going"):
        return True
    is_told = subject == "person" and "turns to customer" in signs
    if "reported" in signs and not is_told:
        return True
    if "hearsay" in signs and subject in _ABSENT:
        return True
    if "others near they" in signs:
        return True
    if "others before" in signs and (subject == "they" or (subject == "none" and form == "will")):
        return True
    return ("habit" in signs and form in _NEEDING_A_TIME) or ("please" in signs and form in ("note", "bare"))


def is_doubtful(clause: Clause, due: DuePhrase | None, signs: frozenset[str], *, refuses: bool) -> bool:
    """What may be meant, but hangs on the customer or on luck. "Fill it in and I'll ring you at 6" is owed at 6."""
    if signs & {"hedged", "guessed"}:
        return True
    at_an_hour = due is not None and due.precision == "minute" and not due.lead.startswith(_COUNTED_LEADS)
    if "ordered first" in signs and not at_an_hour:
        return True
    return not refuses and clause.hold in ("if", "customer")
