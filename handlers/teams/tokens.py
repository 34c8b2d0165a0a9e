"""The bot's own token for the Bot Connector: fetched with the app's password, kept while it lasts, fetched once at a
time."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

import aiohttp
import orjson
import structlog

from bot.errors import PlatformBusy
from handlers.teams.wire import Json, TooLarge, limited

log = structlog.get_logger()

SCOPE = "https://api.botframework.com/.default"
FETCH_S, MARGIN_S, REST_S = 5.0, 300.0, 30.0
SHORTEST_S = 1.0


@dataclass(frozen=True, slots=True)
class AppKey:
    """Who the bot is for Microsoft. An empty `app_id` sends no token at all: only for a connector on this machine."""

    app_id: str = ""
    password: str = field(default="", repr=False)
    tenant_id: str = ""
    login_url: str = "https://login.microsoftonline.com/"


@dataclass(slots=True)
class Tokens:
    """`clock` counts seconds. A token is renewed five minutes before its end, or after half of a very short life; while
    that does not work, it is used to its end."""

    session: aiohttp.ClientSession
    key: AppKey
    clock: Callable[[], float] = time.monotonic
    _token: str = ""
    _renewed_at: float = 0.0
    _ends_at: float = 0.0
    _rests_until: float = 0.0
    _fetching: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def bearer(self) -> str:
        """Raises `PlatformBusy` for the whole workspace while there is none: nothing was sent yet, and nothing is
        lost."""
        if not self.key.app_id:
            return ""
        if not self._is_fresh():
            async with self._fetching:
                if not self._is_fresh():
                    await self._renew()
        return self._token

    def refused(self, token: str) -> None:
        """The connector did not take it; the next call fetches another, unless somebody did so meanwhile."""
        if token == self._token:
            self._token = ""

    def _is_fresh(self) -> bool:
        return bool(self._token) and self.clock() < self._renewed_at

    async def _renew(self) -> None:
        try:
            await self._fetch()
        except PlatformBusy:
            if not self._token or self.clock() >= self._ends_at:
                raise

    async def _fetch(self) -> None:
        if self.clock() < self._rests_until:
            raise self._busy("asked a moment ago")
        try:
            status, answer = await self._ask()
        except (aiohttp.ClientError, TimeoutError, OSError, TooLarge, orjson.JSONDecodeError) as error:
            raise self._failed(type(error).__name__) from error
        token = answer.get("access_token")
        if status != 200 or not isinstance(token, str) or not token:
            code = str(answer.get("error") or "")[:60]
            log.error("teams.token_refused", status=status, code=code)
            raise self._failed(code or f"http_{status}")
        self._token = token
        lasts_s = _seconds(answer.get("expires_in"))
        now = self.clock()
        self._renewed_at = now + max(lasts_s - MARGIN_S, lasts_s / 2, SHORTEST_S)
        self._ends_at = max(self._renewed_at, now + lasts_s)

    async def _ask(self) -> tuple[int, Json]:
        url = f"{self.key.login_url.rstrip('/')}/{quote(self.key.tenant_id, safe='')}/oauth2/v2.0/token"
        asked = {
            "grant_type": "client_credentials",
            "client_id": self.key.app_id,
            "client_secret": self.key.password,
            "scope": SCOPE,
        }
        limit = aiohttp.ClientTimeout(total=FETCH_S)
        async with self.session.post(url, data=asked, allow_redirects=False, timeout=limit) as answer:
            found = orjson.loads(await limited(answer.content) or b"{}")
            return answer.status, found if isinstance(found, dict) else {}

    def _failed(self, reason: str) -> PlatformBusy:
        """Rest a little, so that a wrong password is not tried with every call."""
        self._rests_until = self.clock() + REST_S
        return self._busy(reason)

    def _busy(self, reason: str) -> PlatformBusy:
        """However many ask meanwhile, the rest becomes no longer."""
        wait_s = self._rests_until - self.clock()
        return PlatformBusy(f"there is no token for Teams ({reason})", retry_after_s=wait_s, scope="workspace")


def _seconds(given: object) -> float:
    text = str(given or "")
    return float(text) if text.isascii() and text.isdigit() else 600.0
