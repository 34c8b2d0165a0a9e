"""Where an insight goes: marketing's card, and what happens when it could not be shown there."""

from collections.abc import Mapping, Sequence

from bot.actions import Action, Outcomes, ShareInsight, TellContributor, TellPerson
from bot.cards import Actions, Button, Card, Part, Quote, Words
from bot.events import PostFailed
from bot.insights import cards
from bot.insights.life import ASKED, REPLY, WITHDRAWN
from bot.insights.view import masked_view, masked_words, route_channel_words, said_by
from bot.places import Delivery, DirectMessage, InChannel, InPlaceOf
from storage import insights, people, work, workspaces
from storage.database import Transaction
from storage.insights import Insight, InsightAnswer
from storage.people import Person

FOR_LEAD = "insight.for_lead"
CARD = "insight.card"
REPLIED = "insight.replied"
QUESTION = "insight.question"


def shared(found: Insight, suffix: str = "") -> list[Action]:
    """Show the insight as it is now; nothing when no rule leads to a channel."""
    if not found.route_channel_id:
        return []
    key = f"insight:{found.insight_id}:v{found.version}{suffix}"
    return [ShareInsight(key=key, insight_id=found.insight_id, version=found.version)]


async def _found(tx: Transaction, workspace_id: str, insight_id: str) -> Insight | None:
    return await insights.insight(tx, people.machine(workspace_id), insight_id)


async def write_share(action: ShareInsight, workspace_id: str, tx: Transaction) -> Delivery | None:
    """A new card once, later the same card in place. None when there is nothing to show, or another row shows it."""
    found = await _found(tx, workspace_id, action.insight_id)
    if found is None or not found.route_channel_id:
        return None
    card = cards.marketing_card(await masked_view(tx, found))
    if found.shared_message_id:
        if await has_customers(tx, found):
            return None
        return Delivery(InPlaceOf(found.route_channel_id, found.shared_message_id), card)
    if found.state == WITHDRAWN or await _is_on_its_way(tx, found, action):
        return None
    return Delivery(InChannel(found.route_channel_id), card)


async def _is_on_its_way(tx: Transaction, found: Insight, action: ShareInsight) -> bool:
    """The first card has not arrived yet. When it does, `on_shared` brings it up to date, so there is only ever one."""
    if action.version == 1:
        return False
    first = await work.by_key(tx, found.workspace_id, work.POST, f"insight:{found.insight_id}:v1")
    return first is not None and first.state == work.WAITING


async def on_shared(action: ShareInsight, workspace_id: str, message_id: str, tx: Transaction) -> Outcomes:
    # Held, so an answer given meanwhile is either seen here or finds the card's place.
    found = await insights.locked_insight(tx, people.machine(workspace_id), action.insight_id)
    if found is None:
        return []
    if message_id and not found.shared_message_id:
        found.shared_message_id = message_id
    if found.version > action.version and found.shared_message_id:
        # It changed while this was being sent, and the two updates may have arrived in either order.
        return shared(found, f":after{action.version}")
    return []


async def on_post_failed(event: PostFailed, tx: Transaction) -> Outcomes:
    """A new insight that could not be shown in its channel goes to its owner, or else to the leads."""
    if event.action != ShareInsight.__name__:
        return []
    found = await _found(tx, event.workspace_id, str(event.payload.get("insight_id", "")))
    if found is None or found.shared_message_id or found.state == WITHDRAWN:
        return []
    owner = await people.person(tx, event.workspace_id, found.owner_id)
    if owner is not None and not owner.is_deactivated:
        return told(found, [owner])
    return told(found, await people.leads_or_admins(tx, event.workspace_id))


async def has_customers(tx: Transaction, found: Insight) -> bool:
    """True as well while nobody knows: the card then goes to its owner in private."""
    channel = await workspaces.channel(tx, found.workspace_id, found.route_channel_id)
    return channel is None or channel.has_customers


def told(found: Insight, to: Sequence[Person]) -> list[Action]:
    return [
        TellPerson(
            key=f"insight:{found.insight_id}:lead:{person.person_id}",
            person_id=person.person_id,
            topic=FOR_LEAD,
            about={"insight": found.insight_id},
        )
        for person in to
    ]


def told_contributor(found: Insight, answer_id: str) -> Action:
    return TellContributor(
        key=f"insight:{found.insight_id}:answer:{answer_id}",
        insight_id=found.insight_id,
        answer_id=answer_id,
        person_id=found.author_id,
    )


def told_asker(found: Insight, question: InsightAnswer, reply_id: str) -> Action:
    return TellPerson(
        key=f"insight:{found.insight_id}:reply:{reply_id}",
        person_id=question.by,
        topic=REPLIED,
        about={"insight": found.insight_id, "question": question.answer_id, "answer": reply_id},
    )


async def write_answer(action: TellContributor, workspace_id: str, tx: Transaction) -> Delivery | None:
    found = await _found(tx, workspace_id, action.insight_id)
    person = await people.person(tx, workspace_id, action.person_id)
    if found is None or found.state == WITHDRAWN or person is None or person.is_deactivated:
        return None
    card = await _answer_card(tx, found, action.answer_id)
    return None if card is None else Delivery(DirectMessage(action.person_id), card)


async def _answer_card(tx: Transaction, found: Insight, answer_id: str) -> Card | None:
    answer = await insights.answer(tx, found, answer_id)
    if answer is None:
        return None
    by = await said_by(tx, answer)
    if answer.kind != ASKED:
        return cards.answer_note(found, answer, by)
    replies = [one for one in await insights.answers(tx, found) if one.kind == REPLY and one.about_id == answer_id]
    return cards.question_card(found, answer, by, replies[0] if replies else None)


async def lead_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    found = await _found(tx, workspace_id, about["insight"])
    if found is None or found.state == WITHDRAWN:
        return None
    card = cards.marketing_card(await masked_view(tx, found))
    if found.owner_id == person_id and await has_customers(tx, found):
        where = await route_channel_words(tx, found)
        why = f"Customers may read along in {where}, so this insight comes to you directly."
    elif found.owner_id == person_id:
        why = "I could not show this insight in its channel, so it comes to you directly."
    else:
        why = "No route leads this insight to marketing, so it comes to you. To set one: /kindline route"
    return Card(card.summary, [Words(why), *card.parts])


async def card_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """The card somebody answered outside the marketing channel, as it is now."""
    found = await _found(tx, workspace_id, about["insight"])
    return None if found is None else cards.marketing_card(await masked_view(tx, found))


async def question_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    """The contributor's card once they replied."""
    found = await _found(tx, workspace_id, about["insight"])
    return None if found is None else await _answer_card(tx, found, about["answer"])


async def replied_note(workspace_id: str, person_id: str, about: Mapping[str, str], tx: Transaction) -> Card | None:
    found = await _found(tx, workspace_id, about["insight"])
    if found is None or found.state == WITHDRAWN:
        return None
    question = await insights.answer(tx, found, about["question"])
    reply = await insights.answer(tx, found, about["answer"])
    if question is None or reply is None:
        return None
    line = f"{await said_by(tx, reply)} answered your question about insight #{found.number}."
    parts: list[Part] = [
        Words(line),
        Words(question.words, strong="You asked:"),
        Quote(await masked_words(tx, found, reply.words)),
        Actions(
            [item for item in cards.answer_buttons(found.insight_id, found.state).items if isinstance(item, Button)]
        ),
    ]
    return Card(line, parts)
