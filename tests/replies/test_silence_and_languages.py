"""Silence has a reason, and another language gets the workspace's own reply in it when one fits."""

import pytest

from bot.replies.sources.stock import StockReply
from tests.replies.companies import draft

GERMAN = StockReply(
    "D1",
    "Öffnungszeiten Samstag",
    "hours",
    "Hallo {name}, unsere Bäckerei hat samstags geöffnet, Brot gibt es bis 13 Uhr. {agent}",
    language="de",
)
BLANKS = StockReply(
    "D2",
    "Termin",
    "dates",
    "Hallo {name}, Ihr Termin in der Bäckerei ist am {date} um {time} bei {person} in {place}.",
    language="de",
)


@pytest.mark.parametrize(
    "words", ["Perfect, that did it. Cheers.", "Thanks, all sorted now!", "Great, works now, thank you."]
)
def test_a_word_that_closes_the_talk_is_left_alone(words: str) -> None:
    assert draft(["C: Are you open?", "A: Until 18:00.", f"C: {words}"]).is_empty


def test_a_stock_reply_in_their_language_is_the_draft_and_the_card_says_so() -> None:
    made = draft("Guten Tag, hat Ihre Bäckerei samstags geöffnet und gibt es dann noch Brot?", stock=(GERMAN, BLANKS))
    assert made.text == "Hallo Robin, unsere Bäckerei hat samstags geöffnet, Brot gibt es bis 13 Uhr. Pat"
    assert "German" in made.note


def test_a_stock_reply_that_does_not_fit_is_not_offered() -> None:
    made = draft("Guten Tag, meine Torte wurde gestern falsch geliefert, was machen wir nun?", stock=(GERMAN, BLANKS))
    assert made.is_empty and "German" in made.reason
