"""Learns whether customers read along in a channel: from the platform's word with each message and each newcomer, and
from who wrote.

A lead's or an admin's word is not enough: until the platform says that a channel is not shared, it counts as one with
customers, and nothing private is posted there openly.
"""

from bot.events import CrowdChanged, CustomersSeen, Event, MessagePosted
from storage import people, workspaces
from storage.database import Transaction
from storage.workspaces import Channel

Telling = MessagePosted | CrowdChanged


async def learned(tx: Transaction, event: Event) -> list[Event]:
    """Take over what an event tells about its channel; the events that follow when customers were found there."""
    if not isinstance(event, Telling):
        return []
    place = await workspaces.channel(tx, event.workspace_id, event.channel_id)
    if place is None or place.kind == "shared":
        return []
    if event.is_shared or await _is_by_outsider(tx, event):
        return await _found_customers(tx, event)
    if event.is_shared is False and place.has_customers:
        await _found_none(tx, event)
    elif event.is_shared is None and isinstance(event, CrowdChanged):
        await _close_in_doubt(tx, event)
    return []


async def _is_by_outsider(tx: Transaction, event: Telling) -> bool:
    return isinstance(event, MessagePosted) and await people.is_outsider(tx, event.workspace_id, event.author_id)


async def _held(tx: Transaction, event: Telling) -> Channel | None:
    """The channel, held until the transaction ends, so two messages at once cannot undo what the other learned."""
    place = await workspaces.locked_channel(tx, event.workspace_id, event.channel_id)
    return None if place is None or place.kind == "shared" else place


async def _found_customers(tx: Transaction, event: Telling) -> list[Event]:
    place = await _held(tx, event)
    if place is None:
        return []
    place.has_customers = True
    if not place.is_enrolled:
        # Nobody's choice of how to listen there is lost, and a route to it is refused from now on.
        place.kind = "shared"
    return [CustomersSeen(workspace_id=event.workspace_id, at=event.at, channel_id=event.channel_id)]


async def _found_none(tx: Transaction, event: Telling) -> None:
    """An organisation's own channel may still have customers as guests: whoever wrote there before counts."""
    place = await _held(tx, event)
    if place is not None and not await people.outsider_wrote_in(tx, event.workspace_id, event.channel_id):
        place.has_customers = False


async def _close_in_doubt(tx: Transaction, event: CrowdChanged) -> None:
    """Somebody came whom nobody knows. No lead is told: the next message may say that it was a colleague."""
    place = await _held(tx, event)
    if place is not None:
        place.has_customers = True
