"""When a draft appears, for whom, and when silence is right."""

from typing import Any

from bot.buttons import Shortcuts
from bot.cards import Small
from bot.places import InChannel, OnlyVisibleTo
from bot.replies.draft_card import draft_card
from storage.replies import Draft
from storage.threads import Thread
from tests.office import HERE, NOW, THERE, buttons, said, to, words
from tests.replies.desk import ASKED, ReplyDesk


async def test_each_agent_sees_a_draft_privately_until_one_takes_the_thread(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)
    seen = to(await desk.settled(), OnlyVisibleTo)

    assert [one.place.person_id for one in seen if isinstance(one.place, OnlyVisibleTo)] == ["U0FRIEDA", "U0JONAS"]
    assert "Annelie" in words(seen[0].card)


async def test_two_messages_in_a_row_make_one_draft_that_answers_both(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0ANNELIE", "And do you open on Saturday?", thread=root)
    seen = to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")

    assert len(seen) == 1
    assert "Saturday" in words(seen[0].card)


async def test_an_answer_in_time_means_no_draft(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0JONAS", "It leaves today, Annelie!", thread=root)

    assert to(await desk.settled(), OnlyVisibleTo) == []


async def test_a_threads_owner_alone_sees_its_next_draft(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    await desk.says("U0JONAS", "It leaves today, Annelie!", thread=root)
    await desk.says("U0ANNELIE", "Which carrier is it?", thread=root)
    seen = to(await desk.settled(), OnlyVisibleTo)

    assert [one.place for one in seen] == [OnlyVisibleTo("U0JONAS", "C0HELP", root)]


async def test_a_card_is_not_sent_when_a_colleague_answered_meanwhile(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    async with desk.office.rows() as tx:
        tx.on_commit.clear()
    await desk.says("U0JONAS", "It leaves today, Annelie!", thread=root)

    assert to(await desk.office.deliver(), OnlyVisibleTo) == []


async def test_a_channel_that_nobody_enrolled_is_not_read(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED, channel="C0TEAM")

    assert await desk.settled() == []


async def test_in_a_relay_channel_the_draft_stands_in_the_thread_for_all(desk: ReplyDesk) -> None:
    mail = "From: Sofie Lindholm <sofie@mail.example>\nSubject: Rain cover\n\nHi, when does my rain cover arrive?"
    root = await desk.says("U0DESK", mail, channel="C0DESK", is_by_app=True)
    seen = to(await desk.settled(), InChannel)

    assert [one.place for one in seen] == [InChannel("C0DESK", root)]
    assert "Sofie" in words(seen[0].card)
    assert "Subject" not in words(seen[0].card)


async def test_the_bots_own_messages_are_never_read(desk: ReplyDesk) -> None:
    await desk.says("U0KINDLINE", "Draft ready: 1 ask")

    assert await desk.settled() == []


async def test_files_are_named_and_never_said_to_be_read(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", "Can you see what is broken here?", files=["bolt.jpg"])
    (seen,) = to(await desk.settled(), OnlyVisibleTo, person_id="U0FRIEDA")
    why = await desk.office.press("U0FRIEDA", "draft.why", buttons(seen.card.parts)["Open"])

    assert "I can't open files, so please look at bolt.jpg yourself." in said(why)


def test_what_was_asked_is_listed_by_what_becomes_of_it() -> None:
    states = {
        "Where is it?": "answered",
        "Is it red?": "needs_fact",
        "Can I pay later?": "owed",
        "And now?": "answered",
    }
    asks = [{"ask": ask, "state": state} for ask, state in states.items()]
    facts: dict[str, Any] = {"basis_id": "m1", "basis_hash": "", "text": "Hello", "created_at": NOW, "asks": asks}
    draft = Draft(workspace_id=HERE, draft_id="d", channel_id="C0HELP", thread_id="m1", **facts)
    thread = Thread(workspace_id=HERE, channel_id="C0HELP", thread_id="m1")

    small = [part.text for part in draft_card(draft, thread, is_open_to_all=False).parts if isinstance(part, Small)]

    assert small == [
        "Answered: Where is it? · And now?",
        "You promise to find out: Can I pay later?",
    ]


async def test_help_me_reply_brings_a_dismissed_draft_back(desk: ReplyDesk) -> None:
    _, carried = await desk.draft_for("U0FRIEDA")
    await desk.office.press("U0FRIEDA", "draft.dismiss", carried["Not now"])
    about = {"channel_id": "C0HELP", "message_id": "m1", "thread_id": "m1", "author_id": "U0ANNELIE", "text": ASKED}
    await desk.office.shortcut("U0FRIEDA", Shortcuts.HELP_ME_REPLY, opener="t1", **about)

    assert len(to(await desk.office.deliver(), OnlyVisibleTo, person_id="U0FRIEDA")) == 1


async def test_help_me_reply_says_why_there_is_nothing_to_do(desk: ReplyDesk) -> None:
    root = await desk.says("U0JONAS", "Has anyone seen the big pump?")
    about = {"channel_id": "C0HELP", "message_id": root, "thread_id": root, "author_id": "U0JONAS", "text": "?"}
    alone = await desk.office.shortcut("U0FRIEDA", Shortcuts.HELP_ME_REPLY, **about)
    elsewhere = await desk.office.shortcut("U0FRIEDA", Shortcuts.HELP_ME_REPLY, **about | {"channel_id": "C0TEAM"})
    marketer = await desk.office.shortcut("U0MILO", Shortcuts.HELP_ME_REPLY, **about)

    assert "no customer message waiting" in said(alone)
    assert "/kindline here" in said(elsewhere)
    assert "Drafts are for agents" in said(marketer)


async def test_reply_lists_who_waits_and_each_row_asks_for_its_draft(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", ASKED)
    listed = await desk.office.command("U0FRIEDA", "reply")
    await desk.office.press("U0FRIEDA", "thread.help", f"C0HELP|{root}")

    assert "Annelie Voss has been waiting since" in said(listed)
    assert len(to(await desk.office.deliver(), OnlyVisibleTo, person_id="U0FRIEDA")) == 1


async def test_a_waiting_thread_of_one_workspace_is_not_listed_in_another(desk: ReplyDesk) -> None:
    await desk.says("U0ANNELIE", ASKED)

    assert "Nobody is waiting" in said(await desk.office.command("U0FRIEDA", "reply", team=THERE))
