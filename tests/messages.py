"""What stands in a message or a card, as the playground's control interface describes it."""

from typing import Any

Json = dict[str, Any]


def quoted(message: Json) -> str:
    """The words that stand there to be copied."""
    texts = [str((block.get("text") or {}).get("text", "")) for block in message["blocks"]]
    lines = next(text for text in texts if text.startswith(">")).splitlines()
    return "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)


def is_home(message: Json) -> bool:
    """Whether a card in Teams is the home page: its buttons are marked."""
    elements = [one for block in message["blocks"] for one in block.get("elements", [])]
    marks = [(one.get("action") or {}).get("data") or {} for one in elements]
    return any(mark.get("h") == 1 for mark in marks)
