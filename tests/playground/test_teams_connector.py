"""The Bot Connector does what the real one does for a bot, and refuses what it would refuse."""

import asyncio
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest

from tests.playground.teams_bench import GENERAL, HELP, TENANT, TeamsBench, button, card, with_card

FRIEDA_CHAT = "a:1-u0frieda"


def path_of(conversation: str, message: str) -> str:
    return f"conversations/{quote(conversation, safe='')}/activities/{message}"


async def test_only_a_token_of_its_own_login_is_taken_and_only_for_a_day(teams: TeamsBench) -> None:
    for wrong in ({"client_secret": "guess"}, {"client_id": "x"}, {"scope": "x"}, {"tenant": "T0NORTH"}):
        status, answer = await teams.fetch_token(**wrong)
        assert status >= 400 and "error" in answer
    status, answer = await teams.fetch_token()
    assert (status, answer["token_type"], answer["expires_in"]) == (200, "Bearer", 86_399)
    assert (await teams.connect("GET", f"teams/{GENERAL}", token="nonsense"))[0] == 401
    assert (await teams.connect("GET", f"teams/{GENERAL}"))[0] == 200
    await teams.do("clock", advance_s=26 * 3600)
    assert (await teams.connect("GET", f"teams/{GENERAL}"))[0] == 401
    teams.token = ""
    assert (await teams.connect("GET", f"teams/{GENERAL}"))[0] == 200


async def test_a_post_begins_a_thread_or_lands_in_the_one_that_is_named(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "Hello?")
    thread = f"{HELP};messageid={root.split('/')[1].replace('.', '')[:13]}"
    assert (await teams.post(thread, "In the thread"))[0] == 201
    assert (await teams.post(HELP, "A **new** one, <b>"))[0] == 201
    status, made = await teams.connect(
        "POST",
        "conversations",
        {"isGroup": True, "channelData": {"channel": {"id": HELP}}, "activity": {"type": "message", "text": "Third"}},
    )
    assert (status, made["id"]) == (201, f"{HELP};messageid={made['activityId']}")
    await teams.post(made["id"], "below")
    _, inside, new, third, below = await teams.messages("U0FRIEDA")
    assert (inside["thread"], inside["user"], inside["is_app"]) == (root, "U0KINDLINE", True)
    assert (new["thread"], new["text"], new["plain"]) == (None, "A *new* one, &lt;b&gt;", "A new one, <b>")
    assert (third["text"], below["thread"]) == ("Third", third["id"])


async def test_a_reply_to_a_message_lands_in_its_thread(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "Hello?")
    wire = root.split("/")[1].replace(".", "")[:13]
    status, _ = await teams.connect("POST", path_of(HELP, wire), {"type": "message", "text": "Hi"})
    assert status == 201
    assert (await teams.messages("U0FRIEDA"))[1]["thread"] == root


async def test_where_the_app_is_not_nothing_can_be_written(teams: TeamsBench) -> None:
    assert (await teams.post("19:nowhere@thread.tacv2", "x"))[0] == 404
    assert (await teams.post(f"{HELP};messageid=1795000000000", "x"))[0] == 404
    await teams.do("leave", user="U0KINDLINE", channel="C0TEAM")
    status, answer = await teams.post(GENERAL, "x")
    assert (status, answer["error"]["code"]) == (403, "BotNotInConversationRoster")


@pytest.mark.parametrize(
    "activity",
    [
        {"text": ""},
        {"type": "typing"},
        {"text": "x", "attachments": [{"contentType": "image/png"}]},
        {"text": ["x"]},
        {"text": "x", "textFormat": ["markdown"]},
        {"text": "x", "attachments": "none"},
        {"text": "x", "entities": [{"type": "mention", "mentioned": "somebody", "text": "x"}]},
        {"text": "<at>Nobody</at>", "entities": [{"type": "mention", "mentioned": {"id": "29:X"}, "text": "x"}]},
    ],
)
async def test_an_activity_that_says_nothing_readable_is_refused(teams: TeamsBench, activity: dict[str, Any]) -> None:
    status, answer = await teams.post(HELP, activity)
    assert (status, bool(answer["error"]["message"])) == (400, True)


async def test_a_message_holds_twenty_eight_kilobytes(teams: TeamsBench) -> None:
    assert (await teams.post(HELP, "x" * 27_000))[0] == 201
    assert (await teams.post(HELP, "x" * 29_000))[0] == 413


async def test_messages_are_changed_and_taken_back_by_who_wrote_them(teams: TeamsBench) -> None:
    theirs = await teams.say("U0ANNELIE", "Hello?")
    _, posted = await teams.post(HELP, with_card(card(button("use"))))
    path = path_of(HELP, posted["id"])
    changed = {"type": "message", **with_card(card(words="Done"))}
    assert (await teams.connect("PUT", path, changed))[0] == 200
    assert (await teams.messages("U0FRIEDA"))[1]["plain"] == "Done"
    assert (await teams.connect("DELETE", path))[0] == 200
    assert len(await teams.messages("U0FRIEDA")) == 1
    for verb in ("PUT", "DELETE"):
        status, answer = await teams.connect(verb, path, changed)
        assert (status, answer["error"]["code"]) == (404, "ActivityNotFoundInConversation")
    wire = theirs.split("/")[1].replace(".", "")[:13]
    assert (await teams.connect("DELETE", path_of(HELP, wire)))[0] == 403


async def test_a_chat_opens_with_members_of_a_team_that_has_the_app(teams: TeamsBench) -> None:
    status, answer = await teams.open_chat()
    assert (status, answer["id"]) == (201, FRIEDA_CHAT)
    assert (await teams.open_chat("aad-u0frieda"))[1]["id"] == FRIEDA_CHAT
    assert (await teams.open_chat("29:U0HENDRIK"))[0] == 201
    assert (await teams.open_chat("29:U0ANNELIE"))[0] == 403
    assert (await teams.open_chat("29:NOBODY"))[0] == 400
    for odd in ({"members": [{"id": "29:U0FRIEDA"}]}, {"channelData": "x"}, {"channelData": {"channel": "x"}}):
        assert (await teams.connect("POST", "conversations", odd))[0] == 400
    await teams.post(FRIEDA_CHAT, "Good morning")
    (dm,) = (await teams.state("U0FRIEDA"))["dms"]
    assert (dm["with"], dm["messages"][0]["plain"]) == ("U0KINDLINE", "Good morning")


async def test_somebody_who_blocked_the_app_is_not_written_to(teams: TeamsBench) -> None:
    await teams.open_chat()
    await teams.do("block", user="U0FRIEDA")
    for status, answer in (await teams.post(FRIEDA_CHAT, "x"), await teams.open_chat()):
        assert status == 403
        assert (answer["errorCode"], "MessageWritesBlocked" in answer["message"]) == (209, True)
    assert await teams.refused("block", user="U0FRIEDA") == "already_blocked"
    await teams.do("unblock", user="U0FRIEDA")
    assert (await teams.post(FRIEDA_CHAT, "x"))[0] == 201
    await teams.do("deactivate", user="U0FRIEDA")
    assert (await teams.post(FRIEDA_CHAT, "x"))[0] == 403


async def test_adding_and_removing_the_app_is_told_and_blocking_is_not(teams: TeamsBench) -> None:
    await teams.do("install", user="U0FRIEDA")
    await teams.do("block", user="U0FRIEDA")
    await teams.do("unblock", user="U0FRIEDA")
    await teams.do("uninstall", user="U0FRIEDA")
    await teams.settled()
    assert [one["action"] for one in teams.receiver.of("installationUpdate")] == ["add", "remove"]
    assert (await teams.post(FRIEDA_CHAT, "x"))[0] == 403
    assert await teams.refused("install", user="U0ANNELIE") == "not_allowed"


async def test_a_targeted_message_is_seen_by_one_member_and_can_be_changed(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "Hello?")
    thread = f"{HELP};messageid={root.split('/')[1].replace('.', '')[:13]}"
    query = "?isTargetedActivity=true"
    shown = {**with_card(card(button("use"))), "recipient": {"id": "29:U0FRIEDA", "isTargeted": True}}
    status, answer = await teams.post(thread, shown, query=query)
    assert status == 201
    (private,) = (await teams.state("U0FRIEDA"))["ephemerals"]
    assert (private["ephemeral_for"], private["thread"], private["channel"]) == ("U0FRIEDA", root, "C0HELP")
    assert [one["label"] for one in private["actions"]] == ["Use"]
    for other in ("U0JONAS", "U0ANNELIE"):
        state = await teams.state(other)
        assert (state["ephemerals"], len(state["channels"][0]["messages"])) == ([], 1)
    path = path_of(thread, answer["id"]) + query
    assert (await teams.connect("PUT", path, {"type": "message", **with_card(card(words="Used"))}))[0] == 200
    assert (await teams.state("U0FRIEDA"))["ephemerals"][0]["plain"] == "Used"
    assert (await teams.connect("DELETE", path))[0] == 200
    assert (await teams.state("U0FRIEDA"))["ephemerals"] == []
    stranger = {"text": "x", "recipient": {"id": "29:U0MILO"}}
    assert (await teams.post(HELP, stranger, query=query))[0] == 400


async def test_members_are_asked_for_one_by_one_or_page_by_page(teams: TeamsBench) -> None:
    people = {f"U0P{n}": {"id": f"U0P{n}", "name": f"p{n}", "real_name": f"Person {n}"} for n in range(60)}
    channel = {"C0TEAM": {"members": [*people, "U0KINDLINE"]}}
    await teams.do("reset", scene={"workspaces": {TENANT: {"people": people, "channels": channel}}})
    status, annelie = await teams.connect("GET", f"conversations/{HELP}/members/29:U0ANNELIE")
    assert (status, annelie["tenantId"], annelie["aadObjectId"]) == (200, "M0VOSS", "aad-u0annelie")
    _, hendrik = await teams.connect("GET", f"conversations/{HELP}/members/aad-u0hendrik")
    assert (hendrik["userRole"], hendrik["tenantId"]) == ("guest", TENANT)
    assert (await teams.connect("GET", f"conversations/{HELP}/members/29:U0MILO"))[0] == 404
    _, first = await teams.connect("GET", f"conversations/{GENERAL}/pagedmembers?pageSize=50")
    token = quote(first["continuationToken"])
    _, second = await teams.connect(
        "GET", f"conversations/{GENERAL}/pagedmembers?pageSize=50&continuationToken={token}"
    )
    assert (len(first["members"]), len(second["members"]), "continuationToken" in second) == (50, 10, False)
    assert (await teams.connect("GET", f"conversations/{GENERAL}/pagedmembers?continuationToken=x"))[0] == 400


async def test_a_team_tells_its_name_and_its_channels(teams: TeamsBench) -> None:
    _, team = await teams.connect("GET", f"teams/{GENERAL}")
    assert (team["id"], team["name"], team["channelCount"]) == (GENERAL, "Marigold", 3)
    _, found = await teams.connect("GET", f"teams/{GENERAL}/conversations")
    assert {one["id"]: one["name"] for one in found["conversations"]}[HELP] == "help-marigold"
    assert (await teams.connect("GET", "teams/19:other@thread.tacv2"))[0] == 404


@pytest.mark.parametrize(
    ("kind", "status", "posts"), [("429", 429, 0), ("500", 500, 0), ("412", 412, 0), ("502_after", 502, 1)]
)
async def test_calls_fail_on_request_before_or_after_they_counted(
    teams: TeamsBench, kind: str, status: int, posts: int
) -> None:
    await teams.do("fault", method="POST conversations/activities", kind=kind, retry_after=7)
    found, _ = await teams.post(HELP, "x")
    assert found == status
    assert len(await teams.messages("U0FRIEDA")) == posts
    assert (await teams.post(HELP, "y"))[0] == 201


async def test_who_writes_too_often_is_asked_to_slow_down(teams: TeamsBench) -> None:
    answers = [(await teams.post(HELP, f"word {n}"))[0] for n in range(9)]
    assert answers == [201] * 7 + [429] * 2
    await teams.open_chat()
    assert (await teams.post(FRIEDA_CHAT, "elsewhere"))[0] == 201
    assert (await teams.ask("calls"))["throttled"] == 2
    await asyncio.sleep(1.0)
    assert (await teams.post(HELP, "again"))[0] == 201
    assert len(await teams.messages("U0FRIEDA")) == 8


async def test_connections_break_before_and_after_a_post_counted(teams: TeamsBench) -> None:
    for kind in ("reset_before", "reset_after"):
        await teams.do("fault", method="*", kind=kind)
        with pytest.raises(aiohttp.ClientError):
            await teams.post(HELP, kind)
    assert [one["plain"] for one in await teams.messages("U0FRIEDA")] == ["reset_after"]


async def test_slow_keys_and_words_of_refusal_come_on_request(teams: TeamsBench) -> None:
    await teams.do("fault", method="GET keys", kind="delay", delay_s=0.3)
    started = asyncio.get_running_loop().time()
    async with teams.session.get(f"{teams.settings.address}/connector/keys") as response:
        assert response.status == 200
    assert asyncio.get_running_loop().time() - started > 0.25
    await teams.do("fault", method="POST token", kind="503")
    async with teams.session.post(f"{teams.settings.address}/connector/login/{TENANT}/oauth2/v2.0/token") as response:
        assert response.status == 503
    await teams.do("fault", method="POST conversations", kind="ConversationBlockedByUser")
    status, answer = await teams.open_chat()
    assert (status, answer["error"]["code"]) == (403, "ConversationBlockedByUser")
    assert await teams.refused("fault", method="POST nothing", kind="500") == "unknown_method"
    assert await teams.refused("fault", method="events", kind="429") == "unknown_kind"


async def test_the_ledger_names_each_call_and_where_it_went(teams: TeamsBench) -> None:
    await teams.post(HELP, "x")
    await teams.post("19:nowhere@thread.tacv2", "y")
    calls = (await teams.ask("calls", method="POST conversations/activities"))["calls"]
    assert [(one["args"].get("channel"), one["answer"]["status"]) for one in calls] == [("C0HELP", 201), (None, 404)]
    assert calls[0]["args"]["activity"]["text"] == "x"
    assert (await teams.ask("calls", team="T0MARIGOLD"))["calls"] == []


async def test_a_link_to_a_message_leads_to_the_page(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "Hello?")
    wire = root.split("/")[1].replace(".", "")[:13]
    url = f"{teams.settings.address}/l/message/{quote(HELP, safe='')}/{wire}?tenantId={TENANT}"
    async with teams.session.get(url, allow_redirects=False) as response:
        assert response.headers["Location"].endswith(f"/?message={root}&team={TENANT}")
