"""What promises answers when somebody asks: `/promises`, `/promise` and the home page."""

from collections.abc import Sequence

from bot.actions import Outcomes, Say
from bot.cards import Card, Part, sentence
from bot.events import CommandGiven
from bot.home import refreshed
from bot.mentions import meant_person
from bot.promises import cards, digest, life, lists, reading, shown, tracking
from bot.promises.cards import Reader
from bot.promises.choices import date_choices
from bot.promises.notice import NoticedPromise
from bot.promises.numbers import numbers_card
from bot.promises.shown import Desk
from storage import people, promises
from storage.database import Transaction
from storage.people import Person, Viewer
from storage.promises import Promise, note_change
from storage.rows import new_id
from storage.threads import Message

LONGEST = 1000
_WORDS = ("team", "numbers", "numbers team", "team numbers")
HELP_BY_HAND = "Write it as you told the customer, for example: /kindline promise I'll call Annelie back by Friday noon"


async def on_promises(event: CommandGiven, tx: Transaction) -> Outcomes:
    """One's own open promises; a colleague's for leads."""
    desk = await shown.desk_of(tx, event.workspace_id, event.person_id)
    if desk is None:
        return [Say(sentence("I don't know you yet. Please try again in a minute."))]
    wanted = event.text.strip()
    if not wanted:
        return [Say(await shown.list_card(tx, desk, event.person_id))]
    if wanted.lower() in _WORDS:
        return [Say(await _asked_for(tx, desk, wanted.lower()))]
    return [Say(await _colleagues(tx, desk, wanted))]


async def _asked_for(tx: Transaction, desk: Desk, wanted: str) -> Card:
    """One's own numbers for everybody; what concerns the team for leads."""
    if wanted == "numbers":
        return await numbers_card(tx, desk.viewer, is_team=False)
    if not desk.viewer.is_lead:
        return sentence("The team's promises are for leads. /promises alone shows yours, /promises numbers your own.")
    return await (shown.team_card(tx, desk) if wanted == "team" else numbers_card(tx, desk.viewer, is_team=True))


async def _colleagues(tx: Transaction, desk: Desk, wanted: str) -> Card:
    found = named(wanted, await people.colleagues(tx, desk.viewer.workspace_id))
    if len(found) == 1 and found[0].person_id == desk.viewer.person_id:
        return await shown.list_card(tx, desk, desk.viewer.person_id)
    if not found:
        return sentence(f"I know no colleague called “{wanted[:60]}”. Try /promises @name, or their full name.")
    if not desk.viewer.is_lead:
        return sentence("A colleague's promises are for them and their lead. /promises alone shows yours.")
    if len(found) > 1:
        names = ", ".join(person.name for person in found[:5])
        return sentence(f"Several colleagues fit “{wanted[:60]}”: {names}. Please write the whole name.")
    return await shown.list_card(tx, desk, found[0].person_id)


def named(wanted: str, colleagues: Sequence[Person]) -> list[Person]:
    """The colleagues that a mention, an id or a name fits; an exact fit wins over a part of a name."""
    meant = meant_person(wanted)
    asked = meant.name.casefold()
    exact = [p for p in colleagues if p.person_id == meant.id] or [p for p in colleagues if asked == p.name.casefold()]
    return exact or [p for p in colleagues if asked in (word.casefold() for word in p.name.split())]


async def on_promise(event: CommandGiven, tx: Transaction) -> Outcomes:
    """Put a promise on the list by hand, as one that was made on the telephone."""
    desk = await shown.desk_of(tx, event.workspace_id, event.person_id)
    words = " ".join(event.text.split())
    if desk is None or not words:
        return [Say(sentence(HELP_BY_HAND))]
    if len(words) > LONGEST:
        return [Say(sentence(f"That is longer than {LONGEST} characters. Please write only the promise."))]
    said = Message(
        workspace_id=event.workspace_id,
        channel_id=event.channel_id,
        message_id="",
        thread_id="",
        author_id=event.person_id,
        author_name=desk.name,
        text=words,
        sent_at=event.at,
        is_by_customer=False,
    )
    found = await reading.promises_in(tx, said)
    first = found[0] if found else await reading.whole_text(tx, said)
    promise = _by_hand(said, first, await reading.around(tx, said))
    tx.session.add(promise)
    await tx.session.flush()
    note_change(tx, promise, event.person_id, "noted by hand")
    timers = await tracking.timers(tx, promise, event.at)
    card = cards.noticed_card(promise, Reader(desk.rhythm.zone, tx.now), date_choices(promise, desk.rhythm, tx.now))
    return [Say(card), *timers, refreshed(event.person_id)]


def _by_hand(said: Message, found: NoticedPromise, place: reading.Around) -> Promise:
    promise = reading.new_promise(said, found, 0, place)
    promise.promise_id, promise.state, promise.quote = new_id("p"), life.OPEN, said.text
    return promise


async def home(viewer: Viewer, person: Person, tx: Transaction) -> Sequence[Part]:
    """The durable copy of every card: what is open, and what still waits for Track or Not a promise."""
    desk = await shown.desk_of(tx, viewer.workspace_id, person.person_id)
    if desk is None:
        return []
    live = await promises.open_promises(tx, viewer, person.person_id)
    proposed = await promises.proposed_promises(tx, viewer)
    if not live and not proposed and not viewer.has("agent"):
        return []
    listed = digest.sections(live, desk.rhythm, tx.now)
    return lists.home_parts(proposed, listed, Reader(desk.rhythm.zone, tx.now))
