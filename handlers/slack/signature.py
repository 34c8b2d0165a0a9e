"""The only check that a request comes from Slack: Slack's signature over the raw bytes, before anything is parsed."""

import hashlib
import hmac
from collections.abc import Sequence

MOST_SKEW_S = 300


def signature(secret: str, timestamp: str, raw: bytes) -> str:
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:".encode() + raw, hashlib.sha256).hexdigest()
    return f"v0={digest}"


def is_genuine(secret: str, timestamps: Sequence[str], signatures: Sequence[str], raw: bytes, now_s: float) -> bool:
    """Exactly one of each header, a whole number of seconds within five minutes, and the right digest in constant time.

    An empty secret makes nothing genuine.
    """
    if not secret.strip() or len(timestamps) != 1 or len(signatures) != 1:
        return False
    timestamp = timestamps[0]
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        return False
    if abs(now_s - int(timestamp)) > MOST_SKEW_S:
        return False
    # As bytes: comparing text with a non-ASCII letter raises instead of answering.
    given = signatures[0].encode("utf-8", "surrogateescape")
    return hmac.compare_digest(signature(secret, timestamp, raw).encode(), given)
