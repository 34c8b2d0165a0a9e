"""Claims what is due and carries it out: inbound events, timers and posts, a few at a time, each fenced."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

import structlog

from bot.desk import Desk
from bot.errors import KindlineError, LeaseLost, NotKnownHere, PlatformBusy, StorageUnavailable
from bot.events import TimePassed
from bot.work.backoff import MOST_ATTEMPTS, backoff
from bot.work.platform import Platform
from bot.work.sending import Gateway
from storage import upkeep, work, workspaces
from storage.database import Database
from storage.work import Work

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
"""Longer than a job's outside calls may take together; a job is never cut off, since that could lock the database."""
PACE_GAP = timedelta(seconds=1)
KEPT_FOR = timedelta(days=30)
_SOON = timedelta(seconds=1)


@dataclass(slots=True)
class Dispatcher:
    """`wake()` makes it look at once; the clock calls it every tick, so a lost wake is only late."""

    database: Database
    desk: Desk
    gateway: Gateway
    platforms: Mapping[str, Platform]
    called: asyncio.Event
    """Set by whoever stored something to do; shared with the desk and the inbox."""
    most_at_once: int = 8
    name: str = field(default_factory=lambda: f"worker-{uuid4().hex[:12]}")
    _running: set[asyncio.Task[None]] = field(default_factory=set)
    _is_stopping: bool = False
    _loop: asyncio.Task[None] | None = None

    async def start(self) -> None:
        if self.database.is_sqlite:
            async with self.database.transaction() as tx:
                await upkeep.drop_leases(tx)
        self._loop = asyncio.create_task(self._run())
        self.wake()

    def wake(self) -> None:
        self.called.set()

    async def stop(self, grace_s: float = 20.0) -> None:
        """Claim nothing new and let what runs finish within the grace; what does not is taken over after a restart."""
        self._is_stopping = True
        self.wake()
        if self._loop is not None:
            await self._loop
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=grace_s)
            if late:
                log.warning("dispatcher.stopped_while_working", jobs=len(late))

    async def _run(self) -> None:
        while not self._is_stopping:
            await self.called.wait()
            self.called.clear()
            try:
                await self._start_due()
            except StorageUnavailable as error:
                log.warning("dispatcher.storage_unavailable", reason=str(error))
            except Exception as error:
                log.error("dispatcher.claim_failed", kind=type(error).__name__)

    async def _start_due(self) -> None:
        free = self.most_at_once - len(self._running)
        if free <= 0 or self._is_stopping:
            return
        async with self.database.reading() as tx:
            if not await work.busy_count(tx):
                return
        async with self.database.transaction() as tx:
            rows = await work.claim(tx, self.name, free, LEASE, PACE_GAP)
        for row in rows:
            job = asyncio.create_task(self._carry_out(row))
            self._running.add(job)
            job.add_done_callback(self._ended)

    def _ended(self, job: asyncio.Task[None]) -> None:
        self._running.discard(job)
        self.wake()

    async def _carry_out(self, row: Work) -> None:
        """The one place that catches everything: whatever goes wrong becomes a later try or a dead letter."""
        try:
            await self._job(row)
        except LeaseLost:
            log.warning("work.lease_lost", work=row.work_id, kind=row.kind)
        except StorageUnavailable as error:
            log.warning("work.storage_unavailable", work=row.work_id, kind=row.kind, reason=str(error))
            await self._give_back(row, str(error), delay=_SOON)
        except PlatformBusy as error:
            delay = backoff(row.attempts) if error.retry_after_s is None else timedelta(seconds=error.retry_after_s)
            await self._give_back(row, str(error), delay=delay)
        except NotKnownHere as error:
            await self._give_back(row, str(error), delay=backoff(row.attempts))
        except Exception as error:
            log.exception("work.failed", work=row.work_id, kind=row.kind)
            is_over = row.attempts >= MOST_ATTEMPTS
            await self._give_back(row, _reason(error), delay=None if is_over else backoff(row.attempts))

    async def _job(self, row: Work) -> None:
        if row.lane == work.POST:
            await self.gateway.send(row)
        elif row.lane == work.TIMER:
            await self._timer(row)
        else:
            await self._inbound(row)

    async def _timer(self, row: Work) -> None:
        await self.desk.think_ahead(_time_passed(row, row.due_at))
        async with self.database.transaction() as tx:
            await self.desk.hear(tx, _time_passed(row, tx.now))
            await work.finish(tx, row, work.DONE)

    async def _inbound(self, row: Work) -> None:
        async with self.database.reading() as tx:
            found = await workspaces.workspace(tx, row.workspace_id)
        if found is None or found.platform not in self.platforms:
            async with self.database.transaction() as tx:
                return await work.finish(tx, row, work.DEAD, reason="the workspace is not known here")
        # Reading may ask the platform who somebody is, so it happens before the transaction and not inside it.
        events = await self.platforms[found.platform].read(row.workspace_id, row.payload)
        for event in events:
            await self.desk.think_ahead(event)
        async with self.database.transaction() as tx:
            for event in events:
                await self.desk.hear(tx, event)
            await work.finish(tx, row, work.DONE)

    async def _give_back(self, row: Work, reason: str, *, delay: timedelta | None) -> None:
        """For a later try; with no `delay` as a dead letter, where only a fault of ours ends and never an outage."""
        try:
            async with self.database.transaction() as tx:
                if delay is None:
                    await work.finish(tx, row, work.DEAD, reason=reason)
                else:
                    await work.retry(tx, row, delay, reason, is_sent_maybe=row.lane == work.POST)
        except (LeaseLost, StorageUnavailable) as error:
            # The lease will end by itself and the row comes back, with or without this note.
            log.warning("work.not_given_back", work=row.work_id, reason=type(error).__name__)

    async def forget_old(self) -> None:
        """Clear away work that ended well long ago; no platform repeats an event after that time."""
        batch = upkeep.FORGET_AT_ONCE
        while batch == upkeep.FORGET_AT_ONCE and not self._is_stopping:
            async with self.database.transaction() as tx:
                batch = await upkeep.forget_old(tx, KEPT_FOR)

    async def drained(self, deadline_s: float) -> bool:
        """Work until nothing is due and nothing runs; False when the deadline passed first. For the demo and tests."""
        try:
            async with asyncio.timeout(deadline_s):
                while self._running or await self._is_busy():
                    self.wake()
                    await asyncio.sleep(0.02)
        except TimeoutError:
            return False
        return True

    async def _is_busy(self) -> bool:
        async with self.database.reading() as tx:
            return await work.busy_count(tx) > 0


def _time_passed(row: Work, at: datetime) -> TimePassed:
    return TimePassed(
        workspace_id=row.workspace_id, at=at, timer=row.kind, key=row.key, due_at=row.due_at, payload=row.payload
    )


def _reason(error: Exception) -> str:
    """A line for the admin: our own errors in words, others by name, since their text may hold a customer's words."""
    return str(error) if isinstance(error, KindlineError) else f"a fault of ours ({type(error).__name__})"
