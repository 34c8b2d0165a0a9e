"""Cuts a sentence into the clauses that may each ask for one thing."""

import re

from bot.reading.forms import IMPERATIVE, OPENER, ORDERED, REQUEST, SPLIT, SPLIT_REQUEST, VERBS, WH
from bot.reading.wishes import wished

_I = re.IGNORECASE

_AS_TOLD = re.compile(
    r"^.*?\b(?:second|other|first|last|earlier) question,? ((?:whether|if|what|when|where|how|who|which)\b.*)$"
    r"|^(?:please )*tell (?:me|us)(?: that)? (?P<it>it|this|that|they|(?:the|my|our) \w+) (?P<verb>can|could|will|"
    r"is|are|was|has)\b",
    _I,
)
"""What leads to a question that was put before, and the hope in "please tell me it can be restored"."""


def _as_asked(told: re.Match[str]) -> str:
    return told[1] or f"{told['verb']} {told['it']}"


def clauses_of(sentence: str) -> list[str]:
    if wished(without_openers(sentence)):
        return [sentence]
    twice = _AND_HOW.match(sentence)
    if twice:
        return [f"{twice['first']} {twice['rest']}?", f"{twice['second']} {twice['rest']}?"]
    if ORDERED.match(without_openers(sentence)) and "," in sentence and not REQUEST.match(without_openers(sentence)):
        return [f"{item.strip(' .')} please" if "please" not in item else item for item in sentence.split(",")]
    pieces = [piece for piece in SPLIT.split(_AS_TOLD.sub(_as_asked, sentence)) if piece]
    found: list[str] = []
    for piece in pieces:
        bare = without_openers(piece)
        is_order = REQUEST.match(bare) or IMPERATIVE.match(bare)
        for part in SPLIT_REQUEST.split(piece) if is_order else [piece]:
            found.extend(_two_things(part))
    return found


_AND_HOW = re.compile(
    rf"^(?P<first>{WH}) (?P<rest>.{{5,}}?),? (?:and|or) (?P<second>how|why|where|when|how much|for how long)\?*$", _I
)
_TWO_THINGS = re.compile(
    r"^(?P<verb>(?:.*\b)?(?:send|give|show|tell|email|mail|let me have|want|need|get|have)(?: me| us)?) "
    r"(?P<one>(?:(?:a|an|the|my|our|your|some) )?[\w' -]{3,40}?) and "
    r"(?P<two>(?:a|an|the|my|our|your|some) [\w' -]{3,40})(?P<rest>[,.!?].*)?$",
    _I,
)


def _two_things(request: str) -> list[str]:
    """ "Send me the form and the name of your manager" asks for two things."""
    both = _TWO_THINGS.match(request)
    if not both or request.rstrip().endswith("?") or re.search(r"\b(?:between|both)\b", request, _I):
        return [request]
    return [f"{both['verb']} {both['one']}", f"{both['verb']} {both['two']}"]


def without_openers(clause: str) -> str:
    before = ""
    while clause != before:
        before = clause
        clause = OPENER.sub("", clause, count=1).strip()
        named = re.match(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-Z][\w'-]+,\s+(?=\w)", clause)
        clause = clause[named.end() :] if named else clause
    return clause


_LATER_PLEASE = re.compile(
    rf"^(?P<when>(?:from|on|in|for|until|after|before|by|at|next|then|as of) [\w ]{{1,24}}?),? (?P<rest>please "
    rf"(?:{VERBS})\b.*)$",
    _I,
)


def with_please_first(clause: str) -> str:
    """ "From May please send it to me" is "please send it to me from May"."""
    later = _LATER_PLEASE.match(clause)
    return f"{later['rest'].rstrip('.!')} {later['when'][:1].lower()}{later['when'][1:]}" if later else clause
