"""Recognises words that tell people how to feel or to speak: "calm down", "mind your tone", "a bit of patience"."""

from bot.standard.phrases import any_of

_FEELING = (
    r"(?:upset|angry|emotional|worked up|impatient|dramatic|rude|aggressive|personal|hysterical|panic(?:k(?:y|ing))?|"
    r"alarmed|insulting|sarcastic|abusive|offensive|cross|annoyed|snappy|"
    r"difficult|unpleasant|excited|agitated|like that|nasty|unfriendly|threatening|loud|childish|silly|ridiculous|"
    r"unreasonable|sharp|melodramatic)"
)
_OUTBURST = (
    r"(?:get(?:ting)?|be(?:ing|come)?(?! (?:sorry|shy|ashamed|embarrassed|there|home|at home|in\b|present|afraid|"
    r"polite))|shout(?:ing)?|swear(?:ing)?|yell(?:ing)?|capitals|caps|panic(?:king)?|"
    r"rude(?:ness)?|anger|(?:a |any )?(?:drama|fuss|scene)|exaggerat\w+|insult\w*|threat\w*|"
    r"sarcas\w+|impatien\w+|overreact\w*|alarm|raise your|write in|use (?:that|such|capital)|complain\w*|such|"
    r"(?:that|this|the) (?:tone|capitals|drama|fuss|shouting|sarcasm|attitude|language)|all (?:this|that)|"
    r"make (?:a|such)|accus\w+|lectur\w+|repeat\w*|hysterics|hostility|language like|bad language|harsh words|"
    r"name-calling|exclamation|outbursts?)"
)
_MANNERS = (
    r"(?:patience|respect|understanding|courtesy|manners|decency|common sense|politeness|kindness|civility|restraint|"
    r"calm|sense of proportion|gratitude|goodwill|trust|humility|self-control)"
)
TOLD_TO_CALM = any_of(
    rf"(?:not|never|don't|do not) (?:to )?(?:get|be|become) (?:so |too |all |that )?{_FEELING}",
    r"calm (?:down|yourself)",
    r"(?:please |just |try to |do |and |,)relax(?! in| and enjoy| on)",
    "chill(?: out)?(?! it| the)",
    "take it easy",
    r"take a (?:deep )?breath",
    "compose yourself",
    "get a grip",
    "pull yourself together",
    r"(?:keep|stay|remain) (?:calm|civil|polite|reasonable|respectful|factual|friendly|objective)(?! and (?:leave|"
    r"go|open|call|ring|move))",
    r"keep (?:your (?:cool|temper|hair on|shirt on|voice down)|a civil tongue|a cool head)",
    r"(?:lower|mind|watch|moderate|check|adjust|change) your (?:voice|language|tone|manners|words|mouth|attitude|"
    r"temper)",
    "cool (?:it|down|off)",
    r"tone (?:it|this|that) down",
    r"settle down",
    rf"(?:no|any|little) (?:need|reason|cause|point|call|sense|use)(?: at all)? (?:to|for|in) {_OUTBURST}\b",
    r"(?:don't|do not|stop|cease|refrain from|quit) (?:get |be |being |getting |with )?(?:so |too |"
    rf"the )?(?:{_FEELING}|shout(?:ing)?|yell(?:ing)?|swear(?:ing)?|threaten(?:ing)?|exaggerat\w+|"
    r"take (?:that|this) tone|(?:speak|talk)(?:ing)? to (?:me|us) like|insult\w*|mak(?:e|ing) (?:a|such a) (?:fuss|"
    r"drama|scene)|blam(?:e|ing)|accus\w+|lectur\w+|whin(?:e|ing)|moan(?:ing)?|nag(?:ging)?|pester\w*)",
    r"(?:be|being|need to be|have to be|should be|could be) (?:a (?:bit|little) )?(?:more )?(?:patient|reasonable|"
    r"polite|civil|realistic|understanding|considerate|respectful|grateful|tolerant|gentle|kinder|nicer|fair)"
    r"(?! with us while|ly)(?=[.,;!]|$| (?:with|to|towards|about|and|here|please|too|as|next))",
    r"(?:have|show|appreciate|expect|ask for|demand|request|deserve|use|with) (?:from you )?(?:(?:a (?:bit|"
    rf"little) (?:more )?(?:of )?)|some (?:more )?|more |basic |a minimum of |the same )?{_MANNERS}(?: (?:from|when|"
    r"too|and|please|for)\b|[.,;!]|$)",
    rf"(?:a (?:bit|little)|some|a touch|a modicum) (?:more )?(?:of )?{_MANNERS} (?:would|will|might|never|goes|"
    r"wouldn't|is|helps|costs|doesn't)",
    "patience is a virtue",
    "getting (?:angry|upset|worked up|emotional|personal|loud)",
    r"(?:it's|it is|that's) (?:\w+ )?(?:important|better|best|wise|helpful) (?:not to get|to (?:stay|keep|"
    r"remain) (?:calm|cool|factual))",
    r"(?:that|this|your|such(?: a)?) (?:kind of |sort of )?(?:tone|attitude|language|manner|rudeness|behaviou?r|"
    r"aggression|outburst)",
    r"(?:friendlier|nicer|politer|kinder|calmer|more (?:polite|friendly|civil|respectful)) (?:tone|manner|words|way|"
    r"language)",
    r"(?:we|I|our (?:staff|people|team))(?:'re| are|'m| am)? (?:only |also |just )*(?:people|human|"
    r"have feelings)(?: too)?",
    r"I(?:'d| would| must| have to) (?:ask|urge|remind|request) you to (?:be|keep|stay|remain|stop|watch|moderate|"
    r"use|show|speak|refrain|remember)",
    r"(?:don't|do not|shouldn't) take (?:it|this|that|things) (?:so |too )?(?:personally|seriously|hard|to heart)",
    r"(?:you(?:'re| are)) (?:taking|making) (?:it|this|things|a) (?:so |too |more )?(?:personally|seriously|hard|"
    r"bigger|fuss|scene|drama|big)",
)
