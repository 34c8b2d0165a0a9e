"""What the bot posts, where it goes when Slack refuses, and how each way of failing is told apart."""

import asyncio
from typing import Any

import pytest
from slack_sdk.http_retry.builtin_async_handlers import async_default_handlers

from bot.cards import Card, Words
from bot.errors import PlatformBusy, PlatformError, PlatformRefused, PlatformUncertain
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
from handlers.slack.errors import of_code
from handlers.slack.handles import Handle
from tests.mishaps import Fault
from tests.slack.conftest import House

CARD = Card("Summary", [Words("Words")])
REPLY = ApprovedReply("T1", "C1", "1763458200.000100", "UFRIEDA", "Hi <Annelie> & all, *really* soon")


async def post(house: House, place: Place, **more: Any) -> str:
    return await house.slack.platform.post("T1", Delivery(place, CARD, **more), "key-1")


async def link_frieda(house: House) -> None:
    async with house.database.transaction() as tx:
        await house.slack.tokens.keep_user(tx, "T1", "UFRIEDA", "xoxp-frieda")


async def test_a_card_in_a_channel_carries_its_key_and_previews_nothing(house: House) -> None:
    message_id = await post(house, InChannel("C1", "1.2"))
    (sent,) = house.fake.calls("chat.postMessage")
    assert message_id
    assert (sent["channel"], sent["thread_ts"], sent["text"]) == ("C1", "1.2", "Summary")
    assert (sent["unfurl_links"], sent["unfurl_media"], sent["link_names"]) == (False, False, False)
    assert sent["metadata"] == {"event_type": "kindline_post", "event_payload": {"key": "key-1"}}


async def test_a_private_chat_is_opened_once(house: House) -> None:
    await post(house, DirectMessage("UFRIEDA"))
    await post(house, DirectMessage("UFRIEDA"))
    assert len(house.fake.calls("conversations.open")) == 1
    assert [sent["channel"] for sent in house.fake.calls("chat.postMessage")] == ["DUFRIEDA"] * 2


@pytest.mark.parametrize("code", ["user_not_in_channel", "channel_not_found", "not_in_channel", "is_archived"])
async def test_what_cannot_be_shown_privately_goes_to_the_private_chat_and_never_to_the_thread(
    house: House, code: str
) -> None:
    house.fake.refuse("chat.postEphemeral", code)
    await post(house, OnlyVisibleTo("UFRIEDA", "C1", "1.2"))
    assert [sent["channel"] for sent in house.fake.calls("chat.postMessage")] == ["DUFRIEDA"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(status=429, body={"ok": False, "error": "ratelimited"}), PlatformBusy),
        (Fault(kind="reset"), PlatformUncertain),
    ],
    ids=["429", "reset"],
)
async def test_a_private_card_of_uncertain_fate_appears_nowhere_else(
    house: House, fault: Fault, error: type[PlatformError]
) -> None:
    house.fake.fail("chat.postEphemeral", fault)
    with pytest.raises(error):
        await post(house, OnlyVisibleTo("UFRIEDA", "C1"))
    assert house.fake.calls("chat.postMessage") == []


async def test_what_belongs_to_a_channels_members_goes_to_nobody_elses_private_chat(house: House) -> None:
    house.fake.refuse("chat.postEphemeral", "user_not_in_channel")
    shown = await post(house, OnlyVisibleTo("UFRIEDA", "C1", "1.2", elsewhere=False))
    assert shown == NOT_SHOWN
    assert house.fake.calls("chat.postMessage") == []


async def test_an_ephemeral_card_has_no_lasting_id(house: House) -> None:
    assert await post(house, OnlyVisibleTo("UFRIEDA", "C1")) == ""
    assert house.fake.calls("chat.postEphemeral")[0]["user"] == "UFRIEDA"


async def test_a_card_is_replaced_where_it_stands(house: House) -> None:
    assert await post(house, InPlaceOf("C1", "1.2")) == "1.2"
    lasting = Handle(f"{house.fake.url}/respond", "C1", "3.4").packed()
    fleeting = Handle(f"{house.fake.url}/respond").packed()
    await post(house, PressedCard(lasting))
    await post(house, PressedCard(fleeting))
    assert [sent["ts"] for sent in house.fake.calls("chat.update")] == ["1.2", "3.4"]
    assert [sent["replace_original"] for sent in house.fake.responses] == [True]


async def test_a_card_in_a_private_chat_is_changed_there_and_needs_no_change_once_it_is_gone(house: House) -> None:
    assert await post(house, PrivateCard("UFRIEDA", "1.2")) == "1.2"
    house.fake.refuse("chat.update", "message_not_found")
    assert await post(house, PrivateCard("UFRIEDA", "1.2")) == NOT_SHOWN
    assert {(sent["channel"], sent["ts"]) for sent in house.fake.calls("chat.update")} == {("DUFRIEDA", "1.2")}


async def test_a_home_page_is_published(house: House) -> None:
    await post(house, HomePage("UFRIEDA"))
    assert house.fake.calls("views.publish")[0]["view"]["type"] == "home"


async def test_a_link_to_the_thread_is_a_button_and_its_lack_is_no_failure(house: House) -> None:
    await post(house, DirectMessage("UFRIEDA"), link_to=("C1", "1.2"))
    house.fake.refuse("chat.getPermalink", "channel_not_found")
    await post(house, DirectMessage("UFRIEDA"), link_to=("C1", "1.2"))
    first, second = house.fake.calls("chat.postMessage")
    assert first["blocks"][-1]["elements"][0]["url"] == "https://marigold.example/C1/1.2"
    assert len(second["blocks"]) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://evil.example/x",
        "https://hooks.slack.com.evil.example/x",
        "https://hooks.slack.com:8443/x",
        "http://hooks.slack.com/x",
        "https://user@hooks.slack.com/x",
        "http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "http://[bad",
        "",
    ],
)
async def test_only_slacks_own_response_addresses_are_answered(house: House, url: str) -> None:
    assert not house.slack.api.may_answer_to(url)
    with pytest.raises(PlatformRefused, match="not_allowed"):
        await house.slack.api.respond(url, {})


async def test_slacks_response_address_is_allowed(house: House) -> None:
    assert house.slack.api.may_answer_to("https://hooks.slack.com/actions/T1/1/x")


async def test_a_response_address_that_redirects_is_not_followed(house: House) -> None:
    house.fake.response_status = 307
    with pytest.raises(PlatformRefused, match="redirects"):
        await post(house, PressedCard(Handle(f"{house.fake.url}/respond").packed()))


async def test_a_reply_is_posted_by_its_agent_word_for_word(house: House) -> None:
    await link_frieda(house)
    assert await house.slack.platform.post_reply(REPLY, "key-2")
    (sent,) = house.fake.calls("chat.postMessage")
    assert house.fake.tokens("chat.postMessage") == ["xoxp-frieda"]
    assert sent["text"] == "Hi &lt;Annelie&gt; &amp; all, *really* soon"
    assert (sent["mrkdwn"], sent["thread_ts"], sent["link_names"]) == (False, "1763458200.000100", False)


async def test_without_a_linked_account_nothing_is_posted(house: House) -> None:
    with pytest.raises(PlatformRefused, match="not_linked"):
        await house.slack.platform.post_reply(REPLY, "key-2")
    assert house.fake.calls("chat.postMessage") == []


async def test_an_approved_text_is_sent_whole_or_not_at_all(house: House) -> None:
    await link_frieda(house)
    with pytest.raises(PlatformRefused, match="msg_too_long"):
        await house.slack.platform.post_reply(ApprovedReply("T1", "C1", "1.2", "UFRIEDA", "x" * 40_001), "key")
    assert house.fake.calls("chat.postMessage") == []


async def test_a_reply_is_taken_back_by_its_agent_and_gone_counts_as_done(house: House) -> None:
    await link_frieda(house)
    house.fake.refuse("chat.delete", "message_not_found")
    await house.slack.platform.remove("T1", Removal("UFRIEDA", "C1", "1.2"))
    await house.slack.platform.remove("T1", Removal("UFRIEDA", "C1", "1.2"))
    assert house.fake.tokens("chat.delete") == ["xoxp-frieda"]


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [
        (Fault(kind="reset", is_accepted=True), 1),
        (Fault(status=500, body="oops", is_accepted=True), 1),
        (Fault(status=503, body={"ok": False}, is_accepted=True), 1),
        (Fault(status=408, body="", is_accepted=True), 1),
        (Fault(status=200, body="<html>hello</html>", is_accepted=True), 1),
        (Fault(status=200, body=["not", "an", "object"], is_accepted=True), 1),
        (Fault(body={"ok": False, "error": "fatal_error"}, is_accepted=True), 1),
    ],
    ids=["reset", "500", "503", "408", "html", "list", "fatal_error"],
)
async def test_one_call_is_one_post_however_it_ends(house: House, fault: Fault, accepted: int) -> None:
    house.fake.fail("chat.postMessage", fault)
    with pytest.raises(PlatformUncertain):
        await post(house, InChannel("C1"))
    assert len(house.fake.calls("chat.postMessage")) == accepted


async def test_the_sdks_own_retry_would_post_twice(house: House) -> None:
    # Should an upgrade change this, the reason for `retry_handlers=[]` has gone; the test above must hold all the same.
    client = house.slack.api.client("xoxb-one")
    client.retry_handlers = async_default_handlers()
    house.fake.fail("chat.postMessage", Fault(kind="reset", is_accepted=True))
    await client.api_call("chat.postMessage", json={"channel": "C1", "text": "x"})
    assert len(house.fake.calls("chat.postMessage")) == 2


async def test_a_call_that_hangs_ends_in_time_and_is_not_repeated(house: House) -> None:
    house.fake.fail("chat.postMessage", Fault(kind="hang", is_accepted=True))
    with pytest.raises((TimeoutError, PlatformUncertain)):
        async with asyncio.timeout(0.3):
            await post(house, InChannel("C1"))
    assert len(house.fake.calls("chat.postMessage")) == 1


@pytest.mark.parametrize(("given", "seconds"), [("12", 12.0), ("", 30.0), ("soon", 30.0)])
async def test_being_asked_to_slow_down_says_for_how_long(house: House, given: str, seconds: float) -> None:
    fault = Fault(status=429, body={"ok": False, "error": "ratelimited"}, headers={"Retry-After": given})
    house.fake.fail("chat.postMessage", fault)
    with pytest.raises(PlatformBusy) as caught:
        await post(house, InChannel("C1"))
    assert (caught.value.retry_after_s, caught.value.scope) == (seconds, "channel")
    assert house.fake.calls("chat.postMessage") == []


async def test_an_unreachable_slack_was_surely_not_told_anything(house: House) -> None:
    house.slack.api.api_url = "http://127.0.0.1:1/api/"
    with pytest.raises(PlatformBusy):
        await post(house, InChannel("C1"))


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (200, "channel_not_found", PlatformRefused),
        (200, "invalid_auth", PlatformRefused),
        (403, "", PlatformRefused),
        (200, "internal_error", PlatformUncertain),
        (200, "service_unavailable", PlatformUncertain),
        (200, "", PlatformUncertain),
        (504, "", PlatformUncertain),
        (429, "", PlatformBusy),
        (200, "message_limit_exceeded", PlatformBusy),
    ],
)
def test_the_table_of_answers(status: int, code: str, error: type[PlatformError]) -> None:
    assert type(of_code(status, code, {})) is error


def with_key(ts: str, key: str) -> dict[str, Any]:
    return {"ts": ts, "metadata": {"event_type": "kindline_post", "event_payload": {"key": key}}}


@pytest.mark.parametrize(
    ("place", "method"),
    [
        (REPLY, "conversations.replies"),
        (InChannel("C1", "1.2"), "conversations.replies"),
        (InChannel("C1"), "conversations.history"),
        (InPlaceOf("C1", "1.2"), "conversations.history"),
        (DirectMessage("UFRIEDA"), "conversations.history"),
    ],
)
async def test_a_post_is_found_by_its_key(house: House, place: Any, method: str) -> None:
    house.fake.answers[method] = lambda _: {"messages": [{"ts": "0"}, with_key("1", "other"), with_key("2", "key-1")]}
    assert await house.slack.platform.find("T1", place, "key-1") == "2"
    assert await house.slack.platform.find("T1", place, "key-9") is None
    assert house.fake.calls(method)[0]["include_all_metadata"] == "1"


async def test_a_post_on_a_later_page_is_found(house: House) -> None:
    def page(args: dict[str, Any]) -> dict[str, Any]:
        if args.get("cursor") == "next":
            return {"messages": [with_key("9", "key-1")]}
        return {"messages": [], "response_metadata": {"next_cursor": "next"}}

    house.fake.answers["conversations.replies"] = page
    assert await house.slack.platform.find("T1", REPLY, "key-1") == "9"


async def test_what_leaves_no_trace_cannot_be_looked_up(house: House) -> None:
    for place in (OnlyVisibleTo("UFRIEDA", "C1"), HomePage("UFRIEDA"), PressedCard("")):
        with pytest.raises(PlatformRefused, match="cannot_look_up"):
            await house.slack.platform.find("T1", place, "key-1")


async def test_being_unable_to_look_now_is_never_taken_for_not_sent(house: House) -> None:
    house.fake.fail("conversations.replies", Fault(status=429, body={"ok": False, "error": "ratelimited"}))
    with pytest.raises(PlatformUncertain):
        await house.slack.platform.find("T1", REPLY, "key-1")
