"""The ledger of what was asked of a model, on both databases."""

import asyncio
from datetime import date

from storage import model_use
from storage.database import Database

DAY = date(2026, 11, 18)
PLACE = ("T1", DAY, "C1", "draft")


async def test_what_is_booked_at_the_same_time_is_counted_whole(database: Database) -> None:
    await asyncio.gather(*(database.write(lambda tx: model_use.book(tx, PLACE, asked=1, tokens=10)) for _ in range(8)))
    async with database.reading() as tx:
        (row,) = await model_use.used_on(tx, "T1", DAY)
    assert (row.asked, row.answered, row.tokens) == (8, 0, 80)


async def test_a_second_workspace_and_another_day_see_nothing_of_it(database: Database) -> None:
    await database.write(lambda tx: model_use.book(tx, PLACE, asked=1))
    async with database.reading() as tx:
        assert await model_use.used_on(tx, "T2", DAY) == []
        assert await model_use.used_on(tx, "T1", date(2026, 11, 19)) == []


async def test_one_of_many_is_the_first_to_tell(database: Database) -> None:
    firsts = await asyncio.gather(*(database.write(lambda tx: model_use.told_first(tx, "T1", DAY)) for _ in range(5)))
    assert sorted(firsts) == [False] * 4 + [True]
    assert await database.write(lambda tx: model_use.told_first(tx, "T2", DAY))
