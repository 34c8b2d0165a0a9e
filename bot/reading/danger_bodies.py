"""Bodies in trouble: what they show, what they swallowed, what they were given."""

from bot.reading.danger_words import CREATURE as _CREATURE
from bot.reading.danger_words import SMALL as _SMALL
from bot.reading.families import family

BODY = family(
    r"swollen",
    r"swell(?:ing|s|ed)?(?= |[.,!?]|$)(?! (?:with pride|job|up the))",
    r"rash(?:es)?",
    r"hives",
    r"allergic (?:reaction|shock)",
    r"(?:had|having|got|gets|have) an? (?:bad |severe )?reaction",
    r"anaphyla\w+",
    r"epi-?pen",
    (
        r"(?:can'?t|cannot|can not|couldn'?t|hard to|difficult to|trouble|difficulty|struggl\w+ to|fight\w* to|"
        r"problems?) (?:to )?(?:breath\w*|swallow\w*)"
    ),
    r"short(?:ness)? of breath",
    r"out of breath since",
    r"wheez\w+",
    r"gasping",
    r"chest pains?",
    r"pains? in (?:my|his|her) chest",
    r"heart (?:is |was |keeps )?(?:rac\w+|pound\w+|flutter\w*|stopp?\w*)",
    r"palpitations?",
    r"faint(?:ed|ing|s)",
    r"(?:pass|black)(?:ed|ing) out",
    r"unconscious",
    r"unresponsive",
    r"collaps\w+",
    r"seizures?",
    r"convuls\w+",
    r"(?:had|having) a (?:fit|stroke|heart attack)",
    r"heart attack",
    r"concuss\w+",
    r"bleed(?:s|ing)?",
    r"bled",
    r"blood (?:in|on|everywhere|all over|was|came|pour\w*)",
    r"(?:there was|there's|there is|coughing|covered in|drew) (?:up )?blood",
    r"haemorrhag\w*",
    r"dizzy",
    r"dizziness",
    r"light-?headed",
    r"fever(?:ish)?",
    r"temperature of \d{2}",
    (
        r"(?:is|has|at|hit) (?:3[89]|4[01])(?:[.,]\d)?(?! ?(?:euros?|%|km|kg|years?|degrees in|pounds?|dollars?|"
        r"[€$£]|people|minutes?|days?|items?|of\b))"
    ),
    r"numb(?:ness)?",
    r"(?:lost|no|losing) (?:the |all )?feeling in",
    r"can'?t (?:feel|move|see out of|open|bend) (?:my|his|her)",
    r"blurr(?:ed|y) vision",
    r"(?:lost|losing) (?:my|his|her) (?:sight|vision|hearing|consciousness)",
    r"went blind",
    r"(?:severe|terrible|unbearable|agonising|agony|intense|awful|sharp|a lot of|such|bad) pains?",
    r"in agony",
    r"in (?:so much |great |a lot of |terrible )pain",
    r"vomit\w*",
    r"thr(?:ew|ow|ows|owing) up",
    (
        r"(?:been|being|got|were|was|feel|felt|became|fell) (?:really |very |violently |all |badly |so )*(?:sick|"
        r"ill|unwell|poorly)\b(?=[^.?!]{0,50}\b(?:after|since|from|all night|eat\w*|ate|food|meal|chicken|fish|"
        r"buffet|tablets?|pills?|medicine|fumes?|smell)\b)"
    ),
    r"food[- ]poison\w+",
    r"poison(?:ed|ing|ous)?",
    r"stomach cramps",
    r"infect(?:ed|ion)",
    r"sepsis",
    r"pus",
    r"red ring",
    r"gangrene",
    (
        r"(?:stitches|wound|cut|scar|bite|leg|arm|eyes?|tooth|gums?|knee|foot|skin|lips?|tongue|throat|face|"
        r"finger|hand|cast|implant|jaw|ear)\b[^.?!]{0,25}\b(?:red and|hot|swollen|infected|numb|blue|bleeding|"
        r"throbbing|weeping|oozing|burning|itch\w*|on fire|turned (?:black|blue|white|purple))"
    ),
    r"chok(?:e|ed|es|ing)",
    r"suffocat\w+",
    r"strangl\w+",
    r"drown(?:ed|ing)?\b(?! in (?:paper|mail|e-?mails|work))",
    r"hypotherm\w*",
    r"frostbit\w*",
    r"heat ?stroke",
    r"overdos\w+",
    r"injur(?:y|ed|ies|ing)",
    (
        r"(?:broke|broken|fractured|sprained|twisted|cracked) (?:my|his|her|a|an) (?:\w+ )?(?:ankle|arm|leg|wrist|"
        r"hip|rib|nose|foot|toe|finger|collarbone|tooth|skull|elbow)\b(?=[^.?!]{0,60}\b(?:your|on the|in the|"
        r"because|when the|after the)\b)"
    ),
    (
        r"(?:hit|banged|cut|burn\w*|hurt|crushed|trapped|caught|sliced|bumped) (?:my|his|her|"
        r"their) (?:\w+ )?(?:head|hands?|fingers?|arms?|legs?|foot|feet|knees?|face|eyes?|back|neck|thumb|toes?|"
        r"lips?|mouth|tongue|shins?|thigh)"
    ),
    r"cut (?:myself|himself|herself)",
    (
        r"(?:got|was|were|been|is|someone|anyone|somebody|people|kid|child) (?:\w+ )?hurt(?! (?:by your|"
        r"by the way|my feelings|feelings))"
    ),
    r"ambulances?",
    r"a ?& ?e\b",
    r"emergency room",
    r"\bin the er\b",
    r"paramedics?",
    r"intensive care",
    r"rushed (?:to|into)",
    (
        r"(?:is|are|'s|ended up|end up|taken|went|sent|go|put|admitted|landed|straight|her|him|them|me|"
        r"us) (?:now |back |him |her |me |us )?(?:in|into|to) (?:the )?hospital\b(?! (?:by bus|cafe|car park|shop|"
        r"visit|on \d|for work|as a nurse))"
    ),
    r"hospitali[sz]ed",
    (
        r"(?:dog|bitten|stung|mauled|attacked) (?:bit|by)\b(?=[^.?!]{0,20}\b(?:dog|cat|snake|rat|wasp|me|my|him|"
        r"her|a|your)\b)"
    ),
    r"(?:bit|bitten) (?:me|him|her|my \w+|on (?:it|something|a))",
)
_TOXIC = (
    r"(?:chocolate|grapes?|raisins?|sultanas?|onions?|garlic|xylitol|avocado|mushrooms?|berries|lil(?:y|ies)|"
    r"tulips?|daffodils?|ivy|yew|foxglove|laburnum|rhubarb leaves|plant|poison|bait|pellets|antifreeze|"
    r"cleaner|cleaning \w+|detergent|soap|shampoo|bubble bath|bleach|descaler|drain \w+|dishwasher \w+|tabs?|"
    r"pods?|capsules?|perfume|nail \w+|battery|button cell|cell|coin|magnets?|marbles?|beads?|lego|screws?|"
    r"nails?|mou?ld\w*|raw \w+|expired|peanuts?|nuts?|gluten|walnuts?|almonds?|sesame|shellfish|prawns?|dairy|"
    r"egg|pills?|tablets?|medicine|medication|ibuprofen|paracetamol|aspirin|vape|nicotine|cigarettes?|glue|"
    r"paint|plastic|glass|metal|bones?|needle|wire|string|silica|gel|petrol|weed ?killer|cream|oil|alcohol|"
    r"vodka)"
)
SWALLOWED = family(
    (
        rf"{_CREATURE} (?:\w+ )?(?:just |has |have |had |might have |may have |must have |'s |'ve )*(?:ate|eaten|"
        r"swallow\w*|drank|drunk|lick\w*|inhal\w+|chew\w*|nibbl\w+|gobbl\w+|got (?:into|hold of)|put (?:it|one|"
        rf"them|\w+ \w+) in (?:his|her|its|their) mouth)\b(?=[^.?!]{{0,70}}\b{_TOXIC}\b)"
    ),
    (
        r"(?:swallow\w*|inhal\w+|drank|ate|eaten|licked|bitten (?:on|into)|bit (?:on|into)|"
        r"chewed)\b[^.?!]{0,30}\b(?:batter(?:y|ies)|button cell|magnets?|plastic|glass|metal|pills?|cleaner|"
        r"bleach|bubble bath|shampoo|soap|detergent|coin|nuts?|peanuts?|gluten|walnuts?|mou?ld\w*|raw|screw|bone|"
        r"splinter|stone)"
    ),
    rf"{_SMALL}\b[^.?!]{{0,30}}\bswallow\w*",
    (
        r"what if (?:she|he|it|they|the \w+|my \w+|someone|somebody|a child) (?:had|'d|were|was|falls?|fell|gets?|"
        r"goes|touch\w*)"
    ),
    r"(?:if|had) (?:she|he|they) (?:had |'d )?swallowed",
    (
        r"(?:glass|metal|needle|blade|razor|shards?|splinters?|screws?|stones?|wire|staples?|plastic|bones?|"
        r"maggots?|insects?|cockroach|mouse|worms?|hair|nails?) (?:\w+ ){0,3}(?:in|inside) (?:my|the|his|her|our|"
        r"your|a|an|this|some) (?:\w+ ){0,2}(?:foods?|jam|soup|salad|bread|cake|meal|dish|burger|rice|milk|"
        r"yogh?urt|bottle|jar|drink|formula|sandwich|chicken|pie|sauce|muesli|cereal|chocolate|porridge|foot|hand|"
        r"mouth|eye|throat|finger)"
    ),
    r"found (?:\w+ ){0,4}(?:glass|metal|needle|blade|shard|splinter|screw|stone|wire|plastic) in",
    r"(?:gluten|nuts?|peanuts?|walnuts?|shellfish|dairy|milk|egg|sesame|soy) (?:was|were|are|is) in(?!cluded)",
    r"(?:raw|pink|undercooked|not cooked|bloody) (?:inside|in the middle|chicken|pork|burger|sausage)",
    r"mou?ldy (?:food|baby|bread|formula|jar)",
    r"(?:button|coin) cell\b(?=[^?!]{0,60}\b(?:hand|mouth|loose|open|out|fell|toddler|baby|kid|child)\b)",
)
_MEDICINE = (
    r"(?:insulin|inhalers?|oxygen|dialysis|ventilator|respirator|nebuli[sz]er|feeding (?:pump|tube)|"
    r"defibrillator|pacemaker|cpap|stairlift|glucose \w+|insulin pump|infusion pump|heart (?:pills|tablets|"
    r"medicine|medication)|blood thinners?|epilepsy \w+|chemo\w*|anti-?rejection \w+|breathing machine|"
    r"medical (?:device|equipment)|life support|panic button|emergency (?:pendant|button|call))"
)
_DEAD = (
    r"(?:without|no|none|off|out of|runs? out|running out|ran out|run out|alarm\w*|bucket|ice|warm|dead|dark|"
    r"spoil\w*|broken|failed|stopp(?:ed|ing|s)|error|code|needs? (?:power|water|electricity)|missing|lost|"
    r"not (?:arrived|come|work\w*|delivered|here)|hasn'?t|haven'?t|doesn'?t|didn'?t|battery|yesterday|wrong|"
    r"stuck)"
)
DOSES = family(
    (
        r"(?:wrong|incorrect|different|other) (?:dose|dosage|medication|medicine|pills?|tablets?|drops|strength|"
        r"prescription|vaccine|injection|blood)"
    ),
    (
        r"(?:double|twice|triple|three times|four times|five times|ten times|half|\d+ times|\d+x) (?:the|my|his|"
        r"her) (?:\w+ )?(?:dos(?:e|age)|strength|amount)"
    ),
    r"(?:over|under)-?dos\w+",
    r"\d+ ?(?:mg|ml|mcg|units|micrograms?|milligrams?) (?:instead of|not|rather than|where|and not) ?\d*",
    (
        r"(?:took|taken|given|gave|had|swallowed|injected)\b[^.?!]{0,30}\b(?:too (?:much|many)|wrong (?:pills?|"
        r"tablets?|medicine|dose|drops|ones?)|two (?:by mistake|at once)|twice (?:today|by mistake))"
    ),
    (
        r"(?:pharmacist|pharmacy|chemist|nurse|doctor|dispensary)\b[^.?!]{0,40}\b(?:gave|given|sold|sent|packed|"
        r"handed|dispensed)\b[^.?!]{0,50}\b(?:that says|labelled|marked|another|someone else'?s|somebody else'?s|"
        r"stronger|weaker|wrong|instead|\d+ ?mg|too strong)"
    ),
    (
        r"(?:took|taken|had|given|swallowed) (?:\w+ )?(?:one|two|three|some|it|them|a few|half|"
        r"\d+)\b[^.?!]{0,25}\balready\b(?=[^|]{0,200}\b(?:tablets?|pills?|mg|dose|medic\w+|pharma\w+|"
        r"prescri\w+)\b)"
    ),
    (
        r"(?:tablets?|pills?|mg|dose|medic\w+|pharma\w+|prescri\w+)\b[^|]{0,200}?\b(?:took|taken|had|given|"
        r"swallowed) (?:one|two|three|it|them|a few|half|\d+)\b[^.?!]{0,25}\balready"
    ),
    (
        r"(?:should|do|must|can|may|shall) (?:i|we|he|she) (?:stop|keep|carry on|go on|continue|skip) (?:taking|"
        r"giving|with the (?:tablets|pills|drops|cream)|using the (?:cream|drops|spray|inhaler|gel))"
    ),
    r"(?:missed|skipped|forgot(?:ten)?) (?:\w+ ){0,4}(?:dose|injection|insulin|tablet|pill)s?",
    r"mixed up (?:\w+ ){0,4}(?:tablets?|pills?|medicines?|medication|prescriptions?|samples?|blood)",
    r"side[- ]effects?\b(?=[^.?!]{0,60}\b(?:since|severe|bad|terrible|worse|scar\w+|started)\b)",
    rf"{_MEDICINE}\b[^?!]{{0,60}}?\b{_DEAD}",
    rf"{_DEAD}\b[^.?!]{{0,40}}?\b{_MEDICINE}",
    r"(?:took|taken|take|nearly took|injected) insulin (?:because|by|for|twice|when)",
)
