"""S2: every question and request is answered, owed with a time, or refused with a reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.reading.words import sentences
from bot.standard.asked_facts import OUR_FAILING, unanswered
from bot.standard.context import Context, KnownFact
from bot.standard.finding import Example, Finding, Rule
from bot.standard.phrases import any_of
from bot.standard.polarity import answers_no
from bot.standard.quantities import all_numbers
from bot.standard.s04_can_do import refuses
from bot.standard.segmentation import Draft
from bot.standard.semantic_fields import is_about, shares_words, topics
from bot.standard.telling import KEPT_INSIDE, about

MEANING = 'Every question and request gets an answer, an honest "I\'m finding out, by WHEN", or a reason.'

_ALL_OF_THEM = any_of(
    r"(?:yes|no|done|all|answers?) (?:to|on|for)? ?(?:both|all (?:two|three|four|of|your))",
    "(?:both|all (?:two|three|four|five|of (?:it|them|that|your)|your)) (?:questions|points|requests|things|wishes|"
    "are|is"
    r"|were|have|changes)",
    r"each (?:one|of (?:them|your))",
    r"(?:everything|all) (?:you (?:asked|listed|mentioned|wanted)|on your list)",
)
_ASIDE = re.compile(
    r"^(?:ps|p\.s\.|btw|by the way|also|and|plus|another thing|one more|oh|besides|second|third)\b", re.I
)
_PIECE = re.compile(
    r"[,:]\s+(?=\w+ \w+(?:,|$))|,\s+(?=(?:and|but|also|plus|we|i|one of|my|our|the|can|could|please|is|are|do|does|"
    "what|how|who|"
    r"where|when|why|which)\b)|\s+(?:and|but) (?=(?:who|what|how|where|when|why|which|can|could|please|is|"
    r"are|do|does|also|tell|send|one of|my|our)\b)|\s\d\)\s",
    re.I,
)

_TWO = "Can I bring my dog to the terrace on Saturday? And do you have gluten free pasta?"
BREAKS = (
    Example("Hi Ines, your dog is welcome on the terrace; there'll be a bowl of water for it.", _TWO),
    Example(
        "Hi Ines, your visit is moved to Tuesday at 9. See you then!",
        "Please move my cleaning to Tuesday. And is parking at the surgery free?",
        {"visit": "Tuesday 9:00", "parking": "free for 2 hours behind the house"},
    ),
    Example(
        "Hi Ines, the new bulb left today and is with you on Friday.",
        "The bulb was broken. Can you send another? Also I was billed for two lamps and ordered one.",
        {"bulb": "sent today, Friday", "billing": "second lamp billed in error, refund possible"},
    ),
    Example(
        "Hi Ines, the course starts on 4 May at 18:00 in room 2.",
        "When does the pottery course start, and do I need to bring an apron?",
        {"start": "4 May 18:00, room 2", "apron": "lent by us"},
    ),
    Example(
        "Hi Ines, the invoice is attached with the new company name.",
        "1) new name on the invoice please 2) remove Paul from the account 3) is there a student rate?",
        {"invoice": "reissued", "paul": "removed today", "student_rate": "20 percent, with a card"},
    ),
    Example(
        "Hi Ines, the pool is heated to 29 degrees from May on.",
        "How warm is the pool? Is there a lifeguard on duty?",
    ),
)
KEEPS = (
    Example("Hi Ines, yes to both: the dog may come along, and the penne are gluten free.", _TWO),
    Example(
        "Hi Ines, done: Tuesday at 9. You can leave your car behind the house at no charge for two hours.",
        "Please move my cleaning to Tuesday. And is parking at the surgery free?",
        {"visit": "Tuesday 9:00", "parking": "free for 2 hours behind the house"},
    ),
    Example(
        "Hi Ines, it starts on 4 May at 18:00. I'm asking the studio about the apron and will write to you by noon.",
        "When does the pottery course start, and do I need to bring an apron?",
    ),
    Example("Hi Ines, it left on Monday and should be with you by Thursday.", "Where is my parcel?"),
    Example(
        "Hi Ines, I've cancelled the flight and the whole fare goes back to your card.",
        "How do I cancel my flight, and is there money back?",
    ),
    Example("Hi Ines, I'd rather ring you about all of your points: may I call at 3?", _TWO),
)

_BEHIND_IT = re.compile(r"promised|history|cause|fault|liability|limit|_tz$|^agent|^customer|^harm|^lead|remedy")
_FREE_TIME = re.compile(
    r"\bfree (?:hours?|slots?|places?|seats?|tables?|rooms?|evenings?|mornings?|afternoons?|days?|appointments?|dates?|"
    r"times?)|(?:am|are|is|'m|'re|'s) free (?:at|on|until|from|to|this|next)\b",
    re.I,
)
_TOLD_OF_LIFE = re.compile(
    r"^(?:and |but |also |so )*(?:I|my (?:\w+ )?\w+)(?:'ve| have| has)? (?:just |only |recently |also )?(?!need|want)"
    r"(?:lost|passed|died|moved|turned|got|had|am|bought|ordered|wrote|asked|called|left|came|went|booked|work|live|"
    r"\w{3,}ed)\b(?!.*\b(?:not|n't|twice|wrong|never|missing|broken|you|your|please)\b)",
    re.I,
)
_EVERY_TIME = re.compile(r"^(?:and |but )?(?:every|each) time\b|^whenever\b", re.I)
_ASIDE_ON_SOMEBODY = re.compile(r"^(?:who|which) (?:has|have|had|is|are|was|were|never)\b", re.I)
_NO_NEWS = topics("included possible allowed available needed required welcome okay covered booked done yes no not")


@dataclass(frozen=True, slots=True)
class _Wish:
    """An ask, or a piece of the message that a known fact answers."""

    words: str
    topics: frozenset[str]
    fact: KnownFact | None


def find(draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each ask that nothing in the draft touches; it points at the end, where the answer belongs."""
    if _ALL_OF_THEM.search(draft.body) or not draft.said:
        return
    body, numbers = topics(_FREE_TIME.sub(" ", draft.body)), all_numbers(draft.body)
    wishes = list(_wishes(context))
    missing = [wish for wish in wishes if _is_missing(_distinct(wish, wishes), body, numbers, context)]
    if len(missing) == len(wishes):  # Perhaps it only speaks in other words: what is known has to show that it doesn't.
        missing = [wish for wish in missing if wish.fact is not None and wish.fact.key_topics <= wish.topics]
    if len(wishes) < 2:
        missing = []
    if any(refuses(sentence) for sentence in draft.said):  # A refusal may answer an ask without any of its words.
        missing = [wish for wish in missing if wish.fact is not None and not answers_no(wish.fact.value)]
    last = draft.said[-1]
    if not missing and not any(refuses(sentence) for sentence in draft.said):
        asks = [ask.words or ask.text for ask in context.reading.asks]
        untold = unanswered(draft.body, asks, list(_pieces(context.newest_text)), context)
        missing = [_Wish(words, frozenset(), fact) for words, fact in untold]
    for wish in missing[:2]:
        why = f"This isn't answered yet: “{wish.words}”."
        answer = f"About “{wish.words}”: I'm finding out and will write to you by [time]."
        if wish.fact and not wish.fact.is_unknown and not KEPT_INSIDE.search(wish.fact.value):
            answer = f"About {about(wish.fact, context)}: {wish.fact.value}."
        yield Finding("S2", last.start, last.end, why, f"{last.text} {answer}")


def _wishes(context: Context) -> Iterator[_Wish]:
    """Asks that were read, then pieces of the newest message that a known fact is about."""
    seen: list[frozenset[str]] = []
    for words, source in _asked(context):
        about = _about(words)
        is_said = any(about <= other or other <= about for other in seen)
        if about and not is_said and not all(word[0].isdigit() for word in about):
            seen.append(about)
            yield _Wish(source, about, _fact_about(about, context))
    for piece in _pieces(context.newest_text):
        about = _about(piece)
        fact = _fact_about(about, context, is_strict=True)
        if fact is None or _EVERY_TIME.search(piece) or _TOLD_OF_LIFE.search(piece) or _is_theirs(fact, context):
            continue
        if not any(shares_words(about & fact.topics, other) for other in seen):
            seen.append(about)
            yield _Wish(piece.strip(" .!?"), about, fact)


def _asked(context: Context) -> Iterator[tuple[str, str]]:
    """The words of each ask and how it is named; an ask of two questions, each about a fact of its own, is two."""
    for ask in context.reading.asks:
        words = ask.words if len(_about(ask.words)) > 1 else ask.text
        if _ASIDE_ON_SOMEBODY.match(words) and not ask.source.rstrip().endswith("?"):
            continue
        parts = [part.strip() for part in _PIECE.split(words) if part and _about(part)]
        known = [part for part in parts if _fact_about(_about(part), context, is_strict=True)]
        if len({id(_fact_about(_about(part), context, is_strict=True)) for part in known}) > 1:
            yield from ((part, part) for part in known)
        else:
            yield words, ask.text


def _about(words: str) -> frozenset[str]:
    """What the words speak of; whether it is included, possible or needed says nothing when there is more."""
    about = topics(_FREE_TIME.sub(" ", words))
    return about - _NO_NEWS or about


def _is_theirs(fact: KnownFact, context: Context) -> bool:
    """The fact only holds what the customer gave: a name, a number."""
    held = topics(f"{context.customer_text} {context.customer_name}")
    return topics(fact.value) <= held and not all_numbers(fact.value) - all_numbers(context.customer_text)


def _distinct(wish: _Wish, wishes: Sequence[_Wish]) -> _Wish:
    """The wish with the words that no other wish has, as far as there are any."""
    others = frozenset().union(*(other.topics for other in wishes if other is not wish))
    return replace(wish, topics=wish.topics - others)


def _pieces(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        yield from (piece for piece in _PIECE.split(sentence) if piece and len(piece.split()) > 1)


def _fact_about(about: frozenset[str], context: Context, *, is_strict: bool = False) -> KnownFact | None:
    """The fact that answers it: its name is one of the words, or, unless strict, a word of the same field."""
    named = [fact for fact in _answers(context) if shares_words(fact.key_topics, about)]
    if named:
        return max(named, key=lambda fact: len(fact.key_topics & about))
    if is_strict:
        return None
    return next((fact for fact in _answers(context) if any(is_about(word, about) for word in fact.key_topics)), None)


def _answers(context: Context) -> list[KnownFact]:
    """The facts that can answer something; what led to it, and what an agent may do, answer nothing."""
    return [
        fact
        for fact in context.facts
        if fact.key_topics and not _BEHIND_IT.search(fact.key.lower()) and not OUR_FAILING.search(fact.value)
    ]


def _is_missing(wish: _Wish, said: frozenset[str], numbers: set[float], context: Context) -> bool:
    """Nothing in the draft speaks of it: no word of its own or of its field, and nothing that is known about it."""
    if not wish.topics:
        return False
    others = [fact for fact in context.facts if fact is not wish.fact]
    taken = frozenset().union(*(fact.topics for fact in others)) - wish.topics
    own = wish.topics | (wish.fact.topics - _NO_NEWS if wish.fact else frozenset())
    if any(_is_told_by(word, own, taken) for word in said):
        return False
    if wish.fact is None:  # Where much is known, what is said in wholly other words may well answer it.
        return len(wish.topics) >= 2 and (context.is_partial or not context.facts)
    figures = all_numbers(wish.fact.value) - {number for fact in others for number in all_numbers(fact.value)}
    return not figures & numbers


def _is_told_by(word: str, own: frozenset[str], taken: frozenset[str]) -> bool:
    """A word of the draft that stands for this wish, and not for something else that is known."""
    if word in own:
        return True
    return is_about(word, own) and not is_about(word, taken)


RULE = Rule("S2", "all-asks", MEANING, BREAKS, KEEPS, find)
