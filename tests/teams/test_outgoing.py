"""What the bot posts on Teams, where it goes when it cannot go there, and what Teams lets nobody do."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cards import Card, Words
from bot.errors import PlatformBusy, PlatformRefused, PlatformUncertain
from bot.places import (
    NOT_SHOWN,
    Delivery,
    DirectMessage,
    HomePage,
    InChannel,
    InPlaceOf,
    OnlyVisibleTo,
    Place,
    PressedCard,
    PrivateCard,
    Removal,
)
from bot.work.approval import ApprovedReply
from handlers.teams.handles import Handle, Handles
from storage import addresses
from storage.rows import EPOCH
from storage.threads import Message, Thread
from storage.workspaces import Channel
from tests.mishaps import Fault
from tests.teams.drawn import links, said
from tests.teams.outside import CHANNEL, ROOT, Outside, outside
from tests.teams.wire import TENANT

CARD = Card("Summary", [Words("Words")])
THREAD = f"{CHANNEL};messageid={ROOT}"
SEND, UPDATE = "POST conversations/activities", "PUT conversations/activities"
ONLY_HER = OnlyVisibleTo("aad-frieda", CHANNEL, ROOT)
LINK = f"https://teams.example/l/message/19%3Ac0help%40thread.tacv2/{ROOT}?tenantId={TENANT}&parentMessageId={ROOT}"


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path) as found:
        yield found


@pytest.fixture
async def targeting(tmp_path: Path) -> AsyncIterator[Outside]:
    """A tenant in which a message for one pair of eyes can stand in a channel."""
    async with outside(tmp_path, targeted=True) as found:
        yield found


def handle(conversation_id: str, message_id: str, workspace_id: str = TENANT) -> str:
    return Handles().packed(workspace_id, Handle(conversation_id, message_id))


async def post(out: Outside, place: Place, **more: tuple[str, str]) -> str:
    return await out.platform.post(TENANT, Delivery(place, CARD, **more), "key-1")


async def test_a_card_goes_to_its_channel_or_its_thread(out: Outside) -> None:
    assert await post(out, InChannel(CHANNEL)) == "1763458200001"
    await post(out, InChannel(CHANNEL, ROOT))
    assert [call.ids for call in out.fake.posts] == [[CHANNEL], [THREAD]]
    body = out.fake.posts[0].body
    assert (body["type"], body["summary"], "text" in body) == ("message", "Summary", False)


async def test_a_post_that_is_taken_without_an_id_is_taken(out: Outside) -> None:
    out.fake.fail(SEND, Fault(status=202, body="", is_accepted=True))
    assert await post(out, InChannel(CHANNEL)) == ""


async def test_a_group_chat_has_no_threads(out: Outside) -> None:
    await post(out, InChannel("19:abc@thread.v2", ROOT))
    assert out.fake.posts[0].ids == ["19:abc@thread.v2"]


async def test_a_private_chat_is_opened_once_and_remembered(out: Outside) -> None:
    await out.know("aad-frieda", user_id="29:frieda")
    await post(out, DirectMessage("aad-frieda"))
    await post(out, DirectMessage("aad-frieda"))
    (opened,) = out.fake.named("POST conversations")
    assert opened.body["members"] == [{"id": "29:frieda"}]
    assert (opened.body["tenantId"], opened.body["isGroup"]) == (TENANT, False)
    assert [call.ids for call in out.fake.posts] == [["a:1-29:frieda"]] * 2


async def test_somebody_we_never_met_is_addressed_by_the_directorys_id(out: Outside) -> None:
    await post(out, DirectMessage("aad-milo"))
    assert out.fake.named("POST conversations")[0].body["members"] == [{"id": "aad-milo"}]


async def test_a_chat_that_is_gone_is_opened_once_more(out: Outside) -> None:
    await out.know("aad-frieda", user_id="29:frieda", chat_id="a:old")
    out.fake.fail(SEND, Fault(status=404, body={"error": {"code": "ConversationNotFound"}}))
    await post(out, DirectMessage("aad-frieda"))
    assert [call.ids for call in out.fake.posts] == [["a:1-29:frieda"]]
    known = await out.address("aad-frieda")
    assert known is not None and known.chat_id == "a:1-29:frieda"


@pytest.mark.parametrize("code", ["MessageWritesBlocked", "ConversationBlockedByUser"])
async def test_somebody_who_blocked_the_bot_is_unreachable(out: Outside, code: str) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    out.fake.fail(SEND, Fault(status=403, body={"error": {"code": "Forbidden", "subCode": code}}))
    with pytest.raises(PlatformRefused, match="unreachable"):
        await post(out, DirectMessage("aad-frieda"))


async def test_a_bot_that_is_blocked_asks_no_more_until_they_write(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    async with out.database.transaction() as tx:
        await addresses.unreachable(tx, TENANT, "aad-frieda")
    for place in (DirectMessage("aad-frieda"), ONLY_HER):
        with pytest.raises(PlatformRefused, match="unreachable"):
            await post(out, place)
    assert out.fake.calls == []
    await out.know("aad-frieda", chat_id="a:1")
    await post(out, DirectMessage("aad-frieda"))
    assert len(out.fake.posts) == 1


async def test_what_one_person_may_see_goes_to_their_chat_with_a_link_and_says_where_it_belongs(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    async with out.database.transaction() as tx:
        tx.session.add(Channel(workspace_id=TENANT, channel_id=CHANNEL, kind="shared", name="help"))
        tx.session.add(
            Thread(workspace_id=TENANT, channel_id=CHANNEL, thread_id=ROOT, customer_name="Annelie [x](https://evil)")
        )
    assert await post(out, ONLY_HER)
    (call,) = out.fake.posts
    assert call.ids == ["a:1"]
    assert said(call.body) == ["For Annelie [x](https://evil) · In help", "Words"]
    assert links(call.body) == [LINK]


async def test_what_belongs_to_a_channels_members_goes_to_nobody_elses_chat(out: Outside) -> None:
    place = OnlyVisibleTo("aad-frieda", CHANNEL, ROOT, elsewhere=False)
    await out.know("aad-frieda", user_id="29:frieda", chat_id="a:1")
    assert await post(out, place) == NOT_SHOWN
    assert out.fake.posts == []
    out.fake.members.add((CHANNEL, "29:frieda"))
    assert await post(out, place) != NOT_SHOWN
    assert out.fake.posts[0].ids == ["a:1"]


async def test_not_knowing_who_belongs_to_a_channel_shows_nothing_yet(out: Outside) -> None:
    out.fake.fail("GET conversations/members", Fault(status=502, body=""))
    with pytest.raises(PlatformBusy):
        await post(out, OnlyVisibleTo("aad-frieda", CHANNEL, ROOT, elsewhere=False))
    assert out.fake.posts == []


async def test_a_targeted_card_stands_in_the_thread_for_one_pair_of_eyes(targeting: Outside) -> None:
    await targeting.know("aad-frieda", user_id="29:frieda", chat_id="a:1")
    assert await post(targeting, ONLY_HER) == ""
    (call,) = targeting.fake.posts
    assert (call.ids, call.query, call.body["recipient"]["id"]) == (
        [THREAD],
        {"isTargetedActivity": "true"},
        "29:frieda",
    )


@pytest.mark.parametrize("status", [400, 403, 404, 405])
async def test_where_a_targeted_card_is_refused_the_private_chat_gets_it(targeting: Outside, status: int) -> None:
    await targeting.know("aad-frieda", chat_id="a:1")
    targeting.fake.fail(SEND, Fault(status=status, body={"error": {"code": "BadArgument"}}))
    await post(targeting, ONLY_HER)
    assert [call.ids for call in targeting.fake.posts] == [["a:1"]]


async def test_a_targeted_card_of_unknown_fate_appears_nowhere_else(targeting: Outside) -> None:
    targeting.fake.fail(SEND, Fault(status=502, body="", is_accepted=True))
    with pytest.raises(PlatformUncertain):
        await post(targeting, ONLY_HER)
    assert len(targeting.fake.posts) == 1


async def test_a_card_that_one_member_sees_is_changed_for_that_member_alone(targeting: Outside) -> None:
    await post(targeting, PressedCard(handle(THREAD, "5")))
    assert [call.query for call in targeting.fake.named(UPDATE)] == [{"isTargetedActivity": "true"}]


async def test_a_card_that_everybody_sees_is_changed_for_everybody(targeting: Outside) -> None:
    targeting.fake.fail(UPDATE, Fault(status=404, body={}))
    await post(targeting, PressedCard(handle(THREAD, "5")))
    await post(targeting, PressedCard(handle("a:1", "6")))
    assert [call.query for call in targeting.fake.named(UPDATE)] == [{}, {}]


async def test_a_card_is_replaced_where_it_stands(out: Outside) -> None:
    assert await post(out, InPlaceOf(CHANNEL, "5")) == "5"
    await post(out, PressedCard(handle(THREAD, "6")))
    assert [call.ids for call in out.fake.named(UPDATE)] == [[CHANNEL, "5"], [THREAD, "6"]]


async def test_a_card_in_a_private_chat_is_changed_there(out: Outside) -> None:
    await out.know("aad-frieda", chat_id="a:1")
    assert await post(out, PrivateCard("aad-frieda", "5")) == "5"
    assert [call.ids for call in out.fake.named(UPDATE)] == [["a:1", "5"]]
    assert out.fake.posts == []


async def test_a_card_that_is_gone_from_a_private_chat_needs_no_change(out: Outside) -> None:
    assert await post(out, PrivateCard("aad-frieda", "5")) == NOT_SHOWN  # We know no chat with them.
    await out.know("aad-frieda", chat_id="a:1")
    out.fake.fail(UPDATE, Fault(status=404, body={}))
    assert await post(out, PrivateCard("aad-frieda", "5")) == NOT_SHOWN
    assert out.fake.posts == []


async def test_a_card_that_was_deleted_meanwhile_is_refused_kindly(out: Outside) -> None:
    out.fake.fail(UPDATE, Fault(status=404, body={}))
    with pytest.raises(PlatformRefused, match="message_not_found"):
        await post(out, InPlaceOf(CHANNEL, "5"))
    for odd in ("", "nonsense", "[1]", "[1, 2, 3]", '{"other": 1}', handle("a:1", "")):
        with pytest.raises(PlatformRefused, match="nothing_to_replace"):
            await post(out, PressedCard(odd))


async def test_a_handle_that_somebody_made_or_changed_leads_to_no_card(out: Outside) -> None:
    ours = handle("a:1", "5")
    made = Handles(b"guessed").packed(TENANT, Handle("a:1", "5"))
    for theirs in (ours.replace("a:1", "a:2"), ours.replace('"5"', '"6"'), handle("a:1", "5", "another-tenant"), made):
        with pytest.raises(PlatformRefused, match="nothing_to_replace"):
            await post(out, PressedCard(theirs))
    assert out.fake.calls == []
    await post(out, PressedCard(ours))
    assert len(out.fake.calls) == 1


async def test_a_link_names_the_thread_that_a_reply_stands_in(out: Outside) -> None:
    async with out.database.transaction() as tx:
        tx.session.add(
            Message(
                workspace_id=TENANT,
                channel_id=CHANNEL,
                message_id="7",
                thread_id=ROOT,
                author_id="aad-frieda",
                author_name="",
                text="",
                sent_at=EPOCH,
                is_by_customer=False,
            )
        )
    await out.know("aad-frieda", chat_id="a:1")
    await post(out, DirectMessage("aad-frieda"), link_to=(CHANNEL, "7"))
    (found,) = links(out.fake.posts[0].body)
    assert found == LINK.replace(f"/{ROOT}?", "/7?")
    assert out.posting.is_link(found)
    for other in ("https://teams.example.evil/l/message/x", "https://evil/l/message/", "javascript:alert(1)", ""):
        assert not out.posting.is_link(other)


async def test_a_bot_posts_as_nobody_else_and_looks_nothing_up(out: Outside) -> None:
    reply = ApprovedReply(TENANT, CHANNEL, ROOT, "aad-frieda", "Hello")
    with pytest.raises(PlatformRefused, match="not_linked"):
        await out.platform.post_reply(reply, "key")
    for place in (reply, InChannel(CHANNEL), DirectMessage("aad-frieda"), HomePage("aad-frieda")):
        with pytest.raises(PlatformRefused, match="cannot_look_up"):
            await out.platform.find(TENANT, place, "key")
    assert out.fake.calls == []


async def test_what_is_gone_already_counts_as_removed(out: Outside) -> None:
    out.fake.fail("DELETE conversations/activities", Fault(status=404, body={}))
    await out.platform.remove(TENANT, Removal("aad-frieda", CHANNEL, "5"))
    await out.platform.remove(TENANT, Removal("aad-frieda", CHANNEL, "5"))
    assert len(out.fake.named("DELETE conversations/activities")) == 1
