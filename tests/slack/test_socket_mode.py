"""Socket Mode: the same road as over HTTP, a clear failure at the start, and back within a minute from every kind of
silence."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from bot.actions import Say
from bot.cards import Card, Words
from bot.errors import SettingsError
from handlers.slack.door import Slack
from handlers.slack.socket_mode import Pace, SocketMode
from storage.database import Database
from storage.secrets import Vault
from tests.mishaps import Fault
from tests.slack.conftest import Feature, House, built
from tests.slack.fake_slack import FakeSlack
from tests.slack.wire import command, envelope, said

QUICK = Pace(ping_s=0.05, deaf_s=0.3, open_s=1.0, wait_s=0.02, most_wait_s=0.1, linger_s=0.05)


@pytest.fixture
async def linked(fake: FakeSlack, database: Database, vault: Vault) -> AsyncIterator[House]:
    feature = Feature()
    slack = built(fake, database, vault, feature, bot_token="xoxb-one", app_token="xapp-one", signing_secret="")
    assert slack.socket is not None
    slack.socket.pace = QUICK
    await slack.start()
    yield House(slack, fake, database, feature, app=None)  # type: ignore[arg-type]
    await slack.stop()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # What is waited for lies in other parts.
            await asyncio.sleep(0.01)


def socket_of(slack: Slack) -> SocketMode:
    assert slack.socket is not None
    return slack.socket


async def send(house: House, payload: dict[str, Any], kind: str = "events_api", envelope_id: str = "e-1") -> None:
    await until(lambda: bool(house.fake.sockets))
    frame = {
        "envelope_id": envelope_id,
        "type": kind,
        "payload": payload,
        "accepts_response_payload": kind != "events_api",
    }
    await house.fake.sockets[-1].send_json(frame)


async def acknowledged(house: House) -> dict[str, Any]:
    return await asyncio.wait_for(house.fake.acks.get(), 5)


@pytest.mark.parametrize("code", ["invalid_auth", "not_allowed_token_type", "missing_scope"])
async def test_a_wrong_app_token_fails_clearly_at_the_start(
    fake: FakeSlack, database: Database, vault: Vault, code: str
) -> None:
    fake.refuse("apps.connections.open", code)
    slack = built(fake, database, vault, Feature(), bot_token="xoxb-one", app_token="xapp-wrong")
    with pytest.raises(SettingsError, match="refuses the app token"):
        await slack.start()
    await slack.stop()


async def test_an_event_is_stored_and_then_acknowledged(linked: House) -> None:
    await send(linked, envelope(said()))
    assert await acknowledged(linked) == {"envelope_id": "e-1"}
    assert [row.key for row in await linked.rows()] == ["Ev1"]


async def test_an_event_that_cannot_be_stored_is_not_acknowledged(linked: House) -> None:
    async with linked.database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE work RENAME TO gone")
    await send(linked, envelope(said()))
    await until(lambda: linked.slack.counts["not_stored"] == 1)
    assert linked.fake.acks.empty()


async def test_a_command_is_answered_in_its_acknowledgement(linked: House) -> None:
    linked.feature.outcomes = [Say(Card("Done", [Words("Done")]))]
    await send(linked, command("/do", "the payload please"), "slash_commands")
    got = await acknowledged(linked)
    assert (got["envelope_id"], got["payload"]["text"]) == ("e-1", "Done")


async def test_a_foreign_team_is_acknowledged_and_nothing_is_stored(linked: House) -> None:
    await send(linked, envelope(said(), team="TFOREIGN"))
    assert await acknowledged(linked) == {"envelope_id": "e-1"}
    assert (await linked.rows(), linked.slack.counts["unknown_team"]) == ([], 1)


async def test_an_event_nobody_listens_to_is_acknowledged(linked: House) -> None:
    await send(linked, envelope({"type": "reaction_added", "user": "UFRIEDA"}))
    assert await acknowledged(linked) == {"envelope_id": "e-1"}


async def test_one_slow_interaction_does_not_keep_an_event_waiting(linked: House) -> None:
    linked.feature.delay_s = 1.0
    await linked.slack.people.ensure("T1", ["UFRIEDA"])
    await send(linked, command("/do"), "slash_commands", "slow")
    await send(linked, {"type": "app_rate_limited", "team_id": "T1"}, "events_api", "quick")
    assert (await acknowledged(linked))["envelope_id"] == "quick"


async def test_asked_to_leave_it_opens_a_new_socket_and_still_answers_on_the_old_one(linked: House) -> None:
    await until(lambda: bool(linked.fake.sockets))
    old = linked.fake.sockets[0]
    await old.send_json({"envelope_id": "last", "type": "events_api", "payload": envelope(said())})
    await old.send_json({"type": "disconnect", "reason": "refresh_requested"})
    assert (await acknowledged(linked))["envelope_id"] == "last"
    await until(lambda: len(linked.fake.sockets) == 2)
    await send(linked, envelope(said(), "Ev2"), envelope_id="next")
    assert (await acknowledged(linked))["envelope_id"] == "next"


async def test_a_closed_or_cut_socket_is_replaced(linked: House) -> None:
    await until(lambda: len(linked.fake.sockets) == 1)
    await linked.fake.sockets[0].close()
    await until(lambda: len(linked.fake.sockets) == 2)
    transport = linked.fake.sockets[1]._req.transport  # type: ignore[union-attr]
    assert transport is not None
    transport.abort()
    await until(lambda: len(linked.fake.sockets) == 3)
    assert socket_of(linked.slack).is_connected


async def test_a_deaf_socket_is_noticed_and_replaced(linked: House) -> None:
    await until(lambda: len(linked.fake.sockets) == 1)
    linked.fake.is_deaf = True
    await until(lambda: len(linked.fake.sockets) >= 2)
    assert socket_of(linked.slack).connections >= 2


async def test_an_idle_socket_whose_pings_are_answered_stays(linked: House) -> None:
    await asyncio.sleep(1.0)
    assert len(linked.fake.sockets) == 1
    assert socket_of(linked.slack).is_connected
    assert socket_of(linked.slack).is_fresh(0.3)


async def test_an_outage_is_waited_out(linked: House) -> None:
    await until(lambda: len(linked.fake.sockets) == 1)
    busy = Fault(status=429, body={"ok": False, "error": "ratelimited"})
    linked.fake.fail("apps.connections.open", busy, Fault(status=503, body="<html>"), Fault(kind="reset"))
    await linked.fake.sockets[0].close()
    await until(lambda: len(linked.fake.sockets) == 2)
    assert socket_of(linked.slack).is_connected


async def test_garbage_on_the_socket_is_passed_over(linked: House) -> None:
    await until(lambda: bool(linked.fake.sockets))
    for text in ("", "[1]", "{bad", '{"type":"hello"}', '{"envelope_id":"odd","payload":5}'):
        await linked.fake.sockets[0].send_str(text)
    assert await acknowledged(linked) == {"envelope_id": "odd"}
    assert socket_of(linked.slack).is_connected


async def test_without_an_app_token_nothing_connects(house: House) -> None:
    assert house.slack.socket is None
    assert house.fake.calls("apps.connections.open") == []
