"""Holds a draft against its evidence: a number, an address or a link that stands nowhere else was made up."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_LINK = re.compile(r"https?://\S+|\b[\w.+-]+@[\w-]+\.[\w.]+")


def unsupported(text: str, evidence: Sequence[str]) -> tuple[str, ...]:
    """Numbers, links and mail addresses of `text` that no piece of evidence holds, in order."""
    whole = "\n".join(evidence)
    known = {_plain(number) for number in _NUMBER.findall(whole)}
    known |= {part for number in known for part in re.split(r"[.,:]", number)}
    missing = [number for number in _NUMBER.findall(text) if _plain(number) not in known]
    missing += [link for link in _LINK.findall(text) if link.rstrip(".,)") not in whole]
    return tuple(dict.fromkeys(missing))


def _plain(number: str) -> str:
    return number.replace(",", "").strip(".:")
