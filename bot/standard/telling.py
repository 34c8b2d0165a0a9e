"""Turns what is known into words that an agent can paste in the place of others."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.finding import Finding, on_sentence
from bot.standard.segmentation import Sentence

KEPT_INSIDE = re.compile(
    r"\b(?:internal(?:ly)?|confidential|not (?:yet )?(?:public|announced)|secret|don't (?:tell|mention)|do not tell)\b",
    re.IGNORECASE,
)
_FOR_THE_AGENT = re.compile(
    r"[,;]?\s*\(?\b(?:agent|lead|manager) (?:may|can)\b(?: \w+)?\)?|[,;]\s*(?:approved|allowed|within (?:the "
    r")?limit)\b|"
    r"\s*within agent's right|[,;]\s*(?:above it|beyond that)\b.*$",
    re.IGNORECASE,
)


def remedy_of(fact: KnownFact) -> str:
    """What may be given, without the words that are meant for the agent."""
    words = _FOR_THE_AGENT.sub("", fact.value).strip(" ,;")
    return f"up to {words}" if re.match(r"[\d€$£]", words) else words


def about(fact: KnownFact, context: Context) -> str:
    """The matter of a fact as the customer writes it: "SSO", "the hinges"."""
    name = fact.key.replace("_", " ").lower()
    text = context.customer_text
    written = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    if written is None or not written.group()[0].isupper():
        return f"the {name}"
    opens = re.search(r"(?:^|[.!?]\s)$", text[: written.start()])
    return f"the {name}" if opens else written.group()


def certain(fact: KnownFact, context: Context) -> str:
    """The fact in a sentence for the customer, unless it is open or not for customers."""
    if fact.is_unknown or KEPT_INSIDE.search(fact.value):
        return uncertain(fact, context)
    return f"What I can tell you for certain about {about(fact, context)}: {fact.value}."


def uncertain(fact: KnownFact, context: Context) -> str:
    matter = about(fact, context)
    return f"About {matter} I can't tell you anything certain yet; I'm finding out and will write by [time]."


def instead(rule: str, sentence: Sentence, why: str, words: str) -> Finding:
    """A finding about a whole sentence; the words go on in small letters after a greeting in the same line."""
    goes_on = sentence.body_start > sentence.start and sentence.body[:1].islower()
    if goes_on and not re.match(r"I\b|[A-Z]{2}", words):
        words = words[:1].lower() + words[1:]
    return on_sentence(rule, sentence, why, words)
