"""Texts are cut as the sentence model's vocabulary was made; the expected parts come from the library that made it."""

import json

import pytest

from bot.reading.embedded import MOST_PARTS, WORDS_FILE
from bot.reading.wordpiece import WordPiece

VOCABULARY: dict[str, int] = json.loads(WORDS_FILE.read_text())["model"]["vocab"]
PARTS = {number: part for part, number in VOCABULARY.items()}


def cut(text: str, most: int = MOST_PARTS) -> list[str]:
    return [PARTS[number] for number in WordPiece(VOCABULARY, most).numbers(text)][1:-1]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Where is my parcel?", ["where", "is", "my", "parcel", "?"]),
        ("naïve CAFÉ", ["naive", "cafe"]),
        ("refundable", ["ref", "##unda", "##ble"]),
        ("don’t", ["don", "’", "t"]),
        ("£5.50", ["£5", ".", "50"]),
        ("a\u200bb\u00adc", ["abc"]),
        ("東京 へ", ["東", "京", "へ"]),
        ("👍🏽 thanks", ["[UNK]", "thanks"]),
        ("", []),
        ("x" * 150, ["[UNK]"]),
    ],
)
def test_a_text_is_cut_into_the_models_own_parts(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_mark_of_the_model_in_a_customers_text_is_only_text() -> None:
    assert cut("[SEP]") == ["[", "sep", "]"]


def test_a_long_text_is_kept_from_its_beginning() -> None:
    assert cut("one two three four", most=4) == ["one", "two"]
