"""The clock's control: time moves, the bot hears of it, and the answer waits until all that became due is done."""

import asyncio
import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.playground.bot_link import BotLink, BotUnreachable
from handlers.playground.clock import iso
from handlers.playground.control_body import Body, ControlError
from handlers.playground.playground import Playground
from handlers.playground.world import Json

SCENE_ZONE = ZoneInfo("Europe/Berlin")
LONGEST_ADVANCE_S = 3 * 366 * 86_400
SETTLE_WITHIN_S = 30.0
MOST_ROUNDS = 10
HOUR = re.compile(r"(?:(tomorrow)\s+)?(\d{1,2}):(\d{2})", re.IGNORECASE)


class TimeControl:
    """One change of time after another, never two at once."""

    def __init__(self, playground: Playground, link: BotLink) -> None:
        self._playground = playground
        self._link = link
        self._one_at_a_time = asyncio.Lock()

    async def clock(self, body: Body) -> Json:
        async with self._one_at_a_time:
            # What was said before the skip is understood at the time it was said.
            await self._settle()
            note = await self._move(body)
            answer: Json = {"now": iso(self._playground.clock.now())}
            trouble = await self._settle()
            if note or trouble:
                answer["note"] = " ".join(part for part in (note, trouble) if part)
            answer["now"] = iso(self._playground.clock.now())
            return answer

    async def _move(self, body: Body) -> str:
        clock = self._playground.clock
        at = await self._moment_asked_for(body)
        if at is None:
            return "No reminder is planned, so the clock stays where it is."
        if at < clock.now() - timedelta(seconds=1):
            raise ControlError(400, "time_runs_forward", "Time only moves forward; `reset` starts the story again.")
        if at - clock.now() > timedelta(seconds=LONGEST_ADVANCE_S):
            raise ControlError(400, "too_far", "That is more than three years ahead.")
        clock.move_to(max(at, clock.now()))
        self._playground.world.offset_ms = clock.offset_ms
        self._playground.changes.note()
        return ""

    async def _moment_asked_for(self, body: Body) -> datetime | None:
        """None when `to_next` finds nothing that waits."""
        now = self._playground.clock.now()
        if body.flag("to_next"):
            try:
                due = await self._link.next_due_at()
            except BotUnreachable as problem:
                raise ControlError(409, "bot_unreachable", f"{problem} What comes next is not known.") from problem
            return None if due is None else max(due, now)
        if body.raw("to") is not None:
            return moment_meant(body.text("to"), now)
        if body.raw("advance_s") is not None:
            return now + timedelta(seconds=body.number("advance_s", 0, 0, LONGEST_ADVANCE_S))
        raise ControlError(400, "missing_field", "Please give `advance_s`, `to` or `to_next`.")

    async def _settle(self) -> str:
        """Bot and deliveries wake each other; ends when neither has anything left that is due."""
        deliveries = self._playground.deliveries
        for _ in range(MOST_ROUNDS):
            was_quiet, given = deliveries.is_quiet(), deliveries.given
            try:
                await self._link.tell_time()
            except BotUnreachable as problem:
                self._link.tell_later()
                await deliveries.wait_until_quiet(SETTLE_WITHIN_S)
                return f"{problem} It hears the time as soon as it is up."
            # Quiet before the bot drained and after it: nothing came in between that it has not seen.
            if was_quiet and deliveries.is_quiet() and deliveries.given == given:
                break
            if not await deliveries.wait_until_quiet(SETTLE_WITHIN_S):
                return "Some deliveries are still under way."
        return ""

    async def reset_bot(self) -> str:
        """The bot starts over first, so that none of its old work lands in the new story. A note when it cannot."""
        async with self._one_at_a_time:
            try:
                await self._link.reset()
            except BotUnreachable as problem:
                return f"{problem} Only the playground was reset."
            return ""

    async def tell_of_reset(self) -> None:
        """The new story's time; a bot that is down hears it as soon as it is up."""
        async with self._one_at_a_time:
            try:
                await self._link.tell_time()
            except BotUnreachable:
                self._link.tell_later()
            await self._playground.deliveries.wait_until_quiet(SETTLE_WITHIN_S)


def moment_meant(words: str, now: datetime) -> datetime:
    """An ISO time (the scene's zone when it names none), or "9:00" for the next nine o'clock, or "tomorrow 9:00"."""
    hour = HOUR.fullmatch(words.strip())
    try:
        if hour is None:
            at = datetime.fromisoformat(words.strip())
            return at if at.tzinfo else at.replace(tzinfo=SCENE_ZONE)
        wanted = time(int(hour[2]), int(hour[3]))
    except ValueError as problem:
        message = "`to` is a time such as 2026-11-19T09:00+01:00, 9:00 or tomorrow 9:00."
        raise ControlError(400, "bad_time", message) from problem
    today = now.astimezone(SCENE_ZONE).date()
    day = today + timedelta(days=1) if hour[1] else today
    at = datetime.combine(day, wanted, SCENE_ZONE)
    return at if at > now else datetime.combine(day + timedelta(days=1), wanted, SCENE_ZONE)
