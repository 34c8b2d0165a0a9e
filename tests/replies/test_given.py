"""An agent's quick answer goes out as a sentence, and the ask is answered."""

import pytest

from bot.reading.asks import Ask
from bot.replies.writing.given import given_said
from tests.replies.companies import draft


@pytest.mark.parametrize(("ask", "answer", "said"), [
    ("where is my parcel", "in Hull", "Your parcel is in Hull."),
    ("when will my parcel arrive", "tomorrow", "Your parcel will arrive tomorrow."),
    ("is my bike ready", "yes", "Yes, your bike is ready."),
    ("is my bike ready", "not yet", "No, your bike is not yet ready."),
    ("can my wife come with me", "no", "No, your wife can not come with you."),
    ("did you send my records", "yes", "Yes, we sent your records."),
    ("where is my refund", "It left us on Monday", "It left us on Monday."),
    ("how much is the repair", "40 euros", "The repair is 40 euros."),
    ("why is it late", "strike", "Strike."),
])  # fmt: skip
def test_a_quick_answer_is_written_out(ask: str, answer: str, said: str) -> None:
    assert given_said(Ask(ask, ""), answer) == said


def test_the_ask_is_answered_and_nothing_is_owed() -> None:
    made = draft("Where is my parcel?", given={"where is my parcel": "in Hull"})
    assert "Your parcel is in Hull." in made.text and "by 1" not in made.text
    assert [ask.state for ask in made.asks] == ["answered"] and made.due_at is None
