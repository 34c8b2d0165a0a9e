"""Things that are a danger to life: fire and current, bad air and water, what gives way, what drives."""

from bot.reading.danger_words import SMALL as _SMALL
from bot.reading.families import family

FIRE = family(
    (
        r"(?<!non-)(?<!non )(?<!no )smok(?:e|ing|ed)(?! (?:salmon|ham|trout|paprika|bacon|mackerel|tofu|cheese|"
        r"free|area|room|alarm|detector)|-free)"
    ),
    r"spark(?:s|ed|ing)(?! (?:joy|interest|an? idea))",
    r"flames?",
    r"scorch\w*",
    r"singed?",
    r"sizzl\w+",
    r"charred",
    r"(?:on|caught|catch(?:es|ing)?|set) (?:fire|alight)",
    r"(?:burst|went up) in(?:to)? flames?",
    r"explo(?:d\w+|sions?)",
    r"burn(?:t|s|ing|ed)(?! (?:toast|bridges|question|through|a cd|rate|calories))",
    r"burn marks?",
    r"blister(?:s|ed|ing)?",
    r"overheat\w*",
    r"too hot to (?:touch|hold)",
    (
        r"(?:got|gets?|getting|is|are|was|runs?) (?:so |very |really |extremely |dangerously |scalding |boiling |"
        r"red |burning )+hot\b(?=[^.?!]{0,40}\b(?:touch|hand|plug|charger|battery|cable|socket|phone|tap|water|"
        r"melt\w*)\b)"
    ),
    r"scald\w*",
    r"melt(?:ed|ing|s)\b(?=[^.?!]{0,30}\b(?:plug|socket|cable|charger|plastic|wire|casing|adapter)\b)",
    (
        r"(?:plug|socket|cable|charger|adapter|lead|casing)s?\b[^.?!]{0,20}\b(?:melt\w*|black|brown|hot|fizz\w*|"
        r"crackl\w+|buzz\w+)"
    ),
    (
        r"batter(?:y|ies|y pack)\b[^.?!]{0,50}\b(?:hot|smok\w*|swollen|swell\w*|swelled|bulg\w+|hiss\w*|leak\w*|"
        r"puff\w*|bloat\w*|expand\w*)"
    ),
    r"(?:hot|smok\w*|swollen|swelling|bulg\w+|hissing|leaking|bloated)\b[^.?!]{0,40}\bbatter(?:y|ies)",
    r"(?:electric(?:al)? |static )?shocks?\b(?=[^.?!]{0,25}\b(?:from|off|when|through|touch\w*)\b)",
    r"electric(?:al)? shocks?",
    r"electrocut\w+",
    r"(?:got|gets|gave|gives|giving|getting) (?:me |us |him |her |you )?an? (?:\w+ )?(?:shock|zap|jolt|tingle)",
    r"zapped",
    r"(?:bare|exposed|live|loose|hanging|frayed|naked) (?:\w+ )?(?:wires?|cables?|wiring|leads?)",
    r"short[- ]circuit\w*",
    r"arcing",
    (
        r"(?:water|damp|rain|leak\w*)\b[^.?!]{0,25}\b(?:in|into|through|near|over|onto|by|from) (?:the |my |"
        r"our )?(?:socket|fuse\w*|electric\w*|wiring|lights?\b|light fitting|consumer unit|meter|plug)\w*"
    ),
)
AIR = family(
    r"gas\b(?=[^.?!]{0,30}\b(?:smell\w*|leak\w*|escap\w+|hiss\w*)\b)",
    r"gas (?:leaks?|smell|escape)",
    (
        r"smell(?:s|ed|ing)?\b[^.?!]{0,20}\b(?:gas|smoke|burn\w*|burnt|chemicals?|petrol|fuel|solvent|"
        r"rotten eggs?|eggs?|eggy|chlorine|ammonia|sewage)"
    ),
    (
        r"(?:gas|burning|burnt|eggy|egg|rotten[- ]egg|sulphur\w*|chemical|petrol|solvent|acrid|"
        r"fishy electrical)[- ](?:like )?(?:smell|odou?r|stink|whiff)"
    ),
    r"carbon monoxide",
    r"\bco (?:alarm|detector|poisoning|leak)",
    r"fumes?",
    r"asbestos",
    r"lead paint",
    r"toxic\w*",
    r"radiation leak",
    r"(?:black|toxic) mou?ld",
    (
        rf"(?:mou?ld\w*|damp)\b(?=[^?!]{{0,60}}\b(?:{_SMALL}|asthma\w*|inhaler|cough\w*|lungs?|chest|breath\w*|"
        r"wheez\w*)\b)"
    ),
    r"(?:brown|yellow|cloudy|rusty|black|discolou?red|foul|smelly) (?:tap )?water",
    (
        r"water (?:is|was|comes? out|came out|runs?|has been) (?:\w+ )?(?:brown|black|cloudy|yellow|foul|rusty|"
        r"green)"
    ),
    r"(?:safe|ok|okay|fit) to drink",
    r"boil (?:the |our )?water",
    r"legionella",
    r"e\.? ?coli",
    r"salmonella",
    r"listeria",
    r"contaminat\w+",
    r"botulism",
)
_HELD = (
    r"(?:rail(?:ing)?s?|banisters?|handrails?|balcon(?:y|ies)|ladders?|stairs?|steps?|staircase|scaffold\w*|"
    r"ceilings?|roof(?: tiles?)?|tiles?|chimney|gutter|wall|shel(?:f|ves)|bookcase|wardrobe|cabinets?|"
    r"tv bracket|mirror|chandelier|lamp ?post|street ?light|tree|branch(?:es)?|manhole(?: cover)?|drain cover|"
    r"kerb|pavement|paving|slabs?|floor(?:board)?s?|decking|gate|fence|swings?|slides?|climbing frame|"
    r"trampoline|see-?saw|playground|goal ?posts?|cribs?|cots?|crib side|cot side|bunk ?beds?|high ?chairs?|"
    r"car ?seats?|booster|prams?|pushchairs?|buggy|strollers?|baby gate|stair ?gate|changing table|harness|"
    r"rope|carabiner|zip ?line|seat ?belts?|child lock|grab (?:rail|bar)|shower (?:screen|door|seat)|"
    r"glass (?:door|panel|pane)|window pane|bench|chair|stool|hoist|pylon|power line|cable car|"
    r"life ?jackets?)"
)
_GAVE_WAY = (
    r"(?:loose|wobbl\w+|shak(?:y|es|ing)|moves when|sway\w*|crack(?:ed|s|ing)|collaps\w+|came (?:down|off|"
    r"away|loose)|come (?:down|off|away|loose)|coming (?:down|off|away|loose)|fell (?:off|down|on|over|out|"
    r"apart|in)?|fall(?:s|en|ing)? (?:off|down|on|over|out|apart)|hang(?:s|ing)? (?:by|off|down|loose|over)|"
    r"snapp\w+|gave way|giv(?:es|ing) way|broke (?:off|under|in|when)|shattered|detach\w+|rott(?:en|ing)|"
    r"tipp(?:ed|ing) over|unstable|not (?:secure\w*|attached|fixed|screwed)|won'?t (?:lock|latch|close|click|"
    r"hold|fasten|buckle)|does(?:n'?t| not) (?:lock|latch|click|hold|fasten|buckle)|missing a (?:screw|bolt|"
    r"step)|sharp edges?|splinter\w*)"
)
STRUCTURE = family(
    rf"{_HELD}\b[^.?!]{{0,40}}\b{_GAVE_WAY}",
    rf"{_GAVE_WAY} (?:on|in|of|from) (?:the |our |your |my |a )?{_HELD}",
    (
        r"(?:loose|wobbly|broken|cracked|rotten|collaps\w+|missing|unstable|uncovered|"
        rf"open) (?:{_HELD})\b(?=[^?!]{{0,90}}\b(?:{_SMALL}|fall\w*|fell|trip\w*|hurt|dangerous|lean|climb\w*|"
        r"walk\w*)\b)"
    ),
    r"(?:sharp|jagged) (?:edges?|glass|metal|shards?|points?)",
    r"broken glass",
    (
        r"(?:slipp?\w*|tripp?\w*|fell|fall\w*|stumbl\w+) (?:over|down|off|on|and|from|because|in|into|"
        r"through) (?:the |your |a |my |our )?(?:wet|ice|icy|stairs?|steps?|floor|mat|cable|kerb|pavement|hole|"
        r"escalator|pool|shower|platform|gap|ladder|bike|balcony|window|swing|slide|bed|chair|hurt|broke|hit|"
        r"landed)\w*"
    ),
    r"(?:open|uncovered|unfenced|unguarded|deep) (?:manhole|shaft|hole|pool|pond|drain|trench|well)\b",
    (
        r"(?:fell|falling|dropped|came) (?:\w+ ){0,4}(?:inches|centimet\w+|cm|a metre|right|just|metres?) (?:from|"
        r"next to|beside|past) (?:my|me|her|him|our|the|a)\b"
    ),
    (
        r"(?:no|broken|blocked|locked|missing|disabled|dead) (?:\w+ )?(?:smoke alarms?|smoke detectors?|"
        r"fire (?:exit|escape|door|alarm|extinguisher)s?|emergency (?:exit|door|light)\w*|life ?(?:jackets?|"
        r"vests?|guard)|seat ?belts?|handrail|safety (?:rail|net|catch|guard))"
    ),
    (
        r"(?:smoke (?:alarm|detector)|fire (?:alarm|door|exit|escape)|"
        r"emergency exit)s?\b[^.?!]{0,30}\b(?:not work\w*|doesn'?t|does not|blocked|locked|chained|dead|broken|"
        r"disconnected|missing|silent|didn'?t)"
    ),
    (
        r"(?:stuck|trapped|locked) (?:in|inside|on|under)\b(?=[^.?!]{0,25}\b(?:lift|elevator|the (?:bathroom|"
        r"toilet|car|building|house|office|store|room|cellar|gondola|cabin|basement|garage)|inside|train|"
        r"tunnel)\b)"
    ),
    r"locked in(?:side)?(?! (?:rate|price|deal|contract|to|at))",
    r"(?:trapped|imprisoned)\b(?! (?:in (?:this|a|your) (?:contract|loop)))",
)
VEHICLE = family(
    (
        r"brak(?:es?|ing)\b[^.?!]{0,40}\b(?:soft|weak|squishy|spongy|grind\w*|bad|fail\w*|gone|went|light|didn'?t|"
        r"don'?t|doesn'?t|won'?t|stopp?ed work\w*|squeal\w*|leak\w*|worn|to the floor)"
    ),
    r"(?:no|failed|faulty|soft|bad|worn|leaking) brakes?",
    (
        r"brake (?:light|warning|failure|fluid|line|cable)\b(?=[^?!]{0,90}\b(?:on|red|leak\w*|snapp\w*|broke\w*|"
        r"gone|drive|ride|safe)\b)"
    ),
    r"(?:brake )?pedal\b[^.?!]{0,20}\b(?:soft|floor|spongy|stuck|nothing|sinks?)",
    r"steering\b[^.?!]{0,30}\b(?:loose|heavy|pulls?|lock\w*|fail\w*|went|gone|stuck|shak\w+|wobbl\w+)",
    r"(?:tyres?|tires?)\b[^.?!]{0,30}\b(?:burst|blew|blown|bald|exploded|came off|bulg\w+|cord)",
    r"(?:blown|burst|bald) (?:tyre|tire)s?",
    (
        r"(?:wheels?|handlebars?|stem|fork|frame|crank|pedal|saddle|seat ?post|seat ?belt|axle|ladder|tow ?bar|"
        r"bonnet|hood)\b[^.?!]{0,25}\b(?:snapp\w+|cracked|broke|came (?:off|loose)|comes? (?:off|loose)|loose|"
        r"fell off|wobbl\w+|sheared|bent while|flew (?:up|open|off))"
    ),
    r"(?:loose|wobbly|cracked) (?:wheel|handlebars?|fork|stem|frame|pedal)",
    r"air-?bags?\b(?=[^.?!]{0,50}\b(?:light|fault|warning|didn'?t|not|recall|went off|deployed)\b)",
    r"(?:accelerator|throttle|gas pedal)\b[^.?!]{0,25}\b(?:stuck|jam\w*|sticks?)",
    (
        r"(?:cut|cuts|stalled|stalls|died|dies|stopped|shut (?:off|down))\b[^.?!]{0,30}\b(?:on the (?:motorway|"
        r"highway|freeway|road)|while (?:driving|riding)|in (?:fast )?traffic|at (?:60|70|80|90|1\d\d))"
    ),
    r"safe to (?:drive|ride|fly|sail|travel|continue)",
    (
        r"(?:nearly|almost|could have|might have|would have) (?:been |got |gotten )?(?:died|crash\w*|fell|fallen|"
        r"hit|killed|burn\w*|run over|knocked|hurt|injured|drown\w*|chok\w+|electrocuted|lost (?:an? )?(?:eye|"
        r"finger|hand|life))"
    ),
)
