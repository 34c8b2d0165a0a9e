"""Activities reach the app as Microsoft Teams sends them: signed, with its own data, and again when unanswered."""

from pathlib import Path

import jwt
import pytest

from tests.playground.teams_bench import APP_ID, HELP, TENANT, TeamsBench, teams_bench_in


async def test_a_message_of_a_channel_comes_signed_and_with_everything_teams_tells(teams: TeamsBench) -> None:
    shown = await teams.say("U0FRIEDA", "@Kindline can you help?\nGrüße & <3 🚲")
    await teams.settled()
    (received,) = teams.receiver.got
    claims = await teams.verified(received)
    activity = received.activity
    ms = shown.split("/")[1].replace(".", "")[:13]
    assert claims["iss"] == "https://api.botframework.com"
    assert claims["serviceurl"] == activity["serviceUrl"] == f"{teams.settings.address}/connector/"
    assert activity["id"] == ms
    assert activity["conversation"] == {
        "id": f"{HELP};messageid={ms}",
        "conversationType": "channel",
        "isGroup": True,
        "tenantId": TENANT,
    }
    assert activity["from"] == {"id": "29:U0FRIEDA", "name": "Frieda Maas", "aadObjectId": "aad-u0frieda"}
    assert activity["recipient"]["id"] == f"28:{APP_ID}"
    assert activity["channelData"]["tenant"] == {"id": TENANT}
    assert activity["channelData"]["channel"] == {"id": HELP}
    assert activity["channelData"]["team"] == {"id": "19:c0team@thread.tacv2"}
    assert (activity["channelId"], activity["localTimezone"]) == ("msteams", "Europe/Berlin")
    assert activity["localTimestamp"].endswith("+01:00")
    assert activity["text"] == "<at>Kindline</at> can you help?\nGrüße &amp; &lt;3 🚲"
    (mention,) = [one for one in activity["entities"] if one["type"] == "mention"]
    assert mention["mentioned"] == {"id": f"28:{APP_ID}", "name": "Kindline"}
    assert mention["text"] == "<at>Kindline</at>"
    assert any(one["type"] == "clientInfo" for one in activity["entities"])
    assert activity["attachments"][0]["contentType"] == "text/html"
    assert "Grüße &amp; &lt;3" in activity["attachments"][0]["content"]
    assert "replyToId" not in activity


async def test_a_reply_names_its_thread_in_the_conversation_and_nowhere_else(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "Hello?")
    await teams.say("U0FRIEDA", "Hello!", thread=root)
    await teams.settled()
    first, second = (one.activity for one in teams.receiver.got)
    assert second["conversation"]["id"] == first["conversation"]["id"]
    assert second["id"] != first["id"]
    assert "replyToId" not in second
    assert first["from"]["aadObjectId"] == "aad-u0annelie"


async def test_the_first_word_to_the_app_adds_it_before(teams: TeamsBench) -> None:
    await teams.say("U0FRIEDA", "promises", channel="U0KINDLINE")
    await teams.say("U0FRIEDA", "help", channel="U0KINDLINE")
    await teams.settled()
    kinds = sorted(one.activity["type"] for one in teams.receiver.got)
    assert kinds == ["conversationUpdate", "installationUpdate", "message", "message"]
    (added,) = teams.receiver.of("installationUpdate")
    assert (added["action"], added["conversation"]["id"]) == ("add", "a:1-u0frieda")
    assert "localTimezone" not in added
    message = teams.receiver.of("message")[0]
    assert message["conversation"] == {"id": "a:1-u0frieda", "conversationType": "personal", "tenantId": TENANT}
    assert set(message["channelData"]) == {"tenant"}


async def test_nothing_is_heard_where_the_app_is_not_nor_of_its_own_words(teams: TeamsBench) -> None:
    await teams.do("leave", user="U0KINDLINE", channel="C0TEAM")
    await teams.settled()
    kinds = [one.activity["type"] for one in teams.receiver.got]
    assert sorted(kinds) == ["conversationUpdate", "installationUpdate"]
    teams.receiver.got.clear()
    await teams.say("U0FRIEDA", "only us", channel="C0TEAM")
    await teams.say("U0FRIEDA", "the two of us", channel="U0JONAS")
    await teams.post(HELP, "A word of the app")
    await teams.settled()
    assert teams.receiver.got == []


async def test_edits_and_deletions_are_activities_of_their_own(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "first")
    await teams.say("U0FRIEDA", "reply", thread=root)
    await teams.do("edit", user="U0ANNELIE", message=root, text="second")
    await teams.do("delete", user="U0ANNELIE", message=root)
    await teams.settled()
    (edited,), (deleted,) = teams.receiver.of("messageUpdate"), teams.receiver.of("messageDelete")
    assert (edited["text"], edited["channelData"]["eventType"]) == ("second", "editMessage")
    assert deleted["channelData"]["eventType"] == "softDeleteMessage"
    assert deleted["id"] == edited["id"] == teams.receiver.of("message")[0]["id"]
    assert "text" not in deleted


async def test_a_deletion_can_be_undone_by_who_deleted(teams: TeamsBench) -> None:
    said = await teams.say("U0ANNELIE", "first")
    await teams.do("delete", user="U0ANNELIE", message=said)
    assert await teams.refused("undelete", user="U0FRIEDA", message=said) == "message_not_found"
    await teams.do("undelete", user="U0ANNELIE", message=said)
    await teams.settled()
    (restored,) = teams.receiver.of("messageUpdate")
    assert (restored["text"], restored["channelData"]["eventType"]) == ("first", "undeleteMessage")
    assert [one["plain"] for one in await teams.messages("U0FRIEDA")] == ["first"]


async def test_reactions_are_told_where_they_are_to_the_apps_own_words(teams: TeamsBench) -> None:
    theirs = await teams.say("U0ANNELIE", "Hello?")
    await teams.post(HELP, "Hello!")
    own = str((await teams.messages("U0FRIEDA"))[-1]["id"])
    await teams.do("react", user="U0FRIEDA", message=theirs, name="like")
    await teams.do("react", user="U0FRIEDA", message=own, name="heart")
    await teams.settled()
    (told,) = teams.receiver.of("messageReaction")
    assert (told["reactionsAdded"], told["replyToId"]) == ([{"type": "heart"}], own.split("/")[1].replace(".", "")[:13])


async def test_people_who_come_and_go_are_announced_without_their_names(teams: TeamsBench) -> None:
    await teams.do("join", user="U0MILO", channel="C0HELP")
    await teams.do("deactivate", user="U0JONAS")
    await teams.settled()
    changes = teams.receiver.of("conversationUpdate")
    joined = next(one for one in changes if "membersAdded" in one)
    assert joined["membersAdded"] == [{"id": "29:U0MILO", "aadObjectId": "aad-u0milo"}]
    assert joined["channelData"]["eventType"] == "channelMemberAdded"
    assert joined["channelData"]["team"]["name"] == "Marigold"
    left = [one["membersRemoved"][0]["id"] for one in changes if "membersRemoved" in one]
    assert left == ["29:U0JONAS", "29:U0JONAS"]


async def test_an_unanswered_activity_comes_again_after_fifteen_seconds_under_its_id(teams: TeamsBench) -> None:
    teams.receiver.status = 503
    await teams.say("U0ANNELIE", "Hello?")
    await teams.settled()
    assert len(teams.receiver.got) == 1
    teams.receiver.status = 200
    await teams.do("clock", advance_s=16)
    await teams.do("clock", advance_s=600)
    assert len({one.activity["id"] for one in teams.receiver.got}) == 1
    (entry,) = (await teams.ask("events"))["events"]
    assert [attempt["status"] for attempt in entry["attempts"]] == [503, 200]


@pytest.mark.parametrize(("kind", "ids"), [("again", 1), ("again_new_id", 2), ("duplicate", 1)])
async def test_what_was_answered_may_come_a_second_time(teams: TeamsBench, kind: str, ids: int) -> None:
    await teams.do("fault", method="events", kind=kind)
    await teams.say("U0ANNELIE", "Hello?")
    await teams.settled()
    await teams.do("clock", advance_s=20)
    assert len(teams.receiver.got) == 2
    assert len({one.activity["id"] for one in teams.receiver.got}) == ids
    assert len({one.activity["conversation"]["id"] for one in teams.receiver.got}) == 1


async def test_activities_overtake_each_other_on_request(teams: TeamsBench) -> None:
    await teams.do("fault", method="events", kind="out_of_order")
    await teams.say("U0ANNELIE", "one")
    await teams.say("U0ANNELIE", "two")
    await teams.settled()
    assert [one.activity["text"] for one in teams.receiver.got] == ["two", "one"]


async def test_forged_and_foreign_deliveries_come_once_and_only_on_request(teams: TeamsBench) -> None:
    for kind in ("forged", "stale_token", "wrong_tenant"):
        await teams.do("fault", method="events", kind=kind)
        await teams.say("U0ANNELIE", kind)
        await teams.settled()
    forged, stale, foreign = teams.receiver.got
    with pytest.raises(jwt.InvalidSignatureError):
        await teams.verified(forged)
    with pytest.raises(jwt.ExpiredSignatureError):
        await teams.verified(stale)
    assert foreign.activity["channelData"]["tenant"]["id"] == "M0STRANGER"
    assert await teams.verified(foreign)


async def test_keys_change_when_asked_to(teams: TeamsBench) -> None:
    await teams.say("U0ANNELIE", "one")
    await teams.settled()
    await teams.do("rotate_keys")
    await teams.say("U0ANNELIE", "two")
    await teams.settled()
    old, new = (jwt.get_unverified_header(one.headers["Authorization"][7:])["kid"] for one in teams.receiver.got)
    assert old != new
    assert await teams.verified(teams.receiver.got[1])


async def test_a_restart_goes_on_with_what_was_not_answered(tmp_path: Path) -> None:
    async with teams_bench_in(tmp_path) as teams:
        teams.receiver.status = 500
        said = await teams.say("U0ANNELIE", "Hello?")
        await teams.settled()
    async with teams_bench_in(tmp_path) as teams:
        assert [one["id"] for one in await teams.messages("U0FRIEDA")] == [said]
        await teams.do("clock", advance_s=16)
        assert [one.activity["text"] for one in teams.receiver.got] == ["Hello?"]
