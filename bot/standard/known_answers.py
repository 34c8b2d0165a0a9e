"""Tells when a question is answered with something else than what is known about it."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.known_states import HEDGED
from bot.standard.measures import Measure, measures, numbers
from bot.standard.polarity import is_negated, split_by_polarity
from bot.standard.segmentation import Clause, Draft, Sentence
from bot.standard.semantic_fields import is_about, shares_words, topics

_ASKS_WHETHER = re.compile(
    r"(?:^|[.!?,;:]\s+|\b(?:and|but|so|or|just|quick question|question|also) )(?:is|are|was|were|do|does|did|can|"
    r"could|may|"
    r"will|would|has|have|had|shall|should|am)(?:n't)? (?:there|it|this|that|these|those|the|my|your|our|i|we|you|he|"
    r"she|"
    r"they|any\w*|some\w*|one|all|a|an|[a-z]+)\b[^.!?]*\?",
    re.IGNORECASE,
)
_AFFIRMS = re.compile(
    r"^(?:yes|sure|of course|certainly|absolutely|indeed|gladly|good news|no worries|no problem|don't worry|"
    r"definitely)\b|"
    r"\b(?:perfectly|quite|absolutely|totally|completely|all|just) (?:fine|ok|okay|safe|all right|normal)\b|\bno "
    r"problem\b",
    re.IGNORECASE,
)
_SAYS_YES = re.compile(
    r"\b(?:yes|possible|fine|ok|okay|welcome|allowed|can|may|done|available|included|free|works?|fits|open|covered|"
    r"approved|confirmed|booked|sent|in stock|ready|arranged|swapped|changed|received|held|kept|reserved|noted|"
    r"agreed)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^(?:none|nothing|no one|nobody|nowhere|never|without|no(?! (?:charge|fee|cost|extra|problem|need|date|hurry|"
    r"limit|"
    r"deposit|record|one|waiting|queue|longer than|more than|later than|sooner))\b(?! \w+ (?:date|time)))",
    re.IGNORECASE,
)
_NAMES_A_MATTER = re.compile(
    r"^(?:and |now |so )?(?:as for|as to|about|on|regarding|concerning) (?:the|your) \w+[.,:]?$", re.I
)
_FIRST_PERSON = re.compile(r"^(?:I|I'm|I've|I'll|we'll|we're|please|let)\b", re.IGNORECASE)
_THERE_IS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|comes?|offers?|gets?|runs?|'s|will|can)\b|'s\b|'re\b|\b\w{3,}s\b",
    re.I,
)


def other_answer(draft: Draft, context: Context) -> tuple[Sentence, KnownFact] | None:
    """The sentence that says yes to the one question that was asked, where the known answer is another."""
    question = _question(context)
    if not question:
        return None
    asked = topics(question)
    named = [fact for fact in context.facts if fact.key_topics and shares_words(fact.key_topics, asked)]
    if len(named) != 1 or named[0].is_unknown or _SAYS_YES.search(named[0].value) or _is_told(named[0], draft):
        return None
    for sentence in draft.said[:2]:
        if _says_yes(sentence, asked, named[0]):
            return sentence, named[0]
    return None


def _question(context: Context) -> str:
    """The only question, when yes or no can answer it."""
    text = context.newest_text
    whether = _ASKS_WHETHER.search(text)
    is_one = text.count("?") == 1 and len(context.reading.asks) <= 1
    return whether.group() if whether and is_one and not re.search(r"\bor\b", whether.group()) else ""


def _is_told(fact: KnownFact, draft: Draft) -> bool:
    """Any word or figure of the known answer stands in the draft."""
    told = topics(fact.value) - fact.key_topics
    body = topics(draft.body)
    return any(is_about(word, body) for word in told) or bool(numbers(fact.value) & numbers(draft.body) - {0.0, 1.0})


def _says_yes(sentence: Sentence, asked: frozenset[str], fact: KnownFact) -> bool:
    body = sentence.body
    if sentence.is_question or HEDGED.search(body) or (is_negated(body) and not is_negated(fact.value)):
        return False
    if _AFFIRMS.search(body):
        return True
    said = topics(body)
    is_statement = bool(_THERE_IS.search(body)) and not _FIRST_PERSON.match(body)
    is_named = shares_words(fact.key_topics, said) or bool(re.match(r"(?:it|she|he|they|that)\b", body, re.I))
    return is_statement and is_named and bool((asked - fact.key_topics) & said)


def affirmed_beyond(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact whose days or bounds leave out what was asked for, where the sentence says yes to it."""
    question = _question(context)
    if not question or not _AFFIRMS.match(sentence.body) or HEDGED.search(sentence.body):
        return None
    asked, about = measures(question), topics(question)
    for fact in context.facts:
        if not any(is_about(word, about) for word in fact.topics):
            continue
        for measure in asked:
            if _is_left_out(measure, fact.value):
                return fact
    return None


def _is_left_out(measure: Measure, value: str) -> bool:
    known = [each for each in measures(value) if each.kind == measure.kind and each.unit == measure.unit]
    if not known or any(each.value == measure.value for each in known):
        return False
    if measure.kind == "weekday":
        return not _is_between_days(measure.value, known, value)
    most = _AT_MOST.search(value)
    return bool(most) and len(known) == 1 and measure.value > known[0].value


def _is_between_days(day: float, known: list[Measure], value: str) -> bool:
    first, last = known[0], known[-1]
    is_span = bool(re.search(r"^\s*(?:-|–|to|until|till|through)\s*$", value[first.end : last.start]))
    return len(known) == 1 or (is_span and first.value <= day <= last.value)


def affirmed_none(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact that says there is none, or that it isn't done, of what the sentence tells as there."""
    if sentence.is_question:
        return None
    for clause in sentence.clauses:
        if HEDGED.search(clause.text) or is_negated(clause.text) or _FIRST_PERSON.match(clause.text):
            continue
        if _NAMES_A_MATTER.match(clause.text):
            continue
        for fact in context.facts:
            if _is_none_of(fact, clause, context) and not is_paraphrase(clause.text, fact, context):
                return fact
    return None


def is_paraphrase(text: str, denying: KnownFact, context: Context) -> bool:
    """Another fact, or another piece of the same one, says it with two of the same words and the same sign."""
    said = split_by_polarity(text)[0] & topics(text)
    for fact in context.facts:
        for piece in re.split(r"[,;.]", fact.value):
            yes, no = split_by_polarity(piece)
            if (fact is not denying or not _NONE.match(piece.strip())) and len(yes & said) > 1 and not no & said:
                return True
    return False


def _is_none_of(fact: KnownFact, clause: Clause, context: Context) -> bool:
    none = _NONE.match(fact.value.strip())
    if none is None or fact.is_unknown:
        return False
    about, asked = topics(clause.text), topics(context.newest_text)
    first = re.split(r"[,;.(]| but ", fact.value.strip()[none.end() :])[0]
    denied = topics(first)
    if denied:  # "no shipping": what is denied is named in the value.
        is_place = shares_words(fact.key_topics, about | asked)
        return is_place and denied <= about | fact.key_topics and bool(denied & about)
    rest = topics(fact.value) - fact.key_topics
    is_there = bool(_THERE_IS.search(clause.text))
    return is_there and bool(fact.key_topics) and fact.key_topics <= about and not rest & about


def denied_presence(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact that says there is some of what the sentence says there is none of."""
    if sentence.is_question:
        return None
    for clause in sentence.clauses:
        for match in re.finditer(
            r"\b(?:no|without(?: any)?|not any|n't any|free (?:of|from)|never) ([a-z-]+)|\b([a-z]+)-free\b",
            clause.text,
            re.I,
        ):
            noun = topics(match[1] or match[2])
            if noun and not HEDGED.search(clause.text) and (fact := _holding(noun, clause, context)):
                return fact
    return None


def _holding(noun: frozenset[str], clause: Clause, context: Context) -> KnownFact | None:
    asked = topics(context.newest_text)
    for fact in context.facts:
        is_meant = shares_words(fact.key_topics, asked | topics(clause.text))
        pieces = re.split(r"[,;.]", fact.value)
        held = [piece for piece in pieces if noun & topics(piece) and not is_negated(piece)]
        is_free = any(noun & topics(piece) and is_negated(piece) for piece in (*pieces, fact.value))
        is_named = is_meant and held and not is_free and noun <= asked | fact.key_topics | topics(held[0])
        if is_named and _THERE_IS_SOME.search(held[0]):
            return fact
    return None


_AT_MOST = re.compile(r"\b(?:up to|at most|max(?:imum)?|only|no more than|limit|until)\b", re.IGNORECASE)
_THERE_IS_SOME = re.compile(
    r"\b(?:contains?|traces|with|has|expires?|applies|needed|required|charged)\b|\d", re.IGNORECASE
)
