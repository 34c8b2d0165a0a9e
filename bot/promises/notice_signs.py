"""Names what speaks for and against a clause being a promise: general signs, each of which has a learnt weight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.calendar.dates import DuePhrase
from bot.promises.notice_grammar import PASTS, Opening, Word
from bot.promises.notice_when import Clause
from bot.promises.notice_words import (
    AT_THE_CUSTOMER,
    DEED,
    DEPARTMENT,
    DONE_DEED,
    GOOD_END,
    HANDED_NOW,
    NEVER_REFUSED,
    OWED_THING,
    SPARED,
    STAFF,
    TAKEN,
    THIRD_PARTY,
    TO_CUSTOMER,
)
from bot.reading.word_classes import LEMMAS

_STAFF = re.compile(rf"\b(?:{STAFF}|{DEPARTMENT}|someone|somebody|driver|van|truck|crew)\b", re.IGNORECASE)
_OTHERS = re.compile(rf"\b{THIRD_PARTY}\b", re.IGNORECASE)
_OWED = re.compile(rf"\b{OWED_THING}\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|u|ya|ye|yours?|ur)\b", re.IGNORECASE)
_ME = re.compile(r"\b(?:me|us|my|our)\b", re.IGNORECASE)
_DONE = re.compile(rf"(?:be |get |gets |being )?(?:\w+ly )?(?:{DONE_DEED}|\w{{3,}}(?:ed|en))\b", re.IGNORECASE)
_TO_CUSTOMER = re.compile(TO_CUSTOMER, re.IGNORECASE)
_HANDED = re.compile(rf"{HANDED_NOW}\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:right now|just now|now|as we speak|this (?:minute|second)|(?:straight|right) away)\b"
    r"|\A\w+\s(?:(?:out|back|up|over)\s)?(?:you|your|a|an|another|the|both|all)\b|\A\w+\s[£$€]\d",
    re.IGNORECASE,
)
_SPARED = re.compile(rf"{SPARED}|be (?:{TAKEN}|asked)\b", re.IGNORECASE)
_NEVER_REFUSED = re.compile(NEVER_REFUSED, re.IGNORECASE)
_GOOD_END = re.compile(GOOD_END, re.IGNORECASE)
_AT_CUSTOMER = re.compile(AT_THE_CUSTOMER, re.IGNORECASE)
_DEADLINES = ("by", "before", "within", "no later than")
_LIGHT = frozenset("be have get give see make take let come go keep do".split())
_DEEDS = frozenset(re.findall(r"[a-z]+", DEED))
_BASES = frozenset(LEMMAS.values())
_POINTING = {"he": "person", "she": "person", "it": "it", "they": "they", "there": "there", "i": "i", "we": "we"}
_POINTING |= {"you": "you", "u": "you"} | dict.fromkeys(("that", "this", "these", "those"), "it")
_FIRSTS = {"our": "ours", "my": "ours", "your": "yours"}
_THE = dict.fromkeys(("the", "a", "an", "that", "this", "one", "both", "another", "all"), "the")
_THINGS = frozenset({"ours", "yours", "the", "bare", "plural", "named"})


def subject_of(opening: Opening, sentence: str) -> str:
    """Who or what would do it, as a kind: i, we, you, person, staff, named, ours, yours, others, the, none, ..."""
    if opening.subject_kinds == "W":
        return "asking"
    if not opening.subject:
        return "none"
    first, last, words = opening.subject[0], opening.subject[-1], " ".join(opening.subject)
    if last in _POINTING:
        return _POINTING[last]
    for kind, pattern in (("others", _OTHERS), ("staff", _STAFF)):
        if pattern.search(words):
            return kind
    if "P" in opening.subject_kinds or (len(opening.subject) == 1 and sentence[opening.start].isupper()):
        return _FIRSTS.get(first, "named")
    return _FIRSTS.get(first) or _THE.get(first) or ("plural" if last.endswith("s") else "bare")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may be a promise, with all that its signs are read from."""

    opening: Opening
    clause: Clause
    due: DuePhrase | None
    words: list[Word]
    subject: str
    around: frozenset[str]

    @property
    def dated(self) -> str:
        return "dated" if self.due and self.due.due_at else "undated"


def signs_of(one: Candidate, text: str) -> Iterator[str]:
    """`text` is the whole message; every sign at most once matters."""
    form, subject, dated = one.opening.form, one.subject, one.dated
    deed = text[one.clause.deed : one.clause.end]
    yield from (form, f"by {subject}", f"{form} by {subject}", f"{form} {dated}", f"by {subject} {dated}")
    yield f"{form} by {subject} {dated}"
    yield from _of_time(one)
    yield from _of_verb(one, deed)
    yield from _of_deed(one, deed)
    yield from _of_persons(form, subject, deed)
    if form == "refuse":
        yield from _of_refusal(deed)
    if form in ("note", "bare", "doing"):
        yield from _of_fragment(form, deed)
    yield from one.around
    yield from (f"{sign} by {subject}" for sign in one.around if sign == "hearsay")
    yield from _of_place(one)
    if subject in _THINGS:
        if _OWED.search(" ".join(one.opening.subject)):
            yield from ("owed thing", f"owed thing {dated}")
        yield f"subject {one.opening.subject[-1]}"


def _of_time(one: Candidate) -> Iterator[str]:
    due, form, hold = one.due, one.opening.form, one.clause.hold
    yield f"when {due.precision if due else 'none'}"
    if due:
        yield from (f"lead {due.lead}", f"lead {due.lead} {form}")
        if due.lead in _DEADLINES:
            yield f"deadline {form} by {one.subject}"
        if due.end <= one.clause.start:
            yield "date first"
        if due.start > one.clause.sentence.end:
            yield "date apart"
    if hold:
        yield from (f"hold {hold}", f"hold {hold} {one.dated}")


def _of_verb(one: Candidate, deed: str) -> Iterator[str]:
    form, subject = one.opening.form, one.subject
    if one.clause.deed == one.clause.sentence.start + one.opening.deed:
        lows = [word.low for word in one.words[one.opening.at : one.opening.at + 2]]
    else:
        lows = deed.lower().split()[:2]
        yield "cut"
    verb, after = [*lows, "", ""][:2]
    lemma = LEMMAS.get(verb, verb)
    yield from (f"verb {lemma}", f"{form} {lemma}", f"after {after}")
    if lemma in _DEEDS:
        yield from ("deed", f"deed {form} by {subject}")
    if lemma in _LIGHT:
        yield f"verb {lemma} {after}"
    if lemma not in _BASES:
        yield "unknown verb"
    if subject in ("it", "the", "yours", "ours", "bare", "plural", "they"):
        yield f"thing {lemma}"
        if lemma == "be":
            yield f"thing be {after}"


def _of_deed(one: Candidate, deed: str) -> Iterator[str]:
    form, subject, dated = one.opening.form, one.subject, one.dated
    if _DONE.match(deed):
        yield from (f"done {form}", f"done {form} by {subject} {dated}")
    if _TO_CUSTOMER.search(deed):
        yield from ("to customer", f"to customer by {subject}")
    if _HANDED.match(deed):
        yield f"handed {form}"
        if _NOW.search(deed):
            yield f"handed over {form}"
    if _GOOD_END.match(deed):
        yield from (f"good end {form}", f"good end {dated}")
    if _AT_CUSTOMER.search(deed):
        yield f"at customer {form} {dated}"


def _of_refusal(deed: str) -> Iterator[str]:
    yield "spared" if _SPARED.match(deed) else "refused"
    if _NEVER_REFUSED.match(deed):
        yield "never refused"


def _of_persons(form: str, subject: str, deed: str) -> Iterator[str]:
    if _YOU.search(deed):
        yield from ("you in it", f"you in it {form}", f"you in it by {subject}")
    elif subject not in ("you", "yours"):
        yield f"no you {form}"
    if _ME.search(deed):
        yield "me in it"


def _of_fragment(form: str, deed: str) -> Iterator[str]:
    lows = [word.lower() for word in re.findall(r"[A-Za-z']+", deed)]
    if any(low in PASTS for low in lows[:1]):
        yield f"past first {form}"
    if any(low in PASTS and low not in _BASES for low in lows[1:]):
        yield f"past within {form}"
    if any(low.endswith("ing") and low in LEMMAS for low in lows):
        yield f"doing within {form}"
    if any(low in ("to", "with", "at", "in", "on") for low in lows):
        yield f"place {form}"
    yield f"length {min(len(lows), 8)} {form}"


def _of_place(one: Candidate) -> Iterator[str]:
    before = one.clause.sentence.text[: one.clause.start - one.clause.sentence.start].split()
    if not before:
        yield from ("follows ^", f"opens {one.opening.form}")
    else:
        tail = before[-1].lower()
        yield f"follows {tail if tail[-1].isalnum() else tail[-1]}"
