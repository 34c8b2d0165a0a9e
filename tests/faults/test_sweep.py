"""Killed with -9 after each commit and around each outside call: nothing accepted is lost, no customer reads anything
twice."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.faults.flows import CHAINS, Flow
from tests.faults.sweep import Learned, Replay

FLOWS = [flow for chain in CHAINS for flow in chain]
EVERY = 14
"""Which part of the points the ordinary run takes; `make sweep` takes them all."""

each_flow = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)


def told(replays: Sequence[Replay]) -> dict[str, Sequence[str]]:
    return {replay.point: replay.problems for replay in replays if replay.problems}


def missed(replays: Sequence[Replay]) -> list[str]:
    return [replay.point for replay in replays if not replay.has_died]


@each_flow
async def test_a_bot_killed_at_a_sample_of_points_loses_and_doubles_nothing(
    flow: Flow, learned: Mapping[str, Learned], tmp_path: Path
) -> None:
    one = learned[flow.name]
    replays = await one.replay_all(tmp_path, one.points[FLOWS.index(flow) :: EVERY])
    assert told(replays) == {}
    assert len(missed(replays)) <= 1, missed(replays)


@pytest.mark.sweep
@each_flow
async def test_a_bot_killed_at_every_point_loses_and_doubles_nothing(
    flow: Flow, learned: Mapping[str, Learned], tmp_path: Path
) -> None:
    one = learned[flow.name]
    replays = await one.replay_all(tmp_path, one.points)
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
