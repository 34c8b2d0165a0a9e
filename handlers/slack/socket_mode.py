"""Socket Mode under our own supervision: fails clearly on a wrong token, notices a deaf socket, and comes back within
a minute.

The SDK's own client is not used for the socket itself: it retries a wrong token without end, closes the old socket
before it has a new one, judges staleness by wall time and has been seen "connected" on a closed session. The frames
and answers are the same.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson
import structlog
from aiohttp import ClientWebSocketResponse, WSMsgType

from bot.errors import PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain, SettingsError
from handlers.hall.reception import Reply
from handlers.hall.scrub import Garbage, parsed
from handlers.slack.api import Api, Json
from handlers.slack.errors import translated

log = structlog.get_logger()

Receive = Callable[[Json, str], Awaitable[Reply]]
MOST_BYTES = 4_000_000
_WRONG_TOKEN = (
    "invalid_auth",
    "not_authed",
    "not_allowed_token_type",
    "token_revoked",
    "missing_scope",
    "account_inactive",
)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. A silent socket is found after `deaf_s`, well inside the minute that health allows."""

    ping_s: float = 10.0
    deaf_s: float = 35.0
    open_s: float = 10.0
    wait_s: float = 1.0
    most_wait_s: float = 20.0
    linger_s: float = 3.0


@dataclass(slots=True)
class SocketMode:
    app_token: str
    api: Api
    receive: Receive
    pace: Pace = field(default_factory=Pace)
    last_frame_at: float | None = None
    """When anything came in, a ping's echo included; `time.monotonic`, so that a moved wall clock deceives nobody."""
    connections: int = 0
    _open: set[ClientWebSocketResponse] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _loop: asyncio.Task[None] | None = None

    @property
    def is_connected(self) -> bool:
        return bool(self._open) and self.is_fresh(self.pace.deaf_s)

    def is_fresh(self, most_s: float) -> bool:
        """True when a frame came in within the last `most_s` seconds; readiness asks."""
        return self.last_frame_at is not None and time.monotonic() - self.last_frame_at <= most_s

    async def start(self) -> None:
        """Connect once before anything else starts. Raises `SettingsError` for a wrong token; an outage is waited
        out."""
        socket: ClientWebSocketResponse | None = None
        try:
            socket = await self._connect()
        except PlatformRefused as error:
            if error.code in _WRONG_TOKEN:
                raise SettingsError(
                    [f"Slack refuses the app token ({error.code}). It needs connections:write."]
                ) from error
            raise
        except PlatformError as error:
            log.warning("slack.socket_not_yet", reason=str(error))
        self._loop = asyncio.create_task(self._keep(socket))

    async def stop(self) -> None:
        """Take nothing more, let what came in be answered, hang up."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self.pace.linger_s)
        for socket in list(self._open):
            await socket.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connect(self) -> ClientWebSocketResponse:
        """A fresh address and a fresh socket, each within the deadline."""
        try:
            async with asyncio.timeout(self.pace.open_s):
                opened = await self.api.call_with(self.app_token, "apps.connections.open")
                url = str(opened.get("url") or "")
                if not url.startswith(("wss://", "ws://")):
                    raise PlatformUncertain("unreadable_answer")
                with translated():
                    socket = await self.api.session.ws_connect(url, autoping=False, max_msg_size=MOST_BYTES)
        except TimeoutError as error:
            raise PlatformBusy("Slack gave no socket in time") from error
        self._open.add(socket)
        self.connections += 1
        self.last_frame_at = time.monotonic()
        return socket

    async def _keep(self, socket: ClientWebSocketResponse | None) -> None:
        """For ever: listen until the socket is to be replaced, then replace it."""
        failures = 0
        while True:
            if socket is not None:
                failures = 0
                is_told_to_leave = await self._listen(socket)
                self._retire(socket, is_told_to_leave)
                socket = None
            try:
                socket = await self._connect()
            except PlatformError as error:
                failures += 1
                delay = min(self.pace.wait_s * 2**failures, self.pace.most_wait_s) * (0.5 + random.random() / 2)
                log.warning("slack.socket_failed", reason=str(error), next_try_in_s=round(delay, 1))
                await asyncio.sleep(delay)

    async def _listen(self, socket: ClientWebSocketResponse) -> bool:
        """Until the socket ends, falls silent, or Slack asks us to leave (then True)."""
        pinging = self._spawn(self._ping(socket))
        try:
            while True:
                frame = await socket.receive(timeout=self.pace.deaf_s)
                self.last_frame_at = time.monotonic()
                if frame.type == WSMsgType.PING:
                    await socket.pong(frame.data)
                elif frame.type == WSMsgType.TEXT:
                    if self._is_goodbye(socket, frame.data):
                        return True
                elif frame.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR):
                    return False
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            log.warning("slack.socket_silent", reason=type(error).__name__)
            return False
        finally:
            pinging.cancel()

    async def _ping(self, socket: ClientWebSocketResponse) -> None:
        while not socket.closed:
            await asyncio.sleep(self.pace.ping_s)
            try:
                await socket.ping(b"kindline")
            except (aiohttp.ClientError, OSError):
                return

    def _is_goodbye(self, socket: ClientWebSocketResponse, text: str) -> bool:
        try:
            frame = parsed(text)
        except Garbage:
            log.warning("slack.socket_garbage")
            return False
        if frame.get("type") == "disconnect":
            log.info("slack.socket_leaving", reason=str(frame.get("reason"))[:40])
            return True
        if frame.get("envelope_id"):
            self._spawn(self._envelope(socket, frame))
        return False

    async def _envelope(self, socket: ClientWebSocketResponse, frame: Json) -> None:
        """The same road as over HTTP. What was not stored is not acknowledged, so that Slack sends it again."""
        body, envelope_id = frame.get("payload"), str(frame["envelope_id"])
        reply = await self.receive(body if isinstance(body, dict) else {}, envelope_id)
        if reply.status == 503:
            return
        said: dict[str, Any] = {"envelope_id": envelope_id}
        if reply.status == 200 and reply.body and frame.get("accepts_response_payload", True):
            said["payload"] = _payload(reply.body)
        await self._send(socket, orjson.dumps(said).decode())

    async def _send(self, socket: ClientWebSocketResponse, text: str) -> None:
        """An acknowledgement is good on any socket of the app, so a newer one serves when this one broke meanwhile."""
        for one in [socket, *(other for other in self._open if other is not socket)]:
            if one.closed:
                continue
            try:
                return await one.send_str(text)
            except (aiohttp.ClientError, OSError) as error:
                log.warning("slack.socket_not_acknowledged", reason=type(error).__name__)

    def _retire(self, socket: ClientWebSocketResponse, is_told_to_leave: bool) -> None:
        """A socket that Slack replaces stays open for a moment, so that answers under way still leave through it."""
        self._open.discard(socket)
        self._spawn(self._close(socket, self.pace.linger_s if is_told_to_leave else 0.0))

    @staticmethod
    async def _close(socket: ClientWebSocketResponse, after_s: float) -> None:
        await asyncio.sleep(after_s)
        await socket.close()

    def _spawn(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _payload(body: Any) -> Any:
    """Bolt answers with JSON in text; the socket wants the object."""
    return orjson.loads(body) if isinstance(body, str) and body.startswith("{") else body
