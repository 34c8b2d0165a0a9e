"""What we say that we do about trouble that was told without asking for anything, by what kind of trouble it is."""

import re
from collections.abc import Mapping, Sequence

from bot.replies.writing.situations import Kind

ACTS: Mapping[Kind, Sequence[str]] = {
    "missed": (
        "I'm finding a new date for you that holds, and I'll write to you {when}.",
        "I'm getting you a new date that holds, and you'll hear from me {when}.",
    ),
    "cancelled": (
        "I'm looking for a new date for you that holds, and I'll write to you {when}.",
        "I'm getting you a new date that holds, and you'll hear from me {when}.",
    ),
    "unanswered": (
        "I'm going through all that you've sent us, and you'll have a proper answer {when}.",
        "I've taken this over and am reading all that you sent us; you'll have a proper answer {when}.",
    ),
    "rude": (
        "I'm taking this up with the people concerned, and I'll write to you {when}.",
        "I'm looking into how this happened, and you'll hear from me {when}.",
    ),
    "told_two": (
        "I'm getting it confirmed which of the two holds, and I'll write to you {when}.",
        "I'm clearing up which of the two holds, and you'll hear from me {when}.",
    ),
    "charged": (
        "I'm going through the charge of {amount}, and you'll hear from me {when} what we do about it.",
        "I'm checking this charge, and I'll write to you {when} what we do about it.",
        "I'm going through this charge, and you'll hear from me {when}.",
    ),
    "threatened": (
        "I'm finding out how this letter came about and what holds for you, and I'll write to you {when}.",
        "I'm clearing up what holds for you, and you'll hear from me {when}.",
    ),
    "repeated": (
        "I'm finding out how this gets put right for good, and I'll write to you {when}.",
        "I'm looking into why this came back and how we settle it for good; you'll hear from me {when}.",
    ),
    "wrong": (
        "I'm finding out how you get what you asked for, and I'll write to you {when}.",
        "I'm looking into how we put this right, and you'll hear from me {when}.",
    ),
    "missing": (
        "I'm finding out where the rest is, and I'll write to you {when}.",
        "I'm looking into how you get the rest, and you'll hear from me {when}.",
    ),
    "not_done": (
        "I'm finding out when this will be done, and I'll write to you {when}.",
        "I'm getting a date for this to be done, and you'll hear from me {when}.",
    ),
    "down": (
        "I'm finding out how we get {thing} working, and I'll write to you {when}.",
        "I'm finding out how we get this working for you, and I'll write to you {when}.",
        "I'm looking into how we get this working for you, and you'll hear from me {when}.",
    ),
    "broken": (
        "I'm finding out how we put {thing} right, and I'll write to you {when}.",
        "I'm finding out how we put this right, and I'll write to you {when}.",
        "I'm looking into how we put this right, and you'll hear from me {when}.",
    ),
    "came_late": (
        "I'm going through what happened on the day, and I'll write to you {when} what we do about it.",
        "I'm looking into what happened on the day, and you'll hear from me {when}.",
    ),
    "late": (
        "I'm finding out where this stands and when you'll have it, and I'll write to you {when}.",
        "I'm checking where this stands, and you'll hear from me {when}.",
    ),
}  # fmt: skip
ANY: Sequence[str] = (
    "I'm finding out what we can do about this, and you'll hear from me {when}.",
    "I'm looking into what we can do about this, and I'll write to you {when}.",
    "I'll find out what we can do about this, and I'll write to you {when}.",
)
_ASKS_FOR_IT: Mapping[Kind, re.Pattern[str]] = {
    "missed": re.compile(r"\b(?:date|when|day|come|time|appointment|slot)\b", re.IGNORECASE),
    "not_done": re.compile(r"\b(?:date|when|day|come|time|done)\b", re.IGNORECASE),
    "told_two": re.compile(r"\bwhich\b", re.IGNORECASE),
}
BESIDE: Mapping[Kind, Sequence[str]] = {
    "missed": ("I'm also getting you a new date that holds.", "You'll also have a new date from me that holds."),
    "not_done": ("I'm also getting a date for this to be done.", "You'll also hear when this will be done."),
    "told_two": ("I'm also getting it confirmed which of the two holds.", "You'll also hear which of the two holds."),
}  # fmt: skip


def is_still_open(kind: Kind, asks: Sequence[str]) -> bool:
    """Trouble that wants something done although other things were asked."""
    sign = _ASKS_FOR_IT.get(kind)
    return sign is not None and not any(sign.search(ask) for ask in asks)
