"""Texts without an end are cut for the patterns' sake; people's own sentences are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.breathing import LONGEST_SENTENCE, LONGEST_WORD, breathing

LETTER = (
    "Dear team,\n\nmy order MB-44120 came with a bent wheel. I wrote on 3 March, 4 March and 9 March; nobody answered. "
    "See https://shop.example/orders/44120?token=abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz\n\nAnnelie"
)


@pytest.mark.parametrize("text", [LETTER, LETTER * 5, "", "ok", "Thanks!!! 😀😀😀"])
def test_what_a_person_writes_stays_as_it_is(text: str) -> None:
    assert breathing(text) == text


@given(st.text(max_size=50), st.integers(min_value=1, max_value=400))
def test_every_character_keeps_its_place(piece: str, times: int) -> None:
    assert len(breathing(piece * times)) == len(piece * times)


def test_a_word_without_end_is_cut() -> None:
    assert max(map(len, breathing("1" * 5000).split(";"))) <= LONGEST_WORD


def test_a_sentence_without_end_is_cut_between_words() -> None:
    cut = breathing("I ordered the lamp and it came broken and " * 100)

    assert max(map(len, cut.split(";"))) <= LONGEST_SENTENCE
    assert {word for part in cut.split(";") for word in part.split()} == set(
        "I ordered the lamp and it came broken".split()
    )
