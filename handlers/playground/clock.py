"""Product time: this machine's time plus one offset, which only the clock control and a reset may change."""

import asyncio
import math
from datetime import UTC, datetime, timedelta


class Clock:
    """Everything in the playground that has a date asks here; signatures alone use real time."""

    def __init__(self, offset_ms: int = 0) -> None:
        self.offset_ms = offset_ms
        self._moved = asyncio.Event()
        self._last_micros = 0

    @staticmethod
    def real_now() -> datetime:
        return datetime.now(UTC)

    def now(self) -> datetime:
        return self.real_now() + timedelta(milliseconds=self.offset_ms)

    def move_to(self, at: datetime) -> None:
        """Makes `at` the present, never a moment less, and wakes everything that waits for a time."""
        self.offset_ms = math.ceil((at - self.real_now()) / timedelta(milliseconds=1))
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    def new_ts(self, step_micros: int = 1) -> str:
        """A message id in Slack's form, later than every one before it as long as time moves forward; a whole number
        of steps, since Microsoft Teams counts in milliseconds."""
        micros = max(int(self.now().timestamp() * 1_000_000), self._last_micros + 1)
        self._last_micros = -(-micros // step_micros) * step_micros
        return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"

    def start_again(self) -> None:
        """After a reset time may run backwards once."""
        self._last_micros = 0

    async def wait_until(self, at: datetime) -> None:
        """Returns when product time has reached `at`, whether it passed by itself or was moved there."""
        while (left_s := (at - self.now()).total_seconds()) > 0:
            moved = self._moved
            try:
                async with asyncio.timeout(min(left_s, 3600)):
                    await moved.wait()
            except TimeoutError:
                continue


def moment_of(ts: str) -> datetime:
    """The instant in a message id; the epoch for something that is none."""
    try:
        return datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
