"""Tells whether a reply as a whole does what a good one does, so that a weak sign in one sentence is no proof."""

from bot.standard.asked_facts import is_value_told
from bot.standard.context import Context, KnownFact
from bot.standard.segmentation import Draft, Sentence

_ENOUGH = 3
"""Replies that send away, refuse or ask twice hardly ever tell three known facts besides; good ones mostly do."""


def tells_enough(draft: Draft, context: Context, beside: Sentence | None = None) -> bool:
    """Three known facts are told, outside of the sentence that is looked at."""
    rest = " ".join(each.body for each in draft.said if each is not beside)
    return sum(is_fact_told(fact, rest, context) for fact in context.facts) >= _ENOUGH


def tells_elsewhere(fact: KnownFact, draft: Draft, context: Context, sentence: Sentence) -> bool:
    """Another sentence tells this fact as it is known, so that this one speaks of something else."""
    return is_fact_told(fact, " ".join(each.body for each in draft.said if each is not sentence), context)


def is_fact_told(fact: KnownFact, text: str, context: Context) -> bool:
    return is_value_told(fact, text, [other for other in context.facts if other is not fact])
