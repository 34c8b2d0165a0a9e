"""Recognises quarrelling: contradicting, lecturing, policing a tone, losing patience, sarcasm."""

import re

from bot.standard.phrases import any_of

_SPOKE = (
    r"(?:said|explained|told|mentioned|stated|written|wrote|pointed out|informed|communicated|advised|"
    r"made (?:it )?clear|outlined|noted|announced|described|indicated|discussed|answered|warned)"
)
_GENERIC = (
    r"(?<!as )(?:people|everybody|everyone|one|customers|guests|users|anyone|anybody|adults|parents|all of us|we all|"
    r"most of us|a customer|a grown-up|some people)"
)
_WHEN_SORE = any_of(
    r"(?:actually|in fact|as a matter of fact),? (?:we|our \w+) (?:check|do|did|have|are|were|always|never|test|"
    r"tested|send|sent|told|wrote|only)",
    r"(?:that|this|it)(?:'s| is) (?:simply |just )?not how (?:we|our people) (?:do|work|remember|see)(?! things here)",
    r"you (?:chose|decided|wanted|confirmed|bought|asked for) (?:it|this|that|to)",
    r"(?:to be (?:honest|frank)),? (?:you|your|I don't|that's)",
)
"""Harmless to the content, and an argument to the hurt."""
_ARGUMENT = any_of(
    # Self-pity and rebuke.
    r"(?:we|everyone|everybody|they|people)(?:'re| are| is|'s)? (?:all |only |just )*(?:doing|do) (?:our|their|"
    r"my) (?:very )?best",
    r"I can't do more than",
    r"(?:I|we) (?:find|found) (?:your|that|this|it) (?:\w+ ){0,2}?(?:harsh|rude|unfair|hurtful|offensive|"
    r"unreasonable|uncalled|insulting|excessive|over the top)",
    r"(?:that's|it's|this is) (?:a (?:bit|little) |rather |quite |pretty )(?:much|rich|harsh|steep|strong|unfair|"
    r"over the top|dramatic|extreme)(?=[.,!?]| (?:to|of|from|after))",
    r"you(?:'re)? (?:make|making) it (?:sound|look|seem)",
    r"(?:we|I)(?:'ve| have) got other (?:customers|guests|people|cases)",
    r"I wouldn't (?:call|say|put) (?:it|that|this)",
    r"(?:strictly|technically) speaking",
    r"(?:anger|shouting|capitals|insults|threats|rudeness|complaints|tears) (?:won't|doesn't|don't|will not|never) \w+",
    r"(?:put|place) yourself in (?:our|my|their) (?:shoes|position|place)",
    r"says so (?:quite |very |perfectly )?(?:plainly|clearly)",
    r"(?:is|was) (?:that|this) really necessary",
    r"explained (?:it|this|that) (?:twice|three times|several times|to you)(?: now| already)?",
    r"you(?:'re| are) (?:\w+ )?(?:overdoing|exaggerating|blowing)",
    r"we don't owe you",
    r"(?:won't|will not) be (?:blackmailed|bullied|threatened|pressured|insulted)",
    r"if you don't like it",
    r"(?:welcome|free) to (?:try|go|find|use|look for|take your \w+) (?:to )?(?:another|elsewhere|somewhere else|"
    r"someone else|a different)",
    r"(?:thanks|thank you) for (?:shouting|yelling|the insults?|nothing|your (?:insults?|rudeness|anger))",
    # Contradicting.
    r"actually,? you (?!don't need|can\b|could|may|'re right|are right|won't|needn't|get|have until|still|"
    r"don't have to)",
    r"(?:that|this|it|which)(?:'s| is| was|'s simply| is simply| is just)? (?:just |simply |plainly |clearly |"
    r"really )?(?:not true|untrue|not correct|incorrect|not right|not the case|nonsense|a lie|ridiculous|false|"
    r"absurd|"
    r"unfair|unreasonable|rubbish|not accurate|inaccurate|an exaggeration|exaggerated|not fair)(?! (?:we|I|that|"
    r"of us|to you|on you|and (?:I|we)|for you|what)\b)",
    r"(?:that|this|it)(?:'s| is| was) (?:simply |just )?(?:not|n't) (?:how|what) (?:it (?:works|happened|says)|"
    r"things (?:work|happened)|happened|was (?:said|agreed|ordered)|I (?:said|wrote|remember|see)|the (?:log|"
    r"records?|terms|file) (?:says?|shows?))",
    r"you(?:'re| are| were| must be| may be) (?:simply |just |quite |clearly |actually |rather |being |very |so |"
    r"really |a bit |a little |somewhat )*(?:wrong|mistaken|confused|not listening|exaggerating|rude|unreasonable|"
    r"unfair|"
    r"aggressive|impatient|over-?reacting|lying|difficult|threatening|dramatic|ungrateful|disrespectful|impossible|"
    r"not (?:the|our) only|hardly the only|the only (?:one|person|customer|guest)|"
    r"too (?:sensitive|impatient|demanding|emotional)|sensitive|(?:not )?making sense|contradicting|paranoid|"
    r"imagining|asking too much|picky|fussy)",
    r"(?:we|I|they|he|she|our \w+) (?:most )?(?:certainly |definitely |clearly |indeed |absolutely |always |"
    r"most certainly |very )*did (?!(?:wrong|it|that|this|not|so|nothing|our|my)\b)(?:\w+ )?(?:explain|tell|say|"
    r"mention|warn|inform|"
    r"write|point out|send|ask|answer|call|deliver|remind|let you)",
    r"you (?:yourself |did (?:yourself )?|clearly |yourselves |after all )+(?:agree|agreed|sign|signed|accept|"
    r"accepted|tick|ticked|know|knew|choose|chose|decide|decided|confirm|confirmed|approve|approved|want|wanted|opt|"
    r"opted|insist|insisted|click|clicked|order|ordered)",
    r"(?:^|[,;:.] |(?:and|but|because|since|as|what|that) )you(?:'ve| have| had)? (?:agreed to|signed (?:up|the|our|"
    r"a)|accepted (?:the|our|it|this)|ticked|knew|were (?:well |fully )?aware|chose to|opted|consented|insisted)",
    r"you (?:were|had been|have been|'ve been) (?:\w+ )?(?:told|warned|informed|advised|notified|reminded|"
    r"made aware|offered|asked) (?:\w+ )?(?:when|about|of|beforehand|in advance|before|at the time|clearly|several|"
    r"more than|that|twice|to|at|on|by)",
    r"(?:I|we) (?:beg to differ|(?:strongly |really |have to |must |respectfully )*(?:disagree|correct you|object|"
    r"contradict|doubt|dispute))",
    r"(?:I|we) (?:find|found) (?:it|that|this) (?:\w+ )?(?:hard|difficult|strange|odd|unlikely|surprising)",
    r"(?:hard|difficult) to (?:believe|imagine|see how)",
    r"(?:so )?you (?:say|claim|allege|insist|maintain|think you)(?:ed|s)? (?:that )?(?:you|we|it|to|our|the)",
    r"we (?:never|didn't ever|have never|'ve never) (?:said|promised|claimed|told|agreed|guaranteed|had (?:a|any)|"
    r"heard|received|wrote)(?: you)? ?(?:that|anything|so|such|to|a|any|you|complaints?)",
    r"(?:nobody|no one|no other customer|none of our (?:other )?(?:customers|guests|\w+)|"
    r"the others?) (?:else )?(?:has |have |had |ever |has ever )?(?:complain\w*|minded|had (?:a|any|this|"
    r"that) (?:problem|issue)|mentions?|said anything|noticed|bothered|asks|asked)",
    r"(?:to be fair|in fairness|in all fairness|in (?:our|my|his|her|their) defen[cs]e)(?=,| to (?:us|them|our|him|"
    r"her)|$| we| it)",
    r"with (?:all )?(?:due )?respect",
    r"let's (?:be (?:realistic|reasonable|fair|frank|adult|grown-up)|not (?:exaggerate|get carried|dramati[sz]e|"
    r"overdo|overreact|pretend|be (?:silly|dramatic)))",
    r"I (?:really |honestly |frankly |still |just )?(?:don't|do not|can't|cannot|fail to) (?:quite )?(?:see|know|"
    r"understand) (?:why you|what (?:you|else|more)|the (?:fuss|problem|issue|point)|how you|all the|"
    r"what the (?:problem|fuss|issue))(?! (?:got|had to|were left))",
    r"what (?:do|did|exactly did|exactly do|else do|more do|else did|more did) you (?:expect|want me|want us|think|"
    r"want from)",
    r"(?:clearly|plainly|explicitly|obviously|very clearly|in bold|in writing) (?:\w+ )?(?:stated|says|states|"
    r"written|shown|explained|listed|visible|mentioned|printed|described|told|stands|marked)",
    r"(?:stated|written|shown|explained|listed|mentioned|printed|described|it (?:says|stands)) (?:\w+ )?(?:clearly|"
    r"plainly|in black and white|in plain|in bold|for (?:all|everyone) to)",
    r"(?:it|that|this)(?:'s| is| was)? (?:all )?(?:says so|there )?(?:in (?:black and white|the small print|"
    r"plain (?:english|sight|view))|for everyone to see)",
    r"(?:if|had) you(?:'d| had)? (?:\w+ )?(?:listened|paid attention|bothered|been (?:more|less|a little)|"
    r"looked (?:properly|closely)|thought)",
    r"(?:bigger|worse|more serious|real|other|more important) (?:problems|things to (?:do|worry)|worries|"
    r"priorities)(?! with)",
    r"(?:more than|only|perfectly|very) (?:fair|reasonable|normal|generous|usual) (?:with|to|on|price|procedure|fee|"
    r"offer|charge|practice|thing)",
    # "As I said."
    r"(?:as|like) (?:(?:I|we|my colleagues?)(?:'ve| have| has| had)? ?|has been |have been |was |were |clearly |"
    rf"already |previously |repeatedly |just )+(?:been )?{_SPOKE}(?!(?:,? (?:on the phone|yesterday|you|to you|"
    rf"earlier|before|on \w+day|last \w+|this \w+|I'd|we'd)){{0,3}},? (?:you'd|I'd|we'd|you would|I would|I'm|I've|"
    r"here|so here|we're|you'll|call|write|ring|be))",
    rf"as (?:already |clearly |previously |repeatedly )*{_SPOKE} (?:in|on|above|before|earlier|already|previously|"
    r"several|many|to you|when|at|last|by)(?! (?:your|you))",
    rf"(?:I|we)(?:'ve| have)? (?:already|repeatedly|clearly|now|just|previously|twice) (?:\w+ )?(?:{_SPOKE}|"
    r"been (?:over|through)) (?:you|this|that|it|to you|your|these|the|all)(?! (?:driver|workshop|team|tessa|him|"
    r"her))",
    r"(?:I|we)(?:'ve| have)? told you (?:so|already|before|twice|several|many|not to|to|clearly|more than|again)",
    r"(?:I|we|let me|allow me to|I'll|I must|I can only|I have to) (?:will |just )?(?:repeat|say (?:it|this|"
    r"that) (?:again|once more)|remind you(?= (?:that (?:you|we|our|the|it|this)|of (?:our|the)|once|again|what|how|"
    r"to)\b))"
    r"(?= |[.,:;]|$)",
    r"how (?:many times|often) (?:do|must|have|should|shall)",
    r"(?:for|the) (?:the )?(?:last|umpteenth|hundredth|\w+th) time,? (?:I|we|the|your|it|no|you)",
    r"once (?:again|more),? (?:the|our|your|you|it|we (?:have|do|can)|this|that|there)",
    r"(?:please |just |kindly )?(?:stop|quit) (?:writing|calling|ringing|asking|messaging|e-?mailing|chasing|"
    r"contacting|bombarding|sending|spamming)",
    r"(?:don't|do not|no need to|need not) (?:write|call|ring|ask|message|chase|mail)(?: us| me)? (?:every|so|"
    r"all the|again|twice|daily|hourly)",
    # Nothing you do helps.
    r"(?:threats?|shouting|insults?|swearing|capitals|caps|anger|rudeness|repeating|asking|complaining|writing|"
    r"calling|sarcasm|pushing|yelling|screaming|getting|being|nagging|tears|drama|pressure)(?: [\w']+){0,5}? "
    r"(?:won't|doesn't|don't|isn't going to|will not|does not|will|never|not going to|gets?) (?:\w+ )?(?:change|"
    r"help|speed|make|get|bring|fix|solve|you (?:nowhere|anywhere)|us (?:nowhere|anywhere)|achieve|"
    r"any faster)(?! (?:sure|it right|up for))",
    r"(?:won't|doesn't|not|never|cannot|can't) (?:\w+ )?(?:get|bring|take) (?:you|us|anyone) (?:\w+ )?(?:far|"
    r"anywhere|further)",
    r"no amount of",
    # Lecturing.
    rf"{_GENERIC} (?:really |simply |just |always |also )*(?:should|shouldn't|must|mustn't|ought|needs? to|has to|"
    r"have to|can't|cannot|knows|can see|would (?:know|see)|makes? mistakes)(?! (?:be able|feel|get|have (?:had|"
    r"been|to)|know that you))",
    r"(?:nobody|no one) (?:really |actually )?(?:needs? to (?!wait|worry|know|tell|call|sign|be (?:there|in|home))|"
    r"forces?|forced you|made you|is forcing)",
    r"(?:next time|in (?:the )?future|from now on|another time|for the future|going forward|"
    r"another day),? (?:please |just |do |you )?(?:\w+ )?(?:read|check|make sure|be (?!there|in|able)|try (?:to|not)|"
    r"remember|ensure|think|look (?:at|more|before)|allow|plan|give us|"
    r"should|might want|could(?! just)|must|need|don't|do not|avoid|consider|order (?:earlier|in)|book (?:earlier|"
    r"in)|call (?:earlier|before)|listen|follow|take (?:more|better|care))",
    r"(?:read|listen|look|check|think|count|type|follow|watch) (?:\w+ )?(?:\w+ ){0,3}?(?:more |a (?:bit|"
    r"little) (?:more )?)?(?:carefully|properly|closely|attentively)(?= (?:before|next|what|the|and|first|please)|"
    r"[.!,])",
    r"you (?:simply |just |really |also |do |will )*(?:need|have|must|ought|should|'ll have|"
    r"got)(?: to)? (?:\w+ )?(?:understand|reali[sz]e|accept|learn|remember|appreciate|bear in mind|know|admit|"
    r"see (?:that|it|how)|be aware|keep in mind)(?= (?:that|how|this|we|our|it|to|the|why|when)|[.,])",
    r"(?:please|kindly|do|must|should|try to|hope you|sure you) (?:\w+ )?(?:understand|reali[sz]e|appreciate|"
    r"bear in mind|keep in mind|remember) (?:that )?(?:we|you|our|there|other|this|it|everyone|these)(?:'re|"
    r"'ve)?(?: \w+){0,3} (?:have|are|can't|cannot|not|only|many|other|busy|also|must|were|do|takes?|get|deal|is)",
    r"you(?:'re| are)? (?:can't|cannot|can hardly|shouldn't|mustn't|could hardly|don't really|didn't really|"
    r"surely don't|can't really|can't seriously|seriously) (?:\w+ )?(?:expect|expecting|ask us|demand|assume|blame|"
    r"think|complain)",
    r"you (?:seem|appear) to (?:be|think|believe|have (?:forgotten|missed|misunderstood|the)|assume|expect|imagine|"
    r"want|misunderstand|forget)(?! (?:right|happy))",
    r"your (?:\w+ )?(?:expectations?|demands?|claims?|complaints?|anger|reaction|request|accusations?|version|"
    r"assumption|tone|perception|impatience|frustration|behaviou?r|attitude|message) (?:is|are|seems?|was|"
    r"were) (?:\w+ ){0,2}(?:unrealistic|unreasonable|"
    r"excessive|exaggerated|unfair|unfounded|not|wrong|too|over|out of|unjustified|uncalled|inappropriate|"
    r"unacceptable|childish|misplaced|noted)",
    r"I(?:'d| would) (?:suggest|advise|recommend|urge) (?:that )?you (?:to )?(?:read|calm|check|learn|think|"
    r"reconsider|stop|be|listen|take)",
    r"(?:that's|it's|this is) (?:really |just |simply |pretty |so )*(?:basic|common sense|elementary|self-evident|"
    r"obvious|logical|a no-brainer|child's play|how (?:it|life|the world|business|things) (?:is|works?)|life|"
    r"part of|the way it)",
    r"(?:isn't|is not|not|hardly) (?:exactly )?(?:rocket science|brain surgery|so (?:hard|difficult|complicated)|"
    r"that (?:hard|difficult|complicated))",
    r"(?:a (?:child|toddler|\w+-year-old)|my (?:grandmother|gran|nan|mum)|anyone with|even (?:a|my|"
    r"the)) (?:\w+ )?(?:can|could|knows|would|manages|half)",
    r"(?:if|when) (?:they|you|people|one) (?:only|just|simply|actually|really) (?:try|tried|read|looked?|listens?|"
    r"want(?:ed)?|bother)",
    r"(?:that's|which is|it's) what I (?:always|would) (?:do|have done|say)",
    r"(?:let|may) (?:that|this) be a lesson",
    r"(?:live|learn) (?:with|to live with) it",
    r"(?:obviously|needless to say|frankly|for your information|as I'm sure you (?:know|are aware|understand))(?=,| )",
    r"as (?:any(?:one|body)|every(?:one|body)) (?:knows|can see|will tell)",
    r"(?:everyone|everybody) knows",
    r"you of all people",
    r"(?:everybody|everyone|all (?:our )?(?:customers|guests)|others) (?:\w+ )?(?:has|have) to (?:wait|pay|queue|"
    r"follow|accept|do|live)",
    r"you (?:just |simply |will |'ll )*(?:have|need) to (?:wait|be patient|accept|live with|deal with|put up|"
    r"trust)(?! (?:to|until))",
    r"rules are rules",
    r"(?:apply|applies) to (?:everyone|everybody|all|you)(?: too| as well)?(?=[.,;!]|$)",
    r"(?:you )?signed up (?:for|to)(?= (?:this|it|that|exactly))",
    r"(?:see|understand|look at|consider) (?:it from )?(?:our|my|the other|both) (?:side|point of view|position|"
    r"perspective|sides)",
    r"(?:one|you|people) (?:can't|cannot|mustn't|shouldn't) leave",
    r"(?:I|we) (?:also )?have (?:feelings|other customers|a lot (?:to do|on)|lives|hundreds|thousands|better things|"
    r"\d+ other)",
    r"(?:how busy|how hard) (?:we|I|it)",
    r"hardly (?:our|my) (?:fault|problem|job)",
    r"(?:it's|that's|this is) not (?:my|our) (?:problem|job|fault)",
    r"(?:I'm|I am|we're|we are) (?:only|just) (?:trying to help|doing (?:my|our) job)",
    r"(?:clear|obvious|plain) (?:to|for) (?:anyone|everyone|everybody|all)",
    r"(?:everyone|everybody|anyone|people|most (?:people|customers)) (?:[\w']+ ){0,5}?(?:manages?|copes?|"
    r"understands?|gets? it|gets? (?:by|along|through)|finds? it)",
    # Washing one's hands, taking offence.
    r"(?:we|I)(?:'re| are|'m| am) (?:not|no) (?:a |your )?(?:mind[- ]?readers?|magicians?|wizards?|machines?|"
    r"robots?|bank|charity|babysitters?|servants?|punching bag)",
    r"(?:can't|cannot|don't|couldn't) (?:read (?:your )?minds?|work (?:miracles|magic)|do magic|be everywhere|"
    r"please everyone|perform miracles|help it if)",
    r"(?:rome wasn't built|good things (?:take|come)|all good things|two sides to every|it takes two to|"
    r"don't shoot the messenger|(?:give|cut) us (?:a break|some slack)|oh,? please(?=[.,!])|come on(?=[,!])|"
    r"for heaven's sake|for goodness'? sake|honestly!)",
    r"(?:I|we) (?:resent|take (?:exception|offen[cs]e)|won't (?:be (?:spoken|talked|shouted)|tolerate|accept (?:that|"
    r"this|such))|will not (?:be (?:spoken|talked|shouted)|tolerate|accept (?:that|this|such))|don't (?:appreciate|"
    r"deserve|tolerate)|"
    r"do not (?:appreciate|deserve|tolerate)) (?:\w+ ){0,3}?(?:that|this|such|being|to|your|abuse|insults?|tone|"
    r"language)",
    r"(?:abuse|insults?|threats?|rudeness|swearing|bad language) (?:\w+ )?(?:will not|won't|is not|isn't|are not|"
    r"aren't) (?:be )?(?:tolerated|accepted|acceptable|helpful|welcome|necessary)",
    r"(?:that's|that is|this is) (?:just |only )?(?:your (?:opinion|view|problem|choice|decision|responsibility)|"
    r"a matter of (?:opinion|taste|perspective|interpretation))",
    r"I think you(?:'ll| will) find",
    r"if you (?:look|read|check)(?:ed)? (?:more |a bit more )?(?:closely|carefully|properly|again)",
    r"(?:you (?:should|could|ought to|can) (?:be|feel|count yourself) (?:\w+ )?(?:glad|grateful|happy|lucky|"
    r"thankful))|count yourself lucky|(?:just )?be (?:glad|grateful|thankful) (?:that|it|you|we|for)|lucky you",
    r"why (?:didn't|don't|did|do) you (?:just |simply )?(?!(?:try it|come|drop|let me)\b)(?:read|check|ask|call|"
    r"tell|look|wait|say|do|order|write|complain|think|plan)",
    r"(?:maybe|perhaps) (?:you|next time you) (?:should|could|might|ought)(?: have)? (?:\w+ )?(?:read|check\w*|"
    r"think|thought|look\w*|plan\w*|consider\w*|learn|try|tried|listen\w*|ask\w*)",
    r"(?:surely|certainly|I trust|I'm sure) you (?:can |will |must |could |do )?(?:see|understand|know|agree|"
    r"reali[sz]e|appreciate|knew)",
    r"I (?:can )?(?:understand|see|get|know) (?:that )?you(?:'re| are) (?:\w+ )?(?:upset|angry|frustrated|annoyed|"
    r"disappointed|unhappy|cross),? but (?:you|please|that's|it's|rules|everyone|shouting|there's no)",
    r"(?:calling|accusing|threatening|insulting|blaming|shouting at|yelling at|cursing|swearing at) (?:us|me|people|"
    r"our \w+|anyone|names)\b[^.;!?]{0,30} (?:won't|doesn't|isn't|is not|will not|does not|is (?:unfair|uncalled|"
    r"wrong))",
    # Sarcasm.
    r"how (?:nice|kind|charming|lovely|considerate) of you",
    r"(?:welcome to (?:the real world|reality|life)|cry me a river|my heart bleeds|boo hoo|if you say so|"
    r"what a tragedy for you|sorry to burst|big deal|whatever(?=[.!,])|tough luck|too bad|deal with it|"
    r"get over it|grow up|suit yourself|good luck with that|be my guest|thanks for (?:the lecture|your (?:charming|"
    r"kind|lovely) (?:words|tone|message|opinion))|says who|so what|quite the opposite)(?=[.,!?;]|$| [a-z])",
    r"(?:well|sorry|look|listen), (?:but )?(?:you|that's (?:life|how)|it's (?:not|only)|what)",
    r"(?:charming|lovely|delightful|wonderful) (?:tone|words|language|manners)",
    r"(?:happy|pleased|thrilled) to (?:be )?(?:shouted|insulted)",
    r"(?:you )?(?:obviously|clearly|evidently) (?:haven't|didn't|don't|can't|have|need|think|know)",
)
MIRRORED = re.compile(
    r"\b(?:ha,? ha+|haha+|lol|clowns?|idiots?|morons?|fools?|liars?|thie(?:f|ves)|your own (?:red )?nose|moron|"
    r"stupid(?= (?:of you|question from)))\b",
    re.IGNORECASE,
)
_HEARTFELT = re.compile(
    r"\b(?:won't|wouldn't|would never|don't) (?:ask|tell|want|expect) you to\b[^.;!?]*|\b(?:I |we )?(?:hope|glad|"
    r"relieved|thankful|thank goodness|good that|important is)\b[^.;!?]*",
    re.IGNORECASE,
)


def argues(text: str, *, is_sore: bool) -> re.Match[str] | None:
    return _ARGUMENT.search(text) or (_WHEN_SORE.search(text) if is_sore else None)


def without_wishes(text: str) -> str:
    """ "I hope nobody was hurt" isn't "nobody was hurt", nor "I won't ask you to calm down" a demand."""
    return _HEARTFELT.sub(" ", text)
