"""What every command says about itself."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from bot.capabilities import Capabilities
from bot.cards import Card, Heading, Part, Small, Words, sentence
from bot.feature import Command

_MORE = "Type help, and I list everything I can do."
_SMALL_TALK = (
    (frozenset({"thanks", "thank", "thx", "ty", "cheers"}), "You're welcome."),
    (frozenset({"bye", "goodbye"}), "Goodbye."),
    (frozenset({"hi", "hello", "hey", "morning", "afternoon", "evening"}), f"Hello. {_MORE}"),
)
_OTHER_SMALL_WORDS = (
    "a again all alright cool fine good great kindline lot many much nice ok okay right so very well you"
)
_SMALL_WORDS = frozenset(_OTHER_SMALL_WORDS.split()).union(*(known for known, _ in _SMALL_TALK))


def overview(commands: Mapping[str, Command], able: Capabilities) -> Card:
    """All commands that do something here, one line each."""
    lines = {_line(word, command, able): command.purpose for word, command in listed(commands, able).items()}
    if not able.has_home_page:
        lines["/kindline home"] = "Show my Home: everything that waits for you."
    parts: list[Part] = [Heading("What Kindline can do for you")]
    parts += [Words(purpose, strong=line) for line, purpose in sorted(lines.items(), key=lambda pair: _word(pair[0]))]
    parts.append(Small("Add help to any of them for examples, as in /kindline insight help."))
    if able.typing:
        parts.append(Small(able.typing))
    return Card(summary="What Kindline can do for you", parts=parts)


def listed(commands: Mapping[str, Command], able: Capabilities) -> Mapping[str, Command]:
    """Without those that can do nothing on this platform but say so."""
    return {word: one for word, one in commands.items() if able.posts_as_person or not one.needs_accounts}


def command_help(word: str, command: Command, able: Capabilities) -> Card:
    """One command with its examples."""
    parts: list[Part] = [Words(command.purpose, strong=_line(word, command, able))]
    parts += [Small(f"Example: {_prefix(word, command, able)} {example}".rstrip()) for example in command.examples]
    return Card(summary=f"Help for {word}", parts=parts)


def unknown_word(word: str, commands: Mapping[str, Command]) -> Card:
    """A kind answer to a word we do not know, with the nearest one that we do."""
    near = get_close_matches(word, commands, n=1)
    hint = f"Did you mean /kindline {near[0]}?" if near else "/kindline help lists everything."
    text = f"I don't know “{word[:40]}” yet. {hint}"
    return sentence(text)


def in_chat(word: str, text: str, commands: Mapping[str, Command]) -> Card:
    """The same where people may chat: small talk is answered in kind, and "help" alone is enough."""
    said = re.findall(r"[^\W_]+", f"{word} {text}".lower())
    if set(said) <= _SMALL_WORDS:
        return sentence(next((answer for known, answer in _SMALL_TALK if known & set(said)), f"All right. {_MORE}"))
    near = get_close_matches(word, commands, n=1)
    return sentence(f"I don't know “{word[:40]}” yet. {f'Did you mean “{near[0]}”?' if near else _MORE}")


def _prefix(word: str, command: Command, able: Capabilities) -> str:
    return f"/{word}" if command.has_short_form and able.has_short_commands else f"/kindline {word}"


def _line(word: str, command: Command, able: Capabilities) -> str:
    return f"{_prefix(word, command, able)} {command.usage}".rstrip()


def _word(line: str) -> str:
    """The command's own word, by which the list is sorted."""
    return line.removeprefix("/kindline ").removeprefix("/")
