"""Ways of asking, and what each of them asks once it stands alone."""

import pytest

from bot.conversation import Turn
from bot.reading.read import read


def asks(words: str) -> list[str]:
    return [ask.text for ask in read([Turn("customer", "Ida Holm", words)]).asks]


@pytest.mark.parametrize(("words", "wanted"), [
    ("Can you send a new wheel, and when would it be here?", ["send a new wheel", "when would the wheel be here"]),
    ("Is the sauna open in May, are towels included and can we check in early?",
     ["is the sauna open in May", "are towels included", "can we check in early"]),
    ("Could you send me the menu, the price list and the allergy sheet?",
     ["send me the menu", "send me the price list", "send me the allergy sheet"]),
    ("Please confirm that the lesson is at nine and that the hall is heated.",
     ["confirm that the lesson is at nine", "confirm that the hall is heated"]),
    ("Please update my mobile to 555 0133 and my address to 4 Elm Road.",
     ["update my mobile to 555 0133", "update my address to 4 Elm Road"]),
])  # fmt: skip
def test_several_wants_in_one_sentence_are_several_asks(words: str, wanted: list[str]) -> None:
    assert asks(words) == wanted


@pytest.mark.parametrize(("words", "wanted"), [
    ("A refund of the 28 will do.", ["get a refund of the 28"]),
    ("The label must be printed in French.", ["have the label printed in French"]),
    ("I would still rather you just swap the ring.", ["swap the ring"]),
    ("What I'd like to know is who deleted the files.", ["who deleted the files"]),
    ("It would be good to know before I pack whether the pool is heated.", ["whether the pool is heated"]),
    ("Want to return the pillow.", ["return the pillow"]),
    ("need help with the login", ["get help with the login"]),
    ("As his executor I should also like a list of the accounts.", ["a list of the accounts"]),
])  # fmt: skip
def test_a_statement_may_be_a_request(words: str, wanted: list[str]) -> None:
    assert asks(words) == wanted


@pytest.mark.parametrize(("words", "wanted"), [
    ("Our street has had no power for a day. So: when?", ["when will the power be back"]),
    ("The bill says 210, it was 70 before. What happened?", ["what happened with the bill"]),
    ("There's a funny smell in the cupboard. Should I be worried?", ["should I be worried about the smell"]),
    ("The results would be here Monday. Are they?", ["are the results here Monday"]),
    ("I've waited six weeks for my passport, any news?", ["any news on my passport"]),
    ("I sent you the form twice. Have you got it or not?", ["have you got the form"]),
    ("I want to paint the hallway. Is that allowed?", ["can I paint the hallway"]),
])  # fmt: skip
def test_a_question_that_says_little_names_what_it_is_about(words: str, wanted: list[str]) -> None:
    assert asks(words) == wanted


@pytest.mark.parametrize(("words", "wanted"), [
    ("The gate still won't lock.", ["fix the gate"]),
    ("I ordered a red one and got a blue one.", ["send the red one that was ordered"]),
    ("The hotel has no record of our booking!", ["find our booking"]),
    ("My order says delivered but there's nothing here.", ["where is my order"]),
    ("Unless I hear from you by Friday I'll tell the council.", ["answer me by Friday"]),
])  # fmt: skip
def test_what_went_wrong_asks_to_be_put_right(words: str, wanted: list[str]) -> None:
    assert asks(words) == wanted


@pytest.mark.parametrize("words", [
    "Just so you know, we'll be ten minutes late!",
    "The tuner, who would not go home before it was right, deserves thanks.",
    "Credit where it's due, the crew was quick. Who'd have thought.",
])  # fmt: skip
def test_what_only_tells_something_asks_nothing(words: str) -> None:
    assert asks(words) == []


def test_a_statement_behind_the_comma_is_no_part_of_the_ask() -> None:
    assert asks("Please ring the bell at number 9, mine is broken.") == ["ring the bell at number 9"]


def test_a_threat_is_no_part_of_the_ask() -> None:
    assert asks("Take the fee off or the whole town hears of it.") == ["take the fee off"]


def test_an_order_named_at_the_beginning_is_no_order_to_us() -> None:
    assert asks("Order 5519 came yesterday, all fine. Do you sell spare lids?") == ["do you sell spare lids"]
