"""S8: nobody is argued with, lectured, played down or told to calm down."""

import re
from collections.abc import Iterator

from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.minimisation import is_on_their_side, is_played_down
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft

MEANING = "Never argue, mirror rudeness, lecture or tell people to calm down; take the complaint seriously first."

_TOLD_TO_CALM = any_of(
    "not to (?:get|be|become) (?:so |too )?(?:upset|angry|emotional|worked up|impatient|dramatic|rude|aggressive|"
    "personal)",
    "calm down",
    "relax",
    "chill(?: out)?",
    "take it easy",
    "take a (?:deep )?breath",
    "compose yourself",
    "get a grip",
    r"(?:keep|stay|remain) calm(?! and (?:leave|go|open|call|ring|move))",
    "lower your voice",
    "cool (?:it|down|off)",
    r"tone (?:it|this|that) down",
    r"mind your (?:language|tone|manners|words)",
    r"watch your (?:language|tone|words|mouth)",
    "no (?:need|reason|cause|point|call)(?: at all)? (?:to|for|in) (?:get(?:ting)?|be(?:ing|come)?|shout(?:ing)?|"
    "swear(?:ing)?|"
    r"yell(?:ing)?|capitals|caps|panic(?:king)?|rude(?:ness)?|anger|drama|exaggerat\w+|insult\w*|such|that tone|"
    "alarm|all "
    r"this|the (?:capitals|tone|drama|fuss|shouting|sarcasm|attitude)|fuss|overreact\w*|threaten\w*|threats|raise "
    "your|use "
    r"(?:that|such|capital)|write in capitals|sarcas\w+|impatien\w+|complain\w*|become|make (?:a|such))\b",
    "(?:don't|do not|stop|please don't) (?:get |be |being |getting )?(?:so |too )?(?:upset|angry|worked up|"
    "emotional|dramatic|"
    r"shout(?:ing)?|yell(?:ing)?|swear(?:ing)?|threaten(?:ing)?|rude|impatient|hysterical|exaggerat\w+|panic|"
    "aggressive|take "
    r"(?:that|this) tone|speak to (?:me|us) like|talk to (?:me|us) like|insult\w*|make (?:a|such a) (?:fuss|drama|"
    "scene))",
    "(?:be|try to be|try being|need to be|have to be|should be) (?:a (?:bit|little) )?(?:more )?(?:patient|"
    "reasonable|polite|"
    r"civil|realistic|understanding|considerate|respectful|grateful)(?! with us while)",
    "(?:have|show) (?:a (?:bit|little) (?:more )?(?:of )?|some (?:more )?|more )(?:patience|respect|understanding|"
    "courtesy|"
    r"manners|decency|common sense)",
    "patience is a virtue",
    "getting (?:angry|upset|worked up|emotional)",
)
_ARGUED = any_of(
    r"(?:I|we) did (?:\w+ )?(?:explain|tell|say|mention|warn|inform|write|point out)(?: \w+)?",
    "(?:don't|do not|stop|no need to|need not) (?:write|writing|call|calling|ring|ringing|ask|asking|message|chase|"
    "chasing|mail)(?: us| me)? (?:every|so|all the|"
    r"again|twice|daily|hourly)",
    r"actually, (?:you|we|our|it|that|this|the|your|I|if|no|there)",
    "actually you",
    "as (?:I|we|has been|have been|was|were|my colleagues?|clearly|already|previously|repeatedly|stated|explained) "
    "?(?:have |'ve "
    "|has |had )?(?:already |previously |clearly |repeatedly |just |told you |been )*(?:said|explained|told|"
    "mentioned|stated|"
    "written|wrote|pointed out|informed|communicated|advised|made clear)(?! (?:on the phone|yesterday), "
    ")(?<!promised)",
    r"(?:like|as) (?:I|we) (?:already )?(?:said|told you|explained)",
    "(?:I|we)(?:'ve| have)? (?:already|repeatedly|clearly) (?:told|explained|said|answered|informed|made (?:it|this|"
    "that) clear|"
    r"been (?:over|through))(?: \w+)?(?! (?:him|her|them|the driver|the workshop|the team|our|my|tessa))",
    "(?:that|this|it)(?:'s| is|'s simply| is simply| is just) (?:just |simply |plainly |clearly )?(?:not true|"
    "untrue|not correct|"
    r"incorrect|not right|not how|not what|nonsense|wrong|a lie|ridiculous|false|absurd|unfair|unreasonable)"
    r"(?! (?:we|I) (?:want|wanted|stand|should))",
    "you(?:'re| are| were) (?:simply |just |quite |clearly |the one |actually |rather |being |very |so )*(?:wrong|"
    "mistaken|"
    r"confused|not listening|exaggerating|rude|unreasonable|unfair|aggressive|impatient|overreacting|lying|difficult|"
    r"threatening|dramatic|ungrateful|disrespectful|impossible|the (?:only|first) (?:one|person|customer|guest)|who)",
    r"with (?:all )?(?:due )?respect",
    "to be fair to (?:us|them|our|him|her)",
    "let's be (?:honest|realistic|clear|reasonable|fair)",
    r"you (?:did |do |have |had )?(?:agreed|signed|accepted|ticked|knew|were aware|chose to|decided to|"
    r"confirmed)(?: \w+)? (?:to |when|that|it|this|our|the|of|about|yourself|and)",
    r"you (?:were|had been|have been) (?:\w+ )?(?:told|warned|informed|advised|notified|reminded) (?:\w+ )?(?:when|"
    "about|of|beforehand|in "
    r"advance|before|at the time|clearly|several|more than|that)",
    r"no amount of",
    r"won't (?:change|help|speed|make|get|bring) (?:anything|that|it|things|you|matters|your)",
    "I (?:really |honestly |frankly |still )?(?:don't|do not|can't|cannot|fail to) (?:see|know|understand) (?:why|"
    "what) (?:you|"
    r"the (?:fuss|problem|issue)|this is|all)",
    r"what (?:do|did|exactly did|exactly do|else do|more do) you (?:expect|want me|"
    r"want us|think)",
    r"(?:clearly|plainly|explicitly|obviously|very clearly) (?:stated|says|states|written|shown|"
    r"explained|listed|visible|mentioned|printed|described|told)",
    r"(?:is|are|was|were|it's) (?:there )?(?:in black and white|"
    r"for everyone to see|in the small print)",
    r"you (?:simply |just |really |also )?(?:need|have|must|ought|should)(?: to)? (?:\w+ )?(?:understand|reali[sz]e|"
    "accept|"
    r"learn|remember|appreciate|see|bear in mind|know) (?:that|how|this|we|our|it|to|the)",
    r"(?:please|kindly|do|must|should) (?:\w+ )?(?:understand|reali[sz]e|appreciate|bear in mind) that (?:we|you|our|"
    "there|other|this|it|"
    r"everyone)(?: \w+){0,3} (?:have|are|can't|cannot|not|only|many|other|busy|also|must|were|do)",
    r"(?:next time|in (?:the )?future|from now on|another time),? (?:please )?(?:\w+ )?(?:read|check|make sure|be|"
    "try|remember|"
    r"ensure|think|look|allow|plan|give us|you (?:should|might want|could|must|need))",
    "obviously",
    "needless to say",
    "frankly",
    "for your information",
    r"as (?:any(?:one|body)|every(?:one|body)) (?:knows|can see|will tell)",
    "everyone knows",
    r"any(?:one|body) (?:can|could|would) (?:see|read|tell|do|understand|know)",
    r"you (?:seem|appear) to (?:be|think|believe|have (?:forgotten|missed|misunderstood|the)|assume|expect|imagine)",
    r"you (?:can't|cannot|can hardly|shouldn't|mustn't|could hardly|don't really|didn't really|surely don't) (?:\w+ "
    ")?(?:expect|ask us|demand|"
    r"assume|blame|think)",
    r"your (?:expectations?|demands?|claims?|complaints?|anger|reaction|request|accusations?|version|assumption|tone|"
    r"perception) (?:is|are|seems?|was|were) (?:\w+ ){0,2}(?:unrealistic|unreasonable|excessive|exaggerated|unfair|"
    "unfounded|not|wrong|too|over)",
    r"(?:keep|stay|remain) (?:it |this )?(?:civil|polite|reasonable|respectful|factual)",
    r"no need to be like",
    r"don't be (?:silly|like that|ridiculous|"
    r"so|unreasonable|childish|difficult)",
    r"refrain from",
    r"(?:everybody|everyone|all (?:our )?(?:customers|guests)|others) (?:\w+ )?(?:has|have) to "
    r"(?:wait|pay|queue|follow|accept|do|live)",
    r"(?:bigger|worse|more serious|real) problems",
    r"(?:more than|only|perfectly|very) fair (?:with|to|on)",
    "(?:friendlier|nicer|politer|kinder|calmer|more (?:polite|friendly|civil|respectful)) (?:tone|manner|words|way|"
    "language)",
    r"you of all people",
    r"(?:I|we)(?:'ve| have)? told you(?! (?:I|we)(?:'d|'ll| would| will))",
    r"rules are rules",
    r"apply to (?:everyone|everybody|all)",
    r"(?:you )?signed up (?:for|to)",
    "(?:see|understand|look at|consider) (?:it from )?(?:our|my|the other|both) (?:side|point of view|position|"
    "perspective|sides)",
    r"(?:not|isn't|wasn't) how (?:I|we) (?:remember|see|understand|do)",
    r"as (?:stated|explained|mentioned|described|outlined|communicated|announced|"
    "pointed out|indicated|advised|noted) (?:in|on|above|before|earlier|already|previously|several|many|to you|when|"
    "at)",
    r"(?:I|we) (?:also )?have "
    r"(?:feelings|other customers|a lot (?:to do|on)|lives)",
    r"(?:you|it)(?:'ll| will)? (?:just |simply )?(?:have|need|has) to (?:wait|be patient|accept|live "
    r"with|deal with|put up|understand|learn|trust)(?! (?:to|until))",
    r"(?:how busy|how hard) (?:we|I|it)",
    r"hardly (?:our|my) (?:fault|problem|job)",
    r"(?:you|anyone) would (?:know|have known|have seen|understand)",
    r"(?:clear|obvious|plain) (?:to|for) (?:anyone|everyone|everybody|all)",
    "I(?:'d| would| must| have to) (?:ask|urge|remind) you to (?:be|keep|stay|remain|stop|watch|moderate|use|show|"
    "speak|refrain|remember)",
    r"(?:I'm|I am|we're|we are) (?:only|just) (?:trying to help|doing (?:my|our) job|human|people)",
    r"(?:don't|do not|no point in|stop) (?:blame|blaming|shouting at|accus\w+|lectur\w+) (?:me|us)?",
    "(?:nobody|no one|no other customer|none of our (?:other )?(?:customers|guests)) (?:else )?(?:has |ever |has "
    "ever )?"
    r"(?:complain\w*|minded|had (?:a|any|this) (?:problem|issue)|mentions?)",
    r"(?:your|that|this|such) (?:tone|attitude|"
    r"language|manner|rudeness|behaviou?r)",
    r"I(?:'d| would) (?:suggest|advise|recommend) (?:that )?you (?:read|calm|check|learn|"
    r"think|reconsider|stop|be)",
    r"if you(?:'d| had) (?:\w+ )?(?:listened|paid attention|bothered|been (?:more|less|a little))",
    r"(?:read|listen|look|check|think|count|type) (?:\w+ )?(?:more |a (?:bit|little) (?:"
    r"more )?)?(?:carefully|properly|closely|again)(?= (?:before|next|what|the|and|first|please)|[.!])",
    r"(?:I|we) (?:beg to differ|strongly disagree|disagree|have to correct you|must correct you|must object|object)",
    r"(?:it's|that's|this is) not (?:my|our) (?:problem|job|fault)",
    r"(?:watch|quite) the opposite",
    "says who",
    "so what",
    r"(?:well|sorry|look|listen), (?:but )?(?:you|that's (?:life|how)|it's (?:not|only)|what)",
    r"we (?:never|didn't ever) (?:said|"
    r"promised|claimed) (?:that|anything|so|such)",
    r"(?:threats?|shouting|insults?|swearing|capitals|caps) (?:will|won't|don't|"
    r"do|does|doesn't|is|are|get)",
    r"(?:happy|pleased|thrilled) to (?:be )?(?:shouted|insulted)",
)
_MIRRORED = re.compile(
    r"\b(?:ha ha+|haha+|lol|clowns?|idiots?|morons?|fools?|liars?|thie(?:f|ves)|your own (?:red )?nose)\b",
    re.IGNORECASE,
)
_ANGRY = "This is the third time my boiler stops working. Nobody calls back. You are useless!"
BREAKS = (
    Example("Ines, please calm down, we're on it.", _ANGRY),
    Example("There's no need to shout.", _ANGRY),
    Example("It's only one evening, hardly the end of the world.", _ANGRY),
    Example("Actually, you were told about the fee when you booked.", _ANGRY),
    Example("As I already explained, the price is final.", _ANGRY),
    Example("Let's keep things in perspective, these things happen.", _ANGRY),
    Example("Next time, please read the instructions first.", _ANGRY),
    Example("With all due respect, that's simply not true.", _ANGRY),
    Example("You need to understand that we have many other customers.", _ANGRY),
    Example("No other customer has complained about it.", _ANGRY),
    Example("Please be a little more patient with our staff.", _ANGRY),
    Example("I don't see why you are so upset about a scratch.", _ANGRY),
    Example("It clearly says so on the box.", _ANGRY),
    Example("Shouting won't make the parcel come any faster.", _ANGRY),
    Example("You're overreacting a bit, it's a small delay.", _ANGRY),
    Example("If you had listened, you'd know.", _ANGRY),
)
KEEPS = (
    Example("You have every reason to be angry: three failures in a month are too many.", _ANGRY),
    Example("You're right, we said noon and we broke our word.", _ANGRY),
    Example("As you wrote, it's the third time; I've put a new pump on the van.", _ANGRY),
    Example("As promised, here is the plan for tomorrow.", _ANGRY),
    Example("There's no need to send the old one back.", _ANGRY),
    Example("It was shown on the last page, but in small print, so I can see how it slipped by.", _ANGRY),
    Example("That isn't good enough, and I'm sorry.", _ANGRY),
    Example("It's fine to keep the box.", "Shall I keep the box?"),
    Example("Next time you're in, ask for Bea: she keeps your size.", "The shoes are lovely."),
    Example("I understand that you need it by Friday.", _ANGRY),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each sentence that argues, lectures or plays the matter down."""
    is_sore = context.is_complaint or context.reading.temperature == "worried"
    for sentence in draft.said:
        body = sentence.body
        if _TOLD_TO_CALM.search(body) and "safety" not in context.reading.risk:
            why = "Being told how to feel makes it worse."
        elif _MIRRORED.search(body) and context.is_complaint:
            why = "This pays them back in kind; staying kind is what helps."
        elif is_sore and is_played_down(body):
            why = "This makes what happened smaller than it is for them."
        elif _ARGUED.search(body) and not is_on_their_side(body):
            why = "This sounds like arguing; being heard comes first."
        else:
            continue
        yield on_sentence("S8", sentence, why, _heard(context))


def _heard(context: Context) -> str:
    """Says back what they told us, as far as it can be quoted."""
    first = re.split(r"(?<=[.!?])\s", context.newest_text.strip(), maxsplit=1)[0].rstrip(".!?")
    if 3 <= len(first.split()) <= 14 and not first.isupper():
        return f"You write: “{first}”. I take that seriously, and here is what I'm doing: [what], by [time]."
    return "I take what you write seriously, and here is what I'm doing: [what], by [time]."


RULE = Rule("S8", "calm", MEANING, BREAKS, KEEPS, find)
