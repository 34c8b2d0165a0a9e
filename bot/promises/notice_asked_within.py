"""Sets apart the question inside a promise ("I'll find out whether it will come by Saturday"), which promises nothing
itself, and joins what is only found out with the word that is given about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.calendar.dates import DuePhrase
from bot.promises.notice_clauses import Sentence
from bot.promises.notice_words import HANDED_NOW

# Stands for a letter of an inner question; no promise begins after it, as it may after a quotation.
HIDDEN_QUESTION = "\x01"
_QUESTION = r"(?P<asks>what time|how (?:long|soon|quickly)|whether|if|when|what|which|who|whose|where|why|how)\b"
# "Let you know when it is here" waits; only what is found out, or still to come, is asked.
_ASKED = re.compile(
    r"(?:\b(?:check|find out|found out|look(?:ing)? (?:(?:in)?to|up)|see|ask|confirm|verify|work out|sort out|"
    r"establish|"
    r"checking|asking|finding out|going through|going over)\s+(?:[\w']+\s+){0,6}?|"
    r"\b(?:question|answer|about|on|into)\s+)"
    rf"{_QUESTION}"
    r"|\b(?:tell|know|hear|say|learn|write|let|email|text|ring|call|update|answer|reply)\b[^.,;?]{0,50}?\s"
    r"(?P<told>whether|what time|how (?:long|soon|quickly)|what|which|who|whose|where|why|how|"
    r"when(?=[^.,;?]{1,30}(?:'ll| will| going to)\b))\b",
    re.IGNORECASE,
)
_ASKING_WORD = re.compile(r"\b(?:[Ww]h|[Hh]ow\b|[Ii]f\b)")
_ENDS = re.compile(
    r",(?!\s\d)|\sfrom (?:me|us)\b|\s(?:and|then|but)\s(?=(?:(?:i|we|you|he|she|they)(?:'ll|\swill|'m|'re)|will|then|"
    r"(?:write|ring|call|phone|text|email|message|update|tell|let|send|report|reply|answer|(?:get|come|be) (?:back|in)|"
    r"follow))\b)|\s[-–—]+\s|[.;?!]|\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|should|going to|can|could|may|might)\b|'ll\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|did|had|has|have|went|said|sent|came|got|took|told|made|left|paid|\w{2,}ed)\b", re.IGNORECASE
)
_OF_ITS_TIME = frozenset({"whether", "if", "when", "what time", "how long", "how soon", "how quickly"})
# Read alone these open a clause of their own, so they are blanked out as well.
_RELATIVES = frozenset({"which", "who", "whose", "where"})
_WHAT_CAN_BE_DONE = re.compile(
    r"\s(?:else )?(?:i|we) (?:can|could)\b(?!.*\b(?:whether|if|wh(?:at|en|y|o|ere|ich)|how)\b)", re.IGNORECASE
)
_DEADLINES = frozenset({"by", "before", "within", "no later than", "not later than"})
PREPARES = re.compile(
    r"(?:also |just |then )?(?:check|find(?:ing)? out|look(?:ing)? (?:(?:in)?to|up|at)|ask|go(?:ing)? "
    r"(?:through|over)|investigat|dig|speak|talk|read|work(?:ing)? out|verify|confirm)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:(?:get|come|report|circle|write|reply|answer|be|speak|talk)(?:ing)? (?:back|in touch|with you|to you)|(?:tell|"
    r"call|ring|phone|email|text|message|update|answer)(?:ing)? you|let you know|report|hear|know|have (?:an|the|my|a|"
    r"your|our) (?:\w+ )?(?:answer|reply|word))\b",
    re.IGNORECASE,
)
_HANDED = re.compile(rf"{HANDED_NOW}\b", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:\s+(?:that|which|who|what|whether)\b[^,.;]*)?[\s,–—-]*(?:\b(?:and|then|so)\b\s*)*(?:i\b|we\b)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asked:
    """A question within a sentence, as places in the message; `word` opens it, in small letters."""

    start: int
    end: int
    word: str


def asked_in(sentence: Sentence) -> list[Asked]:
    found: list[Asked] = []
    place = 0
    if not _ASKING_WORD.search(sentence.text):
        return found
    while match := _ASKED.search(sentence.text, place):
        word = "asks" if match["asks"] else "told"
        end = _ENDS.search(sentence.text, match.end(word))
        place = end.start() if end else len(sentence.text)
        start = match.start(word) if match[word].lower() in _RELATIVES else match.end(word)
        found.append(Asked(sentence.start + start, sentence.start + place, match[word].lower()))
    return found


def without_asked(sentence: Sentence, asked: Sequence[Asked]) -> Sentence:
    """The sentence with its inner questions blanked out, so that no promise is looked for in them."""
    text = sentence.text
    for each in asked:
        start, end = each.start - sentence.start, each.end - sentence.start
        text = text[:start] + re.sub(r"\S", HIDDEN_QUESTION, text[start:end]) + text[end:]
    return replace(sentence, text=text) if asked else sentence


def dates_of_promises(phrases: Sequence[DuePhrase], asked: Sequence[Asked], text: str) -> list[DuePhrase]:
    """Without the dates of what is only asked: "whether it will come by Saturday", but not "what they say by noon"."""
    return [each for each in phrases if not any(_is_of_question(each, question, text) for question in asked)]


def _is_of_question(phrase: DuePhrase, question: Asked, text: str) -> bool:
    if not question.start <= phrase.start < question.end:
        return False
    before = text[question.start : phrase.start]
    if phrase.lead == "for":
        return True
    words = {question.word, *before.lower().split()}
    if question.word in ("what", "how") and _WHAT_CAN_BE_DONE.match(before):
        return False
    if _TO_COME.search(before):
        return True
    return phrase.lead not in _DEADLINES and (bool(words & _OF_ITS_TIME) or bool(_PAST.search(before)))


def is_one_promise(form: str, prepares: str, between: str, tells: str) -> bool:
    """Whether "I'll check the shelf" and "you'll hear from me by 5" are one promise: what is only found out, or under
    way now, and then told. `form` is that of the first, and it and the last begin at their verbs."""
    is_prepared = bool(PREPARES.match(prepares)) or (form == "being" and not _HANDED.match(prepares))
    return is_prepared and bool(_JOINT.fullmatch(between) and _TELLS.match(tells))
