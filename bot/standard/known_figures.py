"""Finds a figure of a sentence that no evidence bears out: another value than the known one, or a hard one from "
"nowhere."""

import re
from itertools import combinations

from bot.standard.commitment import OUR_PROMISE
from bot.standard.context import Context, KnownFact
from bot.standard.grammatical_subject import is_command, subject_of
from bot.standard.known_causes import cause_known
from bot.standard.measures import Measure, measures, numbers
from bot.standard.phrases import any_of
from bot.standard.segmentation import Clause, Sentence
from bot.standard.semantic_fields import is_about, topics

_OWN_DIARY = re.compile(
    r"\b(?:I'm|I am|we're|we are) (?:\w+ )?(?:here|on until|on shift|free|at my desk|in|around|open|back|at work|"
    r"available)\b|\b(?:before|when|until|till) (?:I|we) (?:close|leave|finish|go home)|\bmy (?:desk|shift|line|number|"
    r"extension)\b|\b(?:tell|write to|answer|send|let|ring|reply|call|say so|choose|decide)\b[^.;]{0,40}"
    r"\b(?:by|until|before)\b|\b(?:I|we)(?:'ve| have|'ll| will| can|'m| am) (?:\w+ )?(?:kept?|keeping|reserv\w+|"
    r"h[eo]ld|"
    r"holding|put|booked?|set) |\bour time\b|\bI'm writing\b|\bas (?:I|we) write\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:ring|call|phone|write|email|message|text|tell|let you know|check|look|update|report|be in touch|come back|"
    r"get back|watch|confirm|hear from|reply|answer|go through|talk|speak|follow|"
    r"send (?:you )?(?:an? |the )?(?:photo|picture|note|line|link|update|confirmation|proof)|"
    r"shall I|may I|meet|try|ask|chase|see (?:to|that))\b",
    re.IGNORECASE,
)
_PAST_OF_THEIRS = re.compile(
    r"\byou(?:r \w+)? (?:\w+ )?(?:asked|wrote|told|called|rang|ordered|bought|came|sent|said|waited|were|had|paid|"
    r"mentioned|booked|should|could)\b",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|some|over|under|up to|less than|more than|close to|just)\s$", re.I
)
_GIVES = any_of(
    r"(?:credit\w*|vouchers?|refund\w*|give|gave|given|giving|discount|gift|compensat\w+|free|off|repaint|pay for|"
    r"worth|goodwill|limit|grant|on me|on us|deposit back)"
)
_OUT_OF_OUR_HANDS = re.compile(
    r"\b(?:was|were|has been|have been|arriv\w+|reach\w*|comes?|came|left|ships?|shipped|starts?|started|opens?|opened|"
    r"reopens?|closes?|closed|ends?|takes place|returns?|released?|launch\w*|ready|back|delivered|sent|checked|"
    r"received|"
    r"due|expected|(?:is|are) on(?! (?:us|me)\b)|lands?|runs?|works?|(?:is|are|be) with you)\b|"
    r"'s (?:on|back|due|ready|with you)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"\b(?:but|except(?: for)?|apart from|other than|besides)\s(?:on )?$", re.IGNORECASE)
""" "Every day but Sunday" says what Monday to Saturday does."""
_LATEST = re.compile(r"\b(?:by|before|until|till|no later than|at the latest|starting|from)\s(?:\w+ )?$", re.IGNORECASE)
"""A last day is a promise, which is ours to make; only the day itself is a fact."""
_ZONES = re.compile(r"\b(?:UTC|GMT|BST|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]T|IST|JST|AE[SD]T|SGT)\b|\w time\b")
_IF_YOU = re.compile(r"\b(?:if|when|once|should) (?:you|it|they|he|she)\b|\bshould you\b", re.IGNORECASE)
_JUDGED = frozenset({"money", "share", "weekday", "date", "clock", "length"})
"""Counts are worked out from others too often to be called wrong."""
_WORKED_OUT = re.compile(
    r"\s+(?:before|after|away|left|earlier|later|to (?:go|spare)|from (?:now|today|then)|until|old|too|short|in hand)\b"
)
"""What follows a length that somebody counted: "two days before you fly", "41 days away"."""
_TOLD = ("weekday", "date", "clock", "length")
_PRICED = re.compile(
    r"\b(?:costs?|comes? to|would be|will be|that's|it's|is|are|pay|paid|charges?|price|fee|rate|total|at|for) "
    r"(?:\w+ )?(?:only |just |about |around )?$",
    re.IGNORECASE,
)
_PRICE_NAMES = re.compile(r"price|cost|fee|rate|charge|tariff|amount|total|deposit|quote|premium|fare")
_POINTING = re.compile(r"^(?:and |but |so |yes,? |no,? )*(?:it|they|that|this|these|those|there)(?:'\w+)?\b", re.I)
_LIMIT_NAMES = re.compile(r"limit|remedy|agent_may|lead_may|authority|compensation|goodwill")
_ASKED_WHEN = re.compile(r"\b(?:when|what (?:day|date|time)|which day|how (?:long|soon)|by when|until when)\b", re.I)
_AS_MUCH = 50
_MOST_TIMES = 31
"""Nights, people or parts by which a price is multiplied."""
_FEW = 12
"""More figures than this would bear out nearly anything by sums."""


def wrong_figure(sentence: Sentence, context: Context) -> tuple[Measure, KnownFact | None] | None:
    """The first figure that is wrong or stands nowhere, with the fact that it should agree with, if there is one."""
    body = sentence.body
    if sentence.is_question or re.search(r"\bI(?: can)?(?: now)? see\b", body):
        return None
    for measure in _judged_measures(body, context):
        if _is_borne_out(measure, body, context):
            continue
        clause = _clause_of(measure, sentence)
        if measure.kind in ("money", "share") and _GIVES.search(clause.text) and context.fact("limit", "remedy"):
            continue  # What is given is the business of S11.
        if (
            is_command(clause.text)
            or re.search(r"\bplease\b", body[: measure.start], re.IGNORECASE)
            or is_command(body)
            or _IF_YOU.search(clause.text)
            or re.match(r"(?:and |but )?if you\b", body, re.IGNORECASE)
        ):
            continue
        fact = _compared(measure, clause, sentence, context)
        if fact and not _is_ours_to_set(measure, clause, sentence):
            return measure, fact
        if fact is None and not context.is_partial and _is_day_of_a_claim(measure, clause, sentence):
            return measure, None
    return None


def _judged_measures(body: str, context: Context) -> list[Measure]:
    """Without hours and days where the customer's zone makes them differ from the known ones."""
    is_converted = _is_converted(context)
    judged = [each for each in measures(body) if each.kind in _JUDGED]
    found = [each for each in judged if each.kind != "length" or not _WORKED_OUT.match(body[each.end :])]
    return [each for each in found if not (is_converted and each.kind in ("clock", "weekday"))]


def _is_converted(context: Context) -> bool:
    """Known hours are in another zone than the customer's, so that those of the draft have to differ."""
    theirs, ours = (context.fact(name) for name in ("customer_tz", "agent_tz"))
    values = " ".join(fact.value for fact in context.facts if fact is not ours)
    return theirs is not None and (ours is None or ours.value != theirs.value or bool(_ZONES.search(values)))


def _is_day_of_a_claim(measure: Measure, clause: Clause, sentence: Sentence) -> bool:
    """A day that only the company can know, told as a fact: "it was sent on Tuesday", "the course starts on 4 May"."""
    if measure.kind not in ("weekday", "date") or subject_of(clause.text) in ("addressee", "nobody"):
        return False
    if _is_ours_to_set(measure, clause, sentence) or _LATEST.search(sentence.body[: measure.start]):
        return False
    return bool(_OUT_OF_OUR_HANDS.search(clause.text))


def _clause_of(measure: Measure, sentence: Sentence) -> Clause:
    at = sentence.body_start + measure.start
    whole = Clause(sentence.body, sentence.body_start, sentence.end)
    return next((clause for clause in sentence.clauses if clause.start <= at < clause.end), whole)


def _is_ours_to_set(measure: Measure, clause: Clause, sentence: Sentence) -> bool:
    """Hours of our own calls, letters and desk, which nobody else can know."""
    if measure.kind not in _TOLD:
        return False
    for text in (clause.text, sentence.body):
        if _OWN_DIARY.search(text) or _PAST_OF_THEIRS.search(clause.text):
            return True
    is_ours = bool(OUR_PROMISE.search(clause.text) or re.search(r"\bI\b|\bnext update\b", clause.text))
    return is_ours and bool(_CONTACT.search(clause.text))


def _is_borne_out(measure: Measure, body: str, context: Context) -> bool:
    evidence = context.evidence
    held, known = numbers(evidence), measures(evidence)
    if measure.kind in _TOLD and re.search(r"\b(?:today,?|been|for the last|the past)\s$", body[: measure.start], re.I):
        return True  # The writer knows what day it is, and how long it has been.
    if measure.kind == "weekday":
        return _is_day_borne_out(measure, body, known)
    if measure.number in held or measure.value in held:
        return True
    if measure.kind == "clock":
        hours = {measure.value / 60 % 12, measure.value / 60 % 12 + 12} if measure.value % 60 == 0 else set()
        at = {each.value % 720 for each in known if each.kind == "clock"}
        written = {round(hour + minute / 100, 2) for hour, minute in [divmod(measure.value, 60)]}
        return bool(measure.value % 720 in at or hours & held or written & held)
    if measure.kind == "date":  # The day before or after, and the last of a month, follow from a known one.
        return any(each.kind == "date" and abs(each.value - measure.value) in (1, 29, 30) for each in known)
    if _ROUGHLY.search(body[: measure.start]) and any(abs(measure.number - one) <= 0.08 * one for one in held):
        return True
    return measure.number <= 1 or _is_reckoned(measure, known, held) or _is_listed(measure, context)


def _is_day_borne_out(measure: Measure, body: str, known: tuple[Measure, ...]) -> bool:
    """A named day beside a known date, or where only "tomorrow" is known, can't be held against anything."""
    days = {each.value for each in known if each.kind == "weekday"}
    if _LEFT_OUT.search(body[: measure.start]):
        return True
    if _is_counted_on(measure, days, known):
        return True
    dated = any(each.kind == "date" for each in measures(body)) and any(each.kind == "date" for each in known)
    return measure.value in days or dated


def _is_counted_on(measure: Measure, days: set[float], known: tuple[Measure, ...]) -> bool:
    """Two days after Monday is Wednesday; in two days may be any day, as long as none is named."""
    lengths = {round(each.value / 24) for each in known if each.kind == "length" and each.value >= 24}
    return any((day + length - measure.value) % 7 == 0 for day in days for length in lengths) or bool(
        lengths and not days
    )


def _is_reckoned(measure: Measure, known: tuple[Measure, ...], held: frozenset[float]) -> bool:
    """A sum, difference or product of two known figures, or another unit of one."""
    if any(abs(measure.number * scale - one) < 0.01 for one in held for scale in (2, 10, 100, 1000, 0.1, 0.01, 0.001)):
        return True
    if measure.kind == "length":
        return any(
            abs(each.value - measure.value) < 0.02 * max(1, each.value) for each in known if each.kind == "length"
        )
    figures = sorted({each.number for each in known if each.kind in ("money", "count", "share") and each.number})[:_FEW]
    times = [each for each in held if 2 <= each <= _MOST_TIMES and each == int(each)]
    if any(abs(measure.number - one * many) < 0.01 for one in figures for many in times):
        return True
    for one, other in combinations(figures, 2):
        sums = (one + other, abs(one - other), one * other, *(one * many + other for many in times))
        if any(abs(measure.number - result) < 0.01 for result in sums):
            return True
    return False


def _is_listed(measure: Measure, context: Context) -> bool:
    """ "Three passes", where the known value names three."""
    if measure.kind != "count":
        return False
    lists = (part for fact in context.facts for part in re.split(r"[;.]", fact.value))
    return any(len(re.split(r",|\band\b|\bor\b", part)) == measure.number > 1 for part in lists)


def _compared(measure: Measure, clause: Clause, sentence: Sentence, context: Context) -> KnownFact | None:
    """The fact on the same matter with a figure of the same kind, or with the word that nobody knows it yet."""
    about = topics(clause.text) | (topics(sentence.body) if len(topics(clause.text)) < 3 else frozenset())
    asked = topics(context.newest_text)
    unknown = [fact for fact in context.facts if fact.is_unknown]
    if (
        len(unknown) == 1
        and unknown[0] is not cause_known(context)
        and measure.kind in ("weekday", "date")
        and _ASKED_WHEN.search(context.newest_text)
    ):
        return unknown[0]
    alike = [fact for fact in context.facts if any(each.kind == measure.kind for each in measures(fact.value))]
    is_only = len(alike) == 1 and measure.kind in ("length", "share", "money") and len(context.reading.asks) == 1
    for fact in context.facts:
        if _LIMIT_NAMES.search(fact.key):  # What may be given is the business of S11.
            continue
        is_meant = any(is_about(word, about) for word in fact.topics)
        if not is_meant and _POINTING.match(clause.text):
            is_meant = any(is_about(word, asked) for word in fact.key_topics)
        is_meant = is_meant or (is_only and fact is alike[0] and bool(about & asked) and _is_of_its_size(measure, fact))
        if fact.is_unknown:
            is_meant = any(is_about(word, about | asked) for word in fact.key_topics)
            if is_meant and measure.kind in ("weekday", "date", "clock", "money", "share"):
                return fact
        elif is_meant and any(_is_comparable(measure, each, fact, sentence.body) for each in measures(fact.value)):
            return fact
    return None


def _is_of_its_size(measure: Measure, fact: KnownFact) -> bool:
    """Minutes of work are no wrong version of a warranty of years."""
    known = [each.value for each in measures(fact.value) if each.kind == measure.kind and each.value]
    return any(1 / _AS_MUCH <= measure.value / one <= _AS_MUCH for one in known)


def _is_comparable(measure: Measure, known: Measure, fact: KnownFact, body: str) -> bool:
    if measure.kind == known.kind:
        if measure.kind == "count" and not measure.unit:
            return not known.unit and bool(_PRICED.search(body[: measure.start]))
        is_keyed = measure.unit in fact.key_topics and (not known.unit or known.unit not in topics(body))
        return measure.kind != "count" or measure.unit == known.unit or is_keyed
    kinds = {measure.kind, known.kind}
    if kinds == {"money", "count"}:
        bare = measure if measure.kind == "count" else known
        return not bare.unit and bool(_PRICED.search(body[: measure.start]) or _PRICE_NAMES.search(fact.key))
    return False
