"""Marketing answers, asks, and the contributor hears of it."""

import pytest

from bot.actions import OpenForm, Replace, Say, ShareInsight
from bot.buttons import Buttons
from bot.errors import PlatformRefused
from bot.events import HomeOpened
from bot.places import Delivery, DirectMessage, HomePage, InChannel, InPlaceOf, PressedCard
from storage import insights, people
from storage.workspaces import Channel
from tests.office import HERE, NOW, Office, buttons, only, said, to, words

CARD = ("C0MKT", "m1")
FRIEDAS = DirectMessage("U0FRIEDA")


@pytest.fixture
async def insight_id(office: Office) -> str:
    """An insight by Frieda, whose card stands in #marketing."""
    answer = only(await office.command("U0FRIEDA", "insight Annelie is lost #app customer:Annelie"), Say)
    await office.deliver()
    return buttons(answer.card.parts)["Undo"]


async def state_of(office: Office, insight_id: str) -> str:
    async with office.rows() as tx:
        found = await insights.insight(tx, people.machine(HERE), insight_id)
    assert found is not None
    return found.state


@pytest.mark.parametrize(
    ("button", "told", "shown"),
    [
        (Buttons.ACT_ON_INSIGHT, "Milo Rossi is acting on your insight #1.", "Milo Rossi is acting on this."),
        (Buttons.INSIGHT_KNOWN, "Milo Rossi already knows about what you heard", "Milo Rossi knows about this."),
    ],
)
async def test_one_press_answers_and_the_contributor_hears_of_it(
    office: Office, insight_id: str, button: str, told: str, shown: str
) -> None:
    assert await office.press("U0MILO", button, insight_id, message=CARD) == []
    again = await office.press("U0MILO", button, insight_id, message=CARD)
    assert "already the answer" in said(again)
    delivered = await office.deliver()
    assert [one.place for one in delivered] == [InPlaceOf(*CARD), FRIEDAS]
    assert shown in words(delivered[0].card) and "Add a few words" in buttons(delivered[0].card.parts)
    assert told in words(delivered[1].card)
    assert f"insight.{await state_of(office, insight_id)}" == button


async def test_not_now_needs_a_reason_that_the_contributor_reads(office: Office, insight_id: str) -> None:
    form = only(await office.press("U0MILO", Buttons.INSIGHT_NOT_NOW, insight_id, message=CARD), OpenForm).form
    for empty in ("", " \x00\u200b "):
        assert "A reason is needed" in said(await office.submit("U0MILO", form, words=empty))
    assert "1,000 characters" in said(await office.submit("U0MILO", form, words="x" * 1001))
    assert await office.submit("U0MILO", form, words="The app is replaced in May.") == []
    delivered = await office.deliver()
    (note,) = to(delivered, DirectMessage)
    assert "not now." in words(note.card) and "The app is replaced in May." in words(note.card)
    (card,) = to(delivered, InPlaceOf)
    assert "Milo Rossi: not now, because The app is replaced in May." in words(card.card)


async def test_words_can_be_added_to_an_answer(office: Office, insight_id: str) -> None:
    await office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id, message=CARD)
    form = only(await office.press("U0MILO", Buttons.ADD_WORDS, insight_id, message=CARD), OpenForm).form
    await office.submit("U0MILO", form, words="A new page goes live on Monday.")
    delivered = await office.deliver()
    assert any("added a few words" in words(note.card) for note in to(delivered, DirectMessage))
    assert "Milo Rossi added: A new page goes live on Monday." in words(to(delivered, InPlaceOf)[-1].card)
    assert await state_of(office, insight_id) == "acting"


@pytest.mark.parametrize("who", ["U0FRIEDA", "U0JONAS", "U0OLGA"])
@pytest.mark.parametrize(
    "button", [Buttons.ACT_ON_INSIGHT, Buttons.INSIGHT_NOT_NOW, Buttons.ASK_AGENT, Buttons.ADD_WORDS]
)
async def test_others_get_a_kind_word_and_nothing_changes(
    office: Office, insight_id: str, who: str, button: str
) -> None:
    assert "for marketing to answer" in said(await office.press(who, button, insight_id, message=CARD))
    assert await office.deliver() == []
    assert await state_of(office, insight_id) == "new"


@pytest.mark.parametrize("who", ["U0MILO", "U0LARS", "U0NADINE"])
async def test_marketers_leads_and_admins_may_answer(office: Office, insight_id: str, who: str) -> None:
    await office.press(who, Buttons.ACT_ON_INSIGHT, insight_id, message=CARD)
    assert await state_of(office, insight_id) == "acting"


async def test_the_owner_a_route_names_may_answer_without_a_role(office: Office) -> None:
    await office.command("U0NADINE", "kindline route #bell @U0OLGA #marketing")
    answer = only(await office.command("U0FRIEDA", "insight Loved #bell"), Say)
    await office.press("U0OLGA", Buttons.ACT_ON_INSIGHT, buttons(answer.card.parts)["Undo"], message=CARD)
    assert await state_of(office, buttons(answer.card.parts)["Undo"]) == "acting"


@pytest.mark.parametrize("who", ["U0ANNELIE", "U0HENDRIK"])
async def test_customers_cannot_answer(office: Office, insight_id: str, who: str) -> None:
    assert "helps the team that answers you" in said(await office.press(who, Buttons.ACT_ON_INSIGHT, insight_id))
    assert await state_of(office, insight_id) == "new"


async def test_a_marketer_who_lost_the_role_while_the_form_was_open_cannot_send_it(
    office: Office, insight_id: str
) -> None:
    form = only(await office.press("U0NADINE", Buttons.INSIGHT_NOT_NOW, insight_id, message=CARD), OpenForm).form
    async with office.rows() as tx:
        await people.set_roles(tx, HERE, "U0NADINE", ["agent"])
    assert "for marketing to answer" in said(await office.submit("U0NADINE", form, words="No time"))
    assert await state_of(office, insight_id) == "new"


async def test_a_withdrawn_insight_is_not_answered_any_more(office: Office, insight_id: str) -> None:
    form = only(await office.press("U0MILO", Buttons.INSIGHT_NOT_NOW, insight_id, message=CARD), OpenForm).form
    await office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id)
    assert "was withdrawn" in said(await office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id, message=CARD))
    assert "was withdrawn" in said(await office.submit("U0MILO", form, words="No time"))
    assert to(await office.deliver(), DirectMessage) == []


async def test_an_answered_insight_cannot_be_taken_back(office: Office, insight_id: str) -> None:
    await office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id, message=CARD)
    assert "already answered" in said(await office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id))
    assert await state_of(office, insight_id) == "acting"


async def test_a_question_goes_to_the_agent_and_the_reply_comes_back_masked(office: Office, insight_id: str) -> None:
    form = only(await office.press("U0MILO", Buttons.ASK_AGENT, insight_id, message=CARD), OpenForm).form
    await office.submit("U0MILO", form, words="Which screen?")
    delivered = await office.deliver()
    (question,) = to(delivered, DirectMessage)
    assert question.place == FRIEDAS and "Which screen?" in words(question.card)
    assert "Milo Rossi asked: Which screen?" in words(to(delivered, InPlaceOf)[0].card)
    reply = only(await office.press("U0FRIEDA", Buttons.REPLY_TO_ASK, buttons(question.card.parts)["Reply"]), OpenForm)
    await office.submit("U0FRIEDA", reply.form, words="The map. Annelie has it on 0171 1234567.")
    assert "answered this question already" in said(await office.submit("U0FRIEDA", reply.form, words="Again"))
    delivered = await office.deliver()
    (told,) = to(delivered, DirectMessage)
    assert told.place == DirectMessage("U0MILO")
    for card in (told.card, to(delivered, InPlaceOf)[0].card):
        assert "The map. [name] has it on [phone]." in words(card) and "Annelie" not in words(card)
    (pressed,) = to(delivered, PressedCard)
    assert "You answered: The map. Annelie" in words(pressed.card) and buttons(pressed.card.parts) == {}
    assert await state_of(office, insight_id) == "new"


async def test_nobody_else_replies_to_the_question(office: Office, insight_id: str) -> None:
    form = only(await office.press("U0MILO", Buttons.ASK_AGENT, insight_id, message=CARD), OpenForm).form
    await office.submit("U0MILO", form, words="Which screen?")
    (question,) = to(await office.deliver(), DirectMessage)
    for who in ("U0JONAS", "U0MILO", "U0NADINE"):
        refused = said(await office.press(who, Buttons.REPLY_TO_ASK, buttons(question.card.parts)["Reply"]))
        assert refused == said(await office.press(who, Buttons.REPLY_TO_ASK, "unknown|unknown"))


async def test_a_question_about_an_answered_insight_keeps_the_answer(office: Office, insight_id: str) -> None:
    await office.press("U0MILO", Buttons.ACT_ON_INSIGHT, insight_id, message=CARD)
    form = only(await office.press("U0MILO", Buttons.ASK_AGENT, insight_id, message=CARD), OpenForm).form
    await office.submit("U0MILO", form, words="Which screen?")
    assert await state_of(office, insight_id) == "acting"


async def test_a_lead_answers_in_the_message_where_no_route_leads(bare_office: Office) -> None:
    answer = only(await bare_office.command("U0FRIEDA", "insight Too slow"), Say)
    insight_id = buttons(answer.card.parts)["Undo"]
    await bare_office.deliver()
    replaced = only(await bare_office.press("U0LARS", Buttons.ACT_ON_INSIGHT, insight_id), Replace)
    assert "Lars Holm is acting on this." in words(replaced.card)
    form = only(await bare_office.press("U0LARS", Buttons.INSIGHT_NOT_NOW, insight_id), OpenForm).form
    await bare_office.submit("U0LARS", form, words="Next year")
    delivered = await bare_office.deliver()
    assert [note.place for note in to(delivered, DirectMessage)] == [FRIEDAS, FRIEDAS]
    assert "not now, because Next year" in words(to(delivered, PressedCard)[0].card)


async def test_an_insight_whose_channel_is_gone_reaches_its_owner(office: Office) -> None:
    office.recorder.ends = [PlatformRefused("is_archived")]
    await office.command("U0FRIEDA", "insight Too slow")
    (note,) = to(await office.deliver(), DirectMessage)
    assert note.place == DirectMessage("U0MILO")
    assert "I could not show this insight in its channel" in words(note.card)


async def test_an_insight_is_never_shown_where_customers_came_in(office: Office) -> None:
    async with office.rows() as tx:
        (await tx.session.get_one(Channel, (HERE, "C0MKT"))).has_customers = True
    await office.command("U0FRIEDA", "insight Too slow")
    delivered = await office.deliver()
    assert to(delivered, InChannel) == [] and to(delivered, DirectMessage)[0].place == DirectMessage("U0MILO")


async def test_a_change_while_the_first_card_is_on_its_way_makes_no_second_card(office: Office) -> None:
    answer = only(await office.command("U0FRIEDA", "insight Too slow"), Say)
    insight_id = buttons(answer.card.parts)["Undo"]
    async with office.rows() as tx:
        found = await insights.insight(tx, people.machine(HERE), insight_id)
        assert found is not None
        write = office.gateway.table.writers[ShareInsight]
        first = ShareInsight(key=f"insight:{insight_id}:v1", insight_id=insight_id, version=1)
        on_its_way = await write(first, HERE, tx)
    await office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id)
    async with office.rows() as tx:
        second = ShareInsight(key=f"insight:{insight_id}:v2", insight_id=insight_id, version=2)
        assert await write(second, HERE, tx) is None
        follow = await office.gateway.table.delivered[ShareInsight](first, HERE, "m9", tx)
        await office.desk.carry_out(tx, HERE, follow)
    assert isinstance(on_its_way, Delivery) and on_its_way.place == InChannel("C0MKT")
    delivered = await office.deliver()
    assert {one.place for one in delivered} == {InPlaceOf("C0MKT", "m9")}
    assert "was withdrawn" in words(delivered[-1].card)


async def test_the_home_page_shows_mine_with_their_state_and_what_waits_for_me(office: Office, insight_id: str) -> None:
    for who in ("U0FRIEDA", "U0MILO", "U0JONAS"):
        await office.hear(HomeOpened(workspace_id=HERE, at=NOW, person_id=who))
        await office.press(who, Buttons.OPEN_INSIGHT_FORM, message=("", ""))
    async with office.rows() as tx:
        pages = {}
        for who in ("U0FRIEDA", "U0MILO", "U0JONAS"):
            person = await people.person(tx, HERE, who)
            assert person is not None
            (write,) = office.gateway.table.home
            pages[who] = await write(await people.viewer(tx, HERE, who), person, tx)
    assert buttons(pages["U0FRIEDA"]).keys() == {"Undo", "Log an insight"}
    assert {"Acting", "Ask the agent"} <= buttons(pages["U0MILO"]).keys()
    assert buttons(pages["U0JONAS"]).keys() == {"Log an insight"}
    assert "Annelie" not in repr(pages["U0MILO"]) and "[name] is lost" in repr(pages["U0MILO"])


async def test_an_answer_given_on_the_home_page_redraws_it(office: Office, insight_id: str) -> None:
    assert await office.press("U0MILO", Buttons.INSIGHT_KNOWN, insight_id, message=("", "")) == []
    assert to(await office.deliver(), HomePage)[0].place == HomePage("U0MILO")
