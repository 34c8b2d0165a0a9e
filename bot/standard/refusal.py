"""Recognises a refusal: inability, prohibition, absence and exclusion in all the ways English has for them."""

import re

from bot.standard.phrases import any_of
from bot.standard.quantities import days_named
from bot.standard.segmentation import Sentence
from bot.standard.temporal_expressions import names_a_time
from bot.standard.word_classes import verbs

_SOFTENER = (
    r"(?:really |simply |just |sadly |unfortunately |also |therefore |currently |still |regrettably |honestly |"
    r"generally |normally |usually |"
    r"either |ever |now |actually |quite |\w+ly )*"
)
_PROVIDE = verbs(
    "offer, do did done, accept, make made, allow, ship shipped, refund, give gave given, deliver, repair, "
    "replace, take took taken, provide, sell sold, exchange, match, grant, price, extend, waive, reimburse, "
    "cover, send sent, compensate, book, keep kept, carry, change, handle, open, support, stock, serve, run ran, "
    "return, cancel, transfer, move, hold held, lend lent, hire, rent, share, release, issue, process, honour, "
    "honor, recognise, recognize, include, insure, fix, print, cut cut, bring brought, collect, pick, reserve, "
    "split split, combine, admit admitted, store, restore, recover, pay paid, credit, reopen, reschedule, amend, "
    "adjust, undo undid undone, reverse, upgrade, swap swapped, customise, customize, deal, let let, service, "
    "clean, produce, bend bent"
)
_NO_REFUSAL = (
    r"(?:wait|imagine|thank|be sure|tell (?:from|why|what|whether|if|yet|you (?:how|why|what|enough))|guess|"
    r"see (?:why|how|any reason|that)|swear|stress|know|"
    r"apologi[sz]e|believe|judge|speak for|be right|be true|be pleasant|be nice|be fun|find (?:your|the|any|it|a)|"
    r"say (?:why|how|for sure|yet|what|exactly|whether)|"
    r"help (?:thinking|feeling|smiling|wondering)|complain|emphasi[sz]e|hide|deny|remember|blame|promise|go wrong|"
    r"happen again|repeat|resist|undo (?:the|that|what)|make (?:it|that|her|him|them|this) "
    r"(?:up|un|forget)|give (?:you|her|him|them) (?:that|those|it|back that)|bring (?:back|it back))"
)
_CAN_NOT = (
    r"(?:can't|cannot|can not|couldn't|could not|won't be able to|will not be able to|'m not able to|not able to|"
    r"aren't able to|isn't able to|unable to|not (?:\w+ )?in a position to|"
    r"not (?:\w+ )?(?:allowed|permitted|authori[sz]ed|empowered|entitled|supposed|at liberty|free) to|"
    r"aren't (?:allowed|permitted|authori[sz]ed) to|mustn't|must not|may not|"
    r"(?:has|have) no (?:way|power|authority|means|right|permission) (?:to|of|over)|lack the (?:power|authority|right))"
)
_POSSIBLE = (
    r"(?:possible|allowed|permitted|eligible|refundable|returnable|transferable|exchangeable|covered|an option|"
    r"negotiable|feasible|doable|entitled|available(?! (?:until|before|yet))|"
    r"offered|included|insured|supported|planned|foreseen|provided|intended|accepted|admitted|granted|sold|on sale|"
    r"for sale|in stock|deliverable|valid|applicable|"
    r"part of|something (?:that )?(?:we|I)|anything (?:that )?(?:we|I)|in (?:the|our|your) (?:plan|range|price|"
    r"package|contract|tariff|power|gift)|open to|on offer|up for|within (?:our|my))"
)
_DONE = (
    r"(?:be|get) (?:\w+ )?(?!(?:right|true|sure|sorry|said|helped|late|forgotten|charged|billed|happy|blamed|"
    r"able|scratched|broken|damaged|stained|torn|lost|hurt|harmed|seen|heard|felt|noticed|missed|disturbed|stolen|"
    r"alone|woken|beaten|mistaken)\b)(?:\w+(?:ed|en|wn|ne)|put|made|sent|sold|held|brought|paid|met|kept|split|"
    r"lent|cut|let)"
)
_RULES = (
    r"(?:policy|policies|rules?|terms(?: and conditions| of \w+)?|conditions|regulations|guidelines|contract|tariff|"
    r"procedure|licen[cs]e|statutes|law|warranty|guarantee|insurance|agreement|process)"
)
_GOODS = (
    r"(?:rooms?|seats?|tickets?|tables?|places?|slots?|appointments?|dates?|parts?|stock|spaces?|spots?|repairs?|"
    r"refunds?|copies|units?|trains?|flights?|trips?|berths?|vacanc(?:y|ies)|"
    r"exceptions?|returns?|exchanges?|discounts?|compensation|replacements?|options?|alternatives?|way|possibility|"
    r"chance|extensions?|exemptions?|waivers?|leeway|capacity|availability|spares?|"
    r"cover|claim|right|entitlement|credit|version|feature|function|service|delivery|upgrades?|vouchers?|lessons|"
    r"classes|beds?|cots?|cabins?|boats?|vans?|cars?|bikes?|more|others?)"
)
REFUSAL = any_of(
    # Inability and prohibition: "I'm not able to", "you may not", "it can't be changed".
    r"(?:I|we|you|one|nobody here|it|this|that|which|they|customers|members|guests|(?:the|our|a|an|"
    rf"your) [\w' -]{{2,30}}?)(?:'m| am|'re| are|'s| is|'ll| will)? {_SOFTENER}{_CAN_NOT}(?! (?:\w+ "
    rf")?{_NO_REFUSAL}\b)",
    rf"(?:can't|cannot|can not|couldn't|won't|will not|may not|must not|isn't to|are not to|not to) {_DONE}",
    r"you (?:\w+ly )?(?:are not|aren't|are no longer|won't be|will not be) (?:\w+ )?(?:entitled|eligible|allowed|"
    r"covered|insured|permitted)",
    r"you (?:\w+ly )?(?:don't|do not|no longer) (?:qualify|have the right|fall)",
    r"(?:will have to wait|would have had to|would have to have)(?! (?:to|until))",
    # What we don't do: "we don't ship", "we only repair our own".
    rf"(?:I|we) {_SOFTENER}(?:don't|do not|never|no longer|won't|will not|refuse to|decline to) (?:\w+ly |even |"
    rf"usually |be )?(?:{_PROVIDE.base}|{_PROVIDE.ing}|have (?:the (?:right|power|authority)|any|that|those))"
    r"(?! (?:any (?:mistake|fault)|you wrong|for (?:it|that) again|it again))",
    rf"(?:I|we) only (?:\w+ )?(?:{_PROVIDE.base}|work|treat|have)",
    r"(?:have to|must|had to|need to|need|going to have to|obliged to|forced to) (?:decline|refuse|reject|"
    r"turn (?:this|it|you|that|your \w+) down|say no|disappoint you|pass on this|rule)",
    r"(?:is|are|'s) (?:\w+ )?(?:only|exclusively|solely|strictly|reserved|limited|restricted) (?:possible |"
    r"available |open |valid |sold |offered )?(?:for|to|in|on|with|at|through|from|until)(?! \d)",
    r"(?:is|are) (?:for|open to|reserved for|available to|limited to|meant for) (?:[\w-]+ ){1,4}only",
    r"only (?:a|the|our|my|their) \w+ (?:can|could|may|is allowed|are allowed)",
    # It is not possible, covered, planned.
    r"(?:not|isn't|aren't|wasn't|weren't|never|no longer|won't be|neither|nor) (?:is |are )?(?:(?!(?:only|just|"
    rf"until|yet)\b)[\w']+ ){{0,2}}?{_POSSIBLE}",
    r"(?:is|are|be|was|were|'s|(?:it|that|she|he)'s|(?:we|they)'re|I'm|looks) (?:simply |just |quite |\w+ly "
    r")?(?:impossible|forbidden|excluded|"
    r"prohibited|unavailable|ineligible|out of the question|off the table|sold out|fully booked|booked (?:out|up|"
    r"solid)|"
    r"full(?! of)|past (?:its|the|their) \w+|out of (?:warranty|stock|print|season|range|reach)|final|non-\w+able|"
    r"binding|discontinued|closed for|beyond (?:repair|saving|recovery|us|our|my)|too late|"
    r"void|gone for good|lost for good|irreversible|unrecoverable)(?=\W|$)",
    r"(?:falls?|lies?|is|are|goes) (?:\w+ )?(?:outside|beyond) (?:of )?(?:what|the|our|my)",
    r"(?:has|have|had|is|are) (?:already |now |long |unfortunately |since )*(?:expired|closed|run out|ended|passed|"
    r"lapsed|over(?! the)|gone(?! (?:as|to|up|down|out|off|through|back|on|in|into|ahead|with|for|by|well|all|"
    r"over|straight|round|home|live|quiet|red|smoothly))|been (?:discontinued|withdrawn|used up|taken|"
    r"stopped|abolished))(?= |[.,;]|$)",
    r"(?:warranty|guarantee|deadline|period|offer|voucher|coupon|term|draw|window|promotion|sale) (?:has |"
    r"had )?(?:\w+ )?(?:ended|expired|ran out|passed|lapsed|is over|was over|closed)",
    r"(?:won't|doesn't|can't|isn't going to|not going to|don't|does not|will not) (?:really |actually )?(?:work|"
    r"happen|be possible|exist|qualify|apply|count|cover|include|entitle|extend to|allow|permit|fit|"
    r"fall under|ship)(?! (?:again|until|wrong|on|up|out|away|down))",
    # There is none.
    r"(?:there(?:'s| is| are|'re| was| were| isn't| aren't)|we(?:'ve| have)(?: got)?|I(?:'ve|"
    rf" have)(?: got)?) {_SOFTENER}(?:no|not any|any|not a|none)(?: more| other| further| direct| free| full| such|"
    rf" \w+)? (?:[\w-]+ )?{_GOODS}(?! than)",
    r"(?:there's |there is |and |but |really |absolutely )?nothing (?:more |else |further |of the kind |"
    r"like that )?(?:that )?(?:I|we|anyone|is planned|can be|could be|to be|left to|in (?:our|my) power)(?: (?:can|"
    r"could|may))?(?: do| offer| change| done)?",
    rf"no (?:[\w-]+ )?{_GOODS}(?: [\w']+){{0,2}} (?:left|available|free|any more|for that|on that|in stock|are|is|"
    r"can|will|after|on|for|whatsoever|at all)",
    r"no exceptions?",
    r"(?:none|not one|not a single \w+) (?:is |are |of \w+ )?(?:left|available|free)",
    r"(?:no|not any) (?:way|means|possibility|chance|option)s? (?:of|to|for|around|round|in|back)",
    r"(?:doesn't|does not|don't|do not) (?:\w+ )?exist",
    r"there(?:'s| is) no \w+ing\b(?! (?:as|like|fee|charge|cost))",
    r"(?:isn't|is not|aren't|not|hardly) (?:really )?(?:something|anything|"
    r"a thing) (?:that )?(?:[\w']+ ){1,4}?(?:can|could|do|does|offers?|may|are able|is able)(?= |[.,;]|$)",
    r"(?:set out|written|stated|laid down|fixed|agreed) (?:\w+ ){0,3}in (?:the|our|your) (?:\w+ )?(?:terms|contract|"
    r"rules|policy|conditions|agreement)",
    # The rule speaks.
    rf"(?:our|the|company|shop|house|store|club|school|clinic|hotel) (?:\w+ )?{_RULES} (?:(?<!contract )(?<!process "
    r")(?<!agreement )(?<!insurance )(?<!tariff )(?:is|are)|state|states|say|says|doesn't|does not|don't|do not|"
    r"forbids?|prohibits?|won't|requires?|excludes?|only|clearly|"
    r"unfortunately|stipulates?)(?! (?:not )?to blame)",
    r"(?:against|not in line with|outside|as per|per|under|according to|because of|due to|by|in) (?:our|the|"
    r"company|house|their) (?:\w+ )?(?:policy|policies|rules|terms|guidelines|conditions|regulations|licen[cs]e|"
    r"statutes|tariff)(?! (?:we|it) can)",
    r"(?:that's|that is|those are|these are|it's|that's just|that's simply) (?:just |simply |how )?(?:(?:the|"
    r"our) (?:rules?|policy|way|deal|price|system)|how (?:it|things|the rules|that) (?:is|are|works?|go(?:es)?))",
    r"(?:the|our) rules are (?:the rules|clear|strict)",
    r"rules are rules",
    r"as a (?:rule|matter of (?:principle|policy))",
    # Plain words of no.
    r"(?:say|saying) no to (?:this|that|it|you|your)",
    r"(?:have|has|had) to pass(?=[.,;!]|$| on (?:this|that))",
    r"but (?:it's |that's |it has to be )?(?:a )?no(?=[.,;!]|$)",
    r"no can do",
    r"(?:'ve|have|has) (?:stopped|discontinued|given up|phased out|ceased|dropped) (?:\w+ing|the|our|that|it)",
    r"(?:lack|are short of|don't have) the (?:staff|people|means|room|space|capacity|equipment|tools|time)",
    r"off the (?:menu|market|shelves|list|programme|range)",
    r"ship has sailed",
    r"(?:there's|there is) (?:nobody|no one) (?:here |on the team )?(?:who|to|that)",
    r"had to be (?:in|made|sent|ordered|placed|booked|handed in) (?:by|before)",
    r"none of (?:our|the) [\w ]{2,20}? (?:is|are|has|have|can|comes?)",
    r"(?:go|goes) against (?:our|the)",
    r"(?:is|are) (?:an absolute |a )must in (?:all|every)",
    r"without [\w -]{2,20} there(?:'s| is) no",
    r"(?:it's|that's|is|are|'s) beyond (?:what|my|our)",
    r"(?:the answer is|it's a|that's a|I'm afraid it's|it has to be|so it's|so that's|have to say|sadly,?|"
    r"unfortunately,?|afraid,?) (?:a )?(?:clear |firm )?no(?! (?:one|longer|more))(?=[.,;! ]|$)",
    r"(?:no|sorry|I'm afraid),? (?:but )?(?:we|I) (?:don't|do not|can't|cannot|won't)(?! (?:know|think|have to|"
    r"worry|need))",
    r"(?:request|claim|application|refund|complaint|appeal|return) (?:has been|was|is|had to be|must be|"
    r"will be) (?:\w+ )?(?:declined|denied|rejected|refused|turned down|closed)",
    r"(?:turn(?:ed|ing)? (?:down|away)|declin(?:e|ed|ing)|reject\w*|refus(?:e|ed|ing)|den(?:y|ied)) (?:your|this|"
    r"the|it|that)",
    r"(?:my|our) hands are tied",
    r"no amount of",
    r"(?:would|'d) (?:love|like) to (?:help|do that|say yes)?,? ?but",
    r"(?:too late|not early enough|too soon|too old|too short notice) (?:to|for)",
    r"(?:the |our |my )?(?:system|software|computer|programme|law|contract|licen[cs]e|insurance|landlord|"
    r"supplier) (?:won't|doesn't|does not|will not|can't) (?:let|allow|permit|accept|cover|offer)",
    r"(?:never|don't|can't|cannot|not|unable to|no) (?:\w+ )?mak(?:e|ing) (?:\w+ )?exceptions?",
    r"full stop",
    r"(?:doesn't|does not|don't) (?:work|go) (?:that|this|like) (?:way|that)",
    r"(?:no|not) (?:earlier|later|sooner|before|less|cheaper) (?:than|is|one)",
)
_EMPTY_NO = re.compile(
    r"\b(?:doesn't|don't|won't|isn't|not|never|no) (?:\w+ )?(?:matter|cost|change|need|have to|charge|hurt|worry)\b",
    re.IGNORECASE,
)


_NOT_WITHOUT = re.compile(r"^(?:[\s,]*[\w']+){1,8} without \w+ing\b", re.IGNORECASE)
""""I can't think of it without blushing" is a strong yes."""


def refuses(sentence: Sentence, asked: str = "") -> bool:
    """Not yet, and not before a named day, are no refusals, unless that very day was asked for."""
    refused = REFUSAL.search(sentence.body)
    if (
        refused is None
        or sentence.is_question
        or re.match(r"^(?:if|should|in case|unless)\b", sentence.body, re.IGNORECASE)
    ):
        return False
    rest = sentence.body[refused.start() :]
    not_before = re.search(r"\b(?:before|until|earlier than|sooner than)\b(?P<when>.*)", rest)
    is_later = not_before and names_a_time(not_before["when"]) and not _is_the_day(not_before["when"], asked)
    return (
        not re.search(r"\byet\b", rest)
        and not is_later
        and not _NOT_WITHOUT.match(sentence.body[refused.end() :])
        and not _EMPTY_NO.match(refused.group())
    )


def _is_the_day(when: str, asked: str) -> bool:
    return bool(days_named(when) & days_named(asked))
