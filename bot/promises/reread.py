"""An edited message read again: which promises kept their words, which changed, which are gone, which are new. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.promises.notice import NoticedPromise
from storage.promises import Promise


@dataclass(frozen=True, slots=True)
class Reread:
    """`changed` pairs a known promise with what its words say now."""

    changed: Sequence[tuple[Promise, NoticedPromise]] = ()
    gone: Sequence[Promise] = ()
    new: Sequence[NoticedPromise] = ()


def compared(known: Sequence[Promise], found: Sequence[NoticedPromise]) -> Reread:
    """Same words and same date phrase: nothing changed. What is left over is paired in the order of the text."""
    left = list(found)
    open_ones: list[Promise] = []
    changed: list[tuple[Promise, NoticedPromise]] = []
    for promise in known:
        match = next((one for one in left if _words(one.quote) == _words(promise.quote)), None)
        if match is None:
            open_ones.append(promise)
            continue
        left.remove(match)
        if due_phrase(match) != promise.due_phrase:
            changed.append((promise, match))
    paired = list(zip(open_ones, left, strict=False))
    return Reread([*changed, *paired], open_ones[len(paired) :], left[len(paired) :])


def due_phrase(noticed: NoticedPromise) -> str:
    return noticed.due.text if noticed.due else ""


def _words(quote: str) -> str:
    return " ".join(quote.casefold().split())
