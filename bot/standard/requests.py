"""Finds what a draft asks the customer to send, say or do."""

import re
from collections.abc import Iterator

from bot.standard.polarity import is_negated
from bot.standard.segmentation import Sentence

_I = re.IGNORECASE
_GIVE = (
    "(?:send|re-?send|share|give|provide|tell|confirm|let (?:me|us) (?:know|have)|forward|attach|upload|e-?mail|"
    "reply|quote|"
    "state|supply|submit|explain|describe|repeat|specify|list|write|enter|type|fill|print|sign|bring|film|record|"
    "come|appear|"
    "post|fax|show|name|"
    "include|advise|check|clarify|prove|keep|return|have|re-?submit|re-?type|re-?enter|go through|run through|walk|"
    "scan|mail)"
)
_ASKED = (
    re.compile(
        r"\b(?:can|could|would|will|may|might) you (?:please |kindly |possibly |also |just |first )*(?:be so kind "
        "(?:as )?to "
        rf")?{_GIVE}\b.*",
        _I,
    ),
    re.compile(
        r"\b(?:can|could|may|might|shall) (?:I|we) (?:please |just |also |first )*(?:have|get|ask (?:you )?(?:for|to)|"
        r"see|trouble you)\b.*",
        _I,
    ),
    re.compile(rf"\b(?:please|kindly)(?: \w+ly| also| just| first| then)* {_GIVE}\b.*", _I),
    re.compile(
        rf"(?:^|[;:,] |\b(?:and|then|just) ){_GIVE} (?:me|us|them|it|in|over|along|the|your|a|an|with|which|what|"
        r"back)\b.*",
        _I,
    ),
    re.compile(
        r"\b(?:I|we|they)(?:'ll| will|'d| would)? (?:first |also |still |just |only |then )*(?:need|require|want|"
        "like)(?! to "
        r"(?:say|thank|tell|apologi|make|help|offer|give|be|keep|put|see that|bake|invite|check|know that)).*",
        _I,
    ),
    re.compile(
        r"\byou(?:'ll| will)? (?:also |still |first |just )*(?:need|have|must|should|are required|are asked)(?: to)? "
        rf"(?:{_GIVE})\b.*",
        _I,
    ),
    re.compile(r"\b(?:what|which)(?:'s| is| was| are| were)? (?:the |your |exactly )*[\w-]+.*\?", _I),
    re.compile(r"\b(?:what|which) (?:[\w-]+ ){1,3}(?:did|do|does|have|is|was) (?:you|it|this|that|the)\b.*\?", _I),
    re.compile(
        r"\b(?:what|which|when|where|how|who)\b(?: [\w-]+){0,3} (?:did|do|does|is|was|are|were|have|has|can|could|"
        "may) (?:you|it|I|we|the|your|"
        r"that|this)\b.*\?",
        _I,
    ),
    re.compile(r"\bdo you (?:still )?have\b.*\?", _I),
    re.compile(r"\b(?:once|as soon as|when|after) (?:I|we) (?:have|receive|get|know)\b.*", _I),
    re.compile(r"\b(?:call|ring|phone|write to|contact|e-?mail) .*\bwith (?:your|the)\b.*", _I),
)
_NO_REQUEST = re.compile(
    r"\b(?:sorry|shouldn't have to|no need|you needn't|don't need|do not need|don't have to|do not have to|without "
    "having|so that you|nothing "
    "(?:to|you)|"
    r"you won't)\b|(?<!may )(?<!can )(?<!could )(?<!might )\b(?:I|we)(?:'ve| have) (?:your|the|all|it|both|"
    r"everything)\b(?! to)",
    _I,
)
_OURS_BEFORE = re.compile(
    r"\b(?:I|we)(?:'ll| will| can| could|'ve| have|'d)?(?: \w+)? (?!need|want|ask)[^.,;:?!]*$", _I
)


def requests_in(sentence: Sentence) -> Iterator[str]:
    """The asking words of a sentence, from the asking on; nothing for "no need to send it"."""
    body = sentence.body
    if _NO_REQUEST.search(body):
        return
    for pattern in _ASKED:
        match = pattern.search(body)
        if match and not is_negated(match.group()[:24]) and not _goes_on(match):
            yield match.group()


def _goes_on(match: re.Match[str]) -> bool:
    """The verb goes on a deed of ours: "I can take it off and have it ready"."""
    is_joined = re.match(r"(?:and|then|just) ", match.group(), _I)
    return bool(is_joined and _OURS_BEFORE.search(match.string[: match.start()]))
