"""Bolt, built so that nothing outside this file decides how it works; both transports and the ledger hand it their
payloads here.

Bolt runs with `process_before_response`, against its own advice for servers, because our ingress has stored and
acknowledged the event long before: what is dispatched here is either a row of the ledger, which must see a listener's
failure to try again, or an interaction, whose answer is what we wait for.
"""

import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse

from bot.events import Event
from handlers.slack.api import Api, Json, quiet
from handlers.slack.incoming import HANDLED
from handlers.slack.tokens import Tokens

Heard = Callable[[str, Json], Awaitable[Sequence[Event]]]
Asked = Callable[[str, Json, str], Awaitable[Json | None]]
_ANY = re.compile(".*", re.S)


@dataclass(slots=True)
class Caught:
    """What a listener found, or what it failed with; Bolt itself would turn a failure into a bare 500."""

    workspace_id: str
    key: str = ""
    events: Sequence[Event] = ()
    failure: Exception | None = None


@dataclass(slots=True)
class Connection:
    """`heard` reads one event, `asked` answers one interaction."""

    api: Api
    tokens: Tokens
    heard: Heard
    asked: Asked
    counts: Counter[str]
    app: AsyncApp = field(init=False)

    def __post_init__(self) -> None:
        # Everything is passed explicitly: SLACK_BOT_TOKEN, SLACK_CLIENT_ID and their kin in the environment would
        # otherwise change Bolt's mode and discard what we gave. Verification is off because our ingress is the only
        # check there is, on raw bytes; and Bolt must not drop "its own" messages, since a reply sent as an agent
        # carries our bot id.
        tokens = self.tokens

        async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
            """From our own short cache: Bolt then asks Slack nothing, neither at a cold start nor per event."""
            workspace_id = context["caught"].workspace_id
            token = await tokens.bot(workspace_id)
            return AuthorizeResult(enterprise_id=context.enterprise_id, team_id=workspace_id, bot_token=token)

        self.app = AsyncApp(
            logger=quiet,
            name="kindline",
            process_before_response=True,
            signing_secret="",
            client=self.api.client(),
            authorize=authorize,
            request_verification_enabled=False,
            ssl_check_enabled=False,
            url_verification_enabled=False,
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        self._listen()

    def _listen(self) -> None:
        # Each listener that is tried and does not fit costs about 11 microseconds, so there are few, the hottest first.
        known = "|".join(kind for kind in HANDLED if kind != "message")
        self.app.event("message")(self._event)
        self.app.event(re.compile(f"^(?:{known})$"))(self._event)
        self.app.action(_ANY)(self._interaction)
        self.app.command(_ANY)(self._interaction)
        self.app.view(_ANY)(self._interaction)
        self.app.shortcut(_ANY)(self._interaction)
        self.app.view_closed(_ANY)(self._interaction)
        self.app.options(_ANY)(self._no_options)
        self.app.event(_ANY)(self._unknown)
        self.app.error(self._failed)

    async def dispatch(self, body: Json, caught: Caught) -> BoltResponse:
        """Run the listener for this payload. Its failure is in `caught`, never an exception."""
        request = AsyncBoltRequest(mode="socket_mode", body=body, context={"caught": caught})
        return await self.app.async_dispatch(request)

    async def read(self, workspace_id: str, payload: Json) -> Sequence[Event]:
        """The events in a stored payload; raises what the listener raised, so that the row is tried again."""
        caught = Caught(workspace_id)
        await self.dispatch(payload, caught)
        if caught.failure is not None:
            raise caught.failure
        return caught.events

    async def _event(self, body: Json, context: AsyncBoltContext) -> None:
        caught: Caught = context["caught"]
        caught.events = await self.heard(caught.workspace_id, body)

    async def _unknown(self, body: Json) -> None:
        self.counts["event_not_handled"] += 1

    async def _interaction(self, body: Json, context: AsyncBoltContext, ack: AsyncAck) -> BoltResponse:
        caught: Caught = context["caught"]
        said = await self.asked(caught.workspace_id, body, caught.key)
        return await ack(said) if said else await ack()

    async def _no_options(self, ack: AsyncAck) -> BoltResponse:
        return await ack(options=[])

    async def _failed(self, error: Exception, context: AsyncBoltContext) -> None:
        caught: Caught = context["caught"]
        caught.failure = error
