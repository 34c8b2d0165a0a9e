"""What promises does when a timer comes due: one stage said once, several late ones in one list, nothing dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.actions import Outcome, Outcomes, RemindAgent, TellPerson
from bot.events import TimePassed
from bot.promises import life, remind, tracking
from bot.promises.ids import digest_key
from bot.promises.life import Step
from bot.promises.remind import MOST_SINGLE, Stage
from bot.promises.rhythm import Rhythm
from storage import people, promises, work
from storage.database import Transaction
from storage.people import Person, machine
from storage.promises import Promise, note_change

LATE_LIST = "promise.late_list"
SAME_TIME = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Saying:
    """A promise with the stage that is to be said of it now."""

    promise: Promise
    stage: Stage


async def on_stage(event: TimePassed, tx: Transaction) -> Outcomes:
    """Read the promise again, and say what is newest of it: to its owner, or to the leads."""
    stage, whole = Stage(event.payload["stage"]), machine(event.workspace_id)
    known = await promises.promise(tx, whole, event.payload["promise_id"])
    if known is None:
        return []
    everything = await promises.locked_open_promises(tx, whole, known.owner_id)
    promise = next((one for one in everything if one.promise_id == known.promise_id), None)
    if promise is None or promise.due_version != event.payload["due_version"]:
        return []
    rhythm = await tracking.rhythm_for(tx, event.workspace_id, promise.owner_id)
    if rhythm is None:
        return []
    if stage is Stage.SNOOZE:
        return await _snooze_ended(tx, promise, event)
    if stage is Stage.LEAD:
        return await _to_leads(tx, promise, everything, rhythm, event.at)
    return await _to_owner(tx, Saying(promise, stage), everything, rhythm, event.at)


async def _snooze_ended(tx: Transaction, promise: Promise, event: TimePassed) -> list[Outcome]:
    until = promise.snoozed_until
    if until is None or int(until.timestamp()) != event.payload["until"]:
        return []
    promise.snoozed_until = None
    return await reminders(tx, Saying(promise, Stage.SNOOZE), suffix=f":{event.payload['until']}")


async def _to_owner(
    tx: Transaction, fired: Saying, everything: Sequence[Promise], rhythm: Rhythm, at: datetime
) -> list[Outcome]:
    mine = _newest(fired.promise, rhythm, at, fired.stage)
    if mine is None:
        note_change(tx, fired.promise, "", "reminder covered", stage=str(fired.stage))
        return []
    if mine.stage is Stage.OVERDUE and await _digest_says_it(tx, fired.promise, rhythm, at):
        _said(tx, mine, rhythm)
        return []
    others = [
        saying
        for one in everything
        if one.promise_id != fired.promise.promise_id and (saying := _newest(one, rhythm, at)) is not None
    ]
    if len(others) + 1 <= MOST_SINGLE:
        _said(tx, mine, rhythm)
        return await reminders(tx, mine)
    together = [mine, *others]
    for saying in together:
        _said(tx, saying, rhythm)
    return await _late_list(tx, fired.promise.owner_id, together)


async def _digest_says_it(tx: Transaction, promise: Promise, rhythm: Rhythm, at: datetime) -> bool:
    """True when this day's digest comes in the same minutes and lists it: two messages would say one thing twice."""
    day = rhythm.local_date(at)
    if not rhythm.start_of(day) <= at < rhythm.start_of(day) + SAME_TIME:
        return False
    row = await work.by_key(tx, promise.workspace_id, work.TIMER, digest_key(promise.owner_id, day))
    return row is not None and row.state != work.CANCELLED


def _newest(promise: Promise, rhythm: Rhythm, at: datetime, fired: Stage | None = None) -> Saying | None:
    told = remind.told_stage(promise.told, promise.due_version)
    stage = remind.stage_to_say(tracking.plan_of(promise, rhythm), at, told, fired)
    return Saying(promise, stage) if stage is not None else None


def _said(tx: Transaction, saying: Saying, rhythm: Rhythm) -> None:
    promise, stage = saying.promise, saying.stage
    told = remind.told_stage(promise.told, promise.due_version)
    skipped = remind.covered(tracking.plan_of(promise, rhythm), told, stage)
    promise.told = remind.told_mark(promise.due_version, stage)
    if stage is Stage.OVERDUE and promise.state != life.AT_RISK:
        promise.state = life.AT_RISK
        note_change(tx, promise, "", Step.RUN_LATE)
    note_change(tx, promise, "", "reminded", stage=str(stage), instead_of=[str(one) for one in skipped])


async def reminders(tx: Transaction, saying: Saying, *, suffix: str = "", instead_of: str = "") -> list[Outcome]:
    """One reminder to the owner; to the leads when the owner can't be reached, or for the lead's stage."""
    promise, stage = saying.promise, saying.stage
    owner = await people.person(tx, promise.workspace_id, promise.owner_id)
    key = f"remind:{promise.promise_id}:v{promise.due_version}:{stage}{suffix}"
    is_for_leads = stage is Stage.LEAD or bool(instead_of) or not await can_hear(tx, owner)
    if not is_for_leads:
        return [_reminder(promise, stage, promise.owner_id, key)]
    leads = await people.leads_or_admins(tx, promise.workspace_id, besides=promise.owner_id)
    if not leads:
        note_change(tx, promise, "", "nobody to tell", stage=str(stage))
    mark = f":{instead_of}" if instead_of else ""
    return [_reminder(promise, stage, lead.person_id, f"{key}{mark}:{lead.person_id}") for lead in leads]


async def can_hear(tx: Transaction, owner: Person | None) -> bool:
    """False for somebody who can't be reached, or is away."""
    if owner is None or not await people.is_reachable(tx, owner):
        return False
    rhythm = await tracking.rhythm_for(tx, owner.workspace_id, owner.person_id)
    return rhythm is not None and not rhythm.is_away(tx.now)


def _reminder(promise: Promise, stage: Stage, person_id: str, key: str) -> RemindAgent:
    return RemindAgent(
        key=key,
        promise_id=promise.promise_id,
        due_version=promise.due_version,
        stage=str(stage),
        person_id=person_id,
    )


async def _to_leads(
    tx: Transaction, promise: Promise, everything: Sequence[Promise], rhythm: Rhythm, at: datetime
) -> list[Outcome]:
    if promise.lead_told_version == promise.due_version:
        return []
    due = [one for one in everything if one.promise_id != promise.promise_id and _is_for_leads(one, rhythm, at)]
    together = [promise, *due] if len(due) + 1 > MOST_SINGLE else [promise]
    for one in together:
        one.lead_told_version = one.due_version
        note_change(tx, one, "", "reminded", stage=str(Stage.LEAD))
    if len(together) == 1:
        return await reminders(tx, Saying(promise, Stage.LEAD))
    leads = await people.leads_or_admins(tx, promise.workspace_id, besides=promise.owner_id)
    return [list_for(lead.person_id, [Saying(one, Stage.LEAD) for one in together]) for lead in leads]


def _is_for_leads(promise: Promise, rhythm: Rhythm, at: datetime) -> bool:
    plan = tracking.plan_of(promise, rhythm)
    return promise.lead_told_version != promise.due_version and Stage.LEAD in plan and plan[Stage.LEAD] <= at


async def _late_list(tx: Transaction, owner_id: str, together: list[Saying]) -> list[Outcome]:
    workspace_id = together[0].promise.workspace_id
    owner = await people.person(tx, workspace_id, owner_id)
    if await can_hear(tx, owner):
        return [list_for(owner_id, together)]
    leads = await people.leads_or_admins(tx, workspace_id, besides=owner_id)
    return [list_for(lead.person_id, together) for lead in leads]


def list_for(person_id: str, together: Sequence[Saying]) -> TellPerson:
    """Several promises of one owner in one private list; the same ones at the same stages are never listed twice."""
    marks = sorted(f"{one.promise.promise_id}:v{one.promise.due_version}:{one.stage}" for one in together)
    stamp = sha256(",".join(marks).encode()).hexdigest()[:20]
    about = {
        "owner_id": together[0].promise.owner_id,
        "promise_ids": ",".join(one.promise.promise_id for one in together),
    }
    return TellPerson(key=f"remind-list:{person_id}:{stamp}", person_id=person_id, topic=LATE_LIST, about=about)
