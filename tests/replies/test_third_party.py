"""What we hold about another person is never looked up for somebody else, nor is it said whether there is anything."""

import pytest

from tests.replies.companies import BAKERY, draft


@pytest.mark.parametrize("words", [
    "My neighbour's kite came to us. Can you give me her phone number?",
    "My husband says he was with you on Monday. Can you just confirm he was there?",
    "A friend ordered a cake here, his name is Ole Brand. Can you tell me the order number so that I can collect it?",
    "Was she at the course on Friday? I mean my wife.",
])  # fmt: skip
def test_nothing_of_another_person_is_told_or_looked_up(words: str) -> None:
    made = draft(words)
    assert "write to us themselves" in made.text
    assert "find out" not in made.text and "checking" not in made.text and "Ole" not in made.text
    assert made.due_at is None


@pytest.mark.parametrize("words", [
    "Can my husband collect my cake on Friday?",
    "My wife ordered it for us. Where is our order 8812?",
    "When can my son have his next lesson?",
    "My colleague's breakfast is on my bill. Can you send me the bill again?",
    "Can you change the delivery address? My sister lives there now.",
])  # fmt: skip
def test_ones_own_matters_are_answered_though_somebody_else_is_named(words: str) -> None:
    assert "write to us themselves" not in draft(words).text


def test_the_rest_of_what_was_asked_is_answered() -> None:
    text = draft("Are you open on Saturday? And what is my neighbour's address?", BAKERY).text
    assert "7:00 to 13:00" in text and "write to us themselves" in text
