"""What a workspace made of the service standard: rules that it switched off, and phrases of its own; kept in its
settings, and never broken by a bad value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.standard.check import RULES
from storage.rows import instant, milliseconds
from storage.workspaces import Workspace

MOST_PHRASES, LONGEST_PHRASE = 30, 80
RULE_IDS = tuple(rule.id for rule in RULES)
SETTING = "standard"
_FOR_EVER = 253_402_300_800_000
"""Milliseconds up to the year 10000, in which no date can be shown."""
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_LINE = re.compile(r"(?P<rule>s\d{1,2})\b[\s:.,;–-]*(?P<phrase>.*)", re.IGNORECASE)

Phrases = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class OwnStandard:
    """`muted` are rules that are off; `phrases` are words that this workspace does not say, by the rule they break."""

    muted: frozenset[str] = frozenset()
    phrases: Phrases = field(default_factory=dict)
    by: str = ""
    """Who changed it last, by id; empty while nobody did."""
    at: datetime | None = None

    def stored(self) -> dict[str, Any]:
        """What stands in the workspace's settings."""
        return {
            "muted": sorted(self.muted, key=RULE_IDS.index),
            "phrases": {rule: list(phrases) for rule, phrases in self.phrases.items()},
            "by": self.by,
            "at": milliseconds(self.at) if self.at is not None else None,
        }


def own_standard(home: Workspace | None) -> OwnStandard:
    """The whole standard, where nothing was changed or what is stored makes no sense."""
    stored = home.settings.get(SETTING) if home is not None else None
    if not isinstance(stored, dict):
        return OwnStandard()
    muted, phrases = stored.get("muted"), stored.get("phrases")
    return OwnStandard(
        frozenset(rule for rule in RULE_IDS if isinstance(muted, list) and rule in muted),
        {rule: found for rule in RULE_IDS if (found := _texts(phrases, rule))},
        str(stored.get("by") or ""),
        _instant(stored.get("at")),
    )


def phrases_in(lines: str) -> tuple[Phrases, str]:
    """Phrases as people write them, one in a line after its rule: "S4 no can do". Answers (phrases, "") or
    (nothing, what to mend)."""
    found: dict[str, list[str]] = {}
    for line in filter(None, (" ".join(each.split()) for each in lines.splitlines())):
        match = _LINE.fullmatch(line)
        rule = match["rule"].upper() if match else ""
        phrase = _straight(match["phrase"]).strip(" \"'") if match else ""
        if problem := _problem(line, rule, phrase):
            return {}, problem
        if phrase.casefold() not in (known.casefold() for known in found.get(rule, ())):
            found.setdefault(rule, []).append(phrase)
    count = sum(map(len, found.values()))
    if count > MOST_PHRASES:
        return {}, f"There is room for {MOST_PHRASES} phrases, and these are {count}."
    return {rule: tuple(found[rule]) for rule in RULE_IDS if rule in found}, ""


def lines_of(phrases: Phrases) -> str:
    """The same phrases as people write them."""
    return "\n".join(f"{rule} {phrase}" for rule, own in phrases.items() for phrase in own)


def _problem(line: str, rule: str, phrase: str) -> str:
    if not rule:
        return f"“{line[:60]}” names no rule. Please begin each line with the one that it breaks, such as S4."
    if rule not in RULE_IDS:
        return f"There is no rule {rule}; they go from {RULE_IDS[0]} to {RULE_IDS[-1]}."
    if not re.search(r"\w", phrase):
        return f"Which words break {rule}? Please write them after it."
    if len(phrase) > LONGEST_PHRASE:
        return f"A phrase has room for {LONGEST_PHRASE} characters, and “{phrase[:30]}…” has {len(phrase)}."
    return ""


def _texts(phrases: Any, rule: str) -> tuple[str, ...]:
    found = phrases.get(rule) if isinstance(phrases, dict) else None
    return tuple(_straight(one) for one in found if isinstance(one, str) and one) if isinstance(found, list) else ()


def _straight(words: str) -> str:
    """With plain quotation marks: a phone writes others than a keyboard, and both mean the same words."""
    return words.translate(_STRAIGHT)


def _instant(at: Any) -> datetime | None:
    is_known = isinstance(at, int) and not isinstance(at, bool) and 0 <= at < _FOR_EVER
    return instant(at) if is_known else None
