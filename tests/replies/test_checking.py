"""The standard on anybody's words: typed, in a form, on a message, and before a draft goes out."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Say
from bot.buttons import Buttons, Shortcuts
from bot.cards import ChecksInput, TextInput
from bot.own_standard import SETTING, OwnStandard
from bot.replies import check_cards as cards
from bot.replies import checking
from storage import workspaces
from storage.workspaces import Workspace
from tests.office import HERE, buttons, only, said, words
from tests.replies.desk import ReplyDesk

UNKIND = "Dear customer, we can't do that."
KIND = "Hi Annelie, I'll find out where your child seat is and write to you by 15:00 today."


async def check_message(desk: ReplyDesk, message_id: str, who: str = "U0FRIEDA", **about: Any) -> str:
    place = {"channel_id": "C0HELP", "message_id": message_id, "thread_id": "m1", "author_id": who, "text": "?"}
    return said(await desk.office.shortcut("U0FRIEDA", Shortcuts.CHECK_MY_WORDS, **place | about))


async def opened_form(desk: ReplyDesk) -> Any:
    _, carried = await desk.draft_for("U0FRIEDA")
    return only(await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, carried["Open"]), OpenForm).form


async def set_standard(desk: ReplyDesk, own: OwnStandard) -> None:
    async with desk.office.rows() as tx:
        home = await workspaces.locked_workspace(tx, HERE)
        assert home is not None
        home.settings = {**home.settings, SETTING: own.stored()}


# Typed


async def test_what_breaks_the_standard_is_told_with_rule_reason_and_rewording(desk: ReplyDesk) -> None:
    card = only(await desk.office.command("U0FRIEDA", f"check {UNKIND}"), Say).card
    told = words(card)
    assert card.summary == "2 things to mend"
    assert "S1 person: A form of address for everybody" in told and "Instead: Hi [name]" in told
    assert "S4 can-do: " in told and told.count(UNKIND) == 1


async def test_clean_words_get_one_sentence_and_are_handed_back(desk: ReplyDesk) -> None:
    assert said(await desk.office.command("U0FRIEDA", f"check {KIND}")) == f"{cards.CLEAN_ALONE}\nYour words:\n{KIND}"


async def test_without_a_thread_no_rule_minds_what_only_a_thread_shows(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Where is my child seat? And may I bring my dog?")
    assert cards.CLEAN_ALONE in said(await desk.office.command("U0FRIEDA", "check It comes on Thursday at 4 pm."))


async def test_the_same_command_works_behind_kindline(desk: ReplyDesk) -> None:
    short = await desk.office.command("U0FRIEDA", f"check {UNKIND}")
    assert said(await desk.office.command("U0FRIEDA", f"kindline check {UNKIND}")) == said(short)


@pytest.mark.parametrize("text", ["👍🏽 🎉", "…", "--"])
async def test_without_words_there_is_nothing_to_check(desk: ReplyDesk, text: str) -> None:
    assert said(await desk.office.command("U0FRIEDA", f"check {text}")) == cards.NO_WORDS


async def test_another_language_is_named_and_not_called_clean(desk: ReplyDesk) -> None:
    told = said(await desk.office.command("U0FRIEDA", "check Sehr geehrter Kunde, das ist leider nicht möglich."))
    assert told.startswith("This looks like German, and I can judge English only so far.")


async def test_of_very_many_words_the_first_are_checked_and_the_answer_says_so(desk: ReplyDesk) -> None:
    card = only(await desk.office.command("U0FRIEDA", f"check {(UNKIND + ' ') * 600}"), Say).card
    assert card.summary == "2 things to mend" and cards.TOO_LONG in words(card)
    assert buttons(card.parts) == {}


async def test_a_mention_is_checked_as_people_read_it(desk: ReplyDesk) -> None:
    told = said(await desk.office.command("U0FRIEDA", "check Hi <@U0ANNELIE|annelie>, it comes on Thursday."))
    assert told.endswith("Hi @annelie, it comes on Thursday.")


async def test_a_customer_is_told_what_kindline_is_for(desk: ReplyDesk) -> None:
    assert "Kindline helps the team" in said(await desk.office.command("U0ANNELIE", f"check {UNKIND}"))


# In the form


async def test_the_command_alone_opens_a_form_that_answers_in_place(desk: ReplyDesk) -> None:
    form = only(await desk.office.command("U0FRIEDA", "check"), OpenForm).form
    found = only(await desk.office.submit("U0FRIEDA", form, text=UNKIND), OpenForm).form
    assert found.submit == "Check again" and "2 things to mend" in words(found)
    assert [part.initial for part in found.parts if isinstance(part, TextInput)] == [UNKIND]
    better = only(await desk.office.submit("U0FRIEDA", found, text=KIND), OpenForm).form
    assert f"Checked: {cards.CLEAN_ALONE}" in words(better)


async def test_an_empty_form_is_refused_beside_its_field(desk: ReplyDesk) -> None:
    form = only(await desk.office.command("U0FRIEDA", "check"), OpenForm).form
    assert only(await desk.office.submit("U0FRIEDA", form, text=" \n"), RefuseForm).errors == {"text": cards.NO_TEXT}


async def test_typed_words_can_be_changed_in_the_form(desk: ReplyDesk) -> None:
    card = only(await desk.office.command("U0FRIEDA", f"check {UNKIND}"), Say).card
    pressed = await desk.office.press("U0FRIEDA", Buttons.EDIT_WORDS, buttons(card.parts)["Change them"])
    form = only(pressed, OpenForm).form
    assert [part.initial for part in form.parts if isinstance(part, TextInput)] == [UNKIND]


# On a message


async def test_a_reply_is_checked_in_the_light_of_what_was_asked(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Can I bring my dog to the terrace on Saturday? And do you have gluten free pasta?")
    await desk.says("U0FRIEDA", "Hi Annelie, your dog is welcome on the terrace.", thread="m1")
    told = await check_message(desk, "m2")
    assert "S2 all-asks: This isn't answered yet" in told and "gluten free" in told and cards.ALONE_HERE not in told


async def test_a_reply_that_keeps_the_standard_gets_one_sentence(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Where is my child seat?")
    await desk.says("U0FRIEDA", KIND, thread="m1")
    assert await check_message(desk, "m2") == cards.CLEAN


async def test_what_was_answered_before_need_not_be_answered_again(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Where is my child seat? And may I bring my dog to the shop?")
    await desk.says("U0JONAS", "Hi Annelie, it comes on Thursday, and your dog is welcome.", thread="m1")
    await desk.says("U0FRIEDA", "The lift is on the left, Annelie.", thread="m1")
    assert await check_message(desk, "m3") == cards.CLEAN


async def test_a_customers_message_is_not_for_the_standard(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "You can't do that!")
    assert await check_message(desk, "m1", "U0ANNELIE") == checking.CUSTOMERS
    assert await check_message(desk, "m9", "U0ANNELIE", channel_id="C0TEAM") == checking.CUSTOMERS


async def test_a_message_that_nobody_recorded_is_checked_by_its_words(desk: ReplyDesk) -> None:
    told = await check_message(desk, "m9", channel_id="C0TEAM", text=UNKIND)
    assert "S4 can-do" in told and cards.ALONE_HERE in told and cards.ALONE not in told
    assert await check_message(desk, "m9", text=KIND) == cards.CLEAN_ALONE


async def test_a_deleted_message_has_nothing_left_to_check(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Where is it?")
    await desk.says("U0FRIEDA", UNKIND, thread="m1")
    await desk.deletes("m2")
    assert await check_message(desk, "m2", text=UNKIND) == checking.DELETED


async def test_another_apps_message_and_a_file_alone_are_told_apart(desk: ReplyDesk) -> None:
    assert await check_message(desk, "m9", "B0OTHER", is_by_app=True) == checking.ANOTHER_APPS
    await desk.says("U0FRIEDA", "", thread="m1", files=["photo.jpg"])
    assert await check_message(desk, "m1", text="") == cards.NO_WORDS


async def test_a_card_of_ours_has_nothing_to_check_unless_it_shows_a_draft(desk: ReplyDesk) -> None:
    desk.office.recorder.keeps_private_cards = True
    await desk.draft_for("U0FRIEDA")
    async with desk.office.rows() as tx:
        from sqlalchemy import select

        from storage.replies import DraftCard

        shown = (await tx.session.scalars(select(DraftCard).where(DraftCard.person_id == "U0FRIEDA"))).one()
        home = await tx.session.get_one(Workspace, HERE)
    assert await check_message(desk, shown.message_id, home.bot_person_id, channel_id="D0") == cards.CLEAN
    assert await check_message(desk, "m77", home.bot_person_id, channel_id="D0") == checking.OUR_CARD


# Before a draft goes out


async def test_what_the_standard_says_is_shown_once_before_the_words_go_out(desk: ReplyDesk) -> None:
    form = await opened_form(desk)
    shown = only(await desk.office.submit("U0FRIEDA", form, text=UNKIND), OpenForm).form
    assert shown.submit == "Use anyway" and "S4 can-do" in words(shown)
    assert [part.initial for part in shown.parts if isinstance(part, TextInput) and part.id == "text"] == [UNKIND]
    await desk.office.deliver()
    assert desk.sent == []
    await desk.office.submit("U0FRIEDA", shown, text=UNKIND)
    await desk.office.deliver()
    assert desk.sent == [UNKIND]


async def test_mended_words_go_out_at_once(desk: ReplyDesk) -> None:
    form = await opened_form(desk)
    shown = only(await desk.office.submit("U0FRIEDA", form, text=UNKIND), OpenForm).form
    await desk.office.submit("U0FRIEDA", shown, text=KIND)
    await desk.office.deliver()
    assert desk.sent == [KIND]


async def test_what_was_shown_is_not_shown_again_but_something_new_is(desk: ReplyDesk) -> None:
    form = await opened_form(desk)
    first = only(await desk.office.submit("U0FRIEDA", form, text=UNKIND), OpenForm).form
    worse = f"{UNKIND} Thank you for your patience."
    second = only(await desk.office.submit("U0FRIEDA", first, text=worse), OpenForm).form
    assert "S12 thanks" in words(second)
    await desk.office.submit("U0FRIEDA", second, text=UNKIND)
    await desk.office.deliver()
    assert desk.sent == [UNKIND]


async def test_ticks_and_a_yes_stay_when_the_form_comes_back(desk: ReplyDesk) -> None:
    form = await opened_form(desk)
    form = only(await desk.office.submit("U0FRIEDA", form, text="It comes at [time?].", asks=["0"]), OpenForm).form
    asked = f"{UNKIND} It comes at [time?]."
    shown = only(await desk.office.submit("U0FRIEDA", form, text=asked, asks=["0"], anyway=["yes"]), OpenForm).form
    initials = {part.id: list(part.initial) for part in shown.parts if isinstance(part, ChecksInput)}
    assert initials == {"asks": ["0"], "anyway": ["yes"]}


async def test_a_draft_of_ours_says_in_one_line_that_it_wants_a_second_look(desk: ReplyDesk) -> None:
    seldom = OwnStandard(phrases={"S4": ("annelie",)})
    await set_standard(desk, seldom)
    offered, carried = await desk.draft_for("U0FRIEDA")
    assert "Please look at it once more (S4 can-do). Open shows why." in words(offered.card)
    form = only(await desk.office.press("U0FRIEDA", Buttons.OPEN_DRAFT, carried["Open"]), OpenForm).form
    assert "Your workspace asks not to say this." in words(form)
    text = next(part.initial for part in form.parts if isinstance(part, TextInput))
    await desk.office.submit("U0FRIEDA", form, text=text)
    await desk.office.deliver()
    assert desk.sent == [text]


async def test_a_draft_that_keeps_the_standard_says_nothing_of_it(desk: ReplyDesk) -> None:
    offered, _ = await desk.draft_for("U0FRIEDA")
    assert "once more" not in words(offered.card)


# What the workspace made of it


async def test_a_rule_that_is_off_is_silent_and_own_words_count(desk: ReplyDesk) -> None:
    await set_standard(desk, OwnStandard(frozenset({"S4"}), {"S8": ("no can do",)}))
    told = said(await desk.office.command("U0FRIEDA", "check Annelie, we can't. No can do."))
    assert "S4" not in told and "S8 calm: Your workspace asks not to say this." in told
    assert "No can do" in told and "Instead: Leave it out, or say it in another way." in told


@pytest.mark.parametrize("phrase", ["it's sold", "it’s sold"])
@pytest.mark.parametrize("rule", ["S4", "S7"])
async def test_own_words_count_with_either_apostrophe(desk: ReplyDesk, phrase: str, rule: str) -> None:
    await set_standard(desk, OwnStandard(phrases={rule: (phrase,)}))
    for text in ("Hi Annelie, it’s sold on Monday.", "Hi Annelie, it's sold on Monday."):
        assert f"{rule} " in said(await desk.office.command("U0FRIEDA", f"check {text}"))
