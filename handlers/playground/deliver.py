"""Everything that goes to the app: each event until acknowledged or given up, each interaction once."""

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from handlers.playground.answers import Answer
from handlers.playground.clock import iso
from handlers.playground.delivery import ON_TEAMS, REPEATED, Delivery, Envelope, Road
from handlers.playground.slack_road import SlackRoad
from handlers.playground.teams.road import TeamsRoad
from handlers.playground.world import Json

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

MOST_REMEMBERED = 3000
MOST_SAVED = 200


class Deliveries:
    """Retries wait in product time, which real time moves too: whichever passes first makes them due."""

    def __init__(self, playground: "Playground") -> None:
        self._playground = playground
        self._slack: Road = SlackRoad(playground)
        self._teams: Road = TeamsRoad(playground)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._under_way: set[int] = set()
        self._given = 0
        self.all: list[Delivery] = []

    def load(self, saved: list[Json]) -> None:
        """Takes over what an earlier run had not finished."""
        self.all = [Delivery.model_validate(entry) for entry in saved]
        self._given = max((delivery.n for delivery in self.all), default=0)
        for delivery in self.all:
            if delivery.state == "pending" and delivery.envelope in REPEATED:
                self._start(delivery)
            elif delivery.state == "pending":
                delivery.state = "failed"  # Whoever waited for its answer is gone.

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
        await self._slack.close()
        await self._teams.close()

    def post(
        self, kind: str, team: str, payload: Json, *, envelope: Envelope = "events_api", due_at: datetime | None = None
    ) -> Delivery:
        """Puts it on its way, at once or at `due_at`; it is delivered in the background."""
        delivery = self._new(kind, team, payload, envelope)
        delivery.due_at = due_at or delivery.due_at
        self._start(delivery)
        return delivery

    async def ask(self, kind: str, team: str, payload: Json, envelope: Envelope) -> Answer:
        """An interaction: one attempt, and the person waits for its answer."""
        delivery = self._new(kind, team, payload, envelope)
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

    def _new(self, kind: str, team: str, payload: Json, envelope: Envelope) -> Delivery:
        self._given += 1
        now = self._playground.clock.now()
        delivery = Delivery(n=self._given, kind=kind, team=team, envelope=envelope, payload=payload, at=now, due_at=now)
        delivery.event_id = str(payload.get("event_id") or payload.get("id") or "")
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
        clock, road = self._playground.clock, self._road(delivery)
        while delivery.state == "pending":
            await clock.wait_until(delivery.due_at)
            started_at = clock.now()
            answer = await self._attempt(delivery)
            again_at = road.next_at(delivery, started_at, clock.now())
            if answer.is_good:
                delivery.state = "done"
            elif answer.is_retry_refused or again_at is None:
                delivery.state = "failed"
            else:
                delivery.reason = answer.reason
                delivery.due_at = again_at
            self._playground.changes.note()

    def _road(self, delivery: Delivery) -> Road:
        return self._teams if delivery.envelope in ON_TEAMS else self._slack

    async def _attempt(self, delivery: Delivery) -> Answer:
        clock, road = self._playground.clock, self._road(delivery)
        attempt: Json = {"at": iso(clock.now()), "status": 0, "ms": 0}
        started = asyncio.get_running_loop().time()
        self._under_way.add(delivery.n)
        try:
            name = road.fault_name(delivery)
            fault = self._playground.faults.next(name) if name else None
            answer = await (road.send_with(fault, delivery) if fault else road.send(delivery))
        finally:
            self._under_way.discard(delivery.n)
        attempt.update(status=answer.status, ms=round((asyncio.get_running_loop().time() - started) * 1000))
        if answer.reason:
            attempt["reason"] = answer.reason
        delivery.attempts.append(attempt)
        return answer
