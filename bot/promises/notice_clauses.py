"""Cuts a message into sentences and hides what its writer only quotes."""

import re
from dataclasses import dataclass

HIDDEN = "\x00"
_QUOTED = re.compile(
    r"```.*?```|`[^`\n]*`|^[ \t]*(?:>|&gt;)[^\n]*$|\"[^\"\n]{2,400}\"|“[^”\n]{2,400}”|«[^»\n]{2,400}»"
    r"|„[^“”\n]{2,400}[“”]"
    r"|(?<!\w)['‘](?=[A-Z])[^'‘’\n]*(?:['’][a-z]+[^'‘’\n]*)*[.!?]?['’](?!\w)",
    re.DOTALL | re.MULTILINE,
)
# ". " after these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|approx|e\.g|i\.e|vs|dept|ext|ref|inc|ltd|jan|feb|mar|apr|jun|jul|aug|sept?|"
    r"oct|"
    r"nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)|\b[ap]\.m|\b[A-Z])\.\Z",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?]+(?=[\s\x00)\"'”*_~:]|$)|\n+|(?<=\s)[•▪◦]|\s[-–—]{1,2}\s(?=[A-Z]|I\b|we\b)|[;]")


@dataclass(frozen=True)
class Sentence:
    start: int
    end: int
    text: str
    is_question: bool


def hide_quotes(text: str) -> str:
    """The same length of text, with typographic apostrophes made plain and whatever is quoted blanked out."""
    hidden = _QUOTED.sub(lambda found: re.sub(r"[^\n]", HIDDEN, found[0]), text)
    return hidden.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")


def sentences(text: str) -> list[Sentence]:
    """The sentences and lines of a text, as places in it. A semicolon ends one too."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and _is_abbreviation(text, match):
            continue
        _add(found, text, start, match.end(), is_question="?" in match[0])
        start = match.end()
    _add(found, text, start, len(text), is_question=False)
    return found


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.end()]
    rest = text[match.end() : match.end() + 2].lstrip()
    if before[-3:-1].lower().endswith("m") and rest[:1].isupper():
        return False
    return bool(_ABBREVIATION.search(before)) and before[-2:-1] != "I"


def _add(found: list[Sentence], text: str, start: int, end: int, *, is_question: bool) -> None:
    if text[start:end].strip():
        found.append(Sentence(start, end, text[start:end], is_question))
