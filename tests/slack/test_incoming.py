"""Real payloads in, our events out; what says nothing to us becomes nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.events import (
    AccountsRevoked,
    ChannelClosed,
    Event,
    HomeOpened,
    Mentioned,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
)
from handlers.slack.incoming import Known, events
from tests.slack.wire import envelope, said

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
KNOWN = Known("T1", "UBOT", "BBOT", NOW, {"UJONAS": "Jonas Keller"})
TS = "1763458200.000100"
SENT_AT = datetime(2025, 11, 18, 9, 30, 0, 100, tzinfo=UTC)


def one(event: dict[str, Any]) -> Event:
    (found,) = events(envelope(event), KNOWN)
    return found


def test_a_message_becomes_an_event_with_plain_words_and_slacks_time() -> None:
    found = one(said("Hi <@UJONAS>, 1 &lt; 2", client_msg_id="m-1"))
    assert isinstance(found, MessagePosted)
    assert (found.text, found.at, found.client_key) == ("Hi @Jonas Keller, 1 < 2", SENT_AT, "m-1")
    assert (found.thread_id, found.is_root, found.is_by_app) == (TS, True, False)


def test_a_reply_knows_its_thread_also_when_it_is_shown_in_the_channel() -> None:
    found = one(said(subtype="thread_broadcast", thread_ts="1763458100.000001", root={"ts": "1763458100.000001"}))
    assert isinstance(found, MessagePosted)
    assert (found.thread_id, found.is_root) == ("1763458100.000001", False)


@pytest.mark.parametrize(
    ("more", "is_shared"),
    [
        ({"is_ext_shared_channel": True}, True),
        ({"is_ext_shared_channel": False}, False),
        ({"is_ext_shared_channel": "no"}, None),
        ({}, None),
    ],
)
def test_slacks_word_on_whether_a_channel_is_shared_comes_along(more: dict[str, Any], is_shared: bool | None) -> None:
    (found,) = events(envelope(said(), **more), KNOWN)
    assert isinstance(found, MessagePosted)
    assert found.is_shared is is_shared


def test_files_are_named() -> None:
    found = one(said("", subtype="file_share", files=[{"name": "frame.jpg"}, {"title": "Bill"}, {}]))
    assert isinstance(found, MessagePosted)
    assert found.files == ["frame.jpg", "Bill", "a file"]


def test_a_help_desk_app_is_an_app_with_a_name() -> None:
    event = {"type": "message", "subtype": "bot_message", "bot_id": "B0DESK", "username": "Help desk", "channel": "C1"}
    found = one({**event, "text": "From: Nils", "ts": TS})
    assert isinstance(found, MessagePosted)
    assert (found.author_id, found.author_name, found.is_by_app) == ("B0DESK", "Help desk", True)


def test_words_in_attachments_and_blocks_are_read_when_the_text_is_empty() -> None:
    attachment = {
        "title": "Ticket 7",
        "text": "My <https://x.example|bike> broke",
        "fields": [{"title": "By", "value": "Nils"}],
    }
    found = one(said("", attachments=[attachment]))
    assert isinstance(found, MessagePosted)
    assert found.text == "Ticket 7\nMy bike (https://x.example) broke\nBy: Nils"
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "In a block"}}
    assert one(said("", blocks=[block])).text == "In a block"  # type: ignore[attr-defined]


def test_a_message_of_our_app_with_a_persons_token_is_the_persons() -> None:
    by_bot_id = one(said(bot_id="BBOT"))
    by_app_id = one(said(bot_id="BOTHER", app_id="AAPP"))
    foreign = one(said(bot_id="BOTHER", app_id="AOTHER"))
    assert [event.is_by_app for event in (by_bot_id, by_app_id, foreign)] == [False, False, True]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("<@UBOT> help please", True),
        ("hey <@UBOT|kindline>, a draft?", True),
        ("It leaves today, Annelie. <@UBOT> found it", False),
        ("<@UJONAS> help please", False),
        ("Kindline is nice", False),
    ],
)
def test_words_that_begin_with_the_bots_name_call_it(text: str, calls: bool) -> None:
    found = one(said(text))
    assert isinstance(found, MessagePosted)
    assert found.calls_bot is calls


def test_an_edit_brings_the_new_words() -> None:
    message = {"user": "UFRIEDA", "text": "new", "ts": TS, "edited": {"user": "UFRIEDA", "ts": "1763458260.000000"}}
    before = {"user": "UFRIEDA", "text": "old", "ts": TS}
    found = one(
        {
            "type": "message",
            "subtype": "message_changed",
            "channel": "C1",
            "message": message,
            "previous_message": before,
        }
    )
    assert isinstance(found, MessageEdited)
    assert (found.text, found.message_id, found.author_id) == ("new", TS, "UFRIEDA")


def test_a_change_without_new_words_is_no_edit() -> None:
    message = {"user": "UFRIEDA", "text": "same", "ts": TS}
    event = {"type": "message", "subtype": "message_changed", "channel": "C1", "message": {**message, "reply_count": 2}}
    assert not events(envelope({**event, "previous_message": message}), KNOWN)


def test_a_deleted_message_and_a_deleted_thread_root_are_both_deletions() -> None:
    plainly = one(
        {"type": "message", "subtype": "message_deleted", "channel": "C1", "deleted_ts": TS, "ts": "1763458300.1"}
    )
    tomb = {"subtype": "tombstone", "user": "USLACKBOT", "ts": TS, "text": "This message was deleted."}
    root = one(
        {"type": "message", "subtype": "message_changed", "channel": "C1", "message": tomb, "previous_message": said()}
    )
    assert [type(event) for event in (plainly, root)] == [MessageDeleted, MessageDeleted]
    assert [event.message_id for event in (plainly, root)] == [TS, TS]  # type: ignore[attr-defined]


@pytest.mark.parametrize("subtype", ["channel_join", "channel_topic", "message_replied", "reminder_add", "bot_add"])
def test_what_the_platform_itself_says_is_left_out(subtype: str) -> None:
    assert not events(envelope(said(subtype=subtype)), KNOWN)


def test_a_mention_is_its_own_event() -> None:
    found = one({**said("<@UBOT> help"), "type": "app_mention"})
    assert isinstance(found, Mentioned)
    assert (found.person_id, found.thread_id) == ("UFRIEDA", TS)


def test_a_mention_by_an_app_calls_nobody() -> None:
    assert not events(envelope({**said("<@UBOT>", bot_id="BOTHER"), "type": "app_mention"}), KNOWN)


def test_only_the_home_tab_counts_as_home() -> None:
    assert isinstance(one({"type": "app_home_opened", "user": "U1", "tab": "home"}), HomeOpened)
    assert not events(envelope({"type": "app_home_opened", "user": "U1", "tab": "messages"}), KNOWN)


@pytest.mark.parametrize("kind", ["channel_archive", "channel_deleted", "group_archive", "channel_left", "group_left"])
def test_a_channel_that_ends_is_closed(kind: str) -> None:
    found = one({"type": kind, "channel": "C1"})
    assert isinstance(found, ChannelClosed)
    assert found.channel_id == "C1"


def test_a_channel_closes_when_the_bot_leaves_and_not_when_a_person_does() -> None:
    assert isinstance(one({"type": "member_left_channel", "channel": "C1", "user": "UBOT"}), ChannelClosed)
    assert not events(envelope({"type": "member_left_channel", "channel": "C1", "user": "UFRIEDA"}), KNOWN)


def test_taken_back_permissions_name_whose() -> None:
    found = one({"type": "tokens_revoked", "tokens": {"oauth": ["U1", "U2"], "bot": []}})
    assert isinstance(found, AccountsRevoked)
    assert (found.person_ids, found.is_bot) == (["U1", "U2"], False)
    assert one({"type": "app_uninstalled"}).is_bot  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"type": "message"},
        {"type": "message", "channel": 5, "user": [], "ts": {}},
        {"type": "message", "subtype": "message_changed", "message": "x", "previous_message": 3},
        {"type": "app_mention", "user": None},
        {"type": "user_change", "user": "U1"},
        {"type": "channel_archive"},
        {"type": "tokens_revoked", "tokens": {"oauth": None}},
    ],
)
def test_odd_payloads_never_raise(event: dict[str, Any]) -> None:
    assert len(events(envelope(event), KNOWN)) <= 1


def test_a_time_that_is_none_falls_back_to_now() -> None:
    found = one(said(ts="9" * 60))
    assert found.at == NOW
