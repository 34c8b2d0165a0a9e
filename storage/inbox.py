"""The front of the events road: store, then acknowledge; many deliveries share one commit when they come together."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database, Transaction
from storage.errors import StorageUnavailable
from storage.work import INBOUND, Work, enqueue_each, new_work

_OF_ONE_LETTER = (SQLAlchemyError, ValueError, TypeError, RecursionError)
"""What a payload can do wrong on its way into a row, once the database itself is known to serve."""


@dataclass(slots=True)
class _Letter:
    workspace_id: str
    kind: str
    key: str
    payload: Mapping[str, Any]
    order: str
    stored: asyncio.Future[bool]


class Inbox:
    """Group commit. While one batch is being written the next one gathers, so a burst costs few commits."""

    def __init__(self, database: Database, wake: Callable[[], None], *, most: int = 200) -> None:
        self._database = database
        self._wake = wake
        self._most = most
        self._waiting: list[_Letter] = []
        self._writer: asyncio.Task[None] | None = None

    async def accept(
        self, workspace_id: str, kind: str, key: str, payload: Mapping[str, Any], *, order: str = ""
    ) -> bool:
        """Store one event; events of the same `order` (a channel) are worked one by one, in the order they came.

        True when new, False when its key was known; both are committed and may be acknowledged. Raises
        `StorageUnavailable` when it was not stored.
        """
        letter = _Letter(workspace_id, kind, key, payload, order, asyncio.get_running_loop().create_future())
        self._waiting.append(letter)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        return await asyncio.shield(letter.stored)

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            try:
                await self._write(batch)
            except _OF_ONE_LETTER:
                # One of them is at fault, and nobody can say which: each on its own, so that the others arrive.
                for letter in batch:
                    await self._write_alone(letter)
            self._wake()

    async def _write_alone(self, letter: _Letter) -> None:
        try:
            await self._write([letter])
        except _OF_ONE_LETTER as error:
            _refuse([letter], f"this event cannot be stored ({type(error).__name__})")

    async def _write(self, batch: list[_Letter]) -> None:
        """One commit. A database that cannot serve is told to everyone who waits; what a letter did wrong is raised."""
        try:
            async with self._database.transaction() as tx:
                new = await enqueue_each(tx, [_row(tx, one) for one in batch])
        except StorageUnavailable as error:
            _refuse(batch, str(error))
        except asyncio.CancelledError:
            _refuse(batch, "not committed")
            raise
        else:
            for letter, is_new in zip(batch, new, strict=True):
                if not letter.stored.done():
                    letter.stored.set_result(is_new)


def _row(tx: Transaction, one: _Letter) -> Work:
    return new_work(tx, one.workspace_id, INBOUND, one.kind, one.key, payload=one.payload, pace=one.order)


def _refuse(letters: list[_Letter], reason: str) -> None:
    for letter in letters:
        if not letter.stored.done():
            letter.stored.set_exception(StorageUnavailable(reason))
