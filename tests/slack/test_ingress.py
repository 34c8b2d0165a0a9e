"""Slack's HTTP door: what is refused, what is stored, what is answered; one test for each trap."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from structlog.testing import capture_logs

from bot.actions import Say
from bot.cards import Card, Words
from bot.errors import SettingsError
from bot.events import CommandGiven
from handlers.slack.door import SlackSettings
from handlers.slack.signature import signature
from storage.database import Database
from storage.secrets import Vault
from tests.slack.conftest import Feature, House, built
from tests.slack.fake_slack import FakeSlack
from tests.slack.wire import FORM, SECRET, Asked, ask, command, envelope, said, signed, signed_form, signed_json

RAW = json.dumps(envelope(said())).encode()


def with_header(asked: Asked, name: str, value: str) -> Asked:
    return replace(asked, headers=[(n, value if n == name else v) for n, v in asked.headers])


def without_header(asked: Asked, name: str) -> Asked:
    return replace(asked, headers=[(n, v) for n, v in asked.headers if n != name])


def doubled(asked: Asked, name: str) -> Asked:
    return replace(asked, headers=[*asked.headers, *[pair for pair in asked.headers if pair[0] == name]])


STAMP, SIGN = "X-Slack-Request-Timestamp", "X-Slack-Signature"
FORGERIES: dict[str, Callable[[], Asked]] = {
    "another secret": lambda: with_header(signed(RAW), SIGN, signature("other", str(int(time.time())), RAW)),
    "an altered byte": lambda: replace(signed(RAW), chunks=[RAW.replace(b"bike", b"bite")]),
    "the same JSON with other spaces": lambda: replace(signed(RAW), chunks=[RAW.replace(b": ", b":")]),
    "an old version tag": lambda: with_header(signed(RAW), SIGN, dict(signed(RAW).headers)[SIGN].replace("v0", "v1")),
    "no signature": lambda: without_header(signed(RAW), SIGN),
    "no timestamp": lambda: without_header(signed(RAW), STAMP),
    "two signatures": lambda: doubled(signed(RAW), SIGN),
    "two timestamps": lambda: doubled(signed(RAW), STAMP),
    "a signature that is not ASCII": lambda: with_header(signed(RAW), SIGN, "v0=ÿü"),
    "an empty signature": lambda: with_header(signed(RAW), SIGN, ""),
    "301 seconds ago": lambda: signed(RAW, at=time.time() - 302),
    "301 seconds ahead": lambda: signed(RAW, at=time.time() + 302),
    "letters for a time": lambda: with_header(signed(RAW), STAMP, "abc"),
    "a fraction for a time": lambda: with_header(signed(RAW), STAMP, f"{int(time.time())}.5"),
    "a negative time": lambda: with_header(signed(RAW), STAMP, "-5"),
    "a huge time": lambda: with_header(signed(RAW), STAMP, "9" * 400),
    "Arabic digits": lambda: with_header(signed(RAW), STAMP, "١٧٦٣٤٥٨٢٠٠"),
    "only the legacy token": lambda: Asked(headers=[("Content-Type", "application/json")], chunks=[RAW]),
    "100,000 brackets": lambda: Asked(headers=[("Content-Type", "application/json")], chunks=[b"[" * 100_000]),
    "unsigned garbage": lambda: Asked(headers=[("Content-Type", "application/json")], chunks=[b"{bad"]),
    "an unsigned empty payload": lambda: Asked(headers=[("Content-Type", FORM)], chunks=[b"payload="]),
    "unsigned url_verification": lambda: Asked(
        headers=[("Content-Type", "application/json")], chunks=[b'{"type":"url_verification","challenge":"c"}']
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES.keys())
async def test_what_slack_did_not_sign_is_refused_and_changes_nothing(
    house: House, forgery: Callable[[], Asked]
) -> None:
    got = await house.send(forgery())
    assert (got.status, got.body) == (401, b"")
    assert await house.rows() == []
    assert house.slack.counts["refused_401"] == 1


async def test_a_secret_of_nothing_makes_nothing_genuine(fake: FakeSlack, database: Database, vault: Vault) -> None:
    for secret in ("", "   "):
        with pytest.raises(SettingsError, match="signing secret is missing"):
            built(fake, database, vault, Feature(), signing_secret=secret)


@pytest.mark.parametrize("raw", [b"{bad", b"[1,2]", b'"x"', b"", b"\xff\xfe", b"[" * 100_000, b"null"])
async def test_signed_garbage_is_a_bad_request_and_never_a_fault_of_ours(house: House, raw: bytes) -> None:
    assert (await house.send(signed(raw))).status == 400
    assert await house.rows() == []


@pytest.mark.parametrize("raw", [b"payload=", b"payload=%7Bbad", b"x=1", b"payload=%ff", b"\xff=1", b"a&" * 500])
async def test_a_signed_form_of_garbage_is_a_bad_request(house: House, raw: bytes) -> None:
    assert (await house.send(signed(raw, FORM))).status == 400


async def test_deep_nesting_is_a_bad_request(house: House) -> None:
    raw = b'{"type":"event_callback","event":' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}"
    assert (await house.send(signed(raw))).status == 400


async def test_another_content_type_is_a_bad_request(house: House) -> None:
    assert (await house.send(signed(RAW, "text/xml"))).status == 400


async def test_only_post_is_allowed(house: House) -> None:
    assert (await house.send(replace(signed(RAW), method="GET"))).status == 405


async def test_a_body_of_100_mb_is_refused_after_the_first_megabyte(house: House) -> None:
    read = 0

    class Chunks(list[bytes]):
        def __iter__(self) -> Iterator[bytes]:
            nonlocal read
            for _ in range(1_000):
                read += 1
                yield b"x" * 100_000

    chunks = Chunks([b""] * 1_000)
    assert (await house.send(Asked(chunks=chunks))).status == 413
    assert read <= 12


async def test_an_announced_large_body_is_refused_unread(house: House) -> None:
    assert (await house.send(Asked(headers=[("Content-Length", "100000000")], chunks=[b"x"]))).status == 413


async def test_a_slow_body_is_given_up(house: House) -> None:
    hasty = replace(house.slack.ingress, body_deadline_s=0.05)

    async def endpoint(request: Request) -> Response:
        return await hasty(request)

    app = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
    assert (await ask(app, replace(signed(RAW), chunks=[RAW[:9], RAW[9:]], pause_s=0.2))).status == 408


async def test_url_verification_is_answered_once_it_is_signed(house: House) -> None:
    got = await house.send(signed_json({"type": "url_verification", "challenge": "c-1", "token": "t"}))
    assert (got.status, got.body) == (200, b"c-1")


async def test_an_unsigned_ssl_check_is_greeted_and_nothing_happens(house: House) -> None:
    got = await house.send(Asked(headers=[("Content-Type", FORM)], chunks=[b"ssl_check=1&token=t"]))
    assert (got.status, got.body) == (200, b"")
    assert house.feature.heard == []
    assert await house.rows() == []


async def test_an_event_is_stored_without_tokens_before_it_is_acknowledged(house: House) -> None:
    got = await house.send(signed_json(envelope(said())))
    (row,) = await house.rows()
    assert (got.status, row.kind, row.key, row.workspace_id) == (200, "slack.event", "Ev1", "T1")
    assert row.payload["event"]["text"] == "Where is my bike?"
    assert "legacy-token" not in json.dumps(row.payload)


async def test_an_event_sent_twenty_times_at_once_is_stored_once(house: House) -> None:
    answers = await asyncio.gather(*(house.send(signed_json(envelope(said()))) for _ in range(20)))
    assert {got.status for got in answers} == {200}
    assert len(await house.rows()) == 1
    assert house.slack.counts["event_repeated"] == 19


async def test_a_retry_whose_first_try_never_arrived_is_taken(house: House) -> None:
    retry = signed_json(envelope(said()))
    marks = [("X-Slack-Retry-Num", "2"), ("X-Slack-Retry-Reason", "http_timeout")]
    asked = replace(retry, headers=[*retry.headers, *marks])
    assert (await house.send(asked)).status == 200
    assert len(await house.rows()) == 1


async def test_a_mention_that_arrives_as_two_events_is_two_rows_for_the_ledger_to_join(house: House) -> None:
    await house.send(signed_json(envelope(said("<@UBOT> help"), "Ev1")))
    await house.send(signed_json(envelope({**said("<@UBOT> help"), "type": "app_mention"}, "Ev2")))
    rows = await house.rows()
    events = [(await house.slack.platform.read("T1", row.payload))[0] for row in rows]
    assert {type(event).__name__ for event in events} == {"MessagePosted", "Mentioned"}


async def test_an_event_of_a_foreign_team_is_refused_and_counted(house: House) -> None:
    got = await house.send(signed_json(envelope(said(), team="TFOREIGN")))
    assert got.status == 403
    assert (await house.rows(), house.slack.counts["unknown_team"]) == ([], 1)


async def test_the_tenant_is_the_installation_and_not_the_writers_company(house: House) -> None:
    event = {**said(), "team": "TVOSS", "user_team": "TVOSS"}
    body = envelope(event) | {"team_id": "TVOSS", "context_team_id": "TVOSS"}
    assert (await house.send(signed_json(body))).status == 200
    assert [row.workspace_id for row in await house.rows()] == ["T1"]


async def test_an_event_without_any_team_is_refused(house: House) -> None:
    assert (await house.send(signed_json({"type": "event_callback", "event": said()}))).status == 403


async def test_being_rate_limited_is_counted_and_acknowledged(house: House) -> None:
    with capture_logs() as logs:
        got = await house.send(signed_json({"type": "app_rate_limited", "team_id": "T1", "minute_rate_limited": 1}))
    assert got.status == 200
    assert house.slack.counts["app_rate_limited"] == 1
    assert [line["event"] for line in logs] == ["slack.app_rate_limited"]


async def test_an_unknown_kind_of_delivery_is_acknowledged_and_counted(house: House) -> None:
    assert (await house.send(signed_json({"type": "something_new", "team_id": "T1"}))).status == 200
    assert house.slack.counts["type_not_handled"] == 1


async def test_an_event_that_cannot_be_stored_is_asked_for_again(house: House) -> None:
    async with house.database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE work RENAME TO gone")
    assert (await house.send(signed_json(envelope(said())))).status == 503
    async with house.database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE gone RENAME TO work")
    assert (await house.send(signed_json(envelope(said())))).status == 200


async def test_a_command_that_says_payload_is_a_command(house: House) -> None:
    house.feature.outcomes = [Say(Card("Done", [Words("Done")]))]
    got = await house.send(signed_form(command("/do", "the payload please", channel_name="payload")))
    assert got.json["response_type"] == "ephemeral"
    assert got.json["text"] == "Done"
    (event,) = house.feature.heard
    assert isinstance(event, CommandGiven)
    assert (event.word, event.text) == ("do", "the payload please")


async def test_a_replayed_command_has_no_second_effect(house: House) -> None:
    house.feature.outcomes = [Say(Card("Done", [Words("Done")]))]
    asked = signed_form(command("/do"))
    first, second = await house.send(asked), await house.send(asked)
    assert (first.status, second.status, second.body) == (200, 200, b"")
    assert len(house.feature.heard) == 1


async def test_a_replay_without_a_trigger_is_known_by_its_signature(house: House) -> None:
    asked = signed_form(command("/do", trigger_id=""))
    await house.send(asked)
    await house.send(asked)
    assert len(house.feature.heard) == 1


@pytest.mark.parametrize("text", ["\\ud800 half", "a\\u0000b", "\\ud83d\\ude00 whole"])
async def test_characters_that_no_database_takes_do_not_lose_the_event(house: House, text: str) -> None:
    raw = json.dumps(envelope(said("TEXT"))).replace("TEXT", text).encode()
    assert (await house.send(signed(raw))).status == 200
    (row,) = await house.rows()
    (event,) = await house.slack.platform.read("T1", row.payload)
    assert "\0" not in event.text  # type: ignore[attr-defined]
    assert event.text.encode()  # type: ignore[attr-defined]


async def test_words_of_customers_and_secrets_stay_out_of_the_log(
    house: House, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    house.fake.refuse("users.info", "fatal_error")
    forged = with_header(signed_json(envelope(said("CANARY forged"))), SIGN, "v0=00")
    with capture_logs() as logs:
        await house.send(forged)
        await house.send(signed_json(envelope(said("CANARY stored"))))
        house.feature.failure = RuntimeError("CANARY failed")
        await house.send(signed_form(command("/do", "CANARY typed")))
    # What the database's driver says at DEBUG is for whoever sets up logging: it names every value it stores.
    drivers = ("aiosqlite", "sqlalchemy")
    of_slack = [record.getMessage() for record in caplog.records if not record.name.startswith(drivers)]
    everything = f"{logs} {of_slack} {capsys.readouterr()}"
    assert "slack.refused" in everything
    assert [word for word in ("CANARY", SECRET, "xoxb-one", "legacy-token") if word in everything] == []


async def test_three_hundred_events_in_bursts_are_each_stored_once(house: House) -> None:
    for start in range(0, 300, 100):
        burst = [signed_json(envelope(said(), f"Ev{n}")) for n in range(start, start + 100)]
        assert {got.status for got in await asyncio.gather(*map(house.send, burst))} == {200}
    assert len(await house.rows()) == 300


def test_settings_take_nothing_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "from-outside")
    assert SlackSettings().signing_secret == ""
