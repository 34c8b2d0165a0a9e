"""Builds a pattern from turns of phrase that are written as one says them."""

import re


def any_of(*turns: str) -> re.Pattern[str]:
    """Matches any of the turns as whole words, in any case; a space stands for any white space."""
    joined = "|".join(turn.replace(" ", r"\s+") for turn in turns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def either(*turns: str) -> str:
    """The same as a piece of a larger pattern."""
    return "(?:" + "|".join(turns) + ")"
