"""What a reader sees of a text: nothing invisible, nothing reversed, and nothing that a database refuses."""

import re

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
