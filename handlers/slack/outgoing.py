"""Slack as the bot's platform: reads stored events, delivers cards, posts approved replies as their agent, and looks
posts up."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.errors import PlatformBusy, PlatformRefused, PlatformUncertain
from bot.events import Event
from bot.places import (
    Delivery,
    DirectMessage,
    HomePage,
    InChannel,
    InPlaceOf,
    OnlyVisibleTo,
    Place,
    PressedCard,
    PrivateCard,
    Removal,
)
from bot.work.approval import ApprovedReply
from handlers.hall.characters import storable
from handlers.hall.links import with_links
from handlers.slack.api import Api, Json
from handlers.slack.blocks import home, message
from handlers.slack.handles import unpacked
from handlers.slack.posting import GONE, METADATA, Posting
from handlers.slack.text import escaped

MOST_REPLY = 39_000
"""Slack cuts at 40,000 without a word; an approved text is sent whole or not at all."""
MOST_PAGES = 5

Read = Callable[[str, Json], Awaitable[Sequence[Event]]]


class SlackPlatform:
    """`read_events` turns a stored payload into events; see `handlers/slack/connection.py`."""

    def __init__(self, api: Api, posting: Posting, read_events: Read) -> None:
        self._api = api
        self._posting = posting
        self._read = read_events

    async def read(self, workspace_id: str, payload: dict[str, Any]) -> Sequence[Event]:
        return await self._read(workspace_id, payload)

    async def post(self, workspace_id: str, delivery: Delivery, key: str) -> str:
        place, posting = delivery.place, self._posting
        if isinstance(place, HomePage):
            await self._api.call(workspace_id, "views.publish", user_id=place.person_id, view=home(delivery.card))
            return ""
        if isinstance(place, PressedCard):
            await posting.replace(workspace_id, unpacked(place.reply_to), delivery.card)
            return ""
        card = await with_links(delivery.card, lambda *where: self._link(workspace_id, where))
        shown = message(card, await self._link(workspace_id, delivery.link_to))
        if isinstance(place, DirectMessage):
            return await posting.post_privately(workspace_id, place.person_id, shown, key)
        if isinstance(place, OnlyVisibleTo):
            return await posting.show_only_to(workspace_id, place, shown, key)
        if isinstance(place, InPlaceOf):
            return await posting.update(workspace_id, place.channel_id, place.message_id, shown, key)
        if isinstance(place, PrivateCard):
            return await posting.update_privately(workspace_id, place, shown, key)
        return await posting.post(workspace_id, place.channel_id, shown, thread_id=place.thread_id, key=key)

    async def post_reply(self, reply: ApprovedReply, key: str) -> str:
        text = escaped(storable(reply.text))
        if len(text) > MOST_REPLY:
            raise PlatformRefused("msg_too_long")
        answer = await self._api.call_as(
            reply.workspace_id,
            reply.agent_id,
            "chat.postMessage",
            channel=reply.channel_id,
            thread_ts=reply.thread_id,
            text=text,
            # Exactly the approved words: nothing in them turns into formatting, a preview or a mention.
            mrkdwn=False,
            unfurl_links=False,
            unfurl_media=False,
            link_names=False,
            metadata={"event_type": METADATA, "event_payload": {"key": key}},
        )
        return str(answer.get("ts") or "")

    async def remove(self, workspace_id: str, removal: Removal) -> None:
        try:
            await self._api.call_as(
                workspace_id, removal.person_id, "chat.delete", channel=removal.channel_id, ts=removal.message_id
            )
        except PlatformRefused as error:
            if error.code not in GONE:
                raise

    async def find(self, workspace_id: str, place: Place | ApprovedReply, key: str) -> str | None:
        """Being asked to slow down counts as not knowing here: the gateway takes "busy" for "was never sent", and
        would send."""
        try:
            return await self._find(workspace_id, place, key)
        except PlatformBusy as error:
            raise PlatformUncertain(str(error)) from error

    async def _find(self, workspace_id: str, place: Place | ApprovedReply, key: str) -> str | None:
        if isinstance(place, InPlaceOf):
            span = {"oldest": place.message_id, "latest": place.message_id, "inclusive": True}
            return await self._look(workspace_id, "conversations.history", key, channel=place.channel_id, **span)
        if isinstance(place, DirectMessage):
            chat = await self._posting.chat_with(workspace_id, place.person_id)
            return await self._look(workspace_id, "conversations.history", key, channel=chat)
        if isinstance(place, ApprovedReply | InChannel):
            if place.thread_id:
                where = {"channel": place.channel_id, "ts": place.thread_id}
                return await self._look(workspace_id, "conversations.replies", key, **where)
            return await self._look(workspace_id, "conversations.history", key, channel=place.channel_id)
        raise PlatformRefused("cannot_look_up")

    async def _look(self, workspace_id: str, method: str, key: str, **where: Any) -> str | None:
        cursor = None
        for _ in range(MOST_PAGES):
            page = await self._api.read(
                workspace_id, method, include_all_metadata=True, limit=200, cursor=cursor, **where
            )
            for one in page.get("messages") or ():
                if _key_of(one) == key:
                    return str(one.get("ts"))
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return None
        if method == "conversations.replies":
            # Replies come oldest first, so a very long thread has not been read to its end: better no answer than a
            # wrong one.
            raise PlatformRefused("thread_too_long")
        return None

    async def _link(self, workspace_id: str, link_to: tuple[str, str] | None) -> str:
        """A link is a convenience: where Slack gives none, the card goes without."""
        if link_to is None:
            return ""
        try:
            answer = await self._api.read(workspace_id, "chat.getPermalink", channel=link_to[0], message_ts=link_to[1])
        except PlatformRefused:
            return ""
        except PlatformUncertain as error:
            raise PlatformBusy(str(error)) from error
        url = str(answer.get("permalink") or "")
        return url if url.startswith(("https://", "http://")) else ""


def _key_of(one: Json) -> str:
    metadata = one.get("metadata") or {}
    if metadata.get("event_type") != METADATA:
        return ""
    return str((metadata.get("event_payload") or {}).get("key") or "")
