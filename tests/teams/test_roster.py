"""Whether somebody from outside belongs to a channel: read from its members, rarely, and never guessed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.errors import PlatformBusy, PlatformRefused
from handlers.teams.people import ROSTER_FRESH_S
from tests.teams.activities import (
    CHANNEL,
    CHAT,
    changed,
    said,
    told,
)
from tests.teams.tenant import Tenant, member, tenant
from tests.teams.wire import TENANT


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Tenant]:
    async with tenant(tmp_path) as found:
        found.roster.places = {CHANNEL: [[member()]], CHAT: [[member()]]}
        yield found


OUTSIDER = member("Annelie", "aad-annelie", "29:annelie", tenantId="T9")


async def test_a_channel_of_colleagues_is_not_shared_and_one_with_outsiders_or_guests_is(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    assert await house.people.is_shared(TENANT, said()) is False
    for other in (OUTSIDER, member("Hendrik", "aad-h", "29:h", userRole="guest")):
        house.people.forget_crowds()
        house.roster.places[CHANNEL] = [[member()], [other]]
        assert await house.people.is_shared(TENANT, said()) is True


async def test_somebody_who_joins_while_the_members_are_read_is_not_overlooked(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    house.roster.places[CHANNEL] = [[member()]]
    house.roster.meanwhile = [house.people.forget_crowds]
    await house.people.is_shared(TENANT, said())
    house.roster.places[CHANNEL] = [[member(), OUTSIDER]]
    assert await house.people.is_shared(TENANT, said()) is True


async def test_a_large_team_is_written_page_by_page_and_only_where_it_is_news(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    crowd = [member(f"P{i}", f"aad-{i}", f"29:{i}") for i in range(120)]
    house.roster.places[CHANNEL] = [crowd[:60], crowd[60:]]
    begun: list[str] = []
    event.listen(house.database.engine.sync_engine, "begin", lambda _: begun.append("write"))
    assert await house.people.is_shared(TENANT, said()) is False
    house.people.forget_crowds()
    assert await house.people.is_shared(TENANT, said()) is False
    assert len(begun) == 4  # For each page one for who they are, and one for how they are reached.
    crowd[7] = member("P7", "aad-7", "29:7", userRole="guest")
    house.roster.places[CHANNEL] = [crowd[:60], crowd[60:]]
    house.people.forget_crowds()
    assert await house.people.is_shared(TENANT, said()) is True
    guest = await house.person("aad-7")
    assert guest is not None and (guest.is_guest, len(begun)) == (True, 5)


async def test_bots_in_a_channel_are_nobody_from_outside(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    house.roster.places[CHANNEL] = [[member(), {"id": "28:desk", "name": "Desk"}]]
    assert await house.people.is_shared(TENANT, said()) is False
    assert await house.person("28:desk") is None


async def test_a_shared_channel_counts_as_shared_whoever_is_in_it_now(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    data = {"tenant": {"id": TENANT}, "channel": {"id": CHANNEL, "type": "shared"}}
    assert await house.people.is_shared(TENANT, said(channelData=data)) is True


async def test_members_are_asked_for_only_where_it_matters(house: Tenant) -> None:
    assert await house.people.is_shared(TENANT, said()) is None
    await house.enrol(CHANNEL, kind="shared")
    assert await house.people.is_shared(TENANT, said()) is None
    assert await house.people.is_shared(TENANT, told("hi")) is None
    assert house.roster.asked == []


async def test_members_are_asked_for_once_in_a_while_or_when_somebody_came(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    for _ in range(3):
        await house.people.is_shared(TENANT, said())
    assert len(house.roster.asked) == 1
    house.now_s += ROSTER_FRESH_S
    await house.people.is_shared(TENANT, said())
    await house.installation.take_in(TENANT, changed("teamMemberAdded", membersAdded=[{"id": "29:new"}]))
    await house.people.is_shared(TENANT, said())
    assert len(house.roster.asked) == 3


@pytest.mark.parametrize("failure", [PlatformBusy("429"), PlatformRefused("forbidden")])
async def test_nobody_says_not_shared_of_a_channel_that_cannot_be_read(house: Tenant, failure: Any) -> None:
    await house.enrol(CHANNEL)
    house.roster.failure = failure
    assert await house.people.is_shared(TENANT, said()) is None


async def test_a_team_too_large_to_read_is_never_called_a_channel_of_colleagues(house: Tenant) -> None:
    await house.enrol(CHANNEL)
    house.roster.places[CHANNEL] = [[member()] for _ in range(20)]
    assert await house.people.is_shared(TENANT, said()) is None


async def test_members_of_a_new_channel_are_asked_for_when_a_command_is_typed_there(house: Tenant) -> None:
    assert await house.people.is_new_shared(TENANT, told("hi")) is None
    house.roster.places[CHANNEL] = [[member()]]
    assert await house.people.is_new_shared(TENANT, said()) is False
    await house.enrol(CHANNEL)
    assert await house.people.is_new_shared(TENANT, said()) is None
    assert len(house.roster.asked) == 1
