"""The ids that Microsoft Teams would use, for the scene's readable ones, and back."""

from handlers.playground.clock import moment_of
from handlers.playground.world import App, Channel, Person, Workspace

MARK = ";messageid="
"""What stands between a channel and the thread in it."""


def user_id(person: Person, app: App) -> str:
    return f"28:{app.teams.id}" if person.is_bot else f"29:{person.id}"


def aad_id(person: Person) -> str:
    """Bots have none."""
    return "" if person.is_bot else f"aad-{person.id.lower()}"


def person_of(workspace: Workspace, some_id: str, app: App) -> Person | None:
    """By either of the ids that a bot may know."""
    people = workspace.people.values()
    return next((one for one in people if some_id and some_id in (user_id(one, app), aad_id(one))), None)


def channel_id(channel: Channel, app: App) -> str:
    """A chat with the bot is named after the other person; a chat of two people is one that no bot ever sees."""
    if not channel.is_im:
        return f"19:{channel.id.lower()}@thread.tacv2"
    if app.bot_user in channel.members:
        return f"a:1-{other_of(channel, app.bot_user).lower()}"
    return f"19:{channel.id.lower()}@unq.gbl.spaces"


def team_id(channel: Channel) -> str:
    """A team has the id of its General channel."""
    return f"19:{channel.team.lower()}@thread.tacv2"


def other_of(channel: Channel, person_id: str) -> str:
    return next((member for member in channel.members if member != person_id), person_id)


def channel_of(workspace: Workspace, wire_id: str, app: App) -> Channel | None:
    return next((one for one in workspace.channels.values() if channel_id(one, app) == wire_id), None)


def message_id(ts: str) -> str:
    """Milliseconds since 1970."""
    return str(round(moment_of(ts).timestamp() * 1_000))


def ts_of(wire_id: str) -> str:
    """Empty for something that is no message's id."""
    return f"{wire_id[:-3]}.{wire_id[-3:]}000" if wire_id.isascii() and wire_id.isdigit() and len(wire_id) > 3 else ""


def conversation_id(channel: Channel, app: App, thread_ts: str = "") -> str:
    """A channel's messages always name their thread, be it only themselves; chats have none."""
    plain = channel_id(channel, app)
    return f"{plain}{MARK}{message_id(thread_ts)}" if thread_ts and not channel.is_im else plain
