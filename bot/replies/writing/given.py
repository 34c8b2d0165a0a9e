"""Writes an agent's quick answer out as a sentence: "tomorrow" becomes "Your parcel will arrive tomorrow."."""

import re

from bot.reading.asks import Ask
from bot.reading.noun_phrases import tokens_of
from bot.replies.writing.clauses import BE, parted
from bot.replies.writing.fluency import is_fluent
from bot.replies.writing.indirect import indirect
from bot.replies.writing.person import swapped

_I = re.IGNORECASE
_WHOLE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|do|does|did|won't|can't|isn't|"
    r"it's|we're|"
    r"we'll|i'll|i've|you'll|that's|sent|arrived|left|comes?|costs?|takes?)\b",
    _I,
)
_YES = re.compile(r"^(?:yes|y|yep|yeah|sure|of course|it is|they are|it does|we do|ok(?:ay)?)\W*$", _I)
_NO = re.compile(r"^(?:no|n|nope|not yet|it isn't|it is not|they aren't|we don't|it doesn't)\W*$", _I)


def given_said(ask: Ask, answer: str) -> str:
    """A sentence as it is; a word or two are put into the ask's own words where that reads well."""
    answer = re.sub(r"\s+", " ", answer).strip()
    if _YES.match(answer) or _NO.match(answer):
        return _verdict(ask, is_yes=bool(_YES.match(answer)), word=answer)
    if _WHOLE.search(answer) or len(answer.split()) > 8:
        return _sentence(answer)
    return _completed(ask, answer) or _sentence(answer)


def _verdict(ask: Ask, *, is_yes: bool, word: str) -> str:
    clause = indirect(ask.text)
    lead = "Yes" if is_yes else "No"
    if not clause.startswith("whether "):
        return f"{lead}."
    told = clause.removeprefix("whether ")
    if is_yes:
        return f"Yes, {told}."
    negated = re.sub(
        r"^(?P<subject>.+?) (?P<verb>is|are|was|were|can|could|will|would|has|have|should|may)(?= )",
        r"\g<subject> \g<verb> not" + (" yet" if "yet" in word.lower() else ""),
        told,
        count=1,
    )
    return f"No, {negated}." if negated != told and is_fluent(negated) else "No, I'm afraid not."


def _completed(ask: Ask, answer: str) -> str:
    """ "Where is my parcel" and "in Hull" make "Your parcel is in Hull."."""
    text = ask.text.strip(" ?")
    question = parted(tokens_of(text))
    if question is None or question.aux is None or not question.lead or not question.subject:
        return ""
    lead = " ".join(token.low for token in question.lead)
    aux = question.aux.low
    if aux not in BE | {"will", "can"} or lead not in (
        "where",
        "when",
        "what",
        "what time",
        "how much",
        "who",
        "until when",
        "at what time",
    ):
        return ""
    subject = swapped(text, question.subject)
    if subject in ("you", "we"):
        aux = {"is": "are", "am": "are", "was": "were"}.get(aux, aux)
    rest = swapped(text, question.predicate) if question.predicate else ""
    said = f"{subject} {aux} {rest} {answer}" if rest else f"{subject} {aux} {answer}"
    return _sentence(said) if is_fluent(said) else ""


def _sentence(words: str) -> str:
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?" else f"{words}."
