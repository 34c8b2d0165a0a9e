"""What is said after the acknowledgement: carried out beside the request, tried again while a platform is busy, waited
for a while when the server stops, and never a failure of what was decided.

It lives in memory. So one thing can still be lost: the sentence, and never the work, when the platform takes nothing
for a minute or the process ends in that minute. The log says so, the rows are right, and the home page shows them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.errors import PlatformBusy, PlatformError, PlatformUncertain, StorageUnavailable
from bot.events import Interaction

log = structlog.get_logger()

MOST_WAIT_S = 60.0
"""In all, for one answer. Whoever asked has gone on by then, and may well have asked again."""
FIRST_WAIT_S = 1.0
"""Where the platform names no time; each wait is twice the one before."""
MOST_STOP_S = 5.0
"""How long a stopping server lets answers wait for their turn. Each is tried once more then."""

Work = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Afterwards:
    """`platform` leads the lines of the log."""

    platform: str
    most_wait_s: float = MOST_WAIT_S
    first_wait_s: float = FIRST_WAIT_S
    most_stop_s: float = MOST_STOP_S
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def later(self, event: Interaction, work: Work) -> None:
        task = asyncio.create_task(self._carefully(event, work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def finish(self) -> None:
        """Wait for what is still being said; called once, when the server stops."""
        if self._under_way:
            await asyncio.wait(list(self._under_way), timeout=self.most_stop_s)
        self._stopping.set()
        if self._under_way:
            await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _carefully(self, event: Interaction, work: Work) -> None:
        try:
            await self._until_said(work)
        except (PlatformError, StorageUnavailable) as error:
            log.warning(self._name, workspace=event.workspace_id, kind=type(event).__name__, reason=str(error))

    @property
    def _name(self) -> str:
        return f"{self.platform}.answer_not_shown"

    async def _until_said(self, work: Work) -> None:
        """ "Busy" was certainly not done, so it is tried as often as there is time. What may have come is tried once
        more: the same sentence twice is better than none."""
        left_s, wait_s, is_doubtful = self.most_wait_s, self.first_wait_s, False
        while True:
            is_last = self._stopping.is_set()
            try:
                return await work()
            except PlatformBusy as error:
                pause_s = max(wait_s, error.retry_after_s or 0.0)
                if is_last or pause_s > left_s:
                    raise
            except PlatformUncertain:
                if is_last or is_doubtful:
                    raise
                pause_s, is_doubtful = wait_s, True
            await self._pause(pause_s)
            left_s, wait_s = left_s - pause_s, 2 * wait_s

    async def _pause(self, seconds: float) -> None:
        """Ends early when the server stops."""
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return
