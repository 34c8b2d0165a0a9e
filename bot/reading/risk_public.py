"""Going public: reviews, social media, telling everybody; praise in public is no risk."""

import re

from bot.reading.families import family
from bot.reading.grievances import is_aggrieved

_I = re.IGNORECASE


_PLATFORM = (
    r"(?:twitter|facebook|insta(?:gram)?|tik ?tok|linked ?in|reddit|youtube|trust ?pilot|google(?: maps|"
    r" reviews?)?|yelp|trip ?advisor|glassdoor|booking\.com|amazon|threads|mastodon|bluesky|snapchat|whatsapp|"
    r"nextdoor|next door|mumsnet|discord|telegram|twitch|check-?a-?trade|social(?:s| media| networks?)?|"
    r"(?:review|rating) (?:site|portal|page)s?|every (?:site|platform|portal|forum|channel)|the (?:app|"
    r"play) store|my (?:blog|channel|feed|page|stor(?:y|ies)|stream|podcast|profile|timeline|socials|server)|"
    r"(?:a|the|every|each|our|my) (?:\w+ )?(?:forums?|subreddit|chat group|comment section|comments|"
    r"message boards?|facebook group)|(?:facebook|whatsapp|local|community|village|parents'?|neighbou?rhood|"
    r"school|town|class) (?:group|page|chat|forum)|(?-i:[A-Z][a-z]+(?:Hub|Pilot|Gram|Tube|Book|Tok|Chat|Space|"
    r"Review|Rate|Board)))"
)
_AUDIENCE = (
    r"(?:everyone|everybody|anyone who|anybody who|the (?:whole |entire )?(?:world|internet|town|village|"
    r"street|city|neighbou?rhood|school|industry|office|building|community|network|club|parish|congregation)|"
    r"my (?:whole |entire )?(?:network|followers|subscribers|readers|viewers|friends|colleagues|neighbou?rs|"
    r"community|club|class|choir|team|union|association|office)|our (?:whole |entire )?(?:\w+ )?(?:network|"
    r"followers|members|community|association|neighbou?rs|club|parents|tenants|school|group)|"
    r"all (?:of )?(?:my|our) \w+|every (?:neighbou?r|parent|friend|colleague|tenant|customer|single \w+)|"
    r"other (?:people|customers|guests|parents|tenants|travell?ers|buyers|victims|patients|students|members|"
    r"drivers|owners)|others|people|\d+ ?k (?:\w+ )?(?:followers|subscribers|readers|viewers|members)|"
    r"\d[\d.,]* (?:\w+ )?(?:followers|subscribers|readers|viewers|members)|followers|subscribers|"
    r"as many people)"
)
PUBLIC = family(
    (
        r"(?:post\w*|put\w*|shar(?:e|es|ing|ed)|tell\w*|writ\w+|tweet\w*|upload\w*|go(?:es|ing)?|plaster\w*|"
        r"splash\w*|publish\w*|spread\w*|leav\w+|drop\w*|air|airing|rant\w*|complain\w*|show\w*|broadcast\w*|"
        r"stream\w*|expos\w+|tag\w*|report\w*|warn\w*|read|appear\w*|story|thread|video|photos?|pictures?|clip|"
        r"reel|screenshots?|review)\b[^.?!]{0,60}\b(?:on|to|onto|over|in|across|into|via|at|by|all over|up on|"
        rf"everywhere on) (?:\w+ ){{0,2}}?{_PLATFORM}"
    ),
    (
        rf"(?:on|over|to|all over|onto) {_PLATFORM} ?(?:tonight|tomorrow|today|now|already|next|by|if|unless|"
        r"within|until|soon|on \w+day|at \d)"
    ),
    r"(?:one|1|zero|0|two|no|half a)[- ]stars?\b",
    r"stars? (?:everywhere|on every|for you|from me)\b",
    r"⭐",
    (
        r"(?:bad|honest|negative|terrible|scathing|damning|bitter|public|truthful|brutal|long|nasty|"
        r"detailed) (?:\w+ )?review"
    ),
    (
        r"(?:straight|go(?:es|ing)?|put|write|writing|wrote|leave|leaving|post\w*|ends?|land\w*|"
        r"straight) (?:\w+ ){0,4}(?:in|into|on) (?:the|my|a|every|your) (?:\w+ )?reviews?"
    ),
    (
        r"(?:leave|leaving|write|writing|post|posting|give|giving|left) (?:you |your \w+ )?(?:a |an |my |the |"
        r"our )?(?:\w+ )?(?:reviews?|rating)\b"
    ),
    r"review (?:will|is (?:going|ready|written|coming)|goes|follows)",
    r"(?:my|our|the) reviews?\b[^.?!]{0,25}\b(?:will|ready|written|tonight|tomorrow|say\w*|mention\w*|clear)",
    r"rate you",
    (
        r"(?:tell|telling|warn|warning|show|showing|inform\w*|let|alert\w*|advise|advising|urge|"
        rf"discourag\w+)\b(?:[^.?!]{{0,30}}\band)? (?:absolutely |just |simply |each and )?{_AUDIENCE}"
    ),
    (
        rf"{_AUDIENCE} (?:\w+ )?(?:will|shall|should|must|deserves?|is going to|are going to|can|ought to|"
        r"needs? to|has to|have to|gets? to)\b (?:all |also |soon |be |finally |surely )*(?:hear\w*|know\w*|"
        r"see\w*|read\w*|learn\w*|lov\w+|judge\w*|find out|told|warned|interested|delighted|laugh\w*|enjoy\w*)"
    ),
    (
        r"(?:will|shall|going to|gonna) (?:love|enjoy|hear about|see|read about) (?:this|that|it|these|"
        r"your)\b(?=[^.?!]{0,30}\b(?:unboxing|story|video|clip|post|photos?|one|screenshots?)\b)"
    ),
    (
        r"(?:for|so|that) (?:that )?(?:everyone|everybody|all|the (?:whole )?(?:world|internet)|others|"
        r"people) (?:can |could |to |will )*(?:see|read|know|hear|judge|watch|learn|laugh)"
    ),
    (
        r"(?:goes?|going|went|is|are|'s|be|put(?:ting)?|posted) (?:all |straight |live |now |already )*(?:up|"
        r"online|public|live|viral|out there|everywhere)\b(?=[^.?!]{0,50}\b(?:tonight|tomorrow|at \d|if|unless|"
        r"with (?:\w+ )?(?:screenshots?|photos?|names?|pictures)|on \w+day)\b)"
    ),
    (
        r"(?:video|photos?|pictures?|screenshots?|story|thread|clip|recording|footage|post|reel|mails?|"
        r"chat)\b[^.?!]{0,30}\b(?:goes|go|going|will (?:be|go)|is|are|gets?)\b[^.?!]{0,12}\b(?:online|public|up|"
        r"live|viral|posted|shared|everywhere|edited|ready)\b"
    ),
    r"screenshot(?:s|ted|ting)? (?:\w+ ){0,4}(?:for|to|and|ready|going|saved)",
    r"recorded (?:this|the|every|our|it|everything)\b[^.?!]{0,30}\b(?:online|post|share|upload|public)",
    r"nam(?:e|ing) and sham(?:e|ing)",
    r"(?:on|across|over) (?:every|all|any|the \w+) (?:social )?platforms?",
    r"publicly",
    (
        r"(?:writ\w+|post\w*|say\w*|put\w*|complain\w*|read)\b[^.?!]{0,25}\b(?:bad|nasty|ugly|awful|"
        r"unkind)? ?things? (?:about you )?online"
    ),
    r"explain (?:it|this|that|yourselves?) to (?:my|the|our|all|\d)",
    rf"(?:explain|answer|show|sell) (?:it|this|that) to {_AUDIENCE}",
    (
        r"(?:everyone|everybody|every \w+|all|people|anyone)\b(?: \w+){0,4} (?:will|shall|is going to|"
        r"are going to) (?:hear|know|read|see|learn)"
    ),
    (
        r"so (?:that )?(?:others|nobody else|no one else|other people|people)\b[^.?!]{0,25}\b(?:spared|warned|"
        r"fall|falls|know|can|don'?t|won'?t|makes?|have to)"
    ),
    (
        r"(?:blog(?:ger)?|vlog(?:ger)?|youtuber|streamer|channel|podcast)\b(?=[^|]{0,80}\b(?:about you|next|guess|"
        r"hear|big(?:gest)?|post|story|episode|piece)\b)"
    ),
    (
        r"(?:group|members|parents|neighbou?rs|friends|everyone|colleagues)\b[^.?!]{0,40}\b(?:all |already |"
        r"now )+know"
    ),
    (
        r"(?:filmed|recorded|photographed|documented|kept) (?:the |every |it |this |all )*(?:whole )?(?:thing|"
        r"chats?|calls?|mails?|everything|story|conversation)\b(?=[^|]{0,80}\b(?:online|platform|post|advert|"
        r"public|everyone|look|goes|going|show)\b)"
    ),
    r"(?:look|hear|find) (?:it |you )?(?:before|when) they (?:buy|book|order)",
    r"go(?:ing)? (?:viral|public)",
    r"mak(?:e|ing) (?:this|it|that|everything|my story|the story) (?:public|known|viral)",
    r"public (?:shaming|shame|complaint|post)",
    r"word (?:gets|will get|spreads|of mouth|travels|is getting) ?(?:around|round|out|fast)?",
    r"spread the word",
    r"(?:ruin|destroy|damage|wreck|hurt|cost) your (?:reputation|name|rating|image|brand|business)",
    r"bad (?:publicity|press)",
    r"your reputation",
    (
        r"(?:people|everyone|everybody|they|you'?ll|the world) (?:will|'ll|shall|is going to) (?:hear|read|"
        r"know) (?:of|about) (?:this|it|how|me|you)"
    ),
    r"expos(?:e|ing) (?:you|your|this|them|the)",
    r"blast (?:you|this|it)",
    r"call(?:ing)? you out",
    r"#\w*(?:fail|scam|boycott|shame|worst|never)\w*",
    r"boycott\w*",
    r"petition",
    r"(?:tag|tagging|@ing) (?:you|your ceo|everyone)",
    r"influencers?",
    r"(?:start|create|open) a (?:thread|group|page|petition|campaign)",
    r"picket\w*",
    (
        r"(?:leaflets?|posters?|signs?|banners?) (?:in|on|outside|about)\b(?=[^.?!]{0,40}\b(?:your|window|door|"
        r"town|street)\b)"
    ),
)
_HARD_PUBLIC = re.compile(
    r"\b(?:(?:every|all|any) (?:social )?platforms?|publicly|(?:all|already|now) know|"
    r"will (?:hear|know|read|learn) (?:how|what|about|of)|(?:one|1|zero|0)[- ]stars?|name and shame|followers|"
    r"subscribers|tell\b[^.?!]{0,45}\b(?:why|how you|what you|about (?:this|you|it|how)|not to|never to)|"
    r"go(?:ing)? (?:viral|public)|boycott|expos(?:e|ing) you|warn|scathing|(?:terrible|bad|negative) review)\b",
    _I,
)
_GLAD = re.compile(
    (
        r"\b(?:five|5|10/10|ten)[- ]?stars?|recommend\w*|(?:glowing|lovely|great|good|nice|positive|kind) review|"
        r"(?:where|how) (?:do|can|could|should) i (?:leave|write|give|post)|permission|allowed to|may i|"
        r"can i (?:share|post|stream|tell)|do you have (?:a|an)|are you on|follow you\b"
    ),
    _I,
)


def is_public(text: str, *, is_grave: bool = False) -> bool:
    """`is_grave`: another risk shows already that this is no friendly post."""
    if not PUBLIC.search(text):
        return False
    return bool(_HARD_PUBLIC.search(text)) or ((is_grave or is_aggrieved(text)) and not _GLAD.search(text))
