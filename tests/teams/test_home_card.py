"""The home card in the private chat, which stands in for a home page: one at a time, and only when asked for."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cards import Actions, Button, Card, Small, Words
from bot.errors import PlatformBusy, PlatformUncertain
from bot.places import NOT_SHOWN, Delivery, HomePage
from storage import addresses
from tests.mishaps import Fault
from tests.teams.outside import Outside, outside
from tests.teams.wire import TENANT

CARD = Card("Home", [Words("Hello")])
UPDATE = "PUT conversations/activities"


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path) as found:
        yield found


async def post(out: Outside, place: HomePage, card: Card = CARD) -> str:
    return await out.platform.post(TENANT, Delivery(place, card), "key")


async def want_home(out: Outside) -> None:
    async with out.database.transaction() as tx:
        await addresses.set_home(tx, TENANT, "aad-frieda", is_wanted=True)


async def test_a_home_card_is_posted_when_asked_for_and_then_changed_in_place(out: Outside) -> None:
    assert await post(out, HomePage("aad-frieda")) == NOT_SHOWN
    await out.know("aad-frieda", chat_id="a:1")
    assert await post(out, HomePage("aad-frieda")) == NOT_SHOWN
    await want_home(out)
    first = await post(out, HomePage("aad-frieda"))
    assert await post(out, HomePage("aad-frieda")) == first
    assert ([call.ids for call in out.fake.posts], [call.ids for call in out.fake.named(UPDATE)]) == (
        [["a:1"]],
        [["a:1", first]],
    )


async def test_a_home_asked_for_again_comes_to_the_end_of_the_chat_and_the_old_one_goes(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    await want_home(out)
    old = await post(out, HomePage("aad-frieda"))
    await want_home(out)
    new = await post(out, HomePage("aad-frieda"))
    assert [call.ids for call in out.fake.named("DELETE conversations/activities")] == [["a:1", old]]
    known = await out.address("aad-frieda")
    assert known is not None and (known.home_message_id, known.wants_home) == (new, False)


@pytest.mark.parametrize("status", [404, 405, 500])
async def test_an_old_home_card_that_cannot_be_deleted_stops_nothing(out: Outside, status: int) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    for _ in range(2):
        await want_home(out)
        out.fake.fail("DELETE conversations/activities", Fault(status=status, body={}))
        assert await post(out, HomePage("aad-frieda"))
    assert len(out.fake.posts) == 2


async def test_a_home_card_that_was_deleted_comes_back_only_when_asked_for(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    await want_home(out)
    await post(out, HomePage("aad-frieda"))
    out.fake.fail(UPDATE, Fault(status=404, body={}))
    assert await post(out, HomePage("aad-frieda")) == NOT_SHOWN
    assert await post(out, HomePage("aad-frieda")) == NOT_SHOWN
    assert len(out.fake.posts) == 1


async def test_of_two_redraws_at_once_one_posts_the_home_card(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    await want_home(out)
    await asyncio.gather(post(out, HomePage("aad-frieda")), post(out, HomePage("aad-frieda")))
    assert len(out.fake.posts) == 1


async def test_a_home_card_that_may_have_come_is_not_posted_again(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    await want_home(out)
    out.fake.fail("POST conversations/activities", Fault(status=502, body="", is_accepted=True))
    with pytest.raises(PlatformUncertain):
        await post(out, HomePage("aad-frieda"))
    assert await post(out, HomePage("aad-frieda")) == NOT_SHOWN
    assert len(out.fake.posts) == 1


async def test_a_home_card_that_surely_did_not_come_is_posted_later(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    await want_home(out)
    out.fake.fail("POST conversations/activities", Fault(status=429, body=""))
    with pytest.raises(PlatformBusy):
        await post(out, HomePage("aad-frieda"))
    assert await post(out, HomePage("aad-frieda")) != NOT_SHOWN
    assert len(out.fake.posts) == 1


async def test_a_home_cards_buttons_say_that_they_are_its_own(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    await want_home(out)
    card = Card("Home", [Small("x"), Actions([Button("promise.done", "Done", "p1")])])
    await post(out, HomePage("aad-frieda"), card)
    (row,) = [part for part in out.fake.posts[0].body["attachments"][0]["content"]["body"] if "actions" in part]
    assert row["actions"][0]["data"] == {"s": "p1", "h": 1}
