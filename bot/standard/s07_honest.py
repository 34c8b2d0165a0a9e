"""S7: reasons, facts, dates, prices and policies of a draft stand in what is known; nothing is made up."""

import re
from collections.abc import Iterator

from bot.reading.words import stem
from bot.standard.commitment import OUR_PROMISE
from bot.standard.context import Context, KnownFact
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.grammatical_subject import is_command, subject_of
from bot.standard.phrases import any_of
from bot.standard.polarity import answers_no, answers_yes, is_negated, split_by_polarity
from bot.standard.quantities import Quantity, all_numbers, days_named, quantities
from bot.standard.segmentation import Clause, Draft, Sentence
from bot.standard.semantic_fields import shares_words, topics

MEANING = "Never make up a reason, fact, date, price or policy; tactful and true beats smooth and false."

_BECAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|caused by|on account of|as a result of|thanks to|the reason (?:is|was)|"
    r"the (?:cause|fault|culprit|problem|explanation|trouble|reason for (?:it|this|that)) (?:is|was|lies in|lay in|turned out to be)|"
    r"comes? from|came from|held up by|delayed by)\s+(?P<cause>[^.;!?]+)",
    re.IGNORECASE,
)
_EVENT = any_of(
    r"(?:strike|outage|storms?|snow(?:fall|storm)?|bad weather|the weather|flood(?:ing)?|fire|computer virus|virus|cyber ?attack"
    r"|hackers?|road accident|accident|traffic(?: jam)?|roadworks|customs|staff shortages?|sick leave|illness|maintenance|"
    r"server (?:crash|failure|problem|update)|power (?:cut|failure)|glitch|backlog|(?:high|unusual|unexpected|huge|increased) "
    r"demand|supplier (?:problem|issue|delay)s?|shortage|public holiday|technical (?:problem|issue|fault|error|difficult\w+)|"
    r"system (?:error|update|upgrade|failure|crash|issue|problem)|database|software update|pandemic|brexit|new regulation|"
    r"change in the law|burst pipe|theft|break-in|recall|printer jam|flu|broken-down|breakdown)",
)
_ASSERTS = re.compile(r"\b(?:was|were|had|is|are|been|has|have|caused|hit|held|led|went|came|broke)\b|'s\b", re.IGNORECASE)
_HEDGED = re.compile(r"\b(?:don't know|not sure|can't say|whether|if|might|could|no idea|won't guess|looking into|find out|"
                     r"finding out|understand|you (?:didn't|never|hadn't|haven't))\b", re.IGNORECASE)
_OWN_DIARY = re.compile(
    r"\b(?:I'm|I am|we're|we are) (?:\w+ )?(?:here|free|at my desk|in|around|on shift|open|back|at work|available)\b|"
    r"\b(?:before|when|until|till) (?:I|we) (?:close|leave|finish|go home)|\bmy (?:desk|shift|line|number|extension)\b|"
    r"\b(?:by|within|at|before|on|until) [^.,;]{0,30}\b(?:I|we|you)(?:'ll| will| shall)\b|\bwe're open\b|\bour time\b|"
    r"\b(?:tell|write|reply|answer|let (?:me|us) know|say so|send)\b[^.;]{0,40}\b(?:by|until|before)\b|\bvalid\b|\bheld?\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:ring|call|phone|write|email|message|text|tell|let you know|check|look|update|report|be in touch|come back|get back|"
    r"watch|confirm|hear from|reply|answer|go through|talk|speak|follow up|shall I|may I|follow)\b", re.IGNORECASE,
)
_TELLS_WHEN = re.compile(
    r"\b(?:arriv\w+|reach\w*|comes?|coming|will|'ll|ready|deliver\w*|with you|leaves?|ships?|shipping|starts?|opens?|closes?|due|"
    r"ends?|works? (?:again|from)|back|expected|there|get|have|finished|runs?|possible|land\w*|released?|launch\w*|until|by)\b",
    re.IGNORECASE,
)
_ABOUT_PAST = re.compile(r"\byou (?:\w+ )?(?:asked|wrote|told|called|rang|ordered|bought|came|sent|said|waited|were|had)\b", re.I)
PLAIN_STATEMENT = 10
_PLAINLY = re.compile(r"\b(?:is|are|comes?|has|have|includes?|works?|can|may|opens?|runs?|takes?)\b|'s\b", re.IGNORECASE)
_FREE = re.compile(r"\b(?:free(?: of charge)?|no (?:extra )?(?:charge|cost|fee)|at no cost|included|costs? nothing)\b", re.IGNORECASE)
_EXTRA = re.compile(r"\b(\w+)(?: (?:is|are|costs?))? (?:extra|not included|excluded|on top|separate(?:ly)?|additional)\b", re.IGNORECASE)
_AUTHORITY = any_of(
    "by law", "legally", "the law", r"regulations?", r"(?:a|recent|new|several) (?:\w+ )?(?:study|studies|survey|tests?)", r"studies (?:show|prove|"
    "have)", "research", "scientifically", r"experts?", r"statistic\w*", r"for (?:security|legal|safety|data protection|technical|tax|insurance|"
    "privacy|hygiene|compliance) reasons", "gdpr", "never had (?:this|such|any|a)", "first time (?:this|that|we|anyone)", "most popular", "best-selling",
    r"industry standard", r"everyone else",
)
_UNIT = re.compile(
    r"[ -]?(?:working |business )?(days?|weeks?|months?|years?|hours?|minutes?|nights?|pages?|people|persons?|guests?|litres?|"
    r"kilos?|kg|km|metres?|cm|watts?|degrees|miles|pieces?|seats?|calories|grams?|gb|lessons?)\b", re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:tomorrow|today|tonight|yesterday|next|this (?:week|evening)|in \d|\d+ (?:\w+ )?days?)\b", re.I)
_LIMITED = re.compile(r"\b(?:only|until|yet|charge|cost|need|have to|worry|more|longer)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|'ll|going to|can|could|would|may|should|once|as soon as|until|unless|please|to)\b", re.IGNORECASE)
_GIVES = any_of(r"(?:credit\w*|voucher|refund\w*|give|gave|given|giving|discount|gift|compensat\w+|free|off)")
_DEED_STEM = frozenset(
    stem(word)
    for word in (
        "sent shipped posted left arrived delivered received found lost checked tested paid refunded booked cancelled confirmed "
        "closing closes closed opening opened open reached spoken called answered asked done fixed repaired replaced included "
        "covered insured vegan vegetarian gluten nuts waterproof washable recyclable refundable transferable available stock "
        "allowed possible supported compatible working ready packed collected picked issued approved signed cleared booked "
        "charged registered updated corrected changed moved public announced safe certified tested organic handmade local leaving "
        "moving ending stopping stops ends discontinued cleaned inspected free valid expired renewed reserved"
    ).split()
)
_SURE = any_of("definitely", "guaranteed?", "for certain", "for sure", "you can count on", "100 ?%", "certainly", "rest assured")

BREAKS = (
    Example("It's late because of a strike at the harbour.", "Why is it late?", {"cause": "unknown"}),
    Example("There was a power cut in our warehouse last week.", "Why is it late?", {"delivery": "Thursday"}),
    Example("The new version ships on 15 March, you can count on it.", "When is it out?", {"release": "no date set"}),
    Example("A second key costs 45 euros.", "What's a second key?", {"second_key": "60 euros, cut in two days"}),
    Example("It reaches you on Tuesday.", "When will it come?", {"delivery": "Thursday before noon"}),
    Example("The Ghent branch isn't closing at all.", "Do you close Ghent?", {"ghent": "closes 30 June, not yet public"}),
    Example("Yes, dogs are welcome in the pool.", "May my dog swim?", {"dogs": "no, not in the pool"}),
    Example("You have 30 days to send it back.", "How long can I return it?", {"returns": "14 days from delivery"}),
    Example("No, breakfast isn't included.", "Is breakfast included?", {"breakfast": "yes, included until 10"}),
    Example("You'll save 25 % with the card.", "What does the card give?", {"card": "10 percent off drinks"}),
    Example("The fault was a loose cable, our lab says.", "What was it?", {"cause": "not yet known, lab reports Monday"}),
)
KEEPS = (
    Example("I don't know yet why it's late, and I won't guess.", "Why is it late?", {"cause": "unknown"}),
    Example("It's late as our van broke down on Tuesday.", "Why is it late?", {"cause": "our van broke down Tuesday"}),
    Example("There's no date for it yet; I'll write to you on Friday either way.", "When is it out?", {"release": "no date "
            "set"}),
    Example("A second key is 60 euros, ready in two days.", "What's a second key?", {"second_key": "60 euros, two days"}),
    Example("It reaches you on Thursday before noon. I'll check at 8 tonight.", "When?", {"delivery": "Thursday noon"}),
    Example("The lamp came on 3 May, as you wrote.", "The lamp came on 3 May and is broken.", {"lamp": "new one free"}),
    Example("Yes, breakfast is included until 10.", "Is breakfast included?", {"breakfast": "yes, included until 10"}),
    Example("No dogs in the pool, I'm afraid; the lake beach is open to them.", "May my dog swim?", {"dogs": "no, lake beach "
            "only"}),
    Example("I'm here until 6 and will ring you at 4.15.", "Can you call me?", {"loan": "approved"}),
)


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """Compares each sentence with what is known; with nothing known nothing can be judged."""
    if not context.facts:
        return
    for sentence in draft.said:
        why, rewording = _judged(sentence, context)
        if why:
            yield on_sentence("S7", sentence, why, rewording)


def _judged(sentence: Sentence, context: Context) -> tuple[str, str]:
    body = sentence.body
    if _is_invented_cause(body, context):
        return ("Nothing that is known gives this reason.",
                "I don't know yet why this happened. I'm finding out and will tell you by [time].")
    if fact := _contradicted(sentence, context):
        return f"This doesn't fit what is known ({fact.text}).", f"What I know for certain: {fact.value}."
    authority = _AUTHORITY.search(body)
    if authority and not shares_words(topics(authority.group()), context.evidence_topics) and not sentence.is_question:
        return "Nothing that is known bears this out.", "What I know for certain: [what is known]."
    if any(_is_denied(clause, context) for clause in sentence.clauses) and not sentence.is_question:
        return "What is known says the opposite.", "What I know for certain: [what is known]."
    if wrong := _unsupported(sentence, context):
        figure = body[wrong.start : wrong.end].strip()
        return f"“{figure}” stands nowhere in what is known.", body[: wrong.start] + "[checked figure]" + body[wrong.end :]
    return "", ""


def _is_invented_cause(body: str, context: Context) -> bool:
    if _HEDGED.search(body) and not _EVENT.search(body):
        return False
    cause = context.fact("cause", "reason", "why", "fault")
    given = _BECAUSE.search(body)
    if given and cause and cause.is_unknown and not _HEDGED.search(body):
        return True
    event = _EVENT.search(body)
    if event and _ASSERTS.search(body) and not body.rstrip().endswith("?"):
        return not shares_words(topics(event.group()), context.evidence_topics)
    if given and not re.match(r"(?:you|I|we|it|that|this|they)\b", given["cause"]):
        said = topics(given["cause"])
        return len(said) >= 2 and not shares_words(said, context.evidence_topics)
    return False


def _contradicted(sentence: Sentence, context: Context) -> KnownFact | None:
    """A fact whose yes or no is turned round, or a date given where none is set."""
    for clause in sentence.clauses:
        about = topics(clause.text)
        for fact in context.facts:
            if fact.key_topics and shares_words(fact.key_topics, about) and _is_turned(clause, sentence, fact):
                return fact
    return None


def _is_turned(clause: Clause, sentence: Sentence, fact: KnownFact) -> bool:
    if sentence.is_question or _HEDGED.search(clause.text):
        return False
    negated = is_negated(clause.text) or bool(re.match(r"^(?:no|sadly not|unfortunately not)\b", sentence.body, re.I))
    if answers_yes(fact.value):
        return negated and len(clause.text.split()) <= 14 and not _LIMITED.search(clause.text)
    if answers_no(fact.value):
        return not negated and _affirms(clause, sentence, fact)
    if fact.is_unknown:
        firm = {quantity.kind for quantity in quantities(clause.text)} & {"day", "clock", "money", "share"}
        return bool(firm) and not negated and not _is_ours_to_set(sentence)
    return False


def _affirms(clause: Clause, sentence: Sentence, fact: KnownFact) -> bool:
    """Says plainly that it is so: "yes", "for sure", or a short statement with nothing of the known limits in it."""
    if re.match(r"^yes\b", sentence.body, re.IGNORECASE) or _SURE.search(clause.text):
        return True
    limits = topics(fact.value) - fact.key_topics
    return (
        len(clause.text.split()) <= PLAIN_STATEMENT
        and bool(_PLAINLY.search(clause.text))
        and subject_of(clause.text) not in ("speaker", "nobody")
        and not limits & topics(sentence.body)
    )


def _is_denied(clause: Clause, context: Context) -> bool:
    """The clause affirms a deed that what is known denies, or the other way round."""
    if _HEDGED.search(clause.text) or _TO_COME.search(clause.text) or subject_of(clause.text) == "addressee":
        return False
    affirmed, denied = split_by_polarity(clause.text)
    for fact in context.facts:
        told = topics(clause.text)
        if _is_free_against(clause, fact, told, context):
            return True
        is_so, is_not = split_by_polarity(fact.value)
        if is_not & affirmed & _DEED_STEM and not fact.is_unknown:
            return True
        if fact.is_unknown or not (fact.key_topics & told or fact.key_topics & topics(context.customer_text)):
            continue
        if affirmed & is_not & (told | _DEED_STEM) or denied & is_so & (_DEED_STEM | (told if len(told) <= 5 else frozenset())):
            return True
    return False


def _is_free_against(clause: Clause, fact: KnownFact, told: frozenset[str], context: Context) -> bool:
    """Called free or included where what is known asks a price for it."""
    if not re.search(r"\b(?:free|includ\w+|no charge|at no cost|costs? nothing)\b", clause.text, re.IGNORECASE) or is_negated(clause.text):
        return False
    if {stem(word.lower()) for word in _EXTRA.findall(fact.value)} & told:
        return True
    has_price = any(each.kind == "money" and each.value for each in quantities(fact.value))
    is_free_somewhere = any(_FREE.search(each.value) or re.search(r"waive|refund|gift", each.text) for each in context.facts)
    return has_price and not is_free_somewhere and bool(fact.key_topics & told)


def _unsupported(sentence: Sentence, context: Context) -> Quantity | None:
    """The first figure that no evidence holds; times of our own calls and letters are ours to set."""
    body = sentence.body
    found = quantities(body)
    for quantity in found:
        if quantity.kind in ("clock", "day", "count") and _is_ours_to_set(sentence):
            continue
        if quantity.kind == "day" and _ABOUT_PAST.search(body):
            continue
        if re.search(r"\btoday,?\s$", body[: quantity.start], re.IGNORECASE):
            continue  # The writer knows what day it is.
        if not _is_instruction(quantity, sentence) and not _is_supported(quantity, body, context):
            return quantity
    return None


def _is_instruction(quantity: Quantity, sentence: Sentence) -> bool:
    """A figure in "set the dates to 1 January" is a step to take, not a claim."""
    at = sentence.body_start + quantity.start
    clause = next((clause for clause in sentence.clauses if clause.start <= at < clause.end), None)
    return clause is not None and is_command(clause.text)


def _is_ours_to_set(sentence: Sentence) -> bool:
    """Hours of our own calls, letters and desk, which nobody else can know."""
    body = sentence.body
    if _OWN_DIARY.search(body) or sentence.is_question:
        return True
    return any(_CONTACT.search(clause.text) and OUR_PROMISE.search(clause.text) for clause in sentence.clauses) or bool(
        re.search(r"\bnext update\b|\bcheck(?:ed)?\b", body, re.IGNORECASE)
    )


def _is_supported(quantity: Quantity, body: str, context: Context) -> bool:
    evidence = context.evidence
    if quantity.kind == "day":
        return not _TELLS_WHEN.search(body) or _is_day_known(str(quantity.value), evidence)
    value, known = float(quantity.value), all_numbers(evidence)
    if value in known:
        return True
    if quantity.kind == "clock":
        hours = {value % 12, float(int(value)), float(int(value) % 12), value + 12}
        return bool(hours & known) or not _is_measured(quantity.kind, body, context)
    if quantity.kind == "count":
        return _is_other_length(quantity, body, context)
    if quantity.kind == "money" and _GIVES.search(body) and context.fact("limit", "remedy"):
        return True  # What is given is the business of S11.
    return False


def _is_day_known(name: str, evidence: str) -> bool:
    if re.search(r"\d", name):
        return float(re.findall(r"\d+", name)[0]) in all_numbers(evidence)
    return name in days_named(evidence)


def _is_measured(kind: str, body: str, context: Context) -> bool:
    """Whether a fact on the same matter holds a figure of this kind."""
    about = topics(body)
    return any(
        shares_words(fact.topics, about) and any(each.kind == kind for each in quantities(fact.text)) for fact in context.facts
    )


def _is_other_length(quantity: Quantity, body: str, context: Context) -> bool:
    """Plain numbers count only as lengths and measures of a kind that is known with another number."""
    unit = _UNIT.match(body[quantity.end :])
    if not unit:
        return True
    pattern = rf"\d+[ -]?(?:\w+ )?{unit[1].rstrip('s')}s?\b"
    about = topics(body) | topics(context.newest_text)
    return not any(
        re.search(pattern, fact.text, re.IGNORECASE) and shares_words(fact.topics, about) for fact in context.facts
    )


RULE = Rule("S7", "honest", MEANING, BREAKS, KEEPS, find)
