"""The oracles are honest: each protection that is taken away makes the one that watches it speak."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import oracles
from tests.faults.bench import MARIGOLD, NORTH, Bench, bench_in
from tests.faults.flows import ANNELIE, ASKS, DRAFT, REMINDER, REPLY_SENT, Flow
from tests.faults.mutants import MUTANTS
from tests.faults.sweep import Learned

AFTER_REPLY = "after chat.postMessage C0HELP #1"
AFTER_NUDGE = "after chat.postMessage D0FRIEDA #1"


async def only_writes(bench: Bench) -> None:
    await bench.say(ANNELIE, ASKS)


async def written_twice(bench: Bench) -> None:
    await bench.fault("events", "duplicate")
    await bench.say(ANNELIE, ASKS)


async def both_workspaces(bench: Bench) -> None:
    for team, user in ((MARIGOLD, ANNELIE), (NORTH, "U0NORTHCUST")):
        await bench.say(user, f"Could you tell me when canary-{team} arrives?", team=team)


async def answer_is_lost(bench: Bench) -> None:
    await bench.fault("chat.postMessage", "reset_after", times=2)
    await REPLY_SENT.run(bench)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is done to the broken bot, and the oracle that must notice."""

    oracle: Callable[[Bench], Awaitable[list[str]]]
    begins: Flow
    does: Callable[[Bench], Awaitable[None]]
    die_at: str = ""


TRIALS = {
    "forgets_the_mark": Trial(oracles.customers_hear_nothing_twice, REPLY_SENT, REPLY_SENT.run, AFTER_REPLY),
    "repeats_without_looking": Trial(oracles.customers_hear_nothing_twice, REPLY_SENT, REPLY_SENT.run, AFTER_REPLY),
    "posts_twice": Trial(oracles.customers_hear_nothing_twice, REPLY_SENT, answer_is_lost),
    "repeats_without_a_word": Trial(oracles.private_repeats_are_rare_and_marked, REMINDER, REMINDER.run, AFTER_NUDGE),
    "takes_repeats_for_new": Trial(oracles.no_event_has_two_rows, DRAFT, written_twice),
    "acknowledges_unstored": Trial(oracles.nothing_accepted_is_lost, DRAFT, only_writes),
    "skips_the_approval": Trial(oracles.customers_read_only_what_was_approved, REPLY_SENT, REPLY_SENT.run),
    "shows_cards_openly": Trial(oracles.customers_read_only_what_was_approved, DRAFT, DRAFT.run),
    "mixes_workspaces": Trial(oracles.nothing_crosses_workspaces, DRAFT, both_workspaces),
    "forgets_waiting_work": Trial(
        oracles.all_work_ended, DRAFT, only_writes, "committed Dispatcher._start_due slack.event message #1"
    ),
}


@pytest.mark.parametrize("mutant", MUTANTS)
async def test_a_broken_bot_turns_its_oracle_red(mutant: str, learned: Mapping[str, Learned], tmp_path: Path) -> None:
    trial = TRIALS[mutant]
    begins_as = learned[trial.begins.name].begins_as
    async with bench_in(tmp_path / "bench", begins_as=begins_as, mutant=mutant) as bench:
        await bench.start(trial.die_at)
        await trial.does(bench)
        await bench.settled(8.0)
        assert not trial.die_at or trial.die_at in bench.points()
        assert await trial.oracle(bench) != [], bench.log[-2000:]


@pytest.mark.parametrize("does", [written_twice, both_workspaces])
async def test_a_whole_bot_leaves_every_oracle_green(bench: Bench, does: Callable[[Bench], Awaitable[None]]) -> None:
    await does(bench)
    assert await bench.settled() == []
    assert await oracles.judged(bench) == []
