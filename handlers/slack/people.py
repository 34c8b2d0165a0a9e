"""Who is this: Slack's facts about a person, closed when in doubt."""

import time
from collections.abc import Callable
from typing import Any

from bot.errors import PlatformError, PlatformRefused, PlatformUncertain
from handlers.hall import people
from handlers.hall.characters import visible
from handlers.slack.api import Api, Json
from handlers.slack.errors import as_waiting
from storage.database import Database

_NOBODY = ("user_not_found", "user_not_visible", "users_not_found")


class People(people.People):
    """`where` of a question is the Enterprise Grid organisation of the installation, empty where there is none."""

    def __init__(self, database: Database, api: Api, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__("slack", database, self._facts, clock)
        self._api = api

    async def note(self, workspace_id: str, user: Json, enterprise_id: str = "") -> bool:
        """Take over what Slack says about a person unasked; True when their time zone changed."""
        return await self.remember(workspace_id, str(user.get("id") or ""), facts_of(user, workspace_id, enterprise_id))

    async def _facts(self, workspace_id: str, person_id: str, enterprise_id: str) -> people.Facts:
        try:
            answer = await self._api.read(workspace_id, "users.info", user=person_id)
            user = answer.get("user")
            if not isinstance(user, dict):
                raise PlatformUncertain("unreadable_answer")
        except PlatformRefused as error:
            if error.code not in _NOBODY:
                raise
            user = {"id": person_id}  # Slack does not know them either: nobody's colleague, also when they were one.
        except PlatformError as error:
            raise as_waiting(error) from error
        return facts_of(user, workspace_id, enterprise_id)


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
