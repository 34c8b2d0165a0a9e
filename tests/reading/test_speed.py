"""Whatever somebody pastes is read in a moment: a pattern that runs for long stops the whole process, not one
thread."""

from time import process_time

import pytest

from bot.conversation import Turn
from bot.reading.read import read

LENGTH, MOST_S = 20_000, 2.0
"""One second is meant; a test machine may be slow, and a pattern that goes wrong takes ten."""
SHAPES = {
    "one letter": "a ",
    "one word": "table ",
    "a letter without end": "a",
    "a figure without end": "1",
    "a figure with points": "1.",
    "a figure with commas": "1,",
    "figures": "1 ",
    "hours": "12:30 ",
    "days": "2 days ",
    "sums": "€1 ",
    "telephone": "(12) 34-",
    "addresses": "a@",
    "a link without end": "a.",
    "spaces": " ",
    "lines": "x\n",
    "quotes": '"',
    "open quotes": "“",
    "brackets": "(",
    "quoted lines": "> a\n",
    "titles": "Mr. ",
    "short forms": "e.g. ",
    "names": "Ab Cd, ",
    "things": "a big red ",
    "escaped signs": "&amp;",
    "questions": "What is it? ",
    "requests": "could you please ",
    "no full stop": "I ordered the lamp and it came broken and ",
    "emoji": "👩‍👩‍👧 ",
    "right to left": "مرحبا ",
    "signs without width": "a\u200b",
    "accents without end": "\u0301",
}


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What is loaded and built once belongs to nobody's text."""
    read([Turn("customer", "Annelie", "My lamp came broken on Monday. May I have my 45 euros back?")])


@pytest.mark.parametrize("shape", SHAPES)
def test_twenty_thousand_characters_are_read_in_a_moment(shape: str) -> None:
    text = (SHAPES[shape] * LENGTH)[:LENGTH]
    began = process_time()
    reading = read([Turn("customer", "Annelie", text)])
    assert process_time() - began < MOST_S
    assert reading.text is not None
