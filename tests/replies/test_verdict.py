"""Yes and no are said only where the page says them plainly."""

import pytest

from bot.reading.asks import Ask
from bot.replies.writing.verdict import led


@pytest.mark.parametrize(("ask", "told", "first"), [
    ("is breakfast included", "Breakfast is included.", "Yes, breakfast is included."),
    ("do you run a shuttle", "We run no shuttle.", "No, we run no shuttle."),
    ("are dogs allowed in the flats", "Dogs are not allowed in the flats.", "No, dogs are not allowed in the flats."),
    ("can I cancel", "You can cancel until 18:00.", "You can cancel until 18:00."),
    ("is parking free", "Breakfast is free.", "Breakfast is free."),
    ("what does breakfast cost", "Breakfast is included.", "Breakfast is included."),
])  # fmt: skip
def test_the_first_sentence_gets_its_verdict(ask: str, told: str, first: str) -> None:
    assert led(Ask(ask, ""), [told])[0].lower() == first.lower()
