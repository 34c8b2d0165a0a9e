"""Tells when a sentence says the opposite of something known: yes against no, done against not done."""

import re

from bot.reading.words import stem
from bot.standard.context import Context, KnownFact
from bot.standard.grammatical_subject import is_command, subject_of
from bot.standard.phrases import any_of
from bot.standard.polarity import answers_no, answers_yes, is_negated, split_by_polarity
from bot.standard.quantities import quantities
from bot.standard.segmentation import Clause, Sentence
from bot.standard.semantic_fields import shares_words, topics
from bot.standard.unsupported_figures import is_ours_to_set

PLAIN_STATEMENT = 10
_PLAINLY = re.compile(
    r"\b(?:is|are|comes?|has|have|includes?|works?|can|may|opens?|runs?|takes?)\b|'s\b", re.IGNORECASE
)
_FREE = re.compile(
    r"\b(?:free(?: of charge)?|no (?:extra )?(?:charge|cost|fee)|at no cost|included|costs? nothing)\b", re.IGNORECASE
)
_EXTRA = re.compile(
    r"\b(\w+)(?: (?:is|are|costs?))? (?:extra|not included|excluded|on top|separate(?:ly)?|additional)\b", re.IGNORECASE
)
_LIMITED = re.compile(r"\b(?:only|until|yet|charge|cost|need|have to|worry|more|longer)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|'ll|going to|can|could|would|may|should|once|as soon as|until|unless|please|to)\b", re.IGNORECASE
)
_DEED_STEM = frozenset(
    stem(word)
    for word in (
        "sent shipped posted left arrived delivered received found lost checked tested paid refunded booked "
        "cancelled confirmed "
        "closing closes closed opening opened open reached spoken called answered asked done fixed repaired replaced "
        "included "
        "covered insured vegan vegetarian gluten nuts waterproof washable recyclable refundable transferable "
        "available stock "
        "allowed possible supported compatible working ready packed collected picked issued approved signed cleared "
        "booked "
        "charged registered updated corrected changed moved public announced safe certified tested organic handmade "
        "local leaving "
        "moving ending stopping stops ends discontinued cleaned inspected free valid expired renewed reserved"
    ).split()
)
_SURE = any_of(
    "definitely", "guaranteed?", "for certain", "for sure", "you can count on", "100 ?%", "certainly", "rest assured"
)
HEDGED = re.compile(
    r"\b(?:don't know|not sure|can't say|whether|if|might|could (?:be|have)|no idea|won't guess|looking into|find out|"
    r"finding out|understand|you (?:didn't|never|hadn't|haven't))\b",
    re.IGNORECASE,
)


def contradicted_fact(sentence: Sentence, context: Context) -> KnownFact | None:
    """A fact whose yes or no is turned round, or a date given where none is set."""
    for clause in sentence.clauses:
        about = topics(clause.text)
        for fact in context.facts:
            is_meant = shares_words(fact.key_topics, about) or (
                fact.is_unknown and shares_words(fact.key_topics, topics(context.newest_text))
            )
            if fact.key_topics and is_meant and _is_turned(clause, sentence, fact):
                return fact
    return None


def wrong_yes_or_no(sentence: Sentence, context: Context) -> KnownFact | None:
    """The answer begins with the wrong word for the fact that was asked about."""
    said = re.match(r"^(yes|no)\b(?!,? (?:problem|need|worries))", sentence.body, re.IGNORECASE)
    asked = [fact for fact in context.facts if fact.key_topics and fact.key_topics <= topics(context.newest_text)]
    if not said or len(asked) != 1 or len(context.reading.asks) > 1:
        return None
    turned = (
        answers_no(asked[0].value) or asked[0].value.lower().startswith("not yet")
        if said[1].lower() == "yes"
        else answers_yes(asked[0].value)
    )
    return asked[0] if turned else None


def _is_turned(clause: Clause, sentence: Sentence, fact: KnownFact) -> bool:
    if sentence.is_question or HEDGED.search(clause.text):
        return False
    negated = is_negated(clause.text) or bool(re.match(r"^(?:no|sadly not|unfortunately not)\b", sentence.body, re.I))
    if answers_yes(fact.value):
        return negated and len(clause.text.split()) <= 14 and not _LIMITED.search(clause.text)
    if answers_no(fact.value):
        return not negated and _affirms(clause, sentence, fact)
    if fact.is_unknown:
        firm = {quantity.kind for quantity in quantities(clause.text)} & {"day", "clock", "money", "share"}
        return bool(firm) and not negated and not is_ours_to_set(sentence)
    return False


def _affirms(clause: Clause, sentence: Sentence, fact: KnownFact) -> bool:
    """Says plainly that it is so: "yes", "for sure", or a short statement with nothing of the known limits in it."""
    if re.match(r"^yes\b", sentence.body, re.IGNORECASE) or _SURE.search(clause.text):
        return True
    limits = topics(fact.value) - fact.key_topics
    return (
        len(clause.text.split()) <= PLAIN_STATEMENT
        and bool(_PLAINLY.search(clause.text))
        and not re.match(r"(?:and |but )?(?:I|we)\b", clause.text, re.IGNORECASE)
        and not is_command(clause.text)
        and not limits & topics(sentence.body)
    )


def is_denied(clause: Clause, context: Context) -> bool:
    """The clause affirms a deed that what is known denies, or the other way round."""
    if HEDGED.search(clause.text) or _TO_COME.search(clause.text) or subject_of(clause.text) == "addressee":
        return False
    affirmed, denied = split_by_polarity(clause.text)
    for fact in context.facts:
        told = topics(clause.text)
        if _is_free_against(clause, fact, told, context):
            return True
        is_so, is_not = split_by_polarity(fact.value)
        if is_not & affirmed & _DEED_STEM and not fact.is_unknown:
            return True
        if fact.is_unknown or not (fact.key_topics & told or fact.key_topics & topics(context.customer_text)):
            continue
        if affirmed & is_not & (told | _DEED_STEM) or denied & is_so & (
            _DEED_STEM | (told if len(told) <= 5 else frozenset())
        ):
            return True
    return False


def _is_free_against(clause: Clause, fact: KnownFact, told: frozenset[str], context: Context) -> bool:
    """Called free or included where what is known asks a price for it."""
    if not re.search(
        r"\b(?:free|includ\w+|no charge|at no cost|costs? nothing)\b", clause.text, re.IGNORECASE
    ) or is_negated(clause.text):
        return False
    if {stem(word.lower()) for word in _EXTRA.findall(fact.value)} & told:
        return True
    has_price = any(each.kind == "money" and each.value for each in quantities(fact.value))
    is_free_somewhere = any(
        _FREE.search(each.value) or re.search(r"waive|refund|gift", each.text) for each in context.facts
    )
    return has_price and not is_free_somewhere and bool(fact.key_topics & told)
