"""What is said after the acknowledgement: carried out beside the request, waited for when the server stops, and never
a failure of what was decided."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from bot.errors import PlatformBusy, PlatformError
from bot.events import Interaction

log = structlog.get_logger()

MOST_WAIT_S = 5.0
"""Who asked is still looking; after that the rows and the home page say it."""

Work = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Afterwards:
    """`platform` leads the lines of the log."""

    platform: str
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    def later(self, event: Interaction, work: Work) -> None:
        task = asyncio.create_task(self._carefully(event, work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def finish(self) -> None:
        """Wait for what is still being said; called once, when the server stops."""
        if self._under_way:
            await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _carefully(self, event: Interaction, work: Work) -> None:
        try:
            await self._once_more_if_busy(work)
        except PlatformError as error:
            # The rows are right whatever happens here, and the home page shows them; only this line on the screen is
            # lost.
            log.warning(self._name, workspace=event.workspace_id, kind=type(event).__name__, reason=str(error))

    @property
    def _name(self) -> str:
        return f"{self.platform}.answer_not_shown"

    @staticmethod
    async def _once_more_if_busy(work: Work) -> None:
        """ "Busy" was certainly not done, so a second try shows nothing twice."""
        try:
            await work()
        except PlatformBusy as error:
            if error.retry_after_s is None or error.retry_after_s > MOST_WAIT_S:
                raise
            await asyncio.sleep(error.retry_after_s)
            await work()
