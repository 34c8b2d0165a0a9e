"""What could go badly wrong beyond this one reply: danger, law, press, going public, a customer about to leave."""

import re
from typing import Literal

Risk = Literal["going_public", "legal", "safety", "leaving", "press"]

_FLAGS = re.IGNORECASE | re.VERBOSE

_SAFETY = re.compile(
    r"""\b(?:
      (?:smok(?:e|ing|ed)|sparks?|flames?|burn(?:t|s|ing|ed)?\b(?!\s+(?:toast|bridges))|(?:on|caught|
        catching)\s+fire|explod\w+|
        electric\s+shock|smell(?:s|ed)?\s+of\s+(?:gas|burning|smoke)|gas\s+(?:leak|smell)|carbon\s+monoxide|
          overheat\w*)
    | (?:swollen|swelling|swell)\b | rash | allerg(?:y|ic)\s+(?:reaction|shock) | anaphyla\w+ | epipen
    | can(?:no|')?t\s+breathe | trouble\s+breathing | short(?:ness)?\s+of\s+breath | chest\s+pain
    | faint(?:ed|ing)? | unconscious
    | hospital | ambulance | a\s*&\s*e\b | emergency\s+room | food\s+poisoning | poison(?:ed|ing)
    | injur(?:y|ed|ies) | bleed(?:s|ing)? | choke[ds]? | choking | overdose | suicid\w+ | (?:kill|hurt|harm)\s+myself
    | (?:brakes?|steering)\s+(?:\w+\s+){0,3}(?:fail(?:s|ed|ing)?|gone|went|didn't\s+work|don't\s+work|
      stopped\s+working)
    | (?:nearly|almost)\s+(?:died|crashed|fell|hit|killed|burned)
    | (?:glass|metal|needle|blade|shards?)\s+in\s+(?:my|the|his|her|our)\s+\w+
    | wrong\s+(?:dose|dosage|medication|medicine|pills|tablets) | (?:double|twice)\s+the\s+(?:dose|dosage)
    | (?:vomit|throw(?:ing|s)?\s+up|threw\s+up)\w*
    | (?:swallowed|inhaled|drank|ate)\b(?=[^.?!]{0,40}\b(?:battery|magnet|plastic|glass|metal|pills?|cleaner|bleach|
      nuts?|gluten|peanuts?|mould|raw))
    | dizzy | dizziness | fever | seizure | stroke | concussion | numb(?:ness)? | severe\s+pain
    | (?:a\s+lot\s+of|bad|sharp|terrible)\s+pain
    | (?:fell|slipped|tripped)\s+(?:over|down|off|on|and|from|because) | electrocuted
    | (?:bare|exposed|live|loose)\s+(?:wires?|cables?|wiring|wheel|handlebar)
    | (?:water|damp)\s+(?:in|into|through|near)\s+the\s+(?:socket|fuse\w*|electric\w*|wiring|lights?)
    | gas\b(?=[^.?!]{0,30}\bsmell)
    | smell(?:s|ing|ed)?\s+(?:like\s+|of\s+|strongly\s+of\s+)?(?:gas|smoke|burning|burnt)
    | (?:could|might)\s+have\s+(?:been\s+)?(?:killed|died|hurt|burn\w*|crash\w*|fallen) | danger(?:ous)?(?:ly)?
    | not\s+safe | unsafe | (?:is\s+it|are\s+they)\s+safe\s+to\s+(?:use|take|eat|drink|ride|drive|stay)
    | (?:diabetic|asthma\w*|pregnant|epilep\w+)\b(?=[^.?!]{0,60}\b(?:wrong|without|no|not|missed|forgot|ate|took|
      exposed)\b)
    | (?:gluten|nuts?|peanuts?|shellfish|dairy|milk|egg)\s+(?:was|were)\s+in | locked\s+in(?:side)?\b
    | (?:no|without)\s+(?:heating|heat)\b(?=[^.?!]{0,60}\b(?:baby|newborn|infant|elderly|\d{2}|ill|sick)\b)
    | without\s+(?:her|his|my|their|our)?\s*(?:insulin|inhaler|oxygen|dialysis|medication|medicine)
    | (?:railing|banister|handrail|balcony|ladder|stair\w*|scaffold\w*|ceiling|roof|wall|shelf|lift|elevator)\b
        (?=[^.?!]{0,40}\b(?:loose|wobbl\w+|moves|broken|cracked|collaps\w+|came\s+down|fell|falling|stuck)\b)
    | feverish | (?:temperature|fever)\s+of\s+\d{2} | (?:is|has|at)\s+(?:39|40|41)(?:[.,]\d)?\b(?!\s?(?:euros?|%|km
      |kg))
    | (?:dog|cat|puppy|kitten|baby|toddler|son|daughter|child|kid|he|she|i|we)\s+(?:just\s+|has\s+|have\s+)?(?:ate
      |eaten|swallowed|drank|licked|inhaled)\b
        (?=[^.?!]{0,60}\b(?:chocolate|grapes?|raisins?|onions?|mushrooms?|berries|plant|poison|bait|cleaner
          |detergent|soap|battery|coin|magnet|mould|raw|expired|peanuts?|nuts?)\b)
    | brakes?\s+(?:\w+\s+){0,3}(?:soft|weak|squishy|spongy|grind\w*|bad) | steering\s+(?:\w+\s+){0,2}(?:loose|heavy
      |pulls)
    | \d+\s?mg\s+instead\s+of\s+\d+ | (?:took|taken|given|gave)\s+(?:\w+\s+){0,4}(?:too\s+(?:much|many)
      |wrong\s+(?:pills?|tablets?|medicine|dose))
    | (?:stitches|wound|cut|scar|bite|leg|arm|eye|tooth|gums?|knee|foot|skin)\s+(?:\w+\s+){0,3}(?:red|hot|swollen
      |infected|numb|blue|pus|bleeding|throbbing)
    | red\s+ring | infected | infection | pus\b | can'?t\s+(?:feel|move|see|swallow)\s+(?:my|his|her)\b
    | (?:hasn't|has\s+not|haven't|not)\s+(?:\w+\s+)?(?:answered\s+the\s+alarm|eaten|touched\s+anything
      |received\s+(?:her|his)\s+(?:meals?|medication|insulin))
    | (?:stops?|stopped|won't|refuses\s+to)\s+(?:eat|eating|drink|drinking|breathing|breathe)\b
    | lives?\s+(?:alone|in\s+danger) | (?:collaps|suffocat|drown)\w+ | (?:sharp|jagged)\s+(?:edges?|glass|metal
      |shards?) | mouldy\s+food
    | (?:fumes?|chemical\s+smell|chlorine) | blood\s+(?:in|on|everywhere) | no\s+(?:smoke\s+alarm|fire\s+exit
      |life\s+jackets?)
    | dialysis | ventilator | oxygen\s+(?:tank|machine|supply) | pacemaker
    | (?:fork|frame|stem|handlebars?|ladder|seat\s?belt)\s+(?:\w+\s+){0,2}(?:snapped|cracked|broke)
    )\b""",
    _FLAGS,
)
_HURT = re.compile(
    r"\b(?:hot|smok\w*|swollen|swell\w*|bulg\w+)\b.{0,40}\bbatter(?:y|ies)\b|\bbatter(?:y|ies)\b.{0,60}\b(?:very |"
    r"so |too |really )?"
                   r"(?:hot|smok\w*|swollen|swell\w*|bulg\w+|hiss\w+)\b", re.IGNORECASE)  # fmt: skip
_LEGAL = re.compile(
    r"""\b(?:lawyers?|solicitors?|attorneys?|legal\s+(?:action|steps|advice|proceedings|department)|su(?:e|ing)\s+(?:you|the|your)|small\s+claims|
      (?:take|taking|see|meet)\s+(?:you|this|it)\s+(?:to|in|before)\s+(?:a\s+|the\s+)?(?:court|judge)|in\s+court
        |ombuds(?:man|person|woman)|regulators?|
        trading\s+standards|consumer\s+(?:protection|rights\s+act|council|body)|
      chargeback|(?:claim|money|it)\s+back\s+(?:through|via|from)\s+(?:my|the)\s+(?:bank|card)
        |legal(?:ly)?\s+(?:claim|step|route|team|protection)|unlawful|illegal|against\s+the\s+law|tribunal
          |arbitration|liability\s+(?:insur\w+|claim)|(?:my|our)\s+insurer|statutory\s+rights?|(?:my
            |our)\s+legal\s+rights?|
        (?:formal|final)\s+notice|letter\s+before\s+action|hold\s+you\s+(?:liable|responsible)|damages\s+claim
          |data\s+protection\s+(?:authority|officer)|gdpr\s+(?:breach|complaint)|breach\s+of\s+(?:contract|
        law)|police\s+(?:report|complaint)|report(?:ed|ing)?\s+(?:\w+\s+)?to\s+the\s+(?:police|authorit\w+))\b""",
    _FLAGS,
)
_PUBLIC = re.compile(
    r"""\b(?:(?:post|posting|posted|put|putting|share|sharing|tell|telling|write|writing|tweet\w*|upload\w*|go|going)\b[^.!?]{0,50}\b
        (?:twitter|facebook|instagram|tik\s?tok|linkedin|reddit|youtube|trust\s?pilot|google|yelp|trip\s?advisor|
          social\s+media|online|public|reviews?|followers|internet|forum|everyone|everybody)
      | (?:one|1|zero)[\s-]star | (?:bad|honest|negative|terrible)\s+review
      | (?:people|everyone|everybody|the\s+world|my\s+followers)\s+(?:will|shall|should|must|
        deserve\s+to)\s+(?:hear|know|see|read)
      | (?:tell|telling|warn|warning)\s+(?:\w+\s+){0,3}
        (?:network|community|club|neighbours|followers|members)
      | (?:warn|warning)\s+(?:others|people|everyone|everybody|other\s+\w+)
      | (?:one|1|zero)\s+stars?\b | review\s+(?:will|is\s+going|goes)\b | (?:all|every\w*)\s+(?:my\s+)?(?:friends
        |neighbours|colleagues|followers)\s+(?:will|know|shall)
      | (?:on|over|to|all\s+over)\s+(?:instagram|facebook|tik\s?tok|twitter|trust\s?pilot|google|reddit|youtube
        |linkedin|social\s+media)\s*(?:tonight|tomorrow|today|now|already|[.!])
      | (?:the\s+)?(?:video|photos?|screenshots?|story|thread)\s+(?:is|are|goes|go
        |will\s+be)\s+(?:going\s+)?(?:online|public|up|on|everywhere)
      | name\s+and\s+shame | go(?:ing)?\s+viral | screenshots?\s+(?:are\s+)?(?:ready|going)
      )\b""",
    _FLAGS,
)
_PRESS = re.compile(
    r"\b(?:journalists?|reporters?|newspapers?|the (?:local |national )?press|the media|editors? (?:of|at)|tv "
    r"(?:station|channel|crew)|consumer (?:programme|program|show)|"
    r"watchdog|(?:call|tell|contact|write to|go to|talk to) the (?:bbc|times|guardian|echo|news|paper|papers|radio)|"
    r"(?:goes|going|go|send(?:ing)?|hand(?:ing)?|take|taking|tell(?:ing)?|talk(?:ing)?|write|writing|"
    r"story)\b[^.?!]{0,25}\b(?:to |for |in )?the (?:\w+ )?(?:post|times|echo|"
    r"news|gazette|herald|tribune|guardian|chronicle|mail|mirror|paper|papers|press|media|telegraph|observer|"
    r"courier news|argus|evening \w+|tv|telly|radio|newsroom))\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"""\b(?:(?:switch(?:ing)?|mov(?:e|ing)|going|go|chang(?:e|ing))\s+(?:\w+\s+){0,2}to\s+(?:a\s+competitor|another\s+(?:provider|supplier|company|shop|bank|firm|hotel|airline|operator|clinic|doctor|one|vendor)|someone\s+else|somewhere\s+else|the\s+competition|(?-i:[A-Z])\w+)
      | (?:cancel|close|end|terminate|quit)(?:ling|ing)?\s+(?:everything|it\s+all|the\s+lot|all\s+of\s+it|
        with\s+you) | (?:i|we)(?:'m|'re|'ll|\s+will|\s+am|\s+are|\s+want\s+to|\s+may|\s+might)?\s+(?:just\s+|
          now\s+)?(?:leav(?:e|ing)|quit(?:ting)?|be\s+leaving)\b(?!\s+(?:for|on|at|home|tomorrow|today|the\s+house|
            a|it|my|work|\w+day|feedback))
      | (?:go|going|went|switch\w*|change)\s+(?:\w+\s+)?(?:elsewhere|somewhere\s+else|to\s+the\s+competition)
      | (?:other|better|cheaper)\s+(?:providers?|offers?|suppliers?)\s+(?:are|out|elsewhere|instead)
      | (?:get|getting|want|how\s+do\s+(?:i|we)\s+get)\s+out\s+of\s+(?:the|my|our|this)\s+contract
      | (?:contract|subscription|membership)\s+(?:ends|is\s+over|will\s+not\s+be\s+renewed) | give\s+notice
      | tak(?:e|ing)\s+(?:my|our)\s+(?:number|account|orders?|data|team|bookings?)\s+(?:over\s+)?to
      | (?:order|buy|book|shop)(?:ing)?\s+(?:\w+\s+)?elsewhere
      | why\s+(?:i|we)\s+(?:should|would)\s+(?:renew|stay|keep\s+(?:paying|using))
      | (?:last|final)\s+(?:chance|warning)\s+(?:before|or)\b
      | (?:or|then)\s+(?:i|we)(?:'ll|'m|'re|\s+will|\s+are)?\s+(?:gone|go|cancel\w*|leav\w+|switch\w*|move)\b
      | (?:take|taking)\s+(?:my|our)\s+(?:business|money|custom)\s+(?:elsewhere|somewhere)
      | (?:cancel|cancelling|canceling|end|ending|close|closing|terminate|terminating|quit|quitting)\s+(?:my|our|
        the|this)\s+(?:\w+\s+)?(?:contract|subscription|account|plan|membership|policy)
      | (?:leaving|done\s+with|finished\s+with|through\s+with)\s+(?:you|your)\b
      | (?:last|final)\s+(?:time|order|purchase)\s+(?:i|we|from|with) | lost\s+(?:me\s+as\s+)?a\s+customer
      | lose\s+(?:me|us)\b
      | never\s+(?:again|buy|order|book|shop|use|come)\w*\b[^.!?]{0,30}(?:you|here|again)
      | look(?:ing)?\s+(?:for|at)\s+(?:alternatives|another\s+(?:provider|supplier|company)|other\s+\w+s)
      | we(?:'re| are| will be|'ll be)\s+(?:out|gone)\b
      | pac\s+code | port(?:ing)?\s+(?:my|our|the)\s+number | (?:take|taking)\s+my\s+number\s+to | (?:i'?m|we'?re
        |i\s+am|we\s+are)\s+out\b(?!\s+(?:of|for|at|on|in))
      | (?:placed|put|given|giving)\s+(?:the|my|our)\s+(?:order|business|booking|contract)\s+(?:\w+\s+)?(?:with
        |to)\s+(?-i:[A-Z])\w+
      | no\s+longer\s+(?:need|want)\s+(?:the|your)\s+(?:offer|service|quote|contract|account|membership)
        | (?:closing|leaving)\s+(?:my|our|the|your)\s+(?:account|bank|company|gym|service)
      | (?:my|our)\s+(?:last|final)\s+(?:order|booking|stay|purchase|visit|month) | last\s+time\s+(?:i|we)\b
        | (?:or|then)\s+cancel\b
      | (?:delete|close|cancel)\s+(?:my|our)\s+(?:account|membership|contract|subscription|policy)\b
      | won't\s+(?:be\s+)?(?:renew\w*|stay\w*|com(?:e|ing)\s+back) | not\s+(?:renewing|coming\s+back)
      )""",
    _FLAGS,
)
_NEUTRAL_MOVE = re.compile(r"\b(?:mov(?:e|ing)|going|go)\s+(?:\w+\s+){0,2}to\s+(?-i:[A-Z])", re.IGNORECASE)


_CONDITION = re.compile(r"\b(?:unless|if|otherwise|instead|enough|price|cheaper|after \d+ years|why)\b", re.IGNORECASE)
_AN_ADDRESS = re.compile(r"\b(?:house|flat|home|address|city|meter)\b|\bto [A-Z]\w+(?: \w+)? \d|\bon \d", re.IGNORECASE)


def _is_moving_house(words: str, text: str) -> bool:
    """ "We move to Elm Street 4" leaves nobody; "we'll move to Planwise unless ..." does."""
    if not _NEUTRAL_MOVE.match(words):
        return bool(re.match(r"end (?:the|my|our) contract", words)) and bool(_AN_ADDRESS.search(text))
    return bool(_AN_ADDRESS.search(text)) or not _CONDITION.search(text)


def risks_in(text: str) -> tuple[Risk, ...]:
    """Every risk that the customer's words carry, the gravest first."""
    found: list[Risk] = []
    if _SAFETY.search(text) or _HURT.search(text):
        found.append("safety")
    if _LEGAL.search(text):
        found.append("legal")
    if _PRESS.search(text):
        found.append("press")
    if _PUBLIC.search(text):
        found.append("going_public")
    leaving = next((m for m in _LEAVING.finditer(text) if not _is_moving_house(m.group(), text)), None)
    if leaving:
        found.append("leaving")
    return tuple(found)
