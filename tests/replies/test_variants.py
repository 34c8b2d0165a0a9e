"""Every variant says the same facts and differs for all to see."""

import pytest

from bot.replies.writing.brief import Style
from tests.replies.companies import BAKERY, draft

WORDS = (
    "My cake came late and the box was torn, I'm so annoyed! Are you open on Saturday? And do you sell rye bread by "
    "post?"
)


def _text(style: Style) -> str:
    return draft(WORDS, BAKERY, style=style).text


@pytest.mark.parametrize("style", ["warmer", "shorter", "formal", "cooler"])
def test_a_variant_differs_and_stays_complete(style: Style) -> None:
    text = _text(style)
    assert text != _text("")
    assert "7:00 to 13:00" in text and "whether we sell rye bread by post" in text and "by 15:00 today" in text


def test_shorter_is_shorter_and_warmer_longer() -> None:
    assert len(_text("shorter")) <= len(_text("")) < len(_text("warmer"))


def test_formal_writes_in_full_and_greets_so() -> None:
    text = _text("formal")
    assert (
        text.startswith("Dear Robin Hale,")
        and "I'm" not in text
        and "I'll" not in text
        and "Kind regards,\nPat" in text
    )


def test_somebody_who_wants_short_messages_gets_them() -> None:
    from bot.replies.sources.customers import CustomerRecord

    record = CustomerRecord("K1", "Robin Hale", preferences=("short messages",))
    assert draft(WORDS, BAKERY, record=record).text == _text("shorter")


@pytest.mark.parametrize("style", ["", "shorter"])
def test_nobody_is_told_that_we_are_sorry_for_what_should_have_been(style: Style) -> None:
    text = draft("My new oven tray should have arrived on Monday. Where is it?", BAKERY, style=style).text
    assert "should have arrived on Monday, and I'm sorry" in text
