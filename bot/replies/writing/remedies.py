"""Reads what may be offered to make something right from the workspace's own internal page, and picks what fits the
harm and this agent's limit; a draft offers it only when the agent chooses it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.read import Reading
from bot.replies.finding.passages import Statement, statements_of
from bot.replies.finding.terms import meaning
from bot.replies.sources.playbook import Section
from bot.replies.writing.situations import Situation

_I = re.IGNORECASE
_MONEY = re.compile(
    r"(?P<before>[€$£])\s?(?P<sum>\d[\d,]*(?:\.\d\d)?)|(?P<sum2>\d[\d,]*(?:\.\d\d)?)(?P<after>\s?(?:€|\$|£|euros?|"
    r"eur|pounds?|"
    r"gbp|dollars?|usd|francs?|chf|kroner|kr))",
    _I,
)
_RANGE = re.compile(
    r"(?P<one>[€$£]?\s?\d[\d,]*)\s?(?:-|–|to)\s?(?P<two>[€$£]?\s?\d[\d,]*)(?P<unit>\s?(?:euros?|pounds?|dollars?|"
    r"francs?|€))?",
    _I,
)
_ROLE = re.compile(
    r"^\**(?P<role>(?:an? |every |each |the )?(?:agents?|team leads?|leads?|supervisors?|seniors?|(?:\w+ "
    r")?managers?|(?:front )?desk|shift leads?|heads? of [\w ]+|director|owner|staff|(?:support|service) (?:team|"
    r"staff)|everybody|everyone|duty \w+|"
    r"(?:\w+ )?reception\w*))\b",
    _I,
)
_HARM = re.compile(
    r"^\**(?:(?P<small>small|minor|slight|light|low|little|trivial)|(?P<middle>middle|medium|moderate|normal|mid)|"
    r"(?P<serious>serious|major|high|heavy|big|large)|(?P<grave>grave|severe|critical|very serious|worst|"
    r"catastrophic|extreme))\b",
    _I,
)
LEVELS = ("small", "middle", "serious", "grave")
_SIZES = {
    "told_two": 1, "missed": 1, "cancelled": 1, "charged": 1, "wrong": 1, "rude": 1, "late": 0, "unanswered": 0,
    "came_late": 0, "broken": 0, "missing": 0, "not_done": 1, "repeated": 1, "down": 1, "threatened": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limit:
    """What one role may grant in one case."""

    role: str
    amount: float


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for a harm of this size; `words` is the page's own cell."""

    level: int
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to offer. `words` are for the agent's card; `thing` completes "I'd like to offer you ..."."""

    key: str
    words: str
    thing: str
    needs_lead: bool = False


def limits_in(sections: Sequence[Section]) -> tuple[Limit, ...]:
    """Smallest first, by role; from any table or list that names roles and sums."""
    found: dict[str, Limit] = {}
    for statement in _internal(sections):
        role = _ROLE.match(statement.label or statement.text)
        words = " ".join(cell for _, cell in statement.cells) or statement.text
        money = _MONEY.search(words)
        if role and money:
            name = re.sub(r"^(?:an?|the|every|each) |s$", "", role["role"].lower())
            found.setdefault(name, Limit(name, _number(money)))
    return tuple(sorted(found.values(), key=lambda limit: limit.amount))


def usuals_in(sections: Sequence[Section]) -> tuple[Usual, ...]:
    """What each size of harm usually brings."""
    found: dict[int, Usual] = {}
    for statement in _internal(sections):
        label = statement.label or statement.text
        size = _HARM.match(label)
        if size and (statement.cells or _MONEY.search(statement.text)):
            level = next(place for place, name in enumerate(LEVELS) if size[name])
            words = statement.cells[-1][1] if statement.cells else statement.text
            about = " ".join([label, *(cell for _, cell in statement.cells[:-1])])
            found.setdefault(level, Usual(level, about, words))
    return tuple(found[level] for level in sorted(found))


def harm_level(reading: Reading, situations: Sequence[Situation], usuals: Sequence[Usual]) -> int | None:
    """How bad it is, from 0 to 3; None when nothing of ours went wrong. The page's own examples weigh most."""
    ours = [one for one in situations if one.is_ours]
    if set(reading.risk) & {"safety", "legal", "press"}:
        return 3
    if not ours and (situations or not reading.complaint or reading.temperature in ("calm", "happy")):
        return None
    said = set(meaning(reading.text))
    shared = [(len(said & set(meaning(usual.about))), usual.level) for usual in usuals]
    best = max(shared, default=(0, 0))
    by_kind = max((_SIZES.get(one.kind, 0) for one in ours), default=0)
    is_again = reading.repeat_contact or any(one.kind == "repeated" for one in ours)
    by_kind = min(2, by_kind + (is_again and reading.temperature in ("angry", "silent_angry", "upset")))
    return max(by_kind, best[1]) if best[0] >= 2 else by_kind


def offers_for(
    reading: Reading, situations: Sequence[Situation], sections: Sequence[Section], role: str
) -> tuple[Offer, ...]:
    """Within this role's limit and fitting the harm; what lies above asks for the lead first. Nothing for what is
    grave: there help comes first, and a person decides."""
    usuals, limits = usuals_in(sections), limits_in(sections)
    level = harm_level(reading, situations, usuals)
    usual = next((one for one in usuals if one.level == level), None)
    if level is None or usual is None or level == len(LEVELS) - 1:
        return ()
    mine = next((limit.amount for limit in limits if limit.role.startswith(role.lower())), 0.0)
    offers = [*_money(usual.words, mine), *_gestures(usual.words)]
    return tuple({offer.key: offer for offer in offers}.values())


def chosen_offer(offers: Sequence[Offer], key: str) -> Offer | None:
    return next((offer for offer in offers if offer.key == key), None)


def _internal(sections: Sequence[Section]) -> Iterator[Statement]:
    for section in sections:
        if section.is_internal:
            yield from statements_of(section)


def _number(match: re.Match[str]) -> float:
    return float((match["sum"] or match["sum2"]).replace(",", ""))


def _money(words: str, mine: float) -> Iterator[Offer]:
    """The usual sum at its lowest and highest; a highest above the limit is cut to it."""
    span = _RANGE.search(words)
    sums = [span["one"], span["two"]] if span else [match[0] for match in list(_MONEY.finditer(words))[:1]]
    unit = (span["unit"] or "") if span else ""
    sign = next((mark for mark in "€$£" if mark in words), "")
    figures = [float(re.sub(r"[^\d.]", "", one)) for one in sums if re.search(r"\d", one)]
    if not figures or not (sign or unit or _MONEY.search(words)):
        return
    written = [f"{sign}{figure:g}" if sign else f"{figure:g}{unit or ' euros'}" for figure in figures]
    if (figures[0] > mine and len(figures) > 1) or (len(figures) == 1 and figures[0] > mine):
        yield Offer(f"lead:{written[0]}", f"{' to '.join(written)}: ask your lead first", written[0], needs_lead=True)
        return
    for figure, text in zip(figures, written, strict=True):
        capped = min(figure, mine)
        text = text if capped == figure else text.replace(f"{figure:g}", f"{capped:g}")
        yield Offer(f"money:{text}", f"{text}, within your limit", text)


_GESTURE = re.compile(
    r"\b(?:a |an |the )?(?:free [a-z][\w ()-]{3,40}|parking|loan \w+|delivery price back|late cancellation fee waived)",
    _I,
)


def _gestures(words: str) -> Iterator[Offer]:
    for part in re.split(r",|;|\bor\b", words):
        found = _GESTURE.search(part)
        if found and not re.search(r"\d", found[0]):
            thing = found[0].strip().rstrip(" (")
            thing = thing if re.match(r"^(?:an?|the|parking)\b|.*\bback$", thing, _I) else f"a {thing}"
            yield Offer(f"gesture:{thing}", f"{thing[0].upper()}{thing[1:]}", thing)
