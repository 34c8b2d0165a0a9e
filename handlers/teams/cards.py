"""Cards and home pages as Adaptive Cards 1.5, inside Teams' limits: buttons always survive, words are shortened to
fit."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import orjson

from bot.buttons import OPENS_FORM
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
from handlers.hall.again import AGAIN
from handlers.hall.characters import units
from handlers.teams.fitting import fitted
from handlers.teams.typed import as_typed
from handlers.teams.wire import Json
from handlers.teams.words import aloud, heading, label, lines, literal, run, spaced, unmarked

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
BUDGET = 22_000
"""Bytes of one card. Teams takes 28 KB in a message, names and summary included, and is not exact about it."""
HEADING, LABEL, OPTION, SUMMARY, VALUE = 150, 75, 150, 250, 2_000
MOST_IN_ROW, ROW_UNITS = 6, 64
"""Six actions are what Teams shows at once; a row of long labels is broken earlier, so that each can be read."""
MOST_RADIOS = 6
FETCHES = frozenset({*OPENS_FORM, AGAIN})
_STYLES = {Tone.PRIMARY: "positive", Tone.DANGER: "destructive"}

Press = Callable[[str, Json], Json]
"""(button id, data) -> the action that carries the press to us."""


def on_card(button_id: str, data: Json) -> Json:
    """A dialog opens only from a press that says so beforehand; any other may replace the card."""
    if button_id in FETCHES:
        return {"type": "Action.Submit", "data": {"msteams": {"type": "task/fetch"}, "b": button_id, **data}}
    return {"type": "Action.Execute", "verb": button_id, "data": data}


def on_home(button_id: str, data: Json) -> Json:
    """Its presses say that they come from the home card, which no answer may replace."""
    return on_card(button_id, {**data, "h": 1})


def linked(url: str) -> Press:
    """The card's link travels with each press, so that the card which takes its place keeps it."""
    return lambda button_id, data: on_card(button_id, {**data, "l": url})


def message(card: Card, link_url: str = "") -> Json:
    """The fields of a message; `link_url` adds a button that opens the thread."""
    return _message(card, content(card, link_url))


def home(card: Card) -> Json:
    return _message(card, adaptive(card.summary, drawn(card.parts, on_home)))


def content(card: Card, link_url: str = "") -> Json:
    """The Adaptive Card itself, as answers to a press carry it."""
    parts = with_link(card.parts, link_url) if link_url else card.parts
    return adaptive(card.summary, drawn(parts, linked(link_url) if link_url else on_card))


def with_link(parts: Sequence[Part], link_url: str) -> list[Part]:
    """The link joins the last row of buttons, where the card ends with one."""
    link = LinkButton("Open thread", link_url)
    rest, last = parts[:-1], parts[-1] if parts else None
    if isinstance(last, Actions):
        return [*rest, Actions([*last.items, link])]
    return [*parts, Actions([link])]


def adaptive(summary: str, body: Sequence[Json]) -> Json:
    said = aloud(as_typed(summary), SUMMARY) or "Kindline"
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "fallbackText": said,
        "speak": said,
        "msteams": {"width": "Full"},
        "body": list(body),
    }


def attached(shown: Json) -> Json:
    return {"contentType": CONTENT_TYPE, "content": shown}


def _message(card: Card, shown: Json) -> Json:
    summary = aloud(as_typed(card.summary), SUMMARY) or "Kindline"
    return {"type": "message", "summary": summary, "attachments": [attached(shown)]}


def drawn(parts: Sequence[Part], press: Press, budget: int = BUDGET) -> list[Json]:
    """The elements of all parts, within `budget` bytes."""
    body = Drawing(press).body(fitted(parts, budget, lambda part: _size(part, press)))
    if (size := len(orjson.dumps(body))) > budget:
        # Rules, columns and numbered menus take a little more than their parts did alone.
        body = Drawing(press).body(fitted(parts, 2 * budget - size, lambda part: _size(part, press)))
    return body


def _size(part: Part, press: Press) -> int:
    return sum(len(orjson.dumps(element)) + 1 for element in Drawing(press).elements(part))


@dataclass(slots=True)
class Drawing:
    """One card under way: menus need ids of their own in it, and a rule belongs to what follows it."""

    press: Press
    _menus: Counter[str] = field(default_factory=Counter)

    def body(self, parts: Sequence[Part]) -> list[Json]:
        found: list[Json] = []
        is_ruled = False
        for group in grouped(parts):
            elements = self._group(group)
            if elements and is_ruled and found:
                elements[0] = {**elements[0], "separator": True, "spacing": "large"}
            is_ruled = isinstance(group[0], Divider) or (is_ruled and not elements)
            found += elements
        return found

    def _group(self, group: Sequence[Part]) -> list[Json]:
        """A line of a list with its one button stands beside it."""
        if len(group) == 1:
            return list(self.elements(group[0]))
        words, row = (list(self.elements(part)) for part in group)
        left = {"type": "Column", "width": "stretch", "verticalContentAlignment": "center", "items": words}
        return [{"type": "ColumnSet", "columns": [left, {"type": "Column", "width": "auto", "items": row}]}]

    def elements(self, part: Part) -> Iterator[Json]:
        if isinstance(part, Heading):
            yield heading(as_typed(part.text), HEADING)
        elif isinstance(part, Words):
            strong = " ".join(literal(as_typed(part.strong)).split())
            lead = run(f"{strong} ", weight="bolder") if strong else None
            yield from lines(spaced(as_typed(part.text)), lead=lead)
        elif isinstance(part, Quote):
            if items := lines(part.text, spacing="none"):
                yield {"type": "Container", "style": "emphasis", "spacing": "small", "items": items}
        elif isinstance(part, Small):
            yield from lines(spaced(as_typed(part.text)), spacing="small", size="small", isSubtle=True)
        elif isinstance(part, Actions):
            yield from self._rows(part)

    def _rows(self, part: Actions) -> Iterator[Json]:
        row: list[Json] = []
        used = 0
        for item in part.items:
            action = self._action(item)
            if action is None:
                continue
            size = units(action["title"]) + 4
            if row and (len(row) == MOST_IN_ROW or used + size > ROW_UNITS):
                yield {"type": "ActionSet", "actions": row}
                row, used = [], 0
            row.append(action)
            used += size
        if row:
            yield {"type": "ActionSet", "actions": row}

    def _action(self, item: Button | LinkButton | ThreadLink | Choice) -> Json | None:
        if isinstance(item, ThreadLink):
            return None
        if isinstance(item, LinkButton):
            is_web = urlsplit(item.url).scheme in ("https", "http")
            return {"type": "Action.OpenUrl", "title": label(item.label, LABEL), "url": item.url} if is_web else None
        if isinstance(item, Choice):
            return self._menu(item) if item.options else None
        action = _titled(self.press(item.id, {"s": whole(item.value)} if item.value else {}), item.label, item.tone)
        if not item.confirm:
            return action
        asked = [*lines(as_typed(item.confirm)), {"type": "ActionSet", "actions": [action]}]
        return _titled({"type": "Action.ShowCard", "card": {"type": "AdaptiveCard", "body": asked}}, item.label)

    def _menu(self, item: Choice) -> Json:
        """A button that unfolds its options and an OK, so that a row of buttons stays a row."""
        self._menus[item.id] += 1
        number = self._menus[item.id]
        name = f"choice:{item.id}" + (f"#{number}" if number > 1 else "")
        picker = {
            "type": "Input.ChoiceSet",
            "id": name,
            "label": label(item.placeholder, LABEL),
            "style": "expanded" if len(item.options) <= MOST_RADIOS else "compact",
            "choices": choices(item.options),
            "value": whole(item.options[0][1]),
            "wrap": True,
        }
        ok = {"type": "ActionSet", "actions": [_titled(self.press(item.id, {"pick": name}), "OK", Tone.PRIMARY)]}
        return _titled(
            {"type": "Action.ShowCard", "card": {"type": "AdaptiveCard", "body": [picker, ok]}}, item.placeholder
        )


def grouped(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Each part alone, except where several lines in a row have one button each: those are pairs."""
    found: list[Sequence[Part]] = []
    start = 0
    while start < len(parts):
        end = start
        while _is_line(parts[end : end + 2]):
            end += 2
        if end - start >= 4:
            found += [parts[i : i + 2] for i in range(start, end, 2)]
        else:
            end = start + 1
            found.append(parts[start:end])
        start = end
    return found


def _is_line(pair: Sequence[Part]) -> bool:
    if len(pair) < 2 or not isinstance(pair[0], Words) or not isinstance(pair[1], Actions):
        return False
    items = pair[1].items
    return len(items) == 1 and isinstance(items[0], Button) and not items[0].confirm


def choices(pairs: Sequence[tuple[str, str]]) -> list[Json]:
    return [{"title": unmarked(label(one, OPTION)), "value": whole(value)} for one, value in pairs]


def whole(value: str) -> str:
    """A value comes back to us, so a part of it would be a wrong one."""
    if units(value) > VALUE:
        raise ValueError(f"a button's or option's value has {units(value)} characters; we send {VALUE} at most")
    return value


def _titled(action: Json, title: str, tone: Tone = Tone.PLAIN) -> Json:
    found: Json = {"type": action["type"], "title": label(as_typed(title), LABEL)}
    if tone in _STYLES:
        found["style"] = _STYLES[tone]
    return {**found, **action}
