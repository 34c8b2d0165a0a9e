"""Opaque handles: how a later answer finds the card that was pressed."""

from dataclasses import asdict, dataclass

import orjson


@dataclass(frozen=True, slots=True)
class Handle:
    """`reply_to` in events: the card's place where everybody can see it, and the response address for half an hour."""

    url: str = ""
    channel_id: str = ""
    message_id: str = ""
    """Only for messages that chat.update can change, so never for ephemeral ones."""

    def packed(self) -> str:
        known: dict[str, str] = {name: value for name, value in asdict(self).items() if value}
        return orjson.dumps(known).decode() if known else ""


def unpacked(reply_to: str) -> Handle:
    """An empty handle where there is none, or where it is not ours."""
    try:
        found = orjson.loads(reply_to) if reply_to else {}
        return Handle(**found) if isinstance(found, dict) else Handle()
    except (orjson.JSONDecodeError, TypeError):
        return Handle()
