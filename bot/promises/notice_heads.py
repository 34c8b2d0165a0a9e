"""The turns of phrase that open a promise: "I'll", "our fitter will", "you'll receive", "will call you"."""

import re

from bot.promises.notice_doers import DOER_HEADS
from bot.promises.notice_grammar import BEGIN, NOUN, WILL, Need, Strength, compiled
from bot.promises.notice_kinds import MORE_BITS
from bot.promises.notice_owed import OWED_HEADS
from bot.promises.notice_words import (
    ADVERBS,
    DEED,
    DEED_NOW,
    DEPARTMENT,
    DONE_DEED,
    MADE_DEED,
    NEVER_REFUSED,
    NOT_A_NAME,
    NOT_PEOPLE,
    SPARED,
    STAFF,
    WEAK_NOW,
)

# (kind, how sure, what else it needs, pattern). Group "deed" begins at the verb. The first that fits a place wins.
HEADS: list[tuple[str, Strength, Need, re.Pattern[str]]] = [
    (
        "word given",
        "certain",
        "nothing",
        compiled(
            r"\b(?:i|we)\s+(?:can\s+|do\s+|will\s+|hereby\s+)?(?:promise|guarantee|swear|commit|assure|"
            r"undertake|pledge|vow)(?: "
            r"you)?,?(?: that| to)?\s+"
            rf"(?P<deed>(?:(?:i|we|you|it|he|she|they){WILL}\s+|you (?:won't|will not)\s+)?\w+)"
        ),
    ),
    (
        "refrain",
        "certain",
        "nothing",
        compiled(
            rf"\b(?:i|we)\s*(?:won't|wont|will not|shan't|'ll not)\s+{ADVERBS}"
            rf"(?P<deed>{SPARED}|(?!{NEVER_REFUSED}|be \w+ing\b)\w+(?=[^.,;]*\byour?\b))"
        ),
    ),
    (
        "you are spared",
        "likely",
        "nothing",
        compiled(
            r"\byou\s+(?:won't|will not|'ll not)\s+(?P<deed>(?:be (?:charged|billed|invoiced|debited|left)|pay|"
            r"lose|owe|have to (?:explain|pay|"
            r"repeat|call|chase|ring))\b)"
        ),
    ),
    (
        "word given",
        "certain",
        "nothing",
        compiled(
            r"\b(?:(?:you have|you've(?: got)?|it's|that's) my word(?: on (?:it|that|this))?,?(?: that)?\s+(?P<deed>"
            r"(?!on\b)[\w']+))"
        ),
    ),
    (
        "word given",
        "certain",
        "nothing",
        compiled(r"\byou can (?:count|rely|depend) on (?:me|us) to\s+(?P<deed>\w+)"),
    ),
    (
        "speaker",
        "certain",
        "nothing",
        compiled(
            r"(?<![\w'])(?:i|we)(?:\s(?:myself|ourselves|both|all|"
            r"also|definitely|certainly|personally|absolutely|really|honestly|sure|then|still)\b|,[^,.;]{2,40},|"
            r" at [\w ]{2,25}?)?"
            rf"{WILL}\s+{ADVERBS}(?P<deed>\w+)"
        ),
    ),
    (
        "speaker",
        "certain",
        "nothing",
        compiled(
            rf"(?<![\w'])(?:(?-i:[A-ZÀ-Þ])[\w'-]+|my [\w ]{{2,25}}|myself)\s(?:and|&)\s(?:i|myself|"
            rf"me){WILL}\s+{ADVERBS}(?P<deed>\w+)"
        ),
    ),
    (
        "speaker",
        "likely",
        "nothing",
        compiled(
            rf"(?:{BEGIN})(?-i:well|Well|imma|Imma|i gonna|we gonna)\s+{ADVERBS}(?P<deed>{DEED}\b\s(?:you|it|"
            rf"the|your|this|that|a|back|in|u)\b)"
        ),
    ),
    ("speaker", "certain", "nothing", compiled(rf"(?<![\w'])(?-i:ill|Ill|Il|il)\s+{ADVERBS}(?P<deed>{DEED}\b)")),
    (
        "speaker now",
        "certain",
        "time",
        compiled(
            rf"(?<![\w'])(?:i'm|im|we're|i am|we are)\s+(?:also |just |now |personally "
            rf")?(?P<deed>(?!{WEAK_NOW}\b){DEED_NOW}\b|"
            rf"{WEAK_NOW}\b(?=[^.;!?]*\b(?:your?s?|u|it|this|that|them|the|him|her|(?:new|replacement|second|"
            rf"another) \w+)\b)(?![^.;!?]*\b(?:off|leave|"
            r"holiday|fingers)\b))"
        ),
    ),
    (
        "our people",
        "certain",
        "nothing",
        compiled(
            rf"(?<!\w)(?:(?:someone|somebody)(?:\swho\s[\w' ]{{3,40}}?)?|(?:one|two|some|both|all) of us|"
            rf"(?:one|another|a member|two|some) of (?:our|my|the)\s[\w' -]{{2,30}}?|"
            rf"(?:(?:the|a|an)\s[\w-]+\s(?:on|from|in|at|of)\s)?(?:our|"
            rf"my)\s(?!{NOT_PEOPLE}){NOUN}(?:\s{NOUN}){{0,4}}?"
            rf"|(?:the|a|an|another|this|your|two|both|three)\s(?:[\w'-]+\s){{0,3}}?{STAFF}(?:\swho\s[\w' ]{{3,40}}?)?|"
            rf"(?:the|our) (?:next|"
            rf"night|day|morning|early|late) "
            rf"shift|whoever is on (?:shift|duty|nights)|{BEGIN}(?:{STAFF}|"
            rf"{DEPARTMENT}|(?-i:IT|HR)))(?:\s(?:from|at|in|on|of)\s[\w' "
            rf"-]{{2,30}}?)?(?:,?\s\(?(?:mr|mrs|ms)?\.?\s?(?-i:[A-Z][\w'-]+)\)?,?)?"
            rf"(?:,[^,.;]{{2,40}},)?{WILL}\s+{ADVERBS}(?P<deed>\w+)"
        ),
    ),
    (
        "named colleague",
        "likely",
        "nothing",
        compiled(
            rf"(?<![\w'])(?-i:(?!{NOT_A_NAME}\b)[A-ZÀ-ÖØ-Þ][^\W\d_]+)(?:\s\([^)]{{2,40}}\)|,?\s(?:from|in|"
            rf"at)\s(?:our|the|"
            rf"my)\s[\w ]{{2,25}}?,?|,\s(?:our|my)\s[\w ]{{2,25}},)?{WILL}"
            rf"\s+{ADVERBS}(?P<deed>{DEED}\b(?=[^.;]*\b(?:you|your|yours|u|this|it)\b)|"
            rf"be (?:with you|at your|at yours|there (?:by|at|before|between)|in touch|round (?:by|at|before))\b)"
        ),
    ),
    ("they", "likely", "nothing", compiled(rf"(?<![\w'])(?:he|she|they){WILL}\s+{ADVERBS}(?P<deed>\w+)")),
    (
        "you receive",
        "certain",
        "time_or_sender",
        compiled(
            rf"(?<![\w'])(?:you|u){WILL}\s+{ADVERBS}(?P<deed>(?:have(?! to\b)|get(?! to\b)|receive|hear|see|find|be "
            rf"(?:{DONE_DEED}|credited|texted|back (?:up|online)|up and running))\b)"
        ),
    ),
    (
        "you expect",
        "certain",
        "time_or_sender",
        compiled(
            rf"(?:\byou can |\byou may |{BEGIN}(?:please |so )?)(?P<deed>expect\b)(?! us to\b| to (?!hear|"
            rf"receive|get|see)\b)"
        ),
    ),
    *OWED_HEADS,
    *DOER_HEADS,
    (
        "will do",
        "certain",
        "nothing",
        compiled(
            rf"{BEGIN}(?P<deed>(?:will|shall) do\b(?=\s*(?:$|[.,!:)]|and\b|thanks))|(?:i|we) will(?=\s*(?:[.,!]|\Z)))"
        ),
    ),
    (
        "fragment",
        "certain",
        "nothing",
        compiled(
            rf"{BEGIN}(?:will|shall|gonna|going to)\s+{ADVERBS}(?P<deed>(?!you\b|i\b|we\b|it\b|be\b){DEED}\b|be "
            rf"(?:in touch|back with|"
            rf"\w+ing (?:you|u|it|the|this|your)|right (?:back|with you))\b)"
        ),
    ),
    ("fragment now", "likely", "time", compiled(rf"{BEGIN}(?P<deed>{DEED_NOW}\b)")),
    (
        "fragment deed",
        "likely",
        "time",
        compiled(
            rf"{BEGIN}(?P<deed>(?:call|ring|email|text|phone|message|ping|update|send|catch|(?:come|get|report|"
            rf"circle|write|reply|revert)(?: back)? to|let) (?:you|"
            rf"u|ya|ye)\b)"
        ),
    ),
    (
        "back",
        "certain",
        "time",
        compiled(rf"{BEGIN}(?:(?:i'm|we're) )?(?:be )?(?P<deed>back (?:to|with|at) (?:you|u|ya|ye)\b)"),
    ),
    (
        "update",
        "certain",
        "time",
        compiled(
            rf"{BEGIN}(?P<deed>(?:(?:next|an?|your|full|first|another|more|further|the) )*(?:update|reply|answer|"
            rf"call|email|invoice|quote|news|details|confirmation|more|response)"
            r"(?: from (?:me|us))?(?: coming(?: your way)?| on its way| follows?| to follow| to you)?(?= (?:by|at|"
            r"within|in|before|this|tomorrow|tonight|today|first|no later)\b)(?! [^.;,]*\b(?:or|to keep)\b))"
        ),
    ),
    (
        "done",
        "certain",
        "nothing",
        compiled(
            rf"{BEGIN}(?P<deed>consider (?:it|this|that|(?:the|your|our)(?:\s[\w-]+){{1,3}}?) (?:done|sorted|fixed|"
            rf"handled|gone|{DONE_DEED}|{MADE_DEED})\b)"
        ),
    ),
    (
        "let me",
        "likely",
        "nothing",
        compiled(
            r"(?<=\band )(?:then )?(?P<deed>(?:get|come|circle|revert|report|be) back\b(?: (?:to|with) (?:you|u))?|"
            r"(?:ring|call|phone|email|text|update|message) (?:you|u)\b)"
        ),
    ),
]

_WILLING = ("'ll", "ill", "shall", "going to", "gonna", "about to", "youll", "itll", "theyll", "thatll")
_REFUSING = ("won't", "wont", "will not", "shan't", "'ll not")
# Small-letter bits of which a sentence must hold one before the pattern of that kind is worth a try: most hold none.
BITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("speaker", "our people", "named colleague", "they", "you receive", "fragment"), _WILLING),
    **dict.fromkeys(("refrain", "you are spared"), _REFUSING),
    **dict.fromkeys(("speaker now", "fragment now"), ("ing",)),
    "word given": (
        "my word",
        " on me",
        " on us",
        "promise",
        "guarantee",
        "swear",
        "commit",
        "assure",
        "undertake",
        "pledge",
        "vow",
    ),
    **MORE_BITS,
    "you expect": ("expect",),
    "will do": ("will do", "shall do", "i will", "we will"),
    "fragment deed": (" you", " u", " ya", " ye"),
    "back": ("back ", "brb"),
    "update": ("upd", "repl", "answ", "call", "mail", "invo", "quote", "news", "detail", "confir", "more", "respo"),
    "done": ("consider",),
    "let me": ("let me", "lemme", "allow me", "let us"),
}
