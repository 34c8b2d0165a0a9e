"""Writes the cards of promises when they are sent; state, owner and date are read again, so nothing stale arrives."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.actions import RemindAgent, TellPromise
from bot.calendar.words import how_late, in_few_words
from bot.cards import Card
from bot.places import Delivery, DirectMessage, OnlyVisibleTo
from bot.promises import cards, digest, life, lists, shown, tracking
from bot.promises.cards import Reader
from bot.promises.choices import date_choices
from bot.promises.moving import instant_of
from bot.promises.remind import LATE_AFTER, Stage, told_stage
from storage import people, promises, replies
from storage.database import Transaction
from storage.people import Person, machine
from storage.promises import Promise


async def promise_delivery(action: TellPromise, workspace_id: str, tx: Transaction) -> Delivery | None:
    """Which promise was noticed, only visible to its owner, in the thread."""
    promise = await promises.promise(tx, machine(workspace_id), action.promise_id)
    if promise is None or promise.state in life.CLOSED:
        return None
    desk = await shown.desk_of(tx, workspace_id, promise.owner_id)
    if desk is None or not desk.viewer.is_staff:
        return None
    choices = date_choices(promise, desk.rhythm, tx.now)
    card = cards.noticed_card(promise, Reader(desk.rhythm.zone, tx.now), choices)
    return Delivery(OnlyVisibleTo(promise.owner_id, promise.channel_id, promise.thread_id), card)


async def reminder_delivery(action: RemindAgent, workspace_id: str, tx: Transaction) -> Delivery | None:
    """A reminder in private; None when the promise was kept, moved or withdrawn meanwhile."""
    promise = await promises.promise(tx, machine(workspace_id), action.promise_id)
    if promise is None or promise.state not in life.LIVE or promise.due_version != action.due_version:
        return None
    owner = await people.person(tx, workspace_id, promise.owner_id)
    reads = await _who_reads(tx, action.person_id, owner)
    desk = await shown.desk_of(tx, workspace_id, reads) if reads else None
    if desk is None:
        return None
    stage = Stage(action.stage)
    reader = await shown.reader_of(tx, desk, promise.owner_id)
    why = "" if reader.is_owner else await _why_lead(tx, stage, owner)
    late = await _late_line(tx, promise, stage)
    card = cards.reminder_card(promise, stage, reader, late=late, why=why)
    return Delivery(DirectMessage(reads), card, link_to=_link(promise))


async def _who_reads(tx: Transaction, person_id: str, owner: Person | None) -> str:
    """The person it was meant for; a lead when that is an owner who was deactivated or blocked us a moment ago."""
    if owner is None or person_id != owner.person_id or await people.is_reachable(tx, owner):
        return person_id
    leads = await people.leads_or_admins(tx, owner.workspace_id, besides=owner.person_id)
    return leads[0].person_id if leads else ""


async def _why_lead(tx: Transaction, stage: Stage, owner: Person | None) -> str:
    name = owner.name if owner is not None else "The owner"
    if owner is None or owner.is_deactivated:
        return f"{name}'s account is deactivated, so this comes to you."
    if away := await away_line(tx, owner):
        return away
    if stage is Stage.LEAD and await people.is_reachable(tx, owner):
        return f"{name} was reminded, and it is still open."
    return f"I could not reach {name}, so this comes to you."


async def away_line(tx: Transaction, owner: Person) -> str:
    """Until when somebody is away; empty while they are here."""
    rhythm = await tracking.rhythm_for(tx, owner.workspace_id, owner.person_id)
    back_on = rhythm.calendar.closed_before if rhythm is not None else None
    if rhythm is None or back_on is None or not rhythm.is_away(tx.now):
        return ""
    return f"{owner.name} is away and back {in_few_words(rhythm.end_of_day(back_on), rhythm.zone, tx.now)}."


async def _late_line(tx: Transaction, promise: Promise, stage: Stage) -> str:
    rhythm = await tracking.rhythm_for(tx, promise.workspace_id, promise.owner_id)
    planned = tracking.plan_of(promise, rhythm).get(stage) if rhythm is not None else None
    return late_words(planned, tx.now)


def late_words(planned: datetime | None, now: datetime) -> str:
    """Says so when a reminder itself comes late, as after downtime; empty when it is on time."""
    if planned is None or now - planned <= LATE_AFTER:
        return ""
    return f"This reminder is {how_late(planned, now)}: I could not send it earlier."


def _link(promise: Promise) -> tuple[str, str] | None:
    """To the words themselves; to the thread when they are gone; nowhere for a promise noted by hand."""
    place = promise.message_id if promise.quote else promise.thread_id
    return (promise.channel_id, place) if place else None


async def late_list(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """Those of the promises that are still open, in one list."""
    desk = await shown.desk_of(tx, workspace_id, person_id)
    owner = await people.person(tx, workspace_id, about["owner_id"])
    if desk is None:
        return None
    found = [await promises.promise(tx, machine(workspace_id), one) for one in about["promise_ids"].split(",")]
    live = [one for one in found if one is not None and one.state in life.LIVE]
    if not live:
        return None
    reader = await shown.reader_of(tx, desk, about["owner_id"])
    why = await _why_list(tx, live, owner, reader)
    return lists.late_list_card(digest.sections(live, desk.rhythm, tx.now), reader, why=why)


async def _why_list(tx: Transaction, live: list[Promise], owner: Person | None, reader: Reader) -> str:
    if not reader.is_owner:
        why = await _why_lead(tx, Stage.LEAD, owner)
        return why if len(live) == 1 else why.replace("it is still open", "they are still open")
    rhythm = await tracking.rhythm_for(tx, live[0].workspace_id, live[0].owner_id)
    for promise in live:
        stage = told_stage(promise.told, promise.due_version)
        planned = tracking.plan_of(promise, rhythm).get(stage) if rhythm is not None and stage is not None else None
        if late := late_words(planned, tx.now):
            return late if len(live) == 1 else late.replace("This reminder is", "The oldest of these reminders is")
    return "They came due together, so they come in one list." if len(live) > 1 else ""


async def orphans(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """For a lead: everything that somebody who left, or blocked the bot, still owes."""
    desk = await shown.desk_of(tx, workspace_id, person_id)
    owner = await people.person(tx, workspace_id, about["owner_id"])
    if desk is None or owner is None:
        return None
    live = await promises.open_promises(tx, machine(workspace_id), owner.person_id)
    away = await away_line(tx, owner) if await people.is_reachable(tx, owner) else ""
    if away:
        live = await leaving_due(tx, owner, live)
    if not live or (not away and await people.is_reachable(tx, owner)):
        return None
    reader = await shown.reader_of(tx, desk, owner.person_id)
    kept = "this is kept, or that the customer" if len(live) == 1 else "these are kept, or that the customers"
    hear = "hears from you" if len(live) == 1 else "hear from you"
    held = await people.roles_of(tx, workspace_id, owner.person_id)
    roles = ", ".join(role for role in people.ROLES if role in held)
    held_roles = f" ({roles})" if roles else ""
    gone, rest = f"{owner.name}'s account was deactivated{held_roles}.", " Roles are changed with /kindline team."
    if not owner.is_deactivated:
        gone, rest = f"I can't reach {owner.name}{held_roles} any more: they blocked me, or removed me.", ""
    if away:
        gone, rest = away, ""
    why = f"{gone} Please see that {kept} {hear}.{rest}"
    return lists.late_list_card(digest.sections(live, desk.rhythm, tx.now), reader, why=why)


async def leaving_due(tx: Transaction, owner: Person, live: Sequence[Promise]) -> list[Promise]:
    """What somebody who is away owes before they are back, and what is late already."""
    rhythm = await tracking.rhythm_for(tx, owner.workspace_id, owner.person_id)
    back_on = rhythm.calendar.closed_before if rhythm is not None else None
    if rhythm is None or back_on is None:
        return []
    return [one for one in live if one.due_at is not None and one.due_at < rhythm.start_of(back_on)]


async def changed(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """Asks the owner what becomes of a promise whose message was edited or deleted."""
    promise = await promises.promise(tx, machine(workspace_id), about["promise_id"])
    desk = await shown.desk_of(tx, workspace_id, person_id)
    if promise is None or desk is None or promise.state not in life.LIVE:
        return None
    reader = await shown.reader_of(tx, desk, promise.owner_id)
    new_due_at = instant_of(about.get("due", ""))
    return cards.changed_card(promise, reader, how=about["how"], new_due_at=new_due_at)


async def moved(workspace_id: str, _person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """What stands where the card was whose form moved the date."""
    promise = await promises.promise(tx, machine(workspace_id), about["promise_id"])
    desk = await shown.desk_of(tx, workspace_id, about["person_id"])
    if promise is None or desk is None or promise.state not in life.LIVE:
        return None
    drafts = await replies.drafts_of_thread(tx, workspace_id, promise.channel_id, promise.thread_id)
    has_notice = any(d.promise_id == promise.promise_id and d.state in ("offered", "opened") for d in drafts)
    reader = await shown.reader_of(tx, desk, promise.owner_id)
    line = cards.moved_line(promise, reader, has_notice=has_notice)
    return await shown.card_after(tx, desk, about.get("origin", ""), promise, line)
