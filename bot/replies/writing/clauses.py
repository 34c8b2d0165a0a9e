"""Cuts a question into its question words, its auxiliary, its subject and what is asked of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.noun_phrases import Token
from bot.replies.writing.verbs import is_base

_WH = frozenset("what which whose who whom when where why how".split())
_POINTING = frozenset("this that these those".split())
_NOMINATIVE = frozenset("i you u he she it we they there nobody somebody anyone anybody someone everyone everybody "
                        "everything nothing something anything".split())  # fmt: skip
BE = frozenset("is are was were am isn't aren't wasn't weren't".split())
DO = frozenset("do does did".split())
_NEAR = frozenset("back still also really even ever actually definitely now already just probably usually again then "
                  "always only".split())  # fmt: skip
_OPEN = frozenset(
    "open closed free ready due available possible included safe there here fine ok okay normal on off "
    "out up down back cold warm hot dead late broken missing lost right wrong allowed valid still "
    "over".split()
)
"""Words that say something of a thing wherever they follow it."""


@dataclass(frozen=True, slots=True)
class Question:
    """Parts of a question, as stretches of its tokens. `lead` is empty for a yes or no question."""

    lead: Sequence[Token]
    aux: Token | None
    subject: Sequence[Token]
    predicate: Sequence[Token]
    """What follows the subject; without an auxiliary, all that follows the question words."""


def parted(tokens: Sequence[Token]) -> Question | None:
    """None when no such parts can be told apart."""
    if not tokens:
        return None
    start = 1 if tokens[0].kind in "IT" and len(tokens) > 1 and tokens[1].low in _WH else 0
    if tokens[start].low not in _WH:
        if tokens[0].kind != "X":
            return None
        return _with_subject((), tokens[0], tokens[1:])
    end = _lead_end(tokens, start)
    if end is None:
        return Question(tokens[: start + 1], None, (), tokens[start + 1 :])
    return _with_subject(
        tokens[:end],
        tokens[end],
        tokens[end + 1 :],
        can_be_subject=tokens[start].low in ("what", "which", "who", "whose")
        or (tokens[start].low == "how" and end > start + 1),
    )


def _lead_end(tokens: Sequence[Token], start: int) -> int | None:
    """Where the auxiliary stands; None when a verb or a subject comes before it ("who pays", "what I owe")."""
    for place in range(start + 1, min(len(tokens), start + 9)):
        token = tokens[place]
        if token.kind == "X":
            return place
        if _is_asked_after(tokens, place):
            continue
        if token.kind in "VTC." or (token.low in _NOMINATIVE and token.low not in ("there",)):
            return None
        if token.kind == "D" and place == start + 1 and tokens[start].low != "how":
            return None
    return None


def _is_asked_after(tokens: Sequence[Token], place: int) -> bool:
    """ "How much notice do you need": what looks like a verb right before the auxiliary is the thing asked after."""
    return (
        tokens[place].kind == "V"
        and place + 2 < len(tokens)
        and tokens[place + 1].kind == "X"
        and tokens[place + 2].low in _NOMINATIVE
        and tokens[place - 1].low in ("much", "many", "what", "which", "whose")
    )


def _with_subject(
    lead: Sequence[Token], aux: Token, rest: Sequence[Token], *, can_be_subject: bool = False
) -> Question | None:
    if not rest:
        return None
    end = subject_end(rest, aux, is_named=bool(lead) and lead[-1].low in _NAMES_IT)
    if end == 0:
        return Question(lead, aux, (), rest) if lead and can_be_subject else None
    return Question(lead, aux, rest[:end], rest[end:])


_NAMES_IT = frozenset("what where who whose much".split())
"""Question words after which all that follows "is" may be its subject: "where is the refund for the bell"."""
_PARTS_OF = frozenset("any some all both one two three none each either neither most many half".split())


def subject_end(rest: Sequence[Token], aux: Token, *, is_named: bool = False) -> int:
    """How many tokens after the auxiliary form its subject; 0 when there is none."""
    first = rest[0]
    if first.low in _PARTS_OF and len(rest) > 2 and rest[1].low == "of":
        return 2 + _noun_end(rest[2:], aux)
    if first.low in _NOMINATIVE:
        return 2 if len(rest) > 1 and first.low == "you" and rest[1].low in ("guys", "lot", "people", "both") else 1
    if first.low in _POINTING and (len(rest) == 1 or rest[1].kind not in "NPAGM" or rest[1].low in _OPEN | _JUDGED):
        return 1
    end = _noun_end(rest, aux)
    if end == 0:
        return 0
    while end < len(rest):
        attached = _attached_end(rest, end, aux)
        is_whole = is_named and aux.low in BE
        if attached == end or not (is_whole or _goes_on(rest, attached, aux)):
            break
        end = attached
    while end > 1 and rest[end - 1].kind == "R" and rest[end - 1].low != "back":
        end -= 1
    return _before_verb(rest, end, aux)


_JUDGED = frozenset("normal true safe dangerous doable serious legal usual possible correct included allowed".split())


def _noun_end(rest: Sequence[Token], aux: Token) -> int:
    """Where a plain noun phrase that begins `rest` ends; 0 when there is none."""
    end, has_noun = 0, False
    while end < len(rest):
        token = rest[end]
        if has_noun and token.low in _OPEN and not _is_noun_before(rest, end):
            break
        if token.kind in "NP" or (has_noun and _is_noun_after_all(rest, end, aux)):
            has_noun = True
        elif has_noun and (token.text[0].isdigit() or (token.text == ":" and rest[end - 1].kind == "M")):
            pass  # "Week 14", "9:12".
        elif token.low in ("one", "ones") and end and not has_noun:
            has_noun = True
        elif not _may_begin(rest, end) or has_noun:
            break
        end += 1
    return end if has_noun else _adjective_as_noun(rest, end)


def _may_begin(rest: Sequence[Token], end: int) -> bool:
    token = rest[end]
    return token.kind in "MAG" or (
        token.kind == "D"
        and (
            end == 0
            or rest[end - 1].low in ("all", "both", "any")
            or token.low.endswith("'s")
            or token.low in ("own", "other", "same")
        )
    )


def _is_noun_before(rest: Sequence[Token], place: int) -> bool:
    """A word such as "open" that stands before another noun only describes it."""
    return place + 1 < len(rest) and rest[place + 1].kind in "NP"


def _is_noun_after_all(rest: Sequence[Token], place: int, aux: Token) -> bool:
    """ "Is my rain cover ready", "will my seat cover from Hull still arrive": no verb where it looks like one."""
    token = rest[place]
    if token.kind != "V" or not is_base(token.low):
        return False
    after = rest[place + 1] if place + 1 < len(rest) else None
    if aux.low in BE:
        return True
    if aux.low in _HAVE:
        return after is not None and after.kind in "VA"
    if after is None or after.kind in "DO":
        return False
    for later, other in enumerate(rest[place + 1 :], start=place + 1):
        if other.kind in "CT" or other.kind == "O":
            return False
        if other.kind == "V" and is_base(other.low):
            return later > place + 1 or after.kind == "V"
    return False


_HAVE = frozenset("has have had hasn't haven't hadn't".split())


def _adjective_as_noun(rest: Sequence[Token], end: int) -> int:
    """ "Is the replacement free": after an article the first adjective is the thing."""
    if rest[0].text[0].isdigit():
        return next(
            (place for place, token in enumerate(rest) if not (token.text[0].isdigit() or token.text == ":")), len(rest)
        )
    if end >= 2 and rest[0].kind == "D":
        return end - 1 if end > 2 and rest[end - 1].low in _OPEN else 2
    return 0


def _attached_end(rest: Sequence[Token], place: int, aux: Token) -> int:
    """The end of a phrase or clause that is attached to a noun before `place`: "of the stuff", "I sent back"."""
    token = rest[place]
    if (token.kind == "I" or token.low in ("and", "or")) and place + 1 < len(rest):
        inner = _noun_end(rest[place + 1 :], aux)
        return place + 1 + inner if inner else place
    if token.low not in ("i", "you", "we", "he", "she", "they", "that", "who", "which"):
        return place
    end, has_verb = place + 1, False
    while end < len(rest) and rest[end].kind in "OXVR":
        if has_verb and (rest[end].kind in "XV" or (rest[end].low in _OPEN and rest[end].kind != "R")):
            break
        has_verb = has_verb or rest[end].kind == "V"
        end += 1
    return _with_object(rest, end, aux) if has_verb else place


def _with_object(rest: Sequence[Token], end: int, aux: Token) -> int:
    """ "The man who measured the window", "the chairs we saw in Leeds": what the attached verb takes, once each."""
    for kinds in ("DM", "I"):
        if end < len(rest) and rest[end].kind in kinds:
            start = end + (kinds == "I")
            inner = _noun_end(rest[start:], aux)
            end = start + inner if inner and _goes_on(rest, start + inner, aux) else end
    return end


def _goes_on(rest: Sequence[Token], end: int, aux: Token) -> bool:
    """Whether enough follows an attached phrase to be asked of the subject."""
    if aux.low in BE:
        if end >= len(rest):
            return False
        after = rest[end]
        return after.kind in "AVGR" or after.low in _OPEN or after.kind == "D"
    return any(token.kind in "VX" or is_base(token.low) for token in rest[end:])


def _before_verb(rest: Sequence[Token], end: int, aux: Token) -> int:
    """A noun that must be the verb: "does the phone support work" needs one after its auxiliary."""
    if aux.low in BE:
        return end
    if aux.low in _HAVE:
        return (
            end - 1 if end == len(rest) and rest[end - 1].low in ("come", "become", "run", "put", "cut", "set") else end
        )
    skipped = end + adverbs_first(rest[end:])
    if (
        skipped < len(rest)
        and rest[skipped].kind in "VXA"
        and (is_base(rest[skipped].low) or rest[skipped].kind == "X")
    ):
        return end
    found = [place for place in range(1, end) if is_base(rest[place].low) and rest[place].kind in "NV"]
    if not found:
        return end
    is_done = skipped < len(rest) and rest[skipped].kind == "V"
    return found[-2] if is_done and len(found) > 1 else found[-1]


def adverbs_first(tokens: Sequence[Token]) -> int:
    """How many adverbs stand before the verb."""
    count = 0
    while count < len(tokens) and (tokens[count].kind == "R" or tokens[count].low in _NEAR):
        count += 1
    return count
