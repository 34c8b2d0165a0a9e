"""The things one customer turn wants answered or done, each worded so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from bot.reading.pointers import MAX_WORDS, Named, is_bare_pointer, is_price_of_it, standing_alone
from bot.reading.wishes import could_i, is_need_told, is_override, is_plan_asked, wished
from bot.reading.words import content, sentences

_I = re.IGNORECASE

AskKind = Literal["question", "request"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask. `source` is the span of the customer's words that it was read from."""

    text: str
    source: str
    kind: AskKind = "question"
    is_implied: bool = False
    words: str = ""
    """The customer's own wording, when `text` had to name what "it" points to."""


SUBJECT = (
    r"(?:i|we|you|they|he|she|it|one|there|this|that|these|those|my|our|your|his|her|their|the|a|an|any|all|both|"
    r"anyone|anybody|someone|somebody|everything|anything|"
    r"(?-i:[A-Z])[\w'-]+|[a-z]+s)"
)
_WH = r"(?:what|when|where|who|whom|whose|which|why|how)(?:'s|s|'re|'ll|'d)?"
_BE_DO = (
    r"(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|"
    r"can't|couldn't|won't|don't|doesn't|didn't|hasn't|haven't)"
)
_VERBS = (
    "add|activate|allow|answer|apply|arrange|assign|block|book|bring|call|cancel|change|charge|check|clarify|close|"
    "collect|come|confirm|contact|correct|credit|deactivate|delete|deliver|disable|"
    "email|enable|exchange|explain|extend|fetch|find|fix|forward|get|give|grant|help|hold|hurry|include|increase|"
    "install|investigate|issue|keep|let|look|lower|mail|make|mend|merge|move|open|"
    "organise|organize|pause|phone|pick|post|put|raise|rebook|reconnect|redeliver|reopen|reduce|refund|reimburse|"
    "reissue|release|"
    "remove|renew|repair|replace|reply|resend|reset|reschedule|resolve|restore|return|reverse|"
    "ring|schedule|send|set|share|ship|show|sort|stop|swap|switch|take|talk|tell|transfer|unblock|undo|unlock|"
    "unsubscribe|update|upgrade|waive|withdraw|write"
)
_QUESTION = re.compile(
    rf"^(?:(?:for|at|in|on|by|with|from|to|until|since) )?(?:{_WH}\b(?! (?:a|an) )|{_BE_DO} (?=(?:{SUBJECT})\b))", _I
)
_WH_INVERTED = re.compile(
    rf"^(?:{_WH}) (?:\w+ ){{0,3}}?(?:{_BE_DO})\b|^(?:what|where|when|who|how)(?:'s|'re|s)\b|^(?:how|what|why|who) "
    rf"(?:much|many|long|about|come|to|not|is|are|got|has|was|can)\b|^who \w+ed\b",
    _I,
)
_REQUEST = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|u)(?: (?:please|pls|kindly|maybe|possibly|just|"
    r"perhaps))*|please|pls|plz|kindly|"
    r"(?:i|we)(?:'d| would) (?:really |very much |also )?(?:like|love|appreciate)(?: it if)?(?: you(?: to| could| "
    r"would)?)?(?: to)?|"
    r"(?:i|we) (?:really |still |also |just |now |only )?(?:want|need|expect|request|require|ask|wish|would "
    r"need)(?: (?:you|for|someone|somebody))?(?: to)?|"
    r"(?:i|we)(?:'m| am|'re| are) (?:looking|hoping|trying)(?: to| for)|looking to|would you mind) (?=\w)",
    _I,
)
_IMPERATIVE = re.compile(
    rf"^(?:just |now |then |so |also )*(?:do |don't |do not )?(?:{_VERBS}) (?!you\b|to me that\b)", _I
)
_OPENER = re.compile(
    r"^(?:(?:(?:hi+|hello|he+y+)(?: there| all| team| everyone| folks)?|dear|good (?:morning|afternoon|evening|day)|"
    r"hallo|greetings|thanks|thank you|thx|ok(?:ay)?|yes|no|yep|sure|great|perfect|well|so|also|and|but|or|oh|ah|"
    r"ps|p\.s\.|btw|by the way|"
    r"besides|additionally|another (?:thing|question)|(?:and )?one (?:more |last |other |quick )?(?:q|thing|"
    r"question)(?: more)?|(?:a )?(?:quick|small|short|silly|stupid|general|last) question|(?:two|three|some|a few|"
    r"few) (?:things|questions)|"
    r"question|then|now|just|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|maybe|actually|anyway|sorry|"
    r"excuse me|i repeat|again)\b[\s,:!.–-]*|\(?\d{1,2}[.)]\s+|[-*•]\s+|[a-c]\)\s+)",
    _I,
)
_INDIRECT = re.compile(
    r"^(?:please (?:can|could) you |(?:can|could|would|will) (?:you|someone|anyone) (?:please |possibly |kindly |"
    r"just |maybe )*|please |do you (?:happen to )?know|any idea|(?:i|we)(?:'d| would) (?:like|love) to |(?:i|we) "
    r"(?:want|need|wish|would love) to |"
    r"i (?:was|am) (?:just )?(?:wondering|curious)|i'm (?:just )?(?:wondering|curious|asking|not sure)|i "
    r"wonder(?:ed)?|just wondering|wondering|curious|may i ask|might i ask|i (?:don't|do not) know|not sure)?\s*"
    r"(?:tell me|tell us|let me know|let us know|know|understand|find out|hear|explain(?: to (?:me|us))?|check|"
    r"confirm|see|ask|advise|say)?\s*(?:please )?(?:about )?(?:if|whether)?\s*(?:you (?:could|can|might) "
    r"(?:possibly |please |maybe )?(?:tell me|let me know) (?:if |whether )?)?",
    _I,
)
_LED_IN = re.compile(rf"^(?:{_WH}\b|if |whether )", _I)
_SPLIT = re.compile(
    rf"(?:\s*,\s*|\s+)(?:and|or|but|plus|also|then)\s+(?:also |then |if so,? |please )?(?=(?:{_WH})\s+(?:{_BE_DO}|"
    rf"to|much|many|long|else|of|i|we|you|my|it)\b|(?:{_WH})'?s\b|who\s+\w+ed\b|(?:{_BE_DO})\s+(?:{SUBJECT})\b|"
    rf"please\b|(?:i|"
    rf"we)(?:'d| would) like|(?:i|we) (?:want|need)\b)"
    rf"|\s*,\s*(?:also\s+|so\s+|then\s+|please\s+)*(?=(?:{_WH})\s+(?:{_BE_DO}|much|many|long)\b|(?:{_WH})'?s\b|"
    rf"(?:is|are|do|does|may|"
    rf"can|could|will|should|did|has) (?:i|we|you|they|it|there|the|my|your|our|a)\b|please (?:{_VERBS})\b)"
    rf"|\s*,\s*(?=(?:i|we) (?:want|need|demand|expect|would like)\b|(?:i|we)'d like\b)|\s*:\s+(?=(?:{_WH})\s|"
    rf"(?:{_BE_DO})\s+(?:{SUBJECT})\b)",
    _I,
)
_SPLIT_REQUEST = re.compile(
    rf"(?:\s*,\s*|\s+)(?:and|then|or)\s+(?:also |then |please |to )?(?=(?:{_VERBS})\s+(?!and\b))", _I
)
_TAIL = re.compile(
    r"(?:,?\s+or (?:i|we)(?:'ll|'m| will| am| are| go| cancel| leave)\b.*|,?\s+(?:because|since|as i|as we|so "
    r"that|so i|so we|thanks?(?: you)?\b.*|please|pls|though|if possible|or "
    r"not|too)\b|,\s+(?:we|i|it|he|she|they|my|our|the|found|buying)\b).*$",
    _I,
)
_EMPTY = frozenset(
    "hope well is are you ok confirm anyon anybodi anyone anybody there here hello thank thanks think ask help "
    "question please "
    "know that this it can could would how you "
    "doing right".split()
)


def asks_in(text: str, before: str = "") -> tuple[Ask, ...]:
    """What the words of one turn ask outright, in order; the same ask is not listed twice.

    `before`: what the customer wrote earlier, for a "Where is it?" that nothing in this turn explains.
    """
    found: list[Ask] = []
    named = Named()
    for sentence in sentences(text):
        if is_override(sentence):
            continue
        for clause in _clauses(sentence):
            ask = _ask_of(clause, is_question=sentence.endswith("?"), source=sentence)
            if ask and found and found[-1].kind == "request" and _HOW_THAT.match(ask.text):
                found[-1] = Ask(f"how do I {found[-1].text}", found[-1].source)
            elif ask and found and found[-1].kind == "request" and is_price_of_it(ask.text):
                found.append(ask)
            elif ask:
                found.append(_standing_alone(ask, named, before))
            named = named.after(clause)
    return merged(found)


_ORDERED = re.compile(r"^(?:(?:a|an|one|two|three|another|some|my|our|the) )?(?:[\w-]+ ){1,8}(?:please|pls)[.!]*$", _I)
_HOW_THAT = re.compile(r"^how (?:does|do|would|can) (?:that|this|it|i|we)(?: (?:work|go|do (?:that|it|this)))+$", _I)


def merged(asks: Sequence[Ask]) -> tuple[Ask, ...]:
    """Asks that say the same are one: the fuller wording stays, at the place of the first."""
    kept: list[Ask] = []
    for ask in asks:
        words = set(content(ask.text))
        twin = next((i for i, other in enumerate(kept) if _is_twin(ask, other)), None)
        if twin is None:
            kept.append(ask)
        elif len(words) > len(set(content(kept[twin].text))):
            kept[twin] = ask
    return tuple(kept)


def _is_twin(one: Ask, other: Ask) -> bool:
    """Two asks about the same "it" are not the same ask: their own words decide."""
    mine, theirs = set(content(one.text)), set(content(other.text))
    own = set(content(one.words)) <= theirs and set(content(other.words)) <= mine
    return own and _is_same(mine, theirs)


def _is_same(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= 0.75 * max(1, min(len(one), len(other))) and abs(len(one) - len(other)) <= 2


def _clauses(sentence: str) -> list[str]:
    if wished(without_openers(sentence)):
        return [sentence]
    pieces = [piece for piece in _SPLIT.split(sentence) if piece]
    found: list[str] = []
    for piece in pieces:
        bare = without_openers(piece)
        is_order = _REQUEST.match(bare) or _IMPERATIVE.match(bare)
        found.extend(_SPLIT_REQUEST.split(piece) if is_order else [piece])
    return found


def without_openers(clause: str) -> str:
    before = ""
    while clause != before:
        before = clause
        clause = _OPENER.sub("", clause, count=1).strip()
        named = re.match(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-Z][\w'-]+,\s+(?=\w)", clause)
        clause = clause[named.end() :] if named else clause
    return clause


def _ask_of(clause: str, *, is_question: bool, source: str) -> Ask | None:
    bare = without_openers(clause)
    is_question = (is_question and source.rstrip().endswith(clause.rstrip())) or clause.rstrip().endswith("?")
    wanted = wished(bare) or (could_i(bare) if is_question else "")
    if wanted or is_need_told(bare):
        return _made(wanted, source, "request") if wanted else None
    return _outright(bare, source, is_question=is_question)


def _outright(bare: str, source: str, *, is_question: bool) -> Ask | None:
    lead = _INDIRECT.match(bare)
    indirect = bare[lead.end() :].lstrip() if lead else bare
    if indirect != bare and (
        _LED_IN.match(indirect) or re.search(r"\b(?:if|whether) $", bare[: len(bare) - len(indirect)])
    ):
        is_whether = not _LED_IN.match(indirect)
        return _made(f"whether {indirect}" if is_whether else indirect, source, "question")
    request = None if is_plan_asked(bare) else _REQUEST.match(bare)
    if (request and not re.match(r"^(?:help|be|have|know) ?\b", bare[request.end() :])) or (request and is_question):
        return _made(bare[request.end() :], source, "request")
    if request and re.match(r"^(?:i|we|please)\b", bare, _I):
        return _made(bare[request.end() :], source, "request")
    if _QUESTION.match(bare) and (is_question or _WH_INVERTED.match(bare) or re.match(rf"^{_BE_DO} ", bare, _I)):
        return _made(bare, source, "question")
    if not is_question and _ORDERED.match(bare):
        return _made(bare, source, "request")
    if _IMPERATIVE.match(bare) and not is_question:
        return _made(bare, source, "request")
    return _made(_from_question(bare), source, "question") if is_question else None


def _from_question(bare: str) -> str:
    """A question whose opener stands inside: "the lamp, does it have a bulb?" is asked from "does" on."""
    inner = re.search(rf"(?:,|\bif|\bso)\s+((?:{_WH}|{_BE_DO})\s+(?:{SUBJECT})\b.{{4,}})$", bare, _I)
    return inner.group(1) if inner else bare


def _made(words: str, source: str, kind: AskKind) -> Ask | None:
    words = re.sub(r"(?:https?://|www\.)\S+|(?<!\w)@\w+|[<>{}|]", " ", words)
    words = re.sub(r"\([^)]{0,80}\)?", " ", words)
    words = _TAIL.sub("", re.sub(r"\s+", " ", words.strip())).strip(" ?!.,;:-()\"'")
    words = re.sub(r"(?<!what)\s+(?:please|pls|thanks|thx|now|asap)$", "", words, flags=_I)
    first = words.split(" ", 1)[0] if words else ""
    if first and not (first.isupper() and len(first) > 1) and first not in ("I",) and not first.startswith("I'"):
        words = words[0].lower() + words[1:]
    words = " ".join(words.split()[:MAX_WORDS])
    meaning = [word for word in content(words) if word not in _EMPTY]
    is_whole = is_bare_pointer(words) or re.match(
        r"^what (?:now|do|should|shall|can)|^why\b|^how (?:so|come)", words, _I
    )
    if not meaning and not is_whole:
        return None
    return Ask(text=words, source=source, kind=kind)


def _standing_alone(ask: Ask, named: Named, before: str) -> Ask:
    fuller = standing_alone(ask.text, named)
    if fuller == ask.text and is_bare_pointer(ask.text) and not named.topic:
        earlier = reduce(Named.after, sentences(before), Named())
        fuller = standing_alone(ask.text, earlier)
    return ask if fuller == ask.text else replace(ask, text=fuller, words=ask.text)
