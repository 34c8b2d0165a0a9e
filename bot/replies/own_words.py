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
    if re.search(r"\b(?:of|between) (?:them|those|these)\b", own.words) or (
        own.words and set(content(own.text)) - set(content(text))
    ):
        own = replace(own, text=own.words, words="")
    return replace(own, text=_uncut(own.text, ask.source or text))


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
