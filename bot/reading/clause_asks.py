"""What one clause asks, by its form: a question, a request, an order, or a statement that stands for one."""

import re

from bot.reading.ask import Ask, AskKind
from bot.reading.clauses import with_please_first, without_openers
from bot.reading.forms import (
    BE_DO,
    IMPERATIVE,
    INDIRECT,
    INVERTED,
    LED_IN,
    NEEDED,
    ORDERED,
    QUESTION,
    REQUEST,
    SUBJECT,
    TAIL,
    WH,
    WH_INVERTED,
)
from bot.reading.matter import is_vague
from bot.reading.noun_phrases import tokens_of
from bot.reading.pointers import MAX_WORDS, is_bare_pointer, is_echo
from bot.reading.told_asks import told
from bot.reading.wishes import could_i, is_need_told, is_plan_asked, wished
from bot.reading.words import content, without_links

_I = re.IGNORECASE
_EMPTY = frozenset(
    "hope well is are you ok confirm anyon anybodi anyone anybody there here hello thank thanks think ask help "
    "question please "
    "know that this it can could would how you "
    "doing right".split()
)


def ask_of(clause: str, *, is_question: bool, source: str) -> Ask | None:
    bare = with_please_first(without_openers(clause))
    if _GENERIC.match(bare) or (_EXCLAIMED.search(source) and not QUESTION.match(bare) and not REQUEST.match(bare)
                                and not IMPERATIVE.match(bare)):  # fmt: skip
        return None
    is_last = source.rstrip().endswith(clause.rstrip()) or bool(LED_IN.match(bare))
    is_question = (is_question and is_last) or clause.rstrip().endswith("?")
    if listed := _listed(clause, bare):
        return _made(listed, source, "question")
    if back := _MONEY_BACK.match(bare.rstrip(" .!")):
        return _made(f"get {back['what']}", source, "request")
    wanted = wished(bare) or (could_i(bare) if is_question else "")
    if wanted or is_need_told(bare):
        return _made(wanted, source, "request") if wanted else None
    return _outright(bare, source, is_question=is_question)


_MARK = re.compile(r"^(?:and\s+)?\((?:\d|[a-e]|i{1,3}|iv|v)\)\s+", _I)
_MONEY_BACK = re.compile(r"^have (?P<what>(?:my|our|the|all my|all the) (?:money|deposit|fee|payment)s? back)$", _I)
"""Begins like a question, but follows "I would like to withdraw and"."""


def _listed(clause: str, bare: str) -> str:
    """One of several marked questions: "(b) what it costs", "(c) that the lift works"."""
    if not _MARK.match(clause):
        return ""
    if bare.lower().startswith("that "):
        return f"whether {bare[5:]}"
    if named := re.match(r"(?:of|about) (?P<what>(?:the|your|my|our) .+)", bare, _I):
        return f"what is {named['what']}"
    return bare if LED_IN.match(bare) else ""


_GENERIC = re.compile(
    r"^(?:do you (?:people|guys|lot|even)\b|what (?:sort|kind) of (?:a )?(?:company|service|business|joke|place|"
    r"shop)\b|explain (?:this|that|yourself)|how hard can it be$|"
    r"(?:are|is) (?:you|this|that) (?:kidding|serious|a joke|joking|for real)|can(?:'t| not)? (?:you|any of you) "
    r"(?:people )?read|"
    r"who(?:'d| would) have thought|who does that|who (?:cares|needs)\b|(?:and )?(?:do )?you know what(?! (?:time|"
    r"day|size|it|the))\b|guess what|what (?:the|on earth)|"
    r"(?:is|are) (?:he|she|you|they) (?:pulling my leg|joking|kidding)|let me (?:get|tell|explain|guess|be)\b|"
    r"can we talk about\b|(?:does|did) it matter$|(?:know|ask|say) (?:two|three|a few|some|a couple of) things$|i "
    r"have (?:only )?(?:one|two|three|a|some|several) questions?\b|"
    r"what is wrong with you|are you deaf|seriously|really|is that (?:too much|so hard)|how dare|don't you\b|after "
    r"\d+ \w+|since when)",
    _I,
)
_EXCLAIMED = re.compile(r"\?!|!\?|\?\?+\s*$|\b(?:AGAIN|NOW|STILL|NOT|NO|NEVER)\b")
"""Words that only cry out: a fragment with such marks asks nothing by itself."""
_SO_DOES = re.compile(r"(?:and )?(?:so|neither|nor) (?:does|do|did|is|are|was|has|have)\b", _I)


def _is_relative(bare: str, source: str) -> bool:
    """ "Mr. Bartok, who would not go home": who and which inside a statement ask nothing."""
    return bool(re.match(r"(?:who|which|whose|whom)\b", bare, _I) and not source.lower().startswith(bare[:12].lower())
                and not _TOLD.search(source))  # fmt: skip


_TOLD = re.compile(
    r"\b(?:and|or|but|so|also|plus|tell (?:me|us)|know|wonder\w*|ask\w*|explain|:) (?:who|which|whose|whom)\b", _I
)


def _is_inverted(bare: str, source: str, *, is_question: bool) -> bool:
    """A question by the order of its words, even without a question mark; "so does mine" is none."""
    if LED_IN.match(bare) and _LED_ON.search(source) and not bare.lower().startswith("if "):
        return True
    if _SO_DOES.match(source) or (not is_question and (_is_relative(bare, source) or re.match(r"had\b", bare, _I))):
        return False
    starts = QUESTION.match(bare) and (is_question or WH_INVERTED.match(bare) or re.match(rf"^{BE_DO} ", bare, _I))
    return bool(starts or INVERTED.match(bare))


_LED_ON = re.compile(
    r"\b(?:tell (?:me|us)|explain|let (?:me|us) know|know|confirm|say)\b[^.?!]*\band (?:how|why|who|when|what|where|"
    r"which)\b",
    _I,
)
"""What was led in for the first question leads in the second: "tell me it is mended and how it came about"."""
_WILL_DO = re.compile(
    r"^(?P<what>(?:an?|the|my|half|just) [^.!?,]{3,50}?) (?:will|would) (?:do|be (?:enough|fine|nice|great|lovely|"
    r"appreciated|welcome))\b",
    _I,
)
_TO_BE_DONE = re.compile(
    r"^(?P<thing>(?:the|my|our|this|that|these|those|all|any|it|they)\b[\w' -]{0,40}?) (?:is to|are to|must|has to|"
    r"have to|needs? to|"
    r"ought to) be (?P<done>(?!able|a\b|the\b)[a-z]+(?:ed|t|en|n|id|ld)\b[^.!?,]{0,50})",
    _I,
)


def _outright(bare: str, source: str, *, is_question: bool) -> Ask | None:
    lead = INDIRECT.match(bare)
    indirect = bare[lead.end() :].lstrip() if lead else bare
    if indirect != bare and (
        LED_IN.match(indirect) or re.search(r"\b(?:if|whether) $", bare[: len(bare) - len(indirect)])
    ):
        is_whether = not LED_IN.match(indirect)
        return _made(f"whether {indirect}" if is_whether else indirect, source, "question")
    request = None if is_plan_asked(bare) else REQUEST.match(bare)
    if (request and not re.match(r"^(?:help|be|have|know) ?\b", bare[request.end() :])) or (request and is_question):
        return _made(bare[request.end() :], source, "request")
    if request and re.match(r"^(?:i|we|please|pls|kindly|can|could)\b", bare, _I):
        return _made(bare[request.end() :], source, "request")
    if _is_inverted(bare, source, is_question=is_question):
        return _made(bare, source, "question")
    return _made(_from_question(bare), source, "question") if is_question else _stated(bare, source)


def _stated(bare: str, source: str) -> Ask | None:
    """A statement that stands for a request: "a refund will do", "it must be sent", "need a label", an order."""
    if said := told(bare):
        return _made(said[0], source, said[1])
    if _REMEDY.match(bare) and not any(token.kind in "VX" for token in tokens_of(bare)):
        return _made(f"get {_small(bare)}", source, "request")
    if owed := _WILL_DO.match(bare):
        return _made(f"get {_small(owed['what'])}", source, "request")
    if due := _TO_BE_DONE.match(bare):
        return _made(f"have {_small(due['thing'])} {due['done']}", source, "request")
    if need := NEEDED.match(bare):
        return _made(f"get {bare[need.end() :]}", source, "request")
    is_order = ORDERED.match(bare) or (IMPERATIVE.match(bare) and not _is_said_of(bare))
    return _made(bare, source, "request") if is_order else None


def _is_said_of(bare: str) -> bool:
    """ "Reset link goes nowhere" tells of a link."""
    first = tokens_of(bare)[:3]
    return len(first) == 3 and first[1].kind == "N" and first[2].kind in "VX" and first[2].low != first[2].lemma


_REMEDY = re.compile(
    r"^(?:(?:an?|the|my|our|your|full|another|new|different|proper|written|immediate|partial|no) )*"
    r"(?:money back|refund|replacement|exchange|room|appointment|apology|explanation|answer|compensation|reply|"
    r"call ?back|credit|plastic bags|calls)\b(?! (?:for|of|from|number|code|card|line)\b).{0,40}$",
    _I,
)
"""A remedy that stands alone is asked for: "another room, now", "money back, today"."""


def _small(phrase: str) -> str:
    """The article that opened a sentence, inside one."""
    return phrase[:1].lower() + phrase[1:]


def _from_question(bare: str) -> str:
    """A question whose opener stands inside: "the lamp, does it have a bulb?" is asked from "does" on."""
    inner = re.search(
        rf"(?:,|\bif|\bso)\s+((?:{WH}|{BE_DO})\s+(?:{SUBJECT})\b.{{4,}}|"
        r"any (?:news|updates?|word|idea|luck|progress)\b.{0,30}|"
        r"(?:u|you) (?:take|do|have|sell|offer|open|accept|deliver|ship)\b.{3,})$",
        bare,
        _I,
    )
    return inner.group(1) if inner else bare


def _without_aside(words: str) -> str:
    """A statement that a comma ties to the ask stays out: "fix this, rent is due tomorrow"."""
    for comma in re.finditer(r",\s+", words):
        rest = tokens_of(words[comma.end() :])
        subject = next((place for place, token in enumerate(rest) if token.kind not in "DMAGNPO"), 0)
        is_spoken_of = subject and (rest[0].kind in "DO" or subject == 1) and rest[0].low not in _ASKING
        if is_spoken_of and rest[subject].kind in "VX" and comma.start() > SHORTEST_ASK:
            return words[: comma.start()]
    return words


SHORTEST_ASK = 8
_ASKING = frozenset("which what who whose any some".split())
_HAVE_DONE = re.compile(
    r"^(?:it|this|that|them|(?:my|our|the|this|that) [\w-]+) (?:sent|paid|done|delivered|moved|\w{3,}ed)\b", _I
)


def _made(words: str, source: str, kind: AskKind) -> Ask | None:
    words = without_links(words)
    words = _without_aside(re.sub(r"\([^)]{0,80}\)?", " ", words))
    words = TAIL.sub("", re.sub(r"\s+", " ", words.strip())).strip(" ?!.,;:-()\"'")
    words = re.sub(r",? (?:and|or|but)$|\s+x{1,3}$", "", words, flags=_I)
    words = re.sub(r"(?<!what)\s+(?:please|pls|thanks|thx|now|asap)$", "", words, flags=_I)
    first = words.split(" ", 1)[0] if words else ""
    if first and not (first.isupper() and len(first) > 1) and first not in ("I",) and not first.startswith("I'"):
        words = words[0].lower() + words[1:]
    words = " ".join(words.split()[:MAX_WORDS])
    if kind == "request" and _HAVE_DONE.match(words):
        words = f"have {words}"
    meaning = [word for word in content(words) if word not in _EMPTY]
    is_whole = (
        is_echo(words)
        or is_bare_pointer(words)
        or re.match(
            r"^what (?:now|do|should|shall|can)|^why\b|^how (?:so|come)|^who (?:is|handles|deals|(?:it|that|this) was)|"
            r"^confirm (?:that )?s?he (?:was|is|has|had|did|came)\b|"
            r"^which (?:is it|one is it|of (?:the two|them|those)\b)|^thank (?:her|him|"
            r"them|[a-z]+)$",
            words,
            _I,
        )
    )
    if not meaning and not is_whole and not is_vague(words):
        return None
    return Ask(text=words, source=source, kind=kind)
