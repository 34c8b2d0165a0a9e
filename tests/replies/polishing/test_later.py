"""Better words that come after the card: when they are asked for, and what meanwhile happened."""

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from bot.buttons import Buttons
from bot.places import PressedCard
from bot.replies.draft_card import AS_IT_WAS
from bot.replies.polishing.anew import UNDER_WAY
from bot.replies.polishing.desk import MOST_AT_ONCE
from bot.replies.polishing.writing import BY_MODEL, NOT_KEPT
from prompts.asking import Trouble
from storage.learning import ExampleVersion
from tests.office import HERE, NOW, said, words
from tests.prompts.fake_model import raw, slow
from tests.replies.polishing.scripted import ASKED, saying_the_plan, scripted

WARM = "I know how you have been counting on it. "


def warmer(plan: str) -> str:
    greeting, _, rest = plan.partition("\n\n")
    return f"{greeting}\n\n{WARM}{rest}"


async def test_a_card_that_stands_changes_by_itself_once_the_words_are_there(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, _ = await house.drafted()
        pressed = await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|shorter")
        assert UNDER_WAY in said(pressed) and WARM not in said(pressed)
        posted = await house.desk.polished()
        now = await house.desk.draft(draft.draft_id)
    assert now.style == "shorter" and now.by_model == BY_MODEL and WARM in now.text
    (card,) = [one.card for one in posted if isinstance(one.place, PressedCard)]
    assert WARM in words(card) and UNDER_WAY not in words(card)


@pytest.mark.parametrize(
    "text",
    [
        "The heater you sold me is on fire and my daughter is hurt! What do I do? Order MB-44120.",
        "My lawyer will sue you over order MB-44120 unless you answer: where is it?",
    ],
)
async def test_no_better_words_are_announced_where_nobody_is_asked(tmp_path: Path, text: str) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, _ = await house.drafted(text)
        pressed = said(await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|shorter"))
        assert UNDER_WAY not in pressed and await house.desk.timers() == []


async def test_a_wish_that_is_fulfilled_already_is_not_asked_for_again(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        draft, _ = await house.drafted()
        press = f"{draft.draft_id}|{AS_IT_WAS}"
        assert UNDER_WAY not in said(await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, press))
        assert await house.desk.timers() == []


async def test_who_presses_again_after_trouble_gets_the_models_words(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer), behaviours=[raw("<html>")]) as house:
        draft, _ = await house.drafted()
        assert draft.by_model == Trouble.GARBAGE.sentence
        press = f"{draft.draft_id}|{AS_IT_WAS}"
        assert UNDER_WAY in said(await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, press))
        await house.desk.polished()
        now = await house.desk.draft(draft.draft_id)
    assert now.by_model == BY_MODEL and WARM in now.text


async def test_words_that_did_not_pass_are_not_kept_for_the_next_try(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(lambda plan: f"{plan} We refund the whole order.")) as house:
        draft, _ = await house.drafted()
        assert draft.by_model == NOT_KEPT
        house.fake.says = saying_the_plan(warmer)
        await house.desk.office.press("U0FRIEDA", Buttons.MORE_DRAFT, f"{draft.draft_id}|{AS_IT_WAS}")
        await house.desk.polished()
        now = await house.desk.draft(draft.draft_id)
    assert now.by_model == BY_MODEL and WARM in now.text


async def test_what_the_customer_added_meanwhile_leaves_the_older_draft_alone(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        thread = await house.desk.says("U0ANNELIE", "Where is my bicycle trailer? It should have come on Monday.")
        await house.desk.settled()
        await house.desk.says("U0ANNELIE", "And can I still change the colour?", thread=thread)
        await house.desk.polished()
        assert house.fake.asked == []
        assert (await house.mine()).by_model == ""


async def test_a_restart_between_the_answer_and_the_card_costs_the_words_and_not_the_draft(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        await house.desk.says("U0ANNELIE", ASKED)
        await house.desk.settled()
        (fired,) = await house.desk.timers()
        async with house.desk.office.rows() as tx:
            await house.desk.office.desk.hear(tx, fired)  # Nothing was thought ahead in this process.
        posted = await house.desk.office.deliver()
    assert [one for one in posted if "Draft ready" in one.card.summary and WARM not in words(one.card)]


async def test_in_a_rush_the_cards_that_find_no_room_come_at_once(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer), behaves=slow(3)) as house:
        for number in range(MOST_AT_ONCE + 2):
            text = f"Hi, where is my bicycle trailer number {number}? It should have come on Monday, you told me so."
            await house.desk.says("U0ANNELIE", text, thread=f"t{number}", message_id=f"t{number}")
        await house.desk.settled()
        started = time.monotonic()
        waiting = [asyncio.create_task(house.desk.office.hear(one)) for one in await house.desk.timers()]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        assert time.monotonic() - started < 2.5
        await asyncio.gather(*waiting)
        lines = [(await house.mine(f"t{number}")).by_model for number in range(MOST_AT_ONCE + 2)]
    assert lines.count(Trouble.BUSY.sentence) >= 2


async def test_replies_that_the_team_saved_lend_their_sound_and_no_fact(tmp_path: Path) -> None:
    async with scripted(tmp_path, says=saying_the_plan(warmer)) as house:
        async with house.desk.office.rows() as tx:
            for number, text in enumerate(("Trailers are tested on 31 hills.", "Soup is served daily.")):
                who: dict[str, Any] = {"saved_by": "U0JONAS", "saved_at": NOW, "by": "U0JONAS", "at": NOW}
                asks = [] if number else ["Where is my trailer made?"]
                saved = ExampleVersion(
                    workspace_id=HERE, example_id=f"x{number}", version=1, text=text, asks=asks, **who
                )
                tx.session.add(saved)
        draft, _ = await house.drafted()
        case = house.fake.asked[0]["messages"][1]["content"]
    assert '<data kind="example">\nTrailers are tested on 31 hills.' in case and "Soup" not in case
    assert draft.by_model == BY_MODEL
