"""Masks personal data before it leaves the support side: addresses, numbers that lead to a person, and given names.

It works on a plain copy, in which invisible characters, emoji and foreign digits cannot hide anything, and maps what it
finds back to the original. It is careful and not perfect: street addresses and names nobody told it pass through.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.reading.masking_names import name_patterns
from bot.reading.masking_numbers import card_spans, iban_spans, phone_spans

_DOT = r"\s?(?:\.|[(\[{]\s?(?:dot|punkt|point|punto)\s?[)\]}])\s?"
_AT = r"(?:@|\s?[(\[{]\s?(?:at|ät|arroba)\s?[)\]}]\s?)"
_EMAIL = re.compile(rf"[\w.!#$%&'*+/=?^`{{|}}~-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,4}}", re.I)
_TAGGED = re.compile(r"<(?P<kind>mailto:|tel:|@|!subteam\^|#)[^<>]*>", re.I)
_TAGGED_AS = {"mailto:": "[e-mail]", "tel:": "[phone]", "@": "[person]", "!subteam^": "[group]", "#": "[channel]"}
_LINK = re.compile(r"<?\bhttps?://[^\s<>]+>?", re.I)
_LEADS_TO_SOMEBODY = re.compile(r"/archives/|[?&#=@]|/\w*\d{3}", re.I)
_ORDER = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,6}[-–/]\d{4,}(?:[-–/]\d+)*|[A-Z]{1,4}\d{6,}|(?:#|№|nº|n°|no\.|nr\.)\s?\d{3,})(?![\w])", re.I
)
_ORDER_WORD = re.compile(
    r"\b(?:order|invoice|ticket|booking|reservation|tracking|reference|ref|customer|account|contract|policy"
    r"|bestellung|rechnung|kunde|auftrag|commande|facture|pedido|factura|ordine|fattura|encomenda|bestelling|"
    r"zamówienie)"
    r"(?:s?nummer|snr)?\.?,?\s?(?:no|nr|num|number|id|code|numéro|número|numero|numer)?\.?\s?[:#№]?\s?"
    r"(?P<number>(?=[A-Z\d/-]*\d{3})[A-Z\d][A-Z\d/-]{3,})\b",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOKEN = re.compile(r"(?<![\w-])(?=[A-Z]*\d)(?=(?:[A-Z]*\d){5})[A-Z\d]{10,}(?![\w-])", re.I)
_BARE = re.compile(r"(?<![\w.,])\d{7,}(?![\w,]|\.\d)")
_EMOJI_RANGES = ((0x2600, 0x27BF), (0x1F000, 0x1FAFF), (0x2190, 0x21FF), (0x2B00, 0x2BFF))

Span = tuple[int, int, str]
Say = Callable[[str, str], str]
"""(label, the words themselves) -> what to write instead."""


def mask(text: str, *, names: Sequence[str] = (), known: Sequence[str] = (), say: Say = lambda label, _: label) -> str:
    """The text with personal data replaced by words in brackets, or by what `say` writes instead.

    `names` are people of whom every part counts ("Annelie Voss" also hides "Annelie"); of `known` people only the whole
    name does, since "Will" and "Brown" are words too.
    """
    plain = _plain(text)
    for found in _kinds(names, known):
        plain = plain.masked(sorted(found(plain.text)), say)
    return plain.original


@dataclass(frozen=True, slots=True)
class _Plain:
    """`text` is what is searched; `places[i]` says where its i-th character stands in `original`."""

    text: str
    places: tuple[int, ...]
    original: str

    def masked(self, spans: Sequence[Span], say: Say) -> "_Plain":
        """The same with every span masked. A mask is a NUL in `text`, so that no later pattern reads across it."""
        text, original = _Pieces(self.text), _Pieces(self.original)
        places: list[int] = []
        done = 0
        for start, end, label in spans:
            if start < done or "\x00" in self.text[start:end]:
                continue  # Some of it was masked already.
            places += [place + original.grown for place in self.places[done:start]]
            places.append(self.places[start] + original.grown)
            text.swap(start, end, "\x00")
            place = (self.places[start], self.places[end - 1] + 1)
            original.swap(*place, say(label, self.original[place[0] : place[1]]))
            done = end
        places += [place + original.grown for place in self.places[done:]]
        return _Plain(text.joined(), tuple(places), original.joined())


class _Pieces:
    """A text in which spans are swapped from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._pieces, self._done = text, list[str](), 0
        self.grown = 0
        """How far the rest of the text has moved to the right."""

    def swap(self, start: int, end: int, words: str) -> None:
        self._pieces += [self._text[self._done : start], words]
        self.grown += len(words) - (end - start)
        self._done = end

    def joined(self) -> str:
        return "".join(self._pieces) + self._text[self._done :]


def _plain(text: str) -> _Plain:
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text.replace("\x00", " ")):
        for one in _plain_characters(char):
            kept.append(one)
            places.append(place)
    return _Plain("".join(kept), tuple(places), text.replace("\x00", " "))


def _plain_characters(char: str) -> str:
    if char.isascii():
        return char
    kind = unicodedata.category(char)
    if kind in ("Cf", "Me") or 0xFE00 <= ord(char) <= 0xFE0F or _is_emoji(char):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind == "Zs":
        return " "
    if kind == "Pd":
        return "-"
    simple = unicodedata.normalize("NFKC", char)
    return simple if len(simple) == 1 else char


def _is_emoji(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _EMOJI_RANGES)


_SECRET = re.compile(
    r"\b(?:pass(?:word|code|phrase)|pin|otp|tan|cvv|cvc|(?:one[- ]time|security|verification|login|access) "
    r"(?:code|password)|kennwort|passwort|einmalcode|mot de passe|contraseña|clave|wachtwoord|senha|hasło|"
    r"lösenord|adgangskode|passord|şifre)\b(?:\W{1,3}(?:is|was|ist|lautet|est|es|è|é|er|är|to|jest))?[\s:=\"'“„]{1,4}"
    r"(?P<secret>(?=\S*\d)[^\s,;]{3,64}|(?<=[:=\"'“„]|\s)(?=\S*[^\w\s.,;!?])[^\s,;]{4,64})",
    re.I,
)


_CODE = re.compile(
    r"\b(?:my|the|this|your|der|mein|dein|ihr|den|mon|le|mi|el|il|mio|codice|"
    r"code|pin)\s+(?:code|pin|codigo|código|codice|key)\b(?:\s+(?:for|of|to|für|pour|para|per)(?:\s+[^\W\d]+){1,4})?\s*"
    r"(?:is|was|ist|lautet|war|est|es|è|:|=)+\s*(?P<secret>(?=\S*\d)[^\s,;]{3,64})|"
    r"\bpin\b(?:\s+[^\W\d]+){0,5}\s*(?:is|ist|lautet|:|=)\s*(?P<pin>\d{3,12})\b|"
    r"\b(?:log-?in|zugang(?:sdaten)?|credentials|anmeldung)\s*(?:is|ist|:|=)\s*(?P<login>\S+\s*[/|,]\s*\S+|\S+\s+(?=\S*\d)\S+)|"
    r"(?<![\w-])(?P<key>(?:sk|pk|rk)[-_](?:live|test|proj|ant)[-_][\w-]{6,}|(?:gh[pousr]|github_pat)_\w{12,}|"
    r"xox[a-z]-[\w-]{8,}|AKIA[A-Z\d]{12,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)|"
    r"(?P<link><?https?://[^\s<>]*(?:reset|recover|magic|verify|token|otp|passw|invite|auth)[^\s<>]*[/=?][^\s<>]{6,}>?)",
    re.I,
)


def hide_secrets(text: str, label: str) -> str:
    """Without the passwords, codes, keys and reset links that people should never have written."""
    known = _SECRET.sub(lambda found: found[0][: found.start("secret") - found.start()] + label, text)
    return _CODE.sub(lambda found: _without(found, label), known)


def _without(found: re.Match[str], label: str) -> str:
    start, end = found.span(found.lastgroup or 0)
    whole = found.string
    return whole[found.start() : start] + label + whole[end : found.end()]


def _kinds(names: Sequence[str], known: Sequence[str]) -> Iterator[Callable[[str], Iterator[Span]]]:
    """In this order, since an IBAN holds digits that would pass for a phone number."""
    yield lambda text: ((m.start(), m.end(), _TAGGED_AS[m["kind"].lower()]) for m in _TAGGED.finditer(text))
    yield _links
    yield _all_of(_EMAIL, "[e-mail]")
    yield lambda text: ((start, end, "[iban]") for start, end in iban_spans(text))
    yield lambda text: ((start, end, "[card]") for start, end in card_spans(text))
    yield _all_of(_ORDER, "[order]")
    yield _order_words
    yield lambda text: ((start, end, "[phone]") for start, end in phone_spans(text))
    yield _all_of(_TOKEN, "[number]")
    yield lambda text: ((m.start(), m.end(), "[number]") for m in _BARE.finditer(text) if not _is_round(m[0]))
    for pattern in name_patterns(names, known):
        yield _all_of(pattern, "[name]")


def _all_of(pattern: re.Pattern[str], label: str) -> Callable[[str], Iterator[Span]]:
    return lambda text: ((found.start(), found.end(), label) for found in pattern.finditer(text))


def _links(text: str) -> Iterator[Span]:
    """Links whose address may say who it is about; a plain page stays."""
    for found in _LINK.finditer(text):
        if _LEADS_TO_SOMEBODY.search(found[0]):
            yield found.start(), found.end(), "[link]"


def _order_words(text: str) -> Iterator[Span]:
    for found in _ORDER_WORD.finditer(text):
        if not _YEAR.fullmatch(found["number"]):
            yield found.start("number"), found.end("number"), "[order]"


def _is_round(digits: str) -> bool:
    """A million is a figure, not somebody's number."""
    return digits.endswith("000")
