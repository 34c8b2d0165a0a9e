"""Teams' side of the wire: tokens signed with keys of our own, a key service on loopback, activities as Teams sends
them."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from starlette.types import ASGIApp

from tests.loopback import serving
from tests.slack.wire import Asked, Got, ask

Json = dict[str, Any]
APP_ID = "00000000-0000-4000-8000-00006b696e64"
TENANT = "T0TENANT"
ISSUER = "https://api.botframework.com"
SERVICE = "https://smba.trafficmanager.net/emea/"
BOT = f"28:{APP_ID}"
PATH = "/api/messages"


@cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    """Making one takes a tenth of a second, so tests that name the same key share it."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(name: str, endorsements: Sequence[str] = ("msteams",)) -> Json:
    written: Json = RSAAlgorithm.to_jwk(private_key(name).public_key(), as_dict=True)
    return written | {"kid": name, "use": "sig", "endorsements": list(endorsements)}


def claims(**changes: Any) -> Json:
    """What the Bot Connector claims; a change to None leaves a claim out."""
    now = int(time.time())
    whole = {"iss": ISSUER, "aud": APP_ID, "iat": now, "nbf": now - 10, "exp": now + 3600, "serviceurl": SERVICE}
    return {name: value for name, value in (whole | changes).items() if value is not None}


def token(key: str = "k1", headers: Mapping[str, Any] | None = None, **changes: Any) -> str:
    """Signed with the private key of this name, which is also its id unless the headers say otherwise."""
    given = {"kid": key} if headers is None else dict(headers)
    return jwt.encode(claims(**changes), private_key(key), algorithm="RS256", headers=given)


def bearer(key: str = "k1", **changes: Any) -> str:
    return f"Bearer {token(key, **changes)}"


@dataclass(slots=True)
class KeyService:
    """What login.botframework.com is for real; `url` is its openid document."""

    url: str
    keys: list[Json] = field(default_factory=lambda: [jwk("k1")])
    asked: list[str] = field(default_factory=list)
    delay_s: float = 0.0
    status: int = 200
    document: Json = field(default_factory=dict)

    async def openid(self, request: web.Request) -> web.StreamResponse:
        return await self._answer("openid", {"issuer": ISSUER, "jwks_uri": f"{self.url}/keys"} | self.document)

    async def listed(self, request: web.Request) -> web.StreamResponse:
        return await self._answer("keys", {"keys": self.keys})

    async def _answer(self, what: str, body: Json) -> web.StreamResponse:
        self.asked.append(what)
        await asyncio.sleep(self.delay_s)
        return web.json_response(body, status=self.status)


@asynccontextmanager
async def key_service() -> AsyncIterator[KeyService]:
    app = web.Application()
    found = KeyService("")
    app.router.add_get("/openid", found.openid)
    app.router.add_get("/openid/keys", found.listed)
    async with serving(app) as address:
        found.url = f"{address}/openid"
        yield found


def person(name: str = "frieda") -> Json:
    return {"id": f"29:{name}", "name": name.title(), "aadObjectId": f"aad-{name}"}


def activity(kind: str = "message", **changes: Any) -> Json:
    """A message in a channel's thread, unless told otherwise; a change to None leaves a field out."""
    whole: Json = {
        "type": kind,
        "id": "1763458200000",
        "timestamp": "2026-11-18T09:30:00.000Z",
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": person(),
        "recipient": {"id": BOT, "name": "Kindline"},
        "conversation": {
            "id": "19:c0help@thread.tacv2;messageid=1763458200000",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        },
        "channelData": {
            "tenant": {"id": TENANT},
            "team": {"id": "19:c0team@thread.tacv2"},
            "channel": {"id": "19:c0help@thread.tacv2", "name": "help"},
        },
    }
    if kind == "message":
        whole["text"] = "Where is my bike?"
    return {name: value for name, value in (whole | changes).items() if value is not None}


def personal(text: str = "help", **changes: Any) -> Json:
    """A message in somebody's private chat with the bot."""
    chat = {"id": "a:1-frieda", "conversationType": "personal", "tenantId": TENANT}
    return activity(**({"text": text, "conversation": chat, "channelData": {"tenant": {"id": TENANT}}} | changes))


def invoke(name: str, value: Any, **changes: Any) -> Json:
    return activity("invoke", name=name, value=value, **changes)


def sent(body: Any, authorization: str | None = "", headers: Sequence[tuple[str, str]] | None = None) -> Asked:
    """A request as the Bot Connector makes it; a good token unless another one, or None, is given."""
    named = [("Content-Type", "application/json; charset=utf-8")] if headers is None else list(headers)
    if authorization is not None:
        named.append(("Authorization", authorization or bearer()))
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Asked(path=PATH, headers=named, chunks=[raw])


async def post(app: ASGIApp, body: Any, authorization: str | None = "") -> Got:
    return await ask(app, sent(body, authorization))
