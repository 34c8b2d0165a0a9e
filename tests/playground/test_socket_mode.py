"""Bolt's own Socket Mode client works against the playground unchanged, also when connections come and go."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from tests.playground.bench import APP_TOKEN, Bench, bench_in, modal


async def until(is_so: Callable[[], bool]) -> None:
    for _ in range(500):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("That did not happen within five seconds.")


@asynccontextmanager
async def bolt_app(bench: Bench) -> AsyncIterator[tuple[AsyncApp, list[dict[str, Any]]]]:
    """A tiny app that keeps what it hears, answers commands and opens a form."""
    heard: list[dict[str, Any]] = []
    app = AsyncApp(client=bench.bot, signing_secret="not-used-here")

    @app.event("message")
    async def on_message(body: dict[str, Any]) -> None:
        heard.append(body)

    @app.command("/kindline")
    async def on_command(ack: Callable[..., Awaitable[None]], client: Any, body: dict[str, Any]) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=modal())
        await ack("Here you are.")

    @app.view("draft")
    async def on_submit(ack: Callable[..., Awaitable[None]]) -> None:
        await ack(response_action="errors", errors={"draft": "Which day?"})

    handler = AsyncSocketModeHandler(app, APP_TOKEN, ping_interval=1)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield app, heard
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
        tasks = [
            handler.client.message_processor,
            handler.client.current_session_monitor,
            handler.client.message_receiver,
        ]
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*(task for task in tasks if task), return_exceptions=True)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_bolt_app_hears_answers_and_opens_forms_over_its_socket(tmp_path: Path) -> None:
    async with bench_in(tmp_path, "socket") as bench, bolt_app(bench) as (_app, heard):
        await bench.say("U0ANNELIE", "Hello over the socket")
        await until(lambda: bool(heard))
        assert heard[0]["event"]["text"] == "Hello over the socket"
        answer = await bench.do("command", user="U0FRIEDA", channel="C0HELP", command="/kindline", text="here")
        assert answer["response"]["plain"] == "Here you are."
        assert (await bench.do("submit", user="U0FRIEDA", view="modal"))["errors"] == {"draft": "Which day?"}
        await bench.do("fault", method="socket", kind="refresh_requested")
        await bench.say("U0ANNELIE", "After the refresh")
        await until(lambda: len(heard) == 2)
        assert heard[1]["event"]["text"] == "After the refresh"


async def acked_by(ws: aiohttp.ClientWebSocketResponse, envelope: dict[str, Any]) -> None:
    await ws.send_json({"envelope_id": envelope["envelope_id"]})


async def open_socket(bench: Bench) -> aiohttp.ClientWebSocketResponse:
    url = (await bench.client(APP_TOKEN).apps_connections_open(app_token=APP_TOKEN))["url"]
    ws = await bench.session.ws_connect(url)
    assert (await ws.receive_json(timeout=2))["type"] == "hello"
    return ws


async def test_each_payload_goes_to_one_socket_and_any_socket_may_acknowledge_it(tmp_path: Path) -> None:
    async with bench_in(tmp_path, "socket") as bench:
        first, second = await open_socket(bench), await open_socket(bench)
        await bench.say("U0ANNELIE", "one")
        await bench.say("U0ANNELIE", "two")
        one, two = await first.receive_json(timeout=2), await second.receive_json(timeout=2)
        assert {one["payload"]["event"]["text"], two["payload"]["event"]["text"]} == {"one", "two"}
        assert one["accepts_response_payload"] is False
        await acked_by(second, one)
        await acked_by(second, two)
        await bench.settled()
        states = [entry["state"] for entry in (await bench.ask("events"))["events"]]
        assert states == ["done", "done"]
        await first.close()
        await second.close()


async def test_without_a_socket_events_wait_for_their_retry(tmp_path: Path) -> None:
    async with bench_in(tmp_path, "socket") as bench:
        await bench.say("U0ANNELIE", "anyone?")
        await bench.settled()
        ws = await open_socket(bench)
        moved = asyncio.create_task(bench.do("clock", advance_s=61))
        envelope = await ws.receive_json(timeout=2)
        assert (envelope["retry_attempt"], envelope["retry_reason"]) == (2, "connection_failed")
        await acked_by(ws, envelope)
        await moved
        await ws.close()


async def test_socket_faults_say_goodbye_cut_and_go_deaf(tmp_path: Path) -> None:
    async with bench_in(tmp_path, "socket") as bench:
        ws = await open_socket(bench)
        assert (await bench.do("fault", method="socket", kind="warning"))["sockets"] == 1
        goodbye = await ws.receive_json(timeout=2)
        assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "warning")
        await bench.do("fault", method="socket", kind="cut")
        assert (await ws.receive(timeout=2)).type in (
            aiohttp.WSMsgType.CLOSED,
            aiohttp.WSMsgType.ERROR,
            aiohttp.WSMsgType.CLOSE,
        )


async def test_a_socket_needs_the_app_token_a_fresh_ticket_and_the_right_mode(bench: Bench) -> None:
    with pytest.raises(SlackApiError, match="invalid_auth"):
        await bench.client("xapp-wrong").apps_connections_open(app_token="xapp-wrong")
    url = (await bench.client(APP_TOKEN).apps_connections_open(app_token=APP_TOKEN))["url"]
    async with bench.session.ws_connect(url) as ws:
        assert (await ws.receive_json(timeout=2))["reason"] == "link_disabled"
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await bench.session.ws_connect(url)
