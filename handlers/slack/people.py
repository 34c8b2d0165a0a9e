"""Who is this: Slack's facts about a person as a row, fresh for a day, asked once at a time, and closed when in
doubt."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from bot.errors import PlatformError, PlatformRefused, PlatformUncertain
from handlers.slack.api import Api, Json
from handlers.slack.errors import as_waiting
from handlers.slack.text import visible
from storage import people
from storage.database import Database, add_new
from storage.people import Person
from storage.rows import EPOCH

FRESH = timedelta(days=1)
_NOBODY = ("user_not_found", "user_not_visible", "users_not_found")


class People:
    def __init__(self, database: Database, api: Api) -> None:
        self._database = database
        self._api = api
        self._asking: dict[tuple[str, str], asyncio.Task[None]] = {}

    async def ensure(self, workspace_id: str, person_ids: Iterable[str], enterprise_id: str = "") -> None:
        """Afterwards each of these people has a row that is at most a day old.

        Raises `PlatformBusy` when Slack cannot tell now: then the event waits, rather than being misjudged.
        """
        wanted = [one for one in dict.fromkeys(person_ids) if one]
        stale = await self._stale(workspace_id, wanted)
        await asyncio.gather(*(self._ask_once(workspace_id, one, enterprise_id) for one in stale))

    async def _stale(self, workspace_id: str, person_ids: list[str]) -> list[str]:
        async with self._database.reading() as tx:
            rows = [(one, await people.person(tx, workspace_id, one)) for one in person_ids]
            return [one for one, row in rows if row is None or tx.raw_now - row.checked_at >= FRESH]

    async def _ask_once(self, workspace_id: str, person_id: str, enterprise_id: str) -> None:
        key = (workspace_id, person_id)
        task = self._asking.get(key)
        if task is None:
            task = asyncio.create_task(self._ask(workspace_id, person_id, enterprise_id))
            self._asking[key] = task
            task.add_done_callback(lambda _: self._asking.pop(key, None))
        # Shielded, so that one impatient interaction does not take the answer away from the others.
        await asyncio.shield(task)

    async def _ask(self, workspace_id: str, person_id: str, enterprise_id: str) -> None:
        if not await self._stale(workspace_id, [person_id]):
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
