"""The front of the events road: store, then acknowledge; many deliveries share one commit when they come together."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from storage.database import Database
from storage.errors import StorageUnavailable
from storage.work import INBOUND, enqueue, new_work


@dataclass(slots=True)
class _Letter:
    workspace_id: str
    kind: str
    key: str
    payload: Mapping[str, Any]
    stored: asyncio.Future[bool]


class Inbox:
    """Group commit. While one batch is being written the next one gathers, so a burst costs few commits."""

    def __init__(self, database: Database, wake: Callable[[], None], *, most: int = 200) -> None:
        self._database = database
        self._wake = wake
        self._most = most
        self._waiting: list[_Letter] = []
        self._writer: asyncio.Task[None] | None = None

    async def accept(self, workspace_id: str, kind: str, key: str, payload: Mapping[str, Any]) -> bool:
        """Store one event. True when new, False when its key was known; both are committed and may be acknowledged.

        Raises `StorageUnavailable` when nothing was stored.
        """
        letter = _Letter(workspace_id, kind, key, payload, asyncio.get_running_loop().create_future())
        self._waiting.append(letter)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        return await asyncio.shield(letter.stored)

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            outcome: list[bool] | StorageUnavailable = StorageUnavailable("not committed")
            try:
                async with self._database.transaction() as tx:
                    new = [
                        await enqueue(
                            tx, new_work(tx, one.workspace_id, INBOUND, one.kind, one.key, payload=one.payload)
                        )
                        for one in batch
                    ]
                outcome = new
            except StorageUnavailable as error:
                outcome = error
            finally:
                _settle(batch, outcome)
            self._wake()


def _settle(batch: list[_Letter], outcome: list[bool] | StorageUnavailable) -> None:
    for index, letter in enumerate(batch):
        if letter.stored.done():
            continue
        if isinstance(outcome, StorageUnavailable):
            letter.stored.set_exception(StorageUnavailable(str(outcome)))
        else:
            letter.stored.set_result(outcome[index])
