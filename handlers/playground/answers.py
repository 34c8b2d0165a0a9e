"""What came back from the app for one delivery, over whichever road it went."""

from dataclasses import dataclass, field
from typing import Any

import orjson

ACK_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is 0 when there was none; `reason` is Slack's word for why the delivery failed, else empty."""

    status: int
    reason: str = ""
    body: bytes = b""
    is_json: bool = False
    is_retry_refused: bool = False
    payload: Any = field(default=None)

    @property
    def is_good(self) -> bool:
        return not self.reason

    def content(self) -> Any:
        """What the app said: a dict or a list, a line of text, or None for an empty answer."""
        if self.payload is not None:
            return self.payload
        if not self.body.strip():
            return None
        try:
            return orjson.loads(self.body) if self.is_json else self.body.decode(errors="replace")
        except orjson.JSONDecodeError:
            return None


CUT = Answer(0, "connection_failed")
TOO_LATE = Answer(0, "http_timeout")
