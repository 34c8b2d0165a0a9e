"""How many messages a second are read for promises, beside dateparser's search on the same lines in the same run."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from bot.calendar.hours import TeamCalendar
from bot.promises.notice import notice

LINES = (
    "I'll call you back by Friday noon with what the workshop says.",
    "Thanks for the photos, Sam, they show the crack very well.",
    "We'll refund the delivery price today; it shows within 3-5 business days.",
    "Could you tell me which of the two addresses is right?",
    "I've sent it again just now and will look at the scan first thing tomorrow.",
    "Yes, that is covered for two years from the day it was delivered.",
)
ROUNDS = 60


async def measure() -> list[tuple[str, str, str]]:
    """Rows of (what, figure, unit)."""
    from dateparser.search import search_dates

    at, calendar = datetime(2026, 11, 18, 9, 30, tzinfo=UTC), TeamCalendar("Europe/Berlin")
    ours = _rate(
        lambda line: notice(line, said_at=at, zone="Europe/Berlin", customer_zone=None, calendar=calendar), ROUNDS
    )
    theirs = _rate(lambda line: search_dates(line, languages=["en"]), 3)
    return [
        ("messages read for promises", f"{ours:,.0f}", "messages/s"),
        ("dateparser's search_dates, same lines", f"{theirs:,.0f}", "messages/s"),
        ("ratio", f"{ours / theirs:.1f}", "times"),
    ]


def _rate(read: Callable[[str], object], rounds: int) -> float:
    for line in LINES:
        read(line)
    begun = time.perf_counter()
    for _ in range(rounds):
        for line in LINES:
            read(line)
    return rounds * len(LINES) / (time.perf_counter() - begun)
