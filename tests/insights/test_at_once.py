"""What people in both workspaces do at the same moment, on PostgreSQL, where transactions really run side by side."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.buttons import Buttons
from storage import insights
from tests.databases import new_postgres_database, postgres_server
from tests.insights.linked import CARD, Linked, linked_offices, logged
from tests.office import HERE, THERE

ROUNDS = 8


@pytest.fixture
async def linked(tmp_path: Path, postgres_bin: Path) -> AsyncIterator[Linked]:
    with postgres_server(postgres_bin) as server:
        async with linked_offices(tmp_path, url=new_postgres_database(server)) as found:
            yield found


async def test_insights_that_go_opposite_ways_do_not_wait_for_each_other(linked: Linked) -> None:
    async with linked.office.rows() as tx:
        (rule,) = await insights.routes(tx, THERE)
        rule.theme = "app"
    await linked.set_route(HERE, theme="bell")
    for _ in range(ROUNDS):
        await asyncio.gather(
            linked.office.command("U0FRIEDA", "insight Too slow #app"),
            linked.office.command("U0FRIEDA", "insight Loved #bell", team=THERE),
        )
    for team in (HERE, THERE):
        numbers = sorted(one.number for one in await linked.insights(team))
        assert numbers == list(range(1, 2 * ROUNDS + 1))


async def test_an_undo_and_an_answer_at_once_leave_both_halves_alike(linked: Linked) -> None:
    for _ in range(ROUNDS):
        insight_id = await logged(linked)
        copy_id = insights.copy_id(HERE, insight_id)
        await asyncio.gather(
            linked.office.press("U0FRIEDA", Buttons.UNDO_INSIGHT, insight_id),
            linked.office.press("U0MILO", Buttons.ACT_ON_INSIGHT, copy_id, message=CARD, team=THERE),
        )
    original = {insights.copy_id(HERE, one.insight_id): one.state for one in await linked.insights(HERE)}
    assert {one.insight_id: one.state for one in await linked.insights(THERE)} == original
    assert set(original.values()) <= {"withdrawn", "acting"}
