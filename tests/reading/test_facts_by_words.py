"""Facts that only the words beside them give away, and asks that are told instead of asked."""

import pytest

from bot.conversation import Turn
from bot.reading.facts import facts_in
from bot.reading.read import read


def _asks(words: str) -> list[str]:
    return [ask.text for ask in read([Turn(by="customer", name="Ann Lee", text=words)]).asks]


@pytest.mark.parametrize(("words", "value"), [
    ("Somebody kept my 64 and never wrote back.", "64"),
    ("The site has been down since driver 7.2 came out.", "7.2"),
    ("Your Mirko knew at once what was wrong.", "Mirko"),
    ("We flew with Norwing before.", "Norwing"),
    ("I switched from Telgrove to you.", "Telgrove"),
    ("The gate is 3.4 m, will the van fit?", "3.4 m"),
    ("We are 31 in the choir.", "31"),
    ("The zip of the wheelchair's bag tore, order 71 204.", "71 204"),
    ("The doorbell display went dark, is the doorbell covered?", "doorbell"),
])  # fmt: skip
def test_a_fact_is_read_from_the_words_beside_it(words: str, value: str) -> None:
    assert value in facts_in(words).values(), facts_in(words)


@pytest.mark.parametrize(("words", "value"), [
    ("I pay with my phone, an Android 14.", "14"),
    ("Tried 245, same result.", "Tried 245"),
    ("Which of the two ladders is lighter?", "two"),
    ("The pharmacy was shut. Pharmacy said to call you.", "Pharmacy"),
    ("The light blinks 3x.", "3"),
])  # fmt: skip
def test_a_figure_or_a_capital_alone_is_no_fact(words: str, value: str) -> None:
    assert value not in facts_in(words).values(), facts_in(words)


@pytest.mark.parametrize(("words", "wanted"), [
    ("Somebody has to come today.", ["come today"]),
    ("I hope you can make an exception.", ["make an exception"]),
    ("Either you mend it this week or I cancel.", ["mend it this week"]),
    ("You have until Friday to refund me.", ["refund me"]),
    ("Nobody explained why the fee went up.", ["why the fee went up"]),
    ("Just wanted to ask whether you ship to Iceland.", ["whether you ship to Iceland"]),
    ("If there's a way to pause my plan, that would be great.", ["pause my plan"]),
    ("You took 82 in May. I want my money back.", ["refund the 82"]),
    ("I need a room with a cot. Possible?", ["a room with a cot"]),
    ("Can I go back to monthly and get the rest?", ["can I go back to monthly", "get the rest"]),
    ("For the course: is it recorded, and do we get a paper?", ["is it recorded", "do we get a paper"]),
    ("Please tell me when the bus runs and if dogs may ride.", ["when the bus runs", "whether dogs may ride"]),
])  # fmt: skip
def test_what_is_told_or_put_in_a_row_is_asked(words: str, wanted: list[str]) -> None:
    assert _asks(words) == wanted
