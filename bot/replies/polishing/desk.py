"""Puts waiting drafts into better words when their timer comes: asks beside everything else, then writes down what
passed and lets the cards go."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field, replace

import structlog

from bot.actions import OfferDraft, Outcome, Outcomes, TellPerson
from bot.events import TimePassed
from bot.model.asker import Asked
from bot.reading.language import NAMES
from bot.replies.findings import Remark
from bot.replies.judging import remarks_on
from bot.replies.offer import Offers, homes
from bot.replies.polishing.cases import Job, Jobs, case_of, masks_of
from bot.replies.polishing.later import NOT_ANEW, is_translated, may_be_translated
from bot.replies.polishing.translating import Translating
from bot.replies.polishing.worth import is_worth_asking
from bot.replies.polishing.writing import Writing, Written
from bot.replies.redo import cards_anew
from bot.replies.when import is_open, still_fits
from bot.replies.wish import Wish
from bot.replies.writing.compose import Draft as Composed
from prompts.asking import Trouble
from storage import model_use, people, replies, threads
from storage.database import Transaction
from storage.people import machine
from storage.replies import Draft

log = structlog.get_logger()
BUDGET = "reply.model_budget"
"""The topic of the line that tells admins that the day's budget is spent."""
TRANSLATED = "This customer writes in {name}. Your model translated both ways, so please read it with care."
KEPT = 256
MOST_AT_ONCE = 6
"""Threads that may wait for a model at a time: fewer than the dispatcher has hands, so that a reminder never waits for
one. In a greater rush the other cards come at once, in our own words."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one job; `composed` is what the rules decided, with the words that passed."""

    wish: Wish
    composed: Composed
    line: str
    trouble: Trouble | None
    remarks: Sequence[Remark] = ()
    """What the standard says to it; it cannot judge other languages than English yet."""


@dataclass(frozen=True, slots=True)
class Polishing:
    offers: Offers
    jobs: Jobs
    _done: dict[str, Done] = field(default_factory=dict)
    _hands: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))

    async def before(self, event: TimePassed, tx: Transaction) -> Awaitable[None] | None:
        """Read all that is needed; the model is asked once the rows are let go."""
        found = [await self.jobs.of(tx, event.workspace_id, one) for one in _draft_ids(event)]
        jobs = [job for job in found if job is not None and (job.is_foreign or not job.is_in_better_words)]
        return self._ask(jobs) if jobs else None

    async def _ask(self, jobs: Sequence[Job]) -> None:
        if self._hands.locked():
            all_done = [
                _refused(job, Trouble.BUSY) if not job.is_foreign and job.is_worth_asking else None for job in jobs
            ]
        else:
            async with self._hands:
                all_done = await asyncio.gather(*map(self._one, jobs))
        for job, done in zip(jobs, all_done, strict=True):
            if done is not None:
                self._done[job.draft_id] = done
        while len(self._done) > KEPT:
            del self._done[next(iter(self._done))]

    async def _one(self, job: Job) -> Done | None:
        """A card never depends on the model: whatever breaks on the way to its words, our own are there."""
        try:
            return await self._worded(job)
        except Exception as error:
            # What it says may hold somebody's words, so its kind alone is told.
            log.error("model.polishing_failed", draft_id=job.draft_id, kind=type(error).__name__)
            return _refused(job, Trouble.GARBAGE)

    async def _worded(self, job: Job) -> Done | None:
        asked = Asked(job.workspace_id, job.channel_id)
        if job.is_foreign:
            return await self._foreign(job, asked)
        if not job.is_worth_asking:
            return None
        written = await Writing(self.offers.asker).write(case_of(job))
        done = _done(job, job.composed, written, written.line)
        found = await asyncio.to_thread(remarks_on, done.composed.text, job.context, job.facts)
        return replace(done, remarks=found)

    async def _foreign(self, job: Job, asked: Asked) -> Done | None:
        masks = masks_of(job)
        english = await Translating(self.offers.asker).decided(asked, job.brief, masks)
        if english.brief is None or english.composed is None:
            trouble = english.trouble or Trouble.GARBAGE
            return _refused(job, trouble)
        if not is_worth_asking(english.brief, english.composed):
            return None
        language = job.brief.reading.language
        decided = replace(job, brief=english.brief, composed=english.composed)
        case = replace(case_of(decided, language), turns=case_of(job).turns)
        written = await Writing(self.offers.asker).write(case)
        line = TRANSLATED.format(name=NAMES.get(language, language)) if written.text else written.line
        return _done(job, english.composed, written, line)

    async def on_due(self, event: TimePassed, tx: Transaction) -> Outcomes:
        outcomes: list[Outcome] = []
        for payload in event.payload.get("offers", ()):
            offer = OfferDraft(**payload)
            draft = await self._put(tx, event.workspace_id, offer.draft_id, outcomes)
            if draft is not None and is_open(draft):
                outcomes += [offer, *homes([draft.person_id])]
        for draft_id in event.payload.get("redrawn", ()):
            draft = await self._put(tx, event.workspace_id, draft_id, outcomes)
            if draft is not None and is_open(draft):
                outcomes += [*await cards_anew(tx, draft), *homes([draft.person_id])]
        return outcomes

    async def _put(self, tx: Transaction, workspace_id: str, draft_id: str, outcomes: list[Outcome]) -> Draft | None:
        """The draft with the words that passed, when it still waits for them; as it is where there are none."""
        done = self._done.pop(draft_id, None)
        draft = await replies.draft(tx, machine(workspace_id), draft_id)
        thread = await threads.thread(tx, workspace_id, draft.channel_id, draft.thread_id) if draft else None
        if draft is None or thread is None or done is None or done.wish != Wish.of(draft):
            return draft
        messages = await threads.messages_of(tx, thread)
        if not (is_open(draft) or may_be_translated(draft)) or not still_fits(draft, messages):
            return draft
        if done.trouble is Trouble.BUDGET_SPENT:
            outcomes += await _told(tx, workspace_id)
        if done.composed.text and (done.trouble is None or is_open(draft)):
            is_new = not is_open(draft)
            await self.offers.write_down(tx, thread, messages, draft, done.composed, remarks=done.remarks)
            draft.state = "offered" if is_new else draft.state
        if done.trouble is not None and is_translated(draft):
            draft.by_model = f"{draft.by_model.removesuffix(NOT_ANEW)}{NOT_ANEW}"
        elif is_open(draft):
            draft.by_model = done.line
        return draft


def _done(job: Job, decided: Composed, written: Written, line: str) -> Done:
    """Where nothing passed, what the rules decided stays, and in another language that is nothing."""
    if written.text:
        return Done(job.wish, replace(decided, text=written.text), line, None)
    return Done(job.wish, job.composed, line, written.trouble or Trouble.GARBAGE)


def _refused(job: Job, trouble: Trouble) -> Done:
    return Done(job.wish, job.composed, trouble.sentence, trouble)


def _draft_ids(event: TimePassed) -> list[str]:
    return [*(str(one["draft_id"]) for one in event.payload.get("offers", ())), *event.payload.get("redrawn", ())]


async def _told(tx: Transaction, workspace_id: str) -> list[Outcome]:
    """Admins hear once a day that no more is asked."""
    day = tx.raw_now.date()
    if not await model_use.told_first(tx, workspace_id, day):
        return []
    admins = await people.with_role(tx, workspace_id, "admin")
    about = {"day": day.isoformat()}
    return [
        TellPerson(key=f"model_budget:{day}:{one.person_id}", person_id=one.person_id, topic=BUDGET, about=about)
        for one in admins
    ]
