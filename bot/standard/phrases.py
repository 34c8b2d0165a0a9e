"""Builds a pattern from turns of phrase that are written as one says them."""

import re

_SPACE = re.compile(r"\(\?<[!=][^)]*\)| ")
"""A space, or a look-behind, whose width is fixed and which is left as it is."""


def any_of(*turns: str) -> re.Pattern[str]:
    """Matches any of the turns as whole words, in any case; a space stands for any white space."""
    joined = _SPACE.sub(lambda found: found.group() if found.group() != " " else r"\s+", "|".join(turns))
    return re.compile(rf"(?<!\w)(?:{joined})(?:(?!\w)|(?<!\w))", re.IGNORECASE)


def either(*turns: str) -> str:
    """The same as a piece of a larger pattern."""
    return "(?:" + "|".join(turns) + ")"
