"""Deliveries over HTTP: signed as Slack signs, given up after three seconds."""

import hashlib
import hmac
import time
from urllib.parse import urlencode

import aiohttp
import orjson

from handlers.playground.answers import ACK_WITHIN_S, CUT, TOO_LATE, Answer
from handlers.playground.world import Json

MOST_REDIRECTS = 2
MOST_ANSWER_BYTES = 1_000_000


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's `v0` scheme: an HMAC over the exact bytes and the real time of sending."""
    digest = hmac.new(secret.encode(), b":".join((b"v0", timestamp.encode(), body)), hashlib.sha256)
    return f"v0={digest.hexdigest()}"


def body_of(envelope: str, payload: Json) -> tuple[bytes, str]:
    """Events travel as JSON, commands as a form, all other interactions as JSON inside one field of a form."""
    if envelope == "events_api":
        return orjson.dumps(payload), "application/json"
    fields = payload if envelope == "slash_commands" else {"payload": orjson.dumps(payload).decode()}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def headers_of(secret: str, body: bytes, content_type: str, retry: tuple[int, str]) -> dict[str, str]:
    """`retry` is the retry's number, 0 for the first attempt, and why there is one."""
    timestamp = str(int(time.time()))
    headers = {
        "Content-Type": content_type,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": signature(secret, timestamp, body),
    }
    if retry[0]:
        headers.update({"X-Slack-Retry-Num": str(retry[0]), "X-Slack-Retry-Reason": retry[1]})
    return headers


class SignedHttp:
    """One session for all deliveries of the playground's life."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def send(self, secret: str, envelope: str, payload: Json, retry: tuple[int, str]) -> Answer:
        body, content_type = body_of(envelope, payload)
        headers = headers_of(secret, body, content_type, retry)
        self._session = self._session or aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        timeout = aiohttp.ClientTimeout(total=ACK_WITHIN_S)
        try:
            async with self._session.post(
                self._url, data=body, headers=headers, timeout=timeout, max_redirects=MOST_REDIRECTS
            ) as response:
                return await _answer_from(response)
        except TimeoutError:
            return TOO_LATE
        except aiohttp.TooManyRedirects:
            return Answer(0, "too_many_redirects")
        except aiohttp.ClientError:
            return CUT


async def _answer_from(response: aiohttp.ClientResponse) -> Answer:
    body = await response.content.read(MOST_ANSWER_BYTES)
    is_good = 200 <= response.status < 300
    return Answer(
        status=response.status,
        reason="" if is_good else "http_error",
        body=body,
        is_json=response.content_type == "application/json",
        is_retry_refused=response.headers.get("X-Slack-No-Retry") == "1",
    )
