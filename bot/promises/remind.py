"""When a promise is spoken of again: a pure plan of stages from its date, and what to say when one or more are late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.calendar.hours import ONE_DAY
from bot.calendar.local import zone_named
from bot.calendar.words import END_OF_DAY
from bot.promises.rhythm import Rhythm

SHORTEST_NUDGED = timedelta(minutes=30)
LEAST_LEAD, MOST_LEAD = timedelta(minutes=15), timedelta(hours=24)
BEFORE_CLOSING = timedelta(hours=1)
INTO_THE_DAY = timedelta(hours=1)
OVERDUE_AFTER = timedelta(hours=1)
MOST_SINGLE = 3
"""More reminders than this at once become one list."""
LATE_AFTER = timedelta(minutes=10)
"""A reminder that comes later than this says so."""


class Stage(StrEnum):
    NUDGE = "nudge"
    DUE = "due"
    OVERDUE = "overdue"
    LEAD = "lead"
    SNOOZE = "snooze"


OWNER_STAGES = (Stage.NUDGE, Stage.DUE, Stage.OVERDUE)
Plan = Mapping[Stage, datetime]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A promise's date, in the zone it was named in; `dated_at` is when it was set."""

    dated_at: datetime
    due_at: datetime
    zone: str

    @property
    def is_whole_day(self) -> bool:
        return is_whole_day(self.due_at, self.zone)


def is_whole_day(due_at: datetime, zone: str) -> bool:
    """True when only a day was named: the date grammar puts such a date at the last second of that day."""
    return due_at.astimezone(zone_named(zone)).time() == END_OF_DAY


def stages(deadline: Deadline, rhythm: Rhythm) -> dict[Stage, datetime]:
    """The instant of each stage. The reminder "due" always comes; the others keep to the owner's working hours."""
    due = _due_reminder_at(deadline, rhythm)
    plan = {Stage.DUE: due}
    nudge = _nudge_at(deadline.dated_at, due, rhythm)
    if nudge is not None:
        plan[Stage.NUDGE] = nudge
    plan[Stage.OVERDUE] = _overdue_at(deadline, rhythm)
    plan[Stage.LEAD] = max(rhythm.after_working(deadline.due_at, rhythm.grace), plan[Stage.OVERDUE])
    return plan


def ahead(plan: Plan, since: datetime) -> dict[Stage, datetime]:
    """The stages that are still to come when a promise is tracked or moved at `since`."""
    return {stage: at for stage, at in plan.items() if at > since}


def _due_reminder_at(deadline: Deadline, rhythm: Rhythm) -> datetime:
    """At the minute that was named; for a whole day an hour before the owner's day ends, since midnight is no help."""
    if not deadline.is_whole_day:
        return deadline.due_at
    day = deadline.due_at.astimezone(zone_named(deadline.zone)).date()
    for candidate in (day, day - ONE_DAY):
        for at in (rhythm.end_of(candidate) - BEFORE_CLOSING, rhythm.end_of(candidate)):
            if deadline.dated_at < at <= deadline.due_at:
                return at
    return deadline.due_at


def _nudge_at(dated_at: datetime, due: datetime, rhythm: Rhythm) -> datetime | None:
    length = due - dated_at
    if length < SHORTEST_NUDGED:
        return None
    at = due - min(max(length / 4, LEAST_LEAD), MOST_LEAD)
    if rhythm.working_day_at(at) is not None:
        return at
    morning = rhythm.next_start(at)
    if morning <= due - 2 * LEAST_LEAD:
        # The daily reminder comes at the start of the day, so this one waits a little.
        return morning + min(INTO_THE_DAY, (due - morning) / 2)
    evening = rhythm.end_of(rhythm.last_working_day_before(rhythm.local_date(morning))) - BEFORE_CLOSING
    return evening if evening >= dated_at + LEAST_LEAD else None


def _overdue_at(deadline: Deadline, rhythm: Rhythm) -> datetime:
    if deadline.is_whole_day:
        return rhythm.next_start(deadline.due_at)
    at = deadline.due_at + OVERDUE_AFTER
    if rhythm.working_day_at(at) is not None:
        return at
    day = rhythm.working_day_at(deadline.due_at)
    if day is not None and rhythm.end_of(day) - deadline.due_at >= LEAST_LEAD:
        return rhythm.end_of(day)
    return rhythm.next_start(at)


def told_mark(version: int, stage: Stage) -> str:
    return f"v{version}:{stage}"


def told_stage(told: str, version: int) -> Stage | None:
    """The newest stage the owner heard of this date; a mark of an older date counts for nothing."""
    mark, _, stage = told.partition(":")
    return Stage(stage) if mark == f"v{version}" and stage in OWNER_STAGES else None


def stage_to_say(plan: Plan, at: datetime, told: Stage | None, fired: Stage | None = None) -> Stage | None:
    """The newest stage whose time has come and that the owner has not heard of; None when there is nothing new.

    `fired` is a stage whose timer just came due; it counts as come even if hours changed since it was set.
    """
    come = [stage for stage in OWNER_STAGES if stage == fired or (stage in plan and plan[stage] <= at)]
    if not come or (told is not None and _rank(come[-1]) <= _rank(told)):
        return None
    return come[-1]


def covered(plan: Plan, told: Stage | None, said: Stage) -> list[Stage]:
    """The stages before `said` that are never sent by themselves, since `said` tells more."""
    first = 0 if told is None else _rank(told) + 1
    return [stage for stage in OWNER_STAGES[first : _rank(said)] if stage in plan]


def _rank(stage: Stage) -> int:
    return OWNER_STAGES.index(stage)
