"""Recognises words that tell people how to feel or to speak: "calm down", "mind your tone", "a bit of patience"."""

from bot.standard.phrases import any_of

_FEELING = (
    r"(?:upset|angry|emotional|worked up|impatient|dramatic|rude|aggressive|personal|hysterical|panic(?:k(?:y|ing))?|"
    r"alarmed|insulting|sarcastic|abusive|offensive|cross|annoyed|snappy|"
    r"difficult|unpleasant|excited|agitated|like that|nasty|unfriendly|threatening|loud|childish|silly|ridiculous|"
    r"unreasonable|sharp|melodramatic)"
)
_OUTBURST = (
    rf"(?:(?:get(?:ting)?|be(?:ing|come|coming)?) (?:so |too |all |that |quite )*{_FEELING}|shout(?:ing)?|"
    rf"swear(?:ing)?|"
    r"yell(?:ing)?|capitals|caps|panic(?:king)?|rude(?:ness)?|anger|(?:a |any )?(?:drama|fuss|scene)|exaggerat\w+|"
    r"insult\w*|threat\w*|sarcas\w+|impatien\w+|overreact\w*|raise your|write in capitals|use (?:such|capital)|"
    r"(?:that|this|the) (?:kind of )?(?:tone|capitals|drama|fuss|shouting|sarcasm|attitude|language)|"
    r"make (?:a |such a )(?:fuss|scene|drama)|accus\w+|lectur\w+|hysterics|hostility|language like|bad language|"
    r"harsh words|name-calling|outbursts?)"
)
_MANNERS = (
    r"(?:patience|respect|understanding|courtesy|manners|decency|common sense|politeness|kindness|civility|restraint|"
    r"calm|sense of proportion|gratitude|goodwill|trust|humility|self-control)"
)
TOLD_TO_CALM = any_of(
    rf"(?:not|never|don't|do not) (?:to )?(?:get|be|become) (?:so |too |all |that )?{_FEELING}",
    r"calm (?:down|yourself)",
    r"(?:please |just |try to |do |and |,)relax(?! in| and enjoy| on)",
    r"take a (?:deep )?breath",
    "chill out",
    "compose yourself",
    "get a grip",
    "pull yourself together",
    r"(?:keep|stay|remain) (?:calm|civil|polite|reasonable|respectful|factual|friendly|objective)(?! and (?:leave|"
    r"go|open|call|ring|move))",
    r"keep (?:your (?:cool|temper|hair on|shirt on|voice down)|a civil tongue|a cool head)",
    r"(?:lower|mind|watch|moderate) your (?:voice|language|tone|manners|words|mouth|attitude|temper)",
    r"cool it(?=[.,!])",
    r"tone (?:it|this|that) down",
    rf"(?:no|any|little) (?:need|reason|cause|point|call|sense|use)(?: at all)? (?:to|for|in) {_OUTBURST}\b",
    r"(?:don't|do not|stop|cease|refrain from|quit) (?:get |be |being |getting |with )?(?:so |too |"
    rf"the )?(?:{_FEELING}|shout(?:ing)?|yell(?:ing)?|swear(?:ing)?|threaten(?:ing)?|exaggerat\w+|"
    r"take (?:that|this) tone|(?:speak|talk)(?:ing)? to (?:me|us) like|insult\w*|mak(?:e|ing) (?:a|such a) (?:fuss|"
    r"drama|scene)|blam(?:e|ing) (?:us|me|our)|accus\w+|lectur\w+|whin(?:e|ing)|moan(?:ing)?|nag(?:ging)?|pester\w*)",
    r"(?:please|you(?:'ll| should| could| must| need to| have to| ought to| might)|try to|ask you to|"
    r"just) be (?:a (?:bit|"
    r"little) )?(?:more )?(?:patient|reasonable|polite|civil|realistic|understanding|considerate|respectful|grateful|"
    r"tolerant)(?=[.,;!]|$| (?:with|to|towards|about|and|here|too|as|next))",
    r"(?:(?:we|I|our \w+) (?:\w+ )?(?:expect|ask for|demand|request|deserve|would appreciate)|please "
    r"(?:have|show)) (?:from "
    r"you )?(?:(?:a (?:bit|little) (?:more )?(?:of )?)|some (?:more )?|more |basic |a minimum of |the same )?"
    rf"{_MANNERS}(?: (?:from|when|too|and|please|for)\b|[.,;!]|$)",
    rf"(?:a (?:bit|little)|some|a touch|a modicum) (?:more )?(?:of )?{_MANNERS} (?:would|will|might|never|goes|"
    r"wouldn't|is|helps|costs|doesn't)",
    "patience is a virtue",
    r"(?:^|no use|but|and|,) getting (?:angry|upset|worked up|emotional|personal)",
    r"(?:it's|it is|that's) (?:\w+ )?(?:important|better|best|wise|helpful) (?:not to get|to (?:stay|keep|"
    r"remain) (?:calm|cool|factual))",
    r"(?:with|using|use|take|for|in|drop) (?:that|this|your|such(?: a)?) (?:kind of |sort of )?(?:tone|"
    r"attitude|rudeness|"
    r"aggression|outburst)|your (?:tone|attitude|rudeness|aggression|outburst)",
    r"(?:friendlier|nicer|politer|calmer|more (?:polite|friendly|civil|respectful)) (?:tone|language)",
    r"(?:we|I|our (?:staff|people|team))(?:'re| are|'m| am)? (?:only |also |just )*(?:people|human|"
    r"have feelings)(?: too)?",
    r"I(?:'d| would| must| have to) (?:ask|urge|remind|request) you to (?:(?:be|keep|stay|remain) (?:calm|polite|civil|"
    r"reasonable|respectful|factual)|stop (?:shout|insult|swear|threaten|writ|call)ing|watch your|moderate|refrain)",
    r"(?:don't|do not|shouldn't) take (?:it|this|that|things) (?:so |too )?personally",
    r"you(?:'re| are) (?:taking (?:it|this|things) (?:so |too )(?:personally|seriously|hard)|making (?:a|"
    r"such a) (?:fuss|"
    r"scene|drama))",
)
