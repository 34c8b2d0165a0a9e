"""Looks for the openings of promises in a sentence, and spares each search that cannot find any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.promises.notice_grammar import BEGIN, Head
from bot.promises.notice_heads import BITS, HEADS
from bot.promises.notice_kinds import TIMED_KINDS

# A bound that no honest message meets; it keeps the time for a hostile one short.
MOST_HEADS = 40
LET_ME = re.compile(r"\b(?:let me|lemme|allow me to|let us)\b(?! know)", re.IGNORECASE)
# Every place where BEGIN can hold, in small letters; the pattern itself looks again.
_BEGIN = re.compile(
    r"[,:;!?.*_~•\x00\n(-] ?|& |(?:and|then|but|so|ok|okay|yep|yes|sure|thx|thanks|cool|right) ",
)


@dataclass(frozen=True, slots=True)
class _Search:
    """How a head is looked for: only with a time, only with one of its bits, in small letters, where clauses begin."""

    is_timed: bool
    bits: tuple[str, ...]
    bits_number: int
    is_small: bool
    opens: bool


_ALL_BITS = list(dict.fromkeys(BITS.values()))
_SEARCHES = [
    (
        *head,
        _Search(
            is_timed=head[0] in TIMED_KINDS,
            bits=BITS[head[0]],
            bits_number=_ALL_BITS.index(BITS[head[0]]),
            is_small=not head[3].flags & re.IGNORECASE,
            opens=head[3].pattern.startswith(BEGIN),
        ),
    )
    for head in HEADS
]


def candidates(sentence: str, *, is_timed: bool) -> Iterator[Head]:
    """All the openings in a sentence, promises or not. `is_timed` is whether the sentence may name a time."""
    asks_leave = bool(LET_ME.search(sentence))
    lowered = sentence.lower()
    if len(lowered) != len(sentence):
        lowered = sentence
    begins = sorted({0, 1, 2, *(found.end() for found in islice(_BEGIN.finditer(lowered), MOST_HEADS))})
    known: dict[int, bool] = {}
    for kind, strength, need, pattern, search in _SEARCHES:
        if search.is_timed and not is_timed:
            continue
        if search.bits_number not in known:
            known[search.bits_number] = _has_any(lowered, search.bits)
        if not known[search.bits_number] or (kind == "let me" and need == "nothing" and not asks_leave):
            continue
        read = lowered if search.is_small else sentence
        found = _at(pattern, read, begins) if search.opens else pattern.finditer(read)
        for match in islice(found, MOST_HEADS):
            yield Head(kind, match.start(), match.start("deed"), strength, need)


def _at(pattern: re.Pattern[str], sentence: str, begins: list[int]) -> Iterator[re.Match[str]]:
    """A turn of phrase that opens a clause is looked for where clauses begin, and not at every letter."""
    return (match for begin in begins if (match := pattern.match(sentence, begin)))


def _has_any(lowered: str, bits: tuple[str, ...]) -> bool:
    """A plain loop, since this runs for every kind on every sentence and a generator costs twice the time."""
    for bit in bits:  # noqa: SIM110
        if bit in lowered:
            return True
    return False
