"""Words of law; one that is only somebody's trade counts beside a grievance alone."""

import re

from bot.reading.failures import grievance
from bot.reading.families import family
from bot.reading.grievances import is_aggrieved

_I = re.IGNORECASE


_LAWYER = (
    r"(?:lawyers?|solicitors?|barristers?|attorneys?|legal (?:team|counsel|advis[eo]rs?|representatives?|"
    r"department)|law firm|counsel|advocates?|notary)"
)
LAW = family(
    (
        rf"(?:my|our|a|the|his|her|insurer'?s?|union'?s?|family) (?:[\w']+ )?{_LAWYER} (?:will|shall|would|"
        r"is going|are going|wants?|asks?|needs? (?:the (?:log|file|name|date|report)|your)|has (?:a copy|the|all|"
        r"been|now|already|my|a copy|seen)|have (?:the|all|been|now|already)|is (?:now |already )?(?:look\w+|"
        r"prepar\w+|draft\w+|writ\w+|copied|involved|ready|in)|are (?:look\w+|prepar\w+|copied)|writes|contacts|"
        r"calls|can explain|thinks|advis\w+|may|might|disagrees)"
    ),
    (
        r"(?:to|from|with|see|consult\w*|instruct\w*|inform\w*|hir\w+|call\w*|ring|engag\w+|appoint\w*|"
        r"get(?:ting)?|involve|brief\w*|cc|copying|through|via|by|hear\w* from|talk\w* to|speak\w* to|spok\w+ to|"
        rf"send\w* (?:it|this|everything|the file) to) (?:my|our|a|an|the) (?:\w+ )?{_LAWYER}"
    ),
    r"lawyer(?:ed|ing) up",
    rf"{_LAWYER} (?:will|shall) (?:be in touch|write|contact|hear|take|deal|send|decide)",
    r"chambers",
    rf"letter from (?:a|my|our) (?:\w+ )?{_LAWYER}",
    rf"{_LAWYER}'?s? letter",
    (
        r"legal (?:action|steps|advice|proceedings?|means|matters?|route|remed(?:y|ies)|claim|consequences|"
        r"dispute|grounds|aid|threat|recourse|measures|notice|letter|representation)"
    ),
    r"legal (?:expenses|protection|costs) (?:insurance|insurer|cover)",
    r"legally (?:obliged|required|bound|entitled|responsible|liable)",
    r"(?:take|taking|took) (?:this |it |you |the matter )?(?:further legally|legal)",
    r"su(?:e|ed|es|ing) (?:you|the|your|them|for|over)",
    r"(?:think\w* of|consider\w*|about|start|without|end up|to avoid) suing",
    r"(?:i|we)(?:'ll| will| am going to| might| may| could| can|'m going to)? sue",
    (
        r"(?:see|take|taking|meet) (?:you|this|it|the (?:case|matter)|them) (?:all )?(?:in|to|"
        r"before) (?:\w+ )?(?:court|tribunal|judge|small claims|arbitration|the ombud\w+)"
    ),
    r"small claims?",
    r"(?:county|magistrates|district|high|civil) court",
    r"(?:go(?:ing)?|take\w*|went|off) to (?:the )?(?:court|tribunal|arbitration|law)",
    r"in (?:a )?court(?! ?(?:yard|\d|time|session|side))",
    r"court (?:order|case|claim|action|papers|proceedings|date|hearing)",
    r"before (?:a|the) (?:judge|court|tribunal)",
    r"tribunal",
    r"arbitration",
    r"adjudicat\w+",
    r"mediat(?:or|ion)",
    r"ombuds\w+",
    r"regulators?",
    r"(?:ofcom|ofgem|ofwat|ofsted|ofqual|fca|bafin|finra|cfpb|ftc|fcc|osha|hse|bbb|acas|aphis|cqc|ftca)",
    r"(?:the )?(?:caa|ico|cma|sec|asa|gmc|nmc|sra) (?:will|about|complaint|has|as|is|to|today)",
    r"(?:to|with|by|from) (?:the )?(?:caa|ico|cma|asa|gmc|nmc|sra|bbb)",
    r"trading standards",
    (
        r"(?:better business bureau|citizens'? advice|attorney general|information commissioner|health inspect\w+|"
        r"environmental health|labou?r (?:board|inspector\w*)|fire (?:marshal|inspector)|building control|"
        r"housing (?:association )?(?:ombud\w+|officer|inspector)|health (?:department|authority|board)|"
        r"food standards agency|tax (?:office|authorit\w+)|licensing (?:board|authority)|bar association|"
        r"professional body|data protection (?:authority|agency|commission\w*|officer|regulator)|"
        r"aviation authority|transport authority|financial (?:conduct|services) \w+|banking authority|"
        r"competition authority|market authority)"
    ),
    (
        r"consumer (?:protection|rights|law|advice|association|council|tribunal|court|agency|office|champion|"
        r"centre|center|body|authority|organi[sz]ation|forum|affairs|ombud\w+|act|commission)"
    ),
    r"which\?? legal",
    (
        r"(?:report|reported|reporting|refer\w*|escalat\w+|complain\w*|denounc\w+) (?:you|this|it|them|your \w+|"
        r"the (?:case|matter|company))? ?(?:\w+ )?to (?:the )?(?:police|authorit\w+|regulator\w*|council|ministry|"
        r"board|inspector\w*|commission\w*|city|state|government|health|tax|fire|data|licens\w+|consumer)"
    ),
    r"police",
    r"press(?:ing)? charges",
    r"criminal (?:complaint|charges|offence|matter|damage)",
    r"crime (?:number|reference)",
    r"action fraud",
    (
        r"(?:is|are|commit\w*|this is|that's|that is|pure|plain|calls? it|called|it) fraud\b(?! (?:team|"
        r"department|alert|protection|check))"
    ),
    r"fraudulent\w*",
    r"theft under",
    r"extortion",
    r"charge ?-?back",
    (
        r"(?:disput\w+|contest\w*|revers\w+|recall\w*|claw\w*)\b[^.?!]{0,35}\b(?:with|through|via|at|by) (?:my|"
        r"our|the) (?:bank|card|credit card|paypal|card (?:company|issuer|provider))"
    ),
    r"(?:my|our|the) (?:bank|card company|card issuer|paypal) (?:will|to) (?:reverse|claw|recall|dispute|take)",
    r"section 75",
    r"paypal (?:case|dispute|claim)",
    (
        r"(?:open\w*|fil\w+|rais\w+|lodg\w+|start\w*|submit\w*|mak(?:e|ing)) (?:a|an|the|my|"
        r"our) (?:\w+ )?(?:dispute|claim|lawsuit|suit|case) (?:with|against|at|for|before)"
    ),
    r"lawsuit",
    r"class action",
    (
        r"fil(?:e|ed|ing) (?:at|with|in|for) (?:the )?(?:court|small|police|tribunal|ombud\w+|bbb|ftc|"
        r"a claim against)"
    ),
    (
        r"(?:sale of goods|consumer rights|consumer credit|equality|data protection|unfair (?:terms|contract)|"
        r"supply of goods|landlord and tenant|package travel|consumer protection|fair (?:credit|debt) \w+|lemon|"
        r"health and safety(?: at work)?|disabilities) (?:act|law|directive|regulations?)"
    ),
    r"(?:eu|uk|ec|regulation|reg\.?|article|directive|rule) ?261(?:/2004)?",
    (
        r"(?:statutory|consumer|legal|passenger|tenants?'?|my|our) rights\b(?! to (?:the|use|reproduce|publish|"
        r"stream))"
    ),
    r"(?:under|by|against|according to|breaks?|breach\w*|break\w*|violat\w+|within) (?:the )?(?:\w+ )?law",
    (
        r"(?:is|are|that's|be|was|it's|highly|completely|simply) (?:\w+ )?(?:illegal|unlawful|against the law|"
        r"not legal|criminal)"
    ),
    r"illegally|unlawfully",
    r"discriminat(?:ion|ed|ory|ing)",
    r"gdpr (?:breach|complaint|violation|request|fine)",
    (
        r"(?:violat\w+|breach\w*) of (?:the )?(?:gdpr|contract|privacy|law|agreement|trust deed|warranty|duty|"
        r"my (?:rights|privacy|data))"
    ),
    r"subject access request",
    r"article \d+ (?:gdpr|of)",
    r"privacy (?:breach|violation)",
    r"in (?:material )?(?:breach|default)",
    r"you have (?:\w+ |until |exactly )?(?:\w+ |\d+ )?(?:days|hours|weeks) to\b",
    r"(?:set|give|giving|setting) (?:you )?(?:a |one )?(?:last |final )?deadline",
    (
        r"within (?:the |a )?(?:statutory|legal|\w+ days?|\d+ (?:working |business )?days|\w+ weeks) (?:period|"
        r"of (?:this|receipt|today)|or)"
    ),
    r"withdraw(?:ing|al)? from (?:the|my|our|this) (?:contract|purchase|sale|agreement)",
    (
        r"under (?:the |your |eu |uk )?(?:[\w-]+ ){1,4}(?:rules|regulations?|law|act|directive|convention|"
        r"statute)\b"
    ),
    r"(?:to|before|by) (?:a|the) judge",
    r"open(?:ed|ing)? a (?:case|dispute) with",
    r"reserv(?:e|ation) of (?:all|my|our)",
    r"accept service",
    (
        r"(?:that's|that is|this is|it's|it is|plain|pure|sheer) (?:theft|robbery|stealing|a crime|criminal|fraud|"
        r"a scam|deception|embezzlement)\b(?=[^|]{0,90}\b(?:police|station|report\w*|statement|judge|lawyer|law|"
        r"court|bank|paper)\b)"
    ),
    r"inspectors?\b(?=[^|]{0,60}\b(?:coming|comes|report|will|told|called|council|health|damp|visit)\b)",
    r"tenants'? (?:association|union)",
    (
        r"(?:isn'?t|is not|not|wasn'?t) (?:allowed|permitted|lawful|enforceable)\b(?=[^|]{0,60}\b(?:write|"
        r"association|union|law|act|rent|increase|contract|clause)\b)"
    ),
    r"breach(?:ed)? (?:the|our|my|your) (?:contract|agreement|terms|sla|lease|tenancy)",
    (
        r"(?:serves?|serving|hereby|formal|final|written|official|legal|given|this is|"
        r"second) notice\b(?! (?:board|period|of (?:your|the) (?:newsletter|sale)))"
    ),
    r"without prejudice",
    r"letter (?:before|of) (?:action|claim|claims)",
    r"(?:final|formal) (?:demand|request|warning letter|complaint under)",
    r"demand letter",
    r"cease and desist",
    r"statement of claim",
    (
        r"(?:time limit|deadline|period|term)\b[^.?!]{0,30}\b(?:has )?(?:ended|expired|lapsed|passed|elapsed|"
        r"run out)\b(?=[^|]{0,120}\b(?:without|no|further|reaction|notice|lawyer|payment)\b)"
    ),
    r"(?:set|setting) (?:you )?a (?:final )?deadline",
    r"failing (?:which|that|this)",
    r"reserve (?:the|my|our|all) rights?",
    r"evidence (?:for|against|in)\b",
    r"(?:secured|keeping|kept|saved|gathering|collecting|logged) (?:\w+ )?evidence",
    r"witness(?:es)? (?:statement|who|will|to)",
    r"under oath",
    r"(?:hold|holding|held|make|are) (?:you |your (?:company|firm) |fully |legally )*(?:liable|accountable)",
    r"liability (?:insurer|insurance|claim)",
    r"claim(?:ing)? (?:for )?damages|damages claim|seek(?:ing)? damages|compensation for damages",
    r"statutory (?:interest|compensation|declaration)",
    r"bailiffs?",
    r"enforcement (?:officer|agent|notice)",
    r"injunction",
    r"prosecut\w+",
    r"subpoena",
    r"my (?:legal )?insurer(?:'s lawyers?| will (?:sue|pursue|claim|write))",
    r"forg(?:ed|ery|ing) (?:my|a|the|our)? ?(?:signature|document|paper)",
)
_LAW_AS_TRADE = re.compile(
    (
        rf"\b(?:{_LAWYER}|police|ombuds\w+|counsel|chambers|courts?|regulators?|tribunal|mediat\w+|legal \w+|"
        r"consumer \w+|my rights)\b"
    ),
    _I,
)
_LAW_WEAK = re.compile(
    rf"(?:\w+ (?:\w+ )?(?:my|our|an?|the) (?:\w+ )?{_LAWYER}|police|chambers|regulators?|tribunal|arbitration|"
    r"adjudicat\w+|mediat\w+|in (?:a )?court|\w+ court|(?:go|going|took|off) to (?:the )?(?:court|law)|"
    r"court \w+|(?:statutory|consumer|legal|passenger|tenants?'?|my|our) rights|\w+ (?:the )?(?:\w+ )?law|"
    r"under .*|consumer \w+|data protection .*|subject access request|tenants'? \w+|inspectors?|"
    r"letter from .*|legal (?:advice|aid|matters?|notice|representation|claim)|fraudulent\w*|evidence .*|"
    r"witness\w* .*|article .*|(?:to|with|by|from) .*)",
    _I,
)
"""What is said of law in many trades without a threat: it counts beside a grievance alone."""
_LAW_WISH = re.compile(
    r"\b(?:police (?:gave (?:me|us) a|report number|called because|number for)|my rights if i (?:change|"
    r"return|cancel)|i(?:'m| am) (?:a|an|the) (?:\w+ )?(?:lawyer|solicitor|barrister|attorney|police|judge)|"
    r"(?:police|army|fire) (?:discount|officer|clearance|check|certificate)|(?:wrong|your|the) notary|"
    r"legal (?:name|entity|notice page|status|address|form|size|holiday|guardian|age)|"
    r"(?:tennis|squash|padel|badminton|basketball|food|crown|inner) courts?|court ?(?:yard|room|shoes?|side|"
    r"\d)|court (?:booking|hire|fee|time)|(?:book|hire|reserve|rent|play on) (?:\w+ )?(?:a|the)? ?court|"
    r"notice (?:period|board)|chamber (?:choir|music|orchestra)|voltage regulators?|pressure regulators?)\b",
    _I,
)
_OWED = re.compile(r"\b(?:owe|owed|entitled|obliged|(?:must|have to|has to) (?:refund|pay|replace|repair))\b", _I)


def is_law(text: str) -> bool:
    told = _LAW_WISH.sub(" ", text)
    found = [match.group() for match in LAW.finditer(told)]
    if any(not _LAW_WEAK.fullmatch(words) for words in found):
        return True
    if found:
        return is_aggrieved(told) or bool(_OWED.search(told))
    # A barrister in the family is nobody's business, except in the same breath as what went wrong.
    return bool(_LAW_AS_TRADE.search(told)) and grievance(told) > 1
