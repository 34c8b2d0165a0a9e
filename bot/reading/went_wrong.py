"""The words for money taken, things wrong, missing or lost, and messages nobody answered."""

import re

_I = re.IGNORECASE

SUM = (
    r"(?P<sum>(?:[€$£]\s?)?\d[\d.,]*(?:\s?(?:euros?|pounds?|dollars?|francs?|[€$£]|"
    r"[A-Z]{3}))?(?: (?:compensation|refund|deposit|credit))?)"
)
OWED = re.compile(rf"\byou (?:still )?owe (?:me|us) {SUM}", _I)
SUM_GONE = re.compile(
    rf"(?<![\d.,]){SUM} "
    r"(?:is|are|was|were|has been|have been) (?:gone|missing|taken|deducted|debited|charged|withdrawn)\b",
    _I,
)
CARD_KEPT = re.compile(r"\b(?:kept|swallowed|ate|retained|took) my card\b", _I)
MISSING = re.compile(
    r"\b(?:(?P<thing>[a-z]+) (?:is|are|was|were) missing|missing (?:the |a |an |my |our )?(?P<thing2>[a-z]+))\b", _I
)
LOST = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have)? lost (?P<all>(?:all )?(?:the|my|our) [a-z]+(?: [a-z]+)?)|(?P<all2>(?:all "
    r")?(?:the|my|our) [a-z]+(?: [a-z]+)?) (?:is|are|has|have) "
    r"(?:all )?(?:gone|vanished|disappeared|been (?:deleted|lost|wiped)))\b(?<!day)(?<!time)",
    _I,
)
JUST_STAYS = re.compile(r"\b(?:just|still|only) (?:stays?|shows?|keeps?|says?|hangs?|freezes)\b", _I)
LOCKED_OUT = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|unable to|not able to) (?:\w+ )?(?P<what>(?:log|sign) in(?:to [\w ]{2,20})?|"
    r"(?:get|book|pay|order|check) (?:in|out|into|online)\b(?: [\w ]{2,20})?)",
    _I,
)
UNREAD = re.compile(
    r"\bmy (?:last |first |second )?(?:letter|mail|e-?mail|message|request|complaint|"
    r"question)s?\b[^.?!]{0,30}\b(?:unanswered|not (?:been )?answered|ignored|without (?:an? )?(?:answer|reply))\b",
    _I,
)
UNANSWERED = re.compile(
    r"\b(?:nobody|no one|no-one) (?:called|rang|phoned)(?: \w+)? back(?P<about> about [\w ]{3,30})?|\bno call\b", _I
)
MONEY_OUT = re.compile(
    r"\b(?:charged|billed|debited|deducted|taken|paid)\b[^.?!]{0,30}\b(?:twice|two times|double|again|too much)|"
    r"\b(?:overcharged|double charged|charged double)\b",
    _I,
)
WRONG = re.compile(
    r"\b(?:(?:got|received|sent|delivered|brought)\b[^.?!]{0,20}\b(?:the )?wrong (?P<thing>[a-z]+)|(?:delivered|"
    r"sent|brought|got|received) (?:me |us )?(?:a|an|the) (?P<thing2>[a-z]+ ?[a-z]*), (?:but )?(?:we|i) ordered)",
    _I,
)
