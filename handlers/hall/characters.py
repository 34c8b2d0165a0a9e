"""What may stand in text on any platform: nothing that a database refuses, nothing invisible, and cuts only between
what a reader sees as characters."""

import unicodedata
from collections.abc import Callable, Iterator

from bot.visible import storable, visible

__all__ = ["pieces", "shortened", "storable", "units", "visible"]


def shortened(text: str, most: int, measure: Callable[[str], int] = len) -> str:
    """At most `most` as `measure` counts, ended with "…" when cut, and cut only between what a reader sees as
    characters."""
    if measure(text) <= most:
        return text
    return _head(text, most - 1, measure).rstrip() + "…"


def pieces(text: str, most: int, measure: Callable[[str], int] = len) -> Iterator[str]:
    """The whole text in parts of at most `most`, broken at line ends or spaces where there are any."""
    while measure(text) > most:
        head = _head(text, most, measure)
        at = max(head.rfind("\n"), head.rfind(" "))
        if at > len(head) // 2:
            head = head[: at + 1]
        yield head.rstrip()
        text = text[len(head) :]
    yield text


def units(text: str) -> int:
    """Length in UTF-16 units: never less than however Slack counts, so a limit kept here is kept there."""
    return len(text) + sum(c > "\uffff" for c in text)


def _head(text: str, most: int, measure: Callable[[str], int]) -> str:
    taken, used = 0, 0
    for end in _borders(text):
        used += measure(text[taken:end])
        if used > most:
            break
        taken = end
    # A single character longer than the limit is a stack of marks that nobody can read; it goes as a whole.
    return text[:taken]


def _borders(text: str) -> Iterator[int]:
    """Where a reader's characters end: after a base with its marks, joined emoji, a flag, a carriage return with its
    line feed."""
    flags = 0
    for index in range(1, len(text)):
        before, here = text[index - 1], text[index]
        flags = flags + 1 if _is_flag_half(before) else 0
        if before == "\u200d" or _clings(here) or (_is_flag_half(here) and flags % 2 == 1):
            continue
        yield index
    if text:
        yield len(text)


def _is_flag_half(c: str) -> bool:
    return "\U0001f1e6" <= c <= "\U0001f1ff"


def _clings(c: str) -> bool:
    """Belongs to the character before it."""
    return c in "\u200c\u200d" or unicodedata.category(c) in ("Mn", "Mc", "Me") or _is_modifier(c)


def _is_modifier(c: str) -> bool:
    return "\U0001f3fb" <= c <= "\U0001f3ff" or "\U000e0020" <= c <= "\U000e007f"
