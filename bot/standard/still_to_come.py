"""Tells when a draft calls done what is known to be still to come: planned, waiting for a yes, or not yet begun."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.known_states import HEDGED
from bot.standard.measures import measures, numbers
from bot.standard.polarity import is_negated
from bot.standard.segmentation import Clause, Sentence
from bot.standard.semantic_fields import is_about, shares_words, topics

_DONE_ALREADY = re.compile(
    r"\b(?:last (?:week|month|year|night|\w+day)|yesterday|this morning|already|earlier|ago|the same (?:day|night)|"
    r"just (?:now)?)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:booked for|scheduled|planned|due (?:on|in|by)|set for|to be \w+ed|starts? (?:on|in|next)|not before|"
    r"next (?:week|month|\w+day)|tomorrow|will be|from (?:next|tomorrow))\b",
    re.IGNORECASE,
)
_WAITING = re.compile(
    r"\b(?:wait(?:s|ing) (?:for|on)|awaits?|awaiting|needs? (?:the |an? )?(?:approval|sign-?off|signature|ok|yes|"
    r"consent)"
    r"|subject to|pending|not (?:yet )?(?:released|authori[sz]ed|signed off|approved|triggered|transferred|paid|sent|"
    r"refunded|issued|posted))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|nothing) (?:\w+ )?(?P<deed>\w{3,}(?:ed|en|nt|ne|ad)|begun|made|put)\b(?: yet)?", re.IGNORECASE
)
_UNDONE = re.compile(
    r"\bun(?P<deed>read|opened|paid|sent|signed|answered|spent|touched|checked|tested|delivered|sold|used|confirmed|"
    r"finished|processed|repaired|booked|seen|filed|packed|collected|claimed|reviewed)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|has been|have been|had|did|\w{3,}ed|went|came|sent|left|took|brought|put)\b", re.I)
_PERFECT = re.compile(
    r"(?:\b(?:have|has|had|been|was|were|got|went|is)|'ve|'s) (?:\w+ly |already |just |all |now )*"
    r"(?:\w{3,}ed|sent|paid|spent|bought|read|seen|put|made|done|gone|through|off|back|on its way)\b|\bread your\b",
    re.IGNORECASE,
)
_SAME_DEED = (frozenset("spent used bought paid gone".split()), frozenset("paid sent transferred refunded".split()))


def done_too_soon(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact that is still to come, where the sentence tells it as done."""
    if sentence.is_question:
        return None
    for clause in sentence.clauses:
        if HEDGED.search(clause.text) or is_negated(clause.text):
            continue
        for fact in context.facts:
            if _is_planned_only(fact, clause) or _is_undone(fact, clause, sentence, context):
                return fact
    return None


def _is_planned_only(fact: KnownFact, clause: Clause) -> bool:
    if not (_DONE_ALREADY.search(clause.text) and _PAST.search(clause.text)):
        return False
    is_planned = _PLANNED.search(fact.value) and not _PAST.search(_PLANNED.sub("", fact.value))
    is_named = bool(fact.key_topics) and fact.key_topics <= topics(clause.text)
    return bool(is_planned) and is_named and not _shares_day(clause.text, fact)


def _is_undone(fact: KnownFact, clause: Clause, sentence: Sentence, context: Context) -> bool:
    """It waits for somebody, or a deed is not done yet, and the clause has that deed done."""
    if not _PERFECT.search(clause.text) or not _is_its_matter(fact, clause, sentence, context):
        return False
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", clause.text)}
    undone = _UNDONE.search(fact.value) or _NOT_YET.search(fact.value)
    if undone:
        deed = undone["deed"].lower()
        alike = {each for family in _SAME_DEED if deed in family for each in family} | {deed}
        return bool(alike & words)
    return bool(_WAITING.search(fact.value)) and bool(words & {"paid", "transferred", "refunded", "sent", "credited"})


def _is_its_matter(fact: KnownFact, clause: Clause, sentence: Sentence, context: Context) -> bool:
    about, asked = topics(sentence.body), topics(context.newest_text)
    shared = {each for each in numbers(fact.value) & numbers(sentence.body) if each > 1}
    is_named = any(is_about(word, about) for word in fact.key_topics)
    return bool(shared) or (is_named and shares_words(fact.topics, asked | about))


def _shares_day(text: str, fact: KnownFact) -> bool:
    return bool(
        {(each.kind, each.value) for each in measures(text)}
        & {(each.kind, each.value) for each in measures(fact.value)}
    )
