"""A draft's card that stays, in a private chat or a relay thread, never goes on offering what is over."""

import pytest

from bot.actions import OfferDraft, OpenForm, Outcomes, RedrawDraft
from bot.buttons import Buttons
from bot.errors import PlatformRefused, PlatformUncertain
from bot.places import NOT_SHOWN, Delivery, InPlaceOf, PressedCard, PrivateCard
from bot.replies import shown
from bot.replies.deliver import on_offered
from bot.replies.spent import PUT_AWAY, USED
from storage import people, replies
from storage.replies import Draft
from storage.rows import new_id
from tests.office import HERE, buttons, only, to, words
from tests.replies.desk import ASKED, ReplyDesk

FRIEDA, JONAS = "U0FRIEDA", "U0JONAS"


@pytest.fixture
async def chats(desk: ReplyDesk) -> ReplyDesk:
    """On Teams, where each draft is a message in the agent's own chat."""
    await desk.office.moves_to_teams()
    return desk


async def cards(desk: ReplyDesk, draft_id: str) -> list[str]:
    """The ids of the messages that show the draft."""
    draft = await desk.draft(draft_id)
    async with desk.office.rows() as tx:
        return [card.message_id for card in await replies.cards_of_draft(tx, draft)]


async def press(desk: ReplyDesk, button: str, draft_id: str, message_id: str) -> object:
    return await desk.office.press(FRIEDA, button, draft_id, message=("D0FRIEDA", message_id))


def said(deliveries: list[Delivery], who: str) -> list[str]:
    """What the cards in this person's chat say now."""
    return [words(one.card) for one in to(deliveries, PrivateCard, person_id=who)]


async def test_the_card_of_an_agent_who_answers_in_her_own_words_says_so_in_one_line(chats: ReplyDesk) -> None:
    await chats.draft_for(FRIEDA)
    await chats.says(FRIEDA, "It comes tomorrow, Annelie.", thread="m1")
    drawn = await chats.office.deliver()
    assert said(drawn, FRIEDA) == [f"For Annelie Voss · {shown.ANSWERED_YOURSELF}"]
    assert said(drawn, JONAS) == ["For Annelie Voss · Frieda Brandt answered this thread."]
    assert to(drawn, PressedCard) == []


async def test_each_card_is_drawn_where_it_stands(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    (message_id,) = await cards(chats, carried["Use"])
    await chats.says(FRIEDA, "It comes tomorrow, Annelie.", thread="m1")
    (drawn,) = to(await chats.office.deliver(), PrivateCard, person_id=FRIEDA)
    assert drawn.place == PrivateCard(FRIEDA, message_id) and drawn.link_to is None


async def test_the_card_behind_the_form_says_that_the_draft_was_used(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    (message_id,) = await cards(chats, carried["Use"])
    opened = await chats.office.press(FRIEDA, Buttons.OPEN_DRAFT, carried["Open"], message=("D0", message_id))
    await chats.office.submit(FRIEDA, only(opened, OpenForm).form, text="Tomorrow, Annelie.", anyway=["yes"])
    drawn = await chats.office.deliver()
    assert said(drawn, FRIEDA) == [f"For Annelie Voss · {USED['copied']}\n[Show my words]"]
    assert said(drawn, JONAS) == ["For Annelie Voss · Frieda Brandt has taken this thread."]
    assert to(drawn, PressedCard) == []  # It is the same card, so it is drawn once.


async def test_the_pressed_card_has_its_answer_and_the_others_say_that_it_was_used(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    await chats.help_me(FRIEDA)
    await chats.office.deliver()
    first, second = await cards(chats, carried["Use"])
    await press(chats, Buttons.USE_DRAFT, carried["Use"], second)
    (drawn,) = to(await chats.office.deliver(), PrivateCard, person_id=FRIEDA)
    assert drawn.place == PrivateCard(FRIEDA, first) and USED["copied"] in words(drawn.card)
    assert drawn.link_to == ("C0HELP", "m1")  # Where the words are to be copied.


async def test_a_draft_used_at_home_leaves_no_card_that_offers_it(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    await chats.office.press(FRIEDA, Buttons.USE_DRAFT, carried["Use"], message=("", ""))
    assert said(await chats.office.deliver(), FRIEDA) == [f"For Annelie Voss · {USED['copied']}\n[Show my words]"]


async def test_a_draft_put_away_at_home_is_put_away_in_the_chat(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    await chats.office.press(FRIEDA, Buttons.DISMISS_DRAFT, carried["Use"], message=("", ""))
    assert said(await chats.office.deliver(), FRIEDA) == [f"For Annelie Voss · {PUT_AWAY}"]


async def test_a_thread_that_a_colleague_took_is_said_to_be_theirs(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    (message_id,) = await cards(chats, carried["Use"])
    await press(chats, Buttons.TAKE_THREAD, carried["Use"], message_id)
    drawn = await chats.office.deliver()
    assert said(drawn, JONAS) == ["For Annelie Voss · Frieda Brandt has taken this thread."]
    assert said(drawn, FRIEDA) == []


async def test_another_card_of_a_taken_thread_no_longer_offers_to_take_it(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    await chats.help_me(FRIEDA)
    await chats.office.deliver()
    await press(chats, Buttons.TAKE_THREAD, carried["Use"], (await cards(chats, carried["Use"]))[1])
    (drawn,) = to(await chats.office.deliver(), PrivateCard, person_id=FRIEDA)
    assert list(buttons(drawn.card.parts)) == ["Write it…", "Open", "Use", "Not now"]
    assert drawn.link_to == ("C0HELP", "m1")


async def test_a_customer_who_writes_more_overtakes_the_draft(chats: ReplyDesk) -> None:
    await chats.draft_for(FRIEDA)
    await chats.says("U0ANNELIE", "And which colour is it?", thread="m1")
    assert said(await chats.office.deliver(), FRIEDA) == [f"For Annelie Voss · {shown.OVERTAKEN}"]
    assert said(await chats.settled(), FRIEDA) == []  # The newer draft stands below, and the old card stays as it is.


async def test_a_newer_draft_that_is_there_already_is_named(chats: ReplyDesk) -> None:
    await chats.draft_for(FRIEDA)
    await chats.says("U0ANNELIE", "And which colour is it?", thread="m1")
    assert said(await chats.settled(), FRIEDA) == [f"For Annelie Voss · {shown.NEWER}"]


async def test_a_pressed_card_that_was_overtaken_keeps_its_answer(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    (message_id,) = await cards(chats, carried["Use"])
    async with chats.office.rows() as tx:
        (await tx.session.get_one(Draft, (HERE, carried["Use"]))).basis_hash = "of other words"
    await press(chats, Buttons.USE_DRAFT, carried["Use"], message_id)
    assert said(await chats.office.deliver(), FRIEDA) == []


async def test_a_card_that_vanishes_by_itself_is_not_drawn_again(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for(FRIEDA)
    await desk.says(FRIEDA, "It comes tomorrow, Annelie.", thread="m1")
    assert to(await desk.office.deliver(), PrivateCard) == []
    assert await cards(desk, carried["Use"]) == []


async def test_a_card_in_a_relay_thread_is_brought_up_to_date_for_all(desk: ReplyDesk) -> None:
    await desk.says("B0DESK", ASKED, channel="C0DESK", is_by_app=True)
    (card,) = await desk.settled()
    (message_id,) = await cards(desk, buttons(card.card.parts)["Use"])
    await desk.says("B0DESK", "It is the red one.", thread="m1", channel="C0DESK", is_by_app=True)
    (drawn,) = to(await desk.office.deliver(), InPlaceOf)
    assert drawn.place == InPlaceOf("C0DESK", message_id)
    assert words(drawn.card) == f"For the customer · {shown.OVERTAKEN}"


async def test_a_note_among_colleagues_leaves_a_relay_draft_on_offer_until_the_customer_says_more(
    desk: ReplyDesk,
) -> None:
    await desk.says("B0DESK", ASKED, channel="C0DESK", is_by_app=True)
    (card,) = await desk.settled()
    (message_id,) = await cards(desk, buttons(card.card.parts)["Use"])
    await desk.says(JONAS, "Can you take this one, Frieda?", thread="m1", channel="C0DESK")
    noted = to(await desk.office.deliver(), InPlaceOf)
    await desk.says("B0DESK", "And can I pay by card?", thread="m1", channel="C0DESK", is_by_app=True)
    drawn = to(await desk.settled(), InPlaceOf)
    assert noted == []
    assert [(one.place, words(one.card)) for one in drawn] == [
        (InPlaceOf("C0DESK", message_id), f"For the customer · {shown.NEWER}")
    ]


async def test_a_relay_draft_used_through_its_form_is_said_to_be_used(desk: ReplyDesk) -> None:
    await desk.says("B0DESK", ASKED, channel="C0DESK", is_by_app=True)
    (card,) = await desk.settled()
    opened = await desk.office.press(FRIEDA, Buttons.OPEN_DRAFT, buttons(card.card.parts)["Open"])
    await desk.office.submit(FRIEDA, only(opened, OpenForm).form, text="Tomorrow, Annelie.", anyway=["yes"])
    (drawn,) = to(await desk.office.deliver(), InPlaceOf)
    assert words(drawn.card) == "For the customer · Frieda Brandt used this draft."


async def test_nothing_is_said_openly_where_customers_were_found_since(desk: ReplyDesk) -> None:
    await desk.says("B0DESK", ASKED, channel="C0DESK", is_by_app=True)
    await desk.settled()
    await desk.says("B0DESK", "It is the red one.", thread="m1", channel="C0DESK", is_by_app=True)
    channel = await desk.office.channel("C0DESK")
    assert channel is not None
    async with desk.office.rows() as tx:
        (await tx.session.merge(channel)).has_customers = True
    assert to(await desk.office.deliver(), InPlaceOf) == []


async def test_a_card_that_arrives_after_the_answer_is_brought_up_to_date_at_once(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    await chats.says(FRIEDA, "It comes tomorrow, Annelie.", thread="m1")
    await chats.office.deliver()
    late = await _arrived(chats, carried["Use"], "late")
    assert [(one.message_id, one.person_id) for one in late if isinstance(one, RedrawDraft)] == [("late", FRIEDA)]


@pytest.mark.parametrize("message_id", ["", NOT_SHOWN])
async def test_what_left_no_message_is_not_kept(chats: ReplyDesk, message_id: str) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    before = await cards(chats, carried["Use"])
    await _arrived(chats, carried["Use"], message_id)
    assert await cards(chats, carried["Use"]) == before


async def _arrived(desk: ReplyDesk, draft_id: str, message_id: str) -> Outcomes:
    async with desk.office.rows() as tx:
        action = OfferDraft(key=new_id(), draft_id=draft_id, person_id=FRIEDA)
        return await on_offered(action, HERE, message_id, tx)


async def test_a_newer_note_about_a_promise_takes_the_place_of_the_older(chats: ReplyDesk) -> None:
    _, carried = await chats.draft_for(FRIEDA)
    async with chats.office.rows() as tx:
        older = await tx.session.get_one(Draft, (HERE, carried["Use"]))
        older.promise_id = "p1"
        facts = {name: getattr(older, name) for name in ("channel_id", "thread_id", "basis_id", "text", "created_at")}
        newer = Draft(workspace_id=HERE, draft_id="newer", basis_hash="", person_id=FRIEDA, promise_id="p1", **facts)
        tx.session.add(newer)
        older.state = "stale"
    await chats.office.put(OfferDraft(key="newer", draft_id="newer", person_id=FRIEDA))
    assert said(await chats.office.deliver(), FRIEDA) == [f"For Annelie Voss · {shown.NEWER}"]


async def test_a_reply_that_was_not_sent_is_offered_again_where_it_was_used(desk: ReplyDesk) -> None:
    desk.office.recorder.keeps_private_cards = True
    _, carried = await desk.draft_for(FRIEDA)
    (message_id,) = await cards(desk, carried["Use"])
    await press(desk, Buttons.USE_DRAFT_ANYWAY, carried["Use"], message_id)
    desk.office.recorder.fails_replies = [PlatformRefused("not_in_channel")]
    drawn = to(await desk.office.deliver(), PrivateCard, person_id=FRIEDA)
    assert [list(buttons(one.card.parts)) for one in drawn] == [["Write it…", "Open", "Use", "Not now"]]


async def test_a_reply_sent_and_taken_back_is_told_on_the_cards_that_nobody_pressed(desk: ReplyDesk) -> None:
    desk.office.recorder.keeps_private_cards = True
    _, carried = await desk.draft_for(FRIEDA)
    await desk.help_me(FRIEDA)
    await desk.office.deliver()
    first, second = await cards(desk, carried["Use"])
    await press(desk, Buttons.USE_DRAFT_ANYWAY, carried["Use"], second)
    sent = await desk.office.deliver()
    await press(desk, Buttons.TAKE_BACK, carried["Use"], second)
    back = await desk.office.deliver()
    assert said(sent, FRIEDA) == [f"For Annelie Voss · {USED['used']}"]
    assert said(back, FRIEDA) == [f"For Annelie Voss · {USED['taken_back']}"]
    assert {one.place for one in to([*sent, *back], PrivateCard, person_id=FRIEDA)} == {PrivateCard(FRIEDA, first)}
    assert len(to(sent, PressedCard)) == len(to(back, PressedCard)) == 1


async def test_nobody_can_tell_so_every_card_asks_to_look(desk: ReplyDesk) -> None:
    desk.office.recorder.keeps_private_cards = True
    _, carried = await desk.draft_for(FRIEDA)
    await press(desk, Buttons.USE_DRAFT_ANYWAY, carried["Use"], (await cards(desk, carried["Use"]))[0])
    before = len(desk.office.recorder.posted)
    await desk.broken_off(carried["Use"])
    drawn = [what for what, _ in desk.office.recorder.posted[before:] if isinstance(what, Delivery)]
    assert ["It is there", "It is not, send it"] in [list(buttons(one.card.parts)) for one in to(drawn, PrivateCard)]


async def test_somebody_who_is_no_agent_of_ours_any_more_is_shown_nothing(chats: ReplyDesk) -> None:
    await chats.draft_for(FRIEDA)
    await chats.says(FRIEDA, "It comes tomorrow, Annelie.", thread="m1")
    async with chats.office.rows() as tx:
        await people.set_roles(tx, HERE, JONAS, [])
        jonas = await people.person(tx, HERE, JONAS)
        assert jonas is not None
        jonas.is_deactivated = True
    assert said(await chats.office.deliver(), JONAS) == []


async def test_a_drawing_of_unknown_fate_is_done_again(chats: ReplyDesk) -> None:
    await chats.draft_for(FRIEDA)
    await chats.says(FRIEDA, "It comes tomorrow, Annelie.", thread="m1")
    chats.office.recorder.ends = [PlatformUncertain("reset")] * 3
    await chats.office.deliver()
    await chats.office.free_held_rows()
    assert said(await chats.office.deliver(), FRIEDA) == [f"For Annelie Voss · {shown.ANSWERED_YOURSELF}"]
