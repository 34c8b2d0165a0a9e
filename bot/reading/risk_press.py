"""The press is told, asks, or writes itself; who only reads the paper is passed over."""

import re

from bot.reading.families import family

_I = re.IGNORECASE


_NAMED = r"(?-i:(?:[A-Z][\w'’]+ ){1,2})"
_PAPERS = (
    r"(?-i:Post|Times|Echo|News|Gazette|Herald|Tribune|Guardian|Chronicle|Mail|Mirror|Telegraph|Observer|"
    r"Argus|Lantern|Courier|Standard|Star|Sun|Express|Examiner|Journal|Record|Recorder|Press|Advertiser|Bugle|"
    r"Dispatch|Despatch|Globe|Register|Sentinel|Citizen|Independent|Bulletin|Leader|Mercury|Messenger|"
    r"Reporter|Enquirer|Inquirer|Ledger|Sentinel|Beacon|Clarion|Voice|Tagblatt|Zeitung|Anzeiger|Blick)"
)
_OUTLET = (
    r"(?:(?:the |our |your )?(?:local |regional |national |free |town |city |student |morning |evening |"
    r"sunday |weekly |daily )*(?:newspapers?|papers?|press|media|radio(?: station)?|tv(?: station| channel|"
    r" crew)?|telly|television|newsroom|news(?: team| desk| channel)?|magazine|gazette|newsletter|tabloids?|"
    r"broadcaster|podcast)|(?:bbc|itv|cnn|nbc|cbs|abc|npr|reuters|sky news|fox news|channel (?:\d+|one|two|"
    r"four|five)|watchdog)|(?:the )?(?-i:(?:Evening|Daily|Morning|Sunday|Weekly|Local|City) [A-Z]\w+)|"
    rf"(?:the )?(?-i:Radio [A-Z]\w+|[A-Z]\w+ Radio)|the (?:{_NAMED})?{_PAPERS}|{_NAMED}{_PAPERS})"
)
_PRESS_DOES = (
    r"(?:ask\w*|phon\w+|rang|ring\w*|call\w*|contact\w*|interview\w*|com(?:es?|ing)|came|print\w*|publish\w*|"
    r"report\w*|cover\w*|pick\w* (?:this|it) up|run\w*|is (?:interested|here|writing|coming|on)|"
    r"are (?:interested|here|writing|coming|on)|find\w*|found|want\w*|will|would love|loves?|likes?|"
    r"has (?:the|my|asked|been|photos)|man|woman|people|reporter|journalist|editor|desk|crew|photographer|"
    r"wrote|writes|'s (?:man|woman|people|reporter))"
)
PRESS = family(
    r"journalists?",
    r"reporters?\b(?! stage)",
    r"correspondent",
    r"columnists?",
    r"(?:camera|film|tv|news) crew",
    r"front page",
    r"headlines?\b(?= (?:tomorrow|on|in|if|will|about))",
    r"on air\b",
    r"press (?:office|officer|enquir\w+|inquir\w+|conference|release|statement|request|contact|council)",
    (
        r"(?:asked|ask|asking|reached out|approached|phoned|rang|invited|contacted)\b[^.?!]{0,25}\bfor (?:a |"
        r"your |my |our )?(?:comment|statement|quote|interview|reaction)"
    ),
    r"would (?:the|your) [\w ]{2,25} comment",
    r"consumer (?:programme|program|show|column|affairs (?:show|team))",
    r"(?:investigative|documentary) (?:team|film|programme|report\w*|maker)",
    r"press deadline",
    r"go(?:es|ing)? to (?:print|press)",
    (
        r"(?:is|was|'s) (?:an? )?(?:\w+ )?(?:editor|journalist|reporter|columnist|photographer|producer) (?:at|"
        r"and|there|for|of)"
    ),
    r"(?:programme|program|show|series)s? (?:on|for) (?:channel|bbc|itv|tv|radio|television)\b[^.?!]{0,20}",
    rf"(?:from|of) {_OUTLET} (?:was|were|is|came|has|stood|waits?) (?:at|in|here|with|on|outside)",
    r"(?:radio|tv|television|paper|news) (?:is|are) (?:doing|making|running|planning|preparing|looking)",
    r"for (?:the )?(?:tv|radio|television|paper|news|press) (?:report|story|piece|article|item|feature)",
    (
        r"(?:tell|telling|told|talk\w*|speak\w*|spok\w+|writ\w+|wrote|send\w*|sent|hand\w*|giv\w+|tak\w+|go|goes|"
        r"going|contact\w*|call\w*|ring\w*|phon\w+|pass\w*|forward\w*|mail\w*|involv\w+|inform\w*|off|story|over|"
        rf"approach\w*|alert\w*|ready) (?:\w+ ){{0,4}}?(?:to |with |for |in |into |on )?{_OUTLET}"
    ),
    rf"{_OUTLET} (?:\w+ ){{0,2}}?{_PRESS_DOES}",
    rf"{_OUTLET}'s (?:man|woman|people|reporter|editor|photographer)",
    (
        r"(?:works?|working|editor|edit|edits|write|writes|freelance\w*|reporting|research\w*|"
        rf"column) (?:as an? \w+ )?(?:at|for|in|of|with) {_OUTLET}"
    ),
    rf"{_OUTLET} here\b",
    (
        r"(?:edit|run|write|produce|host|publish) (?:the|a|our|my) (?:\w+ ){0,2}(?:newsletter|magazine|paper|"
        r"newspaper|gazette|column|bulletin|podcast|radio)"
    ),
    (
        rf"(?:from|of|with|at) {_OUTLET}\b(?=[^|]{{0,120}}\b(?:comment|phon\w+|rang|interview\w*|statement|article|"
        r"piece|story|reader\w*|listener\w*|viewer\w*|talk to)\b)"
    ),
    (
        rf"(?:in|on) (?:the |tomorrow'?s |tonight'?s |friday'?s )?(?:{_PAPERS}|paper|papers|news|telly|tv|"
        r"radio)\b (?:tomorrow|on \w+day|next week|if|unless|tonight)"
    ),
    (
        r"(?:see|read|find) (?:yourselves?|your (?:name|company)|it all|this) in (?:the )?(?:paper|papers|press|"
        r"news|media)"
    ),
    r"(?:article|piece|feature|segment|report|documentary) (?:about|on) (?:you|your|this|how you)",
    r"leak(?:ed|ing)? (?:this|it|the (?:story|documents?|mails?)) to",
)
_ONLY_READER = re.compile(
    r"\b(?:(?:read|saw|seen|heard|mention\w*|advert\w*|ad|coupon|voucher|offer|"
    r"crossword)\b[^.?!]{0,30}\b(?:in|on|from|about) (?:the |your |a )?(?:\w+ )?(?:paper|papers|newspaper|"
    r"news|press|radio|tv|telly|media|magazine)|(?:channel \d+|the \w+)'?s? (?:comment section|comments|"
    r"facebook page)|magazine keeps|(?:review|rating) (?:reply|page|request|mail|link)|(?:newspaper|paper|"
    r"magazine|newsletter|radio|tv|channel|media) (?:subscription|delivery|round|package|licence|license|box|"
    r"stand|player|bundle|clipping)|social media|french press|trouser press|press (?:the|a|any|enter|send|"
    r"play|return|here|on|down|\d|and)|(?:i|we|you) press|wall ?paper|toilet paper|writing paper|"
    r"(?:buy|sell|sold|bought) (?:\w+ ){0,2}(?:newspapers?|papers?|magazines?)|yesterday's newspaper|"
    r"our newsletter to (?:your|the) print\w*|(?:your|the company|monthly|unsubscrib\w+[^.?!]{0,20}|"
    r"stop[^.?!]{0,25}|subscrib\w+[^.?!]{0,20}) newsletter|post office|by post)\b",
    _I,
)


def is_press(text: str) -> bool:
    return bool(PRESS.search(_ONLY_READER.sub(" ", text)))
