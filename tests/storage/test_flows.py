"""Whole flows of the features on both databases, and what two people or two processes do at the same instant."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.actions import Buttons
from bot.insights import feature as insights
from bot.places import Delivery, OnlyVisibleTo
from bot.promises.feature import Promises
from storage.insights import Insight
from storage.promises import Promise
from tests.office import buttons, said, to, words
from tests.replies.desk import ASKED, ReplyDesk, reply_desk


@pytest.fixture
async def desk(tmp_path: Path, url: str) -> AsyncIterator[ReplyDesk]:
    async with reply_desk(tmp_path, Promises().routes(), insights.routes(), url=url) as made:
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
