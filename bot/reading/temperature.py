"""How the customer feels, read from words, capitals and the course of the thread."""

import re
from dataclasses import dataclass
from typing import Literal

Temperature = Literal["calm", "worried", "upset", "angry", "silent_angry", "happy"]

_I = re.IGNORECASE

ATTACK = re.compile(
    r"\b(?:useless|disgrace(?:ful)?|a joke|ridiculous|pathetic|shame(?:ful)?|scam(?:mers?)?|thie(?:f|ves)|liars?|"
    r"lied|incompetent|unacceptable|outrage(?:ous)?|appalling|"
    r"worst|fed up|sick of|had enough|furious|disgust(?:ed|ing)|insult(?:ing)?|robbery|rip[- ]?off|cheat(?:ed|"
    r"ers?)?|idiots?|clowns?|absurd|laughable|hell|damn|rubbish|crap|"
    r"final warning|last chance|how dare|don't you dare|are you (?:kidding|serious|joking)|what kind of|do you "
    r"(?:even|people)|waste of|nobody cares|demand|explain yourselves?)\b",
    _I,
)
HURT = re.compile(
    r"\b(?:disappoint\w*|frustrat\w*|annoy\w*|upset|unhappy|sad(?:dened)?|let down|not good enough|ruined|"
    r"embarrass\w*|unfair|hurt|poor (?:service|show)|not (?:ok|okay|acceptable|amused)|"
    r"bad experience|terrible|awful|horrible|dreadful|cried|crying|in tears|humiliat\w*|rude(?:ly)?|ignored|messed "
    r"up|fobbed off|wasted|lost (?:a|half a|the) (?:day|morning|evening)|"
    r"expected (?:more|better)|explain this|tired of|nobody (?:came|called|answered|told|helped|replied|wrote)|"
    r"no(?: |-)one (?:came|called|answered|told|helped|replied))\b",
    _I,
)
FEAR = re.compile(
    r"\b(?:worr(?:y|ied|ying)|afraid|scared|anxious|nervous|panick?\w*|urgent(?:ly)?|asap|desperate(?:ly)?|help me|"
    r"please help|what (?:shall|should|do|can) (?:we|i) do|what now|"
    r"stuck|stranded|can'?t (?:afford|sleep|wait|work|pay|get (?:in|out|home))|in time|too late|before it'?s too "
    r"late|concerned|fear|emergency|vulnerable|insulin|"
    r"medication|medicine|pregnan\w+|freezing|newborn|hacked|stolen|fraud|someone else (?:has|is)|don'?t "
    r"recogni[sz]e|is (?:it|this|that|everything) (?:safe|ok|okay|normal)|"
    r"hope (?:it|that|this|nothing)|going to miss|might miss|will miss|lose (?:my|our|the|everything|all))\b",
    _I,
)
JOY = re.compile(
    r"\b(?:love(?:d|s|ly)?|wonderful|amazing|fantastic|brilliant|perfect(?:ly)?|delighted|excellent|superb|awesome|"
    r"legends?|stars?|rocked?|thrilled|so happy|very happy|great|"
    r"beautiful|delicious|made (?:my|our|his|her) day|thank you so much|thanks so much|many thanks|thanks a (?:lot|"
    r"million)|thank you all|lifesaver|life saver|what a relief|impressed|smooth(?:ly)?|cheers|hooray|yay|"
    r"best (?:service|team|shop|people|support)|well done|kudos|hats off)\b|[😀😃😄😁😊😍🥰🎉👏❤💛💚💙🙌🤩]",
    _I,
)
STAKE = re.compile(
    r"\b(?:birthdays?|wedding|party|anniversary|exams?|funeral|interview|christening|graduation|surgery|operation|"
    r"christmas|easter|holidays?|honeymoon|concert|"
    r"conference|launch|audit|presentation|pitch|deadline|moving (?:house|in|out)|event|trip|flight|ferry|wages|"
    r"payroll|\d{2}(?:th|st|"
    r"nd|rd)(?= (?:tomorrow|on|is|today|this|birthday)))\b",
    _I,
)
SARCASM = re.compile(
    r"\b(?:great job|well done|bravo|congratulations|nice work|brilliant|fantastic|wonderful|lovely|perfect|thanks "
    r"(?:a lot )?for (?:nothing|the)|how (?:nice|lovely|kind)|impressive|so helpful|great service|top service)\b",
    _I,
)
TROUBLE = re.compile(
    r"\b(?:broken?|broke|bent|loose|(?:not|wasn't|isn't|weren't) (?:\w+ )?ready|wrong|damaged?|scratch(?:es|ed)?|"
    r"rattles?|leak(?:s|ing|ed)?|crack(?:s|ed)?|dents?|dented|"
    r"fail(?:s|ed|ing|ure)?|error|crash(?:es|ed|ing)?|down|dead|defective|faulty|missing|lost|late(?! (?:father|"
    r"mother|husband|wife|uncle|aunt|grand\w+|check-?out|fee))|delay(?:ed|s)?|"
    r"overcharged|charged (?:me |us |my \w+ )?(?:twice|again|double|for)|double[- ]charged|deducted|never|no[- "
    r"]show|cold|dirty|mou?ldy|stale|burnt|rotten|useless|"
    r"(?:we|i) (?:had )?ordered|instead of|(?:doesn't|does not|didn't|did not|don't|won't|isn't|not|stopped) "
    r"(?:\w+ )?(?:work(?:s|ing)?|start|charge|load|open|arrive[ds]?|come|show|connect|respond|answer|call(?:ed)?|"
    r"fix(?:ed)?)|"
    r"no (?:answer|reply|response|call|signal|reason|water|heating|power|internet|money|one|news|trace)|same "
    r"(?:problem|fault|error|rattle|issue|thing|mistake|noise)|"
    r"nobody|cancell?ed (?:my|our|on)|rude|waiting|waited|still (?:no|not|waiting|nothing|broken|hasn't|haven't|"
    r"isn't|cold|down|wrong)|rejects?|frozen|gone|vanished|bounced|spilled|torn|stain(?:ed|s)?|thrown|in the "
    r"rain)\b",
    _I,
)
GONE_COLD = re.compile(
    r"^\s*(?:as (?:i|we) (?:wrote|said|mentioned|explained|told)|i (?:did|have|already (?:did|have|said|told))\b|"
    r"noted|i see|fine|right|understood|so (?:i|we) (?:was|were) told|that was\b|it is (?:now |already )?(?:the|"
    r"week \d+|\w+day)\b|"
    r"it'?s (?:now |already )?(?:the|week \d+|\w+day)\b|still (?:nothing|no|not)|see (?:above|below|my)|please "
    r"(?:re-?)?read|you "
    r"(?:said|wrote|told|promised) (?:that|this)?|and\?|hello\?|again)",
    _I,
)
OWN_FAULT = re.compile(
    r"\b(?:my (?:own )?(?:mistake|fault|bad|error)|i (?:accidentally|stupidly|lost|forgot|dropped|mistyped|broke|"
    r"spilled|made a mistake|think i|locked|deleted|missed)|by mistake|by accident|no offen[cs]e|i sent "
    r".{0,30}wrong)\b",
    _I,
)
REPEAT = re.compile(
    r"\b(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th|sixth|tenth|\d+th|umpteenth|last) (?:time|mail|email|"
    r"message|call|contact|attempt|reminder|letter|chat|ticket|request|visit|repair)|(?<!charged )(?:\b(?:asked|"
    r"wrote|written|called|rang|phoned|emailed|told|tried|complained|reported|promised|said|mailed|contacted|been|"
    r"here)\b[^.?!]{0,30}\b(?:twice|(?:two|three|four|five|several|many) times|repeatedly|times already))|"
    r"as (?:i|we) (?:already )?(?:wrote|said|mentioned|explained|told)|(?:i|we)(?:'ve| have)? (?:already |now "
    r")?(?:wrote|written|called|emailed|rang|rung|phoned|messaged|asked|told|reported|"
    r"complained)\b[^.?!]{0,40}\b(?:already|before|again|ago|last (?:week|month)|on \w+day|in (?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|twice|times)|"
    r"still (?:no|not|nothing|waiting)\b[^.?!]{0,25}\b(?:answer|reply|response|call|news|refund|word|solved|fixed|"
    r"heard)|still (?:waiting|no answer|no reply|nothing)|(?:down|broken|wrong|missing|late|happen\w*|fail\w*|same "
    r"\w+|error|gone|out|there|back) again|again and again|yet again|once again|not the first time|same (?:problem|"
    r"issue|fault|error|mistake|rattle|noise) (?:again|as|back)|"
    r"(?:was|were|been) (?:told|promised)|you (?:promised|said you)|keep(?:s)? (?:asking|happening|failing|"
    r"crashing|being|getting|telling)|every (?:time|month|week)|no (?:one|body) (?:has )?(?:answered|called|"
    r"replied|responded)|chas(?:e|ed|ing)|follow(?:ing)?[- ]up)\b",
    _I,
)
_SHOUT = re.compile(r"\b[A-Z]{4,}\b(?![-\d])")
_ACRONYM = re.compile(
    r"^(?:IBAN|HTTP|HTTPS|JSON|VISA|EBIKE|ASAP|GMBH|HTML|IMAP|SMTP|OAUTH|SAML|SEPA|USPS|UEFI|BIOS|PAYPAL|IKEA)$"
)


@dataclass(frozen=True, slots=True)
class Course:
    """What the temperature needs to know about the thread besides the words of the turn."""

    has_agent_before: bool
    comes_back: bool
    """The same matter is back although an agent already wrote."""
    has_risk: bool
    has_safety: bool
    is_repeat: bool
    is_thanks: bool


def shouting(text: str) -> int:
    """How many words are shouted; well-known acronyms and a text without small letters that is one word are not."""
    return sum(not _ACRONYM.match(word) for word in _SHOUT.findall(text))


def is_sarcastic(text: str) -> bool:
    """Praise and trouble in one breath, with nothing that turns between them."""
    return bool(
        SARCASM.search(text)
        and TROUBLE.search(text)
        and not re.search(r"\b(?:but|however|one (?:q|question|thing)|only|except|although|though)\b|\?", text, _I)
    )


_NEGATED = re.compile(r"\b(?:not|never|no|nothing|nobody|none|nowhere|without|instead|neither)\b|n't\b", _I)
_SELF = re.compile(
    r"\b(?:i|we)(?:'m| am|'re| are)?(?: \w+)? (?:can't|cannot|can not|couldn't|don't|do not|didn't|did not|not|"
    r"won't|haven't|wouldn't)(?! (?:\w+ )?(?:received?|got|get|had|heard|seen|sleep|pay|work|order|ask))|"
    r"\b(?:no offen[cs]e|no problem|no rush|no hurry|no worries|not sure|not urgent|why not|or not|if not|not yet|"
    r"no longer need|not in a hurry|don't know|don't need)\b",
    _I,
)
_WAITED = re.compile(
    r"\b(?:for|after|since|in|took|it's been|been|waited|waiting|now|already|over|almost) (?:\w+ )?(?:\d+|two|"
    r"three|four|five|six|seven|eight|nine|ten|several|many) (?:minutes?|mins|hours?|days?|weeks?|months?)\b",
    _I,
)
_ACCUSED = re.compile(
    r"\byou(?:'ve| have| just| guys| people| lot)*\b[^.?!]{0,20}\b(?:charged|sent|delivered|lost|cancel\w*|took|"
    r"billed|broke|forgot|damaged|froze\w*|promised|said|told|closed|blocked|deleted|changed|left|let|refused|"
    r"raised|sold|gave|ignored?|kept|keep)\b|"
    r"\byour (?:\w+ )?(?:driver|courier|man|people|technician|engineer|mechanic|staff|receptionist|colleague|team|"
    r"company|system|website|app|update|machine|bot|line|letter|mail|waiter|crew|support)s?\b",
    _I,
)
_RHETORIC = re.compile(
    r"\b(?:how (?:hard|difficult|many times|can you|long (?:do|must|should)|dare)|who (?:pays|thinks|decided|does "
    r"that|approved)|what exactly|do you (?:think|really|even|people|know what)|is (?:this|that) (?:how|what|a "
    r"joke|normal)|am i (?:supposed|paying)|"
    r"so much for|paying customer|for that money|call (?:this|that|yourselves)|nobody (?:even )?cares?|seriously|"
    r"unbelievable|incredible|explain (?:this|that|yourself)|enough is enough|i'?m done|no more excuses|excuses)\b|"
    r"\bNOW\b|\?!|!\?|!!+",
    _I,
)
_LATE_ONLY = re.compile(
    r"\b(?:still|hasn't|haven't|isn't|not|never|no) (?:\w+ ){0,2}(?:arrived?|come|came|here|there|received?|turned "
    r"up|delivered|yet|shown up)\b|\bnever came\b|\bis late\b|\blost\b|\bmissing\b|\bdead\b|\bgone\b|\bdelayed\b",
    _I,
)


def grievance(text: str) -> int:
    """How much was told that went wrong: statements only, since a question about a fault is not yet a fault."""
    weight = 0
    for sentence in re.split(r"(?<=[.!?])\s+|\n|;", text):
        if sentence.rstrip().endswith("?") and len(sentence.split()) < 9 and not _ACCUSED.search(sentence):
            continue
        weight += min(2, len({match.lower() for match in TROUBLE.findall(sentence)}))
        weight += bool(_NEGATED.search(sentence)) and not _SELF.search(sentence)
    return weight + bool(_WAITED.search(text)) + bool(_ACCUSED.search(text)) * (weight > 0)


def temperature_of(text: str, course: Course) -> Temperature:
    """Of one turn; `text` is its plain words."""
    weight = grievance(text)
    if _is_angry(text, course, weight):
        return "angry"
    if _is_silent(text, course, weight):
        return "silent_angry"
    joy, fear = bool(JOY.search(text)), bool(FEAR.search(text)) or course.has_safety
    if joy and weight <= 1 and not HURT.search(text):
        return "happy"
    if HURT.search(text) or (course.is_repeat and weight and not joy):
        return "upset"
    if fear:
        return "upset" if weight >= 4 and not course.has_safety and _ACCUSED.search(text) else "worried"
    if course.is_thanks and not weight:
        return "happy"
    return _from_what_happened(text, weight)


def _from_what_happened(text: str, weight: int) -> Temperature:
    """Nothing names a feeling: what happened has to tell it."""
    if OWN_FAULT.search(text):
        return "worried" if weight > 1 or STAKE.search(text) else "calm"
    if not weight:
        return "worried" if "??" in text else "calm"
    if _LATE_ONLY.search(text) and not _ACCUSED.search(text) and weight <= 3:
        return "worried"
    if weight >= 2 or _ACCUSED.search(text) or "!" in text or STAKE.search(text) or shouting(text):
        return "upset"
    return "calm" if re.search(r"\b(?:can|could|would) you\b|\bplease\b", text, _I) else "worried"


def _is_angry(text: str, course: Course, weight: int) -> bool:
    if is_sarcastic(text):
        return True
    attacks, shouts = len(ATTACK.findall(text)), shouting(text)
    if course.has_safety and not attacks:
        return shouts >= 3
    if attacks or shouts >= 3 or (shouts and "!" in text and weight):
        return True
    if course.has_risk and (
        weight + course.is_repeat or re.search(r"\b(?:unless|or (?:i|we)(?:'ll| will)|otherwise)\b", text, _I)
    ):
        return True
    return bool(_RHETORIC.search(text)) and weight >= 2


def _is_silent(text: str, course: Course, weight: int) -> bool:
    """Short and cold after we failed: no exclamation, no feeling named, nothing said that was not said before."""
    if not course.has_agent_before or course.is_thanks or "!" in text or len(text.split()) > 22:
        return False
    if HURT.search(text) or JOY.search(text) or FEAR.search(text):
        return False
    return bool(GONE_COLD.search(text)) or (course.comes_back and (course.is_repeat or weight > 0))
