"""Finds the numbers that lead to a person: phones, payment cards and bank accounts; dates, times and prices are not."""

import re
from collections.abc import Iterator

_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d])")
_IBAN = re.compile(r"(?<![A-Z\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}", re.I)
_SHORTEST_IBAN = 15

_CURRENCY = r"(?:[€$£¥₹]|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|kr|zł)"
_AMOUNT = r"\d{1,3}(?:[ .,'’]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_UNIT = rf"(?:%|{_CURRENCY}\b|[€$£¥₹]|(?:euros?|dollars?|pounds?|km|kg|Wh|mm|cm|ml|GB|MB)\b)"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DATE = rf"(?:(?:19|20)\d\d[./-]{_MONTH}[./-]{_DAY}|{_DAY}[./-]{_DAY}[./-](?:(?:19|20)\d\d|\d\d))"
_NOT_PHONES = (
    # 2026-11-18, 18.11.2026, 11/18/26, with or without a time; not when more digit groups follow, as in 06.12.34.56.78.
    rf"(?<![\d+])(?<!\d[./-]){_DATE}(?![./-]?\d)(?:[ T]\d{{1,2}}:\d\d(?::\d\d)?)?",
    r"(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:\s?[-]\s?\d{1,2}:\d\d)?",
    rf"{_CURRENCY}\s?(?:{_AMOUNT})(?![\d])(?!\s\d{{2}})",
    rf"(?<![\d+])(?<!\d[ .,-])(?:{_AMOUNT})\s?{_UNIT}",
    r"(?<!\d)(?<!\d[ .-])(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d(?![\d])(?!\s?[-.]\d)",
)
_NOT_PHONE = re.compile("|".join(f"(?:{each})" for each in _NOT_PHONES), re.I)

_PHONE = re.compile(r"(?<![\w.,-])(?:\+\s?|\()?\d[\d\s().\-/]{4,22}\d(?![\w]|[.,]\d)")
_PHONE_WORD = re.compile(
    r"(?:tel|phone|call|ring|mobile|cell|text|whatsapp|fax|sms|handy|nummer|number|telefon|rufen?|mobil|tél|"
    r"appel\w*|portable"
    r"|móvil|teléfono|llam\w*|telefono|cellulare|telefone|telefoon|bel|dial|reach)\W{0,3}(?:\w{1,6}\W{1,2}){0,4}$",
    re.I,
)
SHORTEST, SHORTEST_SURE, LONGEST = 6, 8, 15


def card_spans(text: str) -> Iterator[tuple[int, int]]:
    """Payment cards: 13 to 19 digits whose check digit fits."""
    for found in _CARD.finditer(text):
        if _fits_luhn(re.sub(r"\D", "", found[0])):
            yield found.span()


def _fits_luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return len(set(digits)) > 1 and sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def iban_spans(text: str) -> Iterator[tuple[int, int]]:
    """Bank accounts whose checksum fits. Words may follow without a border, so shorter readings are tried too."""
    for found in _IBAN.finditer(text):
        ends = [place + 1 for place, char in enumerate(found[0]) if char.isalnum()]
        for end in reversed(ends[_SHORTEST_IBAN - 1 :]):
            if _fits_iban(re.sub(r"[ -]", "", found[0][:end]).upper()):
                yield found.start(), found.start() + end
                break


def _fits_iban(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def phone_spans(text: str) -> Iterator[tuple[int, int]]:
    """Telephone numbers as people write them in many countries."""
    # Dates and prices become letters of their own length, so that no number is read across them.
    quiet = _NOT_PHONE.sub(lambda found: "x" * len(found[0]), text)
    for found in _PHONE.finditer(quiet):
        start, end = found.start(), found.end()
        if found[0].count("(") > found[0].count(")") and found[0].startswith("("):
            start += 1
        if _is_phone(quiet[start:end], quiet[max(0, start - 40) : start]):
            yield start, end


_CALLED_ON = re.compile(
    r"(?:tel|phone|mobile|cell|whatsapp|telephone|call|ring|reach|text)\b\W{0,3}(?:\w{1,8}\W{1,2}){0,4}$", re.I
)


def called_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The phone numbers of which the words say that somebody can be called on them, or that begin like one."""
    for start, end in phone_spans(text):
        if text[start] in "+0(" or _CALLED_ON.search(text[max(0, start - 40) : start]):
            yield start, end


def _is_phone(number: str, before: str) -> bool:
    digits = re.sub(r"\D", "", number)
    groups = re.findall(r"\d+", number)
    if not SHORTEST <= len(digits) <= LONGEST + 3:
        return False
    starts_like_one = number.lstrip("(").startswith(("+", "0"))
    if starts_like_one or _PHONE_WORD.search(before):
        return True
    # A plain run of digits is some other number; thousands are a figure.
    return len(groups) > 1 and len(digits) >= SHORTEST_SURE and not _is_figure(number)


def _is_figure(number: str) -> bool:
    """1.299.000 or 12 000 000: groups of three that end in noughts."""
    return bool(re.fullmatch(r"\d{1,3}([ .])\d{3}(?:\1\d{3})*", number)) and number.endswith("000")
