"""How a promise, its date and its customer are said in words; every card and note uses the same."""

from datetime import datetime

from bot.calendar.local import zone_named
from bot.calendar.words import how_late, in_few_words, in_words, zone_in_words
from storage.promises import Promise

LONGEST_QUOTE = 280
_TITLES = frozenset("mr mrs ms miss mx dr prof sir herr frau mme madame señor señora".split())


def short(text: str, most: int = LONGEST_QUOTE) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def first_name(name: str) -> str:
    """ "Annelie" for "Annelie Voss"; a name with a title stays whole."""
    words = name.split()
    if not words or words[0].rstrip(".").lower() in _TITLES:
        return name.strip()
    return words[0]


def customer_of(promise: Promise) -> str:
    return first_name(promise.customer_name) or "the customer"


def deed(promise: Promise, most: int = LONGEST_QUOTE) -> str:
    """The words of the promise; the deed alone when the message is gone."""
    if promise.quote:
        return f"“{short(promise.quote, most)}”"
    return short(promise.what, most) or "what you said"


def promised(promise: Promise, *, by: str = "You") -> str:
    """ "You promised Annelie: “I'll call you back by Friday noon”."; without a quote the deed alone."""
    if promise.quote:
        return f"{by} promised {customer_of(promise)}: {deed(promise)}."
    if promise.what:
        return f"{by} promised {customer_of(promise)} to {short(promise.what)}."
    return f"{by} promised {customer_of(promise)} something; the message is gone."


def instant_words(promise: Promise, due_at: datetime, zone: str, now: datetime) -> str:
    """A date in the customer's zone, and in the reader's where the clocks differ."""
    words = in_words(due_at, promise.due_zone, now)
    plain = words.removesuffix(f" ({zone_in_words(promise.due_zone)})")
    there, here = due_at.astimezone(zone_named(promise.due_zone)), due_at.astimezone(zone_named(zone))
    if there.utcoffset() == here.utcoffset():
        return plain
    if plain == words:  # A whole day has no clock time, but it ends earlier or later for the reader.
        return f"{words} ({zone_in_words(promise.due_zone)})"
    return f"{words}, {in_few_words(due_at, zone, now)} for you"


def due_line(promise: Promise, zone: str, now: datetime) -> str:
    """ "Due Friday 20 November, 12:00." or what is known of the date."""
    if promise.due_at is None:
        return f"No date yet (“{promise.due_phrase}”)." if promise.due_phrase else "No date yet."
    words = instant_words(promise, promise.due_at, zone, now)
    if promise.due_at < now:
        return f"It was due {words}: {how_late(promise.due_at, now)}."
    return f"Due {words}."


def unknown_to_customer(promise: Promise) -> str:
    """A line for a date that the customer has not heard of; empty when they have."""
    if promise.known_due_at is None or promise.known_due_at == promise.due_at:
        return ""
    return f"{customer_of(promise)} doesn't know the new date yet."
