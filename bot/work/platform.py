"""What the core asks of a platform. `handlers/slack/outgoing.py` is one; a test's recorder is another."""

from collections.abc import Sequence
from typing import Any, Protocol

from bot.events import Event
from bot.places import Delivery, Place, Removal
from bot.work.approval import ApprovedReply


class Platform(Protocol):
    """Every method raises `PlatformBusy` (certainly not done, try later), `PlatformRefused` (certainly not done, for
    good) or `PlatformUncertain` (nobody knows), and nothing else.
    """

    async def read(self, workspace_id: str, payload: dict[str, Any]) -> Sequence[Event]:
        """The events in a stored delivery. May ask the platform who somebody is."""
        ...

    async def post(self, workspace_id: str, delivery: Delivery, key: str) -> str:
        """Deliver a card; answers the new message's id, or "" where the place has none: what only one person sees has
        one when it went to their private chat. `key` is kept with the message."""
        ...

    async def post_reply(self, reply: ApprovedReply, key: str) -> str:
        """Post approved words in a customer's thread as the agent; answers the message's id."""
        ...

    async def remove(self, workspace_id: str, removal: Removal) -> None:
        """Delete a message that was posted for a person. Already gone counts as done."""
        ...

    async def find(self, workspace_id: str, place: Place | ApprovedReply, key: str) -> str | None:
        """The id of the message posted with `key`, None when it is not there. Raises `PlatformRefused` when it cannot
        look."""
        ...
