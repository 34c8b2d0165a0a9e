"""Which workspaces of a platform we know, and whether they are active: the border that nothing crosses."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Literal

from storage import workspaces
from storage.database import Database

FRESH_S = 30.0
MOST = 5_000

Standing = Literal["active", "ended", "unknown"]


class Tenants:
    """Read from their rows; an active one at most every half minute."""

    def __init__(self, database: Database, platform: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._platform = platform
        self._clock = clock
        self._active: OrderedDict[str, float] = OrderedDict()

    async def standing(self, workspace_id: str) -> Standing:
        """Raises `StorageUnavailable` when nobody can say."""
        if not workspace_id:
            return "unknown"
        seen_at = self._active.get(workspace_id)
        if seen_at is not None and self._clock() - seen_at < FRESH_S:
            return "active"
        async with self._database.reading() as tx:
            found = await workspaces.workspace(tx, workspace_id)
        if found is None or found.platform != self._platform:
            return "unknown"
        if not found.is_active:
            return "ended"
        self._active[workspace_id] = self._clock()
        self._active.move_to_end(workspace_id)
        if len(self._active) > MOST:
            self._active.popitem(last=False)
        return "active"

    def forget(self, workspace_id: str) -> None:
        self._active.pop(workspace_id, None)
