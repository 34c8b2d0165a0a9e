"""What customers ask again and again is counted, and told once a week to whoever can mend the cause."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.buttons import Timers
from bot.events import TimePassed
from bot.places import DirectMessage
from bot.replies.pages import fields_of, keep_page, read_page
from bot.replies.repeats import repeats
from bot.replies.sources.playbook import ARROW
from storage import work
from storage.replies import Draft
from tests.office import HERE, NOW, THERE, to, words
from tests.replies.desk import ReplyDesk

HELMET = "how long do I have to return a helmet"
ALIKE = ["how many days can I return the helmet", HELMET, "can a helmet be returned", "return helmet when", HELMET]
PAGE = "---\nowner: {}\n---\n# Returns\n\nYou have 30 days."


def draft(number: int, ask: str, *, thread: str = "", source: str = "", team: str = HERE, who: str = "U") -> Draft:
    place: dict[str, Any] = {"workspace_id": team, "channel_id": "C0HELP", "thread_id": thread or f"t{number}"}
    made: dict[str, Any] = {"draft_id": f"{team}{number}{who}", "basis_id": "m", "basis_hash": "h", "text": "Hi"}
    asks = [{"ask": ask, "state": "answered" if source else "owed", "source": source}]
    return Draft(**place, **made, created_at=NOW, person_id=who, asks=asks)


def test_the_same_question_in_other_words_is_one_and_a_thread_counts_once() -> None:
    asked = [draft(number, ask) for number, ask in enumerate(ALIKE)]
    twice = [draft(0, HELMET, thread="t0", who=who) for who in ("V", "W")]
    (found,) = repeats([*asked, *twice, draft(90, "where can I park")])
    assert (found.count, found.source) == (5, "")


def test_less_than_a_handful_is_not_again_and_again() -> None:
    assert repeats([draft(number, HELMET) for number in range(4)]) == []


def test_different_questions_about_one_thing_stay_apart() -> None:
    asked = ["can I return a helmet", "do you sell a helmet for children", "which helmet size fits me"]
    found = repeats([draft(i, ask, thread=f"{i}{ask}") for ask in asked for i in range(5)])
    assert [one.count for one in found] == [5, 5, 5]


def test_nothing_personal_is_told() -> None:
    ask = "where is order MB-44120 for annelie@voss.example"
    (found,) = repeats([draft(number, ask) for number in range(6)])
    assert "annelie@voss.example" not in found.question and "MB-44120" not in found.question


async def week_told(desk: ReplyDesk, *drafts: Draft, owner: str = "Nadine Okafor") -> dict[str, str]:
    span = {"since": (NOW - timedelta(days=2)).isoformat(), "until": (NOW + timedelta(days=5)).isoformat()}
    async with desk.office.rows() as tx:
        tx.session.add_all(drafts)
        page = read_page(PAGE.format(owner), NOW.date())
        await keep_page(tx, HERE, "Returns", fields_of(page.sections), "U0NADINE")
    payload = {**span, "week": "2026-W47"}
    for _ in range(2):
        await desk.office.hear(
            TimePassed(workspace_id=HERE, at=NOW, timer=Timers.QUESTIONS, key="k", due_at=NOW, payload=payload)
        )
    posted = to(await desk.office.deliver(), DirectMessage)
    return {one.place.person_id: words(one.card) for one in posted if isinstance(one.place, DirectMessage)}


@pytest.mark.parametrize("owner", ["Frieda Brandt", "frieda"])
async def test_the_pages_owner_hears_of_it_once(desk: ReplyDesk, owner: str) -> None:
    asked = [draft(number, HELMET, source=f"Returns{ARROW}Helmets") for number in range(6)]
    told = await week_told(desk, *asked, owner=owner)
    assert list(told) == ["U0FRIEDA"]
    assert (
        f"Asked 6 times: How long do I have to return a helmet? “Returns{ARROW}Helmets” should answer it."
        in told["U0FRIEDA"]
    )


async def test_leads_hear_of_what_no_page_answers(desk: ReplyDesk) -> None:
    told = await week_told(desk, *(draft(number, HELMET) for number in range(5)))
    assert set(told) == {"U0NADINE", "U0LARS"} and "No page answers it." in told["U0LARS"]


async def test_an_owner_whom_nobody_knows_leaves_it_to_the_leads(desk: ReplyDesk) -> None:
    asked = [draft(number, HELMET, source="Returns") for number in range(5)]
    assert set(await week_told(desk, *asked, owner="Somebody Else")) == {"U0NADINE", "U0LARS"}


async def test_a_quiet_week_tells_nobody_and_another_workspace_does_not_count(desk: ReplyDesk) -> None:
    there = [draft(number, HELMET, team=THERE) for number in range(9)]
    assert await week_told(desk, *there, draft(1, HELMET)) == {}


async def test_one_timer_a_week_is_set_when_customers_write(desk: ReplyDesk) -> None:
    for number in range(3):
        await desk.says("U0ANNELIE", f"What are your opening hours on day {number}?")
    await desk.settled()
    async with desk.office.rows() as tx:
        rows = list(await tx.session.scalars(select(work.Work).where(work.Work.kind == Timers.QUESTIONS)))
    assert len(rows) == 1 and rows[0].due_at.weekday() == 0
