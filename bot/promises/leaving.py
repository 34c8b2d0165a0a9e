"""Nobody's promise is orphaned: somebody left, moved to another zone, or can't be reached."""

from collections.abc import Sequence

from bot.actions import Outcome, Outcomes, RemindAgent, SendDigest, TellPerson
from bot.events import PersonChanged, PersonUnreachable, PostFailed
from bot.promises import delivering, handing, life, noticing, reminding, tracking
from bot.promises.remind import MOST_SINGLE, Stage
from bot.promises.reminding import Saying
from storage import people, promises, threads
from storage.database import Transaction
from storage.people import Person, machine
from storage.promises import Promise, note_change

ORPHANS = "promise.orphans"


async def on_person(event: PersonChanged, tx: Transaction) -> Outcomes:
    """What somebody who left still owes goes to the leads. Otherwise everything ahead is planned again, which moves
    timers to a new zone or new hours, starts the daily list of somebody who came back, and changes nothing else."""
    over = await _offers_over(event, tx) if event.is_deactivated else []
    live = await promises.locked_open_promises(tx, machine(event.workspace_id), event.person_id)
    if not live:
        return over
    if event.is_deactivated:
        return [*over, *await _colleagues_asked(event, tx, live), *await _handed_to_leads(event, tx, live[0])]
    rhythm = await tracking.rhythm_for(tx, event.workspace_id, event.person_id)
    if rhythm is None:
        return []
    outcomes = tracking.digest_timers(event.person_id, rhythm, event.at)
    for promise in live:
        outcomes += tracking.stage_timers(promise, rhythm, event.at)
    person = await people.person(tx, event.workspace_id, event.person_id)
    if person is None or not rhythm.is_away(event.at):
        return outcomes
    left, stamp = await delivering.leaving_due(tx, person, live), f"away:{rhythm.calendar.closed_before}"
    asked = (
        [*await _colleagues_asked(event, tx, left), *await _handed_to_leads(event, tx, left[0], stamp)] if left else []
    )
    return [*outcomes, *asked]


async def on_unreachable(event: PersonUnreachable, tx: Transaction) -> Outcomes:
    """What somebody owes whom no reminder reaches is shown to the leads, as when they had left."""
    over = await _offers_over(event, tx)
    live = await promises.locked_open_promises(tx, machine(event.workspace_id), event.person_id)
    if not live:
        return over
    return [*over, *await _colleagues_asked(event, tx, live), *await _handed_to_leads(event, tx, live[0])]


async def _offers_over(event: PersonChanged | PersonUnreachable, tx: Transaction) -> list[Outcome]:
    """Somebody who is gone answers no question: who asked hears so, as of a no."""
    outcomes: list[Outcome] = []
    for promise in await promises.locked_offered_to(tx, event.workspace_id, event.person_id):
        outcomes += await handing.declined(tx, promise, event.person_id, "unanswered")
    return outcomes


async def _colleagues_asked(
    event: PersonChanged | PersonUnreachable, tx: Transaction, live: Sequence[Promise]
) -> list[Outcome]:
    """Whoever of us spoke in the same thread knows the customer, and is asked first; once, however often it happens,
    and in one note about many promises."""
    outcomes: list[Outcome] = []
    for person, together in await _whom_to_ask(event, tx, live):
        if len(together) > MOST_SINGLE:
            outcomes.append(handing.offered_together(tx, event.person_id, together, person))
            continue
        for promise in together:
            outcomes += handing.offered(tx, promise, [person], by="")
    return outcomes


async def _whom_to_ask(
    event: PersonChanged | PersonUnreachable, tx: Transaction, live: Sequence[Promise]
) -> list[tuple[Person, list[Promise]]]:
    """Each colleague with the promises that they were never asked about; everybody is looked up once."""
    before = await promises.asked_before(tx, event.workspace_id, [one.promise_id for one in live])
    able: dict[str, Person | None] = {}
    wanted: dict[str, list[Promise]] = {}
    for promise in live:
        spoke = await _spoke_there(tx, promise)
        for author in spoke:
            if author not in able:
                person = await people.person(tx, event.workspace_id, author)
                able[author] = person if person and await handing.may_take(tx, person, promise) else None
        fresh = [one for one in spoke if able[one] is not None and (promise.promise_id, one) not in before]
        for author in fresh[: handing.MOST_ASKED]:
            wanted.setdefault(author, []).append(promise)
    return [(person, together) for author, together in wanted.items() if (person := able[author]) is not None]


async def _spoke_there(tx: Transaction, promise: Promise) -> list[str]:
    """Who wrote in the promise's thread besides the customer, the newest first."""
    thread = await threads.thread(tx, promise.workspace_id, promise.channel_id, promise.thread_id)
    said = await threads.messages_of(tx, thread) if thread is not None else []
    return list(dict.fromkeys(one.author_id for one in reversed(said) if not one.is_by_customer))


async def _handed_to_leads(
    event: PersonChanged | PersonUnreachable, tx: Transaction, first: Promise, stamp: str = ""
) -> list[Outcome]:
    leads = await people.leads_or_admins(tx, event.workspace_id, besides=event.person_id)
    about = {"owner_id": event.person_id}
    has_left = isinstance(event, PersonChanged)
    if not leads:
        note_change(tx, first, "", "nobody to tell", why="owner deactivated" if has_left else "owner unreachable")
    # Blocking is undone and done again in a minute, so that is said once a day.
    stamp = stamp or (str(event.at.timestamp()) if has_left else f"unreachable:{event.at.date()}")
    return [
        TellPerson(
            key=f"orphans:{event.person_id}:{lead.person_id}:{stamp}",
            person_id=lead.person_id,
            topic=ORPHANS,
            about=about,
        )
        for lead in leads
    ]


async def on_failure(event: PostFailed, tx: Transaction) -> Outcomes:
    """A reminder that did not reach its owner goes to the leads, marked; one that did not reach a lead is noted."""
    if event.action == RemindAgent.__name__:
        return await _reminder_failed(event, tx)
    is_list = event.action == TellPerson.__name__ and event.payload.get("topic") in (
        reminding.LATE_LIST,
        noticing.CHANGED,
    )
    if is_list or event.action == SendDigest.__name__:
        return await _list_failed(event, tx)
    return []


async def _reminder_failed(event: PostFailed, tx: Transaction) -> list[Outcome]:
    promise = await promises.promise(tx, machine(event.workspace_id), event.payload["promise_id"])
    if promise is None or promise.state not in life.LIVE:
        return []
    note_change(tx, promise, "", "undelivered", stage=event.payload["stage"], reason=event.reason)
    if event.payload["person_id"] != promise.owner_id or promise.due_version != event.payload["due_version"]:
        return []
    return await reminding.reminders(tx, Saying(promise, Stage(event.payload["stage"])), instead_of="undelivered")


async def _list_failed(event: PostFailed, tx: Transaction) -> list[Outcome]:
    about = event.payload.get("about") or {}
    if event.action == SendDigest.__name__:
        overdue = await promises.open_promises(tx, machine(event.workspace_id), event.payload["person_id"])
        found = [one for one in overdue if one.state == life.AT_RISK]
    else:
        named = str(about.get("promise_ids") or about.get("promise_id") or "").split(",")
        read = [await promises.promise(tx, machine(event.workspace_id), one) for one in named]
        found = [one for one in read if one is not None and one.state in life.LIVE]
    mine = [one for one in found if one.owner_id == event.payload["person_id"]]
    for promise in mine:
        note_change(tx, promise, "", "undelivered", reason=event.reason)
    if not mine:
        return []
    leads = await people.leads_or_admins(tx, event.workspace_id, besides=event.payload["person_id"])
    return [reminding.list_for(lead.person_id, [Saying(one, Stage.LEAD) for one in mine]) for lead in leads]
