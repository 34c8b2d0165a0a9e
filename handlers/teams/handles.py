"""Opaque handles: how a later answer finds the card that was pressed, or the chat a command was typed in."""

from dataclasses import asdict, dataclass

import orjson


@dataclass(frozen=True, slots=True)
class Handle:
    """`reply_to` in events. Without a message there is nothing to replace, as on the home card."""

    conversation_id: str = ""
    message_id: str = ""

    @property
    def is_chat(self) -> bool:
        """In the bot's private chat with somebody, where nobody else reads."""
        return self.conversation_id.startswith("a:")

    def packed(self) -> str:
        """Empty without a message: whoever keeps a handle would take it for one that leads to a card."""
        return orjson.dumps(asdict(self)).decode() if self.message_id else ""


def unpacked(reply_to: str) -> Handle:
    """An empty handle where there is none, or where it is not ours."""
    try:
        found = orjson.loads(reply_to) if reply_to else {}
        return Handle(**found) if isinstance(found, dict) else Handle()
    except (orjson.JSONDecodeError, TypeError):
        return Handle()
