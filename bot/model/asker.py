"""Asks the model for a workspace: once for equal questions, within the day's budget, and with a line in the log that
holds no words of anybody."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

import structlog

from bot.model.budget import Budget
from prompts.asking import Model, Reply, Request, T, Trouble
from storage import model_use
from storage.database import Database, Transaction

log = structlog.get_logger()
KEPT = 256
"""Answers kept in memory."""
LETTERS_A_TOKEN = 4
"""Roughly, where an endpoint does not say what it used."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom; both are ids."""

    workspace_id: str
    channel_id: str = ""


@dataclass(slots=True)
class Asker:
    """`model` is None where none is set up. `name` is what the endpoint calls it, for an admin's eyes."""

    database: Database | None = None
    model: Model | None = None
    budget: Budget = field(default_factory=Budget)
    name: str = ""
    _kept: dict[str, Reply[Any]] = field(default_factory=dict)
    _running: dict[str, "asyncio.Task[Reply[Any]]"] = field(default_factory=dict)

    async def ask(self, asked: Asked, request: Request[T], deadline_s: float) -> Reply[T]:
        """Never raises for what the endpoint does. An equal question of the same workspace costs nothing, and two at a
        time are one."""
        key = _key(asked.workspace_id, request)
        if key in self._kept:
            return self._kept[key]
        running = self._running.get(key)
        if running is None:
            running = asyncio.create_task(self._fresh(asked, request, deadline_s))
            self._running[key] = running
            running.add_done_callback(lambda _: self._running.pop(key, None))
        reply: Reply[T] = await asyncio.shield(running)
        if reply.trouble is None:
            self._kept[key] = reply
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        return reply

    def forget(self, asked: Asked, request: Request[T]) -> None:
        """The answer was of no use, so the next who asks shall have another chance."""
        self._kept.pop(_key(asked.workspace_id, request), None)

    async def close(self) -> None:
        for running in list(self._running.values()):
            running.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)
        if self.model is not None:
            await self.model.close()

    async def _fresh(self, asked: Asked, request: Request[T], deadline_s: float) -> Reply[T]:
        if self.model is None or self.database is None:
            return Reply(trouble=Trouble.REFUSED)
        trouble, today = await self.database.write(lambda tx: self._reserved(tx, asked, request))
        if trouble is not None:
            self._note(asked, request, Reply(trouble=trouble), 0, 0)
            return Reply(trouble=trouble)
        loop = asyncio.get_running_loop()
        started = loop.time()
        reply = await self.model.ask(request, deadline_s)
        took_ms = round((loop.time() - started) * 1000)
        await self.database.write(self._settling(asked, request, reply, today, took_ms))
        return reply

    async def _reserved(self, tx: Transaction, asked: Asked, request: Request[T]) -> tuple[Trouble | None, date]:
        """Why the budget allows no further question; else what this one may cost counts at once, so that those who ask
        at the same time see it."""
        today = tx.raw_now.date()
        if not self.budget.is_set:
            return None, today
        await model_use.lock(tx, asked.workspace_id, today)
        used = await model_use.used_on(tx, asked.workspace_id, today)
        if (trouble := self.budget.trouble(used, asked.channel_id)) is not None:
            return trouble, today
        tokens, cost = self._most(request)
        await model_use.book(tx, _place(asked, today, request), tokens=tokens, cost_micros=cost)
        return None, today

    def _most(self, request: Request[T]) -> tuple[int, int]:
        """Tokens and millionths that are set aside for one question; nothing where no budget is set."""
        if not self.budget.is_set:
            return 0, 0
        tokens_in, tokens_out = _read_by(request), request.most_tokens
        return tokens_in + tokens_out, self.budget.cost_micros(tokens_in, tokens_out)

    def _settling(
        self, asked: Asked, request: Request[T], reply: Reply[T], today: date, took_ms: int
    ) -> Callable[[Transaction], Awaitable[None]]:
        """What it did cost takes the place of what was set aside."""
        tokens_in, tokens_out = _used(request, reply)
        cost = self.budget.cost_micros(tokens_in, tokens_out)
        self._note(asked, request, reply, took_ms, cost)
        tokens_aside, cost_aside = self._most(request)
        more = {"asked": 1, "answered": int(reply.trouble is None), "took_ms": took_ms}
        more |= {"tokens": tokens_in + tokens_out - tokens_aside, "cost_micros": cost - cost_aside}
        return lambda tx: model_use.book(tx, _place(asked, today, request), **more)

    def _note(self, asked: Asked, request: Request[T], reply: Reply[T], took_ms: int, cost: int) -> None:
        log.info(
            "model.asked",
            workspace_id=asked.workspace_id,
            purpose=str(request.purpose),
            prompt=request.prompt,
            version=request.version,
            outcome=str(reply.trouble or "answered"),
            took_ms=took_ms,
            cost_micros=cost,
        )


def _place(asked: Asked, today: date, request: Request[T]) -> tuple[str, date, str, str]:
    return asked.workspace_id, today, asked.channel_id, str(request.purpose)


def _used(request: Request[T], reply: Reply[T]) -> tuple[int, int]:
    """As the endpoint says. One that gave up halfway, or says nothing, has still read the question; one that was too
    slow may have written all that it may, at each try."""
    if reply.tokens_in or reply.tokens_out:
        return reply.tokens_in, reply.tokens_out
    if reply.trouble is Trouble.TOO_SLOW:
        return reply.tries * _read_by(request), reply.tries * request.most_tokens
    if reply.value is not None:
        return _read_by(request), len(reply.value.model_dump_json()) // LETTERS_A_TOKEN
    is_read = reply.trouble in (Trouble.GARBAGE, Trouble.TOO_LONG)
    return (_read_by(request), request.most_tokens) if is_read else (0, 0)


def _read_by(request: Request[T]) -> int:
    """Tokens of the question."""
    return sum(map(len, (request.instructions, *request.said))) // LETTERS_A_TOKEN


def _key(workspace_id: str, request: Request[T]) -> str:
    whole = (workspace_id, request.prompt, str(request.version), request.instructions, *request.said)
    return sha256("\x1f".join(whole).encode()).hexdigest()
