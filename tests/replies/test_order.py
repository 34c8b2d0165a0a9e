"""Messages come late, go away, or are meant for the bot: what the customer waits for is read from the thread."""

from datetime import timedelta

import pytest

from bot.buttons import Buttons
from bot.events import Mentioned, MessageEdited
from bot.places import OnlyVisibleTo
from storage import threads, workspaces
from tests.office import HERE, NOW, to, words
from tests.replies.desk import ASKED, ReplyDesk

MAIL = "From: Pia Lund <pia@x.example>\nSubject: Hours\n\n"


async def test_an_older_answer_heard_late_does_not_silence_a_newer_question(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    await desk.says("U0ANNELIE", "And when do you open on Saturday?", thread="m1", at=NOW + timedelta(seconds=60))
    await desk.says("U0FRIEDA", "Let me look.", thread="m1", at=NOW + timedelta(seconds=30))
    (seen,) = to(await desk.settled(), OnlyVisibleTo)

    assert "Saturday" in words(seen.card)


async def test_a_draft_that_an_older_answer_overtook_is_made_anew(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0ANNELIE", "And when do you open on Saturday?", thread="m1", at=NOW + timedelta(seconds=60))
    await desk.settled()
    await desk.says("U0FRIEDA", "Let me look.", thread="m1", at=NOW + timedelta(seconds=30))

    assert len(to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")) == 1


async def test_a_deleted_answer_brings_the_draft_back(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    answer = await desk.says("U0FRIEDA", "Oops, wrong window.", thread="m1")
    await desk.deletes(answer)

    assert len(to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")) == 1


async def test_a_reply_that_was_taken_back_leaves_the_customer_waiting_for_a_draft(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    await desk.office.deliver()
    await desk.office.press("U0FRIEDA", Buttons.TAKE_BACK, carried["Use"])
    await desk.office.deliver()

    assert len(to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")) == 1


async def test_the_question_that_is_left_gets_a_draft_of_its_own(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    second = await desk.says("U0ANNELIE", "And when do you open on Saturday?", thread="m1")
    await desk.settled()
    await desk.deletes(second)
    (seen,) = to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")

    assert "Saturday" not in words(seen.card)


async def test_a_pause_stops_a_draft_that_was_about_to_come(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    async with desk.office.rows() as tx:
        channel = await workspaces.channel(tx, HERE, "C0HELP")
        assert channel is not None
        channel.is_paused = True

    assert to(await desk.settled(), OnlyVisibleTo) == []


async def test_an_edited_mail_keeps_its_header_out_as_well(desk: ReplyDesk) -> None:
    root = await desk.says("U0OLGA", MAIL + "When do you open?", channel="C0DESK")
    await desk.office.hear(
        MessageEdited(
            workspace_id=HERE,
            at=NOW,
            channel_id="C0DESK",
            message_id=root,
            thread_id=root,
            author_id="U0OLGA",
            text=MAIL + "When do you open on Saturday?",
        )
    )
    async with desk.office.rows() as tx:
        kept = await threads.message(tx, HERE, "C0DESK", root)

    assert kept is not None and kept.text == "When do you open on Saturday?"


async def test_a_reply_that_the_agent_saw_is_not_counted_twice_when_the_platform_tells_of_it(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.use("U0FRIEDA", carried["Use"])
    draft = await desk.broken_off(carried["Use"])
    await desk.office.press("U0FRIEDA", Buttons.REPLY_IS_THERE, carried["Use"])
    echo = await desk.says("U0FRIEDA", draft.sent_text, thread="m1")
    thread = await desk.thread()
    async with desk.office.rows() as tx:
        said = await threads.messages_of(tx, thread)

    assert [message.message_id for message in said] == ["m1", echo]
    assert (await desk.draft(carried["Use"])).message_id == echo


async def test_a_call_to_the_bot_answers_no_customer(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.settled()
    posted = await desk.calls("U0FRIEDA")
    thread = await desk.thread()

    assert thread.is_waiting and thread.owner_id == ""
    assert len(to(posted, OnlyVisibleTo, person_id="U0FRIEDA")) == 1


async def test_a_call_does_not_stop_the_draft_that_is_about_to_come(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.calls("U0FRIEDA")

    assert len(to(await desk.settled(), OnlyVisibleTo, person_id="U0JONAS")) == 1


async def test_a_call_where_nobody_waits_is_answered_privately(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0FRIEDA", "It leaves today, Annelie!", thread=root)
    (agent,) = to(await desk.calls("U0FRIEDA"), OnlyVisibleTo)
    (marketer,) = to(await desk.calls("U0MILO"), OnlyVisibleTo)

    assert agent.place == OnlyVisibleTo("U0FRIEDA", "C0HELP", root)
    assert "no customer message waiting" in words(agent.card)
    assert "Drafts are for agents" in words(marketer.card)


async def test_a_customer_who_calls_the_bot_is_a_customer_all_the_same(desk: ReplyDesk) -> None:
    posted = await desk.calls("U0ANNELIE", "@Kindline where is my child seat?", thread="")

    assert posted == []
    assert len(to(await desk.settled(), OnlyVisibleTo)) == 2


async def test_words_whose_deletion_was_taken_back_wait_for_an_answer_again(desk: ReplyDesk) -> None:
    question = await desk.says("U0ANNELIE", ASKED)
    await desk.deletes(question)
    assert await desk.settled() == []

    await desk.edits(question, ASKED, is_restored=True)
    assert (await desk.thread()).is_waiting
    assert "Draft ready" in words((await desk.settled())[0].card)


async def test_a_late_edit_of_a_deleted_message_brings_no_words_back(desk: ReplyDesk) -> None:
    question = await desk.says("U0ANNELIE", ASKED)
    await desk.deletes(question)
    await desk.edits(question, "Where is my secret order?")

    assert not (await desk.thread()).is_waiting
    assert await desk.settled() == []


async def test_a_command_typed_in_a_relay_channel_is_no_customers_question(desk: ReplyDesk) -> None:
    await desk.says("U0JONAS", "@Kindline here relay", channel="C0DESK", calls_bot=True, is_command=True)
    assert await desk.settled() == []


async def test_a_customers_words_passed_on_in_a_relay_channel_may_call_the_bot(desk: ReplyDesk) -> None:
    await desk.says("U0JONAS", f"@Kindline a customer writes: {ASKED}", channel="C0DESK", calls_bot=True)
    assert "Draft ready" in words((await desk.settled())[0].card)


async def test_the_same_call_that_comes_again_under_a_new_id_is_answered_once(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    first = await desk.calls("U0FRIEDA", client_key="typed:1")
    again = await desk.calls("U0FRIEDA", client_key="typed:1")
    another = await desk.calls("U0FRIEDA", client_key="typed:2")

    assert [len(to(cards, OnlyVisibleTo)) for cards in (first, again, another)] == [1, 0, 1]


async def test_a_call_whose_message_comes_only_after_it_is_answered(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.office.hear(
        Mentioned(
            workspace_id=HERE,
            at=NOW,
            channel_id="C0HELP",
            message_id="m7",
            thread_id="m1",
            person_id="U0FRIEDA",
            text="@Kindline help",
            client_key="typed:1",
        )
    )
    assert len(to(await desk.office.deliver(), OnlyVisibleTo)) == 1


@pytest.mark.parametrize("who", ["U0ANNELIE", "U0HENDRIK", "U0FRIEDA"])
async def test_a_command_typed_in_a_shared_channel_is_no_customers_question(desk: ReplyDesk, who: str) -> None:
    typed = await desk.says(who, "promises", calls_bot=True, is_command=True)
    async with desk.office.rows() as tx:
        said = await threads.message(tx, HERE, "C0HELP", typed)
        waiting = await threads.waiting_threads(tx, HERE)

    assert said is not None and not said.is_by_customer and said.calls_bot
    assert waiting == []
    assert to(await desk.settled(), OnlyVisibleTo) == []


async def test_a_customer_who_mentions_the_bot_still_gets_a_draft(desk: ReplyDesk) -> None:
    await desk.says("U0HENDRIK", f"@Kindline {ASKED}", calls_bot=True)
    assert to(await desk.settled(), OnlyVisibleTo) != []


async def test_a_guests_command_in_a_thread_leaves_their_question_waiting(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0ANNELIE", "insight Milo", thread="m1", calls_bot=True, is_command=True)
    (seen, *_) = to(await desk.settled(), OnlyVisibleTo)

    assert "Milo" not in words(seen.card)
    assert (await desk.thread()).is_waiting
