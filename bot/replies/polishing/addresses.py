"""Finds what leads out of a message: links, mail addresses and bare domains, whatever their ending."""

import re
import unicodedata

_URL = re.compile(r"(?:\b[a-z][a-z\d+.-]*://|\bwww\.|\b(?:mailto|tel|javascript|data):(?=\S))[^\s<>|\"“”]+", re.I)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOMAIN = re.compile(r"(?<![\w@.-])(?:[\w-]+\.)+(?:[^\W\d_]{2,}|xn--[\w-]+)(?:/[^\s<>|\"“”]*)?")
_END = ".,;:!?)]}»”\"'’…。、"


def addresses_in(text: str) -> tuple[str, ...]:
    """Each as it is written, without the sentence's own marks behind it."""
    plain = unicodedata.normalize("NFKC", text)
    found: list[str] = []
    for pattern in (_URL, _MAIL, _DOMAIN):
        found += [one[0].rstrip(_END) for one in pattern.finditer(plain)]
        plain = pattern.sub(" ", plain)
    return tuple(dict.fromkeys(found))


def hosts_of(text: str) -> frozenset[str]:
    """The bare domains that a text names, alone or within its addresses."""
    whole = unicodedata.normalize("NFKC", text).replace("/", " ").replace("@", " ")
    return frozenset(one[0].casefold() for one in _DOMAIN.finditer(whole))
