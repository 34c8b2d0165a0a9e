"""Whom and which channel somebody means when they type a mention, an id or a name in a command."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storage import people, workspaces
from storage.database import Transaction
from storage.people import Person
from storage.workspaces import Channel

_PERSON = re.compile(r"<@(?P<id>[^<>|\s]+)(?:\|(?P<label>[^>]*))?>")
_CHANNEL = re.compile(r"<#(?P<id>[^<>|\s]+)(?:\|(?P<label>[^>]*))?>")
_WORD = re.compile(r"<[@#][^<>]*>|[^\s,]+")
_ID = re.compile(r"[A-Z](?=[A-Z]*\d)[A-Z0-9]{3,}")
_NAMED = re.compile(r"<(?P<sign>[@#])(?P<id>[^<>|\s]+)(?:\|(?P<label>[^<>]*))?>")
_ME = ("me", "myself")
_NO_NAMES = ("privategroup", "directmessage")


@dataclass(frozen=True, slots=True)
class Meant:
    """`id` when the platform or the person gave one, else only the `name` as typed."""

    id: str = ""
    name: str = ""


def meant_person(words: str) -> Meant:
    """`<@U0JONAS|jonas>`, `<@U0JONAS>`, `@U0JONAS`, `@Jonas Weber` or just `jonas`."""
    return _meant(words.strip(), _PERSON, "@")


def meant_channel(words: str) -> Meant:
    """`<#C0MKT|marketing>`, `#C0MKT` or `#marketing`."""
    return _meant(words.strip(), _CHANNEL, "#")


def typed_words(text: str) -> list[str]:
    """The words of a command, split at spaces and commas; a mention stays whole, whatever stands in its label."""
    return _WORD.findall(text)


def _meant(words: str, mention: re.Pattern[str], sign: str) -> Meant:
    if found := mention.fullmatch(words):
        return Meant(found["id"], found["label"] or "")
    name = words.removeprefix(sign).strip()
    # A typed id may also be a name in capitals, so both are kept and the id is tried first.
    return Meant(name if _ID.fullmatch(name) else "", name)


async def find_people(tx: Transaction, workspace_id: str, asker_id: str, meant: Meant) -> Sequence[Person]:
    """Whoever fits: one, none, or several of the same name. "me" is the asker."""
    wanted = asker_id if meant.name.lower() in _ME and not meant.id else meant.id
    if wanted:
        found = await people.person(tx, workspace_id, wanted)
        if found is not None:
            return [found]
    name = " ".join(meant.name.casefold().split())
    if not name:
        return []
    everyone = [who for who in await people.everyone(tx, workspace_id) if not who.is_app]
    exact = [who for who in everyone if " ".join(who.name.casefold().split()) == name]
    return exact or [who for who in everyone if who.first_name.casefold() == name]


async def find_channel(tx: Transaction, workspace_id: str, meant: Meant) -> Channel | None:
    """The channel's row, when we have one."""
    if meant.id:
        found = await workspaces.channel(tx, workspace_id, meant.id)
        if found is not None:
            return found
    if not meant.name:
        return None
    name = meant.name.casefold()
    rows = await workspaces.channels(tx, workspace_id)
    return next((row for row in rows if row.name.lstrip("#").casefold() == name), None)


def as_read(text: str) -> str:
    """A command's words as people read them, mentions by name."""
    return _NAMED.sub(lambda found: f"{found['sign']}{found['label'] or found['id']}", text)


def given_name(name: str) -> str:
    """A channel's name as a command brings it, without its sign; what a platform writes for a private one is none."""
    name = name.strip().removeprefix("#")
    return "" if name in _NO_NAMES else name


def channel_words(channel: Channel | None, otherwise: str = "that channel") -> str:
    """How a sentence calls the channel: "#help-marigold", or `otherwise` while its name is not known."""
    name = channel.name.lstrip("#") if channel is not None else ""
    return f"#{name}" if name else otherwise
