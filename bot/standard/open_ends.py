"""Recognises words that leave a matter open: looking into it, in good hands, one of these days."""

from bot.standard.phrases import any_of

LEFT_OPEN = any_of(
    r"(?:get|come|be|getting|coming|write|report|revert) back to you",
    "(?:look|looking|looked|dig|digging|go|going) (?:further |deeper |more closely )?into (?:it|this|that|the|your|"
    "what|why)",
    r"(?:be|get|stay|keep|remain) in (?:touch|contact)",
    r"(?:keep|hold) you (?:posted|updated|informed|in the loop)",
    "(?:let you know|inform you|update you|notify you|reach out(?: to you)?|contact you|follow up|see what (?:I|we) "
    "can do|"
    "have an answer|have news|have an update|respond to you|reply to you|answer you|give you an update|call you|"
    "ring you|"
    "phone you|write to you|email you|message you|send you (?:an? |the |more )?(?:update|news|answer|information|"
    "details|"
    r"reply|link))",
    r"you(?:'ll| will) (?:hear(?! (?:an?|the|your|\w+ing|it|them|him|her|no|nothing|at most|how)\b)|be (?:contacted|"
    r"informed|notified|called|updated)|get (?:an? )?(?:answer|reply|"
    r"update|news|response|call|message))",
    "(?:is|are|will be|'ll be|being|be|gets?|has been|have been|was|were) (?:now |being |currently |duly |already |"
    "then )*"
    "(?:investigated|looked into|looked at|reviewed|examined|escalated|handled|processed|dealt with|sorted(?: out)?|"
    "taken care of|"
    "checked|considered|resolved|fixed|addressed|redone|rectified|corrected|actioned|followed up|arranged|worked on|"
    "flagged|"
    "logged|noted|registered|recorded|forwarded|passed (?:on|along)|added to (?:the|your) (?:file|case|record|notes|"
    "account)|"
    r"assigned|scheduled|queued|repaired|replaced|refunded|shipped|dispatched|sent(?: out)?|delivered|put right|issued|"
    r"reimbursed|credited|updated|collected|reopened|redelivered)",
    r"(?:(?:I|we)(?:'m| am|'re| are|'ll| will)? |someone |somebody |a colleague |the team |they )(?:\w+ "
    r"){0,3}?(?:investigat\w+|"
    r"check\w*|escalat\w+|working on (?:it|this|that|a)|on (?:it|the case)|try(?:ing)? (?:to|our|my)|do(?:ing)? "
    "(?:our|my|"
    r"everything|what|all)|see(?:ing)? to it|sort (?:it|this|that)|find(?:ing)? out|ask(?:ing)? (?:around|about|the))",
    r"(?:I|we)(?:'ve| have) (?:\w+ )?(?:opened a (?:ticket|case)|asked (?:for|about|around))",
    r"(?:is|are|'s) (?:now |currently |already |still )?(?:with|on the desk of|in the hands of) (?:our|the) (?:[\w-]+ "
    "){0,2}(?:engineers?|manufacturer|maker|supplier|team|department|"
    r"colleagues?|workshop|lab|specialists?|developers?|management|warehouse|office|people)",
    r"on the case",
    r"expect (?:a|an|our|to)",
    r"(?:I'll|we'll|I will|we will) (?:see to|take care of|deal with|handle|sort|arrange) (?:it|this|that|everything)",
    r"bear with (?:us|me)",
    r"(?:put|placed|added) (?:it|this|that|your \w+|the \w+) (?:on|to|in) (?:our|the|my|a) (?:to-do |work |waiting "
    ")?(?:list|queue|agenda|pile|backlog)",
    r"leave it with (?:us|me)",
    r"(?:news|updates?|information|details|answers?|word|more|feedback|confirmation)(?: \w+){0,3}? (?:will|'ll|to|"
    r"should|is to|are to|shall) (?:\w+ )?(?:follow|come|be (?:given|sent|shared))",
    r"(?:is|are) (?:still )?to follow",
    r"(?:will|'ll|shall) (?:\w+ )?(?:come (?:by|round|out|over)|have a look|take a look|drop by|pop (?:in|round|by)|"
    r"pass by|attend to|turn up)",
    r"watch this space",
    r"stay tuned",
    r"hang (?:on|in there)",
    r"(?:wait|hold on) (?:a (?:bit|little|while|moment)|until (?:you|we|someone))",
)
ADRIFT = any_of(
    r"let me (?:just |first |quickly )*(?:find out|check|look|ask|see|dig)\b",
    r"(?:I|we)(?:'ll| will)? (?:still |first |just )*(?:need|have) to (?:check|ask|find out|look into|see|clarify|"
    r"consult|inquire)\b",
    r"(?:we|I)(?:'re| are|'m| am) (?:still |now |just )?waiting (?:for|on|to hear)",
    r"(?:is|are|'s|'re) (?:still |now |currently )?(?:on order|backordered|pending|under (?:review|investigation|"
    r"way|consideration))",
    r"put in a request",
    r"(?:check back|try again|come back|ask again|look again) (?:later|another time|in a while|at a later)",
    r"(?:has|have|is|are) (?:now |already )?(?:been )?made aware",
    r"expect an? (?:call|mail|e-?mail|visit|answer|letter|message)",
    r"more to (?:come|follow)",
    r"(?:watch|keep an eye on) your (?:inbox|mail|phone|post|messages|letterbox)",
    r"(?:next|first|high|up) (?:on|in) (?:the|our) (?:list|queue|line)",
    r"(?:a|our|top|high) priority",
    r"(?:I|we)(?:'ll| will) (?:raise|bring|mention) (?:it|this|that) (?:\w+ )?(?:at|with|to|in)\b",
    r"(?:I|we)(?:'ll| will) (?:(?:do|get|have) (?:it|this|that) (?:done|sorted|fixed|later)|make sure|pick (?:it|"
    r"this) up|forward you|do it later)",
    r"(?:you(?:'ll| will)) (?:get|have|receive) (?:your|the|a|an) (?:money|refund|replacement|answer|credit|new one|"
    r"decision)",
    r"(?:is|are) going to (?:take a look|look at|check|deal|handle)",
    r"(?:technician|engineer|fitter|plumber|electrician|driver|colleague|someone|somebody)(?: \w+){0,3} (?:will|'ll|"
    r"should) (?:\w+ )?(?:visit|come|call|reach out|write|stop by|pass by|be round)",
    r"(?:the (?:matter|case|issue)|it|this|that|everything|all)(?:'s| is| are)? (?:well |now |all )?in (?:hand|"
    r"good hands|progress|the (?:pipeline|works|queue))",
    r"rest assured",
    r"(?:we|they|I|our [\w ]{2,20}|the [\w ]{2,20}(?:team|people|engineers|colleagues))(?:'re| are|'m|"
    r" am) (?:already |still |currently |now |fully |well )*(?:aware of|busy with|working (?:on|hard|flat)|on (?:it|"
    r"the case)|at it|"
    r"looking (?:into|at)|investigating|sorting|dealing with|trying)",
    r"(?:I|we)(?:'ll| will) (?:see|do) (?:what|our best|my best|our utmost|everything|all|whatever)",
    r"(?:won't|shouldn't|will not|should not|not) (?:be|take) (?:too |very |much )?long(?:er)?",
    r"(?:give|allow|grant) us (?:a (?:bit|little)|some|more) (?:more )?(?:time|patience)",
    r"on (?:our|my|their) (?:radar|(?:to-do |work )?list|agenda|desk|plate)",
    r"(?:hopefully|with (?:a bit of |some |any )?luck|fingers crossed|all being well),? (?:it|we|they|the|this|that|"
    r"you|your|soon|by)",
    r"(?:we|I|they) (?:do )?hope to (?:be|have|get|hear|see|send|fix|solve|know|ship|find|resolve)",
    r"(?:I|we)(?:'ll| will) (?:get (?:there|round to it|to it|it (?:sorted|done|fixed))|take it from here|be on it|"
    r"pick it up|work something out|figure (?:it|something) out|come up with)",
    r"(?:time will tell|as time permits|we'll see(?=[.,]|$)|let's see(?=[.,]|$)|let's hope)",
    r"(?:someone|somebody|one of us|a colleague)(?:'s| is) (?:already |now )?(?:on it|looking|checking|dealing|"
    r"working)",
)
"""Open by itself: it comforts, and promises nothing that could be kept."""
LOOSE = any_of(
    r"when(?:ever)? (?:they|he|she|it|someone|somebody|one of \w+|the \w+|our \w+|there) (?:can|could|has time|"
    r"have time|gets? (?:a chance|a moment|round|to it)|is any|are any|'s any|is (?:news|more|something))",
    r"(?:as soon as|once|when) (?:there(?:'s| is| are)|we(?:'ve| have)|I(?:'ve| have)|they(?:'ve| have)|anything|"
    r"something|more) (?:\w+ )?(?:news|any|more|heard|anything|something|is known|known|comes|an update|information)",
    r"(?:when|once|as soon as) (?:it|that|this|everything|all|he|she|they)(?:'s|'re| is| are| has been|'s been| have)? "
    r"(?:been )?(?:finished|done|sorted|completed?|resolved|fixed|dealt with|processed|got round to it)",
    r"(?:one of these days|in the (?:next|coming) (?:days|weeks))",
    r"(?:sooner or later|if and when|as and when|when the time comes|down the line|in the (?:near|"
    r"foreseeable) future|at a later (?:date|stage|time)|at some (?:later )?(?:time|stage|point|moment)|"
    r"before too long|in the fullness of time|when possible|as time allows)",
)
"""Times that nobody could put in a diary."""
