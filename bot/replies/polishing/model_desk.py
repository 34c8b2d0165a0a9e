"""`/kindline model`: what a model may be told here, what it was asked today, and word for word what would leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.actions import Outcomes, Say
from bot.cards import Card, Heading, Part, Quote, Small, Words, sentence
from bot.events import CommandGiven
from bot.replies.offer import Offers
from bot.replies.polishing.cases import Job, Jobs, case_of, masks_of
from bot.replies.polishing.masks import Masks
from bot.replies.polishing.translating import request_for as to_translate
from bot.replies.polishing.writing import Words as Reworded
from bot.replies.polishing.writing import request_for
from bot.workspace_settings import settings_of
from prompts.asking import Request, T
from prompts.manner import messages_of
from storage import model_use, people, replies, threads, workspaces
from storage.database import Transaction
from storage.model_use import ModelUse

SETTING = "model"
SHOW = "show"
POLICIES = {
    "masked": "Names, addresses, phone and order numbers leave as placeholders, and come back in the draft.",
    "open": "Names and numbers leave as they are; card numbers, bank accounts, and what is called a password do not.",
    "off": "Nothing leaves: every draft is in my own words.",
}
NONE_SET_UP = "No model is set up, so nothing leaves, and every draft is in my own words. docs/model.md says how to."
FOR_ADMINS = "Only an admin can change or see this. /kindline team shows who that is."
NOT_YET = "(Here stands the reply, which is decided in English once the translation is there.)"
ONCE_MORE = "If my checks find a fault in its answer, the same goes once more, with that answer and what to mend in it."
HOW = "Type /kindline model masked, open or off; /kindline model show shows word for word what would leave."
NOBODY_WAITS = "No draft waits in this channel, so there is nothing that would leave. Type it where a customer waits."
STAYS = (
    "For this message nothing would leave: it is short, grave, addressed to a machine, or too long for a translation."
)


@dataclass(frozen=True, slots=True)
class ModelDesk:
    offers: Offers
    jobs: Jobs

    async def before(self, event: CommandGiven, tx: Transaction) -> None:
        """The draft is composed before anything is locked."""
        if event.text.strip().lower() == SHOW:
            await self._job(tx, event)

    async def on_command(self, event: CommandGiven, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        wish = event.text.strip().lower()
        if not wish:
            return [Say(await self._as_it_stands(tx, event.workspace_id, is_admin=viewer.is_admin))]
        if not viewer.is_admin:
            return [Say(sentence(FOR_ADMINS))]
        if wish == SHOW:
            return [Say(await self._what_leaves(tx, event))]
        if wish not in POLICIES:
            return [Say(sentence(HOW))]
        home = await workspaces.locked_workspace(tx, event.workspace_id)
        if home is not None and settings_of(home).model != wish:
            home.settings = {**home.settings, SETTING: wish}
            workspaces.audit(tx, event.workspace_id, event.person_id, "model policy set", policy=wish)
        return [Say(await self._as_it_stands(tx, event.workspace_id, is_admin=True))]

    async def _as_it_stands(self, tx: Transaction, workspace_id: str, *, is_admin: bool) -> Card:
        if self.offers.asker.model is None:
            return sentence(NONE_SET_UP)
        policy = settings_of(await workspaces.workspace(tx, workspace_id)).model
        parts: list[Part] = [
            Heading("The model that helps with drafts"),
            Words(POLICIES[policy], strong=f"{self.offers.asker.name or 'A model'}, {policy}:"),
        ]
        if is_admin:
            parts += [Small(line) for line in figures(await model_use.used_on(tx, workspace_id, tx.raw_now.date()))]
            parts.append(Small(HOW))
        return Card("The model that helps with drafts", parts)

    async def _what_leaves(self, tx: Transaction, event: CommandGiven) -> Card:
        job = await self._job(tx, event)
        if self.offers.asker.model is None or job is None:
            return sentence(NONE_SET_UP if self.offers.asker.model is None else NOBODY_WAITS)
        sent = leaving(job)
        if not sent:
            return sentence(STAYS)
        parts: list[Part] = [Heading("Word for word what would leave")]
        for title, words in sent:
            parts += [Words("", strong=title), Quote(words)]
        parts.append(Small(ONCE_MORE))
        return Card("Word for word what would leave", parts)

    async def _job(self, tx: Transaction, event: CommandGiven) -> Job | None:
        """The newest draft that waits in the channel where the admin is, and so may read."""
        channel = await workspaces.channel(tx, event.workspace_id, event.channel_id)
        if channel is None or not channel.is_enrolled:
            return None
        for thread in reversed(await threads.waiting_threads(tx, event.workspace_id, channel_id=event.channel_id)):
            found = await replies.drafts_of_thread(tx, thread.workspace_id, thread.channel_id, thread.thread_id)
            for draft in reversed(found):
                if (job := await self.jobs.of(tx, event.workspace_id, draft.draft_id)) is not None:
                    return job
        return None


def leaving(job: Job) -> Sequence[tuple[str, str]]:
    """The parts of the requests that this draft would cause, with titles; none where no model is asked."""
    if not job.is_foreign:
        return _parts(_written(job)) if job.is_worth_asking else ()
    translate = to_translate(job.brief, masks_of(job))
    if translate is None:
        return ()
    second = _written(replace(job, composed=replace(job.composed, text=NOT_YET)), job.brief.reading.language)
    return (*_parts(translate), *_parts(second, " after the translation"))


def _written(job: Job, language: str = "en") -> Request[Reworded]:
    case = case_of(job, language)
    return request_for(case, Masks(case.people, case.policy))


def _parts(request: Request[T], when: str = "") -> Sequence[tuple[str, str]]:
    instructions, words = messages_of(request)
    return ((f"Instructions{when}", instructions["content"]), (f"Request{when}", words["content"]))


def figures(used: Sequence[ModelUse]) -> list[str]:
    """Today's, one line for each purpose."""
    lines = []
    for purpose in sorted({row.purpose for row in used if row.asked}):
        rows = [row for row in used if row.purpose == purpose]
        asked, answered = sum(row.asked for row in rows), sum(row.answered for row in rows)
        tokens, micros = sum(row.tokens for row in rows), sum(row.cost_micros for row in rows)
        seconds = sum(row.took_ms for row in rows) / 1000 / asked
        cost = f", cost {micros / 1_000_000:.2f}" if micros else ""
        lines.append(
            f"Today, {purpose}: asked {asked}, answered {answered}, {seconds:.1f} s each, {tokens} tokens{cost}."
        )
    return lines or ["Today it was not asked yet."]


async def budget_note(_workspace_id: str, _person_id: str, _about: Mapping[str, str], _tx: Transaction) -> Card:
    return sentence(
        "Today's budget for the model is spent, so no more is asked until midnight UTC. Agents get drafts in my own "
        "words meanwhile. /kindline model shows what it was spent on."
    )
