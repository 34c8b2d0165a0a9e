"""Store, then acknowledge: the front of the events road, on both databases."""

import asyncio

import pytest
from sqlalchemy import func, select, text

from storage.database import Database
from storage.errors import StorageUnavailable
from storage.inbox import Inbox
from storage.work import Work


async def test_a_stored_event_wakes_the_dispatcher_and_its_copy_does_nothing(database: Database) -> None:
    woken: list[int] = []
    inbox = Inbox(database, lambda: woken.append(1))

    first = await inbox.accept("T1", "slack.event", "Ev1", {"a": 1})
    copy = await inbox.accept("T1", "slack.event", "Ev1", {"a": 1})

    assert (first, copy) == (True, False)
    assert woken


async def test_twenty_copies_at_once_leave_one_row(database: Database) -> None:
    inbox = Inbox(database, lambda: None)

    answers = await asyncio.gather(*(inbox.accept("T1", "slack.event", "Ev1", {}) for _ in range(20)))

    assert sorted(answers) == [False] * 19 + [True]


async def test_a_burst_shares_commits(database: Database) -> None:
    inbox = Inbox(database, lambda: None)

    await asyncio.gather(*(inbox.accept("T1", "slack.event", f"Ev{n}", {}) for n in range(100)))

    async with database.reading() as tx:
        # Each transaction reads the time once, so rows of one commit carry the same instant.
        commits = (await tx.session.execute(select(Work.created_at, func.count()).group_by(Work.created_at))).all()
    assert sum(count for _, count in commits) == 100
    assert len(commits) <= 3


async def test_a_commit_that_fails_is_told_to_everyone_in_the_batch(database: Database) -> None:
    inbox = Inbox(database, lambda: None)
    async with database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE work RENAME TO hidden"))

    answers = await asyncio.gather(
        *(inbox.accept("T1", "slack.event", f"Ev{n}", {}) for n in range(3)), return_exceptions=True
    )
    async with database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE hidden RENAME TO work"))

    assert len(answers) == 3
    assert all(isinstance(answer, Exception) for answer in answers)
    assert await inbox.accept("T1", "slack.event", "Ev0", {})


async def test_a_caller_that_gives_up_does_not_undo_the_commit(database: Database) -> None:
    inbox = Inbox(database, lambda: None)
    waiting = asyncio.create_task(inbox.accept("T1", "slack.event", "Ev1", {}))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert not await inbox.accept("T1", "slack.event", "Ev1", {})


async def test_a_closed_database_is_unavailable(database: Database, url: str) -> None:
    broken = Database(url.replace("kindline.db", "no/such/folder.db") if "sqlite" in url else url + "_gone")

    with pytest.raises(StorageUnavailable):
        await Inbox(broken, lambda: None).accept("T1", "slack.event", "Ev1", {})
    await broken.close()


async def test_one_event_that_no_database_takes_does_not_hold_up_the_others(database: Database) -> None:
    inbox = Inbox(database, lambda: None)

    answers = await asyncio.wait_for(
        asyncio.gather(
            inbox.accept("T1", "slack.event", "Ev1", {}),
            inbox.accept("T1", "slack.event", "Ev2", {"text": {"a set is not JSON"}}),
            *(inbox.accept("T1", "slack.event", f"Ev{n}", {}) for n in range(3, 8)),
            return_exceptions=True,
        ),
        10,
    )

    assert [answer for answer in answers if answer is True] == [True] * 6
    assert isinstance(answers[1], StorageUnavailable)


async def test_what_gathered_behind_a_bad_event_is_written_without_waiting_for_the_next(database: Database) -> None:
    inbox = Inbox(database, lambda: None, most=1)
    bad = asyncio.create_task(inbox.accept("T1", "slack.event", "Ev1", {"text": {"a set"}}))
    good = asyncio.create_task(inbox.accept("T1", "slack.event", "Ev2", {}))

    assert await asyncio.wait_for(good, 5)
    with pytest.raises(StorageUnavailable):
        await bad
