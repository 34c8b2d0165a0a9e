"""A small Bot Connector for these tests: answers as told, keeps what it accepted, and can misbehave like the real
one."""

import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.loopback import serving
from tests.mishaps import Fallible, Fault, misbehave

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    """Such as "POST conversations/activities"; ids are left out."""
    path: str
    """As it was sent, still percent-encoded."""
    ids: list[str]
    query: Json
    body: Json
    token: str


@dataclass(slots=True)
class FakeConnector(Fallible):
    calls: list[Call] = field(default_factory=list)
    """Every call that took effect."""
    members: set[tuple[str, str]] = field(default_factory=set)
    """(conversation, user id) of those who belong to it."""
    valid: set[str] = field(default_factory=set)
    """Tokens that are taken; empty takes all."""
    tokens: list[Json] = field(default_factory=list)
    """What was sent for each token."""
    token_answers: deque[Fault] = field(default_factory=deque)
    expires_in: Any = 3600

    def named(self, name: str) -> list[Call]:
        return [call for call in self.calls if call.name == name]

    @property
    def posts(self) -> list[Call]:
        return self.named("POST conversations/activities")

    async def connector(self, request: web.Request) -> web.StreamResponse:
        call = await _call(request)
        if self.valid and call.token not in self.valid:
            return web.json_response({"error": {"code": "Unauthorized"}}, status=401)
        fault = self.next_fault(call.name)
        if fault is None or fault.is_accepted:
            self.calls.append(call)
        return await misbehave(request, fault) if fault is not None else self._answer(call)

    def _answer(self, call: Call) -> web.Response:
        if call.name == "POST conversations":
            return web.json_response({"id": f"a:1-{call.body['members'][0]['id']}"})
        if call.name == "GET conversations/members":
            if tuple(call.ids) not in self.members:
                return web.json_response({"error": {"code": "MemberNotFoundInConversation"}}, status=404)
            return web.json_response({"id": call.ids[1]})
        if call.name == "GET conversations/pagedmembers":
            return web.json_response({"members": [{"id": call.query.get("continuationToken", "first")}]})
        return web.json_response({"id": f"17634582{len(self.calls):05d}"})

    async def token(self, request: web.Request) -> web.StreamResponse:
        self.tokens.append({**dict(await request.post()), "tenant": request.match_info["tenant"]})
        fault = self.token_answers.popleft() if self.token_answers else None
        if fault is not None:
            return await misbehave(request, fault)
        return web.json_response({"access_token": f"t{len(self.tokens)}", "expires_in": self.expires_in})


async def _call(request: web.Request) -> Call:
    raw = request.rel_url.raw_path.removeprefix("/connector/v3/")
    parts = raw.split("/")
    body = await request.read()
    return Call(
        name=f"{request.method} {'/'.join(parts[::2])}",
        path=request.rel_url.raw_path,
        ids=[unquote(one) for one in parts[1::2]],
        query=dict(request.query),
        body=json.loads(body) if body else {},
        token=request.headers.get("Authorization", "").removeprefix("Bearer "),
    )


@asynccontextmanager
async def running() -> AsyncIterator[FakeConnector]:
    fake = FakeConnector()
    app = web.Application(client_max_size=5_000_000)
    app.router.add_post("/login/{tenant}/oauth2/v2.0/token", fake.token)
    app.router.add_route("*", "/connector/v3/{rest:.*}", fake.connector)
    async with serving(app) as fake.url:
        yield fake
