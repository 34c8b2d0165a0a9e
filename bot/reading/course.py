"""The course of a thread: a matter that comes back, a tone gone cold, an answer that was promised and did not come."""

import re

_I = re.IGNORECASE

GONE_COLD = re.compile(
    r"^\s*(?:as (?:i|we) (?:wrote|said|mentioned|explained|told)|i (?:did|have|already (?:did|have|said|told))\b|"
    r"noted|i see|fine|right|understood|so (?:i|we) (?:was|were) told|that was\b|it is (?:now |already )?(?:the|"
    r"week \d+|\w+day)\b|"
    r"it'?s (?:now |already )?(?:the|week \d+|\w+day)\b|still (?:nothing|no|not)|see (?:above|below|my)|please "
    r"(?:re-?)?read|you "
    r"(?:said|wrote|told|promised) (?:that|this)?|and\?|hello\?|again)",
    _I,
)
REPEAT = re.compile(
    r"\b(?:(?:[23]nd|second|third|fourth|fifth|2nd|3rd|4th|5th|sixth|tenth|\d+th|umpteenth|last) (?:time|mail|email|"
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
    r"crashing|being|getting|telling)|every (?:time|month|week)|(?:no one|nobody|no-one) (?:has )?(?:ever "
    r")?(?:answered|called|"
    r"replied|responded|rang|came)|chas(?:e|ed|ing)|follow(?:ing)?[- ]up)\b",
    _I,
)
ASKED_BEFORE = re.compile(
    r"\b(?:i|we)(?:'ve| have|'d)?(?: now| already| also)? (?:been )?(?:ask(?:ed|ing)|explain(?:ed|ing)|written|"
    r"wrote|writing|told|reported|sent|"
    r"called|phoned|rang|emailed|requested|waiting|said)\b[^.?!]{0,50}(?:,|\b(?:since|three|four|five|several|"
    r"twice|times|on the \w+|on \w+day)\b)|"
    r"^(?:as i|as we)\b|\bit's me again\b|\bstill (?:have|has|had)(?: not|n't)\b|\b(?:haven't|hasn't|have not|has "
    r"not) (?:\w+ )?(?:heard|had|got|received|been) "
    r"[^.?!]{0,20}\bsince\b|\b(?:third|fourth|fifth|sixth|second|\d(?:rd|th)) (?:month|week|day|year|delivery|"
    r"visit|engineer|outage|replacement|fault|"
    r"failure|try|appointment|slot|parcel|repair)\b(?! of (?:my|our|the))|\b(?:down|late|wrong|broken|happened|out|"
    r"off|same|me|there|cancelled|failed) again\b|\bAGAIN\b",
    _I,
)
COLD_WORDS = re.compile(
    r"\b(?:kindly|noted|i await|as i (?:said|wrote|explained)|for the record|in writing|i explained|i (?:have "
    r")?asked|i have now|"
    r"i(?:'ve| have) been (?:asking|waiting)|the [\w ]{2,20} please|or not\.|for your information|i trust|i take "
    r"it|i see|very well|"
    r"please (?:confirm|advise|arrange|let me have)|i would be grateful|yes or no|awaiting)\b",
    _I,
)
PROMISED = re.compile(
    r"\b(?:will|'ll|by|within|should|on its way|soon|shortly|tomorrow|today|planned|moved|checking|look(?:ing)?|"
    r"week)\b",
    _I,
)
