"""Cards and home pages as Block Kit, inside Slack's limits: buttons always survive, words are split or shortened to
fit."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.cards import (
    Actions,
    Button,
    Card,
    Choice,
    Divider,
    Heading,
    LinkButton,
    Part,
    Quote,
    Small,
    ThreadLink,
    Tone,
    Words,
)
from handlers.hall.characters import pieces, shortened, units, visible
from handlers.slack.api import Json
from handlers.slack.text import escaped, escaped_units

SECTION, HEADER, CONTEXT = 3_000, 150, 2_000
MOST_IN_MESSAGE, MOST_IN_VIEW = 50, 100
MOST_IN_ROW = 25
MOST_OPTIONS = 100
BUDGET = 11_500
"""Characters in all blocks of one message: Slack refuses somewhere near 13,200 and documents no figure."""
TOO_LONG = "There is more, but it does not fit here."
LINK = "link"
"""The action id of buttons that only open an address: their press is acknowledged and means nothing."""

_STYLES = {Tone.PRIMARY: "primary", Tone.DANGER: "danger"}


def message(card: Card, link_url: str = "") -> Json:
    """The text and blocks of a message; `link_url` adds a button that opens the thread."""
    parts = [*card.parts, *([Actions([LinkButton("Open thread", link_url)])] if link_url else [])]
    blocks = drawn(_fitting(parts, BUDGET), MOST_IN_MESSAGE)
    summary = shortened(visible(card.summary), SECTION, escaped_units)
    return {"text": escaped(summary) or "Kindline", "blocks": blocks}


def home(card: Card) -> Json:
    return {"type": "home", "blocks": drawn(_fitting(card.parts, 4 * BUDGET), MOST_IN_VIEW)}


def drawn(parts: Sequence[Part], most: int) -> list[Json]:
    """The blocks of all parts. Where they are too many, words give way before buttons do."""
    groups = [(isinstance(part, Actions), list(draw(part))) for part in parts]
    spare = most - sum(len(blocks) for _, blocks in groups)
    kept: list[Json] = []
    for is_row, blocks in reversed(groups):
        if not is_row and spare < 0:
            dropped = min(len(blocks), -spare)
            blocks, spare = blocks[: len(blocks) - dropped], spare + dropped
        kept[:0] = blocks
    return kept[:most]


def draw(part: Part) -> Iterator[Json]:
    if isinstance(part, Heading):
        yield {"type": "header", "text": plain_text(part.text, HEADER)}
    elif isinstance(part, Words):
        yield from _words(part)
    elif isinstance(part, Quote):
        yield from _quote(part)
    elif isinstance(part, Small):
        yield {"type": "context", "elements": [plain_text(part.text, CONTEXT)]}
    elif isinstance(part, Divider):
        yield {"type": "divider"}
    else:
        yield from _rows(part)


def plain_text(text: str, most: int) -> Json:
    """A text in which Slack formats nothing, pings nobody and turns no `:word:` into a picture."""
    return {"type": "plain_text", "text": shortened(visible(text), most, units) or " ", "emoji": False}


def _marked(text: str) -> Json:
    """Formatted text, in which our own marks are the only ones that count: everything else was escaped before."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _words(part: Words) -> Iterator[Json]:
    text = visible(part.text)
    if not part.strong:
        yield from (
            {"type": "section", "text": plain_text(one, SECTION)} for one in pieces(text, SECTION, units) if one.strip()
        )
        return
    strong = escaped(shortened(" ".join(visible(part.strong).split()).replace("*", "\u2217"), 500, escaped_units))
    first, *rest = list(pieces(text, SECTION - units(strong) - 4, escaped_units))
    yield {"type": "section", "text": _marked(f"*{strong}* {escaped(first)}".rstrip())}
    for one in rest:
        yield {"type": "section", "text": _marked(escaped(one))}


def _quote(part: Quote) -> Iterator[Json]:
    for one in pieces(visible(part.text).strip("\n"), SECTION - 2, _quoted_units):
        if one.strip():
            yield {"type": "section", "text": _marked(_quoted(one))}


def _quoted(text: str) -> str:
    return "\n".join(f"> {escaped(line)}".rstrip() for line in text.strip("\n").split("\n"))


def _quoted_units(text: str) -> int:
    """With the marks of all lines but the first, so that the length of a text is the sum of its parts' lengths."""
    return escaped_units(text) + 2 * text.count("\n")


def _rows(part: Actions) -> Iterator[Json]:
    usable = [item for item in part.items if not isinstance(item, ThreadLink)]
    items = [item for item in usable if not isinstance(item, Choice) or item.options]
    for start in range(0, len(items), MOST_IN_ROW):
        seen: Counter[str] = Counter()
        elements = []
        for item in items[start : start + MOST_IN_ROW]:
            element = _element(item)
            # Slack wants each id once in a row; the number is taken off again when a press comes in.
            action_id = element["action_id"]
            element["action_id"] = f"{action_id}#{seen[action_id]}" if seen[action_id] else action_id
            seen[action_id] += 1
            elements.append(element)
        yield {"type": "actions", "elements": elements}


def _element(item: Button | LinkButton | Choice) -> Json:
    if isinstance(item, LinkButton):
        return {"type": "button", "action_id": LINK, "text": plain_text(item.label, 75), "url": item.url[:3_000]}
    if isinstance(item, Choice):
        return {
            "type": "static_select",
            "action_id": item.id,
            "placeholder": plain_text(item.placeholder, 150),
            "options": options(item.options),
        }
    element: Json = {"type": "button", "action_id": item.id, "text": plain_text(item.label, 75)}
    if item.value:
        element["value"] = _whole(item.value, 2_000)
    if item.tone in _STYLES:
        element["style"] = _STYLES[item.tone]
    if item.confirm:
        element["confirm"] = _confirm(item)
    return element


def _confirm(button: Button) -> Json:
    """The dialog that asks before the press is sent; its "yes" repeats what the button says."""
    return {
        "title": plain_text("Just to be sure", 100),
        "text": plain_text(button.confirm, 300),
        "confirm": plain_text(button.label, 30),
        "deny": plain_text("Go back", 30),
    }


def options(pairs: Sequence[tuple[str, str]], most: int = MOST_OPTIONS) -> list[Json]:
    return [{"text": plain_text(label, 75), "value": _whole(value, 150)} for label, value in list(pairs)[:most]]


def _whole(value: str, most: int) -> str:
    """A value comes back to us, so a part of it would be a wrong one."""
    if units(value) > most:
        raise ValueError(f"a button's or option's value has {units(value)} characters; Slack takes {most}")
    return value


def _fitting(parts: Sequence[Part], budget: int) -> Sequence[Part]:
    """Shorten the last words until all of them fit, and say so."""
    left = budget - sum(_length(part) for part in parts)
    if left >= 0:
        return parts
    left -= len(TOO_LONG)
    kept: list[Part] = []
    for part in reversed(parts):
        size = _length(part)
        if left >= 0 or isinstance(part, Actions | Divider):
            kept.append(part)
        elif size <= -left:
            left += size
        else:
            kept.append(_shorter(part, size + left))
            left = 0
    whole = kept[::-1]
    last_words = max((i for i, part in enumerate(whole) if not isinstance(part, Actions)), default=-1)
    return [*whole[: last_words + 1], Small(TOO_LONG), *whole[last_words + 1 :]]


def _length(part: Part) -> int:
    if isinstance(part, Words):
        return escaped_units(part.text) + escaped_units(part.strong)
    if isinstance(part, Quote):
        return _quoted_units(part.text) + 2
    if isinstance(part, Heading | Small):
        return escaped_units(part.text)
    return 0


def _shorter(part: Part, most: int) -> Part:
    if isinstance(part, Words):
        return Words(shortened(part.text, max(most - escaped_units(part.strong), 1), escaped_units), part.strong)
    if isinstance(part, Quote):
        return Quote(shortened(part.text, max(most - 2, 1), _quoted_units))
    return part
