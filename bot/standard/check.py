"""Holds a draft against the whole service standard; the composer, the commands and the forms all ask here."""

import re
from collections.abc import Iterator, Sequence

from bot.reading.breathing import breathing
from bot.reading.language import language_of
from bot.standard import (
    s01_person,
    s02_all_asks,
    s03_own_it,
    s04_can_do,
    s05_no_bounce,
    s06_not_a_faq,
    s07_honest,
    s08_calm,
    s09_effort,
    s10_next_step,
    s11_fair_remedy,
    s12_thanks,
)
from bot.standard.context import Context
from bot.standard.finding import Finding, Rule
from bot.standard.segmentation import Draft

__all__ = ["RULES", "Context", "Finding", "Rule", "check"]

LONGEST_DRAFT = 4_000
RULES: tuple[Rule, ...] = tuple(
    room.RULE
    for room in (
        s01_person,
        s02_all_asks,
        s03_own_it,
        s04_can_do,
        s05_no_bounce,
        s06_not_a_faq,
        s07_honest,
        s08_calm,
        s09_effort,
        s10_next_step,
        s11_fair_remedy,
        s12_thanks,
    )
)
_MORE_SPECIFIC = {"S4": ("S5",)}
_MORE_SPECIFIC_IN_A_SENTENCE = {
    "S2": ("S6",),
    "S6": ("S5",),
    "S7": ("S5", "S6", "S9", "S10", "S11"),
    "S8": ("S5",),
    "S10": ("S5", "S6", "S8"),
}
"""A fault is told once, under the rule that says most about it: a bounce is no bare refusal and no open end."""


def check(draft: str, context: Context) -> list[Finding]:
    """What in the draft breaks the standard, in the order of the text; only English can be judged by the rules, and
    a workspace's own phrases in every language."""
    text = breathing(draft[:LONGEST_DRAFT])
    if not re.search(r"\w", text):
        return []
    parsed = Draft.of(text)
    found = list(_own(parsed, context))
    if language_of(text) == "en":
        found += [finding for rule in RULES if rule.id not in context.muted for finding in rule.find(parsed, context)]
    return sorted(_once(found), key=lambda finding: (finding.start, int(finding.rule[1:])))


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    sure = [finding for finding in found if not finding.is_last_resort]
    for finding in sure or found[:1]:
        elsewhere = _MORE_SPECIFIC.get(finding.rule, ())
        here = _MORE_SPECIFIC_IN_A_SENTENCE.get(finding.rule, ())
        if not any(other.rule in elsewhere or (other.rule in here and _overlap(finding, other)) for other in sure):
            yield finding


def _overlap(one: Finding, other: Finding) -> bool:
    return other.start < one.end and one.start < other.end


def _own(draft: Draft, context: Context) -> Iterator[Finding]:
    """The workspace's own phrases, each under the rule it was given for."""
    for rule, phrases in context.phrases.items():
        if rule in context.muted:
            continue
        for phrase in filter(None, phrases):
            for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", draft.text, re.IGNORECASE):
                yield Finding(rule, match.start(), match.end(), "Your workspace asks not to say this.", "")
