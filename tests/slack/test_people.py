"""Customer or colleague: Slack's facts decide, and doubt decides against."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import PlatformBusy
from handlers.hall.people import FRESH
from handlers.slack.people import facts_of
from storage import people
from tests.mishaps import Fault
from tests.slack.conftest import House
from tests.slack.fake_slack import HUMAN
from tests.slack.wire import command, envelope, said, signed_form

PROFILE = {"real_name": "Somebody"}
CASES: dict[str, tuple[dict[str, Any], tuple[bool, bool, bool]]] = {
    "a colleague": ({"team_id": "T1", "profile": PROFILE}, (True, False, False)),
    "a guest": ({"team_id": "T1", "is_restricted": True, "profile": PROFILE}, (False, True, False)),
    "a guest of one channel": (
        {"team_id": "T1", "is_ultra_restricted": True, "profile": PROFILE},
        (False, True, False),
    ),
    "a stranger": ({"team_id": "T1", "is_stranger": True, "profile": PROFILE}, (False, False, False)),
    "somebody of another company": ({"team_id": "TVOSS", "profile": PROFILE}, (False, False, False)),
    "a foreign guest": ({"team_id": "TVOSS", "is_restricted": True, "profile": PROFILE}, (False, False, False)),
    "a foreign admin": ({"team_id": "TVOSS", "is_admin": True, "profile": PROFILE}, (False, False, False)),
    "a bot": ({"team_id": "T1", "is_bot": True, "profile": PROFILE}, (False, False, True)),
    "slackbot": ({"id": "USLACKBOT", "team_id": "T1", "profile": PROFILE}, (False, False, True)),
    "the same organisation": (
        {"team_id": "T9", "enterprise_user": {"enterprise_id": "E1"}, "profile": PROFILE},
        (True, False, False),
    ),
    "another organisation": (
        {"team_id": "T9", "enterprise_user": {"enterprise_id": "E2"}, "profile": PROFILE},
        (False, False, False),
    ),
    "nothing known": ({}, (False, False, False)),
    "no team named": ({"profile": PROFILE}, (False, False, False)),
}


@pytest.mark.parametrize(("user", "expected"), CASES.values(), ids=CASES.keys())
def test_slacks_facts_say_who_is_who(user: dict[str, Any], expected: tuple[bool, bool, bool]) -> None:
    facts = facts_of({"id": "U1", **user}, "T1", "E1")
    assert (facts["is_colleague"], facts["is_guest"], facts["is_app"]) == expected


def test_without_an_organisation_nobody_belongs_to_it() -> None:
    user = {"id": "U1", "team_id": "T9", "enterprise_user": {"enterprise_id": ""}, "profile": PROFILE}
    assert not facts_of(user, "T1", "")["is_colleague"]


async def test_everybody_in_an_event_has_a_row_before_it_is_handed_over(house: House) -> None:
    await house.slack.platform.read("T1", envelope(said()))
    found = await house.person("UFRIEDA")
    assert found is not None
    assert (found.name, found.zone, found.is_colleague) == ("Frieda Maas", "Europe/Berlin", True)


async def test_a_person_is_asked_for_once_however_many_wait(house: House) -> None:
    await asyncio.gather(*(house.slack.people.ensure("T1", ["UFRIEDA"]) for _ in range(20)))
    await house.slack.people.ensure("T1", ["UFRIEDA"])
    assert len(house.fake.calls("users.info")) == 1


async def test_whom_slack_does_not_know_is_nobodys_colleague(house: House) -> None:
    await house.slack.people.ensure("T1", ["UGONE"])
    found = await house.person("UGONE")
    assert found is not None
    assert not (found.is_colleague or found.is_guest)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429, body={"ok": False, "error": "ratelimited"}),
        Fault(kind="reset"),
        Fault(status=503, body="<html>"),
    ],
    ids=["429", "reset", "503"],
)
async def test_an_event_waits_while_slack_cannot_say_who_wrote_it(house: House, fault: Fault) -> None:
    house.fake.fail("users.info", fault)
    with pytest.raises(PlatformBusy):
        await house.slack.platform.read("T1", envelope(said()))
    assert await house.person("UFRIEDA") is None


async def test_a_changed_profile_is_taken_over_and_own_settings_stay(house: House) -> None:
    await house.slack.people.ensure("T1", ["UFRIEDA"])
    async with house.database.transaction() as tx:
        row = await people.person(tx, "T1", "UFRIEDA")
        assert row is not None
        row.settings = {"zone": "Europe/Madrid"}
    moved = {"id": "UFRIEDA", **HUMAN, "tz": "America/New_York"}
    (event,) = await house.slack.platform.read("T1", envelope({"type": "user_change", "user": moved}))
    found = await house.person("UFRIEDA")
    assert found is not None
    assert (found.zone, found.settings) == ("America/New_York", {"zone": "Europe/Madrid"})
    assert event.zone_changed  # type: ignore[attr-defined]


async def test_a_deactivated_person_keeps_name_and_zone(house: House) -> None:
    await house.slack.people.ensure("T1", ["UFRIEDA"])
    gone = {"id": "UFRIEDA", "team_id": "T1", "deleted": True, "profile": {"real_name": "Frieda Maas"}}
    (event,) = await house.slack.platform.read("T1", envelope({"type": "user_change", "user": gone}))
    found = await house.person("UFRIEDA")
    assert found is not None
    assert (found.is_deactivated, found.zone) == (True, "Europe/Berlin")
    assert event.is_deactivated  # type: ignore[attr-defined]


OUTAGES = pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429, body={"ok": False, "error": "ratelimited"}, headers={"Retry-After": "60"}),
        Fault(kind="reset"),
        Fault(status=503, body="<html>"),
    ],
    ids=["429", "reset", "503"],
)


async def known_since_yesterday(house: House) -> None:
    await house.slack.people.ensure("T1", ["UFRIEDA"])
    async with house.database.transaction() as tx:
        row = await people.person(tx, "T1", "UFRIEDA")
        assert row is not None
        row.checked_at = tx.raw_now - FRESH - timedelta(hours=1)


@OUTAGES
async def test_what_we_knew_yesterday_serves_while_slack_cannot_say(house: House, fault: Fault) -> None:
    await known_since_yesterday(house)
    house.fake.fail("users.info", fault)
    (event,) = await house.slack.platform.read("T1", envelope(said()))
    assert event.author_id == "UFRIEDA"  # type: ignore[attr-defined]


async def test_slack_is_left_alone_for_as_long_as_it_asked(house: House) -> None:
    await known_since_yesterday(house)
    house.fake.fail("users.info", Fault(status=429, body={"error": "ratelimited"}, headers={"Retry-After": "60"}))
    for _ in range(5):
        await house.slack.people.ensure("T1", ["UFRIEDA"])
    assert len(house.fake.calls("users.info")) == 1  # The first look; the refused one is not counted.


async def test_a_press_of_a_known_person_waits_for_no_answer_of_slacks(house: House) -> None:
    await known_since_yesterday(house)
    house.fake.fail("users.info", Fault(kind="hang"))
    got = await asyncio.wait_for(house.send(signed_form(command("/do"))), 1.5)
    assert (got.status, len(house.feature.heard)) == (200, 1)


async def test_a_press_brings_a_stale_row_up_to_date_in_passing(house: House) -> None:
    await known_since_yesterday(house)
    house.fake.users["UFRIEDA"] = {**HUMAN, "tz": "America/New_York"}
    await house.send(signed_form(command("/do")))
    await house.slack.people.finish()
    found = await house.person("UFRIEDA")
    assert found is not None
    assert found.zone == "America/New_York"
