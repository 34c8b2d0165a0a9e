"""Events reach the app as Slack sends them: signed, repeated until acknowledged, and only what a real app gets."""

import asyncio
from pathlib import Path

from slack_sdk.signature import SignatureVerifier

from tests.playground.bench import SIGNING_SECRET, Bench, bench_in, receiving


async def test_a_delivery_carries_a_signature_that_the_sdk_accepts(bench: Bench) -> None:
    await bench.say("U0ANNELIE", "Where is my order? Grüße 🚲")
    await bench.settled()
    (delivered,) = bench.receiver.got
    verifier = SignatureVerifier(SIGNING_SECRET)
    assert verifier.is_valid_request(delivered.body, delivered.headers)
    assert not verifier.is_valid_request(delivered.body + b" ", delivered.headers)
    assert "X-Slack-Retry-Num" not in delivered.headers


async def test_a_message_of_a_connect_customer_says_which_company_they_are_of(bench: Bench) -> None:
    await bench.say("U0ANNELIE", "a < b & c")
    await bench.settled()
    envelope = bench.receiver.got[0].data
    event = envelope["event"]
    assert (envelope["team_id"], envelope["api_app_id"], envelope["is_ext_shared_channel"]) == (
        "T0MARIGOLD",
        "A0KINDLINE",
        True,
    )
    assert envelope["authorizations"][0]["team_id"] == "T0MARIGOLD"
    assert (event["user_team"], event["channel_type"], event["text"]) == ("T0VOSS", "channel", "a &lt; b &amp; c")
    assert event["client_msg_id"]
    info = await bench.bot.users_info(user="U0ANNELIE")
    assert (info["user"]["team_id"], info["user"]["is_stranger"]) == ("T0VOSS", True)
    guest = (await bench.bot.users_info(user="U0HENDRIK"))["user"]
    assert guest["is_restricted"]
    assert guest["is_ultra_restricted"]
    assert guest["tz"] == "Europe/Amsterdam"


async def test_a_mention_arrives_twice_with_two_event_ids(bench: Bench) -> None:
    await bench.say("U0FRIEDA", "@Kindline can you help?")
    await bench.settled()
    first, second = (one.data for one in bench.receiver.got)
    assert {first["event"]["type"], second["event"]["type"]} == {"message", "app_mention"}
    assert first["event_id"] != second["event_id"]
    assert first["event"]["ts"] == second["event"]["ts"]
    assert "<@U0KINDLINE>" in first["event"]["text"]


async def test_nothing_is_heard_of_channels_without_the_bot_nor_of_unsubscribed_events(bench: Bench) -> None:
    await bench.do("leave", user="U0KINDLINE", channel="C0TEAM")
    await bench.settled()
    bench.receiver.got.clear()
    await bench.say("U0FRIEDA", "Only us here", channel="C0TEAM")
    await bench.say("U0FRIEDA", "between colleagues", channel="U0JONAS")
    await bench.settled()
    assert bench.receiver.got == []


async def test_an_unanswered_event_is_repeated_at_once_then_after_one_and_five_minutes(bench: Bench) -> None:
    bench.receiver.status = 503
    await bench.say("U0ANNELIE", "Hello?")
    await bench.settled()
    assert len(bench.receiver.got) == 2
    await bench.do("clock", advance_s=61)
    assert len(bench.receiver.got) == 3
    await bench.do("clock", advance_s=301)
    await bench.do("clock", advance_s=9000)
    nums = [one.headers.get("X-Slack-Retry-Num") for one in bench.receiver.got]
    assert nums == [None, "1", "2", "3"]
    assert bench.receiver.got[1].headers["X-Slack-Retry-Reason"] == "http_error"
    assert len({one.data["event_id"] for one in bench.receiver.got}) == 1
    (entry,) = (await bench.ask("events"))["events"]
    assert [attempt["status"] for attempt in entry["attempts"]] == [503] * 4


async def test_the_app_may_refuse_further_retries(bench: Bench) -> None:
    bench.receiver.status, bench.receiver.headers = 500, {"X-Slack-No-Retry": "1"}
    await bench.say("U0ANNELIE", "Hello?")
    await bench.do("clock", advance_s=4000)
    assert len(bench.receiver.got) == 1


async def test_an_answer_after_three_seconds_is_too_late(bench: Bench) -> None:
    async def slow() -> None:
        await asyncio.sleep(3.3)

    bench.receiver.reply = lambda delivered: None if "X-Slack-Retry-Num" in delivered.headers else slow()
    await bench.say("U0ANNELIE", "Hello?")
    await asyncio.sleep(3.2)
    await bench.settled()
    (entry,) = (await bench.ask("events"))["events"]
    assert [attempt.get("reason") for attempt in entry["attempts"]] == ["http_timeout", None]
    assert bench.receiver.got[1].headers["X-Slack-Retry-Reason"] == "http_timeout"


async def test_a_bot_that_was_down_gets_its_events_when_it_is_back(tmp_path: Path) -> None:
    async with bench_in(tmp_path, is_bot_up=False) as bench:
        await bench.say("U0ANNELIE", "Hello?")
        await bench.settled()
        assert (await bench.ask("events"))["events"][0]["attempts"][0]["reason"] == "connection_failed"
        async with receiving(bench.receiver, bench.settings.bot_port):
            await bench.do("clock", advance_s=61)
        assert [one.headers["X-Slack-Retry-Num"] for one in bench.receiver.got] == ["2"]


async def test_faults_on_events_lose_repeat_and_limit_them(bench: Bench) -> None:
    await bench.do("fault", method="events", kind="reset_before")
    await bench.say("U0ANNELIE", "one")
    await bench.settled()
    assert [one.headers.get("X-Slack-Retry-Num") for one in bench.receiver.got] == ["1"]
    await bench.do("fault", method="events", kind="reset_after")
    await bench.do("fault", method="events", kind="duplicate")
    await bench.say("U0ANNELIE", "two")
    await bench.settled()
    texts = [one.event.get("text") for one in bench.receiver.got]
    assert texts.count("two") == 3
    await bench.do("fault", method="events", kind="429")
    await bench.say("U0ANNELIE", "three")
    await bench.settled()
    assert bench.receiver.got[-1].data["type"] == "app_rate_limited"


async def test_edits_deletions_files_and_reactions_are_told_as_slack_tells_them(bench: Bench) -> None:
    root = await bench.say("U0ANNELIE", "first")
    reply = await bench.say("U0FRIEDA", "reply", thread=root)
    await bench.do("edit", user="U0ANNELIE", message=root, text="second")
    await bench.do("react", user="U0FRIEDA", message=root, name="eyes")
    await bench.do("delete", user="U0ANNELIE", message=root)
    await bench.do("delete", user="U0FRIEDA", message=reply)
    await bench.say("U0ANNELIE", "see", files=["brake.jpg"])
    await bench.settled()
    events = [one.event for one in bench.receiver.got]
    changed = [one for one in events if one.get("subtype") == "message_changed"]
    assert (changed[0]["previous_message"]["text"], changed[0]["message"]["text"]) == ("first", "second")
    assert changed[0]["message"]["edited"]
    assert changed[1]["message"]["subtype"] == "tombstone"
    deleted = next(one for one in events if one.get("subtype") == "message_deleted")
    assert deleted["deleted_ts"] == reply.split("/")[1]
    shared = next(one for one in events if one.get("subtype") == "file_share")
    assert shared["files"][0]["name"] == "brake.jpg"
    assert next(one for one in events if one["type"] == "reaction_added")["item"]["ts"] == root.split("/")[1]


async def test_people_who_come_go_and_change_are_announced(bench: Bench) -> None:
    await bench.do("join", user="U0MILO", channel="C0HELP")
    await bench.do("leave", user="U0MILO", channel="C0HELP")
    await bench.do("profile", user="U0JONAS", tz="Europe/Lisbon")
    await bench.do("deactivate", user="U0JONAS")
    await bench.do("join", user="U0NEW", real_name="Nora Neu")
    await bench.do("open_home", user="U0FRIEDA")
    await bench.do("archive", channel="C0TEAM")
    await bench.settled()
    kinds = [one.event["type"] for one in bench.receiver.got]
    for kind in ("member_joined_channel", "member_left_channel", "team_join", "app_home_opened", "channel_archive"):
        assert kind in kinds
    first, last = bench.receiver.events("user_change")
    assert first["user"]["tz"] == "Europe/Lisbon"
    assert last["user"]["deleted"]
    assert await bench.refused("say", user="U0JONAS", channel="C0HELP", text="still here?") == "user_disabled"


async def test_the_help_desk_posts_as_a_bot_without_a_user(bench: Bench) -> None:
    await bench.say(
        "B0DESK", "From: Sofie Lindholm <sofie.lindholm@mail.example>\nSubject: Brakes\n\nHello", channel="C0DESK"
    )
    await bench.settled()
    (event,) = bench.receiver.events("message")
    assert (event["subtype"], event["bot_id"], event["username"]) == ("bot_message", "B0DESK", "Help desk")
    assert "user" not in event
    seen = await bench.state("U0FRIEDA", channel="C0DESK")
    assert "Sofie Lindholm <sofie.lindholm@mail.example>" in seen["channels"][0]["messages"][0]["plain"]
