"""Which rule an insight follows, and the rules as an admin types them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol, TypeVar

from bot.insights.parse import HEARD, LONGEST_THEME
from bot.mentions import Meant, meant_channel, meant_person

USAGE = "Type it like this: /kindline route #theme @owner #channel. Without a theme it takes everything else."
REMOVE = ("remove", "off", "delete")
ANY = "any"
HERE = "here"


class Rule(Protocol):
    @property
    def theme(self) -> str: ...
    @property
    def heard(self) -> str: ...
    @property
    def route_id(self) -> str: ...


R = TypeVar("R", bound=Rule)


def route_for(rules: Iterable[R], theme: str, heard: str) -> R | None:
    """The most specific rule that fits: theme and kind, then theme, then kind, then the one for everything."""
    fitting = [rule for rule in rules if rule.theme in ("", theme) and rule.heard in ("", heard)]
    return min(fitting, key=lambda rule: (not rule.theme, not rule.heard, rule.route_id), default=None)


@dataclass(frozen=True, slots=True)
class RuleWish:
    """`/kindline route` as typed. `is_here` means the channel in which it was typed."""

    theme: str = ""
    heard: str = ""
    owner: Meant | None = None
    channel: Meant | None = None
    is_here: bool = False
    is_removal: bool = False
    problem: str = ""


_HASH = re.compile(r"<#[^<>|\s]+(?:\|[^>]*)?>|(?<!\S)#\S+")
_HEARD = re.compile(r"(?<!\S)heard:(\S+)", re.I)


def rule_wish(text: str) -> RuleWish:
    """Read a rule, or which one to remove. The last # is the channel, one before it the theme."""
    heard, rest = "", text.strip()
    if found := _HEARD.search(rest):
        heard, rest = found[1].lower(), rest.replace(found[0], " ", 1)
        if heard not in HEARD:
            near = get_close_matches(heard, HEARD, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            return RuleWish(problem=f"“heard” can be praise, complaint, confusion, wish or competitor.{hint}")
    words = rest.split()
    if words and words[0].lower() in REMOVE:
        return _removal(words[1:], heard)
    hashes = _HASH.findall(rest)
    names = " ".join(_HASH.sub(" ", rest).split())
    is_here = names.lower().endswith(f" {HERE}") or names.lower() == HERE
    owner = names[: -len(HERE)].strip() if is_here else names
    wanted_themes = len(hashes) - (0 if is_here else 1)
    if not owner or wanted_themes not in (0, 1):
        return RuleWish(problem=USAGE)
    theme = _theme(hashes[0]) if wanted_themes else ""
    if len(theme) > LONGEST_THEME:
        return RuleWish(problem=f"A theme is a word or two, at most {LONGEST_THEME} letters.")
    channel = None if is_here else meant_channel(hashes[-1])
    return RuleWish(theme, heard, meant_person(owner), channel, is_here)


def _removal(words: list[str], heard: str) -> RuleWish:
    what = " ".join(words)
    if not what and not heard:
        return RuleWish(problem="Say which one: /kindline route remove #theme, or: /kindline route remove any")
    theme = "" if what.lower() in (ANY, "") else _theme(what)
    return RuleWish(theme, heard, is_removal=True)


def _theme(word: str) -> str:
    meant = meant_channel(word)
    return (meant.name or meant.id).lower()


def rule_words(theme: str, heard: str) -> str:
    """What a rule takes: "#app, confusion", or "everything else"."""
    parts = [part for part in (f"#{theme}" if theme else "", heard) if part]
    return ", ".join(parts) or "everything else"
