"""Asks for meaning beside the event loop: one thread counts, and whoever asks meanwhile shares the next round."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.reading.meaning import Meaning, Vectors


class Aside:
    """One for the process. Build it anywhere, ask it inside a running loop, close it at the end."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="meaning")
        self._waiting: list[tuple[list[str], asyncio.Future[Vectors]]] = []
        self._round: asyncio.Task[None] | None = None

    async def vectors(self, texts: Sequence[str]) -> Vectors:
        """As `Meaning.vectors`, without holding anybody up."""
        answer: asyncio.Future[Vectors] = asyncio.get_running_loop().create_future()
        self._waiting.append((list(texts), answer))
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._rounds())
        return await answer

    async def close(self) -> None:
        if self._round is not None:
            await self._round
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def _rounds(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            asked, self._waiting = self._waiting, []
            texts = [text for part, _ in asked for text in part]
            counted = loop.run_in_executor(self._thread, self._meaning.vectors, texts)
            await asyncio.wait([counted])
            first = 0
            for part, answer in asked:
                _hand_over(counted, answer, slice(first, first + len(part)))
                first += len(part)


def _hand_over(counted: asyncio.Future[Vectors], answer: asyncio.Future[Vectors], part: slice) -> None:
    """The rows, or what went wrong; to nobody when who asked has gone."""
    if answer.done():
        return
    if error := counted.exception():
        answer.set_exception(error)
    else:
        answer.set_result(counted.result()[part])
