"""How long to wait before the next try."""

import random
from datetime import timedelta

MOST_ATTEMPTS = 10
_FIRST_S, _MOST_S = 1.0, 300.0


def backoff(attempts: int) -> timedelta:
    """Doubles from one second to five minutes, with up to half of it as jitter, so that replicas do not march in
    step."""
    whole = min(_FIRST_S * 2 ** max(attempts - 1, 0), _MOST_S)
    return timedelta(seconds=whole * (0.5 + random.random() / 2))
