"""Asked to stop, or overtaken while it slept: what is under way ends well, and a late result counts for nothing."""

import asyncio
import os
import signal
from datetime import timedelta

import pytest

from bot.errors import LeaseLost
from bot.work.dispatcher import PACE_GAP
from storage import work
from tests.faults.bench import CONNECTION_LOST, Bench
from tests.faults.conftest import Begin
from tests.faults.flows import REPLY_SENT
from tests.faults.oracles import judged
from tests.faults.test_slack_trouble import POST, posted, rows, uses_as_it_is
from tests.work.conftest import Bench as WorkBench

SLOW_S = 1.5


async def posting_slowly(bench: Bench) -> None:
    """Returns while the approved reply is on its way."""
    await bench.fault(POST, "delay", delay_s=SLOW_S)
    await uses_as_it_is(bench)
    assert await bench.until(lambda: any(row["sending_since"] for row in rows(bench, "SendReply")))


async def is_ready_until_the_end(bench: Bench) -> list[bool]:
    """What a probe hears from the moment of SIGTERM on."""
    answers: list[bool] = []
    assert bench.bot is not None
    while bench.bot.exitcode is None:
        try:
            async with bench.session.get(f"{bench.bot_url}/readyz") as answer:
                answers.append(answer.status == 200)
        except CONNECTION_LOST:
            answers.append(False)
        await asyncio.sleep(0.05)
    return answers


async def test_a_stop_during_a_post_lets_it_finish_and_is_not_ready_meanwhile(begin: Begin) -> None:
    async with begin(REPLY_SENT) as bench:
        await posting_slowly(bench)
        probing = asyncio.create_task(is_ready_until_the_end(bench))
        await bench.stop()
        heard = await probing
        assert True not in heard
        assert len(heard) > 5, "it did not wait for the post"
        assert [row["state"] for row in rows(bench, "SendReply")] == ["done"]

        await bench.start()
        await bench.deliveries_come_again()
        assert await bench.settled() == []
        assert len(await posted(bench, "C0HELP")) == 1
        assert await judged(bench) == []


async def test_a_stop_that_was_asked_for_is_a_success(begin: Begin) -> None:
    async with begin(REPLY_SENT) as bench:
        await posting_slowly(bench)
        assert await bench.stop() == 0


async def test_a_kill_during_a_post_leaves_one_message_and_no_doubt(begin: Begin) -> None:
    async with begin(REPLY_SENT) as bench:
        await posting_slowly(bench)
        bench.kill()
        await bench.until(lambda: bench.deaths)
        await bench.up()
        await asyncio.sleep(SLOW_S)
        assert await bench.settled() == []
        assert bench.deaths == 1
        assert len(await posted(bench, "C0HELP")) <= 1
        assert rows(bench, "SendReply")[0]["state"] in ("done", "uncertain")
        assert await judged(bench) == []


async def test_a_paused_process_that_wakes_up_finds_its_work_done_and_sends_nothing(begin: Begin) -> None:
    """A pause shorter than the lease: events wait in Slack's retries and are handled once."""
    async with begin(REPLY_SENT) as bench:
        assert bench.bot is not None
        bench.is_kept = False
        assert bench.bot.pid is not None
        os.kill(bench.bot.pid, signal.SIGSTOP)
        await bench.say("U0ANNELIE", "One more thing: could you also send a bell?")
        await asyncio.sleep(4.0)
        os.kill(bench.bot.pid, signal.SIGCONT)
        await bench.deliveries_come_again()
        assert await bench.settled() == []
        assert await judged(bench) == []


async def overtaken(bench: WorkBench) -> None:
    """A slow worker's lease ends during its call, and another worker takes the row up."""
    await bench.dispatcher.stop()
    await bench.put_reply()
    async with bench.database.transaction() as tx:
        (first,) = await work.claim(tx, "slow", 1, timedelta(seconds=0.2), PACE_GAP)
    bench.recorder.slow_s = 0.8
    slow = asyncio.create_task(bench.dispatcher.gateway.send(first))
    await asyncio.sleep(0.4)
    async with bench.database.transaction() as tx:
        (second,) = await work.claim(tx, "quick", 1, timedelta(seconds=5), PACE_GAP)
    await bench.dispatcher.gateway.send(second)
    await slow


async def test_a_worker_that_lost_its_lease_is_fenced_out_and_the_agent_is_asked(work_bench: WorkBench) -> None:
    with pytest.raises(LeaseLost):
        await overtaken(work_bench)
    row = await work_bench.row("reply:1")
    assert (row.state, row.owner) == (work.UNCERTAIN, "quick")
    assert len(work_bench.recorder.posted) == 1
    assert work_bench.feature.delivered == []


async def test_without_the_fence_a_late_result_would_count(
    work_bench: WorkBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The honesty of the test above: with the fence gone, the slow worker overwrites what the quick one decided."""

    async def unfenced(tx: object, row: work.Work, **values: object) -> None:
        for name, value in values.items():
            setattr(row, name, value)

    monkeypatch.setattr(work, "_fenced", unfenced)
    await overtaken(work_bench)
    assert work_bench.feature.delivered != []
