"""Finds what is known about the customer's question and stands nowhere in the draft."""

from bot.standard.context import Context, KnownFact
from bot.standard.quantities import all_numbers, days_named
from bot.standard.segmentation import Draft
from bot.standard.semantic_fields import is_about, shares_words, topics


def untold_answers(draft: Draft, context: Context) -> list[KnownFact]:
    """Facts about what the customer wrote, with something in them to tell, of which the draft tells nothing.

    Empty as soon as one of them is told: then the draft does answer, in its own way.
    """
    wrote = topics(context.newest_text)
    about = [
        fact for fact in context.facts if not fact.is_unknown and any(is_about(word, wrote) for word in fact.topics)
    ]
    if any(_is_told(fact, draft, wrote) for fact in about):
        return []
    return [fact for fact in about if _has_news(fact, wrote)]


def _is_told(fact: KnownFact, draft: Draft, wrote: frozenset[str]) -> bool:
    if all_numbers(fact.value) & all_numbers(draft.body) or days_named(fact.value) & days_named(draft.body):
        return True
    return shares_words(topics(fact.value) - wrote, topics(draft.body))


def _has_news(fact: KnownFact, wrote: frozenset[str]) -> bool:
    """More than a bare yes and more than their own words."""
    return bool(all_numbers(fact.value) or days_named(fact.value)) or len(topics(fact.value) - wrote) > 1
