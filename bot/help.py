"""What every command says about itself."""

from collections.abc import Mapping
from difflib import get_close_matches

from bot.cards import Card, Heading, Part, Small, Words
from bot.feature import Command


def overview(commands: Mapping[str, Command]) -> Card:
    """All commands, one line each."""
    parts: list[Part] = [Heading("What Kindline can do for you")]
    parts += [Words(command.purpose, strong=_line(word, command)) for word, command in sorted(commands.items())]
    parts.append(Small("Add help to any of them for examples, as in /kindline insight help."))
    return Card(summary="What Kindline can do for you", parts=parts)


def command_help(word: str, command: Command) -> Card:
    """One command with its examples."""
    parts: list[Part] = [Words(command.purpose, strong=_line(word, command))]
    parts += [Small(f"Example: {_prefix(word, command)} {example}".rstrip()) for example in command.examples]
    return Card(summary=f"Help for {word}", parts=parts)


def unknown_word(word: str, commands: Mapping[str, Command]) -> Card:
    """A kind answer to a word we do not know, with the nearest one that we do."""
    near = get_close_matches(word, commands, n=1)
    hint = f"Did you mean /kindline {near[0]}?" if near else "/kindline help lists everything."
    text = f"I don't know “{word[:40]}” yet. {hint}"
    return Card(summary=text, parts=[Words(text)])


def _prefix(word: str, command: Command) -> str:
    return f"/{word}" if command.has_short_form else f"/kindline {word}"


def _line(word: str, command: Command) -> str:
    return f"{_prefix(word, command)} {command.usage}".rstrip()
