"""Where signed HTTP and Socket Mode meet: a parsed payload goes to the inbox, or is answered now."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

import structlog

from bot.errors import StorageUnavailable
from handlers.slack.answers import Answers
from handlers.slack.api import Json
from handlers.slack.connection import Caught, Connection
from handlers.slack.interactions import key_of
from handlers.slack.tenancy import Tenants, tenant_of
from storage.inbox import Inbox

log = structlog.get_logger()

ANSWER_S = 2.0
"""Slack gives up after three seconds; the rest is for the way there and back."""
INTERACTIONS = frozenset(
    {"block_actions", "view_submission", "view_closed", "shortcut", "message_action", "block_suggestion"}
)


@dataclass(frozen=True, slots=True)
class Reply:
    """`status` in HTTP's words; `body` is a JSON object, a line of text, or nothing."""

    status: int
    body: Any = None


@dataclass(slots=True)
class Reception:
    inbox: Inbox
    tenants: Tenants
    connection: Connection
    answers: Answers
    counts: Counter[str]
    _deciding: set[asyncio.Task[Any]] = field(default_factory=set)

    async def finish(self) -> None:
        """Wait for what is still being decided; part of a graceful stop."""
        if self._deciding:
            await asyncio.wait(self._deciding, timeout=ANSWER_S)

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
        workspace_id = tenant_of(body)
        try:
            if not await self.tenants.admits(workspace_id, body):
                self.counts["unknown_team"] += 1
                log.warning("slack.unknown_team", workspace=workspace_id)
                return Reply(403)
            if is_event:
                return await self._store(workspace_id, body, otherwise_key)
        except StorageUnavailable as error:
            self.counts["not_stored"] += 1
            log.error("slack.not_stored", workspace=workspace_id, kind=kind, reason=str(error))
            return Reply(503) if is_event else await self._sorry(workspace_id, body, "StorageUnavailable")
        return await self._answer(workspace_id, body, otherwise_key)

    async def _store(self, workspace_id: str, body: Json, otherwise_key: str) -> Reply:
        key = body.get("event_id")
        key = key if isinstance(key, str) and key else otherwise_key
        is_new = await self.inbox.accept(workspace_id, "slack.event", key, body, order=_channel_of(body))
        self.counts["event" if is_new else "event_repeated"] += 1
        return Reply(200)

    async def _answer(self, workspace_id: str, body: Json, otherwise_key: str) -> Reply:
        caught = Caught(workspace_id, key_of(body, otherwise_key))
        # The deadline ends the waiting and never the work: a transaction that is cut off could lock the database.
        deciding = asyncio.create_task(self.connection.dispatch(body, caught))
        self._deciding.add(deciding)
        deciding.add_done_callback(self._deciding.discard)
        done, _ = await asyncio.wait({deciding}, timeout=ANSWER_S)
        if not done:
            self.counts["interaction_late"] += 1
            log.warning("slack.interaction_late", workspace=workspace_id)
            return Reply(200, await self.answers.ask_for_patience(workspace_id, body))
        said = deciding.result()
        if caught.failure is not None:
            return await self._sorry(workspace_id, body, type(caught.failure).__name__, caught.failure)
        self.counts["interaction"] += 1
        return Reply(200, said.body or None) if said.status == 200 else Reply(200)

    async def _sorry(self, workspace_id: str, body: Json, reason: str, failure: Exception | None = None) -> Reply:
        reference = token_hex(3)
        self.counts["interaction_failed"] += 1
        # Only the kind of failure: its text may hold a customer's words.
        log.error(
            "slack.interaction_failed", workspace=workspace_id, reference=reference, reason=reason, at=_place(failure)
        )
        return Reply(200, await self.answers.apologise(workspace_id, body, reference))


def _channel_of(body: Json) -> str:
    """The channel an event is about, so that what was said there is understood in the order it was said."""
    event = body.get("event")
    channel = event.get("channel") if isinstance(event, dict) else None
    return channel[:128] if isinstance(channel, str) else ""


def _place(failure: Exception | None) -> str:
    """The file and line of ours nearest to the failure, which is what a maintainer needs and holds nobody's words."""
    trace = failure.__traceback__ if failure is not None else None
    place = ""
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
