"""Negation: whether a stretch says that something is not so, and whether a known value does."""

import re

from bot.reading.words import stem, tokens

_I = re.IGNORECASE
_NEGATED = re.compile(
    r"\b(?:not|never|no|none|nothing|nobody|neither|nor|without|cannot|can't|unable|hardly|impossible|isn)\b|n't\b", _I
)
_AFTER_ALL = re.compile(r"\b(?:no (?:problem|worries|doubt)|not only|nothing but|why not|if not|or not)\b", _I)
_UNKNOWN = re.compile(
    r"\b(?:unknown|not (?:yet )?(?:known|clear|sure|confirmed|decided|checked|set|announced|established|settled)|"
    r"no (?:date|time|estimate|eta|reason|cause|decision|price|details?)(?: \w+)?|unclear|undecided|unconfirmed|"
    r"to be (?:confirmed|decided|announced)|tbc|tbd|tba|being (?:checked|investigated|looked into|examined)|"
    r"under investigation|investigating|pending|still (?:open|checking)|open question|nobody knows)\b",
    _I,
)
_NO = re.compile(
    r"^(?:no\b(?! (?:charge|fee|cost|extra|problem|need|date))|not\b(?! (?:known|yet|only))|never\b|none\b|"
    r"impossible|excluded|sold out|unavailable|closed)",
    _I,
)


def is_negated(text: str) -> bool:
    return bool(_NEGATED.search(_AFTER_ALL.sub(" ", text)))


def is_unknown(value: str) -> bool:
    """Whether a known value says that nobody knows: "not yet checked", "no date set"."""
    return bool(_UNKNOWN.search(value))


def answers_no(value: str) -> bool:
    return bool(_NO.match(value.strip()))


_NEGATOR = re.compile(r"^(?:not|never|no|none|nothing|cannot|unable|without)$|n't$")
_REACH = 3
"""A negation governs the next few words: "hasn't been sent", "no more direct trains"."""


def split_by_polarity(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems that the text affirms and those that it denies."""
    affirmed: set[str] = set()
    denied: set[str] = set()
    text = re.sub(r"\b(\w{3,})[- ]free\b", r"no \1,", text, flags=_I)
    for piece in re.split(r"[,;:.!?()]|\bbut\b", text.lower()):
        left = 0
        for word in tokens(_AFTER_ALL.sub(" ", piece)):
            if _NEGATOR.search(word):
                left = _REACH
                continue
            (denied if left else affirmed).add(stem(word))
            left = max(0, left - (len(word) > 2))
    return frozenset(affirmed - denied), frozenset(denied)
