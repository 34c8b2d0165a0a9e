"""The one object that holds the playground's parts, and what several of them need to find in it."""

from handlers.playground.calls import CallLog
from handlers.playground.changes import Changes
from handlers.playground.clock import Clock
from handlers.playground.deliver import Deliveries
from handlers.playground.faults import Faults
from handlers.playground.plain import Names
from handlers.playground.settings import Settings
from handlers.playground.sockets import Sockets
from handlers.playground.teams.limits import Limits
from handlers.playground.teams.signing import Keys
from handlers.playground.tickets import ResponseUrls, Triggers
from handlers.playground.world import Channel, Json, Workspace, World

MILLISECOND = 1_000


class Playground:
    """Built once by server.py; everything else takes it as a parameter."""

    def __init__(self, settings: Settings, world: World) -> None:
        self.settings = settings
        self.world = world
        self.clock = Clock(world.offset_ms)
        self.changes = Changes()
        self.faults = Faults()
        self.calls = CallLog(settings.calls_file)
        self.triggers = Triggers(self.clock)
        self.response_urls = ResponseUrls(self.clock)
        self.keys = Keys()
        self.limits = Limits()
        self.sockets = Sockets(self)
        self.deliveries = Deliveries(self)
        self.codes: dict[str, Json] = {}
        """OAuth codes that were handed out; a used one stays, marked, so that its second use is named as such."""

    def begin(self, world: World) -> None:
        """Replaces everything that a story made; open sockets stay open, as a reset is no outage."""
        self.deliveries.forget()
        self.world = world
        self.faults.clear()
        self.limits.clear()
        self.calls.clear()
        self.triggers.clear()
        self.response_urls.clear()
        self.codes.clear()
        self.clock.start_again()

    def names(self, workspace: Workspace) -> Names:
        """How ids are shown to people of this workspace."""

        def name(some_id: str) -> str:
            if some_id in workspace.people:
                return workspace.people[some_id].real_name
            if some_id in workspace.channels:
                return workspace.channels[some_id].name
            return workspace.relays.get(some_id, some_id)

        return name

    def ts(self, workspace: Workspace | None = None) -> str:
        is_teams = workspace is not None and workspace.platform == "teams"
        return self.clock.new_ts(MILLISECOND if is_teams else 1)


def open_im(workspace: Workspace, person: str, other: str, created: int) -> Channel:
    """The direct conversation of two people, or of a person and the bot; there is only ever one."""
    members = sorted({person, other})
    for channel in workspace.channels.values():
        if channel.is_im and sorted(set(channel.members)) == members:
            return channel
    bot = next((m for m in members if m in workspace.people and workspace.people[m].is_bot), None)
    named = [member for member in members if member != bot] or members
    channel_id = "D" + "".join(member[1:] if n == 0 else member.removeprefix("U0") for n, member in enumerate(named))
    channel = Channel(id=channel_id, is_im=True, is_private=True, members=[person, other], created=created)
    workspace.channels[channel.id] = channel
    return channel
