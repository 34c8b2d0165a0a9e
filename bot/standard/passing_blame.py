"""Recognises blame passed to somebody else: a courier, another department, "the system", or "not us"."""

from bot.standard.phrases import any_of
from bot.standard.word_classes import ADVERBS, DUTY, FAULT, INSIDERS, MACHINES, MISDOING, OTHER_PARTY, OUTSIDERS

_THEIR_FAILING = (
    rf"(?:{MISDOING.past}|let (?:us|you) down|(?:got|took|put|read|wrote|sent|had) (?:it|this|that|the|your|"
    r"them)(?: \w+)? wrong(?:ly)?|"
    r"made (?:a|the|an|some|this|that) (?:\w+ )?(?:mistake|error|mess|slip|blunder)|"
    r"(?:was|were|is|are|'s|'re|been) (?:\w+ )?(?:careless|negligent|sloppy|late again|asleep|slow|overloaded|"
    r"understaffed|"
    r"unreliable|useless|hopeless|incompetent|inexperienced|clumsy|disorgani[sz]ed|known for)|"
    r"(?:(?:didn't|did not|doesn't|don't|never|hadn't|haven't|failed to|forgot to|neglected to|"
    r"refused to) (?:\w+ly |even |always |"
    rf"really |actually |bother(?:ed)? to )?(?:{DUTY.base}|{DUTY.past}|{DUTY.third}|get (?:it|this|round)))|"
    r"dropped the ball|messed|screwed)"
)
_ROOMS = (
    r"(?:billing|accounts|logistics|dispatch|housekeeping|reception|marketing|sales|hr|finance|customs|payroll|"
    r"maintenance|security|management|admin)"
)
"""Departments that are named without an article."""
OTHERS_FAILED = any_of(
    rf"(?:{OUTSIDERS}|{INSIDERS}|they|somebody|someone) (?:should|ought to|could) have (?!been|had|received|heard|"
    r"arrived)(?:\w+ly )?\w+",
    rf"(?:somebody|someone)(?: \w+)? (?:{MISDOING.past}|(?:wasn't|was not|weren't) (?:paying|looking|careful|awake|"
    r"listening))",
    rf"the {MACHINES} (?:\w+ly )?(?:\w+ed|gave|sent|took|put|chose|sold) [\w ]{{0,20}}?(?:wrong|twice)",
    rf"{OTHER_PARTY}(?: (?:who|that|which|in \w+|on \w+|at \w+|of \w+|there|here|responsible))?(?:'ve|'s|'d| has|"
    r" have| had| must have|"
    rf" may have| might have| seems? to have| appears? to have)? {ADVERBS}{_THEIR_FAILING}",
    rf"whoever (?:[\w'-]+ ){{1,10}}?{ADVERBS}{_THEIR_FAILING}",
    rf"{_ROOMS}(?: has| have| had| must have)? {ADVERBS}{_THEIR_FAILING}",
    rf"{MACHINES} (?:has |had |seems to have |must have )?{ADVERBS}(?:crashed|{MISDOING.past}|failed|swallowed|ate|"
    r"lost|played up|"
    r"did it again|went down|hung|froze|had (?:a|an|one of))",
)
"""Somebody else did wrong: fair only beside our own part."""
_ANYBODY = rf"(?:they|he|she|people|{OUTSIDERS}|{INSIDERS})"
_THEIRS = rf"(?:the|our|that|their|a|an|another) (?:[\w-]+ ){{0,2}}?(?:{OUTSIDERS}|{INSIDERS}|{MACHINES})"
_CALLED_FAULT = FAULT.replace("responsibility", "responsibility|job|problem|blame")
BLAMES_OTHER = any_of(
    rf"it (?:must|may|might|could|will) have been (?:the|our|a|another) (?:[\w-]+ )?(?:{OUTSIDERS}|{INSIDERS}|"
    rf"{MACHINES})",
    r"(?:I|we) (?:only|just) (?:started|joined|began|took over)",
    r"(?:was|were|happened|is) before (?:my|our) time",
    r"(?:I|we) (?:wasn't|was not|weren't) (?:there|here|on duty|on shift|in|working|involved)(?=[.,;!]|$| (?:then|"
    r"that|when|at|on|in))",
    r"my (?:predecessor|former colleague)",
    r"(?:can't|cannot|shouldn't) be blamed",
    r"by (?:the|a|our) new (?:guy|girl|man|woman|boy|lad|people|colleague|starter|employee|driver|hire|joiner)",
    # Named as the one at fault.
    rf"{_ANYBODY}(?: (?:is|are|was|were) (?:\w+ )?(?:to blame|at fault|the (?:culprits?|guilty))|(?:'s|s'|"
    rf"'s own) (?:own )?(?:\w+ )?{_CALLED_FAULT}|"
    r" (?:are|is|can be) (?:\w+ )?(?:like that|known for|famous for|notorious|always (?:late|slow)|to thank|"
    r"unreliable|slow|overloaded|useless|hopeless|careless|"
    r"incompetent|understaffed|sloppy|a law unto)|"
    r" (?:\w+ )?(?:can't|cannot|couldn't) (?:\w+ )?(?:count|read|tell|write|add up|drive|follow|get (?:it|anything|"
    r"this)|organi[sz]e|be (?:bothered|trusted|relied))|"
    r" (?:must|may|might|could|will) have (?!been told|told|heard|the\b|an?\b|your\b|it\b|them\b|one\b|both\b|all\b|"
    r"everything\b|\w+ (?:ready|waiting)\b)\w+|"
    r" (?:\w+ )?(?:do|did|does) (?:that|this|it) (?:a lot|all the time|often|every|to everyone|again)|"
    rf" (?:tends?|likes?|loves?|manages?|seems?) to (?:{MISDOING.base}|not|never))",
    r"(?:their|his|her|somebody else's|someone else's|another \w+'s) (?:own |entire )?(?:fault|doing|negligence|"
    r"carelessness|sloppiness|blunder|cock-up)(?! (?:to|in|of|and)\b)",
    rf"{_CALLED_FAULT} (?:of|lies with|lay with|is with|sits with|rests with|belongs to|is down to) (?:the|another|"
    r"our|a|them|him|her|those)(?! ours)",
    r"(?:(?:that|this|it|which|one|blame|the fault)(?:'s| is| was| is all)|put it|blame it) (?:really |entirely |"
    r"squarely |all |purely )*"
    rf"(?:on|down to|due to|because of|thanks to|courtesy of|the work of) (?:them|him|her|{_THEIRS})(?! for)",
    r"(?:(?:put|lay) (?:the |that |this )?blame|pin (?:it|this|that|the blame)) on (?!us|me|our)",
    r"(?:thanks to|courtesy of|because of|due to|owing to|down to) (?:the|our|those|a) (?:\w+ )?"
    r"(?:carelessness|incompetence|slowness|negligence|failure|mistake|error|unreliability|sloppiness|laziness) of",
    r"(?:you can|you may|please|do|should|better|and) (?:blame|be (?:cross|angry|annoyed) (?:with|at)) (?!us|"
    r"me|our|you)",
    r"(?:him|her|them|it) (?:that )?you should (?:be (?:cross|angry)|blame|complain)",
    r"(?:blaming|blame) (?:the|our|it on|them|him|her)",
    r"it was(?:n't (?:us|me),?(?: it was| but)?)? (?:the|our|a|another|one of the|"
    rf"that) (?:[\w-]+ ){{0,2}}?(?:{OUTSIDERS}|{INSIDERS}|{MACHINES})(?: \w+)? (?:that|who|which)",
    r"it was (?:the|a|another) (?:previous|other|former|last|night|late|early|new|different) (?:\w+ )?(?:shift|"
    r"colleague|agent|team|owner|"
    r"firm|tenant|management|staff)",
    r"by (?:a|an|some|the new|the former) (?:\w+ )?(?:temp|trainee|intern|new (?:colleague|starter|employee|driver|"
    r"hire)|"
    r"apprentice|student|former (?:colleague|employee)|freelancer|subcontractor)",
    r"(?:no longer|not any more|doesn't) (?:works?|with us|employed)(?: (?:for|with|here))",
    # What they are like: "labs are like that".
    rf"(?:that's|such is|typical(?: of)?|so much for) (?:the|our|those|a)? ?(?!insur)(?:{OUTSIDERS}|{INSIDERS}|"
    rf"{MACHINES})(?: for you)?(?=[.,!]|$| for you)",
    r"(?:that's|this is|there's) where (?:the|your) (?:fault|mistake|error|problem|blame|delay) (?:is|lies|was|lay|"
    r"came|comes)",
    r"(?:fault|mistake|error|blame) (?:is|was|lies|lay) (?:\w+ )?(?:there|elsewhere|with others|somewhere else)",
    rf"what (?:the |our |those )?(?:{OUTSIDERS}|{INSIDERS}|they) (?:are|is) like",
    r"whose (?:work|service|drivers|people|staff|quality) (?:is|are|was|were) (?:\w+ )?(?:sloppy|poor|bad|slow|"
    r"unreliable|careless|terrible)",
    r"(?:they|those people|these people) (?:always |often |just |keep |kept |never )+(?:mix\w*|do|lose|losing|"
    r"forget\w*|mess\w*|get|listen|"
    r"read|doing|answer)",
    # Keeping it at arm's length.
    rf"(?:not|isn't|wasn't|aren't|never|nothing|hardly) (?:\w+ )?(?:our|my) (?:own )?(?:{FAULT}|job|problem|business|"
    r"concern|department|area|part)"
    r"(?! to (?:judge|say|guess))",
    r"(?:not|n't|hardly|and not|nor) (?:on |by |down to )?(?:us|ours|me|mine)(?=[.,;!)]|$| who| that| but)",
    r"(?:nothing|not much|little) (?:\w+ )?to do with (?:us|me|it|that|this|our (?:team|side|company|desk|office))",
    r"(?:outside|beyond|out of|(?:not|isn't|aren't|wasn't) (?:in|under|within)) (?:of )?(?:our|my) (?:control|hands|"
    r"influence|responsibility|"
    r"reach|power)",
    r"(?:no|little|not any|not much|any) (?:control|influence|say) (?:over|on|in) (?:what|how|when|the|it|this|that|"
    r"their|them)",
    r"nothing (?:\w+ )?(?:that )?(?:we|I|anyone|anybody here) (?:could|can) (?:do|have done)(?: (?:about|against))?",
    r"(?:we|I)(?:'re| are|'m| am)? (?:only|just|merely|purely) (?:the|a|an) (?:middlem[ae]n|intermediar(?:y|ies)|"
    r"resellers?|agents?|brokers?|"
    r"platform|go-between|messenger|shop that sells|sellers?|booking \w+)",
    r"(?:between|a matter between) (?:you and|yourself and) (?:the|your|them|him|her)",
    r"(?:can't|cannot|can not|couldn't|don't|do not|won't) (?:be )?(?:\w+ )?(?:held responsible|held liable|"
    r"(?:accept|take|bear|assume) "
    r"(?:any |the |full |no )*(?:responsibility|liability|blame))",
    r"(?:we|I)(?:'re| are|'m| am) not (?:\w+ )?(?:responsible|liable|to blame|at fault|accountable|in charge)",
    rf"(?:others|they|another (?:team|department|company|firm)|someone else|a different (?:team|department)|{_THEIRS}) "
    r"(?:are|is|was|were) (?:\w+ )?(?:responsible|in charge|accountable|liable|to answer)",
)
