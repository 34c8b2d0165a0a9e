"""S12: thanks are for something specific, once, without gushing."""

import re
from collections.abc import Iterator

from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence

MEANING = "Thank them for something specific, once, without gushing; no thanks is fine too."

_THANKS = (
    r"(?:thank(?:s|ing)?(?: you| y'all| all)?|thank-you|thx|cheers|grateful|obliged|indebted|appreciat(?:e|ed|ing|"
    r"ion)|gratitude)"
)
_EMPTY = (
    r"(?:patience|understanding|message|e-?mail|mail|enquiry|inquiry|business|loyalty|interest|co-?operation|request|"
    r"feedback|custom|support|trust|call|letter|query|ticket|"
    r"attention|contact|time(?! and (?:the|your)\b)|correspondence|purchase|order|booking|visit|question|concern|"
    r"confidence|faith|goodwill|"
    r"forbearance|consideration|indulgence|flexibility|"
    r"reply|response|post|review|input|opinion|comments?|enthusiasm|commitment|partnership|membership|stay|note|words)"
)
_POLITE_DEED = (
    r"(?:contacting(?! (?:the|your|his|her|my|an?|Dr|Mrs?|Ms)\b)|reaching out|getting (?:back )?in touch|"
    r"getting back to us(?! with)|writing(?: in| to us| back)?(?! such| for | on behalf|"
    r" that| about| down| so| in english| english| it)|"
    r"being (?:(?:so |very |such )*(?:patient|understanding|loyal|kind|flexible|cooperative)|(?:a|an|our|such|part|"
    r"with|one of)\b)|choosing|using our|shopping with|calling(?: us)?(?=[.,!]|$| today| and)|"
    r"flying with|staying with|banking with|travelling with|riding with|training with|bringing (?:this|it|"
    r"that) to our|connecting with|"
    r"taking (?:the |some )?time to (?:contact|reach|get in|write(?: to us)?(?=[.!,]))|considering us|messaging|"
    r"e-?mailing|bearing with|(?:waiting|understanding|hanging on|holding(?: on)?|joining us|playing)(?=[.,;!]|$| "
    r"(?:and|while|patiently|today)\b)|"
    r"holding the line|understanding (?:our|the situation|that we|that these|that this)|continued|continuing|"
    r"giving (?:us|me) (?:the|a|another|this) (?:chance|opportunity|try|go|moment)|trusting (?:us|in us|our|in our)|"
    r"believing in|sticking with us|supporting (?:us|our)|"
    r"visiting (?:us|our)(?=[.,!]|$| (?:shop|store|website|site|page|today))|"
    r"the (?:message|e-?mail|enquiry|inquiry|contact|opportunity|continued)|"
    r"everything you do|all (?:you do|your (?:patience|trust|loyalty|support|understanding)))"
)
_OF_ITS_OWN = r"(?! (?:about|on|with|from|of|that|in which|because|to (?:the|our|my) [a-z]+)\b|(?:, [A-Z]\w+)?: the\b)"
"""What makes even a plain noun specific: "your note about the swing"."""
_FILLER = any_of(
    rf"{_THANKS}(?: \w+){{0,4}}? (?:for|about) (?:{_POLITE_DEED}|your (?:[\w-]+ )?(?:{_EMPTY}(?= (?:and|"
    rf"&) {_EMPTY}\b)|(?:patience|understanding|interest|loyalty(?! to (?:the|an?)\b)|business|custom|trust|support|"
    rf"co-?operation)|{_EMPTY}{_OF_ITS_OWN}))",
    r"(?:thank you|thanks) (?:all )?in advance",
    r"(?:we|I) (?:really |truly |greatly |highly |very much |do |always )*(?:value|appreciate|treasure|"
    r"cherish) (?:you(?=[.!,]| (?:as|and|for|being))|(?:your|our|all our) (?:\w+ )?(?:customers?|"
    rf"{_EMPTY}))(?! (?:about|on the))",
    rf"your (?:continued |ongoing )?{_EMPTY}(?: and \w+)? (?:is|are|means) (?:\w+ )?(?:(?:very |so |really |much |"
    r"greatly |truly |highly )*(?:appreciated|important|valued|valuable|a lot|everything|the world))",
    r"(?:it|this|that) (?:really )?means (?:a lot|so much|the world|everything) to (?:us|me)",
    r"(?:we|I)(?:'re| are|'m| am) (?:\w+ )?(?:grateful|thankful|lucky|glad|happy|proud|delighted) (?:"
    r"to have (?:you(?! (?:back|in|with us on|here on)\b)|(?:such )?(?:an? )?(?:[\w-]+ ){0,2}?(?:customers?|guests?|"
    r"members?|users?|people))|for (?:such (?:a )?(?:customers?|loyal)|"
    r"customers|your (?:trust|loyalty|support|business)))",
)
_GUSH = any_of(
    r"(?:thank you|thanks)[,!.\s]+(?:thank you|thanks)",
    r"(?:thank you|thanks) (?:a million|a billion|a thousand|a bunch|a ton|"
    r"so so|sooo+|ever so)",
    r"(?:eternally|forever|infinitely|endlessly|immensely|incredibly|beyond|deeply and|so very|"
    "extremely|tremendously|unbelievably|hugely) (?:grateful|thankful|happy|honou?red|blessed|touched|thrilled|"
    "delighted|moved)",
    r"(?:we|I)(?:'m| am|'re| are) (?:\w+ )?(?:honou?red|humbled|overwhelmed|blessed|so (?:incredibly |very |deeply "
    ")?(?:grateful|thankful|"
    r"touched|thrilled))",
    r"(?:wonderful|amazing|lovely|great|fantastic),? (?:wonderful|amazing|lovely|great|fantastic)",
    r"(?:we|I) (?:all |just |absolutely )?(?:adore|worship|love) you(?! to\b)",
    r"over the moon",
    r"(?:jumping|dancing|crying|weeping) (?:for|with|tears of) joy",
    r"made (?:our|my) (?:whole |entire )?(?:week|"
    r"month|year|life|century|decade)",
    r"(?:we|I) (?:can't|cannot|could never|can never) thank you enough",
    r"words (?:can't|cannot|fail|don't) (?:me|us|say|express|describe|do|tell)",
    r"best (?:customers?|users?|guests?|person|people) (?:ever|in the (?:world|universe)|"
    r"(?:we|anyone) could)",
    r"from the bottom of (?:our|my) hearts?",
    r"you(?:'re| are) (?:simply |just |absolutely |truly |such )*"
    r"(?:an? )?(?:\w+ )?(?:amazing|incredible|wonderful|fantastic|awesome|the best|a star|a legend|an angel|a hero|"
    "superstar|"
    r"rockstar|treasure|phenomenal)(?! (?:news|idea|find|photo|choice))",
    r"(?:absolutely|totally|so incredibly|completely) "
    r"(?:ecstatic|overjoyed|blown away|speechless|thrilled|honou?red)",
    r"you have no idea how",
    r"(?:oh )?wow+[,!]",
    r"means (?:absolutely )?(?:the world|everything to|so much to|more than you)",
    r"(?:customers?|guests?|people|readers?|members?|fans?) like you",
    r"lucky to have you",
    r"(?:can't|cannot) (?:tell|begin to tell|express|say|put into words) (?:you )?how (?:\w+ )?(?:happy|grateful|"
    r"much|glad|thankful|touched)",
    r"(?:so,? so|very,? very|really,? really) (?:much|grateful|thankful|happy|kind|glad)",
    r"(?:the )?(?:greatest|kindest|loveliest|nicest|sweetest) (?:customer|reader|member|guest|person|"
    r"people|user|message|mail|review|words) (?:ever|in the|of all|that|we|I)",
    r"bless you",
    r"(?:bottom|depths) of (?:our|my) hearts?",
    r"(?:whole|entire) (?:team|office|shop|crew|family) (?:is|was|are|were) (?:\w+ )?(?:thrilled|overjoyed|"
    r"delighted|in tears|dancing|cheering|over)",
    r"tears in (?:our|my) eyes",
    r"(?:a )?million thanks",
    r"thousand thanks",
    r"(?:huge|massive|enormous|gigantic|giant) thank",
    r"(?:words|message) (?:has |have )?(?:warmed|melted)",
    "such an? (?:incredible|amazing|fantastic|wonderful|awesome|loyal|exceptional|outstanding) (?:customer|guest|"
    "user|person|"
    r"member)",
)
_WARM = re.compile(
    r"(?:oh )?wow|(?:wonderful|amazing|lovely|great|fantastic)\b|you(?:'re| are)|(?:whole|entire)|made|words|bless|"
    r"over the moon|(?:so|very|really),? |tears|(?:the )?(?:kindest|loveliest|nicest|sweetest)",
    re.IGNORECASE,
)
"""What a kind person may say once: "you're a star for finding it"."""
_JOY = re.compile(
    r"\b(?:can't|cannot) (?:tell|say|express|begin to tell|put into words) (?:you )?how (?:\w+ )?(?:happy|glad|pleased|"
    r"relieved|touched|much (?:that|this|it))\b|\bover the moon (?:for|that|with) you\b|\bmade (?:my|our) (?:day|"
    r"week)\b",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(
    r"\bthat (?:it|he|she|they|you|your \w+)(?:'s|'re| is| are| got| came| made| found)\b|\bmoon for you\b",
    re.IGNORECASE,
)
_POLITENESS = re.compile(
    r"^(?:it|this|that) (?:really )?means|^we(?:'re| are)? (?:\w+ )?(?:value|appreciate|love|delighted|happy|glad|"
    r"grateful|thrilled|pleased)\b",
    re.IGNORECASE,
)
_ANY_THANKS = re.compile(
    r"\b(?:thank you|thanks|many thanks|we thank|I thank|grateful (?:to you|for your|that you))\b(?!-)", re.IGNORECASE
)
_NOT_OURS = re.compile(
    r"\b(?:thanks to|no thanks|as (?:a|our) thank(?!-?\s?yous? for your)|your thanks|thank (?:him|her|them|Rosa)|"
    r"pass (?:on )?your thanks|"
    "said thanks|"
    r"thank-you(?! for your))\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"!{2,}|(?:![^!]{1,60}){4,}")

BREAKS = (
    Example("Thank you for contacting us."),
    Example("Thank you for your patience and understanding."),
    Example("Thanks so much for reaching out to us today!"),
    Example("We really value your business."),
    Example("Thanks for the photo. It arrives on Monday. Thank you very much for the order number."),
    Example("Oh wow, thank you, thank you, thank you!!!"),
    Example("We are eternally grateful to have such an amazing customer!"),
    Example("Your feedback is very important to us."),
    Example("Thank you for choosing Harbour Ferries."),
    Example("We appreciate your patience."),
    Example("Thanks a million, you made our whole week!"),
    Example("Thank you for bringing this to our attention."),
)
KEEPS = (
    Example("Thanks for the two photos, they're all I need."),
    Example("Thank you for telling us about the loose thread."),
    Example("Thanks to your note we found the leak."),
    Example("As a thank-you for coming so far, the tasting is free."),
    Example("It arrives on Monday."),
    Example("Thank you for trying both browsers first; it means I can skip that."),
    Example("I'll pass your thanks on to Rosa."),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """The first filler, gush or second thanks of a draft."""
    thanked: Sentence | None = None
    for sentence in draft.sentences:
        body = _NOT_OURS.sub(" ", sentence.text)
        if sentence.is_sign_off:
            continue
        if _FILLER.search(body):
            yield _finding(sentence, "Thanks that fit every letter say nothing to this person.", "")
            return
        if _gushes(body, draft, context) or (_ANY_THANKS.search(body) and _SHOUTED.search(body)):
            why = "So many thanks drown the one that is meant."
            yield _finding(sentence, why, "Thank you for [what exactly they did].")
            return
        count = len(_ANY_THANKS.findall(body))
        if count and (thanked or count > 1):
            yield _finding(sentence, "They have been thanked already; once is enough.", "")
            return
        thanked = sentence if count else thanked


def _gushes(body: str, draft: Draft, context: Context) -> bool:
    """A word of delight alone is warmth; too much is one that is no shared joy and comes with more of its kind."""
    found = _GUSH.search(body)
    if found is None or _is_shared_joy(body, context):
        return False
    is_warm = bool(_WARM.match(found.group())) and len(_GUSH.findall(draft.body)) == 1
    return not is_warm or draft.body.count("!") > 2


def _is_shared_joy(body: str, context: Context) -> bool:
    """They wrote with joy, and one warm sentence says that it is shared."""
    is_happy = context.reading.praise or context.reading.temperature == "happy" or bool(_FOR_THEM.search(body))
    return is_happy and len(_GUSH.findall(body)) == 1 and bool(_JOY.search(body))


def _finding(sentence: Sentence, why: str, rewording: str) -> Finding:
    """Without thanks of its own the rewording is what else the sentence says, if that is more than politeness."""
    rest = ""
    if not rewording and (follows := re.search(r"[,;:]\s+(?=(?:and |but |so )?(?:I|we|your|the|it)\b)", sentence.body)):
        rest = re.sub(r"^(?:and|but|so) ", "", sentence.body[follows.end() :])
    if _POLITENESS.search(rest):
        rest = ""
    words = rewording or (rest[:1].upper() + rest[1:])
    return Finding("S12", sentence.body_start, sentence.end, why, words)


RULE = Rule("S12", "thanks", MEANING, BREAKS, KEEPS, find)
