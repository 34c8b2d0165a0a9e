"""Words that tell how far a matter has come: sent or still here, paid or outstanding, checked or not."""

DEEDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "sent": (
        (
            r"(?:shipped|sent|dispatched|despatched|posted|mailed)(?: (?:out|off))?",
            r"(?:left|leaving) (?:our|the|us)\b[\w ]{0,14}",
            r"(?:left|went out|gone out|handed over)(?: \w+){0,3} (?:yesterday|today|this morning|on \w+day|"
            r"last \w+|already)",
            r"on (?:its|their|the) way",
            r"in transit",
            r"(?:is|are|it's|they're) (?:\w+ )?(?:with|handed to) (?:the|our|a) (?:courier|carrier|driver|post\w*)",
            r"out for delivery",
            r"en route",
            r"picked up by the (?:courier|carrier|driver)",
        ),
        (
            r"still (?:here|with us|packed|in (?:our|the) (?:warehouse|shop|store|depot)|at (?:our|the) \w+)",
            r"(?:awaiting|waiting for) (?:dispatch|shipment|collection|pick-?up|stock|parts?)",
            r"(?:leaves?|ships?|goes out|to be (?:sent|shipped|posted))(?! from)",
            r"on hold",
            r"back-?order\w*",
            r"never (?:sent|left|shipped)",
        ),
    ),
    "arrived": (
        (
            r"(?:arrived|received|delivered|landed|turned up|come in|came in|reached us|in our hands)",
            r"(?:have|got|has) (?:it|them|your \w+|both|all of (?:it|them)) (?:here|now|in front of)",
        ),
        (
            r"(?:still )?missing",
            r"(?:nothing|none) (?:received|arrived|came|in)",
            r"never (?:came|arrived|received|reached)",
            r"no (?:trace|sign|record of receipt)",
            r"still (?:outstanding|on (?:its|the) way)",
        ),
    ),
    "repaid": (
        (r"(?:refunded|repaid|reimbursed|credited|paid (?:back|out)|transferred|money (?:is|was) sent)",),
        (r"(?:refund|payment|payout) (?:is )?(?:pending|outstanding|on hold|refused|not)", r"(?:unpaid|outstanding)"),
    ),
    "approved": (
        (
            r"(?:approved|confirmed|granted|signed off|given the go-ahead|agreed|accepted|authori[sz]ed|a go)",
            r"(?:got|have|has|with) (?:the )?(?:approval|permission|green light|go-ahead)",
        ),
        (
            r"(?:rejected|declined|refused|denied|turned down|pending|under review|in review|provisional|undecided)",
            r"(?:awaiting|waiting for|needs?|subject to|only with) (?:the |a |his |her |an |our )?[\w']{0,12} ?"
            r"(?:approval|decision|confirmation|signature|sign-off|permission|consent)",
            r"(?:still|yet) (?:to be (?:approved|decided|confirmed)|open|undecided)",
        ),
    ),
    "working": (
        (
            r"(?:fixed|solved|resolved|repaired|restored|mended|sorted(?: out)?|put right|corrected|cured|rectified)",
            r"(?:working|works|running|up|back|live|online) (?:again|and running|as normal|normally|fine)",
            r"back (?:up|online|to normal|in service|on)",
            r"fully (?:operational|functional|working)",
        ),
        (
            r"(?:broken|down|failing|faulty|defective|out of (?:order|service)|unresolved|unrepaired|offline|dead)",
            r"(?:still (?:open|broken|failing|being (?:fixed|worked on))|no fix|workaround only|ongoing|in progress)",
        ),
    ),
    "ended": (
        (r"(?:cancelled|canceled|terminated|ended|stopped|deactivated|discontinued|unsubscribed|wound up)",),
        (r"(?:active|still (?:running|going|active|live)|continues|renews|in force|uncancelled)",),
    ),
    "closing": (
        (
            r"(?:closes|closing|will close|shutting|shuts|being (?:closed|sold|moved)|phased out|to be closed|"
            r"winding up)",
        ),
        (
            r"(?:stays? open|remains? open|staying|here to stay|stays|no plans? to (?:close|move|sell|stop))",
            r"no (?:truth|substance)|nothing (?:to it|true)|untrue|just a rumou?r|made (?:it|that) up",
        ),
    ),
    "booked": (
        (
            r"(?:booked|reserved|scheduled|arranged|set aside|put aside|registered|enrolled|signed up|pencilled in)",
            r"on the (?:list|schedule|rota)",
            r"(?:have|has|got) (?:a|your|the) (?:place|slot|seat|table|room|booking|reservation|appointment)",
        ),
        (
            r"no (?:\w+ )?(?:booking|reservation|appointment|entry|order|slot)s?(?: \w+)?",
            r"nothing (?:booked|reserved|arranged|scheduled|planned)",
            r"unbooked",
        ),
    ),
    "checked": (
        (
            r"(?:checked|inspected|tested|serviced|examined|verified|certified|audited|maintained|calibrated|reviewed|"
            r"proofread|disinfected|sterili[sz]ed|cleaned)",
            r"passed (?:a|an|the|its|our|every|all)(?: \w+){0,2} (?:checks?|tests?|inspections?|controls?)",
        ),
        (
            r"no (?:record|log|note|proof|trace|sign|evidence) of (?:a |an |any |the )?(?:\w+ )?(?:checks?|tests?|"
            r"inspections?|service|cleaning|control|maintenance|visit)",
            r"(?:unchecked|untested|uncertified|overdue|skipped|omitted|never done)",
        ),
    ),
    "single": (
        (
            r"(?:very |absolute )?first (?:time|one|person|report|complaint|case|customer|to (?:tell|report|say|write|"
            r"notice|complain|mention|ask))(?!\w)",
            r"never (?:\w+ )?(?:had|heard|seen|happened|come across|occurred|been reported|received)",
            r"(?:nobody|no ?-?one|no other \w+|none of our \w+) (?:else )?(?:has|have|had|ever|is|reported|complained|"
            r"mentioned|told)",
            r"(?:an |completely |absolutely )?(?:isolated|one-off|unique)(?: \w+)?",
            r"(?:the |your )?only (?:one|case|report|customer|person|complaint)",
            r"(?:not|isn't|no) (?:a |an )?(?:known|common|general) (?:\w+ )?(?:issue|problem|fault|bug|thing|defect)",
        ),
        (
            r"(?:known|common|widespread|recurring|frequent|general|repeated) (?:\w+ )?(?:issue|problem|fault|bug|"
            r"thing|"
            r"defect|error|complaints?)",
            r"(?:\d+|several|many|dozens of|multiple|two|three|four|five|six|seven|eight|nine|ten|other) (?:\w+ )?"
            r"(?:reports?|cases?|complaints?|customers|returns|tickets|incidents|others|people|users|guests)",
            r"(?:second|third|fourth|fifth) (?:time|case|report|complaint)",
            r"(?:reported|happened|seen|complained) (?:before|\d+ times|several times|already|by others)",
        ),
    ),
    "erased": (
        (r"(?:deleted|erased|wiped|destroyed|shredded)",),
        (r"(?:kept|retained|archived|still (?:stored|there|visible|online|on file|held)|recoverable|restorable)",),
    ),
    "told": (
        (
            r"(?:spoke|spoken|talked|reached|got hold of|asked|told|informed|notified|alerted|contacted|called|"
            r"phoned|rung|briefed|passed on|"
            r"forwarded|reported|escalated)",
        ),
        (
            r"(?:no (?:answer|reply|contact)|unreachable|can't be reached|uninformed|unaware)",
            r"(?:still |yet )to be (?:told|asked|informed|contacted)",
        ),
    ),
}
"""For each state the turns that affirm it and those that deny it."""
