"""Words as parts of an Adaptive Card that are nothing but words: no renderer finds markdown, a link, a mention, an
image or a date function in them."""

import re
from typing import Any

from handlers.hall.characters import shortened, units, visible
from handlers.teams.wire import Json

_FUNCTION = re.compile(r"\{(?=\{\s*(?:DATE|TIME)\s*\()", re.IGNORECASE)
_APART = "\u200b"
# Where a renderer may read markdown (headings, options), its signs give way to others that look alike. A backslash
# would be honoured by one renderer and shown by the next.
_LOOK_ALIKES = str.maketrans(
    {
        "*": "\u2217",
        "_": "\u02cd",
        "~": "\u223c",
        "`": "\u02bc",
        "[": "(",
        "]": ")",
        "<": "\u2039",
        ">": "\u203a",
        "\\": "\u2216",
        "|": "\u00a6",
    }
)
_LIST_OR_RULE = re.compile(r"^(?=[-+#=]|\d{1,9}[.)])")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")


def literal(text: str) -> str:
    """Visible words in which the only thing that an Adaptive Card would still read, its date functions, is broken
    up."""
    return _FUNCTION.sub("{" + _APART, visible(text))


def unmarked(text: str) -> str:
    """One line for places where markdown might be read."""
    line = " ".join(literal(text).split()).translate(_LOOK_ALIKES)
    return _ENTITY.sub("&" + _APART, _LIST_OR_RULE.sub(_APART, line))


def label(text: str, most: int) -> str:
    """What stands on a button: one line of plain text, never empty."""
    return shortened(" ".join(literal(text).split()), most, units) or " "


def aloud(text: str, most: int) -> str:
    """A line for notifications and screen readers, without anything that speech markup would read."""
    return shortened(" ".join(re.sub(r"[<>&]", " ", visible(text)).split()), most, units)


def spaced(text: str) -> str:
    """Our own wide gaps stay wide, where a renderer would make one space of them."""
    return re.sub(r" {2,}", lambda found: "\u00a0" * (len(found[0]) - 1) + " ", text)


def run(text: str, **style: Any) -> Json:
    return {"type": "TextRun", "text": text, **style}


def line(*runs: Json, spacing: str = "") -> Json:
    """One line. Its runs are shown letter for letter."""
    found: Json = {"type": "RichTextBlock", "inlines": list(runs)}
    return {**found, "spacing": spacing} if spacing else found


def lines(text: str, *, spacing: str = "", lead: Json | None = None, **style: Any) -> list[Json]:
    """A text line by line, since renderers disagree about what a line break within one is. An empty line becomes a
    wider gap; `lead` stands before the first one."""
    found: list[Json] = []
    gap = spacing
    for one in literal(text).strip("\n").split("\n"):
        if not one.strip() and not (lead and not found):
            gap = "medium"
            continue
        runs = [lead] if lead and not found else []
        runs += [run(one.rstrip(), **style)] if one.strip() else []
        found.append(line(*runs, spacing=gap))
        gap = "none"
    return found


def heading(text: str, most: int) -> Json:
    """With the role of a heading, which only this kind of text has."""
    words = unmarked(shortened(visible(text), most, units)) or " "
    return {"type": "TextBlock", "style": "heading", "size": "medium", "weight": "bolder", "wrap": True, "text": words}
