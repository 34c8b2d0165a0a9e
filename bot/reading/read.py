"""Reads the newest customer turn of a thread; everything that judges or answers it starts from this one result."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.conversation import Turn
from bot.reading.asks import Ask, asks_in, merged
from bot.reading.facts import facts_in
from bot.reading.implied import implied_asks, is_bare_need, without_repeats
from bot.reading.language import language_of
from bot.reading.risk import Risk, risks_in
from bot.reading.temperature import (
    GONE_COLD,
    HURT,
    JOY,
    OWN_FAULT,
    REPEAT,
    TROUBLE,
    Course,
    Temperature,
    is_sarcastic,
    temperature_of,
)
from bot.reading.wishes import is_override
from bot.reading.words import content, plain, sentences, without_quotes

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


_PRAISE = re.compile(
    r"\b(?:love(?:d)? (?:it|the|your|my|how)|(?:was|is|were|are|been) (?:so |just |really |very |absolutely |truly "
    r"|all )*(?:wonderful|lovely|amazing|fantastic|brilliant|great|perfect|excellent|superb|delicious|beautiful|"
    r"AMAZING)|"
    r"legends?|rocked|lifesavers?|stars?\b(?! review)|made (?:my|our|his|her) day|thank you so much|thanks so much|"
    r"thx (?:so much )?for|(?:thanks|thank you)(?: so much| very much| a lot)? for (?:the (?:quick|fast|kind|great|"
    r"lovely|swift)|sorting|fixing|helping|being|going|your (?:kind|quick|fast|great|help))|"
    r"best (?:service|team|shop|people|support)|well done|kudos|hats off|impressed|delighted|thrilled|so (?:kind|"
    r"helpful|quick|fast|friendly)|worked (?:perfectly|wonderfully|like a charm)|compliments?)\b",
    _I,
)
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


def read(turns: Sequence[Turn], *, known_patterns: Mapping[str, str] | None = None) -> Reading:
    """Read all customer messages after the agent's last one. `known_patterns`: the workspace's number forms by kind."""
    newest = _newest(turns)
    if not newest:
        return Reading()
    text = "\n".join(filter(None, (without_quotes(plain(turn.text)) for turn in newest)))
    before = turns[: len(turns) - len(newest)]
    is_thanks = _is_thanks(text)
    risk = risks_in(text)
    is_repeat = _is_repeat(text, before, is_thanks=is_thanks)
    asks = _asks(text, before, is_thanks=is_thanks, is_repeat=is_repeat)
    if not asks and "safety" in risk and not is_thanks:
        asks = (Ask("what should we do now", text, is_implied=True),)
    comes_back = _comes_back(text, before, is_thanks=is_thanks)
    course = Course(
        has_agent_before=any(turn.by == "agent" for turn in before),
        comes_back=comes_back,
        has_risk=bool(set(risk) - {"safety", "press"}),
        has_safety="safety" in risk,
        is_repeat=is_repeat,
        is_thanks=is_thanks,
    )
    temperature = temperature_of(text, course)
    is_praise = bool(_PRAISE.search(text)) and not is_sarcastic(text) and temperature not in ("angry", "silent_angry")
    return Reading(
        asks=asks,
        facts=_facts(turns, known_patterns),
        temperature=temperature,
        complaint=_is_complaint(text, temperature, is_repeat=is_repeat),
        praise=is_praise,
        repeat_contact=is_repeat or (temperature == "silent_angry" and comes_back),
        risk=risk,
        language=language_of(text),
        files=tuple(name for turn in newest for name in turn.files),
        text=text,
        is_thanks=is_thanks,
        is_suspicious=any(is_override(sentence) for sentence in sentences(text)),
    )


def _newest(turns: Sequence[Turn]) -> list[Turn]:
    newest: list[Turn] = []
    for turn in reversed(turns):
        if turn.by == "agent":
            break
        newest.insert(0, turn)
    return newest


def _asks(text: str, before: Sequence[Turn], *, is_thanks: bool, is_repeat: bool) -> tuple[Ask, ...]:
    outright = asks_in(text, "\n".join(plain(turn.text) for turn in before if turn.by == "customer"))
    is_need = is_bare_need(outright)
    implied = implied_asks(text, () if is_need else outright)
    has_fault = any(ask.kind == "request" for ask in implied)
    # "We need the figures for Monday" says why the fault matters; mending it is what is asked.
    asks = without_repeats(merged((*(() if is_need and has_fault else outright), *implied)))
    if is_thanks or (JOY.search(text) and not TROUBLE.search(text)):
        return outright
    if not asks or _answers_a_question(text, before):
        asks = merged((*_standing(before), *asks))
    return asks


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


def _answers_a_question(text: str, before: Sequence[Turn]) -> bool:
    """The agent asked for something and this turn begins by giving it: what was asked first still stands."""
    if not before or before[-1].by != "agent" or not before[-1].text.rstrip().endswith("?"):
        return False
    first = next(iter(sentences(text)), "")
    return bool(first) and not first.endswith("?") and not asks_in(first) and not re.match(r"^no\b", first, _I)


def _is_thanks(text: str) -> bool:
    if len(text.split()) > 16 or "?" in text or TROUBLE.search(text) or not _CLOSING.search(text):
        return False
    return not [
        word for word in re.findall(r"\w+", _THANKS_WORDS.sub(" ", text)) if len(word) > 2 and not word.istitle()
    ]


def _comes_back(text: str, before: Sequence[Turn], *, is_thanks: bool) -> bool:
    """After an agent's word the customer says nothing new and asks nothing new, or says that it was asked before."""
    if is_thanks or not before or before[-1].by != "agent" or JOY.search(text):
        return False
    if GONE_COLD.search(text):
        return True
    promised = any(
        turn.by == "agent"
        and re.search(r"\b(?:will|'ll|by|within|should be|on its way|soon|shortly|tomorrow|today)\b", turn.text)
        for turn in before
    )
    return (
        promised
        and not asks_in(text)
        and not before[-1].text.rstrip().endswith("?")
        and bool(TROUBLE.search(text) or _DAY_ONLY.match(text))
    )


_DAY_ONLY = re.compile(
    r"^(?:it(?:'s| is)|that was|today is|now it(?:'s| is)) (?:now |already )?(?:the |in |on )?(?:\w+day|week \d+|"
    r"\d|january|"
    r"february|march|april|may|june|july|august|september|october|november|december)",
    _I,
)


def _is_repeat(text: str, before: Sequence[Turn], *, is_thanks: bool) -> bool:
    if is_thanks:
        return False
    if REPEAT.search(text) or re.search(
        r"^(?:down|broken|wrong|late|missing|failed|cold|the same) again\b|\btwice\.$", text, _I
    ):
        return True
    if re.search(r"\bagain[.!?]", text, _I) and not _ONCE_MORE.search(text):
        return True
    earlier = _earlier_words(before)
    return (
        bool(earlier)
        and _comes_back(text, before, is_thanks=is_thanks)
        and bool(GONE_COLD.search(text) or _shares(text, earlier))
    )


_ONCE_MORE = re.compile(
    r"\b(?:send|resend|try|see|come|order|call|book|write|use|check|buy|speak|start|visit|ask|open|thanks?|thank you)"
    r"\b[^.?!]{0,30}\bagain\b",
    _I,
)


def _earlier_words(before: Sequence[Turn]) -> set[str]:
    return {word for turn in before if turn.by == "customer" for word in content(plain(turn.text))}


def _shares(text: str, earlier: set[str]) -> bool:
    return bool(set(content(text)) & earlier)


def _is_complaint(text: str, temperature: Temperature, *, is_repeat: bool) -> bool:
    """We let them down: told by feeling, by what went wrong on our side, or by its coming back."""
    if temperature in ("angry", "upset", "silent_angry"):
        return True
    if temperature == "happy" or OWN_FAULT.search(text):
        return False
    if is_repeat and HURT.search(text):
        return True
    return bool(_OURS.search(text)) and not re.search(r"\b(?:if|would|in case|what happens)\b", text, _I)


_OURS = re.compile(
    r"\b(?:broken|faulty|damaged|defective|wrong|charged (?:me |my \w+ |us )?twice|fails?|failing|crash\w*|error|"
    r"didn't come|lost my|cancelled (?:my|our)|not working|doesn't work|mou?ldy|nobody|rude)\b",
    _I,
)


def _facts(turns: Sequence[Turn], known_patterns: Mapping[str, str] | None) -> dict[str, str]:
    """Facts of the whole thread that the customer gave."""
    names = [turn.name for turn in turns]
    words = "\n".join(without_quotes(plain(turn.text)) for turn in turns if turn.by == "customer")
    return facts_in(words, names=names, known_patterns=known_patterns)
