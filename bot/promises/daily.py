"""The daily reminder: decided once on each person's working day, sent when there is something to say."""

from datetime import date

from bot.actions import Outcome, Outcomes, SendDigest
from bot.events import TimePassed
from bot.places import Delivery, DirectMessage
from bot.promises import digest, shown, tracking
from bot.promises.ids import digest_key
from storage import people, promises, threads
from storage.database import Transaction


async def on_digest(event: TimePassed, tx: Transaction) -> Outcomes:
    """Send today's list unless it is empty or too late for today, and plan the next ones while promises are open."""
    person_id, planned = str(event.payload["person_id"]), date.fromisoformat(event.payload["local_date"])
    person = await people.person(tx, event.workspace_id, person_id)
    desk = await shown.desk_of(tx, event.workspace_id, person_id)
    if desk is None or person is None or person.is_deactivated:
        return []
    day = digest.day_of(event.at, desk.rhythm)
    has_open = bool(await promises.open_promises(tx, desk.viewer, person_id))
    waiting = await threads.waiting_threads(tx, event.workspace_id, owner_id=person_id, limit=1)
    outcomes: list[Outcome] = []
    if day is not None and (has_open or waiting):
        key = digest_key(person_id, day)
        outcomes.append(SendDigest(key=key, person_id=person_id, local_date=day.isoformat()))
    if has_open:
        decided = max(planned, day or planned)
        outcomes += tracking.digest_timers(person_id, desk.rhythm, event.at, later_than=decided)
    return outcomes


async def digest_delivery(action: SendDigest, workspace_id: str, tx: Transaction) -> Delivery | None:
    """The list as the rows are now; nothing when everything was settled meanwhile."""
    desk = await shown.desk_of(tx, workspace_id, action.person_id)
    if desk is None or not desk.viewer.is_staff:
        return None
    origin = shown.digest_origin(date.fromisoformat(action.local_date))
    card = await shown.digest_card(tx, desk, origin=origin)
    return Delivery(DirectMessage(action.person_id), card) if card is not None else None
