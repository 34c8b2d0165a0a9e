"""Teams' whole room behind one object, which `app.py` builds once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.desk import Desk
from bot.errors import PlatformError, PlatformRefused, SettingsError
from bot.events import Event
from bot.settings import LOCAL, LOCAL_ADDRESSES, OPEN_DOOR, Settings, listed
from handlers.hall.reception import Reply
from handlers.hall.tenants import Tenants
from handlers.teams.answers import Answers
from handlers.teams.api import Api
from handlers.teams.connection import Connection
from handlers.teams.handles import Handles
from handlers.teams.incoming import Known, events, people_in
from handlers.teams.ingress import Ingress
from handlers.teams.install import Installation
from handlers.teams.interactions import Seen, interaction, people_meant
from handlers.teams.keys import Keys, KeysUnavailable
from handlers.teams.outgoing import TeamsPlatform
from handlers.teams.package import commands
from handlers.teams.people import People
from handlers.teams.posting import Posting
from handlers.teams.reception import Reception
from handlers.teams.signature import Guard, OpenDoor, Verifier
from handlers.teams.tokens import AppKey
from handlers.teams.wire import Json
from storage import workspaces
from storage.database import Database, Transaction
from storage.inbox import Inbox

log = structlog.get_logger()

PATH = "/api/messages"


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """Plain values: where they come from is `app.py`'s business. Without an app id only the open door is left."""

    app_id: str = ""
    app_password: str = ""
    tenants: Sequence[str] = ()
    is_targeted: bool = False
    keys_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    issuer: str = "https://api.botframework.com"
    login_url: str = "https://login.microsoftonline.com/"
    hosts: Sequence[str] = ("smba.trafficmanager.net",)
    link_url: str = "https://teams.microsoft.com/"
    is_open: bool = False
    host: str = "127.0.0.1"
    """The address that our own server listens on."""

    @classmethod
    def of(cls, settings: Settings) -> "TeamsSettings":
        return cls(
            app_id=_spelled(settings.teams_app_id.strip()),
            app_password=settings.teams_app_password.get_secret_value().strip(),
            tenants=[_spelled(one) for one in listed(settings.teams_tenant_ids)],
            is_targeted=settings.teams_targeted,
            keys_url=settings.teams_keys_url,
            issuer=settings.teams_issuer.strip(),
            login_url=settings.teams_login_url,
            hosts=listed(settings.teams_hosts),
            link_url=settings.teams_link_url,
            is_open=settings.teams_open_dev,
            host=settings.host,
        )


class Teams:
    """Build it inside the running loop, since its HTTP session belongs to that loop; `stop()` it in the same one."""

    def __init__(self, settings: TeamsSettings, database: Database, inbox: Inbox, desk: Desk) -> None:
        _check(settings)
        self._settings = settings
        self._database = database
        self._desk = desk
        self.counts: Counter[str] = Counter()
        hosts = frozenset(settings.hosts) | (LOCAL if settings.is_open else frozenset())
        tenant_id = next(iter(settings.tenants), "")
        self.api = Api(database, AppKey(settings.app_id, settings.app_password, tenant_id, settings.login_url), hosts)
        self.people = People(database, self.api, desk.hear)
        self._handles = Handles(settings.app_password.encode())
        posting = Posting(self.api, database, settings.link_url, settings.is_targeted, self._handles)
        self._answers = Answers(posting)
        self._connection = Connection(settings.app_id, self._heard, self._asked)
        self._installation = Installation(database, settings.app_id, self.api, self.people)
        self._reception = Reception(
            bot_person_id=f"28:{settings.app_id}" if settings.app_id else "",
            commands=commands(),
            inbox=inbox,
            tenants=Tenants(database, "teams"),
            connection=self._connection,
            excuses=self._answers,
            admit=self._installation.admit,
            counts=self.counts,
        )
        self._keys = Keys(settings.keys_url, self.api.session)
        self.ingress = Ingress(_guard(settings, hosts, self._keys), self._reception.receive, self.counts)
        self.platform = TeamsPlatform(posting, self._connection.read)

    def routes(self) -> Sequence[BaseRoute]:
        return [Route(PATH, self._messages, methods=["POST"])]

    async def start(self) -> None:
        """Know the configured tenants, and fetch the signing keys in passing. Needs nobody to answer: everything else
        is told or asked when it is needed."""
        await self.make_known()
        if self._settings.app_id:
            self._keys.fetch_ahead()

    async def register_again(self) -> None:
        """Nothing is left over from the start: Teams asks nobody there."""

    async def make_known(self) -> None:
        for tenant_id in self._settings.tenants:
            await self._installation.register(tenant_id)
        if self._settings.tenants:
            await self._installation.part_from_others(self._settings.tenants)

    async def is_hearing(self) -> bool:
        """Activities come over our own server, which is up when readiness asks."""
        return True

    async def link_url(self, tx: Transaction, workspace_id: str, person_id: str) -> str:
        raise PlatformRefused("not_possible_on_teams")

    async def try_tokens(self) -> list[str]:
        """Ask Microsoft for a token and for its keys; one sentence for each that it refuses."""
        if not self._settings.app_id:
            return []
        found: list[str] = []
        try:
            await self.api.tokens.bearer()
        except PlatformError as error:
            found.append(f"Microsoft gives no token for KINDLINE_TEAMS_APP_ID: {error}.")
        try:
            await self._keys.key("")
        except KeysUnavailable:
            found.append("The keys with which Teams signs cannot be fetched; see KINDLINE_TEAMS_KEYS_URL.")
        return found

    async def stop(self) -> None:
        """Take nothing more in, finish what is being said, hang up."""
        await self._reception.finish()
        await self._answers.finish()
        await self.people.finish()
        await self._keys.finish()
        await self.api.close()

    async def _messages(self, request: Request) -> Response:
        return await self.ingress(request)

    async def _heard(self, workspace_id: str, activity: Json) -> Sequence[Event]:
        """One stored activity. Whoever acts in it is looked up first, so that nobody is taken for somebody else."""
        learned = await self._installation.take_in(workspace_id, activity)
        await self.people.meet(workspace_id, activity, people_in(activity))
        async with self._database.reading() as tx:
            home = await workspaces.workspace(tx, workspace_id)
            now = tx.now
        if home is None:
            return []
        is_message = activity.get("type") == "message"
        known = Known(
            workspace_id,
            home.bot_person_id,
            now,
            commands(),
            is_shared=await self.people.is_shared(workspace_id, activity) if is_message else None,
            learned=learned,
        )
        return events(activity, known)

    async def _asked(self, workspace_id: str, activity: Json, key: str) -> Reply:
        """One invoke or command, decided and answered now."""
        async with self._database.reading() as tx:
            home = await workspaces.workspace(tx, workspace_id)
            now = tx.now
        ids = await self.people.who(workspace_id, activity)
        name = await self._installation.name_of(workspace_id, activity)
        is_typed = activity.get("type") == "message"
        is_shared = await self.people.is_new_shared(workspace_id, activity) if is_typed else None
        bot_person_id = home.bot_person_id if home else ""
        seen = Seen(workspace_id, now, bot_person_id, commands(), ids, name, is_shared, self._handles)
        event = interaction(activity, seen)
        if event is None:
            return Reply(200)
        await self.people.meet(workspace_id, activity, people_meant(activity), is_hurried=True)
        answers = await self._desk.answer(event, key)
        return Reply(200, await self._answers.give(event, answers, activity))


def _check(settings: TeamsSettings) -> None:
    """Without an app id nobody's token could be checked. Raises `SettingsError`."""
    if settings.is_open and (settings.app_id or settings.host not in LOCAL_ADDRESSES):
        raise SettingsError([OPEN_DOOR])
    if not settings.app_id and not settings.is_open:
        raise SettingsError(["The Teams app id is missing, so no request could be trusted."])
    if settings.app_id and not settings.tenants:
        raise SettingsError(["The Teams tenants are missing, so nobody could be let in."])


def _guard(settings: TeamsSettings, hosts: frozenset[str], keys: Keys) -> Guard:
    tenants = frozenset(settings.tenants)
    if settings.is_open:
        log.warning("teams.open_door", host=settings.host)
        return OpenDoor(tenants)
    return Verifier(settings.app_id, settings.issuer, tenants, hosts, keys)


def _spelled(given: str) -> str:
    """As Microsoft writes ids: people copy them in capitals or with spaces too."""
    try:
        return str(UUID(given))
    except ValueError:
        return given
