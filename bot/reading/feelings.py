"""The words in which customers show how they feel: attack, hurt, fear, joy, and what hangs on the matter."""

import re

from bot.reading.failures import TROUBLE

_I = re.IGNORECASE

ATTACK = re.compile(
    r"\b(?:useless|disgrace(?:ful)?|(?:a|some kind of|sick) joke|ridiculous|pathetic|shame(?:ful|less)? on|"
    r"shame(?:ful|less)|scam(?:mers?)?|"
    r"thie(?:f|ves)|theft|stole my|stealing|liars?|lied|lying to|lies|incompeten\w+|unacceptable|outrage(?:ous)?|"
    r"appalling|"
    r"worst|fed up|sick of|sick and tired|had enough|enough is enough|furious|livid|fuming|disgust(?:ed|ing)|"
    r"insult(?:ing)?|robbery|"
    r"rip[- ]?off|ripped off|cheat(?:ed|ers?|ing)?|idiots?|clowns?|morons?|amateurs?|absurd|laughable|hell|damn|"
    r"bloody|rubbish|crap|bullsh\w+|wtf|"
    r"garbage|trash|cowboys?|criminals?|crooks?|swindle\w*|final warning|last chance|how dare|don't you dare|are "
    r"you (?:kidding|serious|joking|"
    r"for real|having a laugh)|(?:you must|got to|gotta|have to) be (?:kidding|joking)|what kind of|what sort of|"
    r"do you (?:even|people)|waste of|"
    r"nobody (?:even )?cares|don't (?:even )?care|couldn't care less|demand|explain yourselves?|pay for this|"
    r"answer for this|joke of a|"
    r"daylight|extortion|dishonest|unbelievabl[ey]|beyond belief|beggars belief|atrocious|abysmal|shambles|farce|"
    r"hopeless)\b",
    _I,
)
HURT = re.compile(
    r"\b(?:disappoint\w*|frustrat\w*|annoy\w*|upset(?:ting)?|unhappy|sad(?:ly|dened)?|let (?:me |us )?down|not "
    r"good enough|ruined|spoil(?:ed|t)|"
    r"embarrass\w*|unfair|hurt(?:ful)?|poor (?:service|show|quality|form)|not (?:ok|okay|acceptable|amused|happy|"
    r"satisfied|impressed|fair|funny|right|"
    r"on|what (?:i|we) (?:paid|expected|ordered|booked))|bad experience|terribl[ey]|awful|horrible|dreadful|cried|"
    r"crying|in tears|humiliat\w*|"
    r"rude(?:ly)?|ignored|messed (?:\w+ )?up|fobbed off|wasted|lost (?:a|half a|the|my) (?:whole )?(?:day|morning|"
    r"evening|weekend|customers?|orders?)|"
    r"(?:had )?expected (?:more|better|something)|tired of|exhaust(?:ed|ing)|shocked|stunned|speechless|dismayed|"
    r"gutted|devastated|"
    r"heartbroken|miserable|ashamed|offended|not on\b|a pity|such a shame|a shame|nightmare|mess\b|chaos|"
    r"unprofessional|sloppy|careless|"
    r"nobody (?:came|called|answered|told|helped|replied|wrote|cared|knew|rang|turned|showed)|"
    r"no(?: |-)one (?:came|called|answered|told|helped|replied|cared|knew|rang|turned|showed))\b",
    _I,
)
FEAR = re.compile(
    r"\b(?:worr(?:y|ied|ying)|afraid|scared|anxious|nervous|panick?\w*|urgent(?:ly)?|asap|desperate(?:ly)?|help me|"
    r"please help|please please|"
    r"what (?:shall|should|do|can|must) (?:we|i) do|what now|stuck|stranded|can'?t (?:afford|sleep|wait|pay|get "
    r"(?:in|out|home))|"
    r"in time|too late|before it'?s too late|concerned|fear|emergency|vulnerable|insulin|medication|medicine|"
    r"pregnan\w+|freezing|newborn|toddler|"
    r"hacked|stolen|fraud|phishing|scam|someone else (?:has|is)|someone has|don'?t recogni[sz]e|never (?:made|"
    r"signed|ordered)|"
    r"is (?:it|this|that|everything) (?:safe|ok|okay|normal|dangerous)|am i safe|dangerous|hope (?:it|that|this|"
    r"nothing)|going to miss|might miss|will miss|"
    r"don'?t want to miss|miss (?:my|our|the)|lose (?:my|our|the|everything|all)|will (?:they|you) (?:still )?let "
    r"(?:me|us)|nobody knows yet|doesn't know yet|"
    r"surgery|operation|biopsy|diabetic|allerg\w+|blood pressure|side effects?|hospital|wheelchair|overdrawn|by "
    r"mistake|by accident|"
    r"wrong (?:iban|account|person|number|dose)|right now or|hours? ago|minutes? ago|mins? ago|just now|lost my|"
    r"left my|locked (?:out|myself)|"
    r"expire[sd]?|runs? out|running out|last (?:one|tablet|pill)|alone|please hurry|quickly|immediately|right away|"
    r"tonight)\b|!!|\?\?",
    _I,
)
JOY = re.compile(
    r"\b(?:love(?:d|s|ly)?|wonderful(?:ly)?|amazing(?:ly)?|fantastic|brilliant(?:ly)?|perfect(?:ly)?|delight(?:ed|"
    r"ful)|excellent|superb|awesome|"
    r"legends?|stars?(?! review)|rocked?|thrilled|so happy|very happy|happy (?:with|to say)|great(?! (?:job|work|"
    r"service))|unforgettable|best (?:day|holiday|trip|meal|stay|"
    r"honeymoon|experience|weekend|birthday|service|team|shop|people|support|thing|decision)|"
    r"beautiful(?:ly)?|delicious|made (?:my|our|his|her|the) (?:day|week|trip|weekend)|thank you (?:all )?so much|"
    r"thanks so much|many thanks|thanks a (?:lot|"
    r"million)|thank you all|big thank|huge thank|lifesaver|life saver|what a (?:relief|difference|lovely|great)|"
    r"relieved|impressed|smooth(?:ly)?|hooray|yay|wow|"
    r"so (?:kind|helpful|quick|fast|friendly|nice|pleased|patient|much (?:time|nicer|better|easier))|much (?:nicer|"
    r"better|easier)|well done|kudos|"
    r"hats off|hug|works (?:again|perfectly|like a charm|great)|can sleep again|pleased|grateful|fab(?:ulous)?|top "
    r"notch|five stars|chuffed|over the moon|"
    r"gorgeous|stunning(?:ly)?|best \\w+ (?:in|ever)|like a dream|such (?:tact|care|kindness|patience)|touched|"
    r"sang|magic|works? wonders|sorted (?:it|my|our|everything)|"
    r"pleasure|enjoyed|without fear|days early|pass (?:it|this|that|my thanks) on|a dream|magical|spot on|"
    r"flawless(?:ly)?|second to none|exceeded|recommend(?:ed)?)\b"
    r"|(?:thanks|thank you|thx)(?: so much| very much| a lot)? for (?:the (?:quick|fast|kind|great|lovely|swift|"
    r"help)|sorting|fixing|helping|being|"
    r"going|your (?:kind|quick|fast|great|help))|[😀😃😄😁😊😍🥰🎉👏❤💛💚💙🙌🤩]",
    _I,
)
STAKE = re.compile(
    r"\b(?:birthdays?|wedding|party|anniversary|exams?|funeral|interview|christening|graduation|surgery|operation|"
    r"christmas|easter|holidays?|honeymoon|concert|conference|launch|audit|presentation|present(?:ing)? (?:this|it|"
    r"to)|pitch|deadline|"
    r"moving (?:house|in|out)|event|trip|flight|ferry|wages|payroll|guests|board meeting|due tonight|"
    r"\d{2}(?:th|st|nd|rd)(?= (?:tomorrow|on|is|today|this|birthday)))\b",
    _I,
)
SARCASM = re.compile(
    r"\b(?:great job|well done|bravo|congratulations|nice work|brilliant|fantastic|wonderful|lovely|perfect|thanks "
    r"(?:a lot )?for (?:nothing|the)|how (?:nice|lovely|kind)|impressive|so helpful|great (?:service|support|work|"
    r"stuff)|top service|"
    r"love how|slow clap|what a (?:service|company)|excellent (?:service|work|job)|good job|nice one|thanks a lot|"
    r"marvellous|wow)\b",
    _I,
)
OWN_FAULT = re.compile(
    r"\b(?:my (?:own )?(?:mistake|fault|bad|error|stupidity)|i (?:accidentally|stupidly|lost|forgot|dropped|"
    r"mistyped|broke|"
    r"spilled|made a mistake|think i|locked|deleted|missed|gave you the wrong|typed|entered the wrong|left my|must "
    r"have|probably did|clicked|"
    r"double booked|overslept|misread|mixed up)|i've done something|by mistake|by accident|no offen[cs]e|i sent "
    r".{0,30}wrong|silly me|i'm such an)\b",
    _I,
)
PRAISE = re.compile(
    r"\b(?:love(?:d)? (?:it|the|your|my|how)|(?:was|is|were|are|been) (?:so |just |really |very |absolutely |truly "
    r"|all )*(?:wonderful|lovely|amazing|fantastic|brilliant|great|perfect|excellent|superb|delicious|beautiful|"
    r"AMAZING)|"
    r"legends?|rocked?|unforgettable|the best|so much (?:time|nicer|better|easier)|much (?:nicer|better)|hug|"
    r"without fear|can sleep again|all perfect|works again|"
    r"pass (?:it|this|that|my thanks) on|recommend(?:ed)?|enjoyed|gorgeous|stunning|like a dream|with such|five "
    r"stars|made it|days early|thanks [A-Z]\w+!|grateful|smooth(?:ly)?|spot on|exceeded|second to none|top notch|"
    r"lifesavers?|stars?\b(?! review)|made (?:my|our|his|her) day|thank you so much|thanks so much|"
    r"thx (?:so much )?for|(?:thanks|thank you)(?: so much| very much| a lot)? for (?:the (?:quick|fast|kind|great|"
    r"lovely|swift)|sorting|fixing|helping|being|going|your (?:kind|quick|fast|great|help))|"
    r"best (?:service|team|shop|people|support)|well done|kudos|hats off|impressed|delighted|thrilled|so (?:kind|"
    r"helpful|quick|fast|friendly)|worked (?:perfectly|wonderfully|like a charm)|compliments?)\b",
    _I,
)
_SHOUTED = re.compile(
    r"(?<![\w-])(?!(?:PDF|CSV|SIM|IBAN|API|PIN|TAN|USB|GPS|ATM|FAQ|VAT|PAC|MRI|CEO|CFO|USA|EUR|USD|GBP|CHF|SMS|MMS|"
    r"VPN|URL|APP|SSO|CRM|"
    r"ERP|LED|HDMI|NHS|GDPR|ASAP|JSON|HTTP|HTTPS|VISA|GMBH|XXL|HTML|IMAP|SMTP|OAUTH|SAML|SEPA|USPS|BIOS|PAYPAL|"
    r"IKEA|EBIKE|DHL|UPS|BMW|PUK|"
    r"IMEI|ISBN|RSVP|FYI|DIY|HDD|SSD|RAM|CPU|DNS|XML|SQL|SLA|NDA|AGM|ETA|DOB|NIE|BSN|AED|SEK|NOK|DKK|"
    r"PLN)\b)[A-Z]{3,}(?![\w-]|\d| ?\d)"
)


def shouting(text: str) -> int:
    """How many words are written in capitals that are not known to be written so."""
    return len(_SHOUTED.findall(text))


def is_sarcastic(text: str) -> bool:
    """Praise and trouble in one breath, with nothing that turns between them."""
    return bool(
        SARCASM.search(text)
        and TROUBLE.search(text)
        and not re.search(r"\b(?:but|however|one (?:q|question|thing)|only|except|although|though)\b|\?", text, _I)
    )
