"""Recognises minimisation: words that make what happened to a person smaller than it is to them."""

import re

from bot.standard.phrases import any_of

_PLAYED_DOWN = any_of(
    r"(?:I|we) (?:wouldn't|would not|shouldn't) (?:\w+ )?(?:worry|make|fuss|bother|read)",
    r"(?:is|are|was) (?:(?:just|simply|only|all) part of (?:a|an|the|any|every)|(?:\w+ )?part of (?:life|"
    r"the (?:game|job|deal|business)))",
    "(?:hundreds|thousands|dozens|lots|plenty) of (?:such |other |similar )?(?:cases|customers|people|requests|"
    "calls|orders|mails)",
    "(?:it's|it is|that's|that is|this is|is|are|was|were|be) (?:really |honestly |surely |probably |just |only |"
    "merely |simply |"
    "hardly |not |n't )*(?:the end of the world|a (?:small|minor|little|tiny|trivial) (?:thing|matter|issue|problem|"
    "delay|"
    "detail|inconvenience|scratch|mistake|hiccup|glitch)|no big deal|nothing (?:serious|major|dramatic|terrible|to "
    "worry "
    "about|to get|unusual|out of the ordinary)|no (?:great )?(?:tragedy|disaster|drama|catastrophe)|a big deal|that "
    "bad|so "
    r"bad|that serious|that important|perfectly normal|quite normal|completely normal|to be expected)",
    "(?:hardly|not|isn't|n't|wasn't) (?:exactly )?(?:the end of the world|(?:such )?a (?:big deal|disaster|tragedy|"
    "drama|"
    r"catastrophe|crisis|emergency)|(?:that|so) (?:bad|serious|terrible|dramatic|important|long|urgent|much))",
    r"it's (?:all |perfectly |absolutely |really )?fine(?! to| for you| by| with| if| as| either)",
    r"(?:these|such|those) things (?:do |just |can |will |sometimes |simply )*happen",
    "(?:it|this|that|mistakes|delays?|errors?|accidents) (?:can |does |do |just |sometimes |simply |will "
    ")*(?:happens?) "
    "(?:to (?:everyone|all|anyone|the best|others)|all the time|a lot|every day|everywhere|sometimes|now and then|"
    "from time "
    r"to time|in (?:the best|any|every))",
    r"(?:happens?|do|does|get|gets|throws?|throw|break|come|comes|goes|go)\b(?: \w+){0,3} all the time",
    r"(?:things|it|this|that|everything|them|matters) (?:\w+ )?in (?:proportion|perspective)",
    "out of proportion",
    r"could (?:have been|be) (?:much |far |a lot )?worse",
    r"(?:look on|see) the (?:bright|positive) side",
    r"(?:you(?:'re| are)|a bit of an?|an?) (?:\w+ )?(?:over-?react\w*|exaggerat\w+)",
    "making (?:a|such a) (?:fuss|scene|drama)",
    r"(?:a|one|two|three|the)? ?(?:\w+ )?(?:day|hour|minute|week|euro|pound|dollar|meal|night|cent|item|box|button|"
    "letter)s? "
    r"(?:is|are|isn't|aren't) (?:hardly|barely) ",
    r"(?:it's|it is|it was|that's|that was|this is|after all,?) (?:only|just|merely) (?:a|an|one|two|three|\d+)(?! "
    "(?:click|step|call|tap|press))",
    r"at least (?:it|you|nobody|nothing|they|we) (?:\w+ )?(?:still|wasn't|weren't|didn't|got|was|have|had|didn't|"
    "works?|can)",
    "(?:is|are|was|were) (?:hardly |not |nothing |n't )(?:really |that |so |very |all that |entirely )?(?:unusual|"
    "uncommon|rare|surprising|out of the "
    r"ordinary|unheard of|dramatic|tragic)",
    r"never (?:hurt|killed|harmed) (?:anyone|anybody)",
    r"there(?:'ll| will) be other",
    r"keeps? you (?:fit|busy|young)",
    r"many others",
    r"mak(?:e|ing) (?:too much|a lot|an issue|a mountain)",
    r"(?:mountain|storm) (?:out of|in) a",
    r"(?:like )?(?:this|that|these) (?:happens?|happen) (?:in|to|at) (?:every|any|all|everyone|the best)",
    r"(?:it's|it is|this is|that's|well,? it's) (?:just|only) (?:a|an|some|your)(?! (?:click|step|call|tap|press))",
    r"(?:just|only) a (?:few|couple of) (?:minutes|hours|days|euros|pounds|"
    r"cents|dollars)",
    r"happens? in every",
    r"no (?:real|actual|lasting|great) (?:harm|damage|loss)",
    r"get over it",
    r"no harm (?:was )?done",
    r"nobody (?:was|got) (?:hurt|harmed|injured|died)",
    r"nobody (?:dies|died)",
    r"(?:other|most|many) (?:people|customers|guests|users) (?:\w+ )?(?:have it|wait|would be|don't|manage|find|"
    "never|cope|seem)",
    r"(?:not|isn't|aren't) worth (?:the|getting|a|all)",
    r"we all (?:make|have)",
    r"nobody(?:'s| is) perfect",
    r"you'll (?:survive|live|get over)",
)
_GENTLE = any_of(
    r"(?:nothing|not anything) (?:you (?:did|have)|of (?:that|this) is|wrong with)",
    r"you(?:'re| are)(?: \w+)? right",
    r"every reason to be",
    r"(?:isn't|not|wasn't) (?:good enough|acceptable|okay|fine|what we)",
)


def is_played_down(text: str) -> bool:
    return bool(_PLAYED_DOWN.search(text)) and not is_on_their_side(text)


def is_on_their_side(text: str) -> bool:
    """ "You have every reason to be angry": the words sound alike and mean the opposite."""
    return bool(_GENTLE.search(text))


BELITTLED = any_of(
    r"(?:accidents|mistakes|errors|slips|delays|such things|these things) (?:do |just |will |can |"
    r"simply )*happen(?=[.,;!]|$| to )",
    r"(?:keep|put|see) (?:things|it|this|that|everything|matters) (?:\w+ )?in (?:proportion|perspective|context)",
    r"(?:not|n't|hardly) (?:quite |really |nearly |half )?as bad as (?:it|you|that|all|they)",
    r"(?:hardly|not|isn't|wasn't) (?:exactly )?(?:the end of the world|(?:such )?a (?:big deal|disaster|tragedy|"
    r"drama|catastrophe|crisis))",
    r"it's (?:only|just) (?:a|an) (?:\w+ )?(?:button|game|meal|day|hour|few|scratch|cake|dress|bag|box|letter|name|"
    r"mistake|delay|form|parcel|phone|toy|minute|couple)",
    r"(?:out of (?:all )?proportion|storm in a tea ?cup|mountain out of|over-?reacting|over-?reaction)",
    r"(?:it's|that's|this is|it is) (?:really |honestly |surely )?(?:not|no|n't) (?:such a |a |that |"
    r"so )?(?:big deal|drama|tragedy|catastrophe|disaster)",
    r"(?:worse things|stranger things) (?:have )?happen",
    r"(?:other|most|many|some) (?:people|customers|guests|users|patients|\w+s) (?:\w+ )?(?:have it|"
    r"wait(?:ed)? (?:much )?longer|would be (?:glad|happy|grateful)|manage|never complain|get through|cope|"
    r"don't (?:mind|even notice)|are (?:quite )?happy|would kill)",
    r"(?:we|I) (?:deal with|get|see|have|receive) (?:hundreds|thousands|dozens|lots|plenty|a lot) of (?:such |"
    r"other |similar )?(?:cases|people|requests|calls|mails|complaints|messages|customers)",
)
"""Makes it small for anybody, sore or not."""
_SELF_REPROACH = re.compile(
    r"\b(?:my (?:own )?(?:mistake|fault|bad|error|slip)|(?:I'm|I am|so|very) sorry|sorry (?:for|about|to|if|that)|"
    r"silly me|stupid (?:of me|question)|oops|"
    r"I (?:forgot|mixed|messed|misread|mistyped|overlooked|feel (?:bad|silly|stupid))|apologi[sz]e|embarrass\w+)\b|"
    r"^(?:oh |so )?sorry\b(?! (?:but|to be))",
    re.IGNORECASE,
)


def is_self_reproach(customer_text: str) -> bool:
    """ "My mistake!": to such a customer "no harm done" is a kindness."""
    return bool(_SELF_REPROACH.search(customer_text))
