"""Who comes into a channel that we take for internal is looked at before the next message there."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import PlatformBusy
from handlers.teams.changes import Learned
from tests.teams.activities import CHANNEL, changed
from tests.teams.tenant import Tenant, member, tenant
from tests.teams.wire import TENANT


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Tenant]:
    async with tenant(tmp_path) as found:
        yield found


def joined(kind: str = "teamMemberAdded", **data: Any) -> dict[str, Any]:
    return changed(kind, membersAdded=[{"id": "29:new", "aadObjectId": "aad-new"}], data=data)


@pytest.mark.parametrize(
    ("more", "is_shared"),
    [
        ({}, False),
        ({"userRole": "guest", "userPrincipalName": "new_x#EXT#@m.example"}, True),
        ({"tenantId": "T2"}, True),
    ],
)
async def test_whoever_joins_a_channel_of_colleagues_is_looked_at_before_the_next_message(
    house: Tenant, more: dict[str, str], is_shared: bool
) -> None:
    await house.enrol_internally(CHANNEL)
    house.roster.places[CHANNEL] = [[member(), member("New", "aad-new", "29:new", **more)]]
    assert await house.installation.take_in(TENANT, joined()) == Learned(crowds={CHANNEL: is_shared})


async def test_a_channel_that_is_shared_with_another_team_needs_no_roster(house: Tenant) -> None:
    await house.enrol_internally(CHANNEL)
    await house.enrol_internally("19:other@thread.tacv2")
    shared = changed("channelShared", data={"channel": {"id": CHANNEL, "name": "help"}})
    assert await house.installation.take_in(TENANT, shared) == Learned(crowds={CHANNEL: True})
    assert not [one for one in house.roster.asked if one.startswith("members")]


async def test_who_joins_is_unknown_while_teams_does_not_answer(house: Tenant) -> None:
    await house.enrol_internally(CHANNEL)
    house.roster.failure = PlatformBusy("busy")
    assert await house.installation.take_in(TENANT, joined()) == Learned(crowds={CHANNEL: None})


async def test_nothing_is_asked_about_channels_with_customers_or_when_somebody_leaves(house: Tenant) -> None:
    await house.enrol(CHANNEL, kind="shared")
    await house.enrol("19:relay@thread.tacv2", kind="relay")
    await house.enrol_internally("19:team2@thread.tacv2", team_id="19:another")
    for found in (joined(), changed("teamMemberRemoved", membersRemoved=[{"id": "29:old"}])):
        assert await house.installation.take_in(TENANT, found) == Learned()
    assert not [one for one in house.roster.asked if one.startswith("members")]
