"""What the door does with a genuine activity: to the inbox, answered now, or both, as a command in a channel is."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hashlib import sha256

import orjson
import structlog

from bot.errors import StorageUnavailable
from handlers.hall.reception import Arrival, Excuses, Reply, Roads
from handlers.hall.tenants import Tenants
from handlers.teams.connection import Connection
from handlers.teams.incoming import HANDLED, is_heard
from handlers.teams.interactions import is_asked, key_of
from handlers.teams.tenancy import event_key, order_of, tenant_of
from handlers.teams.wire import Json
from storage.inbox import Inbox

log = structlog.get_logger()

Admit = Callable[[str, Json], Awaitable[None]]
"""Makes the workspace of an activity known, with the address at which it is served; as often as it is called."""


@dataclass(slots=True)
class Reception:
    """The guard has checked that the tenant may use Kindline, so one that is new here is simply registered."""

    bot_person_id: str
    commands: frozenset[str]
    inbox: Inbox
    tenants: Tenants
    connection: Connection
    excuses: Excuses
    admit: Admit
    counts: Counter[str]
    _roads: Roads = field(init=False)

    def __post_init__(self) -> None:
        self._roads = Roads("teams", self.inbox, self._decided, self.excuses, self.counts)

    async def finish(self) -> None:
        """Wait for what is still being decided; part of a graceful stop."""
        await self._roads.finish()

    async def receive(self, activity: Json) -> Reply:
        workspace_id = tenant_of(activity)
        is_question = is_asked(activity, self.bot_person_id, self.commands)
        is_event = is_heard(activity) and activity.get("type") in HANDLED
        if not (is_event or is_question):
            self.counts["type_not_handled"] += 1
            return Reply(501 if activity.get("type") == "invoke" else 200)
        event = Arrival(workspace_id, event_key(activity), activity, order=order_of(activity))
        question = Arrival(workspace_id, key_of(activity, _digest(activity)), activity) if is_question else event
        try:
            if not await self._admits(workspace_id, activity):
                self.counts["unknown_tenant"] += 1
                log.warning("teams.unknown_tenant", workspace=workspace_id)
                return Reply(403)
        except StorageUnavailable as error:
            return self._roads.not_stored(workspace_id, error) if is_event else await self._roads.sorry(question, error)
        if is_event:
            stored = await self._roads.store(event)
            if stored.status != 200 or not is_question:
                return stored
        return await self._roads.answer(question)

    async def _admits(self, workspace_id: str, activity: Json) -> bool:
        await self.admit(workspace_id, activity)
        return await self.tenants.standing(workspace_id) == "active"

    async def _decided(self, arrival: Arrival) -> Reply:
        return await self.connection.answer(arrival.workspace_id, arrival.body, arrival.key)


def _digest(activity: Json) -> str:
    """Names what came without an id of its own."""
    return sha256(orjson.dumps(activity, option=orjson.OPT_SORT_KEYS)).hexdigest()
