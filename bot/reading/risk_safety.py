"""Danger to health or life that is told, feared or only just missed."""

import re

from bot.reading.danger_bodies import BODY, DOSES, SWALLOWED
from bot.reading.danger_things import AIR, FIRE, STRUCTURE, VEHICLE
from bot.reading.danger_words import FRAIL as _FRAIL
from bot.reading.danger_words import SMALL as _SMALL
from bot.reading.families import family

_I = re.IGNORECASE


PEOPLE = family(
    (
        rf"{_SMALL}\b[^?!]{{0,60}}\b(?:didn'?t|did not|hasn'?t|never|not) (?:get off|come (?:home|back|out)|"
        r"arriv\w+|turn(?:ed)? up|been seen|got off|reach\w*)"
    ),
    rf"(?:where is|where's|can'?t find|lost|looking for|missing) (?:my|our|the) (?:\w+ )?{_SMALL}\b(?!'s)",
    (
        r"(?:left|leaving|alone|unattended|forgot\w*|"
        rf"unsupervised)\b[^.?!]{{0,30}}\b{_SMALL}\b(?!'s)(?=[^.?!]{{0,40}}\b(?:alone|outside|in the (?:car|bus|"
        r"rain|street|heat)|unattended|unsupervised|behind|at the)\b)"
    ),
    r"missing (?:child|person)",
    (
        r"(?:no|without|lost|cut off|off) (?:the |our |any |your )?(?:heat(?:ing)?|hot water|water|power|"
        rf"electricity|gas)\b(?=[^|]{{0,140}}\b{_FRAIL}\b)"
    ),
    (
        r"(?:heat(?:ing)?|boiler|power|electricity|gas|water) (?:is |has been |'s |was |went |been |"
        rf"keeps )*(?:off|out|dead|cut|down|gone|broken|not working)\b(?=[^|]{{0,140}}\b{_FRAIL}\b)"
    ),
    (
        rf"{_FRAIL}\b[^|]{{0,100}}\b(?:freezing|(?:no|without) (?:heat\w*|water|power|electricity|hot water)|"
        r"(?:1[0-5]|\d) (?:degrees|°|c\b))"
    ),
    (
        r"(?:hasn'?t|has not|haven'?t|not|nobody|no one has) (?:\w+ )?(?:answered (?:the|her|his) (?:alarm|door|"
        r"phone|bell)|eaten|touched (?:anything|her|his)|received (?:her|his) (?:meals?|medication|insulin|food)|"
        r"been (?:fed|seen|washed|checked|turned))"
    ),
    (
        r"(?:stops?|stopped|won'?t|refuses to) (?:eat(?:ing)?|drink(?:ing)?|breath(?:e|ing)|respond(?:ing)?|"
        r"wak(?:e|ing)(?: up)?)\b"
    ),
    r"in (?:grave |serious |real |mortal )?danger",
    (
        r"lives? alone\b(?=[^?!]{0,80}\b(?:fell|fallen|no answer|doesn'?t answer|not answer\w*|ill|alarm|pendant|"
        r"heating|dementia|can'?t get)\b)"
    ),
    r"wander(?:ed|ing) off",
    r"suicid\w+",
    r"(?:kill|hurt|harm|cut) (?:myself|himself|herself|themselves)",
    r"(?:don'?t|do not) want to (?:live|be here|wake up)(?: any ?more)?",
    r"end (?:it all|my life)",
    r"no reason to (?:live|go on)",
    r"can'?t go on (?:like|living|any)",
    r"take my (?:own )?life",
    (
        r"(?:threaten\w*|follow(?:ed|ing)|stalk\w*|assault\w*|attack\w*|grabb\w+|grop\w+|harass\w*|hit|punch\w*|"
        r"push\w*|shov\w+|beat|spat at|abus\w+) (?:me|us|my (?:wife|husband|son|daughter|mother|father|child|"
        r"kids?|partner|sister|brother))"
    ),
    r"(?:sexual(?:ly)?|racist) (?:assault\w*|harass\w*|attack\w*)",
    r"stalker",
    r"restraining order",
    r"(?:fear|afraid|scared) for (?:my|our|his|her) (?:life|lives|safety)",
    r"(?:violent|abusive) (?:ex|partner|man|neighbour|customer|driver)",
    r"(?:has|had|with) a (?:knife|gun|weapon)",
    r"(?:don'?t|do not|didn'?t|no longer) feel safe",
    r"felt unsafe",
)
DANGER = family(
    r"danger(?:ous|s)?(?! of (?:losing|missing))",
    r"hazard(?:s|ous)?(?! (?:lights?|a guess))",
    r"unsafe",
    r"not (?:\w+ )?safe(?! place)",
    (
        r"(?:is (?:it|this|that)|are they|still) (?:\w+ )?safe to (?:use|light|open|switch on|run|cook|heat|wear|"
        r"hold|install|bath\w*|take|eat|drink|ride|drive|stay|touch|enter|plug|keep|sleep|swim|breathe|go|feed|"
        r"give|be|leave|turn|walk|play|wear)"
    ),
    r"death ?trap",
    r"accident waiting",
    (
        r"(?:someone|somebody|people|a child|kids?|children|anyone|we|i|he|she|they) (?:is |are |will |could |"
        r"might |can |may )+(?:going to )?(?:get |be |have been )?(?:hurt|killed|injured|die|burn\w*|electrocuted|"
        r"poisoned|crushed)(?! (?:by your|my feelings|business|sales))"
    ),
    r"life[- ](?:threatening|and death)",
    r"matter of life",
    r"(?:could|might|would) have (?:died|been (?:killed|hurt|crushed|poisoned|seriously|badly|much worse))",
    r"fatal",
    r"safety (?:risk|issue|hazard|concern|problem|defect)",
    r"health (?:risk|hazard)",
    r"recall(?:ed)? (?:notice|because|for safety)",
    r"(?:is|are) (?:it|they|this) (?:poisonous|toxic|harmful)",
    r"harmful",
)
FAMILIES = (FIRE, AIR, BODY, SWALLOWED, DOSES, STRUCTURE, VEHICLE, PEOPLE, DANGER)
_HARMLESS = re.compile(
    r"\b(?:(?:not|nothing|isn't|never|no) (?:at all )?(?:dangerous|hurt|injured|burn(?:t|ed|ing)|broken)|"
    r"no(?:body| one)? (?:was |got |is )?(?:hurt|injured|in danger)|not at yours|"
    r"(?:room|car|sheets?|clothes|flat|curtains?|jacket|sofa)\b[^.?!]{0,20}\b(?:smell(?:s|ed|t|ing)?|stank|"
    r"stinks|reek\w*) (?:strongly )?of (?:cigarette |stale |old )?smok(?:e|ing)|(?:smell|"
    r"taste)s? of (?:smoked|burnt sugar)|first[- ]aid (?:course|kit|class)|fire (?:pit|place|works?|sale|"
    r"stick|tv)|smoke machine|blood (?:test|orange|pressure|type|donat\w+|sugar reading|results?)|"
    r"dangerously (?:good|delicious|tasty|comfy|cheap)|non-?toxic|(?:band|dj|party|chef|team|form) (?:is|was|"
    r"were) on fire|it wheezes|smoke (?:alarms?|detectors?)[^.?!]{0,30}(?:need|want) (?:new )?batteries|"
    r"to die for|drop[- ]dead|injury time|yellow fever|hay fever|cabin fever|disco fever|anti-?virus|"
    r"infected (?:computer|laptop|file|attachment)s?|"
    r"(?:virus|malware)[^.?!]{0,20}infect\w+|insurance (?:covers?|for)[^.?!]{0,30}injur\w+|"
    r"personal injury (?:cover|insurance)|numb(?:er|ers)|fume ?hood|toxic (?:boss|workplace|culture|"
    r"relationship))\b",
    _I,
)


def is_danger(text: str) -> bool:
    """Danger that is told, feared or only just missed; a word that names none is passed over."""
    told = _HARMLESS.sub(" ", text)
    return any(pattern.search(told) for pattern in FAMILIES)
