"""Customer or colleague: Teams' facts decide, and doubt decides against. What activities tell in passing is kept."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import PlatformBusy, PlatformUncertain
from bot.events import PersonChanged
from handlers.hall.people import FRESH
from handlers.teams.people import MOST_NAMED, facts_of
from storage import addresses, people
from storage.workspaces import Workspace
from tests.teams.activities import (
    AT_BOT,
    CHANNEL,
    CHAT,
    FRIEDA,
    FRIEDA_USER,
    TEAM,
    changed,
    installed,
    invoke,
    mention,
    personal,
    said,
    told,
)
from tests.teams.tenant import Tenant, member, tenant
from tests.teams.wire import TENANT

CASES: dict[str, tuple[dict[str, Any], tuple[bool, bool, bool]]] = {
    "a colleague": ({}, (True, False, False)),
    "a colleague whose names of the directory stay out": (
        {"userPrincipalName": None, "email": None, "objectId": None, "aadObjectId": FRIEDA},
        (True, False, False),
    ),
    "a tenant in capitals": ({"tenantId": TENANT.lower()}, (True, False, False)),
    "a guest": ({"userRole": "guest"}, (False, True, False)),
    "a guest by name": ({"userPrincipalName": "nils_mail.example#ext#@marigold.example"}, (False, True, False)),
    "somebody of another organisation": ({"tenantId": "T9"}, (False, False, False)),
    "a guest of another organisation": ({"tenantId": "T9", "userRole": "guest"}, (False, False, False)),
    "somebody without an account": ({"userRole": "anonymous", "objectId": None}, (False, False, False)),
    "an anonymous one with an id": ({"userRole": "anonymous"}, (False, False, False)),
    "a bot": ({"id": "28:desk"}, (False, False, True)),
    "no role told, a name of the house": ({"userRole": None}, (True, False, False)),
    "no role told, a guest by name": (
        {"userRole": None, "userPrincipalName": "nils_mail.example#EXT#@marigold.example"},
        (False, True, False),
    ),
    "no role and no name told": ({"userRole": None, "userPrincipalName": None}, (False, False, False)),
    "no role told, of another organisation": ({"userRole": None, "tenantId": "T9"}, (False, False, False)),
    "no role told, an account nobody can name": ({"userRole": None, "objectId": ""}, (False, False, False)),
    "a role in an odd shape": ({"userRole": ["user"]}, (False, False, False)),
    "an empty role": ({"userRole": ""}, (False, False, False)),
    "a role that nobody knows": ({"userRole": "owner?"}, (False, False, False)),
    "no tenant told": ({"tenantId": None}, (False, False, False)),
    "no id of the directory": ({"objectId": ""}, (False, False, False)),
    "odd shapes": ({"userRole": [], "tenantId": {}, "name": 5, "email": ["x"]}, (False, False, False)),
}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Tenant]:
    async with tenant(tmp_path) as found:
        found.roster.places = {CHANNEL: [[member()]], CHAT: [[member()]]}
        yield found


@pytest.mark.parametrize(("more", "expected"), CASES.values(), ids=CASES.keys())
def test_teams_facts_say_who_is_who(more: dict[str, Any], expected: tuple[bool, bool, bool]) -> None:
    facts = facts_of(member() | more, TENANT)
    assert (facts["is_colleague"], facts["is_guest"], facts["is_app"]) == expected


def test_nobody_belongs_to_a_workspace_without_an_id() -> None:
    assert not facts_of(member() | {"tenantId": ""}, "")["is_colleague"]


def test_an_e_mail_that_is_not_told_is_left_as_it_is() -> None:
    assert "email" not in facts_of(member() | {"email": None}, TENANT)
    assert facts_of(member(), TENANT)["email"] == "frieda@marigold.example"


def test_names_are_visible_and_short() -> None:
    assert facts_of(member("\u202e Frieda\n Maas\u200b"), TENANT)["name"] == "Frieda Maas"
    assert len(facts_of(member("x" * 5_000), TENANT)["name"]) == 200
    assert facts_of(member("", givenName="Frieda", surname="Maas"), TENANT)["name"] == "Frieda Maas"


async def test_a_colleague_in_a_roster_can_be_written_to_by_the_id_that_conversations_use(house: Tenant) -> None:
    stranger = member("Annelie Vogt", "aad-annelie", "29:annelie", tenantId="T9")
    house.roster.places = {CHANNEL: [[member(), stranger, member("Desk", "", "28:desk")]]}
    await house.people.learn(TENANT, CHANNEL)
    found = await house.address()
    assert found is not None
    assert (found.user_id, found.chat_id, found.is_reachable) == (FRIEDA_USER, "", True)
    assert await house.address("aad-annelie") is None


async def test_whoever_is_named_can_be_written_to_by_the_id_that_conversations_use(house: Tenant) -> None:
    house.roster.places = {CHANNEL: [[member("Jonas", "aad-jonas", "29:jonas")]]}
    await house.people.who(TENANT, said("<at>Jonas</at>", entities=[mention("29:jonas", "Jonas")]))
    found = await house.address("aad-jonas")
    assert found is not None
    assert found.user_id == "29:jonas"


async def test_a_roster_changes_neither_a_chat_nor_who_blocked_the_bot(house: Tenant) -> None:
    async with house.database.transaction() as tx:
        await addresses.note_address(tx, TENANT, FRIEDA, user_id="29:old", chat_id="a:1")
        await addresses.unreachable(tx, TENANT, FRIEDA)
    await house.people.learn(TENANT, CHANNEL)
    found = await house.address()
    assert found is not None
    assert (found.user_id, found.chat_id, found.is_reachable) == (FRIEDA_USER, "a:1", False)


async def test_who_acts_has_a_row_and_an_address(house: Tenant) -> None:
    await house.people.meet(TENANT, said(localTimezone="Europe/Berlin"), [FRIEDA])
    found, address = await house.person(), await house.address()
    assert found is not None
    assert (found.name, found.zone, found.is_colleague) == ("Frieda Maas", "Europe/Berlin", True)
    assert address is not None
    assert (address.user_id, address.chat_id) == (FRIEDA_USER, "")


async def test_until_teams_tells_a_zone_people_live_by_the_teams_clock(house: Tenant) -> None:
    async with house.database.transaction() as tx:
        (await tx.session.get_one(Workspace, TENANT)).settings = {"zone": "Europe/Berlin"}
    await house.people.meet(TENANT, said(), [FRIEDA])
    found = await house.person()
    assert found is not None
    assert found.zone == "Europe/Berlin"


async def test_a_person_is_asked_for_once_however_many_wait(house: Tenant) -> None:
    await asyncio.gather(*(house.people.meet(TENANT, said(), [FRIEDA]) for _ in range(20)))
    await house.people.meet(TENANT, said(), [FRIEDA])
    assert house.roster.asked == [f"member {FRIEDA}"]


async def test_a_connector_that_knows_only_its_own_ids_is_asked_with_those(house: Tenant) -> None:
    house.roster.places = {CHANNEL: [[{**member(), "objectId": None, "aadObjectId": None}]]}
    await house.people.meet(TENANT, said(), [FRIEDA])
    assert house.roster.asked == [f"member {FRIEDA}", f"member {FRIEDA_USER}"]


async def test_whom_teams_does_not_know_there_is_nobodys_colleague_until_asked_again(house: Tenant) -> None:
    house.roster.places = {}
    await house.people.meet(TENANT, said(), [FRIEDA])
    found = await house.person()
    assert found is not None
    assert not (found.is_colleague or found.is_guest)
    house.roster.places = {CHANNEL: [[member()]]}
    await house.people.meet(TENANT, said(), [FRIEDA])
    found = await house.person()
    assert found is not None
    assert found.is_colleague


async def test_a_colleague_who_is_not_in_the_conversation_stays_a_colleague(house: Tenant) -> None:
    await house.people.meet(TENANT, said(), [FRIEDA])
    async with house.database.transaction() as tx:
        row = await people.person(tx, TENANT, FRIEDA)
        assert row is not None
        row.checked_at -= FRESH + timedelta(hours=1)
    house.roster.places = {}
    await house.people.meet(TENANT, said(), [FRIEDA])
    found = await house.person()
    assert found is not None
    assert found.is_colleague


async def test_somebody_picked_elsewhere_is_looked_up_in_a_team_that_has_the_app(house: Tenant) -> None:
    await house.installation.take_in(
        TENANT, changed("teamMemberAdded", membersAdded=[{"id": said()["recipient"]["id"]}])
    )
    house.roster.places[TEAM] = [[member("Milo", "aad-milo", "29:milo")]]
    await house.people.meet(TENANT, told("team"), [FRIEDA, "aad-milo"], is_hurried=True)
    found = await house.person("aad-milo")
    assert found is not None
    assert (found.name, found.is_colleague) == ("Milo", True)


@pytest.mark.parametrize("failure", [PlatformBusy("429"), PlatformUncertain("reset")])
async def test_an_event_waits_while_teams_cannot_say_who_wrote_it(house: Tenant, failure: Any) -> None:
    house.roster.failure = failure
    with pytest.raises(PlatformBusy):
        await house.people.meet(TENANT, said(), [FRIEDA])
    assert await house.person() is None


async def test_what_we_knew_yesterday_serves_while_teams_cannot_say(house: Tenant) -> None:
    await house.people.meet(TENANT, said(), [FRIEDA])
    async with house.database.transaction() as tx:
        row = await people.person(tx, TENANT, FRIEDA)
        assert row is not None
        row.checked_at -= FRESH + timedelta(hours=1)
    house.roster.failure = PlatformBusy("429", retry_after_s=60)
    for _ in range(5):
        await house.people.meet(TENANT, said(), [FRIEDA])
    assert len(house.roster.asked) == 2


async def test_a_changed_zone_is_told_in_the_same_transaction_and_once(house: Tenant) -> None:
    for zone in ("Europe/Berlin", "Europe/Berlin", "America/New_York", "Mars/Olympus", ""):
        await house.people.meet(TENANT, said(localTimezone=zone), [FRIEDA])
    assert [type(event) for event in house.heard] == [PersonChanged, PersonChanged]
    found = await house.person()
    assert found is not None
    assert found.zone == "America/New_York"


async def test_the_private_chat_is_kept_and_makes_a_person_reachable_again(house: Tenant) -> None:
    await house.people.meet(TENANT, told("promises"), [FRIEDA])
    async with house.database.transaction() as tx:
        await addresses.unreachable(tx, TENANT, FRIEDA)
    await house.people.meet(TENANT, told("promises"), [FRIEDA])
    address = await house.address()
    assert address is not None
    assert (address.chat_id, address.is_reachable) == (CHAT, True)


async def test_whoever_asks_the_bot_for_something_can_be_reached_again(house: Tenant) -> None:
    await house.people.meet(TENANT, told("promises"), [FRIEDA])
    async with house.database.transaction() as tx:
        await addresses.unreachable(tx, TENANT, FRIEDA)
    for is_asking in (False, True):
        await house.people.meet(TENANT, said("Hello"), [FRIEDA], is_hurried=is_asking)
        address = await house.address()
        assert address is not None
        assert address.is_reachable == is_asking


@pytest.mark.parametrize("name", ["composeExtension/fetchTask", "composeExtension/submitAction"])
async def test_a_chat_of_two_people_is_never_taken_for_the_chat_with_the_bot(house: Tenant, name: str) -> None:
    await house.people.meet(TENANT, told("promises"), [FRIEDA])
    theirs = {"id": "a:1-frieda-and-jonas", "conversationType": "personal"}
    await house.people.meet(TENANT, invoke(name, {}, conversation=theirs), [FRIEDA])
    address = await house.address()
    assert address is not None
    assert address.chat_id == CHAT


async def test_removing_the_app_is_no_sign_of_being_reachable(house: Tenant) -> None:
    await house.people.meet(TENANT, told("promises"), [FRIEDA])
    removed = installed("remove", **personal())
    await house.installation.take_in(TENANT, removed)
    await house.people.meet(TENANT, removed, [FRIEDA])
    address = await house.address()
    assert address is not None
    assert not address.is_reachable


async def test_apps_get_neither_a_row_nor_an_address(house: Tenant) -> None:
    await house.people.meet(TENANT, said(by={"id": "28:desk", "name": "Desk"}), [])
    assert (await house.person("28:desk"), await house.address("28:desk")) == (None, None)


async def test_mentions_are_known_by_the_directorys_id(house: Tenant) -> None:
    house.roster.places[CHANNEL] = [[member(), member("Jonas", "aad-jonas", "29:jonas")]]
    text = f"{AT_BOT} team <at>Jonas</at> <at>Milo</at> <at>Nobody</at>"
    entities = [mention(), mention("29:jonas", "Jonas"), mention("29:x", "Milo", aadObjectId="aad-milo")]
    found = await house.people.who(TENANT, said(text, entities=[*entities, mention("29:nobody", "Nobody")]))
    assert found == {"29:jonas": "aad-jonas"}


async def test_a_thousand_mentions_cost_a_few_calls(house: Tenant) -> None:
    entities = [mention(f"29:{i}", f"P{i}") for i in range(1_000)]
    assert await house.people.who(TENANT, said(entities=entities)) == {}
    assert len(house.roster.asked) == MOST_NAMED


async def test_the_writer_of_a_message_is_known_by_the_directorys_id(house: Tenant) -> None:
    payload = {"from": {"user": {"id": FRIEDA_USER}}}
    action = invoke("composeExtension/fetchTask", {"messagePayload": payload})
    assert await house.people.who(TENANT, action) == {FRIEDA_USER: FRIEDA}
