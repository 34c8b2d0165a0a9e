"""What is asked a second time: by a button that holds the question, and by Teams, which sends a press again."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.actions import OpenForm
from bot.events import ButtonPressed, CommandGiven
from handlers.hall.again import AGAIN
from handlers.teams.answers import MOST_OPENED, NOTHING_NEW
from handlers.teams.interactions import Seen, interaction
from tests.teams.asking import FORM, NOW, event_in, give, opening
from tests.teams.drawn import objects, said
from tests.teams.outside import Outside, outside
from tests.teams.wire import BOT, person, personal


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path) as found:
        await found.know("aad-frieda", user_id="29:frieda", chat_id="a:1-frieda")
        yield found


async def offered(out: Outside, body: dict[str, Any]) -> str:
    """The value of the button that was offered in place of a form."""
    await give(out, body, OpenForm(FORM))
    (button,) = [one for one in objects(out.fake.posts[-1].body) if one.get("type") == "Action.Submit"]
    value: str = button["data"]["s"]
    return value


async def test_what_a_button_asks_again_cannot_be_changed_by_whoever_holds_it(out: Outside) -> None:
    value = await offered(out, personal("insight"))
    forged = value.replace("insight", "promises")
    assert forged != value
    bare = value[value.index("{") :]
    for one in (forged, bare, f"{'0' * 32}{bare}", "", "x"):
        event = event_in(opening(AGAIN, in_chat=True, s=one))
        assert isinstance(event, ButtonPressed)
        assert event.button == AGAIN


async def test_what_a_button_asks_again_serves_nobody_else_and_no_other_workspace(out: Outside) -> None:
    value = await offered(out, personal("insight"))
    body = opening(AGAIN, in_chat=True, s=value)
    elsewhere = interaction(body, Seen("T9", NOW, BOT))
    somebody = event_in({**body, "from": person("jonas")})
    assert [type(one) for one in (elsewhere, somebody)] == [ButtonPressed, ButtonPressed]


async def test_words_that_are_not_all_visible_are_asked_again_too(out: Outside) -> None:
    value = await offered(out, personal("insight They\u202e love\u200b it \U0001f469\u200d\U0001f527"))
    again = event_in(opening(AGAIN, in_chat=True, s=value))
    assert isinstance(again, CommandGiven)
    assert again.text.startswith("They love")


async def test_a_press_that_teams_sends_again_opens_the_same_form(out: Outside) -> None:
    body = opening()
    first = await give(out, body, OpenForm(FORM))
    # Its key is spent, so the features are not asked again.
    assert await give(out, body) == first
    assert said(await give(out, {**body, "from": person("jonas")})) == [NOTHING_NEW]
    assert said(await give(out, {**body, "id": "another"})) == [NOTHING_NEW]


async def test_where_another_process_opened_the_form_nobody_is_told_that_it_is_done(out: Outside) -> None:
    assert said(await give(out, opening())) == [NOTHING_NEW]
    assert "once more" in NOTHING_NEW


async def test_only_the_newest_forms_are_kept_for_a_press_that_comes_again(out: Outside) -> None:
    for number in range(MOST_OPENED + 1):
        await give(out, opening() | {"id": f"f:{number}"}, OpenForm(FORM))
    assert said(await give(out, opening() | {"id": "f:0"})) == [NOTHING_NEW]
    assert "continue" in str(await give(out, opening() | {"id": "f:1"}))
