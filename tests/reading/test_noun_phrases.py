"""What a phrase is called without its article and adjectives, and which words of a clause are verbs."""

import pytest

from bot.reading.noun_phrases import noun_phrases, tokens_of
from bot.reading.pointers import noun_phrase


def phrases(words: str) -> list[str]:
    return [phrase.text for phrase in noun_phrases(words, tokens_of(words))]


@pytest.mark.parametrize(("words", "wanted"), [
    ("My old floor lamp flickers.", ["floor lamp"]),
    ("The returned kettle is here.", ["kettle"]),
    ("Two tarts last night.", ["tarts", "night"]),
    ("Does the season ticket work on trams?", ["season ticket", "trams"]),
    ("Is the goulash halal?", ["goulash"]),
    ("Any news on the wedding photos order?", ["news", "wedding photos"]),
    ("Our human resources team wants the smart lock.", ["human resources team", "smart lock"]),
])  # fmt: skip
def test_a_phrase_is_the_noun_with_the_words_that_name_its_kind(words: str, wanted: list[str]) -> None:
    assert phrases(words) == wanted


def test_a_verb_after_the_noun_is_no_part_of_it() -> None:
    assert noun_phrase("the editor crashes again") == "editor"
    assert noun_phrase("my standing order went out twice") == "standing order"


def test_a_possessive_belongs_to_the_owner() -> None:
    assert phrases("my brother's canoe") == ["canoe"]


def test_what_is_lacking_is_not_the_topic() -> None:
    assert noun_phrase("The kite has no tail") == "kite"
