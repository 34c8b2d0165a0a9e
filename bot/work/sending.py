"""The outbox and its one gateway: the only code that calls a platform's posting methods.

Before a call the row is marked and committed; a mark found on a claimed row means that nobody knows how that call
ended. What happens then depends on the class: customer-visible posts are never repeated by the machine, private ones
that must arrive are looked up and repeated at most once, and those that may vanish are left to their durable copy in
App Home.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.actions import Action, SendClass, SendReply, action_from
from bot.cards import Card, Small
from bot.desk import Desk
from bot.errors import PlatformBusy, PlatformRefused, PlatformUncertain
from bot.events import PostFailed
from bot.feature import RouteTable
from bot.places import Delivery, InChannel, Place, Removal, ReplyDelivery
from bot.work.approval import ApprovedReply, NotApproved, checked
from bot.work.backoff import MOST_ATTEMPTS, backoff
from bot.work.platform import Platform
from storage import work, workspaces
from storage.database import Database, Transaction
from storage.work import Work

CALL_DEADLINE_S = 10.0
MAY_REPEAT = "You may have had this already: the connection broke while it was being sent."

Prepared = Delivery | ApprovedReply | Removal


@dataclass(frozen=True, slots=True)
class Gateway:
    """`platforms` by name ("slack"); the workspace row says which one serves it."""

    database: Database
    desk: Desk
    table: RouteTable
    platforms: Mapping[str, Platform]

    async def send(self, row: Work) -> None:
        """Carry one claimed outbound row to its end, or give it back for later."""
        action = action_from(row.kind, row.payload)
        platform = await self._platform(row)
        if platform is None:
            return await self._end(row, work.CANCELLED, "the workspace is no longer connected")
        prepared = await self._prepare(row, action)
        if prepared is None:
            return
        if row.sending_since is not None and not await self._may_send(row, action, platform, prepared):
            return
        await self._mark(row)
        try:
            async with asyncio.timeout(CALL_DEADLINE_S):
                message_id = await self._call(platform, row, self._final(row, prepared))
        except PlatformBusy as error:
            await self._later(row, error)
        except PlatformRefused as error:
            await self._failed(row, work.DEAD, error.code)
        except (PlatformUncertain, TimeoutError) as error:
            await self._unknown(row, str(error) or "the call took too long")
        else:
            await self._sent(row, action, message_id)

    async def _platform(self, row: Work) -> Platform | None:
        async with self.database.reading() as tx:
            found = await workspaces.workspace(tx, row.workspace_id)
        return self.platforms.get(found.platform) if found is not None and found.is_active else None

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
        if isinstance(wanted, Delivery) and isinstance(wanted.place, InChannel):
            # A card openly in a channel is for colleagues only; an unknown channel counts as one with customers.
            channel = await workspaces.channel(tx, row.workspace_id, wanted.place.channel_id)
            if channel is None or channel.has_customers:
                raise NotApproved("customers may be in that channel")
        return wanted

    async def _may_send(self, row: Work, action: Action, platform: Platform, prepared: Prepared) -> bool:
        """An earlier call may have been accepted. True when the class allows another one."""
        if isinstance(prepared, Removal):
            return True
        if action.send_class is SendClass.MAY_VANISH:
            await self._end(row, work.DONE, "nobody knows whether it arrived; App Home has it")
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

    async def _mark(self, row: Work) -> None:
        async with self.database.transaction() as tx:
            await work.mark_sending(tx, row)

    async def _sent(self, row: Work, action: Action, message_id: str) -> None:
        async with self.database.transaction() as tx:
            await work.finish(tx, row, work.DONE, result=message_id)
            if isinstance(action, SendReply):
                workspaces.audit(tx, row.workspace_id, "", "reply sent", draft=action.draft_id, message=message_id)
            follow = self.table.delivered.get(type(action))
            if follow is not None:
                outcomes = await follow(action, row.workspace_id, message_id, tx)
                await self.desk.carry_out(tx, row.workspace_id, outcomes)

    async def _later(self, row: Work, error: PlatformBusy) -> None:
        async with self.database.transaction() as tx:
            delay = backoff(row.attempts)
            if error.retry_after_s is not None:
                delay = timedelta(seconds=error.retry_after_s)
                pace = "*" if error.scope == "workspace" else row.pace
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
