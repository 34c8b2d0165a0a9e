"""Holds our own draft against the standard, and leaves out a sentence of ours that breaks it."""

from collections.abc import Mapping, Sequence

from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.sentences import sentences_in
from bot.standard.check import Context, check

_KEPT = frozenset({"S1", "S2", "S10"})
"""Rules that miss something; leaving a sentence out would not mend that."""


def without_breaks(
    hello: str, body: Sequence[str], close: str, brief: DraftBrief, known: Mapping[str, str], *, optional: Sequence[str]
) -> tuple[str, ...]:
    """The paragraphs without the sentences at fault, taken only from the `optional` ones: what answers or promises
    stays and is shown to the agent with the finding. `known` are the answers from the playbook."""
    text = "\n\n".join(filter(None, [hello, *body, close]))
    found = check(text, Context(tuple(brief.turns), brief.reading, known))
    faulty = [text[finding.start : finding.end] for finding in found if finding.rule not in _KEPT]
    if not faulty:
        return tuple(body)
    kept = []
    for part in body:
        if part not in optional:
            kept.append(part)
            continue
        sentences = [one for one in sentences_in(part) if not any(one in fault or fault in one for fault in faulty)]
        kept.append(part if len(sentences) == len(sentences_in(part)) else " ".join(sentences))
    return tuple(part for part in kept if part) or tuple(body)
