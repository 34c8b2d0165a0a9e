"""Patterns that find people's names in a text, whole or in parts."""

import re
from collections.abc import Iterator, Sequence

SHORTEST_PART = 2
SHORTEST_SMALL = 4
# Names that are also words are only taken for names when they are written with a capital.
ALSO_WORDS = frozenset(
    """
    april art august autumn bill black blue brown chance chase christian clay cook cross day dean drew
    earl eve faith fair field fine fox frank german gold good grace grant gray green grey guy hart hill
    hope hunter iris ivy jack jean joy june justice king lake lane law lily long love lucky major mark
    max may miles mill miller moon noble page park pearl penny price prince ray read reed rich rise
    river rob robin rose ruby sage sandy short sky smart stern stone storm summer sunny sweet taylor
    walker ward wade wall waters way west white will winter wise wolf wood woods worth young
    """.split()
)
PARTICLES = frozenset("al bin da de den der di dr el la le mr mrs ms van von".split())
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?:['’]?s)?(?![^\W_])"


def name_patterns(names: Sequence[str], known: Sequence[str]) -> Iterator[re.Pattern[str]]:
    """Whole names first, so that "Annelie Voss" becomes one mask and not two."""
    whole = sorted(
        {_folded(name) for name in (*names, *known) if len(_folded(name)) >= SHORTEST_PART}, key=len, reverse=True
    )
    if several := [name for name in whole if " " in name]:
        yield _pattern(several, re.IGNORECASE)
    parts = {part for name in names for part in re.split(r"[\s,]+", _folded(name)) if _counts(part)}
    small = sorted(part for part in parts if len(part) >= SHORTEST_SMALL and part.lower() not in ALSO_WORDS)
    if small:
        yield _pattern(small, re.IGNORECASE)
    capital = sorted(form for part in parts - set(small) for form in {part, part[:1].upper() + part[1:], part.upper()})
    capital = [form for form in capital if not form[:1].islower()]
    if capital:
        yield _pattern(capital, 0)


def _counts(part: str) -> bool:
    """Initials ("K.") and particles say nothing about who it is."""
    return len(part.strip(".")) >= SHORTEST_PART and part.lower().strip(".") not in PARTICLES


def _folded(name: str) -> str:
    return " ".join(name.split())


def _pattern(words: Sequence[str], flags: int) -> re.Pattern[str]:
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(f"{_BEFORE}(?:{either}){_AFTER}", flags)
