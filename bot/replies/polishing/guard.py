"""Holds a model's words against the decided reply: nothing added, nothing lost, in the customer's language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.language import NAMES, language_of
from bot.replies.polishing.addresses import addresses_in, hosts_of
from bot.replies.polishing.days import days_in, days_lost
from bot.replies.polishing.hedged import clauses, granted, is_found_out, is_regretted, plain
from bot.replies.polishing.invented import new_names, secrets_asked, unfounded
from bot.replies.polishing.masks import placeholders
from bot.replies.polishing.remedy_words import remedies_in, remedy_places
from bot.replies.writing.factcheck import unsupported

_MARKUP = re.compile(r"<[!@#/a-z][^>\n]*>?|(?<!\w)@\w+|!?\[[^\]\n]*\]\([^)\n]*\)|\bhttps?:|\bwww\.|```|</?data", re.I)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d{2}))?\s?(am|pm)\b", re.I)
_COUNTED = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
            "nine": "9", "ten": "10", "noon": "12", "midday": "12", "midnight": "0", "couple": "2",
            "half": "30"}  # fmt: skip
_BLANK = re.compile(r"\[[^\]\n]{1,80}\]|\{[^}\n]{1,40}\}")
_PLEDGE = re.compile(
    r"\b(?:I|we)(?:['’]ll| will| shall| promise to| guarantee| are going to|['’]m going to| am going to)\s+"
    r"(?:(?:also|now|personally|gladly|then|certainly|be|make sure (?:that )?(?:to )?)\s+)*(?P<verb>[a-z]+)",
    re.I,
)
_CLAIM = re.compile(
    r"\b(?:I|we)(?:['’]ve| have)\s+(?:(?:also|now|just|already|gladly|personally)\s+)*"
    r"(?P<verb>[a-z]+(?:ed|en|id|ent))\b",
    re.I,
)
_SMALL_CLAIMS = frozenset("been seen read noted asked looked checked started received written answered".split())
_SMALL_PLEDGES = frozenset(
    "in not find look check ask write let tell come get send answer reply follow update keep message see go pass share "
    "be know confirm report return ring call speak hear take make do have give sort chase bring back".split()
)
"""What every reply of ours may say that it will do; what, and by when, is held against the plan's numbers and days."""
_ALIKE = {"da", "no"}
"""Short texts of these two cannot be told apart by their small words."""
_GROWS, _ROOM = 1.8, 240
"""A reply may be longer than the composer's by so much, and so many letters."""
_SHRINKS = 0.35


@dataclass(frozen=True, slots=True)
class Decided:
    """The reply as the rules wrote it; `told` is what its sources say, which may be said more fully."""

    text: str
    language: str
    told: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    """The answers and the chosen remedy that stand in the text. What only repeats the customer's ask grants nothing."""
    thread: tuple[str, ...] = ()
    """What was said so far and by whom: it may be spoken of, and grants nothing."""
    customer: str = ""
    """How the greeting names them; empty where it names nobody."""
    agent: str = ""


def findings(words: str, decided: Decided) -> list[str]:
    """What is wrong with the model's words, one sentence each, for its second try; empty when nothing is."""
    checks = (_length, _language, _marks, _addresses, _numbers, _lost, _days, _remedies, _pledges, _names,
              _invented)  # fmt: skip
    return [line for check in checks for line in check(words, decided)]


def _length(words: str, decided: Decided) -> list[str]:
    if not words.strip():
        return ["It is empty."]
    if len(words) > _GROWS * len(decided.text) + _ROOM:
        return ["It is much longer than PLAN."]
    is_short = len(words) < _SHRINKS * len(decided.text) and decided.language not in ("zh", "ja", "ko")
    return ["It leaves out much of PLAN."] if is_short else []


def _language(words: str, decided: Decided) -> list[str]:
    read_as = language_of(_BLANK.sub(" ", words))
    if read_as == decided.language or {read_as, decided.language} == _ALIKE:
        return []
    return [f"It is not in {NAMES.get(decided.language, decided.language)}."]


def _marks(words: str, decided: Decided) -> list[str]:
    """Placeholders that stand for nothing, links, mentions and marks that some platform would act upon."""
    known = _evidence(decided)
    found = [
        *placeholders(words),
        *(one[0] for one in _BLANK.finditer(words)),
        *(m[0] for m in _MARKUP.finditer(words)),
    ]
    new = [one for one in dict.fromkeys(found) if one not in known]
    return [f"“{one}” does not stand in PLAN." for one in new[:3]]


def _addresses(words: str, decided: Decided) -> list[str]:
    """Whole addresses, letter by letter; a bare domain may be the one of an address. None of the text's gets lost."""
    known, hosts, said = addresses_in(_evidence(decided)), hosts_of(_evidence(decided)), addresses_in(words)
    new = [one for one in said if one not in known and one.casefold() not in hosts]
    lost = [one for one in addresses_in(decided.text) if one not in said]
    return [f"“{one}” does not stand in PLAN." for one in new[:3]] + [
        f"“{one}” of PLAN is missing." for one in lost[:3]
    ]


def _numbers(words: str, decided: Decided) -> list[str]:
    allowed = figures_in(_evidence(decided))
    figures = [one for one in unsupported(words, [_evidence(decided)]) if _NUMBER.fullmatch(one)]
    new = [one for one in figures if not _forms(one) & allowed]
    return [f"“{one}” does not stand in PLAN." for one in new[:3]]


def _lost(words: str, decided: Decided) -> list[str]:
    """Every number that was decided is still there. In other languages a small one may be a word."""
    has = figures_in(words)
    planned = dict.fromkeys(_NUMBER.findall(decided.text))
    lost = [one for one in planned if not (_forms(one) | _later(one)) & has]
    if decided.language != "en":
        lost = [one for one in lost if len(one) > 1]
    return [f"“{one}” of PLAN is missing." for one in lost[:3]]


def _days(words: str, decided: Decided) -> list[str]:
    planned = days_in(_evidence(decided), "en")
    new = days_in(words, decided.language) - planned
    if decided.language == "de" and "tomorrow" in new and re.search(r"\b(?:morning|am)\b", _evidence(decided)):
        new -= {"tomorrow"}  # "Morgen" is both.
    lost = days_lost(words, decided.language, days_in(decided.text, "en"))
    return [
        *(f"It names {day}, which PLAN does not." for day in sorted(new)[:3]),
        *(f"It no longer names {day}, which PLAN does." for day in sorted(lost)[:3]),
    ]


def _remedies(words: str, decided: Decided) -> list[str]:
    """A remedy is granted, or stands in a sentence that still finds out about it, or in one of the plan's own."""
    given = remedies_in("\n".join((*decided.granted, *decided.told)))
    spoken_of = remedies_in(decided.text)
    own = {plain(clause) for clause, _ in clauses(decided.text)}
    may_regret = any(is_regretted(clause) and remedies_in(clause) for clause, _ in clauses(decided.text))
    new: dict[str, None] = {}
    for clause, is_listed in clauses(words, decided.language):
        for one, place in remedy_places(clause).items():
            is_open = is_listed or is_found_out(clause, decided.language, place)
            is_hedged = is_open or (may_regret and decided.language == "en" and is_regretted(clause))
            if one not in given and plain(clause) not in own and not (one in spoken_of and is_hedged):
                new[one] = None
    return [f"It speaks of {one}, which PLAN does not offer." for one in sorted(new)]


def _pledges(words: str, decided: Decided) -> list[str]:
    """In English, in which the rules know their own verbs: what is promised, and what is said to be done."""
    if decided.language != "en":
        return []
    stated = "\n".join((granted(decided.text), *decided.granted, *decided.told)).lower()
    planned = set(re.findall(r"[a-z]+", stated))
    own = {plain(clause) for clause, _ in clauses(decided.text)}
    new: dict[str, str] = {}
    for clause, _ in clauses(words):
        if plain(clause) not in own:
            new |= {one["verb"].lower(): "promises to" for one in _PLEDGE.finditer(clause)
                    if one["verb"].lower() not in planned | _SMALL_PLEDGES}  # fmt: skip
            new |= {one["verb"].lower(): "says that you have" for one in _CLAIM.finditer(clause)
                    if one["verb"].lower() not in planned | _SMALL_CLAIMS}  # fmt: skip
    return [f"It {how} {verb}, which PLAN does not." for verb, how in list(new.items())[:3]]


def _names(words: str, decided: Decided) -> list[str]:
    """Greeted by name and signed, where the decided reply is."""
    missing = [name for name in (decided.customer, decided.agent) if name and name not in words]
    return [f"The name {name} is missing." for name in missing]


def _invented(words: str, decided: Decided) -> list[str]:
    known = "\n".join((_evidence(decided), *decided.granted, *decided.thread, decided.customer, decided.agent))
    found = [f"It names {one}, who stands neither in PLAN nor in the thread." for one in
             new_names(words, known, decided.language)[:3]]  # fmt: skip
    found += [f"It asks for or names a secret ({one})." for one in secrets_asked(words, _evidence(decided))[:3]]
    if decided.language == "en":
        found += [f"“{one}” tells what PLAN does not." for one in unfounded(words, known)[:3]]
    return found


def _evidence(decided: Decided) -> str:
    return "\n".join((decided.text, *decided.told))


def figures_in(text: str) -> frozenset[str]:
    """Every figure of the text in each form in which it may come back: hours of the afternoon in both, and English
    words for small numbers counted."""
    found = {form for one in _NUMBER.findall(text) for form in _forms(one)}
    for clock in _CLOCK.finditer(text):
        hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "pm" else 0)
        found |= _forms(f"{hour}:{clock[2] or '00'}")
    found |= {_COUNTED[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _COUNTED}
    return frozenset(found)


def _forms(figure: str) -> frozenset[str]:
    """Its digits alone, so that 12.50 and 12,50 are one; a full hour also without its minutes."""
    hour = figure.partition(":")[0] if figure.endswith(":00") else ""
    return frozenset(filter(None, (_digits(figure), hour and _digits(hour))))


def _later(figure: str) -> frozenset[str]:
    """The same hour after noon."""
    hour, _, minute = figure.partition(":")
    is_hour = hour.isdigit() and 0 < int(hour) <= 12 and (not minute or minute.isdigit())
    return _forms(f"{int(hour) + 12}:{minute or '00'}") if is_hour else frozenset()


def _digits(figure: str) -> str:
    return re.sub(r"\D", "", figure).lstrip("0") or "0"


def named(words: Sequence[str]) -> str:
    """The findings as one list for the model."""
    return "\n".join(f"- {one}" for one in words)
