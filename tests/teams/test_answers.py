"""What a waiting person gets on Teams: a card in place of the pressed one, a dialog, or a word in their chat."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.actions import OpenForm, RefuseForm, Replace, Say
from bot.cards import Actions, Button, Form, TextInput
from bot.events import ButtonPressed, CommandGiven
from handlers.hall.again import AGAIN
from handlers.teams.answers import (
    BELOW,
    FORM_IS_LONG,
    FORM_IS_READY,
    IN_CHAT,
    MESSAGE_TYPE,
    ON_ITS_WAY,
    PRIVATELY,
    SOON,
    UNDER_WAY,
)
from handlers.teams.cards import CONTENT_TYPE
from handlers.teams.forms import Origin
from tests.teams.asking import CHAT, DONE, FORM, LINK, MORE, UPDATE, bodies, event_in, give, opening, press, submission
from tests.teams.drawn import objects, said
from tests.teams.outside import CHANNEL, ROOT, Outside, outside
from tests.teams.wire import BOT, TENANT, activity, invoke, personal


@pytest.fixture
async def out(tmp_path: Path) -> AsyncIterator[Outside]:
    async with outside(tmp_path) as found:
        await found.know("aad-frieda", user_id="29:frieda", chat_id="a:1-frieda")
        yield found


async def test_a_pressed_card_becomes_the_new_one_for_the_presser_and_for_everybody(out: Outside) -> None:
    given = await give(out, press(), Replace(DONE))
    assert (given["statusCode"], given["type"]) == (200, CONTENT_TYPE)
    assert said(given["value"]) == ["It is done."]
    (changed,) = out.fake.named(UPDATE)
    assert (changed.ids, said(changed.body)) == ([f"{CHANNEL};messageid={ROOT}", "77"], ["It is done."])
    assert out.fake.posts == []


async def test_the_new_card_keeps_the_link_to_its_thread(out: Outside) -> None:
    given = await give(out, press(in_chat=True, l=LINK), Replace(DONE))
    urls = [one["url"] for one in objects(given) if "url" in one]
    changed = [one["url"] for one in objects(out.fake.named(UPDATE)[0].body) if "url" in one]
    assert urls == changed == [LINK]


@pytest.mark.parametrize(
    "link", ["https://evil.example/l/message/1", "javascript:alert(1)", 7, None, LINK + "x" * 3_000]
)
async def test_a_link_that_is_none_of_ours_is_left_out(out: Outside, link: Any) -> None:
    given = await give(out, press(in_chat=True, l=link), Replace(DONE))
    assert [one for one in objects(given) if "url" in one] == []


async def test_a_sentence_after_a_press_comes_in_the_private_chat(out: Outside) -> None:
    assert (await give(out, press(), Say(DONE), Say(MORE)))["value"] == IN_CHAT
    assert (await give(out, press(in_chat=True), Say(DONE)))["value"] == BELOW
    first, second = bodies(out)
    assert (first[0], second[0]) == ("a:1-frieda", "a:1-frieda")
    assert list(first[1])[-2:] == ["It is done.", "And more."]
    assert [one["url"] for one in objects(out.fake.posts[0].body) if "url" in one] != []


async def test_a_press_that_needs_no_answer_gets_a_short_one(out: Outside) -> None:
    given = await give(out, press())
    assert given == {"statusCode": 200, "type": MESSAGE_TYPE, "value": UNDER_WAY}
    assert out.fake.calls == []


async def test_a_press_on_the_home_card_never_replaces_it(out: Outside) -> None:
    given = await give(out, press(in_chat=True, h=1), Replace(DONE))
    assert given["value"] == BELOW
    assert (out.fake.named(UPDATE), bodies(out)) == ([], [("a:1-frieda", ["It is done."])])


async def test_a_form_where_none_can_open_is_offered_by_a_button_that_asks_the_same_again(out: Outside) -> None:
    await give(out, press(in_chat=True), OpenForm(FORM))
    (offer,) = out.fake.posts
    assert said(offer.body) == [FORM_IS_READY]
    (button,) = [one for one in objects(offer.body) if one.get("type") == "Action.Submit"]
    assert button["data"]["b"] == AGAIN
    again = event_in(opening(AGAIN, in_chat=True, s=button["data"]["s"]))
    assert isinstance(again, ButtonPressed)
    assert (again.button, again.subject) == ("draft.use", "d1")


async def test_a_typed_command_that_opens_a_form_offers_it_in_the_chat(out: Outside) -> None:
    body = personal("insight")
    assert await give(out, body, OpenForm(FORM)) is None
    (offer,) = out.fake.posts
    assert offer.ids == ["a:1-frieda"]
    (button,) = [one for one in objects(offer.body) if one.get("type") == "Action.Submit"]
    again = event_in(opening(AGAIN, in_chat=True, s=button["data"]["s"]))
    assert isinstance(again, CommandGiven)
    assert again.word == "insight"


async def test_a_command_too_long_for_a_button_is_answered_in_words(out: Outside) -> None:
    await give(out, personal(f"insight {'😀' * 1_500}"), OpenForm(FORM))
    assert bodies(out) == [("a:1-frieda", [FORM_IS_LONG])]


async def test_a_command_in_a_channel_is_answered_where_only_its_writer_reads(out: Outside) -> None:
    mention = {"type": "mention", "text": "<at>Kindline</at>", "mentioned": {"id": BOT, "name": "Kindline"}}
    body = activity(text="<at>Kindline</at> insight", entities=[mention])
    assert await give(out, body, Say(DONE), Say(MORE)) is None
    ((chat, lines),) = bodies(out)
    assert (chat, list(lines)[-2:]) == ("a:1-frieda", ["It is done.", "And more."])


async def test_a_form_opens_where_it_can(out: Outside) -> None:
    given = await give(out, opening(in_chat=True, l=LINK), OpenForm(FORM))
    value = given["task"]["value"]
    assert (given["task"]["type"], value["title"]) == ("continue", "Log an insight")
    data = value["card"]["content"]["actions"][0]["data"]
    assert (data["f"], data["s"], data["l"], len(data["n"])) == ("insight", "i7", LINK, 16)
    assert "c" not in data
    in_channel = await give(out, opening(), OpenForm(FORM))
    data = in_channel["task"]["value"]["card"]["content"]["actions"][0]["data"]
    assert (data["c"], data["t"]) == (CHANNEL, ROOT)


async def test_two_openings_of_a_form_are_told_apart(out: Outside) -> None:
    names = set()
    for _ in range(2):
        given = await give(out, opening(), OpenForm(FORM))
        names.add(given["task"]["value"]["card"]["content"]["actions"][0]["data"]["n"])
    assert len(names) == 2


async def test_where_a_dialog_was_asked_for_a_card_is_shown_in_one(out: Outside) -> None:
    given = await give(out, opening(in_chat=True), Replace(DONE), Say(MORE))
    assert said(given["task"]["value"]["card"]["content"]) == ["It is done.", "And more."]
    assert [call.ids[1] for call in out.fake.named(UPDATE)] == ["77"]


async def test_a_message_action_opens_a_form_for_its_message(out: Outside) -> None:
    message = {"id": ROOT, "body": {"contentType": "html", "content": "<p>It is <b>great</b></p>"}}
    value = {"commandId": "log_insight", "commandContext": "message", "messagePayload": message}
    given = await give(out, invoke("composeExtension/fetchTask", value), OpenForm(FORM))
    data = given["task"]["value"]["card"]["content"]["actions"][0]["data"]
    assert (data["f"], data["c"], data["t"]) == ("insight", CHANNEL, ROOT)


async def test_a_message_action_that_sends_something_says_where_it_will_come(out: Outside) -> None:
    value = {"commandId": "help_me_reply", "commandContext": "message", "messagePayload": {"id": ROOT}}
    assert said(await give(out, invoke("composeExtension/fetchTask", value))) == [ON_ITS_WAY]


async def test_where_cards_for_one_pair_of_eyes_stand_in_the_thread_nobody_is_sent_to_the_chat(tmp_path: Path) -> None:
    async with outside(tmp_path, targeted=True) as out:
        assert (await give(out, press(), Say(DONE)))["value"] == PRIVATELY
        value = {"commandId": "help_me_reply", "commandContext": "message", "messagePayload": {"id": ROOT}}
        assert said(await give(out, invoke("composeExtension/fetchTask", value))) == [SOON]


@pytest.mark.parametrize(
    ("name", "given"),
    [("task/submit", None), ("composeExtension/submitAction", {"task": {"type": "message", "value": "Done"}})],
)
async def test_a_submitted_form_closes_and_its_answer_comes_with_a_link(out: Outside, name: str, given: Any) -> None:
    assert await give(out, submission(name), Say(DONE)) == given
    ((chat, lines),) = bodies(out)
    assert (chat, list(lines)[-1]) == ("a:1-frieda", "It is done.")
    (url,) = [one["url"] for one in objects(out.fake.posts[0].body) if "url" in one]
    assert url.startswith(f"https://teams.example/l/message/19%3Ac0help%40thread.tacv2/{ROOT}?")


async def test_a_form_from_the_private_chat_is_answered_there_with_the_link_it_carried(out: Outside) -> None:
    body = submission(origin=Origin("n1", link=LINK)) | {"conversation": CHAT}
    assert await give(out, body, Say(DONE)) is None
    assert bodies(out) == [("a:1-frieda", ["It is done."])]
    assert [one["url"] for one in objects(out.fake.posts[0].body) if "url" in one] == [LINK]


async def test_nothing_is_said_in_a_chat_of_two_people_where_a_message_action_was_chosen(out: Outside) -> None:
    theirs = {"id": "a:1-frieda-and-jonas", "conversationType": "personal", "tenantId": TENANT}
    body = submission("composeExtension/submitAction", origin=Origin("n1")) | {"conversation": theirs}
    await give(out, body, Say(DONE))
    assert bodies(out) == [("a:1-frieda", ["It is done."])]


async def test_a_submission_keeps_the_handle_of_the_card_that_opened_the_form() -> None:
    # A handle that leads to no card would take the place of the one that was kept when the form was opened.
    assert (event_in(submission()).reply_to, event_in(personal("insight")).reply_to) == ("", "")
    assert event_in(opening()).reply_to == event_in(press()).reply_to != ""


async def test_a_refused_form_stays_with_its_words(out: Outside) -> None:
    given = await give(out, submission(), RefuseForm({"claim": "Please say a little more."}))
    (field,) = [one for one in objects(given) if one.get("type") == "Input.Text"]
    assert field["value"] == "They love it"
    assert said(given) == ["Please say a little more."]


async def test_a_refused_form_that_came_back_without_itself_says_why(out: Outside) -> None:
    body = submission()
    del body["value"]["data"]["form"]
    given = await give(out, body, RefuseForm({"claim": "Please say a little more."}))
    assert said(given) == ["Please say a little more."]


async def test_a_form_after_a_form_takes_its_place(out: Outside) -> None:
    given = await give(out, submission(), OpenForm(Form("draft", "Next", [TextInput("text", "T")])))
    data = given["task"]["value"]["card"]["content"]["actions"][0]["data"]
    assert (data["f"], data["c"], data["n"] != "n1") == ("draft", CHANNEL, True)


async def test_a_button_in_a_form_is_answered_in_the_dialog(out: Outside) -> None:
    form = Form("insight", "T", [TextInput("claim", "What"), Actions([Button("draft.open", "Open", "d9")])])
    body = submission(form=form)
    body["value"]["data"] |= {"b": "draft.open", "s": "d9"}
    event = event_in(body)
    assert isinstance(event, ButtonPressed)
    assert (event.subject, event.values["claim"], bool(event.form_id)) == ("d9", "They love it", True)
    assert said(await give(out, body, Replace(DONE))) == ["It is done."]
    opened = await give(out, body, OpenForm(FORM))
    assert opened["task"]["value"]["title"] == "Log an insight"
    assert out.fake.calls == []
