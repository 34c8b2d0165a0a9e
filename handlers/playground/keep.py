"""Keeps the playground's state in one file, so that a story goes on after a restart."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import orjson

from handlers.playground.world import Json

PAUSE_S = 0.25
log = logging.getLogger("playground")


class Keeper:
    """Saves at most every `PAUSE_S`, as a whole and atomically: a kill leaves the old file or the new one."""

    def __init__(self, path: Path, snapshot: Callable[[], Json]) -> None:
        self._path = path
        self._snapshot = snapshot
        self._pending: asyncio.TimerHandle | None = None

    def load(self) -> Json | None:
        """None for a first run, and for a file that can't be read: it is set aside and the scene starts afresh."""
        if not self._path.exists():
            return None
        try:
            loaded = orjson.loads(self._path.read_bytes())
        except orjson.JSONDecodeError:
            loaded = None
        if isinstance(loaded, dict):
            return loaded
        self.set_aside()
        return None

    def set_aside(self) -> None:
        aside = self._path.with_suffix(".unreadable.json")
        self._path.replace(aside)
        log.warning("The saved state could not be read; it is now %s and the scene starts afresh.", aside.name)

    def save_soon(self) -> None:
        if self._pending is None:
            self._pending = asyncio.get_running_loop().call_later(PAUSE_S, self.save)

    def save(self) -> None:
        if self._pending is not None:
            self._pending.cancel()
            self._pending = None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".tmp")
        fresh.write_bytes(orjson.dumps(self._snapshot()))
        fresh.replace(self._path)
