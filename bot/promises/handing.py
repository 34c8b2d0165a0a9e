"""Hands a promise to a colleague: it stays its owner's until the colleague, who is told the whole story, says yes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.actions import CancelTimers, OpenForm, Outcome, Outcomes, RefuseForm, Replace, ReplacePressed, TellPerson
from bot.cards import Card, sentence
from bot.events import ButtonPressed, FormSubmitted
from bot.home import refreshed
from bot.notes import LINK_CHANNEL, LINK_MESSAGE
from bot.promises import cards, hand_cards, life, reminding, shown, tracking
from bot.promises.cards import GONE, Reader
from bot.promises.ids import Ref, ref_of, timer_prefix
from bot.promises.remind import Stage, told_mark, told_stage
from bot.promises.shown import Desk, desk_of, reader_of
from bot.promises.story import story_of
from bot.promises.wording import customer_of, deed
from storage import people, promises, threads
from storage.database import Transaction
from storage.people import Person, machine
from storage.promises import Promise, note_change
from storage.rows import new_id

OFFER, OFFERS, ANSWER, ASKED = "promise.offer", "promise.offers", "promise.offer_answer", "promise.offer_made"
MOST_ASKED = 3
"""So many colleagues are asked at once when an owner is gone; the leads hear of it in any case."""


async def on_hand_over(event: ButtonPressed, tx: Transaction, desk: Desk, ref: Ref, promise: Promise) -> list[Outcome]:
    reader = await reader_of(tx, desk, promise.owner_id)
    form_ref = Ref(ref.promise_id, ref.origin, f"{promise.due_version};{event.reply_to}")
    return [OpenForm(hand_cards.hand_form(promise, reader, form_ref))]


async def on_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """Ask the colleague; a lead who names themselves has said yes already."""
    ref = ref_of(event.subject)
    _, _, reply_to = ref.more.partition(";")
    desk = await desk_of(tx, event.workspace_id, event.person_id)
    promise = await promises.locked_promise(tx, desk.viewer, ref.promise_id) if desk is not None else None
    if promise is None or promise.state not in life.LIVE:
        state = life.refusal(promise.state, who="", when="") if promise is not None else GONE
        return [RefuseForm({"to": state})]
    to = await people.person(tx, event.workspace_id, str(event.values.get("to") or ""))
    if to is None or (problem := await _why_not(tx, to, promise)):
        return [RefuseForm({"to": problem if to is not None else "Please choose a colleague."})]
    note = " ".join(str(event.values.get("note") or "").split())
    homes: list[Outcome] = [refreshed(person) for person in sorted({promise.owner_id, event.person_id})]
    if to.person_id == event.person_id:
        return [*await take(tx, promise, to, event), *homes]
    asked = offered(tx, promise, [to], by=event.person_id, note=note)
    about = {"promise_id": promise.promise_id, "person_id": event.person_id, "origin": ref.origin}
    key = f"offer-made:{promise.promise_id}:{new_id()}"
    told = [ReplacePressed(key=key, reply_to=reply_to, topic=ASKED, about=about)] if reply_to else []
    return [*asked, *told, *homes]


async def _why_not(tx: Transaction, to: Person, promise: Promise) -> str:
    """Why this person can't be asked; empty when they can."""
    viewer = await people.viewer(tx, promise.workspace_id, to.person_id)
    if to.person_id == promise.owner_id:
        return "It is theirs already." if promise.owner_id else "Please choose a colleague."
    if not viewer.is_staff or not (viewer.has("agent") or viewer.is_lead):
        return f"{to.name} answers no customers here. A lead can change that with /kindline team."
    rhythm = await tracking.rhythm_for(tx, promise.workspace_id, to.person_id)
    if rhythm is not None and rhythm.is_away(tx.now):
        return f"{to.name} is away at the moment. Please choose somebody else."
    if not await people.is_reachable(tx, to):
        return f"I can't reach {to.name} at the moment. Please choose somebody else."
    return ""


async def may_take(tx: Transaction, person: Person, promise: Promise) -> bool:
    return await _why_not(tx, person, promise) == ""


def offered(tx: Transaction, promise: Promise, to: Sequence[Person], *, by: str, note: str = "") -> list[Outcome]:
    """Ask them; whoever says yes first has it."""
    _remember(tx, promise, to, by)
    found: list[Outcome] = []
    for person in to:
        about = {"promise_id": promise.promise_id, "by": by, "note": note, **_linked(promise)}
        key = f"offer:{promise.promise_id}:v{promise.due_version}:{person.person_id}:{new_id()}"
        found.append(TellPerson(key=key, person_id=person.person_id, topic=OFFER, about=about))
    return found


def offered_together(tx: Transaction, owner_id: str, together: Sequence[Promise], to: Person) -> TellPerson:
    """Ask one colleague about several promises of somebody who is gone, in one note."""
    for promise in together:
        _remember(tx, promise, [to], by="")
    key = f"offers:{owner_id}:{to.person_id}:{new_id()}"
    return TellPerson(key=key, person_id=to.person_id, topic=OFFERS, about={"owner_id": owner_id})


def _remember(tx: Transaction, promise: Promise, to: Sequence[Person], by: str) -> None:
    new = {person.person_id: {"to": person.person_id, "name": person.name, "by": by} for person in to}
    promise.offers = list(({one["to"]: one for one in promise.offers} | new).values())
    for person in to:
        note_change(tx, promise, by, "hand over offered", to=person.person_id)


def _linked(promise: Promise) -> dict[str, str]:
    place = promise.message_id if promise.quote else promise.thread_id
    return {LINK_CHANNEL: promise.channel_id, LINK_MESSAGE: place} if place else {}


async def offer_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """The question with the story, as the rows are now; nothing when it was answered meanwhile."""
    promise = await promises.promise(tx, machine(workspace_id), about["promise_id"])
    desk = await desk_of(tx, workspace_id, person_id)
    if promise is None or desk is None or not is_asked(promise, person_id):
        return None
    owner = await people.person(tx, workspace_id, promise.owner_id)
    asker = await people.person(tx, workspace_id, about["by"]) if about["by"] else None
    reader = Reader(desk.rhythm.zone, tx.now, is_owner=False, owner_name=owner.name if owner else "")
    story = await story_of(tx, promise, desk.rhythm.zone)
    return hand_cards.offer_card(promise, reader, asker=asker.name if asker else "", note=about["note"], story=story)


async def offers_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """The questions that are still open to them, of everything that one colleague owed."""
    return await _offers_card(tx, workspace_id, person_id, about["owner_id"])


async def _offers_card(
    tx: Transaction, workspace_id: str, person_id: str, owner_id: str, line: str = ""
) -> Card | None:
    desk = await desk_of(tx, workspace_id, person_id)
    owed = await promises.open_promises(tx, machine(workspace_id), owner_id)
    mine = [one for one in owed if is_asked(one, person_id)]
    if desk is None or not mine:
        return sentence(line) if line else None
    return hand_cards.offers_card(mine, await reader_of(tx, desk, owner_id), owner_id, line=line)


async def _answered(tx: Transaction, event: ButtonPressed, card: Card) -> Card:
    """In a list the other questions stay where they are."""
    ref = ref_of(event.subject)
    if ref.origin != hand_cards.IN_LIST:
        return card
    return await _offers_card(tx, event.workspace_id, event.person_id, ref.more, card.summary) or card


def is_asked(promise: Promise, person_id: str) -> bool:
    return promise.state in life.LIVE and any(one["to"] == person_id for one in promise.offers)


async def asked_note(workspace_id: str, _person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """What stands where the card was from which somebody was asked."""
    promise = await promises.promise(tx, machine(workspace_id), about["promise_id"])
    desk = await desk_of(tx, workspace_id, about["person_id"])
    if promise is None or desk is None or promise.state not in life.LIVE:
        return None
    line = hand_cards.asked_line([one["name"] for one in promise.offers]) or "It was taken over."
    return await shown.card_after(tx, desk, about.get("origin", ""), promise, line)


async def on_take(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """The first yes counts."""
    promise, taker, problem = await _asked(event, tx)
    desk = await desk_of(tx, event.workspace_id, event.person_id)
    if promise is None or taker is None or desk is None:
        return [Replace(await _answered(tx, event, sentence(problem)))]
    outcomes = await take(tx, promise, taker, event)
    card = cards.live_card(promise, Reader(desk.rhythm.zone, tx.now), "Thank you, it is yours now.")
    if ref_of(event.subject).origin == hand_cards.IN_LIST:
        card = sentence(f"Thank you, it is yours now: {deed(promise)}.")
    return [Replace(await _answered(tx, event, card)), *outcomes]


async def take(tx: Transaction, promise: Promise, taker: Person, event: ButtonPressed | FormSubmitted) -> list[Outcome]:
    """It is theirs from now on: the reminders, the customer's thread, and the place in their list."""
    former = promise.owner_id
    stage = told_stage(promise.told, promise.due_version)
    promise.owner_id, promise.offers = taker.person_id, []
    promise.due_version += 1  # The former owner's reminders that are under way end here.
    promise.told = told_mark(promise.due_version, stage) if stage is not None else ""
    note_change(tx, promise, taker.person_id, "handed over", **{"from": former, "to": taker.person_id})
    thread = await threads.thread(tx, promise.workspace_id, promise.channel_id, promise.thread_id)
    if thread is not None and thread.owner_id == former:
        thread.owner_id = taker.person_id
    timers = await tracking.timers(tx, promise, event.at)
    told = await _tell(tx, promise, former, taker.person_id, "took")
    homes = [refreshed(person) for person in (former, taker.person_id)]
    return [CancelTimers(timer_prefix(promise.promise_id)), *timers, *told, *homes]


async def on_leave(event: ButtonPressed, tx: Transaction) -> Outcomes:
    """A no is told at once to the owner and to whoever asked; when the last one said no and nobody owns it, the leads
    hear of it."""
    promise, person, problem = await _asked(event, tx)
    if promise is None or person is None:
        return [Replace(await _answered(tx, event, sentence(problem)))]
    told = await declined(tx, promise, event.person_id)
    named = [
        found.first_name for one in told if (found := await people.person(tx, promise.workspace_id, one.person_id))
    ]
    hear = f"{' and '.join(named)} {'hears' if len(named) == 1 else 'hear'} that it stays where it is."
    line = f"All right. {hear if named else 'It stays where it is.'}"
    return [Replace(await _answered(tx, event, sentence(line))), *told, refreshed(promise.owner_id)]


async def declined(tx: Transaction, promise: Promise, person_id: str, why: str = "declined") -> list[TellPerson]:
    """The offer to this person is over; the notes go to whoever has to find somebody else."""
    asker = next((one.get("by", "") for one in promise.offers if one["to"] == person_id), "")
    promise.offers = [one for one in promise.offers if one["to"] != person_id]
    note_change(tx, promise, person_id, f"hand over {why}")
    told: list[TellPerson] = []
    for whom in dict.fromkeys(filter(None, (promise.owner_id, asker))):
        told += await _tell(tx, promise, whom, person_id, "left")
    owner = await people.person(tx, promise.workspace_id, promise.owner_id)
    if promise.offers or await people.is_reachable(tx, owner):
        return told
    leads = await people.leads_or_admins(tx, promise.workspace_id, besides=promise.owner_id)
    heard = {one.person_id for one in told} | {person_id}
    orphan = [reminding.Saying(promise, Stage.LEAD)]
    # Each no is news, also where the same promise was on a lead's list before.
    lists = [reminding.list_for(lead.person_id, orphan) for lead in leads if lead.person_id not in heard]
    return [*told, *(replace(one, key=f"{one.key}:{new_id()}") for one in lists)]


async def _asked(event: ButtonPressed, tx: Transaction) -> tuple[Promise | None, Person | None, str]:
    """The promise, held, for somebody who was asked to take it over; otherwise why not."""
    ref = ref_of(event.subject)
    found = await promises.locked_promise(tx, machine(event.workspace_id), ref.promise_id)
    person = await people.person(tx, event.workspace_id, event.person_id)
    if found is not None and person is not None and is_asked(found, event.person_id):
        return found, person, ""
    return None, None, await _too_late(tx, found, event.person_id)


async def _too_late(tx: Transaction, found: Promise | None, person_id: str) -> str:
    story = await promises.history(tx, machine(found.workspace_id), found.promise_id) if found is not None else []
    was_asked = any(one.what == "hand over offered" and one.about.get("to") == person_id for one in story)
    if found is None or not was_asked:
        return GONE
    if found.state not in life.LIVE:
        return life.refusal(found.state, who="", when="")
    if found.owner_id == person_id:
        return "It is yours already."
    owner = await people.person(tx, found.workspace_id, found.owner_id)
    return f"Thank you. {owner.name if owner else 'A colleague'} looks after it."


async def _tell(tx: Transaction, promise: Promise, whom: str, by: str, how: str) -> list[TellPerson]:
    """The former owner, where they can be reached, and nobody about what they did themselves."""
    person = await people.person(tx, promise.workspace_id, whom)
    if whom == by or not await people.is_reachable(tx, person):
        return []
    about = {"promise_id": promise.promise_id, "by": by, "how": how, **_linked(promise)}
    key = f"offer-answer:{promise.promise_id}:{by}:{new_id()}"
    return [TellPerson(key=key, person_id=whom, topic=ANSWER, about=about)]


async def answer_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    promise = await promises.promise(tx, machine(workspace_id), about["promise_id"])
    desk = await desk_of(tx, workspace_id, person_id)
    by = await people.person(tx, workspace_id, about["by"])
    if promise is None or desk is None or by is None:
        return None
    words = deed(promise)
    if about["how"] == "took":
        customer = customer_of(promise)
        return sentence(f"{by.name} took over your promise to {customer}: {words}. Nothing more to do for you.")
    if promise.state not in life.LIVE:
        return None
    if promise.owner_id == person_id:
        line = f"{by.name} can't take over your promise: {words}. It stays with you."
        return cards.live_card(promise, Reader(desk.rhythm.zone, tx.now), line)
    reader = await reader_of(tx, desk, promise.owner_id)
    line = f"{by.name} can't take over the promise of {reader.owner_name or 'a colleague'}: {words}."
    return cards.live_card(promise, reader, line) if desk.viewer.is_lead else sentence(line)
