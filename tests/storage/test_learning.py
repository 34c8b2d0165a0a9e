"""What is learned is kept for one workspace, shown to whom it belongs, and taken back, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from bot.buttons import Buttons
from bot.replies.learning import examples, lessons, voices
from bot.replies.learning.priors import DISMISSED, EDITED, USED
from bot.replies.learning.shadow import shadow_of, switch
from storage import learning
from storage.database import Database
from storage.people import machine, viewer
from storage.replies import Draft
from storage.workspaces import Workspace
from tests.house.files import ROOT
from tests.office import HERE, NOW, THERE
from tests.replies.desk import ReplyDesk
from tests.replies.learned import CHATTY, learning_desk, voice, writes

ANSWER = "The small service costs 69 euros."


@pytest.fixture
async def desk(tmp_path: Path, url: str) -> AsyncIterator[ReplyDesk]:
    async with learning_desk(tmp_path, url) as made:
        yield made


def a_draft(draft_id: str, team: str = HERE, sent: str = "", promise: str = "") -> Draft:
    asks = [{"ask": "What does the service cost?", "state": "answered", "answer": ANSWER, "source": "Prices"}]
    return Draft(
        workspace_id=team,
        draft_id=draft_id,
        channel_id="C0HELP",
        thread_id="m1",
        basis_id="m1",
        basis_hash="h",
        text=f"Hi Annelie,\n\n{ANSWER}\n\nFrieda",
        created_at=NOW,
        person_id="U0FRIEDA",
        asks=asks,
        sources=["Prices"],
        sent_text=sent,
        promise_id=promise,
    )


async def test_a_voice_is_kept_and_erased_with_its_person(desk: ReplyDesk) -> None:
    await writes(desk)
    async with desk.office.rows() as tx:
        row = await learning.voice(tx, machine(HERE), "U0FRIEDA")
        assert row is not None and row.version == 1 and row.replies == 4
        assert await learning.voice(tx, machine(THERE), "U0FRIEDA") is None
        assert await learning.voice(tx, await viewer(tx, HERE, "U0NADINE"), "U0FRIEDA") is None
        await examples.save(tx, HERE, "x1", "U0FRIEDA", text=ANSWER, asks=["The price?"])
        await learning.forget_person(tx, HERE, "U0FRIEDA")

    async with desk.office.rows() as tx:
        left = await learning.examples(tx, HERE)
        assert await learning.voice(tx, machine(HERE), "U0FRIEDA") is None
        assert [(one.text, one.saved_by, one.by) for one in left] == [(ANSWER, "", "")]


async def test_the_version_grows_only_when_something_changed(desk: ReplyDesk) -> None:
    await writes(desk)
    await writes(desk)
    async with desk.office.rows() as tx:
        row = await learning.voice(tx, machine(HERE), "U0FRIEDA")
        assert row is not None and (row.version, row.replies) == (1, 8)
        await voices.choose(tx, HERE, "U0FRIEDA", voices.Chosen(length="long"))
        assert row.version == 2


async def test_forgetting_and_sending_at_the_same_instant_leaves_nothing_behind(desk: ReplyDesk) -> None:
    for _ in range(4):
        await writes(desk)
        await asyncio.gather(
            desk.office.press("U0FRIEDA", Buttons.FORGET_VOICE),
            *(desk.says("U0FRIEDA", text, thread="m1") for text in CHATTY),
        )
        async with desk.office.rows() as tx:
            row = await learning.voice(tx, machine(HERE), "U0FRIEDA")
            assert row is not None and (row.is_on, row.learned, row.replies) == (False, {}, 0)
            await voices.switch_on(tx, HERE, "U0FRIEDA")


async def test_a_draft_teaches_once_whatever_becomes_of_it(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        draft = a_draft("d1")
        draft.style = "warmer"
        await lessons.note_dismissal(tx, draft, "U0FRIEDA", "facts")
        first = await learning.lesson(tx, HERE, "d1")
        assert first is not None and (first.kind, first.variant, first.dropped) == (DISMISSED, "warmer", ["Prices"])
        await lessons.note_use(tx, draft, draft.text)
        assert (first.kind, first.reason, first.kept, first.dropped) == (USED, "", ["Prices"], [])
        await lessons.note_use(tx, draft, "Hey Annelie! It costs 75 euros.")
        assert (first.kind, first.kept, first.dropped) == (EDITED, [], ["Prices"])
        assert first.changes and first.sent_words == 6
        assert len(await learning.lessons(tx, HERE)) == 1 and await learning.lessons(tx, THERE) == []


async def test_an_honest_notice_teaches_nothing(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        notice = a_draft("d1", sent="Hello", promise="p1")
        await lessons.note_use(tx, notice)
        await lessons.note_dismissal(tx, notice, "U0FRIEDA")
        assert await learning.lessons(tx, HERE) == []


async def test_starting_over_leaves_the_lessons_and_can_be_taken_back(desk: ReplyDesk) -> None:
    room = lessons.Lessons()
    async with desk.office.rows() as tx:
        for number in range(6):
            await lessons.note_use(tx, a_draft(f"d{number}"), a_draft("x").text)
        before = await room.priors(tx, HERE)
    assert before.of_source("Prices") > 0

    async with desk.office.rows() as tx:
        await lessons.reset(tx, HERE, "U0NADINE")
    async with desk.office.rows() as tx:
        assert (await room.priors(tx, HERE)).of_source("Prices") == 0
        await lessons.note_use(tx, a_draft("later"), a_draft("x").text)
        assert len(await learning.lessons(tx, HERE)) == 1

    async with desk.office.rows() as tx:
        assert await lessons.undo_reset(tx, HERE, "U0NADINE") and not await lessons.undo_reset(tx, HERE, "U0NADINE")
        assert (await room.priors(tx, HERE)).of_source("Prices") > before.of_source("Prices")
        assert (await room.priors(tx, THERE)).of_source("Prices") == 0


async def test_an_example_keeps_its_versions_and_who_made_them(desk: ReplyDesk) -> None:
    room = examples.Examples()
    async with desk.office.rows() as tx:
        await examples.save(tx, HERE, "x1", "U0FRIEDA", text="We are open until six.", asks=["Until when?"])
        saved = await examples.save(tx, HERE, "x1", "U0FRIEDA", text="We are open until seven.", asks=["Until when?"])
        assert saved.version == 2 and [one.text for one in await room.sections(tx, HERE)] == [
            "We are open until seven."
        ]
        removed = await examples.put(tx, saved, "U0NADINE", is_removed=True)
        assert (removed.version, removed.saved_by, removed.by) == (3, "U0FRIEDA", "U0NADINE")
        assert await room.sections(tx, HERE) == ()
        await examples.put(tx, removed, "U0NADINE", is_removed=False)
        (back,) = await room.sections(tx, HERE)

    async with desk.office.rows() as tx:
        (now,) = await learning.examples(tx, HERE)
        assert (now.version, now.is_removed) == (4, False) and await learning.examples(tx, THERE) == []
    assert back.source.startswith("Example saved by Frieda, ") and back.heading == "Until when?"


async def test_shadow_mode_is_the_workspaces_own(desk: ReplyDesk) -> None:
    async with desk.office.rows() as tx:
        home = await tx.session.get_one(Workspace, HERE)
        assert switch(home, "C0HELP", is_on=True, now=NOW) and not switch(home, "C0HELP", is_on=True, now=NOW)

    async with desk.office.rows() as tx:
        mine, theirs = [shadow_of(await tx.session.get_one(Workspace, team)) for team in (HERE, THERE)]
        assert mine.is_on("C0HELP") and not mine.is_on("C0DESK") and not theirs.is_on("C0HELP")
        assert mine.since["C0HELP"] - NOW < timedelta(seconds=1)
        home = await tx.session.get_one(Workspace, HERE)
        home.settings = {"shadow": {"C0HELP": True, "": "x"}}
        assert shadow_of(home).since == {}


async def test_the_newest_replies_are_found_without_reading_the_whole_talk(desk: ReplyDesk) -> None:
    sent = await writes(desk)
    async with desk.office.rows() as tx:
        found = await learning.replies_of(tx, HERE, "U0FRIEDA", None, 2)
        assert [one.message_id for one in found] == sent[:1:-1]
        assert await learning.replies_of(tx, THERE, "U0FRIEDA", None, 2) == []
    assert (await voice(desk)).greeting == "Hey"


async def test_the_version_before_comes_back_and_goes_again(database: Database) -> None:
    """Deploys overlap: what the version before knows must still be there after a step back."""
    async with database.transaction() as tx:
        tx.session.add(a_draft("d1"))
        tx.session.add(learning.Voice(workspace_id=HERE, person_id="U0FRIEDA", changed_at=tx.now))

    async with database.engine.connect() as connection:
        await connection.run_sync(lambda c: command.downgrade(_config(c), "0004"))
        names = await connection.run_sync(lambda c: set(inspect(c).get_table_names()))
        await connection.run_sync(lambda c: command.upgrade(_config(c), "head"))
        await connection.commit()

    async with database.reading() as tx:
        assert "drafts" in names and names.isdisjoint({"voices", "lessons", "examples", "shadow_turns"})
        assert await tx.session.get(Draft, (HERE, "d1")) is not None
        assert await learning.voice(tx, machine(HERE), "U0FRIEDA") is None


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "storage/migrations"))
    config.attributes["connection"] = connection
    return config
