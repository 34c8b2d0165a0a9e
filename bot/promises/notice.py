"""Finds the promises in what an agent wrote: the exact words, how sure they are, when they are due and what they "
"wait for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.calendar.dates import DuePhrase, find_due, may_name_a_time
from bot.calendar.hours import TeamCalendar
from bot.promises.notice_asked_within import asked_in, dates_of_promises, is_one_promise, without_asked
from bot.promises.notice_clauses import Sentence, hide_quotes, sentences
from bot.promises.notice_grammar import Head, Strength
from bot.promises.notice_kinds import DATED_KINDS, STATES
from bot.promises.notice_trust import heads_of, is_ordered
from bot.promises.notice_when import Clause, clause_of, leads_into, parts_of
from bot.promises.notice_words import DONE_DEED, HANDED_NOW

__all__ = ["NoticedPromise", "notice"]

LONGEST_MESSAGE = 12_000


@dataclass(frozen=True)
class NoticedPromise:
    """`quote` is the span `start:end` of the message. `what` can follow "You promised to" when the agent is the doer,
    else it is the quote. `condition` is the waiting clause ("once the lab replies"), empty if none."""

    quote: str
    start: int
    end: int
    what: str
    strength: Strength
    due: DuePhrase | None
    condition: str


# A cheap look first: a sentence that names no time and holds none of these words promises nothing.
_HINT = re.compile(
    r"ll\b|ing\b|\b(?:will|shall|won't|wont|gonna|going to|about to|promise|guarantee|swear|commit|assure|expect|"
    r"update|reply|answer|"
    r"back (?:to|with|at) |consider |let me|lemme|i'?m |we're |imma|(?:call|ring|email|text|phone|message|"
    r"ping|send) (?:you|u|y)|more|news|details|"
    r"leave (?:it|this|that|everything)|nothing|no \w|you can |my word|i am |we are |invoice|quote|confirmation|"
    r"response)"
)
_TAG = re.compile(r",\s*[^,]*\?\s*\Z", re.DOTALL)
_OPENING = re.compile(r"\A[\W_]*(?:\w+[,!-]?\s+){0,4}\Z")
_SENDER = re.compile(r"\b(?:from (?:me|us|our|my)|my|our)\b", re.IGNORECASE)
_COUNTED_LEADS = ("in", "within", "inside", "over", "after", "next")
_AGENT_DOES = frozenset({"speaker", "speaker now", "fragment", "fragment deed", "let me"})
_NEEDS_A_CLOCK_OR_DAY = DATED_KINDS | {"speaker now", "fragment now", "fragment deed", "back"}
_NOW = re.compile(
    r"\b(?:right now|just now|now|as we speak|this (?:minute|second)|(?:straight|right) away)\b", re.IGNORECASE
)
_HANDED_OVER = re.compile(
    r"\w+\s(?:(?:out|back|up|over)\s)?(?:you|your|a|an|another|the|both|all)\b|\w+\s[£$€]\d", re.IGNORECASE
)
_KEPT = re.compile(r"(?:holding|keeping|staying)\b", re.IGNORECASE)
_REMEDY = re.compile(
    r"getting\s(?:a|an|your|the|all)\s(?:\w+\s){0,2}?(?:refund|replacement|new|credit|money|fee)\b", re.IGNORECASE
)
_HANDED_NOW = re.compile(rf"{HANDED_NOW}\b", re.IGNORECASE)
# To refrain until the customer speaks is owed from now on.
_REFRAINS = frozenset({"refrain", "nothing taken"})
_IDLE = re.compile(r"(?:have|be)\b(?! in touch)", re.IGNORECASE)
_DONE = re.compile(rf"be\s+(?:\w+ly )?{DONE_DEED}\b", re.IGNORECASE)
_LASTS = re.compile(r"\A(?:until|till|til|from)\b", re.IGNORECASE)
_ASKS_TIME = re.compile(r"\b(?:give me|give us|gimme|allow me|allow us)\s+\Z", re.IGNORECASE)
_LAST_JOINT = re.compile(r"[\s,]+(?:and|but|&)\s*\Z", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:our|the|your|my|a|this|that|their)\s+\Z", re.IGNORECASE)
_TRAILING = " \t\n,;:.!*_~-–—(\x00"
_TURNED = {
    "you": "them",
    "your": "their",
    "yours": "theirs",
    "u": "them",
    "ya": "them",
    "yourself": "themselves",
    "me": "you",
}
_TURNED |= {"my": "your", "myself": "yourself", "us": "you", "our": "your", "ye": "them"}
_TURNS = re.compile(rf"\b(?:{'|'.join(_TURNED)})\b", re.IGNORECASE)


def notice(
    text: str, *, said_at: datetime, zone: str, customer_zone: str | None, calendar: TeamCalendar
) -> list[NoticedPromise]:
    """The promises of an agent's message, in order. Times count in the customer's zone, else in `zone`, the agent's."""
    text = text[:LONGEST_MESSAGE]
    hidden = hide_quotes(text)
    headed, asked = [], []
    for sentence in sentences(hidden):
        within = asked_in(sentence)
        asked += within
        plain = without_asked(sentence, within)
        headed.append((plain, _heads_in(plain, hidden)))
    if not any(may_promise for _, heads in headed for _, may_promise in heads):
        return []
    applying = customer_zone or zone
    found = find_due(hidden, said_at=said_at, zone=applying, calendar=calendar, own_zone=zone)
    ahead = [phrase for phrase in found if phrase.due_at is None or phrase.due_at > said_at]
    phrases = dates_of_promises(ahead, asked, hidden)
    parts: list[tuple[Clause, NoticedPromise]] = []
    for sentence, heads in headed:
        for clause in _clauses(sentence, heads, phrases, hidden):
            for part, due in parts_of(clause, phrases, hidden):
                if promise := _promise(part, due, text, hidden):
                    parts.append((part, promise))
    parts = _joined(parts, text, hidden)
    is_more = any(part.head.kind != "leave it" for part, _ in parts)
    return [promise for part, promise in parts if part.head.kind != "leave it" or not is_more]


def _joined(parts: list[tuple[Clause, NoticedPromise]], text: str, hidden: str) -> list[tuple[Clause, NoticedPromise]]:
    """ "I'll check the shelf, and you'll hear from me by 5" is one promise."""
    joined: list[tuple[Clause, NoticedPromise]] = []
    for part, promise in parts:
        first = joined[-1] if joined else None
        if (
            first
            and first[1].due is None
            and promise.due
            and is_one_promise(
                hidden[first[0].deed : first[0].end], hidden[first[0].end : part.start], hidden[part.deed : part.end]
            )
        ):
            quote = text[first[1].start : promise.end]
            joined[-1] = (part, replace(promise, start=first[1].start, quote=quote, what=quote))
        else:
            joined.append((part, promise))
    return joined


def _heads_in(sentence: Sentence, text: str) -> list[tuple[Head, bool]]:
    is_timed = may_name_a_time(sentence.text)
    if not is_timed and not _HINT.search(sentence.text.lower()):
        return []
    return list(heads_of(sentence.text, text[: sentence.start], is_timed=is_timed))


def _clauses(
    sentence: Sentence, heads: list[tuple[Head, bool]], phrases: Sequence[DuePhrase], text: str
) -> Iterator[Clause]:
    for number, (head, may_promise) in enumerate(heads):
        if not may_promise or (sentence.is_question and not _is_told(sentence, head)):
            continue
        next_start = None
        if number + 1 < len(heads):
            next_start = _start_with_date(sentence, heads[number + 1][0], phrases, text)
        yield clause_of(head, sentence, next_start, is_first=number == 0)


def _is_told(sentence: Sentence, head: Head) -> bool:
    """Whether a sentence with a question mark tells first and only then asks: "I'll phone you at 11, ok?"."""
    return (
        head.kind == "speaker"
        and bool(_OPENING.match(sentence.text[: head.start]))
        and bool(_TAG.search(sentence.text, head.deed))
    )


def _start_with_date(sentence: Sentence, head: Head, phrases: Sequence[DuePhrase], text: str) -> int:
    """Where the next clause begins, with the date that leads it: "and tomorrow morning I'll call"."""
    start = sentence.start + head.start
    for phrase in phrases:
        if leads_into(phrase, start, sentence, text, is_first=False):
            return phrase.start - sentence.start
    return head.start


def _promise(clause: Clause, due: DuePhrase | None, text: str, hidden: str) -> NoticedPromise | None:
    strength = _strength(clause, due, hidden)
    if strength is None:
        return None
    start, end = _quote_ends(clause, due, hidden)
    if end - start < 2:
        return None
    quote = text[start:end]
    return NoticedPromise(quote, start, end, _deed(clause, due, quote, text, end), strength, due, clause.condition)


def _strength(clause: Clause, due: DuePhrase | None, hidden: str) -> Strength | None:
    """How sure the promise is once its date and condition are known; None when it is no promise."""
    head, is_dated = clause.head, due is not None and due.due_at is not None
    if clause.hold == "customer" and not is_dated and head.kind not in _REFRAINS:
        return None
    if head.kind in _NEEDS_A_CLOCK_OR_DAY and not is_dated:
        return "likely" if _is_timed_otherwise(clause, hidden) else None
    if head.kind == "they" and not is_dated and _IDLE.match(hidden, clause.deed):
        return None
    if head.need == "time" and due is None and not clause.condition:
        return "likely" if head.kind == "thing" and _DONE.match(hidden, clause.deed) else None
    if _is_mere_state(clause, due) or _lacks_time_and_sender(clause, due, hidden):
        return None
    return _strength_of_held(clause, due)


def _is_mere_state(clause: Clause, due: DuePhrase | None) -> bool:
    """ "Your trial will be live until Friday" lasts, "accounts will be cleared after 30 days" is a policy."""
    if clause.head.kind not in STATES:
        return False
    return bool(due and due.lead == "after") or bool(_LASTS.search(due.text if due else clause.condition))


def _lacks_time_and_sender(clause: Clause, due: DuePhrase | None, hidden: str) -> bool:
    if clause.head.need != "time_or_sender" or due is not None or clause.hold == "waits":
        return False
    return not _SENDER.search(hidden, clause.deed, clause.end)


def _strength_of_held(clause: Clause, due: DuePhrase | None) -> Strength:
    """The strength that is left when the promise hangs on somebody or the customer is asked first."""
    head = clause.head
    if clause.hold in ("if", "customer") and head.kind not in _REFRAINS:
        return "doubtful"
    if is_ordered(clause.sentence.text, head):
        return "likely" if due and due.precision == "minute" and not due.lead.startswith(_COUNTED_LEADS) else "doubtful"
    return head.strength


def _is_timed_otherwise(clause: Clause, hidden: str) -> bool:
    """ "Ping you when it's ready" waits for us, "I'm packing it right now" is under way: neither needs a clock."""
    if clause.head.kind == "fragment deed":
        return clause.hold == "waits"
    if clause.hold == "waits" and clause.head.kind == "speaker now" and _KEPT.match(hidden, clause.deed):
        return True
    if clause.head.kind == "receive now":
        return bool(_REMEDY.match(hidden, clause.deed, clause.end))
    if clause.head.kind not in ("speaker now", "fragment now") or not _HANDED_NOW.match(hidden, clause.deed):
        return False
    return bool(_NOW.search(hidden, clause.deed, clause.end)) or bool(
        clause.head.kind == "speaker now" and _HANDED_OVER.match(hidden, clause.deed, clause.end)
    )


def _quote_ends(clause: Clause, due: DuePhrase | None, hidden: str) -> tuple[int, int]:
    """The quote runs to its date; without a date, or with one right after the verb, to the end of the clause."""
    start, end = clause.start, clause.end
    if due and due.end <= start:
        start = due.start if due.start >= clause.sentence.start else start
        asking = _ASKS_TIME.search(hidden, clause.sentence.start, start)
        start = asking.start() if asking else start
    elif due and _is_adjunct(clause, due, hidden):
        end = due.end
    comma = hidden.find(",", max(clause.deed, due.end if due else 0), end)
    if comma > 0 and len(hidden[clause.start : comma].split()) >= 3:
        end = comma
    quoted = _LAST_JOINT.sub("", hidden[start:end].rstrip(_TRAILING))
    return start, start + len(quoted.rstrip(_TRAILING))


def _is_adjunct(clause: Clause, due: DuePhrase, hidden: str) -> bool:
    """Whether the date closes the deed, and is not inside a thing ("in our Thursday meeting") or right after the "
    "verb."""
    before = hidden[clause.deed : due.start]
    return due.start < clause.end and len(before.split()) > 1 and not (_DETERMINER.search(before) and not due.lead)


def _deed(clause: Clause, due: DuePhrase | None, quote: str, text: str, end: int) -> str:
    """The deed as it can follow "You promised to", seen from the agent; the quote when another is the doer."""
    if clause.head.kind not in _AGENT_DOES or clause.head.kind == "speaker now":
        return quote
    stop = due.start if due and clause.deed < due.start and due.end >= end else end
    deed = text[clause.deed : stop].strip(_TRAILING)
    return _TURNS.sub(lambda found: _TURNED[found[0].lower()], deed) or quote
