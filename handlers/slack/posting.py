"""The calls with which something appears in Slack: in a channel, in a private chat, for one pair of eyes, or in place
of a card."""

from collections import OrderedDict

from bot.cards import Card
from bot.errors import PlatformRefused
from bot.places import NOT_SHOWN, OnlyVisibleTo, PrivateCard
from handlers.slack.api import Api, Json
from handlers.slack.blocks import message
from handlers.slack.handles import Handle

MOST_CHATS = 5_000
GONE = ("message_not_found", "thread_not_found")
_NOT_A_MEMBER = "user_not_in_channel"
_CANNOT_SHOW_THERE = frozenset(
    {
        _NOT_A_MEMBER,
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "restricted_action",
        "restricted_action_thread_only_channel",
        "restricted_action_read_only_channel",
        "no_permission",
        "access_denied",
        "thread_not_found",
        "cannot_reply_to_message",
        "messages_tab_disabled",
        "user_not_found",
    }
)
"""Refusals that concern the place; the person's private chat is the way out, never the open thread."""


class Posting:
    def __init__(self, api: Api) -> None:
        self._api = api
        self._chats: OrderedDict[tuple[str, str], str] = OrderedDict()

    async def chat_with(self, workspace_id: str, person_id: str) -> str:
        """The private chat's channel id; opening it twice gives the same one, so it is kept."""
        key = (workspace_id, person_id)
        if key not in self._chats:
            opened = await self._api.call(workspace_id, "conversations.open", users=person_id)
            channel = opened.get("channel")
            channel_id = channel.get("id") if isinstance(channel, dict) else None
            if not channel_id:
                raise PlatformRefused("no_private_chat")
            self._chats[key] = str(channel_id)
            if len(self._chats) > MOST_CHATS:
                self._chats.popitem(last=False)
        return self._chats[key]

    async def post(self, workspace_id: str, channel_id: str, shown: Json, *, thread_id: str = "", key: str = "") -> str:
        answer = await self._api.call(
            workspace_id,
            "chat.postMessage",
            channel=channel_id,
            thread_ts=thread_id or None,
            metadata=_metadata(key),
            **_calm(shown),
        )
        return str(answer.get("ts") or "")

    async def post_privately(self, workspace_id: str, person_id: str, shown: Json, key: str = "") -> str:
        is_remembered = (workspace_id, person_id) in self._chats
        channel_id = await self.chat_with(workspace_id, person_id)
        try:
            return await self.post(workspace_id, channel_id, shown, key=key)
        except PlatformRefused as error:
            if error.code != "channel_not_found" or not is_remembered:
                raise
        # The chat we remembered is gone, for instance since the app was installed anew: it is opened once more.
        del self._chats[workspace_id, person_id]
        return await self.post(workspace_id, await self.chat_with(workspace_id, person_id), shown, key=key)

    async def show_only_to(self, workspace_id: str, place: OnlyVisibleTo, shown: Json, key: str = "") -> str:
        """Where Slack will not show it to them there, it goes to their private chat, or nowhere when the place says so.
        "" for what has no lasting id."""
        if place.channel_id:
            try:
                await self._api.call(
                    workspace_id,
                    "chat.postEphemeral",
                    channel=place.channel_id,
                    user=place.person_id,
                    thread_ts=place.thread_id or None,
                    **_calm(shown),
                )
            except PlatformRefused as error:
                if error.code not in _CANNOT_SHOW_THERE:
                    raise
                if error.code == _NOT_A_MEMBER and not place.elsewhere:
                    return NOT_SHOWN
            else:
                return ""
        return await self.post_privately(workspace_id, place.person_id, shown, key)

    async def update(self, workspace_id: str, channel_id: str, message_id: str, shown: Json, key: str = "") -> str:
        await self._api.call(
            workspace_id,
            "chat.update",
            channel=channel_id,
            ts=message_id,
            metadata=_metadata(key),
            link_names=False,
            **shown,
        )
        return message_id

    async def update_privately(self, workspace_id: str, place: PrivateCard, shown: Json, key: str = "") -> str:
        """In their private chat; a message that is gone from there says nothing untrue any more."""
        chat_id = await self.chat_with(workspace_id, place.person_id)
        try:
            return await self.update(workspace_id, chat_id, place.message_id, shown, key)
        except PlatformRefused as error:
            if error.code not in (*GONE, "channel_not_found"):
                raise
        return NOT_SHOWN

    async def replace(self, workspace_id: str, handle: Handle, card: Card) -> None:
        """Put a card in place of the pressed one: by its id where everybody sees it, else through its response
        address."""
        shown = message(card)
        if handle.message_id:
            await self.update(workspace_id, handle.channel_id, handle.message_id, shown)
        elif handle.url:
            await self._api.respond(handle.url, {"replace_original": True, "response_type": "ephemeral", **shown})
        else:
            raise PlatformRefused("nothing_to_replace")


def _calm(shown: Json) -> Json:
    """No previews, which fetch what a customer's link says, and no names that turn into mentions."""
    return {**shown, "unfurl_links": False, "unfurl_media": False, "link_names": False}


def _metadata(key: str) -> Json | None:
    return {"event_type": METADATA, "event_payload": {"key": key}} if key else None


METADATA = "kindline_post"
"""Our delivery key travels with each message, so that a post of uncertain fate can be looked up."""
