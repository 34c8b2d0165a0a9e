"""S3: our mistakes are owned, specifically, and nobody else is blamed; an unknown cause is not admitted."""

import re
from collections.abc import Iterator

from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.ownership import ADMITTED, is_hypothetical, is_owned
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence

MEANING = (
    'If it was our mistake, say so, specifically, without passing the blame and without "sorry if"; if the cause is '
    "unknown, own the follow-up and admit nothing."
)

_BLAMES_CUSTOMER = any_of(
    r"you (?:really |perhaps |probably |simply |just )?(?:should have|should've|ought to have|could have|might have "
    r"wanted to)(?! (?:had to|been|received|got|gotten|heard|known|seen|had)\b)",
    r"you (?:must|may|might|probably|clearly|obviously|evidently|apparently|presumably|simply|seem to)(?: have)? "
    r"(?:entered|typed|forgotten|forgot|missed|overlooked|misread|misunderstood|chosen|chose|selected|clicked|deleted|"
    r"ignored|given|gave|left|used|made|done|put|dropped|mistyped|skipped)",
    r"(?:because|since|as|that|if|when|unfortunately|but|and|,) you (?:forgot|failed|neglected|ignored|did not|didn't|"
    r"hadn't|haven't|had not|never|omitted|refused|waited too|left it too)(?: \w+)? (?:to |read|follow|check|tell|told|"
    r"enter|give|given|fill|include|choose|select|notice|let|inform|answer|respond|reply|provide|confirm|register|"
    r"activate|pay|cancel|book|mention|use|set|keep|update|report|contact|ask|back|open|be|late)\w*",
    r"you (?:failed|neglected) to",
    r"you (?:weren't|were not|wasn't) (?:at home|home|in|there|available|reachable|answering|present|paying)",
    r"had you (?:only |just )?(?:\w+ )?(?:called|told|read|checked|asked|come|followed|booked|ordered|let|informed|"
    "mentioned|written|"
    r"answered|used|kept|paid|been|registered|cancelled|looked|opened|given)",
    r"(?:that's|this is|that is|it's) (?:what|how|why) (?:\w+ )?(?:happens|leaks|things|it|they|machines|faults|"
    "problems|accidents|"
    r"damage|delays|mistakes)(?: \w+)? (?:when|if|start|starts|break|breaks|happen)",
    r"(?:need|have|ought|try) to be (?:a (?:bit|little) )?more (?:careful|attentive|precise|thorough|accurate)",
    r"(?:be|being) (?:a (?:bit|little) )?more careful",
    r"(?:improper|wrong|incorrect|careless) (?:use|handling|operation|entry)",
    r"(?:user|operator|handling|operating|typing) error",
    r"you(?:'ve| have) (?:\w+ )?(?:misread|misunderstood|overlooked|forgotten|"
    r"mistyped|confused|mixed up|ignored)",
    r"(?:nobody|no one) (?:was|answered|opened) (?:at home|home|in|the door)",
    "you (?:entered|typed|gave us|gave|provided|chose|selected|used|put in|submitted|ordered|clicked) (?:on "
    ")?(?:the |an? )?"
    r"(?:wrong|incorrect|invalid|old|different|bad)",
    r"(?:your|the customer's|user) (?:own )?(?:fault|mistake|error|oversight|negligence|carelessness)",
    r"(?:you|people|customers|users) (?:are|were) (?:yourself |partly |also )?(?:to blame|responsible for)",
    "if (?:only )?you(?:'d| had) (?:just |only |simply )?(?:read|told|checked|looked|followed|come|called|asked|"
    "listened|"
    r"let|booked|informed|mentioned|given|used|written|answered|kept)",
    r"(?:problem|issue|error|fault|mistake)s? (?:is|are|must be|seems to be|appears to be|lies?|was|were) (?:\w+ "
    ")?(?:on|at|"
    r"with) your (?:end|side|part)",
    r"(?:not|isn't|wasn't|aren't|never) (?:really |actually )?our (?:fault|mistake|problem|error|responsibility|doing)",
    "(?:happens?|happened|comes?|come off|breaks?|occurs?) (?:when|if|because) (?:people|customers|users|you|"
    "someone|guests)"
    r" (?:\w+ )?(?:pull|drop|force|misuse|forget|ignore|don't|do not|overload|handle|treat|use|leave|try|push|wash)\w*",
)
_SPARED = any_of(
    r"(?:not|isn't|wasn't|never|none of (?:it|this|that) (?:is|was)) (?:\w+ )?(?:your (?:own )?(?:fault|mistake|"
    "error))",
    r"you (?:didn't|did not|haven't) (?:do|done) anything wrong",
    r"no (?:fault|mistake|error) of yours",
    r"rather than your (?:fault|mistake)",
)
_PARTY = (
    r"(?:courier|carrier|driver|postman|post office|post|postal service|supplier|manufacturer|maker|bank|warehouse|"
    r"kitchen|lab|landlord|airline|airport|ground crew|agency|developers?|provider|partner|contractor|installer|"
    r"technician|engineer|plumber|"
    "printer|hotel|shop|store|branch|school|insurer|pharmacy|surgery|reception|office|department|team|desk|people|"
    "crew|"
    "colleagues?|staff|logistics|logistics firm|delivery (?:firm|company|partner|service)|software|system|trainee|"
    "intern|"
    r"temp|guys?|centre|center|company|firm|vendor|host|restaurant|florist|bakery|payment provider|card company)"
)
_BLAMES_OTHER = any_of(
    r"(?:is|are|was|were|'s|'re) (?:\w+ )?(?:to blame|at fault)",
    rf"(?:the |our |that |a |of )?(?:[\w-]+ )?{_PARTY}(?:'s|s'|'s own) (?:own )?(?:fault|mistake|error|slip|oversight|"
    r"problem|responsibility|doing|negligence|job)",
    rf"(?:fault|mistake|error|responsibility|doing|negligence) of (?:the|another|our|a) (?:[\w-]+ )?{_PARTY}",
    "(?:that|this|it|so that|one)(?:'s| is| one is) (?:really |entirely |squarely |all )?(?:on|down to) (?:them|him|"
    "her|(?:the|our) (?:courier|carrier|department|team|supplier|bank|warehouse|kitchen|driver|manufacturer))(?! for)",
    "(?:blame|blaming|fault|responsibility|mistake|problem) (?:lies |lay |sits |rests |belongs )?(?:with|on) (?:the|"
    "them|him|her|another|a)",
    r"(?:blame|blaming) (?:the|our|it on|them|him|her)",
    r"(?:dropped|drop) the ball",
    r"not us(?=[.!,]|$)",
    rf"it was (?:the|our|a|another|one of the) (?:[\w-]+ )?{_PARTY} (?:that|who|which)",
    r"it was (?:the|a|another) (?:previous|other|former|last|night|late|early|new) (?:\w+ )?(?:shift|colleague|agent|"
    "team|owner|firm|tenant)",
    rf"(?:{_PARTY}|subcontractors?|freelancers?) (?:is|are) (?:\w+ )?(?:\w+ )?(?:unreliable|slow|overloaded|useless|"
    "hopeless|careless|"
    r"incompetent|understaffed|known for|to thank)",
    r"by (?:a|an|some|the new) (?:\w+ )?(?:temp|trainee|intern|new (?:colleague|starter|"
    r"employee|driver)|apprentice|student|former (?:colleague|employee))",
    r"(?:they|those people|these people) (?:always |often |just |keep |"
    r"kept |never )+(?:mix\w*|do|lose|losing|forget\w*|mess\w*|get|listen|read|doing|answer)",
    rf"that's (?:the|our) {_PARTY} for you",
    r"no longer (?:works|work|with us|employed)",
    r"(?:a|the) colleague (?:of mine )?(?:must have|obviously|apparently|simply|clearly|forgot)",
    r"nothing (?:\w+ )?(?:that )?(?:we|I) (?:could|can) (?:do|have done)",
    "(?:others|they|another (?:team|department|company|firm)|someone else|a different (?:team|department)) (?:are|"
    "is|was|"
    r"were) (?:\w+ )?(?:responsible|in charge|to answer)",
    r"(?:nothing|not much) to do with (?:us|me|our (?:team|side|company))",
    "(?:outside|beyond|out of|(?:not|isn't|aren't|wasn't) (?:in|under|within)) (?:of )?our (?:control|hands|"
    "influence|responsibility)",
    r"(?:take|took) (?:it|this|that) up with (?:the |your |them|him|her)",
    r"(?:they|he|she) (?:\w+ )?(?:messed|screwed|mucked|slipped) (?:it |this |things )?up",
    r"(?:another|a different|the other) (?:team|department|branch|office|shift|colleague)(?:'s)? (?:did|made|caused|"
    r"forgot|mistake|error|fault|handled|lost|failed)",
)
_OURS = re.compile(
    r"\b(?:our|my) (?:own |\w+ )?(?:fault|mistake|error|slip|miss|job|doing)\b|\b(?:on|by) us\b|\bours\b|\b(?:not|"
    "wasn't|isn't|never) (?:really )?"
    r"(?:the|their|your|his|her)\b",
    re.IGNORECASE,
)
_THEY_FAILED = any_of(
    rf"(?:the|a|an|this|that|your|one of the|our (?:partner|external|contract)) (?:[\w'-]+ )?{_PARTY}(?: \w+)?(?: "
    "(?:clearly|simply|obviously|"
    "unfortunately|"
    "apparently|probably|must have|has|have|had|just|again))* (?:(?:doesn't|don't) (?:always |even |really )?(?:read|"
    "check|listen|tell|pass|follow|look|care|do)|never (?:told|passed|sent|informed|gave|did|came|"
    "rang)|"
    r"failed|didn't|did not|forgot|forgotten|messed|lost|mislaid|misplaced|dropped|mixed|let (?:us|you) down|damaged|"
    r"ignored|neglected|overlooked|was careless|were careless|got (?:it|this|the|your) \w* ?wrong|made (?:a|the|an) "
    r"\w* ?"
    r"(?:mistake|error)|screwed|delayed|caused|broke|mishandled)",
)
_NOBODYS = any_of(
    r"(?:mistakes?|errors?|a slip|an? (?:\w+ )?(?:error|mistake|oversight)) (?:was|were|has been|have been|had been|"
    "may have "
    r"been|seems to have been|appears to have been) made",
    r"(?:an?|some) (?:\w+ )?(?:error|mistake|problem|issue|mix-up|misunderstanding|miscommunication|oversight|glitch|"
    "mishap"
    "|irregularity) (?:has |have |had |must have |may have |seems to have |appears to have )?(?:occurred|happened|"
    "arisen|"
    r"arose|crept in|taken place|took place|slipped in)",
    "there (?:was|were|has been|have been|seems to (?:have been|be)|appears to (?:have been|be)|must have been|may "
    "have been)"
    r" (?:obviously |apparently |clearly |unfortunately )?(?:an?|some|some sort of|some kind of|a bit of an?) (?:\w+ )?"
    r"(?:error|mistake|mix-up|misunderstanding|miscommunication|oversight|confusion|mishap|glitch|slip-up|breakdown)",
    r"something (?:\w+ )?(?:went|has gone|had gone|must have gone|seems to have gone|appears to have gone|may have "
    "gone) "
    r"(?:\w+ )?wrong",
    r"(?:was|were|has been|have been|had been) (?:\w+ )?(?:(?:incorrectly|wrongly|mistakenly|accidentally|"
    "erroneously|inadvertently|never) "
    r"\w+ed|not (?:\w+ )?(?:entered|passed on|recorded|processed|booked|forwarded|saved|noted|registered|updated|"
    "delivered|sent|loaded|"
    r"done|made|carried out|confirmed|cancelled)|(?:\w+ed|sent|put|made|taken) (?:incorrectly|wrongly|by mistake|by "
    "accident|in error|twice by "
    r"mistake))",
    r"slipped (?:through|under) the (?:net|cracks|radar)",
    r"fell through the cracks",
    r"got (?:lost|mixed up|"
    r"overlooked|forgotten|stuck|delayed)(?: somewhere| along the way| in the \w+)?",
    r"(?:an?|some|the) (?:\w+ )?(?:breakdown|failure|lapse|"
    r"gap|confusion|mix-up|misunderstanding|error|oversight) (?:in \w+ )?(?:led|caused|resulted|meant|made|between|"
    "on the part)",
    r"(?:due to|because of|owing to|caused by) (?:an?|some) (?:\w+ )?(?:human|internal|administrative|clerical|"
    "technical|communication|"
    r"system|unfortunate|unforeseen) (?:error|mistake|oversight|problem|issue|breakdown|circumstances?|mix-up|slip)",
    "(?:the|our) system (?:didn't|did not|failed to|doesn't|won't|wouldn't) (?:save|record|send|update|show|"
    "register|recognise|accept)",
    r"(?:it (?:seems|appears|looks)|apparently|evidently|somehow)(?: that| as if| as though| like)?,? (?:[\w']+ "
    r"){1,6}?(?:was|were|has been|have been) (?:\w+ )?(?:\w+ed|sent|put|lost|taken|given|made|told|sold)",
    r"(?:was|were|got) somehow \w+",
    r"things (?:went|have gone|didn't go|did not go) (?:\w+ )?(?:wrong|as planned|to plan|astray)",
    r"(?:it (?:seems|appears|looks)|apparently|evidently)(?: that| as if| like)?,? (?:\w+ ){1,5}(?:was|were|has been|"
    "have been|"
    r"got) (?:\w+ )?(?:misdirected|misplaced|mislaid|overlooked|forgotten|lost|mishandled|miscommunicated|mixed up|"
    "missed|"
    r"omitted|misrouted|damaged|delayed|deleted|mis\w+ed|double-booked|not \w+ed)",
)
_HALF_SORRY = any_of(
    r"(?:sorry|apologi[sz]e|apologies|regret)(?: to hear)?,? (?:if|in case|should (?:you|this|there|it))",
    r"regret (?:any|the) (?:\w+ )?(?:inconvenience|distress|trouble|upset|disappointment|confusion|misunderstanding)",
    r"(?:sorry|apologi[sz]e|apologies)(?: \w+){0,4} (?:for|about) (?:any|whatever) (?:possible |potential |and all )?"
    r"(?:inconveniences?|trouble|confusion|upset|distress|disappointment|misunderstanding|delay|offen[cs]e|problems?|"
    r"frustration|hassle|issues?)",
    r"(?:sorry|apologi[sz]e|apologies|regret)(?: \w+){0,3} (?:for )?(?:the |this |an )?inconveniences?",
    "(?:inconveniences?|trouble|upset|distress|confusion) (?:this|it|we|that) (?:may|might|could) (?:have "
    ")?(?:caused?|be)",
    "(?:sorry|regret)(?: to hear)? (?:that )?you(?:'re| are| were)? (?:feel|felt|feeling|think|thought|see it|"
    "perceived?|"
    "weren't satisfied|weren't happy|didn't like|found (?:it|this)|took|have taken|got the impression|had the "
    "impression|are not|aren't|were not|weren't|unhappy|"
    r"unsatisfied|dissatisfied|disappointed)",
    r"(?:sorry|regret)(?: \w+)? (?:for|about) (?:how|the way) you (?:feel|felt|see)",
)

BREAKS = (
    Example("You should have checked the size chart before you ordered."),
    Example("The parcel is late because you didn't give us the right house number."),
    Example("That was the courier's fault, they never rang the bell."),
    Example("The kitchen forgot to tell us about your allergy, so that one is on them."),
    Example("I'm afraid mistakes were made with your file."),
    Example("There seems to have been a mix-up with the rooms."),
    Example("We're sorry if you felt ignored at the desk."),
    Example("We apologise for any inconvenience this may have caused."),
    Example("I'm sorry that you feel that way about the repair."),
    Example("The delay is beyond our control; blame the weather service."),
    Example("You must have typed the wrong address."),
    Example("Another department made this decision and we have nothing to do with it: it's out of our hands."),
    Example(
        "Our kitchen made you ill, that's entirely our fault.", "I was sick after the soup.", {"cause": "not yet known"}
    ),
    Example("It was our mistake that the frame cracked.", "The frame cracked.", {"cause": "unknown, lab looks at it"}),
    Example("Zips break when people force them, so it's not our fault."),
    Example("The supplier let us down again."),
)
KEEPS = (
    Example("We packed the wrong size, and I'm sorry."),
    Example("You should have had it on Monday; that's our mistake."),
    Example("You shouldn't have had to ring twice."),
    Example("The courier lost the parcel, and it's our job to make that good: a new one leaves today."),
    Example("This isn't your fault: our form accepts a wrong code."),
    Example("I'm sorry that we left you without an answer for a week."),
    Example("Something went wrong on our side: the job ran twice."),
    Example(
        "I don't know yet what made you ill; I've asked the kitchen and will ring you at 4.",
        "I was sick after the soup.",
        {"cause": "not yet known"},
    ),
    Example(
        "If it turns out that the fault is ours, we'll pay the repair.", "The frame cracked.", {"cause": "unknown"}
    ),
    Example("If you didn't get the mail, tell me and I'll send it again."),
    Example("The address was misread by our packers."),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that blames, hides who did it, half apologises, or admits what nobody knows."""
    owns = is_owned(draft.body)
    is_open = _is_cause_unknown(context)
    for sentence in draft.said:
        why, rewording = _judged(sentence, owns=owns, is_open=is_open)
        if why:
            yield on_sentence("S3", sentence, why, rewording)


def _judged(sentence: Sentence, *, owns: bool, is_open: bool) -> tuple[str, str]:
    body = sentence.body
    if _HALF_SORRY.search(body):
        return 'An apology with an "if" or an "any" sounds as if we weren\'t sure.', "I'm sorry that [what went wrong]."
    if _BLAMES_CUSTOMER.search(body) and not _SPARED.search(body) and not sentence.is_question:
        return "This sounds as if the customer were to blame.", _owned_words(body)
    if _BLAMES_OTHER.search(body) and not _OURS.search(body):
        return "To the customer we are one firm; passing the blame doesn't help them.", _owned_words(body)
    if is_open and ADMITTED.search(body) and not is_hypothetical(body):
        why = "The cause isn't known yet, so this admits more than we know."
        return why, "I don't know yet what caused this. I'm finding out and will tell you by [time]."
    if not owns and (_THEY_FAILED.search(body) or _NOBODYS.search(body)):
        return "It isn't clear who got this wrong; if it was us, saying so is what calms.", _owned_words(body)
    return "", ""


def _owned_words(body: str) -> str:
    thing = re.search(
        r"\b(?:delay|wait|bill|charge|delivery|order|room|letter|repair|booking|parcel|address)\b", body, re.I
    )
    about = f" with your {thing.group().lower()}" if thing else ""
    return f"We got this wrong{about}: [what we did]. I'm sorry, and I'm putting it right."


def _is_cause_unknown(context: Context) -> bool:
    cause = context.fact("cause", "fault", "reason", "why", "diagnos", "origin")
    return cause is not None and cause.is_unknown


RULE = Rule("S3", "own-it", MEANING, BREAKS, KEEPS, find)
