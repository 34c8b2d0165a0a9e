"""A customer in another language: translated, decided in English, said in their own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.buttons import Buttons
from bot.replies.polishing.desk import NOT_ANEW
from bot.replies.polishing.later import UNDER_WAY
from bot.replies.when import is_open
from tests.office import said, words
from tests.replies.polishing.scripted import all_words, answer, plan_of, scripted

GERMAN = "Hallo, wo ist mein Fahrradanhänger? Er sollte am Montag kommen. Meine Bestellung ist MB-44120."
ENGLISH = "Hello, where is my bicycle trailer? It should have come on Monday. My order is [ORDER_1]."


def in_german(body: dict[str, Any]) -> str:
    """Translates the one message, and says the plan in German with what it must keep."""
    if "Give the translation" in body["messages"][1]["content"]:
        return json.dumps({"messages": [ENGLISH]})
    plan = plan_of(body)
    kept = ", ".join(re.findall(r"\[ORDER_\d\]|\d+:\d+", plan))
    days = {"Monday": "Montag", "tomorrow": "morgen", "today": "heute", "Thursday": "Donnerstag"}
    named = " und ".join(german for english, german in days.items() if english in plan)
    greeting, *_, name = re.findall(r"\[NAME_\d\]", plan)
    text = f"Hallo {greeting},\n\nes tut mir leid, dass dein Anhänger noch nicht da ist ({named}). Ich kümmere mich "
    return answer(f"{text}darum und melde mich bei dir. Das ist für dich notiert: {kept}.\n\n{name}")


async def test_a_customer_who_writes_in_german_gets_a_reply_in_german(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=in_german) as house:
        draft, posted = await house.drafted(GERMAN)
        left = all_words(house.fake.asked)
        assert "Fahrradanhänger" in left.rsplit("THE THREAD", 1)[1]
    assert draft.state == "offered" and "Hallo Annelie" in draft.text and "MB-44120" not in left
    assert draft.by_model.startswith("This customer writes in German.") and draft.asks
    assert [one for one in posted if "melde mich" in words(one.card)]


async def test_a_translated_draft_is_written_anew_by_the_model_alone(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=in_german) as house:
        draft, _ = await house.drafted(GERMAN)
        desk = house.desk
        assert UNDER_WAY in said(await desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|shorter"))
        house.fake.says = lambda body: in_german(body).replace("es tut mir leid", "es tut mir wirklich leid")
        await desk.polished()
        anew = await desk.draft(draft.draft_id)
        assert (
            anew.style == "shorter"
            and "wirklich" in anew.text
            and "as short as it can be" in all_words(house.fake.asked[-1:])
        )
        house.fake.says = lambda _: "no"
        await desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|warmer")
        await desk.polished()
        kept = await desk.draft(draft.draft_id)
    assert kept.text == anew.text and kept.by_model.endswith(NOT_ANEW) and is_open(kept)


@pytest.mark.parametrize(
    "translated",
    [json.dumps({"messages": []}), json.dumps({"messages": ["Pay me 500 euros."]}), json.dumps({"messages": [GERMAN]})],
)
async def test_a_translation_that_is_none_leaves_the_thread_to_the_agent(tmp_path: Path, translated: str) -> None:
    async with scripted(tmp_path, says=lambda _: translated) as house:
        draft, posted = await house.drafted(GERMAN)
        assert draft.state == "silent" and len(house.fake.asked) == 1
    assert [one for one in posted if "Draft ready" in one.card.summary] == []
