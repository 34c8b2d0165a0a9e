"""What people press, type and submit becomes one event of ours, whatever shape it comes in."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import ChecksInput, Form, MomentInput, PersonInput, TextInput
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, Interaction, ShortcutUsed
from handlers.hall.again import AGAIN, Seal, again_value
from handlers.teams.forms import Origin, dialog
from handlers.teams.handles import NO_SECRET, Handle, Handles
from handlers.teams.interactions import ACTION_FETCH, Seen, interaction, is_asked, key_of, people_meant
from handlers.teams.wire import Json
from tests.teams.activities import (
    ANNELIE,
    AT_BOT,
    CHANNEL,
    CHAT,
    FRIEDA,
    ROOT,
    activity,
    invoke,
    mention,
    personal,
    said,
    told,
)
from tests.teams.wire import APP_ID, BOT, TENANT

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
COMMANDS = frozenset({"insight", "reply", "team", "route"})
SEEN = Seen(TENANT, NOW, BOT, COMMANDS, {"29:jonas": "aad-jonas"})
CARD = "1763458900000"
FORM = Form(
    "insight",
    "Log an insight",
    [
        TextInput("claim", "What"),
        ChecksInput("themes", "Themes", [("Price", "price"), ("Speed", "speed")]),
        MomentInput("due", "When"),
        PersonInput("owner", "Who"),
    ],
    subject="i7",
)


def read(found: Json) -> Interaction | None:
    return interaction(found, SEEN)


def command(found: Json) -> tuple[str, str]:
    event = read(found)
    assert isinstance(event, CommandGiven)
    return event.word, event.text


def press(**data: Any) -> Json:
    return invoke("adaptiveCard/action", {"action": {"verb": "draft.use", "data": data}}, replyToId=CARD)


def submission(**typed: Any) -> Json:
    """As the client sends it: what the form's own button holds, with what was filled in."""
    opened = dialog(FORM, Origin("nonce-1", CHANNEL, ROOT))
    (button,) = opened["task"]["value"]["card"]["content"]["actions"]
    return invoke("task/submit", {"data": {**button["data"], **typed}})


def test_a_press_brings_button_subject_and_place() -> None:
    event = read(press(s="d7", note="kindly"))
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.subject, event.person_id) == ("draft.use", "d7", FRIEDA)
    assert (event.channel_id, event.message_id, event.thread_id) == (CHANNEL, CARD, ROOT)
    assert event.reply_to == Handles().packed(TENANT, Handle(f"{CHANNEL};messageid={ROOT}", CARD))
    assert (event.values["note"], event.opener, event.form_id) == ("kindly", "", "")


def test_a_press_in_the_private_chat_names_no_channel() -> None:
    event = read(press(s="d7") | personal())
    assert isinstance(event, ButtonPressed)
    assert (event.channel_id, event.message_id, event.reply_to) == (
        "",
        CARD,
        Handles().packed(TENANT, Handle(CHAT, CARD)),
    )


def test_who_pressed_is_never_taken_from_the_card() -> None:
    event = read(press(s="d7", person_id="mallory", **{"from": "mallory"}))
    assert event is not None
    assert event.person_id == FRIEDA


def test_a_choice_brings_what_was_chosen() -> None:
    event = read(press(pick="choice:draft.use", s="not this", **{"choice:draft.use": "p9"}))
    assert isinstance(event, ButtonPressed)
    assert event.subject == "p9"


def test_a_press_on_the_home_card_replaces_nothing() -> None:
    event = read(press(s="d7", h=1) | personal())
    assert isinstance(event, ButtonPressed)
    assert (event.message_id, event.reply_to) == ("", "")


def test_a_button_that_opens_a_form_may_do_so() -> None:
    event = read(invoke("task/fetch", {"data": {"b": "draft.open", "s": "d7", "type": "task/fetch"}}, replyToId=CARD))
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.subject, event.opener, event.message_id) == ("draft.open", "d7", "task/fetch", CARD)


def test_a_card_button_without_an_answer_comes_as_a_message() -> None:
    event = read(told("", value={"b": "promise.done", "s": "p1"}, replyToId=CARD))
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.subject) == ("promise.done", "p1")


def sealing(event: Interaction) -> Seal:
    return partial(NO_SECRET.sealed, event.workspace_id, event.person_id)


def test_what_came_too_late_is_asked_again_with_the_fresh_person_and_handles() -> None:
    first = read(invoke(ACTION_FETCH, {"commandId": "log_insight", "messagePayload": PAYLOAD}))
    assert isinstance(first, ShortcutUsed)
    second = read(invoke("task/fetch", {"data": {"b": AGAIN, "s": again_value(first, sealing(first))}}, replyToId=CARD))
    assert isinstance(second, ShortcutUsed)
    assert (second.shortcut, second.text, second.said_at) == (first.shortcut, first.text, first.said_at)
    assert second.opener == "task/fetch"


def test_a_form_comes_back_with_everything_that_was_filled_in() -> None:
    typed = {"claim": "They\u202e love it", "themes": "price,speed", "due": "2026-11-20", "due:time": "14:30"}
    event = read(submission(**typed, owner=ANNELIE))
    assert isinstance(event, FormSubmitted)
    assert (event.form, event.subject, event.opener) == ("insight", "i7", "task/submit")
    assert event.reply_to == ""  # The card that opened the form was noted when it was opened.
    assert event.values["claim"] == "They love it"
    assert event.values["themes"] == ["price", "speed"]
    assert event.values["due"] == "2026-11-20T14:30"
    assert event.values["owner"] == ANNELIE


def test_an_empty_form_has_empty_values() -> None:
    event = read(submission())
    assert isinstance(event, FormSubmitted)
    assert event.values == {"claim": "", "themes": [], "due": "", "owner": ""}


def test_a_button_in_a_form_knows_its_form_and_where_it_was_opened() -> None:
    event = read(submission(b="draft.why", s="d7") | personal())
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.form_id, event.message_id) == ("draft.why", "insight:nonce-1", "")
    assert (event.channel_id, event.thread_id, event.opener) == (CHANNEL, ROOT, "task/submit")
    assert event.reply_to == ""


PAYLOAD: Json = {
    "id": "1763458300000",
    "replyToId": ROOT,
    "createdDateTime": "2026-11-18T09:31:40Z",
    "from": {"user": {"id": ANNELIE, "displayName": "Annelie", "userIdentityType": "aadUser"}, "application": None},
    "body": {"contentType": "html", "content": '<div><p>Hi <at id="0">Jonas</at>,</p><p>it &amp; all <b>broke</b></p>'},
    "mentions": [{"id": 0, "mentionText": "Jonas", "mentioned": {"user": {"id": "aad-jonas"}}}],
    "linkToMessage": "https://teams.microsoft.com/l/message/x/1",
}


def shortcut(payload: Json) -> ShortcutUsed:
    event = read(invoke(ACTION_FETCH, {"commandId": "help_me_reply", "messagePayload": payload}))
    assert isinstance(event, ShortcutUsed)
    return event


def test_a_message_action_says_which_message_in_plain_words() -> None:
    event = shortcut(PAYLOAD)
    assert (event.shortcut, event.channel_id, event.opener) == ("help_me_reply", CHANNEL, ACTION_FETCH)
    assert (event.message_id, event.thread_id, event.author_id) == ("1763458300000", ROOT, ANNELIE)
    assert (event.text, event.is_by_app) == ("Hi @Jonas,\n\nit & all broke", False)
    assert event.said_at == datetime(2026, 11, 18, 9, 31, 40, tzinfo=UTC)
    assert people_meant(invoke(ACTION_FETCH, {"messagePayload": PAYLOAD})) == [FRIEDA, ANNELIE]


def test_a_message_action_on_an_apps_message_says_so() -> None:
    app = {"user": None, "application": {"id": "desk", "displayName": "Help desk"}}
    event = shortcut(PAYLOAD | {"from": app, "body": {"contentType": "text", "content": "1 < 2"}, "replyToId": None})
    assert (event.author_id, event.is_by_app, event.text, event.thread_id) == ("28:desk", True, "1 < 2", ROOT)


@pytest.mark.parametrize(
    "mentions",
    [
        [],
        [{"id": 0, "mentionText": "Kindline", "mentioned": {"application": {"id": APP_ID}}}],
        [{"id": 0, "mentionText": "Kindline", "mentioned": {"user": {"id": BOT}}}],
    ],
)
def test_the_bots_name_at_the_head_of_a_message_is_not_its_words(mentions: list[Json]) -> None:
    body = {"contentType": "html", "content": '<p><at id="0">Kindline</at>&nbsp;They love it</p>'}
    assert shortcut(PAYLOAD | {"body": body, "mentions": mentions}).text == "They love it"


def test_a_writer_who_is_named_by_another_id_is_looked_up_by_it() -> None:
    payload = PAYLOAD | {"from": {"user": {"id": "29:jonas"}}}
    assert shortcut(payload).author_id == "aad-jonas"
    assert people_meant(invoke(ACTION_FETCH, {"messagePayload": payload})) == [FRIEDA]


def test_everybody_who_is_meant_is_looked_up() -> None:
    assert people_meant(submission(owner=ANNELIE)) == [FRIEDA, ANNELIE]
    named = said(f"{AT_BOT} team", entities=[mention(), mention("29:x", "Milo", aadObjectId="aad-milo")])
    assert people_meant(named) == [FRIEDA, "aad-milo"]
    assert people_meant(said(f"{AT_BOT} team", entities=[mention(), mention("29:x", "Milo")])) == [FRIEDA]


def test_a_replay_has_the_same_key_and_another_gesture_another() -> None:
    assert key_of(told("promises"), "x") == f"{CHAT}:{ROOT}"
    assert key_of(press(s="1"), "x") == "f:invoke-1"
    assert key_of(press(s="1") | {"id": None}, "otherwise") == "otherwise"


def test_a_command_that_comes_again_under_a_new_id_is_the_same_gesture() -> None:
    local = {"localTimestamp": "2026-11-18T10:40:00.250+01:00"}
    keys = {key_of(told("insight They love it", id=one, **local), "") for one in ("1763458900000", "1763458930000")}
    later = {"localTimestamp": "2026-11-18T10:40:30.250+01:00"}
    assert len(keys) == 1
    assert key_of(told("insight They love it", id="1763458930000", **later), "") not in keys


def test_the_same_words_in_the_same_form_are_one_gesture_under_any_id() -> None:
    again = submission(claim="a") | {"id": "f:invoke-2"}
    assert key_of(submission(claim="a"), "x") == key_of(again, "x")
    assert key_of(submission(claim="a"), "x") != key_of(submission(claim="b"), "x")


@pytest.mark.parametrize("name", ["composeExtension/query", "signin/verifyState", "", None, [], {}])
def test_other_invokes_mean_nothing(name: Any) -> None:
    found = invoke("x", {}) | {"name": name}
    assert (read(found), is_asked(found, BOT, COMMANDS)) == (None, False)


def test_41000_characters_are_taken_in_and_cut_where_they_must() -> None:
    long = "x" * 41_000
    word, text = command(told(f"insight {long}"))
    assert (word, len(text) <= 40_000) == ("insight", True)
    event = read(press(s=long, note=long))
    assert isinstance(event, ButtonPressed)
    assert len(event.subject) <= 4_000
    assert len(shortcut(PAYLOAD | {"body": {"contentType": "html", "content": f"<p>{long}"}}).text) <= 40_000


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
    max_leaves=6,
)
NAMES = "data action messagePayload commandId verb b f s n m pick form body from".split()
PLACES = ["from", "conversation", "replyToId"]
VALUE = st.dictionaries(st.sampled_from(NAMES), ODD | st.dictionaries(st.sampled_from(NAMES), ODD))
KINDS = ["adaptiveCard/action", "task/fetch", "task/submit", ACTION_FETCH, "composeExtension/submitAction"]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(KINDS), VALUE | ODD, st.dictionaries(st.sampled_from(PLACES), ODD))
def test_odd_shapes_never_raise(name: str, value: Any, odd: dict[str, Any]) -> None:
    found = invoke(name, value) | odd
    assert isinstance(read(found), Interaction | None)
    assert isinstance(key_of(found, "x"), str)
    assert all(people_meant(found)) in (True, False)
    assert isinstance(read(activity("message", value=value) | odd), Interaction | None)
