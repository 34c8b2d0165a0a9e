"""The words and blocks of a message or a view, checked as Slack checks them and given the ids that they left out."""

import copy
from typing import Any

from handlers.playground.block_elements import INPUTS, INTERACTIVE
from handlers.playground.blocks import MOST_LETTERS, Surface, block_problems, letters_of, view_problems
from handlers.playground.methods.call import Call, SlackError
from handlers.playground.posting import MOST_TEXT
from handlers.playground.world import Json, World

MOST_VIEW_BYTES = 250_000


def message_content(call: Call) -> Json:
    """`text`, `blocks` and `attachments` as far as they were given; raises what Slack would answer to bad ones."""
    text = call.args.get("text")
    if text is not None and not isinstance(text, str):
        raise SlackError("invalid_arguments")
    content: Json = {"text": text} if text is not None else {}
    if len(text or "") > MOST_TEXT:
        raise SlackError("msg_too_long")
    blocks = call.data("blocks", "invalid_blocks_format")
    if blocks is not None:
        content["blocks"] = checked_blocks(call.playground.world, blocks)
    attachments = call.data("attachments", "invalid_attachments")
    if attachments is not None:
        if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
            raise SlackError("invalid_attachments")
        if len(attachments) > 100:
            raise SlackError("too_many_attachments")
        content["attachments"] = attachments
    return content


def require_words(content: Json) -> None:
    if not any(content.get(name) for name in ("text", "blocks", "attachments")):
        raise SlackError("no_text")


def checked_blocks(world: World, blocks: Any) -> list[Json]:
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    problems = block_problems(blocks, "message")
    if problems:
        messages = [str(problem) for problem in problems]
        raise SlackError("invalid_blocks", errors=[p.words for p in problems], response_metadata={"messages": messages})
    if letters_of(blocks) > MOST_LETTERS:
        raise SlackError("msg_blocks_too_long")
    return with_ids(world, blocks)


def checked_view(call: Call, surface: Surface) -> Json:
    return view_checked_for(call.playground.world, call.data("view"), surface)


def view_checked_for(world: World, view: Any, surface: Surface) -> Json:
    problems = view_problems(view, surface)
    if problems:
        raise SlackError("invalid_arguments", response_metadata={"messages": [str(problem) for problem in problems]})
    if len(str(view)) > MOST_VIEW_BYTES:
        raise SlackError("view_too_large")
    return {**view, "blocks": with_ids(world, view["blocks"])}


def with_ids(world: World, blocks: list[Json]) -> list[Json]:
    """Slack names every block and every interactive element that the app left without a name."""
    named = copy.deepcopy(blocks)
    for block in named:
        block.setdefault("block_id", f"b{world.number()}")
        elements = block.get("elements") if block["type"] in ("actions", "context_actions") else []
        for element in [*(elements or []), block.get("accessory"), block.get("element")]:
            if isinstance(element, dict) and element.get("type") in INTERACTIVE | INPUTS:
                element.setdefault("action_id", f"a{world.number()}")
    return named


def metadata_of(call: Call) -> Json | None:
    metadata = call.data("metadata", "invalid_metadata_format")
    if not metadata:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackError("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    if len(str(metadata["event_payload"])) > 15_000:
        raise SlackError("metadata_too_large")
    return metadata
