"""The calls with which something appears in Teams: in a channel, in a private chat, for one pair of eyes, or in place
of a card."""

from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

import structlog

from bot.cards import Card, Small
from bot.errors import UNREACHABLE, PlatformBusy, PlatformError, PlatformRefused
from bot.places import NOT_SHOWN, OnlyVisibleTo, PrivateCard
from handlers.teams.activity import THREAD
from handlers.teams.api import Api
from handlers.teams.cards import home, message
from handlers.teams.errors import CHAT_GONE, MESSAGE_GONE
from handlers.teams.handles import NO_SECRET, Handles
from handlers.teams.wire import Json
from storage import addresses, threads, workspaces
from storage.addresses import Address
from storage.database import Database

log = structlog.get_logger()

_GROUP_CHATS = ("@thread.v2", "@unq.gbl.spaces")
"""How the ids of chats end, which have no threads."""


@dataclass(frozen=True, slots=True)
class Posting:
    """`targeted` shows private cards in the channel itself, where the tenant can do that."""

    api: Api
    database: Database
    link_url: str = "https://teams.microsoft.com/"
    targeted: bool = False
    handles: Handles = NO_SECRET

    async def post(self, workspace_id: str, channel_id: str, shown: Json, *, thread_id: str = "") -> str:
        return await self.api.send(workspace_id, conversation(channel_id, thread_id), shown)

    async def post_privately(self, workspace_id: str, person_id: str, shown: Json) -> str:
        """In their private chat, opened when we know none; opened once more when the one we knew is gone."""
        known = await self._address(workspace_id, person_id)
        if known is not None and not known.is_reachable:
            # Teams wants a bot that was blocked to stop asking. The next word of theirs makes them reachable again.
            raise PlatformRefused(UNREACHABLE)
        if known is not None and known.chat_id:
            try:
                return await self.api.send(workspace_id, known.chat_id, shown)
            except PlatformRefused as error:
                if error.code != CHAT_GONE:
                    raise
        return await self.api.send(workspace_id, await self._opened(workspace_id, person_id, known), shown)

    async def show_only_to(self, workspace_id: str, place: OnlyVisibleTo, card: Card, link_url: str = "") -> str:
        """In the channel for their eyes alone, where that is possible; otherwise in their private chat with a link to
        the thread, or nowhere when the place says so and they do not belong to the channel."""
        if not place.channel_id or await self._is_chat_with(workspace_id, place.person_id, place.channel_id):
            return await self.post_privately(workspace_id, place.person_id, message(card, link_url))
        if self.targeted and await self._is_targeted(workspace_id, place, card):
            return ""
        if not place.elsewhere and not await self.is_member(workspace_id, place.channel_id, place.person_id):
            return NOT_SHOWN
        if not link_url and place.thread_id:
            link_url = self._link(workspace_id, place.channel_id, place.thread_id)
        shown = message(await self._with_place(workspace_id, place, card), link_url)
        return await self.post_privately(workspace_id, place.person_id, shown)

    async def is_member(self, workspace_id: str, channel_id: str, person_id: str) -> bool:
        """Asked every time, since whoever left must see nothing more."""
        known = await self._address(workspace_id, person_id)
        try:
            await self.api.member(workspace_id, channel_id, (known.user_id if known else "") or person_id)
        except PlatformRefused:
            return False
        return True

    async def update(self, workspace_id: str, conversation_id: str, message_id: str, shown: Json) -> str:
        await self.api.update(workspace_id, conversation_id, message_id, shown)
        return message_id

    async def update_privately(self, workspace_id: str, place: PrivateCard, shown: Json) -> str:
        """In their private chat; a message that is gone from there says nothing untrue any more."""
        known = await self._address(workspace_id, place.person_id)
        if known is None or not known.chat_id:
            return NOT_SHOWN
        try:
            await self.api.update(workspace_id, known.chat_id, place.message_id, shown)
        except PlatformRefused as error:
            if error.code not in (MESSAGE_GONE, CHAT_GONE):
                raise
            return NOT_SHOWN
        return place.message_id

    async def replace(self, workspace_id: str, reply_to: str, card: Card, link_url: str = "") -> None:
        """Put a card in place of the pressed one, for everybody who sees it and for good. Where that may be a single
        member, it is first looked for among such cards: nobody says what becomes of one that is changed like any
        other, and customers may read that thread."""
        handle = self.handles.unpacked(workspace_id, reply_to)
        if not handle.message_id:
            raise PlatformRefused("nothing_to_replace")
        where, shown = (workspace_id, handle.conversation_id, handle.message_id), message(card, link_url)
        if self.targeted and not handle.is_chat:
            try:
                return await self.api.update(*where, shown, is_targeted=True)
            except PlatformRefused as error:
                log.info("teams.card_not_targeted", workspace=workspace_id, reason=error.code)
        await self.api.update(*where, shown)

    async def show_home(self, workspace_id: str, person_id: str, card: Card) -> str:
        """The home card is changed where it stands. A new one comes only when the person asked for it, and then the
        old one goes."""
        known = await self._address(workspace_id, person_id)
        if known is None or not known.is_reachable:
            return NOT_SHOWN
        chat_id, old = known.chat_id, known.home_message_id
        if known.wants_home and await self.database.write(lambda tx: addresses.take_wish(tx, workspace_id, person_id)):
            return await self._new_home(workspace_id, person_id, card, (chat_id, old))
        if not old or not chat_id:
            return NOT_SHOWN
        try:
            await self.api.update(workspace_id, chat_id, old, home(card))
        except PlatformRefused as error:
            if error.code != MESSAGE_GONE:
                raise
            await self._note_home(workspace_id, person_id, message_id="")
            return NOT_SHOWN
        return old

    async def _new_home(self, workspace_id: str, person_id: str, card: Card, before: tuple[str, str]) -> str:
        """When nobody knows whether it came, it is not posted again: whoever misses it asks once more."""
        try:
            message_id = await self.post_privately(workspace_id, person_id, home(card))
        except (PlatformBusy, PlatformRefused):
            await self._note_home(workspace_id, person_id, is_wanted=True)
            raise
        await self._note_home(workspace_id, person_id, message_id=message_id)
        if all(before):
            await self._forget(workspace_id, *before)
        return message_id

    async def link(self, workspace_id: str, channel_id: str, message_id: str) -> str:
        """Where a message stands in Teams; a reply needs to name its thread."""
        async with self.database.reading() as tx:
            found = await threads.message(tx, workspace_id, channel_id, message_id)
        return self._link(workspace_id, channel_id, message_id, found.thread_id if found is not None else "")

    def is_link(self, url: str) -> bool:
        """True for links that we may have made."""
        return url.startswith(f"{self.link_url.rstrip('/')}/l/message/") and len(url) < 2_000

    def _link(self, workspace_id: str, channel_id: str, message_id: str, thread_id: str = "") -> str:
        where = f"{quote(channel_id, safe='')}/{quote(message_id, safe='')}"
        more = urlencode({"tenantId": workspace_id, "parentMessageId": thread_id or message_id})
        return f"{self.link_url.rstrip('/')}/l/message/{where}?{more}"

    async def _with_place(self, workspace_id: str, place: OnlyVisibleTo, card: Card) -> Card:
        """Away from the thread, the card says where it belongs."""
        async with self.database.reading() as tx:
            channel = await workspaces.channel(tx, workspace_id, place.channel_id)
            thread = await threads.thread(tx, workspace_id, place.channel_id, place.thread_id)
        who, where = thread.customer_name if thread else "", channel.name if channel else ""
        said = " · ".join(one for one in (f"For {who}" if who else "", f"In {where}" if where else "") if one)
        return replace(card, parts=[Small(said), *card.parts]) if said else card

    async def _is_targeted(self, workspace_id: str, place: OnlyVisibleTo, card: Card) -> bool:
        known = await self._address(workspace_id, place.person_id)
        user_id = (known.user_id if known else "") or place.person_id
        where = conversation(place.channel_id, place.thread_id)
        try:
            await self.api.send_targeted(workspace_id, where, user_id, message(card))
        except PlatformRefused:
            return False  # Not a member, or a tenant that cannot do it: the private chat is the way.
        return True

    async def _opened(self, workspace_id: str, person_id: str, known: Address | None) -> str:
        chat_id = await self.api.open_chat(workspace_id, (known.user_id if known else "") or person_id)
        await self.database.write(lambda tx: addresses.note_address(tx, workspace_id, person_id, chat_id=chat_id))
        return chat_id

    async def _note_home(
        self, workspace_id: str, person_id: str, *, message_id: str | None = None, is_wanted: bool | None = None
    ) -> None:
        await self.database.write(
            lambda tx: addresses.set_home(tx, workspace_id, person_id, message_id=message_id, is_wanted=is_wanted)
        )

    async def _forget(self, workspace_id: str, chat_id: str, message_id: str) -> None:
        """The new one stands already, so an old one that stays is a blemish and no failure."""
        try:
            await self.api.delete(workspace_id, chat_id, message_id)
        except PlatformError as error:
            log.warning("teams.old_home_stays", workspace=workspace_id, reason=str(error))

    async def _is_chat_with(self, workspace_id: str, person_id: str, conversation_id: str) -> bool:
        known = await self._address(workspace_id, person_id)
        return known is not None and known.chat_id == conversation_id

    async def _address(self, workspace_id: str, person_id: str) -> Address | None:
        async with self.database.reading() as tx:
            return await addresses.address(tx, workspace_id, person_id)


def conversation(channel_id: str, thread_id: str = "") -> str:
    """A thread of a channel, or the channel or chat itself."""
    is_chat = channel_id.endswith(_GROUP_CHATS)
    return f"{channel_id}{THREAD}{thread_id}" if thread_id and not is_chat else channel_id
