"""Cuts a text into the parts of words that the sentence model knows (WordPiece, as its vocabulary was made for).

Fifty lines instead of the library that made the file, which brings a client for a model store and ten packages along.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD = 100
_ASIAN = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
_SPACES = re.compile(r"[^\s]+")


class WordPiece:
    """`vocabulary` gives each part its number; a part that continues a word begins with "##"."""

    def __init__(self, vocabulary: Mapping[str, int], most: int) -> None:
        """`most` parts are kept of a text, with the two marks around them."""
        self._vocabulary = vocabulary
        self._most = most
        self._word = lru_cache(maxsize=20_000)(self._cut)

    def numbers(self, text: str) -> list[int]:
        """The numbers of a text's parts, from its beginning, between the marks of begin and end."""
        parts = [self._vocabulary[BEGIN]]
        for word in _words(text):
            parts += self._word(word)
            if len(parts) >= self._most:
                break
        return [*parts[: self._most - 1], self._vocabulary[END]]

    def _cut(self, word: str) -> tuple[int, ...]:
        """The longest known part first; a word that cannot be cut is unknown as a whole."""
        unknown = (self._vocabulary[UNKNOWN],)
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            end = next((e for e in range(len(word), start, -1) if self._part(word, start, e) in self._vocabulary), 0)
            if not end:
                return unknown
            found.append(self._vocabulary[self._part(word, start, end)])
            start = end
        return tuple(found)

    @staticmethod
    def _part(word: str, start: int, end: int) -> str:
        return f"##{word[start:end]}" if start else word[:end]


def _words(text: str) -> Iterator[str]:
    """Small letters without accents; each mark and each Asian sign is a word of its own."""
    for run in _SPACES.findall("".join(map(_seen, text))):
        plain = "".join(c for c in unicodedata.normalize("NFD", run) if unicodedata.category(c) != "Mn").lower()
        yield from re.findall(r"[^\0]+", "".join(f"\0{c}\0" if _stands_alone(c) else c for c in plain))


def _seen(char: str) -> str:
    if char in "\t\n\r":
        return " "
    if char in "\0\ufffd" or unicodedata.category(char).startswith("C"):
        return ""
    if _is_asian(char):
        return f" {char} "
    return " " if unicodedata.category(char) == "Zs" else char


def _is_asian(char: str) -> bool:
    code = ord(char)
    return code >= 0x3400 and any(first <= code <= last for first, last in _ASIAN)


@lru_cache(maxsize=4096)
def _stands_alone(char: str) -> bool:
    code = ord(char)
    is_ascii_mark = code < 128 and not char.isalnum() and not char.isspace()
    return is_ascii_mark or unicodedata.category(char).startswith("P")
