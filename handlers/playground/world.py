"""What exists in the pretend workspaces: people, channels, messages, views, tokens; plain data that can be saved."""

from typing import Any, Literal

from pydantic import BaseModel, Field

Json = dict[str, Any]


class Person(BaseModel):
    """Somebody as this workspace sees them; `home_team` differs for a guest from another company's workspace."""

    id: str
    name: str
    real_name: str
    email: str = ""
    tz: str = "Europe/Berlin"
    home_team: str = ""
    is_admin: bool = False
    is_guest: bool = False
    is_bot: bool = False
    bot_id: str = ""
    deleted: bool = False


class Channel(BaseModel):
    """A conversation; messages are kept in Slack's own shape, in order of their `ts`."""

    id: str
    name: str = ""
    team: str = ""
    """Microsoft Teams only: the team's id, which is the id of its General channel."""
    is_im: bool = False
    is_private: bool = False
    is_ext_shared: bool = False
    is_archived: bool = False
    members: list[str] = Field(default_factory=list)
    created: int = 0
    messages: dict[str, Json] = Field(default_factory=dict)

    @property
    def kind(self) -> Literal["im", "group", "channel"]:
        if self.is_im:
            return "im"
        return "group" if self.is_private else "channel"

    def thread(self, root_ts: str) -> list[Json]:
        return [message for message in self.messages.values() if message.get("thread_ts", message["ts"]) == root_ts]


class View(BaseModel):
    """A modal or a Home tab; `wire` is the view object that Slack would hand out, `user` the one person who sees it."""

    wire: Json
    user: str
    values: dict[str, dict[str, Json]] = Field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.wire["id"])


class Workspace(BaseModel):
    """One Slack team, or one tenant of Microsoft Teams. Nothing in it refers to another one."""

    id: str
    name: str
    domain: str
    platform: Literal["slack", "teams"] = "slack"
    people: dict[str, Person] = Field(default_factory=dict)
    relays: dict[str, str] = Field(default_factory=dict)
    channels: dict[str, Channel] = Field(default_factory=dict)
    ephemerals: dict[str, list[Json]] = Field(default_factory=dict)
    homes: dict[str, View] = Field(default_factory=dict)
    modals: dict[str, list[View]] = Field(default_factory=dict)
    last_read: dict[str, dict[str, str]] = Field(default_factory=dict)

    installed_for: list[str] = Field(default_factory=list)
    """Microsoft Teams only: who has added the app to their own chats."""
    blocked_by: list[str] = Field(default_factory=list)
    """Microsoft Teams only: who lets the app write to them no more."""
    taken_back: dict[str, Json] = Field(default_factory=dict)
    """Microsoft Teams only: deleted messages by id, since there a deletion can be undone."""

    def view(self, view_id: str) -> View | None:
        stacks = [view for stack in self.modals.values() for view in stack]
        return next((view for view in [*stacks, *self.homes.values()] if view.id == view_id), None)


class Shortcut(BaseModel):
    callback_id: str
    name: str
    type: Literal["message", "global"]


class TeamsApp(BaseModel):
    """The same app as its bot registration for Microsoft Teams would show it."""

    id: str = ""
    password: str = ""
    has_slash: bool = False
    """People may give its commands as slash commands in a channel, which only they and the app see."""
    takes_targeted: bool = True
    """Messages to one member of a channel are possible."""
    has_limits: bool = True
    """Who writes too often is answered 429."""
    commands: dict[Literal["personal", "team"], list[Json]] = Field(default_factory=dict)
    """The words that the app offers in its chat and when it is named in a channel: command and description."""


class App(BaseModel):
    """The one app of the playground, as its configuration page at Slack would show it."""

    id: str
    name: str
    bot_user: str
    bot_id: str
    client_id: str
    client_secret: str
    signing_secret: str
    verification_token: str
    app_token: str
    bot_scopes: list[str]
    user_scopes: list[str]
    events: list[str]
    commands: list[str]
    shortcuts: list[Shortcut]
    teams: TeamsApp = Field(default_factory=TeamsApp)


class Grant(BaseModel):
    """What one token may do, and for whom it acts."""

    kind: Literal["bot", "user", "app"]
    team: str = ""
    user: str = ""
    scopes: list[str] = Field(default_factory=list)
    is_revoked: bool = False


class World(BaseModel):
    """Everything that is saved and that a reset replaces."""

    app: App
    workspaces: dict[str, Workspace]
    tokens: dict[str, Grant]
    setup: Json = Field(default_factory=dict)
    starts_at: str
    offset_ms: int = 0
    made: int = 0

    def number(self) -> int:
        """A number that was never given before: the seed of every readable id."""
        self.made += 1
        return self.made

    def bot_token(self, team: str) -> str | None:
        """The token of the app's bot in this workspace; None when the app is not installed there."""
        grants = self.tokens.items()
        return next((t for t, g in grants if g.kind == "bot" and g.team == team and not g.is_revoked), None)
