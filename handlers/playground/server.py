"""Puts the playground together and serves it on this machine only."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from typing import Any

from aiohttp import web
from pydantic import ValidationError

from handlers.playground.beside import stop_with_parent
from handlers.playground.bot_link import BotLink
from handlers.playground.clock import iso
from handlers.playground.control import Control
from handlers.playground.control_body import Body, ControlError
from handlers.playground.control_time import TimeControl
from handlers.playground.keep import Keeper
from handlers.playground.oauth_page import authorize
from handlers.playground.playground import Playground
from handlers.playground.responses import answer_response
from handlers.playground.scene import SceneUnusable, merged, world_of
from handlers.playground.settings import HERE, Settings
from handlers.playground.teams.connector import add_routes as add_connector
from handlers.playground.teams.links import to_message
from handlers.playground.tickets import ResponseUrl
from handlers.playground.web_api import answer_call
from handlers.playground.world import Json, World

PAGE = HERE / "page"
LOCAL_NAMES = ("127.0.0.1", "localhost")
MOST_BODY_BYTES = 4 * 1024 * 1024
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]
log = logging.getLogger("playground")


class Server:
    """The playground's life: load or begin, serve, save."""

    def __init__(self, settings: Settings, scene: Json | None) -> None:
        self._scene = scene or {}
        self.playground = Playground(settings, world_of(self._scene))
        self.link = BotLink(self.playground)
        self.time = TimeControl(self.playground, self.link)
        self.keeper = Keeper(settings.state_file, self._snapshot)

    def _snapshot(self) -> Json:
        playground = self.playground
        return {
            "world": playground.world.model_dump(mode="json"),
            "deliveries": playground.deliveries.saved(),
            "response_urls": {k: url.model_dump(mode="json") for k, url in playground.response_urls.made.items()},
            "version": playground.changes.version,
        }

    def _load(self) -> None:
        saved = self.keeper.load()
        playground = self.playground
        if saved is not None:
            try:
                playground.world = World.model_validate(saved["world"])
                playground.clock.offset_ms = playground.world.offset_ms
                urls = saved["response_urls"].items()
                playground.response_urls.made = {key: ResponseUrl.model_validate(url) for key, url in urls}
                playground.changes.version = int(saved["version"]) + 1
                playground.calls.load()
                playground.deliveries.load(saved["deliveries"])
                return
            except (ValidationError, KeyError, TypeError, AttributeError) as problem:
                log.warning("The saved state does not fit: %s", type(problem).__name__)
                self.keeper.set_aside()
        self._begin(world_of(self._scene))

    def _begin(self, world: World) -> None:
        self.playground.begin(world)
        self.playground.clock.move_to(datetime.fromisoformat(world.starts_at))
        world.offset_ms = self.playground.clock.offset_ms

    async def reset(self, body: Body) -> Json:
        """Both sides start afresh; `scene` replaces parts of the scene."""
        scene = body.raw("scene")
        if scene not in (None, "", "default") and not isinstance(scene, dict):
            raise ControlError(400, "unknown_scene", "`scene` is an object with the parts of the scene to replace.")
        try:
            world = world_of(merged(self._scene, scene if isinstance(scene, dict) else {}))
        except SceneUnusable as problem:
            raise ControlError(400, "unusable_scene", str(problem)) from problem
        note = await self.time.reset_bot()
        self._begin(world)
        self.playground.changes.note()
        await self.time.tell_of_reset()
        answer: Json = {"now": iso(self.playground.clock.now())}
        return {**answer, "note": note} if note else answer

    async def live(self, _app: web.Application) -> AsyncIterator[None]:
        self._load()
        self.keeper.save()
        self.playground.changes.listen(self.keeper.save_soon)
        self.link.tell_later()
        yield
        await self.link.close()
        await self.playground.sockets.close()
        await self.playground.deliveries.close()
        self.keeper.save()


@web.middleware
async def only_from_this_machine(request: web.Request, handler: Next) -> web.StreamResponse:
    """A name that merely resolves to this machine, or another site's page in the browser, gets nothing."""
    host = request.headers.get("Host", "").rsplit(":", 1)[0]
    origin = request.headers.get("Origin", "")
    origin_host = origin.partition("://")[2].rsplit(":", 1)[0]
    if host not in LOCAL_NAMES or (origin and origin_host not in LOCAL_NAMES):
        answer = {"ok": False, "error": "forbidden_host", "message": "The playground answers on this machine only."}
        return web.json_response(answer, status=403)
    return await handler(request)


def create_app(settings: Settings, scene: Json | None = None) -> web.Application:
    """`scene` replaces parts of scene.json, for good: a reset keeps them."""
    server = Server(settings, scene)
    playground = server.playground
    control = Control(playground, {"clock": server.time.clock, "reset": server.reset})

    def given(answer: Callable[[Playground, web.Request], Awaitable[web.StreamResponse]]) -> Next:
        async def handler(request: web.Request) -> web.StreamResponse:
            return await answer(playground, request)

        return handler

    app = web.Application(middlewares=[only_from_this_machine], client_max_size=MOST_BODY_BYTES)
    app.cleanup_ctx.append(server.live)
    app.router.add_route("GET", "/api/{method}", given(answer_call))
    app.router.add_route("POST", "/api/{method}", given(answer_call))
    app.router.add_get("/link", playground.sockets.connect)
    app.router.add_post("/response/{team}/{secret}", given(answer_response))
    app.router.add_get("/oauth/v2/authorize", given(authorize))
    add_connector(app, playground)
    app.router.add_get("/l/message/{channel}/{message}", given(to_message))
    app.router.add_get("/archives/{channel}/{message}", _to_message)
    app.router.add_get("/_control", control.table)
    app.router.add_get("/_control/{name}", control.ask)
    app.router.add_post("/_control/{name}", control.do)
    app.router.add_get("/healthz", _health)
    app.router.add_get("/", _front_page)
    if PAGE.is_dir():
        app.router.add_static("/page", PAGE)
    return app


async def _health(_request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


async def _front_page(_request: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if await asyncio.to_thread(index.is_file):
        return web.FileResponse(index)
    return web.Response(status=302, headers={"Location": "/_control"})


async def _to_message(request: web.Request) -> web.Response:
    """A permalink leads to the page, which scrolls to the message."""
    digits = request.match_info["message"].removeprefix("p")
    message = f"{request.match_info['channel']}/{digits[:-6]}.{digits[-6:]}"
    team = request.query.get("team", "")
    return web.Response(
        status=302,
        headers={"Location": str(request.url.origin().with_path("/").with_query(message=message, team=team))},
    )


async def serve(settings: Settings, until: asyncio.Event) -> None:
    """Serves until `until` is set."""
    runner = web.AppRunner(create_app(settings), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await _listen(runner, settings.port)
        await until.wait()
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    except OSError as problem:
        raise SystemExit(
            f"The playground can't listen on 127.0.0.1:{port}; is another one running? PORT chooses another port."
        ) from problem


def run(settings: Settings | None = None) -> None:
    """Serves until the process is asked to end."""

    chosen = settings or Settings()
    if chosen.is_tied:
        stop_with_parent()

    async def live() -> None:
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        stop: Any
        for stop in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(stop, ended.set)
        await serve(chosen, ended)

    asyncio.run(live())
