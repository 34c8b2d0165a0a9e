"""Reads the newest customer turn of a thread; everything that judges or answers it starts from this one result."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.conversation import Turn
from bot.reading.asks import Ask, asks_in, merged
from bot.reading.facts import facts_of
from bot.reading.failures import TROUBLE
from bot.reading.feelings import JOY
from bot.reading.implied import implied_asks, is_bare_need, without_repeats
from bot.reading.language import language_of
from bot.reading.matter import with_matter
from bot.reading.meaning import Meaning
from bot.reading.mood import Temperature, mood_of
from bot.reading.risk import Risk, risks_in
from bot.reading.unsaid import by_when, chosen, grievance_ask, unsaid_asks
from bot.reading.wishes import is_override
from bot.reading.words import plain, sentences, without_quotes

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Reading:
    """One customer turn in the light of its thread."""

    asks: tuple[Ask, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    temperature: Temperature = "calm"
    complaint: bool = False
    praise: bool = False
    repeat_contact: bool = False
    risk: tuple[Risk, ...] = ()
    language: str = "en"
    files: tuple[str, ...] = ()
    text: str = ""
    """The turn's own words, cleaned."""
    is_thanks: bool = False
    """The turn only closes the talk: thanks, a nod, a smile."""
    is_suspicious: bool = False
    """Some of the words are addressed to a machine, not to a person."""

    @property
    def needs_answer(self) -> bool:
        """A pure "thanks!" or "ok" needs none; neither does a thread whose last words are the agent's."""
        if self.asks or self.complaint or self.risk or self.praise or self.files:
            return True
        return bool(self.text) and not self.is_thanks and bool(re.search(r"\w", self.text))


_THANKS_WORDS = re.compile(
    r"\b(?:thanks?|thx|ty|cheers|ok(?:ay)?|great|perfect|super|good|got it|will do|fine|lovely|brilliant|awesome|"
    r"alright|cool|noted|understood|works|bye|you too|nice|wonderful|excellent|"
    r"so|very|much|a lot|a million|again|you|that's|all|for|the|your|help|quick|reply|answer|many|it|now|have|day|"
    r"evening|weekend|yes|no problem|appreciated?|then|see|until|and|in advance|that)\b|[^\w\s]|\bfrieda\b",
    _I,
)
_CLOSING = re.compile(
    r"\b(?:thanks?|thank you|thx|ty|cheers|ok(?:ay)?|great|perfect|super|got it|will do|lovely|brilliant|awesome|"
    r"alright|cool|appreciated?|wonderful|excellent)\b|^[\W_]*$",
    _I,
)


def read(
    turns: Sequence[Turn], *, known_patterns: Mapping[str, str] | None = None, meaning: Meaning | None = None
) -> Reading:
    """Read all customer messages after the agent's last one. `known_patterns`: the workspace's number forms by kind;
    `meaning` adds its evidence where it is given, and is never needed."""
    newest = _newest(turns)
    if not newest:
        return Reading()
    text = "\n".join(filter(None, (without_quotes(plain(turn.text)) for turn in newest)))
    before = turns[: len(turns) - len(newest)]
    is_thanks = _is_thanks(text)
    mood = mood_of(_to_people(text), before, risks_in(text), meaning)
    risk = mood.risks
    risk = (*risk, *(still for still in _still(before, mood.temperature) if still not in risk))
    asks = _asks(text, before, is_thanks=is_thanks)
    if not is_thanks and mood.temperature != "happy":
        asks = _with_unsaid(text, before, asks, is_complaint=mood.complaint)
    if not asks and "safety" in risk and not is_thanks:
        asks = (Ask("what should we do now", text, is_implied=True),)
    return Reading(
        asks=asks,
        facts=_facts(turns, known_patterns),
        temperature=mood.temperature,
        complaint=mood.complaint,
        praise=mood.praise and not is_thanks,
        repeat_contact=mood.is_repeat and not is_thanks,
        risk=risk,
        language=language_of(text),
        files=tuple(name for turn in newest for name in turn.files),
        text=text,
        is_thanks=is_thanks,
        is_suspicious=any(is_override(sentence) for sentence in sentences(text)),
    )


def _to_people(text: str) -> str:
    """Without the words that are addressed to a machine: they show nobody's feelings."""
    said = sentences(text)
    own = [sentence for sentence in said if not is_override(sentence)]
    return text if len(own) == len(said) else "\n".join(own)


_LASTS: Mapping[Temperature, Risk] = {
    "silent_angry": "leaving",
    "worried": "safety",
    "upset": "safety",
    "angry": "safety",
}


def _still(before: Sequence[Turn], temperature: Temperature) -> tuple[Risk, ...]:
    """A turn gone cold takes nothing back, so who asked to leave still leaves; and fear goes on with the danger."""
    risk = _LASTS.get(temperature)
    said = (plain(turn.text) for turn in before if turn.by == "customer")
    return (risk,) if risk and any(risk in risks_in(words) for words in said) else ()


def _newest(turns: Sequence[Turn]) -> list[Turn]:
    newest: list[Turn] = []
    for turn in reversed(turns):
        if turn.by == "agent":
            break
        newest.insert(0, turn)
    return newest


def _asks(text: str, before: Sequence[Turn], *, is_thanks: bool) -> tuple[Ask, ...]:
    outright = asks_in(text, "\n".join(plain(turn.text) for turn in before if turn.by == "customer"))
    is_need = is_bare_need(outright)
    implied = implied_asks(text, () if is_need else outright)
    has_fault = any(ask.kind == "request" for ask in implied)
    # "We need the figures for Monday" says why the fault matters; mending it is what is asked.
    asks = without_repeats(merged((*(() if is_need and has_fault else outright), *implied)))
    if is_thanks or (JOY.search(text) and not TROUBLE.search(text)):
        return outright
    if before and (chased := [ask for ask in asks if _CHASES.match(ask.text)]):
        rest = [ask for ask in asks if ask not in chased]
        return merged((*_standing(before), *rest)) or asks
    if not asks or _answers_a_question(text, before):
        asks = merged((*_standing(before), *asks))
    return asks


_CHASES = re.compile(
    r"^(?:(?:may|can|could|will|do|when (?:will|do|can|may)) (?:i|we) (?:please |finally |ever )*(?:have|get|expect|"
    r"receive|hear) "
    r"(?:back|(?:an?|my|our|the|your|some) (?:answers?|reply|replies|response|word|update))\b.*|"
    r"(?:get |have |give (?:me|us) )?(?:an? |the |my |your )?(?:answer|reply|response)(?: to (?:that|this|it|my \w+))?|"
    r"(?:and )?(?:what about )?(?:the|my) (?:other|rest|first|second) ?(?:things?|questions?|ones?|part|bit|half)?|"
    r"answer (?:me|us|(?:the|my|our) questions?))$",
    _I,
)
"""Asks only for the answer to what was asked before."""


_EMPTY_QUESTION = re.compile(
    r"^(?:what(?:'s| is) (?:the plan|going on|happening|up|this)|what now|explain this|is any(?:one|body) (?:there|"
    r"reading).*|anyone|"
    r"(?:what|who) (?:can|do|should|shall|will) (?:you|we|i)(?: do)?(?: now| about (?:it|this|that))?|any ideas?|"
    r"is this (?:the right place|private|the right \w+)\b.*|(?:can|may) i ask (?:you )?(?:something|a question|"
    r"sth)|are you (?:there|a bot|real|human)\b.*)$",
    re.IGNORECASE,
)


def _with_unsaid(text: str, before: Sequence[Turn], asks: tuple[Ask, ...], *, is_complaint: bool) -> tuple[Ask, ...]:
    """Adds what nobody put as an ask; a question that names nothing gives way to what it is about."""
    choice = chosen(text, before)
    more = [choice] if choice else []
    more += unsaid_asks(text, asks)
    is_empty = all(_EMPTY_QUESTION.match(ask.text) for ask in asks)
    if is_empty:
        more += implied_asks(text) if asks else ()
    told = () if asks or more else (grievance_ask(text, is_complaint=is_complaint),)
    found = merged([*(more if choice else ()), *asks, *(() if choice else more), *(ask for ask in told if ask)])
    found += tuple(late for ask in found if ask.is_implied and (late := by_when(text, ask)))
    found = tuple(_told_about(ask, text) for ask in found)
    named = tuple(ask for ask in found if not _EMPTY_QUESTION.match(ask.text))
    return named if named and len(named) < len(found) else found


def _told_about(ask: Ask, text: str) -> Ask:
    """ "What shall we do?" stands alone once it says about what."""
    return replace(ask, text=with_matter(ask.text, text))


def _standing(before: Sequence[Turn]) -> tuple[Ask, ...]:
    """The asks of the latest earlier customer turn that had any: a turn that only points back repeats them."""
    rest = list(before)
    while rest:
        while rest and rest[-1].by == "agent":
            rest.pop()
        turn_text = "\n".join(without_quotes(plain(turn.text)) for turn in _newest(rest))
        outright = asks_in(turn_text)
        asks = merged((*outright, *implied_asks(turn_text, outright)))
        if asks:
            return asks
        rest = rest[: len(rest) - len(_newest(rest))]
    return ()


_ALREADY_ANSWERED = (
    r"(?:(?:hi|hello|good morning)[^.!?]{0,20}[,!.] )?(?:we do|it (?:is|does)|they (?:are|do)|there is|that's right)\b|"
    r".*\b(?:how can (?:i|we) help|what can (?:i|we) do|what(?:'s| is) (?:it|up|wrong|the matter)|what does it say|"
    r"what happened)\b"
)
"""The agent answered what was asked before putting the own question, or only asks what the matter is."""


def _answers_a_question(text: str, before: Sequence[Turn]) -> bool:
    """The agent asked for something and this turn begins by giving it: what was asked first still stands."""
    if not before or before[-1].by != "agent" or not before[-1].text.rstrip().endswith("?"):
        return False
    if re.match(_ALREADY_ANSWERED, before[-1].text, re.IGNORECASE):
        return False
    first = next(iter(sentences(text)), "")
    return bool(first) and not first.endswith("?") and not asks_in(first) and not re.match(r"^no\b", first, _I)


def _is_thanks(text: str) -> bool:
    if len(text.split()) > 16 or "?" in text or TROUBLE.search(text) or not _CLOSING.search(text):
        return False
    return not [
        word for word in re.findall(r"\w+", _THANKS_WORDS.sub(" ", text)) if len(word) > 2 and not word.istitle()
    ]


def _facts(turns: Sequence[Turn], known_patterns: Mapping[str, str] | None) -> dict[str, str]:
    """Facts of the whole thread that the customer gave."""
    names = [turn.name for turn in turns]
    written = [without_quotes(plain(turn.text), with_signature=True) for turn in turns if turn.by == "customer"]
    return facts_of(written, names=names, known_patterns=known_patterns)
