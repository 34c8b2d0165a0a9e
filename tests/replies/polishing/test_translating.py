"""A customer in another language: translated, decided in English, said in their own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.buttons import Buttons
from bot.replies.polishing.anew import UNDER_WAY
from bot.replies.polishing.later import NOT_ANEW
from bot.replies.polishing.model_desk import NOT_YET, ONCE_MORE
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


async def test_an_admin_sees_both_requests_for_another_language_word_for_word(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=in_german) as house:
        for number in range(10):
            text = f"{GERMAN} Das ist meine Nachricht mit der Zahl {number}{number}7."
            await house.desk.says("U0ANNELIE", text, thread="m1", message_id=f"m{number + 1}")
        await house.desk.settled()
        shown = said(await house.desk.office.command("U0NADINE", "kindline model show"))
        await house.desk.polished()
        first = house.fake.asked[0]["messages"]
    assert len(first) == 2 and all(one["content"] in shown for one in first)
    assert shown.count("mit der Zahl 117") == 1  # The translation takes eight turns, the reply twelve.
    assert NOT_YET in shown and ONCE_MORE in shown and "Instructions after the translation" in shown
