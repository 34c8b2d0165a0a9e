"""Leaves an endpoint in peace after it failed again and again, so that nobody waits for it in vain."""

from collections.abc import Callable
from dataclasses import dataclass, field

from prompts.asking import Trouble

FAILURES_IN_A_ROW = 3
REST_S = 60.0
_AT_ONCE = frozenset({Trouble.NO_KEY, Trouble.WRONG_KEY, Trouble.QUOTA_GONE})
"""Trouble that a second try a moment later cannot mend."""
_COUNTS = _AT_ONCE | {Trouble.TOO_SLOW, Trouble.UNREACHABLE, Trouble.BUSY}


@dataclass(slots=True)
class Breaker:
    """`now` counts seconds and never goes back."""

    now: Callable[[], float]
    _failures: int = field(default=0, init=False)
    _rests_until: float = field(default=0.0, init=False)

    @property
    def is_resting(self) -> bool:
        return self.now() < self._rests_until

    def note(self, trouble: Trouble | None) -> None:
        """After a rest one failure is enough for the next one."""
        if trouble is None:
            self._failures = 0
        elif trouble in _COUNTS:
            self._failures += FAILURES_IN_A_ROW if trouble in _AT_ONCE else 1
            if self._failures >= FAILURES_IN_A_ROW:
                self._rests_until = self.now() + REST_S
