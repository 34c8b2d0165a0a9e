"""The control interface shows each person what they could see, moves time, and refuses bad input kindly."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from handlers.playground.control import DEEDS
from handlers.playground.methods import METHODS
from tests.playground.bench import Bench, bench_in, blocks, modal, receiving

BAD_VALUES: list[Any] = [
    None,
    "",
    "x",
    7,
    -1,
    True,
    [],
    ["x"],
    {},
    {"a": {"b": 1}},
    "C0HELP/1.2",
    "U0FRIEDA",
    "\x00",
    "🚲" * 50,
]
FIELDS = (
    "user channel text thread files message name remove command callback_id view action_id value selected values "
    "advance_s to method kind times scene team platform trigger_id blocks ts users metadata limit cursor user_id"
).split()


@pytest.mark.parametrize("deed", [*DEEDS, "clock", "reset", "nonsense"])
async def test_bad_input_is_refused_kindly_and_never_breaks_anything(bench: Bench, deed: str) -> None:
    good = {"user": "U0FRIEDA", "channel": "C0HELP", "text": "x", "command": "/kindline", "callback_id": "new_insight"}
    statuses = set()
    for value in BAD_VALUES:
        for base in ({}, good):
            status, answer = await bench.call(deed, **{name: value for name in FIELDS if name not in base}, **base)
            statuses.add(status)
            assert answer["ok"] is (status == 200)
            assert status == 200 or answer["message"]
    assert max(statuses) < 500


async def test_bad_arguments_never_break_the_web_api(bench: Bench) -> None:
    await bench.bot.chat_postMessage(channel="C0HELP", text="x", blocks=blocks("use"))
    for method in METHODS:
        for value in BAD_VALUES:
            for channel in (value, "C0HELP"):
                fields = {**dict.fromkeys(FIELDS, value), "channel": channel}
                headers = {"Authorization": "Bearer xoxb-demo-T0MARIGOLD"}
                async with bench.session.post(bench.api + method, json=fields, headers=headers) as response:
                    assert (response.status, "ok" in await response.json()) == (200, True)
                if method == "auth.revoke":
                    await bench.do("reset")


DEEP = b'{"a":' * 500 + b"1" + b"}" * 500


@pytest.mark.parametrize("body", [b"{bad", b"[1]", b'"x"', b"\xff\xfe", b'{"text": "\\ud800"}', DEEP])
async def test_garbage_is_no_request(bench: Bench, body: bytes) -> None:
    async with bench.session.post(f"{bench.settings.address}/_control/say", data=body) as response:
        assert (response.status, (await response.json())["error"]) == (400, "invalid_json")


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize("body", [b"{bad", b"[1]", b"\xff\xfe\x00", b"blocks=%5B%7B&channel=%ff", DEEP])
async def test_garbage_never_breaks_the_web_api(bench: Bench, kind: str, body: bytes) -> None:
    headers = {"Authorization": "Bearer xoxb-demo-T0MARIGOLD", "Content-Type": kind}
    async with bench.session.post(f"{bench.api}chat.postMessage", data=body, headers=headers) as response:
        assert (response.status, (await response.json())["ok"]) == (200, False)


async def test_a_message_of_forty_one_thousand_characters_is_refused_with_a_sentence(bench: Bench) -> None:
    assert await bench.refused("say", user="U0ANNELIE", channel="C0HELP", text="x" * 41_000) == "msg_too_long"
    assert await bench.say("U0ANNELIE", "x" * 40_000)


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Host": "127.0.0.1.evil.example:80"}, {"Origin": "https://evil.example"}]
)
async def test_only_this_machine_is_answered(bench: Bench, headers: dict[str, str]) -> None:
    async with bench.session.get(f"{bench.settings.address}/_control", headers=headers) as response:
        assert response.status == 403


async def test_the_table_comes_for_people_and_for_programs(bench: Bench) -> None:
    async with bench.session.get(f"{bench.settings.address}/_control") as response:
        listed = {row["call"].rsplit("/", 1)[-1] for row in (await response.json())["calls"]}
    assert set(DEEDS) | {"clock", "reset", "state", "calls", "events", "changes"} <= listed
    async with bench.session.get(f"{bench.settings.address}/_control", headers={"Accept": "text/html"}) as response:
        assert "<table>" in await response.text()


async def test_words_are_shown_as_a_person_reads_them(bench: Bench) -> None:
    await bench.say(
        "U0JONAS", "@Frieda & <@U0KINDLINE>: see #desk, <b>, https://x.example/a?b=1&c=2. or mail a@b.example"
    )
    (message,) = (await bench.state("U0FRIEDA", channel="C0HELP"))["channels"][0]["messages"]
    assert message["text"] == (
        "<@U0FRIEDA> &amp; <@U0KINDLINE>: see <#C0DESK|desk>, &lt;b&gt;, <https://x.example/a?b=1&amp;c=2>. "
        "or mail <mailto:a@b.example|a@b.example>"
    )
    assert message["plain"] == (
        "@Frieda Maas & @Kindline: see #desk, <b>, https://x.example/a?b=1&c=2. or mail a@b.example"
    )


async def test_people_see_only_their_own_channels(bench: Bench) -> None:
    await bench.say("U0FRIEDA", "internal", channel="C0DESK")
    ids = [channel["id"] for channel in (await bench.state("U0ANNELIE"))["channels"]]
    assert ids == ["C0HELP"]
    assert await bench.refused("say", user="U0ANNELIE", channel="C0DESK", text="hello?") == "not_in_channel"
    assert "internal" not in str(await bench.state("U0ANNELIE"))


async def test_waiting_returns_when_the_words_appear_or_says_that_they_did_not(bench: Bench) -> None:
    waiting = asyncio.create_task(bench.state("U0FRIEDA", wait_for="where  is it", timeout=5))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await bench.say("U0ANNELIE", "So where\nis it?")
    assert (await waiting)["unread"] == {"C0HELP": 1}
    url = f"{bench.settings.address}/_control/state?viewer=U0FRIEDA&wait_for=never&timeout=0.1"
    async with bench.session.get(url) as response:
        assert (response.status, (await response.json())["error"]) == (404, "timeout")


async def test_the_change_feed_grows_with_each_visible_change(bench: Bench) -> None:
    await bench.settled()
    before = (await bench.ask("changes", since=0))["version"]
    waiting = asyncio.create_task(bench.ask("changes", since=before, timeout=5))
    await bench.bot.chat_postEphemeral(channel="C0HELP", user="U0FRIEDA", text="psst")
    assert (await waiting)["version"] > before
    quiet = (await bench.ask("changes", since=0))["version"]
    assert (await bench.ask("changes", since=quiet, timeout=0.05))["version"] == quiet


async def test_the_clock_starts_with_the_scene_and_tells_the_bot(bench: Bench) -> None:
    now = (await bench.state("U0FRIEDA"))["now"]
    assert now.startswith("2026-11-18T09:30:")
    for _ in range(200):
        if bench.receiver.clocks:
            break
        await asyncio.sleep(0.01)
    first = bench.receiver.clocks[-1]
    moved = await bench.do("clock", advance_s=600)
    assert moved["now"].startswith("2026-11-18T09:40:")
    assert bench.receiver.clocks[-1] == pytest.approx(first + 600_000, abs=50)
    assert (await bench.do("clock", to="tomorrow 9:00"))["now"].startswith("2026-11-19T08:00:")
    assert (await bench.do("clock", to="2026-11-20T12:00"))["now"].startswith("2026-11-20T11:00:")
    assert await bench.refused("clock", to="2026-11-18T12:00") == "time_runs_forward"
    bench.receiver.next_due_at = "2026-11-20T14:15:00+00:00"
    assert (await bench.do("clock", to_next=True))["now"].startswith("2026-11-20T14:15:00")
    sent = await bench.bot.chat_postMessage(channel="C0HELP", text="x")
    assert float(sent["ts"]) == pytest.approx(1795184100, abs=60)


async def test_what_the_bot_does_when_time_moves_is_done_before_the_answer(bench: Bench) -> None:
    bench.receiver.status = 503
    await bench.say("U0ANNELIE", "Hello?")
    await bench.settled()
    bench.receiver.status = 200
    await bench.do("clock", advance_s=61)
    (entry,) = (await bench.ask("events"))["events"]
    assert [attempt["status"] for attempt in entry["attempts"]] == [503, 503, 200]


async def test_a_bot_that_comes_up_late_hears_the_time_by_itself(tmp_path: Path) -> None:
    async with bench_in(tmp_path, is_bot_up=False) as bench:
        assert "note" in await bench.do("clock", advance_s=60)
        assert await bench.refused("clock", to_next=True) == "bot_unreachable"
        assert "note" in await bench.do("reset")
        async with receiving(bench.receiver, bench.settings.bot_port):
            for _ in range(300):
                if bench.receiver.clocks:
                    break
                await asyncio.sleep(0.01)
        assert bench.receiver.clocks


async def test_a_reset_starts_both_sides_afresh(bench: Bench) -> None:
    await bench.say("U0ANNELIE", "Hello?")
    await bench.bot.views_publish(user_id="U0FRIEDA", view={"type": "home", "blocks": blocks("done")})
    await bench.frieda.auth_revoke()
    await bench.do("clock", advance_s=86_400)
    answer = await bench.do("reset", scene={"app": {"bot_scopes": ["chat:write"]}})
    assert answer["now"].startswith("2026-11-18T09:30:")
    assert bench.receiver.resets == 1
    state = await bench.state("U0FRIEDA")
    assert (state["channels"][0]["messages"], state["home"]["blocks"]) == ([], [])
    assert (await bench.ask("calls"))["calls"] == []
    assert (await bench.frieda.auth_test())["ok"]
    assert await bench.refused("reset", scene={"starts_at": "soon"}) == "unusable_scene"


async def test_a_restart_keeps_the_story(tmp_path: Path) -> None:
    async with bench_in(tmp_path, is_bot_up=False) as bench:
        message = await bench.say("U0ANNELIE", "Where is it?")
        await bench.bot.chat_postEphemeral(channel="C0HELP", user="U0FRIEDA", text="Draft")
        await bench.bot.views_publish(user_id="U0FRIEDA", view={"type": "home", "blocks": blocks("done")})
        await bench.do("clock", to="2026-11-18T15:00+01:00")
        await bench.settled()
    async with bench_in(tmp_path) as bench:
        state = await bench.state("U0FRIEDA")
        assert state["now"].startswith("2026-11-18T14:00:")
        assert state["channels"][0]["messages"][0]["id"] == message
        assert state["ephemerals"][0]["plain"] == "Draft"
        assert state["home"]["actions"]
        assert [call["n"] for call in (await bench.ask("calls"))["calls"]] == [1, 2]
        await bench.do("clock", advance_s=400)
        assert "Where is it?" in [one.event.get("text") for one in bench.receiver.got]


async def test_a_state_file_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    for broken in (b"{half", b'{"world": {}}', b"[]"):
        (tmp_path / "playground.json").write_bytes(broken)
        async with bench_in(tmp_path) as bench:
            assert (await bench.state("U0FRIEDA"))["now"].startswith("2026-11-18T09:30:")
    assert (tmp_path / "playground.unreadable.json").exists()


async def test_a_form_shows_its_words_and_inputs(bench: Bench) -> None:
    await bench.do("shortcut", user="U0FRIEDA", callback_id="new_insight")
    trigger = bench.receiver.got[-1].data["trigger_id"]
    await bench.bot.views_open(trigger_id=trigger, view=modal())
    view = (await bench.state("U0FRIEDA", wait_for="Dear Annelie"))["modal"]
    assert (view["title"], view["submit"]) == ("Your draft", "Use")
    assert view["inputs"][0] | {"options": []} == {
        "block_id": "draft",
        "action_id": "text",
        "kind": "plain_text_input",
        "initial": "Dear Annelie",
        "label": "Draft",
        "optional": False,
        "options": [],
    }
    assert (await bench.state("U0JONAS"))["modal"] is None
