"""Recognises an apology that hangs on an "if", an "any", or on how the other feels."""

from bot.standard.phrases import any_of

_APOLOGY = r"(?:sorry|apologi[sz]e|apologies|apology|regret|forgive (?:us|me)|pardon|excuse us)"
_NUISANCE = (
    r"(?:inconveniences?|trouble|confusion|upset|distress|disappointment|misunderstandings?|delays?|offen[cs]e|"
    r"problems?|frustration|"
    r"hassle|issues?|discomfort|annoyance|difficult(?:y|ies)|bother|irritation|anger|hurt|mistakes?|disruption|worry|"
    r"anxiety|harm)"
)
_SENSE = (
    r"(?:feel|felt|feeling|think|thought|see it|saw it|perceived?|believe|believed|weren't satisfied|weren't happy|"
    r"didn't like|"
    r"found (?:it|this|that|our)|took (?:it|this|that|offence)|have taken|got the impression|had the impression|"
    r"were under the impression|"
    r"unhappy|unsatisfied|dissatisfied|disappointed|upset|offended|consider|interpreted|experienced it|see things)"
)
HALF_SORRY = any_of(
    rf"{_APOLOGY}(?: to hear)?,? (?:if|in case|should (?:you|this|there|it|we|any)|in the event|to the extent|"
    r"that you may)",
    rf"(?:if|in case|should (?:you|this|that|there|it|we|any\w*|the))\b[^.;!?]{{3,80}}?[,;] ?(?:then )?(?:(?:I|"
    rf"we)(?:'m| am|'re| are|'d| would| do)? (?:like to )?(?:\w+ )?)?{_APOLOGY}",
    rf"{_APOLOGY}(?: \w+){{0,4}}? (?:for|about|of) (?:any(?:thing)?|whatever|all and any|possible|"
    rf"potential)(?: \w+){{0,3}}? ?"
    rf"(?:{_NUISANCE}|may|might|we (?:may|might)|you|went wrong|wrong|caused)",
    rf"{_APOLOGY}(?: \w+){{0,3}}? (?:for |about )?(?:the |this |an |these |your )?(?:\w+ )?inconveniences?",
    rf"regret (?:any|the) (?:\w+ )?{_NUISANCE}",
    rf"{_NUISANCE}(?: (?:that|which))? (?:this|it|we|that|which|the \w+) ?(?:may|might|could) (?:have )?(?:caused?|"
    r"be|given|brought)",
    r"(?:may|might|could) have (?:caused|given|upset|offended|inconvenienced|disappointed|troubled|confused|felt|"
    r"seemed) (?:you|to you|any|some)",
    rf"{_APOLOGY}(?: to hear)?(?: that)? (?:you|your \w+)(?:'re| are| were| is| was| have| may have| might have|"
    rf" had)? (?:\w+ )?{_SENSE}",
    rf"{_APOLOGY}(?: \w+)? (?:for|about) (?:how|the way|what) you (?:feel|felt|see|saw|perceive|took|think)",
    rf"{_APOLOGY}(?: that)? (?:it|this|we|the \w+) (?:\w+ )?(?:came across|seemed|appeared|looked|sounded|"
    r"fell short of your|"
    r"did(?:n't| not) (?:meet|live up to) your|(?:was|were) not to your)",
    rf"{_APOLOGY}(?: that)? your (?:expectations|experience|impression)",
)
"""An apology that hangs on an "if", an "any" or on how the other feels."""
