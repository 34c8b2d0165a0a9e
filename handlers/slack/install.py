"""How a workspace comes to us and goes again, and how a person links their account: OAuth with tickets that work
once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import structlog
import yaml
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.desk import Desk
from bot.errors import PlatformError, PlatformRefused, SettingsError
from bot.events import AccountLinked
from handlers.hall.tenants import Tenants
from handlers.slack.api import Api, Json
from handlers.slack.pages import page
from handlers.slack.tokens import Tokens
from storage import oauth, workspaces
from storage.database import Database, Transaction
from storage.workspaces import Workspace

log = structlog.get_logger()

LINK_SCOPE = "chat:write"
COOKIE = "kindline_oauth"
_STATE = re.compile(r"[A-Za-z0-9_-]{20,100}")
_MANIFEST = Path(__file__).with_name("manifest.yaml")


class NotYours(PlatformRefused):
    """The answer of Slack names another person or workspace than the ticket."""


@dataclass(frozen=True, slots=True)
class Installation:
    database: Database
    api: Api
    tokens: Tokens
    tenants: Tenants

    async def register(self, bot_token: str, *, granted_by: str | None = None) -> str:
        """Ask Slack whose token this is before anything depends on it; keep the workspace and the token. `granted_by`
        is the person who has just installed the app by link."""
        try:
            who = await self.api.call_with(bot_token, "auth.test")
        except PlatformRefused as error:
            raise SettingsError([f"Slack refuses the bot token ({error.code})."]) from error
        workspace_id, bot_id, person_id = (str(who.get(name) or "") for name in ("team_id", "bot_id", "user_id"))
        if not workspace_id or not bot_id:
            raise SettingsError(["The Slack bot token is not a bot's: it must be the Bot User OAuth Token (xoxb-…)."])
        async with self.database.transaction() as tx:
            row = await workspaces.workspace(tx, workspace_id)
            if row is None:
                row = Workspace(
                    workspace_id=workspace_id, platform="slack", name="", bot_person_id="", created_at=tx.now
                )
                tx.session.add(row)
            row.name, row.bot_person_id, row.bot_app_id = str(who.get("team") or ""), person_id, bot_id
            row.is_active = True
            await self.tokens.keep_bot(tx, workspace_id, bot_token)
            if granted_by is not None:
                workspaces.audit(tx, workspace_id, granted_by, "app installed")
        return workspace_id

    async def is_any_stored(self) -> bool:
        """True when there is a workspace of Slack's to serve, whatever Slack says now."""
        async with self.database.reading() as tx:
            return any(one.is_active and one.platform == "slack" for one in await workspaces.workspaces(tx))

    async def forget(self, workspace_id: str, person_ids: Sequence[str], *, is_bot: bool) -> None:
        """Permission was taken back: the secrets go at once, and with the bot's own nothing is sent any more. The team
        feature hears of it too, and notes it."""
        async with self.database.transaction() as tx:
            for person_id in person_ids:
                await self.tokens.forget(tx, workspace_id, person_id)
            row = await workspaces.workspace(tx, workspace_id)
            if is_bot and row is not None:
                await self.tokens.forget(tx, workspace_id)
                row.is_active = False
        if is_bot:
            self.tenants.forget(workspace_id)


@dataclass(frozen=True, slots=True)
class OAuth:
    client_id: str
    client_secret: str
    public_url: str
    installation: Installation
    desk: Desk

    @property
    def is_possible(self) -> bool:
        return bool(self.client_id and self.client_secret and self.public_url)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/slack/install", self._begin, methods=["GET"]),
            Route("/slack/oauth_redirect", self._end, methods=["GET"]),
        ]

    async def link_url(self, tx: Transaction, workspace_id: str, person_id: str) -> str:
        """Leads over our own page, which ties the ticket to the browser before Slack is asked. Raises
        `PlatformRefused` where no client id is configured."""
        if not self.is_possible:
            raise PlatformRefused("linking_not_configured")
        state = await oauth.issue(tx, workspace_id, person_id)
        return f"{self._address('/slack/install')}?{urlencode({'state': state, 'team': workspace_id})}"

    async def _begin(self, request: Request) -> Response:
        state, team = request.query_params.get("state", ""), request.query_params.get("team", "")
        asked: dict[str, str] = {"client_id": self.client_id, "redirect_uri": self._redirect}
        if state:
            if not _STATE.fullmatch(state):
                return page("This link is not complete", "Please ask Kindline for a new one: /kindline link", 400)
            asked |= {"user_scope": LINK_SCOPE, "team": team}
        else:
            async with self.installation.database.transaction() as tx:
                state = await oauth.issue(tx)
            asked |= {"scope": ",".join(bot_scopes())}
        answer = RedirectResponse(f"{self._authorize}?{urlencode({**asked, 'state': state})}", 302)
        answer.set_cookie(
            COOKIE,
            state,
            max_age=int(oauth.VALID_FOR.total_seconds()),
            path="/slack/oauth_redirect",
            secure=self.public_url.startswith("https://"),
            httponly=True,
            samesite="lax",
        )
        return answer

    async def _end(self, request: Request) -> Response:
        answer = await self._finish(request)
        answer.delete_cookie(COOKIE, path="/slack/oauth_redirect")
        return answer

    async def _finish(self, request: Request) -> Response:
        given = request.query_params
        state, code = given.get("state", ""), given.get("code", "")
        if not _STATE.fullmatch(state) or request.cookies.get(COOKIE) != state:
            # Somebody else's link, or another browser than the one that asked.
            return page("This link belongs to another browser", "Please start again where you clicked first.", 400)
        async with self.installation.database.transaction() as tx:
            ticket = await oauth.take(tx, state)
        if ticket is None:
            return page("This link was used or is too old", "Please ask for a new one; it works for ten minutes.", 400)
        if given.get("error") or not code:
            return page(
                "Nothing was changed", "You did not allow it, and that is fine. You can come back any time.", 400
            )
        try:
            return await self._granted(ticket, code)
        except NotYours as error:
            log.warning("slack.oauth_mismatch", workspace=ticket.workspace_id, reason=error.code)
            return page("That was another account", "Please open the link with the account that asked for it.", 400)
        except (PlatformError, SettingsError) as error:
            log.warning("slack.oauth_failed", workspace=ticket.workspace_id, reason=str(error))
            return page("Slack did not agree", "Please try once more in a moment. Nothing was changed.", 400)

    async def _granted(self, ticket: oauth.Ticket, code: str) -> Response:
        data = await self.installation.api.exchange(
            client_id=self.client_id, client_secret=self.client_secret, code=code, redirect_uri=self._redirect
        )
        if ticket.person_id:
            await self._link(ticket, data)
            return page("Your account is linked", "From now on, Use posts the replies that you approve as you.", 200)
        granted_by = str((data.get("authed_user") or {}).get("id") or "")
        workspace_id = await self.installation.register(str(data.get("access_token") or ""), granted_by=granted_by)
        log.info("slack.installed", workspace=workspace_id)
        return page("Kindline is installed", "In Slack, type /kindline help to begin.", 200)

    async def _link(self, ticket: oauth.Ticket, data: Json) -> None:
        who, team = data.get("authed_user") or {}, data.get("team") or {}
        token, scopes = str(who.get("access_token") or ""), str(who.get("scope") or "").split(",")
        if (team.get("id"), who.get("id")) != (ticket.workspace_id, ticket.person_id):
            raise NotYours("other_account")
        if not token or LINK_SCOPE not in scopes:
            raise PlatformRefused("scope_not_granted")
        async with self.installation.database.transaction() as tx:
            await self.installation.tokens.keep_user(tx, ticket.workspace_id, ticket.person_id, token)
            linked = AccountLinked(workspace_id=ticket.workspace_id, at=tx.now, person_id=ticket.person_id)
            await self.desk.hear(tx, linked)

    @property
    def _redirect(self) -> str:
        return self._address("/slack/oauth_redirect")

    @property
    def _authorize(self) -> str:
        return urljoin(self.installation.api.api_url, "/oauth/v2/authorize")

    def _address(self, path: str) -> str:
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}{path}"


def bot_scopes() -> list[str]:
    """What the manifest asks for: one list, so that installing by link and by manifest give the same."""
    return list(yaml.safe_load(_MANIFEST.read_text())["oauth_config"]["scopes"]["bot"])
