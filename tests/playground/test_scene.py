"""The scene is what the project promises: the same people and ids, and an app with exactly the manifest's rights."""

from pathlib import Path
from typing import Any

import yaml

from handlers.playground.scene import world_of
from handlers.playground.world import World

ROOT = Path(__file__).parents[2]


def manifest() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "handlers/slack/manifest.yaml").read_text()))


def people_in(world: World, team: str, channel: str) -> set[str]:
    return set(world.workspaces[team].channels[channel].members) - {"U0KINDLINE"}


def test_the_app_of_the_scene_may_do_exactly_what_the_manifest_asks_for() -> None:
    app, asked = world_of().app, manifest()
    assert sorted(app.bot_scopes) == sorted(asked["oauth_config"]["scopes"]["bot"])
    assert sorted(app.user_scopes) == sorted(asked["oauth_config"]["scopes"]["user"])
    assert sorted(app.events) == sorted(asked["settings"]["event_subscriptions"]["bot_events"])
    assert sorted(app.commands) == sorted(one["command"] for one in asked["features"]["slash_commands"])
    shortcuts = {(one["callback_id"], one["name"], one["type"]) for one in asked["features"]["shortcuts"]}
    assert {(one.callback_id, one.name, one.type) for one in app.shortcuts} == shortcuts


def test_two_companies_share_ids_and_nothing_else() -> None:
    world = world_of()
    marigold, north = world.workspaces["T0MARIGOLD"], world.workspaces["T0NORTH"]
    assert set(north.channels) <= set(marigold.channels)
    assert marigold.people["U0FRIEDA"].real_name != north.people["U0FRIEDA"].real_name
    helped = {"U0FRIEDA", "U0JONAS", "U0NADINE", "U0ANNELIE", "U0HENDRIK"}
    assert people_in(world, "T0MARIGOLD", "C0HELP") == helped
    internal = people_in(world, "T0MARIGOLD", "C0DESK") | people_in(world, "T0MARIGOLD", "C0TEAM")
    assert {"U0ANNELIE", "U0HENDRIK"}.isdisjoint(internal)
    assert [token for token, grant in world.tokens.items() if grant.kind == "user"] == ["xoxp-demo-U0FRIEDA"]
    assert set(world.setup) == set(world.workspaces)


def test_each_customer_of_the_scene_is_a_row_of_the_companys_list() -> None:
    world, rows = world_of(), (ROOT / "handlers/playground/company/customers.csv").read_text().splitlines()
    for user, customer in world.setup["T0MARIGOLD"]["customers"].items():
        row = next(row for row in rows if row.startswith(f"{customer},"))
        person = world.workspaces["T0MARIGOLD"].people[user]
        assert (person.real_name in row, person.email in row, person.tz in row) == (True, True, True)
