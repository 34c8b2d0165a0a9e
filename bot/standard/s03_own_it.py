"""S3: our mistakes are owned, specifically, and nobody else is blamed; an unknown cause is not admitted."""

import re
from collections.abc import Iterator

from bot.standard.agentless import NOBODYS_DEED, NOBODYS_MISHAP
from bot.standard.blame import BLAMES_CUSTOMER, NO_HARM, SPARED, is_conditional, is_named_by_them
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_clauses
from bot.standard.half_apology import HALF_SORRY
from bot.standard.hints import our_part
from bot.standard.ownership import ADMITTED, is_hypothetical, is_owned, is_sorry
from bot.standard.passing_blame import BLAMES_OTHER, OTHERS_FAILED
from bot.standard.segmentation import Draft, Sentence
from bot.standard.taking_blame import in_our_name

_REPROACH = re.compile(
    r"\b(?:should|ought|must|fault|mistake|own|careful|blame|failed|forgot\w*|because|since|too late|wrong\w*)\b",
    re.IGNORECASE,
)
"""What stays a reproach beside our own mistake; "the Monday that you didn't use" doesn't."""
_OUR_PART = re.compile(
    r"\b(?:by us|our (?:own|mistake|error|fault|\w+'s)|we (?!(?:can|may|could|know)\b)\w+|ours)\b", re.IGNORECASE
)
_DEALT_WITH = re.compile(
    r"\bI(?:'ve| have)? (?:\w+ )?(?:told|spoken (?:to|with)|talked (?:to|with)|had a word with|taken it up with) "
    r"(?:him|her|them)\b",
    re.IGNORECASE,
)
_BY_OUR_HAND = re.compile(
    r"\b(?:when|because|as|since|after|while) (?:I|we) (?!(?:can|will|know|hear|find)\b)\w+|\bwhich (?:I've|we've|I "
    r"have|"
    r"we have) (?:\w+ )?(?:\w+ed|done|put|set|made)\b|\bour own (?:doing|work|hands?)\b|,? (?:and|which) (?:that's|is|"
    r"was) (?:on us|ours|our job)\b|\bby (?:me|us|one of us|our|my)\b",
    re.IGNORECASE,
)
_UNDER_OUR_ROOF = re.compile(
    r"\b(?:happened|occurred|arose|began|started|crept in|came about|was|were) (?:\w+ )?(?:in|at|with|on|inside|"
    r"during) "
    r"our (?!(?:partner|supplier|courier|carrier|contractor|haulier)\b)",
    re.IGNORECASE,
)
MEANING = (
    'If it was our mistake, say so, specifically, without passing the blame and without "sorry if"; if the cause is '
    "unknown, own the follow-up and admit nothing."
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
    owns, sorry, is_open = is_owned(draft.body), is_sorry(draft.body), _is_cause_unknown(context)
    for sentence in draft.said:
        found = (
            _half_sorry(sentence, context)
            or _blamed_customer(sentence, context, owns=owns, sorry=sorry)
            or _blamed_other(sentence, owns=owns)
            or (_admitted(sentence) if is_open else None)
            or (None if owns else _nobodys(sentence, sorry=sorry))
        )
        if found:
            yield found


def _half_sorry(sentence: Sentence, context: Context) -> Finding | None:
    half = HALF_SORRY.search(sentence.body)
    if half is None or sentence.is_question:
        return None
    why = 'An apology with an "if" or an "any" sounds as if we weren\'t sure.'
    return on_clauses("S3", sentence, half, why, f"I'm sorry that {our_part(context)}")


def _blamed_customer(sentence: Sentence, context: Context, *, owns: bool, sorry: bool) -> Finding | None:
    blame = BLAMES_CUSTOMER.search(sentence.body)
    if NO_HARM.search(sentence.body) or (is_named_by_them(context.customer_text) and not context.is_complaint):
        return None
    if blame is None or SPARED.search(sentence.body) or sentence.is_question or is_conditional(sentence.body):
        return None
    if owns and sorry and not _REPROACH.search(blame.group()):
        return None
    why = "This sounds as if the customer were to blame."
    words = "" if owns and blame.start() > 0 else "Let me put this right: I'll [what], by [time]"
    return on_clauses("S3", sentence, blame, why, words)


def _blamed_other(sentence: Sentence, *, owns: bool) -> Finding | None:
    blame = BLAMES_OTHER.search(sentence.body)
    if blame is None or SPARED.search(sentence.body) or (owns and is_owned(sentence.body)):
        return None
    if _DEALT_WITH.search(sentence.body):
        return None
    why = "To the customer we are one firm; passing the blame doesn't help them."
    return on_clauses("S3", sentence, blame, why, "That's ours to put right, and I'm sorry that it happened")


def _admitted(sentence: Sentence) -> Finding | None:
    admitted = ADMITTED.search(sentence.body)
    if admitted is None or is_hypothetical(sentence.body):
        return None
    why = "The cause isn't known yet, so this admits more than we know."
    words = "I don't know yet what caused this; I'm finding out and will tell you by [time]"
    return on_clauses("S3", sentence, admitted, why, words)


def _nobodys(sentence: Sentence, *, sorry: bool) -> Finding | None:
    """Somebody else's failing, a mishap with nobody in it, or, with no word of regret, a wrong deed in the passive."""
    body = sentence.body
    hidden = OTHERS_FAILED.search(body) or NOBODYS_MISHAP.search(body) or (None if sorry else NOBODYS_DEED.search(body))
    if hidden is None or sentence.is_question or is_conditional(body) or _is_placed_with_us(body, sorry=sorry):
        return None
    why = "It isn't clear who got this wrong; if it was us, saying so is what calms."
    return on_clauses("S3", sentence, hidden, why, in_our_name(body, hidden))


def _is_placed_with_us(body: str, *, sorry: bool) -> bool:
    """We are named as where or by whom it happened, or it is put right in the same breath."""
    return bool(_BY_OUR_HAND.search(body)) or (sorry and bool(_UNDER_OUR_ROOF.search(body)))


def _is_cause_unknown(context: Context) -> bool:
    """Nothing that is known says it was us, and what is known of the cause says that nobody knows."""
    if any(_OUR_PART.search(fact.value) for fact in context.facts):
        return False
    cause = context.fact(
        "cause", "fault", "reason", "why", "diagnos", "origin", "liab", "blame", "finding", "responsib"
    )
    return cause is not None and cause.is_unknown


RULE = Rule("S3", "own-it", MEANING, BREAKS, KEEPS, find)
