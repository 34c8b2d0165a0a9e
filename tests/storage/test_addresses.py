"""Where a platform reaches people: kept a piece at a time, and never forgotten by accident."""

import asyncio

from storage.addresses import Address, address, is_reachable, note_address, set_home, unreachable
from storage.database import Database
from storage.wipe import wipe

LONG = "a:1" + "x" * 400
"""As long as the ids of private chats get; no key of ours would hold one."""


async def test_nobody_has_an_address_until_one_is_noted(database: Database) -> None:
    async with database.reading() as tx:
        assert await address(tx, "T0", "U0FRIEDA") is None
        assert await is_reachable(tx, "T0", "U0FRIEDA")


async def test_what_is_learned_later_leaves_the_rest_as_it_was(database: Database) -> None:
    async with database.transaction() as tx:
        await note_address(tx, "T0", "U0FRIEDA", user_id="29:frieda")
    async with database.transaction() as tx:
        await note_address(tx, "T0", "U0FRIEDA", chat_id=LONG)
        await note_address(tx, "T0", "U0FRIEDA")
    async with database.reading() as tx:
        found = await address(tx, "T0", "U0FRIEDA")
        assert found is not None
        assert (found.user_id, found.chat_id) == ("29:frieda", LONG)


async def test_the_same_person_has_an_address_for_each_workspace(database: Database) -> None:
    async with database.transaction() as tx:
        await note_address(tx, "T0", "U0FRIEDA", chat_id="a:1")
        await unreachable(tx, "T1", "U0FRIEDA")
    async with database.reading() as tx:
        assert await is_reachable(tx, "T0", "U0FRIEDA")
        assert not await is_reachable(tx, "T1", "U0FRIEDA")


async def test_two_who_learn_an_address_at_once_both_keep_what_they_learned(database: Database) -> None:
    async def learn(**what: str) -> None:
        async with database.transaction() as tx:
            await note_address(tx, "T0", "U0FRIEDA", **what)

    await asyncio.gather(learn(user_id="29:frieda"), learn(chat_id="a:1"))
    async with database.reading() as tx:
        found = await address(tx, "T0", "U0FRIEDA")
        assert found is not None
        assert (found.user_id, found.chat_id) == ("29:frieda", "a:1")


async def test_a_person_who_blocked_the_bot_is_news_once_until_they_write_again(database: Database) -> None:
    async with database.transaction() as tx:
        await note_address(tx, "T0", "U0FRIEDA", chat_id="a:1")
        assert await unreachable(tx, "T0", "U0FRIEDA")
        assert not await unreachable(tx, "T0", "U0FRIEDA")
        assert not await is_reachable(tx, "T0", "U0FRIEDA")
    async with database.transaction() as tx:
        await note_address(tx, "T0", "U0FRIEDA", user_id="29:frieda")
        assert not await is_reachable(tx, "T0", "U0FRIEDA")
        await note_address(tx, "T0", "U0FRIEDA", chat_id="a:1")
        assert await is_reachable(tx, "T0", "U0FRIEDA")


async def test_the_home_page_is_remembered_apart_from_the_wish_for_one(database: Database) -> None:
    async with database.transaction() as tx:
        await set_home(tx, "T0", "U0FRIEDA", is_wanted=True)
        await set_home(tx, "T0", "U0FRIEDA", message_id="m1")
    async with database.transaction() as tx:
        found = await set_home(tx, "T0", "U0FRIEDA", is_wanted=False)
        assert (found.home_message_id, found.wants_home) == ("m1", False)
        assert (await set_home(tx, "T0", "U0FRIEDA", message_id="")).home_message_id == ""


async def test_wiping_forgets_addresses_too(database: Database) -> None:
    async with database.transaction() as tx:
        await note_address(tx, "T0", "U0FRIEDA", chat_id="a:1")
    async with database.transaction() as tx:
        await wipe(tx)
        assert await tx.session.get(Address, ("T0", "U0FRIEDA")) is None
