"""Plain words out of a message: hidden characters, mark-up, quoted mail and signatures are taken away first."""

import re
import unicodedata
from functools import lru_cache

from bot.reading.breathing import breathing

MAX_CHARACTERS = 6_000
"""A turn longer than this is read from its beginning; no support message needs more."""

_MARKUP = (
    (re.compile(r"<![^>]{0,80}>"), " "),
    (re.compile(r"<[@#][^>]{0,80}>"), " "),
    (re.compile(r"<(?:https?|mailto|tel):[^|>]{0,2000}\|([^>]{0,300})>"), r"\1"),
    (re.compile(r"<((?:https?|mailto|tel):[^>]{0,2000})>"), r"\1"),
)
_QUOTED_FROM = re.compile(r"^\s*(?:On .{3,80} wrote:|Am .{3,80} schrieb.*:|-{2,} ?Original|From: .+@)", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"^\s*(?:(?:with )?(?:kind|best|warm|many)?\s*(?:regards|wishes)|cheers|sincerely|yours(?: truly)?|best|--|"
    r"sent from my \w+)"
    r"[,. ]*(?:\w+(?: \w+)?)?[,.]?\s*$",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|st|no|nr|e\.g|i\.e|approx|incl|esp|vs|ca|tel|p\.m|a\.m|inc|ltd|co)\.$", re.IGNORECASE
)
_BREAK = re.compile(
    r"(?<=[.!?…])[\"')\]]*\s+|\n+|\s+[:;]-?[()DPp/](?=\s|$)\s*|"
    r"\s+(?=\(?\d\) \w)|\s+(?=\((?:[a-e]|i{1,3}|iv|v)\) \w)|\s+[-–—]{1,2}\s+(?=[A-Za-z])|;\s+|"
    r"[\U0001F300-\U0001FAFF☺❤♥]+\ufe0f?\s*"
)
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")

STOP_WORDS = frozenset(
    "a an the to of for in on at by my your our their his her its i you we they he she it is are was were be been "
    "am do does did can"
    " could will would should have has had and or but with from this that these those me us them what when where "
    "how why who"
    " which if not no any please get got there here so as about again still just also i'm i've we're it's don't".split()
)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """The words as a person sees them: no zero-width or direction characters, no pings, no disguised links.

    Kept for a while: every reader of a thread begins with the plain words of the same messages.
    """
    text = text[:MAX_CHARACTERS].replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    if not (text.isascii() and text.replace("\n", "").replace("\t", "").isprintable()):
        text = unicodedata.normalize("NFC", text)
        kept = (c if c in "\n\t" or unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cs") else "" for c in text)
        text = "".join(kept)
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return breathing(re.sub(r"[ \t]+", " ", text).strip())


def without_quotes(text: str, *, with_signature: bool = False) -> str:
    """A mail's own words: the quoted history and the signature are left out.

    A signature asks nothing, but it may give a telephone number: `with_signature` keeps it.
    """
    kept: list[str] = []
    for line in _unpacked(text.split("\n")):
        if _QUOTED_FROM.match(line):
            break
        if line.lstrip().startswith(">"):
            continue
        if kept and not with_signature and _SIGN_OFF.match(line):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _unpacked(lines: list[str]) -> list[str]:
    """A mail that was pasted or passed on: its head is taken off and its words are read, where the customer put none of
    their own, or only said that they pass it on, before it."""
    first = next((place for place, line in enumerate(lines) if _HEAD.match(line)), len(lines))
    own = " ".join(lines[:first]).strip()
    if first == len(lines) or (own and not (_PASSED_ON.search(own) and len(own.split()) <= MOST_LEAD_IN)):
        return lines
    last = first
    while last < len(lines) and (_HEAD.match(lines[last]) or not lines[last].strip()):
        last += 1
    is_head = sum(bool(_HEAD.match(line)) for line in lines[first:last]) > 1 or _QUOTED_FROM.match(lines[first])
    return [*lines[:first], *lines[last:]] if is_head else lines


MOST_LEAD_IN = 15
_HEAD = re.compile(
    r"^\s*(?:(?:From|Sent|To|Cc|Subject|Date|Reply-To|Von|Gesendet|An|Betreff|Datum):\s|"
    r"-{2,} ?(?:Original|Forwarded)|On .{3,80} wrote:\s*$|Begin forwarded message)",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\b(?:forward\w*|fwd?|fw|pass(?:ing|ed)? (?:this|it|on)|see below|below|past(?:ed|ing)|cop(?:ied|ying)|"
    r"on behalf|from my \w+)\b",
    re.IGNORECASE,
)


def without_links(words: str) -> str:
    """No link, ping or bracket of mark-up is repeated to anybody."""
    return re.sub(r"(?:https?://|www\.)\S+|(?<!\w)@\w+|[<>{}|]", " ", words)


def sentences(text: str) -> list[str]:
    """Sentences in order; a line end, a semicolon and a spaced dash end one too."""
    return list(_sentences(text))


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[str, ...]:
    found: list[str] = []
    start = 0
    for gap in _BREAK.finditer(text):
        piece = text[start : gap.start()]
        if _ABBREVIATED.search(piece[-12:]) and "\n" not in gap.group() and not _ends_in_no(piece, text[gap.end() :]):
            continue
        found.append(piece)
        start = gap.end()
    found.append(text[start:])
    return tuple(s for s in (piece.strip(" \t\n\"'") for piece in found) if re.search(r"\w", s))


def _ends_in_no(piece: str, rest: str) -> bool:
    """ "No." is "number" only before a figure."""
    return piece.lower().endswith("no.") and not rest[:1].isdigit()


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers, in order."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude common form, so that "returned", "returns" and "returning" meet; exactness is not needed."""
    word = word.removesuffix("'s").strip("'-")
    if len(word) <= 3 or word[0].isdigit():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "i"
    for ending in (
        "able",
        "ible",
        "ations",
        "ation",
        "ings",
        "ing",
        "edly",
        "ed",
        "ments",
        "ment",
        "ers",
        "er",
        "es",
        "s",
        "ly",
        "al",
    ):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= (4 if ending in ("al", "able", "ible") else 3)
            and not word.endswith("ss")
        ):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word.removesuffix("e") if len(word) > 3 else word


def content(text: str) -> list[str]:
    """Stems of the words that carry meaning."""
    return [stem(word) for word in tokens(text) if word not in STOP_WORDS]
