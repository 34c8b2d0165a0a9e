"""What the standard says to somebody's words, as people read it: on a card, in a form, and in one quiet line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Self

from bot.cards import Part, Quote, Small, Words
from bot.standard.check import RULES, Finding

MOST_SHOWN, MOST_BEFORE_SENDING = 6, 2
LONGEST_QUOTE, LONGEST_REWORDING = 300, 500
MARK_LENGTH = 8
_NAMES = {rule.id: rule.name for rule in RULES}


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding with the words it is about, so that it stands without the text it came from."""

    rule: str
    quote: str
    why: str
    rewording: str

    @classmethod
    def of(cls, finding: Finding, text: str) -> Self:
        return cls(finding.rule, text[finding.start : finding.end].strip(), finding.why, finding.rewording.strip())

    @classmethod
    def stored(cls, fields: Mapping[str, Any]) -> Self:
        return cls(*(str(fields.get(name, "")) for name in ("rule", "quote", "why", "rewording")))

    @property
    def title(self) -> str:
        """ "S4 can-do"."""
        return rule_title(self.rule)


def rule_title(rule: str) -> str:
    return f"{rule} {_NAMES[rule]}" if rule in _NAMES else rule


def counted(remarks: Sequence[Remark]) -> str:
    return "One thing to mend" if len(remarks) == 1 else f"{len(remarks)} things to mend"


def remark_parts(remarks: Sequence[Remark], most: int = MOST_SHOWN) -> list[Part]:
    """Each with its rule, the words, why, and a rewording; the first few where there are many."""
    parts: list[Part] = []
    for remark in remarks[:most]:
        parts.append(Words(remark.why, strong=f"{remark.title}:"))
        if remark.quote:
            parts.append(Quote(_short(remark.quote, LONGEST_QUOTE)))
        parts.append(_way_out(remark))
    if len(remarks) > most:
        more = len(remarks) - most
        parts.append(Small("And one more." if more == 1 else f"And {more} more."))
    return parts


def _way_out(remark: Remark) -> Part:
    if not remark.rewording:
        return Words("Leave it out, or say it in another way.", strong="Instead:")
    return Words(_short(remark.rewording, LONGEST_REWORDING), strong="Instead:" if remark.quote else "Add:")


def quiet_line(remarks: Sequence[Remark]) -> str:
    """One line for a draft of ours that the standard has something to say about; empty when it has not."""
    titles = list(dict.fromkeys(remark.title for remark in remarks))
    return f"Please look at it once more ({', '.join(titles)}). Open shows why." if titles else ""


def marks(text: str, remarks: Sequence[Remark]) -> list[str]:
    """What an agent has seen, so that it is shown once: these exact words, and each thing to mend that was named."""
    return [mark(text), *map(_mark_of, remarks[:MOST_BEFORE_SENDING])]


def is_news(text: str, remarks: Sequence[Remark], seen: Sequence[str]) -> bool:
    """True when something to mend in these words was not shown before."""
    return mark(text) not in seen and any(_mark_of(one) not in seen for one in remarks)


def news_first(remarks: Sequence[Remark], seen: Sequence[str]) -> list[Remark]:
    """In the order of the text, but what was not shown before comes before what was."""
    return sorted(remarks, key=lambda one: _mark_of(one) in seen)


def _mark_of(remark: Remark) -> str:
    return mark(f"{remark.rule}\x1f{remark.quote}")


def mark(words: str) -> str:
    """Stands for these words where there is no room for them."""
    return sha256(words.encode()).hexdigest()[:MARK_LENGTH]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
