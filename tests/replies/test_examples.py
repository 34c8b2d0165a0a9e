"""A reply that an agent saves is masked, told where it holds for everybody, and can be removed and brought back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.actions import OpenForm, RefuseForm
from bot.buttons import Buttons
from bot.cards import TextInput
from bot.replies.learning.examples import general_sentences, masked, sections_of
from storage import learning
from storage.learning import ExampleVersion
from storage.replies import Draft
from tests.office import HERE, NOW, THERE, buttons, only, said
from tests.replies.companies import draft
from tests.replies.desk import ReplyDesk
from tests.replies.learned import learning_desk

SENT = """Hi Annelie,

I've looked at order MB-44120 for you. A helmet can be exchanged within 30 days, and the new size costs nothing. Jonas \
will ring you on +49 170 1234567 tomorrow.

Kind regards,
Frieda"""
GENERAL = "A helmet can be exchanged within 30 days, and the new size costs nothing."


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ReplyDesk]:
    async with learning_desk(tmp_path) as made:
        root = await made.says("U0ANNELIE", "Can I exchange my helmet?")
        async with made.office.rows() as tx:
            tx.session.add(a_reply("d1", root))
        yield made


def a_reply(draft_id: str, thread_id: str, state: str = "used", who: str = "U0FRIEDA") -> Draft:
    return Draft(
        workspace_id=HERE,
        draft_id=draft_id,
        channel_id="C0HELP",
        thread_id=thread_id,
        basis_id=thread_id,
        basis_hash="h",
        text="Our own words.",
        created_at=NOW,
        person_id=who,
        state=state,
        asks=[{"ask": "Can I exchange Annelie Voss's helmet?", "state": "answered", "answer": "", "source": ""}],
        sent_text=SENT,
    )


async def filled_in(desk: ReplyDesk, text: str = GENERAL, asks: str = "Can I exchange a helmet?") -> str:
    form = only(await desk.office.press("U0FRIEDA", Buttons.SAVE_EXAMPLE, "d1"), OpenForm).form
    return said(await desk.office.submit("U0FRIEDA", form, text=text, asks=asks))


async def live(desk: ReplyDesk) -> list[ExampleVersion]:
    async with desk.office.rows() as tx:
        return [one for one in await learning.examples(tx, HERE) if not one.is_removed]


# What is masked and what is told


def test_personal_data_is_masked() -> None:
    text = masked(SENT, names=["Annelie Voss", "Frieda Brandt", "Jonas Weber"])
    assert "Annelie" not in text and "MB-44120" not in text and "1234567" not in text and "Jonas" not in text
    assert GENERAL in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SENT, [GENERAL]),
        ("Hello [name],\nYour order [order] left on Friday. Returns are free.\nBest\nFrieda", ["Returns are free."]),
        ("I'm sorry. We've sent it. Thank you! Is that all right?", []),
        (
            "Today we close at four. We are open from nine to six on Saturdays.",
            ["We are open from nine to six on Saturdays."],
        ),
        ("The bike shop opens at ten this week.", []),
    ],
)
def test_only_what_holds_for_every_customer_is_told(text: str, told: list[str]) -> None:
    assert general_sentences(text) == told


def test_a_draft_tells_an_example_and_says_who_saved_it() -> None:
    row = ExampleVersion(
        workspace_id=HERE,
        example_id="x1",
        version=1,
        text="Hi [name],\n\nA helmet can be exchanged within 30 days.\n\nFrieda",
        saved_by="U0FRIEDA",
        saved_at=datetime(2026, 3, 18, 23, 30, tzinfo=UTC),
        by="U0FRIEDA",
        at=NOW,
        asks=["Can I exchange a helmet?"],
    )
    sections = sections_of([row], {"U0FRIEDA": "Frieda"}, "Europe/Berlin")
    found = draft("Hello, can I exchange my helmet?", sections)

    assert found.sources == ("Example saved by Frieda, 19 March",)
    assert "helmet can be exchanged within 30 days" in found.text and "[name]" not in found.text
    assert draft("Do you repair saddles?", sections).sources == ()


# Saving


async def test_the_form_shows_the_reply_masked_and_what_it_answers(desk: ReplyDesk) -> None:
    form = only(await desk.office.press("U0FRIEDA", Buttons.SAVE_EXAMPLE, "d1"), OpenForm).form
    text, asks = [part.initial for part in form.parts if isinstance(part, TextInput)]
    assert text.startswith("Hi [name],") and GENERAL in text and "[phone]" in text
    assert asks == "Can I exchange [name] helmet?"


async def test_a_saved_example_is_masked_again_and_becomes_a_source(desk: ReplyDesk) -> None:
    assert "Saved as an example" in await filled_in(desk, f"Hi Annelie,\n{GENERAL}")
    (row,) = await live(desk)
    assert (row.text, row.version, row.saved_by) == (f"Hi [name],\n{GENERAL}", 1, "U0FRIEDA")
    assert "example saved" in await desk.office.audited()

    await filled_in(desk, "An exchange is free.")
    (row,) = await live(desk)
    assert (row.text, row.version) == ("An exchange is free.", 2)


async def test_what_holds_for_nobody_else_or_answers_nothing_is_refused(desk: ReplyDesk) -> None:
    assert "Nothing here holds for every customer" in await filled_in(desk, "I've sent it, [name].")
    assert "at least one question" in await filled_in(desk, asks=" \n ")
    assert await live(desk) == []


async def test_only_an_agents_own_sent_reply_can_be_saved(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        tx.session.add(a_reply("d2", "m1", state="offered"))
    for who, draft_id in (("U0FRIEDA", "d2"), ("U0JONAS", "d1"), ("U0MILO", "d1"), ("U0FRIEDA", "nothing")):
        assert not isinstance((await desk.office.press(who, Buttons.SAVE_EXAMPLE, draft_id))[0], OpenForm)
    form = only(await desk.office.press("U0FRIEDA", Buttons.SAVE_EXAMPLE, "d1"), OpenForm).form
    only(await desk.office.submit("U0JONAS", form, text=GENERAL, asks="a"), RefuseForm)
    assert await live(desk) == []


# The list


async def test_an_example_is_removed_and_brought_back_by_its_saver_or_a_lead(desk: ReplyDesk) -> None:
    await filled_in(desk)
    (shown,) = await desk.office.command("U0JONAS", "examples")
    value = buttons(shown.card.parts)["Remove"]  # type: ignore[attr-defined]
    assert "Saved by Frieda" in said([shown]) and "Answers: Can I exchange a helmet?" in said([shown])
    assert said(await desk.office.press("U0JONAS", Buttons.REMOVE_EXAMPLE, value)).startswith("Whoever saved it")

    removed = said(await desk.office.press("U0NADINE", Buttons.REMOVE_EXAMPLE, value))
    assert "removed by Nadine" in removed and "[Bring back]" in removed and await live(desk) == []
    assert "It is back" in said(await desk.office.press("U0FRIEDA", Buttons.RESTORE_EXAMPLE, value))
    (row,) = await live(desk)
    assert (row.version, row.by, row.saved_by) == (3, "U0FRIEDA", "U0FRIEDA")


async def test_a_second_press_of_remove_changes_nothing(desk: ReplyDesk) -> None:
    await filled_in(desk)
    for _ in range(2):
        await desk.office.press("U0FRIEDA", Buttons.REMOVE_EXAMPLE, "xd1|")
    async with desk.office.rows() as tx:
        assert [one.version for one in await learning.examples(tx, HERE)] == [2]


async def test_words_after_the_command_find_examples(desk: ReplyDesk) -> None:
    await filled_in(desk)
    assert GENERAL in said(await desk.office.command("U0FRIEDA", "examples EXCHANGE helmet"))
    assert "No example holds these words." in said(await desk.office.command("U0FRIEDA", "examples saddle"))


async def test_another_workspace_and_people_without_a_part_see_nothing(desk: ReplyDesk) -> None:
    await filled_in(desk)
    assert "No examples yet." in said(await desk.office.command("U0FRIEDA", "examples", team=THERE))
    assert "Drafts are for agents." in said(await desk.office.command("U0MILO", "examples"))
    assert GENERAL in said(await desk.office.command("U0LARS", "examples"))
