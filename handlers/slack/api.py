"""Slack's Web API through one shared session: the only place that builds the SDK's clients and sends to response
addresses."""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import orjson
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import PlatformRefused, PlatformUncertain
from handlers.slack.errors import of_code, translated
from handlers.slack.tokens import Tokens

Json = dict[str, Any]
CALL_S, CONNECT_S = 8.0, 3.0

quiet = logging.getLogger("kindline.slack.sdk")
"""Handed to the SDK and to Bolt, which would otherwise log whole bodies, customers' words and all, when the root logs
DEBUG."""
quiet.setLevel(logging.CRITICAL + 1)
quiet.propagate = False
quiet.addHandler(logging.NullHandler())


class Api:
    """Made inside the running loop, because its session is; `close()` it."""

    def __init__(self, api_url: str, tokens: Tokens) -> None:
        self.api_url = api_url if api_url.endswith("/") else f"{api_url}/"
        self._tokens = tokens
        # One session for all calls: a new one per call costs four times as much, and more with TLS. The time-outs sit
        # here since the SDK ignores its own when it is given a session. trust_env stays off: nothing reads the
        # environment.
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_S, connect=CONNECT_S))

    async def close(self) -> None:
        await self.session.close()

    def client(self, token: str | None = None) -> AsyncWebClient:
        """A client without the SDK's own retries: its connection retry posts a message twice, and waiting is our
        outbox's job."""
        client = AsyncWebClient(
            token=token,
            base_url=self.api_url,
            session=self.session,
            retry_handlers=[],
            logger=quiet,
            timeout=int(CALL_S),
        )
        client.proxy = None  # It takes one from the environment, and would send even loopback calls through it.
        return client

    async def call(self, workspace_id: str, method: str, **fields: Any) -> Json:
        """Call as the workspace's bot."""
        return await self.call_with(await self._tokens.bot(workspace_id), method, **fields)

    async def call_as(self, workspace_id: str, person_id: str, method: str, **fields: Any) -> Json:
        """Call as a person who linked their account; refused as "not_linked" for anyone else."""
        return await self.call_with(await self._tokens.user(workspace_id, person_id), method, **fields)

    async def call_with(self, token: str, method: str, **fields: Any) -> Json:
        given = {name: value for name, value in fields.items() if value is not None}
        with translated():
            answer = await self.client(token).api_call(method, json=given)
            data = answer.data
        if not isinstance(data, dict):
            raise PlatformUncertain("unreadable_answer")
        return data

    async def read(self, workspace_id: str, method: str, **fields: Any) -> Json:
        """A reading method; those take their arguments as a form, not as JSON."""
        return await self._form_call(await self._tokens.bot(workspace_id), method, fields)

    async def exchange(self, **fields: str) -> Json:
        """A grant's code for its token. The client's secret goes in the form: the SDK's own way of sending it is
        deprecated in aiohttp."""
        return await self._form_call(None, "oauth.v2.access", fields)

    async def _form_call(self, token: str | None, method: str, fields: Mapping[str, Any]) -> Json:
        given = {name: _form(value) for name, value in fields.items() if value is not None}
        with translated():
            answer = await self.client(token).api_call(method, data=given)
            data = answer.data
        if not isinstance(data, dict):
            raise PlatformUncertain("unreadable_answer")
        return data

    def may_answer_to(self, url: str) -> bool:
        """True for Slack's own response addresses, and for the host of the configured API: nothing else is ever
        posted to."""
        try:
            asked, ours = urlsplit(url), urlsplit(self.api_url)
            places = (asked.scheme, asked.hostname, asked.port), (ours.scheme, ours.hostname, ours.port)
        except ValueError:
            return False
        if asked.username or asked.password:
            return False
        return places[0] in (("https", "hooks.slack.com", None), places[1])

    async def respond(self, url: str, body: Json) -> None:
        """Post to a response address, without following redirects."""
        if not self.may_answer_to(url):
            raise PlatformRefused("response_url_not_allowed")
        with translated():
            async with self.session.post(url, json=body, allow_redirects=False) as answer:
                status, headers = answer.status, answer.headers
                said = (await answer.content.read(1_000)).decode(errors="replace").strip()
        if 300 <= status < 400:
            raise PlatformRefused("response_url_redirects")
        code = _error_word(said)
        if status != 200 or code:
            raise of_code(status, code, headers)


def _error_word(said: str) -> str:
    """Response addresses answer "ok", an error's bare name, or an object as the Web API does."""
    try:
        found = orjson.loads(said)
    except orjson.JSONDecodeError:
        return said if said.isidentifier() and said != "ok" else ""
    return str(found.get("error") or "unknown_error") if isinstance(found, dict) and not found.get("ok", True) else ""


def _form(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value
