"""The outbox and its one gateway: the only code that calls a platform's posting methods.

Before a call the row is marked and committed; a mark found on a claimed row means that nobody knows how that call
ended. What happens then depends on the class: customer-visible posts are never repeated by the machine, private ones
that must arrive are looked up and repeated at most once, and those that may vanish are left to their durable copy in
Home, where the platform has such a page; where it has none, they must arrive too.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.actions import Action, SendClass, SendReply, action_from
from bot.capabilities import capabilities_of
from bot.cards import Card, Small
from bot.desk import Desk
from bot.errors import UNREACHABLE, PlatformBusy, PlatformRefused, PlatformUncertain
from bot.events import PersonUnreachable, PostFailed
from bot.feature import RouteTable
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
    ReplyDelivery,
)
from bot.work.approval import ApprovedReply, NotApproved, checked
from bot.work.backoff import MOST_ATTEMPTS, backoff
from bot.work.paces import pace_of_place
from bot.work.platform import Platform
from storage import addresses, people, work, workspaces
from storage.database import Database, Transaction
from storage.work import Work

CALL_DEADLINE_S = 10.0
PACE_GAP = timedelta(seconds=1)
WAITS_FOR_WORKSPACE = timedelta(days=1)
NOT_CONNECTED_REST = timedelta(minutes=10)
NO_LONGER_STAFF = "the person has no right to it any more"
MAY_REPEAT = "You may have had this already: the connection broke while it was being sent."

Prepared = Delivery | ApprovedReply | Removal


@dataclass(frozen=True, slots=True)
class Gateway:
    """`platforms` by name ("slack"); the workspace row says which one serves it."""

    database: Database
    desk: Desk
    table: RouteTable
    platforms: Mapping[str, Platform]
    pace_gap: timedelta = PACE_GAP

    async def send(self, row: Work) -> None:
        """Carry one claimed outbound row to its end, or give it back for later."""
        action = action_from(row.kind, row.payload)
        platform = await self._platform(row)
        if platform is None:
            return await self._not_connected(row, action)
        prepared = await self._prepare(row, action)
        if prepared is None:
            return None
        if row.sending_since is not None and not await self._may_send(row, action, platform, prepared):
            return None
        if await self._mark(row, pace_of_place(prepared)):
            await self._carry_out(row, action, platform, prepared)
        return None

    async def _carry_out(self, row: Work, action: Action, platform: Platform, prepared: Prepared) -> None:
        try:
            async with asyncio.timeout(CALL_DEADLINE_S):
                message_id = await self._call(platform, row, self._final(row, prepared))
        except PlatformBusy as error:
            await self._later(row, error, pace_of_place(prepared))
        except PlatformRefused as error:
            await self._refused(row, prepared, error.code)
        except (PlatformUncertain, TimeoutError) as error:
            await self._unknown(row, str(error) or "the call took too long")
        else:
            await self._sent(row, action, message_id)

    async def _platform(self, row: Work) -> Platform | None:
        async with self.database.reading() as tx:
            found = await workspaces.workspace(tx, row.workspace_id)
        return self.platforms.get(found.platform) if found is not None and found.is_active else None

    async def _not_connected(self, row: Work, action: Action) -> None:
        """The app was removed. A reply goes back to its agent; what must arrive waits a day for it to come back."""
        if isinstance(action, SendReply):
            return await self._failed(row, work.CANCELLED, "the workspace is no longer connected")
        async with self.database.transaction() as tx:
            if action.send_class is SendClass.MUST_ARRIVE and tx.raw_now - row.created_at < WAITS_FOR_WORKSPACE:
                return await work.retry(tx, row, NOT_CONNECTED_REST, "the workspace is not connected")
            await work.finish(tx, row, work.CANCELLED, reason="the workspace is no longer connected")

    async def _prepare(self, row: Work, action: Action) -> Prepared | None:
        """Read the state again and write the card. None when the row ended here: no longer wanted, or not allowed."""
        async with self.database.transaction() as tx:
            wanted = await self.table.writers[type(action)](action, row.workspace_id, tx)
            reason = "no longer needed"
            if wanted is not None:
                try:
                    return await self._allowed(tx, row, wanted)
                except NotApproved as error:
                    reason = str(error)
            await work.finish(tx, row, work.CANCELLED, reason=reason)
            if reason != "no longer needed":
                await self._tell(tx, row, reason)
        return None

    @staticmethod
    async def _allowed(tx: Transaction, row: Work, wanted: Delivery | ReplyDelivery | Removal) -> Prepared:
        if isinstance(wanted, ReplyDelivery):
            return await checked(tx, row.workspace_id, wanted)
        if isinstance(wanted, Delivery) and isinstance(wanted.place, DirectMessage | OnlyVisibleTo | PrivateCard):
            # Whoever lost the right since the row was stored gets nothing private any more.
            viewer = await people.viewer(tx, row.workspace_id, wanted.place.person_id)
            if not viewer.is_staff:
                raise NotApproved(NO_LONGER_STAFF)
        if (reader_id := _reader_id(wanted)) and not await addresses.is_reachable(tx, row.workspace_id, reader_id):
            # Until they write again it would be refused again; what must be said goes to somebody else instead.
            raise NotApproved(UNREACHABLE)
        if isinstance(wanted, Delivery) and isinstance(wanted.place, InChannel):
            # A card openly in a channel is for colleagues only; an unknown channel counts as one with customers.
            channel = await workspaces.channel(tx, row.workspace_id, wanted.place.channel_id)
            if channel is None or channel.has_customers:
                raise NotApproved("customers may be in that channel")
        return wanted

    async def _may_send(self, row: Work, action: Action, platform: Platform, prepared: Prepared) -> bool:
        """An earlier call may have been accepted. True when the class allows another one."""
        if isinstance(prepared, Removal) or _is_drawn_over(prepared):
            return True  # Doing it twice changes nothing.
        if action.send_class is SendClass.MAY_VANISH and await self._is_kept_at_home(row):
            await self._end(row, work.DONE, "nobody knows whether it arrived; Home has it")
            return False
        try:
            async with asyncio.timeout(CALL_DEADLINE_S):
                found = await self._look_up(row, platform, prepared)
        except (PlatformBusy, PlatformUncertain, TimeoutError) as error:
            # Until it was looked up, nobody may send; the mark stays, and so does the question.
            await self._unknown(row, str(error) or "the look-up took too long")
            return False
        if found:
            await self._sent(row, action, found)
            return False
        if action.send_class is SendClass.CUSTOMER_VISIBLE:
            await self._failed(row, work.UNCERTAIN, "nobody can tell whether it arrived")
            return False
        if row.repeats >= 1:
            await self._failed(row, work.DEAD, "sent twice without an answer")
            return False
        row.repeats += 1
        return True

    async def _is_kept_at_home(self, row: Work) -> bool:
        """False where Home is a card that people ask for: of a card that was lost there, nobody would ever know."""
        async with self.database.reading() as tx:
            return capabilities_of(await workspaces.workspace(tx, row.workspace_id)).has_home_page

    async def _look_up(self, row: Work, platform: Platform, prepared: Delivery | ApprovedReply) -> str | None:
        place: Place | ApprovedReply = prepared.place if isinstance(prepared, Delivery) else prepared
        try:
            return await platform.find(row.workspace_id, place, row.key)
        except PlatformRefused:
            return None  # It cannot be looked up there, which is the same as not found: the class decides.
        except (PlatformBusy, PlatformUncertain):
            if row.attempts < MOST_ATTEMPTS:
                raise
            return None  # Asked often enough.

    @staticmethod
    def _final(row: Work, prepared: Prepared) -> Prepared:
        if row.repeats and isinstance(prepared, Delivery):
            card = Card(prepared.card.summary, [*prepared.card.parts, Small(MAY_REPEAT)])
            return replace(prepared, card=card)
        return prepared

    @staticmethod
    async def _call(platform: Platform, row: Work, prepared: Prepared) -> str:
        if isinstance(prepared, ApprovedReply):
            return await platform.post_reply(prepared, row.key)
        if isinstance(prepared, Removal):
            await platform.remove(row.workspace_id, prepared)
            return ""
        return await platform.post(row.workspace_id, prepared, row.key)

    async def _mark(self, row: Work, pace: str) -> bool:
        """Note that the call is about to happen. False when its channel must wait its turn first."""
        async with self.database.transaction() as tx:
            if pace and pace != row.pace and not await work.take_pace(tx, row.workspace_id, pace, self.pace_gap):
                await work.retry(tx, row, self.pace_gap, "waits its turn in the channel", is_sent_maybe=True)
                return False
            await work.mark_sending(tx, row)
        return True

    async def _sent(self, row: Work, action: Action, message_id: str) -> None:
        async with self.database.transaction() as tx:
            await work.finish(tx, row, work.DONE, result=message_id)
            if isinstance(action, SendReply):
                workspaces.audit(tx, row.workspace_id, "", "reply sent", draft=action.draft_id, message=message_id)
            follow = self.table.delivered.get(type(action))
            if follow is not None:
                outcomes = await follow(action, row.workspace_id, message_id, tx)
                await self.desk.carry_out(tx, row.workspace_id, outcomes)

    async def _refused(self, row: Work, prepared: Prepared, code: str) -> None:
        """It ends here. When the reader blocked the bot, that is remembered, and the features hear of it first."""
        reader_id = _reader_id(prepared) if code == UNREACHABLE else ""
        async with self.database.transaction() as tx:
            await work.finish(tx, row, work.DEAD, reason=code)
            if reader_id and await addresses.unreachable(tx, row.workspace_id, reader_id):
                blocked = PersonUnreachable(workspace_id=row.workspace_id, at=tx.now, person_id=reader_id)
                await self.desk.hear(tx, blocked)
            await self._tell(tx, row, code)

    async def _later(self, row: Work, error: PlatformBusy, place: str) -> None:
        async with self.database.transaction() as tx:
            delay = backoff(row.attempts)
            if error.retry_after_s is not None:
                delay = timedelta(seconds=error.retry_after_s)
                pace = "*" if error.scope == "workspace" else place or row.pace
                if pace:
                    await work.block(tx, row.workspace_id, pace, error.retry_after_s)
            await work.retry(tx, row, delay, str(error))

    async def _unknown(self, row: Work, reason: str) -> None:
        async with self.database.transaction() as tx:
            await work.retry(tx, row, backoff(row.attempts), reason, is_sent_maybe=True)

    async def _end(self, row: Work, state: str, reason: str) -> None:
        async with self.database.transaction() as tx:
            await work.finish(tx, row, state, reason=reason)

    async def _failed(self, row: Work, state: str, reason: str) -> None:
        async with self.database.transaction() as tx:
            await work.finish(tx, row, state, reason=reason)
            await self._tell(tx, row, reason, is_uncertain=state == work.UNCERTAIN)

    async def _tell(self, tx: Transaction, row: Work, reason: str, *, is_uncertain: bool = False) -> None:
        event = PostFailed(
            workspace_id=row.workspace_id,
            at=tx.now,
            action=row.kind,
            key=row.key,
            payload=row.payload,
            reason=reason,
            is_uncertain=is_uncertain,
        )
        await self.desk.hear(tx, event)


def _reader_id(what: Delivery | ReplyDelivery | Prepared) -> str:
    """For whose eyes alone it is; empty for what stands in a channel."""
    place = what.place if isinstance(what, Delivery) else None
    return place.person_id if isinstance(place, DirectMessage | OnlyVisibleTo | PrivateCard | HomePage) else ""


def _is_drawn_over(prepared: Delivery | ApprovedReply) -> bool:
    """A home page and a replaced card look the same after a second time."""
    place = prepared.place if isinstance(prepared, Delivery) else None
    return isinstance(place, HomePage | InPlaceOf | PrivateCard | PressedCard)
