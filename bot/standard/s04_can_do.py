"""S4: a draft says what can be done, never only what can't."""

import re
from collections.abc import Iterator

from bot.standard.asked_facts import is_value_told
from bot.standard.commitment import OUR_PROMISE, moves_it_on
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.grammatical_subject import subject_of, without_lead
from bot.standard.hints import way_open
from bot.standard.phrases import any_of
from bot.standard.polarity import is_negated
from bot.standard.refusal import REFUSAL, refuses
from bot.standard.segmentation import Draft, Sentence
from bot.standard.semantic_fields import is_about, topics
from bot.standard.temporal_expressions import names_a_time
from bot.standard.whole_reply import is_fact_told, tells_enough

__all__ = ["RULE", "refuses"]
MEANING = "Say what can be done and by when, never only what can't."

_NO_PLAN = re.compile(
    r"^(?:the|your) (?:delivery|appointment|booking|visit|date|order|contract|deadline) (?:is|stays|remains)\b|"
    r"\b(?:was|were|had|did|closed|ended|came|\w+ed|have a|enjoy|hope|wish\w*|see you|forward)\b",
    re.IGNORECASE,
)
"""What is merely restated, over, or a wish."""
_WANTS_AN_END = re.compile(
    r"\b(?:cancel\w*|clos(?:e|ed|ing)|end(?:ed|ing)?|stop\w*|delet\w+|remov\w+|unsubscrib\w+|terminat\w+|"
    r"take\b[^.?!]{1,40}"
    r"\boff|get rid|rather (?:have|not)|instead of|still (?:being )?(?:billed|charg\w+|charging)|void|return(?:ed|"
    r"ing)?|"
    r"correct\w*|wrong|reissue\w*|needs? (?:our|my|a|the|another)|change)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:closed|ended|void|cancelled|over|gone|off the|stopped|withdrawn|deleted|removed|expired|no (?:\w+ "
    r"){0,2}(?:will|can|"
    r"comes?)|nothing (?:more|else|further))\b",
    re.IGNORECASE,
)
"""They asked for an end, and this tells that it has come."""
_TO_OFFER = re.compile(
    r"\b(?:options?|alternatives?|instead|agent|can|could|may|possible|free|available|offers?|exceptions?|fix|plan|"
    r"loan|spare|swap|exchange|refund|credit|waive\w*|next|open|from|ready|or|until)\b",
    re.IGNORECASE,
)
"""Signs of something in what is known that a refusal should have offered."""
_IS_ANOTHER_TIME = re.compile(
    r"\b(?:on|at|in|from|after|with) [\w' ]{3,25} (?:it|they|that|those) (?:is|are|does|do|can|will)(?=[.,;!]|$)", re.I
)
""" "Not on Friday; on Saturday it is"."""
_PARTS = re.compile(r"[,;:]\s+|\s[–—-]\s")
_POINTING = re.compile(r"^(?:it|that|this|these|those|there|they|he|she)\b", re.IGNORECASE)
_WISHES_ONLY = any_of(
    "I wish",
    "if only",
    "I'm sure you understand",
    "would if I could",
    "(?:have|enjoy) (?:a|an|the|your)",
    "look(?:ing)? forward",
    "see you",
    "good luck",
    r"(?:keep\w*|have) (?:my|our|your|all) (?:fingers|thumbs) (?:crossed|pressed)",
    r"(?:I|we) wish you|wishing you|thinking of you|best of luck|all the best",
    "hope",
)

BREAKS = (
    Example("Hi Ines, unfortunately that's not possible."),
    Example("Ines, I can't refund a ticket after the day of travel. I hope you understand."),
    Example("Our policy is that opened creams can't be taken back. All the best, Tom"),
    Example("We don't deliver to islands, sorry."),
    Example("There's nothing I can do about the fee."),
    Example("The class is fully booked. I wish I had better news."),
    Example("You can't change the name on a ticket, those are the rules. I understand that this is disappointing."),
    Example("Your claim has been rejected, as water damage isn't covered."),
    Example("I'm not allowed to open the account for you. I've noted your message."),
    Example("We're unable to move the appointment. The appointment is on Monday at 8."),
    Example("No exceptions are made, and the deposit cannot be returned."),
    Example("Saturday is out of the question. Have a nice weekend!"),
)
KEEPS = (
    Example("I can't undo the delivery, but here is what I can do today: a courier fetches it at 5."),
    Example("I can't refund the jacket after five months. What I can do: our shops buy it back for store credit."),
    Example("The class is fully booked; I've put you first on the list and will write to you by Friday."),
    Example("We don't deliver to islands. You can pick it up at the ferry harbour from tomorrow."),
    Example("I can't wait to hear how the recital goes."),
    Example("I can't say yet why it stopped; I'm checking and will ring you at 3."),
    Example("Opened creams can't be taken back. Would you like a sample of the milder one instead?"),
    Example("Yes, that's possible: Tuesday at 9 is yours."),
    Example("You won't be charged for March."),
    Example("The blue one is sold out. The green one is in stock, and I could send it today."),
)


_IN_GENERAL = re.compile(
    r"^(?:and |but |so |well,? )*(?:an? [\w' -]{1,30}? (?:can't|cannot|won't|doesn't|couldn't)|no one|nobody)\b|"
    r"\b(?:an?|any) [\w -]{1,30} (?:that|which|who) (?:could|can|did|do|does|would)(?: not|n't)\b",
    re.IGNORECASE,
)
"""What holds for any play or any grid is said in sympathy; a refusal speaks of this customer's matter."""


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """The first refusal of a draft in which nothing is offered or done for the person."""
    refusals = [
        sentence
        for sentence in draft.said
        if refuses(sentence, context.newest_text)
        and not _IN_GENERAL.search(sentence.body)
        and not _is_beside_the_ask(sentence, draft, context)
    ]
    if not refusals:
        return
    first = refusals[0]
    if tells_enough(draft, context, first) or _asks_nothing(context):
        return
    if any(_helps(sentence) or (sentence.start > first.start and _has_plan(sentence)) for sentence in draft.said):
        return
    if _tells_besides(draft, context) or _IS_ANOTHER_TIME.search(draft.body):
        return
    why = "This says what can't be done and stops there."
    yield on_sentence("S4", first, why, f"{first.body.rstrip()} What I can do for you: {way_open(context)}.")


def _asks_nothing(context: Context) -> bool:
    """Whoever wrote without an ask or a complaint can't be refused anything."""
    return bool(context.newest_text) and not context.reading.asks and not context.is_complaint


def _is_beside_the_ask(sentence: Sentence, draft: Draft, context: Context) -> bool:
    """What is not to be had is a thing that nobody asked for, and the rest of the reply tells what is known."""
    refused = next((clause for clause in sentence.clauses if REFUSAL.search(clause.text)), None)
    if refused is None or subject_of(refused.text) != "other" or _POINTING.match(without_lead(refused.text)):
        return False
    asked, about = topics(context.newest_text), topics(refused.text)
    is_end = _WANTS_AN_END.search(context.newest_text) and _ENDED.search(refused.text)
    if is_end or not asked or not about or any(is_about(word, asked) for word in about):
        return bool(is_end)
    rest = " ".join(each.body.replace(refused.text, " ") for each in draft.said)
    return any(
        is_value_told(fact, rest, [each for each in context.facts if each is not fact]) for fact in context.facts
    )


def _tells_besides(draft: Draft, context: Context) -> bool:
    """Something that is known is told in words that refuse nothing, and nothing that could be offered is kept back.

    "The gate is closed at night, and your key card opens the side door."
    """
    parts = [part for each in draft.said for part in _PARTS.split(each.body)]
    rest = " ".join(part for part in parts if not (REFUSAL.search(part) or is_negated(part)))
    left_out = (fact for fact in context.facts if not is_fact_told(fact, draft.body, context))
    if any(_TO_OFFER.search(f"{fact.key.replace('_', ' ')}: {fact.value}") for fact in left_out):
        return False
    return any(is_fact_told(fact, rest, context) for fact in context.facts)


def _helps(sentence: Sentence) -> bool:
    """Some clause moves the matter on; the refusing words themselves, a bare link and a wish don't count."""
    if re.search(r"https?://|[\w]+\.example\b", sentence.body):
        return False
    is_promise = OUR_PROMISE.search(sentence.body) and names_a_time(sentence.body)
    if is_promise and not REFUSAL.search(sentence.body) and not _WISHES_ONLY.search(sentence.body):
        return True
    if not REFUSAL.search(sentence.body) and not _WISHES_ONLY.search(sentence.body):
        return moves_it_on(sentence.body)
    for clause in sentence.clauses:
        rest = REFUSAL.sub(" ", clause.text)
        if _WISHES_ONLY.search(clause.text):
            continue
        if moves_it_on(rest):
            return True
    return False


def _has_plan(sentence: Sentence) -> bool:
    """A positive word, after the refusal, on what happens when: "a minibus goes from Market Cross at 10"."""
    return any(
        names_a_time(clause.text)
        and not _NO_PLAN.search(clause.text)
        and not is_negated(clause.text)
        and not REFUSAL.search(clause.text)
        for clause in sentence.clauses
    )


RULE = Rule("S4", "can-do", MEANING, BREAKS, KEEPS, find)
