"""Recognises a hand-over, and whether the story goes with it."""

from bot.standard.phrases import any_of

_HANDING = (
    r"(?:pass(?:ed|ing)?|forward(?:ed|ing)?|transfer(?:red|ring)?|hand(?:ed|ing)?|rout(?:e|ed|ing)|redirect(?:ed|"
    r"ing)?|refer(?:red|ring)?|escalat(?:e|ed|ing)|"
    r"mov(?:e|ed|ing)|assign(?:ed|ing)?|relay(?:ed|ing)?|send(?:ing)?|sent|direct(?:ed|ing)?|shift(?:ed|ing)?|"
    r"submit(?:ted|ting)?|switch(?:ed|ing)?|reassign(?:ed|ing)?)"
)
_MATTER = (
    r"(?:you|this|it|that|the (?:matter|case|issue|ticket|message|request|complaint|question|file)|everything|"
    r"your (?:\w+ )?(?:message|case|request|mail|e-?mail|ticket|enquiry|inquiry|"
    r"question|complaint|matter|query|concern|issue|file|details|feedback|note|words|claim|report))"
)
_ANY_MATTER = (
    r"your (?!(?:thanks?|praise|kind|compliments?|greetings?|regards|love|best|money|payment)\b)(?:[\w-]+ ){0,2}?[\w-]+"
)
_PASSING = (
    r"(?:pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|rout(?:e|ed|ing)|refer(?:red|ring)?|escalat(?:e|ed|ing)|"
    r"relay(?:ed|ing)?)"
)
_UNNAMED = (
    r"(?:the|our|a|another|my|their|some) (?:[\w-]+ ){0,3}?(?:departments?|teams?|office|desk|colleagues?|division|"
    r"unit|section|people|support|billing|sales|agents?|staff|specialists?|"
    r"management|line|group|colleague|experts?|managers?|side|branch|person|supervisors?|workshop|warehouse|kitchen|"
    r"depot|reception|accounts|dispatch|lab|store|shop|front desk|back office|surgery|registry|contractor|supplier)|"
    r"(?:billing|sales|support|accounts|metering|logistics|finance|hr|claims|returns|marketing|maintenance|"
    r"management|engineering|operations|dispatch|housekeeping)(?=[.,;!]|$| (?:and|who|team|for|so)\b)|(?:someone|"
    r"somebody) (?:else|who|in|at|from)|over there|there(?=[.,;!]| and)"
)
PASSED_ON = any_of(
    rf"(?:I|we)(?:'ve| have|'ll| will|'m| am|'re| are|'d)? (?:\w+ )?(?:going to )?(?:have to )?(?:need to )?"
    rf"(?!sen[dt](?:ing)? you an? ){_HANDING} "
    rf"{_MATTER} (?:\w+ )?(?:on |over |through |along |across |up )?(?:to |with )?(?:{_UNNAMED})",
    rf"(?:I|we)(?:'ve| have|'ll| will|'m| am|'re| are)? (?:\w+ )?{_PASSING} {_ANY_MATTER} (?:on |over |through |"
    rf"along )?"
    rf"(?:to|with) (?:{_UNNAMED})",
    rf"{_MATTER} (?:has been|was|is|will be|have been|'ll be|is being|"
    rf"has now been) (?:\w+ )?{_HANDING} (?:\w+ )?(?:on |over |through |along |up )?(?:to|with) (?:{_UNNAMED})",
)
STORY_GOES_TOO = any_of(
    r"(?:I|we)(?:'ve| have|'ll| will|'m| am) (?:\w+ )?(?:told|briefed|tell|brief|spoken|shared|given|sent|left|"
    r"copied)(?! you)",
    r"(?:has|have|knows?|with|and|got|gets) (?:\w+ )?(?:the whole story|your (?:whole )?(?:story|notes|file|photos|"
    r"details|messages|papers|case)|everything you|all (?:the|your) (?:details|notes|papers))",
    r"(?:so|and|that) you (?:won't|don't|needn't|will not) (?:have to|need to)? ?(?:explain|repeat|tell|start|say)",
    r"no need to (?:explain|repeat|tell|start)",
    r"expecting you",
    r"(?:left|put) (?:a note|your name|word|it) (?:there|at|with|under)",
)
