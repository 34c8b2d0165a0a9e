"""Composing runs beside the event loop, once for the same question."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from bot.calendar.hours import TeamCalendar
from bot.conversation import Turn
from bot.replies.thinking import KEPT, Thinking
from bot.replies.writing.plan import DraftBrief

ASKED = Turn(by="customer", name="Annelie", text="Where is my child seat? It should have come on Monday.")


async def brief_for(thinking: Thinking, turn: Turn = ASKED) -> DraftBrief:
    return DraftBrief(
        turns=[turn],
        reading=await thinking.reading("thread", [turn]),
        customer_name="Annelie",
        agent_name="Frieda",
        now=datetime(2026, 3, 18, 10, 30, tzinfo=UTC),
        customer_zone="Europe/Berlin",
        agent_zone="Europe/Berlin",
        calendar=TeamCalendar(zone="Europe/Berlin"),
    )


async def test_the_same_question_is_thought_through_once() -> None:
    thinking = Thinking()
    first = await thinking.draft("d1", await brief_for(thinking))

    assert await thinking.draft("d1", await brief_for(thinking)) is first


async def test_new_words_of_the_customer_are_read_anew() -> None:
    thinking = Thinking()
    first = await thinking.draft("d1", await brief_for(thinking))
    more = replace(ASKED, text=f"{ASKED.text} And can you leave it with my neighbour?")
    second = await thinking.draft("d1", await brief_for(thinking, more))

    assert (len(first.asks), len(second.asks)) == (1, 2)


async def test_the_event_loop_goes_on_while_a_draft_is_composed() -> None:
    thinking = Thinking()
    brief = await brief_for(thinking)
    composing = asyncio.create_task(thinking.draft("d1", brief))
    turns = 0
    while not composing.done():
        await asyncio.sleep(0)
        turns += 1

    assert turns > 2


async def test_what_is_kept_in_memory_has_an_end() -> None:
    thinking = Thinking()
    first = await thinking.reading("first", [ASKED])
    for number in range(KEPT):
        await thinking.reading(f"t{number}", [])

    assert await thinking.reading("first", [ASKED]) is not first
