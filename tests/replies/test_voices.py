"""An agent's voice is learned from what they typed themselves, shown to them alone, theirs to change and to erase."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.actions import OpenForm, RefuseForm, Say
from bot.buttons import Buttons
from bot.events import PersonChanged
from bot.replies.learning import examples
from bot.replies.writing.own_voice import OwnVoice
from storage import learning
from storage.learning import Lesson
from storage.people import machine, viewer
from tests.office import HERE, NOW, THERE, buttons, only, said, words
from tests.replies.desk import ReplyDesk
from tests.replies.learned import CHATTY, learning_desk, voice, writes

LEARNED = OwnVoice("Hey", "Cheers", "!", contracts=True, length="short")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ReplyDesk]:
    async with learning_desk(tmp_path) as made:
        yield made


async def test_a_voice_is_learned_from_replies_and_told_in_plain_words(desk: ReplyDesk) -> None:
    await writes(desk)
    told = said(await desk.office.command("U0FRIEDA", "voice"))

    assert await voice(desk) == LEARNED
    assert "You mostly open with “Hey Anna!”." in told and "From 4 replies of yours." in told
    assert "never from my drafts or from customers" in told


async def test_before_there_are_a_few_replies_nothing_is_said_about_them(desk: ReplyDesk) -> None:
    await writes(desk, texts=CHATTY[:3])
    assert (await voice(desk)).is_plain
    assert "I don't know it yet." in said(await desk.office.command("U0FRIEDA", "voice"))


async def test_customers_words_and_talk_among_colleagues_teach_nothing(desk: ReplyDesk) -> None:
    root = await desk.says("U0ANNELIE", "Where is my order?")
    for text in CHATTY:
        await desk.says("U0ANNELIE", text, thread=root)
    inner = await desk.says("U0JONAS", "A mail came in", channel="C0DESK")
    for text in CHATTY:
        await desk.says("U0FRIEDA", text, thread=inner, channel="C0DESK")
        await desk.says("U0FRIEDA", text)
        await desk.says("U0FRIEDA", text, thread=root, calls_bot=True)

    assert (await voice(desk)).is_plain and (await voice(desk, "U0ANNELIE")).is_plain


async def test_a_draft_that_was_sent_as_it_was_teaches_nothing(desk: ReplyDesk) -> None:
    for number in range(5):
        root = await desk.says("U0ANNELIE", f"Where is my order number {number}?")
        await desk.settled()
        async with desk.office.rows() as tx:
            draft = (await learning_drafts(tx, root))[0]
        await desk.says("U0FRIEDA", draft, thread=root)

    assert await voice(desk) == OwnVoice()


async def learning_drafts(tx: object, thread_id: str) -> list[str]:
    from storage import replies

    return [one.text for one in await replies.drafts_of_thread(tx, HERE, "C0HELP", thread_id)]  # type: ignore[arg-type]


async def test_what_was_deleted_is_forgotten_at_once(desk: ReplyDesk) -> None:
    sent = await writes(desk)
    await desk.deletes(sent[0])
    assert (await voice(desk)).is_plain


async def test_what_somebody_sets_stands_above_what_is_learned(desk: ReplyDesk) -> None:
    await writes(desk)
    form = only(await desk.office.press("U0FRIEDA", Buttons.EDIT_VOICE), OpenForm).form
    values = {"greeting": "Moin,", "sign_off": "", "length": "long", "contracts": "no", "emoji": "yes"}
    answers = await desk.office.submit("U0FRIEDA", form, **values)
    await writes(desk)

    assert await voice(desk) == OwnVoice("Moin", "Cheers", ",", contracts=False, length="long", emoji="🙂")
    assert any(
        isinstance(one, Say) and "You set the greeting, “I'll” or “I will”, the length and emoji" in words(one.card)
        for one in answers
    )


async def test_no_emoji_and_middling_length_are_said_too(desk: ReplyDesk) -> None:
    form = only(await desk.office.press("U0FRIEDA", Buttons.EDIT_VOICE), OpenForm).form
    (answer,) = await desk.office.submit("U0FRIEDA", form, length="usual", emoji="no")
    assert isinstance(answer, Say)
    assert "Your drafts carry no emoji." in words(answer.card) and "of middling length" in words(answer.card)


@pytest.mark.parametrize("greeting", ["<!channel>", "Hi {name}", "12", "Hi\nthere [x]", "x" * 31, "https://a.example"])
async def test_a_greeting_of_anything_but_words_is_refused(desk: ReplyDesk, greeting: str) -> None:
    form = only(await desk.office.press("U0FRIEDA", Buttons.EDIT_VOICE), OpenForm).form
    refused = only(await desk.office.submit("U0FRIEDA", form, greeting=greeting, sign_off=greeting), RefuseForm)
    assert set(refused.errors) >= {"greeting"}
    assert (await voice(desk)).is_plain


async def test_forgetting_erases_it_and_nothing_is_learned_until_they_want_it_again(desk: ReplyDesk) -> None:
    await writes(desk)
    shown = (await desk.office.command("U0FRIEDA", "voice"))[0]
    assert "Forget it" in buttons(shown.card.parts)  # type: ignore[attr-defined]
    assert "I forgot how you write" in said(await desk.office.press("U0FRIEDA", Buttons.FORGET_VOICE))
    await writes(desk)
    async with desk.office.rows() as tx:
        row = await learning.voice(tx, machine(HERE), "U0FRIEDA")
    assert row is not None and (row.learned, row.chosen, row.replies) == ({}, {}, 0)

    again = await desk.office.press("U0FRIEDA", Buttons.LEARN_VOICE)
    assert "I don't know it yet" in said(again)
    await desk.says("U0FRIEDA", CHATTY[0], thread="m1")
    assert (await voice(desk)).is_plain


async def test_a_voice_is_its_owners_alone_and_of_one_workspace(desk: ReplyDesk) -> None:
    await writes(desk)
    async with desk.office.rows() as tx:
        for who in ("U0JONAS", "U0NADINE"):
            assert await learning.voice(tx, await viewer(tx, HERE, who), "U0FRIEDA") is None
        assert await learning.voice(tx, await viewer(tx, HERE, "U0FRIEDA"), "U0FRIEDA") is not None
    assert (await voice(desk, team=THERE)).is_plain and (await voice(desk, "U0JONAS")).is_plain


async def test_of_somebody_who_left_no_voice_is_kept(desk: ReplyDesk) -> None:
    await writes(desk)
    await desk.office.hear(PersonChanged(workspace_id=HERE, at=NOW, person_id="U0FRIEDA", is_deactivated=True))
    async with desk.office.rows() as tx:
        assert await learning.voice(tx, machine(HERE), "U0FRIEDA") is None


async def test_a_marketer_has_no_voice_to_show(desk: ReplyDesk) -> None:
    assert "Drafts are for agents." in said(await desk.office.command("U0MILO", "voice"))
    assert "Type /kindline voice alone" in said(await desk.office.command("U0FRIEDA", "voice please"))


async def test_of_a_colleague_without_drafts_nothing_is_learned(desk: ReplyDesk) -> None:
    await writes(desk, "U0MILO")
    async with desk.office.rows() as tx:
        assert await learning.voice(tx, machine(HERE), "U0MILO") is None


async def test_home_shows_an_agent_how_they_write(desk: ReplyDesk) -> None:
    await writes(desk)
    await desk.office.press("U0FRIEDA", Buttons.FORGET_VOICE, message=("", ""))
    page = words(await desk.office.home("U0FRIEDA"))
    assert "How you write" in page and "I forgot how you write" in page and "[Learn it again]" in page


async def test_an_agent_has_all_of_it_erased_and_what_they_saved_for_others_stays_without_their_name(
    desk: ReplyDesk,
) -> None:
    await writes(desk)
    async with desk.office.rows() as tx:
        for who, example in (("U0FRIEDA", "x1"), ("U0JONAS", "x2")):
            await examples.save(tx, HERE, example, who, text="A bell can be engraved.", asks=["Can it be engraved?"])
            change = [{"was": "It comes.", "now": "It's coming!"}]
            lesson = Lesson(workspace_id=HERE, draft_id=f"d{example}", person_id=who, at=NOW, kind="edited")
            lesson.changes = change
            tx.session.add(lesson)
    known = examples.Examples()
    async with desk.office.rows() as tx:
        assert [one.page.split(",")[0] for one in await known.sections(tx, HERE)] == [
            "Example saved by Frieda",
            "Example saved by Jonas",
        ]

    card = only(await desk.office.command("U0FRIEDA", "voice"), Say).card
    assert "Erase it all" in buttons(card.parts)
    done = said(await desk.office.press("U0FRIEDA", Buttons.ERASE_VOICE))
    assert "Erased" in done and "I don't learn it" in done
    assert "[Erase it all]" in words(await desk.office.home("U0FRIEDA"))

    listed = said(await desk.office.command("U0NADINE", "examples"))
    assert "Saved by a colleague" in listed and "Saved by Jonas" in listed and "Frieda" not in listed
    async with desk.office.rows() as tx:
        drafts_cite = [one.page.split(",")[0] for one in await known.sections(tx, HERE)]
        rows = {one.draft_id: one for one in await learning.lessons(tx, HERE)}
    assert drafts_cite == ["Example saved by a colleague", "Example saved by Jonas"]
    assert (rows["dx1"].person_id, rows["dx1"].changes) == ("", [])
    assert rows["dx2"].person_id == "U0JONAS" and rows["dx2"].changes
    assert "learning erased" in await desk.office.audited()
    await writes(desk)
    assert (await voice(desk)).is_plain
