"""The Web API answers the real SDK with Slack's own words, enforces tokens, scopes and limits, and fails on request."""

import asyncio
import time
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.playground.bench import APP_TOKEN, Bench, blocks, modal


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(action_id: str = "a", **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": plain("Go"), **more}


BAD_BLOCKS: dict[str, Any] = {
    "a section's text": [section("x" * 3001)],
    "an empty text": [section("")],
    "an unknown type": [{"type": "mystery"}],
    "a header": [{"type": "header", "text": plain("x" * 151)}],
    "too many blocks": [section("x")] * 51,
    "the same block_id twice": [{**section("x"), "block_id": "b"}, {**section("y"), "block_id": "b"}],
    "the same action_id twice": [{"type": "actions", "elements": [button(), button()]}],
    "a button's value": [{"type": "actions", "elements": [button(value="x" * 2001)]}],
    "a button's label": [{"type": "actions", "elements": [{**button(), "text": plain("x" * 76)}]}],
    "too many buttons": [{"type": "actions", "elements": [button(str(n)) for n in range(26)]}],
    "no elements": [{"type": "actions", "elements": []}],
    "too many fields": [{"type": "section", "fields": [plain("x")] * 11}],
    "a context": [{"type": "context", "elements": [plain("x")] * 11}],
    "an option's value": [
        {**section("x"), "accessory": {"type": "static_select", "options": [{"text": plain("x"), "value": "x" * 151}]}}
    ],
    "garbage": ["x", 1, None, {"type": ["a"]}, {"type": "actions", "elements": [{"type": {}}, 3]}],
}


@pytest.mark.parametrize("name", BAD_BLOCKS)
async def test_blocks_beyond_slacks_limits_are_refused(bench: Bench, name: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        await bench.bot.chat_postMessage(channel="C0HELP", text="x", blocks=BAD_BLOCKS[name])
    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["response_metadata"]["messages"]


async def test_blocks_within_the_limits_pass(bench: Bench) -> None:
    await bench.bot.chat_postMessage(channel="C0HELP", text="x", blocks=[section("x" * 260)] * 50)
    with pytest.raises(SlackApiError, match="msg_blocks_too_long"):
        await bench.bot.chat_postMessage(channel="C0HELP", text="x", blocks=[section("x" * 2900)] * 5)
    home = {"type": "home", "blocks": [section("x")] * 100}
    assert (await bench.bot.views_publish(user_id="U0FRIEDA", view=home))["ok"]
    for view in ({**home, "blocks": [section("x")] * 101}, modal("x" * 25), {"type": "home"}):
        with pytest.raises(SlackApiError, match="invalid_arguments"):
            await bench.bot.views_publish(user_id="U0FRIEDA", view=view)


@pytest.mark.parametrize(
    ("method", "fields", "error"),
    [
        ("chat.postMessage", {"channel": "C0NONE", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0HELP"}, "no_text"),
        ("chat.postMessage", {"channel": "C0HELP", "text": "x" * 40_001}, "msg_too_long"),
        ("chat.postMessage", {"channel": "C0HELP", "text": "x", "blocks": "{bad"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": ["C0HELP"], "text": "x"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": "C0HELP", "text": "x", "thread_ts": "1.2"}, "thread_not_found"),
        ("chat.update", {"channel": "C0HELP", "ts": "1.2", "text": "x"}, "message_not_found"),
        ("conversations.open", {}, "users_list_not_supplied"),
        ("conversations.history", {"channel": "C0HELP", "limit": "many"}, "invalid_limit"),
        ("conversations.history", {"channel": "C0HELP", "cursor": "???"}, "invalid_cursor"),
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("users.list.everything", {}, "unknown_method"),
        ("apps.connections.open", {}, "not_allowed_token_type"),
        ("reactions.add", {"channel": "C0HELP", "timestamp": "1.2", "name": "eyes"}, "message_not_found"),
    ],
)
async def test_refusals_use_slacks_own_words(bench: Bench, method: str, fields: dict[str, Any], error: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        await bench.bot.api_call(method, json=fields)
    assert refused.value.response["error"] == error


async def test_tokens_and_scopes_are_enforced(bench: Bench) -> None:
    for token, error in ((None, "not_authed"), ("xoxb-wrong", "invalid_auth"), (APP_TOKEN, "not_allowed_token_type")):
        with pytest.raises(SlackApiError, match=error):
            await bench.client(token or "").auth_test()
    with pytest.raises(SlackApiError) as refused:
        await bench.frieda.users_info(user="U0JONAS")
    answer = refused.value.response
    assert (answer["error"], answer["needed"], answer["provided"]) == ("missing_scope", "users:read", "chat:write")
    who = await bench.bot.auth_test()
    assert (who["team_id"], who["user_id"], who["bot_id"]) == ("T0MARIGOLD", "U0KINDLINE", "B0KINDLINE")
    assert "chat:write" in who.headers["x-oauth-scopes"]


async def test_a_persons_token_posts_as_that_person_and_takes_back_only_their_words(bench: Bench) -> None:
    root = await bench.say("U0ANNELIE", "Hello?")
    sent = await bench.frieda.chat_postMessage(channel="C0HELP", text="Dear Annelie", thread_ts=root.split("/")[1])
    assert (sent["message"]["user"], sent["message"]["bot_id"]) == ("U0FRIEDA", "B0KINDLINE")
    own = await bench.bot.chat_postMessage(channel="C0HELP", text="mine")
    with pytest.raises(SlackApiError, match="cant_delete_message"):
        await bench.frieda.chat_delete(channel="C0HELP", ts=own["ts"])
    with pytest.raises(SlackApiError, match="cant_update_message"):
        await bench.bot.chat_update(channel="C0HELP", ts=sent["ts"], text="theirs")
    await bench.frieda.chat_delete(channel="C0HELP", ts=sent["ts"])
    assert "Dear Annelie" not in str(await bench.state("U0ANNELIE"))


async def test_a_message_to_a_persons_id_is_a_direct_one(bench: Bench) -> None:
    sent = await bench.bot.chat_postMessage(channel="U0JONAS", text="Good morning")
    opened = await bench.bot.conversations_open(users="U0JONAS")
    assert sent["channel"] == opened["channel"]["id"]
    (dm,) = (await bench.state("U0JONAS"))["dms"]
    assert (dm["with"], dm["messages"][0]["plain"]) == ("U0KINDLINE", "Good morning")
    assert (await bench.state("U0FRIEDA"))["dms"] == []


async def test_history_pages_and_keeps_metadata_for_those_who_ask(bench: Bench) -> None:
    mark = {"event_type": "kindline", "event_payload": {"key": "k1"}}
    root = await bench.bot.chat_postMessage(channel="C0HELP", text="0", metadata=mark)
    for n in range(4):
        await bench.bot.chat_postMessage(channel="C0HELP", text=f"reply {n}", thread_ts=root["ts"])
    await bench.bot.chat_postMessage(channel="C0HELP", text="1")
    first = await bench.bot.conversations_history(channel="C0HELP", limit=1)
    assert ([m["text"] for m in first["messages"]], first["has_more"]) == (["1"], True)
    cursor = first["response_metadata"]["next_cursor"]
    second = await bench.bot.conversations_history(channel="C0HELP", limit=1, cursor=cursor, include_all_metadata=True)
    assert second["messages"][0]["metadata"] == mark
    assert second["messages"][0]["reply_count"] == 4
    thread = await bench.bot.conversations_replies(channel="C0HELP", ts=root["ts"])
    assert [m["text"] for m in thread["messages"]] == ["0", "reply 0", "reply 1", "reply 2", "reply 3"]
    assert "metadata" not in thread["messages"][0]


async def test_words_without_blocks_replace_the_blocks_of_an_update(bench: Bench) -> None:
    sent = await bench.bot.chat_postMessage(channel="C0HELP", text="card", blocks=blocks("use"))
    await bench.bot.chat_update(channel="C0HELP", ts=sent["ts"], text="taken")
    (message,) = (await bench.state("U0FRIEDA", channel="C0HELP"))["channels"][0]["messages"]
    assert (message["plain"], message["actions"], bool(message["edited"])) == ("taken", [], True)


async def test_two_workspaces_with_the_same_ids_never_mix(bench: Bench) -> None:
    await bench.bot.chat_postMessage(channel="C0HELP", text="marigold only")
    await bench.north.chat_postMessage(channel="C0HELP", text="north only")
    await bench.north.chat_postEphemeral(channel="C0HELP", user="U0FRIEDA", text="for Frida")
    await bench.say("U0FRIEDA", "from the north", team="T0NORTH")
    marigold, north = str(await bench.state("U0FRIEDA")), str(await bench.state("U0FRIEDA", team="T0NORTH"))
    assert ("marigold only" in marigold, "north" in marigold.lower().replace("u0north", "")) == (True, False)
    assert ("north only" in north, "for Frida" in north, "marigold" in north) == (True, True, False)
    await bench.settled()
    teams = {one.event["text"]: one.data["team_id"] for one in bench.receiver.got}
    assert teams == {"marigold only": "T0MARIGOLD", "north only": "T0NORTH", "from the north": "T0NORTH"}
    assert (await bench.north.users_info(user="U0FRIEDA"))["user"]["real_name"] == "Frida North"
    with pytest.raises(SlackApiError, match="user_not_found"):
        await bench.bot.users_info(user="U0NORTHCUST")


async def test_the_ledger_holds_accepted_calls_in_order(bench: Bench) -> None:
    await bench.do("fault", method="chat.postMessage", kind="429", retry_after=7)
    with pytest.raises(SlackApiError) as limited:
        await bench.bot.chat_postMessage(channel="C0HELP", text="refused")
    assert (limited.value.response.status_code, limited.value.response.headers["Retry-After"]) == (429, "7")
    await bench.bot.chat_postMessage(channel="C0HELP", text="one")
    await bench.bot.auth_test()
    calls = (await bench.ask("calls"))["calls"]
    assert [(call["n"], call["method"]) for call in calls] == [(1, "chat.postMessage"), (2, "auth.test")]
    assert (calls[0]["args"]["text"], calls[0]["token"], calls[0]["answer"]["ok"]) == (
        "one",
        "xoxb-demo-T0MARIGOLD",
        True,
    )
    assert [call["n"] for call in (await bench.ask("calls", since=1))["calls"]] == [2]
    assert len((await bench.ask("calls", method="auth.test"))["calls"]) == 1


@pytest.mark.parametrize(
    ("kind", "is_accepted"),
    [
        ("500", False),
        ("reset_before", False),
        ("reset_after", True),
        ("500_after", True),
        ("garbled", True),
        ("fatal_error", False),
    ],
)
async def test_a_fault_fails_the_call_before_or_after_it_counts(bench: Bench, kind: str, is_accepted: bool) -> None:
    await bench.do("fault", method="chat.postMessage", kind=kind, times=2)
    for _ in range(2):
        with pytest.raises((SlackApiError, aiohttp.ClientError)):
            await bench.bot.chat_postMessage(channel="C0HELP", text="x")
    assert len((await bench.ask("calls"))["calls"]) == (2 if is_accepted else 0)
    assert (await bench.bot.chat_postMessage(channel="C0HELP", text="x"))["ok"]


async def test_delays_and_hangs_take_their_time(bench: Bench) -> None:
    await bench.do("fault", method="*", kind="delay", delay_s=0.3)
    started = time.monotonic()
    assert (await bench.bot.auth_test())["ok"]
    assert time.monotonic() - started >= 0.3
    await bench.do("fault", method="auth.test", kind="hang", delay_s=0.5)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await bench.bot.auth_test()


async def test_a_revoked_token_is_told_to_the_app_and_opens_nothing(bench: Bench) -> None:
    await bench.frieda.auth_revoke()
    with pytest.raises(SlackApiError, match="token_revoked"):
        await bench.frieda.chat_postMessage(channel="C0HELP", text="x")
    await bench.bot.apps_uninstall(client_id="demo.client", client_secret="demo-client-secret")
    await bench.settled()
    assert bench.receiver.events("tokens_revoked")[0]["tokens"] == {"oauth": ["U0FRIEDA"], "bot": []}
    assert bench.receiver.events("app_uninstalled")
    bench.receiver.got.clear()
    await bench.say("U0ANNELIE", "anyone?")
    await bench.settled()
    assert bench.receiver.got == []
