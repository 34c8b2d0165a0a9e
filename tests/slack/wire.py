"""Signed requests, payloads as Slack sends them, and an application called without a network in between."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message

from handlers.slack.signature import signature

Json = dict[str, Any]
SECRET = "a-signing-secret"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Got:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Json:
        found: Json = json.loads(self.body)
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    path: str = "/slack/events"
    method: str = "POST"
    headers: Sequence[tuple[str, str]] = ()
    chunks: Sequence[bytes] = (b"",)
    client: str = "127.0.0.1"
    pause_s: float = 0.0
    query: str = ""


async def ask(app: ASGIApp, asked: Asked) -> Got:
    """One request, chunk by chunk as given, doubled headers included."""
    sent: list[Message] = []
    chunks = _chunks(asked)

    async def receive() -> Message:
        return await anext(chunks, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": asked.method,
        "scheme": "http",
        "path": asked.path,
        "raw_path": asked.path.encode(),
        "query_string": asked.query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("utf-8")) for name, value in asked.headers],
        "client": (asked.client, 1234),
        "server": ("127.0.0.1", 8701),
    }
    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Got(start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, body)


async def _chunks(asked: Asked) -> AsyncIterator[Message]:
    for index, chunk in enumerate(asked.chunks):
        await asyncio.sleep(asked.pause_s)
        yield {"type": "http.request", "body": chunk, "more_body": index < len(asked.chunks) - 1}


def signed(raw: bytes, kind: str = "application/json", at: float | None = None) -> Asked:
    timestamp = str(int(time.time() if at is None else at))
    headers = [
        ("Content-Type", kind),
        ("X-Slack-Request-Timestamp", timestamp),
        ("X-Slack-Signature", signature(SECRET, timestamp, raw)),
    ]
    return Asked(headers=headers, chunks=[raw])


def signed_json(body: Any) -> Asked:
    return signed(json.dumps(body).encode())


def signed_form(fields: Json) -> Asked:
    return signed(urlencode(fields).encode(), FORM)


def signed_payload(payload: Json) -> Asked:
    return signed_form({"payload": json.dumps(payload)})


def envelope(event: Json, event_id: str = "Ev1", team: str = "T1", **more: Any) -> Json:
    return {
        "type": "event_callback",
        "token": "legacy-token",
        "team_id": team,
        "api_app_id": "AAPP",
        "event_id": event_id,
        "event_time": 1763458200,
        "event": event,
        "authorizations": [{"team_id": team, "enterprise_id": None, "user_id": "UBOT", "is_bot": True}],
        **more,
    }


def said(text: str = "Where is my bike?", ts: str = "1763458200.000100", user: str = "UFRIEDA", **more: Any) -> Json:
    return {"type": "message", "channel": "C1", "user": user, "text": text, "ts": ts, "event_ts": ts, **more}


def command(word: str = "/kindline", text: str = "", user: str = "UFRIEDA", **more: Any) -> Json:
    fields = {"token": "legacy-token", "command": word, "text": text, "user_id": user, "team_id": "T1"}
    return {**fields, "channel_id": "C1", "trigger_id": "trigger-1", "api_app_id": "AAPP", **more}


def press(action: Json, user: str = "UFRIEDA", **more: Any) -> Json:
    container = {"type": "message", "channel_id": "C1", "message_ts": "1763458300.000100", "is_ephemeral": True}
    body: Json = {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": user, "team_id": "T1"}}
    return {
        **body,
        "trigger_id": "trigger-2",
        "container": container,
        "channel": {"id": "C1"},
        "actions": [action],
        **more,
    }


def submission(values: Json, user: str = "UFRIEDA", **more: Any) -> Json:
    view = {
        "id": "V1",
        "hash": "1.abc",
        "type": "modal",
        "callback_id": "insight",
        "private_metadata": json.dumps({"s": "i7", "c": "C1", "t": ""}),
        "app_installed_team_id": "T1",
        "blocks": [{"type": "input", "block_id": name} for name in values],
        "state": {"values": {name: {name: element} for name, element in values.items()}},
    }
    body = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": user, "team_id": "T1"}}
    return {**body, "trigger_id": "trigger-3", "view": {**view, **more.pop("view", {})}, **more}
