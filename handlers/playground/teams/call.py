"""One call of the Bot Connector's REST interface: which conversation, which message, what was sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from handlers.playground.playground import Playground
from handlers.playground.teams import wire
from handlers.playground.world import Channel, Json, Person, Workspace


class ConnectorError(Exception):
    """A refusal: an HTTP status, the connector's own word and a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message

    def body(self) -> Json:
        """Writes that a person blocked are answered by another service behind the connector, in its own shape."""
        if self.code in BLOCKED:
            inner = f'{{\r\n  "subCode": "{self.code}",\r\n  "details": "{self.message}",\r\n  "errorCode": null\r\n}}'
            return {"errorCode": 209, "message": inner}
        return {"error": {"code": self.code, "message": self.message}}


BLOCKED = frozenset({"MessageWritesBlocked"})


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation as its id names it: a chat, a channel, or a thread in a channel."""

    workspace: Workspace
    channel: Channel
    thread_ts: str = ""


@dataclass(slots=True)
class Call:
    """`parts` are the segments of the path that name something; `body` is the activity or the request."""

    playground: Playground
    name: str
    parts: dict[str, str]
    query: dict[str, str] = field(default_factory=dict)
    body: Json = field(default_factory=dict)

    @property
    def is_targeted(self) -> bool:
        return self.query.get("isTargetedActivity", "").lower() == "true"

    @property
    def bot_user(self) -> str:
        return self.playground.world.app.bot_user

    def place(self) -> Place:
        """Where the call goes; raises for a conversation that does not exist or that the app is not in."""
        return self.place_of(self.parts["conversation"])

    def place_of(self, conversation_id: str) -> Place:
        app = self.playground.world.app
        plain, _, thread = conversation_id.partition(wire.MARK)
        for workspace in teams_workspaces(self.playground):
            channel = wire.channel_of(workspace, plain, app)
            if channel is None:
                continue
            thread_ts = wire.ts_of(thread)
            if thread and thread_ts not in channel.messages:
                break
            if app.bot_user not in channel.members:
                raise ConnectorError(403, "BotNotInConversationRoster", "The bot is not part of the conversation.")
            if channel.is_archived:
                break
            return Place(workspace, channel, thread_ts)
        raise ConnectorError(404, "ConversationNotFound", "Conversation not found.")

    def member(self, place: Place, some_id: str) -> Person | None:
        """A member of the conversation by either id; somebody whose account is gone is no member."""
        person = wire.person_of(place.workspace, some_id, self.playground.world.app)
        is_there = person is not None and person.id in place.channel.members and not person.deleted
        return person if is_there else None

    def args(self) -> Json:
        """How the ledger shows it, with the scene's own ids beside the wire's."""
        shown: Json = dict(self.parts)
        if self.query:
            shown["query"] = self.query
        try:
            place = self.place() if "conversation" in self.parts else None
        except ConnectorError:
            place = None
        if place is not None:
            thread = f"{place.channel.id}/{place.thread_ts}" if place.thread_ts else None
            shown.update(team=place.workspace.id, channel=place.channel.id, thread=thread)
        return {**shown, "activity": self.body} if self.body else shown


@dataclass(frozen=True, slots=True)
class Method:
    """`name` is how the ledger and the faults call it; `status` is the answer's when all went well."""

    name: str
    run: Callable[[Call], Json | None]
    status: int = 200


def inner(part: Any, name: str) -> Json:
    """An object inside another; empty for anything else, since callers send what they like."""
    found = part.get(name) if isinstance(part, dict) else None
    return found if isinstance(found, dict) else {}


def teams_workspaces(playground: Playground) -> list[Workspace]:
    return [one for one in playground.world.workspaces.values() if one.platform == "teams"]
