"""The oracles are honest: each protection that is taken away makes the one that watches it speak."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults import oracles
from tests.faults.bench import MARIGOLD, NORTH, ON_TEAMS, Bench, bench_in
from tests.faults.flows import ANNELIE, ASKS, DRAFT, DRAFT_ON_TEAMS, REMINDER, REMINDER_ON_TEAMS, REPLY_SENT, Flow
from tests.faults.mutants import MUTANTS
from tests.faults.sweep import Learned

AFTER_REPLY = "after chat.postMessage C0HELP #1"
AFTER_NUDGE = "after chat.postMessage D0FRIEDA #1"
AFTER_NUDGE_ON_TEAMS = "after POST conversations/activities a:1-u0frieda #1"


async def only_writes(bench: Bench) -> None:
    await bench.say(ANNELIE, ASKS)


async def written_twice(bench: Bench) -> None:
    await bench.fault("events", "duplicate")
    await bench.say(ANNELIE, ASKS)


async def only_writes_on_teams(bench: Bench) -> None:
    await bench.say(ANNELIE, ASKS, team=ON_TEAMS)


async def written_twice_on_teams(bench: Bench) -> None:
    await bench.do("fault", platform="teams", method="events", kind="duplicate")
    await only_writes_on_teams(bench)


async def both_platforms(bench: Bench) -> None:
    for team in (MARIGOLD, ON_TEAMS):
        await bench.say(ANNELIE, f"Could you tell me when canary-{team} arrives?", team=team)


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
TRIALS_ON_TEAMS = {
    "shows_cards_openly_on_teams": Trial(
        oracles.customers_on_teams_read_nothing_of_the_bot, DRAFT_ON_TEAMS, only_writes_on_teams
    ),
    "repeats_without_a_word": Trial(
        oracles.repeats_on_teams_are_rare_and_marked, REMINDER_ON_TEAMS, REMINDER_ON_TEAMS.run, AFTER_NUDGE_ON_TEAMS
    ),
    "takes_repeats_for_new": Trial(oracles.no_event_has_two_rows, DRAFT_ON_TEAMS, written_twice_on_teams),
    "acknowledges_unstored": Trial(oracles.nothing_accepted_is_lost, DRAFT_ON_TEAMS, only_writes_on_teams),
    "mixes_workspaces": Trial(oracles.nothing_accepted_is_lost, DRAFT_ON_TEAMS, only_writes_on_teams),
}


def test_every_mutant_has_its_trial() -> None:
    assert {*TRIALS, *TRIALS_ON_TEAMS} == set(MUTANTS)


async def seen_by_its_oracle(mutant: str, trial: Trial, learned: Mapping[str, Learned], folder: Path) -> bool:
    begins_as = learned[trial.begins.name].begins_as
    async with bench_in(folder / "bench", begins_as=begins_as, mutant=mutant) as bench:
        await bench.start(trial.die_at)
        await trial.does(bench)
        await bench.settled(8.0)
        assert not trial.die_at or trial.die_at in bench.points(), bench.log[-2000:]
        return await trial.oracle(bench) != []


@pytest.mark.parametrize("mutant", TRIALS)
async def test_a_broken_bot_turns_its_oracle_red(mutant: str, learned: Mapping[str, Learned], tmp_path: Path) -> None:
    assert await seen_by_its_oracle(mutant, TRIALS[mutant], learned, tmp_path)


@pytest.mark.parametrize("mutant", TRIALS_ON_TEAMS)
async def test_a_bot_that_is_broken_on_teams_turns_its_oracle_red(
    mutant: str, learned_on_teams: Mapping[str, Learned], tmp_path: Path
) -> None:
    assert await seen_by_its_oracle(mutant, TRIALS_ON_TEAMS[mutant], learned_on_teams, tmp_path)


@pytest.mark.parametrize("does", [written_twice, both_workspaces])
async def test_a_whole_bot_leaves_every_oracle_green(bench: Bench, does: Callable[[Bench], Awaitable[None]]) -> None:
    await does(bench)
    assert await bench.settled() == []
    assert await oracles.judged(bench) == []


@pytest.mark.parametrize("does", [written_twice_on_teams, both_platforms])
async def test_a_whole_bot_leaves_every_oracle_green_on_teams(
    teams: Bench, does: Callable[[Bench], Awaitable[None]]
) -> None:
    await does(teams)
    assert await teams.settled() == []
    assert await oracles.judged(teams) == []
