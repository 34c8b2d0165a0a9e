"""What a test reads out of a drawn card: its objects, its lines, its links."""

from collections.abc import Iterator
from typing import Any


def objects(found: Any) -> Iterator[dict[str, Any]]:
    """Every object in it, the outer ones first."""
    if isinstance(found, dict):
        yield found
        for value in found.values():
            yield from objects(value)
    elif isinstance(found, list):
        for value in found:
            yield from objects(value)


def said(found: Any) -> list[str]:
    """Every line of a card, wherever it is packed in."""
    return ["".join(run["text"] for run in one["inlines"]) for one in objects(found) if "inlines" in one]


def links(found: Any) -> list[str]:
    return [one["url"] for one in objects(found) if one.get("type") == "Action.OpenUrl"]
