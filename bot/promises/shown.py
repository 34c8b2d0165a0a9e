"""Shows what became of a press where it was pressed: its own card, the daily list, `/promises` or the home page."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from bot.actions import Outcome, Replace
from bot.calendar.words import in_few_words
from bot.cards import Card, sentence
from bot.home import refreshed
from bot.promises import digest, life, lists, tracking
from bot.promises.cards import Reader, closed_card, live_card, noticed_card
from bot.promises.ids import Ref
from bot.promises.rhythm import Rhythm
from bot.promises.theirs import waiting_on, waiting_on_parts
from storage import people, promise_counts, promises, threads
from storage.database import Transaction
from storage.people import Viewer
from storage.promises import Promise

DIGEST, LIST, HOME, TEAM = "digest", "list", "home", "team"


@dataclass(frozen=True, slots=True)
class Desk:
    """The person at work: on whose behalf rows are read, and how their day goes."""

    viewer: Viewer
    name: str
    rhythm: Rhythm


async def desk_of(tx: Transaction, workspace_id: str, person_id: str) -> Desk | None:
    """None for somebody who is not known here."""
    person = await people.person(tx, workspace_id, person_id)
    rhythm = await tracking.rhythm_for(tx, workspace_id, person_id)
    if person is None or rhythm is None:
        return None
    return Desk(await people.viewer(tx, workspace_id, person_id), person.name, rhythm)


async def reader_of(tx: Transaction, desk: Desk, owner_id: str) -> Reader:
    owner = await people.person(tx, desk.viewer.workspace_id, owner_id)
    is_owner = owner_id == desk.viewer.person_id
    return Reader(desk.rhythm.zone, tx.now, is_owner, owner.name if owner else "")


async def after_press(tx: Transaction, desk: Desk, ref: Ref, promise: Promise, line: str) -> list[Outcome]:
    """The list it was pressed in, drawn anew with `line` on top; else the promise's own card."""
    home = refreshed(desk.viewer.person_id)
    if ref.origin == HOME:
        return [home]
    return [Replace(await card_after(tx, desk, ref.origin, promise, line)), home]


async def card_after(tx: Transaction, desk: Desk, origin: str, promise: Promise, line: str) -> Card:
    """What stands where the press was made."""
    if origin == TEAM and desk.viewer.is_lead:
        return await team_card(tx, desk, line=line)
    if origin == LIST:
        return await list_card(tx, desk, promise.owner_id, line=line)
    if origin.startswith(DIGEST) and promise.owner_id == desk.viewer.person_id:
        return await digest_card(tx, desk, origin=origin, line=line) or sentence(line)
    return _own_card(promise, await reader_of(tx, desk, promise.owner_id), line)


def _own_card(promise: Promise, reader: Reader, line: str) -> Card:
    if promise.state in life.CLOSED:
        return closed_card(promise, line)
    if promise.state in life.ASKED:
        return noticed_card(promise, reader)
    return live_card(promise, reader, line)


async def list_card(tx: Transaction, desk: Desk, owner_id: str, *, line: str = "") -> Card:
    """What `/promises` shows: one's own, or a colleague's for a lead."""
    found = await promises.open_promises(tx, desk.viewer, owner_id)
    listed = digest.sections(found, desk.rhythm, tx.now)
    reader = await reader_of(tx, desk, owner_id)
    beside = waiting_on_parts(await waiting_on(tx, desk.viewer), reader) if reader.is_owner else []
    return lists.promises_card(listed, reader, line=line, beside=beside)


async def team_card(tx: Transaction, desk: Desk, *, line: str = "") -> Card:
    """What `/promises team` shows a lead."""
    found = await promises.team_promises(tx, desk.viewer, digest.MOST_LINES)
    owners = await promise_counts.open_counts(tx, desk.viewer)
    names = {owner: name for owner, name, _, _ in owners if name}
    counts: Counter[str] = Counter()
    for _, name, count, _ in owners:
        counts[name or "somebody who left"] += count
    listed = replace(digest.sections(found, desk.rhythm, tx.now), more=counts.total() - len(found))
    overdue = sum(late for *_, late in owners)
    reader = Reader(desk.rhythm.zone, tx.now, is_owner=False)
    return lists.team_card(listed, reader, names, lists.counts_line(counts, overdue), line=line)


async def digest_card(tx: Transaction, desk: Desk, *, origin: str, line: str = "") -> Card | None:
    """The daily reminder from the rows as they are now; None when there is nothing to remind of."""
    me = desk.viewer.person_id
    listed = digest.sections(await promises.open_promises(tx, desk.viewer, me), desk.rhythm, tx.now)
    waiting = await threads.waiting_threads(tx, desk.viewer.workspace_id, owner_id=me)
    if listed.is_empty and not waiting:
        return None
    kept = await promise_counts.kept_count(tx, desk.viewer, me, digest.good_news_since(tx.now, desk.rhythm))
    reader = Reader(desk.rhythm.zone, tx.now)
    beside = waiting_on_parts(await waiting_on(tx, desk.viewer), reader)
    return lists.digest_card(desk.name, listed, waiting, kept, reader, origin=origin, beside=beside, line=line)


def digest_origin(day: date) -> str:
    return f"{DIGEST}:{day.isoformat()}"


async def refused(tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    """Tell who came second what became of the promise, who did it and when."""
    story = await promises.history(tx, desk.viewer, promise.promise_id)
    last = next((change for change in reversed(story) if change.what in life.ENDINGS), None)
    who, when = "", ""
    if last is not None:
        by = await people.person(tx, promise.workspace_id, last.by) if last.by else None
        who = "you" if last.by == desk.viewer.person_id else (by.name if by else "")
        when = in_few_words(last.at, desk.rhythm.zone, tx.now)
    line = life.refusal(promise.state, who=who, when=when)
    return await after_press(tx, desk, ref, promise, line)
