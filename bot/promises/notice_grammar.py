"""Sorts the words of a sentence into classes, and finds where the subject of a verb begins."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.word_classes import (
    ADJECTIVES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LEMMAS,
    NOUNS_IN_ING,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)

WILL_FORMS = frozenset({"will", "refuse", "going"})
FUTURE = frozenset("will shall won't wont shan't gonna imma".split())
FUTURE_JOINED = {"ill": "i", "youll": "you", "itll": "it", "theyll": "they", "thatll": "that", "im'a": "i"}
BE = frozenset("am is are being be".split())
BE_JOINED = {"i'm": "i", "im": "i", "we're": "we", "you're": "you", "youre": "you", "they're": "they", "he's": "he"}
BE_JOINED |= {"she's": "she", "it's": "it", "that's": "that", "there's": "there"}
SUBJECTS = frozenset(
    "i we you u he she it they that this these those there someone somebody everyone everything nobody nothing one "
    "myself yours mine".split()
)
CRIES = frozenset(
    "hi hello hey thanks thank thx ok okay yes yep yeah sure sorry right cool great perfect noted got no grand done "
    "alright understood apologies please pls morning afternoon evening cheers so and but then also well oh ah good "
    "dear".split()
)
LEADING = frozenset(
    "as when once until till after before while that who which what how if unless moment minute let".split()
)
"""What makes the clause behind it a part of another one."""
PASTS = frozenset(form for form, base in LEMMAS.items() if form != base and not form.endswith(("ing", "s")))
BREAKS = frozenset(".,;:!?()[]–—•*>~\x00\x01&+")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[£$€#]?\d[\d:.,/]*\w*%?|[^\w\s]")
_ASKING = frozenset("who which what when where how that why".split())
_JOINING_NUMBERS = frozenset("one two three some another".split())
_GOING_ON = frozenset("who that this these those".split())
_SKIPPED = frozenset("also just now personally definitely certainly really still both all then gladly happily".split())
_PLACES = frozenset({"back", "out", "away", "home"})
_LONGEST_SUBJECT = 13
_CLASSES = (
    ("O", PRONOUNS | SUBJECTS),
    ("X", FUTURE | frozenset(FUTURE_JOINED) | BE | frozenset(BE_JOINED)),
    ("D", DETERMINERS),
    ("C", CONJUNCTIONS),
    ("X", AUXILIARIES),
    ("I", PREPOSITIONS),
    ("M", NUMBER_WORDS),
    ("A", ADJECTIVES),
    ("T", frozenset({"to"})),
)


@dataclass(frozen=True, slots=True)
class Word:
    """`low` is the word in small letters, `kind` a letter for its class as in bot/reading/noun_phrases.py."""

    text: str
    low: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a clause begins that could be a promise. `start` is where its subject begins and `deed` where its verb
    does, as places in the sentence. `form` is will, refuse (won't), going (to), being (I'm sending), state (is ready),
    present, given (I promise), arranged (I've asked Tom), bare (call you), doing (sending), let, or note (no verb).
    `subject` is its words in small letters, `subject_kinds` their classes; both are empty without one."""

    form: str
    start: int
    deed: int
    subject: tuple[str, ...]
    subject_kinds: str
    at: int
    """The place of the verb among the words."""


@lru_cache(maxsize=8192)
def _kind(low: str) -> str:
    """The class of a word by the word alone."""
    if low[0].isdigit() or (low[0] in "£$€#" and len(low) > 1):
        return "M"
    if not low[0].isalnum():
        return "."
    for kind, words in _CLASSES:
        if low in words:
            return kind
    if low.endswith("'ll"):
        return "X"
    if is_adverb(low):
        return "R"
    return "D" if low.endswith("'s") and low not in LEMMAS else "V" if low in LEMMAS else "N"


def words_of(sentence: str) -> list[Word]:
    return [
        Word(found[0], low := found[0].lower(), _kind(low), found.start(), found.end())
        for found in _WORD.finditer(sentence)
    ]


def is_one(words: list[Word], at: int, lows: tuple[str, ...]) -> bool:
    """Whether the word at a place is one of these."""
    return 0 <= at < len(words) and words[at].low in lows


def is_doing(word: Word) -> bool:
    """ "Sending", and not "ring" or "evening"."""
    low = word.low
    return low.endswith("ing") and word.kind in "VNX" and low not in NOUNS_IN_ING and LEMMAS.get(low) != low


def is_joined(words: list[Word], at: int) -> bool:
    """Whether the verb goes on with what was said before: "is picking it up and will ring you"."""
    return is_one(words, at - 1, ("and", "&", "then", "+"))


def begins(words: list[Word], at: int) -> bool:
    """Whether a clause may begin at a word."""
    if at == 0:
        return True
    before = words[at - 1]
    is_dash = before.text == "-" and before.end < words[at].start
    return before.text in BREAKS or before.low in CRIES or is_dash


def past_adverbs(words: list[Word], at: int) -> int:
    while at < len(words) and (words[at].kind == "R" or words[at].low == "not") and words[at].low not in _PLACES:
        at += 1
    return at


def opening(
    form: str, words: list[Word], at: int, verb: int, *, own: str = "", back: int | None = None
) -> Opening | None:
    """The opening whose auxiliary stands at `at` and whose verb at `verb`. `own` is a subject that is joined to the
    auxiliary ("i'm"), `back` where the subject begins if that is known. None for a question and for "never"."""
    verb = past_adverbs(words, verb)
    between = {word.low for word in words[at:verb]}
    if verb >= len(words) or "never" in between:
        return None
    form = "refuse" if "not" in between else form
    if form in ("will", "refuse") and not own and words[verb].low in SUBJECTS:
        return None
    first = at if own in SUBJECTS else start_of_subject(words, at) if back is None else back
    subject, kinds = _subject(words, first, at, own)
    return Opening(form, words[first].start, words[verb].start, subject, kinds, verb)


def _subject(words: list[Word], first: int, at: int, own: str) -> tuple[tuple[str, ...], str]:
    """The words of a subject and their classes: W for a question word, with a P in front for a name."""
    if first == at and not own and at and words[at - 1].low in _ASKING:
        return (words[at - 1].low,), "W"
    lows = [word.low for word in words[first:at] if word.kind != "."]
    kinds = "".join(word.kind for word in words[first:at])
    if own:
        return (*lows, own), kinds + ("O" if own in SUBJECTS else "P")
    is_name = lows and 0 < first < at and words[first].text[0].isupper()
    return tuple(lows), f"P{kinds}" if is_name else kinds


def start_of_subject(words: list[Word], at: int) -> int:
    """Walks back over the noun phrase that ends before the verb at `at`; gives `at` when there is none."""
    place = at - 1
    while place >= 0 and (words[place].kind == "R" or words[place].low in _SKIPPED):
        place -= 1
    first, is_complete = at, False
    while place >= 0 and at - place <= _LONGEST_SUBJECT and not is_complete:
        word = words[place]
        if (inner := _before_aside(words, place)) < place:
            place = inner
        elif word.kind in "OD" or word.low in _JOINING_NUMBERS:
            if first < at and word.kind == "O" and word.low not in _GOING_ON and not _is_of(words, place + 1):
                return first
            first, is_complete = place, word.low != "who" and not _is_of(words, place - 1)
        elif word.kind in "NAMV" and word.low not in CRIES:
            first = place
        elif not (word.kind == "I" and first < at and _is_of(words, place)):
            return first
        place -= 1
    return _first_of_two(words, first) if is_complete else first


def _before_aside(words: list[Word], place: int) -> int:
    """Where an aside that ends here begins: "our adjuster, Colin, will", "the fitter (Bo) will"; else `place`."""
    mark = {")": "(", ",": ","}.get(words[place].text)
    for back in range(place - 1, max(-1, place - 6), -1) if mark else ():
        if words[back].text == mark:
            return back
        if mark == "," and words[back].kind in "XOC.":
            return place
    return place


def _first_of_two(words: list[Word], second: int) -> int:
    """Where "the curtains and the rail" begins, when that opens the clause."""
    if is_one(words, second - 1, ("and",)):
        for first in range(second - 3, max(-1, second - 6), -1):
            if words[first].kind == "D":
                return first if begins(words, first) else second
    return second


def _is_of(words: list[Word], place: int) -> bool:
    """Whether the preposition at `place` hangs on a noun: "someone from billing", "one of our guides"."""
    return (
        1 <= place < len(words)
        and words[place].low in ("of", "from", "at", "in", "for", "on", "to", "with")
        and words[place - 1].kind in "NOMVD"
        and words[place - 1].text not in BREAKS
    )
