"""Refuses words that would not read as a native speaker's: better a plainer sentence than a broken one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.feelings import shouting
from bot.reading.noun_phrases import Token, tokens_of
from bot.reading.word_classes import LEMMAS
from bot.replies.writing.verbs import is_base

_I = re.IGNORECASE
MOST_WORDS = 24
_OBJECTS = frozenset("us me him them her".split())
_PLURAL_SUBJECTS = frozenset("i you we they these those".split())
_SINGULAR_SUBJECTS = frozenset("he she it this that".split())
_NOMINATIVE = frozenset("i you we they he she it anyone anybody someone somebody nobody".split())
_SINGULAR_BE = frozenset("is was isn't wasn't has hasn't does doesn't am".split())
_PLURAL_BE = frozenset("are were aren't weren't have haven't do don't".split())
_DANGLING = frozenset(
    "the a an my your our his their its of at than into onto per via and or but if when while because so although that "
    "whether which who whose what why how very too to as is are was were be been am do does did will would can could "
    "should may might must shall has have had not no every some any such i'm you're we're they're it's next "
    "from by like please knowing".split()
)
_MAY_END_WH = frozenset(
    "is are was were be am do does did will can could should would has have had from to as like by".split()
)
_ASKED = frozenset("when where how what who which why whose".split())
_TALKS = re.compile(r"https?:|www\.|@|[<>{}|\\*#]|\n|[!?;]|\s[-–—]\s|\.\s|\([a-z0-9]\)|\.\.|…", _I)
_ON_THE_WEB = re.compile(
    r"(?<![\w.])(?:[a-z0-9][\w-]*\.)+"
    r"(?!(?:pdf|jpe?g|png|gif|heic|docx?|xlsx?|pptx?|csv|txt|json|xml|mp4|js|exe)\b)[a-z]{2,}(?!\w)",
    _I,
)
"""A name of a place on the web: a chat makes a link of it, whoever wrote it first. The name of a file is none."""
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|mine|myself)\b", _I)
_SLANG = re.compile(
    r"\b(?:u|ur|pls|plz|thx|cuz|gonna|wanna|gotta|dunno|lol|omg|idk|wtf|w/|ya|ye|yer|asap)\b|(?<!\w)&(?!\w)|(.)\1\1", _I
)
_MISWRITTEN = re.compile(
    r"\bits (?:gone|been|not|a|an|the|still|broken|late|fine|ok|okay|too|so|very|only|just|getting|going)\b|"
    r"\b(?:your|our) (?:the|welcome|going|not|a)\b|"
    r"\b(?:dont|cant|wont|didnt|isnt|doesnt|wasnt|havent|hasnt|im|ive|thats)\b|"
    r"\b(?:how many|what|when|how long)\b.*\bit (?:arrive|come|take|cost|start|close|open|leave)$",
    _I,
)
"""Slips that are the customer's to make and not ours to repeat."""
_VERB_LIKE = frozenset("XV")


def is_fluent(words: str) -> bool:
    """Whether a clause or phrase, already turned to our side, can stand inside of a sentence of ours."""
    words = words.strip()
    tokens = tokens_of(words)
    if not tokens or len(words.split()) > MOST_WORDS or _SLANG.search(words):
        return False
    if _TALKS.search(words) or _ON_THE_WEB.search(words) or _MISWRITTEN.search(words):
        return False
    if _FIRST_PERSON.search(words) or shouting(words) or not _is_closed(words):
        return False
    return not (
        _has_many_for_one(tokens)
        or _is_doubled(tokens)
        or _dangles(tokens)
        or _has_wrong_case(tokens)
        or _has_wrong_agreement(tokens)
        or _is_in_question_order(tokens)
        or _lacks_verb(tokens)
    )


def _is_closed(words: str) -> bool:
    """Quotation marks and brackets come in pairs."""
    plain = re.sub(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)", "", words)
    if any(plain.count(mark) % 2 for mark in "\"'"):
        return False
    return plain.count("(") == plain.count(")") and plain.count("“") == plain.count("”")


def _is_doubled(tokens: Sequence[Token]) -> bool:
    pairs = pairwise(tokens)
    return any(one.low == other.low and one.low not in ("had", "that") and one.kind != "M" for one, other in pairs)


def _dangles(tokens: Sequence[Token]) -> bool:
    last = tokens[-1]
    if last.low in ("that", "this", "these", "those") and len(tokens) > 2 and tokens[-2].kind == "I":
        return False  # "Whether there is a fee for that".
    if last.low == "next":
        return tokens[-2].kind not in "VN" if len(tokens) > 1 else True
    if len(tokens) > 1 and tokens[-2].low in _ASKED and last.kind == "O":
        return True  # "And why you".
    if last.kind == "M" and last.text.isdigit() and len(tokens) > 1 and tokens[-2].low in ("on", "by", "until", "from"):
        return True  # "Before you fly on 12".
    if last.kind == "C" or (
        last.kind == "D"
        and last.low
        not in (
            "this",
            "that",
            "these",
            "those",
            "either",
            "neither",
            "both",
            "all",
            "one",
            "other",
            "same",
            "any",
            "each",
        )
    ):
        return last.low not in ("why", "how", "when", "where")
    if last.low not in _DANGLING:
        return last.kind == "." and last.text not in "%)\"'”"
    if last.kind in "IT" and len(tokens) > 2 and tokens[-2].kind == "V":
        return False  # "Somebody you can talk to".
    return not (tokens[0].low in _ASKED and last.low in _MAY_END_WH)


def _has_wrong_case(tokens: Sequence[Token]) -> bool:
    """ "Us pulled the tooth": an object's form where somebody does something; and "for we" the other way round."""
    for place, token in enumerate(tokens[:-1]):
        before, after = tokens[place - 1] if place else None, tokens[place + 1]
        starts = before is None or before.kind == "C" or before.low in ("that", "whether")
        if token.low in _OBJECTS and token.low != "her" and starts and after.kind in _VERB_LIKE:
            return True
        if token.low in _OBJECTS and token.low != "her" and after.kind == "X" and after.low not in ("being", "be"):
            return True
    for place, token in enumerate(tokens):
        if token.low in ("we", "they", "he", "she") and place and tokens[place - 1].kind in "T":
            return True
        if token.low == "we" and place and tokens[place - 1].low in ("for", "from", "with", "of", "by", "at", "about"):
            return True
    return False


def _has_wrong_agreement(tokens: Sequence[Token]) -> bool:
    for place, token in enumerate(tokens[:-1]):
        if token.kind not in "ODNP":
            continue
        verb = _verb_after(tokens, place)
        if place and tokens[place - 1].kind in "VI":
            continue  # "The code we gave you is valid".
        if verb is None or (
            place and tokens[place - 1].low in ("and", "or", "nor", "let", "make", "help", "see", "have")
        ):
            continue
        if token.low in _PLURAL_SUBJECTS and token.kind == "O" and (_is_third(verb) or verb.low in _SINGULAR_BE):
            return True
        if token.low in _SINGULAR_SUBJECTS and token.kind == "O" and verb.low in _PLURAL_BE - {"were", "weren't"}:
            return True
        is_alone = token.kind in "NP" or (token.kind == "O" and token.low in _SINGULAR_SUBJECTS)
        if is_alone and _is_bare(tokens, place, verb):
            return True
    return False


def _has_many_for_one(tokens: Sequence[Token]) -> bool:
    """ "Whether your money have back"."""
    return any(
        one.kind == "N" and other.low in ("have", "haven't") and _is_single_subject(tokens, place)
        for place, (one, other) in enumerate(pairwise(tokens))
    )


def _is_single_subject(tokens: Sequence[Token], place: int) -> bool:
    starts = next((back for back in range(place - 1, -1, -1) if tokens[back].kind not in "NPDMAG"), -1)
    is_plural = tokens[place].low.endswith("s") or tokens[place].low in ("people", "children", "men", "women", "they")
    return starts >= 0 and tokens[starts].low in ("whether", "that", "when", "why") and not is_plural


def _verb_after(tokens: Sequence[Token], place: int) -> Token | None:
    rest = place + 1
    while rest < len(tokens) and tokens[rest].kind == "R":
        rest += 1
    return tokens[rest] if rest < len(tokens) and tokens[rest].kind in _VERB_LIKE else None


def _is_third(verb: Token) -> bool:
    return (
        verb.kind == "V" and verb.low.endswith("s") and verb.lemma != verb.low and verb.low not in ("is", "has", "was")
    )


def _is_bare(tokens: Sequence[Token], place: int, verb: Token) -> bool:
    """A singular subject with a verb that has no ending: "whether the estimate hold"."""
    noun = tokens[place].low
    starts = next((back for back in range(place, -1, -1) if tokens[back].kind not in "NPDMAG" and back != place), -1)
    is_subject = starts >= 0 and (tokens[starts].low in ("whether", "that") or tokens[starts].low in _ASKED)
    has_modal = any(token.kind == "X" for token in tokens[max(0, starts) : place])
    is_plural = (noun.endswith("s") and not noun.endswith(("ss", "us"))) or noun in (
        "people",
        "children",
        "men",
        "women",
    )
    is_joined = any(token.low in ("and", "or") for token in tokens[:place])
    if not is_subject or has_modal or is_plural or is_joined or verb.kind != "V":
        return False
    return (
        is_base(verb.low) and LEMMAS.get(verb.low) == verb.low and verb.low not in ("put", "cost", "set", "cut", "read")
    )


def _is_in_question_order(tokens: Sequence[Token]) -> bool:
    """ "Whether you come on Saturday is anyone there": an auxiliary right before its subject."""
    pairs = list(pairwise(tokens))
    return any(
        one.kind == "X"
        and other.low in _NOMINATIVE
        and not (place and (tokens[place - 1].low in ("so", "than", "as") or tokens[place - 1].kind in "XT"))
        for place, (one, other) in enumerate(pairs)
    )


def _lacks_verb(tokens: Sequence[Token]) -> bool:
    """A clause after "whether", "when", "why" needs a subject and a verb."""
    if tokens[0].low not in ("whether", "when", "why", "that"):
        return False
    if len(tokens) == 3 and tokens[1].low in _NOMINATIVE:
        return False  # "Whether we cater".
    if tokens[-1].kind == "N" and tokens[-1].low.endswith("s") and len(tokens) > 3 and tokens[-2].kind == "N":
        return False  # "Whether the fee differs".
    return not any(_may_be_verb(token) for token in tokens[1:]) or (
        len(tokens) > 1 and tokens[1].kind == "V" and not tokens[1].low.endswith("ing")
    )


def _may_be_verb(token: Token) -> bool:
    return token.kind in _VERB_LIKE or is_base(token.low) or (token.low.endswith("s") and is_base(token.low[:-1]))
