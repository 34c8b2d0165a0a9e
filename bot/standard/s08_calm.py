"""S8: nobody is argued with, lectured, played down or told to calm down."""

import re
from collections.abc import Iterator

from bot.standard.arguing import argues, pays_back, without_wishes
from bot.standard.commitment import OUR_DEED
from bot.standard.context import Context
from bot.standard.finding import Example, Finding, Rule, on_sentence
from bot.standard.minimisation import BELITTLED, is_on_their_side, is_played_down, is_self_reproach
from bot.standard.ownership import is_owned, is_sorry
from bot.standard.segmentation import Draft
from bot.standard.temporal_expressions import names_a_time
from bot.standard.tone import TOLD_TO_CALM

MEANING = "Never argue, mirror rudeness, lecture or tell people to calm down; take the complaint seriously first."

_ASKED_IF_BAD = re.compile(
    r"\b(?:should (?:I|we) (?:\w+ )?(?:worry|be (?:worried|concerned|afraid|scared))|do (?:I|we) (?:need|have) to "
    r"(?:worry|"
    r"be (?:worried|concerned))|(?:is|was|are|were|does|would) (?:it|this|that|these|they|[\w' ]{2,25}) (?:be "
    r")?(?:\w+ )?"
    r"(?:normal|ok|okay|dangerous|serious|bad|a (?:problem|bad sign|big deal)|an (?:issue|emergency)|fine|all right|"
    r"allowed|matter|too late|possible|a nuisance)|(?:may|can|could) (?:I|we)\b|I hope (?:it|that|this)(?:'s| is) "
    r"(?:ok|okay|fine|not))",
    re.IGNORECASE,
)
"""They ask whether it matters, or whether it may be."""
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
    for sentence in draft.said:
        judged = _judged(sentence.body, context)
        if judged:
            why, heard = judged
            others = [each.body for each in draft.said if each is not sentence]
            is_helped = any(OUR_DEED.search(body) or names_a_time(body) for body in others)
            words = heard if is_helped else f"{heard} Here is what I'm doing: [what], by [time]."
            yield on_sentence("S8", sentence, why, words)


def _is_made_small(body: str, context: Context) -> bool:
    return is_played_down(without_wishes(body)) and not is_self_reproach(context.newest_text)


def _judged(body: str, context: Context) -> tuple[str, str] | None:
    """Why it isn't calm, and what shows instead that they were heard."""
    is_sore = context.is_complaint or context.reading.temperature == "worried"
    if TOLD_TO_CALM.search(without_wishes(body)) and "safety" not in context.reading.risk:
        return "Being told how to feel makes it worse.", "You have every reason to be upset."
    if context.is_complaint and pays_back(body, context.customer_text):
        return "This pays them back in kind; staying kind is what helps.", "I hear you, and I take it seriously."
    is_asked = bool(_ASKED_IF_BAD.search(context.newest_text))  # Whoever asks if it matters is answered by a no.
    is_small = not (is_asked and not context.reading.complaint) and bool(BELITTLED.search(body))
    is_small = is_small or (is_sore and not is_asked and _is_made_small(body, context))
    if is_small:
        return "This makes what happened smaller than it is for them.", "I see how much this matters to you."
    if argues(body, is_sore=is_sore) and not (
        is_on_their_side(body) or is_owned(body) or (is_sorry(body) and not re.search(r"\bbut\b", body))
    ):
        return "This sounds like arguing; being heard comes first.", "I see why you'd say that."
    return None


RULE = Rule("S8", "calm", MEANING, BREAKS, KEEPS, find)
