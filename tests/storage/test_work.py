"""The ledger: claiming, leases, fencing, timers and pace, on both databases."""

import asyncio
from datetime import timedelta

import pytest

from storage import upkeep, work
from storage.database import Database
from storage.errors import LeaseLost

LEASE, GAP = timedelta(seconds=60), timedelta(seconds=1)


async def stored(database: Database, *keys: str, lane: str = work.TIMER, pace: str = "", in_s: float = 0) -> None:
    async with database.transaction() as tx:
        for key in keys:
            due_at = tx.now + timedelta(seconds=in_s)
            await work.enqueue(
                tx, work.new_work(tx, "T1", lane, "kind", key, payload={"n": key}, due_at=due_at, pace=pace)
            )


async def claimed(database: Database, owner: str = "a", limit: int = 10, lease: timedelta = LEASE) -> list[work.Work]:
    async with database.transaction() as tx:
        return list(await work.claim(tx, owner, limit, lease, GAP))


async def test_the_same_key_is_stored_once_in_a_workspace_and_lane(database: Database) -> None:
    async with database.transaction() as tx:
        first = await work.enqueue(tx, work.new_work(tx, "T1", work.INBOUND, "k", "e1", payload={}))
        again = await work.enqueue(tx, work.new_work(tx, "T1", work.INBOUND, "k", "e1", payload={}))
        elsewhere = await work.enqueue(tx, work.new_work(tx, "T2", work.INBOUND, "k", "e1", payload={}))

    assert (first, again, elsewhere) == (True, False, True)


async def test_a_row_is_claimed_by_one_worker_only(database: Database) -> None:
    await stored(database, *[f"t{n}" for n in range(20)])

    batches = await asyncio.gather(*(claimed(database, owner=f"w{n}") for n in range(4)))
    # Whoever found its rows held by the others comes back for what they left.
    batches += [await claimed(database, owner="w0"), await claimed(database, owner="w1")]
    keys = [row.key for batch in batches for row in batch]

    assert len(keys) == len(set(keys)) == 20


async def test_what_is_not_due_yet_waits_until_product_time_reaches_it(database: Database) -> None:
    await stored(database, "later", in_s=3600)
    before = await claimed(database)
    await database.set_offset(3_600_000)

    after = await claimed(database)

    assert before == []
    assert [row.key for row in after] == ["later"]


async def test_moving_the_demo_clock_breaks_no_lease(database: Database) -> None:
    await stored(database, "t1")
    await claimed(database, owner="a")
    await database.set_offset(30 * 24 * 3_600_000)

    assert await claimed(database, owner="b") == []


async def test_a_dead_workers_row_is_taken_over_when_its_lease_ends(database: Database) -> None:
    await stored(database, "t1")
    await claimed(database, owner="a", lease=timedelta(milliseconds=30))
    await asyncio.sleep(0.06)

    taken = await claimed(database, owner="b")

    assert [(row.key, row.owner, row.attempts) for row in taken] == [("t1", "b", 2)]


async def test_a_slow_worker_whose_row_was_taken_over_is_fenced_out(database: Database) -> None:
    await stored(database, "t1")
    (slow,) = await claimed(database, owner="a", lease=timedelta(milliseconds=30))
    await asyncio.sleep(0.06)
    await claimed(database, owner="b")

    with pytest.raises(LeaseLost):
        await finish_with_an_effect(database, slow)

    async with database.reading() as tx:
        assert await work.by_key(tx, "T1", work.POST, "effect") is None


async def finish_with_an_effect(database: Database, row: work.Work) -> None:
    async with database.transaction() as tx:
        await work.enqueue(tx, work.new_work(tx, "T1", work.POST, "k", "effect", payload={}))
        await work.finish(tx, row, work.DONE)


async def test_a_finished_row_is_never_claimed_again(database: Database) -> None:
    await stored(database, "t1")
    (row,) = await claimed(database)
    async with database.transaction() as tx:
        await work.finish(tx, row, work.DONE, result="m1")

    assert await claimed(database, owner="b") == []


async def test_a_retry_waits_its_delay_and_keeps_the_reason(database: Database) -> None:
    await stored(database, "t1")
    (row,) = await claimed(database)
    async with database.transaction() as tx:
        await work.retry(tx, row, timedelta(milliseconds=80), "slack is busy")
    at_once = await claimed(database, owner="b")
    await asyncio.sleep(0.12)

    later = await claimed(database, owner="b")

    assert at_once == []
    assert [(r.attempts, r.reason) for r in later] == [(2, "slack is busy")]


async def test_an_unfired_timer_moves_and_a_fired_one_stays_spent(database: Database) -> None:
    await stored(database, "t1", in_s=3600)
    async with database.transaction() as tx:
        await work.set_timer(
            tx, work.new_work(tx, "T1", work.TIMER, "kind", "t1", payload={"n": "moved"}, due_at=tx.now)
        )
    (row,) = await claimed(database)
    async with database.transaction() as tx:
        await work.finish(tx, row, work.DONE)
        await work.set_timer(tx, work.new_work(tx, "T1", work.TIMER, "kind", "t1", payload={}, due_at=tx.now))

    assert row.payload == {"n": "moved"}
    assert await claimed(database) == []


async def test_cancelling_by_prefix_takes_percent_signs_literally(database: Database) -> None:
    await stored(database, "settle:C1:1", "settle:C1:2", "settle:C2:1", "100%")
    async with database.transaction() as tx:
        await work.cancel_timers(tx, "T1", "settle:C1:")
        await work.cancel_timers(tx, "T1", "%")

    assert sorted(row.key for row in await claimed(database)) == ["100%", "settle:C2:1"]


async def test_posts_to_one_channel_go_out_one_by_one(database: Database) -> None:
    await stored(database, "p1", "p2", lane=work.POST, pace="C1")
    await stored(database, "q1", lane=work.POST, pace="C2")

    first = await claimed(database)
    at_once = await claimed(database, owner="b")
    await asyncio.sleep(1.05)
    later = await claimed(database, owner="b")

    assert [row.key for row in first] == ["p1", "q1"]
    assert at_once == []
    assert [row.key for row in later] == ["p2"]


async def test_two_workers_at_once_take_one_post_of_a_channel(database: Database) -> None:
    await stored(database, *[f"p{n}" for n in range(6)], lane=work.POST, pace="C1")

    batches = await asyncio.gather(*(claimed(database, owner=f"w{n}") for n in range(4)))

    assert sum(len(batch) for batch in batches) == 1


async def test_a_blocked_workspace_holds_its_posts_and_nobody_elses(database: Database) -> None:
    await stored(database, "p1", lane=work.POST, pace="C1")
    await stored(database, "t1")
    async with database.transaction() as tx:
        await work.block(tx, "T1", "*", 60)
        await work.enqueue(tx, work.new_work(tx, "T2", work.POST, "k", "other", payload={}, pace="C1"))

    assert sorted(row.key for row in await claimed(database)) == ["other", "t1"]


async def test_a_longer_block_is_not_shortened_by_a_shorter_one(database: Database) -> None:
    async with database.transaction() as tx:
        await work.block(tx, "T1", "C1", 60)
        await work.block(tx, "T1", "C1", 1)
        pace = await tx.session.get_one(work.Pace, ("T1", "C1"))
        left = pace.free_at - tx.raw_now

    assert left > timedelta(seconds=50)


async def test_the_claim_uses_its_index(database: Database) -> None:
    async with database.reading() as tx:
        connection = await tx.session.connection()
        if database.is_sqlite:
            plan = await connection.exec_driver_sql(
                "EXPLAIN QUERY PLAN SELECT * FROM work WHERE state = 'waiting' AND due_at <= 1 ORDER BY due_at LIMIT 8"
            )
        else:
            await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            plan = await connection.exec_driver_sql(
                "EXPLAIN SELECT * FROM work WHERE state = 'waiting' AND due_at <= 1 ORDER BY due_at LIMIT 8"
            )
        words = " ".join(str(row) for row in plan)

    assert "ix_work_state_due_at" in words


async def test_an_event_that_is_done_forgets_its_words(database: Database) -> None:
    await stored(database, "Ev1", lane=work.INBOUND)
    (row,) = await claimed(database)
    async with database.transaction() as tx:
        await work.finish(tx, row, work.DONE)

    async with database.reading() as tx:
        found = await work.by_key(tx, "T1", work.INBOUND, "Ev1")
    assert found is not None
    assert (found.state, found.payload) == (work.DONE, {})


async def test_old_work_is_forgotten_and_dead_letters_stay(database: Database) -> None:
    await stored(database, "done", "dead", "waiting", "young")
    async with database.transaction() as tx:
        long_ago = timedelta(days=31)
        for key, state in (("done", work.DONE), ("dead", work.DEAD), ("waiting", work.WAITING), ("young", work.DONE)):
            row = await work.by_key(tx, "T1", work.TIMER, key)
            assert row is not None
            row.state = state
            if key != "young":
                row.due_at, row.created_at = row.due_at - long_ago, row.created_at - long_ago
    async with database.transaction() as tx:
        gone = await upkeep.forget_old(tx, timedelta(days=30))
        left = [key for key in ("done", "dead", "waiting", "young") if await work.by_key(tx, "T1", work.TIMER, key)]

    assert (gone, left) == (1, ["dead", "waiting", "young"])


async def test_events_of_one_channel_are_worked_one_by_one_in_the_order_they_came(database: Database) -> None:
    await stored(database, "e1", "e2", lane=work.INBOUND, pace="C1")
    await stored(database, "f1", lane=work.INBOUND, pace="C2")
    first = await claimed(database)
    while_working = await claimed(database, owner="b")
    async with database.transaction() as tx:
        await work.finish(tx, first[0], work.DONE)

    assert sorted(row.key for row in first) == ["e1", "f1"]
    assert while_working == []
    assert [row.key for row in await claimed(database, owner="b")] == ["e2"]


async def test_an_event_that_failed_and_rests_holds_up_nobody_in_its_channel(database: Database) -> None:
    await stored(database, "e1", "e2", lane=work.INBOUND, pace="C1")
    (row,) = await claimed(database)
    async with database.transaction() as tx:
        await work.retry(tx, row, timedelta(minutes=1), "a fault of ours")

    assert [later.key for later in await claimed(database, owner="b")] == ["e2"]


async def test_after_the_clock_went_back_events_and_posts_do_not_wait_for_it(database: Database) -> None:
    await stored(database, "e1", lane=work.INBOUND)
    await stored(database, "t1")
    await upkeep.move_clock(database, -4 * 24 * 3_600_000)

    assert [row.key for row in await claimed(database)] == ["e1"]
