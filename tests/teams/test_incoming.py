"""Real activities in, our events out; what says nothing to us becomes nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.events import (
    ChannelClosed,
    CrowdChanged,
    Event,
    HomeOpened,
    Mentioned,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PersonUnreachable,
)
from handlers.teams.activity import moment, zone_of
from handlers.teams.changes import Learned
from handlers.teams.incoming import HANDLED, Known, events, is_heard, people_in
from handlers.teams.wire import Json
from tests.teams.activities import (
    ANNELIE,
    AT_BOT,
    CHANNEL,
    FRIEDA,
    ROOT,
    account,
    activity,
    changed,
    html,
    installed,
    mention,
    said,
    told,
)
from tests.teams.wire import BOT, TENANT

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
SENT_AT = datetime(2026, 11, 18, 9, 30, 0, 123456, tzinfo=UTC)
KNOWN = Known(TENANT, BOT, NOW, frozenset({"insight", "reply"}))
REPLY = "1763458300000"


def one(found: Json, known: Known = KNOWN) -> Event:
    (event,) = events(found, known)
    return event


def posted(found: Json, known: Known = KNOWN) -> MessagePosted:
    event = one(found, known)
    assert isinstance(event, MessagePosted)
    return event


def test_a_reply_that_comes_again_under_a_new_id_is_the_same_gesture() -> None:
    local = {"localTimestamp": "2026-11-18T10:40:00.250+01:00"}
    first, second = (posted(said("And the saddle?", id=one, **local)) for one in ("1763458900000", "1763458930000"))
    later = posted(said("And the saddle?", id="1763458930000", localTimestamp="2026-11-18T10:40:30.250+01:00"))
    assert first.client_key and first.client_key == second.client_key != later.client_key


def test_two_pictures_one_after_the_other_are_two_messages() -> None:
    pictures = [html('<p></p><attachment id="a1"></attachment>')]
    first = posted(said("", attachments=pictures))
    second = posted(said("", id=str(int(ROOT) + 5_000), attachments=pictures))
    assert (first.files, first.client_key, second.client_key) == (["a file"], "", "")


def test_a_post_that_comes_again_under_a_new_id_is_the_same_gesture() -> None:
    again = str(int(ROOT) + 30_000)
    first, second = posted(said("Where is my bike?")), posted(said("Where is my bike?", id=again))
    assert first.client_key and first.client_key == second.client_key


@pytest.mark.parametrize(
    "later",
    [
        {"text": "Hello? Where is my bike?", "id": str(int(ROOT) + 30_000)},
        {"text": "Where is my bike?", "id": str(int(ROOT) + 600_000)},
        {"text": "Where is my bike?", "id": str(int(ROOT) + 30_000), "by": account("Annelie", ANNELIE, "29:annelie")},
    ],
)
def test_other_words_a_later_time_or_another_writer_is_another_gesture(later: Json) -> None:
    assert posted(said("Where is my bike?")).client_key != posted(said(**later)).client_key


def test_a_channel_post_becomes_an_event_with_plain_words_and_teams_own_time() -> None:
    found = posted(said("Where is my bike &amp; lock?", by=account("Annelie", ANNELIE, "29:annelie")))
    assert (found.text, found.at, found.author_name) == ("Where is my bike & lock?", SENT_AT, "Annelie")
    assert (found.channel_id, found.thread_id, found.message_id) == (CHANNEL, ROOT, ROOT)
    assert (found.author_id, found.is_root, found.is_by_app, found.is_shared) == (ANNELIE, True, False, None)


def test_a_reply_knows_its_thread() -> None:
    found = posted(said("Soon!", id=REPLY))
    assert (found.thread_id, found.is_root) == (ROOT, False)


def test_a_post_in_a_conversation_without_threads_is_a_thread_of_its_own() -> None:
    found = posted(said(conversation={"id": "19:chat@thread.v2", "conversationType": "groupChat"}))
    assert (found.channel_id, found.thread_id) == ("19:chat@thread.v2", ROOT)


def test_the_workspace_is_the_one_that_was_admitted_and_no_word_of_the_conversation() -> None:
    found = posted(said(conversation={"id": CHANNEL, "tenantId": "another", "conversationType": "channel"}))
    assert found.workspace_id == TENANT


def test_whether_people_from_outside_belong_to_the_channel_comes_along() -> None:
    known = [Known(TENANT, BOT, NOW, is_shared=one) for one in (True, False, None)]
    assert [posted(said(), each).is_shared for each in known] == [True, False, None]


def test_files_are_named_also_where_there_are_no_words() -> None:
    attachments = [html("<p></p>"), {"contentType": "application/vnd.microsoft.teams.file", "name": "frame.jpg"}]
    found = posted(said("", attachments=attachments))
    assert (found.text, found.files) == ("", ["frame.jpg"])


def test_another_app_is_an_app_with_a_name() -> None:
    desk = {"id": "28:desk", "name": "Help desk"}
    found = posted(said("From: Nils", by=desk))
    assert (found.author_id, found.author_name, found.is_by_app) == ("28:desk", "Help desk", True)
    assert people_in(said(by=desk)) == []


def test_somebody_without_an_account_goes_by_the_id_of_the_conversation() -> None:
    assert posted(said(by={"id": "29:anonymous", "name": "Guest"})).author_id == "29:anonymous"


def test_the_bot_never_reads_itself() -> None:
    assert not events(said(by={"id": BOT}), KNOWN)
    assert not events(activity("messageUpdate", text="x", by={"id": BOT}), KNOWN)


def test_the_bots_name_at_the_beginning_is_stripped_and_calls_it() -> None:
    posts = events(said(f"{AT_BOT} can you help?", entities=[mention()]), KNOWN)
    assert [type(event) for event in posts] == [MessagePosted, Mentioned]
    assert [event.text for event in posts] == ["can you help?"] * 2  # type: ignore[attr-defined]
    assert posts[0].calls_bot  # type: ignore[attr-defined]


def test_the_bot_named_later_is_mentioned_and_not_called() -> None:
    first, second = events(said(f"It leaves today. {AT_BOT} found it", entities=[mention()]), KNOWN)
    assert isinstance(first, MessagePosted)
    assert (first.calls_bot, first.text) == (False, "It leaves today. @Kindline found it")
    assert isinstance(second, Mentioned)
    assert (second.person_id, second.thread_id) == (FRIEDA, ROOT)


def test_a_command_is_heard_as_words_to_the_bot_and_is_no_mention() -> None:
    found = posted(said(f"{AT_BOT} insight they love it", entities=[mention()]))
    assert (found.calls_bot, found.is_command, found.text) == (True, True, "insight they love it")
    assert not posted(said("insight they love it")).is_command


def test_a_mention_by_an_app_calls_nobody() -> None:
    activity_by_app = said(f"{AT_BOT} look", entities=[mention()], by={"id": "28:desk"})
    assert isinstance(one(activity_by_app), MessagePosted)


def test_a_slash_command_that_only_the_bot_sees_is_not_heard() -> None:
    targeted = said("insight they love it", recipient={"id": BOT, "isTargeted": True})
    assert not events(targeted, KNOWN)
    assert not is_heard(targeted)


def test_the_private_chat_is_not_a_channel_and_home_opens_the_page() -> None:
    assert not events(told("promises"), KNOWN)
    assert not is_heard(told("promises"))
    for words in ("home", "/home", "Home!", "kindline home"):
        assert is_heard(told(words))
        assert isinstance(one(told(words)), HomeOpened)


def test_home_in_a_channel_opens_the_page_and_is_no_mention() -> None:
    found = events(said(f"{AT_BOT} home", entities=[mention()]), KNOWN)
    assert [type(event) for event in found] == [MessagePosted, HomeOpened]
    targeted = said("home", recipient={"id": BOT, "isTargeted": True})
    assert is_heard(targeted)
    assert isinstance(one(targeted), HomeOpened)


def test_an_edit_brings_the_new_words() -> None:
    edit = {"channelData": {"tenant": {"id": TENANT}, "eventType": "editMessage"}}
    found = one(activity("messageUpdate", text="new", id=REPLY, **edit))
    assert isinstance(found, MessageEdited)
    assert (found.text, found.message_id, found.thread_id, found.author_id) == ("new", REPLY, ROOT, FRIEDA)
    assert not found.is_restored


def test_a_deletion_that_was_taken_back_brings_the_words_again() -> None:
    undo = {"channelData": {"tenant": {"id": TENANT}, "eventType": "undeleteMessage"}}
    found = one(activity("messageUpdate", text="Here again", **undo))
    assert isinstance(found, MessageEdited)
    assert (found.text, found.is_restored) == ("Here again", True)


def test_a_deletion_names_the_message_and_needs_no_person() -> None:
    soft = {"channelData": {"tenant": {"id": TENANT}, "eventType": "softDeleteMessage"}}
    found = one(activity("messageDelete", **soft))
    assert isinstance(found, MessageDeleted)
    assert (found.message_id, found.channel_id, found.at) == (ROOT, CHANNEL, SENT_AT)
    assert people_in(activity("messageDelete")) == []


def test_a_card_button_that_comes_as_a_message_is_no_post() -> None:
    assert not events(said("", value={"b": "draft.use"}), KNOWN)


def test_what_ended_closes_its_channels() -> None:
    known = Known(TENANT, BOT, NOW, learned=Learned(closed=["19:a", "19:b"]))
    found = events(changed("teamDeleted"), known)
    assert [type(event) for event in found] == [ChannelClosed, ChannelClosed]
    assert [event.channel_id for event in found] == ["19:a", "19:b"]  # type: ignore[attr-defined]


def test_who_added_the_app_gets_a_home_and_who_removed_it_is_not_reached() -> None:
    opened = one(installed(), Known(TENANT, BOT, NOW, learned=Learned(wants_home=True)))
    assert isinstance(opened, HomeOpened)
    gone = one(installed("remove"), Known(TENANT, BOT, NOW, learned=Learned(is_gone=True)))
    assert isinstance(gone, PersonUnreachable)
    assert (opened.person_id, gone.person_id) == (FRIEDA, FRIEDA)


@pytest.mark.parametrize("kind", ["messageReaction", "typing", "event", "endOfConversation", "", None, 5])
def test_other_types_mean_nothing(kind: Any) -> None:
    assert not events(said() | {"type": kind}, KNOWN)


def test_unknown_kinds_of_changes_mean_nothing() -> None:
    assert not events(changed("channelPainted"), KNOWN)


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("2026-11-18T09:30:00Z", datetime(2026, 11, 18, 9, 30, tzinfo=UTC)),
        ("2026-11-18T10:30:00.1+01:00", datetime(2026, 11, 18, 9, 30, 0, 100_000, tzinfo=UTC)),
        ("2026-11-18T09:30:00", datetime(2026, 11, 18, 9, 30, tzinfo=UTC)),
        ("1763458200123", datetime(2025, 11, 18, 9, 30, 0, 123_000, tzinfo=UTC)),
    ],
)
def test_times_are_read_whatever_their_form(value: str, at: datetime) -> None:
    assert moment(value, NOW) == at


@pytest.mark.parametrize("value", ["", "soon", None, 5, [], "9999-99-99", "0001-01-01T00:00:00+23:00"])
def test_odd_times_fall_back(value: Any) -> None:
    assert moment(value, NOW) == NOW


def test_a_message_without_a_time_was_sent_when_its_id_says() -> None:
    assert posted(said(timestamp=None)).at == datetime(2025, 11, 18, 9, 30, tzinfo=UTC)


def test_the_zone_is_told_by_the_activity_or_by_the_client() -> None:
    assert zone_of(said(localTimezone="Europe/Berlin")) == "Europe/Berlin"
    assert zone_of(said(entities=[{"type": "clientInfo", "timezone": "Asia/Tokyo"}])) == "Asia/Tokyo"
    assert zone_of(said()) == ""


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["mention", BOT, CHANNEL]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
    max_leaves=6,
)
FIELDS = ["id", "from", "recipient", "conversation", "channelData", "entities", "attachments", "text", "value", "name"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(HANDLED)), st.dictionaries(st.sampled_from([*FIELDS, "timestamp", "textFormat"]), ODD))
def test_odd_shapes_never_raise(kind: str, odd: dict[str, Any]) -> None:
    for base in (said(f"{AT_BOT} help", entities=[mention()]), told("promises"), installed()):
        found = base | odd | {"type": kind}
        assert len(events(found, KNOWN)) <= 2
        assert len(people_in(found)) <= 1
        assert is_heard(found) in (True, False)


def test_who_came_into_channels_is_told_for_each() -> None:
    known = Known(TENANT, BOT, NOW, learned=Learned(crowds={"19:a": True, "19:b": None}))
    found = events(changed("teamMemberAdded", membersAdded=[{"id": "29:new"}]), known)
    assert [(one.channel_id, one.is_shared) for one in found if isinstance(one, CrowdChanged)] == [
        ("19:a", True),
        ("19:b", None),
    ]


def test_a_call_has_the_key_of_the_message_that_it_is() -> None:
    posted, called = events(
        said(f"{AT_BOT} please look", entities=[mention()], localTimestamp="2026-11-18T13:00"), KNOWN
    )
    assert isinstance(posted, MessagePosted) and isinstance(called, Mentioned)
    assert called.client_key == posted.client_key != ""
