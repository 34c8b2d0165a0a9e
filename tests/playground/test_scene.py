"""The scene is what the project promises: the same people and ids, and an app with exactly the manifest's rights."""

import json
from pathlib import Path
from typing import Any

import yaml

from handlers.playground.scene import world_of
from handlers.playground.teams import wire
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


def teams_manifest() -> dict[str, Any]:
    return dict(json.loads((ROOT / "handlers/teams/manifest/manifest.json").read_text()))


def test_the_words_and_actions_of_the_scene_on_teams_are_the_manifests() -> None:
    app, asked = world_of().app, teams_manifest()
    for offered in asked["bots"][0]["commandLists"]:
        for scope in offered["scopes"]:
            words = [{"command": one["title"], "description": one["description"]} for one in offered["commands"]]
            assert dict(app.teams.commands)[scope] == words
    actions = {(one["id"], one["title"]) for one in asked["composeExtensions"][0]["commands"]}
    assert {(one.callback_id, one.name) for one in app.shortcuts} == actions


def test_the_scene_tells_the_bot_the_ids_that_the_wire_uses() -> None:
    written = json.loads((ROOT / "handlers/playground/scene.json").read_text())["workspaces"]["M0MARIGOLD"]
    world = world_of()
    tenant = world.workspaces["M0MARIGOLD"]
    for person in tenant.people.values():
        told, person_id = written["people"][person.id], wire.aad_id(person) or wire.user_id(person, world.app)
        assert told["person_id"] == person_id
        assert told.get("user_id", person_id) == wire.user_id(person, world.app)
    for channel in tenant.channels.values():
        told = written["channels"][channel.id]
        assert (told["channel_id"], told["team_id"]) == (wire.channel_id(channel, world.app), wire.team_id(channel))
    assert written["bot_person_id"] == written["bot_app_id"] == f"28:{world.app.teams.id}"


def test_one_company_is_on_both_platforms_and_the_other_is_alone() -> None:
    setup = world_of().setup
    assert setup["T0MARIGOLD"]["company_id"] == setup["M0MARIGOLD"]["company_id"] == "marigold"
    assert not setup["T0NORTH"].get("company_id")


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
