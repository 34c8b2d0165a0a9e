"""Tells asks whose answer is a fact of this customer's own case from those that any customer would get."""

import re

from bot.reading.asks import Ask

_I = re.IGNORECASE
_OWN_CASE = re.compile(
    r"^(?:where(?:'s| is| are| was| has| did| do)?\b(?!.* (?:your|is the (?:shop|store|office|clinic|nearest|"
    r"entrance)|can i|do i (?:find|send|get|put|park|log)))"
    r"|when (?:will|is|are|was|does|do|did|can)\b.*\b(?:my|our|it|this|they|them|arrive|(?:i|we) (?:get|receive|"
    r"have|expect))\b"
    r"|(?:has|have|had|did|was|were)\b.*\b(?:my|our|you|i|we|it|the)\b"
    r"|why\b.*\b(?:my|our|i|we|me|us|nobody|no one|keeps?)\b"
    r"|what happens (?:to|with) (?:my|our|the|all)\b.*\b(?:i|we|i've|we've)\b|"
    r"what happened\b|how (?:could|can|come)\b.*\b(?:this|that|it|"
    r"happen\w*)\b|how come\b"
    r"|will\b.*\b(?:arrive|be (?:here|there|ready|delivered|sent|fixed|done)|come|make it|get (?:it|here))\b"
    r"|(?:is|are) (?:my|our|the|it|this)\b.*\b(?:ready|shipped|sent|on its way|on the way|done|there|here|"
    r"confirmed|fixed|late|lost|still|coming|back|delayed|paid|booked|registered)\b"
    r"|.*\b(?:possible|available|a slot|a place|room|free)\b.*\b(?:next|this|tomorrow|today|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|\d)\b"
    r"|(?:is|are) (?:my|our)\b.*\b(?:dangerous|safe|ok|okay|fine|normal|broken|defective|compatible)$"
    r"|what happens (?:now|next)$"
    r"|what(?:'s| is) (?:the (?:status|state|matter|news|delay)|going on|happening|wrong)\b|any (?:news|update)|"
    r"who (?:got|has|took|signed)\b|(?:can|could) (?:she|he|they|it|i|we) have it\b)",
    _I,
)
_GENERAL_CASE = re.compile(
    r"^where (?:do|can|should) (?:i|we)\b|\b(?:stored|hosted|located|saved)$|\bafter (?:a|an|each|every|i|we)\b|"
    r"\b(?:usually|normally|generally|in general)\b",
    _I,
)


def is_own_case(ask: Ask) -> bool:
    """The answer is a fact of this customer's own case (where their parcel is), which no playbook can hold."""
    return bool(_OWN_CASE.search(ask.text)) and not _GENERAL_CASE.search(ask.text)
