"""The turns of phrase that open a promise: "I'll", "our fitter will", "you'll receive", "will call you"."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.promises.notice_words import (
    ADVERBS,
    DEED,
    DEED_NOW,
    GOOD_END,
    NEVER_REFUSED,
    NOT_A_NAME,
    NOT_PEOPLE,
    STAFF,
)

Strength = Literal["certain", "likely", "doubtful"]
# What a head still needs to be a promise: a concrete time, any word of time or a sender, or nothing.
Need = Literal["nothing", "time", "time_or_sender"]

WILL = (
    r"(?:\s*'ll|\s+will|\s+shall|\s+(?:is|are|am)\s+(?:going to|gonna|about to)|'(?:m|re|s)\s+(?:just\s+|"
    r"also\s+)?(?:going to|gonna|about to))"
)
NOUN = r"(?!(?:i|we|you|they|he|she|it|that|which|who|and|but)\b)[\w-]+(?:'s)?"
START = r"(?:(?<=\A)|(?<=[,:;!?.*_~•\x00\n(-] )|(?<=[\n*_~•])|(?<=\band )|(?<=& )|(?<=\bthen )|(?<=\bbut )|(?<=\bso ))"
SAID_FIRST = (
    r"(?:(?<=\bok )|(?<=\bokay )|(?<=\byep )|(?<=\byes )|(?<=\bsure )|(?<=\bthx )|(?<=\bthanks )|(?<=\bcool )|"
    r"(?<=\bright ))"
)
BEGIN = rf"(?:{START}|{SAID_FIRST}|(?<=\A\s)|(?<=\A\s\s))"


@dataclass(frozen=True)
class Head:
    """`start` is where the quote begins and `deed` where its verb does, as places in the sentence."""

    kind: str
    start: int
    deed: int
    strength: Strength
    need: Need


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# (kind, how sure, what else it needs, pattern). Group "deed" begins at the verb. The first that fits a place wins.
HEADS: list[tuple[str, Strength, Need, re.Pattern[str]]] = [
    (
        "word given",
        "certain",
        "nothing",
        _compiled(
            r"\b(?:i|we)\s+(?:can\s+|do\s+|will\s+|hereby\s+)?(?:promise|guarantee|swear|commit|assure)(?: "
            r"you)?,?(?: that| to)?\s+"
            rf"(?P<deed>(?:(?:i|we|you|it|he|she|they){WILL}\s+|you (?:won't|will not)\s+)?\w+)"
        ),
    ),
    (
        "refrain",
        "certain",
        "nothing",
        _compiled(
            rf"\b(?:i|we)\s*(?:won't|will not|shan't|'ll not)\s+(?P<deed>(?!{NEVER_REFUSED})\w+)(?=[^.,;]*\byour?\b)"
        ),
    ),
    (
        "you are spared",
        "likely",
        "nothing",
        _compiled(
            r"\byou\s+(?:won't|will not|'ll not)\s+(?P<deed>(?:be (?:charged|billed)|pay|have to (?:explain|pay|"
            r"repeat|call|chase|ring))\b)"
        ),
    ),
    ("speaker", "certain", "nothing", _compiled(rf"(?<![\w'])(?:i|we){WILL}\s+{ADVERBS}(?P<deed>\w+)")),
    ("speaker", "certain", "nothing", _compiled(rf"(?<![\w'])(?-i:ill|Ill|Il|il)\s+{ADVERBS}(?P<deed>{DEED}\b)")),
    (
        "speaker now",
        "certain",
        "time",
        _compiled(rf"(?<![\w'])(?:i'm|im|we're|i am|we are)\s+(?:also |just |now |personally )?(?P<deed>{DEED_NOW}\b)"),
    ),
    (
        "our people",
        "certain",
        "nothing",
        _compiled(
            rf"(?<!\w)(?:someone|somebody|(?:one|another|a member|two|some) of (?:our|my|the)\s[\w' -]{{2,30}}?|"
            rf"(?:(?:the|a|an)\s[\w-]+\s(?:on|from|in|at|of)\s)?(?:our|"
            rf"my)\s(?!{NOT_PEOPLE}){NOUN}(?:\s{NOUN}){{0,4}}?"
            rf"|(?:the|a|an|another|this)\s(?:[\w'-]+\s){{0,3}}?{STAFF})(?:\s(?:from|at|in|on|of)\s[\w' "
            rf"-]{{2,30}}?)?(?:,?\s\(?(?:mr|mrs|ms)?\.?\s?(?-i:[A-Z][\w'-]+)\)?,?)?"
            rf"(?:,[^,.;]{{2,40}},)?{WILL}\s+{ADVERBS}(?P<deed>\w+)"
        ),
    ),
    (
        "named colleague",
        "likely",
        "nothing",
        _compiled(
            rf"(?<![\w'])(?-i:(?!{NOT_A_NAME}\b)[A-Z][a-z]+)(?:\s\([^)]{{2,40}}\)|,?\s(?:from|in|at)\s(?:our|the|"
            rf"my)\s[\w ]{{2,25}}?,?|,\s(?:our|my)\s[\w ]{{2,25}},)?{WILL}"
            rf"\s+{ADVERBS}(?P<deed>{DEED}\b(?=[^.;]*\b(?:you|your|u|this|it)\b))"
        ),
    ),
    ("they", "likely", "nothing", _compiled(rf"(?<![\w'])(?:he|she|they){WILL}\s+{ADVERBS}(?P<deed>\w+)")),
    (
        "you receive",
        "certain",
        "time_or_sender",
        _compiled(
            rf"(?<![\w'])(?:you|u){WILL}\s+{ADVERBS}(?P<deed>(?:have(?! to\b)|get(?! to\b)|receive|hear|see|find|be "
            rf"(?:refunded|credited|contacted|reimbursed|notified|called|emailed|back (?:up|online)|up and "
            rf"running))\b)"
        ),
    ),
    (
        "you expect",
        "certain",
        "time_or_sender",
        _compiled(rf"(?:\byou can |\byou may |{BEGIN}(?:please |so )?)(?P<deed>expect\b)(?! us to\b| to\b)"),
    ),
    (
        "thing",
        "certain",
        "time",
        _compiled(
            rf"(?<![\w'])(?:(?:your|the|a|an|this|that|these|all|both|our)\s(?:{NOUN}\s){{0,5}}?{NOUN}|it|they|"
            rf"everything|that|payment|pickup|refund|delivery|replacement|confirmation)"
            rf"(?:\s(?:from|for|of|on)\s[\w' -]{{2,30}}?)?{WILL}\s+{ADVERBS}(?P<deed>{GOOD_END})"
        ),
    ),
    (
        "will do",
        "certain",
        "nothing",
        _compiled(rf"{BEGIN}(?P<deed>(?:will|shall) do\b(?=\s*(?:$|[.,!:)]|and\b|thanks)))"),
    ),
    (
        "fragment",
        "certain",
        "nothing",
        _compiled(rf"{BEGIN}(?:will|shall|gonna|going to)\s+{ADVERBS}(?P<deed>(?!you\b|i\b|we\b|it\b|be\b){DEED}\b)"),
    ),
    ("fragment now", "likely", "time", _compiled(rf"{BEGIN}(?P<deed>{DEED_NOW}\b)")),
    (
        "fragment deed",
        "likely",
        "time",
        _compiled(
            rf"{BEGIN}(?P<deed>(?:call|ring|email|text|phone|message|ping|update|send|catch|talk to|see to) (?:you|"
            rf"u|ya|ye)\b)"
        ),
    ),
    (
        "back",
        "certain",
        "time",
        _compiled(rf"{BEGIN}(?:(?:i'm|we're) )?(?:be )?(?P<deed>back (?:to|with|at) (?:you|u|ya|ye)\b)"),
    ),
    (
        "update",
        "certain",
        "time",
        _compiled(
            rf"{BEGIN}(?P<deed>(?:(?:next|an?|your|full|first|another|more|further|the) )*(?:update|reply|answer|"
            rf"call|email|invoice|quote|news|details|confirmation|more|response)"
            r"(?: from (?:me|us))?(?: coming(?: your way)?| on its way| follows?| to follow| to you)?(?= (?:by|at|"
            r"within|in|before|this|tomorrow|tonight|today|first|no later)\b))"
        ),
    ),
    (
        "done",
        "certain",
        "nothing",
        _compiled(rf"{BEGIN}(?P<deed>consider (?:it|this|that) (?:done|sorted|fixed|handled|cancelled|booked)\b)"),
    ),
    (
        "let me",
        "likely",
        "nothing",
        _compiled(
            r"(?<=\band )(?:then )?(?P<deed>(?:get|come|circle|revert|report|be) back\b(?: (?:to|with) (?:you|u))?|"
            r"(?:ring|call|phone|email|text|update|message) (?:you|u)\b)"
        ),
    ),
]

_WILLING = ("'ll", "ill", "shall", "going to", "gonna", "about to")
_REFUSING = ("won't", "will not", "shan't", "'ll not")
# Small-letter bits of which a sentence must hold one before the pattern of that kind is worth a try: most hold none.
BITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("speaker", "our people", "named colleague", "they", "you receive", "thing", "fragment"), _WILLING),
    **dict.fromkeys(("refrain", "you are spared"), _REFUSING),
    **dict.fromkeys(("speaker now", "fragment now"), ("ing",)),
    "word given": ("promise", "guarantee", "swear", "commit", "assure"),
    "you expect": ("expect",),
    "will do": ("will do", "shall do"),
    "fragment deed": (" you", " u", " ya", " ye"),
    "back": ("back ",),
    "update": ("upd", "repl", "answ", "call", "mail", "invo", "quote", "news", "detail", "confir", "more", "respo"),
    "done": ("consider",),
    "let me": ("let me", "lemme", "allow me", "let us"),
}
