"""Teams' HTTP door: what is refused, what is stored, what is answered; one test for each trap."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from structlog.testing import capture_logs

from handlers.hall.reception import Reply
from handlers.hall.remarks import SORRY
from handlers.teams.ingress import Ingress
from tests.slack.wire import Asked, ask
from tests.teams.hall import Hall, hall
from tests.teams.wire import BOT, PATH, TENANT, Json, activity, bearer, invoke, personal, sent

JSON = ("Content-Type", "application/json")
GARBAGE = [b"{bad", b"[1,2]", b'"x"', b"", b"\xff\xfe", b"[" * 100_000, b"null", b'{"id": NaN}']


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Hall]:
    async with hall(tmp_path) as found:
        yield found


async def test_a_message_of_a_channel_is_stored_whole_before_it_is_acknowledged(house: Hall) -> None:
    told = activity(recipient={"id": BOT, "isTargeted": False}, entities=[{"type": "clientInfo", "timezone": "CET"}])
    got = await house.post(told)
    (row,) = await house.rows()
    assert (got.status, got.body) == (200, b"")
    assert (row.kind, row.workspace_id, row.payload) == ("teams.event", TENANT, told)
    assert row.key == "19:c0help@thread.tacv2;messageid=1763458200000:message:1763458200000"
    assert row.pace == "19:c0help@thread.tacv2"


@pytest.mark.parametrize("raw", GARBAGE)
async def test_signed_garbage_is_a_bad_request_and_unsigned_garbage_is_not_even_read(house: Hall, raw: bytes) -> None:
    assert (await house.send(sent(raw))).status == 400
    assert (await house.send(sent(raw, None))).status == 401
    assert await house.rows() == []


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "application/json2", ""])
async def test_what_does_not_say_that_it_is_json_is_a_bad_request(house: Hall, kind: str | None) -> None:
    named = [] if kind is None else [("Content-Type", kind)]
    assert (await house.send(sent(activity(), headers=named))).status == 400
    assert await house.rows() == []


async def test_deep_nesting_is_a_bad_request(house: Hall) -> None:
    raw = b'{"type":"message","value":' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}"
    assert (await house.send(sent(raw))).status == 400


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS"])
async def test_only_post_is_allowed(house: Hall, method: str) -> None:
    assert (await house.send(replace(sent(activity()), method=method))).status == 405


async def test_a_body_of_100_mb_is_refused_after_the_first_megabyte(house: Hall) -> None:
    read = 0

    class Chunks(list[bytes]):
        def __iter__(self) -> Iterator[bytes]:
            nonlocal read
            for _ in range(1_000):
                read += 1
                yield b"x" * 100_000

    asked = Asked(path=PATH, headers=[JSON, ("Authorization", bearer())], chunks=Chunks([b""] * 1_000))
    assert (await house.send(asked)).status == 413
    assert read <= 12


async def test_an_announced_large_body_is_refused_unread(house: Hall) -> None:
    asked = Asked(path=PATH, headers=[JSON, ("Content-Length", "100000000")], chunks=[b"x"])
    assert (await house.send(asked)).status == 413


async def test_a_slow_body_is_given_up(house: Hall) -> None:
    hasty = Ingress(house.guard, house.reception.receive, house.counts, body_deadline_s=0.05)
    app = Starlette(routes=[Route(PATH, hasty.__call__, methods=["POST"])])
    raw = json.dumps(activity()).encode()
    slow = replace(sent(raw), chunks=[raw[:9], raw[9:]], pause_s=0.2)
    assert (await ask(app, slow)).status == 408


async def test_a_message_sent_twenty_times_at_once_is_stored_once(house: Hall) -> None:
    answers = await asyncio.gather(*(house.post(activity()) for _ in range(20)))
    assert {got.status for got in answers} == {200}
    assert len(await house.rows()) == 1
    assert house.counts["event_repeated"] == 19


async def test_three_hundred_messages_in_bursts_are_each_stored_once(house: Hall) -> None:
    for start in range(0, 300, 100):
        burst = [house.post(activity(id=str(number))) for number in range(start, start + 100)]
        assert {got.status for got in await asyncio.gather(*burst)} == {200}
    assert len(await house.rows()) == 300


async def test_each_edit_of_a_message_is_stored_and_a_repeated_one_is_not(house: Hall) -> None:
    for at in ("2026-11-18T09:31:00Z", "2026-11-18T09:32:00Z", "2026-11-18T09:32:00Z"):
        assert (await house.post(activity("messageUpdate", timestamp=at))).status == 200
    assert (await house.post(activity())).status == 200
    assert (await house.post(activity("messageDelete"))).status == 200
    assert len(await house.rows()) == 4


async def test_the_same_id_in_two_conversations_is_two_messages(house: Hall) -> None:
    elsewhere: Json = {"id": "19:c0other@thread.tacv2;messageid=1763458200000", "conversationType": "channel"}
    await house.post(activity())
    await house.post(activity(conversation=elsewhere))
    assert len(await house.rows()) == 2


async def test_ids_longer_than_a_column_lose_nothing(house: Hall) -> None:
    long = {"id": "a:1" + "x" * 900, "conversationType": "personal"}
    assert (await house.post(personal("home", conversation=long))).status == 200
    (row,) = await house.rows()
    assert len(row.key) <= 500 and len(row.pace) <= 128
    assert row.payload["conversation"]["id"] == long["id"]


async def test_what_cannot_be_stored_is_asked_for_again(house: Hall) -> None:
    async with house.out_of_order():
        assert (await house.post(activity())).status == 503
    assert (await house.post(activity())).status == 200
    assert len(await house.rows()) == 1


async def test_an_invoke_that_cannot_be_decided_is_an_apology_with_a_reference(house: Hall) -> None:
    house.failure = RuntimeError("CANARY of the database")
    with capture_logs() as logs:
        got = await house.post(invoke("adaptiveCard/action", {"action": {"verb": "x"}}))
    assert got.status == 200
    (line,) = [line for line in logs if line["event"] == "teams.interaction_failed"]
    assert got.json["value"] == SORRY.format(reference=line["reference"])
    assert "CANARY" not in f"{logs} {got.body!r}"


async def test_an_invoke_is_answered_with_its_body_as_json(house: Hall) -> None:
    house.reply = Reply(200, {"task": {"type": "continue", "value": {"title": "Grüße"}}})
    got = await house.post(invoke("task/fetch", {"data": {"b": "x", "s": "y"}}))
    assert (got.status, got.json) == (200, house.reply.body)
    assert got.headers["content-type"] == "application/json"
    assert await house.rows() == []


async def test_an_invoke_that_nobody_knows_is_not_implemented(house: Hall) -> None:
    assert (await house.post(invoke("signin/tokenExchange", {}))).status == 501
    assert (house.asked, house.counts["type_not_handled"]) == ([], 1)


@pytest.mark.parametrize("kind", ["typing", "messageReaction", "event", "endOfConversation", "somethingNew"])
async def test_what_means_nothing_to_us_is_acknowledged_and_counted(house: Hall, kind: str) -> None:
    assert (await house.post(activity(kind))).status == 200
    assert (await house.rows(), house.counts["type_not_handled"]) == ([], 1)


async def test_an_activity_of_odd_shapes_is_no_fault_of_ours(house: Hall) -> None:
    odd: list[Json] = [
        activity(conversation="x"),
        activity(conversation={"id": 7}, id=9, timestamp=None),
        activity(recipient=[], entities={"a": 1}, text=["x"], value="y"),
        activity("invoke", name=7, value=[]),
        activity("invoke", name="task/submit", value={"data": {"f": 1, "s": {}, "n": []}}),
        activity("conversationUpdate", membersAdded="x", channelData={"tenant": {"id": TENANT}, "team": 3}),
        activity(type=None),
        {**activity(), "from": "me"},
    ]
    statuses = [(await house.post(one)).status for one in odd]
    assert set(statuses) <= {200, 501}
    assert house.counts["interaction_failed"] == 0


@pytest.mark.parametrize("text", ["\\ud800 half", "a\\u0000b", "\\ud83d\\ude00 whole"])
async def test_characters_that_no_database_takes_do_not_lose_the_message(house: Hall, text: str) -> None:
    raw = json.dumps(activity(text="TEXT")).replace("TEXT", text).encode()
    assert (await house.send(sent(raw))).status == 200
    (row,) = await house.rows()
    assert row.payload["text"].encode() and "\0" not in row.payload["text"]


async def test_words_of_customers_and_tokens_stay_out_of_the_log(
    house: Hall, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    authorization = bearer()
    with capture_logs() as logs:
        await house.post(activity(text="CANARY forged"), "Bearer garbage")
        await house.post(activity(text="CANARY stored"), authorization)
        house.failure = RuntimeError("CANARY failed")
        await house.post(personal("CANARY typed"), authorization)
    of_teams = [record.getMessage() for record in caplog.records if not record.name.startswith("aiosqlite")]
    everything = f"{logs} {of_teams} {capsys.readouterr()}"
    assert "teams.refused" in everything and "teams.interaction_failed" in everything
    assert [word for word in ("CANARY", authorization[20:60]) if word in everything] == []


async def test_nobody_but_the_guard_lets_anything_in(house: Hall) -> None:
    bodies: list[Any] = [activity(), personal(), invoke("task/fetch", {}), activity("installationUpdate", action="add")]
    for body in bodies:
        assert (await house.post(body, None)).status == 401
    assert (await house.rows(), house.asked, house.admitted) == ([], [], [])
