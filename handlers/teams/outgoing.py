"""Teams as the bot's platform: reads stored events and delivers cards. It can post as nobody but itself, and look
nothing up."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.errors import PlatformRefused
from bot.events import Event
from bot.places import (
    Delivery,
    DirectMessage,
    HomePage,
    InPlaceOf,
    OnlyVisibleTo,
    Place,
    PressedCard,
    PrivateCard,
    Removal,
)
from bot.work.approval import ApprovedReply
from handlers.hall.links import with_links
from handlers.teams.cards import message
from handlers.teams.errors import CHAT_GONE, MESSAGE_GONE
from handlers.teams.posting import Posting
from handlers.teams.wire import Json

Read = Callable[[str, Json], Awaitable[Sequence[Event]]]


class TeamsPlatform:
    """`read_events` turns a stored payload into events."""

    def __init__(self, posting: Posting, read_events: Read) -> None:
        self._posting = posting
        self._read = read_events

    async def read(self, workspace_id: str, payload: dict[str, Any]) -> Sequence[Event]:
        return await self._read(workspace_id, payload)

    async def post(self, workspace_id: str, delivery: Delivery, key: str) -> str:
        """Teams keeps no key with a message, so `key` ends here: what is of uncertain fate cannot be looked up."""
        place, posting, card = delivery.place, self._posting, delivery.card
        card = await with_links(card, lambda *where: posting.link(workspace_id, *where))
        if isinstance(place, HomePage):
            return await posting.show_home(workspace_id, place.person_id, card)
        if isinstance(place, PressedCard):
            await posting.replace(workspace_id, place.reply_to, card)
            return ""
        link = await posting.link(workspace_id, *delivery.link_to) if delivery.link_to else ""
        if isinstance(place, DirectMessage):
            return await posting.post_privately(workspace_id, place.person_id, message(card, link))
        if isinstance(place, OnlyVisibleTo):
            return await posting.show_only_to(workspace_id, place, card, link)
        if isinstance(place, InPlaceOf):
            return await posting.update(workspace_id, place.channel_id, place.message_id, message(card, link))
        if isinstance(place, PrivateCard):
            return await posting.update_privately(workspace_id, place, message(card, link))
        return await posting.post(workspace_id, place.channel_id, message(card, link), thread_id=place.thread_id)

    async def post_reply(self, reply: ApprovedReply, key: str) -> str:
        """A bot cannot post as a person here; `bot/capabilities.py` offers the words to copy instead."""
        raise PlatformRefused("not_linked")

    async def remove(self, workspace_id: str, removal: Removal) -> None:
        try:
            await self._posting.api.delete(workspace_id, removal.channel_id, removal.message_id)
        except PlatformRefused as error:
            if error.code not in (MESSAGE_GONE, CHAT_GONE):
                raise

    async def find(self, workspace_id: str, place: Place | ApprovedReply, key: str) -> str | None:
        raise PlatformRefused("cannot_look_up")
