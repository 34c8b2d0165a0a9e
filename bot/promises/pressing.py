"""What promises does when somebody presses a button of a promise; the row is read again and held each time."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.actions import Outcome, Outcomes, Replace
from bot.buttons import Buttons
from bot.calendar.words import how_late, in_few_words
from bot.cards import sentence
from bot.events import ButtonPressed
from bot.feature import Handler
from bot.home import refreshed
from bot.promises import cards, evidence, handing, life, tracking
from bot.promises.cards import GONE
from bot.promises.choices import date_choices
from bot.promises.ids import Ref, ref_of
from bot.promises.life import Step
from bot.promises.moving import on_draft_update, on_move, on_pick
from bot.promises.rhythm import Rhythm
from bot.promises.shown import Desk, after_press, desk_of, reader_of, refused
from bot.promises.wording import customer_of, deed
from storage import promises
from storage.database import Transaction
from storage.promises import Promise, note_change

_Press = Callable[[ButtonPressed, Transaction, Desk, Ref, Promise], Awaitable[list[Outcome]]]


def _button(press: _Press, step: Step | None = None) -> Handler:
    """Reads the row for who pressed, and refuses kindly when `step` can't be taken any more."""

    async def handler(event: ButtonPressed, tx: Transaction) -> Outcomes:
        ref = ref_of(event.subject)
        desk = await desk_of(tx, event.workspace_id, event.person_id)
        promise = await promises.locked_promise(tx, desk.viewer, ref.promise_id) if desk is not None else None
        if desk is None or promise is None:
            return [Replace(sentence(GONE))]
        if step is not None and life.after(promise.state, step) is None:
            return await refused(tx, desk, ref, promise)
        return await press(event, tx, desk, ref, promise)

    return handler


async def _done(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    said = await evidence.delivered_in(tx, ref, promise)
    done_at = said.sent_at if said is not None else event.at
    late = tracking.lateness(promise, done_at)
    expected = promise.known_due_at or promise.due_at
    about = {"message": said.message_id} if said is not None else {}
    minutes = int(late.total_seconds() // 60)
    ended = tracking.close(tx, promise, Step.KEEP, event.person_id, done_at, late_minutes=minutes, **about)
    when = f", {how_late(expected, done_at)}" if late >= timedelta(minutes=1) and expected is not None else ""
    line = f"Kept{when}: your promise to {customer_of(promise)}, {deed(promise)}. Thank you."
    return [*ended, *await after_press(tx, desk, ref, promise, line)]


async def _snooze(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    until = snoozed_until(ref.more, event.at, desk.rhythm)
    timers = await tracking.snooze(tx, promise, until, event.person_id)
    line = f"I will remind you again {in_few_words(until, desk.rhythm.zone, event.at)}."
    if promise.due_at is not None and event.at < promise.due_at < until:
        due = in_few_words(promise.due_at, desk.rhythm.zone, event.at)
        line += f" It is due before that, {due}, so you will hear from me then as well."
    return [*timers, *await after_press(tx, desk, ref, promise, line)]


def snoozed_until(code: str, now: datetime, rhythm: Rhythm) -> datetime:
    """When a snooze ends; an unknown choice is the shortest one."""
    if code == "tomorrow":
        return rhythm.next_start(now)
    return now + (timedelta(hours=1) if code == "1h" else timedelta(minutes=10))


async def _undo(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    ended = tracking.close(tx, promise, Step.UNDO, event.person_id, event.at)
    line = f"Taken off the list: {deed(promise)}. Nothing will remind you of it."
    return [*ended, *await after_press(tx, desk, ref, promise, line)]


async def _decline(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    ended = tracking.close(tx, promise, Step.DECLINE, event.person_id, event.at)
    return [*ended, *await after_press(tx, desk, ref, promise, f"Noted, not a promise: {deed(promise)}.")]


async def _track(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    timers = await tracking.track(tx, promise, event.person_id, event.at)
    if ref.origin == "home":
        return [*timers, refreshed(event.person_id)]
    reader = await reader_of(tx, desk, promise.owner_id)
    card = cards.noticed_card(promise, reader, date_choices(promise, desk.rhythm, tx.now))
    return [*timers, Replace(card), refreshed(promise.owner_id)]


async def _stands(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    if promise.state not in life.LIVE:
        return await refused(tx, desk, ref, promise)
    note_change(tx, promise, event.person_id, "still stands")
    return await after_press(tx, desk, ref, promise, "Good, it stays as it was.")


async def _withdraw(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    """Before its date it is withdrawn; after it, it was not kept, and the list of what happened says so."""
    is_late = promise.state in life.LIVE and tracking.lateness(promise, event.at) > timedelta(0)
    ended = tracking.close(tx, promise, Step.BREAK if is_late else Step.WITHDRAW, event.person_id, event.at)
    line = f"Taken off the list: {deed(promise)}. Please make sure that {customer_of(promise)} knows."
    return [*ended, *await after_press(tx, desk, ref, promise, line)]


async def _reopen(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    timers = await tracking.reopen(tx, promise, event.person_id, event.at)
    return [*timers, *await after_press(tx, desk, ref, promise, f"Back on the list: {deed(promise)}.")]


BUTTONS: Mapping[str, Handler] = {
    Buttons.KEEP_PROMISE: _button(_done, Step.KEEP),
    Buttons.SNOOZE_PROMISE: _button(_snooze, Step.MOVE),
    Buttons.UNDO_PROMISE: _button(_undo, Step.UNDO),
    Buttons.NOT_A_PROMISE: _button(_decline, Step.DECLINE),
    Buttons.TRACK_PROMISE: _button(_track, Step.TRACK),
    Buttons.STILL_STANDS: _button(_stands),
    Buttons.WITHDRAW_PROMISE: _button(_withdraw, Step.WITHDRAW),
    Buttons.REOPEN_PROMISE: _button(_reopen, Step.REOPEN),
    Buttons.MOVE_PROMISE: _button(on_move, Step.MOVE),
    Buttons.PICK_DATE: _button(on_pick, Step.MOVE),
    Buttons.DRAFT_UPDATE: _button(on_draft_update, Step.MOVE),
    Buttons.HAND_OVER: _button(handing.on_hand_over, Step.MOVE),
    Buttons.NOT_DONE: _button(evidence.on_not_done),
    Buttons.TAKE_PROMISE: handing.on_take,
    Buttons.LEAVE_PROMISE: handing.on_leave,
}
