"""Patterns made of many forms, each on a line of its own, so that a family of words can be read and grown."""

import re


def family(*forms: str) -> re.Pattern[str]:
    """One pattern out of forms; each begins and ends at a word."""
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.IGNORECASE)
