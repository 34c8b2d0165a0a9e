"""Who is this: a platform's facts about a person as a row, fresh for a day, asked once at a time, and closed when in
doubt."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.errors import PlatformBusy
from bot.workspace_settings import settings_of
from storage import people, workspaces
from storage.database import Database, Transaction, add_new
from storage.people import Person
from storage.rows import EPOCH

log = structlog.get_logger()

FRESH = timedelta(days=1)
REST_S = 30.0
"""How long a platform is not asked again about people whom we know, when it was too busy to answer and named no
time."""

Facts = Mapping[str, Any]
"""A person's columns, as the platform knows them; what it does not say is left out and stays as it is."""
NOBODY: Facts = {"name": "", "is_colleague": False, "is_guest": False, "is_app": False}
Ask = Callable[[str, str, str], Awaitable[Facts | None]]
"""(workspace id, person id, where) -> facts; None when the platform cannot tell there, and then nothing is learned and
the next occasion asks again. `where` is whatever else the door needs to ask: an organisation, a conversation. Raises
`PlatformError`, and `PlatformBusy` when it may be asked again later."""


class People:
    """`platform` leads every line of the log."""

    def __init__(
        self, platform: str, database: Database, ask: Ask, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._platform = platform
        self._database = database
        self._ask = ask
        self._clock = clock
        self._asking: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._resting_until: dict[str, float] = {}

    async def ensure(
        self, workspace_id: str, person_ids: Iterable[str], where: str = "", *, is_hurried: bool = False
    ) -> None:
        """Afterwards each of these people has a row: at most a day old, or older where the platform cannot tell now.
        For somebody in a hurry a row that is there serves, and is brought up to date in passing.

        Raises `PlatformBusy` when the platform cannot tell about somebody never seen: then the event waits, rather
        than being misjudged.
        """
        new, old = await self._stale(workspace_id, [one for one in dict.fromkeys(person_ids) if one])
        if self._clock() < self._resting_until.get(workspace_id, 0.0):
            old = []
        asking = [self._ask_once(workspace_id, one, where) for one in new]
        renewing = [self._ask_once(workspace_id, one, where) for one in old]
        # Shielded, so that one impatient interaction does not take the answer away from the others.
        await asyncio.gather(*(asyncio.shield(task) for task in asking))
        if renewing and not is_hurried:
            await asyncio.wait(renewing)
            _raise_unless_busy(renewing)

    async def finish(self) -> None:
        """Let the questions end that nobody waits for."""
        if self._asking:
            await asyncio.wait(list(self._asking.values()))

    async def remember(self, workspace_id: str, person_id: str, facts: Facts | None) -> bool:
        """Take over what the platform says about a person; True when their time zone changed."""
        async with self._database.transaction() as tx:
            row = await _row(tx, workspace_id, person_id)
            before = row.zone
            for column, value in (facts or {}).items():
                setattr(row, column, value)
            row.checked_at = row.checked_at if facts is None else tx.raw_now
        return before != row.zone

    async def remember_all(self, workspace_id: str, found: Mapping[str, Facts]) -> None:
        """Take over what the platform says about many, by id, in one transaction; none at all when it is no news."""
        async with self._database.reading() as tx:
            rows = [(one, await people.person(tx, workspace_id, one)) for one in found]
            news = [one for one, row in rows if row is None or _is_news(row, found[one], tx.raw_now)]
        if not news:
            return
        async with self._database.transaction() as tx:
            for person_id in news:
                row = await _row(tx, workspace_id, person_id)
                for column, value in found[person_id].items():
                    setattr(row, column, value)
                row.checked_at = tx.raw_now

    async def names(self, workspace_id: str, person_ids: Iterable[str]) -> dict[str, str]:
        """The names of those that we know already."""
        async with self._database.reading() as tx:
            rows = [await people.person(tx, workspace_id, one) for one in person_ids]
        return {row.person_id: row.name for row in rows if row is not None and row.name}

    async def _stale(self, workspace_id: str, person_ids: list[str]) -> tuple[list[str], list[str]]:
        """Who has no row, and who has one that is too old."""
        async with self._database.reading() as tx:
            rows = [(one, await people.person(tx, workspace_id, one)) for one in person_ids]
            old = [one for one, row in rows if row is not None and tx.raw_now - row.checked_at >= FRESH]
        return [one for one, row in rows if row is None], old

    def _ask_once(self, workspace_id: str, person_id: str, where: str) -> asyncio.Task[None]:
        key = (workspace_id, person_id)
        task = self._asking.get(key)
        if task is None:
            task = asyncio.create_task(self._ask_and_remember(workspace_id, person_id, where))
            self._asking[key] = task
            task.add_done_callback(lambda ended: self._answered(key, ended))
        return task

    def _answered(self, key: tuple[str, str], task: asyncio.Task[None]) -> None:
        self._asking.pop(key, None)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        if isinstance(error, PlatformBusy):
            self._resting_until[key[0]] = self._clock() + (error.retry_after_s or REST_S)
        name, reason = f"{self._platform}.person_not_renewed", type(error).__name__
        log.warning(name, workspace=key[0], person=key[1], reason=reason)

    async def _ask_and_remember(self, workspace_id: str, person_id: str, where: str) -> None:
        if any(await self._stale(workspace_id, [person_id])):
            # Otherwise somebody else's question was answered while this one was on its way here.
            await self.remember(workspace_id, person_id, await self._ask(workspace_id, person_id, where))


async def _row(tx: Transaction, workspace_id: str, person_id: str) -> Person:
    row = await people.person(tx, workspace_id, person_id)
    if row is None:
        # Until the platform tells another zone, they live by the team's clock.
        zone = settings_of(await workspaces.workspace(tx, workspace_id)).zone
        new = Person(workspace_id=workspace_id, person_id=person_id, checked_at=EPOCH, zone=zone, **NOBODY)
        await add_new(tx, new)
        row = await tx.session.get_one(Person, (workspace_id, person_id))
    return row


def _is_news(row: Person, facts: Facts, now: datetime) -> bool:
    """Rows that are half a day old are renewed in passing, before anybody has to be asked about them."""
    return now - row.checked_at >= FRESH / 2 or any(getattr(row, column) != value for column, value in facts.items())


def _raise_unless_busy(tasks: Iterable[asyncio.Task[None]]) -> None:
    """What went wrong for good is told; a platform that is busy leaves the old row in use."""
    for task in tasks:
        error = task.exception()
        if error is not None and not isinstance(error, PlatformBusy):
            raise error
