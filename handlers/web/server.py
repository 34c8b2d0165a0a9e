"""The one web application: platforms' doors, health and the demo's clock door, with safe headers and a stop in the
right order."""

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from types import FrameType

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.errors import SettingsError
from handlers.web.health import Health

log = structlog.get_logger()

HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'self'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)
Step = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Parts:
    """What `app.py` hands in. `starts` run in order before the first request, `stops` in order after readiness went
    false."""

    health: Health
    routes: Sequence[BaseRoute] = ()
    demo_routes: Sequence[BaseRoute] = ()
    """Under /_demo, answered to this machine only; empty outside demo mode."""
    starts: Sequence[Step] = field(default=())
    stops: Sequence[Step] = field(default=())


def create_app(parts: Parts) -> Starlette:
    routes = [*parts.health.routes(), *parts.routes]
    if parts.demo_routes:
        routes.append(Mount("/_demo", routes=list(parts.demo_routes), middleware=[Middleware(OnlyThisMachine)]))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        for start in parts.starts:
            await start()
        yield
        parts.health.drain()
        for stop in parts.stops:
            await stop()

    return Starlette(routes=routes, middleware=[Middleware(SafeHeaders)], lifespan=lifespan)


@dataclass(frozen=True, slots=True)
class SafeHeaders:
    """Pages of ours load nothing, stand in no frame, and leave no trace in caches or referrers."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message.get("headers", ())}
                message["headers"] = [*message.get("headers", ()), *(pair for pair in HEADERS if pair[0] not in given)]
            await send(message)

        await self.app(scope, receive, send_safely if scope["type"] == "http" else send)


@dataclass(frozen=True, slots=True)
class OnlyThisMachine:
    """The demo's doors do not exist for anybody else, whatever address the server listens on."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if client is None or not _is_loopback(client[0]):
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, send)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Server(uvicorn.Server):
    """Uvicorn, except that on SIGTERM readiness goes false first and requests are still taken for `linger_s`."""

    def __init__(self, config: uvicorn.Config, health: Health, linger_s: float = 0.0) -> None:
        super().__init__(config)
        self._health = health
        self._linger_s = linger_s

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        with super().capture_signals():
            yield
            # Uvicorn would now raise the signal again; a stop that was asked for and went well is exit code 0.
            self._captured_signals.clear()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        is_first = not self._health.is_stopping
        self._health.drain()
        if is_first and self._linger_s > 0:
            log.info("server.draining", linger_s=self._linger_s)
            loop = asyncio.get_running_loop()
            # Called from a signal, so the loop has to be woken before it can count the seconds.
            loop.call_soon_threadsafe(loop.call_later, self._linger_s, super().handle_exit, sig, frame)
        else:
            super().handle_exit(sig, frame)


def bound(host: str, port: int) -> socket.socket:
    """The address, taken before anything starts; uvicorn would say no word. Raises `SettingsError`."""
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as error:
        found.close()
        raise SettingsError([f"Port {port} of {host} cannot be used: {error.strerror}. Set KINDLINE_PORT."]) from error
    return found


def server(app: Starlette, health: Health, *, host: str, port: int, linger_s: float = 0.0) -> Server:
    """Ready to `await server.serve()`. Access logs are off: they would hold tickets of OAuth addresses."""
    # With uvicorn's own "server" header off, nobody learns versions; proxies' headers are not believed unless asked
    # for.
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_config=None,
        timeout_graceful_shutdown=20,
    )
    return Server(config, health, linger_s)
