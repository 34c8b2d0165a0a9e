"""Socket Mode: the app connects, each payload goes to one of its sockets, and any of them may acknowledge it."""

import asyncio
import itertools
import logging
import secrets
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import WSMsgType, web

from handlers.playground.answers import ACK_WITHIN_S, CUT, TOO_LATE, Answer
from handlers.playground.world import Json

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

MOST_SOCKETS = 10
LEAVING_S = 10.0
log = logging.getLogger("playground")


class Socket:
    """One open connection of the app. A deaf one looks open and neither speaks nor answers pings."""

    def __init__(self, ws: web.WebSocketResponse, request: web.Request) -> None:
        self.ws = ws
        self.transport = request.transport
        self.is_deaf = False
        self.is_leaving = False


class Sockets:
    """Tickets from apps.connections.open, the sockets that were opened with them, and acknowledgements under way."""

    def __init__(self, playground: "Playground") -> None:
        self._playground = playground
        self._tickets: set[str] = set()
        self._open: list[Socket] = []
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self._turn = itertools.count()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_full(self) -> bool:
        return len(self._open) >= MOST_SOCKETS

    def ticket(self) -> str:
        """A WebSocket address that works once."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return f"ws://127.0.0.1:{self._playground.settings.port}/link?ticket={ticket}"

    async def connect(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.json_response({"ok": False, "error": "invalid_ticket"}, status=403)
        self._tickets.discard(ticket)
        ws = web.WebSocketResponse(autoping=False, max_msg_size=4_000_000)
        await ws.prepare(request)
        socket = Socket(ws, request)
        if self._playground.settings.delivery != "socket":
            await self._say_goodbye(socket, "link_disabled")
            await ws.close()
            return ws
        self._open.append(socket)
        try:
            await ws.send_str(self._hello())
            await self._listen(socket)
        finally:
            self._open.remove(socket)
        return ws

    def _hello(self) -> str:
        app_id = self._playground.world.app.id
        hello: Json = {"type": "hello", "num_connections": len(self._open), "connection_info": {"app_id": app_id}}
        hello["debug_info"] = {"host": "playground", "build_number": 1, "approximate_connection_time": 18060}
        return orjson.dumps(hello).decode()

    async def _listen(self, socket: Socket) -> None:
        async for message in socket.ws:
            if socket.is_deaf:
                continue
            if message.type == WSMsgType.PING:
                await socket.ws.pong(message.data)
            elif message.type == WSMsgType.TEXT:
                self._hear(message.data)

    def _hear(self, text: str) -> None:
        """An acknowledgement, on whichever socket it comes; anything else is not for us."""
        try:
            ack = orjson.loads(text)
        except orjson.JSONDecodeError:
            log.info("The app sent something that is no JSON over its socket.")
            return
        envelope_id = ack.get("envelope_id") if isinstance(ack, dict) else None
        waiting = self._waiting.pop(str(envelope_id), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(ack.get("payload"))

    async def send(self, envelope: str, payload: Json, retry: tuple[int, str]) -> Answer:
        """One socket gets it; no acknowledgement within three seconds is a time-out."""
        listening = [socket for socket in self._open if not socket.is_leaving] or list(self._open)
        if not listening:
            return CUT
        socket = listening[next(self._turn) % len(listening)]
        envelope_id = secrets.token_hex(16)
        frame: Json = {"envelope_id": envelope_id, "type": envelope, "payload": payload}
        frame["accepts_response_payload"] = envelope != "events_api"
        if envelope == "events_api":
            frame.update(retry_attempt=retry[0], retry_reason=retry[1])
        acknowledged: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = acknowledged
        try:
            if not socket.is_deaf:
                await socket.ws.send_str(orjson.dumps(frame).decode())
            async with asyncio.timeout(ACK_WITHIN_S):
                return Answer(200, payload=await acknowledged)
        except TimeoutError:
            return TOO_LATE
        except ConnectionError:
            return CUT
        finally:
            self._waiting.pop(envelope_id, None)

    async def disturb(self, kind: str) -> int:
        """Does one of the socket faults to every open socket; returns how many there were."""
        sockets = list(self._open)
        for socket in sockets:
            if kind == "deaf":
                socket.is_deaf = True
            elif kind == "cut":
                if socket.transport is not None:
                    socket.transport.abort()
            else:
                socket.is_leaving = True
                await self._say_goodbye(socket, kind)
                self._close_later(socket)
        return len(sockets)

    async def _say_goodbye(self, socket: Socket, reason: str) -> None:
        frame = {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
        await socket.ws.send_str(orjson.dumps(frame).decode())

    def _close_later(self, socket: Socket) -> None:
        async def close() -> None:
            await asyncio.sleep(LEAVING_S)
            await socket.ws.close()

        task = asyncio.get_running_loop().create_task(close())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        for socket in list(self._open):
            await socket.ws.close()
