"""What people do with the app in Microsoft Teams reaches it as invokes, and its answers are shown as Teams does."""

from typing import Any

import pytest

from tests.playground.teams_bench import HELP, TeamsBench, button, card, dialog, opening, with_card

Json = dict[str, Any]
CARD_ANSWER = "application/vnd.microsoft.card.adaptive"
DRAFT = {
    "type": "Input.Text",
    "id": "draft",
    "label": "Draft",
    "isRequired": True,
    "errorMessage": "Please fill this in.",
    "isMultiline": True,
    "maxLength": 40,
    "value": "Dear Annelie",
}


async def posted(teams: TeamsBench, shown: Json) -> str:
    """The card in the channel; its id as the control interface gives it."""
    await teams.post(HELP, with_card(shown))
    return str((await teams.messages("U0FRIEDA"))[-1]["id"])


def answering(**answers: Any) -> Any:
    """Answers invokes by their name's last part."""
    return lambda activity: answers.get(str(activity.get("name", "")).split("/")[-1])


async def test_a_press_carries_the_action_and_its_answer_replaces_the_card_for_who_pressed(teams: TeamsBench) -> None:
    message = await posted(teams, card(button("use", "Use", s="d7")))
    done = {"statusCode": 200, "type": CARD_ANSWER, "value": card(words="Used")}
    teams.receiver.reply = answering(action=done)
    await teams.do("press", user="U0FRIEDA", message=message, action_id="use")
    (invoke,) = teams.receiver.named("adaptiveCard/action")
    wire = message.split("/")[1].replace(".", "")[:13]
    assert invoke["type"] == "invoke"
    assert invoke["replyToId"] == wire
    assert invoke["conversation"]["id"] == f"{HELP};messageid={wire}"
    assert invoke["value"]["action"] == {
        "type": "Action.Execute",
        "verb": "use",
        "title": "Use",
        "data": {"s": "d7"},
    }
    assert invoke["from"]["aadObjectId"] == "aad-u0frieda"
    assert (await teams.messages("U0FRIEDA"))[0]["plain"] == "Used"
    assert "Draft ready" in (await teams.messages("U0JONAS"))[0]["plain"]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {"statusCode": 200},
        {"statusCode": 500, "type": "application/vnd.microsoft.error", "value": {"code": "x", "message": "No."}},
        {"statusCode": 200, "type": CARD_ANSWER, "value": {"type": "AdaptiveCard", "version": "1.5", "body": []}},
    ],
)
async def test_a_press_that_is_answered_badly_is_told_to_the_person(teams: TeamsBench, answer: Any) -> None:
    message = await posted(teams, card(button("use")))
    teams.receiver.reply = answering(action=answer)
    assert await teams.refused("press", user="U0FRIEDA", message=message, action_id="use") == "app_failed"


async def test_a_sentence_as_the_answer_is_shown_beside_the_card(teams: TeamsBench) -> None:
    message = await posted(teams, card(button("use")))
    said = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Answered below."}
    teams.receiver.reply = answering(action=said)
    answer = await teams.do("press", user="U0FRIEDA", message=message, action_id="use")
    assert answer["message"] == "Answered below."


async def test_a_press_may_come_again_under_a_new_id(teams: TeamsBench) -> None:
    message = await posted(teams, card(button("use")))
    teams.receiver.reply = answering(action={"statusCode": 200, "type": CARD_ANSWER, "value": card(words="Used")})
    await teams.do("fault", method="invokes", kind="again_new_id")
    await teams.do("press", user="U0FRIEDA", message=message, action_id="use")
    await teams.do("clock", advance_s=16)
    first, second = teams.receiver.named("adaptiveCard/action")
    assert first["id"] != second["id"]
    assert first["value"] == second["value"]


async def test_a_menu_and_a_question_are_drawn_as_on_the_other_platform(teams: TeamsBench) -> None:
    picker = {
        "type": "Input.ChoiceSet",
        "id": "choice:give",
        "label": "Give to …",
        "isRequired": True,
        "errorMessage": "Please choose one.",
        "choices": [{"title": "Jonas", "value": "u:2"}, {"title": "Nadine", "value": "u:3"}],
    }
    row = {"type": "ActionSet", "actions": [button("give", "OK", pick="choice:give")]}
    menu = {"type": "Action.ShowCard", "title": "Give to …", "card": {"type": "AdaptiveCard", "body": [picker, row]}}
    sure = {"type": "ActionSet", "actions": [button("drop", "Let it go", s="p1")]}
    asked = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "Really?"}]}
    question = {
        "type": "Action.ShowCard",
        "title": "Let it go",
        "card": {"type": "AdaptiveCard", "body": [asked, sure]},
    }
    message = await posted(teams, card(menu, question))
    (shown,) = await teams.messages("U0FRIEDA")
    give, drop = shown["actions"]
    assert (give["action_id"], [one["value"] for one in give["options"]]) == ("give", ["u:2", "u:3"])
    assert (drop["action_id"], drop["value"], drop["confirm"]["text"]["text"]) == ("drop", "p1", "Really?")
    teams.receiver.reply = answering(action={"statusCode": 200, "type": CARD_ANSWER, "value": card()})
    await teams.do("press", user="U0FRIEDA", message=message, action_id="give", selected="u:3")
    (invoke,) = teams.receiver.named("adaptiveCard/action")
    assert invoke["value"]["action"]["data"] == {"pick": "choice:give", "choice:give": "u:3"}


async def test_a_button_opens_a_dialog_and_the_dialog_is_sent(teams: TeamsBench) -> None:
    message = await posted(teams, card(opening("edit", s="d7")))
    teams.receiver.reply = answering(fetch=dialog(DRAFT))
    await teams.do("press", user="U0FRIEDA", message=message, action_id="edit")
    (fetched,) = teams.receiver.named("task/fetch")
    assert (fetched["value"]["data"]["b"], fetched["value"]["data"]["s"]) == ("edit", "d7")
    view = (await teams.state("U0FRIEDA"))["modal"]
    assert (view["title"], view["submit"], view["callback_id"]) == ("Your draft", "Use", "draft")
    assert [(one["block_id"], one["initial"]) for one in view["inputs"]] == [("draft", "Dear Annelie")]
    assert (await teams.state("U0JONAS"))["modal"] is None
    values = {"draft": {"draft": "Dear Annelie, sorry."}}
    await teams.do("submit", user="U0FRIEDA", view="modal", values=values)
    (submitted,) = teams.receiver.named("task/submit")
    assert submitted["value"]["data"] == {"f": "draft", "s": "7", "draft": "Dear Annelie, sorry."}
    assert (await teams.state("U0FRIEDA"))["modal"] is None


async def test_what_is_wrong_with_a_form_stands_under_its_field(teams: TeamsBench) -> None:
    message = await posted(teams, card(opening("edit")))
    teams.receiver.reply = answering(fetch=dialog(DRAFT))
    await teams.do("press", user="U0FRIEDA", message=message, action_id="edit")
    view = (await teams.state("U0FRIEDA"))["modal"]
    empty = await teams.do("submit", user="U0FRIEDA", view="modal", values={"draft": {"draft": ""}})
    assert (list(empty["errors"]), teams.receiver.named("task/submit")) == (["draft"], [])
    run = {"type": "TextRun", "text": "That is too rude.", "color": "attention", "weight": "bolder"}
    again = dialog({**DRAFT, "value": "Hey!"}, {"type": "RichTextBlock", "inlines": [run]})
    teams.receiver.reply = answering(submit=again)
    answer = await teams.do("submit", user="U0FRIEDA", view=view["id"], values={"draft": {"draft": "Hey!"}})
    assert answer["errors"] == {"draft": "That is too rude."}
    back = (await teams.state("U0FRIEDA"))["modal"]
    assert (back["id"], back["inputs"][0]["initial"]) == (view["id"], "Hey!")
    assert "That is too rude." in back["plain"]
    await teams.do("close", user="U0FRIEDA", view="modal")
    assert (await teams.state("U0FRIEDA"))["modal"] is None


async def test_every_kind_of_input_is_sent_as_teams_sends_it(teams: TeamsBench) -> None:
    people = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    inputs = (
        {"type": "Input.Date", "id": "due", "label": "Day", "value": "2026-11-20"},
        {"type": "Input.Time", "id": "due:time", "label": "Time"},
        {"type": "Input.Number", "id": "days", "label": "Days"},
        {"type": "Input.Toggle", "id": "sure", "title": "Sure", "value": "true"},
        {
            "type": "Input.ChoiceSet",
            "id": "tags",
            "label": "Tags",
            "isMultiSelect": True,
            "choices": [{"title": one, "value": one} for one in "abc"],
            "value": "a,c",
        },
        {"type": "Input.ChoiceSet", "id": "who", "label": "Who", "choices": [], "choices.data": people},
        {"type": "Input.ChoiceSet", "id": "to", "choices": [], "choices.data": people, "value": "aad-u0milo"},
        {"type": "Input.Text", "id": "note", "label": "Note"},
    )
    teams.receiver.reply = answering(fetch=dialog(*inputs))
    message = await posted(teams, card(opening("edit")))
    await teams.do("press", user="U0FRIEDA", message=message, action_id="edit")
    view = (await teams.state("U0FRIEDA"))["modal"]
    assert {one["block_id"]: one["initial"] for one in view["inputs"]}["to"] == "U0MILO"
    values = {"due:time": {"due:time": "09:30"}, "days": {"days": "3"}, "who": {"who": "U0JONAS"}}
    await teams.do("submit", user="U0FRIEDA", view="modal", values=values)
    (submitted,) = teams.receiver.named("task/submit")
    assert submitted["value"]["data"] == {
        "f": "draft",
        "s": "7",
        "due": "2026-11-20",
        "due:time": "09:30",
        "days": "3",
        "sure": "true",
        "tags": "a,c",
        "who": "aad-u0jonas",
        "to": "aad-u0milo",
    }


async def test_a_message_action_hands_over_the_one_message_and_is_sent_back_as_one(teams: TeamsBench) -> None:
    root = await teams.say("U0ANNELIE", "Where is my <order>, @Frieda Maas?")
    reply = await teams.say("U0ANNELIE", "And when?", thread=root)
    teams.receiver.reply = answering(fetchTask=dialog(DRAFT))
    await teams.do("shortcut", user="U0FRIEDA", callback_id="help_me_reply", message=reply)
    await teams.do("shortcut", user="U0FRIEDA", callback_id="help_me_reply", message=root)
    second, first = teams.receiver.named("composeExtension/fetchTask")
    payload = first["value"]["messagePayload"]
    assert (first["value"]["commandId"], first["value"]["commandContext"]) == ("help_me_reply", "message")
    assert payload["from"]["user"]["id"] == "aad-u0annelie"
    assert payload["body"]["content"] == '<p>Where is my &lt;order&gt;, <at id="0">Frieda Maas</at>?</p>'
    assert payload["mentions"][0]["mentioned"]["user"]["id"] == "aad-u0frieda"
    assert second["value"]["messagePayload"]["replyToId"] == payload["id"]
    assert second["conversation"]["id"] == first["conversation"]["id"] == f"{HELP};messageid={payload['id']}"
    teams.receiver.reply = answering(submitAction={"task": {"type": "message", "value": "Noted."}})
    await teams.do("submit", user="U0FRIEDA", view="modal")
    (submitted,) = teams.receiver.named("composeExtension/submitAction")
    assert submitted["value"]["data"]["draft"] == "Dear Annelie"
    assert submitted["value"]["messagePayload"]["id"] == payload["id"]
    view = (await teams.state("U0FRIEDA"))["modal"]
    assert (view["plain"].split("\n")[1], view["submit"]) == ("Noted.", None)
    assert await teams.refused("shortcut", user="U0FRIEDA", callback_id="nothing") == "unknown_shortcut"


async def test_a_button_in_a_dialog_is_a_submission_too(teams: TeamsBench) -> None:
    more = {"type": "Action.Submit", "title": "Another", "data": {"f": "draft", "b": "another"}}
    teams.receiver.reply = answering(fetch=dialog(DRAFT, {"type": "ActionSet", "actions": [more]}))
    message = await posted(teams, card(opening("edit")))
    await teams.do("press", user="U0FRIEDA", message=message, action_id="edit")
    values = {"draft": {"draft": "Hi"}}
    await teams.do("press", user="U0FRIEDA", view="modal", action_id="another", values=values)
    (submitted,) = teams.receiver.named("task/submit")
    assert submitted["value"]["data"] == {"f": "draft", "b": "another", "draft": "Hi"}


async def test_commands_are_words_in_the_chat_and_a_mention_in_a_channel(teams: TeamsBench) -> None:
    async def told(activity: Json) -> None:
        if activity["type"] == "message":
            await teams.post(activity["conversation"]["id"], f"You said {activity['text']}")

    teams.receiver.reply = told
    answer = await teams.do("command", user="U0FRIEDA", command="/promises")
    assert answer["response"]["plain"] == "You said promises"
    answer = await teams.do("command", user="U0NADINE", channel="C0HELP", command="/kindline", text="here")
    assert answer["response"]["plain"] == "You said <at>Kindline</at> here"
    assert teams.receiver.of("message")[-1]["text"] == "<at>Kindline</at> here"
    assert await teams.refused("command", user="U0ANNELIE", command="/promises") == "not_allowed"


async def test_a_slash_command_in_a_channel_is_seen_by_nobody_else(teams: TeamsBench) -> None:
    await teams.do("reset", scene={"app": {"teams": {"has_slash": True}}})
    await teams.do("command", user="U0FRIEDA", channel="C0HELP", command="/reply")
    (activity,) = teams.receiver.of("message")
    assert (activity["recipient"]["isTargeted"], activity["text"]) == (True, "reply")
    assert activity["conversation"]["id"] == HELP
    assert await teams.messages("U0JONAS") == []


async def test_opening_home_asks_for_it_in_the_chat(teams: TeamsBench) -> None:
    await teams.do("open_home", user="U0FRIEDA")
    await teams.settled()
    assert teams.receiver.of("message")[0]["text"] == "home"
    state = await teams.state("U0FRIEDA")
    assert (state["home"]["id"], state["dms"][0]["with"], state["team"]["platform"]) == (None, "U0KINDLINE", "teams")
    assert await teams.refused("block", team="T0MARIGOLD", user="U0FRIEDA") == "other_platform"


async def test_a_reset_takes_the_story_away_and_the_other_platform_is_left_alone(teams: TeamsBench) -> None:
    await teams.say("U0ANNELIE", "on Teams")
    await teams.say("U0ANNELIE", "on Slack", team="T0MARIGOLD")
    assert [one["plain"] for one in await teams.messages("U0FRIEDA")] == ["on Teams"]
    slack = await teams.ask("state", team="T0MARIGOLD", viewer="U0FRIEDA")
    assert [one["plain"] for one in slack["channels"][0]["messages"]] == ["on Slack"]
    await teams.do("reset")
    assert await teams.messages("U0FRIEDA") == []
