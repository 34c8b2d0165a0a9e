"""The openings of promises with another doer than "I will", or that name only who receives: "you're getting"."""

import re

from bot.promises.notice_grammar import BEGIN, NOUN, WILL, Need, Strength, compiled
from bot.promises.notice_owed import THING
from bot.promises.notice_words import (
    ADVERBS,
    ANY_DONE,
    DEED_NOW,
    DONE_DEED,
    MADE_DEED,
    STAFF,
    TAKEN,
    TO_CUSTOMER,
)

DOER_HEADS: list[tuple[str, Strength, Need, re.Pattern[str]]] = [
    (
        "our people now",
        "certain",
        "time",
        compiled(
            rf"(?<![\w'])(?:(?-i:(?!It|That|This|What|Who|He|She|There|Here|Where|How)[A-ZÀ-Þ])[\w'-]+?|(?:our|"
            rf"my|the)\s"
            rf"(?:[\w-]+\s){{0,3}}?(?:{STAFF}|van|truck|lorry)|(?:our|my)\s(?:{NOUN}\s){{0,2}}?{NOUN}|someone|"
            rf"he|she|they)"
            rf"(?:\s(?:from|in|at)\s(?:our|the|my)\s[\w ]{{2,25}}?,?)?(?:\s(?:is|are)|'s|'re)\s+(?:now |also )?"
            rf"(?P<deed>{DEED_NOW}\b(?!\s(?:me|us)\b)(?=[^.;]*\b(?:you|your|yours|it|this)\b))"
        ),
    ),
    (
        "receive now",
        "certain",
        "time",
        compiled(r"(?<![\w'])you\s+(?P<deed>get (?:your|my|the|an?|it)\b|have my\b)"),
    ),
    (
        "receive now",
        "certain",
        "time",
        compiled(
            r"(?<![\w'])(?:you(?:'re| are)\s+(?:also )?(?P<deed>(?:getting|having|receiving|hearing from)\b)"
            r")"
        ),
    ),
    (
        "recipient",
        "likely",
        "time",
        compiled(
            rf"(?<![\w'])(?:he|she|they|your\s(?:[\w-]+\s)?[\w-]+){WILL}\s+{ADVERBS}(?P<deed>(?:have|get|receive) "
            r"(?:it|them|their|her|his|the|a|one)\b)"
        ),
    ),
    (
        "you will be",
        "certain",
        "time",
        compiled(
            rf"(?<![\w'])(?:you|u){WILL}\s+{ADVERBS}(?P<deed>(?:be (?:\w+ly )?(?:{DONE_DEED}|{MADE_DEED}|{ANY_DONE}|"
            r"getting|hearing|receiving|seeing|told|up and|on the|on our|sorted|home)|know|learn|find out)\b)"
        ),
    ),
    (
        "staff present",
        "certain",
        "time",
        compiled(
            rf"(?<![\w'])(?:(?:our|my|the|an?|your|another)\s(?:[\w-]+\s){{0,3}}?(?:{STAFF}|van|truck|lorry|"
            rf"workshop|kitchen)|"
            rf"someone|(?-i:(?!It|That|This|What|Who|He|She|There|Here|Where|How|DHL|"
            rf"UPS)[A-ZÀ-Þ][a-zß-ÿ]+))(?:\s\([^)]{{1,30}}\))?\s+"
            r"(?P<deed>(?:calls|rings|phones|emails|texts|visits|comes|arrives|delivers|brings|collects|swaps|fits|"
            r"installs|starts on|finishes|picks|drops|sends|posts|fixes)\b(?=[^.;]*\b(?:you|your|yours|it|"
            r"this)\b)|(?:returns|arrives)\b)"
        ),
    ),
    (
        "staff coming",
        "certain",
        "time",
        compiled(
            rf"(?<![\w'])(?:(?:our|my|the|an?|your|another)\s(?:[\w-]+\s){{0,3}}?(?:{STAFF}|van|truck|lorry)|"
            rf"someone|somebody)"
            r"(?:\s\([^)]{1,30}\))?(?:\s(?:is|are)|'s|'re)\s+(?:now |also )?(?P<deed>(?:coming|visiting|calling|"
            r"(?:back|out) (?:to|at|with) your?|on (?:its|his|her|their|the) way|with you|at your|"
            r"heading)\b(?!\s(?:me|us|in|from|for me)\b))"
        ),
    ),
    (
        "i have someone",
        "certain",
        "time",
        compiled(
            r"(?<![\w'])(?:i|we)(?:'ve| have)(?: got)?\s+(?P<deed>(?:[\w'-]+\s){1,5}?(?:coming|calling|ringing|phoning|"
            r"visiting|bringing|delivering|picking|heading|going out|leaving|on (?:its|the) way|lined up "
            r"to)\b(?=[^.;!?]*\byour?s?\b))"
        ),
    ),
    (
        "with you",
        "certain",
        "time",
        compiled(
            rf"(?:{BEGIN}|(?<![\w'])(?:i'm|we're|i am|we are|im)\s+)(?:be |right )*(?P<deed>(?:(?:back |right |"
            rf"over )?with (?:you|u)|"
            r"at your (?:door|place|gate|desk)|outside yours?|there|on site|onsite)(?=\s+(?:by|at|in|before|"
            r"within|between|"
            r"today|tonight|tomorrow|on|first)\b))"
        ),
    ),
    (
        "let me",
        "likely",
        "time",
        compiled(
            r"\b(?:let me|lemme|allow me to)\s+(?:just |quickly )?(?P<deed>(?:call|ring|phone|email|text|send|"
            r"get|drop|ping|"
            r"post|message|update|bring)\s+(?:you|this|that|it|the|a|your|someone|our|my|back)\b)"
        ),
    ),
    (
        "give me",
        "likely",
        "time",
        compiled(
            r"\b(?P<deed>(?:give|allow) (?:me|us) (?:until|till|til|to)\b|(?<=\bi )(?:need (?:until|till|til)|"
            r"owe you)\b)"
        ),
    ),
    (
        "turns to you",
        "certain",
        "nothing",
        compiled(
            rf"(?<![\w'])(?:(?:the|your|an?|one of the|whichever)\s(?:{NOUN}\s){{0,3}}?{NOUN}|(?:dr|mr|mrs|ms|"
            rf"miss|prof)\.?\s(?-i:[A-ZÀ-Þ])[\w'-]+)"
            rf"(?:\s(?:from|at|in|on)\s[\w' -]{{2,30}}?|\s\([^)]{{1,40}}\)|"
            rf",[^,.;]{{2,40}},)?{WILL}\s+{ADVERBS}(?P<deed>{TO_CUSTOMER}|(?:call|ring|phone|"
            rf"review|visit|check|sign|reply|email)\b[^.;!?]*\band {TO_CUSTOMER})"
        ),
    ),
    (
        "spared thing",
        "certain",
        "nothing",
        compiled(
            rf"(?<![\w'])(?:{THING}|nobody|no one|no-one)\s*(?:won't|wont|will not|shall not|"
            rf"shan't)\s+(?P<deed>(?:show up|appear|be (?:{TAKEN}|cancelled|"
            r"released|touched|deleted|chased)|happen again|go up)\b)"
        ),
    ),
    (
        "not doing",
        "certain",
        "nothing",
        compiled(
            r"(?<![\w'])(?:i'm|we're|i am|we are)\s+not (?:going to\s+)?(?P<deed>(?:(?:charg|bill|deduct|"
            r"invoic)(?:e|ing)?|"
            r"(?:clos|tak|cancel|keep|leav)(?:e|ing|ling)?(?=[^.;!?]*\b(?:your?|it|this|the (?:case|ticket|fee))\b))\b)"
        ),
    ),
    (
        "time promised",
        "certain",
        "time",
        compiled(
            r"(?:\A|[.!,;:] |(?<=\n))[\W_]*(?P<deed>(?:by|before|within|no later than|tomorrow|today|tonight|"
            r"(?:on )?(?:mon|tues|wednes|"
            r"thurs|fri|satur|sun)day)\b[^.;!?]{0,30},?\s(?:i promise|promise|guaranteed|without fail|you have "
            r"my word|my "
            r"word on it|at the latest(?=\s*[.,!]|\s*\Z)))"
        ),
    ),
    (
        "time promised",
        "likely",
        "time",
        compiled(
            r"\A[\W_]*(?:yes|yep|yeah|sure|ok|okay|of course|absolutely|certainly)\b[,!.]*\s+(?P<deed>(?:by|"
            r"before|within|no later "
            r"than|tomorrow|today|tonight)\b(?![^.;!?]*\b(?:you|i|we|is|are|works?|suits?|"
            r"please)\b)[^.;!?,]{0,30}[.!]?\s*\Z)"
        ),
    ),
    (
        "plain present",
        "likely",
        "time",
        compiled(
            rf"(?:{BEGIN}|\b(?:today|tomorrow|tonight|day|\d(?:am|pm)?|noon|either way|"
            rf"then)\s)(?P<deed>(?:i\s+(?:will\s+)?(?:call|ring|phone|send|email|text|post|refund|"
            r"bring|deliver|ship|fix|repair|transfer|collect|pick|check|drop|come|give|credit|message|update)|"
            r"we\s+(?:call|ring|"
            r"phone|send|email|post|refund|bring|deliver|ship|fix|repair|transfer|collect|pick|credit|do|start "
            r"on)\s(?:you|it|"
            r"this|that|them|your|the)\b)\s+(?=[^.;!?]*\b(?:today|tonight|"
            r"tomorrow|tmrw|this (?:afternoon|evening|week)|next week|on (?:mon|tues|wednes|thurs|fri|satur|"
            r"sun)day|(?:by|at) \d)))"
        ),
    ),
    (
        "sender announced",
        "certain",
        "time",
        compiled(
            r"\b(?:look out|watch out|watch|keep an eye(?: out)?) for\s+(?P<deed>(?:my|our)\b|[\w -]{2,40} from "
            r"(?:me|us)\b)"
        ),
    ),
]
