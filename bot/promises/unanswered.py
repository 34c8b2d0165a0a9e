"""Nobody waits unseen: a customer without an answer within the channel's target is shown to the agents, then to the
leads."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.actions import CancelTimers, Outcome, Outcomes, SetTimer, TellPerson
from bot.buttons import Buttons, Timers
from bot.calendar.words import in_few_words
from bot.cards import Actions, Button, Card, Part, Small, Tone, Words
from bot.conversation import Turn
from bot.events import DraftUsed, MessageDeleted, MessageEdited, MessagePosted, TimePassed
from bot.notes import LINK_CHANNEL, LINK_MESSAGE
from bot.promises import tracking
from bot.promises.rhythm import Rhythm
from bot.promises.shown import desk_of
from bot.promises.wording import first_name
from bot.reading.read import read
from bot.workspace_settings import answer_minutes, calendar_of
from storage import people, threads, work, workspaces
from storage.database import Transaction
from storage.people import Person
from storage.threads import Message, Thread

UNANSWERED = "promise.unanswered"
AGENTS, LEADS = "agents", "leads"
LATEST = {AGENTS: 1, LEADS: 2}
"""After how many times the target each of them is told."""
HEAD_START = timedelta(minutes=15)
"""An agent's note counts as read from then on; after downtime both notes come in one minute."""
STILL_NEWS = timedelta(days=7)
"""A target that changes reaches whoever wrote since; older questions would come as a flood."""
MOST_PLANNED = 200


async def on_message(event: MessagePosted, tx: Transaction) -> Outcomes:
    return await _planned(tx, event.workspace_id, event.channel_id, event.thread_id)


async def on_draft_used(event: DraftUsed, tx: Transaction) -> Outcomes:
    return await _planned(tx, event.workspace_id, event.channel_id, event.thread_id)


async def on_deletion(event: MessageDeleted, tx: Transaction) -> Outcomes:
    """Without the answer that was deleted they wait again; the timers that its arrival stopped are set anew."""
    said = await threads.message(tx, event.workspace_id, event.channel_id, event.message_id)
    if said is None:
        return []
    return await _planned(tx, event.workspace_id, event.channel_id, said.thread_id, f":{event.at.timestamp()}")


async def on_edit(event: MessageEdited, tx: Transaction) -> Outcomes:
    """A question that stands there again waits again; an answer that does answers again."""
    if not event.is_restored:
        return []
    return await _planned(tx, event.workspace_id, event.channel_id, event.thread_id, f":{event.at.timestamp()}")


async def planned_anew(tx: Transaction, workspace_id: str, channel_id: str, at: datetime) -> list[Outcome]:
    """The timers for a target that has just changed; of every channel when none is named. Nobody is told twice."""
    outcomes: list[Outcome] = []
    for thread in await threads.waiting_threads(
        tx, workspace_id, channel_id=channel_id, since=at - STILL_NEWS, limit=MOST_PLANNED
    ):
        stamp = f":{at.timestamp()}"
        outcomes += await _planned(tx, workspace_id, thread.channel_id, thread.thread_id, stamp, is_news=False)
    return outcomes


async def _planned(
    tx: Transaction, workspace_id: str, channel_id: str, thread_id: str, stamp: str = "", *, is_news: bool = True
) -> list[Outcome]:
    """`stamp` makes the timers new ones; with `is_news` their notes as well."""
    thread = await threads.thread(tx, workspace_id, channel_id, thread_id)
    prefix = f"unanswered:{channel_id}:{thread_id}:"
    since = await _since(tx, thread) if thread is not None else None
    if since is None:
        return [CancelTimers(prefix)]
    target = await _target(tx, workspace_id, channel_id)
    rhythm = await _team(tx, workspace_id)
    about = {"channel_id": channel_id, "thread_id": thread_id, "message_id": since.message_id}
    about["told"] = f"{prefix}{since.message_id}{stamp if is_news else ''}"
    timers = [
        SetTimer(
            Timers.UNANSWERED,
            f"{prefix}{since.message_id}:{stage}{stamp}",
            rhythm.after_working(since.sent_at, times * target),
            {**about, "stage": stage},
        )
        for stage, times in LATEST.items()
        if target
    ]
    return [CancelTimers(prefix), *timers] if stamp else list(timers)


async def _since(tx: Transaction, thread: Thread) -> Message | None:
    """The first of the customer's words that nobody has answered; None when nobody waits."""
    turn = await _turn(tx, thread)
    return turn[0] if turn else None


async def _turn(tx: Transaction, thread: Thread) -> list[Message]:
    if not thread.is_waiting:
        return []
    said = await threads.messages_of(tx, thread)
    answered = max((place for place, one in enumerate(said) if not one.is_by_customer), default=-1)
    return list(said[answered + 1 :])


async def _target(tx: Transaction, workspace_id: str, channel_id: str) -> timedelta:
    channel = await workspaces.channel(tx, workspace_id, channel_id)
    home = await workspaces.workspace(tx, workspace_id)
    return timedelta(minutes=answer_minutes(home, channel))


async def _team(tx: Transaction, workspace_id: str) -> Rhythm:
    calendar = calendar_of(await workspaces.workspace(tx, workspace_id))
    return Rhythm(calendar.zone, calendar.opens_at, calendar)


async def on_time(event: TimePassed, tx: Transaction) -> Outcomes:
    """Read the thread again: whoever was answered, or only said thanks, is not spoken of."""
    channel_id, thread_id = str(event.payload["channel_id"]), str(event.payload["thread_id"])
    thread = await threads.thread(tx, event.workspace_id, channel_id, thread_id)
    if not await _target(tx, event.workspace_id, channel_id):
        return []
    turn = await _turn(tx, thread) if thread is not None else []
    is_same = bool(turn) and turn[0].message_id == event.payload["message_id"]
    if thread is None or not is_same or not await _is_asked(tx, event.workspace_id, channel_id, turn):
        return []
    stage = str(event.payload["stage"])
    to = await (_agents(tx, thread, event.at) if stage == AGENTS else people.leads_or_admins(tx, event.workspace_id))
    about = {key: str(event.payload[key]) for key in ("channel_id", "thread_id", "message_id", "stage")}
    about["told"] = str(event.payload.get("told", event.key))  # A timer of an older version names no note.
    about |= {LINK_CHANNEL: channel_id, LINK_MESSAGE: turn[0].message_id}
    return [
        TellPerson(
            key=_note_key(about["told"], stage, one.person_id), person_id=one.person_id, topic=UNANSWERED, about=about
        )
        for one in to
    ]


def _note_key(told: str, stage: str, person_id: str) -> str:
    return f"{told}:{stage}:{person_id}"


async def waits(tx: Transaction, thread: Thread) -> bool:
    """True when its customer is owed an answer; thanks alone wait for none."""
    turn = await _turn(tx, thread)
    return bool(turn) and await _is_asked(tx, thread.workspace_id, thread.channel_id, turn)


async def _is_asked(tx: Transaction, workspace_id: str, channel_id: str, turn: Sequence[Message]) -> bool:
    channel = await workspaces.channel(tx, workspace_id, channel_id)
    if channel is None or not channel.is_enrolled or channel.is_closed:
        return False
    words = [Turn(by="customer", name=m.author_name, text=m.text, sent_at=m.sent_at, files=m.files) for m in turn]
    return read(words).needs_answer


async def _agents(tx: Transaction, thread: Thread, at: datetime) -> Sequence[Person]:
    """The thread's owner while they are at work; else whoever is; where nobody is, every agent."""
    found = await people.with_role(tx, thread.workspace_id, "agent")
    reached = [one for one in found if await people.is_reachable(tx, one)]
    at_work = [one for one in reached if await _is_at_work(tx, one, at)]
    owner = [one for one in at_work if one.person_id == thread.owner_id]
    return owner or at_work or reached


async def _is_at_work(tx: Transaction, one: Person, at: datetime) -> bool:
    rhythm = await tracking.rhythm_for(tx, one.workspace_id, one.person_id)
    return rhythm is not None and rhythm.working_day_at(at) is not None


async def waiting_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """Who waits, and what can be done about it; nothing when they were answered meanwhile."""
    thread = await threads.thread(tx, workspace_id, about["channel_id"], about["thread_id"])
    desk = await desk_of(tx, workspace_id, person_id)
    since = await _since(tx, thread) if thread is not None else None
    if thread is None or desk is None or since is None or since.message_id != about["message_id"]:
        return None
    who = first_name(thread.customer_name) or "A customer"
    when = in_few_words(since.sent_at, desk.rhythm.zone, tx.now)
    target = await _target(tx, workspace_id, about["channel_id"])
    if not target:
        return None
    summary = f"{who} has been waiting for an answer since {when}."
    parts: list[Part] = [Words(summary)]
    if about["stage"] == LEADS:
        told = await _who_was_told(tx, thread, about.get("told", ""))
        length = f"{told} had a note after {in_length(target)} of working time, and there" if told else "There"
        parts.append(Small(f"{length} is no answer yet."))
    else:
        parts.append(Small(f"Here customers should hear from us within {in_length(target)} of working time."))
    if desk.viewer.has("agent"):
        place = f"{thread.channel_id}|{thread.thread_id}"
        help_me = Button(Buttons.HELP_THREAD, "Help me reply", place, Tone.PRIMARY)
        parts.append(Actions([help_me, Button(Buttons.ACKNOWLEDGE, "Say when they'll hear", place)]))
    return Card(summary, parts)


async def _who_was_told(tx: Transaction, thread: Thread, told: str) -> str:
    """The owner, or the agents, whom the first note reached in time; empty when it reached nobody."""
    reached: list[str] = []
    for agent in await people.with_role(tx, thread.workspace_id, "agent"):
        note = await work.by_key(tx, thread.workspace_id, work.POST, _note_key(told, AGENTS, agent.person_id))
        if note is not None and note.state == work.DONE and note.due_at + HEAD_START <= tx.now:
            reached.append(agent.name if agent.person_id == thread.owner_id else "The agents")
    return min(reached, key=lambda one: one == "The agents", default="")


def in_length(length: timedelta) -> str:
    """ "4 hours", "1 hour 30 minutes"."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    named = [(hours, "hour"), (minutes, "minute")]
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in named if count)
