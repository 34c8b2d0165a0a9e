"""Gathers all that a draft's words need, while the rows can be read, so that the model is asked without them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.model.asker import Asked
from bot.reading.words import content
from bot.replies.evidence import Known, answers
from bot.replies.judging import remarks_on
from bot.replies.learning.examples import ExampleSection
from bot.replies.offer import Offers
from bot.replies.polishing.guard import Decided
from bot.replies.polishing.later import NOT_ANEW, is_translated, may_be_translated
from bot.replies.polishing.masks import Masks
from bot.replies.polishing.worth import is_worth_asking
from bot.replies.polishing.writing import BY_MODEL, Case
from bot.replies.when import is_open, still_fits
from bot.replies.wish import Wish
from bot.replies.writing.brief import DraftBrief
from bot.replies.writing.compose import Draft as Composed
from bot.replies.writing.names import first_name
from bot.replies.writing.own_voice import in_words
from bot.replies.writing.remedies import chosen_offer
from bot.standard.check import Context
from bot.workspace_settings import ModelPolicy, settings_of
from storage import people, replies, threads, workspaces
from storage.database import Transaction
from storage.people import Role, machine

MOST_EXAMPLES, LONGEST_EXAMPLE = 2, 600


@dataclass(frozen=True, slots=True)
class Job:
    """One draft that waits for words."""

    workspace_id: str
    channel_id: str
    draft_id: str
    wish: Wish
    brief: DraftBrief
    composed: Composed
    policy: ModelPolicy
    staff: tuple[str, ...]
    """The names of those who answer customers here, since a customer may speak of any of them."""
    context: Context
    facts: Known
    is_in_better_words: bool = False
    """They are the model's own already; a line that says why there are none is none of them."""

    @property
    def is_foreign(self) -> bool:
        """The rules read no such language, so they have decided nothing yet."""
        return self.composed.is_empty and self.brief.reading.language != "en"

    @property
    def is_worth_asking(self) -> bool:
        """For another language the translation has to show it."""
        return self.is_foreign or is_worth_asking(self.brief, self.composed)


@dataclass(frozen=True, slots=True)
class Jobs:
    offers: Offers

    async def of(self, tx: Transaction, workspace_id: str, draft_id: str) -> Job | None:
        """None for a draft that went its way, or is a notice about a promise, which is written in one way only."""
        draft = await replies.draft(tx, machine(workspace_id), draft_id)
        if draft is None or draft.promise_id or not (is_open(draft) or may_be_translated(draft)):
            return None
        thread = await threads.thread(tx, workspace_id, draft.channel_id, draft.thread_id)
        messages = await threads.messages_of(tx, thread) if thread is not None else []
        policy = settings_of(await workspaces.workspace(tx, workspace_id)).model
        if thread is None or policy == "off" or not still_fits(draft, messages):
            return None
        person = await people.person(tx, workspace_id, draft.person_id) if draft.person_id else None
        wish = Wish.of(draft)
        brief = await self.offers.brief(tx, thread, messages, person, wish)
        composed = await self.offers.thinking.draft(draft_id, brief)
        told = answers([asdict(ask) for ask in composed.asks])
        context, facts = await self.offers.judging.against(tx, thread, draft.person_id, brief.turns, told)
        roles: tuple[Role, ...] = ("agent", "lead")
        holders = [await people.with_role(tx, workspace_id, role) for role in roles]
        staff = tuple(one.name for each in holders for one in each)
        place = (workspace_id, draft.channel_id, draft_id)
        is_done = draft.by_model == BY_MODEL or (is_translated(draft) and not draft.by_model.endswith(NOT_ANEW))
        return Job(*place, wish, brief, composed, policy, staff, context, facts, is_in_better_words=is_done)


def masks_of(job: Job) -> Masks:
    brief = job.brief
    names = [brief.customer_name, brief.agent_name, brief.record.name if brief.record else ""]
    names += [turn.name for turn in brief.turns]
    return Masks(tuple(dict.fromkeys(name for name in (*names, *job.staff) if name.strip())), job.policy)


def case_of(job: Job, language: str = "en") -> Case:
    """`language` is the reply's."""
    brief, text = job.brief, job.composed.text
    customer = first_name(brief.customer_name)
    decided = Decided(
        text=text,
        language=language,
        told=tuple(ask.answer for ask in job.composed.asks if ask.answer and ask.answer not in text),
        granted=_granted(job),
        thread=tuple(f"{turn.name}: {turn.text}" for turn in brief.turns),
        customer=customer if customer in text else "",
        agent=brief.agent_name if brief.agent_name and brief.agent_name in text else "",
    )
    return Case(
        asked=Asked(job.workspace_id, job.channel_id),
        decided=decided,
        turns=tuple((turn.by, turn.text) for turn in brief.turns),
        people=tuple(masks_of(job).names),
        policy=job.policy,
        style=brief.style,
        habits=in_words(brief.voice),
        examples=_like(brief),
        check=lambda words: _broken(words, job) if language == "en" else (),
    )


def _granted(job: Job) -> tuple[str, ...]:
    """What the reply gives, in the sources' words: its answers, and the remedy that the agent chose."""
    chosen = chosen_offer(job.composed.offers, job.brief.chosen_remedy) if job.brief.chosen_remedy else None
    offered = (chosen.thing,) if chosen is not None and not chosen.needs_lead else ()
    return (*(ask.answer for ask in job.composed.asks if ask.answer), *offered)


def _like(brief: DraftBrief) -> tuple[str, ...]:
    """The saved replies that share most with what the customer says; none that shares nothing."""
    said = set(content(brief.reading.text))
    saved = [one for one in brief.sections if isinstance(one, ExampleSection)]
    shared = {one: len(said & set(content(f"{one.heading} {one.text}"))) for one in saved}
    best = sorted((one for one in saved if shared[one]), key=lambda one: -shared[one])[:MOST_EXAMPLES]
    return tuple(one.text[:LONGEST_EXAMPLE] for one in best)


def _broken(words: str, job: Job) -> Sequence[str]:
    """What the standard says to the model's words, beyond what it says to the rules' own."""
    before = {one.rule for one in remarks_on(job.composed.text, job.context, job.facts)}
    found = [one for one in remarks_on(words, job.context, job.facts) if one.rule not in before]
    return [f"{one.why} (“{one.quote}”)" if one.quote else one.why for one in found[:3]]
