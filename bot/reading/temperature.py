"""The words by which others tell a temperature too: what replies may echo, kept in one place to import from."""

from bot.reading.failures import TROUBLE
from bot.reading.feelings import ATTACK, OWN_FAULT, STAKE, is_sarcastic
from bot.reading.mood import Temperature

__all__ = ["ATTACK", "OWN_FAULT", "STAKE", "TROUBLE", "Temperature", "is_sarcastic"]
