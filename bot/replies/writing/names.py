"""How to address a customer: by first name, by title and surname, or without a name when only a user name is known."""

import re

from bot.reading.words import plain

_TITLE = re.compile(r"^(?:(?P<title>Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Rev|Sir)\.?\s+)+(?P<rest>.+)$", re.IGNORECASE)
_NAME_WORD = re.compile(r"^[^\W\d_]+(?:['’-][^\W\d_]+)*$")


def first_name(name: str) -> str:
    """ "Annelie" for "Annelie Voss (Voss GmbH)"; "" when the text is no person's name."""
    words = _words(name)
    titled = _TITLE.match(" ".join(words))
    return (titled["rest"].split()[0] if titled else words[0]) if words else ""


def greeting(name: str, *, is_formal: bool, is_grave: bool) -> str:
    """ "Hi Annelie,", "Dear Dr. Pauli," or "Hello," without a name."""
    words = _words(name)
    if not words:
        return "Hello,"
    titled = _TITLE.match(" ".join(words))
    if titled:
        title = titled["title"].rstrip(".").capitalize()
        dot = "." if title in ("Dr", "Prof", "Mr", "Mrs", "Ms", "Rev") else ""
        return f"Dear {title}{dot} {titled['rest'].split()[-1]},"
    if is_formal:
        return f"Dear {' '.join(words)},"
    return f"{'Hello' if is_grave else 'Hi'} {words[0]},"


def _words(name: str) -> list[str]:
    cleaned = re.split(r"[(\[|,/]", plain(name))[0].strip()
    words = cleaned.split()
    if not words or len(words) > 5 or not all(_NAME_WORD.match(word.rstrip(".")) for word in words):
        return []
    return [word[0].upper() + word[1:] if len(words) == 1 else word for word in words]
