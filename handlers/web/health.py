"""Is this process alive, and is it ready: the two questions that an orchestrator asks, and the number that finds
silent stops."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from storage.database import Database
from storage.errors import StorageUnavailable
from storage.lateness import oldest_free_due_at

MOST_AGE_S = 300.0
"""How long something may wait past its due time, unless something holds it back. Late work has many causes, and this
one number shows all of them."""

Check = Callable[[], Awaitable[bool]]


@dataclass(slots=True)
class Health:
    """`checks` by name, each true when all is well: "migrations", "socket", whatever `app.py` knows of."""

    database: Database
    checks: dict[str, Check] = field(default_factory=dict)
    most_age_s: float = MOST_AGE_S
    is_stopping: bool = False

    def drain(self) -> None:
        """The first step of a stop: from now on not ready, so that no more work is sent here, while all else still
        runs."""
        self.is_stopping = True

    def routes(self) -> Sequence[BaseRoute]:
        return [Route("/healthz", self._alive, methods=["GET"]), Route("/readyz", self._ready, methods=["GET"])]

    async def report(self) -> tuple[bool, dict[str, bool | float]]:
        """Whether this process is ready, and each answer by name."""
        found: dict[str, bool | float] = {"running": not self.is_stopping}
        found["database"] = await self.database.is_writable()
        for name, check in self.checks.items():
            found[name] = await _holds(check)
        age_s = await self._oldest_due_s() if found["database"] else None
        is_ready = all(found.values())
        if age_s is not None:
            found["oldest_due_s"] = round(age_s, 1)
            is_ready = is_ready and age_s <= self.most_age_s
        return is_ready, found

    async def _oldest_due_s(self) -> float | None:
        """Seconds past its due time of the oldest row that nothing holds back; None when nobody can say."""
        try:
            async with self.database.reading() as tx:
                due_at = await oldest_free_due_at(tx)
                return 0.0 if due_at is None else (tx.now - due_at).total_seconds()
        except StorageUnavailable:
            return None

    async def _alive(self, request: Request) -> Response:
        return JSONResponse({"ok": True})

    async def _ready(self, request: Request) -> Response:
        is_ready, found = await self.report()
        return JSONResponse({"ready": is_ready, "checks": found}, 200 if is_ready else 503)


async def _holds(check: Check) -> bool:
    try:
        return await check()
    except StorageUnavailable:
        return False
