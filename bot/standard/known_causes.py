"""Tells when a sentence gives a reason that nothing known bears out, or one where nobody knows the reason yet."""

import re

from bot.standard.context import Context, KnownFact
from bot.standard.grammatical_subject import subject_of
from bot.standard.known_states import HEDGED
from bot.standard.ownership import is_owned
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import is_about, topics

CAUSE_NAMES = ("cause", "reason", "why", "fault", "explanation", "diagnosis", "origin")
_BECAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|caused by|on account of|as a result of|(?:is|are|was|were|all) down to|"
    r"the reason(?: for (?:it|this|that|the \w+))? (?:is|was|being)(?: that)?|(?:traced|traces?) (?:it |this "
    r")?(?:back )?to|"
    r"the (?:cause|culprit|problem|explanation|trouble|root|reason|fault|issue)(?: for (?:it|this|that)| of it)? "
    r"(?:is|was|lies in|lay in|lies with|turned out to be|seems to be|appears to be)(?: that)?|"
    r"(?:comes?|came|stems?|stemmed|results?|resulted|arose) from|(?:held up|delayed|hit|triggered|knocked out|"
    r"affected|"
    r"damaged|blocked|slowed down|interrupted) by|turned out to be|it was(?! (?:us|me|our|my|your|yours|good|great|"
    r"nice|kind)\b))\s+(?P<cause>[^.;!?]+)",
    re.IGNORECASE,
)
_BECAUSE_OF = re.compile(r"\b(?:because|due to|owing to|caused by|on account of|as a result of|the reason)\b", re.I)
"""Words that can only give a reason; "it was" and "it comes from" give one only to who asked for it."""
_CAUSED = re.compile(
    r"(?P<cause>[^.;!?]{1,160}?)\b(?:is|are|was|were) (?:what|the one that|the thing that|to blame|the culprit|behind "
    r"(?:it|this|that)|"
    r"why|the reason|the cause)\b|(?P<cause2>[^.;!?]{1,160}?)\b(?:caused|triggered|led to|brought about|"
    r"knocked out|"
    r"killed|"
    r"explains|held (?:it|them|everything|all [\w ]{3,20}|your \w+) up|set (?:it|this|that) off)\b",
    re.IGNORECASE,
)
_EVENT = any_of(
    r"(?:strikes?|walk-?out|industrial action|outage|storms?|snow(?:fall|storm|ed)?|bad weather|the weather|fog|frost|"
    r"heatwave|lightning|flood(?:ing|ed)?|landslide|earthquake|fire|wildfires?|virus|malware|cyber ?attacks?|hackers?|"
    r"hacked|ddos)",
    r"(?:road |rail |lorry |traffic )?accidents?|crash on the \w+|traffic(?: jams?)?|roadworks|road closures?|"
    r"congestion|detour|derailment",
    r"(?:staff|driver|labour|supply|material|parts|chip|crew) shortages?|sick leave|illness|(?:off|fell|gone) "
    r"(?:sick|ill)|"
    r"flu|covid|pandemic|quarantine",
    r"(?:scheduled |routine |planned |emergency )?maintenance(?: work)?|server (?:crash|failure|problem|update|outage|"
    r"migration)|power (?:cuts?|failure|surge|outage|spike)|voltage spike|glitch(?:es)?|backlog",
    r"(?:high|unusual|unexpected|huge|increased|record|strong|overwhelming) (?:demand|volumes?|number of (?:orders|"
    r"calls))",
    r"(?:supplier|manufacturer|factory|carrier|provider|customs|port|airport)(?:'s)? (?:problem|issue|delay|error|"
    r"mistake|fault|bankruptcy|closure|strike|checks?|inspections?|backlog)s?",
    r"(?:held (?:up )?(?:at|in|by) customs|customs (?:held|stopped|opened)|supplier (?:went|let|failed|changed|"
    r"raised))",
    r"(?:technical|computer|software|network|human|printing|typing|clerical|internal) (?:problem|issue|fault|error|"
    r"difficult\w+|bug|failure|hiccup)s?",
    r"(?:system|software|firmware|security|database|app|bank|bank's|nightly|automatic) (?:error|update|upgrade|"
    r"failure|crash|"
    r"issue|problem|migration|glitch|patch)s?",
    r"(?:new |changed |recent )?(?:regulations?|legislation|tax rules)|change in the law|brexit|tariffs",
    r"burst pipe|theft|break-in|vandal\w*|printer jam|broken-down|broke down|breakdown|flat (?:tyre|battery)|gas leak",
    r"(?:digger|excavator|construction work|builders|squirrels?|mice|rats|moth|bird)\b[\w ]{0,20}",
    r"(?:faulty|bad|defective|damaged|loose|worn|worn-out|cheap|dirty|blocked|corroded|dead|weak) (?:batch|cable|wire|"
    r"wiring|seal|valve|pump|part|screw|sensor|battery|connector|contact|fuse|filter|chip|board|joint|bearing|gasket|"
    r"hose)",
    r"(?:wear and tear|hard water|limescale|condensation|humidity|overheating|overload(?:ed)?|short circuit|corrosion)",
    r"(?:public|bank|national) holiday|price (?:rise|increase)s? (?:at|by|from)|raw material (?:prices|costs)|"
    r"inflation",
    r"(?:energy|fuel|material) (?:prices|costs)|crop failure|poor harvest",
)
_GUESS = any_of(
    r"(?:most|very|quite|more than) likely",
    r"probably",
    r"presumably",
    r"apparently",
    r"(?:I|we) (?:would )?(?:guess|think|suppose|assume|bet|reckon|suspect|imagine|believe)",
    r"must (?:have|be)",
    r"(?:my|our) (?:best )?guess",
    r"(?:usually|normally|typically) (?:it's|that's|this is|caused)",
    r"as far as I can tell",
    r"(?:it )?(?:looks|seems|sounds) (?:like|as if)",
    r"no doubt",
    r"surely",
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|got|did|came|went|hit|broke|held|cut|fell|made|took|has|have|been|caused|blew|ran|is|are|"
    r"\w{3,}ed)\b|'s\b",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r"\b(?:was|were|had|got|did|came|went|hit|broke|held|cut|fell|made|took|caused|blew|ran|\w{3,}ed)\b", re.IGNORECASE
)
_NOT_NOW = re.compile(
    r"\b(?:will|'ll|would|could|can|if|inconvenience|whether|in case|should|may|might|not|no|never)\b|n't\b",
    re.IGNORECASE,
)
_ASKED_WHY = re.compile(
    r"\b(?:why|how come|what(?:'s| is| was)? (?:happened|happening|went wrong|going on|the (?:reason|cause|excuse))|"
    r"reason|explain|explanation|how (?:does|did|could|can) (?:that|this|it|you|such|something))\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:courier|carrier|suppliers?|drivers?|partner|warehouse|department|team|colleagues?|you|your|customers?|staff|"
    r"manufacturer|maker|hauliers?|post(?:man|al service)|contractor|technician|cleaners?|kitchen|workshop|somebody|"
    r"someone)\b",
    re.IGNORECASE,
)
_WHICH_TAKES = re.compile(
    r",?\s(?:which|that) (?:takes?|costs?|eats?|adds?|explains?|means?|makes?|is why|accounts? for|slows?|delays?|"
    r"holds?)\b",
    re.IGNORECASE,
)
_FEELING = re.compile(r"\b(?:is|are|must|sounds?|feels?|sorry|I|we|our|my)\b|'s\b")
_FINDING_OUT = re.compile(r"\b(?:know|find|finding|check\w*|look\w*|investigat\w+|ask\w*|examin\w+|test\w*)\b", re.I)
_THERE_WAS = re.compile(
    r"\b(?:there(?:'s| is| was| were| has been| have been)|(?:we|they|he|she)(?:'ve| have| had| has)?(?: \w+)? "
    r"(?:had|having|been hit|suffered|experienced?|experiencing)|(?:hit|struck|affected|happened|broke out))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:that |the fact that )?(?:you|I|we|it|that|this|they|of (?:you|us|me|it|that|this))\b", re.I)


def cause_known(context: Context) -> KnownFact | None:
    """The fact that is named after the cause."""
    return next(
        (fact for fact in context.facts if set(fact.key.lower().replace("-", "_").split("_")) & set(CAUSE_NAMES)), None
    )


def invented_cause(sentence: Sentence, context: Context) -> bool:
    """Whether the sentence tells a cause that is known to be unknown, or to be another, or that stands nowhere."""
    if sentence.is_question:
        return False
    fact = cause_known(context)
    is_open = fact is not None and fact.is_unknown
    is_own_slip = is_owned(sentence.body) and not _EVENT.search(sentence.body)  # Owning it is S3's matter.
    if not is_open and (context.is_partial or is_own_slip):
        return False
    return any(_is_invented(clause.text, is_open, context) for clause in sentence.clauses)


def told_story(draft: Draft, context: Context) -> Sentence | None:
    """The sentence that answers "why" with something that took place, where the known cause isn't told at all."""
    fact = cause_known(context)
    if fact is None or not _ASKED_WHY.search(context.newest_text):
        return None
    said = topics(draft.body)
    if fact.is_unknown and (HEDGED.search(draft.body) or _FINDING_OUT.search(draft.body)):
        return None
    if not fact.is_unknown and any(is_about(word, said) for word in topics(fact.value)):
        return None
    for sentence in draft.said[:3]:
        if any(_is_event(clause.text, context, is_open=fact.is_unknown) for clause in sentence.clauses):
            return sentence
    return None


def _is_event(text: str, context: Context, *, is_open: bool) -> bool:
    if subject_of(text) != "other" or HEDGED.search(text) or not _TOOK_PLACE.search(text):
        return False
    if _FEELING.search(text) or (is_open and _BLAMED.search(text)):
        return False
    added = topics(text) - context.evidence_topics
    return sum(not is_about(word, context.evidence_topics) for word in added) >= 2


def _is_invented(text: str, is_open: bool, context: Context) -> bool:
    if (is_open and _is_story(text)) or _is_explained_otherwise(text, context):
        return True
    event = _EVENT.search(text)
    told = _cause_in(text)
    if event and _HAPPENED.search(text) and not _is_borne_out(event.group(), context):
        is_why = bool(_ASKED_WHY.search(context.newest_text))
        piece = next((part for part in re.split(r"(?<=[,;])\s", text) if event.group() in part), text)
        return is_open or (not _NOT_NOW.search(piece) and bool(told or is_why or _THERE_WAS.search(text)))
    if not told or _PRONOUN.match(told) or HEDGED.search(text) or _NOT_NOW.search(told) or _is_borne_out(told, context):
        return False
    if _is_ours(told):  # What we did ourselves is ours to know.
        return False
    if is_open:
        return not _BLAMED.search(told)
    return len(topics(told)) >= 2 and bool(_ASKED_WHY.search(context.newest_text) or _BECAUSE_OF.search(text))


def _is_explained_otherwise(text: str, context: Context) -> bool:
    """ "The police check every coach, which takes the rest", of which nothing stands in what is known."""
    if not _ASKED_WHY.search(context.newest_text):
        return False
    for effect in _WHICH_TAKES.finditer(text):
        cause = re.split(r"[,;:]\s(?:and|but|so)?\s?", text[: effect.start()])[-1]
        added = topics(cause) - context.evidence_topics
        if (
            len(added) >= 2
            and not _is_ours(cause)
            and not any(is_about(word, context.evidence_topics) for word in added)
        ):
            return True
    return False


def _is_story(body: str) -> bool:
    """A guess at what happened: "most likely a digger hit a cable"."""
    guess = _GUESS.search(body)
    if guess is None or re.search(r"\byou\b|^(?:what an? |how )", body[: guess.end()], re.IGNORECASE):
        return False
    if _is_ours(body) or _BLAMED.search(body):  # Taking or passing the blame for it is S3's matter.
        return False
    is_had = guess.group().lower().endswith("have")
    return is_had or bool(_TOOK_PLACE.search(re.split(r"[,;:]", body[guess.end() :])[0]))


def _cause_in(body: str) -> str:
    because = _BECAUSE.search(body)
    if because:
        return because["cause"].strip()
    caused = _CAUSED.search(body)
    return (caused["cause"] or caused["cause2"] or "").strip() if caused else ""


def _is_ours(told: str) -> bool:
    """Our own plain slip, which is S3's matter: "we forgot", "our mistake"."""
    return bool(re.search(r"\b(?:our|my|us|we|I|ours)\b", told, re.IGNORECASE))


def _is_borne_out(told: str, context: Context) -> bool:
    """What it adds to the customer's words stands in what is known, in the same or a kindred form."""
    added = topics(told) - topics(context.thread_text)
    held = frozenset().union(*(fact.topics for fact in context.facts))
    return not added or any(is_about(word, held) for word in added)
