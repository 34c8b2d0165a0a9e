"""Decides whether a statement may answer an ask: every topic word is covered in the same sense, or it is not known."""

import re
from collections.abc import Sequence

from bot.reading.words import stem
from bot.replies.ranking import HOURS, MONEY, NOT, PRICE, TIME, Entry, in_weekdays, terms, wants_price
from bot.replies.thesaurus import SAME_THINGS, WEAK

_I = re.IGNORECASE
_NUMBERISH = re.compile(r"\d|\b(?:free|nothing|one|two|three|half)\b", _I)
_UNIT = r"(?:minutes?|mins?|hours?|h|days?|weeks?|months?|years?|nights?)\b"
DURATION = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|half an?|an?) (?:(?:business|working|full|more) )?"
    rf"{_UNIT}|"
    r"\b(?:same day|at once|immediately|while you wait|overnight|for ever|unlimited|until)\b|\b\d+ h\b",
    _I,
)
_CLOCK_OR_DAY = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|june|"
    r"july|august|september|october|november|december|may)\b|\b(?:tomorrow|evening|morning|noon|week)\b|\bnext \w+|"
    r"\bfirst of\b",
    _I,
)
_REPEATED = re.compile(r"\b(?:every|each|daily|weekly|monthly|yearly|once|twice|times|a (?:day|week|month|year))\b", _I)
_PERMISSION = re.compile(r"\b(?:can|may|could|must) (?:still |only )?be \w+(?: \w+)?,? within\b|\bvalid\b|\bkeep\b", _I)
_NEGATED_VERB = re.compile(
    r"\b(?:cannot|can't|can not|never|(?:do|does|did|is|are|was|may|must|should|will)(?:n't| not)|not) "
    r"(?:be |been |yet |usually |always )?(?P<verb>[a-z]+)",
    _I,
)
_MAIN_VERB = re.compile(
    r"^(?:can|could|may|might|will|would|should|do|does|did)(?:n't)? (?:i|we|you|they|he|she|it|(?:my|our|the|a|an|"
    r"your) [\w-]+)(?: (?:also|still|really|ever|usually|even|please|already|just))* (?P<verb>[a-z]+)\b",
    _I,
)
_LIGHT_VERBS = frozenset(
    "get have be do make use take give come go put let need want know see find accept allow offer happen mean "
    "possible like try hold apply support provide last bring".split()
)
_ASIDE = frozenset(
    stem(word)
    for word in (
        "general generally usually normally typically exactly roughly approximately maximum minimum least "
        "most case while whether because must may might shall old big quickly quick fast soon often time date "
        "thanks hi hello per each every via instead today tomorrow yet far way please kind sort type thing "
        "stuff item everything"
    ).split()
)
"""Words that shape an ask but name no topic of it; what kind of answer they want is checked by `fits`."""


def required_terms(ask: str) -> tuple[str, ...]:
    """The topic words of an ask: each has to be covered before anything may answer it."""
    found = [term for term in terms(ask) if term not in WEAK and term not in _ASIDE]
    match = _MAIN_VERB.match(ask.strip())
    verb = match["verb"].lower() if match else ""
    if verb in _LIGHT_VERBS:
        found = [term for term in found if term != stem(verb)]
    elif verb and stem(verb) in WEAK:
        found.append(stem(verb))
    far = re.search(r"\bhow (?:far|long|quickly|fast)\b.*?\b(?:i|we|you|it|they) (\w+)", ask, _I)
    if far and far[1].lower() in ("ride", "go", "travel", "drive", "get", "wait", "stay"):
        found = [term for term in found if term != stem(far[1].lower())]
    if wants_price(ask):
        found = [term for term in found if term not in ("cost", "pric", "fee", "pai", "pay", "charg", "expensiv")]
    if len(found) == 1 and re.match(r"(?:who|which|where|what)\b", ask, _I):
        found += [term for term in terms(ask) if term in WEAK and term not in _ASIDE and not term.isdigit()]
    return tuple(dict.fromkeys(found))


_VALUE = re.compile(
    r"\b(?:how (?:long|often|many|much)|until when|what time|since when)\b|^when\b|\bwhen (?:is|are|do|does)\b", _I
)


def covers(ask: str, required: Sequence[str], kinds: Sequence[str], entry: Entry) -> bool:
    """Every topic word stands in the statement, its heading or its page's title, in this word or one that means the
    same; at least one stands in the statement itself, unless its heading names the topic and its kind is asked for."""
    if not required:
        return HOURS in kinds
    if any(strength(term, entry) <= 0 for term in required) or not _is_meant(ask, required, entry):
        return False
    named = entry.heading | entry.page | frozenset(terms(entry.statement.label))
    is_asked_for = bool(_EXISTS_ASKED.match(ask))
    is_there = is_asked_for and (required[0] in entry.heading or _is_row_of(required[0], entry))
    is_alone = len(required) == 1
    is_told = is_there or _exists(ask, required[0], entry)
    if is_alone and not is_told and HOURS not in kinds and (is_asked_for or not _is_all_about(required[0], entry)):
        return False
    if TIME in kinds or PRICE in kinds:
        wanted = DURATION if TIME in kinds else MONEY
        return _is_any(required, named) or _tells_figure(entry.statement.text, wanted, required)
    is_named = all(term in named for term in required)
    is_value = NOT in kinds or bool(_VALUE.search(ask))
    is_in_own = any(_is_in_own(term, entry) for term in required)
    return is_in_own or is_there or (is_named and (is_value or not is_alone))


def _is_row_of(term: str, entry: Entry) -> bool:
    return entry.statement.kind == "row" and terms(entry.statement.label) == [term]


def _is_all_about(term: str, entry: Entry) -> bool:
    """For an ask of one topic word: the statement or its label begins with it, or its heading names nothing else."""
    label = frozenset(terms(entry.statement.label))
    topic = entry.heading - WEAK - _ASIDE - _PLAIN_HEADINGS
    is_only_topic = all(_is_any([other], frozenset([term])) for other in topic)
    begins = frozenset([word for word in terms(entry.statement.text) if word not in WEAK][:1])
    if _is_any([term], label | begins):
        return True
    is_tabled = "|" in entry.section.text  # Its rows hold the answer, and which row is meant was not said.
    return not is_tabled and (is_only_topic and _is_any([term], entry.heading | entry.page))


def _is_meant(ask: str, required: Sequence[str], entry: Entry) -> bool:
    """The case, the row or the heading that the statement is about was asked for."""
    statement = entry.statement
    label = frozenset(terms(statement.label))
    if statement.kind == "row" and not statement.is_grid and not _is_any(required, label):
        return False  # What holds for a row depends on its label, of which nothing was said.
    case = _CASE.match(statement.text)
    told = frozenset(term for term in terms(case[1]) if term not in WEAK) if case else frozenset()
    if told and not label and not _is_any(required, told):
        return False  # "Stolen bike: ..." only answers somebody whose bike was stolen.
    verb = _MAIN_VERB.match(ask.strip())
    near = entry.own | entry.heading | label
    if verb and stem(verb["verb"].lower()) in required and not _is_any([stem(verb["verb"].lower())], near):
        return False  # What may be done must be said here, not only in the page's title.
    return _is_on_topic(required, entry) and _is_condition_met(ask, statement.text)


_CASE = re.compile(r"(?!(?:it|we|they|you|this|that)\b)((?:[\w'-]+ ){0,4}[\w'-]+): ", _I)


def _subject(entry: Entry) -> frozenset[str]:
    """What the statement begins with, which is mostly what it is about."""
    return frozenset([term for term in terms(entry.statement.text) if term not in WEAK][:2])


def _is_on_topic(required: Sequence[str], entry: Entry) -> bool:
    """Under a heading that names another topic, only a statement that begins with the asked one is about it."""
    topic = entry.heading - WEAK - _ASIDE - _PLAIN_HEADINGS
    if not topic or entry.statement.kind == "row" or _is_any(required, topic):
        return True
    return _is_any(required, _subject(entry)) or all(term in entry.page for term in required)


_PLAIN_HEADINGS = frozenset(
    stem(word)
    for word in "price cost fee rule detail need offer limit condition term overview not pay payment ask".split()
) | {NOT}
_CONDITION = re.compile(r"(?:if|when|unless|in case)\s+([^,:]+)[,:]", _I)


def _is_condition_met(ask: str, statement: str) -> bool:
    """ "If an order that was paid by card is returned, ..." answers who asks about that, not about cards alone."""
    condition = _CONDITION.match(statement)
    said = {term for term in terms(condition[1]) if term not in WEAK} if condition else set()
    asked = set(terms(ask))
    known = {term for term in said if term in asked or SAME_THINGS.get(term, set()) & asked}
    return len(known) >= 0.6 * len(said)


_EXISTS_ASKED = re.compile(r"^(?:(?:is|are) there|do you (?:have|offer|sell|do))\b", _I)
_EXISTS_SAID = re.compile(
    r"\b(?:has|have|there (?:is|are)|no|offer|sell)\s+(?:(?:a|an|any|also)\s+)?(?P<thing>\w+)", _I
)


def _exists(ask: str, term: str, entry: Entry) -> bool:
    """ "Is there a lift?" is answered by "Both have a lift"."""
    said = {term for match in _EXISTS_SAID.finditer(entry.statement.text) for term in terms(match["thing"])}
    return bool(_EXISTS_ASKED.match(ask)) and term in said


def _is_any(required: Sequence[str], words: frozenset[str]) -> bool:
    return any(term in words or SAME_THINGS.get(term, set()) & words for term in required)


def _tells_figure(text: str, wanted: re.Pattern[str], required: Sequence[str]) -> bool:
    """A length of time or a price in passing belongs to something else: it must stand in a clause about the topic."""
    clauses = re.split(r"[,;:]\s|\.\s", text)
    return any(wanted.search(clause) and _is_any(required, frozenset(terms(clause))) for clause in clauses)


def strength(term: str, entry: Entry) -> float:
    """How directly the entry holds the term: in its own words, in its heading, in its page's title, in other words."""
    if term in entry.own:
        return 1.0
    if term in entry.heading:
        return 0.95
    if term in entry.page:
        return 0.9
    others = SAME_THINGS.get(term, set())
    if others & entry.own or others & entry.heading:
        return 0.8
    if others & entry.page:
        return 0.7
    return 1.0 if in_weekdays(term, entry.statement) else 0.0


def _is_in_own(term: str, entry: Entry) -> bool:
    return term in entry.own or bool(SAME_THINGS.get(term, set()) & entry.own) or in_weekdays(term, entry.statement)


def directness(ask: str, required: Sequence[str], entry: Entry, around: frozenset[str] = frozenset()) -> float:
    """Orders statements that all cover an ask: the page or heading that names the topic first, then the wording.

    `around` are the terms of the rest of the customer's message, which tell which code or card is meant.
    """
    titles = entry.heading | entry.page
    named = sum(term in titles or bool(SAME_THINGS.get(term, set()) & titles) for term in required)
    own = sum(term in entry.own for term in required)
    small = sum(term in entry.own for term in set(terms(ask)) - set(required))
    length = min(0.15, len(entry.own) / 240) if own else 0.0
    topic = entry.heading - WEAK - _ASIDE - _PLAIN_HEADINGS
    stray = sum(not _is_any([term], around.union(required)) for term in topic) / max(1, len(topic))
    near = min(3, len((around - set(required)) & (titles | entry.own)))
    return (named + 1.2 * own + 0.3 * small) / (max(1, len(required)) * 2.2) + 0.08 * near - length - 0.25 * stray


_PRICE_TOLD = re.compile(
    r"[€$£]\s?\d|\d[\d.,]*(?: \([^)]*\))?,?\s?(?:€|\$|£|/|(?:euros?|eur|pounds?|dollars?|usd|gbp|francs?|chf|kroner|"
    r"cents?)\b)|\b(?:free|nothing|no charge|no cost|included)\b",
    _I,
)


_DEFINITION = re.compile(r"(?:an?|the) [\w -]{3,30}? (?:is|are) (?:whenever|when|an?|the|any)\b", _I)


def fits(ask: str, entry: Entry) -> bool:
    """A question for a price, a length of time or a number is only answered by one, and a "can I" by its own verb."""
    low, text = ask.lower(), entry.statement.text
    if wants_price(ask) and not _PRICE_TOLD.search(text):
        return False
    if re.match(r"(?:how|can|where)\b", low) and _DEFINITION.match(text):
        return False
    if low.startswith("who ") and text.startswith("Who "):
        return False
    return (
        _fits_time(low, text)
        and _fits_which(low, text, is_row=entry.statement.kind == "row")
        and _fits_polarity(low, entry)
    )


def _fits_time(low: str, text: str) -> bool:
    if re.search(
        r"\bhow (?:long|quick(?:ly)?|soon)\b|\buntil when\b|\bhow fast (?:do|does|will|can) (?:you|we|they)\b", low
    ):
        is_deadline = bool(re.search(r"\bhow (?:long|quickly|soon|fast) (?:does|do|did|will|would)\b.*\btakes?\b", low))
        return bool(DURATION.search(text)) and not (is_deadline and _PERMISSION.search(text))
    if "how often" in low:
        return bool(_REPEATED.search(text))
    if re.search(
        r"\bhow (?:many|far|big|heavy|tall|fast|old|high)\b|\bhow much (?!is|are|does|do|would|will|for)", low
    ):
        return bool(_NUMBERISH.search(text))
    if "what time" in low:
        return bool(re.search(r"\d[:.]\d\d", text))
    if re.search(r"^when\b|\bwhen (?:do|does|is|are|will|can)\b", low):
        return bool(DURATION.search(text) or _CLOCK_OR_DAY.search(text))
    return True


def _fits_which(low: str, text: str, *, is_row: bool) -> bool:
    """ "Which lots" is answered by lots that are named, not by "other lots"."""
    counted = re.match(r"how many (\w+)", low)
    if counted:
        noun = re.escape(stem(counted[1]))
        return is_row or bool(
            re.search(rf"(?:(?<!\w)\d[\d.,]*|\b(?:one|two|three|four|five|ten))\s(?:[\w-]+\s){{0,2}}{noun}", text, _I)
        )
    which = re.match(r"(?:which|what) (\w{3,})s\b(?! (?:is|does))", low)
    if not which:
        return True
    noun = re.escape(which[1])
    return not re.search(rf"\b(?:other|another|no|the) {noun}", text, _I)


def _fits_polarity(low: str, entry: Entry) -> bool:
    """ "Instalments cannot be changed" does not answer whether one can pay by instalments."""
    if not re.match(r"(?:can|could|may|do|does|is|are|will|would|should)\b", low):
        return True
    asked = set(terms(low))
    for match in _NEGATED_VERB.finditer(re.split(r"[,;:]", re.sub(r"\([^)]*\)", "", entry.statement.text))[0]):
        verb = match["verb"].lower()
        known = terms(verb)
        if not known or verb in _LIGHT_VERBS or not verb.endswith(("ed", "en")):
            continue
        if not (set(known) | SAME_THINGS.get(known[0], set())) & asked and not set(known) & WEAK:
            return False
    return True
