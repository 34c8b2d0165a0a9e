"""Changes a promise's row and sets the timers that follow: tracked, dated, moved, closed, taken up again."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.actions import CancelTimers, Outcome, SetTimer
from bot.buttons import Timers
from bot.promises import life, remind
from bot.promises.digest import next_days
from bot.promises.ids import digest_key, timer_key, timer_prefix
from bot.promises.life import Step
from bot.promises.remind import Deadline, Stage
from bot.promises.rhythm import Rhythm, rhythm_of
from storage import people, workspaces
from storage.database import Transaction
from storage.promises import Promise, note_change


@dataclass(frozen=True, slots=True)
class Date:
    """A due date as it was named; `due_at` is an instant, `zone` the one it was named in."""

    due_at: datetime
    zone: str
    precision: str = "minute"


async def rhythm_for(tx: Transaction, workspace_id: str, person_id: str) -> Rhythm | None:
    """How this person's day goes; None for somebody unknown."""
    person = await people.person(tx, workspace_id, person_id)
    return None if person is None else rhythm_of(person, await workspaces.workspace(tx, workspace_id))


def plan_of(promise: Promise, rhythm: Rhythm) -> dict[Stage, datetime]:
    """The stages of the promise's present date; empty without a date."""
    if promise.due_at is None:
        return {}
    return remind.stages(Deadline(promise.dated_at or promise.made_at, promise.due_at, promise.due_zone), rhythm)


def stage_timers(promise: Promise, rhythm: Rhythm, since: datetime) -> list[Outcome]:
    """A timer for each stage that is ahead of `since`."""
    return [
        SetTimer(
            Timers.PROMISE_STAGE,
            timer_key(promise.promise_id, promise.due_version, stage),
            at,
            {"promise_id": promise.promise_id, "due_version": promise.due_version, "stage": str(stage)},
        )
        for stage, at in remind.ahead(plan_of(promise, rhythm), since).items()
    ]


def digest_timers(person_id: str, rhythm: Rhythm, after: datetime, **later_than: Any) -> list[Outcome]:
    return [
        SetTimer(Timers.DIGEST, digest_key(person_id, day), at, {"person_id": person_id, "local_date": day.isoformat()})
        for day, at in next_days(after, rhythm, **later_than)
    ]


async def timers(tx: Transaction, promise: Promise, since: datetime) -> list[Outcome]:
    """All timers that an open promise needs from `since` on."""
    rhythm = await rhythm_for(tx, promise.workspace_id, promise.owner_id)
    if rhythm is None:
        return []
    return [*stage_timers(promise, rhythm, since), *digest_timers(promise.owner_id, rhythm, since)]


async def track(tx: Transaction, promise: Promise, by: str, at: datetime) -> list[Outcome]:
    """From now on it is kept in view. The caller has asked `life` whether it may."""
    promise.state = life.OPEN
    note_change(tx, promise, by, Step.TRACK)
    return await timers(tx, promise, at)


async def set_date(
    tx: Transaction, promise: Promise, date: Date, by: str, at: datetime, *, is_known: bool, reason: str = ""
) -> list[Outcome]:
    """Give it this date. `is_known` when the customer was told the same; otherwise they still count on the old one."""
    before = promise.due_at
    promise.due_at, promise.due_zone, promise.due_precision = date.due_at.astimezone(UTC), date.zone, date.precision
    promise.due_version += 1
    promise.dated_at, promise.snoozed_until = at, None
    promise.state = life.OPEN
    if is_known or before is None:
        promise.known_due_at = promise.due_at
    about = {"from": before.isoformat() if before else "", "to": promise.due_at.isoformat(), "reason": reason}
    note_change(tx, promise, by, Step.MOVE if before is not None else "dated", **about)
    return [CancelTimers(timer_prefix(promise.promise_id)), *await timers(tx, promise, at)]


def close(tx: Transaction, promise: Promise, step: Step, by: str, at: datetime, **about: Any) -> list[Outcome]:
    """End it. Nothing more is said about it, whatever was planned."""
    following = life.after(promise.state, step)
    if following is None:
        raise ValueError(f"a promise that is {promise.state} can't be {step}")
    promise.state, promise.closed_at, promise.offers = following, at, []
    note_change(tx, promise, by, step, **about)
    return [CancelTimers(timer_prefix(promise.promise_id))]


async def reopen(tx: Transaction, promise: Promise, by: str, at: datetime) -> list[Outcome]:
    """Take it up again. The cancelled timers' keys are spent, so the date gets a new version."""
    promise.state, promise.closed_at = life.OPEN, None
    promise.due_version += 1
    note_change(tx, promise, by, Step.REOPEN)
    return await timers(tx, promise, at)


async def snooze(tx: Transaction, promise: Promise, until: datetime, by: str) -> list[Outcome]:
    """Speak of it again at `until`, besides what is planned: a snooze never silences the reminder at its date."""
    promise.snoozed_until = until
    note_change(tx, promise, by, "snoozed", until=until.isoformat())
    stamp = int(until.timestamp())
    return [
        SetTimer(
            Timers.PROMISE_STAGE,
            f"{timer_key(promise.promise_id, promise.due_version, Stage.SNOOZE)}:{stamp}",
            until,
            {
                "promise_id": promise.promise_id,
                "due_version": promise.due_version,
                "stage": str(Stage.SNOOZE),
                "until": stamp,
            },
        )
    ]


def lateness(promise: Promise, at: datetime) -> timedelta:
    """How much later than the customer expects; nothing when in time or without a date."""
    expected = promise.known_due_at or promise.due_at
    return max(at - expected, timedelta(0)) if expected is not None else timedelta(0)
