"""A small OpenAI-compatible server on loopback: it says what it was told to say, and misbehaves like the real ones."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.loopback import serving

Json = dict[str, Any]
Behaviour = Callable[["FakeModel", web.Request, Json], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class FakeModel:
    """`says` writes the answer's content from the request; `behaviours` are used up first, one a request."""

    says: Callable[[Json], str] = lambda _: json.dumps({"answer": "Fine."})
    behaves: Behaviour | None = None
    behaviours: list[Behaviour] = field(default_factory=list)
    asked: list[Json] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    url: str = ""

    async def chat(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.asked.append(body)
        self.keys.append(request.headers.get("Authorization", ""))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            behaves = self.behaviours.pop(0) if self.behaviours else self.behaves
            return await behaves(self, request, body) if behaves else self.answer(body)
        finally:
            self.at_once -= 1

    def answer(self, body: Json, content: str | None = None, finish: str | None = "stop") -> web.Response:
        text = self.says(body) if content is None else content
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
        usage = {"prompt_tokens": 200, "completion_tokens": 100, "total_tokens": 300}
        return web.json_response({"id": "c1", "object": "chat.completion", "choices": [choice], "usage": usage})

    @property
    def shapes(self) -> list[str]:
        """The form that each request asked for."""
        return [one.get("response_format", {}).get("type", "text") for one in self.asked]


def refusing(status: int, message: str = "no", code: str | None = None, kind: str = "error") -> Behaviour:
    async def refuse(_: FakeModel, __: web.Request, ___: Json) -> web.StreamResponse:
        return web.json_response({"error": {"message": message, "type": kind, "code": code}}, status=status)

    return refuse


def saying(content: str, finish: str | None = "stop") -> Behaviour:
    async def say(fake: FakeModel, _: web.Request, body: Json) -> web.StreamResponse:
        return fake.answer(body, content, finish)

    return say


def raw(body: str, content_type: str = "application/json") -> Behaviour:
    async def send(_: FakeModel, __: web.Request, ___: Json) -> web.StreamResponse:
        return web.Response(text=body, content_type=content_type)

    return send


def slow(seconds: float) -> Behaviour:
    async def wait(fake: FakeModel, _: web.Request, body: Json) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return fake.answer(body)

    return wait


async def dripping(_: FakeModel, request: web.Request, __: Json) -> web.StreamResponse:
    """A byte now and then, for ever, so that no time-out between two bytes ends it."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _turn in range(100_000):
        await response.write(b" ")
        await asyncio.sleep(0.05)
    return response


async def hanging_up(_: FakeModel, request: web.Request, __: Json) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def cut_off(_: FakeModel, request: web.Request, __: Json) -> web.StreamResponse:
    """A good beginning, and then the line is dead."""
    response = web.StreamResponse(headers={"Content-Length": "500", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"choices": [{"message": {"content": "{')
    assert request.transport is not None
    request.transport.close()
    return response


async def not_really_packed(_: FakeModel, __: web.Request, ___: Json) -> web.StreamResponse:
    """Says that it is packed with gzip, and is not."""
    return web.Response(body=b"{}", headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})


def using(tokens: str) -> Behaviour:
    """A good answer with a curious figure for what it used, as it stands in the JSON."""
    said = json.dumps({"choices": [{"message": {"content": '{"answer": "Fine."}'}, "finish_reason": "stop"}]})
    return raw(said[:-1] + f', "usage": {{"prompt_tokens": {tokens}, "completion_tokens": {tokens}}}}}')


def only_json_object_by(status: int) -> Behaviour:
    async def answer(fake: FakeModel, _: web.Request, body: Json) -> web.StreamResponse:
        if body.get("response_format", {}).get("type") == "json_schema":
            return web.json_response({"error": {"message": "Input should be 'text' or 'json_object'"}}, status=status)
        return fake.answer(body)

    return answer


only_json_object = only_json_object_by(422)


async def only_text(fake: FakeModel, _: web.Request, body: Json) -> web.StreamResponse:
    if "response_format" in body:
        return web.json_response({"error": {"message": "response_format is not supported"}}, status=400)
    return fake.answer(body, f"Here it is:\n```json\n{fake.says(body)}\n```\nAnything else?")


async def newer_limit(fake: FakeModel, _: web.Request, body: Json) -> web.StreamResponse:
    """A reasoning model of OpenAI's: another name for the limit, and no temperature."""
    for name, instead in (("max_tokens", "max_completion_tokens"), ("temperature", "the default (1)")):
        if name in body:
            said = f"Unsupported parameter: '{name}' is not supported with this model. Use {instead} instead."
            return web.json_response({"error": {"message": said, "code": "unsupported_parameter"}}, status=400)
    return fake.answer(body)


@asynccontextmanager
async def fake_model(**about: Any) -> AsyncIterator[FakeModel]:
    fake = FakeModel(**about)
    app = web.Application()
    app.router.add_post("/v1/chat/completions", fake.chat)
    async with serving(app) as address:
        fake.url = f"{address}/v1"
        yield fake
