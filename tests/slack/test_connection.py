"""Bolt as we built it: nothing from outside changes it, it asks Slack nothing, and a listener's failure is seen."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.actions import Say
from bot.cards import sentence
from bot.errors import PlatformBusy, PlatformRefused, SettingsError
from bot.events import MessagePosted
from storage.database import Database
from storage.people import Person
from storage.secrets import Vault
from tests.mishaps import Fault
from tests.slack.conftest import Feature, House, built
from tests.slack.fake_slack import IDENTITY, FakeSlack
from tests.slack.wire import command, envelope, said, signed_form, signed_json

BOLTS_OWN = {
    "SLACK_BOT_TOKEN": "xoxb-outside",
    "SLACK_CLIENT_ID": "outside",
    "SLACK_CLIENT_SECRET": "outside",
    "SLACK_SIGNING_SECRET": "outside",
    "SLACK_VERIFICATION_TOKEN": "outside",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "HTTP_PROXY": "http://127.0.0.1:9",
}


async def test_names_in_the_environment_do_not_change_bolts_mode(
    fake: FakeSlack, database: Database, vault: Vault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in BOLTS_OWN.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(tmp_path))
    slack = built(fake, database, vault, Feature(), bot_token="xoxb-one")
    await slack.start()
    (event,) = await slack.platform.read("T1", envelope(said()))
    await slack.stop()
    assert isinstance(event, MessagePosted)
    assert fake.tokens("users.info") == ["xoxb-one"]


async def test_two_hundred_first_events_ask_slack_once_per_person_and_never_who_we_are(house: House) -> None:
    house.fake.accepted.clear()
    payloads = [envelope(said(ts=f"1763458200.{n:06d}"), f"Ev{n}") for n in range(200)]
    found = await asyncio.gather(*(house.slack.platform.read("T1", payload) for payload in payloads))
    assert [len(events) for events in found] == [1] * 200
    assert [method for method, _, _ in house.fake.accepted] == ["users.info"]


async def test_a_failing_auth_test_loses_no_event(house: House) -> None:
    house.fake.refuse("auth.test", "invalid_auth")
    house.fake.fail("auth.test", Fault(status=429, body={"ok": False, "error": "ratelimited"}))
    assert (await house.send(signed_json(envelope(said())))).status == 200
    (row,) = await house.rows()
    assert len(await house.slack.platform.read("T1", row.payload)) == 1


async def test_a_wrong_bot_token_fails_at_the_start(fake: FakeSlack, database: Database, vault: Vault) -> None:
    fake.refuse("auth.test", "invalid_auth")
    slack = built(fake, database, vault, Feature(), bot_token="xoxb-wrong")
    with pytest.raises(SettingsError, match="refuses the bot token"):
        await slack.start()
    await slack.stop()


async def test_a_persons_token_is_not_taken_for_the_bots(fake: FakeSlack, database: Database, vault: Vault) -> None:
    fake.answers["auth.test"] = lambda _: {**IDENTITY, "bot_id": None}
    slack = built(fake, database, vault, Feature(), bot_token="xoxp-person")
    with pytest.raises(SettingsError, match="not a bot's"):
        await slack.start()
    await slack.stop()


async def test_an_event_that_nobody_wants_is_read_as_nothing_and_counted(house: House) -> None:
    assert not await house.slack.platform.read("T1", envelope({"type": "reaction_added", "user": "UFRIEDA"}))
    assert house.slack.counts["event_not_handled"] == 1


async def test_a_listeners_failure_reaches_the_ledger(house: House) -> None:
    house.fake.fail(
        "users.info", Fault(status=429, body={"ok": False, "error": "ratelimited"}, headers={"Retry-After": "7"})
    )
    with pytest.raises(PlatformBusy) as caught:
        await house.slack.platform.read("T1", envelope(said()))
    assert caught.value.retry_after_s == 7
    assert len(await house.slack.platform.read("T1", envelope(said()))) == 1


async def test_a_workspace_without_a_token_is_not_read(house: House) -> None:
    with pytest.raises(PlatformRefused, match="not_installed"):
        await house.slack.platform.read("T2", envelope(said(), team="T2"))


async def test_a_reply_that_was_posted_for_a_person_is_that_persons_words(house: House) -> None:
    ours: dict[str, Any] = {"bot_id": "BBOT", "app_id": "AAPP", "bot_profile": {"name": "Kindline", "app_id": "AAPP"}}
    (event,) = await house.slack.platform.read("T1", envelope(said("I call you on Friday.", **ours)))
    assert isinstance(event, MessagePosted)
    assert (event.author_id, event.is_by_app) == ("UFRIEDA", False)


async def test_the_bots_own_messages_are_read_as_nothing(house: House) -> None:
    house.fake.users["UBOT"] = {"team_id": "T1", "is_bot": True, "profile": {"real_name": "Kindline"}}
    own = envelope(said("A card", user="UBOT", bot_id="BBOT", app_id="AAPP"))
    assert await house.slack.platform.read("T1", own) == []


@pytest.mark.parametrize("kind", ["view_closed", "block_suggestion", "shortcut", "message_action", "block_actions"])
async def test_every_interaction_is_acknowledged(house: House, kind: str) -> None:
    body: dict[str, Any] = {
        "type": kind,
        "team": {"id": "T1"},
        "user": {"id": "UFRIEDA"},
        "trigger_id": kind,
        "callback_id": "x",
    }
    body |= {"view": {"id": "V1", "callback_id": "x", "type": "modal"}, "action_id": "a", "value": "b", "actions": []}
    body |= (
        {"actions": [{"action_id": "unheard", "block_id": "b", "type": "button"}]} if kind == "block_actions" else {}
    )
    got = await house.send(signed_form({"payload": json.dumps(body)}))
    assert got.status == 200


async def test_a_slow_feature_is_answered_within_slacks_three_seconds_and_finishes(house: House) -> None:
    house.feature.delay_s = 2.5
    began = asyncio.get_running_loop().time()
    got = await house.send(signed_form(command("/do")))
    assert asyncio.get_running_loop().time() - began < 2.8
    assert "It is still being done" in got.json["text"]
    assert house.feature.heard == []
    await house.slack._reception.finish()
    assert len(house.feature.heard) == 1
    assert [row.state for row in await house.rows()] == ["done"]


async def test_a_commands_answer_that_came_too_late_follows_by_its_response_address(house: House) -> None:
    house.feature.delay_s, house.feature.outcomes = 2.1, [Say(sentence("Nothing to mend."))]
    await house.send(signed_form(command("/do") | {"response_url": f"{house.fake.url}/respond"}))
    await house.slack._reception.finish()
    await house.settled()
    assert [body["text"] for body in house.fake.responses] == ["Nothing to mend."]


async def test_a_fault_of_ours_becomes_a_kind_sentence_with_a_reference(house: House) -> None:
    house.feature.failure = RuntimeError("secret details")
    got = await house.send(signed_form(command("/do")))
    assert got.status == 200
    assert "Reference" in got.json["text"]
    assert "secret" not in got.json["text"]


async def test_a_stranger_gets_a_kind_answer_and_no_feature_hears_of_it(house: House) -> None:
    house.fake.users["UANNELIE"] = {"team_id": "TVOSS", "is_stranger": True, "profile": {"real_name": "Annelie"}}
    got = await house.send(signed_form(command("/do", user="UANNELIE")))
    assert "helps the team that answers you" in got.json["text"]
    assert house.feature.heard == []
    person = await house.person("UANNELIE")
    assert isinstance(person, Person)
    assert not person.is_colleague
