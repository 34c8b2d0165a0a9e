"""Puts stable placeholders where personal data stands before words leave, and puts it back where they return."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.reading.masking import hide_secrets, mask
from bot.visible import visible
from bot.workspace_settings import ModelPolicy

SECRET = "[SECRET]"  # noqa: S105 - It stands for one.
_NEVER = {"[card]": "[CARD]", "[iban]": "[IBAN]"}
"""Leaves in no case, and never comes back: no reply needs it."""
_KINDS = {"[name]": "NAME", "[person]": "NAME", "[group]": "NAME", "[channel]": "NAME", "[order]": "ORDER",
          "[e-mail]": "EMAIL", "[phone]": "PHONE", "[link]": "LINK", "[number]": "NUMBER"}  # fmt: skip
_PLACEHOLDER = re.compile(r"\[([A-Z]+)_(\d{1,3})\]")
_ANY = re.compile(r"\[(?:[A-Z]+_\d{1,3}|SECRET|CARD|IBAN)\]")


@dataclass(slots=True)
class Masks:
    """For one request: the same words always get the same placeholder, so that nothing about a person is needed to
    tell two of them apart."""

    names: Sequence[str]
    policy: ModelPolicy = "masked"
    _stands_for: dict[str, str] = field(default_factory=dict)

    def hidden(self, text: str) -> str:
        """As it may leave. What looks like a placeholder already is a person's own words, and stays no such thing."""
        safe = _ANY.sub(lambda found: found[0].strip("[]"), visible(text))
        return mask(hide_secrets(safe, SECRET), names=self.names, say=self._said)

    def shown(self, text: str) -> str:
        """As people read it again; a placeholder that stands for nothing stays, and the guard finds it."""
        return _PLACEHOLDER.sub(lambda found: self._stands_for.get(found[0], found[0]), visible(text))

    def legend(self, about: Mapping[str, str]) -> str:
        """What the placeholders are, so that sentences can be built around them; `about` says it of known words."""
        known = {words.casefold(): what for words, what in about.items() if words}
        lines = [f"{held}: {known[words.casefold()]}" for held, words in self._stands_for.items()
                 if words.casefold() in known]  # fmt: skip
        return "\n".join(lines) or "nothing"

    def _said(self, label: str, words: str) -> str:
        if label in _NEVER:
            return _NEVER[label]
        if self.policy == "open":
            return words
        kind = _KINDS.get(label, "NUMBER")
        for held, known in self._stands_for.items():
            if known == words and held.startswith(f"[{kind}_"):
                return held
        held = f"[{kind}_{1 + sum(one.startswith(f'[{kind}_') for one in self._stands_for)}]"
        self._stands_for[held] = words
        return held


def placeholders(text: str) -> list[str]:
    """Those that stand in it, in order."""
    return _ANY.findall(text)
