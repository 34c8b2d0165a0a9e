"""botbuilder-core as we built it: only its pipeline is used, and every trap of its models and clients stays outside."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from botbuilder.schema import Activity, AdaptiveCardInvokeValue, ConversationAccount
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor

from bot.events import Event, HomeOpened
from handlers.hall.reception import Reply
from handlers.teams.connection import CheckedBefore, Connection, NoClient, Unused, sketch
from handlers.teams.tenancy import tenant_of
from storage.rows import EPOCH
from tests.teams.wire import APP_ID, BOT, TENANT, Json, activity, invoke, personal

SDKS_OWN = {
    "MicrosoftAppId": "outside",
    "MicrosoftAppPassword": "outside",
    "APP_ID": "outside",
    "ToChannelFromBotLoginUrl": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
}
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Done"}]}
BODIES: dict[str, Json] = {
    "task/fetch": {"task": {"type": "continue", "value": {"title": "A form", "card": CARD}}},
    "composeExtension/fetchTask": {"task": {"type": "continue", "value": {"card": CARD}}},
    "adaptiveCard/action": {
        "statusCode": 200,
        "type": "application/vnd.microsoft.card.adaptive",
        "value": CARD,
    },
}


class Listener:
    """Hears and answers what it was told to, and keeps the very objects it was given."""

    def __init__(self, events: Sequence[Event] = (), reply: Reply | None = None) -> None:
        self.events = events
        self.reply = reply or Reply(200)
        self.failure: Exception | None = None
        self.got: list[tuple[str, Json, str]] = []
        self.connection = Connection(APP_ID, self.heard, self.asked)

    async def heard(self, workspace_id: str, payload: Json) -> Sequence[Event]:
        self._take(workspace_id, payload, "")
        return self.events

    async def asked(self, workspace_id: str, body: Json, key: str) -> Reply:
        self._take(workspace_id, body, key)
        return self.reply

    def _take(self, workspace_id: str, body: Json, key: str) -> None:
        self.got.append((workspace_id, body, key))
        if self.failure is not None:
            raise self.failure


@pytest.mark.parametrize(("name", "body"), BODIES.items(), ids=BODIES.keys())
async def test_an_invoke_is_answered_with_exactly_our_body(name: str, body: Json) -> None:
    listener = Listener(reply=Reply(200, body))
    said = await listener.connection.answer(TENANT, invoke(name, {"data": {"b": "x"}}), "key-1")
    assert said == Reply(200, body)
    assert said.body is body
    assert [(workspace_id, key) for workspace_id, _, key in listener.got] == [(TENANT, "key-1")]


async def test_a_listener_gets_the_payload_itself_and_not_the_sdks_model() -> None:
    listener = Listener()
    told = activity(
        recipient={"id": BOT, "isTargeted": True}, entities=[{"type": "clientInfo", "timezone": "Europe/Berlin"}]
    )
    await listener.connection.read(TENANT, told)
    assert listener.got[0][1] is told


def test_the_sdks_model_still_loses_what_we_read_from_the_payload() -> None:
    told = activity(recipient={"id": BOT, "isTargeted": True})
    kept: Any = Activity().deserialize(told)
    assert "isTargeted" not in kept.serialize()["recipient"]
    assert kept.conversation.tenant_id is None
    assert ConversationAccount(tenant_id="x").serialize() == {"tenantID": "x"}
    assert tenant_of(told) == TENANT
    assert type(AdaptiveCardInvokeValue().deserialize({"action": {"verb": "x"}}).action) is dict


async def test_an_activity_that_the_sdk_cannot_read_is_read_all_the_same() -> None:
    odd = activity(timestamp="not a time", entities="none", conversation={"id": 7}, recipient="me")
    odd |= {"from": None, "attachments": {"no": "list"}, "value": [1], "expiration": "never"}
    listener = Listener(events=[HomeOpened(workspace_id=TENANT, at=EPOCH, person_id="p")])
    assert len(await listener.connection.read(TENANT, odd)) == 1


async def test_a_listeners_failure_comes_out_as_it_is() -> None:
    listener = Listener()
    listener.failure = KeyError("what went wrong")
    with pytest.raises(KeyError, match="what went wrong"):
        await listener.connection.read(TENANT, activity())
    with pytest.raises(KeyError, match="what went wrong"):
        await listener.connection.answer(TENANT, invoke("task/fetch", {}), "k")


async def test_expected_replies_are_not_collected_by_the_sdk() -> None:
    listener = Listener(reply=Reply(200))
    assert await listener.connection.answer(TENANT, personal("help", deliveryMode="expectReplies"), "k") == Reply(200)
    assert sketch(activity(deliveryMode="expectReplies")).delivery_mode is None


async def test_no_client_of_the_sdk_is_built_and_none_can_send() -> None:
    authentication = CheckedBefore()
    factory = authentication.create_connector_factory(None)
    client = await factory.create("https://smba.trafficmanager.net/emea/", "audience")
    assert isinstance(client, NoClient)
    assert await factory.create("https://elsewhere.example/", "audience") is client
    with pytest.raises(Unused, match="conversations"):
        _ = client.conversations


async def test_the_sdk_checks_no_token_and_fetches_no_key() -> None:
    authentication, connection = CheckedBefore(), Listener().connection
    with pytest.raises(Unused):
        await authentication.authenticate_request(Activity(), "Bearer x")
    with pytest.raises(Unused):
        await authentication.authenticate_streaming_request("Bearer x", "msteams")
    with pytest.raises(Unused):
        await connection.adapter.process_activity("Bearer x", sketch(activity()), None)
    assert JwtTokenExtractor.metadataCache == {}


async def test_names_in_the_environment_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SDKS_OWN.items():
        monkeypatch.setenv(name, value)
    listener = Listener(reply=Reply(200, {"a": 1}))
    assert await listener.connection.answer(TENANT, invoke("task/fetch", {}), "k") == Reply(200, {"a": 1})


async def test_turns_that_overlap_do_not_mix_their_answers() -> None:
    async def asked(workspace_id: str, body: Json, key: str) -> Reply:
        await asyncio.sleep(0.001 * (int(key) % 7))
        return Reply(200, {"key": key})

    connection = Connection(APP_ID, Listener().heard, asked)
    turns = [connection.answer(TENANT, invoke("task/fetch", {}), str(number)) for number in range(100)]
    assert [said.body for said in await asyncio.gather(*turns)] == [{"key": str(number)} for number in range(100)]
