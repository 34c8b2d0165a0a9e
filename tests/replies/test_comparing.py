"""A draft that nobody saw, beside what the team answered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from bot.replies.learning.comparing import Compared, compared

if TYPE_CHECKING:
    from bot.reading.meaning import Vectors


def asks(*answers: str, ask: str = "") -> list[dict[str, str]]:
    return [{"ask": ask, "answer": answer} for answer in answers]


OPEN = "On Saturday we are open from 9:00 to 14:00."
RETURN = "You can return a helmet within 30 days."


def test_the_same_facts_in_other_words_are_the_same() -> None:
    found = compared(f"Hi Anna,\n\n{OPEN}\n\nFrieda", asks(OPEN), "Hello Anna! Saturday we're open 9:00 to 14:00 :)")
    assert (found.verdict, found.asks, found.covered, found.differing) == ("same", 1, 1, ())
    assert found.agreeing > 0


def test_a_figure_that_differs_is_named_on_both_sides() -> None:
    found = compared(RETURN, asks(RETURN), "You can return the helmet within 14 days, Anna.")
    assert found.verdict == "differs" and found.differing == (("30 days", "14 days"),)


@pytest.mark.parametrize(
    "answer", ["I'll ring you at 15:00.", "Thanks, I'm looking into it and write by 11:00 tomorrow."]
)
def test_a_time_that_somebody_gives_their_word_for_contradicts_nothing(answer: str) -> None:
    assert compared("I'll write to you by 12:00 today.", asks(""), answer).differing == ()


def test_a_figure_about_another_matter_contradicts_nothing() -> None:
    assert compared(RETURN, asks(RETURN), "Delivery to Austria takes 5 days.").differing == ()


def test_a_draft_that_only_promises_told_less_than_the_team() -> None:
    assert compared("I'll find out.", asks(""), "It left on Monday.").verdict == "less"


def test_a_team_that_answers_something_else_did_not_tell_the_same() -> None:
    assert compared(OPEN, asks(OPEN), "Your bike is ready.") == Compared("other", 1, 0, 0, (), 0.0)


def test_half_of_the_asks_is_not_the_same() -> None:
    found = compared(f"{OPEN} {RETURN}", asks(OPEN, RETURN), "We're open from 9:00 to 14:00 on Saturday.")
    assert (found.verdict, found.covered) == ("other", 1)


DAYS = "You have 30 days from delivery, for any reason. Money comes back within 5 business days."


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("Hello Annelie, you can return a helmet within 30 days.", "same"),
        ("You can return the helmet within 30 days, and the money is back within 5 days.", "same"),
        ("Hello Annelie, you can return a helmet within 14 days.", "differs"),
    ],
)
def test_an_answer_in_the_words_of_the_question_is_held_beside_the_page(answer: str, verdict: str) -> None:
    found = compared(DAYS, asks(DAYS, ask="how long do I have to return a helmet"), answer)
    assert found.verdict == verdict
    assert found.differing == ((("30 days", "14 days"),) if verdict == "differs" else ())


class Twins:
    """A model for which two texts mean the same when they end alike."""

    name = "twins"

    def vectors(self, texts: Sequence[str]) -> "Vectors":
        import numpy as np

        ends = [text.rstrip(".").rpartition(" ")[2] for text in texts]
        known = sorted(set(ends))
        return np.array([[float(end == one) for one in known] for end in ends], dtype=np.float32)


def test_other_words_of_the_same_meaning_tell_the_same() -> None:
    told, answer = "Dogs are welcome on our terrace.", "Do bring your four-legged friend along, Anna, to the terrace."
    assert compared(told, asks(told), answer).verdict == "other"
    found = compared(told, asks(told), answer, Twins())
    assert (found.verdict, found.likeness) == ("same", 1.0)
