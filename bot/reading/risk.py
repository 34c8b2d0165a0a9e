"""What could go badly wrong beyond this one reply: danger, law, press, going public, a customer about to leave."""

from functools import lru_cache
from typing import Literal

from bot.reading.risk_law import is_law
from bot.reading.risk_leaving import is_leaving
from bot.reading.risk_press import is_press
from bot.reading.risk_public import is_public
from bot.reading.risk_safety import is_danger

Risk = Literal["going_public", "legal", "safety", "leaving", "press"]


@lru_cache(maxsize=512)
def risks_in(text: str) -> tuple[Risk, ...]:
    """Every risk that the customer's words carry, the gravest first."""
    danger, law = is_danger(text), is_law(text)
    found: dict[Risk, bool] = {
        "safety": danger,
        "legal": law,
        "press": is_press(text),
        "going_public": is_public(text, is_grave=danger or law),
        "leaving": is_leaving(text),
    }
    return tuple(risk for risk, is_there in found.items() if is_there)
