"""What gives way when a card is larger than Teams takes: long words first, then the last groups, buttons last of
all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.cards import Actions, Divider, Part, Quote, Small, Words
from handlers.hall.characters import shortened

TOO_LONG = "There is more, but it does not fit here."
LEAST_WORDS = 300
"""Characters of a text that are kept for as long as anything else can give way."""
FEW_ROWS = 3
"""A card with so few rows of buttons is about one thing: its buttons stay, and words go. Another one is a list, in
which a row without its words could be pressed for the wrong thing."""

Size = Callable[[Part], int]


@dataclass(slots=True, eq=False)
class Sized:
    part: Part
    size: int


def fitted(parts: Sequence[Part], budget: int, size: Size) -> list[Part]:
    """The parts within `budget`, as `size` measures them; where something is missing, a line says so."""
    found = [Sized(part, size(part)) for part in parts]
    if _total(found) <= budget:
        return list(parts)
    budget -= size(Small(TOO_LONG))
    _shorten_words(found, budget, size)
    if _total(found) > budget:
        is_list = sum(isinstance(one.part, Actions) for one in found) > FEW_ROWS
        found = _head(found, budget) if is_list else _without_words(found, budget)
    kept = [one.part for one in found]
    last_words = max((i for i, part in enumerate(kept) if not isinstance(part, Actions)), default=-1)
    return [*kept[: last_words + 1], Small(TOO_LONG), *kept[last_words + 1 :]]


def _shorten_words(found: list[Sized], budget: int, size: Size) -> None:
    """The last long text first, and never below what still tells what it is about."""
    for one in reversed(found):
        over = _total(found) - budget
        if over <= 0:
            break
        if isinstance(one.part, Words | Quote) and len(one.part.text) > LEAST_WORDS:
            one.part = _shorter(one.part, one.size - over, size)
            one.size = size(one.part)


def _shorter(part: Words | Quote, most: int, size: Size) -> Part:
    low, high = LEAST_WORDS, len(part.text)
    while low < high:
        middle = (low + high + 1) // 2
        if size(_cut(part, middle)) <= most:
            low = middle
        else:
            high = middle - 1
    return _cut(part, low)


def _cut(part: Words | Quote, most: int) -> Part:
    text = shortened(part.text, most)
    return Words(text, part.strong) if isinstance(part, Words) else Quote(text)


def _without_words(found: list[Sized], budget: int) -> list[Sized]:
    kept = list(found)
    for one in reversed(found):
        if _total(kept) <= budget:
            break
        if not isinstance(one.part, Actions):
            kept.remove(one)
    return kept


def _head(found: list[Sized], budget: int) -> list[Sized]:
    """Whole groups from the top: a row of buttons stays with the words above it."""
    kept, used = 0, 0
    for i, one in enumerate(found):
        used += one.size
        if used > budget:
            break
        follows = found[i + 1].part if i + 1 < len(found) else None
        if isinstance(one.part, Actions | Divider | Small) and not isinstance(follows, Actions | Small):
            kept = i + 1
    return found[:kept]


def _total(found: Sequence[Sized]) -> int:
    return sum(one.size for one in found)
