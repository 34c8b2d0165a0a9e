"""Where a promising clause ends, what it waits for, and which of the dates around it is its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bot.calendar.dates import DuePhrase
from bot.promises.notice_asked_within import PREPARES
from bot.promises.notice_clauses import Sentence
from bot.promises.notice_grammar import Opening
from bot.promises.notice_words import AT_THE_CUSTOMER

Hold = Literal["", "waits", "customer", "if", "polite"]


@dataclass(frozen=True)
class Clause:
    """A promising stretch of the message; places count from the start of the message. `hold` says on whom it hangs."""

    head: Opening
    start: int
    deed: int
    end: int
    sentence: Sentence
    is_first: bool
    condition: str = ""
    hold: Hold = ""


_SUBORDINATE = re.compile(
    r",?\s+(?:because|since|so (?:that|you|your|we|i|nothing|no)|while|although|though|whereas|but|which(?! "
    r"ones?\b| of\b)|who|where|"
    r"that's|"
    r"as (?:it|he|she|they|you|we|i|there|your|the|soon|a (?:goodwill|gesture|one))|in order)\b|\s[-–—]+\s|:\s|\s\(",
    re.IGNORECASE,
)
_WAITING = re.compile(
    r",?\s*\b(?:once|when(?:ever)?|as soon as|the (?:moment|minute|second(?! one\b))|after|until|if|unless|in "
    r"case|provided|"
    r"assuming|"
    r"as long as|should)\s+(?:i|we|you|he|she|they|it|the|your|our|my|a|an|this|that|these|their|there|anything|"
    r"something|"
    r"everything|one|any|legal|all|[a-z]+ (?:is|are|has|have|was|gets?)|(?-i:[A-Z])\w+|\w+s)\b",
    re.IGNORECASE,
)
_WAITS_BEFORE = re.compile(
    r"(?:\A|[,;:.]\s*|\band )\s*(?P<words>(?:once|when|as soon as|the (?:moment|minute)|after|until)\s+(?!the "
    r"weekend|lunch|noon|\d)[^,;]{3,120}?)\s*,?\s*\Z",
    re.IGNORECASE,
)
_ON_THE_CUSTOMER = re.compile(
    r"\A,?\s*(?:once|when(?:ever)?|as soon as|the (?:moment|minute|second)|after|until)\s+(?:you\b(?!r)|you(?:'ve|"
    r"'re|'ll)\b|"
    r"(?:i|we)(?:'ve|\s+have)?\s+(?:receive|received|got|get|have|hear|heard|see)\b.*\b(?:from you|you|your)\b|"
    r"your (?:payment|reply|answer|documents?|form|details|return|confirmation|signature|approval)\b)",
    re.IGNORECASE,
)
_IF = re.compile(r"\A,?\s*(?:if|unless|in case|provided|assuming|as long as|should)\b", re.IGNORECASE)
# "I'll keep it open until you're happy" is owed from now on.
_UNLESS_OTHERS = re.compile(r"\W*unless (?!you)", re.IGNORECASE)
_LAST_THING = re.compile(r"\W*if it(?:'s| is) the last thing", re.IGNORECASE)
_LASTS_UNTIL = re.compile(r"\W*(?:until|till)\b", re.IGNORECASE)
_POLITE_IF = re.compile(
    r"\A,?\s*if (?:that|this|it|you)(?:'s| is| are|'re)?\s.*(?:right|ok|okay|fine|alright|good|works?|suits?|"
    r"convenient|mind|like|happy|needed)\b",
    re.IGNORECASE,
)
_CHECKING = re.compile(r"\b(?:see|check|ask|find out|confirm|verify|know|test|sure|look)\s*\Z", re.IGNORECASE)
_IN_CASE = re.compile(r",?\s*if (?:any|some|there|things|it changes|that changes|you)", re.IGNORECASE)
_AND_VERB = re.compile(
    r"\s*,?\s*(?:\band\b|&|\bthen\b)\s+(?:(?:then|also|will|i|again)\s+)*(?!the\b|a\b|an\b|you|your|our|my|it\b|"
    r"that|this|wh(?:at|en|ether|ich|y)\b|how\b|then\b|by\b|on\b|at\b|in\b|next|tomorrow|is\b|are\b)"
    r"(?P<verb>(?-i:[a-z]+))\s",
    re.IGNORECASE,
)
# "by tonight and a corrected statement on Monday": a second thing with a date of its own.
_AND_THING = re.compile(
    r"\s*,?\s*(?:\band\b|&|\bplus\b)\s+(?P<verb>(?:(?:an?|another)\s+(?:[\w'-]+\s+){1,6}?|(?:the|your|our)\s+"
    rf"(?:[\w'-]+\s+){{1,4}}?{AT_THE_CUSTOMER}\s+(?:[\w'-]+\s+)?)(?:by\s+|on\s+)?\Z)",
    re.IGNORECASE,
)
_BEFORE_HEAD = re.compile(r"[\s,:–—-]*(?:(?:and|so|then|latest)[\s,]+)*\Z", re.IGNORECASE)
_PAST_DEED = re.compile(
    r"\b(?:you|we|i|she|he|they|was|were|that|who)\s+(?:\w+ed|sent|told|said|bought|paid|got|made|wrote|asked for|"
    r"spoke|came|were|was)\b[^,]*\Z",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:(?<!course )of|dated|since|your|last|the|from your|every|each)\s+\Z", re.IGNORECASE)
_SETTLES = re.compile(
    r"(?:honou?r|waive|refund|credit|cancel|reverse|extend|remove|reimburse|match|compensate)\b", re.I
)
# "I'll move you to the 9:30 slot on Friday": the time of the appointment, and not of the deed.
_APPOINTS = re.compile(
    r"(?:re)?book|mov(?:e|ing)|switch|shift|chang(?:e|ing)|swap|put|push|reserv|reschedul|transfer", re.I
)
_SLOT = re.compile(
    r"\b(?:slot|appointment|class|session|lesson|table|seat|viewing|showing|tour|flight|train|ferry|bus|coach|crossing|one|place|"
    r"room)s?\s*(?:(?:on|"
    r"for|at|to)\s*)?\Z",
    re.IGNORECASE,
)
_NEAR_DAY = re.compile(r"(?:later )?(?:today|tonight|tomorrow|tmrw|this \w+)\b", re.IGNORECASE)
_SLOT_AFTER = re.compile(
    r"\s+(?:slot|appointment|class|session|lesson|table|seat|viewing|tour|flight|train|one|sailing|run)s?\b",
    re.IGNORECASE,
)
_OF_ANOTHER_CLAUSE = re.compile(r"(?:\band|\bbut|[,;:])\s*\Z", re.IGNORECASE)
_DEADLINES = frozenset({"by", "before", "within", "no later than", "not later than", "until", "till", "til"})
_END_OF_SENTENCE = re.compile(r"[.!?\n]|\Z")
LONGEST_TAIL = 25


def clause_of(head: Opening, sentence: Sentence, next_start: int | None, *, is_first: bool) -> Clause:
    """The clause that a head opens: to the next head, a subordinate clause, or the end of the sentence."""
    words = sentence.text
    limit = next_start if next_start is not None else len(words)
    waiting = _waiting(words, head.deed, limit)
    ends = [limit] + ([waiting.start()] if waiting else [])
    subordinate = _SUBORDINATE.search(words, head.deed, limit)
    if subordinate and (head.form != "note" or not subordinate[0].startswith((":", " "))):
        ends.append(subordinate.start())
    condition, hold = "", _no_hold()
    if waiting:
        condition = _clean(words[waiting.start() : _condition_end(words, waiting.end(), limit)])
        hold = _hold_of(words[waiting.start() : limit], words[head.deed : waiting.start()])
    elif before := _WAITS_BEFORE.search(words[: head.start]):
        condition = _clean(before["words"])
        hold = "customer" if _ON_THE_CUSTOMER.match(before["words"]) else "waits"
    if hold == "polite":
        condition = ""
    offset = sentence.start
    return Clause(
        head, offset + head.start, offset + head.deed, offset + min(ends), sentence, is_first, condition, hold
    )


def _no_hold() -> Hold:
    return ""


def _clean(words: str) -> str:
    return words.strip(" \t\n,;:.!?*_\x00")


def _condition_end(words: str, start: int, limit: int) -> int:
    found = re.compile(r"[,;]|\s(?:and|but) (?=i\b|we\b)", re.IGNORECASE).search(words, start, limit)
    return found.start() if found else limit


def _waiting(words: str, start: int, limit: int) -> re.Match[str] | None:
    """The first waiting clause after the deed; "check if" asks and does not wait, "sooner if" only shortens."""
    for found in _WAITING.finditer(words, start, limit):
        before = words[start : found.start()]
        is_asking = _CHECKING.search(before) and not _IN_CASE.match(found[0])
        if not is_asking and not before.rstrip().lower().endswith(("sooner", "earlier", "even", "before")):
            return found
    return None


def _hold_of(waiting: str, deed: str) -> Hold:
    if _POLITE_IF.match(waiting):
        return "polite"
    if _UNLESS_OTHERS.match(waiting) or _LAST_THING.match(waiting):
        return "polite"
    if _IF.match(waiting):
        return "if"
    return "customer" if _ON_THE_CUSTOMER.match(waiting) and not _LASTS_UNTIL.match(waiting) else "waits"


def parts_of(clause: Clause, phrases: Sequence[DuePhrase], text: str) -> Iterator[tuple[Clause, DuePhrase | None]]:
    """The clause with its due phrase; "raise it on Thursday and report on Friday" is cut in two."""
    inside = [each for each in phrases if clause.deed <= each.start < clause.end and _is_own(each, clause, text)]
    start = clause.start
    if settled := _settled_first(clause, inside, text):
        yield _cut(clause, start, clause.deed, settled.start()), None
        start = settled.start("verb")
    for first, second in pairwise(inside):
        joint = _AND_VERB.search(text, first.end, second.start) or _AND_THING.match(text, first.end, second.start)
        if joint and first.due_at and second.due_at and first.start >= start:
            deed = clause.deed if start == clause.start else start
            yield _cut(clause, start, deed, joint.start()), _best(inside, start, joint.start())
            start = joint.start("verb")
    if joint := _last_waits(clause, inside, text):
        first_deed = clause.deed if start == clause.start else start
        yield _cut(_unheld(clause), start, first_deed, joint.start()), _best(inside, start, joint.start())
        start = joint.start("verb")
    deed = clause.deed if start == clause.start else start
    due = _best(inside, start, clause.end)
    if due is None and start == clause.start:
        due = _outside(clause, phrases, text)
    yield _cut(clause, start, deed, clause.end), due


def _last_waits(clause: Clause, inside: Sequence[DuePhrase], text: str) -> re.Match[str] | None:
    """The joint after the date when only what follows it waits: "I'll fix it by 5 and text you when it's done"."""
    if not clause.condition or not inside or inside[-1].due_at is None:
        return None
    return _AND_VERB.match(f"{text[: clause.end]} ", inside[-1].end)


def _unheld(clause: Clause) -> Clause:
    return replace(clause, condition="", hold="")


def _settled_first(clause: Clause, inside: Sequence[DuePhrase], text: str) -> re.Match[str] | None:
    """The joint after a remedy that is a promise in itself: "I'll waive it and send the papers next week"."""
    if not inside or not _SETTLES.match(text, clause.deed):
        return None
    return _AND_VERB.search(text, clause.deed, inside[0].start)


def _cut(clause: Clause, start: int, deed: int, end: int) -> Clause:
    return Clause(clause.head, start, deed, end, clause.sentence, clause.is_first, clause.condition, clause.hold)


def _best(inside: Sequence[DuePhrase], start: int, end: int) -> DuePhrase | None:
    """A deadline before a plain date, a date before a vague word; the earlier in the text of equals."""
    here = [each for each in inside if start <= each.start < end]
    return max(here, key=lambda each: (each.due_at is not None, each.lead in _DEADLINES), default=None)


def _is_own(phrase: DuePhrase, clause: Clause, text: str) -> bool:
    """Whether the date belongs to the deed and not to a thing in it ("your order of 3 March")."""
    before = text[clause.deed : phrase.start]
    if phrase.lead in _DEADLINES:
        return True
    if phrase.lead == "for" and PREPARES.match(before):
        return False
    if _NEAR_DAY.match(phrase.text):
        return not _PAST_DEED.search(before)
    if _APPOINTS.match(before) and (_SLOT.search(before) or _SLOT_AFTER.match(text, phrase.end)):
        return False
    return not _PAST_DEED.search(before) and not _OF.search(before)


def _outside(clause: Clause, phrases: Sequence[DuePhrase], text: str) -> DuePhrase | None:
    """A date right before the clause ("By Friday noon you will ...") or alone in the next sentence ("By 5 at the
    latest.")."""
    for phrase in phrases:
        if leads_into(phrase, clause.start, clause.sentence, text, is_first=clause.is_first):
            return phrase
        if clause.condition or phrase.start < clause.sentence.end or phrase.due_at is None:
            continue
        is_next = not text[clause.sentence.end : phrase.start].strip(" \t\n,(-–")
        stop = _END_OF_SENTENCE.search(text, phrase.end)
        if is_next and stop and stop.start() - phrase.end <= LONGEST_TAIL and "?" not in stop[0]:
            return phrase
    return None


def leads_into(phrase: DuePhrase, start: int, sentence: Sentence, text: str, *, is_first: bool) -> bool:
    """Whether the phrase stands right before the head at `start`, and not at the end of the clause before that."""
    if not sentence.start <= phrase.start < start or not _BEFORE_HEAD.fullmatch(text[phrase.end : start]):
        return False
    before = text[sentence.start : phrase.start]
    return is_first or bool(_OF_ANOTHER_CLAUSE.search(before))
