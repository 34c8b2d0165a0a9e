"""What a waiting person is told when something went wrong, takes long, or makes no sense."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Replace, Say
from bot.events import Interaction
from handlers.hall.remarks import PATIENCE, SORRY
from handlers.teams.cards import CONTENT_TYPE
from tests.mishaps import Fault
from tests.teams.asking import DONE, FORM, MORE, NOW, SEND, UPDATE, bodies, give, opening, press, submission
from tests.teams.drawn import objects, said
from tests.teams.outside import Outside, outside
from tests.teams.wire import TENANT, invoke, personal


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path) as found:
        await found.know("aad-frieda", user_id="29:frieda", chat_id="a:1-frieda")
        yield found


async def test_what_failed_is_said_where_the_person_looks_and_typed_words_stay(out: Outside) -> None:
    async def sorry(body: dict[str, Any]) -> Any:
        given = await out.answers.instead(TENANT, body, SORRY.format(reference="abc123"))
        await out.answers.finish()
        return given

    assert "abc123" in (await sorry(press()))["value"]
    assert "abc123" in said(await sorry(opening()))[0]
    again = await sorry(submission())
    assert [one["value"] for one in objects(again) if one.get("type") == "Input.Text"] == ["They love it"]
    assert "abc123" in said(again)[0]
    assert out.fake.calls == []
    assert await sorry(personal("insight")) is None
    assert "abc123" in bodies(out)[0][1][0]


async def test_patience_is_asked_for_in_the_same_places(out: Outside) -> None:
    assert "still being done" in (await out.answers.instead(TENANT, press(), PATIENCE) or {})["value"]
    assert "still being done" in said(await out.answers.instead(TENANT, opening(), PATIENCE))[0]


@pytest.mark.parametrize("status", [403, 404, 502])
async def test_an_answer_that_cannot_be_shown_spoils_nothing(out: Outside, status: int) -> None:
    out.fake.fail(SEND, Fault(status=status, body={}), Fault(status=status, body={}))
    out.fake.fail(UPDATE, Fault(status=status, body={}))
    given = await give(out, press(), Replace(DONE), Say(MORE))
    assert given["type"] == CONTENT_TYPE


async def test_an_answer_waits_its_turn_when_the_chat_is_busy(out: Outside) -> None:
    out.fake.fail(SEND, Fault(status=429, body={}, headers={"Retry-After": "1"}))
    await give(out, press(in_chat=True), Say(DONE))
    assert bodies(out) == [("a:1-frieda", ["It is done."])]


@pytest.mark.parametrize("value", [None, "x", [], {}, {"data": None}, {"data": "x"}, {"action": 5}])
@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/submitAction"])
async def test_an_invoke_of_any_shape_gets_a_kind_answer(out: Outside, name: str, value: Any) -> None:
    body = invoke(name, value)
    event = Interaction(workspace_id=TENANT, at=NOW, person_id="aad-frieda")
    for answers in ([], [Say(DONE)], [OpenForm(FORM)], [RefuseForm({"x": "No."})], [Replace(DONE)]):
        given = await out.answers.give(event, answers, body)
        assert given is None or "statusCode" in given or given["task"]["type"] in ("continue", "message")
    assert await out.answers.instead(TENANT, body, SORRY.format(reference="abc123")) is not None
    await out.answers.finish()
