"""Fills the blanks of a rewording from what is known, in brackets, so that the agent words it and vouches for it."""

import re

from bot.standard.context import Context

_WAY = re.compile(
    r"\b(?:alternatives?|options?|workarounds?|instead|waivers?|swap|loan|possible|agent (?:can|may|could)|"
    r"may waive|could be)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(r"^(?:agent|we|I) (?:can|may|could|is allowed to|might) ", re.IGNORECASE)
_AGENT_ANYWHERE = re.compile(r"\b(?:agent (?:can|may|could) )(?P<deed>[^;]+)|^(?:agent_may|agent_can)$", re.IGNORECASE)
_NO = re.compile(r"^(?:no|not \w+)(?: \w+)?[;,:] ", re.IGNORECASE)
_OURS = re.compile(r"\b(?:by us|our|we|us)\b", re.IGNORECASE)


def way_open(context: Context) -> str:
    """What could be done instead, if anything of it is known."""
    for fact in context.facts:
        if _WAY.search(fact.text) and not fact.is_unknown and "limit" not in fact.key:
            return f"[{_NO.sub('', _AGENT.sub('', fact.value))}]"
    return "[what], by [when]"


def own_deed(context: Context) -> str:
    """What the one who writes may do themselves; empty when nothing of the kind is known."""
    for fact in context.facts:
        found = _AGENT_ANYWHERE.search(fact.value)
        if found and not re.match(r"do (?:it|this|that)\b", found["deed"]):
            return f"[{found['deed'].strip()}]"
        if fact.key in ("agent_may", "agent_can"):
            return f"[{fact.value}]"
    return ""


def our_part(context: Context) -> str:
    """What we did, where the known cause says so."""
    cause = context.fact("cause", "fault", "reason")
    return f"[{cause.value}]" if cause and not cause.is_unknown and _OURS.search(cause.value) else "[what went wrong]"
