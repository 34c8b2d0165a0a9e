"""Words that tell how a thing is or what one may do with it: safe or harmful, free or extra, allowed or not."""

PROPERTIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "allowed": (
        (
            r"(?:allowed|permitted|possible|welcome|accepted|eligible|entitled|permissible|acceptable)",
            r"(?:you|they|he|she|it|we|one|dogs?|guests?|children|kids|pets|members?) (?:can|may)\b",
            r"no problem(?: at all)?",
            r"(?:qualif(?:y|ies)|counts? (?:for|towards))",
        ),
        (
            r"(?:forbidden|prohibited|banned|impossible|ruled out|barred|disallowed|ineligible|inadmissible)",
            r"(?:can't|cannot|can not|mustn't|must not|may not|needn't apply)",
            r"(?:refused|out of the question)",
        ),
    ),
    "free": (
        (
            r"(?:(?<!-)free(?: of charge)?|included|inclusive|complimentary|gratis|at no (?:extra )?(?:cost|charge)|"
            r"on us)",
            r"(?:no|without) (?:any |extra |further |additional |hidden )?(?:charges?|costs?|fees?|surcharge)",
            r"(?:costs?|costing) (?:you )?nothing",
            r"(?:part of|in) the price",
        ),
        (
            r"(?:extra|on top|separate(?:ly)?|additional(?:ly)?|surcharge|chargeable|excluded|excl\.?)",
            r"(?:for|with) (?:a|an|the) (?:\w+ )?(?:fee|charge)",
            r"(?:at|for) (?:your|their|the \w+'s) own (?:cost|expense)",
            r"(?:paid|borne) by (?:the )?(?:customer|buyer|guest|tenant|sender)",
        ),
    ),
    "covered": (
        (r"(?:covered|covers?|insured|pays for|under (?:the )?(?:warranty|guarantee)|protected)",),
        (r"(?:excluded|excludes|uninsured|out of (?:warranty|guarantee)|exempt)", r"warranty (?:is )?(?:over|expired)"),
    ),
    "safe": (
        (
            r"(?:safe|harmless|non-?toxic|suitable|risk-?free|edible|child-?proof|hypoallergenic)",
            r"(?:fine|okay|ok|no (?:danger|risk|problem)) (?:for|with)",
            r"nothing (?:in it )?(?:that |to )?(?:can |could |will )?(?:harm|hurt|worry)\w*",
        ),
        (
            r"(?:poisonous|toxic|dangerous|harmful|unsafe|hazardous|unsuitable|inedible|risky|a (?:risk|danger))",
            r"(?:causes? (?:burns|irritation|allerg\w+)|recall(?:ed)?|do not (?:use|eat|give))",
        ),
    ),
    "available": (
        (
            r"(?:available|in stock|on the shelf|obtainable|in store|to be had)",
            r"(?:we|I) (?:still |do |now )*have (?:it|one|them|some|plenty|two|three|several|a few)",
            r"(?:places?|seats?|tickets?|rooms?|slots?) (?:\w+ )?(?:left|free|open)",
        ),
        (
            r"(?:sold out|out of stock|unavailable|discontinued|fully booked|no longer (?:made|sold|available|"
            r"produced))",
            r"(?:none|nothing|no \w+) (?:left|free|available)",
            r"(?:booked out|all (?:gone|taken|booked)|waiting list|overbooked)",
        ),
    ),
    "open": ((r"(?:open|opens)",), (r"(?:closed|shut|closes for)",)),
    "needed": (
        (r"(?:required|needed|necessary|mandatory|compulsory|obligatory|essential)", r"(?:must|have to|need to)\b"),
        (r"(?:optional|voluntary|unnecessary|needless|superfluous)", r"(?:needn't|no need)"),
    ),
    "valid": (
        (r"(?:valid|in force|still (?:good|applies)|unexpired)",),
        (r"(?:expired|lapsed|invalid|void|run out|ran out|outdated)",),
    ),
    "refundable": (
        (r"(?:refundable|returnable|money back|refund possible)", r"(?:get|have) (?:your|the) money back"),
        (r"(?:non-?refundable|non-?returnable)", r"no (?:refunds?|returns?|money back)"),
    ),
    "fitting": (
        (r"(?:fits|will fit|compatible|works with|interchangeable|supports|supported)",),
        (r"(?:incompatible|unsupported|too (?:big|small|wide|tall|long|narrow|short|large|high|heavy|low))",),
    ),
    "punctual": (
        (r"(?:on (?:time|schedule|track)|as planned|no delays?|punctual(?:ly)?)",),
        (r"(?:delayed|late|behind schedule|postponed|put back|overdue|slipped)",),
    ),
    "unused": (
        (r"(?:brand[- ]new|unused|factory[- ]new)",),
        (r"(?:used|refurbished|second-?hand|ex-display|reconditioned|pre-owned|returned item)",),
    ),
    "guarded": (
        (r"(?:encrypted|secure|private|protected|confidential|anonymous|anonymi[sz]ed)",),
        (r"(?:leaked|exposed|unencrypted|visible to|public|accessed|stolen|hacked|compromised)",),
    ),
    "waterproof": (
        (r"(?:waterproof|watertight|rainproof)",),
        (r"(?:water-?resistant|splash-?proof|shower-?proof|water-?repellent|leaks?)",),
    ),
    "present": (
        (r"(?:is|are|was|were|will be) (?:in|there|on (?:duty|site|shift)|at work|staffed|on board)",),
        (r"(?:absent|away|off (?:sick|today|duty)|on (?:leave|holiday)|unstaffed|left the company|no longer works)",),
    ),
}
"""For each property the turns that affirm it and those that deny it."""
_DIETS = {
    "vegan": "(?:animal products?|leather|silk|wool|beeswax|gelatine?|honey|milk|eggs?)",
    "vegetarian": "(?:meat|fish|gelatine?|rennet|bacon)",
    "gluten": "(?:gluten|wheat|flour|barley|rye|spelt)",
    "dairy": "(?:dairy|lactose|milk|butter|cream|whey)",
    "nuts": "(?:nuts?|almonds?|hazelnuts?|cashews?|peanuts?|walnuts?)",
    "sugar": "(?:sugar|glucose|syrup|sweetener)",
    "soy": "(?:soya?|soybeans?)",
    "alcohol": "(?:alcohol|wine|rum|spirits)",
}
_NAMED = {"vegan": "vegan", "vegetarian": "vegetarian"}
PROPERTIES |= {
    f"{name} free": (
        (
            rf"{_NAMED.get(name, f'(?:{name}|{stuff})-?[ ]?free')}",
            rf"(?:no|without|free (?:of|from)|zero|not a trace of) (?:any |added )?{stuff}",
        ),
        (
            rf"(?:non-{name}|contains?|with|has|have|traces of|made (?:with|of|from)|from|uses?|includes?) (?:\w+ )?"
            rf"{stuff}",
            rf"{stuff} in (?:it|the|its)|\d+ ?(?:g|mg|grams?) (?:of )?{stuff}",
        ),
    )
    for name, stuff in _DIETS.items()
}
PROPERTIES |= {
    "organic": ((r"(?:certified )?organic",), (r"(?:conventional\w*|non-organic)",)),
    "wild": ((r"wild(?: caught)?",), (r"(?:farmed|bred|barn|caged?)",)),
    "quiet": ((r"(?:quiet|silent|peaceful|calm)",), (r"(?:loud|noisy|above a (?:bar|pub|club)|busy (?:road|street))",)),
    "heated": ((r"(?:heated|warm(?:ed)?)",), (r"(?:unheated|cold only|no heating)",)),
    "by hand": (
        (r"(?:by hand|hand-?made|hand-?sewn|hand-?painted|hand ?wash\w*)",),
        (r"(?:machine(?:-made)?|factory|industrial\w*|mass-produced|dishwasher)",),
    ),
    "here": (
        (r"(?:in our own \w+|here in[- ]house|in-house|ourselves|on site|on the premises|made here)",),
        (
            r"(?:sent (?:away|to the maker|abroad)|outsourced|subcontract\w*|imported|by (?:a|an outside) (?:partner|"
            r"firm))",
        ),
    ),
    "trained": (
        (r"(?:qualified|licensed|certified|trained|experienced|professional|registered)",),
        (r"(?:student|trainee|apprentice|unqualified|unlicensed|volunteer|in training|first year)",),
    ),
    "rising": (
        (r"(?:stays? the same|unchanged|no (?:increase|rise|change)|as before|won't (?:rise|change|go up))",),
        (r"(?:rises?|goes up|going up|increases?|increased|raised|changes? (?:to|from|on))",),
    ),
    "ending": (
        (r"(?:never (?:expires?|ends?|runs? out)|for ever|forever|for life|unlimited|no (?:limit|expiry))",),
        (r"(?:expires?|limited|ends?|until|valid (?:for|until)|capped)",),
    ),
}
