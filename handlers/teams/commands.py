"""What somebody typed as a command: every message in the private chat, and in a channel what follows the bot's name."""

import re
from dataclasses import dataclass

from handlers.teams.activity import APP, bots_of, is_targeted, place_of, word
from handlers.teams.text import Mention, at_name, called, words
from handlers.teams.wire import Json

ALL_COMMANDS = "kindline"
HOME, HELP = "home", "help"
_WORD = re.compile(r"[^\s:,.!?]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """A command's word, and what follows it. People and channels stay as `<@id|name>` and `<#id|name>`, since a command
    may need to know exactly whom."""

    word: str
    text: str


def command_in(activity: Json, bot_person_id: str, commands: frozenset[str]) -> Typed | None:
    """None when the message is no command; it may be one for other reasons, see `is_home`."""
    said = words(activity, bots_of(activity, bot_person_id), exactly)
    is_call, text = called(said)
    typed, place = _typed(text), place_of(activity)
    if place.is_personal or is_targeted(activity):
        return typed
    # "@Kindline help" in a customer's thread asks for help with this customer, as a mention does on Slack.
    ids = (place.root_id, word(activity, "id"))
    is_reply = ids[0] != ids[1] and all(one.isdigit() for one in ids)
    if not is_call or (is_reply and typed.word == HELP):
        return None
    return typed if typed.word in commands | {ALL_COMMANDS, HELP} else None


def is_home(activity: Json, bot_person_id: str) -> bool:
    """The word with which a person asks for their home page, wherever a command may stand."""
    typed = command_in(activity, bot_person_id, frozenset({HOME}))
    if typed is None:
        return False
    return typed.word == HOME or (typed.word == ALL_COMMANDS and typed.text.lower().split()[:1] == [HOME])


def _typed(text: str) -> Typed:
    text = text.lstrip("/ \n")
    found = _WORD.match(text)
    if found is None or found[0].startswith("<"):
        return Typed(HELP, "")
    return Typed(found[0].lower()[:80], text[found.end() :].lstrip(":,.!?").strip())


def exactly(mention: Mention) -> str:
    """Whom somebody means, by id where it is known; ids in brackets are what the core reads on every platform."""
    name = re.sub(r"[<>|\n]", " ", mention.name).strip()
    if mention.id.startswith("19:"):
        return f"<#{mention.id}|{name}>"
    if mention.id and not mention.id.startswith(APP):
        return f"<@{mention.id}|{name}>"
    return at_name(mention)
