"""Learns whether customers read along in a channel: from the platform's word with each message, and from who wrote it.

A lead's or an admin's word is not enough: until the platform says that a channel is not shared, it counts as one with
customers, and nothing private is posted there openly.
"""

from bot.events import CustomersSeen, Event, MessagePosted
from storage import people, workspaces
from storage.database import Transaction
from storage.workspaces import Channel


async def learned(tx: Transaction, event: Event) -> list[Event]:
    """Take over what a message tells about its channel; the events that follow when customers were found there."""
    if not isinstance(event, MessagePosted):
        return []
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if place is None or place.kind == "shared":
        return []
    if event.is_shared or await people.is_outsider(tx, event.workspace_id, event.author_id):
        return await _found_customers(tx, event)
    if event.is_shared is False and place.has_customers:
        await _found_none(tx, event)
    return []


async def _held(tx: Transaction, event: MessagePosted) -> Channel | None:
    """The channel, held until the transaction ends, so two messages at once cannot undo what the other learned."""
    place = await workspaces.locked_channel(tx, event.workspace_id, event.channel_id)
    return None if place is None or place.kind == "shared" else place


async def _found_customers(tx: Transaction, event: MessagePosted) -> list[Event]:
    place = await _held(tx, event)
    if place is None:
        return []
    place.has_customers = True
    if not place.is_enrolled:
        # Nobody's choice of how to listen there is lost, and a route to it is refused from now on.
        place.kind = "shared"
    return [CustomersSeen(workspace_id=event.workspace_id, at=event.at, channel_id=event.channel_id)]


async def _found_none(tx: Transaction, event: MessagePosted) -> None:
    """An organisation's own channel may still have customers as guests: whoever wrote there before counts."""
    place = await _held(tx, event)
    if place is not None and not await people.outsider_wrote_in(tx, event.workspace_id, event.channel_id):
        place.has_customers = False
