"""Slack's text and plain words, both ways: what people wrote becomes plain, what we write becomes harmless."""

import re
from collections.abc import Mapping

from handlers.hall.characters import shortened, units, visible

MOST_TEXT = 40_000
"""Where Slack itself cuts a message (facts: Messages, Block Kit, views)."""

_TOKEN = re.compile(r"<(?P<what>[^<>|\n]+)(?:\|(?P<label>[^<>\n]*))?>")
_KEPT_IN_COMMANDS = re.compile(r"(<[@#][A-Z0-9]+(?:\|[^<>\n]*)?>)")
_EVERYBODY = {"here": "@here", "channel": "@channel", "everyone": "@everyone"}
MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^<>\n]*)?>")


def plain(text: str, names: Mapping[str, str]) -> str:
    """A message as words: mentions by name, links as "label (address)", nothing escaped, nothing invisible."""
    pieces: list[str] = []
    position = 0
    for token in _TOKEN.finditer(text):
        pieces += [text[position : token.start()], _spoken(token["what"], token["label"] or "", names)]
        position = token.end()
    pieces.append(text[position:])
    return shortened(visible(unescaped("".join(pieces))), MOST_TEXT)


def typed(text: str) -> str:
    """A command's words as typed. Mentions stay as `<@U1|name>`, since a command may need to know exactly whom."""
    pieces = _KEPT_IN_COMMANDS.split(text)
    words = "".join(piece if index % 2 else plain(piece, {}) for index, piece in enumerate(pieces))
    return shortened(words, MOST_TEXT)


def mentioned(text: str) -> list[str]:
    """The ids of the people whom a text mentions, each once."""
    return list(dict.fromkeys(MENTION.findall(text)))


def _spoken(what: str, label: str, names: Mapping[str, str]) -> str:
    if what.startswith("@"):
        return f"@{names.get(what[1:]) or label or what[1:]}"
    if what.startswith("#"):
        return f"#{label or what[1:]}"
    if what.startswith("!"):
        word = what[1:].partition("^")[0]
        return _EVERYBODY.get(word) or label or f"@{word}"
    address = what.removeprefix("mailto:").removeprefix("tel:")
    bare = re.sub(r"^https?://", "", address).rstrip("/")
    return address if label in ("", address, bare, what) else f"{label} ({address})"


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escaped(text: str) -> str:
    """Disarms mentions and disguised links: Slack reads nothing but these three characters as its own."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_units(text: str) -> int:
    return units(escaped(text))
