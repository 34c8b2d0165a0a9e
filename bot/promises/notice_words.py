"""The words of promising as data: who may owe a promise, which deeds count, and which turns of phrase never do."""


def _any(words: str) -> str:
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


# Deeds of service, for places where the grammar alone is too weak ("Call you at 5", "will update you").
DEED = _any(
    "send ship post mail email call ring phone text message ping dm refund credit cancel replace repair fix check "
    "chase "
    "follow get come update let share issue process deliver collect pick drop book schedule arrange order return "
    "release "
    "transfer forward escalate raise pass review investigate look dig find confirm sort resolve waive honour honor "
    "reverse extend switch reset unlock restore upgrade add remove correct change set prepare draft write reply "
    "respond "
    "revert report bring visit attend meet walk talk speak explain make take have give put pull run test deploy "
    "publish "
    "restart close complete finish start install fit move print activate reimburse pay ask do be reach touch circle "
    "swap "
    "keep try_not crack work handle provide tell see inform notify contact assist advise"
)
# What is plainly done this minute for the customer, so that "now" is date enough.
HANDED_NOW = _any(
    "sending shipping posting refunding crediting cancelling canceling replacing fixing dispatching packing wrapping "
    "adding waiving extending upgrading "
    "putting ordering booking rebooking issuing resetting swapping forwarding transferring reversing unlocking"
)
DONE_DEED = _any(
    "refunded credited repaired replaced sent shipped dispatched issued processed cancelled canceled waived fixed "
    "resolved "
    "updated removed corrected escalated delivered collected returned reversed completed investigated reviewed "
    "arranged "
    "scheduled contacted notified informed called emailed posted mailed reimbursed restored released installed booked "
    "transferred answered assigned reset sorted rung phoned picked confirmed activated paid"
)
# Where a thing that reaches the customer is.
AT_THE_CUSTOMER = (
    r"(?:(?:back )?with (?:you|him|her|them|your)|(?:back )?(?:at|in|on|to|outside|through) (?:your|yours|her|"
    r"his|their)|"
    r"your way)"
)
# The things of service that are owed by name, for notes without a verb.
OWED_THING = _any(
    "refund refunds credit cheque money parcel package order delivery shipment box crate hamper bouquet label labels "
    "voucher card keys key invoice receipt statement quote estimate proof draft report summary write-up writeup answer "
    "reply response letter email form lease documents docs paperwork certificate copy confirmation tickets ticket "
    "details list menu link code fix patch hotfix part parts unit spare replacement engineer technician plumber "
    "electrician fitter driver callback swatches sample samples pictures photos drawings plans schedule fee charge "
    "overcharge deposit balance aid exchange"
)
# Turning to the customer, which only our side does: "the vet will ring you".
TO_CUSTOMER = (
    r"(?:(?:call|ring|phone|email|text|message|contact|update|visit|notify|brief|answer|meet|tell|see) (?:you|"
    r"u)\b|(?:write|reply|"
    r"speak|talk|get back|come back|reach out|get through|respond|report back) to (?:you|u)\b|be in touch\b|get "
    r"in touch\b)"
)
# What money of the customer can suffer; "no fee will be ...".
TAKEN = _any(
    "charged taken billed kept deducted collected added applied withheld debited owed due payable lost invoiced"
)
# Words in small letters of a firm's rooms, which act without an article: "Billing will reverse it".
DEPARTMENT = _any(
    "accounts billing finance engineering support dispatch payroll legal logistics ops operations shipping maintenance "
    "housekeeping reception facilities procurement fulfilment fulfillment claims underwriting returns"
)
# Burdens that we can promise to spare someone: "we won't charge the fee".
SPARED = (
    r"(?:charge|bill|invoice|take|close|cancel|deduct|ask|chase|bother|contact|remove|delete|renew|apply|send|let|stop|"
    r"rest|share|pass|keep|count|release|move|leave|drop|forget|sell|raise|increase|touch|make you|start|ship|switch|"
    r"be (?:charging|billing|invoicing|taking|asking|sending|closing|chasing|cancelling|keeping|raising|leaving))\b"
)
# Subjects whose coming and going is news, not a debt.
NOT_OWED = (
    r"(?:(?:\w+ )?(?:app|software|firmware|platform|product|range|collection|season|film|movie|show|album|flight|train|"
    r"bus|ferry|tram|sale|offer|promotion|store|shop|branch|office|clinic|museum|library|website|event|conference|"
    r"feature|release|version|price|prices|policy|policies|warranty|contract|plan|subscription|membership|trial|law|"
    r"weather|traffic|power)|(?:app|software|system|firmware|windows) update|updates?(?= will (?:land|install|roll))"
    r"|bank|landlord|neighbou?r)(?:'s)?"
)
STAFF = _any(
    "team technician engineer colleague specialist agent manager supervisor crew designer adviser advisor rep "
    "representative driver fitter plumber electrician developer accountant accounts billing support dispatch "
    "dispatcher "
    "warehouse department dept desk staff guys lads mechanic nurse inspector surveyor expert consultant reps engineers "
    "agents technicians colleagues specialists managers advisers advisors developers people folks finance accounting"
)
# Others whose plans are not ours to promise.
THIRD_PARTY = (
    r"(?:fed ?ex|ups|dhl|usps|dpd|hermes|evri|royal mail|an post|post office|post|courier|carrier|bank|airline|council|"
    r"landlord|manufacturer|customs|supplier|vendor|insurer|government|embassy|police|builders?|neighbou?rs?|tracking|"
    r"postman|postie|mailman|seller|merchant|your (?:doctor|gp|employer|accountant|lawyer|solicitor|school|"
    r"agent)|paypal|visa|mastercard|amazon|apple|google|microsoft|policy|railway|border|tax office|dealer|museum)"
)
# Those whose act "it will arrive" tells of, once they are named.
CARRIER = (
    r"(?:fed ?ex|ups|dhl|usps|dpd|hermes|evri|royal mail|an post|courier|carrier|(?:your|the|my) bank|airline|customs|"
    r"tracking|marketing|supplier|manufacturer)"
)

# Policy, not a promise to this customer.
HABIT = (
    r"(?:usually|normally|always|generally|typically|often|sometimes|automatically|never|rarely|mostly|ordinarily)\b"
)
# Words that take the certainty out of what follows or precedes.
HEDGE = (
    r"\b(?:hopefully|fingers crossed|maybe|perhaps|possibly|probably|likely|with (?:any |a bit of )?luck|ideally|in "
    r"theory|"
    r"theoretically|(?:i|we) (?:hope|wish|guess|suspect)|hoping|might|all being well|touch wood|god willing|if all "
    r"goes well|(?:a|any|good|some) chance|chances are|no promises)\b"
)
# After "I'll" or "we'll": politeness, feelings, whereabouts, attempts and figures of speech.
NOT_A_DEED = (
    r"(?:be\s+(?:more than |very |so |only too |too )?(?:happy|glad|delighted|pleased|honou?red|honest|frank|straight|"
    r"grateful|unable|sorry|brief|around|off|away|busy|late|offline|online|closed|closing|open|here|out of|out "
    r"until|out on|"
    r"out from|on (?:leave|holiday|vacation|pto|lunch|shift|annual)|in (?:until|till|the office|from|a meeting|"
    r"meetings|"
    r"today)|at (?:lunch|home|the (?:dentist|doctor|office|event))|looking forward|seeing|waiting|there for|right here|"
    r"sad|surprised|needing|using|asked|charged|keeping an eye|fine|okay|ok|the first|thinking|able to (?:help|"
    r"assist|tell|say|see))"
    r"|be\s+(?:on|in|at|out|off)\b(?!\s+(?:touch|contact|to\b|your|site|it\b|with you|(?:my|our|the) (?:way|case)))"
    r"|admit|say\b|confess|bet|assume|guess|need|want|miss|wait|hope|try|attempt|do (?:my|our) (?:very |level |"
    r"absolute )?"
    r"(?:best|utmost)|do (?:everything|all|whatever|what) (?:i|we|that)|understand|remember|wonder|suppose|pretend|"
    r"argue|"
    r"see(?!\s+(?:what|to|if|whether|that|this|about|how))|take (?:that|this|it) as|have to\b|know\b|love|like|"
    r"prefer|trust|"
    r"leave (?:it|that|this) (?:with|to) you|leave (?:it )?(?:there|at that|(?:that |this )?up to you|(?:that )?to "
    r"you)|let you (?:go|get|decide|choose|be)|think|"
    r"believe|expect|stop (?:there|here)|keep (?:it|this) (?:short|brief)|spare you|grant|put it|always|miss|hate|"
    r"appreciate|only|gladly accept|either|require|depend|ever|forgive|agree|stay(?! (?:on|open|late|with|"
    r"behind|until|till))|cross|look forward|look like|get "
    r"there|"
    r"get used|stand by|come to that|cost|end up|happily help|second (?:that|this)|go out on|give you (?:that|"
    r"this)\b(?= one|,|$)|aim|be aiming|endeavou?r)\b"
)
NEVER_REFUSED = r"(?:be able|know|have|see|be (?:closed|open|available|in)|get|always|necessarily|be sure)\b"
# What a customer receives or sees done.
GOOD_END = (
    r"(?:be\s+(?:fully |all |safely |back |then |also |automatically )*(?:with (?:you|him|her|them|your|the)|"
    r"(?:at|in|to) (?:your|yours|his|her|their)|in (?:the|tonight's|tomorrow's) (?:post|mail)|"
    r"on (?:its|the|your|their|her|his)|outside (?:your|yours)|round\b|off your|through to you|gone|correct|"
    r"right|in place|zero|"
    rf"there|ready|back|done|sorted|live|up\b|out\b|available|complete|waiting|yours|working|{DONE_DEED})"
    r"|go (?:out|back|live|up)|ship|arrive|reach|leave (?:our|the|here)|land|come|follow|hit your|show up|appear|"
    r"get to you|get there|clear|drop|turn up|make it to|disappear|vanish|fall off|reflect|take effect)\b"
)
