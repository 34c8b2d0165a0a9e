"""Slack's way to the app: signed HTTP or a socket, and three more attempts for an event."""

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from handlers.playground.answers import CUT, TOO_LATE, Answer
from handlers.playground.delivery import REPEATED, Delivery
from handlers.playground.faults import Fault
from handlers.playground.signed_http import SignedHttp
from handlers.playground.world import Json

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

RETRY_AFTER = (timedelta(0), timedelta(minutes=1), timedelta(minutes=5))


class SlackRoad:
    """Interactions are tried once: a person waits for them."""

    def __init__(self, playground: "Playground") -> None:
        self._playground = playground
        self._http = SignedHttp(f"{playground.settings.bot_address}/slack/events")

    async def close(self) -> None:
        await self._http.close()

    def fault_name(self, delivery: Delivery) -> str:
        is_event = delivery.envelope == "events_api" and delivery.kind != "app_rate_limited"
        return "events" if is_event else ""

    def next_at(self, delivery: Delivery, started_at: datetime, now: datetime) -> datetime | None:
        retries_made = len(delivery.attempts) - 1
        is_over = retries_made >= len(RETRY_AFTER) or delivery.envelope not in REPEATED
        return None if is_over else now + RETRY_AFTER[retries_made]

    async def send(self, delivery: Delivery) -> Answer:
        retry = (len(delivery.attempts), delivery.reason)
        if self._playground.settings.delivery == "socket":
            return await self._playground.sockets.send(delivery.envelope, delivery.payload, retry)
        secret = self._playground.world.app.signing_secret
        return await self._http.send(secret, delivery.envelope, delivery.payload, retry)

    async def send_with(self, fault: Fault, delivery: Delivery) -> Answer:
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
                return await self.send(delivery)
            case "duplicate":
                first, _second = await asyncio.gather(self.send(delivery), self.send(delivery))
                return first
        await self.send(delivery)
        return CUT if fault.kind == "reset_after" else Answer(500, "http_error")

    def _tell_of_rate_limit(self, team: str) -> None:
        """Slack drops the events above its limit and says so with an outer type of its own."""
        minute = int(self._playground.clock.now().timestamp()) // 60 * 60
        app = self._playground.world.app
        payload: Json = {"type": "app_rate_limited", "token": app.verification_token, "team_id": team}
        limited = {**payload, "minute_rate_limited": minute, "api_app_id": app.id}
        self._playground.deliveries.post("app_rate_limited", team, limited)
