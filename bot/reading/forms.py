"""The forms in which people ask in English: questions, requests, orders, and what leads to them."""

import re

_I = re.IGNORECASE

SUBJECT = (
    r"(?:i|we|you(?: guys| all)?|y'?all|ye|ya|u|they|he|she|it|one|there|this|that|these|those|my|our|your|his|her|"
    r"their|the|a|an|any|"
    r"all|both|half|most|every|new|people|children|"
    r"anyone|anybody|someone|somebody|everything|anything|either|another|some|each|more|"
    r"(?-i:[A-Z])[\w'-]+|[a-z]+s)"
)
WH = r"(?:what|when|where|who|whom|whose|which|why|how)(?:'s|s|'re|'ll|'d)?"
BE_DO = (
    r"(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|"
    r"can't|couldn't|won't|don't|doesn't|didn't|hasn't|haven't)"
)
VERBS = (
    "add|activate|allow|answer|apply|arrange|assign|block|book|bring|call|cancel|change|charge|check|clarify|close|"
    "collect|come|confirm|contact|correct|credit|deactivate|delete|deliver|disable|"
    "email|enable|exchange|explain|extend|fetch|find|fix|forward|get|give|grant|help|hold|hurry|include|increase|"
    "install|investigate|issue|keep|let|look|lower|mail|make|mend|merge|move|open|"
    "organise|organize|pause|phone|pick|post|put|raise|rebook|reconnect|redeliver|reopen|reduce|refund|reimburse|"
    "reissue|release|"
    "remove|renew|repair|replace|reply|resend|reset|reschedule|resolve|restore|return|reverse|"
    "ring|schedule|send|set|share|ship|show|sort|stop|swap|switch|take|talk|tell|transfer|unblock|undo|unlock|"
    "unsubscribe|update|upgrade|waive|withdraw|write|"
    "go ahead|adjust|alter|approve|attach|connect|create|divert|escalate|expedite|finish|honour|inform|inspect|leave|"
    "migrate|mute|notify|prepare|prioritise|prioritize|provide|publish|re-send|redirect|register|relocate|remind|"
    "rename|"
    "reprint|reserve|retry|revoke|save|scrap|serve|skip|submit|suspend|take down|terminate|top up|translate|unfreeze|"
    "unlink|verify|lend|recall|empty|match|pay|cover|compensate|apologise|apologize|rectify|recheck|deduct|dispatch|"
    "sign me up|sign us up|put me down|put us down|enrol|enroll|"
    "evacuate|quote|recalculate|reinstate|rewrite|trace|void|rebill|reprice|hand over"
)
INVERTED = re.compile(
    r"^(?:would|could|is|can) [a-z]{3,}ing\b|^(?:is|are|was|were|does|did|has|will|can|could) (?!not\b|been\b|be\b|"
    r"told\b|still\b|never\b|now\b|broken\b|"
    r"down\b|late\b|gone\b|supposed\b|"
    r"promised\b|no\b|the one of\b|get\b|see\b|wait\b)[a-z]+ [a-z\d]",
    _I,
)
"""A verb before its subject, whatever the subject: "is breakfast in"."""
QUESTION = re.compile(
    rf"^(?:(?:for|at|in|on|by|with|from|to|until|since) )?(?:{WH}\b(?! (?:a|an) )|{BE_DO} (?=(?:{SUBJECT})\b))", _I
)
WH_INVERTED = re.compile(
    rf"^(?:(?:until|till|by|since|from|at|for) )?(?:{WH}) (?:\w+ ){{0,3}}?(?:{BE_DO})\b|"
    r"^(?:what|where|when|who|how)(?:'s|'re|s)\b|^(?:how|what|why|who) "
    rf"(?:much|many|long|about|come|to|not|is|are|got|has|was|can)\b|^who \w+ed\b",
    _I,
)
REQUEST = re.compile(
    r"^(?:(?:can|could|would|will) (?:you(?: guys| all)?|y'?all|someone|somebody|anyone|anybody|u|ye|ya)(?: "
    r"(?:please|pls|kindly|"
    r"maybe|possibly|just|perhaps|also|at least|then))*|please|pls|plz|kindly(?: do the needful and)?|"
    r"(?:i|we)(?:'d| would| must| have to)(?: still)?(?: much)? (?:rather(?! not)|prefer|ask)(?: that| if)?(?: "
    r"(?:you(?: just)? to|you just|you|it))?(?: to)?|"
    r"(?:i|we) (?:insist|demand|ask|request)(?: that)? you(?: to)?|"
    r"(?:i|we)(?:'d| would) be (?:grateful|glad|happy|pleased|obliged|thankful|delighted) if you (?:could|would|can)|"
    r"(?:be so kind (?:as to|and)|be kind enough to)|all (?:i|we) (?:want|need|ask)(?: for)? is(?: for you to| to)?|"
    r"the least you (?:can|could) do is|(?:what )?(?:i|we)(?:'d| would) (?:still |really )?like is(?: for you to| to)?|"
    r"what (?:i|we) (?:want|need|expect) is(?: for you to| to)?|"
    r"you (?:need|have) to|"
    r"(?:want|wanting|looking|hoping|would like|wanna|gotta|need) (?:you )?to|"
    r"(?:i|we)(?:'d| would| should) (?:really |very much |also |still |just |now )*(?:like|love|appreciate)(?: it "
    r"if)?(?: you(?: to| could| "
    r"would)?)?(?: to)?|"
    r"(?:i|we) (?:really |still |also |just |now |only |do |simply )*(?:want|need|expect|request|require|demand|ask|"
    r"wish|"
    r"would "
    r"need)(?: (?:you|for|someone|somebody))?(?: to)?|"
    r"(?:i|we)(?:'m| am|'re| are) (?:looking|hoping|trying)(?: to| for)|looking to|would you mind) (?=\w)",
    _I,
)
IMPERATIVE = re.compile(
    rf"^(?:just |now |then |so |also )*(?:do |don't |do not )?(?:{VERBS})(?: it)?,? (?!you\b|to me that\b|where\b|"
    r"(?:#?[A-Z]{0,4}-?\d[\w-]*|is|are|was|were|has|number|no|came|still|says|shows|charges)\b(?! (?:of|more|new))|"
    r"me (?:get|explain|tell you|guess|be|ask|say)\b)",
    _I,
)
OPENER = re.compile(
    r"^(?:(?:(?:hi+|hello|he+y+)(?: there| all| team| everyone| folks)?|dear|good (?:morning|afternoon|evening|day)|"
    r"hallo|greetings|thanks|thank you(?! (?:her|him|them))|thx|ok(?:ay)?|yes|no(?!-)|yep|sure|great|perfect|well|"
    r"so|also|and|but|or|oh|ah|"
    r"ps|p\.s\.|btw|by the way|if (?:so|not|yes|no)(?=[ ,])|(?:a )?q(?=:)|"
    r"besides|additionally|another (?:thing|question)|(?:and )?one (?:more |last |other |quick )?(?:q|thing|"
    r"question)(?: more)?|(?:a )?(?:quick|small|short|silly|stupid|general|last) question|(?:two|three|some|a few|"
    r"few) (?:things|questions)|"
    r"question|then|now|just|right|ta|hmm+|um+|lol|(?:first|second|third)(?:ly)?(?! (?:e-?mail|mail|message|"
    r"letter|call|time|try|attempt|request|reminder|contact|complaint)s?\b)|finally|lastly|maybe|"
    r"actually|anyway|sorry|"
    r"excuse me|honestly|seriously|(?:kindly |please )?do the needful(?: and)?|i repeat|again)\b[\s,:!.–&-]*|"
    r"\(?\d{1,2}[.)]\s+|[-*•]\s+|[a-c]\)\s+|\((?:[a-e]|i{1,3}|iv|v)\)\s+)",
    _I,
)
INDIRECT = re.compile(
    r"^(?:please (?:can|could) you |(?:can|could|would|will) (?:you|someone|anyone) (?:please |possibly |kindly |"
    r"just |maybe )*|please |do you (?:happen to )?know|any idea|(?:i|we)(?:'d| would) (?:like|love) to |(?:i|we) "
    r"(?:want|need|wish|would love) to |"
    r"(?:it(?:'d| would)|that(?:'d| would)|would) be (?:so |very |really )?(?:good|nice|helpful|great|useful|kind|"
    r"lovely|handy|interesting) to|"
    r"what (?:i|we)(?:'d| would) (?:still |really )?like to know is|what (?:i|we) (?:want|need) to know is|"
    r"my (?:\w+ )?question(?: is| was)?,? |i never heard (?:back )?(?:about (?:\w+ ){0,3}\w+, )?|i (?:was|am) "
    r"(?:just |also )?(?:wondering|curious)|i'm (?:just |also )?(?:wondering|curious|asking|not sure)|i "
    r"(?:also |just |do |still )?wonder(?:ed)?|just wondering|wondering|curious|may i ask|might i ask|(?:i|we)(?:'d|"
    r" would)? (?:still |also |just |really )*(?:like|love|want|need|wish) to|i (?:don't|do not) know|not sure)?\s*"
    r"(?:tell me|tell us|let me know|let us know|know|understand|find out|hear|explain(?: to (?:me|us))?|check|"
    r"confirm|see|ask|advise|say)?\s*(?:please )?(?:about )?(?:if|whether)?\s*(?:you (?:could|can|might) "
    r"(?:possibly |please |maybe )?(?:tell me|let me know) (?:if |whether )?)?",
    _I,
)
LED_IN = re.compile(rf"^(?:{WH}\b|if |whether )", _I)
SPLIT = re.compile(
    rf"(?:\s*,\s*|\s+)or\s+(?=(?:how|where|when|why|who)\s+(?:{BE_DO})|(?:can|could|will|would) (?:(?:you|u)\b|(?:i|"
    rf"we) (?:get|have)\b))|"
    rf"(?:\s*,\s*|\s+)and\s+(?=(?:until|from|by|at|in|to|for|with|on|till|since) (?:which|what|when|whom|how)\b|"
    rf"(?:i'm|i am|we're|we are) (?:done|finished|leaving|out|going)\b)|"
    rf"\s*,\s*(?=(?:{VERBS})\s+(?:it|everything|them|me|us)\b)|"
    rf"(?:\s*,\s*|\s+)(?:and|but|plus|also|so|&|"
    rf"then)\s+(?:also |then |if so,? |if not,? |please )?(?=(?:{WH}|whether)\s+(?:{BE_DO}|"
    rf"[a-z]+)\b|(?:{WH})'?s\b|(?:{BE_DO})\s+(?:{SUBJECT})\b|(?:also |then )?need (?:a|an|the|it|to|my|our|some|new)\b|"
    rf"please\b|(?:i|"
    rf"we)(?:'d| would) like|(?:i|we) (?:want|need)\b)"
    rf"|\s*,\s*(?:also\s+|so\s+|then\s+|please\s+)*(?=(?:(?:until|till|by|from|since) )?(?:{WH})\s+"
    rf"(?:{BE_DO}|much|many|long)\b|(?:{WH})'?s\b|"
    rf"(?:is|are|do|does|may|"
    r"can|could|will|would|should|did|has) (?:i|we|u|he|she|someone|somebody|anyone|you|they|it|there|that|the|my|your|"
    rf"our|a)\b|please (?:{VERBS})\b)"
    rf"|\s*,\s*(?=(?:i|we) (?:want|need|demand|expect|would like)\b|(?:i|we)'d like\b)|\s*:\s+(?=(?:{WH})\s|(?:i|"
    rf"we) (?:need|want)\b|(?:i|we)'d like\b|"
    rf"(?:{BE_DO})\s+(?:{SUBJECT})\b)",
    _I,
)
SPLIT_REQUEST = re.compile(
    rf"(?:\s*,\s*|\s+)(?:and|then|or|&)\s+(?:also |then |please |to |at least |just |"
    rf"else )*(?=(?:{VERBS})\s+(?!and\b))|"
    rf"\s*,\s+(?=(?:{VERBS})\s+(?:it|back|everything|them|me|us|my|the)\b)",
    _I,
)
TAIL = re.compile(
    r"(?:,?\s+or (?:the|my|our|everyone|everybody|somebody) [\w' ]{2,30}?\b(?:goes|will|gets?|is going|leaves?|"
    r"hears?|knows?|writes?|sees?|files?|posts?|takes?|calls?|publishes|prints?|reads?|finds out)\b.*|"
    r"\s+or \w+ (?:gets|hears|goes|knows|writes|sees|prints|reads)\b.*|"
    r",\s+or (?:i|we) (?!can\b|could\b|should\b|have\b|need\b|do\b|shall\b|may\b)[a-z]+\b.*|"
    r",?\s+or (?:i|we|you|this|it|else)(?:'ll|'m| will| am| are| go| goes| cancel| leave| take| hear| move| "
    r"call| end)\b.*|,?\s+(?:and )?believe me\b.*|,?\s+(?:otherwise|unless|"
    r"instead of me|or else)\b.*|,?\s+(?:because|since|as i|as we|so i|so we|thanks?(?: you)?\b.*|please|pls|"
    r"though|if possible|or "
    r"not|too(?=[\s?!.]*$))\b|,\s+(?:we|i|it|he|she|they|my|our|the|found|buying)\b).*$",
    _I,
)
ORDERED = re.compile(
    r"^(?:(?:a|an|one|two|three|another|some|my|our|the) )?(?:[€$£]?[\w'.,-]*[\w€$£],? ){1,12}(?:please|pls)[.!]*$", _I
)
NEEDED = re.compile(
    r"^(?:also |then )?need (?=(?:a|an|the|it|to|my|our|some|new|help|advice|assistance|support|urgent)\b)", _I
)
