"""The two roads in, the same for every door: what happened is stored and acknowledged; what somebody waits for is
decided and answered."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any, Protocol

import structlog

from bot.errors import StorageUnavailable
from handlers.hall.remarks import PATIENCE, SORRY
from storage.inbox import Inbox

Json = dict[str, Any]
log = structlog.get_logger()

ANSWER_S = 2.0
"""Slack gives up after three seconds, Teams after fifteen; people do sooner. The rest is for the way there and back."""
MOST_LATE = 200
"""Answers that came too late and are kept for whoever asks the same again."""


@dataclass(frozen=True, slots=True)
class Reply:
    """`status` in HTTP's words; `body` is a JSON object, a line of text, or nothing."""

    status: int
    body: Any = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A delivery that a door trusts. `key` names it for ever in its workspace; events of one `order` (a channel) are
    understood in the order they came."""

    workspace_id: str
    key: str
    body: Json
    order: str = ""


class Excuses(Protocol):
    async def instead(self, workspace_id: str, body: Json, text: str) -> Json | None:
        """Say one sentence in place of an answer, where the person looks, and leave what they typed as it is. What
        comes back is the body of the acknowledgement."""
        ...

    def late(self, workspace_id: str, body: Json, said: Any) -> None:
        """Tell what `said` would have told as the body of the acknowledgement, where there is still a way."""
        ...


Decide = Callable[[Arrival], Awaitable[Reply]]
"""Finds what a waiting person gets. It may fail in any way."""


@dataclass(slots=True)
class Roads:
    """`platform` leads every line of the log and every stored kind."""

    platform: str
    inbox: Inbox
    decide: Decide
    excuses: Excuses
    counts: Counter[str]
    _deciding: set[asyncio.Task[Reply]] = field(default_factory=set)
    _late: OrderedDict[tuple[str, str], asyncio.Task[Reply]] = field(default_factory=OrderedDict)

    async def finish(self) -> None:
        """Wait for what is still being decided; part of a graceful stop."""
        if self._deciding:
            await asyncio.wait(self._deciding, timeout=ANSWER_S)

    async def store(self, arrival: Arrival) -> Reply:
        """200 once it is committed, whether new or known; 503 when it was not stored, so that it is sent again."""
        try:
            is_new = await self.inbox.accept(
                arrival.workspace_id, f"{self.platform}.event", arrival.key, arrival.body, order=arrival.order[:128]
            )
        except StorageUnavailable as error:
            return self.not_stored(arrival.workspace_id, error)
        self.counts["event" if is_new else "event_repeated"] += 1
        return Reply(200)

    def not_stored(self, workspace_id: str, error: StorageUnavailable) -> Reply:
        self.counts["not_stored"] += 1
        log.error(self._named("not_stored"), workspace=workspace_id, reason=str(error))
        return Reply(503)

    async def answer(self, arrival: Arrival) -> Reply:
        known = self._late.pop((arrival.workspace_id, arrival.key), None)
        deciding = known or self._begun(arrival)
        # The deadline ends the waiting and never the work: a transaction that is cut off could lock the database.
        done, _ = await asyncio.wait({deciding}, timeout=ANSWER_S)
        if not done:
            self.counts["interaction_late"] += 1
            log.warning(self._named("interaction_late"), workspace=arrival.workspace_id)
            self._keep(arrival, deciding)
            if known is None:
                deciding.add_done_callback(lambda ended: self._ended_late(arrival, ended))
            return Reply(200, await self.excuses.instead(arrival.workspace_id, arrival.body, PATIENCE))
        failure = deciding.exception()
        if failure is not None:
            return await self.sorry(arrival, failure)
        self.counts["interaction"] += 1
        return deciding.result()

    def _begun(self, arrival: Arrival) -> asyncio.Task[Reply]:
        deciding = asyncio.ensure_future(self.decide(arrival))
        self._deciding.add(deciding)
        deciding.add_done_callback(self._deciding.discard)
        return deciding

    def _keep(self, arrival: Arrival, deciding: asyncio.Task[Reply]) -> None:
        """The same gesture again, such as a form that is submitted once more, gets this answer: what was decided is
        decided, and a second decision would find nothing left to say."""
        self._late[arrival.workspace_id, arrival.key] = deciding
        if len(self._late) > MOST_LATE:
            self._late.popitem(last=False)

    async def sorry(self, arrival: Arrival, failure: BaseException) -> Reply:
        """A kind sentence with a reference, which also stands in the log."""
        reference = token_hex(3)
        self._failed(arrival, reference, failure)
        text = SORRY.format(reference=reference)
        return Reply(200, await self.excuses.instead(arrival.workspace_id, arrival.body, text))

    def _ended_late(self, arrival: Arrival, ended: asyncio.Task[Reply]) -> None:
        place = arrival.workspace_id, arrival.key
        failure = None if ended.cancelled() else ended.exception()
        if failure is not None or ended.cancelled():
            self._late.pop(place, None)  # Whoever asks again gets a new try.
        if failure is not None:
            self._failed(arrival, "", failure)
        elif not ended.cancelled() and place in self._late and (said := ended.result().body):
            self.excuses.late(arrival.workspace_id, arrival.body, said)

    def _failed(self, arrival: Arrival, reference: str, failure: BaseException) -> None:
        self.counts["interaction_failed"] += 1
        # Only the kind of failure: its text may hold a customer's words.
        log.error(
            self._named("interaction_failed"),
            workspace=arrival.workspace_id,
            reference=reference,
            reason=type(failure).__name__,
            at=_place(failure),
        )

    def _named(self, what: str) -> str:
        return f"{self.platform}.{what}"


def _place(failure: BaseException) -> str:
    """The file and line of ours nearest to the failure, which is what a maintainer needs and holds nobody's words."""
    trace = failure.__traceback__
    place = ""
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
