"""botbuilder-core, built so that nothing outside this file decides how it works; stored activities and invokes both
run through its pipeline here.

The SDK is retired, and of all it offers only `process_activity` is used. Its own HTTP entry answers 500 to every invoke
with a body, its models lose fields, its token check lets too much in, and for each turn it builds two clients, which
takes the loop milliseconds. So the ingress checks and parses, the pipeline gets a sketch of the activity and a client
that does nothing, listeners get the payload itself, and what they answer is written by us.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NoReturn

from botbuilder.core import CloudAdapterBase, TurnContext
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount
from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory

from bot.events import Event
from handlers.hall.reception import Reply
from handlers.teams.tenancy import conversation_of, service_of
from handlers.teams.wire import Json

Heard = Callable[[str, Json], Awaitable[Sequence[Event]]]
Asked = Callable[[str, Json, str], Awaitable[Reply]]
Turn = Callable[[TurnContext], Awaitable[None]]


class Unused(RuntimeError):
    """The SDK tried to do by itself what Kindline does elsewhere."""


class NoClient:
    """Stands where the SDK's connector client would be. Everything is sent by handlers/teams/api.py."""

    def __getattr__(self, name: str) -> NoReturn:
        raise Unused(f"The SDK asked for its own client's {name}; handlers/teams/api.py sends.")


class NoClients(ConnectorFactory):  # type: ignore[misc]
    def __init__(self) -> None:
        self._client = NoClient()

    async def create(self, service_url: str, audience: str) -> NoClient:
        return self._client


class CheckedBefore(BotFrameworkAuthentication):  # type: ignore[misc]
    """Lets nobody in: who comes here was let in by handlers/teams/signature.py. So the SDK's emulator and skill paths,
    and its blocking fetch of keys, cannot be reached."""

    def __init__(self) -> None:
        self._clients = NoClients()

    async def authenticate_request(self, activity: Activity, auth_header: str) -> NoReturn:
        raise Unused("The SDK was asked to check a token.")

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> NoReturn:
        raise Unused("The SDK was asked to check a stream.")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> NoClients:
        return self._clients

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> NoClient:
        return await self._clients.create("", "")


class Connection:
    """`heard` reads one stored activity, `asked` answers one invoke or command."""

    def __init__(self, app_id: str, heard: Heard, asked: Asked) -> None:
        authentication = CheckedBefore()
        self.adapter = CloudAdapterBase(authentication)
        self._heard = heard
        self._asked = asked
        self._trusted = AuthenticateRequestResult()
        self._trusted.audience = app_id
        self._trusted.claims_identity = self.adapter.create_claims_identity(app_id)
        self._trusted.connector_factory = authentication.create_connector_factory(self._trusted.claims_identity)

    async def read(self, workspace_id: str, payload: Json) -> Sequence[Event]:
        """The events in a stored activity; raises what the listener raised, so that the row is tried again."""
        found: list[Event] = []

        async def turn(_: TurnContext) -> None:
            found.extend(await self._heard(workspace_id, payload))

        await self._run(payload, turn)
        return found

    async def answer(self, workspace_id: str, body: Json, key: str) -> Reply:
        """What whoever waits gets. Raises what the listener raised."""
        found: list[Reply] = []

        async def turn(_: TurnContext) -> None:
            found.append(await self._asked(workspace_id, body, key))

        await self._run(body, turn)
        return found[0]

    async def _run(self, body: Json, turn: Turn) -> None:
        # A failure comes out as it is, since no `on_turn_error` is set. The invoke response that comes back is the
        # SDK's guess; ours is the listener's own.
        await self.adapter.process_activity(self._trusted, sketch(body), turn)


def sketch(body: Json) -> Activity:
    """As much of an activity as the pipeline reads. The delivery mode stays out: with "expectReplies" the SDK would
    keep what is said and answer with it."""
    return Activity(
        type=_text(body, "type"),
        name=_text(body, "name"),
        id=_text(body, "id"),
        channel_id=_text(body, "channelId"),
        service_url=service_of(body),
        conversation=ConversationAccount(id=conversation_of(body)),
        from_property=ChannelAccount(id=_id(body, "from")),
        recipient=ChannelAccount(id=_id(body, "recipient")),
    )


def _text(body: Json, name: str) -> str:
    value: Any = body.get(name)
    return value if isinstance(value, str) else ""


def _id(body: Json, name: str) -> str:
    value: Any = body.get(name)
    return _text(value, "id") if isinstance(value, dict) else ""
