"""Finds instructions that tell customers to do what they wrote they have done."""

import re

from bot.standard.context import Context
from bot.standard.grammatical_subject import is_command
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence

_TRIED = any_of(
    r"(?:I|we)(?:'ve| have)? (?:\w+ )?(?:already|tried|done|did|cleared|restarted|rebooted|reset|turned|switched|"
    "changed|"
    "checked|unplugged|reinstalled|updated|cleaned|replaced|charged|cancelled|filled|followed|called|read|looked|"
    "removed|"
    "deleted|logged|signed|asked|used|descaled|pressed|held|swapped|emptied|opened|moved|waited|sent|uploaded|"
    "entered)",
    r"(?:as|like) (?:your|the) (?:page|manual|website|guide|faq|app) (?:says|said|suggests|tells)",
)
_DEED = re.compile(
    r"\b(?:clear|restart|reboot|reset|turn|switch|change|check|unplug|reinstall|update|clean|replace|charge|cancel|"
    "remove|"
    r"delete|log|sign|descale|press|hold|swap|empty|plug|download|install|refresh|disable|enable|rinse|tighten|wait|"
    r"upload|open|close|pair|connect|disconnect)",
    re.IGNORECASE,
)

_TRY = re.compile(
    r"\b(?:here(?:'s| is) how (?:to|you)|how to|have you (?:already )?tried|did you try|try \w+ing|you could try|"
    r"^to \w+ .*\b(?:click|go|open|press|tap|"
    r"choose|use))\b",
    re.I,
)
_NOUNS = re.compile(
    r"\b(?:log|switch|plug|update|charge|download|hold|check|change|reset|press)(?= (?:file|book|plan|in (?:the|"
    r"your) (?:cellar|wall|meter))\b)|"
    r"(?<=\bthe )(?:log|switch|plug|update|charge|download|change|press|clean|open)\b",
    re.IGNORECASE,
)
"""Names of things that look like deeds: "the log file", "the update"."""
_SAME_DEED = {
    "switch": "turn",
    "reboot": "restart",
    "sign": "log",
    "disable": "turn",
    "enable": "turn",
    "delete": "remove",
}


def told_again(draft: Draft, context: Context) -> Sentence | None:
    """The first instruction whose verb the customer used of what they did."""
    done = " ".join(s for s in re.split(r"(?<=[.!?])\s+|\n", context.customer_text) if _TRIED.search(s))
    deeds = _deeds(done) - {"open", "wait", "check"}
    if not deeds or re.search(r"\b(?:you've|you have|since you|as you|already)\b", draft.body, re.IGNORECASE):
        return None
    for sentence in draft.said:
        for clause in sentence.clauses:
            is_told = (
                _TRY.search(clause.text)
                or is_command(clause.text)
                or re.search(
                    r"\bplease\b|\bto \w+[^,]{0,40}, (?:go|open|select|press|turn|switch|click|choose|log|tap|hold)\b",
                    clause.text,
                    re.I,
                )
            )
            if is_told and _deeds(clause.text) & deeds:
                return sentence
    return None


def _deeds(text: str) -> set[str]:
    """What was done or is to be done, with "turn" for "switch" and "restart" for "reboot"."""
    return {_SAME_DEED.get(verb.lower(), verb.lower()) for verb in _DEED.findall(_NOUNS.sub(" ", text))}
