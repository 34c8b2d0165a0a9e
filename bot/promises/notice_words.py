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
DEED_NOW = _any(
    "sending shipping posting mailing emailing calling ringing phoning texting messaging refunding crediting "
    "cancelling "
    "canceling replacing repairing fixing chasing delivering collecting picking dropping booking scheduling arranging "
    "ordering returning releasing forwarding escalating raising reviewing confirming resetting restoring upgrading "
    "adding removing correcting preparing writing visiting bringing deploying publishing restarting installing moving "
    "transferring putting getting meeting speaking coming issuing processing swapping dispatching popping rebooking "
    "handing taking"
)
DONE_DEED = _any(
    "refunded credited repaired replaced sent shipped dispatched issued processed cancelled canceled waived fixed "
    "resolved "
    "updated removed corrected escalated delivered collected returned reversed completed investigated reviewed "
    "arranged "
    "scheduled contacted notified informed called emailed posted mailed reimbursed restored released installed booked "
    "transferred answered assigned reset sorted rung phoned picked confirmed activated paid"
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
    r"paypal|visa|mastercard|amazon|apple|google|microsoft|policy|railway|border|tax office|dealer|museum)"
)
NOT_PEOPLE = (
    r"(?:[\w-]+ )?(?:app|website|site|system|shop|store|office|sale|offer|promotion|event|product|policy|policies|"
    r"returns|prices|"
    r"subscription|hours|records|conference|release|version|update|catalogue|portal)\b"
)
NOT_A_NAME = _any(
    "It This That These Those You They He She There What Who Which When Where Why How Your The Our My His Her Their "
    "Its "
    "Everything Nothing Everyone Someone Anyone Nobody Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January "
    "February March April May June July August September October November December And But So Or If Then Hopefully "
    "Also "
    "Refund Refunds Delivery Payment Pickup We I Customs Customer"
)

ADVERBS = (
    r"(?:(?:also|just|still|then|now|personally|certainly|definitely|gladly|happily|of course|absolutely|immediately|"
    r"quickly|first|again|both|even|kindly|simply|soon|shortly|for sure|most certainly|surely|obviously|today|tomorrow|"
    r"tonight|all|be sure to|make sure to|go ahead and|get right on to?|be in a position to|hereby|instead|"
    r"actually)\s+)*"
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
    r"appreciate|only|gladly accept|either|require|depend|ever|forgive|agree|stay|cross|look forward|look like|get "
    r"there|"
    r"get used|stand by|come to that|cost|end up|happily help|second (?:that|this)|go out on|give you (?:that|"
    r"this)\b(?= one|,|$)|aim|be aiming|endeavou?r)\b"
)
NEVER_REFUSED = r"(?:be able|know|have|see|be (?:closed|open|available|in)|get|always|necessarily|be sure)\b"
# What a customer receives or sees done.
GOOD_END = (
    r"(?:be\s+(?:fully |all |safely |back |then |also |automatically )*(?:with you|at your|in your|in the (?:post|"
    r"mail)|on (?:its|the|your|their)|"
    rf"there|ready|back|done|sorted|live|up\b|out\b|available|complete|waiting|yours|working|{DONE_DEED})"
    r"|go (?:out|back|live|up)|ship|arrive|reach|leave (?:our|the|here)|land|come|follow|hit your|show up|appear|"
    r"get to you|get there)\b"
)
