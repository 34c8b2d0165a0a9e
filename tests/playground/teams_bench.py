"""The playground as Microsoft Teams, with a receiver in the bot's place and a client for its connector."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import jwt
import orjson
from aiohttp import web

from handlers.playground.server import create_app
from handlers.playground.settings import Settings
from tests.loopback import free_port, serving

Json = dict[str, Any]
TENANT, APP_ID, PASSWORD = "M0MARIGOLD", "00000000-0000-4000-8000-00006b696e64", "demo-app-password"
HELP, GENERAL = "19:c0help@thread.tacv2", "19:c0team@thread.tacv2"
SCOPE = "https://api.botframework.com/.default"
CARD = "application/vnd.microsoft.card.adaptive"


@dataclass
class Received:
    headers: dict[str, str]
    activity: Json


@dataclass
class TeamsReceiver:
    """Stands where the bot would: keeps what comes, and answers what a test tells it to."""

    got: list[Received] = field(default_factory=list)
    status: int = 200
    reply: Callable[[Json], Any] = lambda _: None

    async def messages(self, request: web.Request) -> web.Response:
        received = Received(dict(request.headers), orjson.loads(await request.read()))
        self.got.append(received)
        answer = self.reply(received.activity)
        if asyncio.iscoroutine(answer):
            answer = await answer
        return web.Response(status=self.status) if answer is None else web.json_response(answer, status=self.status)

    def of(self, kind: str) -> list[Json]:
        return [one.activity for one in self.got if one.activity["type"] == kind]

    def named(self, name: str) -> list[Json]:
        return [one.activity for one in self.got if one.activity.get("name") == name]


@dataclass
class TeamsBench:
    settings: Settings
    receiver: TeamsReceiver
    session: aiohttp.ClientSession
    token: str = ""

    async def call(self, name: str, /, **fields: Any) -> tuple[int, Json]:
        fields = {"team": TENANT, **fields}
        url = f"{self.settings.address}/_control/{name}"
        async with self.session.post(url, data=orjson.dumps(fields)) as response:
            return response.status, await response.json()

    async def do(self, name: str, /, **fields: Any) -> Json:
        status, answer = await self.call(name, **fields)
        assert status == 200, answer
        return answer

    async def refused(self, name: str, /, **fields: Any) -> str:
        status, answer = await self.call(name, **fields)
        assert 400 <= status < 500, answer
        assert answer["message"].endswith((".", ")")), answer
        return str(answer["error"])

    async def ask(self, name: str, /, **query: Any) -> Json:
        query = {"team": TENANT, **query}
        async with self.session.get(f"{self.settings.address}/_control/{name}", params=query) as response:
            answer: Json = await response.json()
            assert response.status == 200, answer
            return answer

    async def state(self, viewer: str, **query: Any) -> Json:
        return await self.ask("state", viewer=viewer, **query)

    async def messages(self, viewer: str, channel: str = "C0HELP") -> list[Json]:
        state = await self.state(viewer, channel=channel)
        return [message for place in (*state["channels"], *state["dms"]) for message in place["messages"]]

    async def say(self, user: str, text: str, channel: str = "C0HELP", **more: Any) -> str:
        return str((await self.do("say", user=user, channel=channel, text=text, **more))["message"])

    async def settled(self) -> None:
        """Until every delivery that is due was answered."""
        for _ in range(300):
            events = (await self.ask("events"))["events"]
            if all(one["state"] != "pending" or one["attempts"] or one["next_at"] != one["at"] for one in events):
                return
            await asyncio.sleep(0.01)
        raise AssertionError("Deliveries did not settle.")

    async def fetch_token(self, **changes: str) -> tuple[int, Json]:
        asked = {"grant_type": "client_credentials", "client_id": APP_ID, "client_secret": PASSWORD, "scope": SCOPE}
        tenant = changes.pop("tenant", TENANT)
        url = f"{self.settings.address}/connector/login/{tenant}/oauth2/v2.0/token"
        async with self.session.post(url, data={**asked, **changes}) as response:
            return response.status, await response.json()

    async def connect(
        self, verb: str, path: str, body: Json | None = None, *, token: str | None = None
    ) -> tuple[int, Any]:
        """One call of the connector, with a token of our own unless another is given."""
        if token is None:
            self.token = self.token or (await self.fetch_token())[1]["access_token"]
        headers = {"Authorization": f"Bearer {self.token if token is None else token}"}
        url = f"{self.settings.address}/connector/v3/{path}"
        async with self.session.request(verb, url, json=body, headers=headers) as response:
            content = await response.read()
            return response.status, orjson.loads(content) if content else None

    async def post(self, conversation: str, activity: Json | str, *, query: str = "") -> tuple[int, Any]:
        body = {"type": "message", "text": activity} if isinstance(activity, str) else {"type": "message", **activity}
        return await self.connect("POST", f"conversations/{quote(conversation, safe='')}/activities{query}", body)

    async def open_chat(self, user: str = "29:U0FRIEDA") -> tuple[int, Any]:
        asked = {"bot": {"id": f"28:{APP_ID}"}, "members": [{"id": user}], "tenantId": TENANT}
        return await self.connect("POST", "conversations", {**asked, "channelData": {"tenant": {"id": TENANT}}})

    async def verified(self, received: Received) -> Json:
        """The claims of a delivery's token, verified with the published keys."""
        async with self.session.get(f"{self.settings.address}/connector/openid") as response:
            keys_url = (await response.json())["jwks_uri"]
        async with self.session.get(keys_url) as response:
            published = await response.json()
        kind, _, token = received.headers["Authorization"].partition(" ")
        assert kind == "Bearer"
        kid = jwt.get_unverified_header(token)["kid"]
        key = next(jwt.PyJWK(one).key for one in published["keys"] if one["kid"] == kid)
        claims: Json = jwt.decode(
            token, key, algorithms=["RS256"], audience=APP_ID, options={"require": ["exp", "nbf"]}
        )
        return claims


def card(*actions: Json, words: str = "Draft ready", **more: Any) -> Json:
    body = [{"type": "TextBlock", "text": words, "wrap": True}, *more.pop("body", [])]
    return {"type": "AdaptiveCard", "version": "1.5", "body": body, "actions": list(actions), **more}


def with_card(shown: Json) -> Json:
    return {"summary": "Draft ready", "attachments": [{"contentType": CARD, "content": shown}]}


def button(verb: str, title: str = "", **data: str) -> Json:
    return {"type": "Action.Execute", "verb": verb, "title": title or verb.title(), "data": data}


def opening(name: str, **data: str) -> Json:
    inside = {"msteams": {"type": "task/fetch"}, "b": name, **data}
    return {"type": "Action.Submit", "title": name.title(), "data": inside}


def dialog(*body: Json, title: str = "Your draft", submit: Json | None = None) -> Json:
    actions = [{"type": "Action.Submit", "title": "Use", "data": submit or {"f": "draft", "s": "7"}}]
    shown = {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": actions}
    return {"task": {"type": "continue", "value": {"title": title, "card": {"contentType": CARD, "content": shown}}}}


@asynccontextmanager
async def teams_bench_in(folder: Path, scene: Json | None = None) -> AsyncIterator[TeamsBench]:
    settings = Settings(port=free_port(), bot_port=free_port(), delivery="http", state=folder)
    receiver = TeamsReceiver()
    bot = web.Application()
    bot.router.add_post("/api/messages", receiver.messages)
    bot.router.add_route("*", "/_demo/{door}", _demo)
    async with (
        aiohttp.ClientSession() as session,
        serving(create_app(settings, scene), settings.port),
        serving(bot, settings.bot_port),
    ):
        yield TeamsBench(settings, receiver, session)


async def _demo(_request: web.Request) -> web.Response:
    return web.json_response({"ok": True, "next_due_at": None})
