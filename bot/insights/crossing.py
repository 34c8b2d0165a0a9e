"""An insight that only the company's other workspace has a route for: its way there, and its answers' way back.

There it is a copy with an owner, a card and answers of its own; both rows change in one transaction. What marketing's
card shows may cross, and nothing else: words are masked first, people are names and not ids.
"""

from bot.actions import Outcomes
from bot.company import called
from bot.events import Event, InsightAnswered, InsightCame, InsightTakenBack, QuestionAnswered
from bot.insights import life, sharing
from bot.insights.route import route_for
from bot.insights.view import masked_view, masked_words, said_by
from storage import companies, insights, people, workspaces
from storage.database import Transaction, add_new
from storage.insights import Insight, InsightAnswer

NOBODY_HEARS = "The workspace where this was logged is no longer linked with yours, so nobody there would hear of it."
NOBODY_ASKS = "The workspace that asked is no longer linked with yours, so nobody there would read your answer."
CARD_STAYS = "It had gone to a workspace that is no longer linked with yours, so its card stays there."


async def sent(tx: Transaction, found: Insight) -> Event:
    """Tells the other workspace of a new insight, as marketing may see it."""
    seen = await masked_view(tx, found)
    home = await workspaces.workspace(tx, found.workspace_id)
    return InsightCame(
        workspace_id=found.sent_to_workspace_id,
        from_workspace_id=found.workspace_id,
        at=found.created_at,
        insight_id=found.insight_id,
        author_name=f"{seen.author} ({called(home)})" if home is not None else seen.author,
        text=seen.claim,
        quote=seen.quote,
        theme=seen.theme,
        heard=seen.heard,
        is_from_customer=seen.has_customer,
    )


async def on_came(event: InsightCame, tx: Transaction) -> Outcomes:
    """Its copy follows this workspace's own route, and only once."""
    route = route_for(await insights.routes(tx, event.workspace_id), event.theme, event.heard)
    copy = Insight(
        workspace_id=event.workspace_id,
        insight_id=insights.copy_id(event.from_workspace_id, event.insight_id),
        number=await insights.next_number(tx, event.workspace_id),
        author_id="",
        text=event.text,
        created_at=event.at,
        quote=event.quote,
        theme=event.theme,
        heard=event.heard,
        route_channel_id=route.channel_id if route is not None else "",
        owner_id=route.owner_id if route is not None else "",
        origin_workspace_id=event.from_workspace_id,
        origin_insight_id=event.insight_id,
        author_name=event.author_name,
        is_from_customer=event.is_from_customer,
    )
    if not await add_new(tx, copy):
        return []
    return sharing.shared(copy) or sharing.told(copy, await people.leads_or_admins(tx, event.workspace_id))


async def is_cut_off(tx: Transaction, found: Insight) -> bool:
    """True when the other half of this insight lies in a workspace that no longer belongs to the same company."""
    other_id = found.origin_workspace_id or found.sent_to_workspace_id
    return bool(other_id) and not await companies.is_one_company(tx, found.workspace_id, other_id)


async def taken_back(tx: Transaction, found: Insight) -> list[Event]:
    """Tells the other workspace that whoever logged it took it back; nothing when it never left."""
    if not found.sent_to_workspace_id or await is_cut_off(tx, found):
        return []
    return [
        InsightTakenBack(
            workspace_id=found.sent_to_workspace_id,
            from_workspace_id=found.workspace_id,
            at=tx.now,
            insight_id=found.insight_id,
        )
    ]


async def on_taken_back(event: InsightTakenBack, tx: Transaction) -> Outcomes:
    copy = await _copy(tx, event.workspace_id, event.from_workspace_id, event.insight_id)
    if copy is None or copy.state == life.WITHDRAWN:
        return []
    life.changed(copy, life.WITHDRAWN)
    return sharing.shared(copy)


async def _copy(tx: Transaction, workspace_id: str, from_workspace_id: str, insight_id: str) -> Insight | None:
    viewer = people.machine(workspace_id)
    return await insights.locked_insight(tx, viewer, insights.copy_id(from_workspace_id, insight_id))


async def answered(tx: Transaction, copy: Insight, answer: InsightAnswer) -> Event:
    """Tells the workspace where it was logged what marketing here answered or asks."""
    return InsightAnswered(
        workspace_id=copy.origin_workspace_id,
        from_workspace_id=copy.workspace_id,
        at=answer.at,
        insight_id=copy.origin_insight_id,
        answer_id=answer.answer_id,
        kind=answer.kind,
        words=await masked_words(tx, copy, answer.words),
        by_name=await said_by(tx, answer),
    )


async def on_answered(event: InsightAnswered, tx: Transaction) -> Outcomes:
    """The contributor hears it as if it had been answered here."""
    found = await insights.locked_insight(tx, people.machine(event.workspace_id), event.insight_id)
    if found is None or found.sent_to_workspace_id != event.from_workspace_id or found.state == life.WITHDRAWN:
        return []
    answer = InsightAnswer(
        workspace_id=found.workspace_id,
        insight_id=found.insight_id,
        answer_id=event.answer_id,
        at=event.at,
        by="",
        kind=event.kind,
        words=event.words,
        by_name=event.by_name,
    )
    if not await add_new(tx, answer):
        return []
    life.answered(found, event.kind)
    return [*sharing.shared(found), sharing.told_contributor(found, event.answer_id)]


async def question_answered(tx: Transaction, found: Insight, reply: InsightAnswer) -> Event:
    """Brings the contributor's reply to whoever asked, masked."""
    return QuestionAnswered(
        workspace_id=found.sent_to_workspace_id,
        from_workspace_id=found.workspace_id,
        at=reply.at,
        insight_id=found.insight_id,
        answer_id=reply.answer_id,
        question_id=reply.about_id,
        words=await masked_words(tx, found, reply.words),
        by_name=await said_by(tx, reply),
    )


async def on_question_answered(event: QuestionAnswered, tx: Transaction) -> Outcomes:
    copy = await _copy(tx, event.workspace_id, event.from_workspace_id, event.insight_id)
    question = await insights.answer(tx, copy, event.question_id) if copy is not None else None
    if copy is None or question is None or copy.state == life.WITHDRAWN:
        return []
    reply = InsightAnswer(
        workspace_id=copy.workspace_id,
        insight_id=copy.insight_id,
        answer_id=event.answer_id,
        at=event.at,
        by="",
        kind=life.REPLY,
        words=event.words,
        about_id=event.question_id,
        by_name=event.by_name,
    )
    if not await add_new(tx, reply):
        return []
    life.replied(copy, await insights.answers(tx, copy))
    return [*sharing.shared(copy), sharing.told_asker(copy, question, event.answer_id)]
