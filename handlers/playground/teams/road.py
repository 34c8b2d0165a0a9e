"""Microsoft Teams' way to the app: activities over HTTP, signed by the Bot Connector, sent again when unanswered."""

import asyncio
import uuid
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp
import orjson

from handlers.playground.answers import CUT, TOO_LATE, Answer
from handlers.playground.clock import Clock, iso
from handlers.playground.delivery import Delivery
from handlers.playground.faults import Fault
from handlers.playground.teams.signing import FORGERIES
from handlers.playground.world import Json

if TYPE_CHECKING:
    from handlers.playground.playground import Playground

ANSWER_WITHIN = timedelta(seconds=15)
MOST_ATTEMPTS = 5
MOST_ANSWER_BYTES = 1_000_000
OVERTAKEN_WITHIN_S = 3.0


class TeamsRoad:
    """An activity is sent again fifteen seconds after an attempt that was not answered well; an invoke is not."""

    def __init__(self, playground: "Playground") -> None:
        self._playground = playground
        self._session: aiohttp.ClientSession | None = None
        self._overtaken = asyncio.Event()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def fault_name(self, delivery: Delivery) -> str:
        return "teams invokes" if delivery.envelope == "invoke" else "teams events"

    def next_at(self, delivery: Delivery, started_at: datetime, now: datetime) -> datetime | None:
        if delivery.envelope == "invoke" or len(delivery.attempts) >= MOST_ATTEMPTS:
            return None
        return max(now, started_at + ANSWER_WITHIN)

    async def send(self, delivery: Delivery, forgery: str = "") -> Answer:
        payload, keys = delivery.payload, self._playground.keys
        app_id = self._playground.world.app.teams.id
        token = keys.signature(app_id, str(payload["serviceUrl"]), Clock.real_now(), forgery)
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json; charset=utf-8"}
        headers["User-Agent"] = "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)"
        answer = await self._post(orjson.dumps(payload), headers)
        overtaken, self._overtaken = self._overtaken, asyncio.Event()
        overtaken.set()
        return answer

    async def _post(self, body: bytes, headers: dict[str, str]) -> Answer:
        self._session = self._session or aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN.total_seconds())
        url = f"{self._playground.settings.bot_address}/api/messages"
        try:
            async with self._session.post(
                url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                content = await response.content.read(MOST_ANSWER_BYTES)
                is_good = 200 <= response.status < 300
                is_json = response.content_type == "application/json"
                return Answer(response.status, "" if is_good else "http_error", body=content, is_json=is_json)
        except TimeoutError:
            return TOO_LATE
        except aiohttp.ClientError:
            return CUT

    async def send_with(self, fault: Fault, delivery: Delivery) -> Answer:
        match fault.kind:
            case "reset_before":
                return CUT
            case "hang":
                return TOO_LATE
            case "delay":
                await asyncio.sleep(fault.delay_s)
                return await self.send(delivery)
            case "out_of_order":
                await self._until_overtaken()
                return await self.send(delivery)
            case "duplicate":
                first, _second = await asyncio.gather(self.send(delivery), self.send(delivery))
                return first
            case "again" | "again_new_id":
                return await self._and_again(delivery, is_new=fault.kind == "again_new_id")
            case kind if kind in FORGERIES:
                return await self._forged(kind, delivery)
        await self.send(delivery)
        return CUT if fault.kind == "reset_after" else Answer(500, "http_error")

    async def _until_overtaken(self) -> None:
        """Until some other delivery was answered, as far as there is one."""
        with suppress(TimeoutError):
            async with asyncio.timeout(OVERTAKEN_WITHIN_S):
                await self._overtaken.wait()

    async def _and_again(self, delivery: Delivery, *, is_new: bool) -> Answer:
        """Teams was seen to send what was answered in time once more, under the same id or under a new one."""
        answer = await self.send(delivery)
        at = self._playground.clock.now() + ANSWER_WITHIN
        payload: Json = dict(delivery.payload)
        if is_new:
            payload.update(id=_fresh_id(str(payload["id"])), timestamp=iso(at))
        post = self._playground.deliveries.post
        post(delivery.kind, delivery.team, payload, envelope=delivery.envelope, due_at=at)
        return answer

    async def _forged(self, kind: str, delivery: Delivery) -> Answer:
        """Something that the bot must refuse; the true delivery never comes."""
        payload: Json = dict(delivery.payload)
        if kind == "wrong_tenant":
            payload["channelData"] = {**payload["channelData"], "tenant": {"id": "M0STRANGER"}}
            payload["conversation"] = {**payload["conversation"], "tenantId": "M0STRANGER"}
        answer = await self.send(delivery.model_copy(update={"payload": payload}), kind)
        return Answer(answer.status, answer.reason, answer.body, answer.is_json, is_retry_refused=True)


def _fresh_id(old: str) -> str:
    return str(int(old) + 30_000) if old.isdigit() else f"f:{uuid.uuid4()}"
