"""What may stand in text on any platform: nothing that a database refuses, nothing invisible, and cuts only between
what a reader sees as characters."""

import re
import unicodedata
from collections.abc import Callable, Iterator

# Formatting and control characters that show nothing, among them those that turn the reading direction around. Joiners,
# variation selectors and tags are decided one by one, since emoji families, flags and some scripts need them.
_NEVER_SHOWN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ufe00-\ufe0d\U000e0100-\U000e01ef]"
)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_FLAG_OR_TAGS = re.compile(
    r"(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f)|[\U000e0000-\U000e007f]+"
)
_SELECTOR_RUN = re.compile(r"(?<=[\ufe0e\ufe0f])[\ufe0e\ufe0f]+|(?<![^\s])[\ufe0e\ufe0f]+")
_JOINER = re.compile(r"[\u200c\u200d]+")
_FIRST_JOINED_LETTER = 0x0300  # Below are Latin letters and digits, which no joiner connects.


def storable(text: str) -> str:
    """Without NUL, which PostgreSQL refuses, and without halves of surrogate pairs, which no encoding can write."""
    return _UNSTORABLE.sub(lambda found: "" if found[0] == "\0" else "\ufffd", text)


def visible(text: str) -> str:
    """What a reader sees: no invisible characters and no reversed direction; emoji families and flags stay whole."""
    text = storable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _FLAG_OR_TAGS.sub(lambda found: found[1] or "", text)
    text = _NEVER_SHOWN.sub("", text)
    text = _SELECTOR_RUN.sub("", text)
    return _JOINER.sub(lambda found: _joiner(text, found), text)


def _joiner(text: str, found: re.Match[str]) -> str:
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    is_joining = bool(before and after) and min(ord(before), ord(after)) >= _FIRST_JOINED_LETTER
    return found[0][0] if is_joining and not (before.isspace() or after.isspace()) else ""


def shortened(text: str, most: int, measure: Callable[[str], int] = len) -> str:
    """At most `most` as `measure` counts, ended with "…" when cut, and cut only between what a reader sees as
    characters."""
    if measure(text) <= most:
        return text
    return _head(text, most - 1, measure).rstrip() + "…"


def pieces(text: str, most: int, measure: Callable[[str], int] = len) -> Iterator[str]:
    """The whole text in parts of at most `most`, broken at line ends or spaces where there are any."""
    while measure(text) > most:
        head = _head(text, most, measure)
        at = max(head.rfind("\n"), head.rfind(" "))
        if at > len(head) // 2:
            head = head[: at + 1]
        yield head.rstrip()
        text = text[len(head) :]
    yield text


def units(text: str) -> int:
    """Length in UTF-16 units: never less than however Slack counts, so a limit kept here is kept there."""
    return len(text) + sum(c > "\uffff" for c in text)


def _head(text: str, most: int, measure: Callable[[str], int]) -> str:
    taken, used = 0, 0
    for end in _borders(text):
        used += measure(text[taken:end])
        if used > most:
            break
        taken = end
    # A single character longer than the limit is a stack of marks that nobody can read; it goes as a whole.
    return text[:taken]


def _borders(text: str) -> Iterator[int]:
    """Where a reader's characters end: after a base with its marks, joined emoji, a flag, a carriage return with its
    line feed."""
    flags = 0
    for index in range(1, len(text)):
        before, here = text[index - 1], text[index]
        flags = flags + 1 if _is_flag_half(before) else 0
        if before == "\u200d" or _clings(here) or (_is_flag_half(here) and flags % 2 == 1):
            continue
        yield index
    if text:
        yield len(text)


def _is_flag_half(c: str) -> bool:
    return "\U0001f1e6" <= c <= "\U0001f1ff"


def _clings(c: str) -> bool:
    """Belongs to the character before it."""
    return c in "\u200c\u200d" or unicodedata.category(c) in ("Mn", "Mc", "Me") or _is_modifier(c)


def _is_modifier(c: str) -> bool:
    return "\U0001f3fb" <= c <= "\U0001f3ff" or "\U000e0020" <= c <= "\U000e007f"
