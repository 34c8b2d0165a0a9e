"""Finds the clauses without a subject that could be promises: "sending it now", "back to you by 3", "ETA 3pm"."""

from bot.promises.notice_grammar import (
    BREAKS,
    CRIES,
    PASTS,
    WILL_FORMS,
    Opening,
    Word,
    begins,
    is_doing,
    is_joined,
    is_one,
)
from bot.reading.word_classes import LEMMAS

_LETTING = ("let", "lemme", "allow")
_ASKING_TIME = ("give", "allow", "gimme")
_NOT_IN_NOTES = frozenset({"i", "we", "please", "pls", "kindly"})


def fragments(words: list[Word], found: list[Opening], *, is_timed: bool) -> list[Opening]:
    """`found` are the openings with a subject; "give me ten minutes and I'll have it" is one of those alone."""
    here = [each for at in range(len(words)) if (each := _at(words, at, found, is_timed=is_timed))]
    last = found[-1].start if found else 0
    return [each for each in here if each.start > last or words[each.at].low not in _ASKING_TIME]


def _at(words: list[Word], at: int, found: list[Opening], *, is_timed: bool) -> Opening | None:
    word = words[at]
    if not begins(words, at) or word.kind in ".XO" or any(each.start <= word.start <= each.deed for each in found):
        return None
    form, verb = _form(words, at, found, is_timed=is_timed)
    return Opening(form, word.start, words[verb].start, (), "", verb) if form and verb < len(words) else None


def _form(words: list[Word], at: int, found: list[Opening], *, is_timed: bool) -> tuple[str, int]:
    """The form, empty when nothing begins here, and the place of the verb."""
    word = words[at]
    if word.low == "lemme" or (word.low in _LETTING and is_one(words, at + 1, ("me", "us"))):
        return "let", at + (1 if word.low == "lemme" else 2)
    if is_doing(word):
        return "doing", at
    if _goes_on(words, at, found):
        return "", at
    if is_joined(words, at) and at > 1 and words[0].low in _LETTING and word.low in LEMMAS:
        return "let", at
    is_verb = LEMMAS.get(word.low) == word.low and not (is_timed and _is_noun_here(words, at))
    if is_verb or word.low in ("back", "brb", "expect"):
        return "bare", at
    return ("note", at) if is_timed and _is_note(words, at) else ("", at)


def _goes_on(words: list[Word], at: int, found: list[Opening]) -> bool:
    """Whether the verb has its subject before: "I'll ask the chef and text you", "I'll ask, find out, and text"."""
    if is_joined(words, at):
        return any(each.start < words[at].start for each in found)
    is_listed = is_one(words, at - 1, (",",)) and words[at].kind == "V"
    return is_listed and bool(found) and found[-1].form in WILL_FORMS and found[-1].start < words[at].start


def _is_noun_here(words: list[Word], at: int) -> bool:
    """ "Refund going out today", "update by 3": the word that may be a verb is a noun before these."""
    return at + 1 < len(words) and words[at + 1].kind in "VIM." and words[at + 1].low not in ("with", "to", "in")


def _is_note(words: list[Word], at: int) -> bool:
    word = words[at]
    is_name = word.text[0].isupper() and is_one(words, at + 1, (",", "!"))
    is_noun = word.kind in "NADMV" or word.low == "more"
    return is_noun and not is_name and word.low not in CRIES and _is_verbless(words, at)


def _is_verbless(words: list[Word], at: int) -> bool:
    for place in range(at, len(words)):
        word, after = words[place], words[place + 1 : place + 2]
        if word.text == "," and ((after and after[0].kind == "X") or is_one(words, place + 2, (",",))):
            continue
        if word.text in BREAKS:
            return True
        has_object = bool(after) and after[0].kind in "OD"
        if word.kind == "X" or word.low in _NOT_IN_NOTES or (word.low in PASTS and has_object):
            return False
    return True
