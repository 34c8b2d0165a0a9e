"""Recognises blame laid on the customer: what they should have done, left undone, or got wrong."""

import re

from bot.standard.phrases import any_of
from bot.standard.word_classes import ADVERBS, DUTY, FAULT, MISHAP, SLIP

_SURMISE = (
    r"(?:must have|may have|might have|could have|will have|(?:have )?(?:probably|possibly|apparently|obviously|"
    r"evidently|presumably)|seem to have|appear to have)"
)
_GUESS = (
    r"(?:must have|may have|might have|could have|will have|have (?:probably|possibly|apparently|clearly|obviously)|"
    r"probably|possibly|perhaps|clearly|obviously|evidently|apparently|presumably|simply|just|seem to have|"
    r"appear to have|have|'ve|had|did)"
)
_WRONG = r"(?:wrong|incorrect|invalid|old|outdated|incomplete|different|bad|false|mistaken|faulty)"
_WRONGLY = (
    r"(?:wrong(?:ly)?|incorrectly|improperly|by mistake|too late|too (?:hard|often|long|much|early)|carelessly|badly)"
)
_NOT_DONE = r"(?:didn't|did not|hadn't|had not|haven't|have not|never|failed to|neglected to|forgot to|omitted to)"
_CUSTOMERS = (
    r"(?:people|customers?|users?|guests?|buyers|owners|passengers|patients?|tenants|members|parents|someone|you|one)"
)
_PAST_BUT_RECEIVED = (
    r"(?!(?:had|been|received|got|gotten|heard|known|seen|needed|arrived|expected|deserved|enjoyed|gone|become|"
    r"appeared)\b)"
)
BLAMES_CUSTOMER = any_of(
    r"(?:was|were) (?:filled in|completed|written|entered) (?:\w+ly )?(?:wrong(?:ly)?|incorrectly|unclearly|"
    r"incompletely|illegibly)(?! by (?:us|our))",
    # What they ought to have done: "you should have checked", but not "you should have received".
    rf"you {ADVERBS}(?:should|could|ought to|might)(?:n't)?(?: not)?(?: (?:really|perhaps|simply|just|also|"
    r"always))*(?: have|'ve) "
    rf"(?:really |first |simply |just |at least |better )?{_PAST_BUT_RECEIVED}(?:{DUTY.past}|{SLIP.past}|"
    rf"[a-z]{{3,}}ed)(?! (?:had|heard))",
    r"you (?:should|could|ought to|might)(?: have|'ve) been (?:more (?!informed)\w+|at home|there|in|on time|aware|"
    r"clearer)",
    r"you were (?:supposed|meant|required|obliged|expected|responsible) (?:to|for) (?!(?:get|receive|have|hear|be|"
    r"see)\b)\w+",
    r"it (?:was|is|'s) (?:up to you|your (?:job|duty|task|responsibility|obligation)|on you)",
    r"(?:had you|if (?:only )?you(?:'d| had)) (?:only |just |simply |not |\w+ly )*"
    rf"(?!(?:any|a|the|had|questions?|been (?:told|given|informed|sent|asked))\b)(?:{DUTY.past}|been|[a-z]{{3,}}ed)",
    r"(?:it )?would (?:not |n't |never )?have (?:\w+ )?(?:helped|been (?:better|easier|enough|avoided|"
    r"avoidable)) (?:if|had) you",
    # What they left undone: "since you didn't confirm".
    rf"(?<!if )(?<!unless )(?<!whether )(?<!in case )(?<!until )(?<!so that )you (?:\w+ly )?{_NOT_DONE} (?:\w+ly |"
    r"even |"
    rf"first |yet )?(?:{DUTY.base}|{DUTY.past})(?! (?:yet|anything wrong|something wrong|wrong|have to|need|for))",
    r"you (?:\w+ly )?(?:failed|neglected|omitted) to",
    r"you (?:waited|left it|took|were|came|wrote|called|reported|cancelled|ordered|paid|booked|applied|arrived|replied)"
    r"(?: \w+){0,2} too (?:late|long)",
    r"you (?:weren't|were not|wasn't) (?:at home|home|in(?=[.,;!]|$| when)|there|available|reachable|answering|"
    r"present|paying attention|"
    r"careful|clear|on time)",
    r"(?:nobody|no one) (?:was|answered|opened) (?:at home|home|in|there to|the (?:door|bell))",
    r"(?:because|since|as|due to|on account of|given) (?:of )?your (?:late|missing|own|incomplete|incorrect|wrong|"
    r"delayed) ",
    # What they got wrong: "you must have mistyped it".
    rf"(?<!if )(?<!in case )you (?:{_GUESS} )*(?:\w+ly )?{SLIP.past}(?! (?:by|because))",
    r"(?<!if )you (?:\w+ )?missed (?:the|our|that|this|a) (?:\w+ )?(?:deadline|step|note|notice|line|instruction|sign|"
    r"e-?mail|mail|message|reminder|window|warning|hint|date|point|part)",
    rf"you {_SURMISE} (?:\w+ly )?(?:entered|typed|left|used|done|made|put|given|chosen|selected|clicked|pressed|set|"
    r"installed|"
    r"plugged|washed|opened|closed|left|moved|sat|stored|turned|pulled|pushed|switched)(?! (?:up|in) )",
    r"you (?:\w+ly )?(?:entered|typed|gave us|gave|provided|chose|selected|used|put in|submitted|ordered|clicked|"
    r"supplied|"
    rf"sent us|sent|filled in|wrote|picked|booked|pressed|took|bought)(?: on)? (?:the |an? |your )?{_WRONG}",
    rf"(?:the|an?) {_WRONG} \w+(?: \w+)? (?:was|were|has been) (?:entered|given|provided|chosen|selected|used|supplied|"
    r"submitted|picked|typed)(?! by (?:us|our|me|my))",
    rf"the [\w -]{{3,25}}? (?:that )?you (?:gave|entered|provided|typed|supplied|chose|sent|picked|filled in)(?: us|"
    r" in)? "
    rf"(?:was|is|were|are) (?:\w+ )?{_WRONG}",
    r"(?:was|were|is|been) (?:\w+ )?(?:used|handled|stored|washed|installed|assembled|treated|mounted|"
    rf"fitted) {_WRONGLY}"
    r"(?! by (?:us|our|me|my))",
    r"(?:improper|wrong|incorrect|careless|inappropriate|rough|heavy) (?:use|usage|handling|operation|entry|"
    r"installation|"
    r"storage|treatment|washing|cleaning|care)",
    r"(?:user|operator|handling|operating|typing|customer) (?:error|mistake|fault)",
    # Whose fault it is called.
    r"(?<!my or )(?:your|the customer's|the user's) (?:own "
    rf")?{FAULT.replace('responsibility|', '').replace('doing|', 'own doing|')}(?! of)",
    rf"{_CUSTOMERS} (?:are|were|is) (?:yourself |partly |also |solely |themselves )*(?:to blame|at fault|"
    r"responsible for)",
    r"you(?:'ve| have)? (?:only )?(?:got )?(?:only )?yourself to (?:blame|thank)",
    rf"(?:{MISHAP}|it|this|that) (?:is|are|must be|seems to be|appears to be|lies?|was|were|must have been) (?:\w+ )?"
    r"(?:on|at|with) your (?:end|side|part)",
    # How such things come about: "that happens when people force them".
    r"(?:happens?|happened|comes?|come off|breaks?|break|occurs?|tears?|leaks?) (?:\w+ )?(?:when|if|"
    rf"because) {_CUSTOMERS} "
    rf"(?:\w+ )?(?:don't|do not|doesn't|pull|try|push|treat|use|leave|{SLIP.base}|{DUTY.base}|{SLIP.third}|"
    rf"{DUTY.third})\b",
    r"(?:happens?|comes?|gets? in|breaks?|occurs?|tears?|leaks?|grows?|forms?|appears?|goes|go|die|"
    r"dies) (?:\w+ ){0,3}?(?:when|if|because|unless) (?:\w+ ){1,4}?"
    r"(?:isn't|aren't|is not|are not|wasn't|weren't|not|never) (?:\w+ly )?(?:\w+ed|kept|read|shut|put|done|set|worn|"
    r"fed|wound|built)",
    r"(?:that's|this is|that is|it's) (?:what|how|why) (?:\w+ )?(?:happens|leaks|things|it|they|machines|faults|"
    r"problems|"
    r"accidents|damage|delays|mistakes)(?: \w+)? (?:when|if|start|starts|break|breaks|happen)",
    r"(?:be|being|been) (?:a (?:bit|little) )?more (?:careful|attentive|precise|thorough|accurate)(?! with (?:your|"
    r"our))",
)
SPARED = any_of(
    rf"(?:not|isn't|wasn't|never|none of (?:it|this|that) (?:is|was)|hardly|nor) (?:\w+ )?(?:your (?:own )?{FAULT})",
    r"you (?:didn't|did not|haven't|have not) (?:do|done) (?:anything|something|nothing) wrong",
    r"you(?:'ve| have)? did (?:nothing|everything)",
    r"no (?:fault|mistake|error) of yours",
    rf"(?:rather than|and not|not) your {FAULT}",
    r"(?:shouldn't|should not|should never|ought not to) have (?:had to|been|needed)",
    r"(?:not|n't|nobody|no one|none of you) (?:\w+ ){0,2}?(?:to blame|at fault)",
    r"(?:who|whether|if) (?:[\w']+ ){0,4}?(?:to blame|at fault|fault)",
    r"you did(?:n't)? (?:well|right|nothing wrong)",
)


NO_HARM = any_of(
    r"(?:there's|there is|so|you have) nothing (?:else |more |further )?(?:for you )?to (?:do|pay|worry|fear|lose)",
    r"nothing (?:\w+ )?(?:happened|was (?:lost|taken|charged)|is lost|can happen|will be (?:charged|taken))",
    r"you(?:'re| are) (?:\w+ )?(?:safe|fine|all right|covered|in time|not affected)",
    r"(?:you|there) (?:needn't|don't (?:need|have) to|won't (?:be charged|pay|lose)|is no (?:need|charge|fee|risk))",
    r"(?:well (?:spotted|done|noticed)|good (?:catch|thing|eye|that you)|you did (?:right|well)|that was wise|rightly)",
)
"""What follows from it is good for them, so that it isn't held against them."""
_OWN_SLIP = re.compile(
    r"\b(?:my (?:own )?(?:\w+ )?(?:mistake|fault|bad|error|slip)|silly me|stupid(?:ly)?|by (?:mistake|accident)|"
    r"accidentally|oops|I(?:'ve| have)? (?:\w+ )?(?:forgot\w*|overlooked|missed|mixed|mistyped|misread|nearly|almost|"
    r"didn't|never|lost|broke|dropped|spilt|spilled|deleted|put in the wrong|entered the wrong|typed the wrong))\b",
    re.IGNORECASE,
)


def is_named_by_them(customer_text: str) -> bool:
    """They named the slip as their own, so that a plain word about it is no blame."""
    return bool(_OWN_SLIP.search(customer_text))


def is_conditional(body: str) -> bool:
    """Blame inside of a question or a supposition is none."""
    return bool(re.match(r"^(?:if|should|in case|whenever|even if|in the event)\b", body, re.IGNORECASE))
