"""What each platform lets a bot do, and how every action is carried out on each: directly, or by a named way round.

A feature asks `capabilities_of(workspace)` where it decides, and names no platform itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.actions import (
    ACTIONS,
    Action,
    OfferDraft,
    RefreshHome,
    SendReply,
    TakeBackReply,
    TellHere,
    TellPromise,
)
from storage.database import Transaction
from storage.secrets import has_account
from storage.workspaces import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What features decide by. The defaults are a platform on which everything works."""

    name: str = "This platform"
    posts_as_person: bool = True
    """With a person's permission, a reply can be posted under their name."""
    has_short_commands: bool = True
    """A command may have a name of its own beside `/kindline word`."""
    has_home_page: bool = True
    """False where Home is a card in the private chat that people ask for."""
    adding: str = "invite me: /invite @Kindline"
    """How somebody brings the bot into a channel; ends a sentence."""
    typing: str = ""
    """What people need to know about typing commands, in the list of them."""
    hears_chat: bool = False
    """Whatever a person writes in the private chat is taken as a command, small talk too."""
    typed: str = ""
    """How a command of ours is typed there, for people who may sit on another platform."""


_TABLE: Mapping[str, Capabilities] = {
    "slack": Capabilities(name="Slack", typed="On Slack: /kindline {}"),
    "teams": Capabilities(
        name="Teams",
        posts_as_person=False,
        has_short_commands=False,
        has_home_page=False,
        adding="ask an owner of its team to add the Kindline app.",
        typing="Here in our chat the words alone are enough. In a channel, everybody there reads what you type.",
        hears_chat=True,
        typed="On Teams, in the chat with Kindline: {}",
    ),
}

_IN_CHAT = (
    "A card in the person's private chat with the bot, with a link to the thread; "
    "where targeted messages are switched on, a card in the thread that only they see."
)
_WAYS_ROUND: Mapping[str, Mapping[type[Action], str]] = {
    "slack": {},
    "teams": {
        OfferDraft: _IN_CHAT,
        SendReply: "The agent gets the text to copy and posts it, since Teams lets no bot post as a person.",
        TakeBackReply: "The agent deletes the message that they posted.",
        TellPromise: _IN_CHAT,
        TellHere: _IN_CHAT,
        RefreshHome: "A card in the private chat, drawn anew where it stands; the word home posts a new one.",
    },
}
PLATFORMS = tuple(_TABLE)


def way_round(action: type[Action], platform: str) -> str:
    """How the action reaches people where the platform can't do it as it is meant; "" where it can."""
    return _WAYS_ROUND[platform].get(action, "")


def carried_out(platform: str) -> Mapping[str, str]:
    """Every action's name with its way on this platform, for people who read about it: "directly", or the way round."""
    return {action.__name__: way_round(action, platform) or "directly" for action in ACTIONS}


def capabilities_of(home: Workspace | None) -> Capabilities:
    return _TABLE.get(home.platform if home is not None else "", Capabilities())


def typed_anywhere(line: str) -> list[str]:
    """How a command is typed on each platform, for somebody of whom nobody knows where they sit."""
    return [able.typed.format(line) for able in _TABLE.values()]


async def can_post_as(tx: Transaction, home: Workspace | None, person_id: str) -> bool:
    """True when an approved reply can be posted under this person's name: the platform and the person allow it."""
    return capabilities_of(home).posts_as_person and await has_account(tx, home, person_id)
