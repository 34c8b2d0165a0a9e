"""Who is this: Slack's facts about a person as a row, fresh for a day, asked once at a time, and closed when in
doubt."""

import asyncio
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import structlog

from bot.errors import PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain
from handlers.slack.api import Api, Json
from handlers.slack.errors import as_waiting
from handlers.slack.text import visible
from storage import people
from storage.database import Database, add_new
from storage.people import Person
from storage.rows import EPOCH

log = structlog.get_logger()

FRESH = timedelta(days=1)
REST_S = 30.0
"""How long Slack is not asked again about people whom we know, when it was too busy to answer and named no time."""
_NOBODY = ("user_not_found", "user_not_visible", "users_not_found")


class People:
    def __init__(self, database: Database, api: Api, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._api = api
        self._clock = clock
        self._asking: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._resting_until: dict[str, float] = {}

    async def ensure(
        self, workspace_id: str, person_ids: Iterable[str], enterprise_id: str = "", *, is_hurried: bool = False
    ) -> None:
        """Afterwards each of these people has a row: at most a day old, or older where Slack cannot tell now. For
        somebody in a hurry a row that is there serves, and is brought up to date in passing.

        Raises `PlatformBusy` when Slack cannot tell about somebody never seen: then the event waits, rather than being
        misjudged.
        """
        new, old = await self._stale(workspace_id, [one for one in dict.fromkeys(person_ids) if one])
        if self._clock() < self._resting_until.get(workspace_id, 0.0):
            old = []
        asking = [self._ask_once(workspace_id, one, enterprise_id) for one in new]
        renewing = [self._ask_once(workspace_id, one, enterprise_id) for one in old]
        # Shielded, so that one impatient interaction does not take the answer away from the others.
        await asyncio.gather(*(asyncio.shield(task) for task in asking))
        if renewing and not is_hurried:
            await asyncio.wait(renewing)
            _raise_unless_busy(renewing)

    async def finish(self) -> None:
        """Let the questions end that nobody waits for."""
        if self._asking:
            await asyncio.wait(list(self._asking.values()))

    async def _stale(self, workspace_id: str, person_ids: list[str]) -> tuple[list[str], list[str]]:
        """Who has no row, and who has one that is too old."""
        async with self._database.reading() as tx:
            rows = [(one, await people.person(tx, workspace_id, one)) for one in person_ids]
            old = [one for one, row in rows if row is not None and tx.raw_now - row.checked_at >= FRESH]
        return [one for one, row in rows if row is None], old

    def _ask_once(self, workspace_id: str, person_id: str, enterprise_id: str) -> asyncio.Task[None]:
        key = (workspace_id, person_id)
        task = self._asking.get(key)
        if task is None:
            task = asyncio.create_task(self._ask(workspace_id, person_id, enterprise_id))
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
        log.warning("slack.person_not_renewed", workspace=key[0], person=key[1], reason=type(error).__name__)

    async def _ask(self, workspace_id: str, person_id: str, enterprise_id: str) -> None:
        if not any(await self._stale(workspace_id, [person_id])):
            return  # Somebody else's question was answered while this one was on its way here.
        try:
            answer = await self._api.read(workspace_id, "users.info", user=person_id)
            user = answer.get("user")
            if not isinstance(user, dict):
                raise PlatformUncertain("unreadable_answer")
        except PlatformRefused as error:
            if error.code not in _NOBODY:
                raise
            user = {"id": person_id}  # Slack does not know them either: a row that is nobody's colleague.
        except PlatformError as error:
            raise as_waiting(error) from error
        await self.note(workspace_id, user, enterprise_id)

    async def note(self, workspace_id: str, user: Json, enterprise_id: str = "") -> bool:
        """Take over what Slack says about a person; True when their time zone changed."""
        facts = facts_of(user, workspace_id, enterprise_id)
        person_id = str(user.get("id") or "")
        async with self._database.transaction() as tx:
            row = await people.person(tx, workspace_id, person_id)
            if row is None:
                fresh = Person(workspace_id=workspace_id, person_id=person_id, name="", checked_at=EPOCH)
                await add_new(tx, fresh)
                row = await tx.session.get_one(Person, (workspace_id, person_id))
            before = row.zone
            for name, value in facts.items():
                setattr(row, name, value)
            row.checked_at = tx.raw_now
        return before != row.zone

    async def names(self, workspace_id: str, person_ids: Iterable[str]) -> dict[str, str]:
        """The names of those that we know already."""
        async with self._database.reading() as tx:
            rows = [await people.person(tx, workspace_id, one) for one in person_ids]
        return {row.person_id: row.name for row in rows if row is not None and row.name}


def _raise_unless_busy(tasks: Iterable[asyncio.Task[None]]) -> None:
    """What went wrong for good is told; a Slack that is busy leaves the old row in use."""
    for task in tasks:
        error = task.exception()
        if error is not None and not isinstance(error, PlatformBusy):
            raise error


def facts_of(user: Json, workspace_id: str, enterprise_id: str = "") -> dict[str, Any]:
    """A person's columns from Slack's user object. Whatever is missing or unknown makes them nobody's colleague."""
    profile, grid = _inner(user, "profile"), _inner(user, "enterprise_user")
    is_app = bool(user.get("is_bot") or user.get("is_workflow_bot") or user.get("id") == "USLACKBOT")
    is_guest = bool(user.get("is_restricted") or user.get("is_ultra_restricted"))
    is_stranger = bool(user.get("is_stranger"))
    is_of_team = user.get("team_id") == workspace_id and "profile" in user
    is_of_organisation = bool(enterprise_id) and grid.get("enterprise_id") == enterprise_id
    is_of_house = (is_of_team or is_of_organisation) and not is_stranger and not is_app
    facts: dict[str, Any] = {
        "name": _name(user, profile),
        "is_colleague": is_of_house and not is_guest,
        "is_guest": is_of_house and is_guest,
        "is_app": is_app,
        "is_deactivated": bool(user.get("deleted")),
    }
    if isinstance(user.get("tz"), str) and user["tz"]:
        facts["zone"] = user["tz"]  # Absent for deactivated people, whose last zone then stays.
    if isinstance(profile.get("email"), str):
        facts["email"] = visible(profile["email"])[:320]
    return facts


def _name(user: Json, profile: Json) -> str:
    given = (profile.get("real_name"), user.get("real_name"), profile.get("display_name"), user.get("name"))
    named = (" ".join(visible(one).split())[:200] for one in given if isinstance(one, str))
    return next((one for one in named if one), "")


def _inner(found: Json, name: str) -> Json:
    value = found.get(name)
    return value if isinstance(value, dict) else {}
