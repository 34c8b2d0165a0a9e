"""Workspaces set up from a written scene: each on its own platform, with the ids that its platform uses."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.capabilities import capabilities_of
from bot.scene import Scene
from storage import addresses, insights, people, playbook, secrets, workspaces
from storage.database import Database, Transaction
from storage.tables import METADATA
from tests.databases import sqlite_url

VAULT = secrets.Vault([b"k" * 32])
SHOP, TENANT = "T0SHOP", "M0SHOP"
PAGE_URL = "http://127.0.0.1:8700/"
PLAN = {
    "time_zone": "Europe/Berlin",
    "settle_seconds": 1,
    "company_id": "shop",
    "roles": {"U0FRIEDA": ["agent"], "U0NADINE": ["lead"]},
    "channels": {"C0HELP": "shared", "C0MKT": "marketing"},
    "routes": [{"theme": "any", "channel": "C0MKT", "owner": "U0NADINE"}],
    "customers": {"U0ANNELIE": "C01"},
}
APP = {
    "bot_user": "U0KINDLINE",
    "bot_id": "B0KINDLINE",
    "client_id": "demo.client",
    "client_secret": "demo-client-secret",
    "signing_secret": "demo-signing-secret",
    "app_token": "xapp-demo-kindline",
    "teams": {"id": "app", "password": "demo-app-password"},
}
PEOPLE = ("U0FRIEDA", "U0NADINE", "U0ANNELIE")


def written() -> dict[str, Any]:
    slack = {
        "name": "Shop",
        "people": {key: {"real_name": key} for key in PEOPLE},
        "channels": {"C0HELP": {"name": "help"}, "C0MKT": {"name": "marketing"}},
    }
    teams = {
        "name": "Shop on Teams",
        "platform": "teams",
        "bot_person_id": "28:app",
        "bot_app_id": "28:app",
        "people": {
            key: {"real_name": key, "person_id": f"aad-{key.lower()}", "user_id": f"29:{key}"} for key in PEOPLE
        },
        "channels": {
            "C0HELP": {"name": "help", "channel_id": "19:help@thread.tacv2", "team_id": "19:team@thread.tacv2"},
            "C0MKT": {"name": "marketing", "channel_id": "19:mkt@thread.tacv2"},
        },
    }
    return {
        "app": APP,
        "workspaces": {SHOP: slack, TENANT: teams},
        "setup": {SHOP: PLAN | {"linked_accounts": {"U0FRIEDA": "xoxp-pretend"}}, TENANT: PLAN},
    }


@pytest.fixture
async def tx(tmp_path: Path) -> AsyncIterator[Transaction]:
    async with Database(sqlite_url(tmp_path)) as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)
        async with database.transaction() as opened:
            await Scene(written(), tmp_path, PAGE_URL).set_up(opened, VAULT)
            yield opened


async def test_a_workspace_is_on_slack_unless_the_scene_says_otherwise(tx: Transaction) -> None:
    shop, tenant = [await workspaces.workspace(tx, each) for each in (SHOP, TENANT)]
    assert shop is not None and tenant is not None
    assert (shop.platform, shop.bot_person_id, shop.bot_app_id, shop.service_url) == (
        "slack",
        "U0KINDLINE",
        "B0KINDLINE",
        "",
    )
    assert (tenant.platform, tenant.bot_person_id, tenant.bot_app_id, tenant.service_url) == (
        "teams",
        "28:app",
        "28:app",
        f"{PAGE_URL}connector/",
    )
    assert shop.company_id == tenant.company_id == "shop"


async def test_people_and_channels_get_the_ids_of_their_platform(tx: Transaction) -> None:
    assert await people.roles_of(tx, SHOP, "U0FRIEDA") == ["agent"]
    assert await people.roles_of(tx, TENANT, "aad-u0frieda") == ["agent"]
    assert await people.person(tx, TENANT, "U0FRIEDA") is None
    channel = await workspaces.channel(tx, TENANT, "19:help@thread.tacv2")
    assert channel is not None and channel.is_enrolled and channel.has_customers
    assert channel.team_id == "19:team@thread.tacv2"
    (route,) = await insights.routes(tx, TENANT)
    assert (route.channel_id, route.owner_id) == ("19:mkt@thread.tacv2", "aad-u0nadine")
    assert await tx.session.get(playbook.CustomerLink, (TENANT, "aad-u0annelie")) is not None


async def test_an_address_is_known_only_where_the_scene_gives_one(tx: Transaction) -> None:
    frieda = await addresses.address(tx, TENANT, "aad-u0frieda")
    assert frieda is not None and frieda.user_id == "29:U0FRIEDA"
    assert await addresses.address(tx, SHOP, "U0FRIEDA") is None


async def test_only_a_workspace_on_slack_keeps_secrets(tx: Transaction) -> None:
    assert await VAULT.find(tx, SHOP, "", "slack.bot") == f"xoxb-demo-{SHOP}"
    assert await VAULT.find(tx, SHOP, "U0FRIEDA", secrets.account_name("slack")) == "xoxp-pretend"
    assert await VAULT.find(tx, TENANT, "", "teams.bot") is None
    assert not capabilities_of(await workspaces.workspace(tx, TENANT)).posts_as_person


@pytest.mark.parametrize(("has_socket", "app_token"), [(False, ""), (True, "xapp-demo-kindline")])
def test_the_settings_beside_the_playground_are_the_scenes_and_nothing_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, has_socket: bool, app_token: str
) -> None:
    monkeypatch.setenv("KINDLINE_SLACK_BOT_TOKEN", "xoxb-a-real-one")
    settings = Scene(written(), tmp_path, PAGE_URL).settings("sqlite://", "key", 8701, has_socket=has_socket)
    assert settings.slack_bot_token.get_secret_value() == ""
    assert settings.slack_app_token.get_secret_value() == app_token
    assert (settings.teams_app_id, settings.teams_tenant_ids, settings.teams_hosts) == ("app", TENANT, "127.0.0.1")
