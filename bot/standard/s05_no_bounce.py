"""S5: nobody is sent elsewhere to start again; a hand-over carries the story and a name."""

import re
from collections.abc import Iterator

from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.phrases import any_of, either
from bot.standard.segmentation import Draft, Sentence

MEANING = "Never send the customer elsewhere to start again; a hand-over carries the whole story and a name."

_GO = either(
    "contact",
    "call",
    "ring",
    "phone",
    "dial",
    "e-?mail",
    "write to",
    "write an? (?:e-?mail|letter) to",
    "message",
    "text",
    "turn to",
    "reach out to",
    "get in touch with",
    "get hold of",
    "get on to",
    "speak (?:to|with)",
    "talk (?:to|with)",
    "approach",
    "consult",
    "apply to",
    "enquire (?:with|at)",
    "inquire (?:with|at)",
    "check (?:back )?with",
    "follow up with",
    "take (?:it|this|that) up with",
    "raise (?:it|this|that) with",
    "address (?:it|this|your \\w+) to",
    "direct (?:it|this|your \\w+) to",
    "send (?:it|this|that|your \\w+|an? \\w+|the \\w+) to",
    "complain to",
    "report (?:it|this|that) to",
    "liaise with",
)
_OUTSIDE = (
    "(?:departments?|teams?|bank|manufacturer|maker|courier|carrier|supplier|seller|insurer|airline|provider|post "
    "office|"
    "landlord|embassy|council|hr|help ?desk|support|billing|accounts|head office|customs|council|organi[sz]er|"
    "doctor|agency)"
)
_ELSEWHERE = (
    r"(?:(?:our|the|your|their|my|a|an|his|her)\s+)?(?:[\w&-]+\s+){0,4}?(?:departments?|teams?|desk|office|line|"
    "hotline|"
    "help ?line|service(?!s? (?:centre )?on)|services|support|helpdesk|help desk|billing|sales|accounts|accounting|"
    "finance|"
    r"reception|"
    "front desk|headquarters|head office|courier|carrier|bank|manufacturer|maker|supplier|seller|retailer|insurer|"
    "landlord|"
    r"airline|provider|post office|customs|store|shop|branch|dealer|embassy|council|colleagues|it department|hr|"
    "warehouse|management|manager|administration|admin|agency|organi[sz]er|host|operator|centre|center|hospital|"
    "surgery|"
    r"pharmacy|chat|chatbot|division|unit|section|counter|specialists?|people|registry|authority|broker|box office|"
    r"complaints|returns|logistics|dispatch|booking office|ticket office|partner|platform|marketplace|website|"
    r"them|him|her)\b"
)
_GO_OR_ASK = (
    rf"(?:{_GO}|(?:ask|see|try|visit|go (?:back )?to|refer to)(?=\s+(?:(?:the|your|"
    rf"our)\s+)?(?:[\w-]+\s+){{0,2}}?{_OUTSIDE}"
    r"\b))"
)
_NUMBER = r"(?:(?:us |them |our \w+ )?(?:on |at )?(?:this number|the number|\+?\d[\d -]{4,}|[\w.+-]+@[\w.-]+))"
_DIRECTED = (
    r"(?:\b(?:please|kindly|simply)\s+(?:\w+ly )?|\byou(?:'ll|'d| will| would)? (?:\w+ )?(?:need|have|ought|want) "
    r"to\s+|"
    r"\byou (?:should|must|may wish to|might want to|may want to|can|could|may|are welcome to|'re welcome to|are "
    r"free to)\s+(?:\w+ )?|"
    r"\byou're (?:welcome|free|best advised) to\s+|\b(?:ask|advise|suggest|recommend|request|invite|urge)\s+(?:that "
    ")?you (?:to )?|"
    r"\bbest (?:to|if you)\s+|\bbetter (?:off |to |if you )|(?:^|[,;:] ))"
)
_CONTACT_ANYONE = re.compile(
    f"{_DIRECTED}(?:contact(?:ing)?|(?:get|getting) (?:back |in touch |on |hold )(?:to|with|of)|reach(?:ing)? out "
    "to|turn(?:ing)? to|"
    "(?:write|writing|speak|speaking|talk|talking)(?: directly| straight)? (?:to|with)|consult(?:ing)?|"
    "e-?mail(?:ing)?|"
    "drop(?:ping)? (?:a line|a note|an e-?mail) to|ask(?:ing)? (?:the|your)|open(?:ing)? a (?:case|claim|dispute) "
    "with|"
    r"(?:send|sending) (?:\w+ ){1,4}to (?:the|our|your) (?:\w+ ){0,2}(?:unit|team|department|office|desk)|"
    "(?:go|going) (?:back |directly |straight )?to (?:the|your) (?:store|shop|branch|dealer|seller|bank|counter|"
    "office)|"
    r"tak(?:e|ing) (?:it|this|that) up with|apply(?:ing)? (?:there|at|to|with))\s+(?!(?:[\w-]+ ){0,4}(?:list|pages?|"
    "website|manual|"
    r"faq|terms|guide|site|leaflet|brochure|map)\b)(?!me\b|us\b|you\b|him and\b)(?!(?:him|her|them) (?:too|as well)\b)",
    re.IGNORECASE,
)
_REACHED_THERE = any_of(
    r"(?:has|have) (?:its|their|a|an) (?:own )?(?:hotline|number|line|help ?desk|phone number|service line)",
    r"you(?:'ll|'d| can| will| may| could)? (?:\w+ )?(?:find|reach|get|catch) (?:(?:them|him|her|the \w+) )?(?:on|at|"
    r"under) (?=\+?\d{3})",
    "(?:can be|is|are|may be|is best) (?:reached|contacted|available|found)(?: by phone| directly)? (?:on|at|under|"
    "via|from|by)(?= )",
    "(?:their|its|the team's|the department's) (?:phone |direct |e-?mail )?(?:number|address|e-?mail|hotline|line|"
    "extension) is",
    r"(?:dial|press|choose option|select option) \d",
    r"(?:connect|put|pass|switch|patch|transfer)(?:ing)? you (?:through |on |over )?(?:to|with)",
    r"(?:something|a question|a matter|a case|one) (?:for|that only) (?:the|our|your|another) (?:[\w-]+ "
    "){0,2}(?:manufacturer|department|team|"
    r"bank|landlord|courier|insurer|office|desk|supplier|colleagues|experts|specialists|store|shop|airline)",
    r"(?:log|logging) (?:in|on)(?: \w+){0,4} and (?:create|open|submit|raise|file|fill|start)",
    r"(?:for|about|with) (?:\w+ )?(?:questions|"
    r"problems|issues|queries|complaints|repairs|matters|requests)(?: \w+){0,3},? (?:our|the|there(?:'s| is)|please|"
    "you|dial|call|use)",
    r"(?:this|the) (?:chat|desk|line|inbox|counter|address|channel) is (?:only |just )?(?:for|about|meant)",
)
_SENT_AWAY = re.compile(
    rf"(?:\b(?:please|kindly|simply|just)\s+(?:\w+ly )?|\byou(?:'ll| will)? (?:\w+ )?(?:need|have|ought|want) to\s+|"
    r"\byou (?:should|must|may wish to|might want to|can|could|may|are welcome to)\s+(?:\w+ )?|\byou(?:'d| had) "
    r"better\s+|"
    rf"\b(?:ask|advise|suggest|recommend|request|invite|urge)\s+(?:that )?you (?:to )?|\bbest (?:to|if you)\s+|"
    rf"(?:^|[;:] |\b(?:so|then) )){_GO_OR_ASK}\s+(?:{_NUMBER}|(?!me\b|us\b|here\b){_ELSEWHERE})",
    re.IGNORECASE,
)
_DIAL = re.compile(
    r"\b(?:please|kindly|simply|just|need to|have to|should|must|can|could)\s+(?:\w+ )?(?:call|ring|phone|dial|"
    "e-?mail|write to"
    r"|text)\s+(?:us |them |our \w+ )?(?:on |at |via )?(?:this number|the number|\+?\(?\d[\d ()-]{4,}|"
    r"[\w.+-]+@[\w.-]+)",
    re.IGNORECASE,
)
_OTHERS_DO_THAT = any_of(
    r"(?:is|are|'s|'re|gets?|be) (?:\w+ )?(?:handled|dealt with|managed|done|processed|looked after|decided|run|"
    r"answered) (?:\w+ "
    r")?by (?:a different|another|the|our|a separate) (?:[\w-]+ ){0,3}(?:team|department|office|desk|unit|company|"
    "partner|"
    r"branch|colleagues|people|supplier|provider|firm)(?! \w+ (?:who|has) )",
    "(?:isn't|is not|not|wasn't) (?:really |actually )?(?:my|our) (?:department|area|team|job|desk|remit|"
    "responsibility|"
    r"field|section)",
    r"(?:you(?:'ve| have)|this has) (?:\w+ )?(?:reached|come to|got|gone to) the wrong (?:\w+ )?(?:department|team|"
    "place|desk|"
    r"address|number|office|inbox|person|channel)",
    r"(?:they|he|she|the \w+ (?:team|department|desk|office)) (?:will|'ll|can|should|may|might|would) (?:be able to |"
    "surely |"
    "gladly |certainly |then |best )?(?:help|assist|answer|advise|sort|deal with|tell you|start a new|open a new|"
    "take (?:it|"
    r"this|care)|look after|know)",
)
_START_AGAIN = any_of(
    r"(?:fill|filling) (?:it|this|that|them) (?:in|out)",
    r"(?:only|always|first) (?:be )?(?:\w+ )?(?:through|via|using|with|on|by) (?:the|our) (?:[\w-]+ ){0,2}(?:form|"
    "portal|website|hotline|app)",
    r"(?:fill|filling) (?:in|out) (?:the|our|this|an?|that) (?:[\w-]+ ){0,3}(?:form|questionnaire|ticket|request|"
    "application|"
    r"survey|sheet)",
    "(?:please|kindly|need to|have to|must|should|can|could|to) (?:use|complete|submit|open|raise|create|log|file|"
    "lodge|place|"
    r"make|start|send in|hand in) (?:the|our|this|an?|that|your) (?:\w+ )?(?:[\w-]+ ){0,2}(?:form|ticket|portal|"
    "request|"
    r"application|case|claim|complaint|questionnaire|enquiry|inquiry)(?! (?:for you|on your behalf|myself))",
    "(?:start|begin) (?:again|over|afresh|from (?:scratch|the beginning)|a new (?:chat|ticket|request|case|"
    "conversation|claim))",
    r"through (?:the|our) (?:contact form|portal|web ?form|ticket system|hotline)",
    r"(?:re-?submit|submit (?:it|this|your \w+) again|re-?apply|register again|call (?:back )?again (?:later|"
    "tomorrow|another)|"
    "try (?:calling|ringing) (?:again|later)|(?:please|to|can|could|should|must|kindly) call back (?:later|tomorrow|"
    "between|during|after|on))",
)
_PASSED_ON = any_of(
    r"(?:I|we)(?:'ve| have|'ll| will|'m| am|'re| are)? (?:\w+ )?(?:pass|passed|passing|forward|forwarded|forwarding|"
    "transfer|"
    "transferred|transferring|hand|handed|handing|route|routed|redirect|redirected|redirecting|refer|referred|"
    "referring|put|"
    r"putting|escalate|escalated|send|sent) (?:you|this|it|that|your (?:\w+ )?(?:message|case|request|mail|e-?mail|"
    "ticket|"
    r"enquiry|inquiry|question|complaint|matter|query|concern|issue)) (?:\w+ )?(?:on |over |through )?(?:to|with) "
    "(?:the|our|a|"
    r"another|my) (?:[\w-]+ ){0,3}(?:department|team|office|desk|colleagues?|division|unit|section|people|support|"
    "billing|"
    r"sales|agent|staff|specialists?|management)",
)
_DANGER = any_of(
    "emergency",
    "112",
    "911",
    "999",
    "000",
    "111",
    "ambulance",
    "police",
    "fire brigade",
    "fire service",
    "gas leak",
    "poison",
    "doctor",
    "hospital",
    "casualty",
    "hotline for emergencies",
    "coast guard",
    "crisis line",
    "samaritans",
)
_US = re.compile(
    r"\b(?:me|us|here|my (?:direct )?(?:line|number|desk|extension)|this (?:chat|thread|message))\b", re.IGNORECASE
)
_STAY = any_of(
    r"(?:if|should|in case) you(?:'d| would)? (?:rather|prefer|like|ever|wish|want)",
    r"(?:I|we)(?:'ve| have|'ll| will|'m| am) (?:\w+ )?(?:told|briefed|tell|brief|spoken|shared|given|sent|passed|left)",
    r"(?:has|have|knows?|with|and) (?:\w+ )?(?:the whole story|your (?:whole )?(?:story|notes|file|photos|details|"
    "messages)|"
    r"everything you)",
    r"(?:so|and) you (?:won't|don't|needn't|will not) (?:have to|need to)? ?(?:explain|repeat|tell|start|say)",
    r"no need to (?:explain|repeat|tell|start)",
    r"expecting you",
)

BREAKS = (
    Example("For refunds, please contact our billing department."),
    Example("Please call 555 0142 and they'll sort it out for you."),
    Example("You'll need to get in touch with the courier yourself."),
    Example("As I said, please fill in the form on our website."),
    Example("That's handled by another team; they can help you with it."),
    Example("Please write to returns@shop.example with all the details."),
    Example("I've forwarded your message to the relevant department."),
    Example("You've reached the wrong desk. Reception can tell you more."),
    Example("Kindly raise a new ticket under Contracts, and a colleague will look at it."),
    Example("I'm transferring you to our technical team now."),
    Example("We suggest that you speak to your bank about this."),
    Example("Please try calling again tomorrow between 9 and 5."),
    Example("Ask the manufacturer; we only sell it."),
)
KEEPS = (
    Example("Tessa Brandt, who looks after contracts, has your whole story and will ring you tomorrow at 10."),
    Example("I've passed it to our workshop lead, Ivan Petrov, with your photos; he writes to you by Friday."),
    Example("If anything is missing, please write to me here."),
    Example("Please go outside and ring the gas emergency line on 0800 555 0199.", "I smell gas in the kitchen!"),
    Example("I've asked the courier for the signature and will tell you by 4 pm."),
    Example("You can pick it up at our Lyon shop from 10 tomorrow; I've left your name there."),
    Example("If you'd rather speak, ring me on 555 0133 until 6."),
    Example("I've filled in the claim form for you; all it needs is your yes."),
    Example("Your bank should show the refund by Thursday."),
    Example("Please send me the serial number, and I'll order the part today."),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that sends away or hands over without a name and the story."""
    if _STAY.search(draft.body) and not _SENT_AWAY.search(draft.body):
        return
    is_dangerous = "safety" in context.reading.risk
    for sentence in draft.said:
        body = sentence.body
        if is_dangerous or _DANGER.search(body):
            continue
        if _sends_away(body):
            why = "This sends the customer elsewhere to tell it all again."
            yield on_sentence("S5", sentence, why, _taken_along(body))
        elif _PASSED_ON.search(body) and not _has_name(sentence):
            why = "A hand-over needs a name, and a word that the whole story goes with it."
            yield on_sentence("S5", sentence, why, _taken_along(body))


def _sends_away(body: str) -> bool:
    if _START_AGAIN.search(body) and not re.search(
        r"\b(?:I|we)(?:'ve| have|'ll| will)\b[^.]{0,20}\b(?:fill|raise|open|file|"
        r"start|submit|place|make|log|lodge|complete)",
        body,
        re.IGNORECASE,
    ):
        return True
    if _OTHERS_DO_THAT.search(body) and not _STAY.search(body):
        return True
    sent = _SENT_AWAY.search(body) or _DIAL.search(body) or _CONTACT_ANYONE.search(body) or _REACHED_THERE.search(body)
    if sent and re.search(r"\b(?:whether|if)\s+$", body[: sent.start()], re.IGNORECASE):
        return False
    return sent is not None and not _US.search(body[sent.start() : sent.end() + 30]) and not _STAY.search(body)


def _has_name(sentence: Sentence) -> bool:
    """A capital inside of the sentence: "our workshop lead, Ivan Petrov"."""
    return bool(re.search(r"(?<=[a-z,] )(?!I\b|I')[A-Z][a-zà-ÿ]+", sentence.body))


def _taken_along(body: str) -> str:
    whom = re.search(r"\b(?:our|the) ((?:[\w-]+ ){0,2}(?:team|department|desk|office))\b", body, re.IGNORECASE)
    where = f" to [name] in the {whom[1]}" if whom else " to [name]"
    return f"I'm passing this{where} myself, with everything you've told us, and you'll hear from [name] by [time]."


RULE = Rule("S5", "no-bounce", MEANING, BREAKS, KEEPS, find)
