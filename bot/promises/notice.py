"""Finds the promises in what an agent wrote: the exact words, how sure they are, when they are due and what they wait
for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.calendar.dates import DuePhrase, find_due, may_name_a_time
from bot.calendar.hours import TeamCalendar
from bot.promises.notice_around import around, is_barred, is_doubtful
from bot.promises.notice_asked_within import asked_in, dates_of_promises, is_one_promise, without_asked
from bot.promises.notice_clauses import Sentence, hide_quotes, sentences
from bot.promises.notice_grammar import Opening, Word, words_of
from bot.promises.notice_openings import openings
from bot.promises.notice_signs import Candidate, signs_of, subject_of
from bot.promises.notice_weighing import Strength, strength_of, weights
from bot.promises.notice_when import Clause, clause_of, leads_into, parts_of

__all__ = ["NoticedPromise", "candidates_in", "is_open", "notice", "quote_ends"]

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


@dataclass(frozen=True)
class _Read:
    """A sentence with its words and the openings in it; `before` is the message up to it."""

    sentence: Sentence
    words: list[Word]
    openings: list[Opening]
    before: str


# A cheap look first: a sentence that names no time and holds none of these bits promises nothing.
_HINT = re.compile(
    r"ll\b|will|shall|won'?t|shan't|n[na]a\b|ing\b|to\b|leave|let |lemme|back|brb|consider|promise|guarantee|swear|"
    r"commit|assure|undertake|pledge|vow|owe|expect|word|count|rely|look|stays|call|text|ring|mail|ping|phone|send|update"
)
_TAG = re.compile(r",\s*[^,]*\?\s*\Z", re.DOTALL)
_OPENS = re.compile(r"\A[\W_]*(?:\w+[,!-]?\s+){0,4}\Z")
_AGENT_DOES = frozenset({"will", "going", "bare", "let"})
_ASKS_TIME = re.compile(r"\b(?:give me|give us|gimme|allow me|allow us)\s+\Z", re.IGNORECASE)
_LAST_JOINT = re.compile(r"[\s,]+(?:and|but|&)\s*\Z", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:our|the|your|my|a|this|that|their)\s+\Z", re.IGNORECASE)
_LEAVE_IT = re.compile(r"leave (?:it|this|that|everything)\b", re.IGNORECASE)
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
    parts: list[tuple[Candidate, NoticedPromise]] = []
    for one in candidates_in(hidden, said_at=said_at, zone=zone, customer_zone=customer_zone, calendar=calendar):
        strength = strength_of(weights().chance(signs_of(one, hidden)), is_doubtful=is_open(one))
        if strength:
            parts.append((one, _promise(one, strength, text, hidden)))
    parts = _joined(parts, text, hidden)
    is_more = any(promise.strength != "doubtful" and not _LEAVE_IT.match(promise.quote) for _, promise in parts)
    return [promise for _, promise in parts if not (is_more and _LEAVE_IT.match(promise.quote))]


def is_open(one: Candidate) -> bool:
    """Whether it may be meant but hangs on the customer or on luck; what we will not do is owed from now on."""
    return is_doubtful(one.clause, one.due, one.around, refuses=one.opening.form == "refuse")


def candidates_in(
    hidden: str, *, said_at: datetime, zone: str, customer_zone: str | None, calendar: TeamCalendar
) -> Iterator[Candidate]:
    """Every clause of a message that could be a promise and is not barred; quotations in it are hidden already."""
    reads, asked = [], []
    for sentence in sentences(hidden):
        is_timed = may_name_a_time(sentence.text)
        if not is_timed and not _HINT.search(sentence.text.lower()):
            continue
        if sentence.is_question and not _TAG.search(sentence.text):
            continue
        within = asked_in(sentence)
        plain = without_asked(sentence, within)
        words = words_of(plain.text)
        found = openings(words, is_timed=is_timed)
        if found:
            asked += within
            reads.append(_Read(plain, words, found, hidden[: sentence.start]))
    if not reads:
        return
    dates = find_due(hidden, said_at=said_at, zone=customer_zone or zone, calendar=calendar, own_zone=zone)
    ahead = [phrase for phrase in dates if phrase.due_at is None or phrase.due_at > said_at]
    phrases = dates_of_promises(ahead, asked, hidden)
    for read in reads:
        yield from _candidates(_without_dates(read, phrases), phrases, hidden)


def _without_dates(read: _Read, phrases: Sequence[DuePhrase]) -> _Read:
    """Nothing begins inside a date, and a date alone is no note."""
    offset = read.sentence.start
    spans = [(phrase.start - offset, phrase.end - offset) for phrase in phrases]
    kept = [
        one
        for one in read.openings
        if not any(start < one.start < end or (start == one.start and one.form == "note") for start, end in spans)
    ]
    return replace(read, openings=kept)


def _candidates(read: _Read, phrases: Sequence[DuePhrase], hidden: str) -> Iterator[Candidate]:
    for opening, clause in _clauses(read, phrases, hidden):
        subject = subject_of(opening, read.sentence.text)
        for part, due in parts_of(clause, phrases, hidden):
            start, end = quote_ends(part, due, hidden)
            if end - start < 2 or (due and due.start <= start and end <= due.end):
                continue
            said = around(opening, part, subject, read.before)
            if not is_barred(opening, subject, said):
                yield Candidate(opening, part, due, read.words, subject, said)


def _clauses(read: _Read, phrases: Sequence[DuePhrase], text: str) -> Iterator[tuple[Opening, Clause]]:
    for number, opening in enumerate(read.openings):
        if read.sentence.is_question and not _is_told(read.sentence, opening):
            continue
        after = read.openings[number + 1 : number + 2]
        next_start = _start_with_date(read.sentence, after[0], phrases, text) if after else None
        yield opening, clause_of(opening, read.sentence, next_start, is_first=number == 0)


def _is_told(sentence: Sentence, opening: Opening) -> bool:
    """Whether a sentence with a question mark tells first and only then asks: "I'll phone you at 11, ok?"."""
    return (
        opening.form in ("will", "going")
        and bool(_OPENS.match(sentence.text[: opening.start]))
        and bool(_TAG.search(sentence.text, opening.deed))
    )


def _joined(
    parts: list[tuple[Candidate, NoticedPromise]], text: str, hidden: str
) -> list[tuple[Candidate, NoticedPromise]]:
    """ "I'll check the shelf, and you'll hear from me by 5" is one promise."""
    joined: list[tuple[Candidate, NoticedPromise]] = []
    for one, promise in parts:
        part, first = one.clause, joined[-1] if joined else None
        if (
            first
            and first[1].due is None
            and promise.due
            and is_one_promise(
                first[0].opening.form,
                hidden[first[0].clause.deed : first[0].clause.end],
                hidden[first[0].clause.end : part.start],
                hidden[part.deed : part.end],
            )
        ):
            quote = text[first[1].start : promise.end]
            joined[-1] = (one, replace(promise, start=first[1].start, quote=quote, what=quote))
        else:
            joined.append((one, promise))
    return joined


def _start_with_date(sentence: Sentence, opening: Opening, phrases: Sequence[DuePhrase], text: str) -> int:
    """Where the next clause begins, with the date that leads it: "and tomorrow morning I'll call"."""
    start = sentence.start + opening.start
    for phrase in phrases:
        if leads_into(phrase, start, sentence, text, is_first=False):
            return phrase.start - sentence.start
    return opening.start


def _promise(one: Candidate, strength: Strength, text: str, hidden: str) -> NoticedPromise:
    start, end = quote_ends(one.clause, one.due, hidden)
    quote = text[start:end]
    what = _deed(one, quote, text, end)
    return NoticedPromise(quote, start, end, what, strength, one.due, one.clause.condition)


def quote_ends(clause: Clause, due: DuePhrase | None, hidden: str) -> tuple[int, int]:
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


def _deed(one: Candidate, quote: str, text: str, end: int) -> str:
    """The deed as it can follow "You promised to", seen from the agent; the quote when another is the doer."""
    if one.opening.form not in _AGENT_DOES or one.subject not in ("i", "we", "none"):
        return quote
    clause, due = one.clause, one.due
    stop = due.start if due and clause.deed < due.start and due.end >= end else end
    deed = text[clause.deed : stop].strip(_TRAILING)
    return _TURNS.sub(lambda found: _TURNED[found[0].lower()], deed) or quote
