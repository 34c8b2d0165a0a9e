"""Cuts a playbook section into statements that can be said on their own: sentences, list points, steps and table
rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.replies.sources.playbook import Section


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` as the page has it, without mark-up. A row has its first cell as `label` and (column, cell) pairs."""

    text: str
    kind: Literal["sentence", "point", "step", "row"] = "sentence"
    label: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    is_grid: bool = False
    """The table's first column has no name: its rows are told by their label for each column."""


_MARKUP = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<[^>]{1,80}>"), ""),
    (re.compile(r"(\*\*|__|`)"), ""),
    (re.compile(r"(?<!\w)[*_](\S[^*_]*\S)[*_](?!\w)"), r"\1"),
)
_STEP = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,2})[.)]\s+(?=\S)")
_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[A-Z0-9\"“(])")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|approx|no|nr|st|dr|mr|mrs|ms|ca|incl|etc)\.$", re.IGNORECASE)


def plain_markdown(text: str) -> str:
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return re.sub(r"[ \t]+", " ", text).strip()


def split_sentences(text: str) -> list[str]:
    """Sentences of edited prose; unlike a customer's message, dashes and semicolons stay inside."""
    found: list[str] = []
    start = 0
    for gap in _END.finditer(text):
        if _SHORT.search(text[start : gap.start()]):
            continue
        found.append(text[start : gap.start()].strip())
        start = gap.end()
    return [sentence for sentence in (*found, text[start:].strip()) if sentence]


@lru_cache(maxsize=4096)
def statements_of(section: Section) -> tuple[Statement, ...]:
    """Everything that the section states, in its order."""
    return tuple(statement for block in _blocks(section.text) for statement in _statements(block))


def _blocks(text: str) -> Iterator[list[str]]:
    """Neighbouring lines of one kind: a table, a list point, or a paragraph with its wrapped lines."""
    block: list[str] = []
    last = 0
    for line in [*text.split("\n"), ""]:
        stripped = line.strip()
        step = _STEP.match(stripped)
        is_next = step is not None and int(step["number"]) in (1, last + 1)
        last = int(step["number"]) if step and is_next else last
        is_item = is_next or bool(re.match(r"[-*•+]\s", stripped))
        starts_new = is_item or _is_row(stripped) != _is_row(block[0] if block else "")
        if (not stripped or starts_new) and block:
            yield block
            block = []
        if stripped:
            block.append(stripped.lstrip("> ").strip() if stripped.startswith(">") else stripped)


def _is_row(line: str) -> bool:
    return line.startswith("|")


def _statements(block: list[str]) -> Iterator[Statement]:
    if _is_row(block[0]):
        yield from _rows(block)
        return
    text = plain_markdown(" ".join(block))
    point = re.match(r"[-*•+]\s+", text)
    if point:
        yield from _point(text[point.end() :])
        return
    if steps := _steps(text):
        yield from (Statement(step, "step") for step in steps)
        return
    asked = ""
    for sentence in split_sentences(text):
        if sentence.endswith("?"):
            asked = f"{asked} {sentence}".strip()  # "Missed the carrier?" is the beginning of what follows.
            continue
        yield Statement(f"{asked} {sentence}".strip())
        asked = ""


def _steps(text: str) -> list[str]:
    """Only what counts up is a step: "you may turn it to 23. Ash is ours to carry" ends a sentence with a figure."""
    marks: list[re.Match[str]] = []
    for mark in _STEP.finditer(text):
        number = int(mark["number"])
        is_first = not marks and (mark.start() == 0 or number == 1)
        if is_first or (marks and number == int(marks[-1]["number"]) + 1):
            marks.append(mark)
    if not marks or (len(marks) == 1 and marks[0].start() > 0):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    pieces = [text[: marks[0].start()], *(text[mark.end() : end] for mark, end in zip(marks, ends, strict=True))]
    return [piece.strip() for piece in pieces if piece.strip()]


def _point(text: str) -> Iterator[Statement]:
    label, colon, rest = text.partition(": ")
    if colon and len(label.split()) <= 8 and "." not in label:
        yield Statement(text, "point", label=label.strip(), cells=(("", rest.strip()),))
        return
    for sentence in split_sentences(text):
        yield Statement(sentence, "point")


def _rows(block: list[str]) -> Iterator[Statement]:
    table = [[plain_markdown(cell) for cell in line.strip("|").split("|")] for line in block]
    table = [row for row in table if not all(re.fullmatch(r":?-*:?", cell) for cell in row)]
    if len(table) < 2:
        return
    heads = table[0]
    for row in table[1:]:
        cells = tuple((head, cell) for head, cell in zip(heads[1:], row[1:], strict=False) if cell)
        label = row[0]
        said = ", ".join(f"{head} {cell}".strip() for head, cell in cells)
        yield Statement(f"{label}: {said}" if label else said, "row", label, cells, is_grid=not heads[0])
