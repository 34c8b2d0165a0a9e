"""A customer about to leave: says so, asks for what one needs to go, or has somebody else already."""

import re

from bot.reading.families import family

_I = re.IGNORECASE
# A name that is no day, month or plan of our own: "we'll move to Planwise", not "can we move to Tuesday".
_OTHER = (
    r"(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b|June|July|August|"
    r"September|October|November|December|Team|Premium|Basic|Pro\b|Plus|Business|Standard|Gold|Silver|Starter|"
    r"Enterprise|Flex|English|German|French|Spanish|I\b|The\b|Room|Row|Terminal|Gate|Platform|Seat|Size|Zone|"
    r"Level|Year|Class|Group|Street|Mr|Mrs|Ms|Dr|PayPal|SEPA|Direct Debit|[A-Z]\d)[A-Z])[\w'&-]+"
)
_RIVAL = (
    r"(?:(?:a|the|your|one of your|another|other|some other|a different|a new|a cheaper|"
    r"a better) (?:\w+ )?(?:competitors?|competition|rivals?|provider|supplier|company|shop|store|bank|firm|"
    r"hotel|airline|operator|network|clinic|dentist|doctor|vet|practice|vendor|insurer|gym|school|agency|host|"
    r"carrier|broker|garage|platform|tool|service|software|app|brand|place|contractor|accountant|salon|studio|"
    r"club|nursery|one)|competitors|rivals|some(?:one|body|where) else|any(?:one|body|where) else|elsewhere|"
    r"others who)"
)
_SERVICE = (
    r"(?:contract|subscription|account|plan|membership|policy|service|line|broadband|tenancy|lease|tariff|"
    r"licen[cs]es?|registration|enrol?ment|application|insurance|agreement|mobile|internet|package|"
    r"season ticket|cover|retainer|seats|workspace|phone|number|gym|mandate|everything|relationship|"
    r"partnership|cooperation|custom)"
)
_OUR = r"(?:my|our|the|this|all|all my|all our|both|his|her|their|mine|ours|that)"

GOING = family(
    (
        r"(?:switch\w*|mov(?:e|es|ing)|chang(?:e|ing)|going|go|goes|gone|went|transferr?(?:ing)?|migrat(?:e|ing)|"
        r"defect(?:ing)?|head(?:ing)?|over|across|off|shift(?:ing)?|jump(?:ing)? ship|"
        rf"port(?:ing)?) (?:\w+ ){{0,4}}?(?:to|with|for|at) {_RIVAL}"
    ),
    (
        r"(?:switch\w*|mov(?:e|ing)|going|go|gone|porting|transferring|migrating|changing|"
        rf"defecting) (?:\w+ ){{0,4}}?(?:over |across |back |away |off )?to {_OTHER}"
    ),
    (
        r"(?:i|we|ill|i'?ll|we'?ll|i'?d|we'?d)(?: will| would| can| am| are)? (?:rather )?(?:be|go|sign|"
        rf"stay) (?:up )?with {_OTHER}"
    ),
    (
        r"(?:try|trying|tried|test|testing|signed up (?:with|for|to)|signing (?:up )?(?:with|for|to)|joined|"
        r"joining|using|chose|chosen|choosing|went with|going with|gone with|opted for|booked with|"
        rf"ordered (?:from|with|at)|bought (?:it )?(?:from|at)) {_OTHER}(?='s| )(?=[^.?!]{{0,40}}\b(?:trial|free|"
        r"instead|now|already|today|as of|from \w+day|month|next)\b)"
    ),
    (
        r"(?:taken?|taking|took|bring|moving|move|give|giving|gave|given|place[d]?|placing|put|hand\w*|"
        rf"award\w*) (?:\w+ )?{_OUR} (?:\w+ )?(?:business|money|custom|number|account|orders?|data|team|bookings?|"
        r"files|portfolio|contract|fleet|events?|family|kids|children|dog|cat|horse|patients|students|work|"
        rf"project|party|books) (?:\w+ )?(?:over )?(?:to|with) (?:{_OTHER}|{_RIVAL})"
    ),
    (
        rf"(?:taken?|taking|took) {_OUR} (?:business|money|custom|orders?|party|bookings?|dog|work) (?:elsewhere|"
        r"somewhere|away)"
    ),
    (
        r"(?:files|data|accounts?|papers|records?|documents?|books|everything|"
        r"case)\b[^.?!]{0,30}\b(?:hand\w* over|handover|transferr?\w*|mov\w+|pass\w*|"
        rf"going) (?:\w+ )?to (?:{_RIVAL}|{_OTHER})"
    ),
    (
        r"(?:buy|buying|bought|order|ordering|ordered|book|booking|booked|shop|shopping|look|looking|get it|"
        r"got it|go|going|went|rent|renting|rented|find|try|trying|source|sourcing) (?:\w+ ){0,2}?(?:elsewhere|"
        r"somewhere else|from (?:someone|somebody) else|from your competitor\w*)"
    ),
    (
        r"(?:other|better|cheaper) (?:providers?|offers?|suppliers?|options|quotes?|hosts?|banks?|"
        r"networks?) (?:are|out there|elsewhere|instead|available)"
    ),
    r"(?:look(?:ing)?|shop(?:ping)?|ask(?:ing)?) (?:a)?round (?:for|at|elsewhere)",
    (
        r"look(?:ing|ed)? (?:for|at|into) (?:alternatives|alternative \w+|another \w+|other (?:providers?|"
        r"suppliers?|companies|options|hosts?|banks?|tools?|vendors?|firms?|schools?|gyms?|clinics?)|a (?:new|"
        r"different) (?:provider|supplier|bank|host|vendor|firm|gym|school|dentist|vet|accountant|insurer))"
    ),
    r"compar(?:e|ing) (?:you )?with (?:other|your competitors)",
    r"voices for (?:going|leaving|switching|a change)",
    (
        r"(?:our board|management|my (?:boss|ceo|partner|husband|wife)|we|i)\b[^.?!]{0,30}\b(?:reconsider\w*|"
        r"rethink\w*|reviewing|review) (?:the |our |whether )(?:contract|relationship|supplier|vendor|choice|"
        r"subscription|membership|to)"
    ),
    r"competitor'?s? (?:offer|price|quote|does|has|can|would|promised)",
    r"your (?:biggest |main )?(?:competitors?|rivals?)",
)
ENDING = family(
    (
        r"(?:cancel|close|end|terminat|quit|stop|leav|withdraw|delet|drop|dissolv|discontinu|wind)(?:e|ling|led|"
        rf"ing|ed|ting)?(?: up| down)? (?:with )?{_OUR} (?:\w+ ){{0,3}}?{_SERVICE}\b(?! (?:reminder|date|question|"
        r"email|page|settings?|picture|of (?:the|my) (?:deceased|late)))"
    ),
    (
        r"(?:cancel|terminat|clos)(?:e|ling|led|ing|ed)? (?:everything|it all|the lot|all of it|(?:me )?(?:out|"
        r"now)|with you|with immediate effect|as of|effective)"
    ),
    r"cancel (?:me|us)\b(?! (?:the|a|my|if))",
    (
        rf"(?:{_OUR}|a) (?:\w+ )?{_SERVICE} (?:to be |should be |must be |be |is |has been )(?:\w+ )?(?:cancel\w*|"
        r"closed|terminated|ended|deleted|stopped)"
    ),
    (
        r"(?:cancellation|termination|closure|closing) (?:of|for|date|letter|form|notice|confirm\w*|in writing|"
        r"fee|period|procedure|with)"
    ),
    (
        r"(?:hand(?:ing)? in|giv(?:e|ing)|gave|serv(?:e|ing)|send(?:ing)?|here(?:'s| is)|take this as|"
        r"consider this|this is|hereby) (?:\w+ )?(?:my|our|in my|in our)? ?(?:notice|cancellation|"
        r"resignation)(?! (?:of (?:breach|default)|board|period for|under))"
    ),
    r"give notice",
    r"(?:stop|quit)(?:ping)? (?:taking my money|billing me|charging me)",
    r"i go to my bank",
    (
        r"(?:get|getting|want|how (?:do|can) (?:i|we) get|let (?:me|us)|be let|need) (?:me |us )?out of (?:the|my|"
        r"our|this|your) (?:\w+ )?(?:contract|subscription|agreement|plan|membership|lease)"
    ),
    (
        rf"{_SERVICE} (?:ends|is over|expires|runs out|will (?:end|not be renewed|lapse)|won'?t be renewed)\b(?=[^|"
        r"]{0,80}\b(?:not|won'?t|elsewhere|no longer|renew|leave|leaving)\b)"
    ),
    (
        r"(?:not|won'?t|never|don'?t|do not|will not|decided (?:not|against)|against|"
        r"no plans?) (?:[\w']+ ){0,3}?(?:renew\w*|extend\w*|prolong\w*|com(?:e|ing) back|return(?:ing)?|"
        r"stay(?:ing)?(?! (?:for|at|in|on|until|\d))|be(?:ing)? back|be a customer|continue with|continuing with|"
        r"keep(?:ing)? (?:the|my|our) (?:subscription|membership|contract|account)|bring(?:ing)? \w+ back|"
        r"send(?:ing)? \w+ back|book(?:ing)? (?:again|with you)|order(?:ing)? (?:again|from you)|use (?:you|"
        r"your \w+) again|shop(?:ping)? (?:here|with you)|fly with you|recommend)\b(?! (?:it|them|the \w+) (?:to|"
        r"for) (?:you|the shop))"
    ),
    (
        r"(?:why|what reason|a (?:good )?reason|one (?:good )?reason|reasons?|convince me|hear why|tell me why|"
        r"explain why)\b[^.?!]{0,25}\b(?:i|we|should|to|why)\b[^.?!]{0,12}\b(?:renew|stay|keep (?:paying|using|"
        r"the)|not (?:leave|switch|cancel|port|go)|shouldn'?t (?:leave|switch|cancel|port|go|move|take))"
    ),
    r"pac(?: code)?\b(?=[^.?!]{0,30}\b(?:code|please|number)\b|$)",
    r"pac code",
    r"stac code",
    r"(?:porting|transfer|auth(?:ori[sz]ation)?|epp|migration) code",
    r"port(?:ing|ed)? (?:out |away )?(?:my|our|the|this) number",
    (
        r"(?:keep|take|transfer|move) (?:my|our) (?:\w+ )?number(?= |[?.!]|$)(?=[^|]{0,100}\b(?:when i (?:leave|"
        r"go)|switch(?:ing)? (?:to (?!you)|away|elsewhere)|with me|elsewhere)\b)|(?:going|moving|"
        r"switching) (?:over )?to (?!you\b)[^|]{0,80}\bkeep my number"
    ),
    (
        r"(?:transfer|send|export|release|hand over)\b[^.?!]{0,25}\b(?:all )?(?:of )?(?:my|our) (?:\w+ )?(?:data|"
        r"files|records?|notes|x-?rays)\b(?=[^|]{0,80}\b(?:cancel\w*|clos\w+|terminat\w+|delete|leav\w+|"
        r"new (?:provider|dentist|doctor|vet|firm|school|accountant)|another)\b)"
    ),
    (
        r"(?:delete|erase|remove) (?:my|our|all my|all our) (?:account|data|profile|details)(?! from the (?:list|"
        r"newsletter))"
    ),
    (
        r"no longer (?:need|want|require|wish)\b[^.?!]{0,20}\b(?:offer|service|quote|contract|account|membership|"
        r"you|subscription|to (?:be|stay|continue|use))"
    ),
    r"cancel the application",
    r"(?:a|our|my|the) successor",
    r"back (?:with|to|at) (?:the|our|my) (?:old|former|previous|last) \w+",
    r"sign (?:again|up again|another year|for another)",
    (
        r"(?:not|n't|won't|shall not|will not) (?:be )?(?:continu\w+|carry\w* on|go(?:ing)? on with|"
        r"prolong\w*)\b(?=[^|]{0,60}\b(?:trial|contract|subscription|confirm|you|service|friday|membership|"
        r"charged|account|with)\b|[.])"
    ),
    r"quotes? (?:on (?:the|my) table|from (?:three|two|other|another))",
    (
        r"(?:tak(?:e|ing)|remov(?:e|ing)|strik(?:e|ing)) (?:me|us) off (?:your|the) (?:books|customer|client|"
        r"members?)"
    ),
    r"pack(?:ing)? it in",
    r"call(?:ing)? it (?:quits|a day) with",
    r"that ends (?:today|now|here|this)",
    r"ends (?:today|here|now)\b(?=[^|]{0,30}\bconfirm)",
    (
        r"(?:don'?t|do not|no longer) (?:need|want|use) (?:the|our|my) (?:\w+ ){0,2}(?:pass|card|subscription|"
        r"membership|plan|contract|service|account|box) (?:any ?more|now|at all|any longer)"
    ),
    r"(?:send|prepare|make|need|want)\b[^.?!]{0,15}\bfinal (?:bill|invoice|statement)\b",
    (
        r"(?:meeting|talks?|appointment|call) with (?:another|a different|some other|your) (?:competitor|agency|"
        r"firm|provider|supplier|company|bank|vendor|insurer|broker)"
    ),
    (
        r"whether (?:to|we(?:'ll)?|i(?:'ll)?) (?:renew|extend|stay|leave|switch|keep (?:you|the (?:contract|"
        r"subscription|service)))"
    ),
    r"how (?:do|can) i cancel\b(?=[?.! ]*(?:$|[A-Z]|i (?:can'?t|don'?t|cannot)))",
    r"want to cancel\b(?=[.!?]|$)",
)
FAREWELL = family(
    (
        r"(?:i|we)(?:'m|'re|'ll| will| am| are| want to| may| might|'d)? (?:be )?(?:just |now |then |simply |"
        r"seriously |all )*(?:leav(?:e|ing)|quit(?:ting)?)\b(?! (?:for|on|at|in|home|tomorrow|today|tonight|the|a|"
        r"an|it|my|our|your|work|\w+day|feedback|him|her|them|from|this|that|you|one|early|late|when|by|before|"
        r"after|around|behind|with|to|space|room|some|enough|\d))"
    ),
    (
        r"(?:leaving|done with|finished with|through with|over with|so done with|parting (?:ways )?with) (?:you|"
        r"your (?:company|service|shop|bank|firm|lot|app))\b(?! (?:a |the |my ))"
    ),
    (
        r"i'?m done\b(?! being| with (?:the|my|it)| (?:the|my|it|setting|filling|reading|now,? thanks|asking|"
        r"waiting|\w+ing))"
    ),
    r"(?:we'?re|we are) done\b(?! (?:with (?:the|it)|now|here|already|setting|\?|or))(?!\?)",
    r"that'?s (?:it|us|me),? (?:done|out|gone|finished)",
    r"(?:i'?m|we'?re|i am|we are|im) (?:so )?(?:out|gone)\b(?=[.!,;]|$)",
    (
        r"(?:one more|once more|again|next time|another)\b[^.?!]{0,30}\b(?:and|or) (?:i'?m|we'?re|i am|"
        r"we are) (?:gone|out|off|leaving|done)"
    ),
    r"we(?:'re| are| will be|'ll be) (?:out|gone)\b(?! (?:of|for|at|on|in|to|from|until|by|when|all))",
    (
        r"(?:last|final) (?:time|order|purchase|booking|stay|visit|month|year|holiday|flight|payment) (?:i|we|"
        r"from|with|ever)\b(?! (?:was|spoke|called|wrote|checked|were|heard|saw|visited|asked|looked|tried|came|"
        r"told|rang))(?=[^.?!]{0,60}\b(?:you|here|order|buy|book|shop|use|fly|stay|anything|ever|your)\b)"
    ),
    (
        r"(?:my|our) (?:very )?(?:last|final) (?:order|booking|stay|purchase|visit|flight|"
        r"subscription)(?! (?:arriv|was|came|number|is|did|has|we|still|from (?:you )?(?:in|on)))\b"
    ),
    r"last (?:chance|warning) (?:before|or)\b",
    r"final (?:chance|warning)",
    r"last straw",
    (
        r"lost (?:me|us|my custom|my business|a customer|another customer|a loyal)(?: as)?\b(?! (?:in|on|at|my|"
        r"our|the|some|hours|time|orders|money))"
    ),
    (
        r"(?:going to |about to |you'?ll |you will |will |to )lose (?:me|us|a customer|my custom|my business|"
        r"customers|a loyal|our)\b(?! (?:orders?|money|data|place|deposit|seat|photos?))"
    ),
    r"former customer",
    (
        r"(?:was|been) a (?:loyal |happy |faithful |good )?customer (?:for|since|until)\b(?=[^|"
        r"]{0,120}\b(?:not any ?more|no longer|no more|until (?:now|today)|over|enough|was)\b)"
    ),
    (
        r"never (?:again|ever again|set foot|buy|order|book|shop|use|come|fly|stay|rent|eat|return|deal|bank|"
        r"insure)\w*\b(?=[^.!?]{0,40}\b(?:you|here|again|your|this (?:shop|airline|company|hotel|place))\b|[.!])"
    ),
    r"good ?bye\b(?=[.!]|$)(?=[^|]{0,5})",
    (
        r"(?:or|then|otherwise|else) (?:i|we)(?:'ll|'m|'re| will| are| am| shall)? ?(?:just )?(?:gone|go|going|"
        r"cancel\w*|leav\w+|switch\w*|mov(?:e|ing)|port\w*|quit\w*|walk\w*|take my (?:business|money|"
        r"number))\b(?! (?:to (?:the|my|your|court|bed)|ahead|home|out for|in person|with (?:the|it)))"
    ),
    (
        r"(?:or|then) (?:just )?cancel\b(?! (?:that|the (?:order|booking|appointment|second|other)|my (?:order|"
        r"booking|appointment|table)))"
    ),
    r"walk(?:ing)? away",
    r"had it with (?:you|your)",
    r"no (?:longer|more) (?:a|your) customer",
    r"find(?:ing)? (?:another|a (?:new|different|better)|some(?:one|body) else)",
    r"(?:anyone|anybody|somebody|someone) else (?:can|could|will|would|offers?|does|has)\b",
)
FAMILIES = (GOING, ENDING, FAREWELL)
_WITHIN = re.compile(
    r"\b(?:mov(?:e|ing) (?:house|home|flat|in|out)\b[^.?!]*|(?:cancel|change|move|rebook|postpone) (?:my|our|"
    r"the|a|this|that|one) (?:\w+ )?(?:order|booking|appointment|reservation|table|room|ticket|flight|"
    r"delivery|slot|parcel|lesson|class|seat)s?\b|leav(?:e|ing) (?:a|the) (?:message|review|key|parcel|tip|"
    r"note)|number (?:to|of|on|for) (?:the|my|call)|other (?:people|customers)|port (?:number|of|\d)|usb port|"
    r"competitors? (?:list|entry|number|pack|event)|swimming competition|"
    r"(?:late|deceased|passed away|died|bereave\w*|dead)\b[^.?!]{0,60}\b(?:close|cancel|end)\w*[^.?!]{0,40}|"
    r"(?:close|cancel|end)\w*[^.?!]{0,40}\b(?:late|deceased|passed away|who died)\b|notice period (?:for|"
    r"of) (?:the )?(?:tenant|landlord|staff)|notice board)",
    _I,
)
_ADDRESS = re.compile(
    r"\b(?:house|flat|home|address|city|meter|we move|moving on|new place)\b|\bto [A-Z]\w+(?: \w+)? \d|\bon \d",
    re.IGNORECASE,
)
_THREAT = re.compile(
    (
        r"\b(?:unless|if|otherwise|instead|enough|price|cheaper|after \d+ years|why|done|cancel\w*|ill be|i'll be|"
        r"keep my number)\b"
    ),
    _I,
)
_MOVE = re.compile(r"\b(?:mov(?:e|ing)|going|go|gone) (?!over|across|away|back)(?:\w+ ){0,4}?to ", _I)


def is_leaving(text: str) -> bool:
    """ "We move to Elm Street 4" leaves nobody; "we'll move to Planwise unless ..." does."""
    told = _WITHIN.sub(" ", text)
    return any(not _is_moving_house(found.group(), told) for pattern in FAMILIES for found in pattern.finditer(told))


def _is_moving_house(words: str, told: str) -> bool:
    if _MOVE.match(words) and not re.search(r"\b(?:competitor|provider|else|rival|another)", words, _I):
        return bool(_ADDRESS.search(told)) or not _THREAT.search(told)
    return bool(re.match(r"end (?:the|my|our) contract", words, _I)) and bool(_ADDRESS.search(told))
