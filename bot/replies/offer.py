"""Makes drafts from rows: who gets one, and what the composer needs to know."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import cast

from bot.actions import OfferDraft, Outcome
from bot.home import refreshed
from bot.model.asker import Asker
from bot.replies.capped import quietly
from bot.replies.evidence import answers, turn_of
from bot.replies.findings import Remark
from bot.replies.judging import Judging
from bot.replies.learning.examples import Examples
from bot.replies.learning.lessons import Lessons
from bot.replies.learning.voices import own_voice
from bot.replies.library import Library
from bot.replies.missing import answers_now, choices_now, is_choice, merged, told_asks
from bot.replies.muting import is_muted
from bot.replies.polishing.later import first_in_better_words, is_translated, may_be_translated
from bot.replies.shown import redrawn
from bot.replies.thinking import Thinking
from bot.replies.when import basis_hash, is_open, newest_turn
from bot.replies.wish import Wish
from bot.replies.writing.brief import DraftBrief, Style
from bot.replies.writing.compose import Draft as Composed
from bot.replies.writing.names import first_name
from bot.workspace_settings import calendar_of, settings_of
from storage import people, playbook, replies, threads, workspaces
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


ONE_HOUR = timedelta(hours=1)
_MAY_RETURN = ("stale", "used", "taken_back", "shadow")
"""The customer waits for the same words again: whatever answered them was deleted or taken back, or it was drafted
for in silence until now."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Composes drafts and offers them; holds the playbook's library."""

    library: Library
    thinking: Thinking
    judging: Judging
    examples: Examples = field(default_factory=Examples)
    lessons: Lessons = field(default_factory=Lessons)
    asker: Asker = field(default_factory=Asker)

    async def think_ahead(self, tx: Transaction, thread: Thread, who: Sequence[Person | None]) -> None:
        """Compose what `to` or `make` will want in a moment. Reads only, so no writer waits for the thinking."""
        messages = await threads.messages_of(tx, thread)
        if newest_turn(messages):
            for person in who:
                wish = await _wish(tx, thread, newest_turn(messages), person)
                composed = await self._composed(tx, thread, messages, person, wish)
                await self._remarks(tx, thread, composed, person.person_id if person else "")

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
                draft.state, stamp = "offered" if draft.text else "silent", again or tx.now.isoformat()
                draft.person_id = person.person_id if person else ""
            if not is_open(draft) and not may_be_translated(draft):
                continue
            if person is not None and not again and await self._is_held_back(tx, thread, draft, person):
                outcomes += [*quietly(draft, person, tx.now), *homes([draft.person_id])]
                continue
            outcomes.append(_offer(draft, stamp, is_asked_for=bool(again)))
            outcomes += homes([draft.person_id])
        return await first_in_better_words(tx, thread.workspace_id, outcomes, self.asker)

    async def make(self, tx: Transaction, thread: Thread, messages: Sequence[Message], person: Person | None) -> Draft:
        """The stored draft for this person on the newest customer turn; composed when it is new."""
        turn = newest_turn(messages)
        made_id = draft_id(thread, turn, person.person_id if person else "")
        known = await tx.session.get(Draft, (thread.workspace_id, made_id))
        if known is not None:
            return known
        wish = await _wish(tx, thread, turn, person)
        composed = await self._composed(tx, thread, messages, person, wish)
        draft = Draft(
            workspace_id=thread.workspace_id,
            draft_id=made_id,
            channel_id=thread.channel_id,
            thread_id=thread.thread_id,
            basis_id=turn[-1].message_id,
            basis_hash=basis_hash(turn),
            text="",
            created_at=tx.now,
            person_id=person.person_id if person else "",
            given=[dict(one) for one in wish.given],
        )
        await self.write_down(tx, thread, messages, draft, composed)
        await add_new(tx, draft)
        return await tx.session.get_one(Draft, (thread.workspace_id, made_id))

    async def _is_held_back(self, tx: Transaction, thread: Thread, draft: Draft, person: Person) -> bool:
        """Its agent wants no cards now, or had as many this hour as one can take in."""
        if draft.is_held or is_muted(person, tx.now):
            draft.is_held = True
            return True
        most = settings_of(await workspaces.workspace(tx, thread.workspace_id)).cards_per_hour
        draft.is_held = await replies.cards_before(tx, draft, ONE_HOUR) >= most
        return draft.is_held

    async def think_again(self, tx: Transaction, draft: Draft, wish: Wish) -> None:
        """Compose what `remake` will want in a moment; reads only."""
        thread = await threads.thread(tx, draft.workspace_id, draft.channel_id, draft.thread_id)
        if thread is not None and newest_turn(messages := await threads.messages_of(tx, thread)):
            person = await _person_of(tx, draft)
            composed = await self._composed(tx, thread, messages, person, wish)
            await self._remarks(tx, thread, composed, person.person_id if person else "")

    async def remake(self, tx: Transaction, thread: Thread, draft: Draft, wish: Wish) -> bool:
        """Write a known draft anew with what its agent added. False, and nothing changes, when nothing could be said
        in that way."""
        messages, person = await threads.messages_of(tx, thread), await _person_of(tx, draft)
        composed = await self._composed(tx, thread, messages, person, wish)
        if composed.is_empty and not is_translated(draft):  # What was translated is written anew by the model alone.
            return False
        draft.given, draft.style, draft.remedy = [dict(one) for one in wish.given], wish.style, wish.remedy
        if not composed.is_empty:
            await self.write_down(tx, thread, messages, draft, composed)
        return True

    async def write_down(
        self,
        tx: Transaction,
        thread: Thread,
        messages: Sequence[Message],
        draft: Draft,
        composed: Composed,
        *,
        remarks: Sequence[Remark] | None = None,
    ) -> None:
        """What was composed, in the draft's row; the state of a draft that is there already stays. `remarks` where it
        was held against the standard already."""
        if remarks is None:
            remarks = await self._remarks(tx, thread, composed, draft.person_id)
        draft.text, draft.needs, draft.due_at = composed.text, composed.needs, composed.due_at
        draft.by_model = ""
        draft.asks = [asdict(ask) for ask in composed.asks]
        chosen = {ask.ask for ask in composed.asks if ask.is_chosen}
        lost = {ask.ask for ask in composed.asks} - chosen  # The page says something else since it was chosen.
        draft.given = [one for one in draft.given if not is_choice(one) or one["ask"] not in lost]
        told = told_asks(draft)
        own = {ask.source for ask in composed.asks if ask.ask in told}  # Their own words are no page.
        draft.sources = [source for source in composed.sources if source not in own]
        draft.guidance = list(composed.guidance)
        draft.findings = [asdict(remark) for remark in remarks]
        draft.why, draft.note = _why(composed, messages), _note(messages)
        draft.offers = [{"key": one.key, "words": one.words, "needs_lead": one.needs_lead} for one in composed.offers]
        draft.can_link = not thread.record_id and await playbook.has_customers(tx, thread.workspace_id)
        if composed.is_empty:
            draft.state = "silent"

    async def _composed(
        self, tx: Transaction, thread: Thread, messages: Sequence[Message], person: Person | None, wish: Wish
    ) -> Composed:
        made_id = draft_id(thread, newest_turn(messages), person.person_id if person else "")
        brief = await self.brief(tx, thread, messages, person, wish)
        return await self.thinking.draft(made_id, brief)

    async def _remarks(self, tx: Transaction, thread: Thread, composed: Composed, person_id: str) -> Sequence[Remark]:
        """What the standard says to a draft of ours; there should be nothing."""
        if composed.is_empty:
            return ()
        told = answers([asdict(ask) for ask in composed.asks])
        judged = await self.judging.in_thread(tx, thread, person_id, composed.text, told=told)
        return judged.remarks

    async def brief(
        self, tx: Transaction, thread: Thread, messages: Sequence[Message], person: Person | None, wish: Wish
    ) -> DraftBrief:
        """All that a draft for this person may be made of."""
        turns = [turn_of(message) for message in messages]
        home = await workspaces.workspace(tx, thread.workspace_id)
        calendar = calendar_of(home)
        record = await self.library.record(tx, thread.workspace_id, wish.record_id or thread.record_id)
        customer = await people.person(tx, thread.workspace_id, thread.customer_id) if thread.customer_id else None
        agent_zone = person.own_zone if person else calendar.zone
        place = f"{thread.workspace_id}:{thread.channel_id}:{thread.thread_id}"
        return DraftBrief(
            turns=turns,
            reading=await self.thinking.reading(place, turns),
            customer_name=(record.name if record else "") or thread.customer_name,
            agent_name=person.first_name if person else "",
            record=record,
            sections=(
                *await self.library.sections(tx, thread.workspace_id),
                *await self.examples.sections(tx, thread.workspace_id, calendar.zone),
            ),
            meaning=await self.library.meaning_of(tx, thread.workspace_id),
            now=tx.now.replace(second=0, microsecond=0),  # A draft speaks of minutes, and stays the same for one.
            customer_zone=(record.zone if record else "") or (customer.own_zone if customer else "") or agent_zone,
            agent_zone=agent_zone,
            calendar=calendar,
            stock=await self.library.stock(tx, thread.workspace_id),
            given=answers_now(wish.given, tx.now, agent_zone),
            chosen=choices_now(wish.given),
            style=cast(Style, wish.style),
            chosen_remedy=wish.remedy,
            role=await _role(tx, thread.workspace_id, person),
            earlier_texts=[turn.text for turn in turns if turn.by == "agent"],
            voice=await own_voice(tx, thread.workspace_id, person.person_id if person else ""),
            priors=await self.lessons.priors(tx, thread.workspace_id),
        )


async def _wish(tx: Transaction, thread: Thread, turn: Sequence[Message], person: Person | None) -> Wish:
    """What was added to this draft; for a new one, what agents told to the thread's earlier drafts."""
    made_id = draft_id(thread, turn, person.person_id if person else "")
    known = await tx.session.get(Draft, (thread.workspace_id, made_id))
    if known is not None:
        return Wish.of(known)
    earlier = await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id)
    return Wish(tuple(merged(earlier)))


async def _person_of(tx: Transaction, draft: Draft) -> Person | None:
    """Whose draft it is; None for one that any agent may take."""
    return await people.person(tx, draft.workspace_id, draft.person_id) if draft.person_id else None


async def _role(tx: Transaction, workspace_id: str, person: Person | None) -> str:
    """Whose limits hold for what this agent may offer."""
    roles = await people.roles_of(tx, workspace_id, person.person_id) if person else ()
    return "lead" if "lead" in roles else "agent"


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


def _note(messages: Sequence[Message]) -> str:
    """Where the newest words stand, when an agent would look for them in vain."""
    outside = [message for message in newest_turn(messages) if message.is_outside]
    if not outside:
        return ""
    who = first_name(outside[-1].author_name) or "The customer"
    return f"{who} answered outside the thread, in the channel. This reply goes into the thread."


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
