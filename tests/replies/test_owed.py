"""What is open is said once, in natural words, with what the customer's record knows."""

from datetime import UTC, datetime

import pytest

from bot.replies.sources.customers import CustomerRecord, Order
from bot.replies.writing.known import known_date, order_meant
from tests.replies.companies import BAKERY, draft

RECORD = CustomerRecord(
    "K1",
    "Robin Hale",
    orders=(Order("AB-77", "Tern tandem"), Order("AB-12", "pump")),
    open_matters=("AB-77 due 2026-11-16",),
)
NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


def test_it_by_then_and_the_birthday_are_one_ask() -> None:
    made = draft("My kite from order 8812 still hasn't arrived. Ida's birthday is on Friday. Will it be here by then?")
    assert [ask.ask for ask in made.asks] == ["will my kite arrive by Friday"]
    assert made.text.count("whether your kite will arrive by Friday") == 1


def test_a_date_of_the_record_that_is_over_is_owned_as_late() -> None:
    text = draft("Where is AB-77? Nobody called.", record=RECORD, now=NOW).text
    assert "Your Tern tandem (AB-77)" in text and "Monday 16 November" in text and "late" in text


def test_a_date_of_the_record_that_lies_ahead_is_told() -> None:
    text = draft("When will AB-77 arrive?", record=RECORD, now=datetime(2026, 11, 13, 9, 30, tzinfo=UTC)).text
    assert "Monday 16 November" in text and "late" not in text


def test_the_record_says_nothing_of_another_order() -> None:
    assert known_date("where is AB-12", RECORD, NOW.date()) is None
    assert order_meant("my pump and my tandem", RECORD) is None


def test_many_open_asks_become_one_short_list() -> None:
    text = draft("Do you sell rye bread? Is there a branch in Hull? Do you cater? Can I get a job?", BAKERY).text
    assert text.count("\n• whether") == 4 and len(text.split()) < 50 and text.count("15:00") == 1


@pytest.mark.parametrize("words", [
    "It would be great if you had evening hours.",
    "It'd be lovely if you also sold smaller loaves!",
])  # fmt: skip
def test_a_wish_is_passed_on_and_promises_no_answer(words: str) -> None:
    made = draft(words, BAKERY)
    assert "passing" in made.text and made.due_at is None


def test_could_i_is_a_request_and_need_is_only_told() -> None:
    made = draft("Could I move my appointment on Friday? I need the car every day.")
    assert [ask.ask for ask in made.asks] == ["move my appointment on Friday"]


def test_an_answer_that_hangs_on_hours_is_promised_within_the_hour() -> None:
    made = draft("I can't log in and my presentation is in two hours, please help!")
    assert made.due_at == datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
