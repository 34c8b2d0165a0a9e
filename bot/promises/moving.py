"""A promise's date: picked, corrected, or moved with the honest notice to the customer drafted at once."""

from datetime import datetime, timedelta

from bot.actions import OpenForm, Outcome, Outcomes, RefuseForm, ReplacePressed
from bot.calendar.local import local_instant
from bot.events import ButtonPressed, FormSubmitted
from bot.home import refreshed
from bot.promises import cards, life, tracking
from bot.promises.cards import GONE
from bot.promises.honest import offered_notice
from bot.promises.ids import Ref, ref_of
from bot.promises.rhythm import Rhythm
from bot.promises.shown import Desk, after_press, desk_of, reader_of
from bot.promises.tracking import Date
from bot.promises.wording import customer_of
from storage import promises
from storage.database import Transaction
from storage.promises import Promise

MOVED = "promise.moved"
FURTHEST = timedelta(days=730)
IN_FORM = ("new", "edit")
"""Where a date is corrected or first set: the customer was told nothing else, so no notice is due."""


async def on_move(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    """Open the form. It carries the handle of the pressed card, so that the card can show the new date."""
    reader = await reader_of(tx, desk, promise.owner_id)
    form_ref = Ref(ref.promise_id, ref.origin, f"{promise.due_version};{event.reply_to}")
    return [OpenForm(cards.move_form(promise, reader, form_ref, is_correction=ref.origin in IN_FORM))]


async def on_pick(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    """One of the concrete dates on a card. What was offered for an older date no longer counts."""
    version, _, iso = ref.more.partition(";")
    at = instant_of(iso)
    if version != str(promise.due_version) or at is None or at <= tx.now:
        reader = await reader_of(tx, desk, promise.owner_id)
        line = "That choice is no longer open." if at is None or at > tx.now else "That time has passed."
        return await after_press(
            tx, desk, ref, promise, f"{line} {cards.moved_line(promise, reader, has_notice=False)}"
        )
    date = Date(at, promise.due_zone)
    timers = await tracking.set_date(tx, promise, date, event.person_id, event.at, is_known=True)
    reader = await reader_of(tx, desk, promise.owner_id)
    return [*timers, *await after_press(tx, desk, ref, promise, cards.moved_line(promise, reader, has_notice=False))]


async def on_draft_update(
    event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise
) -> list[Outcome]:
    """The notice without moving the date; where there is no date ahead to name, the form asks for one."""
    if promise.due_at is None or promise.due_at <= tx.now:
        return await on_move(event, tx, desk, ref, promise)
    offered = await offered_notice(tx, promise, reason="", by=event.person_id)
    line = (
        f"A note to {customer_of(promise)} is ready in the thread; please read it and send it."
        if offered
        else f"There is no thread to write to {customer_of(promise)} in, so please tell them yourself."
    )
    return [*offered, *await after_press(tx, desk, ref, promise, line)]


async def on_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """The date from the form: checked, set, and told to the customer in a draft unless it was only corrected."""
    ref = ref_of(event.subject)
    version, _, reply_to = ref.more.partition(";")
    desk = await desk_of(tx, event.workspace_id, event.person_id)
    promise = await promises.locked_promise(tx, desk.viewer, ref.promise_id) if desk is not None else None
    if desk is None or promise is None:
        return [RefuseForm({"due": GONE})]
    at = local_input(event.values.get("due"), desk.rhythm)
    problem = _problem(promise, version, at, tx.now)
    if problem or at is None:
        return [RefuseForm({"due": problem or NOT_A_TIME})]
    is_correction = ref.origin in IN_FORM or promise.due_at is None
    reason = str(event.values.get("reason") or "").strip()
    outcomes = await tracking.set_date(
        tx, promise, Date(at, promise.due_zone), event.person_id, event.at, is_known=is_correction, reason=reason
    )
    if not is_correction:
        outcomes += await offered_notice(tx, promise, reason=reason, by=event.person_id)
    return [*outcomes, *_shown(event, promise, reply_to, ref.origin)]


def _shown(event: FormSubmitted, promise: Promise, reply_to: str, origin: str) -> list[Outcome]:
    """A form leaves no handle of its own: the card that opened it is replaced through the handle it carried."""
    homes = [refreshed(person) for person in sorted({promise.owner_id, event.person_id})]
    if not reply_to:
        return list(homes)
    about = {"promise_id": promise.promise_id, "person_id": event.person_id, "origin": origin}
    key = f"moved:{promise.promise_id}:v{promise.due_version}"
    return [ReplacePressed(key=key, reply_to=reply_to, topic=MOVED, about=about), *homes]


NOT_A_TIME = "Please choose a day and a time."


def _problem(promise: Promise, version: str, at: datetime | None, now: datetime) -> str:
    if promise.state not in life.LIVE:
        return life.refusal(promise.state, who="", when="")
    if version != str(promise.due_version):
        return "Somebody changed the date while this form was open. Please close it and look again."
    if at is None:
        return NOT_A_TIME
    if at <= now:
        return "That is in the past. Please choose a time that is still to come."
    if at > now + FURTHEST:
        return "That is more than two years away. Please choose a nearer date."
    return "It is due then already." if at == promise.due_at else ""


def local_input(value: object, rhythm: Rhythm) -> datetime | None:
    """A form's local time in the person's zone as an instant; None for anything that is not one."""
    try:
        local = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return local_instant(local.date(), local.time(), rhythm.zone) if local.tzinfo is None else None


def instant_of(iso: str) -> datetime | None:
    """An aware instant from a button's value; None for anything that is not one."""
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
