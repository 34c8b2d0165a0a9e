"""Finds every clause that could be a promise: who would do it, in which form of the verb, and where it begins."""

from dataclasses import replace

from bot.promises.notice_fragments import fragments
from bot.promises.notice_grammar import (
    BE_JOINED,
    FUTURE,
    FUTURE_JOINED,
    LEADING,
    SUBJECTS,
    Opening,
    Word,
    is_doing,
    is_joined,
    is_one,
    opening,
    past_adverbs,
)
from bot.reading.word_classes import LEMMAS

# A bound that no honest message meets; it keeps the time for a hostile one short.
MOST_OPENINGS = 40
# The classes in which no verb is; most words need no closer look.
_NO_VERB = frozenset(".MITCRO")
_GIVEN = frozenset("promise guarantee swear commit assure undertake pledge vow owe expect".split())
_COUNTED_ON = frozenset("count rely look".split())
_GIVING = frozenset("you that , my our word on it this u".split())
_ARRANGED = ("asked", "got", "booked", "arranged", "scheduled", "lined", "told")
_ARRIVING = frozenset("get go ship come arrive follow leave land reach clear return".split())
_ASKING = frozenset("who what which when where why how whoever whatever".split())
_JOINTS = frozenset("and but so then yet or".split())


def openings(words: list[Word], *, is_timed: bool) -> list[Opening]:
    """All openings in the order of the sentence. Without a time in the sentence the forms that need one are spared."""
    found: list[Opening] = []
    for at, word in enumerate(words):
        if word.kind in _NO_VERB:
            continue
        each = _with_subject(words, at, is_timed=is_timed)
        goes_on = each and not each.subject and is_joined(words, at) and found
        if each and not goes_on and not (found and each.start <= found[-1].start):
            found.append(each)
    found = _with_words_given(words, found)
    everything = [*found, *fragments(words, found, is_timed=is_timed)]
    return sorted(everything, key=lambda each: each.start)[:MOST_OPENINGS]


def _with_words_given(words: list[Word], found: list[Opening]) -> list[Opening]:
    """ "You have my word that it'll be lit" is one opening, from "you" on."""
    joined: list[Opening] = []
    for each in found:
        last = joined[-1] if joined else None
        if last and last.form == "given":
            between = [word.low for word in words[last.at + 1 :] if word.start < each.start]
            if all(low in _GIVING for low in between):
                joined[-1] = replace(each, start=last.start, form="given")
                continue
        joined.append(each)
    return joined


def _with_subject(words: list[Word], at: int, *, is_timed: bool) -> Opening | None:
    word = words[at]
    low = word.low
    if low.endswith("'ll") or low in FUTURE_JOINED:
        return opening("will", words, at, at + 1, own=FUTURE_JOINED.get(low) or low[:-3])
    if low in FUTURE:
        return opening("refuse" if low in ("won't", "wont", "shan't") else "will", words, at, at + 1)
    if low in BE_JOINED or low in ("am", "is", "are") or (low.endswith("'s") and word.kind == "D"):
        return _of_being(words, at, is_timed=is_timed)
    if low == "have" and is_one(words, at - 1, ("you",)) and is_one(words, at + 2, ("word",)):
        return opening("given", words, at, at, back=at - 1)
    if low in ("i've", "we've", "have"):
        return _of_arranged(words, at) if is_timed else None
    if not at or word.kind == "X" or not (low in LEMMAS or low in _GIVEN) or low.endswith(("ed", "ing")):
        return None
    return _of_present(words, at, is_timed=is_timed)


def _of_being(words: list[Word], at: int, *, is_timed: bool) -> Opening | None:
    low, after = words[at].low, past_adverbs(words, at + 1)
    if after >= len(words):
        return None
    own = BE_JOINED.get(low) or (low[:-2] if low.endswith("'s") else "")
    if words[after].low == "gonna":
        return opening("going", words, at, after + 1, own=own)
    if words[after].low in ("going", "about") and is_one(words, after + 1, ("to",)):
        return opening("going", words, at, after + 2, own=own)
    if is_doing(words[after]):
        return opening("being", words, at, after, own=own)
    is_owner = low.endswith("'s") and own not in SUBJECTS
    if not is_timed or is_owner or words[after].kind not in "VAIRNTM":
        return None
    made = opening("state", words, at, after, own=own)
    before = _word_before(words, made)
    return None if before and before.low in LEADING else made


def _of_present(words: list[Word], at: int, *, is_timed: bool) -> Opening | None:
    """ "I call you tomorrow", "it ships on Monday", "I promise to": a plain verb right after its subject."""
    low, back = words[at].low, at - 1
    while back and at - back < 3 and (words[back].kind == "R" or words[back].low in ("can", "do", "may", "have")):
        back -= 1
    subject, before = words[back].low, words[back - 1] if back else None
    if before and before.low not in _JOINTS and (before.kind in "VXTC" or before.low in LEADING):
        return None
    if subject in ("that", "which", "who") and before and before.kind in "NVMAO":
        return None
    is_base = LEMMAS.get(low, low) == low
    if subject in ("i", "we", "you", "u") and is_base:
        is_given = low in _GIVEN or (subject in ("you", "u") and low in _COUNTED_ON)
        if not is_given and (not is_timed or back < at - 1):
            return None
        return opening("given" if is_given else "present", words, at, at, back=back)
    return _of_thing(words, at, back, is_base=is_base) if is_timed or low == "stays" else None


def _of_thing(words: list[Word], at: int, back: int, *, is_base: bool) -> Opening | None:
    """ "Your claim gets paid", "the coins get added"."""
    low, subject = words[at].low, words[back]
    are_many = is_base and subject.kind == "N" and subject.low.endswith("s") and low in _ARRIVING
    if not are_many and (is_base or not low.endswith("s")):
        return None
    if subject.kind not in "NMVOA" or subject.low in _ASKING:
        return None
    made = opening("present", words, at, at)
    before = _word_before(words, made)
    is_led = before and before.low not in _JOINTS and (before.kind in "XCID" or before.low in LEADING)
    return None if is_led else made


def _word_before(words: list[Word], made: Opening | None) -> Word | None:
    earlier = [word for word in words if made and word.start < made.start]
    return earlier[-1] if earlier else None


def _of_arranged(words: list[Word], at: int) -> Opening | None:
    """ "I've asked Tom to ring you at 5", "we have a fitter coming on Friday"."""
    own = words[at].low.partition("'")[0] if "'" in words[at].low else ""
    if not own and not is_one(words, at - 1, ("i", "we")):
        return None
    after = past_adverbs(words, at + 1)
    rest = words[after + 1 : after + 7]
    if is_one(words, after, _ARRANGED) or any(word.low.endswith("ing") and word.kind == "V" for word in rest):
        return opening("arranged", words, at, after, own=own, back=None if own else at - 1)
    return None
