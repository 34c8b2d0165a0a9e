"""Holds somebody's words against the service standard, beside the event loop: in their thread where one is known, else
by themselves."""

import asyncio
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.calendar.local import zone_named
from bot.conversation import Turn
from bot.own_standard import own_standard
from bot.reading.language import NAMES, language_of
from bot.reading.read import Reading
from bot.replies.evidence import Known, answers, known, turn_of
from bot.replies.findings import Remark
from bot.replies.library import Library
from bot.replies.standing_dates import dates_in_doubt
from bot.replies.thinking import Thinking
from bot.standard.check import LONGEST_DRAFT, Context, check
from bot.workspace_settings import calendar_of, own_day
from storage import people, promises, replies, threads, workspaces
from storage.database import Transaction
from storage.threads import Message, Thread

KEPT = 256
"""Judgements kept in memory, so that what was judged before a transaction costs nothing inside it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the standard says to `text`. `is_in_thread` when its thread was read too."""

    text: str
    remarks: tuple[Remark, ...] = ()
    is_in_thread: bool = False

    @property
    def has_words(self) -> bool:
        return bool(re.search(r"[^\W_]", self.text))

    @property
    def language(self) -> str:
        """The language's name where it is one in which the standard cannot judge yet; else empty."""
        code = language_of(self.text[:LONGEST_DRAFT])
        return "" if code == "en" else NAMES.get(code, code)

    @property
    def is_too_long(self) -> bool:
        return len(self.text) > LONGEST_DRAFT


@dataclass(slots=True)
class Judging:
    library: Library
    thinking: Thinking
    _kept: dict[str, tuple[str, Context, Known, tuple[Remark, ...]]] = field(default_factory=dict)

    async def alone(self, tx: Transaction, workspace_id: str, person_id: str, text: str) -> Judged:
        """Only rules that can be told from the words themselves find anything."""
        own = own_standard(await workspaces.workspace(tx, workspace_id))
        context = Context(muted=own.muted, phrases=own.phrases)
        remarks = await self._remarks(f"{workspace_id}:{person_id}", text, context, Known())
        return Judged(text, (*remarks, *await _dates(tx, workspace_id, person_id, text)))

    async def in_thread(
        self,
        tx: Transaction,
        thread: Thread,
        person_id: str,
        text: str,
        *,
        until: Message | None = None,
        told: Mapping[str, str] | None = None,
        is_answer: bool = True,
    ) -> Judged:
        """As words in this thread: after all that was said there, or what was said before the message `until`.
        `told` is what the playbook says to its asks, where that is known better than from the stored drafts;
        `is_answer` is False for words that answer no message, such as a notice about a promise."""
        messages = list(await threads.messages_of(tx, thread))
        if until is not None:
            messages = [one for one in messages if (one.sent_at, one.message_id) < (until.sent_at, until.message_id)]
        turns = [turn_of(message) for message in messages]
        if not any(turn.by == "customer" for turn in turns):
            return await self.alone(tx, thread.workspace_id, person_id, text)
        is_asked = is_answer and turns[-1].by == "customer"  # After an answer nobody has to give the same one again.
        context, facts = await self.against(tx, thread, person_id, turns if is_asked else (), told)
        context = replace(context, turns=tuple(turns))
        key = f"{_place(thread)}:{person_id}"
        remarks = await self._remarks(key, text, context, facts)
        # What was sent already can't be dated otherwise; there the promise itself asks.
        dates = await _dates(tx, thread.workspace_id, person_id, text) if until is None else ()
        return Judged(text, (*remarks, *dates), True)

    async def against(
        self, tx: Transaction, thread: Thread, person_id: str, turns: Sequence[Turn], told: Mapping[str, str] | None
    ) -> tuple[Context, Known]:
        """What words in this thread are held against, for `remarks_on`; without turns nothing waits for an answer."""
        reading = await self.thinking.reading(_place(thread), turns) if turns else Reading()
        own = own_standard(await workspaces.workspace(tx, thread.workspace_id))
        facts = await self._facts(tx, thread, person_id, told)
        return Context(tuple(turns), reading, muted=own.muted, phrases=own.phrases), facts

    async def _facts(self, tx: Transaction, thread: Thread, person_id: str, told: Mapping[str, str] | None) -> Known:
        """The customer's record, both zones, and what the playbook answered to the newest draft's asks."""
        record = await self.library.record(tx, thread.workspace_id, thread.record_id)
        agent = await people.person(tx, thread.workspace_id, person_id) if person_id else None
        if told is None:
            drafts = await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id)
            told = next((answers(draft.asks) for draft in reversed(drafts) if not draft.promise_id), {})
        return known(record, told, (record.zone if record else "", agent.own_zone if agent else ""))

    async def _remarks(self, key: str, text: str, context: Context, facts: Known) -> tuple[Remark, ...]:
        kept = self._kept.pop(key, None)
        if kept is None or kept[:3] != (text, context, facts):
            kept = (text, context, facts, await asyncio.to_thread(remarks_on, text, context, facts))
        self._kept[key] = kept
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return kept[3]


def _place(thread: Thread) -> str:
    return f"{thread.workspace_id}:{thread.channel_id}:{thread.thread_id}"


async def _dates(tx: Transaction, workspace_id: str, person_id: str, text: str) -> Sequence[Remark]:
    """Dates that this person would promise and that can't stand well."""
    home = await workspaces.workspace(tx, workspace_id)
    person = await people.person(tx, workspace_id, person_id) if person_id else None
    calendar = calendar_of(home)
    zone = own_day(person, home).zone if person is not None else calendar.zone
    owed = await promises.open_promises(tx, people.machine(workspace_id), person_id) if person_id else ()
    load = Counter(one.due_at.astimezone(zone_named(calendar.zone)).date() for one in owed if one.due_at is not None)
    return await asyncio.to_thread(dates_in_doubt, text, tx.now, zone, calendar, load)


def remarks_on(text: str, context: Context, known: Known) -> tuple[Remark, ...]:
    """What people are told. A playbook and a record never hold all that there is to tell."""
    found = check(text, replace(context, known=known.answers, given=known.given, is_partial=True))
    each = {(one.rule, one.start, one.why): one for one in found}
    return tuple(Remark.of(one, text) for one in sorted(each.values(), key=lambda one: one.start))
