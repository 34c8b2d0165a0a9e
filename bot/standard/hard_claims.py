"""Finds claims that need proof: laws, studies, our rules without exception, and what nobody knows yet."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.known_causes import cause_known
from bot.standard.known_states import HEDGED
from bot.standard.phrases import any_of
from bot.standard.polarity import is_unknown
from bot.standard.segmentation import Clause, Sentence
from bot.standard.semantic_fields import shares_words, topics
from bot.standard.states import pieces, states

_AUTHORITY = any_of(
    r"by law",
    r"legally(?: (?:required|obliged|bound))?",
    r"the law (?:says|requires|forbids|demands)",
    r"(?:eu|new|safety|hygiene|tax|strict|legal|government|federal|fire|health) (?:regulations?|rules|law|directive)",
    r"(?:a|recent|new|several|independent|our own) (?:\w+ )?(?:study|studies|surveys?|research)",
    r"studies (?:show|prove|have)",
    r"scientifically(?: \w+)?",
    r"clinically (?:tested|proven)",
    r"experts? (?:say|agree|recommend|confirm)\w*",
    r"statistics (?:show|say|prove)",
    r"for (?:security|legal|safety|data protection|technical|tax|insurance|privacy|hygiene|compliance) reasons",
    r"(?:under|because of|due to|according to) (?:the )?gdpr",
    r"industry[- ]standard",
    r"market[- ]leading",
    r"(?:all|every|any) (?:other )?(?:compan(?:y|ies)|shops?|providers?|competitors?|banks?|hotels?|airlines?) (?:do|"
    r"does|"
    r"has|have|charges?)",
    r"nine out of ten",
    r"(?:most|all|99 ?%) of our (?:customers|users|guests)",
)
_LAW = re.compile(r"\b(?:law|legal\w*|lawful\w*|statut\w+|regulations?|directive|act)\b", re.IGNORECASE)
_RULE = re.compile(
    r"\bwe (?:always|automatically|invariably) (?:refund|repaint|replace|pay|waive|give|cover|grant|"
    r"credit|compensate)\b|"
    r"\bin (?:all )?such cases,? we\b|"
    r"\b(?:it's|it is|that's|as) (?:our )?(?:standard|usual|normal|company) (?:practice|procedure|policy|process)\b",
    re.IGNORECASE,
)
_OPEN_STILL = re.compile(
    r"\bnot (?:yet )?(?:certified|looked|tested|asked|found|seen|verified|measured|agreed|booked|started|finished|"
    r"ready)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?:\b(?:not|no|nobody|cannot|can't)|n't)\b[\w ]{0,20}\b(?:yet|certain|clear|sure|known|knows?|tested|date|"
    r"decided|"
    r"certified|confirmed|say|tell|promise|measured|checked)\b|\b(?:yet|still|until)\b",
    re.IGNORECASE,
)
_WHAT_IT_IS = re.compile(r"\b(?:is|are|has|have|contains?|comes?|made|includes?)\b|'s\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(?:fully|completely|entirely|absolutely|definitely|certainly|totally|perfectly|100 ?%|guaranteed|for (?:sure|"
    r"certain)|of course|in all|every|all (?:of|the)|no (?:doubt|trouble|problem|question|worry|need to worry)|"
    r"confirmed|"
    r"(?:count|rely|bank) on|don't worry|easily|without (?:a second thought|worr\w+|any)|never|always|free of)\b|"
    r"^yes\b",
    re.IGNORECASE,
)


def claimed_without_proof(sentence: Sentence, context: Context) -> re.Match[str] | None:
    """The words that call on a law, a study or a rule of ours of which nothing is known."""
    body = sentence.body
    if sentence.is_question:
        return None
    found = _AUTHORITY.search(body)
    is_held = found and (
        shares_words(topics(found.group()), context.evidence_topics)
        or (_LAW.search(found.group()) and _LAW.search(context.evidence))
    )
    if found and not is_held:
        return found
    rule = _RULE.search(body)
    if rule and not _is_held(topics(body[rule.end() :]), context):
        return rule
    return None


def _is_held(said: frozenset[str], context: Context) -> bool:
    """Most of its words stand in what is known."""
    held = [word for word in said if shares_words(frozenset({word}), context.evidence_topics)]
    return not said or len(held) * 2 > len(said)


def settled_too_soon(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact that is still open, where the sentence tells it as settled."""
    if sentence.is_question:
        return None
    for clause in sentence.clauses:
        if HEDGED.search(clause.text) or _NOT_YET.search(clause.text) or re.match(r"(?:I|we)\b", clause.text, re.I):
            continue
        for fact in context.facts:
            for piece in pieces(fact.value) if fact is not cause_known(context) else ():
                is_open = is_unknown(piece) or _OPEN_STILL.search(piece)
                if is_open and _is_told_as_so(clause, sentence, fact, piece):
                    return fact
    return None


def _is_told_as_so(clause: Clause, sentence: Sentence, fact: KnownFact, piece: str) -> bool:
    about = topics(clause.text)
    own = topics(re.sub(r"\b(?:unknown|asked|confirmed|set|known|checked|decided|yet|certified)\b", "", piece))
    if shares_words(own or fact.key_topics, about):
        return bool(_ABSOLUTE.search(clause.text) or (states(clause.text) and _ABSOLUTE.search(sentence.body)))
    is_named = bool(own) and fact.key_topics <= about and bool(_ABSOLUTE.search(sentence.body))
    return is_named and bool(_WHAT_IT_IS.search(clause.text)) and len(about - topics(piece) - fact.key_topics) > 1
