"""S7: reasons, facts, dates, prices and policies of a draft stand in what is known; nothing is made up."""

import re
from collections.abc import Iterator

from bot.standard.context import Context, KnownFact
from bot.standard.diets import unfit_for_diet
from bot.standard.finding import Example, Finding, Rule
from bot.standard.hard_claims import claimed_without_proof, settled_too_soon
from bot.standard.known_answers import affirmed_beyond, affirmed_none, denied_presence, other_answer
from bot.standard.known_causes import cause_known, invented_cause, told_story
from bot.standard.known_figures import wrong_figure
from bot.standard.known_states import opposed_fact, wrong_answer
from bot.standard.measures import Measure, measures
from bot.standard.segmentation import Draft, Sentence
from bot.standard.still_to_come import done_too_soon
from bot.standard.telling import KEPT_INSIDE, certain, instead, uncertain
from bot.standard.whole_reply import tells_elsewhere, tells_enough

MEANING = "Never make up a reason, fact, date, price or policy; tactful and true beats smooth and false."

_BARE_NO = re.compile(r"(?:no|not possible|none|never|impossible)(?:[.,;]|$)", re.IGNORECASE)
_SAYS_NO = re.compile(
    r"(?:^|[,;:] |\bso |[.!?] )(?:sadly |unfortunately |I'm afraid )?no(?:[,.;!]|$)|\b(?:I'm afraid (?:not|so)|"
    r"(?:can't|cannot|"
    r"don't|won't|not) (?:be )?(?:possible|take|allow|accept|do|offer|sell)\w*)\b",
    re.IGNORECASE,
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
    is_found = False
    for sentence in draft.said:
        why, rewording = _judged(sentence, draft, context)
        if why:
            is_found = True
            yield instead("S7", sentence, why, rewording)
    if not is_found:
        yield from _by_the_whole(draft, context)


def _by_the_whole(draft: Draft, context: Context) -> Iterator[Finding]:
    """What shows only when the whole draft is held against the question."""
    if context.is_partial:
        return
    if story := told_story(draft, context):
        yield instead("S7", story, *_on_cause(cause_known(context)))
    elif other := other_answer(draft, context):
        why = f"What is known says otherwise ({other[1].text})."
        yield instead("S7", other[0], why, certain(other[1], context))


_OPPOSED = (opposed_fact, done_too_soon, wrong_answer, affirmed_beyond, affirmed_none, denied_presence, unfit_for_diet)
_BY_WORDS_ALONE = (affirmed_none, denied_presence, unfit_for_diet)
"""Where only words are compared, a fact that is told rightly besides shows that the words meant another thing."""


def _judged(sentence: Sentence, draft: Draft, context: Context) -> tuple[str, str]:
    if invented_cause(sentence, context):
        return _on_cause(cause_known(context))
    fact = next(_opposed(sentence, draft, context), None)
    if fact and context.is_same_matter(sentence.body, fact) and not _is_answered_alike(draft, fact):
        return f"What is known says otherwise ({fact.text}).", certain(fact, context)
    wrong = wrong_figure(sentence, context)
    if wrong and not _is_of_another_matter(*wrong, sentence, draft, context):
        return _on_figure(sentence, *wrong, context)
    if fact := settled_too_soon(sentence, context):
        return f"This isn't settled yet ({fact.text}).", uncertain(fact, context)
    claim = None if context.is_partial else claimed_without_proof(sentence, context)
    if claim and not tells_enough(draft, context, sentence):
        why = f"Nothing that is known bears out “{claim.group().strip()}”."
        return why, "What I can tell you for certain: [what is known]."
    return "", ""


def _opposed(sentence: Sentence, draft: Draft, context: Context) -> Iterator[KnownFact]:
    for compare in _OPPOSED:
        fact = compare(sentence, context)
        if fact and not (compare in _BY_WORDS_ALONE and tells_elsewhere(fact, draft, context, sentence)):
            yield fact


def _is_of_another_matter(
    figure: Measure, fact: KnownFact | None, sentence: Sentence, draft: Draft, context: Context
) -> bool:
    """The fact speaks of something else, or a day, hour or length of its own is told rightly besides."""
    if fact is None:
        return False
    if not context.is_same_matter(sentence.body, fact):
        return True
    is_told = not fact.is_unknown and tells_elsewhere(fact, draft, context, sentence)
    return is_told and figure.kind not in ("money", "share")


def _is_answered_alike(draft: Draft, fact: KnownFact) -> bool:
    """The known answer is a bare no, and the draft says no."""
    return bool(_BARE_NO.match(fact.value.strip())) and bool(_SAYS_NO.search(draft.body))


def _on_cause(fact: KnownFact | None) -> tuple[str, str]:
    if fact is None or fact.is_unknown or KEPT_INSIDE.search(fact.value):
        why = "Nobody knows the reason yet." if fact and fact.is_unknown else "Nothing that is known gives this reason."
        return why, "I don't know yet why this happened, and I won't guess. I'll find out and tell you by [time]."
    return f"The known reason is another one ({fact.value}).", f"What happened: {fact.value}."


def _on_figure(sentence: Sentence, figure: Measure, fact: KnownFact | None, context: Context) -> tuple[str, str]:
    body = sentence.body
    said = body[figure.start : figure.end].strip()
    if fact and fact.is_unknown:
        return f"“{said}” is a guess; known is only “{fact.text}”.", uncertain(fact, context)
    known = [each for each in measures(fact.value) if each.kind == figure.kind] if fact else []
    right = fact.value[known[0].start : known[0].end] if fact and len(known) == 1 else "[the right figure]"
    lead = re.match(r"(?:at|by|from|until|till|before|after|about|around) ", said, re.IGNORECASE)
    if lead and not right.startswith(lead.group()) and re.match(r"[\d\[]", right):
        right = lead.group() + right
    held = f"; known is “{fact.text}”" if fact else ""
    why = f"“{said}” stands nowhere in what is known{held}."
    others = [each for each in measures(body) if each.kind == figure.kind]
    if fact and (len(others) > 1 or _COMPARES.search(body)):
        return why, certain(fact, context)  # The known figure need not be the one that this place wants.
    return why, body[: figure.start] + right + body[figure.end :]


_COMPARES = re.compile(
    r"\b(?:earlier|later|sooner|faster|slower|more|less|instead|already|than|another)\b", re.IGNORECASE
)


RULE = Rule("S7", "honest", MEANING, BREAKS, KEEPS, find)
