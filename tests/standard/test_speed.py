"""Whatever somebody wants checked is checked in a moment: a pattern that runs for long stops the whole process, not
one thread."""

from time import process_time

import pytest

from bot.conversation import Turn
from bot.standard.check import Context, check

LENGTH, MOST_S = 20_000, 2.0
"""One second is meant; a test machine may be slow, and a pattern that goes wrong takes ten."""
ASKED = "Why did my lamp (order 12345) come broken on Monday? I want my 45 euros back. Which key do I need?"
KNOWN = {"cause": "the courier dropped it", "order": "12345, a lamp", "refund": "45 euros on Tuesday"}
SHAPES = {
    "one letter": "a ",
    "one word": "table ",
    "a small verb": "is ",
    "a letter without end": "a",
    "a figure without end": "1",
    "a figure with points": "1.",
    "figures": "1 ",
    "hours": "at 5 ",
    "days": "2 days ",
    "telephone": "(12) 34-",
    "links": "https://a.b ",
    "spaces": " ",
    "lines": "x\n",
    "quotes": '"',
    "open quotes": "“",
    "brackets": "[",
    "titles": "Mr. ",
    "names": "Ab Cd, ",
    "conditions": "when ",
    "requests": "could you please ",
    "refusals": "we can't ",
    "thanks": "thank you ",
    "no full stop": "I ordered the lamp and it came broken and ",
    "emoji": "😀",
    "right to left": "مرحبا ",
    "signs without width": "a\u200b",
}


@pytest.fixture(scope="module")
def context() -> Context:
    found = Context.of([Turn("customer", "Annelie", ASKED)], KNOWN)
    check("Hi Annelie, we're sorry: it comes on Monday because of the courier.", found)
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_twenty_thousand_characters_are_checked_in_a_moment(shape: str, context: Context) -> None:
    text = f"Hi Annelie, here is what we know: {SHAPES[shape] * LENGTH}"[:LENGTH] + "x."
    began = process_time()
    found = check(text, context)
    assert process_time() - began < MOST_S
    assert isinstance(found, list)
