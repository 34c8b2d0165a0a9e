"""Recognises minimisation: words that make what happened to a person smaller than it is to them."""

import re

from bot.standard.phrases import any_of

_PLAYED_DOWN = any_of(
    r"(?:I|we) (?:wouldn't|would not) (?:\w+ )?(?:worry|fuss|make a fuss|bother)",
    r"(?:is|are|was) (?:\w+ )?part of (?:life|the (?:game|deal))",
    r"(?:it's|it is|that's|that is|this is|is|are|was|were|be) (?:really |honestly |surely |probably |just |only |"
    r"merely |simply |hardly |not |n't )*(?:the end of the world|a (?:minor|trivial|tiny) (?:thing|matter|"
    r"issue|problem|"
    r"delay|detail|inconvenience|scratch|mistake|hiccup|glitch)|no big deal|nothing (?:dramatic|terrible|to get|"
    r"to worry about)|no (?:great )?(?:tragedy|disaster|drama|catastrophe)|a big deal|that bad|that serious|"
    r"that important)",
    r"(?:hardly|not|isn't|n't|wasn't) (?:exactly )?(?:the end of the world|(?:such )?a (?:big deal|"
    r"disaster|tragedy|drama|"
    r"catastrophe|crisis))",
    r"it's (?:all |perfectly |absolutely |really )?fine,? (?:honestly|really|trust me|believe me)",
    r"(?:these|such|those) things (?:do |just |can |will |sometimes |simply )*happen",
    r"(?:it|this|that|mistakes|delays?|errors?|accidents) (?:can |does |do |just |sometimes |simply |will "
    r")*happens? to "
    r"(?:everyone|everybody|all|anyone|the best|others)",
    r"(?:happens?|do|does|get|gets|throws?|throw|break|come|comes|goes|go)\b(?: \w+){0,3} all the time",
    r"(?:things|it|this|that|everything|them|matters) (?:\w+ )?in (?:proportion|perspective)",
    r"out of proportion",
    r"could (?:have been|be) (?:much |far |a lot )?worse",
    r"(?:look on|see) the (?:bright|positive) side",
    r"(?:you(?:'re| are)|a bit of an?|an?) (?:\w+ )?(?:over-?react\w*|exaggerat\w+)",
    r"making (?:a|such a) (?:fuss|scene|drama)",
    r"(?:day|hour|minute|week|euro|pound|dollar|meal|night|cent|item|box|button|letter)s? (?:is|are) "
    r"(?:hardly|barely) ",
    r"never (?:hurt|killed|harmed) (?:anyone|anybody)",
    r"there(?:'ll| will) be other",
    r"keeps? you (?:fit|busy|young)",
    r"mak(?:e|ing) (?:too much|an issue|a mountain)",
    r"(?:mountain|storm) (?:out of|in) a",
    r"(?:like )?(?:this|that|these) (?:happens?|happen) (?:in|to|at) (?:every|everyone|the best)",
    r"get over it",
    r"nobody (?:dies|died)",
    r"(?:other|most|many) (?:people|customers|guests|users) (?:\w+ )?(?:wait|would be|don't mind|manage|"
    r"find|never|cope|"
    r"seem)",
    r"not worth (?:getting|a fuss)",
    r"we all make mistakes",
    r"nobody(?:'s| is) perfect",
    r"you'll (?:survive|live|get over)",
)
_GENTLE = any_of(
    r"(?:nothing|not anything) (?:you (?:did|have)|of (?:that|this) is|wrong with)",
    r"you(?:'re| are)(?: \w+)? right",
    r"every reason to be",
    r"(?:isn't|not|wasn't) (?:good enough|acceptable|okay|fine|what we)",
)


_STILL_TO_COME = re.compile(
    r"\b(?:will|can|could|shall|would|takes?|needs?|if|when|until|away|please|tomorrow|tonight)\b|'ll\b",
    re.IGNORECASE,
)
"""What happened is made small, not what is still to be done: "it's only a short form, which I'll fill in"."""
_PIECE = re.compile(r"[;:]\s|,\s(?=(?:but|so|which)\b)")


def is_played_down(text: str) -> bool:
    if is_on_their_side(text):
        return False
    return any(_PLAYED_DOWN.search(piece) and not _STILL_TO_COME.search(piece) for piece in _PIECE.split(text))


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
    r"it's (?:only|just) (?:a|an) (?:\w+ )?(?:game|meal|scratch|cake|dress|bag|name|mistake|delay|toy)",
    r"(?:out of (?:all )?proportion|storm in a tea ?cup|mountain out of|over-?reacting|over-?reaction)",
    r"(?:it's|that's|this is|it is) (?:really |honestly |surely )?(?:not|no|n't) (?:such a |a |that |"
    r"so )?(?:big deal|drama|tragedy|catastrophe|disaster)",
    r"(?:worse things|stranger things) (?:have )?happen",
    r"(?:other|most|many|some) (?:people|customers|guests|users|patients) (?:\w+ )?(?:wait(?:ed)? (?:much )?longer|"
    r"would be (?:glad|happy|grateful)|manage|never complain|get through|cope|don't even notice|would kill)",
    r"(?:we|I) (?:deal with|get|see|have|receive) (?:hundreds|thousands|dozens|lots|plenty|a lot) of (?:such |"
    r"other |similar )?(?:cases|complaints)",
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
