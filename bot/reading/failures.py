"""What went wrong on our side of the counter, by kind: the ground of a complaint, whatever the words about it."""

import re

_I = re.IGNORECASE

TROUBLE = re.compile(
    r"\b(?:broken?|broke|bent|loose|(?:not|wasn't|isn't|weren't) (?:\w+ )?ready|wrong|damaged?|scratch(?:es|ed)?|"
    r"rattles?|leak(?:s|ing|ed)?|crack(?:s|ed)?|dents?|dented|flicker(?:s|ing)?|fail(?:s|ed|ing|ure)?|error|"
    r"crash(?:es|ed|ing)?|down|dead|"
    r"defective|faulty|missing|lost|late(?! (?:father|mother|husband|wife|uncle|aunt|grand\w+|check-?out|fee))|"
    r"delay(?:ed|s)?|"
    r"overcharged|charged (?:me |us |my \w+ )?(?:twice|again|double|for)|double[- ]charged|deducted|never|no[- "
    r"]show|cold|dirty|mou?ldy|mou?ld|stale|burnt|rotten|useless|(?:we|i) (?:had )?ordered|instead of|"
    r"(?:doesn't|does not|didn't|did not|don't|won't|isn't|not|stopped|stops|can't|cannot|cant|couldn't) "
    r"(?:\w+ )?(?:work(?:s|ing)?|start|charge|load|open|arrive[ds]?|come|show|connect|respond|answer|call(?:ed)?|"
    r"close|print|turn on|log in|fix(?:ed)?)|"
    r"no (?:answer|reply|response|call|signal|reason|water|heating|power|internet|money|one|news|trace|tent|sea "
    r"view|hot water)|same "
    r"(?:problem|fault|error|rattle|issue|thing|mistake|noise|scratch)|"
    r"nobody|cancell?ed (?:my|our|on)|rude|waiting|waited|still (?:no|not|waiting|nothing|broken|hasn't|haven't|"
    r"isn't|cold|down|wrong)|rejects?|frozen|gone|vanished|bounced|spilled|torn|stain(?:ed|s)?|thrown|in the rain|"
    r"stays? (?:black|blank|red|dark|off)|"
    r"drops (?:every|all|out|again|several|three|twice)|keeps? (?:\w+ing)|logg(?:ed|ing|s) (?:me|us) out|has "
    r"stopped|too dark|shifted|hole|rusty|smell(?:s|ed)|filthy|noisy|"
    r"disconnected|cut off|outage)\b",
    _I,
)
DAMAGE = re.compile(
    r"\b(?:ruined|soaked|flooded|smashed|shattered|destroyed|crushed|wrecked|spoil(?:ed|t)|everything is (?:wet|"
    r"gone|lost)|is wet|are wet|puddle|"
    r"lost all|(?:it's|is|are|all) gone|wiped|vanished|thawed|melted|shrunk|shrank|stain(?:ed|s)|torn|ate (?:my|\d|"
    r"three|two)|broke (?:my|our|the|off)|"
    r"scratched (?:my|our|the)|dented|killed|threw|thrown)\b",
    _I,
)
NOT_AS_AGREED = re.compile(
    r"\b(?:(?:the|a|an) wrong|wrong (?:one|size|colou?r|item|name|address|order|date|room|food|tiles|part)|instead "
    r"of|not (?:what|as|the one|like)|"
    r"(?:came|arrived|delivered|sent) (?:without|with no)|only (?:half|one|two|three|part|\d+) (?:of|arrived|came|"
    r"were)|incomplete|different from|other than|"
    r"paid (?:extra|for express|for priority|more)|we (?:had )?(?:paid|booked|ordered|reserved) (?:for )?(?:a|an|"
    r"the|extra|sea|two)|"
    r"you sent|we got the|i got the|the (?:room|one|thing) (?:we|i) got|without (?:any )?(?:warning|notice|asking|"
    r"telling)|for no reason|nothing like|"
    r"was supposed to|were supposed to|should have been|price (?:up|went up|jump\w+|rose|hike)|not on (?:the|your) "
    r"(?:page|site|list))\b",
    _I,
)
MONEY_TAKEN = re.compile(
    r"\b(?:overcharg\w+|double[- ]?charg\w+|(?:charged?|billed?|debited|deducted|taken|took|"
    r"paid)\b[^.?!]{0,40}\b(?:twice|two times|again|double|too much|"
    r"more than|although|even though|in error|that i (?:never|didn't|cancelled))|"
    r"still (?:being )?(?:charg\w+|bill\w+|pay\w+)|bill(?:ing)? (?:me|us) for|lost\W+ my deposit|keep(?:s|ing)? "
    r"(?:charging|billing|taking)|"
    r"refuse[sd]? (?:to refund|my refund|the refund)|hidden (?:fee|cost|charge)s?|never agreed|(?:is|was|are) "
    r"\d[\d.,]* (?:instead of|not) \d[\d.,]*|"
    r"\d[\d.,]* instead of \d[\d.,]*|\d[\d.,]* not \d[\d.,]*|have to buy a new|pay (?:twice|again))\b",
    _I,
)
UNKEPT = re.compile(
    r"\b(?:(?:nobody|no one|no-one|none of you|not one)(?: of your \w+)? (?:\w+ )?(?:came|called|rang|answered|"
    r"told|helped|replied|wrote|showed|turned|picks|picked|has|knows?|"
    r"knew|cares?|warned|informed|could|can)|(?:didn't|did not|never|hasn't|haven't|has not|have not) (?:even "
    r")?(?:called?|show(?:ed)? up|turn(?:ed)? up|came|come|rang|ring|"
    r"repl(?:y|ied)|answer(?:ed)?|hear[d]?|got(?:ten)? (?:an?|any)|contact(?:ed)?|respond(?:ed)?)|no[- ]show|"
    r"missed (?:the |our |my )?(?:slot|appointment|date|visit)|"
    r"slot (?:\w+ )*missed|(?:was|were|been|you) (?:told|promised|assured)|you (?:promised|said|told|confirmed|"
    r"wrote|agreed|assured)|(?:supposed|meant) to (?:come|call|be|arrive)|"
    r"and nothing (?:happened|came|changed|since)|nothing happened|still (?:no|not|nothing|waiting)|no (?:answer|"
    r"reply|response|news|call) |broken promise|as promised)\b",
    _I,
)
TREATED = re.compile(
    r"\b(?:laughed (?:at|in)?|just laughed|rude|hung up|hang up|shouted|yelled|ignored|denied|denies|refused|"
    r"refuses|dragged|turned (?:me|us) away|sent (?:me|us) away|"
    r"made (?:me|us) (?:wait|stand|pay|feel)|left (?:me|us) (?:standing|waiting|alone)|doctor had left|closed "
    r"(?:my|our|it|the ticket)|cancell?ed (?:my|our|it|on|the|without)|"
    r"blocked (?:my|our|me)|locked (?:me|us) out|deleted (?:my|our)|it's my (?:problem|fault)|not our (?:problem|"
    r"fault)|marked (?:it |the job )?as|"
    r"threw|insulted|accused|transferred (?:me|us)|passed (?:me |us )?(?:around|on|from)|sent (?:me|us) (?:from|"
    r"back and forth|round)|being ignored|copy[- ]?paste|bots?\b|talk to a human|"
    r"a human)\b",
    _I,
)
COST_THEM = re.compile(
    r"\b(?:day(?:s)? off|(?:can't|cannot|couldn't|unable to) (?:work|sell|open|serve|print|ship|trade|finish|use)|"
    r"(?:kids|children|daughter|son|baby) (?:is|are|was|were) (?:crying|hungry|cold|ill)|"
    r"in front of (?:everyone|everybody|my|our|the)|queue|had to (?:pay|walk|buy|sleep|stand|wait|cancel|drive|"
    r"take|leave|borrow|throw)|missed (?:my|our|the) (?:flight|train|connection|exam|wedding|"
    r"meeting|appointment|interview|deadline)|late for work|standing (?:at|in|outside|here)|sat here|for nothing|"
    r"in vain|whole (?:day|weekend|morning|afternoon)|"
    r"lose (?:orders|customers|money|clients)|lost (?:orders|customers|money|clients|a day|hours|three)|costs? "
    r"(?:me|us)|we have guests|have guests|i work from home|home office|middle of|on hold|"
    r"drove|driven|hours of (?:my )?work|minutes on|were a gift|was a gift|golden|for my (?:parents|mother|"
    r"daughter|son|wife|husband)|team can't|nobody can (?:work|log))\b",
    _I,
)
WAITED = re.compile(
    r"\b(?:for|after|since|in|took|it's been|been|waited|waiting|now|already|over|almost|sat|spent|lost|ate|"
    r"another)? ?(?:about |over |almost |nearly |more than )?"
    r"(?:\d+h\d*|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|a few) (?:full |whole |working |"
    r"business )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?))"
    r"(?! (?:ago|warranty|notice|free|early|trial|old|contract|plan|subscription|before|stay|trip|course|one|break|"
    r"long|to|or|return|each|per|for|minimum|delivery))\b",
    _I,
)
ACCUSED = re.compile(
    r"\byou(?:'ve| have| just| guys| people| lot| even| simply| still| never)*\b[^.?!]{0,20}\b(?:charged|sent|"
    r"delivered|lost|cancel\w*|took|bill(?:ed)?|"
    r"billed|broke|forgot|damaged|froze\w*|promised|said|told|closed|blocked|deleted|changed|left|let|refused|"
    r"installed|gave|"
    r"raised|sold|ignored?|kept|keep|hang|hung|want|made|confirmed|asked for)\b|"
    r"\byour (?:\w+ ){1,2}(?:left|broke|lost|sent|took|threw|forgot|told|said|came|made|put|let|shut|"
    r"hung|gave|kept|\w{2,}ed)\b|"
    r"\byour (?:\"?\w+\"? )?(?:driver|courier|man|men|people|technician|engineer|mechanic|staff|receptionist|"
    r"colleague|team|nurse|doctor|desk|fitter|"
    r"company|system|website|site|app|update|machine|bot|line|letter|mail|waiter|crew|support|editor|software|"
    r"hotline|shop|store|branch|fault|mistake)s?\b",
    _I,
)
NEGATED = re.compile(r"\b(?:not|never|no|nothing|nobody|none|nowhere|without|instead|neither)\b|n't\b", _I)
OWN_NO = re.compile(
    r"\b(?:i|we)(?:'m| am|'re| are)?(?: \w+)? (?:can't|cannot|can not|couldn't|don't|do not|didn't|did not|not|"
    r"won't|haven't|wouldn't)(?! (?:\w+ )?(?:received?|got|get|had|heard|seen|sleep|pay|work|order|ask))|"
    r"\b(?:no offen[cs]e|no problem|no rush|no hurry|no worries|not sure|not urgent|why not|or not|if not|not yet|"
    r"no longer need|not in a hurry|don't know|don't need)\b",
    _I,
)
"""A "not" that says something of the customer's own, and nothing of a failure."""
RHETORIC = re.compile(
    r"\b(?:how (?:hard|difficult|many times|can you|long (?:do|must|should)|dare)|who (?:pays|thinks|decided|does "
    r"that|approved)|what exactly|do you (?:think|really|even|people|know what)|is (?:this|that) (?:how|what|a "
    r"joke|normal)|am i (?:supposed|paying)|so much for|paying customer|for that money|call (?:this|that|yourselves)|"
    r"nobody (?:even )?cares?|seriously|unbelievable|incredible|explain (?:this|that|yourself)|enough is enough|"
    r"i'?m done|"
    r"no more excuses|excuses)\b|\bNOW\b|\?!|!\?|!!+",
    _I,
)
LATE_ONLY = re.compile(
    r"\b(?:still|hasn't|haven't|isn't|not|never|no) (?:\w+ ){0,2}(?:arrived?|come|came|here|there|received?|turned "
    r"up|delivered|yet|shown up)\b|\bnever came\b|\bis late\b|\blost\b|\bmissing\b|\bdead\b|\bgone\b|\bdelayed\b",
    _I,
)


def grievance(text: str) -> int:
    """How much was told that went wrong: statements only, since a question about a fault is not yet a fault."""
    weight = 0
    for sentence in re.split(r"(?<=[.!?])\s+|\n|;", text):
        if sentence.rstrip().endswith("?") and len(sentence.split()) < 9 and not ACCUSED.search(sentence):
            continue
        weight += min(2, len({found.group().lower() for found in TROUBLE.finditer(sentence)}))
        weight += bool(NEGATED.search(sentence)) and not OWN_NO.search(sentence)
    return weight + bool(WAITED.search(text)) + bool(ACCUSED.search(text)) * (weight > 0)
