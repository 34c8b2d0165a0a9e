"""Cuts a sentence into the clauses that may each ask for one thing."""

import re

from bot.reading.forms import IMPERATIVE, OPENER, ORDERED, QUESTION, REQUEST, SPLIT, SPLIT_REQUEST, VERBS, WH
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


_LEADING = re.compile(
    r"^(?:(?:and|but|so) )?(?:(?:if|when|as|since|because|before|after|once|while|now that|given|for|in|to|with|due "
    r"to|instead)\b"
    r"[^?,:]{3,60}(?:,|(?= (?:can|could) (?:you|u|i|we)\b))|as (?:his|her|their|my|the|a|an|your|our) \w+(?: of [\w "
    r"]{2,20}?)?)\s+"
    r"(?=(?:please|pls|can|could|would|will|do|does|is|are|may|(?:(?:until|till|by|from|since) )?(?:what|when|which)|"
    r"where|how|who|why|(?:i|we)(?:'d| would| "
    r"should| need|"
    r" want| wish| have))\b)",
    _I,
)
_BEFORE_WHETHER = re.compile(
    r"\b(know|hear|tell me|find out) (?:before|by|until|till|after) (?:(?! and )[^,?.]){3,25}? (whether|if|what|how|"
    r"where)\b",
    _I,
)
_AND_IF = re.compile(r"\b(know|tell (?:me|us)|wonder(?:ing)?|ask|confirm|check)\b([^.?!]{5,}?),? and if "
                     r"(?=(?:[a-z]+ ){1,3}(?:can|may|will|is|are|has|have|do|does|must|[a-z]+s)\b)", _I)  # fmt: skip
_AND_THAT = re.compile(
    r"^(?P<lead>.*?\b(?:confirm|check|tell (?:me|us)|make sure|say|promise|assure (?:me|us))(?: me)?) that "
    r"(?P<one>.{6,}?),? "
                       r"and that (?P<two>.{6,})$", _I)  # fmt: skip


def clauses_of(sentence: str) -> list[str]:
    if told := _AND_THAT.match(sentence):
        return [f"{told['lead']} that {told['one']}", f"{told['lead']} that {told['two']}"]
    sentence = _AND_IF.sub(r"\1\2 and whether ", sentence)
    sentence = _LEADING.sub("", _BEFORE_WHETHER.sub(r"\1 \2", sentence))
    if wished(without_openers(sentence)):
        return [sentence]
    twice = _AND_HOW.match(sentence)
    if twice:
        return [f"{twice['first']} {twice['rest']}?", f"{twice['second']} {twice['rest']}?"]
    if ORDERED.match(without_openers(sentence)) and "," in sentence and not REQUEST.match(without_openers(sentence)):
        return [
            f"{item.strip(' .')} please" if "please" not in item else item for item in re.split(r",(?!\d)", sentence)
        ]
    if sentence.endswith("?") and QUESTION.match(without_openers(sentence)):
        sentence = _LISTED.sub(" and ", sentence)
    pieces = [piece for piece in SPLIT.split(_AS_TOLD.sub(_as_asked, sentence)) if piece]
    found: list[str] = []
    for piece in pieces:
        bare = without_openers(piece)
        is_order = REQUEST.match(bare) or IMPERATIVE.match(bare) or _CAN_I_AND.match(bare)
        for part in SPLIT_REQUEST.split(piece) if is_order else [piece]:
            found.extend(_two_things(part))
    return found


_CAN_I_AND = re.compile(r"^(?:can|could|may|might) (?:i|we) .+ and (?:get|have|keep|pay|change|swap)\b", _I)
_LISTED = re.compile(
    r",\s+(?=(?:is|are|do|does|can|may|will) (?:the |there |my |our |it |you |we )?(?!not\b|that\b|this\b)[a-z]+ "
    r"\w+)",
    _I,
)
"""A row of questions: "is the pool open, are towels included and can we check in early"."""
_AND_HOW = re.compile(
    rf"^(?P<first>{WH}) (?P<rest>.{{5,}}?),? (?:and|or) (?P<second>how|why|where|when|how much|for how long)\?*$", _I
)
_TWO_THINGS = re.compile(
    r"^(?P<verb>(?:.*\b)?(?:send|give|show|tell|email|mail|let me have|want|need|get|have|update|change|correct|"
    r"include|return)(?: me| us)?) "
    r"(?P<one>(?:(?:a|an|the|my|our|your|some) )?[\w' -]{3,40}?) and "
    r"(?P<two>(?:a|an|the|my|our|your|some) [\w' -]{3,40})(?P<rest>[,.!?].*)?$",
    _I,
)


_IS_TOLD = re.compile(
    r"^(?:the|my|our|your) (?:\w+ ){1,3}?(?:is|are|was|were|has|have|does|doesn't|won't|can't|flickers|leaks|"
    r"rattles|squeaks|wobbles|sticks|drips|beeps|fails|stops|keeps|smells|broke|stopped)\b",
    _I,
)
"""What follows "and" tells of a fault and names no second thing to be sent."""
_THING = r"(?:(?:a|an|the|my|our|your|some|half|another|all) )[\w' -]{2,30}?"
_MANY_THINGS = re.compile(
    r"^(?P<verb>(?:.*\b)?(?:send|give|show|email|mail|want|need|get|have|require|demand|expect)(?: me| us)?) "
    rf"(?P<first>{_THING})"
    rf"(?P<more>(?:, {_THING})+),? and (?P<last>{_THING})[.!?]*$",
    _I,
)


def _two_things(request: str) -> list[str]:
    """ "Send me the form and the name of your manager" asks for two things; a row of things asks for each."""
    if many := _MANY_THINGS.match(request):
        things = [many["first"], *many["more"].strip(" ,").split(", "), many["last"]]
        return [f"{many['verb']} {thing}" for thing in things]
    both = _TWO_THINGS.match(request)
    if both and _IS_TOLD.match(both["two"]):
        return [f"{both['verb']} {both['one']}", both["two"]]
    if not both or request.rstrip().endswith("?") or re.search(r"\b(?:between|both)\b", request, _I):
        return [request]
    return [f"{both['verb']} {both['one']}", f"{both['verb']} {both['two']}"]


def without_openers(clause: str) -> str:
    before = ""
    while clause != before:
        before = clause
        clause = OPENER.sub("", clause, count=1).strip()
        named = re.match(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-Z][\w'/-]+(?: [A-Z][\w'-]+)?,\s+(?=\w)", clause)
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
