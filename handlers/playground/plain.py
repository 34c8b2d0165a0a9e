"""What a person would read and could press in a message or a view, in the order of the page."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from handlers.playground.block_elements import INPUTS, INTERACTIVE, options_of
from handlers.playground.world import Json

Names = Callable[[str], str]
ANGLED = re.compile(r"<([^<>]*)>")
MARKED = [re.compile(rf"(?<![\w{m}]){re.escape(m)}(\S(?:[^\n{m}]*\S)?){re.escape(m)}(?![\w{m}])") for m in "*_~"]
CODE = re.compile(r"`+([^`]+)`+")
QUOTED = re.compile(r"^(?:&gt;|>)+ ?", re.MULTILINE)


def words_of_text(text: str, names: Names) -> str:
    """Slack's formatted text as it looks: names for ids, labels for links, no signs of bold, no entities."""
    shown = ANGLED.sub(lambda found: _inside_angles(found.group(1), names), QUOTED.sub("", CODE.sub(r"\1", text)))
    for pattern in MARKED:
        shown = pattern.sub(r"\1", shown)
    return html.unescape(shown)


def _inside_angles(inside: str, names: Names) -> str:
    target, bar, label = inside.partition("|")
    if target.startswith("@"):
        return f"@{names(target[1:])}"
    if target.startswith("#"):
        return f"#{label or names(target[1:])}"
    if target.startswith("!"):
        return label if bar else f"@{target[1:].split('^')[0]}"
    return label or target.removeprefix("mailto:")


def words_of_message(message: Json, names: Names) -> str:
    """Blocks hide the text, as in Slack; files are named."""
    blocks = message.get("blocks")
    parts = [words_of_blocks(blocks, names)] if blocks else [words_of_text(str(message.get("text", "")), names)]
    for attachment in _dicts(message.get("attachments")):
        inner = words_of_blocks(attachment.get("blocks"), names)
        parts.append(inner or words_of_text(str(attachment.get("text") or attachment.get("fallback") or ""), names))
    parts.extend(str(file.get("name", "")) for file in _dicts(message.get("files")))
    return "\n".join(part for part in parts if part)


def words_of_view(view: Json, names: Names) -> str:
    head = _words_of(view.get("title"), names)
    foot = [_words_of(view.get(name), names) for name in ("submit", "close")]
    return "\n".join(part for part in (head, words_of_blocks(view.get("blocks"), names), *foot) if part)


def words_of_blocks(blocks: Any, names: Names) -> str:
    parts = (part for block in _dicts(blocks) for part in _words_of_block(block, names))
    return "\n".join(part for part in parts if part)


def _words_of_block(block: Json, names: Names) -> Iterator[str]:
    if block.get("type") == "rich_text":
        yield "".join(_rich(block, names)).strip()
        return
    for name in ("title", "label", "text"):
        yield _words_of(block.get(name), names)
    for name in ("fields", "elements"):
        for part in _dicts(block.get(name)):
            yield from _words_of_element(part, names)
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            yield from _words_of_element(block[name], names)
    yield _words_of(block.get("hint"), names)
    if block.get("type") == "image" and not block.get("title"):
        yield str(block.get("alt_text", ""))


def _words_of_element(element: Json, names: Names) -> Iterator[str]:
    """A text object, an image, a button, or an input with what stands in it before anybody types."""
    if element.get("type") in ("plain_text", "mrkdwn"):
        yield _words_of(element, names)
        return
    if element.get("type") == "image":
        yield str(element.get("alt_text", ""))
        return
    yield _words_of(element.get("text"), names)
    initial = initial_of(element)
    if element.get("type") in ("radio_buttons", "checkboxes"):
        for option in options_of(element):
            yield _words_of(option.get("text"), names)
    elif isinstance(element.get("initial_option"), dict):
        yield _words_of(element["initial_option"].get("text"), names)
    elif isinstance(initial, str) and initial:
        yield initial
    else:
        yield _words_of(element.get("placeholder"), names)


def _words_of(text: Any, names: Names) -> str:
    if isinstance(text, str):  # A markdown block holds its text bare.
        return words_of_text(text, names)
    if not isinstance(text, dict) or not isinstance(text.get("text"), str):
        return ""
    return html.unescape(text["text"]) if text.get("type") == "plain_text" else words_of_text(text["text"], names)


def _rich(part: Json, names: Names) -> Iterator[str]:
    match part.get("type"):
        case "text":
            yield str(part.get("text", ""))
        case "link":
            yield str(part.get("text") or part.get("url", ""))
        case "user":
            yield f"@{names(str(part.get('user_id')))}"
        case "channel":
            yield f"#{names(str(part.get('channel_id')))}"
        case "emoji":
            yield f":{part.get('name')}:"
        case _:
            for inner in _dicts(part.get("elements")):
                yield from _rich(inner, names)
            yield "\n"


def initial_of(element: Json) -> Any:
    """What an input holds before anybody touches it: a string, a list of values, or None."""
    for name in ("initial_value", "initial_date", "initial_time", "initial_date_time", "initial_user", "initial_users"):
        if name in element:
            return element[name]
    for name in ("initial_conversation", "initial_conversations", "initial_channel", "initial_channels"):
        if name in element:
            return element[name]
    if isinstance(element.get("initial_option"), dict):
        return element["initial_option"].get("value")
    chosen = element.get("initial_options")
    return [option.get("value") for option in _dicts(chosen)] if chosen is not None else None


def actions_of(blocks: Any, names: Names) -> list[Json]:
    """Everything that can be pressed or chosen, with what a page needs to draw it."""
    found = []
    for block in _dicts(blocks):
        for element in [*_dicts(block.get("elements")), *_dicts([block.get("accessory")])]:
            if element.get("type") in INTERACTIVE:
                label = element.get("text") or element.get("placeholder")
                entry = {"block_id": block.get("block_id"), "kind": element["type"], "label": _words_of(label, names)}
                entry["action_id"] = element.get("action_id")
                entry["value"] = element.get("value", initial_of(element))
                entry["options"] = [_option(option, names) for option in options_of(element)]
                entry.update({name: element[name] for name in ("url", "style", "confirm") if name in element})
                found.append(entry)
    return found


def inputs_of(blocks: Any, names: Names) -> list[Json]:
    found = []
    for block in _dicts(blocks):
        element = block.get("element")
        if block.get("type") == "input" and isinstance(element, dict) and element.get("type") in INPUTS:
            entry = {"block_id": block.get("block_id"), "action_id": element.get("action_id"), "kind": element["type"]}
            entry.update(initial=initial_of(element), label=_words_of(block.get("label"), names))
            entry.update(optional=bool(block.get("optional")), options=[_option(o, names) for o in options_of(element)])
            found.append(entry)
    return found


def _option(option: Json, names: Names) -> Json:
    return {"label": _words_of(option.get("text"), names), "value": option.get("value")}


def _dicts(value: Any) -> list[Json]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
