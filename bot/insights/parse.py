"""What somebody typed after /insight or into its form: the claim, the theme, the customer, and how it was meant."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches

HEARD = ("praise", "complaint", "confusion", "wish", "competitor")
LONGEST_TEXT = 2000
LONGEST_THEME = 40
LONGEST_CUSTOMER = 120

_OPEN, _CLOSE = "\"'“„\u201a‘«", "\"'”“‟’»"
_QUOTED = rf"[{_OPEN}](?P<quoted>[^{_OPEN}{_CLOSE}]*)[{_CLOSE}]"
_FLAG = re.compile(rf"(?<!\S)(?P<name>[A-Za-z_]{{2,20}}):(?:{_QUOTED}|(?P<bare><[^>]*>|[^\s/{_OPEN}][^\s]*))(?!\S)")
_DASHED = re.compile(r"(?<!\S)--(?P<name>[A-Za-z][\w-]*)")
_THEME = re.compile(r"(?<!\S)(?:#(?P<typed>[^\W\d_][\w-]*)|<#[^<>|\s]+\|(?P<label>[^>|]+)>)(?=[.,;:!?]?(?:\s|$))")
_NAMES = ("customer", "heard", "theme")
_SAYING = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "So"})
"""Letters, digits and emoji, by Unicode's categories: a text without any of them says nothing."""
# Characters that turn the direction of what follows, or that nobody sees and everybody copies.
_UNWANTED = frozenset("\u200b\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Typed:
    """`problem` is one kind sentence about the first thing to mend; empty when all is well."""

    text: str
    theme: str = ""
    customer: str = ""
    heard: str = ""
    problem: str = ""


def clean(text: str) -> str:
    """Plain words without control characters, lone surrogates or hidden direction marks; all scripts and emoji stay."""
    kept = (char for char in text if char in "\n\t" or not _is_unwanted(char))
    return "".join(kept).strip()


def _is_unwanted(char: str) -> bool:
    return char in _UNWANTED or unicodedata.category(char) in ("Cc", "Cs")


def typed(line: str) -> Typed:
    """Read `text #theme customer:Name heard:kind`, in any order."""
    line = clean(line)
    flags: dict[str, str] = {}
    for found in _FLAG.finditer(line):
        name = found["name"].lower()
        value = (found["quoted"] if found["quoted"] is not None else found["bare"]).strip()
        if name in _NAMES:
            flags.setdefault(name, value)
        elif near := get_close_matches(name, _NAMES, n=1, cutoff=0.75):
            return Typed(line, problem=f"I don't know “{name}:”. Did you mean “{near[0]}:”?")
    if dashed := _DASHED.search(line):
        options = "Say it as #theme, customer:Name and heard:praise."
        return Typed(line, problem=f"I don't know “--{dashed['name'][:40]}”. {options}")
    rest = _FLAG.sub(lambda found: "" if found["name"].lower() in _NAMES else found[0], line)
    theme, rest = theme_of(rest, flags.get("theme", ""))
    return checked(rest, theme, flags.get("customer", ""), flags.get("heard", ""))


def theme_of(rest: str, theme: str) -> tuple[str, str]:
    """The theme as given, else the first #word; and the text, which it leaves when nothing but themes follows it,
    while within a sentence its word stays."""
    first = theme
    out = rest
    for found in reversed(list(_THEME.finditer(rest))):
        word = found["typed"] or found["label"]
        is_at_end = not out[found.end() :].strip(" .,;!?\n\t")
        out = out[: found.start()] + ("" if is_at_end else word) + out[found.end() :]
        first = theme or word
    return first, "\n".join(" ".join(line.split()) for line in out.splitlines()).strip()


def checked(text: str, theme: str, customer: str, heard: str) -> Typed:
    """The same checks for the command and the form."""
    text, customer = clean(text), " ".join(clean(customer).split())
    if not any(unicodedata.category(char) in _SAYING for char in text):
        text = ""  # A lone "#" or "…" says nothing.
    theme = "-".join(clean(theme).lstrip("#").split()).lower()
    heard = clean(heard).strip(".,").lower()
    return Typed(text, theme, customer, heard if heard in HEARD else "", _problem(text, theme, customer, heard))


def _problem(text: str, theme: str, customer: str, heard: str) -> str:
    if not text:
        return "There is nothing to pass on yet: what did the customer say or mean?"
    if len(text) > LONGEST_TEXT:
        return f"That is {len(text):,} characters, and an insight has room for {LONGEST_TEXT:,}. Could you shorten it?"
    if heard and heard not in HEARD:
        near = get_close_matches(heard, HEARD, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        return f"“heard” can be praise, complaint, confusion, wish or competitor.{hint}"
    if len(theme) > LONGEST_THEME:
        return f"A theme is a word or two, at most {LONGEST_THEME} letters."
    if len(customer) > LONGEST_CUSTOMER:
        return f"The customer's name is longer than {LONGEST_CUSTOMER} letters. Could you shorten it?"
    return ""


def shortened(text: str, most: int) -> str:
    """At most `most` characters, never ending inside an emoji or an accented letter."""
    if len(text) <= most:
        return text
    end = most - 1
    while end > 0 and _joins(text[end - 1], text[end]):
        end -= 1
    return text[:end].rstrip() + "…"


def _joins(before: str, char: str) -> bool:
    """True when both belong to what a person sees as one character."""
    is_flag = all(0x1F1E6 <= ord(one) <= 0x1F1FF for one in (before, char))
    is_tone = 0x1F3FB <= ord(char) <= 0x1F3FF
    return (
        before == "\u200d" or char == "\u200d" or unicodedata.category(char) in ("Mn", "Me", "Mc") or is_tone or is_flag
    )
