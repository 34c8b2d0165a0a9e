"""An insight without a route at home is answered in the company's other workspace, and nothing else crosses."""

import pytest

from bot.actions import OpenForm, Replace, Say
from bot.buttons import Buttons, Shortcuts
from bot.events import InsightAnswered, InsightTakenBack, MessagePosted, QuestionAnswered
from bot.insights import crossing
from bot.places import DirectMessage, InChannel, InPlaceOf
from storage import insights, people
from tests.insights.linked import CARD, MARKETING, STRANGER, Linked, asked, copy_of, logged, reply_form
from tests.office import HERE, NOW, THERE, buttons, only, said, to, words

FRIEDAS = DirectMessage("U0FRIEDA")


async def test_an_insight_without_a_route_reaches_the_other_workspaces_marketing(linked: Linked) -> None:
    await linked.office.command("U0MILO", "insight Ours", team=THERE)
    await linked.deliver()
    answer = said(await linked.office.command("U0FRIEDA", "insight The bell is loved #bell heard:praise"))
    assert "This is insight #1. It goes to Marigold Bikes' #marketing on Slack, and Milo Rossi is asked" in answer
    delivered = await linked.deliver()
    (card,) = delivered.pop(THERE)
    assert delivered == {}
    assert card.place == InChannel(MARKETING)
    assert "Insight #2: praise\nThe bell is loved" in words(card.card)
    assert "#bell · logged by Frieda Brandt (Marigold Bikes on Teams)" in words(card.card)
    assert list(buttons(card.card.parts)) == ["Acting", "Known", "Not now", "Ask the agent"]


async def test_a_route_at_home_comes_first(linked: Linked) -> None:
    await linked.set_route(HERE, theme="bell")
    assert "It goes to #marketing, and" in said(await linked.office.command("U0FRIEDA", "insight Loved #bell"))
    assert "Marigold Bikes' #marketing" in said(await linked.office.command("U0FRIEDA", "insight Too slow #app"))
    delivered = await linked.deliver()
    assert "Loved" in words(delivered[HERE][0].card) and "Too slow" in words(delivered[THERE][0].card)


async def test_where_no_route_of_the_company_fits_the_leads_at_home_get_it(linked: Linked) -> None:
    async with linked.office.rows() as tx:
        (rule,) = await insights.routes(tx, THERE)
        rule.theme = "bell"
    assert "No route leads it to marketing yet" in said(await linked.office.command("U0FRIEDA", "insight Too slow"))
    assert (await linked.deliver()).keys() == {HERE}


async def test_a_workspace_that_stands_alone_keeps_its_insights(linked: Linked) -> None:
    await linked.cut()
    assert "No route leads it to marketing yet" in said(await linked.office.command("U0FRIEDA", "insight Too slow"))
    assert (await linked.deliver()).keys() == {HERE}
    assert await linked.insights(THERE) == [] and await linked.insights(STRANGER) == []


async def test_only_what_marketings_card_shows_has_crossed(linked: Linked) -> None:
    said_it = MessagePosted(
        workspace_id=HERE,
        at=NOW,
        channel_id="C0HELP",
        message_id="1790000000.17",
        thread_id="1790000000.17",
        author_id="U0ANNELIE",
        text="Annelie Voss here, 0171 1234567: where is my order MB-10422?",
    )
    await linked.office.hear(said_it)
    about = {"channel_id": "C0HELP", "message_id": said_it.message_id, "author_id": "U0ANNELIE", "text": "x"}
    form = only(await linked.office.shortcut("U0FRIEDA", Shortcuts.LOG_INSIGHT, **about), OpenForm).form
    await linked.office.submit(
        "U0FRIEDA", form, text="annelie asks twice", quote=said_it.text, customer="Annelie Voss", theme="annelie"
    )
    (card,) = (await linked.deliver())[THERE]
    assert "[name] asks twice\n[name] here, [phone]: where is my order [order]?" in words(card.card)
    assert "from a customer" in words(card.card) and card.link_to is None
    written = (await linked.written(THERE)).lower()
    hidden = ("annelie", "0171", "mb-10422", "c0help", "1790000000", "u0frieda")
    assert [word for word in hidden if word in written] == []


async def test_the_form_confirms_the_same_way_as_the_command(linked: Linked) -> None:
    form = only(await linked.office.command("U0FRIEDA", "insight"), OpenForm).form
    await linked.office.submit("U0FRIEDA", form, text="The bell is loved")
    (note,) = to((await linked.deliver())[HERE], DirectMessage)
    assert "It goes to Marigold Bikes' #marketing on Slack, and Milo Rossi is asked to answer." in words(note.card)


async def test_where_customers_came_into_the_channel_its_owner_gets_it_in_private(linked: Linked) -> None:
    await linked.lets_customers_in(THERE)
    answer = said(await linked.office.command("U0FRIEDA", "insight Too slow"))
    assert "It goes to Milo Rossi (Marigold Bikes on Slack) in private, who is asked to answer." in answer
    (note,) = (await linked.deliver())[THERE]
    assert note.place == DirectMessage("U0MILO")


@pytest.mark.parametrize(
    ("button", "told"),
    [
        (Buttons.ACT_ON_INSIGHT, "Milo Rossi is acting on your insight #1."),
        (Buttons.INSIGHT_KNOWN, "Milo Rossi already knows about what you heard (insight #1)"),
    ],
)
async def test_the_answer_comes_back_to_the_contributor(linked: Linked, button: str, told: str) -> None:
    await logged(linked)
    await linked.office.press("U0MILO", button, await copy_of(linked), message=CARD, team=THERE)
    delivered = await linked.deliver()
    assert [one.place for one in delivered[THERE]] == [InPlaceOf(*CARD)]
    (note,) = delivered[HERE]
    assert note.place == FRIEDAS and told in words(note.card) and "You wrote: Annelie is lost" in words(note.card)
    assert f"insight.{await linked.state(HERE)}" == f"insight.{await linked.state(THERE)}" == button


async def test_reasons_and_added_words_come_back_as_the_card_shows_them(linked: Linked) -> None:
    await logged(linked)
    for button, typed in (
        (Buttons.INSIGHT_NOT_NOW, "Hendrik Maas asked for it too; next year."),
        (Buttons.ADD_WORDS, "In spring."),
    ):
        pressed = await linked.office.press("U0MILO", button, await copy_of(linked), message=CARD, team=THERE)
        await linked.office.submit("U0MILO", only(pressed, OpenForm).form, team=THERE, words=typed)
    first, second = (await linked.deliver())[HERE]
    assert "not now." in words(first.card) and "[name] asked for it too; next year." in words(first.card)
    assert "added a few words" in words(second.card) and "In spring." in words(second.card)
    assert await linked.state(HERE) == await linked.state(THERE) == "not_now"


async def test_a_question_travels_and_its_reply_comes_back_masked(linked: Linked) -> None:
    await logged(linked)
    question = await asked(linked)
    assert question.place == FRIEDAS and "Milo Rossi has a question about your insight #1." in words(question.card)
    assert await linked.state(HERE) == await linked.state(THERE) == "asked"
    form = (await reply_form(linked, question)).form
    assert "Milo Rossi asked: Which screen?" in words(form)
    await linked.office.submit("U0FRIEDA", form, words="The map. Annelie has it on 0171 1234567.")
    assert "answered this question already" in said(await linked.office.submit("U0FRIEDA", form, words="Again"))
    delivered = await linked.deliver()
    (told,) = to(delivered[THERE], DirectMessage)
    assert told.place == DirectMessage("U0MILO")
    assert "Frieda Brandt answered your question about insight #1." in words(told.card)
    for card in (told.card, to(delivered[THERE], InPlaceOf)[0].card):
        assert "The map. [name] has it on [phone]." in words(card)
    assert "Annelie" not in await linked.written(THERE)
    assert to(delivered[HERE], DirectMessage) == []
    assert await linked.state(HERE) == await linked.state(THERE) == "new"


async def test_undo_withdraws_the_copy_too(linked: Linked) -> None:
    insight_id = await logged(linked)
    for _ in range(2):
        withdrawn = only(await linked.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id), Replace)
        assert words(withdrawn.card) == "Insight #1 is withdrawn."
    delivered = await linked.deliver()
    (card,) = delivered.pop(THERE)
    assert delivered == {} and card.place == InPlaceOf(*CARD) and buttons(card.card.parts) == {}
    assert "was withdrawn by Frieda Brandt (Marigold Bikes on Teams)" in words(card.card)
    pressed = await linked.office.press(
        "U0MILO", Buttons.ACT_ON_INSIGHT, await copy_of(linked), message=CARD, team=THERE
    )
    assert "was withdrawn by the person who logged it" in said(pressed)


async def test_undo_before_it_was_shown_means_nobody_sees_it_there(linked: Linked) -> None:
    answer = only(await linked.office.command("U0FRIEDA", "insight Too slow"), Say)
    await linked.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, buttons(answer.card.parts)["Undo"])
    assert await linked.deliver() == {}


async def test_an_answered_insight_cannot_be_taken_back(linked: Linked) -> None:
    insight_id = await logged(linked)
    await linked.office.press("U0MILO", Buttons.ACT_ON_INSIGHT, await copy_of(linked), message=CARD, team=THERE)
    assert "already answered" in said(await linked.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id))
    assert await linked.state(THERE) == "acting"


async def test_an_answer_that_crosses_twice_counts_once(linked: Linked) -> None:
    insight_id = await logged(linked)
    await asked(linked)
    (question,) = await linked.answers(HERE)
    again = InsightAnswered(
        workspace_id=HERE,
        from_workspace_id=THERE,
        at=NOW,
        insight_id=insight_id,
        answer_id=question.answer_id,
        kind="asked",
        words="x",
        by_name="x",
    )
    before = await linked.written(HERE)
    await linked.office.hear(again)
    assert await linked.written(HERE) == before
    assert await linked.deliver() == {}


async def test_a_reply_that_crosses_twice_counts_once(linked: Linked) -> None:
    insight_id = await logged(linked)
    form = (await reply_form(linked, await asked(linked))).form
    await linked.office.submit("U0FRIEDA", form, words="The map")
    await linked.deliver()
    (reply,) = [one for one in await linked.answers(HERE) if one.kind == "reply"]
    again = QuestionAnswered(
        workspace_id=THERE,
        from_workspace_id=HERE,
        at=NOW,
        insight_id=insight_id,
        answer_id=reply.answer_id,
        question_id=reply.about_id,
        words="x",
        by_name="x",
    )
    before = await linked.written(THERE)
    await linked.office.hear(again)
    assert await linked.written(THERE) == before
    assert await linked.deliver() == {}


async def test_an_undo_that_crosses_twice_changes_the_card_once(linked: Linked) -> None:
    insight_id = await logged(linked)
    again = InsightTakenBack(workspace_id=THERE, from_workspace_id=HERE, at=NOW, insight_id=insight_id)
    await linked.office.hear(again)
    await linked.office.hear(again)
    assert [len(cards) for cards in (await linked.deliver()).values()] == [1]


async def test_the_same_insight_has_one_copy_however_often_it_comes(linked: Linked) -> None:
    insight_id = await logged(linked)
    async with linked.office.rows() as tx:
        found = await insights.insight(tx, people.machine(HERE), insight_id)
        assert found is not None
        await linked.office.desk.carry_out(tx, HERE, [await crossing.sent(tx, found)])
    assert len(await linked.insights(THERE)) == 1
    assert await linked.deliver() == {}


async def test_the_home_pages_show_each_side_its_own_half(linked: Linked) -> None:
    await logged(linked)
    await asked(linked)
    async with linked.office.rows() as tx:
        pages = {}
        for team, who in ((HERE, "U0FRIEDA"), (THERE, "U0FRIEDA"), (HERE, "U0MILO")):
            person = await people.person(tx, team, who)
            assert person is not None
            (write,) = linked.office.gateway.table.home
            pages[team, who] = await write(await people.viewer(tx, team, who), person, tx)
    assert buttons(pages[HERE, "U0FRIEDA"]).keys() == {"Reply", "Undo", "Log an insight"}
    assert buttons(pages[THERE, "U0FRIEDA"]).keys() == {"Log an insight"}
    assert buttons(pages[HERE, "U0MILO"]).keys() == {"Log an insight"}


async def test_the_list_of_routes_says_what_goes_to_the_other_workspace(linked: Linked) -> None:
    await linked.set_route(THERE, theme="bell", heard="wish")
    answer = said(await linked.office.command("U0FRIEDA", "kindline route"))
    assert "Insights without a route here go to Marigold Bikes' #marketing on Slack." in answer
    assert "Insights about #bell, wish without a route here go to Marigold Bikes' #marketing on Slack." in answer
    assert "There is no route yet" not in answer
    await linked.set_route(HERE, theme="bell")
    answer = said(await linked.office.command("U0FRIEDA", "kindline route"))
    assert "Insights about #bell, wish" not in answer and "Insights without a route here" in answer
    assert "without a route here" not in said(await linked.office.command("U0MILO", "kindline route", team=THERE))
    await linked.cut()
    assert "without a route here" not in said(await linked.office.command("U0FRIEDA", "kindline route"))


async def test_once_the_link_is_cut_nobody_speaks_into_the_void(linked: Linked) -> None:
    insight_id = await logged(linked)
    question = await asked(linked)
    form = (await reply_form(linked, question)).form
    await linked.cut()
    async with linked.office.rows() as tx:
        frieda = await people.person(tx, HERE, "U0FRIEDA")
        assert frieda is not None
        (write,) = linked.office.gateway.table.home
        page = await write(await people.viewer(tx, HERE, "U0FRIEDA"), frieda, tx)
    assert "it went to a workspace that is no longer linked with this one" in repr(page)
    assert buttons(page).keys() == {"Undo", "Log an insight"}
    pressed = await linked.office.press(
        "U0MILO", Buttons.ACT_ON_INSIGHT, await copy_of(linked), message=CARD, team=THERE
    )
    assert "is no longer linked with yours, so nobody there would hear of it" in said(pressed)
    assert "nobody there would read your answer" in said(await linked.office.submit("U0FRIEDA", form, words="The map"))
    undone = said(await linked.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id))
    assert "Insight #1 is withdrawn.\nIt had gone to a workspace that is no longer linked" in undone
    assert await linked.state(THERE) == "asked"
    assert await linked.deliver() == {}
