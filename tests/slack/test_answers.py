"""What a waiting person gets: in the answer itself, in a form, in place of the card, or privately."""

from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Replace, Say
from bot.buttons import Buttons
from bot.cards import Card, Form, TextInput, Words
from bot.events import ButtonPressed, CommandGiven, FormSubmitted, ShortcutUsed
from handlers.hall.again import AGAIN
from handlers.slack.answers import LATE
from tests.mishaps import Fault
from tests.slack.conftest import House
from tests.slack.fake_slack import HUMAN
from tests.slack.wire import command, press, said, signed_form, signed_payload, submission

DONE = Card("Done", [Words("Done")])
FORM = Form("insight", "Log an insight", [TextInput("claim", "What")], subject="i7")
TYPED = {"claim": {"type": "plain_text_input", "value": "They love it"}}


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": "any#1", "block_id": "b", "value": "p7", **more}


def response_url(house: House) -> str:
    return f"{house.fake.url}/respond"


def shortcut(house: House) -> dict[str, Any]:
    body = {"type": "message_action", "callback_id": "log_insight", "team": {"id": "T1"}, "user": {"id": "UFRIEDA"}}
    message = said("It is &lt;great&gt;", user="UANNELIE", thread_ts="1763458100.000001")
    return {
        **body,
        "trigger_id": "t-4",
        "api_app_id": "AAPP",
        "channel": {"id": "C1"},
        "message": message,
        "response_url": response_url(house),
    }


async def test_several_sentences_to_a_command_become_one_answer(house: House) -> None:
    house.feature.outcomes = [Say(DONE), Say(Card("More", [Words("More")]))]
    got = await house.send(signed_form(command("/do")))
    assert [block["type"] for block in got.json["blocks"]] == ["section", "divider", "section"]


async def test_a_command_opens_a_form_at_once(house: House) -> None:
    house.feature.outcomes = [OpenForm(FORM)]
    got = await house.send(signed_form(command("/insight")))
    (opened,) = house.fake.calls("views.open")
    assert (got.status, got.body, opened["trigger_id"]) == (200, b"", "trigger-1")


@pytest.mark.parametrize("code", ["trigger_expired", "trigger_exchanged", "expired_trigger_id"])
async def test_a_form_that_came_too_late_is_offered_by_a_button_that_asks_the_same_again(
    house: House, code: str
) -> None:
    house.feature.outcomes = [OpenForm(FORM)]
    house.fake.refuse("views.open", code)
    got = await house.send(signed_form(command("/insight", "about <@UJONAS|jonas>")))
    assert got.json["text"] == LATE
    again = got.json["blocks"][-1]["elements"][0]
    house.fake.accepted.clear()
    body = press({"type": "button", "action_id": again["action_id"], "value": again["value"], "block_id": "b"})
    await house.send(signed_payload(body))
    first, second = house.feature.heard
    assert isinstance(first, CommandGiven)
    assert isinstance(second, CommandGiven)
    assert (second.word, second.text, second.opener) == ("insight", "about <@UJONAS|jonas>", "trigger-2")
    assert house.fake.calls("views.open")[0]["trigger_id"] == "trigger-2"


async def test_a_late_form_after_a_shortcut_is_offered_privately_in_the_thread(house: House) -> None:
    house.feature.outcomes = [OpenForm(FORM)]
    house.fake.refuse("views.open", "trigger_expired")
    await house.send(signed_payload(shortcut(house)))
    (told,) = house.fake.calls("chat.postEphemeral")
    assert (told["text"], told["thread_ts"], house.fake.responses) == (LATE, "1763458100.000001", [])
    value = told["blocks"][-1]["elements"][0]["value"]
    await house.send(signed_payload(press({"type": "button", "action_id": AGAIN, "value": value, "block_id": "b"})))
    second = house.feature.heard[1]
    assert isinstance(second, ShortcutUsed)
    assert (second.shortcut, second.author_id, second.said_at is not None) == ("log_insight", "UANNELIE", True)


async def test_an_again_button_with_a_changed_value_is_just_an_unknown_button(house: House) -> None:
    for value in ("", "x", "[]", '{"k":"z"}', '{"k":"c"}'):
        body = press({"type": "button", "action_id": AGAIN, "value": value, "block_id": "b"})
        assert (await house.send(signed_payload(body | {"trigger_id": value}))).status == 200
    assert house.feature.heard == []


async def test_a_press_brings_button_subject_and_place(house: House) -> None:
    await house.send(signed_payload(press(button())))
    (event,) = house.feature.heard
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.subject, event.channel_id, event.message_id) == ("any", "p7", "C1", "1763458300.000100")


@pytest.mark.parametrize(
    "element",
    [
        {"type": "static_select", "selected_option": {"value": "p7"}},
        {"type": "overflow", "selected_option": {"value": "p7"}},
        {"type": "datepicker", "selected_date": "p7"},
        {"type": "users_select", "selected_user": "p7"},
    ],
)
async def test_a_choice_brings_what_was_chosen(house: House, element: dict[str, Any]) -> None:
    await house.send(signed_payload(press({**element, "action_id": "any", "block_id": "b"})))
    (event,) = house.feature.heard
    assert event.subject == "p7"  # type: ignore[attr-defined]


async def test_a_link_button_is_acknowledged_and_means_nothing(house: House) -> None:
    assert (await house.send(signed_payload(press(button(action_id="link#2"))))).status == 200
    assert await house.rows() == []


async def test_a_pressed_card_is_replaced_and_a_sentence_is_private(house: House) -> None:
    house.feature.outcomes = [Replace(Card("New", [Words("New")])), Say(DONE)]
    got = await house.send(signed_payload(press(button(), response_url=response_url(house))))
    assert (got.status, got.body) == (200, b"")
    shown = {one["text"]: one["replace_original"] for one in house.fake.responses}
    assert shown == {"New": True, "Done": False}


async def test_a_card_that_everybody_sees_is_replaced_by_its_id(house: House) -> None:
    house.feature.outcomes = [Replace(DONE)]
    container = {"type": "message", "channel_id": "C1", "message_ts": "5.6", "is_ephemeral": False}
    await house.send(signed_payload(press(button(), container=container, response_url=response_url(house))))
    assert house.fake.calls("chat.update")[0]["ts"] == "5.6"
    assert house.fake.responses == []


async def test_a_sentence_without_a_response_address_is_shown_where_the_person_is(house: House) -> None:
    house.feature.outcomes = [Say(DONE)]
    await house.send(signed_payload(press(button(), response_url="https://evil.example/x")))
    (shown,) = house.fake.calls("chat.postEphemeral")
    assert (shown["channel"], shown["user"]) == ("C1", "UFRIEDA")


async def test_a_press_in_a_form_changes_that_form_and_brings_what_is_typed(house: House) -> None:
    house.feature.outcomes = [OpenForm(FORM)]
    view = submission(TYPED)["view"]
    await house.send(signed_payload(press(button(), container={"type": "view", "view_id": "V1"}, view=view)))
    (event,) = house.feature.heard
    assert isinstance(event, ButtonPressed)
    assert (event.form_id, event.values) == ("V1", {"claim": "They love it"})
    assert house.fake.calls("views.update")[0]["view_id"] == "V1"
    assert house.fake.calls("views.open") == []


async def test_a_submission_brings_form_subject_and_values_and_closes(house: House) -> None:
    got = await house.send(signed_payload(submission(TYPED)))
    (event,) = house.feature.heard
    assert isinstance(event, FormSubmitted)
    assert (event.form, event.subject, event.values) == ("insight", "i7", {"claim": "They love it"})
    assert (got.status, got.body) == (200, b"")


async def test_an_answer_to_a_form_appears_where_the_person_was(house: House) -> None:
    house.feature.outcomes = [Say(DONE)]
    await house.send(signed_payload(submission(TYPED)))
    assert house.fake.calls("chat.postEphemeral")[0]["channel"] == "C1"


async def test_an_answer_to_a_form_from_home_comes_in_the_private_chat(house: House) -> None:
    house.feature.outcomes = [Say(DONE)]
    await house.send(signed_payload(submission(TYPED, view={"private_metadata": '{"s":"i7","c":"","t":""}'})))
    assert house.fake.calls("chat.postMessage")[0]["channel"] == "DUFRIEDA"


async def test_a_refused_form_keeps_its_words_and_may_be_sent_again_unchanged(house: House) -> None:
    house.feature.outcomes = [RefuseForm({"claim": "Please say a little more."})]
    refused = await house.send(signed_payload(submission(TYPED)))
    assert refused.json == {"response_action": "errors", "errors": {"claim": "Please say a little more."}}
    house.feature.outcomes = []
    accepted = await house.send(signed_payload(submission(TYPED)))
    assert accepted.body == b""
    assert len(house.feature.heard) == 2


async def test_a_form_submitted_twice_is_taken_once(house: House) -> None:
    for trigger in ("a", "b"):
        assert (await house.send(signed_payload(submission(TYPED, trigger_id=trigger)))).status == 200
    assert len(house.feature.heard) == 1


async def test_a_form_after_a_form_takes_its_place(house: House) -> None:
    house.feature.outcomes = [OpenForm(FORM)]
    got = await house.send(signed_payload(submission(TYPED)))
    assert (got.json["response_action"], got.json["view"]["callback_id"]) == ("update", "insight")


async def test_a_form_that_fails_stays_open_with_a_kind_sentence(house: House) -> None:
    house.feature.failure = RuntimeError("boom")
    got = await house.send(signed_payload(submission(TYPED)))
    assert "Please try again" in got.json["errors"]["claim"]


async def test_a_press_that_fails_is_told_privately(house: House) -> None:
    house.feature.failure = RuntimeError("boom")
    await house.send(signed_payload(press(button(), response_url=response_url(house))))
    assert "Reference" in house.fake.responses[0]["text"]


async def test_a_shortcut_on_a_first_message_is_answered_where_that_stands_and_on_a_reply_in_its_thread(
    house: House,
) -> None:
    house.feature.outcomes = [Say(DONE)]
    body = shortcut(house)
    first = {**body["message"], "thread_ts": ""}
    await house.send(signed_payload({**body, "message": first}))
    await house.send(signed_payload({**body, "trigger_id": "t-5"}))
    assert [told["response_type"] for told in house.fake.responses] == ["ephemeral"]
    assert [told["thread_ts"] for told in house.fake.calls("chat.postEphemeral")] == ["1763458100.000001"]


async def test_no_thread_begins_with_a_card_that_one_person_sees(house: House) -> None:
    await house.send(signed_payload(press(button())))
    (heard,) = house.feature.heard
    assert isinstance(heard, ButtonPressed)
    assert (heard.message_id, heard.thread_id) == ("1763458300.000100", "")


async def test_a_shortcut_brings_the_message_and_its_writer(house: House) -> None:
    await house.send(signed_payload(shortcut(house)))
    (event,) = house.feature.heard
    assert isinstance(event, ShortcutUsed)
    assert (event.text, event.author_id, event.thread_id) == ("It is <great>", "UANNELIE", "1763458100.000001")


async def test_an_answer_that_cannot_be_shown_spoils_nothing(house: House) -> None:
    house.feature.outcomes = [Say(DONE)]
    house.fake.response_status = 404
    assert (await house.send(signed_payload(press(button(), response_url=response_url(house))))).status == 200
    assert len(await house.rows()) == 1


async def test_a_form_of_a_foreign_team_is_refused(house: House) -> None:
    got = await house.send(signed_payload(submission(TYPED, view={"app_installed_team_id": "TFOREIGN"})))
    assert (got.status, await house.rows()) == (403, [])


async def test_people_who_are_meant_have_rows_before_the_feature_asks(house: House) -> None:
    house.fake.users["UJONAS"] = {"team_id": "T1", "profile": {"real_name": "Jonas Keller"}}
    await house.send(signed_form(command("/do", "<@UJONAS|jonas> agent")))
    assert (await house.person("UJONAS")) is not None


async def test_a_person_who_cannot_be_checked_now_is_asked_to_try_again(house: House) -> None:
    house.fake.fail("users.info", Fault(status=429, body={"ok": False, "error": "ratelimited"}))
    got = await house.send(signed_form(command("/do")))
    assert "Please try again" in got.json["text"]
    assert house.feature.heard == []


@pytest.mark.parametrize("text", ["", "x" * 41_000, "👨‍👩‍👧‍👦" * 500, "שלום \u202e<b>", "--unknown", "\ud83d"])
async def test_odd_words_in_a_command_are_answered_and_never_a_fault(house: House, text: str) -> None:
    fields = command("/do", text.encode("utf-8", "replace").decode())
    assert (await house.send(signed_form(fields))).status == 200


def test_button_ids_of_ours_hold_no_number_sign() -> None:
    assert [one for one in Buttons if "#" in one] == []


async def test_the_writer_of_a_shortcuts_message_is_looked_up(house: House) -> None:
    house.fake.users["UANNELIE"] = {**HUMAN, "team_id": "TVOSS"}
    await house.send(signed_payload(shortcut(house)))
    found = await house.person("UANNELIE")
    assert found is not None
    assert not found.is_colleague


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({"user": None, "bot_id": "BBUILD", "subtype": "bot_message"}, ("BBUILD", True)),
        ({"user": "UBUILD", "bot_id": "BBUILD", "app_id": "ABUILD"}, ("UBUILD", True)),
        ({"user": "UFRIEDA", "bot_id": "BBOT", "app_id": "AAPP"}, ("UFRIEDA", False)),
        ({}, ("UANNELIE", False)),
    ],
    ids=["a nameless app", "another app", "an approved reply of ours", "a person"],
)
async def test_a_shortcut_says_whether_an_app_wrote_the_message(
    house: House, marks: dict[str, Any], expected: tuple[str, bool]
) -> None:
    body = shortcut(house)
    body["message"] |= marks
    await house.send(signed_payload(body))
    (event,) = house.feature.heard
    assert isinstance(event, ShortcutUsed)
    assert (event.author_id, event.is_by_app) == expected
