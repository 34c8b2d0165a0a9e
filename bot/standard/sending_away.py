"""Recognises a bounce: the customer is to contact, visit or fill in something else, or is handed on without a name."""

import re

from bot.standard.handing_over import STORY_GOES_TOO
from bot.standard.phrases import any_of
from bot.standard.word_classes import INSIDERS, OUTSIDERS

_I = re.IGNORECASE
# Frames that put the doing on the customer: advice, permission, necessity, request.
_DIRECTED = (
    r"(?:\b(?:please|kindly|simply|just)\s+(?:do )?(?:\w+ly )?|\bI'd (?:rather |just |simply )?|"
    r"\b(?:have you (?:already )?(?:tried|thought of|considered)|did you (?:already )?try)\s+|"
    r"\byou(?:'ll|'d| will| would)? (?:\w+ )?(?:need|have|ought|want|got) to\s+(?:\w+ly )?|"
    r"\byou(?:'d| had| would)? (?:should|must|can|could|may|might|better|best)(?: (?:wish|want|like|need|try|also|"
    r"always|then|just|simply|well|even|"
    r"\w+ly))*(?: to)?\s+|\byou(?:'re| are) (?:\w+ )?(?:welcome|free|best advised|best off|better off|advised|"
    r"requested|asked|invited) to\s+|"
    r"\b(?:ask|advise|suggest|recommend|request|invite|urge|encourage)\w* (?:that )?you (?:to )?(?:\w+ly )?|"
    r"\b(?:suggest|recommend|advise|worth|try|consider|by|how about|what about)\s+(?=\w+ing\b)|"
    r"\b(?:best|better|easiest|quickest|simplest|fastest|wise|worth|ideal|advisable|helpful|good idea|up to you|"
    r"thing|way|option|step|is|was|be)"
    r"(?: (?:thing|way|course|bet|option|idea|off|would be|is|of all|here|then|for you|if you))* (?:to\s+|is to\s+|"
    r"you\s+)?(?=\w)|"
    r"\b(?:feel free|don't hesitate|do not hesitate) to\s+|\bwhy (?:not|don't you)\s+|\b(?:would|could|can|"
    r"will) you (?:please |mind )?|"
    r"(?:^|[,;:–—-] ?|\b(?:so|then|and|or|first|but|here|otherwise|instead) )(?:please )?)"
)
_TO_SOMEBODY = (  # Verbs whose object is whom one turns to.
    r"(?:contact(?:ing)?|regist(?:er|ering)(?: \w+)? (?:first )?with|sign(?:ing)?(?: \w+)? up (?:with|at)|"
    r"call(?:ing)?(?: up)?|ring(?:ing)?(?: up)?|phon(?:e|ing)|telephon(?:e|ing)|dial(?:l?ing)?|"
    r"e-?mail(?:ing)?|messag(?:e|ing)|"
    r"consult(?:ing)?|approach(?:ing)?|notify(?:ing)?|chase|chasing|"
    r"(?:writ(?:e|ing)|turn(?:ing)?|appl(?:y|ying)|complain(?:ing)?|appeal(?:ing)?|reach(?:ing)? out|"
    r"go(?:ing)?(?: back| straight| directly| over| through)?|"
    r"head(?:ing)?(?: over| back)?|speak(?:ing)?|talk(?:ing)?)(?: directly| straight| first| again)? (?:to|with|"
    r"through)|"
    r"(?:get|getting) (?:back )?(?:in touch|in contact) with|(?:get|getting) (?:back )?(?:to|on to|onto|hold of)|"
    r"check(?:ing)? (?:back )?with|follow(?:ing)? (?:it |this |that )?up with|(?:enquir|inquir)(?:e|ing) (?:with|at|"
    r"of)|liais(?:e|ing) with|"
    r"tak(?:e|ing) (?:it|this|that|the matter) up (?:directly )?with|(?:rais(?:e|ing)|discuss(?:ing)?|"
    r"clarify(?:ing)?|sort(?:ing)?|settl(?:e|ing)|clear(?:ing)?|report(?:ing)?|address(?:ing)?|direct(?:ing)?|"
    r"submit(?:ting)?|send(?:ing)?|forward(?:ing)?|put(?:ting)?|post(?:ing)?|fil(?:e|ing)|mak(?:e|ing)|open(?:ing)?|"
    r"lodg(?:e|ing))"
    r" (?:it|this|that|them|your [\w-]+|an? [\w-]+|the [\w-]+|everything|all of (?:it|this))(?: \w+){0,3}?(?: up|"
    r" out)? (?:to|with|at)|"
    r"(?:drop(?:ping)?|send(?:ing)?|giv(?:e|ing))(?= [\w' -]{1,40}(?:a (?:line|note|call|ring|bell|shout|message|"
    r"mail|e-?mail|buzz)))|"
    r"(?:drop(?:ping)?|send(?:ing)?) (?:a line|a note|an? e-?mail|a message) to|"
    r"(?:pop(?:ping)?|drop(?:ping)?|stop(?:ping)?|com(?:e|ing)|call(?:ing)?|swing(?:ing)?|go(?:ing)?|walk(?:ing)?|"
    r"head(?:ing)?)(?: \w+)? (?:by|into|in at|over to|down to|in to|round to|along to))"
)
_SOFT = r"(?:ask(?:ing)?|see(?:ing)?|try(?:ing)?|visit(?:ing)?|tell(?:ing)?|inform(?:ing)?)"
"""Verbs that turn somebody away only with an institution behind them: "ask your bank", not "ask the driver in"."""
_INSTITUTION = (
    r"(?:departments?|teams?|bank|manufacturer|maker|courier|carrier|supplier|seller|insurer|airline|provider|"
    r"post office|landlord|embassy|"
    r"council|hr|help ?desk|support|billing|accounts|head office|customs|organi[sz]er|agency|authorit(?:y|ies)|"
    r"helpline|hotline|dealer|retailer|"
    r"registry|tax office|employer|university|consulate|ministry|police station|franchise|other (?:branch|shop|store|"
    r"office)|"
    r"(?:customer )?(?:services?|care)|ombudsman|operator|broker)"
)
_CHANNEL = (
    r"(?:(?:help ?|hot ?|support |service |customer |info |advice |phone |telephone |order )?lines?|hotline|"
    r"help ?desk|service(?!s? (?:centre )?on)|services|"
    r"customer (?:services?|care|support)|support|switchboard|chat(?:bot)?|inbox|counter|portal|web ?site|number|"
    r"headquarters|front desk|info(?:rmation)? desk|"
    r"centre|center|call cent(?:re|er)|unit|section|division|specialists?|experts?|registry|authority|broker|"
    r"box office|complaints|archive|records|embassy|"
    r"post office|council|dealer(?:ship)?|retailer|employer|university|consulate|ministry|ombudsman|community|forum|"
    r"account manager|city hall|town hall|town|"
    r"hospital|surgery|operations|enquiries|inquiries|reservations|admissions|registrar|secretariat|outlet|"
    r"representative|customs|hr|it|desk|hut|kiosk|park office)"
)
_WORD = (
    r"(?:(?!(?:you|me|us|it|that|this|if|when|and|or|for|from|to|with|on|in|at|by|so|the|but|as|is|are|will|not|a|"
    r"an)\b)"
    r"[\w&'-]+)"
)
_ELSEWHERE = (
    rf"(?!(?:[\w-]+ ){{0,4}}(?:list|pages?|manual|faq|terms|guide|leaflet|brochure|map)\b)"
    r"(?:(?:(?:our|the|your|their|my|a|an|his|her|whichever|any|one of our|another|that|those|"
    rf"whoever)\s+)?(?:{_WORD}\s+){{0,4}}?(?:{INSIDERS}|{OUTSIDERS}|{_CHANNEL})\b"
    r"|(?:them|him|her|whoever|someone|somebody)\b(?! (?:too|as well|in|with|off|up|back)\b))"
)
_NUMBER = (
    r"(?:(?:us |them |our [\w ]{1,20}|me )?(?:on |at |via |under )?(?:this number|the number (?!you|on file)|"
    r"\+?\(?\d[\d ()-]{5,}|[\w.+-]+@[\w.-]+))"
)
_SENT = re.compile(
    rf"{_DIRECTED}(?:\w+ly )?(?:{_TO_SOMEBODY}\s+(?:{_NUMBER}|{_ELSEWHERE})|{_SOFT}\s+(?:with |to |at )?(?:(?:the|"
    rf"your|our|at the|at your|with the|with your) )?(?:[\w-]+ ){{0,2}}?{_INSTITUTION}\b)",
    _I,
)
_DIAL = re.compile(
    r"\b(?:call|ring|phone|dial|e-?mail|write to|text)\s+(?:us |them |our [\w ]{1,25}|the [\w ]{1,25})?(?:on |at |"
    r"via )?(?:\+?\(?\d[\d ()-]{5,}|[\w.+-]+@[\w.-]+)",
    _I,
)
_TELL_THEM = re.compile(
    r"(?:^|\b(?:please|just|simply|can|could|should|to|better|best|and) )(?:tell|ask|inform|remind|mention it to|show) "
    r"(?:him|her|them) (?:yourself|directly|again|what happened|the (?:story|whole story))\b",
    _I,
)
_REACHED_THERE = any_of(
    r"(?:has|have|there(?:'s| is)) (?:its|their|a|an|our) (?:own )?(?:\w+ )?(?:hot ?line|help ?line|number|"
    r"help ?desk|phone number|service line|service desk|inbox|portal)"
    r"(?! (?:up|of people|back|free))",
    r"you(?:'ll|'d| can| will| may| could)? (?:\w+ )?(?:find|reach|get|catch|contact) (?:(?:them|him|her|"
    r"the [\w ]{2,25}|our [\w ]{2,25}) )?(?:on|at|under|by) (?=\+?\(?\d{3})",
    r"(?:can be|may be|is best|are best) (?:reached|contacted|found)(?: by phone| directly)? (?:on|at|under|via|"
    r"from|by|between)(?= )",
    r"(?:they|he|she|the \w+|our \w+|lines?) (?:is|are|'re) (?:reached|contacted|reachable|available|there|open|"
    r"staffed)(?: by phone| directly)? (?:on|at|under|via) (?=\+?\(?\d{3})",
    r"(?:their|its|the team's|the department's|the direct) (?:phone |direct |e-?mail )?(?:number|address|e-?mail|"
    r"hotline|extension) is",
    r"(?:dial|press|choose option|select option) \d",
    r"(?:connect|put|pass|switch|patch|transfer)(?:ing|ed)? you (?:through |on |over )?(?:to|with) (?!me\b)",
    r"(?:for|about|with|in case of|concerning|regarding) (?:\w+ ){0,2}?(?:questions|problems|issues|queries|"
    r"complaints|repairs|matters|requests|breakdowns|emergencies|faults|claims|refunds|returns|"
    r"prices|bookings|enquiries|anything(?: \w+){0,4})(?: \w+){0,3},? (?:there's a|there is a|there are|"
    r"our [\w ]{2,20} (?:is|are)|you (?:must|need|have to|should)|dial|call|ring|use the|it's the)",
    r"(?:this|the) (?:chat|desk|line|inbox|counter|address|channel|team) is (?:only |just )?(?:for|about|meant)",
    r"we (?:here )?(?:only|just) (?:deal with|handle|look after|do|answer|cover) ",
)
# Others are named as those who deal with it, and nothing is done.
_RESPONSIBLE = (
    r"(?:handled|dealt with|managed|done|processed|looked after|decided|run|answered|administered|taken care of|set|"
    r"made|arranged|sorted|issued|owned)"
)
_OTHERS_DO_THAT = any_of(
    r"(?:your|the|our|any) (?:[\w-]+ ){0,2}?(?:branch|hotline|helpline|bank|issuer|services|service|support|"
    r"call centre|help ?desk) (?:can|could|is able to|will be able to|has to|must|needs to) "
    r"(?!(?:show|have|see|take|need|not)\b)(?:\w+ly |then )?\w+",
    r"(?:services|(?:team|desk|department|people|colleagues|branch|office)) can(?=[.,;!]|$)",
    r"something (?:that )?(?:your|the|our) (?:[\w-]+ ){1,3}(?:has to|have to|must|needs? to)",
    r"something (?:that )?only (?:your|the|our) (?:[\w-]+ ){1,3}(?:can|may)",
    r"(?:the|our|your) (?:[\w-]+ ){0,2}(?:team|department|hotline|helpline|people) (?:is|are) (?:there|available|"
    r"open|reachable|in) (?:from|between|until|daily|on)",
    r"(?:isn't|not|aren't) (?:handled|done|dealt with|decided|processed|answered) (?:here|by us|in this|at this|"
    r"from here)",
    r"(?:desk|team|department|office|people|service) (?:is|are) (?:in charge|responsible)(?=[.,;!]|$)",
    rf"(?:is|are|'s|'re|gets?) (?:\w+ )?{_RESPONSIBLE} (?:\w+ )?by (?:a different|another|the|our|a separate|each|"
    rf"their|its) (?:own )?(?:[\w-]+ ){{0,3}}"
    r"(?:team|department|office|desk|unit|company|partner|branch|colleagues|people|supplier|provider|firm|club|shop|"
    r"store|bank|centre|school|clinic)(?! \w+ (?:who|has) )",
    r"(?:isn't|is not|not|wasn't|aren't) (?:really |actually )?(?:my|our) (?:department|area|team|job|desk|remit|"
    r"responsibility|field|section|business|line of \w+|side of \w+)",
    r"(?:you(?:'ve| have)|this has|this is|you're (?:in|at|talking to)) (?:\w+ )?(?:(?:reached|come to|got|gone to|"
    r"contacted|written to|landed (?:in|at)) )?the wrong (?:\w+ )?"
    r"(?:department|team|place|desk|address|number|office|inbox|person|channel|people|door|counter)",
    r"(?:they|he|she|the [\w ]{2,20}(?:team|department|desk|office|reception)) (?:will|'ll|can|should|may|might|"
    r"would) (?:\w+ )?(?:be able to |surely |gladly |certainly |then |best )?"
    r"(?:help|assist|answer|advise|sort|deal with|tell you|start a new|open a new|take (?:it|this|care)|look after|"
    r"know|explain)",
    r"(?:would be|will be|is|are|'s|'re) (?:\w+ )?(?:the )?(?:right|best|proper|correct|first|only|better) (?:one|"
    r"ones|place|people|person|address|contact|port of call|department|team|office|desk)s? "
    r"(?:to (?:ask|contact|call|speak|talk|turn|go|help|write|ring|handle|tell|see)|for (?:this|that|it|you|such|"
    r"these))",
    r"(?:is|are|'s|'re|would be) (?:\w+ )?(?:something|a question|a matter|a case|one|a thing|a job|best left|"
    r"up to) (?:\w+ )?(?:for |that only |to |you'd have to \w+ )?(?:the|our|your|another|a different) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{OUTSIDERS}|{INSIDERS}|experts)(?! \w+ (?:who|has) )(?=[.,;:!]|$| (?:to|team|"
    r"department|desk|office|and|who|can|must|only|has|have|in|at|here|there|themselves|directly|alone|themself)\b)",
    rf"(?:(?:the|our|your) (?:[\w-]+ ){{0,2}}?(?:{OUTSIDERS}|{INSIDERS})|they) (?:is|are|"
    r"'re) (?:\w+ )?(?:responsible for|in charge of|the ones (?:who|to)|the people (?:who|to))",
    rf"(?:somebody|someone|a colleague|anyone|one) (?:from|in|at|of) (?:the |our )?(?:[\w-]+ ){{0,2}}?(?:{INSIDERS}|"
    rf"{OUTSIDERS}|[a-z]+ing)(?: \w+)? (?:needs?|has|will have|would have|must|ought) (?:to )?(?:look|deal|see|"
    r"check|answer|decide)",
)
_FORMS = (
    r"(?:form|ticket|portal|request|application|case|claim|complaint|questionnaire|enquiry|inquiry|report|query|"
    r"survey|sheet|dispute|chat)"
)
_START_AGAIN = any_of(
    r"redo (?:the|your|it|this)",
    r"(?:contact|reach) us (?:by|via|through|over) (?:the |our )?(?:phone|telephone|hotline|portal|web ?site|form|"
    r"e-?mail)",
    r"(?:write|call|ring|mail|e-?mail) (?:to )?us again",
    r"(?:fill|filling) (?:it|this|that|them|one) (?:in|out)\b(?! with)",
    r"(?:only|always|first|must|has to|have to|should) (?:be )?(?:\w+ )?(?:through|via|using|with|on|by) (?:the|"
    r"our) (?:[\w-]+ ){0,2}(?:form|portal|website|hotline|app)",
    r"(?:fill|filling) (?:in|out|up) (?:the|our|this|an?|that|your) (?:[\w-]+ ){0,3}(?:form|questionnaire|ticket|"
    r"request|application|survey|sheet|claim|details)",
    r"(?:(?<=, )|(?<=: )|(?<=; )|please |kindly |need to |have to |must |should |can |could |then |best |just |"
    r"simply |you )(?:use|complete|submit|open|raise|create|log|file|lodge|place|make|start|send in|hand in|put in|"
    r"resubmit|register|post)"
    rf" (?:the|our|this|an?|that|another|your) (?:\w+ )?(?:[\w-]+ ){{0,2}}?{_FORMS}(?! (?:for you|on your behalf|"
    r"myself|yet|now if|free))(?=[.,;!]|$| (?:on|in|at|via|through|with|there|under|and|again|so|to|about|for|"
    r"first|using|form)\b)",
    r"(?:start|begin|starting|beginning) (?:again|over|afresh|anew|from (?:scratch|the beginning|the start)|"
    r"a new (?:chat|ticket|request|case|conversation|claim|order))",
    r"(?:through|via|using|over) (?:the|our) (?:[\w-]+ )?(?:contact form|portal|web ?form|online form|ticket system|"
    r"hotline|service line)",
    r"(?:re-?submit|submit (?:it|this|your \w+|everything) again|re-?apply|register again|(?:call|ring|phone|write|"
    r"e-?mail|message) (?:us )?(?:back )?again (?:later|tomorrow|another|on|when|with|in)|"
    r"try (?:again )?(?:calling|ringing|phoning|writing)(?: us)? (?:again|later|tomorrow|between)|(?:please|to|can|"
    r"could|should|must|kindly) (?:call|ring|phone|write) (?:us )?back (?:later|tomorrow|between|during|after|on|"
    r"when|in))",
    r"(?:tell|telling|explain|explaining|describe|describing|give|repeat|repeating) (?:them|him|her|it|this|"
    r"everything|your (?:story|case)|the (?:whole )?(?:story|case|matter))(?: \w+){0,4}? "
    r"(?:from the (?:start|beginning)|again|there|once more|to (?:them|him|her|whoever|the|our|a)|over there|"
    r"what (?:happened|you told))",
    r"(?:draw|take|pull) a (?:number|ticket) (?:at|from|in)",
    r"(?:log|logging|sign) (?:in|on)(?: \w+){0,4} and (?:create|open|submit|raise|file|fill|start)",
    r"get back to us (?:by|on|via|through) (?:phone|the|our|e-?mail)",
    r"(?:call|ring|phone|contact) us (?:during|between|in (?:the|our)|within|from (?:9|8|monday)|in office)",
)
_DANGER = any_of(
    "emergency",
    r"(?<![\d,.-])(?:112|911|999|000|111)(?![\d,.-])",
    "(?:ambulance|police|fire brigade|fire service|coast guard|mountain rescue|urgent care|hospital|casualty|a&e)",
    "(?:gas leak|poison(?: control| line)?|doctor|a vet|crisis line|samaritans)",
)
_US = re.compile(
    r"\b(?:me|us|here|my (?:direct )?(?:line|number|desk|extension|colleague [A-Z]\w+)|this (?:chat|thread|message|"
    r"mail))\b",
    _I,
)
_OURS_TO_DO = re.compile(
    r"\b(?:I|we)(?:'ve| have|'ll| will| can|'m going to|'m)\b[^.;]{0,20}\b(?:fill|raise|open|file|start|submit|"
    r"place|make|log|lodge|complete|opened|filled|filed|raised|submitted|placed|making|opening|call|ring|contact|"
    r"phone|write to|speak|talk|ask|check with)",
    _I,
)
_EXPLICIT = re.compile(
    r"^\W*(?:so |then |and |or |first |but |here )?(?:please|kindly|you|i'd|have you|did you|ask|advise|suggest|"
    r"recommend|request|invite|"
    r"urge|encourage|best|better|feel free|"
    r"don't|do not|why|would|could|can|worth|try|consider|easiest|quickest|simplest|good|up to)\b",
    _I,
)
_DONE_BY_OTHERS = re.compile(
    r"\b(?:I|we|he|she|they|it|who|people|others|everybody|everyone)(?:'ll|'d|'ve| will| can| may| shall| would)? "
    r"(?:\w+ly |then |just |also )?$",
    _I,
)
"""Whoever begins again here is not the customer: "we will write again on Friday", "people who start again"."""
_SPARED_THAT = re.compile(
    r"\b(?:won't|needn't|don't|not|never|without|no need)\b[^.;]{0,25}$|\b(?:before|until|when|if) you (?:\w+ )?$", _I
)
_OPTIONAL = any_of(
    r"(?:if|should|in case|whether) you(?:'d| would|'re)?(?: \w+)? (?:rather|prefer|like|ever|wish|want|happy|free)",
    r"you(?:'re| are) (?:of course )?free to",
    r"(?:you (?:needn't|don't need to|don't have to|won't need to)|no need to) (?:ring|call|write|contact|phone|"
    r"mail|e-?mail|go|come|visit|speak|do)",
)


def bounces(body: str) -> re.Match[str] | None:
    """The words that send away, unless they lead back to us, are our own doing, an option or help in danger."""
    if _DANGER.search(body):
        return None
    again = _START_AGAIN.search(body)
    if (
        again
        and not _DONE_BY_OTHERS.search(body[: again.start()])
        and not _SPARED_THAT.search(body[: again.start()])
        and not _OURS_TO_DO.search(body)
        and not _OPTIONAL.search(body)
    ):
        return again
    others = _OTHERS_DO_THAT.search(body)
    if others and not STORY_GOES_TOO.search(body) and not _OPTIONAL.search(body):
        return others
    return _sent_to(body)


def _sent_to(body: str) -> re.Match[str] | None:
    for pattern in (_SENT, _DIAL, _REACHED_THERE, _TELL_THEM):
        for sent in pattern.finditer(body):
            near = body[sent.start() : sent.end() + 12]
            if re.search(r"\b(?:whether|if|when)\s+$", body[: sent.start()], _I) or _US.search(near):
                continue
            if not _OPTIONAL.search(body) and (_EXPLICIT.match(sent.group()) or not _is_somebody_elses(body, sent)):
                return sent
    return None


def _is_somebody_elses(body: str, sent: re.Match[str]) -> bool:
    """ "I'll look at it and write to the bank": the last subject before a bare verb isn't the customer."""
    subjects = re.findall(
        r"\b(I|we|he|she|they|it|you|please)\b(?:'|\b)|(?<=[a-z,;] )((?-i:[A-Z])[a-z]+)\b", body[: sent.start() + 1], _I
    )
    last = next((pronoun.lower() for pronoun, _ in reversed(subjects) if pronoun), "")
    return last in ("i", "we", "he", "she", "they", "it")
