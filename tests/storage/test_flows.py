"""Whole flows of the features on both databases, and what two people or two processes do at the same instant."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.buttons import Buttons, Timers
from bot.events import MessageDeleted, MessageEdited, TimePassed
from bot.feature import Routes
from bot.insights import feature as insights
from bot.places import Delivery, OnlyVisibleTo
from bot.promises.feature import Promises
from bot.team.feature import Team
from storage import threads, work
from storage.database import Transaction
from storage.insights import Insight, InsightAnswer
from storage.people import RoleGrant, set_roles
from storage.promises import Promise
from storage.secrets import Vault
from tests.office import HERE, NOW, buttons, said, to, words
from tests.replies.desk import ASKED, ReplyDesk, reply_desk

ROUNDS = 6
"""How often a race is run: each time another order may win, and each outcome has to make sense."""


async def no_link(_tx: Transaction, _workspace_id: str, _person_id: str) -> str:
    return "https://kindline.example/link"


def team_routes() -> Routes:
    return Team(Vault([b"k" * 32]), no_link).routes()


@pytest.fixture
async def desk(tmp_path: Path, url: str) -> AsyncIterator[ReplyDesk]:
    async with reply_desk(tmp_path, Promises().routes(), insights.routes(), team_routes(), url=url) as made:
        yield made


async def test_a_message_becomes_a_draft_a_reply_and_a_promise(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    form = await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, carried["Open"])
    text = "Hello Annelie, I'll call you back tomorrow by noon. Frieda"
    await desk.office.submit("U0FRIEDA", form[0].form, text=text, asks=["0"])  # type: ignore[attr-defined]
    shown = await desk.office.deliver()

    async with desk.office.rows() as tx:
        promised = (await tx.session.scalars(select(Promise.quote))).all()
    assert desk.sent == [text]
    assert promised == ["I'll call you back tomorrow by noon"]
    assert any("You promised Annelie" in words(one.card) for one in to(shown, OnlyVisibleTo, person_id="U0FRIEDA"))


async def test_two_presses_of_use_at_the_same_instant_send_once(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")

    answers = await asyncio.gather(*(desk.use("U0FRIEDA", carried["Use"]) for _ in range(4)))
    await desk.office.deliver()

    assert sorted("Sending" in said(answer) for answer in answers) == [False, False, False, True]
    assert len(desk.sent) == 1


async def test_two_agents_who_take_a_thread_at_the_same_instant_find_one_owner(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    cards = {one.place: buttons(one.card.parts)["I'll take it"] for one in to(await desk.settled(), OnlyVisibleTo)}
    presses = [
        desk.office.press(place.person_id, Buttons.TAKE_THREAD, draft)
        for place, draft in cards.items()
        if isinstance(place, OnlyVisibleTo)
    ]

    answers = [said(answer) for answer in await asyncio.gather(*presses)]

    assert len(answers) == 2
    assert sum("has taken this one already" in answer for answer in answers) == 1


async def test_insights_logged_at_the_same_instant_get_numbers_of_their_own(desk: ReplyDesk) -> None:
    await asyncio.gather(*(desk.office.command("U0FRIEDA", f"insight the bell is loved, {n}") for n in range(6)))

    async with desk.office.rows() as tx:
        numbers = (await tx.session.scalars(select(Insight.number).order_by(Insight.number))).all()
    assert numbers == [1, 2, 3, 4, 5, 6]


async def test_a_customers_messages_at_the_same_instant_all_count(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await asyncio.gather(*(desk.says("U0ANNELIE", f"And one more thing, {n}?", thread=root) for n in range(5)))
    shown = to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")

    assert len(shown) == 1
    assert isinstance(shown[0], Delivery)


async def test_the_same_promise_heard_twice_is_one(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    words_of_jonas = "I'll call you back tomorrow by noon."
    await desk.says("U0JONAS", words_of_jonas, thread=root, message_id="m7")
    await desk.says("U0JONAS", words_of_jonas, thread=root, message_id="m7")

    async with desk.office.rows() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Promise)) == 1


async def logged(desk: ReplyDesk, text: str) -> str:
    """A new insight's id."""
    (answer,) = await desk.office.command("U0FRIEDA", f"insight {text}")
    return buttons(answer.card.parts)["Undo"]  # type: ignore[attr-defined]


async def insight_and_answers(desk: ReplyDesk, insight_id: str) -> tuple[Insight, list[str]]:
    async with desk.office.rows() as tx:
        found = await tx.session.get_one(Insight, (HERE, insight_id))
        kinds = select(InsightAnswer.kind).where(InsightAnswer.insight_id == insight_id).order_by(InsightAnswer.kind)
        return found, list((await tx.session.scalars(kinds)).all())


async def test_two_answers_to_an_insight_at_the_same_instant_are_two_versions(desk: ReplyDesk) -> None:
    for number in range(ROUNDS):
        insight_id = await logged(desk, f"The bell is loved, {number}")
        await asyncio.gather(
            desk.office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id, message=("", "")),
            desk.office.press("U0NADINE", Buttons.INSIGHT_KNOWN, insight_id, message=("", "")),
        )
        found, kinds = await insight_and_answers(desk, insight_id)

        assert (kinds, found.version) == (["acting", "known"], 3)


async def test_an_insight_is_withdrawn_or_answered_and_never_both(desk: ReplyDesk) -> None:
    for number in range(ROUNDS):
        insight_id = await logged(desk, f"The bell is loved, {number}")
        await asyncio.gather(
            desk.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id),
            desk.office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id),
        )
        found, kinds = await insight_and_answers(desk, insight_id)

        assert (found.state, kinds) in (("withdrawn", []), ("acting", ["acting"]))


async def test_two_admins_who_remove_each_other_at_the_same_instant_leave_one(desk: ReplyDesk) -> None:
    for _ in range(ROUNDS):
        await desk.office.command("U0NADINE", "kindline team @Lars lead admin")
        await desk.office.command("U0LARS", "kindline team @Nadine lead admin")
        await asyncio.gather(
            desk.office.command("U0NADINE", "kindline team @Lars lead"),
            desk.office.command("U0LARS", "kindline team @Nadine lead"),
        )
        async with desk.office.rows() as tx:
            held = (RoleGrant.workspace_id == HERE) & (RoleGrant.role == "admin")
            admins = (await tx.session.scalars(select(RoleGrant.person_id).where(held))).all()

        assert len(admins) == 1


async def test_two_leads_who_set_up_at_the_same_instant_make_one_first_admin(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        await set_roles(tx, HERE, "U0NADINE", ["lead"])

    answers = await asyncio.gather(*(desk.office.press(who, Buttons.SET_UP) for who in ("U0NADINE", "U0LARS")))

    assert sorted("You look after Kindline now" in said(answer) for answer in answers) == [False, True]


async def test_deleted_words_stay_gone_when_an_edit_comes_at_the_same_instant(desk: ReplyDesk) -> None:
    message_id = await desk.says("U0ANNELIE", "secret words")
    async with desk.office.database.transaction() as tx:
        await desk.office.desk.hear(tx, _deleted(message_id))
        edit = asyncio.create_task(desk.office.hear(_edited(message_id)))
        # Long enough for the edit to read the message, or to wait for it.
        await asyncio.wait({edit}, timeout=0.3)
    await edit
    async with desk.office.rows() as tx:
        found = await threads.message(tx, HERE, "C0HELP", message_id)

    assert found is not None and found.deleted_at is not None and found.text == ""


def _deleted(message_id: str) -> MessageDeleted:
    return MessageDeleted(workspace_id=HERE, at=NOW, channel_id="C0HELP", message_id=message_id)


def _edited(message_id: str) -> MessageEdited:
    return MessageEdited(
        workspace_id=HERE,
        at=NOW,
        channel_id="C0HELP",
        message_id=message_id,
        thread_id=message_id,
        author_id="U0ANNELIE",
        text="more secret words",
    )


async def test_promises_that_come_due_at_the_same_instant_are_all_spoken_of_once(desk: ReplyDesk) -> None:
    for number in range(5):
        root = await desk.says("U0ANNELIE", ASKED, message_id=f"r{number}")
        await desk.says("U0FRIEDA", "I'll call you back today at 13:30.", thread=root, message_id=f"a{number}")
    async with desk.office.rows() as tx:
        query = select(work.Work).where(work.Work.kind == Timers.PROMISE_STAGE, work.Work.key.endswith(":due"))
        due = (await tx.session.scalars(query)).all()

    await asyncio.gather(*(desk.office.hear(_come_due(row)) for row in due))
    async with desk.office.rows() as tx:
        told = (await tx.session.scalars(select(Promise.told))).all()
        lists = (await tx.session.scalars(select(work.Work.key).where(work.Work.key.startswith("remind")))).all()

    assert len(due) == 5 and all(one.endswith(":due") for one in told)
    assert len(lists) == 1


def _come_due(row: work.Work) -> TimePassed:
    return TimePassed(
        workspace_id=row.workspace_id,
        at=row.due_at,
        timer=row.kind,
        key=row.key,
        due_at=row.due_at,
        payload=row.payload,
    )
