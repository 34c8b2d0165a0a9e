"""Where signed HTTP and Socket Mode meet: a parsed payload goes to the inbox, or is answered now."""

from collections import Counter
from dataclasses import dataclass, field

import structlog

from bot.errors import StorageUnavailable
from handlers.hall.reception import Arrival, Reply, Roads
from handlers.hall.tenants import Tenants
from handlers.slack.answers import Answers
from handlers.slack.api import Json
from handlers.slack.connection import Caught, Connection
from handlers.slack.interactions import key_of
from handlers.slack.tenancy import is_leaving, tenant_of
from storage.inbox import Inbox

log = structlog.get_logger()

INTERACTIONS = frozenset(
    {"block_actions", "view_submission", "view_closed", "shortcut", "message_action", "block_suggestion"}
)


@dataclass(slots=True)
class Reception:
    inbox: Inbox
    tenants: Tenants
    connection: Connection
    answers: Answers
    counts: Counter[str]
    _roads: Roads = field(init=False)

    def __post_init__(self) -> None:
        self._roads = Roads("slack", self.inbox, self._decided, self.answers, self.counts)

    async def finish(self) -> None:
        """Wait for what is still being decided; part of a graceful stop."""
        await self._roads.finish()

    async def receive(self, body: Json, otherwise_key: str) -> Reply:
        """`body` is trusted: its signature was checked, or it came over our own socket. `otherwise_key` names the
        delivery."""
        kind = "command" if "command" in body else str(body.get("type") or "")
        if kind == "app_rate_limited":
            self.counts["app_rate_limited"] += 1
            log.error("slack.app_rate_limited", workspace=tenant_of(body))
            return Reply(200)
        is_event, is_interaction = kind == "event_callback", kind == "command" or kind in INTERACTIONS
        if not (is_event or is_interaction):
            self.counts["type_not_handled"] += 1
            return Reply(200)
        arrival = _arrival(body, otherwise_key, is_event=is_event)
        try:
            if not await self._admits(arrival):
                self.counts["unknown_team"] += 1
                log.warning("slack.unknown_team", workspace=arrival.workspace_id)
                return Reply(403)
        except StorageUnavailable as error:
            if is_event:
                return self._roads.not_stored(arrival.workspace_id, error)
            return await self._roads.sorry(arrival, error)
        return await (self._roads.store(arrival) if is_event else self._roads.answer(arrival))

    async def _admits(self, arrival: Arrival) -> bool:
        standing = await self.tenants.standing(arrival.workspace_id)
        return standing == "active" or (standing == "ended" and is_leaving(arrival.body))

    async def _decided(self, arrival: Arrival) -> Reply:
        caught = Caught(arrival.workspace_id, arrival.key)
        said = await self.connection.dispatch(arrival.body, caught)
        if caught.failure is not None:
            raise caught.failure
        return Reply(200, said.body or None) if said.status == 200 else Reply(200)


def _arrival(body: Json, otherwise_key: str, *, is_event: bool) -> Arrival:
    if not is_event:
        return Arrival(tenant_of(body), key_of(body, otherwise_key), body)
    key = body.get("event_id")
    return Arrival(
        tenant_of(body), key if isinstance(key, str) and key else otherwise_key, body, order=_channel_of(body)
    )


def _channel_of(body: Json) -> str:
    """The channel an event is about, so that what was said there is understood in the order it was said."""
    event = body.get("event")
    channel = event.get("channel") if isinstance(event, dict) else None
    return channel if isinstance(channel, str) else ""
