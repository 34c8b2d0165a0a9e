"""Gives an ask back the words that the customer used, where the reading cut them short or named something else."""

import re
from dataclasses import replace

from bot.reading.asks import Ask
from bot.reading.noun_phrases import noun_phrases, tokens_of
from bot.reading.words import content

_I = re.IGNORECASE
_LONG = 13
"""An ask of so many words may have been cut."""
_MOST_MORE = 7
_ABOUT = re.compile(r" (?:about|with) (?P<matter>(?:the|my|our|your) [\w' -]+)$", _I)
_IT = re.compile(r"^(?P<verb>[a-z]+) (?:it|this|that)$", _I)


def in_own_words(ask: Ask, text: str) -> Ask:
    """`text` is the whole message."""
    own = _without_strange_matter(ask)
    own = _named(own)
    if own.words and (
        re.search(r"\b(?:of|between) (?:them|those|these)\b", own.words)
        or set(content(own.text)) - set(content(text))
        or _is_misnamed(own, text)
    ):
        own = replace(own, text=own.words, words="")
    return replace(own, text=_uncut(own.text, ask.source or text))


_NAMED = re.compile(
    r"\b(?:the|my|our) (?P<thing>[\w' -]+?)"
    r"(?= (?:is|are|has|have|be|to|for|on|at|by|from|in|back|up|off|apart|along|with|cost|open|close|arrive|come|work|"
    r"start|end|take|hold|last|go|run|count|apply|fit)\b|$)",
    _I,
)


def _is_misnamed(ask: Ask, text: str) -> bool:
    """What "it" was taken for is no thing in the message: "accounting closes on Friday", "like a lemon"."""
    named = _NAMED.search(ask.text)
    own = set(ask.words.lower().split())
    if (
        not named
        or re.search(r"\border\b|\d", named["thing"])
        or named[0].lower() in ask.words.lower()
        or set(named["thing"].lower().split()) <= own
    ):
        return False
    thing = rf"(?:[\w-]+\s+)?{re.escape(named['thing'])}\b"
    is_thing = re.search(rf"\b(?:the|a|an|my|our|your|one|\d+|two|new)\s+{thing}", text, _I)
    return not is_thing or bool(re.search(rf"\blike (?:a|an|the) {thing}", text, _I))


def _without_strange_matter(ask: Ask) -> Ask:
    """ "What do we do about the radio" where they only asked "what do we do?"."""
    found = _ABOUT.search(ask.text)
    if not found or found["matter"].split(" ", 1)[1].lower() in ask.source.lower():
        return ask
    return replace(ask, text=ask.text[: found.start()], words="")


def _named(ask: Ask) -> Ask:
    """ "Drop it" in a sentence that speaks of one thing only, the reminder fee."""
    found = _IT.match(ask.text)
    if not found or ask.kind != "request":
        return ask
    things = [
        phrase for phrase in noun_phrases(ask.source, tokens_of(ask.source)) if phrase.owner in ("the", "my", "our")
    ]
    if len(things) != 1:
        return ask
    return replace(ask, text=f"{found['verb']} {things[0].owner} {things[0].text}", words="")


def _uncut(words: str, source: str) -> str:
    """The rest of a clause that was cut off for its length."""
    pieces = words.split()
    if len(pieces) < _LONG:
        return words
    tail = r"\W+".join(re.escape(piece.strip(",.;:()")) for piece in pieces[-3:])
    source = re.sub(r"\([a-z0-9]\)\s*", "", source)
    found = re.search(rf"{tail}(?P<more>[^.?!;\n]*)", source, _I)
    more = found["more"].strip(" ,") if found else ""
    return f"{words} {more}" if 0 < len(more.split()) <= _MOST_MORE else words
