"""S4: a draft says what can be done, never only what can't."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.standard.commitment import OUR_PROMISE, moves_it_on
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence
from bot.standard.temporal_expressions import names_a_time
from bot.standard.untold import untold_answers

MEANING = "Say what can be done and by when, never only what can't."

_REFUSAL = any_of(
    r"(?:I|we)(?:'m| am|'re| are)? (?:really |simply |just |sadly |unfortunately |also |therefore |currently |still )*"
    "(?:can't|cannot|can not|won't be able|will not be able|not able|unable|aren't able|not "
    "allowed|"
    r"aren't allowed|not in a position|not permitted|not authori[sz]ed)(?! (?:\w+ )?(?:wait|imagine|thank|say|be "
    "sure|tell|"
    r"guess|see|swear|stress|find|know|apologi[sz]e|believe|promise|judge|speak|answer)\b)",
    r"(?:I|we) (?:simply |just |sadly |unfortunately |currently |really |generally )*(?:don't|do not) (?:\w+ "
    ")?(?:offer|do|"
    "accept|make|allow|ship|refund|give|deliver|repair|replace|take|provide|sell|exchange|match|grant|have the "
    "(?:right|"
    "power|authority)|hold|price|extend|waive|reimburse|cover|send|compensate|book|keep|carry|change|handle|"
    "open)(?! any "
    r"(?:mistake|fault))",
    r"(?:I|we) (?:have to|must|had to) (?:decline|refuse|reject|turn (?:this|it|you|that) down|say no|disappoint you)",
    r"(?:not|isn't|aren't|wasn't|never|no longer|won't be)(?: \w+){0,2} (?:possible|allowed|permitted|eligible|"
    "refundable|"
    "returnable|transferable|covered|an option|negotiable|feasible|doable|entitled|available(?! (?:until|before|"
    "yet)))",
    r"(?:is|are|be) (?:simply |just |quite )?(?:impossible|forbidden|excluded|prohibited)",
    r"(?:can't|cannot|can not|couldn't|won't|will not|may not) be (?:\w+ )?(?:returned|refunded|changed|cancelled|"
    "exchanged|"
    "moved|done|waived|repaired|replaced|shipped|delivered|extended|made|given|altered|reversed|undone|transferred|"
    "used|"
    "combined|accepted|brought|fixed|rebooked|met|reimbursed|covered|issued|reopened|amended|granted|reserved|paid|"
    "sent|"
    r"booked|added|recovered|restored)",
    "(?:there(?:'s| is| are|'re) (?:unfortunately |sadly |really |simply |just )*(?:no|nothing|not any)(?: more| "
    "other| "
    r"further| direct)*) (?:way|possibility|option|exceptions?|refunds?|chance|(?:I|we) (?:can|could)|tickets?|trains?|"
    r"rooms?|seats?|slots?|tables?|appointments?|spare parts?|parts?|flights?|places?|compensation|return|replacement)",
    r"nothing (?:more |else |further )?(?:that )?(?:I|we) (?:can|could) (?:do|offer|change)",
    r"(?:our|the|company|shop|house|store|club|school|clinic|hotel) (?:\w+ )?(?:policy|policies|rules?|terms|"
    "conditions|"
    "regulations|guidelines|terms and conditions|contract|tariff|system) (?:is|are|state|states|say|says|doesn't|"
    "does not|"
    r"don't|do not|forbids?|prohibits?|won't|require|requires|excludes?|only|clearly|unfortunately|for)",
    r"(?:against|not in line with|outside|as per|per|under|according to) (?:our|the|company) (?:\w+ )?(?:policy|"
    "policies|"
    r"rules|terms|guidelines|conditions)",
    r"no exceptions?",
    r"(?:isn't|is not|not|aren't) (?:something|anything) (?:that )?(?:I|we) (?:can|could|do|offer|are able)",
    r"(?:is|are|'s) (?:out of the question|not on the table|sold out|fully booked|past its warranty|out of warranty|"
    r"out of stock|final|non-refundable|non-returnable|non-negotiable|discontinued)",
    r"(?:have|has) (?:expired|already closed|run out)",
    r"(?:something|a thing) (?:that )?only (?:a|the|our|my) \w+ (?:can|could|may)",
    "you (?:unfortunately |sadly |therefore |simply )*(?:can't|cannot|can not|may not|won't be able to|are not "
    "allowed to|"
    r"aren't allowed to|are not entitled|aren't entitled|are not eligible|aren't eligible|don't qualify|do not qualify|"
    r"will not be|won't be|would have had to|will have to wait|would have to)(?! (?:wait to|go wrong|miss|beat|charged|"
    r"billed|need|have to|lose|pay))",
    "(?:doesn't|does not|don't|do not|didn't) (?:qualify|cover|apply to|include|fall under|entitle|go upstairs|"
    "extend to|"
    r"allow|permit)",
    r"(?:request|claim|application|refund|complaint|appeal) (?:has been|was|is|had to be|must be) (?:\w+ "
    ")?(?:declined|denied|"
    r"rejected|refused|turned down|closed)",
    r"no (?:refunds?|returns?|exchanges?|exceptions?) (?:are|is|can|will|after|on|for)",
    r"(?:the answer is|it's a|that's a|I'm afraid it's|it has to be) no",
    r"no amount of",
    r"(?:my|our) hands are tied",
    r"rules are rules",
    r"(?:the|our) rules are (?:the rules|clear|strict)",
    r"(?:won't|doesn't|can't|isn't going to|not going to) (?:really )?(?:work|happen|be possible)(?! (?:again|until))",
    r"(?:too late|not early enough) (?:to|for)",
    r"(?:the |our |my )?(?:system|software|computer|programme|law|contract) (?:won't|doesn't|does not|"
    r"will not|can't) (?:let|allow|permit|accept)",
    r"(?:no|not any) (?:way|means|possibility|chance|option)s? (?:of|to|for)",
    r"(?:falls?|lies?|is|are) outside (?:of )?(?:what|the|our)",
    r"(?:never|don't|can't|cannot|not|unable to) (?:\w+ )?make (?:\w+ )?exceptions?",
    r"no (?:\w+ )?(?:rooms?|seats?|tickets?|tables?|places?|slots?|appointments?|dates?|parts?|stock|spaces?|spots?|"
    "repairs?|refunds?|"
    r"copies|units?)(?: \w+){0,2} (?:left|available|free|any more|for that|on that|in stock)",
    r"there is no (?:free |full )?(?:\w+ )?(?:repair|"
    r"refund|return|replacement|compensation|discount|cover|claim|right|entitlement)",
    r"(?:turn(?:ed|ing)? (?:down|away)|declin\w+|reject\w*|"
    r"refus\w+) (?:your|this|the|it)",
    r"(?:we|I) only (?:\w+ )?(?:repair|accept|deliver|offer|refund|ship|serve|take|sell|do|cover|replace|"
    r"open|exchange|work|handle|insure|treat)",
    r"(?:is|are) (?:for|open to|reserved for|available to|limited to|meant for) (?:[\w-]+ ){1,4}only",
    r"(?:isn't|aren't|is not|are not|not|never) (?:\w+ )?(?:admitted|granted|offered|accepted|provided|sold|given|"
    "taken back|reimbursed|"
    "exchanged|transferred|extended|waived|served|delivered there|repaired|replaced|supported|something we do|in "
    "the plan|part of)",
    "(?:warranty|guarantee|deadline|period|offer|voucher|coupon|term) (?:has |had )?(?:ended|expired|ran out|passed|"
    "lapsed|is over|was over)",
    r"(?:no|sorry|I'm afraid),? (?:we|I) (?:don't|do not|can't|cannot|won't)(?! (?:know|think|have to))",
    r"I have no (?:way|power|authority|"
    r"influence|say|means|access)",
    r"(?:doesn't|does not|don't) (?:work|go) that way",
    r"full stop",
    r"as a (?:rule|matter of principle)",
    r"(?:would|'d) (?:love|like) to (?:help|do that)?,? ?but",
    r"(?:we|I) (?:won't|will not) (?:be )?(?:refund|replac|pay|exchang|compensat|mak|"
    r"tak|accept|chang|extend|repair|reimburs)\w*",
)
_MAY_I = re.compile(r"(?:can|could|may|might|would|will|is it possible|any chance)\b", re.IGNORECASE)
_OPEN_WAY = re.compile(
    r"\b(?:can|could|may|possible|allowed|until|free|option|alternative|or|swap|available|waive)\b", re.IGNORECASE
)
_WISHES_ONLY = any_of("I wish", "if only", "I'm sure you understand", "would if I could")

BREAKS = (
    Example("Hi Ines, unfortunately that's not possible."),
    Example("Ines, I can't refund a ticket after the day of travel. I hope you understand."),
    Example("Our policy is that opened creams can't be taken back. All the best, Tom"),
    Example("We don't deliver to islands, sorry."),
    Example("There's nothing I can do about the fee."),
    Example("The class is fully booked. I wish I had better news."),
    Example("You can't change the name on a ticket, those are the rules. I understand that this is disappointing."),
    Example("Your claim has been rejected, as water damage isn't covered."),
    Example("I'm not allowed to open the account for you. I've noted your message."),
    Example("We're unable to move the appointment. The appointment is on Monday at 8."),
    Example("No exceptions are made, and the deposit cannot be returned."),
    Example("Saturday is out of the question. Have a nice weekend!"),
)
KEEPS = (
    Example("I can't undo the delivery, but here is what I can do today: a courier fetches it at 5."),
    Example("I can't refund the jacket after five months. What I can do: our shops buy it back for store credit."),
    Example("The class is fully booked; I've put you first on the list and will write to you by Friday."),
    Example("We don't deliver to islands. You can pick it up at the ferry harbour from tomorrow."),
    Example("I can't wait to hear how the recital goes."),
    Example("I can't say yet why it stopped; I'm checking and will ring you at 3."),
    Example("Opened creams can't be taken back. Would you like a sample of the milder one instead?"),
    Example("Yes, that's possible: Tuesday at 9 is yours."),
    Example("You won't be charged for March."),
    Example("The blue one is sold out. The green one is in stock, and I could send it today."),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """The first refusal of a draft in which nothing is offered or done for the person."""
    refusals = [sentence for sentence in draft.said if refuses(sentence)]
    if not refusals:
        yield from _quietly_refused(draft, context)
        return
    if any(_helps(sentence) for sentence in draft.said):
        return
    first = refusals[0]
    why = "This says what can't be done and stops there."
    yield on_sentence("S4", first, why, f"{first.body.rstrip()} What I can do for you: [what], by [when].")


def _quietly_refused(draft: Draft, context: Context) -> Iterator[Finding]:
    """Only the rule is stated ("deliveries are made between 8 and 4"), while what is known would allow it."""
    is_wish = any(ask.kind == "request" or _MAY_I.match(ask.text) for ask in context.reading.asks)
    if not is_wish or any(_helps(sentence) for sentence in draft.said):
        return
    open_way = next((fact for fact in untold_answers(draft, context) if _OPEN_WAY.search(fact.value)), None)
    if open_way:
        why = f"What is known leaves a way open ({open_way.text}), and it isn't offered."
        first = draft.said[0]
        words = f"{first.body.rstrip()} What I can do for you: {open_way.value}."
        yield replace(on_sentence("S4", first, why, words), is_last_resort=True)


def refuses(sentence: Sentence) -> bool:
    """Not yet, and not before a named day, are no refusals."""
    refused = _REFUSAL.search(sentence.body)
    if refused is None or sentence.is_question:
        return False
    rest = sentence.body[refused.start() :]
    not_before = re.search(r"\b(?:before|until|earlier than|sooner than)\b(?P<when>.*)", rest)
    return not re.search(r"\byet\b", rest) and not (not_before and names_a_time(not_before["when"]))


def _helps(sentence: Sentence) -> bool:
    """Some clause moves the matter on; the refusing words themselves don't count."""
    if re.search(r"https?://|[\w]+\.example\b", sentence.body):
        return False
    if OUR_PROMISE.search(sentence.body) and names_a_time(sentence.body) and not _REFUSAL.search(sentence.body):
        return True
    for clause in sentence.clauses:
        rest = _REFUSAL.sub(" ", clause.text)
        if moves_it_on(rest) and not _WISHES_ONLY.search(clause.text):
            return True
    return False


RULE = Rule("S4", "can-do", MEANING, BREAKS, KEEPS, find)
