"""The dispatcher: due work is done, faults become later tries or dead letters, and stopping loses nothing."""

import asyncio
from datetime import timedelta

from bot.actions import RemindAgent
from bot.errors import PlatformBusy
from storage import work
from tests.work.conftest import WORKSPACE, Bench

REMINDER = RemindAgent(key="remind:1", promise_id="p1", due_version=1, stage="due", person_id="U1")


async def timer(bench: Bench, key: str, in_s: float = 0, **payload: object) -> None:
    async with bench.database.transaction() as tx:
        due_at = tx.now + timedelta(seconds=in_s)
        row = work.new_work(tx, WORKSPACE, work.TIMER, "test", key, payload=payload, due_at=due_at)
        await work.enqueue(tx, row)
        tx.on_commit.append(bench.dispatcher.wake)


async def test_a_timer_fires_once_with_its_due_time_and_now(bench: Bench) -> None:
    await timer(bench, "t1", a=1)
    await bench.settle()

    assert [(event.key, event.payload) for event in bench.feature.fired] == [("t1", {"a": 1})]
    assert bench.feature.fired[0].at >= bench.feature.fired[0].due_at


async def test_three_days_of_downtime_make_a_timer_late_and_never_lost(bench: Bench) -> None:
    await timer(bench, "t1", in_s=3600)
    await bench.database.set_offset(3 * 24 * 3_600_000)
    bench.dispatcher.wake()
    await bench.settle()

    (event,) = bench.feature.fired
    assert event.at - event.due_at > timedelta(days=2)


async def test_a_fault_in_a_feature_is_tried_again_and_undoes_its_own_writes(bench: Bench) -> None:
    await timer(bench, "t1", fails=True)
    async with asyncio.timeout(10):
        while not (row := await bench.row("t1", work.TIMER)).reason:
            await asyncio.sleep(0.02)

    assert (row.state, row.reason) == (work.WAITING, "a fault of ours (RuntimeError)")


async def test_others_can_write_while_a_feature_thinks_about_what_is_due(bench: Bench) -> None:
    bench.feature.database = bench.database
    await timer(bench, "t1")
    await bench.settle()

    assert (bench.feature.thought, [event.key for event in bench.feature.fired]) == (["t1"], ["t1"])


async def test_after_ten_tries_a_row_becomes_a_dead_letter_with_a_reason(bench: Bench) -> None:
    await timer(bench, "t1", fails=True)
    async with asyncio.timeout(20):
        while (await bench.row("t1", work.TIMER)).state == work.WAITING:
            async with bench.database.transaction() as tx:
                found = await work.by_key(tx, WORKSPACE, work.TIMER, "t1")
                assert found is not None
                if found.owner == "":  # It rests; while somebody works on it, its lease is theirs.
                    found.hold_until = tx.raw_now - timedelta(seconds=1)
            bench.dispatcher.wake()
            await asyncio.sleep(0.02)

    row = await bench.row("t1", work.TIMER)
    assert (row.state, row.attempts, row.reason) == (work.DEAD, 10, "a fault of ours (RuntimeError)")
    async with bench.database.reading() as tx:
        assert [letter.key for letter in await work.dead_letters(tx, WORKSPACE)] == ["t1"]


async def test_one_poisoned_event_does_not_hold_up_the_others(bench: Bench) -> None:
    await timer(bench, "bad", fails=True)
    await timer(bench, "good")
    async with asyncio.timeout(10):
        while not bench.feature.fired:  # The bad one rests between its tries, so nothing is ever drained here.
            bench.dispatcher.wake()
            await asyncio.sleep(0.02)

    assert [event.key for event in bench.feature.fired] == ["good"]


async def test_an_event_of_an_unknown_workspace_ends_as_a_dead_letter(bench: Bench) -> None:
    async with bench.database.transaction() as tx:
        await work.enqueue(tx, work.new_work(tx, "T404", work.INBOUND, "slack.event", "Ev1", payload={}))
    bench.dispatcher.wake()
    await bench.settle()

    async with bench.database.reading() as tx:
        row = await work.by_key(tx, "T404", work.INBOUND, "Ev1")
    assert row is not None
    assert (row.state, row.reason) == (work.DEAD, "the workspace is not known here")


async def test_stopping_lets_a_post_finish_and_claims_nothing_new(bench: Bench) -> None:
    bench.recorder.slow_s = 0.3
    await bench.put(REMINDER)
    await asyncio.sleep(0.1)
    stopping = asyncio.create_task(bench.dispatcher.stop())
    await asyncio.sleep(0.05)
    await timer(bench, "later")
    await stopping

    assert len(bench.recorder.posted) == 1
    assert (await bench.row("remind:1")).state == work.DONE
    assert (await bench.row("later", work.TIMER)).state == work.WAITING


async def test_after_a_restart_on_sqlite_leased_rows_are_taken_up_at_once(bench: Bench) -> None:
    await bench.dispatcher.stop()
    await timer(bench, "t1")
    async with bench.database.transaction() as tx:
        await work.claim(tx, "a process that died", 5, timedelta(minutes=1), timedelta(seconds=1))
    bench.dispatcher._is_stopping = False
    await bench.dispatcher.start()
    await bench.settle()

    assert [event.key for event in bench.feature.fired] == ["t1"]


async def test_an_outage_of_the_platform_never_kills_an_event_however_long_it_lasts(bench: Bench) -> None:
    bench.recorder.reads = [PlatformBusy("ratelimited", retry_after_s=30)] * 14
    async with bench.database.transaction() as tx:
        await work.enqueue(tx, work.new_work(tx, WORKSPACE, work.INBOUND, "test", "Ev1", payload={"name": "x"}))
    async with asyncio.timeout(20):
        while (await bench.row("Ev1", work.INBOUND)).state != work.DONE:
            async with bench.database.transaction() as tx:
                row = await work.by_key(tx, WORKSPACE, work.INBOUND, "Ev1")
                assert row is not None
                row.hold_until = tx.raw_now if not row.owner else row.hold_until
            bench.dispatcher.wake()
            await asyncio.sleep(0.02)

    assert (await bench.row("Ev1", work.INBOUND)).attempts == 15


async def test_a_timer_of_a_newer_version_waits_for_that_version(bench: Bench) -> None:
    async with bench.database.transaction() as tx:
        await work.enqueue(tx, work.new_work(tx, WORKSPACE, work.TIMER, "complaint.check", "c1", payload={}))
    bench.dispatcher.wake()
    async with asyncio.timeout(10):
        while not (row := await bench.row("c1", work.TIMER)).reason:
            await asyncio.sleep(0.02)

    assert (row.state, row.reason) == (work.WAITING, "no feature here knows the timer complaint.check")
