"""The process clock: APScheduler with its memory store, so it only says "now" and owns nothing that could be lost."""

from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()


class Clock:
    """Calls ticks. Every replica runs one; each tick is idempotent, because rows decide."""

    def __init__(self) -> None:
        # A missed tick is late, never dropped: the defaults would skip anything later than a second.
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def every(self, seconds: float, tick: Callable[[], Awaitable[None] | None]) -> None:
        self._scheduler.add_job(_guarded, "interval", seconds=seconds, args=[tick])

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)


async def _guarded(tick: Callable[[], Awaitable[None] | None]) -> None:
    """One broken tick must not end the clock; it is logged and comes round again."""
    try:
        waiting = tick()
        if waiting is not None:
            await waiting
    except Exception as error:
        log.error("clock.tick_failed", tick=getattr(tick, "__qualname__", "?"), error=type(error).__name__)
