"""An ask is said back in good English or not at all."""

import pytest

from bot.reading.asks import Ask
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.indirect import question_said, request_said, spared
from bot.replies.writing.own_words import in_own_words
from bot.replies.writing.person import second_person
from tests.replies.said_back import BEYOND_US, QUESTIONS, REQUESTS


@pytest.mark.parametrize(("asked", "said"), QUESTIONS)
def test_a_question_becomes_a_clause_from_our_side(asked: str, said: str) -> None:
    assert question_said(Ask(asked, "")) == said
    assert is_fluent(said)


@pytest.mark.parametrize(("asked", "said"), REQUESTS)
def test_a_request_becomes_what_we_look_into(asked: str, said: str) -> None:
    assert request_said(Ask(asked, "", "request")) == said


@pytest.mark.parametrize("asked", BEYOND_US)
def test_what_would_read_badly_is_not_said_back(asked: str) -> None:
    assert question_said(Ask(asked, "")) == ""


@pytest.mark.parametrize("words", [
    "us pulled the wrong tooth",
    "whether the estimate still hold if you come",
    "whether you comes in January",
    "whether you come on Easter Saturday is anyone there",
    "whether push it back in",
    "the front BABY tooth",
    "whether it is is ready",
    "knowing whether the fee differs, and why you",
    "where your parcel and",
    "whether the 'big service is included",
    "whether my parcel is here",
    "whether you can u send it",
    "before you fly on 12",
    "whether he have a visit",
    "what it costs; and when",
    "whether we can pay https://evil.example",
    "",
])  # fmt: skip
def test_broken_words_are_refused(words: str) -> None:
    assert not is_fluent(words)


@pytest.mark.parametrize(("theirs", "ours"), [
    ("you sent me the wrong bike and I was late", "we sent you the wrong bike and you were late"),
    ("I told you it was broken", "you told us it was broken"),
    ("the boiler you maintain is cold", "the boiler we maintain is cold"),
    ("you guys lost my bag", "we lost your bag"),
    ("I booked it for myself with your app", "you booked it for you with our app"),
    ("nobody rang us although you promised", "nobody rang you although we promised"),
    ("I'm waiting and we've paid you", "you're waiting and you've paid us"),
])  # fmt: skip
def test_persons_change_sides_in_the_right_case(theirs: str, ours: str) -> None:
    assert second_person(theirs) == ours


def test_what_somebody_wants_to_be_spared_is_no_task() -> None:
    assert spared(Ask("don't make me ring anyone", "", "request")) == "ring anyone"
    assert spared(Ask("send it to Oslo", "", "request")) == ""


def test_an_ask_that_was_cut_gets_its_end_back() -> None:
    source = "Can you guarantee me that the laboratory has my aligners ready before I fly on 12 December?"
    cut = Ask("guarantee me that the laboratory has my aligners ready before I fly on 12", source, "request")
    assert in_own_words(cut, source).text.endswith("fly on 12 December")


def test_a_matter_that_nobody_named_is_left_out() -> None:
    ask = Ask("what do we do about the radio", "What do we do, and does the telephone go?")
    assert question_said(in_own_words(ask, "They say on the radio the power goes. What do we do?")) == "what you can do"


def test_it_is_named_where_the_sentence_names_one_thing() -> None:
    ask = Ask("drop it", "If I pay half of the reminder fee can you drop it?", "request")
    assert request_said(in_own_words(ask, ask.source)) == "dropping the reminder fee"
