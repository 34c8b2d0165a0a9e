"""Says an ask back inside a sentence of ours: "where is my refund?" as "where your refund is", and nothing that would
not read well."""

import re
from collections.abc import Sequence

from bot.reading.asks import Ask
from bot.reading.feelings import ATTACK, shouting
from bot.reading.noun_phrases import Token, tokens_of
from bot.reading.pointers import is_bare_pointer
from bot.reading.word_classes import LEMMAS
from bot.replies.writing.clauses import BE, Question, adverbs_first, parted
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.person import second_person, swapped, tidied
from bot.replies.writing.set_phrases import CAN_YOU_TELL, FIXED, TURNED
from bot.replies.writing.verbs import gerund, is_base, past, third

_I = re.IGNORECASE
_OPENERS = re.compile(
    r"^(?:(?:and|but|so|also|or|then|ok|okay|well|hi|hey|hello|please|pls|plz|sorry|quickly|quick one|just|again|"
    r"oh|um|actually|anyway|now then|by the way|one more (?:thing|question)|another question|a question)\b[,:]?\s+)+",
    _I,
)
_SHORT_FORMS = (
    (re.compile(r"^(what|where|who|when|how|why)'s been\b", _I), r"\1 has been"),
    (re.compile(r"^(what|where|who|when|how|why)'s\b", _I), r"\1 is"),
    (re.compile(r"^(what|where|who|how|when)(?:'re| r)\b", _I), r"\1 are"),
    (re.compile(r"^(what|where|who|how|when)'d\b", _I), r"\1 would"),
    (re.compile(r"^(what|where|who|how|when)'ll\b", _I), r"\1 will"),
    (re.compile(r"^how come\b(?= \w)", _I), "why come"),
    (re.compile(r"\bdo u\b", _I), "do you"), (re.compile(r"\bcan u\b", _I), "can you"),
    (re.compile(r"^aint\b|^ain't\b", _I), "is not"),
)  # fmt: skip
_TAIL = re.compile(
    r"(?:,? (?:by the way|btw|please|pls|plz|thanks|thank you|or not|right|mate|guys|at all|then|anyway|"
    r"though|again please)"
    r"|,? (?:and|or|but)?,? ?(?:when|where|why|how|who|what)|\s+(?:today|now|asap|right away|immediately|urgently|"
    r"at once|"
    r"quickly|soon))$",
    _I,
)
_BROKEN_OFF = re.compile(r",? (?:and|or|but|because|so that|so)$", _I)
_NEGATED = re.compile(r"n't$", _I)
_TELL = re.compile(
    r"^(?:(?:tell|let|show|inform|advise) (?:me|us)(?: know| exactly)?|(?:know|find out|hear|check|confirm|see|ask|"
    r"say|understand|clarify|explain|verify|make sure|ensure)(?: for (?:me|us))?)\s+(?:please )?(?P<what>.+)$",
    _I,
)
_PLEDGE = re.compile(
    r"^(?:promise|guarantee|assure|confirm(?: to)?|reassure)(?: (?:me|us))?(?: that)? (?P<what>.+)$", _I
)
_ASK_THEM = re.compile(r"^ask (?:the|your|our) [\w ]{2,20}? (?:whether|if) (?P<what>.+)$", _I)
_IDEA_OF = re.compile(
    r"^give (?:me|us) (?:an? (?:\w+ )?(?:idea|impression|overview) of|(?:some |more |the )?(?:information|details?) "
    r"(?:on|about|of)) (?P<what>(?:the|my|our|your) .+)$",
    _I,
)
_CLAUSE = re.compile(r"^(?:that |if |whether )?(?:i|we|you|he|she|it|they|my|our|your|the|this|that|there|[A-Z]\w+)\b")
_LEADS = re.compile(r"^(?:what|which|who|whose|when|where|why|how)\b", _I)
_NEVER_MAKE = re.compile(
    r"^(?:don't|do not|dont) (?:make|let|tell|ask|get|force|have) (?:me|us)(?: to)? (?P<what>\w+\b.*)$", _I
)
_HELD_OUT = re.compile(r"^(?:my|our|the|a|an|this|that|these|those|another|new|some|one|two|three|\d+)\s", _I)
_PRONOUN_DONE = re.compile(
    r"^(?:it|this|that|them|these|those|(?:my|our|the) \w+) (?:\w+ed|redone|done|sent|back|replaced|fixed|gone)\b", _I
)


def question_said(ask: Ask) -> str:
    """The question after "I'm finding out": "where your refund is"; "" when that would not read well."""
    if is_grievance(ask):
        return ""  # A complaint that asks nothing; its own words are no question to turn.
    own = ask.words if ask.words and not is_bare_pointer(ask.words) and " one" not in ask.words else ask.text
    said = indirect(own)
    return said or (indirect(ask.text) if own != ask.text else "")


def is_grievance(ask: Ask) -> bool:
    """Trouble that was told, put as an ask by the reading."""
    return ask.is_implied and bool(re.match(r"^what (?:about|will you do about|are you going to do about) ", ask.text))


def request_said(ask: Ask) -> str:
    """The request as what we look into: "cancelling your order", "whether it will be here on Monday"; or ""."""
    text = _plain(ask.text)
    pledged = _PLEDGE.match(text)
    if pledged and _CLAUSE.match(pledged["what"]) and not _LEADS.match(pledged["what"]):
        clause = re.sub(r"^(?:that|if|whether) ", "", pledged["what"], flags=_I)
        said = _fit(f"whether {second_person(clause)}")
        if said and len(tokens_of(clause)) > 2 and any(token.kind in "XV" for token in tokens_of(clause)):
            return said
    asked = _ASK_THEM.match(text)
    if asked:
        what = re.split(r",? and (?=(?:what|how|when|where|who|whether)\b)", asked["what"])[0]
        return _fit(f"whether {second_person(what)}")
    told = _TELL.match(text)
    if told and re.match(r"(?:whether|if|what|which|who|whose|when|where|why|how)\b", told["what"], _I):
        return indirect(told["what"])
    return _deed_said(text)


def _deed_said(text: str) -> str:
    """ "Cancel my order" as "cancelling your order"; a thing that is asked for as that thing."""
    if idea := _IDEA_OF.match(text):
        return noun_said(idea["what"])
    verb, _, rest = text.partition(" ")
    low = verb.lower()
    if low in ("check", "confirm") and rest:
        return noun_said(rest)
    if low == "ask" and rest.lower().startswith("for "):
        return noun_said(rest[4:])
    if low in _NOT_DONE_BY_US:
        return ""
    if is_base(low) and low not in ("please",) and not _HELD_OUT.match(text):
        return _fit(f"{gerund(low)} {second_person(rest)}".strip()) if rest or low in _STANDS else ""
    if re.match(r"^(?:my|our|the)\s.*\bback\b", text, _I) or _PRONOUN_DONE.match(text):
        return _fit(f"getting {second_person(text)}")
    return noun_said(text)


_NOT_DONE_BY_US = frozenset("be know hear understand wish hope believe feel want need".split())
_STANDS = frozenset("withdraw cancel return rebook reschedule exchange upgrade cancelling".split())


def spared(ask: Ask) -> str:
    """What the customer asks to be spared: "ring anyone" of "please don't make me ring anyone"; else ""."""
    found = _NEVER_MAKE.match(_plain(ask.text))
    if not found or not is_base(found["what"].split(" ")[0]):
        return ""
    return _fit(second_person(found["what"]))


def noun_said(text: str) -> str:
    """A thing that is asked for or about: "a new patient appointment for you"."""
    if (
        not _HELD_OUT.match(text)
        or _VAGUE_THING.match(text)
        or re.search(r"\b(?:each|both) or\b|\bor (?:each|both)\b", text, _I)
        or re.search(r"\b(?:is|are|was|were|isn't|can|could|do|does|did|will|would)\b", text, _I)
    ):
        return ""
    return _fit(second_person(_plain(text)))


_VAGUE_THING = re.compile(
    r"^(?:the|that|this|an|a) (?:other |second |first |last |same )?(?:thing|stuff|one|matter|question|issue|other)\b",
    _I,
)


def indirect(words: str) -> str:
    """Question order turned into clause order, from our side; "" when the result would not read well."""
    text = _plain(words)
    if not text:
        return ""
    fixed = FIXED.get(text.lower())
    if fixed:
        return fixed
    polite = CAN_YOU_TELL.match(text)
    if polite:
        return indirect(polite["what"])
    for pattern, turned in TURNED:
        if pattern.match(text):
            return _fit(second_person(pattern.sub(turned, text)))
    tokens = tokens_of(text)
    question = parted(tokens)
    if question is None:
        return ""
    return _fit(_joined(text, question))


def _joined(text: str, question: Question) -> str:
    lead = swapped(text, question.lead) if question.lead else "whether"
    lead = lead[0].lower() + lead[1:]
    if question.aux is None:
        first = question.predicate[0] if question.predicate else None
        if first is None or not _may_follow(lead, first):
            return ""
        return f"{lead} {swapped(text, question.predicate)}"
    aux = question.aux.low
    if not question.subject:
        return f"{lead} {aux} {swapped(text, question.predicate)}"
    subject = _subject_said(text, question.subject)
    if aux in BE and lead == "what" and not question.predicate and re.match(r"^(?:the|our|your|my) ", subject, _I):
        return subject  # "What is the failure rate?" asks for the failure rate.
    if not question.predicate and (aux not in BE or lead == "whether"):
        return ""
    verb = _verb(text, aux, subject, question.predicate)
    return f"{lead} {subject} {verb}" if verb else ""


def _may_follow(lead: str, first: Token) -> bool:
    """Whether the words after the question words are a clause or a verb: "what happens", "how many people fit"."""
    if first.kind in "VTODX" or first.low in ("exactly", "still"):
        return True
    is_verb = LEMMAS.get(first.low, first.low) != first.low
    return is_verb or (lead == "how" and first.kind in "M") or (lead == "which" and first.low == "of")


def _subject_said(text: str, subject: Sequence[Token]) -> str:
    if subject[0].low in ("you", "u"):
        return "we"
    return swapped(text, subject)


def _verb(text: str, aux: str, subject: str, predicate: Sequence[Token]) -> str:
    """The auxiliary at its place behind the subject; "does" and "did" go into the verb."""
    is_ours = subject in ("you", "we")
    if _NEGATED.search(aux):
        aux = {"isn't": "aren't", "wasn't": "weren't"}.get(aux, aux) if is_ours else aux
        if aux not in BE and not _can_follow(predicate):
            return ""
        return f"{aux} {swapped(text, predicate)}"
    if aux not in ("do", "does", "did"):
        aux = {"is": "are", "am": "are", "was": "were", "has": "have"}.get(aux, aux) if is_ours else aux
        return f"{aux} {swapped(text, predicate)}".strip() if aux in BE or _can_follow(predicate) else ""
    skipped = adverbs_first(predicate)
    if skipped == len(predicate):
        return ""
    verb = predicate[skipped]
    if not (is_base(verb.low) or verb.kind in "VN"):
        return ""
    form = third(verb.low) if aux == "does" else past(verb.low) if aux == "did" else verb.low
    before = swapped(text, predicate[:skipped]) if skipped else ""
    rest = swapped(text, predicate[skipped + 1 :]) if skipped + 1 < len(predicate) else ""
    gap = "" if rest[:1] in (",", "'") else " "
    return f"{before} {form}{gap}{rest}".strip()


def _can_follow(predicate: Sequence[Token]) -> bool:
    """After "will" or "has" stands a verb, with or without adverbs before it."""
    rest = predicate[adverbs_first(predicate) :] or predicate
    return bool(rest) and rest[0].kind not in "DPOMTIC."


_NUMBERED = re.compile(
    r",? (?:order|booking|ref|reference|invoice)(?: (?:number|no\.?))? #?[A-Z]*-?\d[\w-]*(?: from [\w ]+)?,?.*$"
)
"""Where a thing is followed by its number, only the thing is said back."""


def _plain(words: str) -> str:
    """Without openers, politeness at the end, capitals for emphasis, and short forms."""
    text = tidied(re.sub(r":?\s*(?:https?://|www\.)?[\w.+-]+@[\w.-]+|https?://\S+", "", words))
    if _HELD_OUT.match(text):
        text = _NUMBERED.sub("", text)
    text = re.sub(r"\b[A-Z]{2,}\b", lambda match: match[0].lower() if shouting(match[0]) else match[0], text)
    text = tidied(_OPENERS.sub("", text))
    for pattern, whole in _SHORT_FORMS:
        text = pattern.sub(whole, text)
    before = ""
    while before != text:
        before = text
        if not re.match(r"^(?:what|how|which) \w+$|^(?:whether|if) ", text, _I):
            text = _TAIL.sub("", text)
        text = _BROKEN_OFF.sub("", text).strip(" ,")
    return re.sub(r"\bi\b", "I", text)


_FRAGMENTS = re.compile(
    r"^((?:whether|where|when|what|how)\b[^,]{12,}?),\s+"
    r"(?!(?:and|or|but|if|as|when|so|which|who|whether|before|after|not|please)\b)[^,].*$",
    _I,
)
_NEXT_CLAUSE = re.compile(
    r"^([^,]{12,}?),?\s+and (?:(?:one|two|some|another) [\w ]{1,20}? (?:has|have|is|are|asked|wants?)|"
    r"you(?:'re| are|'ll| will)) .*$",
    _I,
)
"""A statement that follows what is asked."""


def _fit(said: str) -> str:
    """The words, if they read well inside of a sentence; a loose end after a comma ("black, wooden handle") is cut."""
    said = re.sub(r"\s+", " ", said).strip(" ,")
    said = re.sub(r":\s+(?:you|we|it|they|there)\b.*$", "", said)
    said = _NEXT_CLAUSE.sub(r"\1", _FRAGMENTS.sub(r"\1", said))
    said = re.sub(r"(?<=\w)-(?=\s)", "", said)
    heated = next((found for found in ATTACK.finditer(said) if not found[0].lower().startswith("what ")), None)
    if heated:
        before = said[: heated.start()]
        cut = re.search(r"^(.*?)\swithout\s", before) or re.search(r"^(.*)\s(?:by|with|from|like|as|for)\s", before)
        said = cut[1] if cut and len(cut[1].split()) > 3 else ""
    return _days_with_capital(said) if said and is_fluent(said) else ""


_DAYS = re.compile(r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|"
                   r"august|september|october|november|december|christmas|easter)\b")  # fmt: skip


def _days_with_capital(words: str) -> str:
    return _DAYS.sub(lambda match: match[0].capitalize(), words)
