"""An agent comes back to a draft that went its way already: every sentence is true, and nothing is sent twice."""

import pytest

from bot.buttons import Buttons
from bot.errors import PlatformRefused
from bot.places import Delivery, DirectMessage, OnlyVisibleTo, PressedCard, Removal
from bot.replies import deliver
from storage import people
from tests.office import HERE, buttons, said, to, words
from tests.replies.desk import ReplyDesk

HOME = ("", "")


async def sent(desk: ReplyDesk) -> str:
    """Frieda used her draft and it was posted; its id."""
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.office.deliver()
    return carried["Use"]


async def uncertain(desk: ReplyDesk) -> str:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.broken_off(carried["Use"])
    return carried["Use"]


async def test_the_home_page_asks_whether_an_uncertain_reply_arrived(desk: ReplyDesk) -> None:
    draft_id = await uncertain(desk)
    shown = await desk.office.home("U0FRIEDA")

    assert "I can't tell whether it arrived" in words(shown)
    assert buttons(shown.parts) == {"It is there": draft_id, "It is not, send it": draft_id}


@pytest.mark.parametrize("button", [Buttons.USE_DRAFT, Buttons.OPEN_DRAFT, Buttons.DISMISS_DRAFT])
async def test_an_old_button_of_an_uncertain_reply_asks_too_and_sends_nothing(desk: ReplyDesk, button: str) -> None:
    draft_id = await uncertain(desk)
    answer = said(await desk.office.press("U0FRIEDA", button, draft_id, message=HOME))
    await desk.office.deliver()

    assert "I can't tell whether it arrived" in answer
    assert len(desk.sent) == 1
    assert (await desk.draft(draft_id)).state == "uncertain"


async def test_only_what_was_put_away_is_said_to_be(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)

    answer = said(await desk.office.press("U0FRIEDA", Buttons.DISMISS_DRAFT, draft_id))
    assert answer == "This reply was already sent."


async def test_words_to_copy_can_be_had_again_as_they_were_edited(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0JONAS")
    form = (await desk.office.press("U0JONAS", Buttons.OPEN_DRAFT, carried["Use"]))[0].form  # type: ignore[attr-defined]
    await desk.office.submit("U0JONAS", form, text="Hello Annelie, on Friday. Jonas", asks=["0"])

    for again in (await desk.help_me("U0JONAS"), await desk.use("U0JONAS", carried["Use"])):
        assert "ready to copy" in said(again)
        assert "Hello Annelie, on Friday. Jonas" in said(again)


async def test_help_for_a_reply_that_is_on_its_way_says_so(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])

    assert said(await desk.help_me("U0FRIEDA")) == "This reply is on its way."


async def test_a_copied_text_says_nothing_untrue_about_linking(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0JONAS")

    assert "Once your account is linked" in said(await desk.use("U0JONAS", carried["Use"]))


async def test_a_reply_that_cannot_be_taken_back_is_said_to_stay(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)
    await desk.office.press("U0FRIEDA", Buttons.TAKE_BACK, draft_id)
    desk.office.recorder.ends = [PlatformRefused("cant_delete_message")]
    told = await desk.office.deliver()

    for place in (PressedCard, DirectMessage):
        (one,) = to(told, place)
        assert "I could not take your reply back: this workspace does not allow it." in words(one.card)
        assert "Annelie Voss still sees it." in words(one.card)
    assert (await desk.draft(draft_id)).state == "used"


async def test_taking_back_can_be_tried_again(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)
    await desk.office.press("U0FRIEDA", Buttons.TAKE_BACK, draft_id)
    desk.office.recorder.ends = [PlatformRefused("cant_delete_message")]
    await desk.office.deliver()
    await desk.office.press("U0FRIEDA", Buttons.TAKE_BACK, draft_id)
    await desk.office.deliver()

    assert (await desk.draft(draft_id)).state == "taken_back"
    assert "reply taken back" in await desk.office.audited()


async def test_a_reply_that_was_used_again_can_be_taken_back_again(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)
    for _ in range(2):
        await desk.office.press("U0FRIEDA", Buttons.TAKE_BACK, draft_id)
        await desk.office.deliver()
        await desk.help_me("U0FRIEDA")
        await desk.use("U0FRIEDA", draft_id)
        await desk.office.deliver()

    removed = [what for what, _ in desk.office.recorder.posted if isinstance(what, Removal)]
    assert len({removal.message_id for removal in removed}) == 2
    assert len(desk.sent) == 3


async def test_a_double_press_takes_back_once(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)
    for _ in range(2):
        await desk.office.press("U0FRIEDA", Buttons.TAKE_BACK, draft_id)
    await desk.office.deliver()

    assert len([what for what, _ in desk.office.recorder.posted if isinstance(what, Removal)]) == 1


async def test_a_sent_card_names_the_minute_until_which_it_can_be_taken_back(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)
    (card,) = to([w for w, _ in desk.office.recorder.posted if isinstance(w, Delivery)], PressedCard)

    used_at = (await desk.draft(draft_id)).used_at
    assert used_at is not None
    assert "You can take it back until " in words(card.card)
    assert "[Take it back]" in words(card.card)


async def test_a_sent_card_that_comes_late_offers_nothing_that_is_over(desk: ReplyDesk) -> None:
    draft_id = await sent(desk)
    await desk.office.database.set_offset(121_000)
    async with desk.office.rows() as tx:
        late = await deliver.note(HERE, "U0FRIEDA", {"draft_id": draft_id}, tx, topic=deliver.SENT)

    assert late is not None
    assert buttons(late.parts).keys() == {"Save as example"}


async def test_whoever_is_no_agent_any_more_sends_nothing(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    async with desk.office.rows() as tx:
        await people.set_roles(tx, HERE, "U0FRIEDA", ["marketer"])
    answer = said(await desk.use("U0FRIEDA", carried["Use"]))
    await desk.office.deliver()

    assert "Drafts are for agents" in answer
    assert desk.sent == []


async def test_a_marketer_cannot_take_or_use_a_relay_threads_draft(desk: ReplyDesk) -> None:
    await desk.says("U0OLGA", "From: Pia Lund <pia@x.example>\n\nWhen do you open on Saturday?", channel="C0DESK")
    shown = [one for one in await desk.settled() if "Pia" in words(one.card)]
    draft_id = buttons(shown[0].card.parts)["Use"]

    for button in (Buttons.TAKE_THREAD, Buttons.USE_DRAFT):
        assert "Drafts are for agents" in said(await desk.office.press("U0MILO", button, draft_id))
    assert (await desk.draft(draft_id)).state == "offered"


async def test_a_draft_goes_to_nobody_who_is_not_in_the_channel(desk: ReplyDesk) -> None:
    desk.office.recorder.absent = {"U0JONAS"}
    await desk.draft_for("U0FRIEDA")
    posted = [what for what, _ in desk.office.recorder.posted if isinstance(what, Delivery)]

    assert "Draft ready" not in words(await desk.office.home("U0JONAS"))
    assert to(posted, DirectMessage) == []
    assert "Draft ready" in words(await desk.office.home("U0FRIEDA"))


async def test_a_threads_owner_and_whoever_asks_get_theirs_wherever_they_are(desk: ReplyDesk) -> None:
    desk.office.recorder.absent = {"U0JONAS"}
    await desk.draft_for("U0FRIEDA")
    await desk.help_me("U0JONAS")
    asked = to(await desk.office.deliver(), OnlyVisibleTo, person_id="U0JONAS")
    await desk.says("U0JONAS", "I'll look, Annelie.", thread="m1")
    await desk.says("U0ANNELIE", "Which carrier is it?", thread="m1")
    owned = to(await desk.settled(), OnlyVisibleTo, person_id="U0JONAS")

    assert [one.place.elsewhere for one in (*asked, *owned)] == [True, True]  # type: ignore[union-attr]
