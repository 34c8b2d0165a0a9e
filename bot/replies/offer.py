"""Makes drafts from rows: who gets one, and what the composer needs to know."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from bot.actions import OfferDraft, Outcome
from bot.conversation import Turn
from bot.home import refreshed
from bot.replies.compose import Draft as Composed
from bot.replies.library import Library
from bot.replies.plan import DraftBrief
from bot.replies.shown import redrawn
from bot.replies.thinking import Thinking
from bot.replies.when import basis_hash, is_open, newest_turn
from bot.workspace_settings import calendar_of
from storage import people, replies, threads, workspaces
from storage.database import Transaction, add_new
from storage.people import Person
from storage.replies import Draft
from storage.threads import Message, Thread


async def readers(tx: Transaction, thread: Thread) -> Sequence[Person]:
    """Who sees the draft: the thread's owner, and until there is one every agent who can be reached."""
    active = await people.with_role(tx, thread.workspace_id, "agent")
    agents = [one for one in active if await people.is_reachable(tx, one)]
    owner = [p for p in agents if p.person_id == thread.owner_id]
    return owner or agents


def draft_id(thread: Thread, turn: Sequence[Message], person_id: str) -> str:
    """The same customer words and the same agent always give the same id, so a repeated event is harmless."""
    whole = (thread.workspace_id, thread.channel_id, thread.thread_id, basis_hash(turn), person_id)
    return "d" + sha256("\x1f".join(whole).encode()).hexdigest()[:20]


_MAY_RETURN = ("stale", "used", "taken_back")
"""The customer waits for the same words again, so whatever answered them was deleted or taken back."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Composes drafts and offers them; holds the playbook's library."""

    library: Library
    thinking: Thinking

    async def think_ahead(self, tx: Transaction, thread: Thread, who: Sequence[Person | None]) -> None:
        """Compose what `to` or `make` will want in a moment. Reads only, so no writer waits for the thinking."""
        messages = await threads.messages_of(tx, thread)
        if newest_turn(messages):
            for person in who:
                await self._composed(tx, thread, messages, person)

    async def to(
        self, tx: Transaction, thread: Thread, who: Sequence[Person | None], *, again: str = ""
    ) -> list[Outcome]:
        """Offer a draft to each person (None: openly, to whoever takes it). `again` shows a known draft once more."""
        messages = await threads.messages_of(tx, thread)
        outcomes: list[Outcome] = []
        for person in who:
            draft = await self.make(tx, thread, messages, person)
            stamp = again
            if draft.state in _MAY_RETURN:
                draft.state, stamp = "offered", again or tx.now.isoformat()
                draft.person_id = person.person_id if person else ""
            if not is_open(draft):
                continue
            outcomes.append(_offer(draft, stamp, is_asked_for=bool(again)))
            outcomes += homes([draft.person_id])
        return outcomes

    async def make(self, tx: Transaction, thread: Thread, messages: Sequence[Message], person: Person | None) -> Draft:
        """The stored draft for this person on the newest customer turn; composed when it is new."""
        turn = newest_turn(messages)
        made_id = draft_id(thread, turn, person.person_id if person else "")
        known = await tx.session.get(Draft, (thread.workspace_id, made_id))
        if known is not None:
            return known
        composed = await self._composed(tx, thread, messages, person)
        draft = Draft(
            workspace_id=thread.workspace_id,
            draft_id=made_id,
            channel_id=thread.channel_id,
            thread_id=thread.thread_id,
            basis_id=turn[-1].message_id,
            basis_hash=basis_hash(turn),
            text=composed.text,
            created_at=tx.now,
            person_id=person.person_id if person else "",
            state="silent" if composed.is_empty else "offered",
            asks=[asdict(ask) for ask in composed.asks],
            sources=list(composed.sources),
            guidance=list(composed.guidance),
            needs=composed.needs,
            due_at=composed.due_at,
            why=_why(composed, messages),
        )
        await add_new(tx, draft)
        return await tx.session.get_one(Draft, (thread.workspace_id, made_id))

    async def _composed(
        self, tx: Transaction, thread: Thread, messages: Sequence[Message], person: Person | None
    ) -> Composed:
        made_id = draft_id(thread, newest_turn(messages), person.person_id if person else "")
        brief = await self._brief(tx, thread, [turn_of(message) for message in messages], person)
        return await self.thinking.draft(made_id, brief)

    async def _brief(self, tx: Transaction, thread: Thread, turns: Sequence[Turn], person: Person | None) -> DraftBrief:
        home = await workspaces.workspace(tx, thread.workspace_id)
        calendar = calendar_of(home)
        record = await self.library.record(tx, thread.workspace_id, thread.record_id)
        customer = await people.person(tx, thread.workspace_id, thread.customer_id) if thread.customer_id else None
        agent_zone = person.own_zone if person else calendar.zone
        place = f"{thread.workspace_id}:{thread.channel_id}:{thread.thread_id}"
        return DraftBrief(
            turns=turns,
            reading=await self.thinking.reading(place, turns),
            customer_name=(record.name if record else "") or thread.customer_name,
            agent_name=person.first_name if person else "",
            record=record,
            sections=await self.library.sections(tx, thread.workspace_id),
            now=tx.now.replace(second=0, microsecond=0),  # A draft speaks of minutes, and stays the same for one.
            customer_zone=(record.zone if record else "") or (customer.own_zone if customer else "") or agent_zone,
            agent_zone=agent_zone,
            calendar=calendar,
            earlier_texts=[turn.text for turn in turns if turn.by == "agent"],
        )


def _offer(draft: Draft, stamp: str, *, is_asked_for: bool) -> OfferDraft:
    return OfferDraft(
        key=f"offer:{draft.draft_id}:{stamp}",
        draft_id=draft.draft_id,
        person_id=draft.person_id,
        is_asked_for=is_asked_for,
    )


def homes(person_ids: Sequence[str]) -> list[Outcome]:
    """Draw these people's home pages anew, since a draft of theirs came or went."""
    return [refreshed(person_id) for person_id in dict.fromkeys(person_ids) if person_id]


def _why(composed: Composed, messages: Sequence[Message]) -> str:
    if composed.is_empty:
        return composed.reason
    files = [name for message in newest_turn(messages) for name in message.files]
    return f"I can't open files, so please look at {', '.join(files)} yourself." if files else ""


def turn_of(message: Message) -> Turn:
    return Turn(
        by="customer" if message.is_by_customer else "agent",
        name=message.author_name,
        text=message.text,
        sent_at=message.sent_at,
        files=tuple(message.files),
    )


async def retire_drafts(
    tx: Transaction, thread: Thread, *, but: str = "", turn: Sequence[Message] = (), pressed: str = ""
) -> list[Outcome]:
    """Mark open drafts of the thread as stale, save those that answer just this turn. Their cards and their agents'
    home pages say so; not the `pressed` card, which has an answer of its own."""
    still_right = basis_hash(turn) if turn else ""
    outcomes: list[Outcome] = []
    for draft in await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id):
        is_kept = draft.draft_id == but or draft.basis_hash == still_right or bool(draft.promise_id)
        if is_open(draft) and not is_kept:
            draft.state = "stale"
            outcomes += [*await redrawn(tx, draft, but=pressed), *homes([draft.person_id])]
    return outcomes
