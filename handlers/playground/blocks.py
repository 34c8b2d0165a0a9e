"""Checks blocks and views against Slack's limits, so that what passes here would pass there."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

from handlers.playground.block_elements import (
    BUTTONS,
    INPUTS,
    INTERACTIVE,
    MENUS,
    PICKERS,
    Problem,
    element_problems,
    length_problems,
    list_problems,
    text_problems,
)
from handlers.playground.world import Json

Surface = Literal["message", "modal", "home"]
MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_LETTERS = 13_200
"""Not documented: above about this many characters over all blocks Slack answers msg_blocks_too_long."""
ACCESSORIES = BUTTONS | MENUS | PICKERS | {"overflow"}


def block_problems(blocks: Any, surface: Surface) -> list[Problem]:
    found = list(list_problems(blocks, "/blocks", MOST_BLOCKS[surface], least=0))
    if found:
        return found
    seen: set[str] = set()
    for n, block in enumerate(blocks):
        at = f"/blocks/{n}"
        if not isinstance(block, dict):
            found.append(Problem("must provide an object", at))
            continue
        found.extend(_one_block(block, at, surface))
        block_id = block.get("block_id")
        if isinstance(block_id, str) and block_id in seen:
            found.append(Problem(f"`block_id` {block_id} already exists", f"{at}/block_id"))
        seen.add(str(block_id or f"#{n}"))
    return found


def letters_of(blocks: Any) -> int:
    """How many characters of text the blocks hold, wherever they stand."""
    if isinstance(blocks, list):
        return sum(letters_of(part) for part in blocks)
    if isinstance(blocks, dict):
        own = blocks.get("text")
        rest = (value for key, value in blocks.items() if key != "text" or not isinstance(value, str))
        return (len(own) if isinstance(own, str) else 0) + sum(letters_of(part) for part in rest)
    return 0


def view_problems(view: Any, surface: Surface) -> list[Problem]:
    """Everything that is wrong with a modal or a Home tab."""
    if not isinstance(view, dict):
        return [Problem("must provide an object", "/view")]
    found: list[Problem] = []
    if view.get("type") != surface:
        found.append(Problem(f"must be {surface}", "/view/type"))
    if surface == "modal":
        found.extend(_modal_head(view))
    for name, most in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        if view.get(name) is not None:
            found.extend(length_problems(view[name], f"/view/{name}", most))
    found.extend(Problem(p.words, f"/view{p.at}") for p in block_problems(view.get("blocks"), surface))
    return found


def _modal_head(view: Json) -> Iterator[Problem]:
    for name in ("title", "submit", "close"):
        if name == "title" or view.get(name) is not None:
            yield from text_problems(view.get(name), f"/view/{name}", 24, is_plain=True)
    blocks = view.get("blocks")
    has_input = any(
        isinstance(b, dict) and b.get("type") == "input" for b in (blocks if isinstance(blocks, list) else [])
    )
    if has_input and view.get("submit") is None:
        yield Problem("`submit` is required when an `input` block is within the `blocks` array", "/view/submit")


def _one_block(block: Json, at: str, surface: Surface) -> Iterator[Problem]:
    checks: dict[str, Callable[[Json, str], Iterator[Problem]]] = {
        "section": _section,
        "divider": lambda _block, _at: iter(()),
        "header": lambda block, at: text_problems(block.get("text"), f"{at}/text", 150, is_plain=True),
        "context": _context,
        "actions": _actions,
        "input": _input,
        "image": _image,
        "rich_text": lambda block, at: list_problems(block.get("elements"), f"{at}/elements", 1000),
        "context_actions": lambda block, at: list_problems(block.get("elements"), f"{at}/elements", 5),
    }
    if surface == "message":
        checks["markdown"] = lambda block, at: length_problems(block.get("text"), f"{at}/text", 12_000, least=1)
    check = checks.get(str(block.get("type")))
    if check is None:
        yield Problem(f"unsupported type: {block.get('type')}", f"{at}/type")
        return
    if block.get("block_id") is not None:
        yield from length_problems(block["block_id"], f"{at}/block_id", 255)
    yield from check(block, at)


def _section(block: Json, at: str) -> Iterator[Problem]:
    if "text" not in block and "fields" not in block:
        yield Problem("missing required field: text or fields", at)
    if "text" in block:
        yield from text_problems(block["text"], f"{at}/text", 3000)
    if "fields" in block:
        yield from list_problems(block["fields"], f"{at}/fields", 10)
        for n, field in enumerate(block["fields"] if isinstance(block["fields"], list) else []):
            yield from text_problems(field, f"{at}/fields/{n}", 2000)
    accessory = block.get("accessory")
    if isinstance(accessory, dict) and accessory.get("type") == "image":
        yield from _image(accessory, f"{at}/accessory")
    elif accessory is not None:
        yield from element_problems(accessory, f"{at}/accessory", ACCESSORIES)


def _context(block: Json, at: str) -> Iterator[Problem]:
    elements = block.get("elements")
    yield from list_problems(elements, f"{at}/elements", 10)
    for n, element in enumerate(elements if isinstance(elements, list) else []):
        here = f"{at}/elements/{n}"
        if isinstance(element, dict) and element.get("type") == "image":
            yield from _image(element, here)
        else:
            yield from text_problems(element, here, 3000)


def _actions(block: Json, at: str) -> Iterator[Problem]:
    elements = block.get("elements")
    yield from list_problems(elements, f"{at}/elements", 25)
    seen: set[str] = set()
    for n, element in enumerate(elements if isinstance(elements, list) else []):
        here = f"{at}/elements/{n}"
        yield from element_problems(element, here, INTERACTIVE)
        action_id = element.get("action_id") if isinstance(element, dict) else None
        if isinstance(action_id, str):
            if action_id in seen:
                yield Problem(f"`action_id` {action_id} already exists", f"{here}/action_id")
            seen.add(action_id)


def _input(block: Json, at: str) -> Iterator[Problem]:
    yield from text_problems(block.get("label"), f"{at}/label", 2000, is_plain=True)
    if block.get("hint") is not None:
        yield from text_problems(block["hint"], f"{at}/hint", 2000, is_plain=True)
    yield from element_problems(block.get("element"), f"{at}/element", INPUTS)


def _image(block: Json, at: str) -> Iterator[Problem]:
    if "slack_file" not in block:
        yield from length_problems(block.get("image_url"), f"{at}/image_url", 3000, least=1)
    yield from length_problems(block.get("alt_text"), f"{at}/alt_text", 2000, least=1)
    if block.get("title") is not None and block.get("type") == "image":
        yield from text_problems(block["title"], f"{at}/title", 2000, is_plain=True)
