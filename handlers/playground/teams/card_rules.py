"""Checks an Adaptive Card against version 1.5 as Teams draws it, so that what passes here would pass there."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal

from handlers.playground.teams.card_parts import (
    ACTIONS,
    ELEMENTS,
    MOST_IN_ROW,
    ON_ACTIONS,
    ON_CARD,
    ON_ELEMENTS,
    STYLES,
    TEXT_STYLES,
)
from handlers.playground.world import Json

Surface = Literal["message", "dialog"]
VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5")
DAY, HOUR = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{2}:\d{2}")
DEEPEST = 12


def card_problems(card: Any, surface: Surface) -> list[str]:
    """A sentence for each thing that Teams would refuse or leave out; empty for a good card."""
    found = list(_card(card, surface, 0))
    seen: set[str] = set()
    for part in [] if found else inputs_in(card):
        if part["id"] in seen:
            found.append(f"two inputs have the id {part['id']!r}")
        seen.add(part["id"])
    return found


def inputs_in(part: Any) -> Iterator[Json]:
    """Every input of the card, in reading order, those of the cards that buttons unfold too."""
    if isinstance(part, list):
        for one in part:
            yield from inputs_in(one)
    elif isinstance(part, dict):
        if str(part.get("type")).startswith("Input."):
            yield part
            return
        for name in ("body", "items", "columns", "actions", "card"):
            yield from inputs_in(part.get(name))


def _card(card: Any, surface: Surface, depth: int) -> Iterator[str]:
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
        yield "a card's type is AdaptiveCard"
        return
    yield from _unknown(card, ON_CARD, "the card")
    if "version" not in card and depth == 0:
        yield "the card names no version"
    if card.get("version", "1.5") not in VERSIONS:
        yield f"version {card.get('version')!r} is newer than what Teams draws (1.5)"
    if not card.get("body") and not card.get("actions"):
        yield "the card is empty"
    yield from _elements(card.get("body", []), surface, depth)
    yield from _actions(card.get("actions", []), surface, depth)


def _elements(elements: Any, surface: Surface, depth: int) -> Iterator[str]:
    if not isinstance(elements, list):
        yield "elements stand in a list"
        return
    if depth > DEEPEST:
        yield "the card is nested too deep"
        return
    for element in elements:
        yield from _element(element, surface, depth)


def _element(element: Any, surface: Surface, depth: int) -> Iterator[str]:
    kind = str(element.get("type")) if isinstance(element, dict) else ""
    if kind not in ELEMENTS:
        yield f"unknown element {kind or element!r}"
        return
    yield from _unknown(element, ON_ELEMENTS | ELEMENTS[kind], kind)
    yield from _styles(element)
    check = CHECKS.get(kind)
    if check is not None:
        yield from check(element)
    if kind.startswith("Input."):
        yield from _input(element)
    if kind == "ActionSet":
        yield from _actions(element.get("actions"), surface, depth, least=1)
    yield from _elements(element.get("items", []), surface, depth + 1)
    if kind == "ColumnSet":
        columns = element.get("columns")
        if not isinstance(columns, list) or not all(isinstance(column, dict) for column in columns):
            yield "a ColumnSet holds columns"
            return
        for column in columns:
            yield from _element({**column, "type": "Column"}, surface, depth + 1)


def _unknown(part: Json, known: frozenset[str], what: str) -> Iterator[str]:
    for name in part:
        if name not in known:
            yield f"{what} has an unknown property {name!r}"


def _styles(element: Json) -> Iterator[str]:
    for name, known in TEXT_STYLES.items():
        value = element.get(name)
        is_text = element["type"] in ("TextBlock", "TextRun") or name in ("spacing",)
        if value is not None and is_text and str(value).lower() not in known:
            yield f"{element['type']} has an unknown {name} {value!r}"


def _text_block(block: Json) -> Iterator[str]:
    if not isinstance(block.get("text"), str) or not block["text"]:
        yield "a TextBlock has no text"


def _rich_text(block: Json) -> Iterator[str]:
    inlines = block.get("inlines")
    if not isinstance(inlines, list) or not inlines:
        yield "a RichTextBlock has no inlines"
        return
    for run in inlines:
        if isinstance(run, str):
            continue
        if not isinstance(run, dict) or run.get("type") != "TextRun" or not isinstance(run.get("text"), str):
            yield "a RichTextBlock holds texts and TextRuns"
            continue
        yield from _unknown(run, ELEMENTS["TextRun"], "a TextRun")
        yield from _styles(run)


def _facts(block: Json) -> Iterator[str]:
    facts = block.get("facts")
    is_good = isinstance(facts, list) and all(
        isinstance(fact, dict) and isinstance(fact.get("title"), str) and isinstance(fact.get("value"), str)
        for fact in facts
    )
    if not is_good or not facts:
        yield "a FactSet holds facts with a title and a value"


def _choices(element: Json) -> Iterator[str]:
    choices = element.get("choices")
    good = [
        one
        for one in (choices if isinstance(choices, list) else [])
        if isinstance(one, dict) and isinstance(one.get("title"), str) and isinstance(one.get("value"), str)
    ]
    if not isinstance(choices, list) or len(good) != len(choices):
        yield "an Input.ChoiceSet holds choices with a title and a value"
    data = element.get("choices.data")
    if data is not None and not _is_people(data):
        yield "choices.data asks for something else than the people of graph.microsoft.com/users"
    if not good and data is None:
        yield f"the Input.ChoiceSet {element.get('id')!r} has nothing to choose"
    values = [one["value"] for one in good]
    chosen = [one for one in str(element.get("value") or "").split(",") if one]
    chosen = chosen if element.get("isMultiSelect") else [str(element["value"])] if element.get("value") else []
    if data is None and any(one not in values for one in chosen):
        yield f"the value of {element.get('id')!r} is not one of its choices"
    if any("," in one for one in values) and element.get("isMultiSelect"):
        yield f"a choice of {element.get('id')!r} has a comma, which parts the chosen ones"


def _is_people(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and data.get("type") == "Data.Query"
        and data.get("dataset") == "graph.microsoft.com/users"
    )


def _date(element: Json) -> Iterator[str]:
    if element.get("value") and not DAY.fullmatch(str(element["value"])):
        yield "an Input.Date's value is YYYY-MM-DD"


def _time(element: Json) -> Iterator[str]:
    if element.get("value") and not HOUR.fullmatch(str(element["value"])):
        yield "an Input.Time's value is HH:MM"


def _input(element: Json) -> Iterator[str]:
    if not isinstance(element.get("id"), str) or not element["id"]:
        yield f"an {element['type']} has no id"
    if element.get("isRequired") and not (element.get("label") and element.get("errorMessage")):
        yield f"the required input {element.get('id')!r} needs a label and an errorMessage"
    most = element.get("maxLength")
    if isinstance(most, int) and len(str(element.get("value") or "")) > most:
        yield f"the value of {element.get('id')!r} is longer than its maxLength"


CHECKS: dict[str, Callable[[Json], Iterator[str]]] = {
    "TextBlock": _text_block,
    "RichTextBlock": _rich_text,
    "FactSet": _facts,
    "Input.ChoiceSet": _choices,
    "Input.Date": _date,
    "Input.Time": _time,
}


def _actions(actions: Any, surface: Surface, depth: int, least: int = 0) -> Iterator[str]:
    if not isinstance(actions, list) or len(actions) < least:
        yield "actions stand in a list"
        return
    if len(actions) > MOST_IN_ROW:
        yield f"{len(actions)} actions in a row: Teams shows six"
    for action in actions:
        yield from _action(action, surface, depth)


def _action(action: Any, surface: Surface, depth: int) -> Iterator[str]:
    kind = str(action.get("type")) if isinstance(action, dict) else ""
    if kind not in ACTIONS:
        yield f"unknown action {kind or action!r}"
        return
    yield from _unknown(action, ON_ACTIONS | ACTIONS[kind], kind)
    if not isinstance(action.get("title"), str) or not action["title"]:
        yield f"an {kind} has no title"
    if action.get("style", "default") not in STYLES:
        yield f"an action has an unknown style {action.get('style')!r}"
    if kind == "Action.OpenUrl" and not str(action.get("url")).startswith(("http://", "https://")):
        yield "an Action.OpenUrl leads to an address on the web"
    if kind == "Action.Execute" and surface == "dialog":
        yield "an Action.Execute does nothing in a dialog"
    if not isinstance(action.get("data", {}), dict):
        yield "an action's data is an object"
    if kind == "Action.ShowCard":
        yield from _shown_card(action, surface, depth)


def _shown_card(action: Json, surface: Surface, depth: int) -> Iterator[str]:
    """Teams unfolds one level only; the inner card may leave out its version."""
    if depth > 0:
        yield "an Action.ShowCard stands inside another"
        return
    yield from _card(action.get("card"), surface, depth + 1)
