"""Tells when a sentence claims a state, or answers yes or no, where what is known says the opposite."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.polarity import split_by_polarity
from bot.standard.segmentation import Clause, Sentence
from bot.standard.semantic_fields import is_about, shares_words, topics
from bot.standard.states import State, pieces, states

HEDGED = re.compile(
    r"\b(?:don't (?:yet )?know|do not know|not sure|can't (?:say|tell|promise)|whether|if|might|could (?:be|have)|"
    r"no idea|won't guess|looking into|find(?:ing)? out|understand|you (?:didn't|never|hadn't|haven't|thought|were "
    r"told|"
    r"wrote|said|feared|asked)|sorry (?:that )?you|I (?:hope|wish|doubt|expect|would)|I'd|should have|ought to|"
    r"supposed to|"
    r"meant to|unless|asked (?:them|her|him|our)|checking)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|'ll|going to|can|could|would|should|once|as soon as|until|when|after|please|to be|to get|be|let me|"
    r"next|about to|before|within|every|I'm|we're|I am|we are)\b",
    re.IGNORECASE,
)
_DEEDS = frozenset("sent arrived repaid approved working ended booked checked told erased".split())
"""States that come about in time: that something will be sent does not oppose its not being sent yet."""
_RIGHTS = frozenset("allowed free covered safe available open needed valid refundable fitting waterproof".split())
_YES = re.compile(r"^(?:yes|possible|allowed|included|covered|available|done|correct|true)\b", re.IGNORECASE)
_NO = re.compile(
    r"^(?:no\b(?! (?:charge|fee|cost|extra|problem|need|date|hurry|deposit|record|\w+ing\b))|"
    r"not\b(?! (?:known|yet|only|clear|sure|decided|checked|confirmed))|never\b|impossible\b|excluded\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:and |but )?(?P<word>yes|no|sure|of course|certainly|absolutely|sadly not|indeed|you can)\b", re.I
)
_POINTING = re.compile(
    r"^(?:and |but |so |yes,? |no,? |sure,? |of course,? )*(?:it|they|that|this|these|those|there|you|all|both|he|she|"
    r"the \w+|your \w+)(?:'\w+)?\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"^\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summ|autumn|wint)\w*$|day$|dai$|"
    r"^(?:spr|between|during|within|against|toward|via|per|among|across|along|around|near|above|below|beyond|despite|"
    r"except|including|like|than|through|throughout|upon|versu|while|whil|becaus|although|though|far|present|moment|"
    r"current|batch|usual)$"
)
_EITHER_WAY = re.compile(
    r"\b(?:have to|must|need|closed|without|charge|cost|fee|mind|problem|wrong|late|still|not|never|no|extra|only|or|"
    r"too|"
    r"limit|deadline|cancel\w*)\b|n't\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:only|until|except|from|but|unless|after|before|on \w+days?|with|without)\b", re.IGNORECASE)


_NAMES_ONLY = re.compile(r"^(?:and |but |now |so )*(?:as (?:to|for)|about|regarding|concerning)\b", re.IGNORECASE)
"""A matter that is only named says nothing of it yet."""
_DENIED_BEHIND = re.compile(
    r"\b(?:isn't|is not|aren't|are not|wasn't|weren't|won't be|can't be) (?:\w+ )?(?:something|anything|"
    r"possible|an option|"
    r"what (?:we|I)|on offer|promised)\b",
    re.IGNORECASE,
)
"""A denial that comes after what it denies: "nut free isn't something we can make"."""


def opposed_fact(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact that says the opposite of what the sentence tells as so."""
    if sentence.is_question:
        return None
    whole = Clause(sentence.body, sentence.body_start, sentence.end)
    for clause in dict.fromkeys((*sentence.clauses, whole)):
        if HEDGED.search(clause.text) or _DENIED_BEHIND.search(clause.text) or _NAMES_ONLY.match(clause.text):
            continue
        for said in states(clause.text):
            if said.concept in _DEEDS and (not said.is_so or _TO_COME.search(clause.text)):
                continue
            for fact in context.facts:
                if _is_opposed(said, fact, clause, sentence, context) and not _is_borne_out(said, context):
                    return fact
    return None


def wrong_answer(sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact whose plain yes or no the sentence turns round."""
    if sentence.is_question:
        return None
    for clause in sentence.clauses:
        for fact in context.facts:
            if not fact.key_topics or HEDGED.search(clause.text):
                continue
            if _is_named(fact, clause, sentence, context) and _answers(clause, sentence, fact) is (not _value(fact)):
                return fact
    return None


def _is_named(fact: KnownFact, clause: Clause, sentence: Sentence, context: Context) -> bool:
    """The clause is about the fact, or it is the first word of the answer to the only question, which was."""
    is_first = clause.start == sentence.body_start and bool(_SAID.match(sentence.body))
    asked = topics(context.newest_text)
    if _EITHER_WAY.search(context.newest_text):
        return False
    others = [each for each in context.facts if each is not fact and each.key_topics and each.key_topics <= asked]
    return is_first and fact.key_topics <= asked | topics(clause.text) and len(context.reading.asks) <= 1 and not others


def _value(fact: KnownFact) -> bool | None:
    """What the fact answers in one word, if it does."""
    if fact.is_unknown:
        return None
    if _YES.match(fact.value.strip()):
        return True
    return False if _NO.match(fact.value.strip()) else None


def _answers(clause: Clause, sentence: Sentence, fact: KnownFact) -> bool | None:
    """What the first word of the sentence answers; "must I" and "is it closed" can be answered either way."""
    opened = _SAID.match(sentence.body) if clause.start == sentence.body_start else None
    if opened is None or _value(fact) is None:
        return None
    return opened["word"].lower() not in ("no", "sadly not")


def _is_opposed(said: State, fact: KnownFact, clause: Clause, sentence: Sentence, context: Context) -> bool:
    if _value(fact) is said.is_so or _is_about_another(fact, clause, sentence, context):
        return False
    for known in states(fact.value):
        if known.concept == said.concept and known.is_so is not said.is_so:
            is_told_too = any(
                each.concept == known.concept and each.is_so is known.is_so for each in states(sentence.body)
            )
            return not is_told_too and not fact.is_unknown and _is_same_matter(said, known, fact, clause, context)
    is_right = said.concept in _RIGHTS and _value(fact) is (not said.is_so) and not _EXCEPT.search(clause.text)
    return is_right and fact.key_topics <= topics(clause.text) | topics(context.newest_text) and _meets(fact, clause)


def _is_about_another(fact: KnownFact, clause: Clause, sentence: Sentence, context: Context) -> bool:
    """The clause, or else its sentence, names what another fact is called after, and not this one."""
    for text in (clause.text, sentence.body):
        about = topics(text)
        if fact.key_topics & about:
            return False
        if any(other.key_topics and other.key_topics <= about for other in context.facts if other is not fact):
            return True
    return False


def _meets(fact: KnownFact, clause: Clause) -> bool:
    """A bare yes or no is about the clause only when the two share more than the reply as a whole."""
    about = topics(clause.text)
    if split_by_polarity(fact.value)[0] & about - fact.key_topics:
        return False  # "No, lake beach only": what is left open is told.
    first = next(iter(pieces(fact.value)), "")
    rest = _words(topics(fact.value) - fact.key_topics)
    return shares_words(fact.key_topics, about) and (not rest or bool(rest & about) or len(first.split()) == 1)


def _is_same_matter(said: State, known: State, fact: KnownFact, clause: Clause, context: Context) -> bool:
    about, asked = topics(clause.text), topics(context.newest_text)
    own = topics(known.words)
    meant = _words(fact.key_topics | topics(known.piece) - own)
    limits = _words(topics(known.piece) - own - fact.key_topics)
    if not all(is_about(word, about | asked) for word in limits):
        return False
    if shares_words(fact.key_topics, about) or (said.concept == "single" and shares_words(meant, asked)):
        return True
    is_pointing = bool(_POINTING.match(clause.text)) and not _words(about - topics(" ".join(_said_words(clause))))
    return shares_words(fact.key_topics, asked) and (
        is_pointing
        or shares_words(meant - fact.key_topics, about)
        or (bool(_POINTING.match(clause.text)) and any(is_about(word, about) for word in meant))
    )


def _said_words(clause: Clause) -> list[str]:
    return [state.words for state in states(clause.text)]


def _words(stems: frozenset[str]) -> frozenset[str]:
    """Without figures and days, which name no matter."""
    return frozenset(word for word in stems if not _FIGURE.search(word))


def _is_borne_out(said: State, context: Context) -> bool:
    """Another known fact says the very same about the words around it."""
    about = _words(topics(said.piece) - topics(said.words))
    return any(
        known.concept == said.concept and known.is_so is said.is_so and shares_words(about, fact.topics)
        for fact in context.facts
        for known in states(fact.value)
    )
