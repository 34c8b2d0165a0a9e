"""S7: reasons, facts, dates, prices and policies of a draft stand in what is known; nothing is made up."""

import re
from collections.abc import Iterator

from bot.standard.context import Context
from bot.standard.contradiction import HEDGED, contradicted_fact, is_denied, wrong_yes_or_no
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.phrases import any_of
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import shares_words, topics
from bot.standard.unsupported_figures import unsupported_figure

MEANING = "Never make up a reason, fact, date, price or policy; tactful and true beats smooth and false."

_BECAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|caused by|on account of|as a result of|thanks to|the reason (?:is|was)|"
    "the (?:cause|fault|culprit|problem|explanation|trouble|reason for (?:it|this|that)) (?:is|was|lies in|lay in|"
    "turned out to be)|"
    r"comes? from|came from|held up by|delayed by)\s+(?P<cause>[^.;!?]+)",
    re.IGNORECASE,
)
_EVENT = any_of(
    "(?:strike|outage|storms?|snow(?:fall|storm)?|bad weather|the weather|flood(?:ing)?|fire|computer virus|virus|"
    "cyber ?attack"
    "|hackers?|road accident|accident|traffic(?: jam)?|roadworks|staff shortages?|sick leave|illness|"
    "maintenance|"
    "server (?:crash|failure|problem|update)|power (?:cut|failure)|glitch|backlog|(?:high|unusual|unexpected|huge|"
    "increased) "
    "demand|supplier (?:problem|issue|delay)s?|shortage|public holiday|technical (?:problem|issue|fault|error|"
    r"difficult\w+)|"
    "system (?:error|update|upgrade|failure|crash|issue|problem)|database|software update|pandemic|brexit|new "
    "regulation|"
    r"change in the law|burst pipe|theft|break-in|recall|printer jam|flu|broken-down|breakdown)",
)
_GUESS = any_of(
    "most likely",
    "very likely",
    "probably",
    "presumably",
    r"I (?:guess|think|suppose|assume|bet|reckon)",
    "must have been",
    "my guess",
    "usually it's",
    "as far as I can tell",
)
_ASSERTS = re.compile(
    r"\b(?:was|were|had|is|are|been|has|have|caused|hit|held|led|went|came|broke)\b|'s\b", re.IGNORECASE
)
_AUTHORITY = any_of(
    "by law",
    "legally",
    "the law",
    r"regulations?",
    r"(?:a|recent|new|several) (?:\w+ )?(?:study|studies|survey|tests?)",
    r"studies (?:show|prove|"
    "have)",
    "research",
    "scientifically",
    r"experts?",
    r"statistic\w*",
    r"for (?:security|legal|safety|data protection|technical|tax|insurance|"
    "privacy|hygiene|compliance) reasons",
    "gdpr",
    "never had (?:this|such|any|a)",
    "first time (?:this|that|we|anyone)",
    "most popular",
    "best-selling",
    r"industry standard",
    r"everyone else",
)

BREAKS = (
    Example("It's late because of a strike at the harbour.", "Why is it late?", {"cause": "unknown"}),
    Example("There was a power cut in our warehouse last week.", "Why is it late?", {"delivery": "Thursday"}),
    Example("The new version ships on 15 March, you can count on it.", "When is it out?", {"release": "no date set"}),
    Example("A second key costs 45 euros.", "What's a second key?", {"second_key": "60 euros, cut in two days"}),
    Example("It reaches you on Tuesday.", "When will it come?", {"delivery": "Thursday before noon"}),
    Example(
        "The Ghent branch isn't closing at all.", "Do you close Ghent?", {"ghent": "closes 30 June, not yet public"}
    ),
    Example("Yes, dogs are welcome in the pool.", "May my dog swim?", {"dogs": "no, not in the pool"}),
    Example("You have 30 days to send it back.", "How long can I return it?", {"returns": "14 days from delivery"}),
    Example("No, breakfast isn't included.", "Is breakfast included?", {"breakfast": "yes, included until 10"}),
    Example("You'll save 25 % with the card.", "What does the card give?", {"card": "10 percent off drinks"}),
    Example(
        "The fault was a loose cable, our lab says.", "What was it?", {"cause": "not yet known, lab reports Monday"}
    ),
)
KEEPS = (
    Example("I don't know yet why it's late, and I won't guess.", "Why is it late?", {"cause": "unknown"}),
    Example("It's late as our van broke down on Tuesday.", "Why is it late?", {"cause": "our van broke down Tuesday"}),
    Example(
        "There's no date for it yet; I'll write to you on Friday either way.",
        "When is it out?",
        {"release": "no date set"},
    ),
    Example(
        "A second key is 60 euros, ready in two days.", "What's a second key?", {"second_key": "60 euros, two days"}
    ),
    Example("It reaches you on Thursday before noon. I'll check at 8 tonight.", "When?", {"delivery": "Thursday noon"}),
    Example("The lamp came on 3 May, as you wrote.", "The lamp came on 3 May and is broken.", {"lamp": "new one free"}),
    Example("Yes, breakfast is included until 10.", "Is breakfast included?", {"breakfast": "yes, included until 10"}),
    Example(
        "No dogs in the pool, I'm afraid; the lake beach is open to them.",
        "May my dog swim?",
        {"dogs": "no, lake beach only"},
    ),
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
        return (
            "Nothing that is known gives this reason.",
            "I don't know yet why this happened. I'm finding out and will tell you by [time].",
        )
    if fact := contradicted_fact(sentence, context) or wrong_yes_or_no(sentence, context):
        return f"This doesn't fit what is known ({fact.text}).", f"What I know for certain: {fact.value}."
    authority = _AUTHORITY.search(body)
    if authority and not shares_words(topics(authority.group()), context.evidence_topics) and not sentence.is_question:
        return "Nothing that is known bears this out.", "What I know for certain: [what is known]."
    if any(is_denied(clause, context) for clause in sentence.clauses) and not sentence.is_question:
        return "What is known says the opposite.", "What I know for certain: [what is known]."
    if wrong := unsupported_figure(sentence, context):
        figure = body[wrong.start : wrong.end].strip()
        return f"“{figure}” stands nowhere in what is known.", body[: wrong.start] + "[checked figure]" + body[
            wrong.end :
        ]
    return "", ""


def _is_invented_cause(body: str, context: Context) -> bool:
    if HEDGED.search(body) and not _EVENT.search(body):
        return False
    cause = context.fact("cause", "reason", "why", "fault")
    given = _BECAUSE.search(body)
    if cause and cause.is_unknown and (_is_guess(body) or (given and not HEDGED.search(body))):
        return True
    event = _EVENT.search(body)
    if event and _ASSERTS.search(body) and not body.rstrip().endswith("?"):
        return not shares_words(topics(event.group()), context.evidence_topics)
    if given and not re.match(r"(?:you|I|we|it|that|this|they)\b", given["cause"]):
        said = topics(given["cause"])
        return len(said) >= 2 and not shares_words(said, context.evidence_topics)
    return False


def _is_guess(body: str) -> bool:
    """A likely story about what happened, told where nobody knows."""
    guess = _GUESS.search(body)
    return guess is not None and bool(
        re.search(r"\b(?:was|were|hit|broke|came|got|had|did|held|went|\w{3,}ed)\b", body[guess.end() :])
    )


RULE = Rule("S7", "honest", MEANING, BREAKS, KEEPS, find)
