"""What a draft says back reads well aloud, and what was told beside a question is owed an answer with a time."""

import pytest

from tests.replies.companies import BAKERY, draft


def test_a_complaint_that_asks_nothing_is_not_turned_into_a_question_of_its_words() -> None:
    text = draft("This is the third time I write. My oven squeals and nobody calls back. I will tell everyone.").text
    assert "proper answer by 14:00 today" in text and "what about" not in text


def test_a_clause_said_back_does_not_end_in_a_word_that_points_outside() -> None:
    text = draft("You wrote on Monday, and the parcel hasn't moved since. Where is it?").text
    assert "the parcel hasn't moved" in text and "moved since" not in text


def test_what_should_have_been_is_owned_as_a_wait() -> None:
    text = draft("The cover for Ida's pram (order 8812) should have been here last week. Where is it?").text
    assert "the cover for Ida's pram should have been with you last week" in text and "I'm sorry" in text


@pytest.mark.parametrize("words", [
    "Will my kite (order 8812) arrive by Saturday? We're off on a trip then.",
    "Will my kite (order 8812) arrive by Saturday? It's a party by then.",
])  # fmt: skip
def test_an_occasion_without_its_day_is_not_said_back(words: str) -> None:
    text = draft(words).text
    assert "then" not in text and "your kite (order 8812) will arrive by Saturday" in text


def test_whose_birthday_is_said_only_after_the_name() -> None:
    named = draft("Ida's kite still hasn't arrived and her birthday is on Sunday. Where is my order?").text
    alone = draft("Her birthday is on Sunday. Will the kite be here?").text
    assert "Ida's kite still hasn't arrived" in named and "her birthday is on Sunday" in named
    assert "her birthday" not in alone.lower()


def test_what_was_ordered_is_no_trouble() -> None:
    text = draft("I ordered a bell and a light. The light hasn't arrived. When will it come?").text
    assert "that you ordered" not in text and "the light hasn't arrived" in text


def test_the_order_is_named_once_in_a_sentence() -> None:
    made = draft("My lamp didn't come. Order 8812. Where is it, and can I add a second one to the order?")
    assert "where your order 8812 is and whether you can add a second lamp to it" in made.text


@pytest.mark.parametrize("words", [
    "My cake box still hasn't arrived. Are you open on Saturday?",
    "The tin arrived broken, I'm disappointed. Are you open on Saturday?",
])  # fmt: skip
def test_trouble_beside_a_question_is_owed_an_answer_with_a_time(words: str) -> None:
    made = draft(words, BAKERY)
    assert "7:00 to 13:00" in made.text and "by 14:00 today" in made.text and made.due_at is not None


def test_a_question_about_the_trouble_itself_owes_nothing_more() -> None:
    made = draft("My order was late and I want to cancel it. Until when can I cancel cakes?", BAKERY)
    assert "what went wrong" not in made.text
