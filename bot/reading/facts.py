"""What the customer already gave (numbers, dates, amounts, people, places), so that nothing is asked twice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.reading.fact_competitors import competitors_in
from bot.reading.fact_numbers import LISTED_ID, LONE_ID, MONEY_PATTERNS, NUMBER_PATTERNS, SPEAKS_OF_MONEY, flights_in
from bot.reading.fact_people import other_people, people_in
from bot.reading.fact_places import places_in
from bot.reading.fact_products import products_named
from bot.reading.fact_quantities import quantities_in
from bot.reading.fact_things import COLOUR, NAMED_COLOUR, SIZE, is_colour_of_thing, second_sizes
from bot.reading.fact_times import DATE, is_named_day, times_in
from bot.reading.masking_numbers import called_numbers

_I = re.IGNORECASE
_ROAD = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Way|Court|Place|Square|Hill|Gardens|Terrace|Crescent|"
    r"Row|Mews|Grove|"
    r"Link|Loop|Yard|Circus|Broadway|Embankment|Path|Trail|Circle|Highway|Parkway|Vale|View|Heights|Croft|Brae|Wynd|"
    r"Walk|Park|Boulevard|Blvd|Ct|Quay|Wharf|Rise|Green|Parade)"
)
_ADDRESS = (
    re.compile(rf"^\s*(\d{{1,4}}[a-z]? (?:[A-Z][\w'-]+ ){{1,3}}{_ROAD}, [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\s*$", re.M),
    re.compile(rf"\b(\d{{1,4}}[a-z]?,? (?:[A-Z][\w'-]+ ){{1,3}}{_ROAD})\b"),
    re.compile(
        r"\b((?:[A-ZÄÖÜ][\wäöüß-]*\s?(?:[Ss]tra(?:ss|ß)e|[Ss]tr\.|[Ww]eg|[Aa]llee|[Gg]asse|[Pp]latz|[Ss]traat|"
        r"[Ll]aan|[Gg]racht|"
               r"[Gg]ata(?:n)?|[Vv]ej|[Gg]aten|[Vv]eien|[Vv]ägen|[Vv]ei|[Kk]ade|[Pp]lein|[Kk]atu|[Dd]reef|[Ss]ingel)|"
               r"(?:Rue|Via|Calle|Avenue|Ul\.|Rua|Corso|Viale) (?:[\w'-]+ "
               r"){0,2}[A-Z][\w'-]+),? "
               r"\d{1,4}[a-z]?)\b"),
    re.compile(rf"\b((?:[A-Z][\w'-]+ ){{1,2}}{_ROAD} \d{{1,4}}[a-z]?)\b"),
    re.compile(
        r"\b((?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Hh]ouse number) (?:no\.? )?\d{1,4}[A-Za-z]?)\b(?!\s?(?:%|euros?|"
        r"pounds))"),
    re.compile(r"\b([A-Z][a-z'-]+ (?:Lane|Crescent|Mews|Terrace|Avenue|Grove))\b(?! (?:[A-Z]|\d))"),
    re.compile(r"\b(?:at|in|to|from|live at) (no\. ?\d{1,4}[a-z]?)\b", re.I),
)  # fmt: skip
_AROUND = {"address": " ,;:#", "person": " .,;:#-'", "place": " .,;:#-'"}
_SINGLE = frozenset({"product"})
"""Kinds in which a second value is more often noise than a second fact."""
MOST_OF_A_KIND = 3

Found = tuple[str, int, int]
_ID_KINDS = frozenset({"order", "booking", "invoice", "ticket", "account", "tracking", "serial"})


def facts_in(
    text: str, *, names: Sequence[str] = (), known_patterns: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The facts of one text; see `facts_of`."""
    return facts_of([text], names=names, known_patterns=known_patterns)


def facts_of(
    messages: Sequence[str], *, names: Sequence[str] = (), known_patterns: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Facts by kind, values as the customer wrote them; a second one of a kind is `date2`, a third `date3`.

    `names` are the people of the thread, who are nobody's news. `known_patterns` are a workspace's own number forms by
    kind and come first. What one kind took is not read again as another. Each message is read once and kept for the
    next time that its thread is read; only the product is looked for in all of them together.
    """
    text = "\n".join(messages)
    known_names = {word.lower() for name in names for word in name.split()}
    taken = [False] * len(text)
    said: set[str] = set()
    kept: dict[str, list[tuple[int, str]]] = {}
    for key, start, end in _in_order(messages, text, tuple((known_patterns or {}).items())):
        value = text[start:end].strip(_AROUND.get(key, " .,;:#-"))
        low = value.lower()
        if not value or any(taken[start:end]) or low in said:
            continue
        if key in ("person", "place") and _is_of_thread(low.split(), known_names):
            continue
        if key in _SINGLE and kept.get(key):
            continue
        if key == "amount" and value.isascii() and any(_is_sum_again(value, other) for _, other in kept.get(key, ())):
            continue
        taken[start:end] = [True] * (end - start)
        said.add(low)
        kept.setdefault(key, []).append((start, value))
    return {
        key if place == 1 else f"{key}{place}": value
        for key, values in kept.items()
        for place, (_, value) in enumerate(sorted(values)[:MOST_OF_A_KIND], start=1)
    }


def _is_sum_again(value: str, other: str) -> bool:
    """ "38,00" after "38,00 EUR" is the same sum."""
    return (
        value != other
        and not value.strip("0123456789.,'")
        and value == other.strip(" €$£abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    )


@lru_cache(maxsize=1024)
def values_of(kind: str, text: str) -> tuple[str, ...]:
    """The numbers of one kind, without reading all the others: for whoever only asks which order is meant."""
    found = (text[start:end].strip(" .,;:#-") for key, form in NUMBER_PATTERNS if key == kind
             for _, start, end in _spans(key, form, text))  # fmt: skip
    return tuple(dict.fromkeys(found))


def _is_of_thread(words: Sequence[str], names: set[str]) -> bool:
    """Somebody of the thread; another first name with the same family name is somebody else."""
    return bool(set(words) & names) and not (len(words) > 1 and words[0] not in names)


def _in_order(messages: Sequence[str], text: str, known_patterns: tuple[tuple[str, str], ...]) -> Iterator[Found]:
    """The candidates of each message at their place in the whole, with the product at its rank among the kinds."""
    speaks_of_money = bool(SPEAKS_OF_MONEY.search(text.lower()))
    start, later = 0, []
    for message in messages:
        surer, others = _candidates(message, known_patterns, speaks_of_money=speaks_of_money)
        yield from ((key, first + start, last + start) for key, first, last in surer)
        later += [(key, first + start, last + start) for key, first, last in others]
        start += len(message) + 1
    yield from (("product", *span) for span in products_named(text))
    yield from later


@lru_cache(maxsize=512)
def _candidates(
    text: str, known_patterns: tuple[tuple[str, str], ...], *, speaks_of_money: bool
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Every span that may be a fact: those surer than a product, and the others, the surest kinds first."""
    return tuple(_surer(text, known_patterns)), tuple(_others(text, speaks_of_money=speaks_of_money))


def _surer(text: str, known_patterns: tuple[tuple[str, str], ...]) -> Iterator[Found]:
    for key, own in known_patterns:
        yield from _spans(key, re.compile(own), text)
    for key, form in NUMBER_PATTERNS:
        for number in _spans(key, form, text):
            yield number
            if key in _ID_KINDS:
                yield from _listed(key, text, number[2])
    yield from (("flight", *span) for span in flights_in(text))
    yield from (("phone", *span) for span in called_numbers(text))
    yield from _spans("order", LONE_ID, text)
    yield from _each("address", _ADDRESS, text)
    yield from (found for found in _spans("date", DATE, text) if is_named_day(text, found[1], found[2]))
    yield from (("time", *span) for span in times_in(text))
    yield from _each("size", SIZE, text)
    yield from (("size", *span) for span in second_sizes(text))
    yield from (("competitor", *span) for span in competitors_in(text))
    yield from (("person", *span) for span in people_in(text))


def _others(text: str, *, speaks_of_money: bool) -> Iterator[Found]:
    yield from (("place", *span) for span in places_in(text))
    yield from (("person", *span) for span in other_people(text))
    yield from _spans("colour", NAMED_COLOUR, text)
    yield from (found for found in _spans("colour", COLOUR, text) if is_colour_of_thing(text, found[1]))
    yield from (("quantity", *span) for span in quantities_in(text))
    if speaks_of_money:
        sums = _each("amount", MONEY_PATTERNS, text)
        yield from (found for found in sums if not _NAME_BEFORE.search(text[max(0, found[1] - 40) : found[1]]))


_NAME_BEFORE = re.compile(r"(?<=[a-z,'] )(?-i:[A-Z][a-z]{2,}) $")
"""The figure is part of a name: "on Android 14"."""


def _each(key: str, patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[Found]:
    for pattern in patterns:
        yield from _spans(key, pattern, text)


def _spans(key: str, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        group = next((n for n in range(1, (pattern.groups or 0) + 1) if match[n]), 0)
        yield key, match.start(group), match.end(group)


def _listed(key: str, text: str, end: int) -> Iterator[Found]:
    """ "Bookings HB-220 and HB-221": what follows a number of a kind is of that kind."""
    more = LISTED_ID.match(text[end:])
    while more:
        yield key, end + more.start(1), end + more.end(1)
        end += more.end()
        more = LISTED_ID.match(text[end:])
