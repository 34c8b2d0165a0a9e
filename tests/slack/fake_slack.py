"""A small Slack for these tests: answers as told, keeps what it accepted, and can misbehave like the real one."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback import serving
from tests.mishaps import Fallible, Fault, misbehave

Json = dict[str, Any]
HUMAN: Json = {"team_id": "T1", "name": "frieda", "tz": "Europe/Berlin", "profile": {"real_name": "Frieda Maas"}}
IDENTITY: Json = {"ok": True, "team_id": "T1", "team": "Marigold", "user_id": "UBOT", "bot_id": "BBOT"}


@dataclass(slots=True)
class FakeSlack(Fallible):
    accepted: list[tuple[str, Json, str]] = field(default_factory=list)
    """(method, arguments, token) of each call that took effect."""
    users: dict[str, Json] = field(default_factory=dict)
    answers: dict[str, Callable[[Json], Json]] = field(default_factory=dict)
    responses: list[Json] = field(default_factory=list)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acks: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    is_deaf: bool = False
    response_status: int = 200

    def calls(self, method: str) -> list[Json]:
        return [args for name, args, _ in self.accepted if name == method]

    def tokens(self, method: str) -> list[str]:
        return [token for name, _, token in self.accepted if name == method]

    def refuse(self, method: str, code: str) -> None:
        self.fail(method, Fault(body={"ok": False, "error": code}))

    async def api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        fault = self.next_fault(method)
        if fault is None or fault.is_accepted:
            self.accepted.append((method, args, token))
        if fault is not None:
            return await misbehave(request, fault)
        return web.json_response(self._answer(method, args))

    def _answer(self, method: str, args: Json) -> Json:
        if method in self.answers:
            return {"ok": True, **self.answers[method](args)}
        if method == "auth.test":
            return IDENTITY
        if method == "users.info":
            user = self.users.get(args["user"])
            known = {"ok": True, "user": {"id": args["user"], **(user or {})}}
            return known if user else {"ok": False, "error": "user_not_found"}
        if method == "conversations.open":
            return {"ok": True, "channel": {"id": f"D{args['users']}"}}
        if method == "apps.connections.open":
            return {"ok": True, "url": f"{self.url.replace('http', 'ws')}/link"}
        if method == "chat.getPermalink":
            return {"ok": True, "permalink": f"https://marigold.example/{args['channel']}/{args['message_ts']}"}
        return {"ok": True, "ts": f"1763458200.{len(self.accepted):06d}", "messages": []}

    async def respond(self, request: web.Request) -> web.Response:
        self.responses.append(await request.json())
        location = {"Location": f"{self.url}/elsewhere"} if 300 <= self.response_status < 400 else {}
        return web.Response(text="ok", status=self.response_status, headers=location)

    async def link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"type": "hello"})
        async for message in socket:
            if message.type == WSMsgType.PING and not self.is_deaf:
                await socket.pong(message.data)
            elif message.type == WSMsgType.TEXT:
                self.acks.put_nowait(message.json())
        return socket


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        found: Json = await request.json()
        return found
    return dict(await request.post())


@asynccontextmanager
async def running() -> AsyncIterator[FakeSlack]:
    fake = FakeSlack()
    app = web.Application(client_max_size=5_000_000)
    app.router.add_post("/api/{method}", fake.api)
    app.router.add_post("/respond", fake.respond)
    app.router.add_get("/link", fake.link)
    async with serving(app) as fake.url:
        yield fake
