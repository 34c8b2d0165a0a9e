"""One thing on its way to the app, and what a road to the app offers."""

from datetime import datetime
from typing import Literal, Protocol

from pydantic import BaseModel, Field

from handlers.playground.answers import Answer
from handlers.playground.clock import iso
from handlers.playground.faults import Fault
from handlers.playground.world import Json

Envelope = Literal["events_api", "interactive", "slash_commands", "activity", "invoke"]
REPEATED = frozenset({"events_api", "activity"})
"""What is sent again until it was acknowledged."""
ON_TEAMS = frozenset({"activity", "invoke"})


class Delivery(BaseModel):
    """With each attempt that was made; a restart goes on with what is pending."""

    n: int
    kind: str
    team: str
    envelope: Envelope = "events_api"
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


class Road(Protocol):
    """How one platform brings things to the app."""

    def fault_name(self, delivery: Delivery) -> str:
        """Under which name the fault control finds this delivery; empty when nothing can happen to it."""
        ...

    async def send(self, delivery: Delivery) -> Answer: ...

    async def send_with(self, fault: Fault, delivery: Delivery) -> Answer:
        """Something happens to it on its way; the app's answer may be lost, or never asked for."""
        ...

    def next_at(self, delivery: Delivery, started_at: datetime, now: datetime) -> datetime | None:
        """When it is sent again after an attempt that failed; None when it is given up."""
        ...

    async def close(self) -> None: ...
