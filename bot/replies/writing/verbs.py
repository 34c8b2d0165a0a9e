"""Inflects English verbs, for words that are said back from our side: "send" gives "sends", "sent" and "sending"."""

import re

from bot.reading.word_classes import LEMMAS

_THIRD = {"have": "has", "do": "does", "go": "goes", "be": "is"}
_PAST = {
    "be": "was", "have": "had", "do": "did", "go": "went", "get": "got", "give": "gave", "take": "took", "come": "came",
    "send": "sent", "say": "said", "tell": "told", "make": "made", "know": "knew", "think": "thought", "see": "saw",
    "find": "found", "leave": "left", "pay": "paid", "buy": "bought", "bring": "brought", "keep": "kept",
    "hold": "held", "lose": "lost", "sell": "sold", "write": "wrote", "read": "read", "ring": "rang", "speak": "spoke",
    "break": "broke", "choose": "chose", "forget": "forgot", "begin": "began", "drive": "drove", "eat": "ate",
    "drink": "drank", "fall": "fell", "feel": "felt", "fly": "flew", "hear": "heard", "lead": "led", "lend": "lent",
    "mean": "meant", "meet": "met", "ride": "rode", "run": "ran", "sit": "sat", "sleep": "slept", "spend": "spent",
    "stand": "stood",
    "steal": "stole", "stick": "stuck", "teach": "taught", "throw": "threw", "wake": "woke", "wear": "wore",
    "win": "won", "put": "put", "set": "set", "cut": "cut", "let": "let", "cost": "cost", "hurt": "hurt",
    "shut": "shut", "catch": "caught", "build": "built", "understand": "understood",
}  # fmt: skip
_DOUBLED = frozenset("cancel swap stop ship put set get let transfer reset sit begin refer drop plan shut cut fit slip "
                     "travel refit unplug plug tap pop run hit chip".split())  # fmt: skip


_MORE = frozenset(
    "include contain support provide operate maintain guarantee require involve affect qualify speak sort redo "
    "apologise "
    "amend authorise dispatch estimate examine inspect organise remake refit repaint replant reverse verify "
    "validate".split()
)


def is_base(word: str) -> bool:
    """A verb in the form that stands after "to" or "can"."""
    low = word.lower()
    return LEMMAS.get(low, "") == low or low in _MORE


def third(verb: str) -> str:
    if verb in _THIRD:
        return _THIRD[verb]
    if re.search(r"(?:s|sh|ch|x|z)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def past(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    if verb in _DOUBLED:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"


def gerund(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + "ing"
