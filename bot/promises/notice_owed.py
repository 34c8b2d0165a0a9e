"""The openings of promises whose subject is the thing that we owe, or that have no subject at all."""

import re

from bot.promises.notice_grammar import BEGIN, NOUN, WILL, Need, Strength, compiled
from bot.promises.notice_words import (
    ADVERBS,
    ANY_DONE,
    AT_THE_CUSTOMER,
    BETTERED,
    DONE_DEED,
    GOOD_END,
    MADE_DEED,
    OWED_THING,
    TAKEN,
)

AMOUNT = r"[£$€]\s?\d[\d.,]*k?"
WORD = rf"(?:{AMOUNT}|#?{NOUN})"
# "your new lamp", "the £40", "the label from our desk"; only at the start of a clause also "the lamp and its shade".
THING = (
    rf"(?:(?:your|the|a|an|this|that|these|those|all|both|our|my|ur|his|her|their|each|every|"
    rf"another|one|two|three|four|five|six|(?<!\d[:.])\d+)\s(?:{WORD}\s){{0,6}}?{WORD}|{AMOUNT}(?:\s{NOUN}){{0,3}}?"
    rf"|{BEGIN}(?:your|the|both|all|our|a|an)\s(?:{WORD}\s){{1,4}}?and\s(?:{WORD}\s){{0,4}}?{WORD}"
    rf"|(?:it|they|everything|that|this|yours|payment|pickup|refund|delivery|replacement|confirmation)\b)"
    r"(?:\s(?:from|for|of|on|to|with)\s(?:(?!\band\b|\bbut\b)[\w' -]){2,30}?|\s\([^)]{1,40}\)|,[^,.;]{2,40},|"
    r"\s(?:you|we|i)\s[\w' ]{2,30}?)?"
)
# "new label", "refund", "corrected statement": things to say without an article.
BARE_THING = (
    rf"(?:(?:a|an|the|your|our|full|first|whole|{AMOUNT})\s+)*(?:(?:{NOUN}\s+){{0,3}}?{OWED_THING}\b(?:\s#?\d[\w-]*)?"
    rf"|{BETTERED}\s+(?:{NOUN}\s+){{0,2}}?{NOUN})"
)
OURS_PRESENT = rf"(?:your\s(?:{WORD}\s){{0,4}}?{WORD}|(?:the|that|this|a|an|our)\s(?:{WORD}\s){{0,3}}?{OWED_THING}"
OURS_PRESENT += (
    rf"|(?:the|a|an)\s{BETTERED}\s(?:{WORD}\s){{0,2}}?{WORD}|the\s(?:{WORD}\s){{0,3}}?{WORD}|that|this|it|yours)"
)
GOING = r"(?:going|coming|heading|shipping|leaving|flying|returning)"
TIME_FOLLOWS = (
    r"(?=(?:,?\s+|:\s*|\s*[-–—>]+\s*|\s\()(?:by|before|today|tonight|tomorrow|tmrw|first thing|this (?:morning|"
    r"afternoon|evening)|no later|"
    r"at (?:the latest|\d)|\d|noon|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day)\b"
    r"[^,;?]*\Z)"
)
NOT_AN_ASK = r"(?!.*\b(?:please|pls|kindly|from you|to us|to me)\b)"

OWED_HEADS: list[tuple[str, Strength, Need, re.Pattern[str]]] = [
    ("thing", "certain", "time", compiled(rf"(?<![\w']){THING}{WILL}\s+{ADVERBS}(?P<deed>{GOOD_END})")),
    (
        "thing",
        "certain",
        "time",
        compiled(rf"{BEGIN}{BARE_THING}{WILL}\s+{ADVERBS}(?P<deed>{GOOD_END})"),
    ),
    (
        "thing later",
        "certain",
        "time",
        compiled(
            rf"(?<![\w'])(?:{THING}|{BEGIN}(?:{BARE_THING}|same|issue|concern|request|query|amount|case|matter|"
            rf"needful)){WILL}\s+{ADVERBS}(?P<deed>be\s+(?:\w+ly )?(?:{MADE_DEED}\b|{ANY_DONE}))"
        ),
    ),
    (
        "thing later",
        "certain",
        "time",
        compiled(
            rf"{BEGIN}(?:will|shall|'ll)\s+{ADVERBS}(?P<deed>{GOOD_END}|be\s+(?:\w+ly )?(?:{MADE_DEED}\b|{ANY_DONE}))"
        ),
    ),
    (
        "thing now",
        "certain",
        "time",
        compiled(
            rf"(?<![\w']){OURS_PRESENT}(?:\s(?:is|are)|'s|'re)\s+(?:also |now |just )?(?P<deed>(?:being|getting)\s+"
            rf"(?:\w+ly )?(?:{DONE_DEED}|{MADE_DEED}|{ANY_DONE})|{GOING}\s+(?:out|back|to you|up|off|over|live|"
            rf"in the|in to)|"
            rf"(?:shipping|leaving)\b|on (?:its|the|their) way|to be (?:{DONE_DEED}|{MADE_DEED})|"
            rf"(?:{AT_THE_CUSTOMER}|ready|back|yours|done|live|sorted|in (?:the|tonight's|today's|tomorrow's) "
            rf"(?:post|mail)))\b"
        ),
    ),
    (
        "thing now",
        "certain",
        "time",
        compiled(
            rf"(?<![\w']){OURS_PRESENT}\s+(?P<deed>gets?\s+(?:{DONE_DEED}|{MADE_DEED})|goes (?:out|back|up|in the|"
            r"to you)|ships|comes (?:back|out|off|with|to you|next|on|by|in the|tomorrow|today|tonight)|"
            r"leaves (?:here|our|us|the (?:warehouse|workshop|depot))|follows)\b"
        ),
    ),
    (
        "headline",
        "certain",
        "time",
        compiled(
            rf"{BEGIN}{NOT_AN_ASK}(?P<deed>{BARE_THING},?\s+(?:(?:now )?{GOING}\s+(?:out|back|to you|over|your way)|"
            rf"in (?:the|tonight's|today's|tomorrow's) (?:post|mail)|{GOING}(?=\s+(?:today|tonight|tomorrow|on|"
            rf"this|by|first|monday|tues|wedn|thur|fri|satur|sund))|"
            rf"on (?:its|the|their) way|{AT_THE_CUSTOMER}|(?:back |over )?to (?:you|her|him|them)|to follow|"
            rf"follows|to be (?:{DONE_DEED}|{MADE_DEED})|"
            rf"(?:out|ready|live|up|{DONE_DEED}|{MADE_DEED})(?=\s+(?:by|before|within)\b))\b)"
        ),
    ),
    (
        "note",
        "likely",
        "time",
        compiled(
            rf"\A[\s*•-]{{0,3}}(?:(?:sorry|ok|right|noted|thanks|hi|got it)\W+)?"
            rf"{NOT_AN_ASK}(?!\w+ (?:by|before)\b[^.!?]*\b(?:to|and|or|for)\b)(?P<deed>(?:{BARE_THING}|(?:money|"
            rf"cash) back|(?:{DONE_DEED}|{MADE_DEED}|done|ready|live)"
            rf"(?: for (?:you|u|collection)| with you)?){TIME_FOLLOWS}(?=[^.;!?]{{2,34}}[.!]?\s*\Z|[^,;!?]{{2,25}},))"
        ),
    ),
    (
        "back",
        "certain",
        "time",
        compiled(
            rf"{BEGIN}(?P<deed>(?:be )?back in (?:a |an |about |like |half |five|ten|fifteen|twenty|thirty|two|\d)"
            r"(?![^.,;!]*\b(?:days?|weeks?|months?|office)\b)|brb\b)"
        ),
    ),
    (
        "there will be",
        "certain",
        "time",
        compiled(
            rf"\bthere(?:\s*'ll| will) be\s+(?P<deed>(?:an?|someone|somebody|one of our|our|"
            rf"the)\s?(?:[\w'-]+\s){{0,4}}?"
            rf"(?:{AT_THE_CUSTOMER}|there|outside|(?<=\b)waiting for you)\b)"
        ),
    ),
    (
        "nothing taken",
        "certain",
        "nothing",
        compiled(
            rf"\b(?:no\s(?:{NOUN}\s){{0,3}}?{NOUN}|nothing|none of (?:it|this|that)){WILL}\s+(?P<deed>be {TAKEN}\b)"
        ),
    ),
    (
        "nothing taken",
        "certain",
        "nothing",
        compiled(
            r"\bthere(?:\s*'ll| will| won't| will not) be\s+(?P<deed>(?:no|any)\s(?:[\w-]+\s){0,2}?"
            r"(?:fees?|charges?|costs?|bills?|penalt(?:y|ies)|deductions?|interest)\b)"
        ),
    ),
    (
        "leave it",
        "certain",
        "nothing",
        compiled(
            rf"{BEGIN}(?:just |please )?(?P<deed>leave (?:it|this|that|everything|all that|the rest) (?:with|"
            rf"to) (?:me|us))\b"
        ),
    ),
]
