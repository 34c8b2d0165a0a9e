"""Killed with -9 after each commit and around each outside call: nothing accepted is lost, no customer reads anything
twice."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.faults.flows import CHAINS, CHAINS_ON_TEAMS, Flow
from tests.faults.sweep import Learned, Replay

FLOWS = [flow for chain in CHAINS for flow in chain]
ON_TEAMS = [flow for chain in CHAINS_ON_TEAMS for flow in chain]
EVERY, EVERY_ON_TEAMS = 14, 30
"""Which part of the points the ordinary run takes; `make sweep` takes them all."""

each_flow = pytest.mark.parametrize("flow", [*FLOWS, *ON_TEAMS], ids=lambda flow: flow.name)


@pytest.fixture
def learnt(flow: Flow, request: pytest.FixtureRequest) -> Learned:
    """What was learned of the flow, on its platform."""
    learned: Mapping[str, Learned] = request.getfixturevalue("learned" if flow in FLOWS else "learned_on_teams")
    return learned[flow.name]


def told(replays: Sequence[Replay]) -> dict[str, Sequence[str]]:
    return {replay.point: replay.problems for replay in replays if replay.problems}


def missed(replays: Sequence[Replay]) -> list[str]:
    return [replay.point for replay in replays if not replay.has_died]


@each_flow
async def test_a_bot_killed_at_a_sample_of_points_loses_and_doubles_nothing(
    flow: Flow, learnt: Learned, tmp_path: Path
) -> None:
    every = EVERY if flow in FLOWS else EVERY_ON_TEAMS
    first = 3 * [*FLOWS, *ON_TEAMS].index(flow) % every
    replays = await learnt.replay_all(tmp_path, learnt.points[first::every])
    assert told(replays) == {}
    assert len(missed(replays)) <= 1, missed(replays)


@pytest.mark.sweep
@each_flow
async def test_a_bot_killed_at_every_point_loses_and_doubles_nothing(
    flow: Flow, learnt: Learned, tmp_path: Path
) -> None:
    replays = await learnt.replay_all(tmp_path, learnt.points)
    assert told(replays) == {}
    # Which of two things that happen at once comes first is luck; nearly all points must be hit all the same.
    assert len(missed(replays)) <= len(replays) // 10, missed(replays)


async def test_the_points_are_those_that_matter(learned: Mapping[str, Learned]) -> None:
    points = {point for one in learned.values() for point in one.points}
    expected = {
        "committed Inbox._write message #1",
        "committed Desk.answer FormSubmitted draft #1",
        "committed Gateway._mark SendReply #1",
        "before chat.postMessage C0HELP #1",
        "after chat.postMessage C0HELP #1",
        "committed Gateway._sent SendReply #1",
        "committed Gateway._mark RemindAgent #1",
        "after chat.postMessage C0MKT #1",
    }
    assert expected <= points


async def test_the_points_on_teams_are_those_that_matter(learned_on_teams: Mapping[str, Learned]) -> None:
    points = {point for one in learned_on_teams.values() for point in one.points}
    expected = {
        "committed Inbox._write message #1",
        "after GET conversations/members 19:c0help@thread.tacv2 #1",
        "after POST token #1",
        "committed Gateway._mark OfferDraft #1",
        "after POST conversations/activities a:1-u0frieda #1",
        "committed Desk.answer FormSubmitted draft #1",
        "committed Gateway._mark RemindAgent #1",
        "committed Desk.answer CommandGiven insight #1",
        "after chat.postMessage C0MKT #1",
        "committed Gateway._sent TellContributor #1",
    }
    assert expected <= points
