"""A question is never lost, stands alone, and no matter is asked about twice."""

import pytest

from bot.conversation import Turn
from bot.reading.read import read


def asks(*messages: str) -> list[str]:
    """The asks of the last message; the ones before were the customer's too, each with a colleague's word after it."""
    turns = [
        turn
        for text in messages[:-1]
        for turn in (Turn("customer", "Robin Hale", text), Turn("agent", "Pat", "Thank you, I'm looking."))
    ]
    return [ask.text for ask in read([*turns, Turn("customer", "Robin Hale", messages[-1])]).asks]


@pytest.mark.parametrize(("words", "wanted"), [
    ("The kite (order 8812) has no tail. Where is it, and may I send it back?",
     ["where is my order 8812", "may I send the kite back"]),
    ("The tracking of my order TX-418 hasn't moved since Monday. Where is it? And do you open on Sunday?",
     ["where is my order TX-418", "do you open on Sunday"]),
    ("My suitcase didn't come out. We're off on a cruise on Friday. Where is it?", ["where is my suitcase"]),
    ("My suitcase didn't come out. My purse is in it. Where is it?", ["where is my suitcase"]),
    ("I left my watch with you in May. Is it ready?", ["is my watch ready"]),
    ("My kettle leaks and I need it for work. Can you mend it this week, and what does it cost?",
     ["mend my kettle this week", "what does it cost"]),
    ("Where is it?", ["where is it"]),
    ("Is it here yet?", ["is it here yet"]),
    ("I bought a lamp for the hall. Can I add a second one to the order?",
     ["can I add a second lamp to the order"]),
])  # fmt: skip
def test_a_question_that_points_back_is_kept_and_named(words: str, wanted: list[str]) -> None:
    assert asks(words) == wanted


def test_what_an_earlier_message_named_explains_where_is_it() -> None:
    assert asks("I sent my watch in for repair.", "Where is it?") == ["where is my watch"]


@pytest.mark.parametrize("words", ["How are you?", "Are you there?", "Hello? Anybody here?"])
def test_a_greeting_with_a_question_mark_asks_nothing(words: str) -> None:
    assert asks(words) == []


@pytest.mark.parametrize(("words", "wanted"), [
    ("My parcel still hasn't arrived and Ida's birthday is on Sunday. Where is my order B-12?",
     ["where is my order B-12"]),
    ("Ida's new kite still hasn't arrived and her birthday is on Sunday. Will order B-12 be here by then?",
     ["will order B-12 be here by Sunday"]),
    ("Ida's new kite still hasn't arrived. Her birthday is on Sunday.",
     ["will Ida's new kite arrive by Sunday"]),
])  # fmt: skip
def test_one_matter_is_asked_once_and_a_name_takes_no_article(words: str, wanted: list[str]) -> None:
    assert asks(words) == wanted


def test_a_late_thing_beside_another_question_is_asked_after() -> None:
    assert asks("My parcel still hasn't arrived. And what does gift wrap cost?") == [
        "what does gift wrap cost",
        "where is my parcel",
    ]
