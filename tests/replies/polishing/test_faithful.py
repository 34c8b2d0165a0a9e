"""A translation that adds, drops or changes a figure, a day, a remedy or a person is not used."""

import pytest

from bot.conversation import Turn
from bot.replies.polishing.translating import is_faithful

WRITTEN = "Wo ist mein Paket mit 3 Teilen?"


def is_kept(written: str, words: str, language: str = "de") -> bool:
    return is_faithful([Turn(by="customer", name="Jana Voss", text=written)], [words], language)


@pytest.mark.parametrize(
    ("language", "written", "words"),
    [
        ("de", WRITTEN, "Where is my parcel with 3 parts?"),
        ("de", WRITTEN, "Where is my parcel with three parts?"),
        ("de", "Guten Morgen, er sollte am Montag kommen.", "Good morning, it should have come on Monday."),
        ("de", "Anna hat mir eine Erstattung zugesagt.", "Anna promised me a refund."),
        ("fr", "Je veux un remboursement demain.", "I want a refund tomorrow."),
        ("es", "¿Dónde está mi pedido? Llegaba el viernes.", "Where is my order? It was to come on Friday."),
        ("ja", "月曜日に届くはずでした。返金してください。", "It should have come on Monday. Please refund it."),
    ],
)
def test_a_faithful_translation_passes(language: str, written: str, words: str) -> None:
    assert is_kept(written, words, language)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (WRITTEN, "Where is my parcel? Anna promised me a full refund by Friday and 5 new bikes."),
        (WRITTEN, "Where is my parcel?"),
        (WRITTEN, "Where is my parcel with 3 parts? I need 5 more."),
        (WRITTEN, "Where is my parcel with 3 parts? It comes on Friday."),
        (WRITTEN, "Where is my parcel with 3 parts? You owe me a refund."),
        (WRITTEN, "Where is my parcel with 3 parts? Anna has it."),
        ("Er sollte am Montag kommen.", "It should have come."),
        ("Er sollte am Montag kommen.", "It should have come on Tuesday."),
        ("Ich möchte mein Geld zurück.", "I would like an answer."),
    ],
)
def test_what_is_added_lost_or_changed_is_found(written: str, words: str) -> None:
    assert not is_kept(written, words)
