"""Whose workspace a delivery belongs to, and whether we know it: the border that nothing crosses."""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from handlers.slack.api import Json
from storage import workspaces
from storage.database import Database

FRESH_S = 30.0
MOST = 5_000
LEAVING = ("app_uninstalled", "tokens_revoked")
"""These two come in any order and may both follow the end of an installation."""


def tenant_of(body: Json) -> str:
    """The workspace that installed us. Never the team in the event itself: in shared channels that is the writer's
    company."""
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else None
    places = (
        (first, "team_id"),
        (body.get("view"), "app_installed_team_id"),
        (body, "team_id"),
        (body.get("team"), "id"),
        (body.get("user"), "team_id"),
    )
    found = (place.get(name) for place, name in places if isinstance(place, Mapping))
    return next((one for one in found if isinstance(one, str) and one), "")[:128]


def organisation_of(body: Json) -> str:
    """The Enterprise Grid organisation of the installation, empty where there is none."""
    authorizations = body.get("authorizations")
    first = authorizations[0] if isinstance(authorizations, list) and authorizations else {}
    found = first.get("enterprise_id") if isinstance(first, dict) else None
    enterprise: Any = body.get("enterprise")
    return str(found or (enterprise.get("id") if isinstance(enterprise, dict) else "") or "")


class Tenants:
    """Known and active workspaces, read from their rows at most every half minute."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._active: OrderedDict[str, float] = OrderedDict()

    async def admits(self, workspace_id: str, body: Json) -> bool:
        """Raises `StorageUnavailable` when nobody can say."""
        if not workspace_id:
            return False
        seen_at = self._active.get(workspace_id)
        if seen_at is not None and self._clock() - seen_at < FRESH_S:
            return True
        async with self._database.reading() as tx:
            found = await workspaces.workspace(tx, workspace_id)
        if found is None or found.platform != "slack":
            return False
        if found.is_active:
            self._active[workspace_id] = self._clock()
            self._active.move_to_end(workspace_id)
            if len(self._active) > MOST:
                self._active.popitem(last=False)
            return True
        event = body.get("event")
        return isinstance(event, dict) and event.get("type") in LEAVING

    def forget(self, workspace_id: str) -> None:
        self._active.pop(workspace_id, None)
