"""The table of what each platform can do is whole, and says how a person gets what it cannot."""

import pytest

from bot.actions import ACTIONS, Action, SendReply
from bot.capabilities import PLATFORMS, capabilities_of, carried_out, way_round
from storage.rows import EPOCH
from storage.workspaces import Workspace


def workspace(platform: str) -> Workspace:
    return Workspace(workspace_id="T0", platform=platform, name="Shop", bot_person_id="U0", created_at=EPOCH)


def test_both_doors_are_in_the_table() -> None:
    assert set(PLATFORMS) == {"slack", "teams"}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_action_has_its_way_on_every_platform(platform: str) -> None:
    ways = carried_out(platform)
    assert set(ways) == {action.__name__ for action in ACTIONS}
    assert all(way == "directly" or way.endswith(".") for way in ways.values())


@pytest.mark.parametrize("action", ACTIONS)
def test_slack_needs_no_way_round(action: type[Action]) -> None:
    assert way_round(action, "slack") == ""


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_reply_has_a_way_round_exactly_where_no_bot_posts_as_a_person(platform: str) -> None:
    able = capabilities_of(workspace(platform))
    assert able.posts_as_person is not bool(way_round(SendReply, platform))
    assert able.name.lower() == platform


def test_a_platform_without_an_entry_is_taken_to_do_everything() -> None:
    assert capabilities_of(workspace("another")).posts_as_person
    assert capabilities_of(None).has_home_page
