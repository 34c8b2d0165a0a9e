"""The two roads in: what happened is stored, what somebody waits for is answered now, a command in a channel is
both."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from handlers.hall.reception import ANSWER_S, Reply
from handlers.hall.remarks import PATIENCE, SORRY
from handlers.teams.tenancy import event_key, order_of
from storage.workspaces import Workspace
from tests.teams.hall import Hall, hall
from tests.teams.wire import BOT, TENANT, Json, activity, invoke, person, personal


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Hall]:
    async with hall(tmp_path) as found:
        yield found


def called(text: str, **more: Any) -> Json:
    """A message in a channel that calls the bot."""
    mention = {"type": "mention", "text": "<at>Kindline</at>", "mentioned": {"id": BOT, "name": "Kindline"}}
    return activity(text=f"<at>Kindline</at> {text}", entities=[mention], **more)


async def test_what_is_said_in_a_channel_is_stored_and_asks_nothing(house: Hall) -> None:
    for told in (activity(), called("what do you think?", id="2"), activity(text="Thanks, Kindline", id="3")):
        await house.post(told)
    assert len(await house.rows()) == 3
    assert house.asked == []


@pytest.mark.parametrize("text", ["help", "/help", "kindline route", "whatever this may be"])
async def test_every_message_in_the_private_chat_is_a_command_and_is_answered_now(house: Hall, text: str) -> None:
    got = await house.post(personal(text))
    assert (got.status, got.body) == (200, b"")
    assert [(workspace_id, key) for workspace_id, _, key in house.asked] == [(TENANT, "a:1-frieda:1763458200000")]
    assert await house.rows() == []


async def test_the_word_home_is_stored_since_nobody_waits_for_an_answer(house: Hall) -> None:
    await house.post(personal("home"))
    assert (len(await house.rows()), house.asked) == (1, [])


async def test_a_command_in_a_channel_is_heard_like_any_message_and_answered(house: Hall) -> None:
    await house.post(called("route complaints"))
    assert (len(await house.rows()), len(house.asked)) == (1, 1)


async def test_a_command_that_only_the_bot_can_see_is_answered_and_not_heard(house: Hall) -> None:
    await house.post(activity(text="route", recipient={"id": BOT, "isTargeted": True}))
    assert (await house.rows(), len(house.asked)) == ([], 1)


async def test_a_command_whose_words_cannot_be_stored_comes_again_before_anybody_answers(house: Hall) -> None:
    async with house.out_of_order():
        assert (await house.post(called("route complaints"))).status == 503
    assert house.asked == []


@pytest.mark.parametrize("kind", ["messageUpdate", "messageDelete", "conversationUpdate", "installationUpdate"])
async def test_everything_that_happened_is_stored(house: Hall, kind: str) -> None:
    await house.post(activity(kind))
    assert (len(await house.rows()), house.asked) == (1, [])


async def test_the_same_invoke_has_the_same_key_whenever_it_comes(house: Hall) -> None:
    pressed = invoke("adaptiveCard/action", {"action": {"verb": "x", "data": {}}}, id="f:1")
    for _ in range(2):
        await house.post(pressed)
    filled = {"data": {"f": "insight", "s": "", "n": "nonce-1", "text": "Helmets"}}
    for number in range(2):
        await house.post(invoke("task/submit", filled, id=f"f:submit-{number}"))
    keys = [key for _, _, key in house.asked]
    assert keys[0] == keys[1] != keys[2] == keys[3]


async def test_a_question_without_an_id_is_known_by_its_whole_text(house: Hall) -> None:
    pressed = invoke("adaptiveCard/action", {"action": {"verb": "x"}}, id=None)
    await house.post(pressed)
    await house.post(pressed)
    await house.post({**pressed, "from": person("jonas")})
    keys = [key for _, _, key in house.asked]
    assert keys[0] == keys[1] != keys[2]
    assert all(keys)


async def test_a_tenant_that_is_new_here_is_known_before_anything_of_it_is_stored(house: Hall) -> None:
    await house.post(activity())
    assert house.admitted == [TENANT]
    assert [row.workspace_id for row in await house.rows()] == [TENANT]


async def test_a_workspace_that_is_not_active_is_refused(house: Hall) -> None:
    house.is_admitting = False
    async with house.database.transaction() as tx:
        row = Workspace(workspace_id=TENANT, platform="teams", name="", bot_person_id=BOT, created_at=tx.now)
        row.is_active = False
        tx.session.add(row)
    assert (await house.post(activity())).status == 403
    assert (await house.post(personal())).status == 403
    assert (await house.rows(), house.asked, house.counts["unknown_tenant"]) == ([], [], 2)


async def test_nobody_is_asked_when_the_database_cannot_say_who_they_are(house: Hall) -> None:
    async with house.database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE workspaces RENAME TO gone")
    assert (await house.post(activity())).status == 503
    got = await house.post(invoke("task/fetch", {"data": {"b": "x"}}))
    assert (got.status, got.json) == (200, {"value": house.excused[-1]})
    assert house.excused[-1].startswith("Sorry, that did not work just now.")
    assert (await house.post(personal())).status == 200
    assert (len(house.excused), house.asked) == (2, [])


async def test_what_takes_too_long_is_answered_in_time_and_still_done(house: Hall) -> None:
    house.delay = asyncio.sleep(ANSWER_S + 0.3)
    began = asyncio.get_running_loop().time()
    got = await house.post(invoke("task/fetch", {"data": {"b": "x"}}))
    assert asyncio.get_running_loop().time() - began < ANSWER_S + 0.3
    assert (got.json, house.asked) == ({"value": PATIENCE}, [])
    await house.reception.finish()
    assert len(house.asked) == 1
    assert house.counts["interaction_late"] == 1


async def test_the_same_form_once_more_gets_the_answer_that_came_too_late(house: Hall) -> None:
    house.delay, house.reply = asyncio.sleep(ANSWER_S + 0.3), Reply(200, {"task": "the form with findings"})
    submitted = invoke("task/submit", {"data": {"f": "draft", "n": "nonce-1", "text": "Hi"}})
    assert (await house.post(submitted)).json == {"value": PATIENCE}
    assert (await house.post(submitted)).json == {"task": "the form with findings"}
    assert (len(house.asked), house.told_late) == (1, [])


async def test_an_answer_that_nobody_asks_for_again_is_told_where_there_is_a_way(house: Hall) -> None:
    house.delay, house.reply = asyncio.sleep(ANSWER_S + 0.1), Reply(200, {"text": "Two things to mend"})
    await house.post(personal("check Dear customer"))
    await house.reception.finish()
    await asyncio.sleep(0)
    assert house.told_late == [{"text": "Two things to mend"}]


async def test_what_failed_late_is_decided_anew(house: Hall) -> None:
    house.delay, house.failure = asyncio.sleep(ANSWER_S + 0.1), RuntimeError("x")
    submitted = invoke("task/submit", {"data": {"f": "draft", "n": "nonce-1", "text": "Hi"}})
    await house.post(submitted)
    await house.reception.finish()
    await asyncio.sleep(0)
    house.delay = house.failure = None
    assert (await house.post(submitted)).status == 200 and len(house.asked) == 1


async def test_what_fails_after_it_took_too_long_is_not_lost_on_the_log(house: Hall) -> None:
    house.delay, house.failure = asyncio.sleep(ANSWER_S + 0.1), RuntimeError("CANARY")
    with capture_logs() as logs:
        await house.post(personal())
        await house.reception.finish()
        await asyncio.sleep(0)
    told = [line["event"] for line in logs if line["event"].startswith("teams.interaction")]
    assert told == ["teams.interaction_late", "teams.interaction_failed"]
    assert "CANARY" not in str(logs)


async def test_the_log_says_where_it_failed_and_not_with_whose_words(house: Hall) -> None:
    house.failure = RuntimeError("CANARY")
    with capture_logs() as logs:
        await house.post(personal())
    (line,) = [one for one in logs if one["event"] == "teams.interaction_failed"]
    assert (line["reason"], line["workspace"]) == ("RuntimeError", TENANT)
    assert line["at"].startswith("tests.teams.hall:")
    assert house.excused[0] == SORRY.format(reference=line["reference"])


async def test_a_reply_of_ours_goes_out_with_its_status(house: Hall) -> None:
    house.reply = Reply(200, None)
    assert (await house.post(invoke("task/submit", {"data": {"f": "x"}}))).body == b""


def test_what_names_an_activity_in_its_workspace() -> None:
    said, edited = activity(), activity("messageUpdate")
    assert event_key(said) == event_key({**said, "timestamp": "later"})
    assert event_key(edited) != event_key({**edited, "timestamp": "later"})
    assert len({event_key(activity(kind)) for kind in ("message", "messageUpdate", "messageDelete")}) == 3
    assert order_of(said) == order_of(activity(conversation={"id": "19:c0help@thread.tacv2"}))
    assert order_of(activity(conversation=None)) == ""
