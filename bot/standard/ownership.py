"""Tells whether a draft owns what went wrong, which makes a plain word about somebody else's part fair."""

import re

from bot.standard.phrases import any_of
from bot.standard.word_classes import ADVERBS, DUTY, FAULT, MISDOING

_WRONG_END = (
    r"(?:[^.;!?]{0,40}?\b(?:wrong(?:ly)?|twice|too (?:late|long|soon|high|low|small|big|much|loosely|early|tight)|"
    r"late|by mistake|"
    r"in error|waiting|down|in the (?:lurch|rain|cold|dark)|hanging|without|badly|again without|a mistake|an error|"
    r"mistakes|a mess|"
    r"instead of|carelessly|in the dark|unanswered|in vain|three times))"
)
_WE = r"(?<!not )(?:I|we|one of us|nobody here|no one here|none of us|somebody here)"
OWNED = any_of(
    rf"(?:our|my) (?:own )?(?:[\w-]+ ){{0,2}}?(?:{FAULT}|job|word|problem)(?! (?:to say|is to say|to guess))",
    r"(?:that|this|it|which|one|both|all|they|fault|mistake|error|blame|two|three)(?:'s| is| was| are|'re|lies|"
    r"lay)? (?:\w+ )?"
    r"(?:on (?:us|me)|ours|our own|with us|mine|down to us)",
    rf"(?:{FAULT}|blame) (?:is|was|lies|lay|are) (?:\w+ )?(?:with us|ours|on our side|at our end|mine)",
    rf"{_WE}(?:'ve| have|'d| had)? {ADVERBS}{MISDOING.past}(?! no)",
    rf"{_WE}(?:'ve| have)? {ADVERBS}(?:didn't|did not|never|hadn't|haven't|failed to|should(?:'ve| have)|"
    r"shouldn't have|should never have|could have|"
    rf"ought to have) (?:\w+ly |even |have )?(?!cause|responsib)(?:{DUTY.base}|{DUTY.past}|[a-z]{{3,}}ed|been|had|"
    r"caught|seen|known|got|get|keep|kept|"
    r"told|sent|spot\w*|catch|see|ask\w*|warn\w*|hear|reach)",
    rf"{_WE}(?:'ve| have|'d| had)? {ADVERBS}(?:got|took|gave|sent|packed|charged|told|left|let|kept|put|entered|"
    r"wrote|booked|read|made|billed|"
    r"debited|shipped|delivered|printed|sold|said|promised|counted|picked|pulled|poured|set|typed|copied|addressed|"
    r"posted|cut|quoted|"
    r"ran|started|turned|cancelled|sized|served|baked|planned|ordered|used|wrapped|stored|removed|"
    rf"dropped) {_WRONG_END}",
    rf"(?:{FAULT}|fault|bug|hole|gap|error) (?:in|with|of) (?:our|my) (?!partner|supplier|courier)",
    rf"(?:our|my) (?:own )?(?!courier|carrier|supplier|haulier|partner)[\w-]+(?:'s|s') (?:own )?{FAULT}",
    r"(?:I|we) (?:broke|didn't keep|did not keep|haven't kept) (?:our|my|that|the|a) (?:word|promise)",
    r"(?:I|we)(?:'ve| have)? (?:let|kept|left|failed) you",
    r"(?:I|we) owe you",
    r"which (?:I|we) should(?:n't| not)?(?: have|'ve)?",
    r"(?:at|on|from) our (?:own )?(?:side|end|part)(?! (?:everything|all|it looks))",
    r"by (?:us|one of us|(?:our|my) (?!control)\w+)(?! \w+ (?:partner|company))",
    r"(?:our|my) (?:job|part|task|duty) to",
    r"(?:ours|mine) to (?:get|put|make|mend|set|check|prevent|catch)",
    r"(?:sorry|apologi[sz]e|apologies|ashamed)(?: \w+)?(?:,| that| for| because)? (?:we|our|one of our|I|my|"
    r"nobody (?:here|told|rang|called|wrote|answered)|"
    r"none of us|you (?:had|have) to)(?!'m\b)",
    r"(?:our|my) (?:[\w-]+ ){1,3}(?:was|were|had|did|didn't|failed|broke|ran|gave|sent|took|double-counted|counted|"
    r"left|cut|stopped|"
    rf"packed|put|read|slipped|wrote|{MISDOING.past})",
    r"our (?:[\w-]+ ){1,3}(?:is|was|are|were|'s) (?:\w+ )?(?:to blame|at fault|the culprit)",
    r"we(?:'re| are|'m| am) (?:\w+ )?(?:at fault|to blame|responsible|in the wrong|ashamed)",
    r"we (?:were|had been) (?:\w+ )?(?:late|slow|careless|wrong|short|too|sloppy|not (?:careful|clear|there|quick))",
    r"(?:isn't|wasn't|is not|not) (?:good enough|good work|what we (?:want|promise|stand)|how we (?:want|work)|"
    r"acceptable)",
    r"no way (?:for|to)(?: \w+){0,4} (?:arrive|treat|be treated|end)",
)
_DISOWNED = any_of(
    rf"(?:not|n't|never|hardly|nor|nothing) (?:\w+ )?(?:our|my) (?:own )?(?:{FAULT}|job|problem)",
    r"(?:not|n't|and not|nor|never|hardly) (?:on |by |with )?(?:us|me|ours|mine)",
    r"(?:don't|do not|can't|cannot|won't) (?:accept|take|admit)[^.]{0,30}(?:responsibility|blame|liability|fault)",
    r"we (?:didn't|did not|never) (?:do|cause|make|have)",
)
ADMITTED = any_of(
    r"(?:it's|it was|that's|that was|this is|this was|was|is|entirely|clearly|been|admit) (?:all |entirely |clearly |"
    r"completely |solely |purely |"
    rf"totally |fully )*(?:our|my) (?:own )?(?:[\w-]+ )?(?:{FAULT})",
    rf"(?:because of|due to|caused by|for|through|down to|a result of) (?:our|my) (?:own )?(?:[\w-]+ )?{FAULT}",
    r"(?:that|this|it|which|one|so that)(?:'s| is| was| one is) (?:entirely |clearly |all |squarely |completely |"
    r"fully )*(?:on (?:us|me)|down to us|ours)",
    r"we(?:'re| are| were|'m| am) (?:\w+ )?(?:at fault|to blame|responsible for|liable|guilty|in the wrong)",
    r"we (?:clearly |obviously |simply |must have |have |'ve |evidently )*(?:caused|messed (?:it |this |that )?up|"
    r"got (?:it|this|that) wrong|"
    r"made an? (?:\w+ )?(?:mistake|error)|broke (?:it|your)|poisoned|ruined|damaged|are to blame|failed|"
    r"sold you (?:a )?(?:faulty|defective|"
    r"broken|spoilt|bad|unsafe)|used (?:bad|spoilt|faulty|the wrong)|(?:did|wired|fitted|installed|set|built|mixed|"
    r"cooked|stored) (?:it|this|your \w+|the \w+)"
    r" (?:wrong|badly|incorrectly))",
    r"(?:the )?(?:fault|blame|mistake|error|responsibility|guilt) (?:is|was|lies|rests) (?:entirely |clearly |"
    r"wholly |fully |all )*(?:ours|with us|mine|on our side)",
    r"our (?:[\w-]+ ){1,2}(?:caused|poisoned|ruined|is to blame|was to blame|are to blame|made you|(?:was|"
    r"were) (?:clearly |obviously |)(?:contaminated|faulty|"
    r"defective|off|spoilt|unsafe|undercooked|raw|mouldy|badly \w+|wrongly \w+))",
    r"(?:we|I) (?:\w+ )?(?:take|accept|bear|assume|admit|have) (?:the |to take )?(?:full |all |entire |sole |"
    r"complete )*(?:blame|responsibility|liability|fault)",
    r"(?:caused|made|done|damaged|broken|spoilt|undercooked|contaminated|triggered) by (?:us|our|a (?:mistake|fault|"
    r"defect) (?:of ours|in our))",
    r"(?:we|I) (?:fully |freely |openly |must |have to |do )?admit (?!that (?:we|I) don't)",
)


def is_owned(text: str) -> bool:
    """We, or our people and things, are named as the ones who got it wrong."""
    return bool(OWNED.search(_DISOWNED.sub(" ", text)))


def is_sorry(text: str) -> bool:
    return bool(re.search(r"\b(?:sorry|apolog\w+|ashamed)\b", text, re.IGNORECASE))


def is_hypothetical(text: str) -> bool:
    return bool(
        re.search(r"\b(?:if|whether|in case|should it|once we know|may have|might have)\b", text, re.IGNORECASE)
    )
