"""The border between workspaces: one kind of event passes it, inside one company, and ids mean nothing beyond it."""

import pytest

from bot.actions import OpenForm, Outcome, Say, TellPerson
from bot.buttons import Buttons
from bot.company import BorderClosed
from bot.events import Event, InsightAnswered, InsightCame, InsightTakenBack, MessageDeleted, MessagePosted, TimePassed
from bot.places import InChannel
from tests.insights.linked import CARD, STRANGER, Linked, asked, copy_of, logged
from tests.office import HERE, NOW, THERE, buttons, only, said, to

POSTED = MessagePosted(
    workspace_id=THERE, at=NOW, channel_id="C0HELP", message_id="1", thread_id="1", author_id="U0ANNELIE", text="Hi"
)


def came(*, to_team: str, from_team: str = HERE) -> InsightCame:
    return InsightCame(
        workspace_id=to_team,
        from_workspace_id=from_team,
        at=NOW,
        insight_id="i1",
        author_name="Frieda Brandt",
        text="Too slow",
        quote="",
        theme="",
        heard="",
        is_from_customer=False,
    )


@pytest.mark.parametrize(
    "event",
    [
        POSTED,
        MessageDeleted(workspace_id=THERE, at=NOW, channel_id="C0HELP", message_id="1"),
        TimePassed(workspace_id=THERE, at=NOW, timer="reply.settle", key="k", due_at=NOW),
        came(to_team=STRANGER),
        came(to_team="T0NOWHERE"),
        came(to_team=THERE, from_team=STRANGER),
        came(to_team=THERE, from_team=THERE),
        InsightTakenBack(workspace_id=STRANGER, from_workspace_id=HERE, at=NOW, insight_id="i1"),
    ],
    ids=lambda event: f"{type(event).__name__} to {event.workspace_id} from {getattr(event, 'from_workspace_id', '-')}",
)
async def test_nothing_else_passes_the_border_and_what_caused_it_is_undone(linked: Linked, event: Event) -> None:
    note = TellPerson(key="note", person_id="U0FRIEDA", topic="insight.logged", about={"insight": "i1"})
    outcomes: list[Outcome] = [note, event]
    with pytest.raises(BorderClosed):
        async with linked.office.rows() as tx:
            await linked.office.desk.carry_out(tx, HERE, outcomes)
    for team in (HERE, THERE, STRANGER):
        assert await linked.written(team) == ""


async def test_inside_one_company_what_follows_is_stored_beyond_the_border_only(linked: Linked) -> None:
    async with linked.office.rows() as tx:
        answers = await linked.office.desk.carry_out(tx, HERE, [came(to_team=THERE)])
    assert answers == []
    assert await linked.written(HERE) == "" and await linked.written(STRANGER) == ""
    delivered = await linked.deliver()
    assert delivered.keys() == {THERE} and len(to(delivered[THERE], InChannel)) == 1


async def test_a_stranger_with_the_same_ids_sees_and_gets_nothing(linked: Linked) -> None:
    insight_id = await logged(linked)
    copy_id = await copy_of(linked)
    before = await linked.written(HERE), await linked.written(THERE)
    for subject in (insight_id, copy_id):
        for who in ("U0MILO", "U0NADINE", "U0FRIEDA"):
            pressed = await linked.office.press(who, Buttons.ACT_ON_INSIGHT, subject, message=CARD, team=STRANGER)
            assert "for marketing to answer" in said(pressed)
            pressed = await linked.office.press(who, Buttons.UNDO_INSIGHT, subject, team=STRANGER)
            assert "Only the person who logged" in said(pressed)
    assert (await linked.written(HERE), await linked.written(THERE)) == before
    assert await linked.insights(STRANGER) == [] and await linked.deliver() == {}
    assert "without a route here" not in said(await linked.office.command("U0NADINE", "kindline route", team=STRANGER))


async def test_the_same_person_id_beyond_the_border_is_somebody_else(linked: Linked) -> None:
    insight_id = await logged(linked)
    copy_id = await copy_of(linked)
    for subject in (insight_id, copy_id):
        pressed = await linked.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, subject, team=THERE)
        assert "Only the person who logged" in said(pressed)
    for who in ("U0MILO", "U0NADINE"):
        assert "for marketing" in said(await linked.office.press(who, Buttons.ACT_ON_INSIGHT, insight_id, message=CARD))
        assert "for marketing" in said(await linked.office.press(who, Buttons.ACT_ON_INSIGHT, copy_id, message=CARD))
    question = buttons((await asked(linked)).card.parts)["Reply"]
    for subject in (question, question.replace(insight_id, copy_id)):
        pressed = await linked.office.press("U0FRIEDA", Buttons.REPLY_TO_ASK, subject, team=THERE)
        assert "went to the person who logged" in said(pressed)
    assert await linked.state(HERE) == await linked.state(THERE) == "asked"


async def test_a_person_of_the_same_id_may_ask_about_it_and_gets_no_answer_of_their_own(linked: Linked) -> None:
    await logged(linked)
    copy_id = await copy_of(linked)
    await linked.set_route(THERE, owner_id="U0FRIEDA", theme="app")
    only(await linked.office.press("U0NADINE", Buttons.ASK_AGENT, copy_id, message=CARD, team=THERE), OpenForm)
    await linked.office.press("U0NADINE", Buttons.ACT_ON_INSIGHT, copy_id, message=CARD, team=THERE)
    delivered = await linked.deliver()
    assert [len(delivered[HERE]), len(delivered[THERE])] == [1, 1]


async def test_an_answer_from_a_third_workspace_of_the_company_does_not_count(linked: Linked) -> None:
    insight_id = await logged(linked)
    await linked.link(THERE, STRANGER)
    answer = InsightAnswered(
        workspace_id=HERE,
        from_workspace_id=STRANGER,
        at=NOW,
        insight_id=insight_id,
        answer_id="n1",
        kind="acting",
        words="",
        by_name="Milo Rossi",
    )
    async with linked.office.rows() as tx:
        await linked.office.desk.carry_out(tx, STRANGER, [answer])
    assert await linked.state(HERE) == "new" and await linked.deliver() == {}


async def test_a_copy_does_not_travel_on(linked: Linked) -> None:
    await linked.link(THERE, STRANGER)
    only(await linked.office.command("U0FRIEDA", "insight Too slow"), Say)
    assert (await linked.deliver()).keys() == {STRANGER}
    assert await linked.insights(THERE) == []
