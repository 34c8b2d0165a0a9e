"""How often a bot may write: Microsoft Teams answers 429 to what is too much in one conversation or one tenant."""

from collections import deque
from collections.abc import Sequence

IN_CONVERSATION = ((7, 0.9), (8, 1.8), (60, 27.0))
IN_TENANT = ((50, 0.9),)
"""(calls, seconds) of real time: Teams' documented figures, with a tenth of the time let off, since calls that were
sent apart may arrive closer together."""
RETRY_AFTER_S = 1


class Limits:
    """Sliding windows; a call that is refused does not count."""

    def __init__(self) -> None:
        self._taken: dict[str, deque[float]] = {}
        self.refused = 0

    def clear(self) -> None:
        self._taken.clear()
        self.refused = 0

    def may_go(self, tenant: str, conversation: str, now_s: float) -> bool:
        """`conversation` without its thread; empty for a call that is counted for the tenant alone."""
        places: list[tuple[str, Sequence[tuple[int, float]]]] = [(f"tenant {tenant}", IN_TENANT)]
        if conversation:
            places.append((f"{tenant} {conversation}", IN_CONVERSATION))
        if not all(self._has_room(name, limits, now_s) for name, limits in places):
            self.refused += 1
            return False
        for name, _ in places:
            self._taken[name].append(now_s)
        return True

    def _has_room(self, name: str, limits: Sequence[tuple[int, float]], now_s: float) -> bool:
        taken = self._taken.setdefault(name, deque(maxlen=64))
        return all(len(taken) < most or taken[-most] <= now_s - span_s for most, span_s in limits)
