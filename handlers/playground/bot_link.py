"""Tells the bot which time it is: the one door that exists only in demo mode and on this machine."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import aiohttp
import orjson

from handlers.playground.playground import Playground

ANSWER_WITHIN_S = 60.0
ASK_AGAIN_S = 0.3


class BotUnreachable(Exception):
    """The bot is not up, or has no such door."""


class BotLink:
    """Keeps telling in the background until the bot has heard the present offset once."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._session: aiohttp.ClientSession | None = None
        self._telling: asyncio.Task[None] | None = None

    async def _ask(self, method: str, door: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        self._session = self._session or aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN_S))
        url = f"{self._playground.settings.bot_address}/_demo/{door}"
        try:
            async with self._session.request(method, url, json=body) as response:
                content = await response.read()
                if response.status >= 300:
                    raise BotUnreachable(f"The bot answered {response.status}.")
        except (aiohttp.ClientError, TimeoutError) as problem:
            raise BotUnreachable("The bot is not answering.") from problem
        try:
            answer = orjson.loads(content)
        except orjson.JSONDecodeError as problem:
            raise BotUnreachable("The bot's answer could not be read.") from problem
        return answer if isinstance(answer, dict) else {}

    async def tell_time(self) -> None:
        """Returns once the bot has done everything that is due by then."""
        await self._ask("POST", "clock", {"offset_ms": self._playground.clock.offset_ms})

    async def next_due_at(self) -> datetime | None:
        answer = await self._ask("GET", "clock")
        due = answer.get("next_due_at")
        try:
            at = datetime.fromisoformat(due) if isinstance(due, str) else None
        except ValueError as problem:
            raise BotUnreachable("The bot's next due time could not be read.") from problem
        return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at

    async def reset(self) -> None:
        await self._ask("POST", "reset", {})

    def tell_later(self) -> None:
        """For a bot that is not up yet: it hears the time as soon as it is."""
        if self._telling is None or self._telling.done():
            self._telling = asyncio.get_running_loop().create_task(self._keep_telling())

    async def _keep_telling(self) -> None:
        while True:
            try:
                await self.tell_time()
            except BotUnreachable:
                await asyncio.sleep(ASK_AGAIN_S)
            else:
                return

    async def close(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
        if self._session is not None:
            await self._session.close()
