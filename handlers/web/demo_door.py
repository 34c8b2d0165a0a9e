"""The demo's door: the playground moves product time and starts over through it. It exists in demo mode only."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

_FURTHEST_MS = 20 * 366 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class DemoDoor:
    move: Callable[[int], Awaitable[None]]
    """Sets how many milliseconds product time is ahead, and works until nothing is due."""
    start_over: Callable[[], Awaitable[None]]
    next_due_at: Callable[[], Awaitable[datetime | None]]

    def routes(self) -> list[Route]:
        """Paths below /_demo; the server answers them to this machine only."""
        return [
            Route("/clock", self._clock, methods=["GET", "POST"]),
            Route("/reset", self._reset, methods=["POST"]),
        ]

    async def _clock(self, request: Request) -> JSONResponse:
        if request.method == "POST":
            try:
                offset_ms = int((await request.json())["offset_ms"])
            except (ValueError, KeyError, TypeError):
                return _refused("offset_ms must be a whole number of milliseconds.")
            if abs(offset_ms) > _FURTHEST_MS:
                return _refused("The demo's clock moves twenty years at most.")
            await self.move(offset_ms)
        due_at = await self.next_due_at()
        return JSONResponse({"ok": True, "next_due_at": due_at.isoformat() if due_at else None})

    async def _reset(self, request: Request) -> JSONResponse:
        await self.start_over()
        return JSONResponse({"ok": True})


def _refused(message: str) -> JSONResponse:
    return JSONResponse({"ok": False, "message": message}, 400)
