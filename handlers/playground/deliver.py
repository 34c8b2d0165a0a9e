"""Everything that goes to the app: each event until acknowledged or given up, each interaction once."""

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from handlers.playground.answers import CUT, TOO_LATE, Answer
from handlers.playground.clock import iso
from handlers.playground.faults import Fault
from handlers.playground.signed_http import SignedHttp
from handlers.playground.world import Json

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

RETRY_AFTER = (timedelta(0), timedelta(minutes=1), timedelta(minutes=5))
MOST_REMEMBERED = 3000
MOST_SAVED = 200


class Delivery(BaseModel):
    """One thing on its way to the app, with each attempt that was made."""

    n: int
    kind: str
    team: str
    envelope: Literal["events_api", "interactive", "slash_commands"] = "events_api"
    event_id: str = ""
    payload: Json
    at: datetime
    due_at: datetime
    attempts: list[Json] = Field(default_factory=list)
    state: Literal["pending", "done", "failed"] = "pending"
    reason: str = ""

    def entry(self) -> Json:
        """How the events control shows it."""
        shown = {"n": self.n, "at": iso(self.at), "kind": self.kind, "attempts": self.attempts, "team": self.team}
        shown.update(event_id=self.event_id, state=self.state)
        return {**shown, "next_at": iso(self.due_at)} if self.state == "pending" else shown


class Deliveries:
    """Retries wait in product time, which real time moves too: whichever passes first makes them due."""

    def __init__(self, playground: "Playground") -> None:
        self._playground = playground
        self._http = SignedHttp(f"{playground.settings.bot_address}/slack/events")
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._under_way: set[int] = set()
        self._given = 0
        self.all: list[Delivery] = []

    def load(self, saved: list[Json]) -> None:
        """Takes over what an earlier run had not finished."""
        self.all = [Delivery.model_validate(entry) for entry in saved]
        self._given = max((delivery.n for delivery in self.all), default=0)
        for delivery in self.all:
            if delivery.state == "pending" and delivery.envelope == "events_api":
                self._start(delivery)

    def saved(self) -> list[Json]:
        """What is still under way, and the latest of what is done."""
        latest = self.all[-MOST_SAVED:]
        pending = [delivery for delivery in self.all[:-MOST_SAVED] if delivery.state == "pending"]
        return [delivery.model_dump(mode="json") for delivery in [*pending, *latest]]

    def forget(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._under_way.clear()
        self.all.clear()
        self._given = 0

    async def close(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._http.close()

    def post(self, kind: str, team: str, payload: Json) -> None:
        """Puts an event on its way; it is delivered in the background."""
        delivery = self._new(kind, team, payload)
        delivery.event_id = str(payload.get("event_id", ""))
        self._start(delivery)

    async def ask(
        self, kind: str, team: str, payload: Json, envelope: Literal["interactive", "slash_commands"]
    ) -> Answer:
        """An interaction: one attempt, and the person waits for its answer."""
        delivery = self._new(kind, team, payload)
        delivery.envelope = envelope
        answer = await self._attempt(delivery)
        delivery.state = "done" if answer.is_good else "failed"
        self._playground.changes.note()
        return answer

    @property
    def given(self) -> int:
        """How many there were so far."""
        return self._given

    def is_quiet(self) -> bool:
        now = self._playground.clock.now()
        return not self._under_way and not any(d.state == "pending" and d.due_at <= now for d in self.all)

    async def wait_until_quiet(self, timeout_s: float) -> bool:
        """True once every delivery that is due was made and answered; False when that takes longer than `timeout_s`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_s
        while not self.is_quiet():
            if loop.time() > deadline:
                return False
            await asyncio.sleep(0.01)
        return True

    def _new(self, kind: str, team: str, payload: Json) -> Delivery:
        self._given += 1
        now = self._playground.clock.now()
        delivery = Delivery(n=self._given, kind=kind, team=team, payload=payload, at=now, due_at=now)
        self.all.append(delivery)
        if len(self.all) > MOST_REMEMBERED:
            oldest = next((old for old in self.all if old.state != "pending"), None)
            if oldest is not None:
                self.all.remove(oldest)
        return delivery

    def _start(self, delivery: Delivery) -> None:
        task = asyncio.get_running_loop().create_task(self._deliver(delivery))
        self._tasks[delivery.n] = task
        task.add_done_callback(lambda _: self._tasks.pop(delivery.n, None))

    async def _deliver(self, delivery: Delivery) -> None:
        while delivery.state == "pending":
            await self._playground.clock.wait_until(delivery.due_at)
            answer = await self._attempt(delivery)
            retries_made = len(delivery.attempts) - 1
            if answer.is_good:
                delivery.state = "done"
            elif answer.is_retry_refused or retries_made >= len(RETRY_AFTER):
                delivery.state = "failed"
            else:
                delivery.reason = answer.reason
                delivery.due_at = self._playground.clock.now() + RETRY_AFTER[retries_made]
            self._playground.changes.note()

    async def _attempt(self, delivery: Delivery) -> Answer:
        clock = self._playground.clock
        attempt: Json = {"at": iso(clock.now()), "status": 0, "ms": 0}
        started = asyncio.get_running_loop().time()
        self._under_way.add(delivery.n)
        try:
            is_event = delivery.envelope == "events_api"
            fault = self._playground.faults.next("events") if is_event and delivery.kind != "app_rate_limited" else None
            answer = await (self._send_with(fault, delivery) if fault else self._send(delivery))
        finally:
            self._under_way.discard(delivery.n)
        attempt.update(status=answer.status, ms=round((asyncio.get_running_loop().time() - started) * 1000))
        if answer.reason:
            attempt["reason"] = answer.reason
        delivery.attempts.append(attempt)
        return answer

    async def _send(self, delivery: Delivery) -> Answer:
        retry = (len(delivery.attempts), delivery.reason)
        if self._playground.settings.delivery == "socket":
            return await self._playground.sockets.send(delivery.envelope, delivery.payload, retry)
        secret = self._playground.world.app.signing_secret
        return await self._http.send(secret, delivery.envelope, delivery.payload, retry)

    async def _send_with(self, fault: Fault, delivery: Delivery) -> Answer:
        """An event that something happens to on its way; the app's answer may be lost, or never asked for."""
        match fault.kind:
            case "reset_before":
                return CUT
            case "hang":
                return TOO_LATE
            case "429":
                self._tell_of_rate_limit(delivery.team)
                return Answer(429, "rate_limited", is_retry_refused=True)
            case "delay":
                await asyncio.sleep(fault.delay_s)
                return await self._send(delivery)
            case "duplicate":
                first, _second = await asyncio.gather(self._send(delivery), self._send(delivery))
                return first
        await self._send(delivery)
        return CUT if fault.kind == "reset_after" else Answer(500, "http_error")

    def _tell_of_rate_limit(self, team: str) -> None:
        """Slack drops the events above its limit and says so with an outer type of its own."""
        minute = int(self._playground.clock.now().timestamp()) // 60 * 60
        app = self._playground.world.app
        payload: Json = {"type": "app_rate_limited", "token": app.verification_token, "team_id": team}
        self.post("app_rate_limited", team, {**payload, "minute_rate_limited": minute, "api_app_id": app.id})
