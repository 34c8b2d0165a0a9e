"""Recognises quarrelling: contradicting, lecturing, policing a tone, losing patience, sarcasm."""

import re

from bot.standard.phrases import any_of

_SPOKE = (
    r"(?:said|explained|told|mentioned|stated|written|wrote|pointed out|informed|communicated|advised|"
    r"made (?:it )?clear|outlined|noted|announced|described|indicated|discussed|answered|warned)"
)
_GENERIC = r"(?:people|everybody|everyone|anyone|anybody|all of us|we all|most of us|a grown-up|some people)"
_OUTCRY = (
    r"threats?|shouting|insults?|swearing|capitals|caps|anger|rudeness|repeating|asking|complaining|writing|"
    r"calling|sarcasm|pushing|yelling|screaming|getting (?:\w+ )?(?:angry|upset|loud|hysterical|personal|"
    r"rude)|being rude|"
    r"nagging|tears|drama|pressure|complaints"
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
    r"(?:I|we) (?:find|found) (?:your|that|this|it) (?:\w+ ){0,2}?(?:harsh|rude|unfair|hurtful|offensive|"
    r"unreasonable|uncalled|insulting|excessive|over the top)",
    r"you(?:'re)? (?:make|making) it (?:sound|look|seem)",
    r"(?:we|I)(?:'ve| have) got other (?:customers|guests|people|cases)",
    r"(?:put|place) yourself in (?:our|my|their) (?:shoes|position|place)",
    r"says so (?:quite |very |perfectly )?(?:plainly|clearly)",
    r"(?:is|was) (?:that|this) really necessary",
    r"explained (?:it|this|that) (?:twice|three times|several times|to you)(?: now| already)?",
    r"you(?:'re| are) (?:\w+ )?(?:overdoing|exaggerating|blowing)",
    r"we don't owe you",
    r"(?:won't|will not) be (?:blackmailed|bullied|threatened|pressured|insulted)",
    r"if you don't like it",
    r"(?:welcome|free) to (?:try|go|take your \w+) (?:to )?(?:elsewhere|somewhere else|someone else)",
    r"(?:thanks|thank you) for (?:shouting|yelling|the insults?|nothing|your (?:insults?|rudeness|anger))",
    # Contradicting.
    r"actually,? you (?!don't need|can\b|could|may|'re right|are right|were right|won't|needn't|get|have until|still|"
    r"don't have to|paid|should have had|'ve paid)",
    r"(?:that|this|it)(?:'s| is| was|'s simply| is simply| is just) (?:just |simply |plainly |clearly |"
    r"really )?(?:not true|untrue|not correct|incorrect|nonsense|a lie|false|absurd|rubbish|inaccurate|an exaggeration|"
    r"exaggerated)(?! (?:we|I|that|of us|to you|on you|and (?:I|we)|for you|what)\b)",
    r"(?:that|this|it)(?:'s| is| was) (?:simply |just )?(?:not|n't) (?:how|what) (?:it (?:happened|says)|"
    r"things happened|happened|was (?:said|agreed|ordered)|I (?:said|wrote|remember|see)|the (?:log|"
    r"records?|terms|file) (?:says?|shows?))",
    r"you(?:'re| are| were| must be| may be) (?:simply |just |quite |clearly |actually |rather |being |very |so |"
    r"really |a bit |a little |somewhat )*(?:wrong|mistaken|not listening|exaggerating|rude|unreasonable|unfair|"
    r"aggressive|over-?reacting|lying|difficult|threatening|dramatic|ungrateful|disrespectful|impossible|"
    r"not (?:the|our) only|hardly the only|the only (?:one|person|customer|guest)|"
    r"too (?:sensitive|impatient|demanding|emotional)|(?:not )?making sense|contradicting|paranoid|"
    r"imagining|asking too much|picky|fussy)",
    r"(?:we|I|they|he|she|our \w+) (?:most )?(?:certainly |definitely |clearly |indeed |absolutely |always |"
    r"most certainly |very )*did (?:explain|say so|mention|warn|inform|point (?:it|this|that) out|(?:tell|"
    r"write to|send|"
    r"ask|call|remind) you)",
    r"you (?:yourself |did (?:yourself )?|clearly |yourselves |after all )+(?:agree|agreed|sign|signed|accept|"
    r"accepted|tick|ticked|know|knew|choose|chose|decide|decided|confirm|confirmed|approve|approved|want|wanted|opt|"
    r"opted|insist|insisted|click|clicked|order|ordered)",
    r"(?:^|[,;:.] |(?:and|but|because|since|as|what|that) )you(?:'ve| have| had)? (?:agreed to|signed (?:up|the|our|"
    r"a)|accepted (?:the|our|it|this)|ticked|knew|were (?:well |fully )?aware|chose to|consented|insisted)",
    r"you (?:were|had been|have been|'ve been) (?:\w+ )?(?:told|warned|informed|advised|notified|reminded|"
    r"made aware) (?:\w+ )?(?:when you|beforehand|in advance|at the time|clearly|several times|more than)",
    r"(?:I|we) (?:beg to differ|(?:strongly |really |have to |must |respectfully )*(?:disagree|correct you|object|"
    r"contradict|dispute))",
    r"(?:I|we) (?:find|found) (?:it|that|this) (?:\w+ )?(?:hard to believe|difficult to believe|strange|odd|unlikely)",
    r"(?:so )?you (?:claim|allege|insist|maintain|think you)(?:ed|s)? (?:that )?(?:you|we|it|to|our|the)",
    r"we (?:never|didn't ever|have never|'ve never) (?:said|promised|claimed|agreed|guaranteed) ?(?:that|anything|so|"
    r"such|to|a|any|you)",
    r"(?:nobody|no one|no other customer|none of our (?:other )?(?:customers|guests|\w+)|"
    r"the others?) (?:else )?(?:has |have |had |ever |has ever )?(?:complain\w*|minded|had (?:a|any|this|"
    r"that) (?:problem|issue)|bothered)",
    r"in (?:our|my|his|her|their) defen[cs]e(?=,| to (?:us|them|our|him|her)|$| we| it)",
    r"with (?:all )?due respect|with (?:all )?respect(?=,)",
    r"let's (?:be (?:realistic|reasonable|fair|frank|adult|grown-up)|not (?:exaggerate|get carried|dramati[sz]e|"
    r"overdo|overreact|be (?:silly|dramatic)))",
    r"I (?:really |honestly |frankly |still |just )?(?:don't|do not|can't|cannot|fail to) (?:quite )?(?:see|"
    r"understand) (?:why you|the (?:fuss|problem|issue|point)|all the|what the (?:problem|fuss|issue))"
    r"(?! (?:got|had to|were left))",
    r"what (?:do|did|exactly did|exactly do|else do|more do|else did|more did) you (?:expect|want me|want "
    r"us|want from)",
    r"(?:clearly|plainly|explicitly|obviously|very clearly|in bold) (?:\w+ )?(?:stated|says|states|"
    r"written|explained|mentioned|told|stands)",
    r"(?:stated|written|explained|mentioned|it (?:says|stands)) (?:\w+ )?(?:clearly|"
    r"plainly|in black and white|in plain|in bold|for (?:all|everyone) to)",
    r"(?:it|that|this)(?:'s| is| was)? (?:all )?(?:says so|there )?(?:in (?:black and white|the small print|"
    r"plain (?:english|sight|view))|for everyone to see)",
    r"(?:if|had) you(?:'d| had)? (?:\w+ )?(?:listened|paid attention|bothered|been (?:more|less)|"
    r"looked (?:properly|closely)|thought)",
    r"(?:bigger|worse|more serious|more important) (?:problems|things to (?:do|worry)|worries|priorities)(?! with)",
    r"(?:more than|perfectly|very) (?:fair|reasonable|normal|generous|usual) (?:with|on|price|procedure|fee|"
    r"offer|charge|practice|thing)",
    # "As I said."
    r"(?:as|like) (?:(?:I|we|my colleagues?)(?:'ve| have| has| had)? ?|has been |have been |was |were |clearly |"
    rf"already |previously |repeatedly |just )+(?:been )?{_SPOKE}(?!(?:,? (?:on the phone|yesterday|you|to you|"
    rf"earlier|before|on \w+day|last \w+|this \w+|I'd|we'd)){{0,3}},? (?:you'd|I'd|we'd|you would|I would|I'm|I've|"
    r"here|so here|we're|you'll|call|write|ring|be))",
    rf"as (?:already |clearly |previously |repeatedly )*{_SPOKE} (?:in|on|above|before|earlier|already|previously|"
    r"several|many|to you|when|at|last|by)(?! (?:your|you))",
    r"(?:I|we)(?:'ve| have)? (?:already|repeatedly|clearly|previously|twice) (?:\w+ )?(?:been (?:over|through) (?:this|"
    r"that|it)|(?:said|explained|told|mentioned|stated|informed|made (?:it )?clear) (?:(?:this|that|it) )?(?:to )?you)",
    r"(?:I|we)(?:'ve| have)? told you (?:so|already|before|not to|clearly)",
    r"(?:I|we|let me|allow me to|I'll|I must|I can only|I have to) (?:will |just )?(?:repeat|say (?:it|this|"
    r"that) (?:again|once more)|remind you(?= (?:that (?:you|we|our|the|it|this)|of (?:our|the)|once|again)\b))"
    r"(?= |[.,:;]|$)",
    r"how (?:many times|often) (?:do|must|have|should|shall) (?:I|we)",
    r"for (?:the )?(?:last|umpteenth|hundredth) time,? (?:I|we|the|your|it|no|you)",
    r"(?:please |just |kindly )(?:stop|quit) (?:writing|calling|ringing|asking|messaging|e-?mailing|chasing|"
    r"contacting|bombarding|sending|spamming)",
    r"(?:don't|do not) (?:write|call|ring|ask|message|chase|mail)(?: us| me)? (?:every|so|all the|twice|daily|hourly)",
    # Nothing you do helps.
    rf"(?:{_OUTCRY})(?: [\w']+){{0,5}}? "
    r"(?:won't|doesn't|don't|isn't going to|aren't going to|will not|does not|will|never|not going to|gets?) "
    r"(?:\w+ )?(?:change|help|speed|make|get|bring|fix|solve|you (?:nowhere|anywhere)|us (?:nowhere|anywhere)|achieve|"
    r"any faster)(?! (?:sure|it right|up for))",
    r"(?:won't|doesn't|not|never|cannot|can't) (?:\w+ )?(?:get|bring|take) (?:you|anyone) (?:very |too )?far"
    r"(?=[.,;!]| here| with)",
    r"no amount of (?:asking|shouting|complaining|anger|pressure|writing|calling|arguing|insults?|threats?|pleading)",
    # Lecturing.
    rf"{_GENERIC} (?:really |simply |just |always |also )*(?:should|shouldn't|ought|knows|can see|"
    r"would (?:know|see)|makes? mistakes)(?! (?:be able|feel|get|have|be|know that you))",
    r"(?:nobody|no one) (?:really |actually )?(?:forces?|forced you|made you|is forcing)",
    r"(?:next time|in (?:the )?future|from now on|another time|for the future|going forward|"
    r"another day),? (?:please |just |do |you )?(?:\w+ )?(?:read|check (?!in)|make sure|remember|ensure|think|avoid|"
    r"consider|order (?:earlier|in)|book (?:earlier|in)|call (?:earlier|before)|listen|plan|take (?:more|better) care)",
    r"(?:^|please |should |must |to )(?:read|listen)(?: \w+){0,3}? (?:more )?(?:carefully|properly|"
    r"closely|attentively)",
    r"you (?:simply |just |really |also |do |will )*(?:need|have|must|ought|should|'ll have|"
    r"got)(?: to)? (?:\w+ )?(?:understand|reali[sz]e|accept|appreciate|bear in mind|admit)"
    r"(?= (?:that|how|this|we|our|it|to|the|why|when)|[.,])",
    r"(?:please|kindly|do|must|should|try to|hope you|sure you) (?:\w+ )?(?:understand|reali[sz]e|appreciate) "
    r"(?:that )?(?:we|you|our|there|other|this|it|everyone|these)(?:'re|"
    r"'ve)?(?: \w+){0,3} (?:have|are|can't|cannot|not|only|many|other|busy|also|must|were|do|takes?|get|deal|is)",
    r"you(?:'re| are)? (?:can't|cannot|can hardly|mustn't|could hardly|surely don't|can't really|can't seriously|"
    r"seriously) (?:\w+ )?(?:expect|expecting|ask us|demand|assume|blame|think|complain)",
    r"you (?:seem|appear) to (?:think|believe|have (?:forgotten|misunderstood)|assume|expect|imagine|misunderstand)",
    r"your (?:\w+ )?(?:expectations?|demands?|anger|reaction|accusations?|"
    r"assumption|tone|perception|impatience|frustration|behaviou?r|attitude) (?:is|are|seems?|was|"
    r"were) (?:\w+ ){0,2}(?:unrealistic|unreasonable|excessive|exaggerated|unfair|unfounded|over the top|out of|"
    r"unjustified|uncalled|inappropriate|unacceptable|childish|misplaced)",
    r"I(?:'d| would) (?:suggest|advise|recommend|urge) (?:that )?you (?:to )?(?:read the|calm|learn|think|"
    r"reconsider|stop|listen|drop)",
    r"(?:that's|it's|this is) (?:really |just |simply |pretty |so )*(?:basic|common sense|elementary|self-evident|"
    r"obvious|a no-brainer|child's play|how (?:it|life|the world|business) (?:is|goes))",
    r"(?:isn't|is not|not|hardly) (?:exactly )?(?:rocket science|brain surgery)",
    r"(?:even )?my (?:grandmother|gran|nan) (?:can|could|manages|knows)",
    r"(?:if|when) (?:they|people|one) (?:only|just|simply) (?:try|tried|read|looked?|listens?|want(?:ed)?|bother)",
    r"(?:let|may) (?:that|this) be a lesson",
    r"(?:have|learn) to live with it",
    r"(?:needless to say|for your information|as I'm sure you (?:know|are aware|understand))(?=,| )",
    r"as (?:any(?:one|body)|every(?:one|body)) (?:knows|can see|will tell)",
    r"(?:everyone|everybody) knows",
    r"you of all people",
    r"(?:everybody|everyone|all (?:our )?(?:customers|guests)|others) (?:\w+ )?(?:has|have) to (?:wait|"
    r"queue|accept|live)",
    r"you (?:just |simply |will |'ll )*(?:have|need) to (?:wait|be patient|accept|live with|deal with|put up)"
    r"(?! (?:to|until))",
    r"rules are rules",
    r"(?:you )?signed up (?:for|to)(?= (?:this|it|that|exactly))",
    r"(?:see|understand|look at|consider) (?:it from )?our (?:side|point of view|position|perspective)",
    r"(?:one|people) (?:can't|cannot|mustn't|shouldn't) (?:leave|expect|just)|one should (?:always|never|really)",
    r"(?:I|we) (?:also )?have (?:feelings|other customers|lives|better things)",
    r"how busy we",
    r"hardly (?:our|my) (?:fault|problem|job)",
    r"(?:it's|that's|this is) not (?:my|our) (?:problem|job|fault)",
    r"(?:I'm|I am|we're|we are) (?:only|just) (?:trying to help|doing (?:my|our) job)",
    r"(?:everyone|everybody|anyone|people|most (?:people|customers)) (?:[\w']+ ){0,5}?(?:manages?|copes?|"
    r"gets? (?:along|through))",
    # Washing one's hands, taking offence.
    r"(?:we|I)(?:'re| are|'m| am) (?:not|no) (?:a |your )?(?:mind[- ]?readers?|magicians?|wizards?|"
    r"charity|babysitters?|servants?|punching bag)",
    r"(?:can't|cannot|don't|couldn't) (?:read (?:your )?minds?|work (?:miracles|magic)|do magic|be everywhere|"
    r"please everyone|perform miracles|help it if)",
    r"(?:rome wasn't built|all good things|two sides to every|it takes two to|"
    r"don't shoot the messenger|(?:give|cut) us (?:a break|some slack)|oh,? please(?=[.,!])|come on(?: now)?(?=[,!])|"
    r"for heaven's sake|for goodness'? sake)",
    r"(?:I|we) (?:resent|take (?:exception|offen[cs]e)|won't (?:be (?:spoken|talked|shouted)|tolerate|accept (?:that|"
    r"this|such))|will not (?:be (?:spoken|talked|shouted)|tolerate|accept (?:that|this|such))|don't (?:appreciate|"
    r"tolerate)|do not (?:appreciate|tolerate)) (?:\w+ ){0,3}?(?:that|this|such|being|to|your|abuse|insults?|tone|"
    r"language)",
    r"(?:abuse|insults?|threats?|rudeness|swearing|bad language) (?:\w+ )?(?:will not|won't|is not|isn't|are not|"
    r"aren't) (?:be )?(?:tolerated|accepted|acceptable|helpful|welcome|necessary)",
    r"(?:that's|that is|this is) (?:just|only) your (?:opinion|view|problem|choice|decision|responsibility)",
    r"I think you(?:'ll| will) find (?:that|in|it (?:says|was|is))",
    r"if you read(?: it| them| the \w+)? (?:more |a bit more )?(?:closely|carefully|properly|again)",
    r"you (?:should|ought to) (?:be|feel|count yourself) (?:\w+ )?(?:glad|grateful|happy|lucky|thankful)|"
    r"count yourself lucky",
    r"why didn't you (?:just |simply )?(?:read|check|ask|call|tell|look|wait|say|order|write|complain|think|plan)",
    r"(?:maybe|perhaps) (?:you|next time you) (?:(?:should|could|might|ought to) have (?:\w+ )?\w+|should "
    r"(?:read|think|"
    r"plan|learn|listen))",
    r"(?:surely|certainly|I trust|I'm sure) you (?:can |will |must |could |do )?(?:understand|agree|reali[sz]e|"
    r"appreciate)",
    r"I (?:can )?(?:understand|see|get|know) (?:that )?you(?:'re| are) (?:\w+ )?(?:upset|angry|frustrated|annoyed|"
    r"disappointed|unhappy|cross),? but (?:you|please|that's|it's|rules|everyone|shouting|there's no)",
    r"(?:calling|accusing|threatening|insulting|blaming|shouting at|yelling at|cursing|swearing at) (?:us|me|"
    r"our \w+|names)\b[^.;!?]{0,30} (?:won't|doesn't|isn't|is not|will not|does not|is (?:unfair|uncalled|"
    r"wrong))",
    # Sarcasm.
    r"(?:welcome to (?:the real world|reality)|cry me a river|my heart bleeds|boo hoo|if you say so|"
    r"what a tragedy for you|sorry to burst|tough luck|get over it|grow up|suit yourself|good luck with that|"
    r"thanks for (?:the lecture|your (?:charming|kind|lovely) (?:tone|opinion))|says who)(?=[.,!?;]|$)",
    r"(?:look|listen), (?:but )?(?:you|it's (?:not|only))",
    r"charming (?:tone|language|manners)",
    r"(?:happy|pleased|thrilled) to (?:be )?(?:shouted|insulted)",
    r"you (?:obviously|clearly|evidently) (?:haven't|didn't|don't|can't|have|need|think|know)",
)
_LAUGHED = re.compile(
    r"\b(?:ha,? ha+|haha+|lol|your own (?:red )?nose|stupid (?:of you|question from))\b", re.IGNORECASE
)
_NAME_CALLED = re.compile(
    r"\b(?:clown|idiot|moron|fool|liar|thie(?:f|ves)|joker|crook|cheat|cowboy|amateur)s?\b", re.IGNORECASE
)
_CONCEDED = re.compile(
    r"\b(?:fair|deserved?|earned|right|I|we|us|our|ours|sorry|that serious|least of all|should (?:ever |"
    r"never )?be called)\b",
    re.IGNORECASE,
)
_HEARTFELT = re.compile(
    r"\b(?:needn't|need not|don't (?:need|have|want|expect you) to|no one (?:could|would)|nobody (?:could|would|can)|"
    r"shouldn't have to|hard to|how (?:you|anyone))\b[^.;!?]{0,40}\b(?:keep|stay|remain|be|have) (?:\w+ "
    r")?(?:calm|patient|"
    r"polite|civil|reasonable|friendly|patience|cool)\b[^.;!?]*|"
    r"\b(?:won't|wouldn't|would never|don't) (?:ask|tell|want|expect) you to\b[^.;!?]*|\b(?:I |we )?(?:hope|glad|"
    r"relieved|thankful|thank goodness|good that|important is)\b[^.;!?]*",
    re.IGNORECASE,
)


def argues(text: str, *, is_sore: bool) -> re.Match[str] | None:
    return _ARGUMENT.search(text) or (_WHEN_SORE.search(text) if is_sore else None)


def pays_back(text: str, customer_text: str) -> bool:
    """Laughs at them, or throws their own word for us back without taking it: "the clowns have found your part"."""
    if _LAUGHED.search(text):
        return True
    called = {word.lower().rstrip("s") for word in _NAME_CALLED.findall(text)}
    theirs = {word.lower().rstrip("s") for word in _NAME_CALLED.findall(customer_text)}
    return bool(called & theirs) and not _CONCEDED.search(text)


def without_wishes(text: str) -> str:
    """ "I hope nobody was hurt" isn't "nobody was hurt", nor "I won't ask you to calm down" a demand."""
    return _HEARTFELT.sub(" ", text)
