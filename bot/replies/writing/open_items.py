"""What is still open, ask by ask, in words that fit into a sentence of ours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.asks import Ask
from bot.reading.noun_phrases import noun_phrases, tokens_of
from bot.reading.words import content
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.indirect import noun_said, question_said, request_said
from bot.replies.writing.known import with_what
from bot.replies.writing.own_words import in_own_words
from bot.replies.writing.person import second_person
from bot.replies.writing.plan import Plan, PlannedAsk

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Item:
    """One open ask in our words: a clause, a thing, or something to do."""

    words: str
    form: str


_HURRY = re.compile(r"\s+(?:today|now|asap|right away|immediately|urgently|at once)$", _I)
_ORDER_AGAIN = re.compile(r"\b(to|from|in|with|of) (?:the|your) order$", _I)
_ARRIVING = re.compile(
    r"^((?:whether|when) your (?:[\w-]+ ){1,4}?)(?=(?:will|can) (?:still )?(?:arrive|come|be here)\b)", _I
)


@dataclass(frozen=True, slots=True)
class Open:
    """`items` can be said back; `unsaid` are asks of which nothing, or only a part, can."""

    items: tuple[Item, ...]
    unsaid: tuple[PlannedAsk, ...]


def open_items(waiting: Sequence[PlannedAsk], brief: DraftBrief, plan: Plan, *, is_known: bool) -> Open:
    """What can be said back; an order is named once, so that they see that we have it. `is_known`: the day of an order
    was told right before."""
    items: list[Item] = []
    unsaid: list[PlannedAsk] = []
    for planned in waiting:
        said = [_item(part, brief) for part in _parts(planned.ask, brief)]
        unsaid += [planned] if None in said else []
        for item in filter(None, said):
            words = with_what(_HURRY.sub("", item.words), brief.record)
            if is_known and planned.known:
                words = re.sub(r"^where your .*\((?P<number>[^)]*)\) is$", "where it is", words)
            words = _with_order(words, brief, plan.happened.trouble, items)
            if not any(words == other.words for other in items):
                items.append(Item(words, item.form))
    return Open(tuple(items), tuple(unsaid))


_SECOND = re.compile(
    r",\s+(?:and|or)\s+(?=(?:is|are|do|does|did|can|could|will|would|what|when|where|how|who|why)\s)|"
    r"\s+(?:and|or)\s+(?=(?:do|does|can|could|will|is|are) (?:i|we|you|it|they|the|my|our|your|there)\b)",
    _I,
)
"""Where a second question begins within one ask."""
_EMBEDDED = re.compile(r",?\s+(?:and\s+|or\s+)?(?=(?:whether|why|when|where|how|what|which|who)\s)", _I)


def _parts(ask: Ask, brief: DraftBrief) -> list[Ask]:
    """ "Tell me whether it is open, when, and why" holds more than one question."""
    whole = in_own_words(ask, brief.reading.text)
    told = re.match(
        r"^(?:know|tell (?:me|us)|explain|hear|understand)\s+(?=(?:whether|why|when|where|how|what|which|who)\b)",
        whole.text,
        _I,
    )
    if ask.kind == "question" and _SECOND.search(whole.text):
        return [Ask(piece.strip(), ask.source, "question") for piece in _SECOND.split(whole.text) if piece.strip()]
    pieces = [piece for piece in _EMBEDDED.split(whole.text[told.end() :]) if piece.strip()] if told else []
    if len(pieces) < 2:
        return [ask]
    return [Ask(piece, ask.source, "question") for piece in pieces]


_ASKING = re.compile(
    r"^(?:at |in |by |from |for |until |since |to )?(?:whether|what|which|who|whose|when|where|why|how)\b"
)


def _item(ask: Ask, brief: DraftBrief) -> Item | None:
    ask = in_own_words(ask, brief.reading.text)
    said = request_said(ask) if ask.kind == "request" else question_said(ask) or noun_said(ask.text)
    if not said:
        return None
    if _ASKING.match(said):
        return Item(said, "question")
    return Item(said, "request" if ask.kind == "request" and re.match(r"^\w+ing\b", said) else "thing")


def things_in(text: str) -> list[str]:
    """The things that an ask names, from our side."""
    found = []
    for phrase in noun_phrases(text, tokens_of(text)):
        if phrase.owner in ("my", "our", "your", "the") and len(phrase.head) > 2 and phrase.head not in _VAGUE:
            said = second_person(f"{phrase.owner} {phrase.text}")
            if is_fluent(said):
                found.append(said)
    return found


_VAGUE = frozenset("rest thing things matter way joke end time decency stuff other front answer question".split())


def is_aside(ask: Ask, plan: Plan) -> bool:
    """What only says why, or cries out, beside a real ask: "I only need the tube", "are we just to sit here?"."""
    if len(plan.asks) < 2:
        return False
    if re.match(r"^know (?:before|by|until|soon|in time)\b", ask.text, _I):
        return True
    return bool(re.search(r"\bonly need\b", ask.source, _I)) or bool(_CRIES_OUT.match(ask.text))


_CRIES_OUT = re.compile(
    r"^(?:are (?:we|i) just|am i (?:just |supposed to (?:just|sit|wait))|is (?:this|that) (?:a joke|how you)|"
    r"do you (?:even|really) (?:care|think)|how (?:hard|dare)|are you (?:kidding|serious|joking))\b",
    _I,
)


def each_once(waiting: Sequence[PlannedAsk], answered: Sequence[PlannedAsk] = ()) -> list[PlannedAsk]:
    """Asks that only repeat the words of another are left out."""
    kept: list[PlannedAsk] = []
    for planned in waiting:
        words = set(content(planned.ask.text))
        if any(len(words) > 1 and len(words - set(content(other.ask.text))) <= 1 < len(words) for other in answered):
            continue
        if not any(
            words and words <= set(content(other.ask.text))
            for other in waiting
            if other is not planned and (other in kept or words < set(content(other.ask.text)))
        ):
            kept.append(planned)
    return kept


def _with_order(words: str, brief: DraftBrief, trouble: str, before: Sequence[Item]) -> str:
    """Their order is named once, so that they see we have it: "where your parcel (order 55120) is"."""
    order = brief.reading.facts.get("order", "")
    if order and any(order in item.words for item in before):
        return _ORDER_AGAIN.sub(r"\1 it", words)
    if not order or order in words or "order2" in brief.reading.facts:
        return words
    words = re.sub(r"\b(your|the) (parcel|package|delivery)\b", rf"\1 \2 (order {order})", words, count=1)
    if order in words:
        return words
    words = re.sub(r"\b(your|the) order\b(?! (?:number|\())(?!\))", f"your order {order}", words, count=1)
    return words if order in words or order in trouble else _ARRIVING.sub(rf"\1(order {order}) ", words)
