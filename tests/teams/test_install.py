"""Tenants, teams and people come and go, and Teams says each of it several times."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import PlatformBusy
from handlers.teams.changes import Change, Learned, change_of
from handlers.teams.install import ASK_AGAIN_S
from handlers.teams.people import teams_of
from storage import addresses, people, workspaces
from tests.teams.activities import (
    BOT_ITSELF,
    CHANNEL,
    CHAT,
    FRIEDA,
    FRIEDA_USER,
    TEAM,
    activity,
    changed,
    installed,
    personal,
    said,
    told,
)
from tests.teams.tenant import Tenant, member, tenant
from tests.teams.wire import BOT, SERVICE, TENANT


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Tenant]:
    async with tenant(tmp_path) as found:
        yield found


@pytest.mark.parametrize(
    ("found", "change"),
    [
        (installed(), Change.CAME),
        (installed("add-upgrade"), Change.CAME),
        (installed("remove"), Change.LEFT),
        (installed("remove-upgrade"), Change.NONE),
        (changed("teamMemberAdded", membersAdded=[BOT_ITSELF]), Change.CAME),
        (changed("teamMemberAdded", membersAdded=[{"id": "29:new"}]), Change.JOINED),
        (changed("channelMemberAdded", membersAdded=[{"id": "29:new"}]), Change.JOINED),
        (changed("teamMemberRemoved", membersRemoved=[BOT_ITSELF]), Change.LEFT),
        (changed("teamMemberRemoved", membersRemoved=[{"id": "29:old"}]), Change.CROWD),
        (changed("channelMemberRemoved", membersRemoved=[BOT_ITSELF]), Change.ENDED),
        (changed("channelDeleted"), Change.ENDED),
        (changed("channelRenamed"), Change.RENAMED),
        (changed("teamDeleted"), Change.LEFT),
        (changed("teamArchived"), Change.LEFT),
        (changed("channelShared"), Change.JOINED),
        (changed("channelUnshared"), Change.CROWD),
        (changed("channelPainted"), Change.NONE),
        (changed("x", membersAdded="odd", membersRemoved=[5, None]), Change.NONE),
        (said(), Change.NONE),
        ({}, Change.NONE),
    ],
)
def test_an_activity_says_what_changed(found: dict[str, Any], change: Change) -> None:
    assert change_of(found, BOT) is change


async def test_a_tenant_becomes_a_workspace_with_its_service_and_name(tmp_path: Path) -> None:
    async with tenant(tmp_path, is_known=False) as house:
        await house.installation.admit(TENANT, installed())
        home = await house.home()
    assert home is not None
    assert (home.platform, home.name, home.service_url) == ("teams", "Marigold", SERVICE)
    assert (home.bot_person_id, home.bot_app_id, home.is_active) == (BOT, BOT, True)


async def test_the_service_moves_and_the_name_stays(house: Tenant) -> None:
    await house.installation.admit(TENANT, installed())
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:other", "name": "Another team"}}
    moved = said(serviceUrl="https://smba.trafficmanager.net/amer/", channelData=data)
    await house.installation.admit(TENANT, moved)
    home = await house.home()
    assert home is not None
    assert (home.service_url, home.name) == ("https://smba.trafficmanager.net/amer/", "Marigold")


async def test_an_activity_without_a_service_leaves_the_known_one(house: Tenant) -> None:
    await house.installation.admit(TENANT, said())
    await house.installation.admit(TENANT, said(serviceUrl=None))
    home = await house.home()
    assert home is not None
    assert home.service_url == SERVICE


async def test_a_team_is_installed_once_however_often_it_is_told(house: Tenant) -> None:
    house.roster.places[TEAM] = [[member(), member("Jonas", "aad-jonas", "29:jonas")]]
    first = await house.installation.take_in(TENANT, installed())
    for _ in range(3):
        await house.installation.take_in(TENANT, installed())
        await house.installation.take_in(TENANT, changed("teamMemberAdded", membersAdded=[BOT_ITSELF]))
    home, jonas = await house.home(), await house.person("aad-jonas")
    assert first == Learned(wants_home=True)
    assert home is not None
    assert teams_of(home.settings) == {TEAM: "Marigold"}
    assert await house.audit() == [f"app installed team by {FRIEDA}"]
    assert house.roster.asked == [f"members {TEAM}"]
    assert jonas is not None
    assert jonas.is_colleague


async def test_who_added_it_gets_no_role_and_the_card_to_set_up_while_nobody_has_one(house: Tenant) -> None:
    await house.installation.take_in(TENANT, installed())
    address = await house.address()
    assert address is not None
    assert (address.user_id, address.wants_home) == (FRIEDA_USER, True)
    async with house.database.transaction() as tx:
        assert await people.roles_of(tx, TENANT, FRIEDA) == []


async def test_nobody_is_bothered_once_the_team_has_roles(house: Tenant) -> None:
    await house.people.remember(TENANT, FRIEDA, {"name": "Frieda", "is_colleague": True})
    async with house.database.transaction() as tx:
        await people.set_roles(tx, TENANT, FRIEDA, ["admin"])
    assert await house.installation.take_in(TENANT, installed()) == Learned()


async def test_the_first_private_installation_opens_the_home_page_and_notes_the_chat(house: Tenant) -> None:
    for _ in range(2):
        assert await house.installation.take_in(TENANT, installed(**personal())) == Learned(wants_home=True)
    address = await house.address()
    assert address is not None
    assert (address.user_id, address.chat_id, address.wants_home) == (FRIEDA_USER, CHAT, True)
    assert await house.audit() == [f"app installed person by {FRIEDA}"]


async def test_a_home_page_that_stands_is_not_posted_again_unless_asked_for(house: Tenant) -> None:
    async with house.database.transaction() as tx:
        await addresses.set_home(tx, TENANT, FRIEDA, message_id="m1", is_wanted=False)
    assert await house.installation.take_in(TENANT, installed(**personal())) == Learned()
    await house.installation.take_in(TENANT, told("promises"))
    address = await house.address()
    assert address is not None
    assert not address.wants_home
    await house.installation.take_in(TENANT, told("home"))
    address = await house.address()
    assert address is not None
    assert address.wants_home


async def test_removing_the_private_chat_makes_a_person_unreachable_once(house: Tenant) -> None:
    await house.installation.take_in(TENANT, installed(**personal()))
    for _ in range(2):
        assert await house.installation.take_in(TENANT, installed("remove", **personal())) == Learned(is_gone=True)
    address = await house.address()
    assert address is not None
    assert (address.is_reachable, address.home_message_id, address.wants_home) == (False, "", False)
    assert (await house.audit())[1:] == [f"app removed person by {FRIEDA}"]
    await house.installation.take_in(TENANT, installed(**personal()))
    address = await house.address()
    assert address is not None
    assert address.is_reachable


@pytest.mark.parametrize(
    "ending",
    [
        installed("remove"),
        changed("teamMemberRemoved", membersRemoved=[BOT_ITSELF]),
        changed("teamDeleted"),
        changed("teamHardDeleted"),
        changed("teamArchived"),
    ],
)
async def test_a_team_that_ends_closes_its_channels_and_no_others(house: Tenant, ending: dict[str, Any]) -> None:
    await house.installation.take_in(TENANT, installed())
    for channel_id, team_id in ((CHANNEL, TEAM), (TEAM, ""), ("19:elsewhere", "19:other"), ("19:chat", "")):
        await house.enrol(channel_id, team_id=team_id)
    learned = await house.installation.take_in(TENANT, ending)
    assert learned == Learned(closed=[CHANNEL, TEAM])


async def test_a_removed_team_may_come_again_and_an_archived_one_never_left(house: Tenant) -> None:
    await house.installation.take_in(TENANT, installed())
    await house.installation.take_in(TENANT, changed("teamArchived"))
    assert len(await house.audit()) == 1
    for _ in range(2):
        await house.installation.take_in(TENANT, installed("remove"))
    await house.installation.take_in(TENANT, installed())
    assert [line.partition(" team")[0] for line in await house.audit()] == [
        "app installed",
        "app removed",
        "app installed",
    ]


async def test_a_team_from_before_we_counted_is_noted_when_it_goes(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    await house.installation.take_in(TENANT, installed("remove"))
    assert await house.audit() == [f"app removed team by {FRIEDA}"]


async def test_a_channel_that_ends_is_the_one_that_is_named_and_not_the_team(house: Tenant) -> None:
    deleted = changed("channelDeleted", data={"channel": {"id": CHANNEL, "name": "help"}})
    assert await house.installation.take_in(TENANT, deleted) == Learned(closed=[CHANNEL])
    disallowed = changed("channelMemberRemoved", membersRemoved=[BOT_ITSELF], data={"channel": {"id": CHANNEL}})
    assert await house.installation.take_in(TENANT, disallowed) == Learned(closed=[CHANNEL])


async def test_a_group_chat_without_the_bot_is_closed(house: Tenant) -> None:
    await house.enrol("19:chat@thread.v2", team_id="")
    chat = {"id": "19:chat@thread.v2", "conversationType": "groupChat"}
    removed = activity("installationUpdate", action="remove", conversation=chat, channelData={"tenant": {"id": TENANT}})
    assert await house.installation.take_in(TENANT, removed) == Learned(closed=["19:chat@thread.v2"])


async def test_a_renamed_channel_keeps_its_row_under_the_new_name(house: Tenant) -> None:
    await house.enrol(CHANNEL, name="help")
    await house.installation.take_in(
        TENANT, changed("channelRenamed", data={"channel": {"id": CHANNEL, "name": "aid"}})
    )
    row = await house.channel(CHANNEL)
    assert row is not None
    assert row.name == "aid"


async def test_a_channel_learns_its_team_and_is_named_by_asking_once(house: Tenant) -> None:
    await house.enrol(CHANNEL, team_id="")
    house.roster.failure = PlatformBusy("429")
    await house.installation.take_in(TENANT, said())
    house.roster.failure, house.roster.names = None, {CHANNEL: "help-marigold"}
    await house.installation.take_in(TENANT, said())
    row = await house.channel(CHANNEL)
    assert row is not None
    assert (row.team_id, row.name, len(house.roster.asked)) == (TEAM, "", 1)
    house.now_s += ASK_AGAIN_S
    await house.installation.take_in(TENANT, said())
    row = await house.channel(CHANNEL)
    assert row is not None
    assert row.name == "help-marigold"


async def test_a_command_is_told_the_name_of_its_channel(house: Tenant) -> None:
    house.roster.names = {CHANNEL: "help-marigold"}
    for _ in range(2):
        assert await house.installation.name_of(TENANT, said()) == "help-marigold"
    assert await house.installation.name_of(TENANT, told("here")) == ""
    assert house.roster.asked == [f"channels {TEAM}"]


async def test_the_general_channel_has_no_name_in_teams(house: Tenant) -> None:
    general = said(conversation={"id": f"{TEAM};messageid=1", "conversationType": "channel"})
    assert await house.installation.name_of(TENANT, general) == "General"


async def test_nothing_is_kept_of_channels_that_nobody_enrolled(house: Tenant) -> None:
    await house.installation.take_in(TENANT, said())
    async with house.database.reading() as tx:
        assert await workspaces.channels(tx, TENANT) == []


@pytest.mark.parametrize("odd", [{"from": None}, {"conversation": []}, {"channelData": "x"}, {"membersAdded": {}}])
@pytest.mark.parametrize("kind", ["installationUpdate", "conversationUpdate", "message"])
async def test_odd_shapes_never_raise(house: Tenant, kind: str, odd: dict[str, Any]) -> None:
    learned = await house.installation.take_in(TENANT, installed() | odd | {"type": kind})
    assert isinstance(learned, Learned)
