"""Slack's whole room behind one object, which `app.py` builds once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.desk import Desk
from bot.errors import PlatformBusy, PlatformError, PlatformUncertain, SettingsError
from bot.events import Event
from bot.settings import Settings
from handlers.hall.tenants import Tenants
from handlers.slack.answers import Answers
from handlers.slack.api import Api, Json
from handlers.slack.connection import Connection
from handlers.slack.incoming import Known, event_of, events, mentions_in, people_in, revoked
from handlers.slack.ingress import Ingress
from handlers.slack.install import Installation, OAuth
from handlers.slack.interactions import Seen, interaction, people_meant
from handlers.slack.outgoing import SlackPlatform
from handlers.slack.people import People
from handlers.slack.posting import Posting
from handlers.slack.reception import Reception
from handlers.slack.socket_mode import SocketMode
from handlers.slack.tenancy import LEAVING, organisation_of
from handlers.slack.tokens import Tokens
from storage import workspaces
from storage.database import Database, Transaction
from storage.inbox import Inbox
from storage.secrets import Vault

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """Plain values: where they come from is `app.py`'s business. With an app token the events come over Socket Mode."""

    api_url: str = "https://slack.com/api/"
    signing_secret: str = ""
    bot_token: str = ""
    app_token: str = ""
    client_id: str = ""
    client_secret: str = ""
    public_url: str = ""

    @classmethod
    def of(cls, settings: Settings) -> "SlackSettings":
        return cls(
            api_url=settings.slack_api_url,
            signing_secret=settings.slack_signing_secret.get_secret_value(),
            bot_token=settings.slack_bot_token.get_secret_value(),
            app_token=settings.slack_app_token.get_secret_value(),
            client_id=settings.slack_client_id,
            client_secret=settings.slack_client_secret.get_secret_value(),
            public_url=settings.public_url,
        )


class Slack:
    """Build it inside the running loop, since its HTTP session belongs to that loop; `stop()` it in the same one."""

    def __init__(self, settings: SlackSettings, database: Database, vault: Vault, inbox: Inbox, desk: Desk) -> None:
        if not settings.app_token and not settings.signing_secret.strip():
            raise SettingsError(["The Slack signing secret is missing, so no request could be trusted."])
        self._database = database
        self._desk = desk
        self.counts: Counter[str] = Counter()
        self.tokens = Tokens(database, vault)
        self.api = Api(settings.api_url, self.tokens)
        self.people = People(database, self.api)
        posting = Posting(self.api)
        self._answers = Answers(self.api, posting)
        self._connection = Connection(self.api, self.tokens, self._heard, self._asked, self.counts)
        self._tenants = Tenants(database, "slack")
        self._reception = Reception(inbox, self._tenants, self._connection, self._answers, self.counts)
        self.ingress = Ingress(settings.signing_secret, self._reception, self.counts)
        self._installation = Installation(database, self.api, self.tokens, self._tenants)
        self._oauth = OAuth(settings.client_id, settings.client_secret, settings.public_url, self._installation, desk)
        self._bot_token, self._app_token = settings.bot_token, settings.app_token
        self._is_unregistered = bool(settings.bot_token)
        self.socket = SocketMode(settings.app_token, self.api, self._reception.receive) if settings.app_token else None
        self.platform = SlackPlatform(self.api, posting, self._connection.read)

    def routes(self) -> Sequence[BaseRoute]:
        found: list[BaseRoute] = [Route("/slack/events", self._events, methods=["POST"])]
        if self._oauth.is_possible:
            found += self._oauth.routes()
        return found

    async def start(self) -> None:
        """Register the configured workspace and connect. Raises `SettingsError` or `PlatformRefused` when a token is
        wrong, and `PlatformBusy` when Slack cannot be asked and no workspace is known from before."""
        try:
            await self._register()
        except (PlatformBusy, PlatformUncertain) as error:
            if not await self._installation.is_any_stored():
                raise PlatformBusy(f"Slack cannot be asked whose token this is, please try again: {error}.") from error
            log.warning("slack.not_registered_yet", reason=str(error))
        if self.socket is not None:
            await self.socket.start()

    async def register_again(self) -> None:
        """What `start` could not finish, once Slack answers; the clock calls it."""
        try:
            await self._register()
        except (PlatformError, SettingsError) as error:
            log.warning("slack.not_registered_yet", reason=str(error))

    async def _register(self) -> None:
        if self._is_unregistered:
            await self.register_workspace(self._bot_token)
            self._is_unregistered = False

    async def make_known(self) -> None:
        await self._register()

    async def register_workspace(self, bot_token: str) -> str:
        """Ask Slack whose token this is, and keep it; answers the workspace's id."""
        return await self._installation.register(bot_token)

    async def link_url(self, tx: Transaction, workspace_id: str, person_id: str) -> str:
        """Where this person can let Kindline post as them; works once, for ten minutes."""
        return await self._oauth.link_url(tx, workspace_id, person_id)

    async def is_hearing(self) -> bool:
        """False when events should come over a socket and none is fresh; readiness asks."""
        return self.socket is None or self.socket.is_connected

    async def try_tokens(self) -> list[str]:
        """Ask Slack about every configured token; one sentence for each that it refuses."""
        found: list[str] = []
        for name, token, method in (
            ("bot token", self._bot_token, "auth.test"),
            ("app token", self._app_token, "apps.connections.open"),
        ):
            try:
                if token:
                    await self.api.call_with(token, method)
            except PlatformError as error:
                found.append(f"Slack does not accept the {name}: {error}.")
        return found

    async def stop(self) -> None:
        """Take nothing more in, finish what is being said, hang up."""
        if self.socket is not None:
            await self.socket.stop()
        await self._reception.finish()
        await self._answers.finish()
        await self.people.finish()
        await self.api.close()

    async def _events(self, request: Request) -> Response:
        return await self.ingress(request)

    async def _heard(self, workspace_id: str, payload: Json) -> Sequence[Event]:
        """One stored event. Whoever acts in it is looked up first, so that nobody is taken for somebody else."""
        kind = event_of(payload).get("type")
        zone_changed = False
        if kind in LEAVING:
            people, is_bot = revoked(payload)
            await self._installation.forget(workspace_id, people, is_bot=is_bot)
        elif kind == "user_change":
            user = event_of(payload).get("user")
            if isinstance(user, dict) and user.get("id"):
                zone_changed = await self.people.note(workspace_id, user, organisation_of(payload))
        else:
            await self.people.ensure(workspace_id, people_in(payload), organisation_of(payload))
        names = await self.people.names(workspace_id, mentions_in(payload))
        async with self._database.reading() as tx:
            home = await workspaces.workspace(tx, workspace_id)
            now = tx.now
        if home is None:
            return []
        known = Known(workspace_id, home.bot_person_id, home.bot_app_id, now, names, zone_changed)
        return events(payload, known)

    async def _asked(self, workspace_id: str, body: Json, key: str) -> Json | None:
        """One interaction, decided and answered now."""
        async with self._database.reading() as tx:
            home = await workspaces.workspace(tx, workspace_id)
            now = tx.now
        event = interaction(body, Seen(workspace_id, now, self.api.may_answer_to, home.bot_app_id if home else ""))
        if event is None:
            return None
        await self.people.ensure(workspace_id, people_meant(body), organisation_of(body), is_hurried=True)
        answers = await self._desk.answer(event, key)
        said = await self._answers.give(event, answers, body.get("view") or {})
        return said
