"""Who tells the app what happened: each platform has its own way, and everything that happens asks here for it."""

from typing import TYPE_CHECKING, Protocol

from handlers.playground import events
from handlers.playground.teams import tell as teams_events
from handlers.playground.world import Channel, Json, Person, Workspace

if TYPE_CHECKING:
    from handlers.playground.playground import Playground


class Teller(Protocol):
    """What a platform's module offers; both modules have functions of these names."""

    def message_event(
        self, playground: "Playground", workspace: Workspace, channel: Channel, message: Json
    ) -> None: ...

    def change_event(
        self, playground: "Playground", workspace: Workspace, channel: Channel, before: Json, after: Json | None
    ) -> None: ...

    def reaction_event(
        self, playground: "Playground", workspace: Workspace, channel: Channel, message: Json, change: Json
    ) -> None: ...

    def membership_event(
        self, playground: "Playground", workspace: Workspace, channel: Channel, user: str, kind: str
    ) -> None: ...

    def bot_left(self, playground: "Playground", workspace: Workspace, channel: Channel) -> None: ...

    def archived(self, playground: "Playground", workspace: Workspace, channel: Channel, user: str) -> None: ...

    def user_changed(
        self, playground: "Playground", workspace: Workspace, person: Person, kind: str = "user_change"
    ) -> None: ...


def teller(workspace: Workspace) -> Teller:
    return teams_events if workspace.platform == "teams" else events
