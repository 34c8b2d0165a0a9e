"""What an activity says about the app itself, its teams and its channels: pure, whatever else comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from handlers.teams.activity import bots_of, inner, listed, word
from handlers.teams.wire import Json


class Change(StrEnum):
    CAME = "came"
    """The app was added."""
    LEFT = "left"
    """The app was removed, or its team ended."""
    ENDED = "ended"
    """One channel ended."""
    RENAMED = "renamed"
    JOINED = "joined"
    """Somebody may read along from now on: a person, or everybody in another team."""
    CROWD = "crowd"
    """Somebody left."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Learned:
    """What follows for the features; `handlers/teams/incoming.py` makes the events of it."""

    crowds: Mapping[str, bool | None] = field(default_factory=dict)
    """Channels into which somebody came: whether anybody from outside belongs to each now; None when nobody can say."""
    closed: Sequence[str] = ()
    """Channels in which the bot hears nothing from now on."""
    wants_home: bool = False
    """Whoever did it should get their home card."""
    is_gone: bool = False
    """Whoever did it removed their private chat with the bot."""


def change_of(activity: Json, bot_person_id: str) -> Change:
    """What an activity says about the app itself; pure."""
    if activity.get("type") == "installationUpdate":
        action = word(activity, "action")
        return Change.CAME if action.startswith("add") else Change.LEFT if action == "remove" else Change.NONE
    if activity.get("type") != "conversationUpdate":
        return Change.NONE
    kind, bots = word(inner(activity, "channelData"), "eventType"), bots_of(activity, bot_person_id)
    if kind in _ENDS_TEAM:
        return Change.LEFT
    if kind == "channelDeleted":
        return Change.ENDED
    if any(word(one, "id") in bots for one in listed(activity, "membersAdded")):
        return Change.CAME
    if any(word(one, "id") in bots for one in listed(activity, "membersRemoved")):
        return Change.ENDED if kind == "channelMemberRemoved" else Change.LEFT
    return _OTHERS.get(kind, Change.NONE)


SHARED = "channelShared"
"""Everybody in another team may be let in from now on, whoever they are."""
_ENDS_TEAM = ("teamDeleted", "teamHardDeleted", "teamArchived")
_OTHERS = {
    "channelRenamed": Change.RENAMED,
    "teamMemberAdded": Change.JOINED,
    "teamMemberRemoved": Change.CROWD,
    "channelMemberAdded": Change.JOINED,
    "channelMemberRemoved": Change.CROWD,
    SHARED: Change.JOINED,
    "channelUnshared": Change.CROWD,
}
