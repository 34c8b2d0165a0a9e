"""Tells whether something that a draft asks for was given in the thread, or is known already."""

import re
from collections.abc import Iterator

from bot.reading.words import sentences
from bot.standard.burdens import bidden
from bot.standard.context import Context, KnownFact
from bot.standard.segmentation import Sentence
from bot.standard.semantic_fields import topics

_IN_HAND = re.compile(
    r"\b(?:received|attached|on file|complete|uploaded|accepted|submitted|in the system|already here|given)\b",
    re.IGNORECASE,
)
_STILL_TO_COME = re.compile(r"\b(?:missing|incomplete|illegible|unreadable|blurred|expired|wrong|needed|not)\b", re.I)
_TRIED_NAMES = re.compile(r"(?:^|_)(?:tried|tries|done|steps|attempts|already|restarted|tested_by_customer)(?:_|$)")
_THEY_TRIED = re.compile(
    r"\bI(?:'ve| have)? (?:already |also |even |just )*(?:tried|turned|changed|reset|restarted|rebooted|cleared|"
    r"checked|"
    r"reinstalled|re-installed|updated|unplugged|cleaned|replaced|swapped|used|switched|removed|deleted|charged|"
    r"measured|"
    r"pressed|logged|followed|read|filled|done|did|went|looked|emptied|opened|tested|plugged|rebooted|uninstalled)\b"
    r"[^.!?]*",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"(?:turn|re-?start|reset|clear|re-?install|uninstall|update|unplug|plug|check|clean|change|replace|swap|try|"
    r"press|log|"
    r"charge|switch|delete|re-?boot|install|download|use|open|empty|tighten|refresh|sign)\b",
    re.IGNORECASE,
)
_SHORT_NAMES = {"no": "number", "ref": "reference", "id": "number", "nr": "number", "tel": "phone", "doc": "document"}
_HOLLOW = frozenset(
    "how what why when where who which next answer detail details thing note copy status age now time day way help "
    "question problem issue reply agent update open closes it new old this that".split()
)
_AND_THEN = re.compile(
    r"[;:]|,? (?:and|so|then|because|before|after|until|once|when) (?:I|we|they|it|that|our)\b|, so\b|[?!.]\s"
)


def asked_again(asked: str, context: Context) -> KnownFact | None:
    """The known fact that is asked for although the customer gave it or it has come in."""
    asked = _AND_THEN.split(asked)[0]
    for fact in context.facts_in_hand:
        if fact.is_unknown or _STILL_TO_COME.search(fact.value) or not _is_wanted(fact, asked):
            continue
        if fact.key in context.given or _is_from_them(fact, context) or _IN_HAND.search(fact.value):
            return fact
    return None


def _is_wanted(fact: KnownFact, asked: str) -> bool:
    """Every word of the fact's name is asked for, and not one of its kind that is new."""
    names = [_SHORT_NAMES.get(part, part) for part in re.split(r"[_\s-]", fact.key.lower()) if len(part) > 1]
    if all(name in _HOLLOW for name in names):
        return False
    if not all(_is_named(name, asked) for name in names):
        return False
    return not re.search(
        rf"\b(?:new|other|another|second|different|which of)\b[^.?!]{{0,20}}{names[0][:4]}", asked, re.I
    )


def _is_named(name: str, asked: str) -> bool:
    stems = topics(name)
    is_written = re.search(rf"\b{re.escape(name.removesuffix('s'))}(?:e?s)?\b", asked, re.IGNORECASE)
    return bool(is_written) or (bool(stems) and stems <= topics(asked))


def _is_from_them(fact: KnownFact, context: Context) -> bool:
    """A number or name of the fact stands in what the customer wrote."""
    marked = [word for word in re.findall(r"[\w./@-]+", fact.value) if re.search(r"\d|@", word)]
    if marked:
        return any(word.lower() in context.customer_text.lower() for word in marked)
    words = topics(fact.value)
    return bool(words) and words <= topics(context.customer_text)


def steps_again(sentence: Sentence, context: Context) -> str:
    """The steps that the customer is told to take once more; empty when they are new."""
    tried = [topics(stretch) for stretch in _tried(context)]
    for asked in bidden(sentence):
        for piece in map(str.strip, re.split(r",| and | then ", asked)):
            about, first = topics(piece), topics(" ".join(piece.split()[:1]))
            if (
                first
                and _STEP.match(piece)
                and any(first <= done and (len(about & done) >= 2 or about <= done) for done in tried)
            ):
                return piece.strip(" .,")
    known = [fact for fact in context.facts if _TRIED_NAMES.search(fact.key.lower())]
    asks = re.search(
        r"\b(?:would|could|can|will) you (?:please |also |just )?(?:try|check|restart|reset)\b[^.?!]*",
        sentence.body,
        re.I,
    )
    if asks and any(topics(asks.group()) & topics(fact.value) for fact in known):
        return asks.group()
    return ""


def _tried(context: Context) -> Iterator[str]:
    for sentence in sentences(context.customer_text):
        yield from (match.group() for match in _THEY_TRIED.finditer(sentence))
