"""How fast we may write, counted here so that Teams never has to refuse: a conversation's and a tenant's own limits."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.errors import PlatformBusy

IN_CONVERSATION = ((7, 1.0), (8, 2.0), (60, 30.0))
IN_TENANT = ((50, 1.0),)
"""(calls, seconds) as Teams documents them for one bot (facts: rate limits)."""
MOST_CONVERSATIONS = 10_000


@dataclass(slots=True)
class Bucket:
    """The instants of the newest calls: a sliding window is exact where a leaking bucket lets two bursts through."""

    limits: Sequence[tuple[int, float]]
    _taken: deque[float] = field(default_factory=deque)

    def wait_s(self, now: float) -> float:
        """0.0 when a call may go now, else how long until one may."""
        longest = self.limits[-1][1]
        while self._taken and self._taken[0] <= now - longest:
            self._taken.popleft()
        waits = [0.0]
        for most, span_s in self.limits:
            if len(self._taken) >= most:
                waits.append(self._taken[-most] + span_s - now)
        return max(waits)

    def take(self, now: float) -> None:
        self._taken.append(now)


@dataclass(slots=True)
class Buckets:
    clock: Callable[[], float] = time.monotonic
    _tenants: dict[str, Bucket] = field(default_factory=dict)
    _conversations: OrderedDict[tuple[str, str], Bucket] = field(default_factory=OrderedDict)

    def take(self, workspace_id: str, conversation_id: str = "") -> None:
        """Count one call. Raises `PlatformBusy` with the seconds to wait, and then counts nothing. A thread shares the
        limit of its channel."""
        now = self.clock()
        tenant = self._tenants.setdefault(workspace_id, Bucket(IN_TENANT))
        places = [("workspace", tenant)]
        if conversation_id:
            places.append(("channel", self._conversation(workspace_id, conversation_id.partition(";")[0])))
        for scope, bucket in places:
            wait_s = bucket.wait_s(now)
            if wait_s > 0:
                raise PlatformBusy("we write as fast as Teams allows", retry_after_s=wait_s, scope=scope)
        for _, bucket in places:
            bucket.take(now)

    def _conversation(self, workspace_id: str, conversation_id: str) -> Bucket:
        key = (workspace_id, conversation_id)
        found = self._conversations.setdefault(key, Bucket(IN_CONVERSATION))
        self._conversations.move_to_end(key)
        if len(self._conversations) > MOST_CONVERSATIONS:
            self._conversations.popitem(last=False)
        return found
