"""Finds the due phrases of a text ("by Friday noon", "in 3-5 business days") and what instant each one means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.calendar.choices import concrete_choices
from bot.calendar.date_join import Precision, Reading, read_together
from bot.calendar.date_words import LEAD
from bot.calendar.hours import TeamCalendar
from bot.calendar.left_over import find_left_over
from bot.calendar.local import zone_named
from bot.calendar.pieces import Moment, Piece, Rule
from bot.calendar.rules_clock import CLOCK_RULES
from bot.calendar.rules_days import DAY_RULES
from bot.calendar.rules_spans import SPAN_RULES
from bot.calendar.zones import zone_of_place, zone_of_short_name

__all__ = ["DuePhrase", "concrete_choices", "find_due", "may_name_a_time"]


@dataclass(frozen=True)
class DuePhrase:
    """A stretch of text that says when. `due_at` is the latest instant, `due_from` the earliest of a range, both in the
    zone that applies; a vague phrase has neither. `lead` is the preposition, in small letters."""

    start: int
    end: int
    text: str
    due_at: datetime | None
    due_from: datetime | None
    precision: Precision
    is_ambiguous: bool
    lead: str


@dataclass(frozen=True)
class _Atom:
    rule: Rule
    found: re.Match[str]


# The order matters: the first rule that fits at a place wins, so the longer phrases come first.
RULES = [*SPAN_RULES[:-1], *CLOCK_RULES[:6], *DAY_RULES, *CLOCK_RULES[6:], SPAN_RULES[-1]]
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_COMPILED = [re.compile(each.pattern, re.IGNORECASE) for each in RULES]
# In small letters, which is much the faster; a place such as "Berlin time" is looked at again as it is written.
_ANY_RULE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        f"(?P<r{number}>{_NAMED_GROUP.sub('(?:', each.pattern).replace('(?-i:', '(?i:')})"
        for number, each in enumerate(RULES)
    )
    + ")"
)
# A cheap look before the grammar: without one of these there is no date in a text.
_HINT = re.compile(
    r"\d|day|morrow|tmr|tmw|tomo|2mo|night|nite|noon|lunch|morning|arvo|evening|o.?clock|week|month|quarter|year|eve\b"
    r"|hour|hrs?\b|min|weeks|fortnight|\b(?:eo[dwmy]|co[bp]|mon|tue|wed|thu|fri|sat|sun|first thing|past|bright)"
    r"|e\.o\.d|c\.o\.b|close of|end of|xmas|christmas|halloween|soon|shortly|moment|a\.?s\.?a\.?p|as (?:fast|quick|"
    r"early)"
    r"|earliest|due course|know more|away|immediate|in a |before long|no time|some ?t|some point|the near"
    r"|\b(?:by|at|before|around|until|till|in|within) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve)"
    r"|(?:st|nd|rd|th) of |\b(?:in|by|end of) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
)
_JOINT = re.compile(
    r"[\s,(]*(?:(?:at|on|by|before|in the|the|of|around|about|say|latest|sharp|no later than|for|this|in|from|"
    r"@)(?!\w)[\s,]*)*",
    re.IGNORECASE,
)
_RANGE_JOINT = re.compile(r"[\s,]*(?:or|to|through|-|–|—|/|and)\s*(?:on |by )?", re.IGNORECASE)
_NEW_DEADLINE = re.compile(r"\b(?:by|before)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_LEAD_BEFORE = re.compile(
    rf"({LEAD})\s+(?:(?:about|around|the|at|latest|say|like|sometime|some time)\s+)*\Z", re.IGNORECASE
)
_LEAD_WITHIN = re.compile(rf"{LEAD}(?!\w)", re.IGNORECASE)
_WEEKDAY_RULES = frozenset({"weekday", "this short weekday", "short weekday", "led short weekday"})
_LONGEST_LEAD = 40


def may_name_a_time(text: str) -> bool:
    """A cheap look: False is sure, True only says that find_due is worth a try."""
    return bool(_HINT.search(text.lower()))


def find_due(
    text: str, *, said_at: datetime, zone: str, calendar: TeamCalendar, own_zone: str | None = None
) -> list[DuePhrase]:
    """All due phrases, in the order of the text. `zone` is the zone that applies when the text names none, `own_zone`
    the writer's, for "my time"."""
    if not may_name_a_time(text):
        return []
    phrases: list[DuePhrase] = []
    for group in _groups(text):
        named = _zone_of(group, zone, own_zone or zone)
        moment = Moment(said_at.astimezone(zone_named(named)), calendar)
        if phrase := _phrase(text, group, moment, phrases[-1].due_at if phrases else None):
            phrases.append(phrase)
    phrases += [
        DuePhrase(start, end, text[start:end], due_at, None, precision, False, "")
        for start, end, due_at, precision in find_left_over(text, phrases, said_at.astimezone(zone_named(zone)))
    ]
    return sorted(phrases, key=lambda phrase: phrase.start)


def _atoms(text: str) -> Iterator[_Atom]:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    place = 0
    while match := _ANY_RULE.search(lowered, place):
        number = int((match.lastgroup or "r0")[1:])
        found = _COMPILED[number].match(text, match.start())
        if found:
            yield _Atom(RULES[number], found)
        place = max(match.end(), match.start() + 1) if found else match.start() + 1


def _groups(text: str) -> Iterator[list[_Atom]]:
    """Neighbouring atoms that make one phrase."""
    group: list[_Atom] = []
    for atom in _atoms(text):
        if group and not _is_one_phrase(text, group, atom):
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _is_one_phrase(text: str, group: list[_Atom], atom: _Atom) -> bool:
    gap = text[group[-1].found.end() : atom.found.start()]
    names = {each.rule.name for each in group}
    given = frozenset[str]().union(*(each.rule.gives for each in group))
    if _is_day_range(text, group, atom, gap):
        return True
    if not _JOINT.fullmatch(gap) or "\n" in gap:
        return False
    if atom.rule.name == "bare part" or "bare part" in names:
        return gap.isspace() and _can_stand_together(given, names, atom)
    if _NEW_DEADLINE.search(gap) and "day" in given & atom.rule.gives:
        return False
    return _can_stand_together(given, names, atom)


def _is_day_range(text: str, group: list[_Atom], atom: _Atom, gap: str) -> bool:
    """ "Tuesday or Wednesday", "between Monday and Thursday"; a plain "and" joins two promises, not two ends."""
    if len(group) != 1 or not _RANGE_JOINT.fullmatch(gap):
        return False
    if group[0].rule.gives != {"day"} or atom.rule.gives != {"day"}:
        return False
    is_between = bool(_BETWEEN.search(text[: group[0].found.start()][-_LONGEST_LEAD:]))
    return is_between or "and" not in gap.lower()


def _can_stand_together(given: frozenset[str], names: set[str], atom: _Atom) -> bool:
    gives = atom.rule.gives
    if "vague" in given | gives:
        return False
    if not given & gives:
        return True
    if given & gives != {"day"}:
        return False
    all_names = names | {atom.rule.name}
    return bool(all_names & _WEEKDAY_RULES and len(all_names) > len(names)) or bool(all_names & {"today", "feast"})


def _zone_of(group: list[_Atom], zone: str, own_zone: str) -> str:
    for atom in group:
        if atom.rule.name == "zone":
            found = atom.found
            if found["short"]:
                return zone_of_short_name(found["short"], zone)
            if found["place"]:
                return zone_of_place(found["place"]) or zone
            return zone if found["whose"].lower() == "your" else own_zone
    return zone


def _phrase(text: str, group: list[_Atom], moment: Moment, said_before: datetime | None) -> DuePhrase | None:
    """What a group of atoms says; `said_before` is the date named before it, which "that morning" goes back to."""
    if all(atom.rule.name in ("bare part", "zone") for atom in group):
        return None
    start, end = group[0].found.start(), group[-1].found.end()
    start, lead = _lead(text, start)
    pieces = [piece for atom in group if (piece := atom.rule.read(atom.found, moment))]
    if any(atom.rule.name == "that part" for atom in group):
        if said_before is None:
            return None
        day = said_before.astimezone(moment.now.tzinfo).date()
        pieces.append(Piece(days=(day, day), rank=1))
    reading = _range_of_days(text, group, pieces, moment) or read_together(pieces, moment, is_before=lead == "before")
    if reading is None:
        return None
    if lead == "after" and reading.precision == "minute" and reading.last:
        day_end = reading.last.replace(hour=23, minute=59, second=59)
        reading = replace(reading, first=reading.last, last=day_end, precision="day")
    due_from = reading.first if reading.precision == "range" or lead == "after" else None
    return DuePhrase(start, end, text[start:end], reading.last, due_from, reading.precision, reading.is_ambiguous, lead)


def _range_of_days(text: str, group: list[_Atom], pieces: list[Piece], moment: Moment) -> Reading | None:
    if len(group) != 2 or len(pieces) != 2:
        return None
    gap = text[group[0].found.end() : group[1].found.start()]
    if not _is_day_range(text, group[:1], group[1], gap):
        return None
    first, last = pieces[0].days, pieces[1].days
    if not first or not last:
        return None
    later = last[1] if last[1] >= first[0] else first[1]
    merged = Piece(days=(min(first[0], later), later), is_range=True)
    return read_together([merged], moment, is_before=False)


def _lead(text: str, start: int) -> tuple[int, str]:
    """Where the phrase starts with its preposition, and the preposition."""
    before = text[max(0, start - _LONGEST_LEAD) : start]
    if (found := _LEAD_BEFORE.search(before)) and (found.start() == 0 or not before[found.start() - 1].isalnum()):
        return start - len(before) + found.start(), found[1].lower()
    within = _LEAD_WITHIN.match(text, start)
    return start, within[0].lower() if within else ""
