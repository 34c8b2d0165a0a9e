"""Marketing's answers, its questions to the contributor, and the contributor's reply."""

from bot.actions import (
    Action,
    OpenForm,
    Outcome,
    Outcomes,
    RefuseForm,
    Replace,
    ReplacePressed,
    Say,
)
from bot.cards import sentence
from bot.events import ButtonPressed, FormSubmitted
from bot.feature import Handler
from bot.home import refreshed
from bot.insights import cards, crossing, life, sharing
from bot.insights.parse import clean
from bot.insights.view import masked_view, said_by
from storage import insights, people
from storage.database import Transaction
from storage.insights import Insight, InsightAnswer
from storage.people import Viewer
from storage.rows import new_id

EMPTY = {
    "not_now": "A reason is needed here: it is what the agent can pass on.",
    "asked": "What would you like to know?",
    "words": "There is nothing to send yet.",
}
NOT_THEIR_QUESTION = "This question went to the person who logged the insight."
ANSWERED_ALREADY = "You have answered this question already. Thank you."


def answers_at_once(kind: str) -> Handler:
    """Acting and Known count with one press; words can be added afterwards."""

    async def on_press(event: ButtonPressed, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        found = await insights.locked_insight(tx, viewer, event.subject)
        problem = await _why_no_answer(tx, viewer, found)
        if problem or found is None:
            return [Say(sentence(problem))]
        if found.state == kind:
            return [Say(sentence("That is already the answer, so nothing changes."))]
        actions = await _record(tx, found, viewer, kind, "")
        return [*await _shown(tx, event, found), *actions]

    return on_press


def answers_in_words(kind: str) -> Handler:
    """Not now, a question and added words need a form."""

    async def on_press(event: ButtonPressed, tx: Transaction) -> Outcomes:
        viewer = await people.viewer(tx, event.workspace_id, event.person_id)
        found = await insights.insight(tx, viewer, event.subject)
        problem = await _why_no_answer(tx, viewer, found)
        if found is not None and not problem and kind == life.ASKED and found.author_id == viewer.person_id:
            problem = "You logged this insight yourself, so there is nobody else to ask."
        if problem or found is None:
            return [Say(sentence(problem))]
        # Marketing's own card is brought up to date in its place; any other card through the press's handle.
        handle = "" if _is_the_shared_card(event, found) else event.reply_to
        subject = cards.SUBJECT_SIGN.join((found.insight_id, kind, handle))
        return [OpenForm(cards.answer_form(found.number, kind, subject))]

    return on_press


async def on_answer_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """Everything is checked again: roles and states may have changed while the form was open."""
    insight_id, kind, handle = _three(event.subject)
    viewer = await people.viewer(tx, event.workspace_id, event.person_id)
    found = await insights.locked_insight(tx, viewer, insight_id)
    words = clean(str(event.values.get("words") or ""))
    problem = await _why_no_answer(tx, viewer, found)
    if not problem and kind not in EMPTY:
        problem = life.FOR_MARKETING
    if not problem:
        problem = _wrong_words(words, kind)
    if problem or found is None:
        return [RefuseForm({"words": problem})]
    # "Not now" a second time adds to the reason that stands.
    is_more = kind == found.state == "not_now"
    actions = await _record(tx, found, viewer, life.WORDS if is_more else kind, words)
    return [*actions, *_redrawn(found, handle), refreshed(event.person_id)]


def _three(subject: str) -> tuple[str, str, str]:
    """The parts of a form's or button's subject; those that are missing are empty."""
    first, _, rest = subject.partition(cards.SUBJECT_SIGN)
    second, _, third = rest.partition(cards.SUBJECT_SIGN)
    return first, second, third


def _wrong_words(words: str, kind: str) -> str:
    if not words:
        return EMPTY[kind]
    if len(words) > cards.LONGEST_ANSWER:
        return f"There is room for {cards.LONGEST_ANSWER:,} characters. Could you shorten it?"
    return ""


async def _why_no_answer(tx: Transaction, viewer: Viewer, found: Insight | None) -> str:
    problem = life.why_no_answer(viewer, found)
    if not problem and found is not None and await crossing.is_cut_off(tx, found):
        return crossing.NOBODY_HEARS
    return problem


async def _record(tx: Transaction, found: Insight, viewer: Viewer, kind: str, words: str) -> list[Outcome]:
    """Store the answer, and tell the card's channel and the contributor, here or where it was logged."""
    answer = _answer(tx, found, viewer.person_id, kind, words)
    life.answered(found, kind)
    outcomes: list[Outcome] = [*sharing.shared(found)]
    if found.origin_workspace_id:
        outcomes.append(await crossing.answered(tx, found, answer))
    elif found.author_id != viewer.person_id:
        outcomes.append(sharing.told_contributor(found, answer.answer_id))
    return outcomes


def _answer(tx: Transaction, found: Insight, by: str, kind: str, words: str) -> InsightAnswer:
    answer = InsightAnswer(
        workspace_id=found.workspace_id,
        insight_id=found.insight_id,
        answer_id=new_id("n"),
        at=tx.now,
        by=by,
        kind=kind,
        words=words,
    )
    tx.session.add(answer)
    return answer


def _is_the_shared_card(event: ButtonPressed, found: Insight) -> bool:
    pressed = (event.channel_id, event.message_id)
    return bool(event.message_id) and pressed == (found.route_channel_id, found.shared_message_id)


async def _shown(tx: Transaction, event: ButtonPressed, found: Insight) -> list[Outcome]:
    """What the person who pressed sees change at once, where no card of the channel does it."""
    if not event.message_id:
        return [refreshed(event.person_id)]
    if _is_the_shared_card(event, found):
        return []
    await tx.session.flush()
    return [Replace(cards.marketing_card(await masked_view(tx, found)))]


def _redrawn(found: Insight, handle: str) -> list[Action]:
    if not handle:
        return []
    key = f"insight:{found.insight_id}:pressed:{found.version}"
    return [ReplacePressed(key=key, reply_to=handle, topic=sharing.CARD, about={"insight": found.insight_id})]


async def on_reply_pressed(event: ButtonPressed, tx: Transaction) -> Outcomes:
    found, question, problem = await _asked(tx, event.workspace_id, event.person_id, event.subject)
    if problem or found is None or question is None:
        return [Say(sentence(problem))]
    by = await said_by(tx, question)
    handle = event.reply_to if event.message_id else ""
    subject = cards.SUBJECT_SIGN.join((found.insight_id, question.answer_id, handle))
    return [OpenForm(cards.reply_form(found, question, by, subject))]


async def on_reply_form(event: FormSubmitted, tx: Transaction) -> Outcomes:
    """The reply joins the card, masked, and whoever asked is told."""
    *_, handle = _three(event.subject)
    found, question, problem = await _asked(tx, event.workspace_id, event.person_id, event.subject)
    words = clean(str(event.values.get("words") or ""))
    problem = problem or _wrong_words(words, life.WORDS)
    if problem or found is None or question is None:
        return [RefuseForm({"words": problem})]
    reply = _answer(tx, found, event.person_id, life.REPLY, words)
    reply.about_id = question.answer_id
    await tx.session.flush()
    life.replied(found, await insights.answers(tx, found))
    outcomes: list[Outcome] = [*sharing.shared(found), refreshed(event.person_id)]
    if found.sent_to_workspace_id:
        outcomes.append(await crossing.question_answered(tx, found, reply))
    else:
        outcomes.append(sharing.told_asker(found, question, reply.answer_id))
    if handle:
        asked = {"insight": found.insight_id, "answer": question.answer_id}
        key = f"insight:{found.insight_id}:reply:{reply.answer_id}:pressed"
        outcomes.append(ReplacePressed(key=key, reply_to=handle, topic=sharing.QUESTION, about=asked))
    return outcomes


async def _asked(
    tx: Transaction, workspace_id: str, person_id: str, subject: str
) -> tuple[Insight | None, InsightAnswer | None, str]:
    """The question that this person may answer, or why not."""
    insight_id, answer_id, _ = _three(subject)
    viewer = await people.viewer(tx, workspace_id, person_id)
    found = await insights.locked_insight(tx, viewer, insight_id)
    question = await insights.answer(tx, found, answer_id) if found is not None else None
    if found is None or question is None or question.kind != life.ASKED or found.author_id != person_id:
        return None, None, NOT_THEIR_QUESTION
    if found.state == life.WITHDRAWN:
        return None, None, "You withdrew this insight, so no answer is needed any more."
    if any(one.about_id == answer_id for one in await insights.answers(tx, found)):
        return None, None, ANSWERED_ALREADY
    if await crossing.is_cut_off(tx, found):
        return None, None, crossing.NOBODY_ASKS
    return found, question, ""
