"""An agent uses a draft: the state is read again, a person approves, and exactly those words go out once."""

from bot.actions import OpenForm
from bot.errors import PlatformRefused
from bot.places import Delivery, DirectMessage, OnlyVisibleTo, Removal
from storage.threads import message, thread
from tests.office import HERE, THERE, buttons, only, said, to, words
from tests.replies.desk import ASKED, ReplyDesk


async def test_use_posts_the_exact_words_as_the_agent_and_tells_the_other_features(desk: ReplyDesk) -> None:
    card, carried = await desk.draft_for("U0FRIEDA")
    sending = said(await desk.use("U0FRIEDA", carried["Use"]))
    await desk.office.deliver()

    draft = await desk.draft(carried["Use"])
    assert sending == "Sending your reply to Annelie Voss…"
    assert desk.sent == [draft.text]
    assert draft.text in words(card.card)
    assert [(event.person_id, event.text) for event in desk.used] == [("U0FRIEDA", draft.text)]
    assert draft.state == "used"


async def test_a_double_click_sends_once(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    again = said(await desk.use("U0FRIEDA", carried["Use"]))
    await desk.office.deliver()

    assert again == "This reply is on its way."
    assert len(desk.sent) == 1


async def test_another_agents_draft_cannot_be_used_by_guessing_its_id(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")

    for who, team in (("U0JONAS", HERE), ("U0FRIEDA", THERE)):
        answer = await desk.office.press(who, "draft.use", carried["Use"], team=team)
        assert "no longer here" in said(answer)
    await desk.office.deliver()
    assert desk.sent == []


async def test_a_customer_who_presses_gets_nothing(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")

    assert "helps the team that answers you" in said(await desk.use("U0ANNELIE", carried["Use"]))
    assert desk.sent == []


async def test_more_words_from_the_customer_bring_a_fresh_draft_instead(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.says("U0ANNELIE", "Sorry, I meant the rain cover!", thread="m1")
    answer = said(await desk.use("U0FRIEDA", carried["Use"]))
    fresh = await desk.office.deliver()

    assert answer.endswith("Here is a fresh one.")
    assert desk.sent == []
    assert any("Draft ready" in words(one.card) for one in fresh)


async def test_an_edited_question_stops_the_old_draft(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.edits("m1", "Hi, where is my rain cover?")

    assert "wrote, edited or deleted" in said(await desk.use("U0FRIEDA", carried["Use"]))


async def test_a_deleted_question_stops_the_draft_and_makes_no_new_one(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.deletes("m1")
    answer = said(await desk.use("U0FRIEDA", carried["Use"]))

    assert "fresh" not in answer
    assert desk.sent == []


async def test_a_colleagues_answer_asks_first_and_then_both_may_stand(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.says("U0JONAS", "It leaves today, Annelie!", thread="m1")
    asked = said(await desk.use("U0FRIEDA", carried["Use"]))
    await desk.office.press("U0FRIEDA", "draft.use_anyway", carried["Use"])
    await desk.office.deliver()

    assert "Jonas Weber answered meanwhile" in asked
    assert len(desk.sent) == 1


async def test_an_agent_without_a_linked_account_gets_the_words_to_copy(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0JONAS")
    copied = said(await desk.use("U0JONAS", carried["Use"]))
    await desk.office.deliver()
    await desk.says("U0JONAS", "Hello Annelie, my own words.", thread="m1")

    draft = await desk.draft(carried["Use"])
    assert "ready to copy" in copied
    assert desk.sent == []
    assert (draft.state, draft.sent_text) == ("used", "Hello Annelie, my own words.")


async def test_edited_words_go_out_as_edited(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    form = only(await desk.office.press("U0FRIEDA", "draft.open", carried["Open"]), OpenForm).form
    done = await desk.office.submit("U0FRIEDA", form, text="Hello Annelie, it comes on Friday. Frieda", asks=["0"])
    await desk.office.deliver()

    assert done == []
    assert desk.sent == ["Hello Annelie, it comes on Friday. Frieda"]


async def test_an_unticked_ask_needs_one_more_yes(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    form = only(await desk.office.press("U0FRIEDA", "draft.open", carried["Open"]), OpenForm).form
    asked = await desk.office.submit("U0FRIEDA", form, text="Hello Annelie!", asks=[])
    again = only(asked, OpenForm).form
    done = await desk.office.submit("U0FRIEDA", again, text="Hello Annelie!", asks=[], anyway=["yes"])

    await desk.office.deliver()

    assert "has no answer yet" in said(asked)
    assert done == []
    assert desk.sent == ["Hello Annelie!"]


async def test_an_empty_reply_is_refused_beside_the_field(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    form = only(await desk.office.press("U0FRIEDA", "draft.open", carried["Open"]), OpenForm).form
    refused = await desk.office.submit("U0FRIEDA", form, text="  ", asks=["0"])

    assert said(refused) == "Write the words you want to send."


async def test_a_reply_can_be_taken_back_for_two_minutes(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.office.deliver()
    await desk.office.press("U0FRIEDA", "draft.take_back", carried["Use"])
    await desk.office.deliver()

    draft = await desk.draft(carried["Use"])
    removed = [what for what, _ in desk.office.recorder.posted if isinstance(what, Removal)]
    async with desk.office.rows() as tx:
        gone = await message(tx, HERE, "C0HELP", draft.message_id)
        waiting = await thread(tx, HERE, "C0HELP", "m1")
        assert gone is not None and gone.text == ""
        assert waiting is not None and waiting.is_waiting
    assert removed == [Removal("U0FRIEDA", "C0HELP", draft.message_id)]
    assert draft.state == "taken_back"


async def test_after_two_minutes_it_stays(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.office.deliver()
    await desk.office.database.set_offset(121_000)

    assert "two minutes are over" in said(await desk.office.press("U0FRIEDA", "draft.take_back", carried["Use"]))


async def test_a_refused_reply_comes_back_to_the_agent_with_its_words(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    desk.office.recorder.fails_replies = [PlatformRefused("is_archived")]
    told = [words(one.card) for one in to(await desk.office.deliver(), DirectMessage)]

    draft = await desk.draft(carried["Use"])
    assert draft.state == "offered"
    assert [text for text in told if "the channel is archived" in text and draft.text in text] != []


async def test_when_nobody_knows_the_agent_is_asked_and_nothing_is_repeated(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    draft = await desk.broken_off(carried["Use"])
    told = [words(what.card) for what, _ in desk.office.recorder.posted if isinstance(what, Delivery)]

    assert draft.state == "uncertain"
    assert any("I can't tell whether it arrived" in text for text in told)
    assert len(desk.sent) == 1


async def test_the_agent_may_send_again_after_looking(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.broken_off(carried["Use"])
    await desk.office.press("U0FRIEDA", "reply.send_again", carried["Use"])
    await desk.office.deliver()

    assert len(desk.sent) == 2
    assert (await desk.draft(carried["Use"])).state == "used"


async def test_it_is_there_settles_it_and_counts_as_sent(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.broken_off(carried["Use"])
    await desk.office.press("U0FRIEDA", "reply.is_there", carried["Use"])

    assert (await desk.draft(carried["Use"])).state == "used"
    assert len(desk.used) == 1


async def test_the_platforms_own_echo_settles_it_without_asking(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.says("U0FRIEDA", (await desk.draft(carried["Use"])).text, thread="m1")
    draft = await desk.broken_off(carried["Use"])

    assert draft.state == "used"


async def test_taking_a_thread_puts_the_others_drafts_away(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    cards = {
        one.place.person_id: buttons(one.card.parts)
        for one in await desk.settled()
        if isinstance(one.place, OnlyVisibleTo)
    }
    taken = said(await desk.office.press("U0FRIEDA", "thread.take", cards["U0FRIEDA"]["I'll take it"]))
    late = said(await desk.office.press("U0JONAS", "thread.take", cards["U0JONAS"]["I'll take it"]))

    assert "[I'll take it]" not in taken
    assert late == "Frieda Brandt has taken this one already."
    assert (await desk.draft(cards["U0JONAS"]["Use"])).state == "stale"
