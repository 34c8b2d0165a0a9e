"""A playground in this process, a small receiver where the bot would be, and short words for driving both."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs

import aiohttp
import orjson
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from handlers.playground.server import create_app
from handlers.playground.settings import Settings
from tests.loopback import free_port, serving

BOT_TOKEN = "xoxb-demo-T0MARIGOLD"
NORTH_TOKEN = "xoxb-demo-T0NORTH"
FRIEDA_TOKEN = "xoxp-demo-U0FRIEDA"
APP_TOKEN = "xapp-demo-kindline"
SIGNING_SECRET = "demo-signing-secret"


WIDE_APP: dict[str, Any] = {
    "app": {
        "bot_scopes": [
            *("app_mentions:read", "channels:history", "channels:join", "channels:read", "chat:write", "commands"),
            *("groups:history", "groups:read", "im:history", "im:read", "im:write", "reactions:write", "team:read"),
            *("users:read", "users:read.email"),
        ],
        "events": [
            *("app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_left", "team_join"),
            *("member_joined_channel", "member_left_channel", "message.channels", "message.groups", "message.im"),
            *("reaction_added", "reaction_removed", "tokens_revoked", "user_change"),
        ],
        "shortcuts": [
            {"callback_id": "help_me_reply", "name": "Help me reply", "type": "message"},
            {"callback_id": "new_insight", "name": "Log insight", "type": "global"},
        ],
    }
}
"""An app that asks for more than Kindline does, so that all of the playground can be tried."""


def blocks(*buttons: str) -> list[dict[str, Any]]:
    """A paragraph and a row of buttons named after their action ids."""
    elements = [
        {
            "type": "button",
            "action_id": name,
            "value": f"{name}-1",
            "text": {"type": "plain_text", "text": name.title()},
        }
        for name in buttons
    ]
    words = {"type": "section", "text": {"type": "mrkdwn", "text": "*Draft ready*: 3 asks"}}
    return [words, {"type": "actions", "block_id": "row", "elements": elements}]


def modal(title: str = "Your draft", **more: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "text", "initial_value": "Dear Annelie", "max_length": 40}
    name = {"type": "input", "block_id": "draft", "label": {"type": "plain_text", "text": "Draft"}, "element": element}
    head = {"type": "modal", "callback_id": "draft", "title": {"type": "plain_text", "text": title}}
    return {**head, "submit": {"type": "plain_text", "text": "Use"}, "blocks": [name], **more}


@dataclass
class Delivered:
    """One request that the playground made to the bot's place."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> dict[str, Any]:
        if self.headers["Content-Type"] == "application/json":
            return dict(orjson.loads(self.body))
        fields = {name: values[0] for name, values in parse_qs(self.body.decode(), keep_blank_values=True).items()}
        return dict(orjson.loads(fields["payload"])) if "payload" in fields else fields

    @property
    def event(self) -> dict[str, Any]:
        return dict(self.data.get("event", {}))


@dataclass
class Receiver:
    """Stands where the bot would: keeps what comes, and answers what a test tells it to."""

    got: list[Delivered] = field(default_factory=list)
    clocks: list[int] = field(default_factory=list)
    resets: int = 0
    next_due_at: str | None = None
    status: int = 200
    reply: Callable[[Delivered], Any] = lambda _: None
    headers: dict[str, str] = field(default_factory=dict)

    async def slack(self, request: web.Request) -> web.Response:
        delivered = Delivered(request.path, dict(request.headers), await request.read())
        self.got.append(delivered)
        answer = self.reply(delivered)
        if asyncio.iscoroutine(answer):
            answer = await answer
        if isinstance(answer, str):
            return web.Response(status=self.status, text=answer, headers=self.headers)
        if answer is None:
            return web.Response(status=self.status, headers=self.headers)
        return web.json_response(answer, status=self.status, headers=self.headers)

    async def clock(self, request: web.Request) -> web.Response:
        if request.method == "POST":
            self.clocks.append((await request.json())["offset_ms"])
        return web.json_response({"ok": True, "next_due_at": self.next_due_at})

    async def reset(self, _request: web.Request) -> web.Response:
        self.resets += 1
        return web.json_response({"ok": True})

    def events(self, kind: str) -> list[dict[str, Any]]:
        return [one.event for one in self.got if one.event.get("type") == kind]


class Bench:
    """`do` and `ask` call the control interface; `bot`, `north` and `frieda` are the real SDK's clients."""

    def __init__(self, settings: Settings, receiver: Receiver, session: aiohttp.ClientSession) -> None:
        self.settings = settings
        self.receiver = receiver
        self.session = session
        self.api = f"{settings.address}/api/"
        self.bot = self.client(BOT_TOKEN)
        self.north = self.client(NORTH_TOKEN)
        self.frieda = self.client(FRIEDA_TOKEN)

    def client(self, token: str) -> AsyncWebClient:
        return AsyncWebClient(token=token, base_url=self.api, session=self.session, retry_handlers=[])

    async def call(self, name: str, /, **fields: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.settings.address}/_control/{name}", data=orjson.dumps(fields)) as response:
            return response.status, await response.json()

    async def do(self, name: str, /, **fields: Any) -> dict[str, Any]:
        status, answer = await self.call(name, **fields)
        assert status == 200, answer
        return answer

    async def refused(self, name: str, /, **fields: Any) -> str:
        status, answer = await self.call(name, **fields)
        assert 400 <= status < 500, answer
        assert answer["ok"] is False
        assert answer["message"].endswith((".", ")")), answer
        return str(answer["error"])

    async def ask(self, name: str, /, **query: Any) -> dict[str, Any]:
        async with self.session.get(f"{self.settings.address}/_control/{name}", params=query) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == 200, answer
            return answer

    async def state(self, viewer: str, **query: Any) -> dict[str, Any]:
        return await self.ask("state", viewer=viewer, **query)

    async def say(self, user: str, text: str, channel: str = "C0HELP", **more: Any) -> str:
        return str((await self.do("say", user=user, channel=channel, text=text, **more))["message"])

    async def settled(self) -> None:
        """Until every delivery that is due was answered."""
        for _ in range(300):
            events = (await self.ask("events"))["events"]
            if all(one["state"] != "pending" or len(one["attempts"]) >= 2 for one in events):
                return
            await asyncio.sleep(0.01)
        raise AssertionError("Deliveries did not settle.")


@asynccontextmanager
async def receiving(receiver: Receiver, port: int) -> AsyncIterator[None]:
    app = web.Application()
    app.router.add_post("/slack/events", receiver.slack)
    app.router.add_route("*", "/_demo/clock", receiver.clock)
    app.router.add_post("/_demo/reset", receiver.reset)
    async with serving(app, port):
        yield


@asynccontextmanager
async def bench_in(
    folder: Path, delivery: Literal["http", "socket"] = "http", *, is_bot_up: bool = True
) -> AsyncIterator[Bench]:
    settings = Settings(port=free_port(), bot_port=free_port(), delivery=delivery, state=folder)
    receiver = Receiver()
    async with aiohttp.ClientSession() as session, serving(create_app(settings, WIDE_APP), settings.port):
        bench = Bench(settings, receiver, session)
        if not is_bot_up:
            yield bench
            return
        async with receiving(receiver, settings.bot_port):
            yield bench
