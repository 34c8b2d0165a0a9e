"""One number that grows with each visible change, and a way to wait for it: the page's and the tests' cheap feed."""

import asyncio
from collections.abc import Callable


class Changes:
    """Whoever waits is woken by the next `note()`; nothing is polled."""

    def __init__(self) -> None:
        self.version = 1
        self._changed = asyncio.Event()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def note(self) -> None:
        self.version += 1
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
        for listener in self._listeners:
            listener()

    async def wait(self, since: int, timeout_s: float) -> int:
        """Returns the version as soon as it differs from `since`, or after `timeout_s`."""
        if self.version != since:
            return self.version
        try:
            async with asyncio.timeout(timeout_s):
                await self._changed.wait()
        except TimeoutError:
            return self.version
        return self.version
