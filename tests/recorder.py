"""A platform that only remembers: what was posted where, and how a test wants the next calls to end."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.events import Event
from bot.places import NOT_SHOWN, Delivery, OnlyVisibleTo, Place, Removal
from bot.work.approval import ApprovedReply


@dataclass
class Recorder:
    """`ends` holds what the next posts do: an exception to raise before or after accepting, or None for success."""

    ends: list[Exception | None] = field(default_factory=list)
    accepts_before_failing: bool = False
    posted: list[tuple[Delivery | ApprovedReply | Removal, str]] = field(default_factory=list)
    events: dict[str, list[Event]] = field(default_factory=dict)
    fails_replies: list[Exception] = field(default_factory=list)
    """How the next approved replies end, whatever other posts do."""
    reads: list[Exception] = field(default_factory=list)
    """How the next readings of events end."""
    look_ups: list[Exception] = field(default_factory=list)
    """How the next look-ups end."""
    absent: set[str] = field(default_factory=set)
    """People who are not in the channel: what only they may see cannot be shown to them there."""
    can_look: bool = True
    keeps_private_cards: bool = False
    """What only one person sees goes to their private chat and stays there, with an id, as on Teams."""
    slow_s: float = 0.0

    async def read(self, workspace_id: str, payload: dict[str, Any]) -> Sequence[Event]:
        if self.reads:
            raise self.reads.pop(0)
        if payload.get("fails"):
            raise RuntimeError("a fault in the mapper")
        return self.events.get(payload.get("name", ""), [])

    async def post(self, workspace_id: str, delivery: Delivery, key: str) -> str:
        place = delivery.place
        if isinstance(place, OnlyVisibleTo) and not place.elsewhere and place.person_id in self.absent:
            return NOT_SHOWN
        taken = await self._take(delivery, key)
        return "" if isinstance(place, OnlyVisibleTo) and not self.keeps_private_cards else taken

    async def post_reply(self, reply: ApprovedReply, key: str) -> str:
        if self.fails_replies:
            self.ends.insert(0, self.fails_replies.pop(0))
        return await self._take(reply, key)

    async def remove(self, workspace_id: str, removal: Removal) -> None:
        await self._take(removal, "")

    async def find(self, workspace_id: str, place: Place | ApprovedReply, key: str) -> str | None:
        if self.look_ups:
            raise self.look_ups.pop(0)
        if not self.can_look:
            return None
        return next((f"m{n}" for n, (_, posted) in enumerate(self.posted, 1) if posted == key), None)

    async def _take(self, what: Delivery | ApprovedReply | Removal, key: str) -> str:
        await asyncio.sleep(self.slow_s)
        end = self.ends.pop(0) if self.ends else None
        if end is None or self.accepts_before_failing:
            self.posted.append((what, key))
        if end is not None:
            raise end
        return f"m{len(self.posted)}"
