"""Using a draft where no bot can post as a person: the agent gets the words, and nothing is ever posted for them."""

from bot.actions import OpenForm
from bot.buttons import Buttons
from bot.places import OnlyVisibleTo, PressedCard
from storage.addresses import unreachable
from storage.secrets import Secret, account_name
from tests.office import HERE, buttons, only, said, to, words
from tests.replies.desk import ASKED, ReplyDesk


async def test_use_gives_the_words_to_copy(desk: ReplyDesk) -> None:
    await desk.office.moves_to_teams()
    _, carried = await desk.draft_for("U0FRIEDA")
    copied = said(await desk.use("U0FRIEDA", carried["Use"]))
    await desk.office.deliver()

    draft = await desk.draft(carried["Use"])
    assert copied.startswith("Your reply, ready to copy:") and draft.text in copied
    assert "Teams lets no bot post as a person, so the last step is yours." in copied
    assert "/kindline link" not in copied
    assert (draft.state, desk.sent) == ("copied", [])


async def test_the_words_can_be_had_again(desk: ReplyDesk) -> None:
    await desk.office.moves_to_teams()
    _, carried = await desk.draft_for("U0FRIEDA")
    first = said(await desk.use("U0FRIEDA", carried["Use"]))
    assert said(await desk.use("U0FRIEDA", carried["Use"])) == first


async def test_a_secret_that_should_not_be_there_posts_nothing(desk: ReplyDesk) -> None:
    await desk.office.moves_to_teams()
    async with desk.office.rows() as tx:
        name = account_name("teams")
        tx.session.add(Secret(workspace_id=HERE, owner_id="U0FRIEDA", name=name, key_id="k", sealed="sealed"))
    _, carried = await desk.draft_for("U0FRIEDA")
    assert "ready to copy" in said(await desk.use("U0FRIEDA", carried["Use"]))
    await desk.office.deliver()
    assert desk.sent == []


async def test_a_relay_channel_says_the_same_on_both_platforms(desk: ReplyDesk) -> None:
    await desk.office.moves_to_teams()
    await desk.says("B0DESK", ASKED, channel="C0DESK", is_by_app=True)
    (card,) = await desk.settled()
    answer = said(await desk.use("U0FRIEDA", buttons(card.card.parts)["Use"]))
    assert "Copy it into your help desk" in answer and "Teams" not in answer


async def test_a_draft_goes_to_the_others_when_the_threads_owner_blocked_the_bot(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Hello?")
    await desk.says("U0JONAS", "Hello Annelie, how can I help?", thread="m1")
    async with desk.office.rows() as tx:
        await unreachable(tx, HERE, "U0JONAS")
    await desk.says("U0ANNELIE", ASKED, thread="m1")
    offered = to(await desk.settled(), OnlyVisibleTo)
    assert {one.place.person_id for one in offered if isinstance(one.place, OnlyVisibleTo)} == {"U0FRIEDA"}


async def test_the_card_behind_the_form_no_longer_offers_what_was_used(desk: ReplyDesk) -> None:
    await desk.office.moves_to_teams()
    _, carried = await desk.draft_for("U0FRIEDA")
    form = only(await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, carried["Open"]), OpenForm).form
    given = said(await desk.office.submit("U0FRIEDA", form, text="Annelie, your seat comes tomorrow.", anyway=["yes"]))
    assert "ready to copy" in given and "Annelie, your seat comes tomorrow." in given
    (card,) = to(await desk.office.deliver(), PressedCard)
    assert words(card.card).startswith("Used. Your words came in a message of their own, ready to copy.")
    again = await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, buttons(card.card.parts)["Show my words"])
    assert "Annelie, your seat comes tomorrow." in said(again)


async def test_a_form_opened_from_home_leaves_no_card_to_change(desk: ReplyDesk) -> None:
    await desk.office.moves_to_teams()
    _, carried = await desk.draft_for("U0FRIEDA")
    opened = await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, carried["Open"], message=("", ""))
    await desk.office.submit("U0FRIEDA", only(opened, OpenForm).form, text="Tomorrow, Annelie.", anyway=["yes"])
    assert to(await desk.office.deliver(), PressedCard) == []
