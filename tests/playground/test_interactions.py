"""Commands, buttons, forms and shortcuts work as in Slack, with its limits on triggers and response addresses."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.playground.bench import Bench, Delivered, blocks, modal


def last(bench: Bench, kind: str) -> dict[str, Any]:
    return next(one.data for one in reversed(bench.receiver.got) if one.data.get("type") == kind)


async def posted_card(bench: Bench, *buttons: str) -> str:
    answer = await bench.bot.chat_postMessage(channel="C0HELP", text="Draft ready", blocks=blocks(*buttons))
    return f"C0HELP/{answer['ts']}"


async def opened(bench: Bench, view: dict[str, Any], user: str = "U0FRIEDA") -> dict[str, Any]:
    await bench.do("shortcut", user=user, callback_id="new_insight")
    await bench.bot.views_open(trigger_id=last(bench, "shortcut")["trigger_id"], view=view)
    return dict((await bench.state(user))["modal"])


def written_anew(action_id: str, **element: Any) -> dict[str, Any]:
    """The bench's form with another first value."""
    view = modal("Anew")
    words = {"type": "plain_text_input", "initial_value": "Dear Tom"}
    view["blocks"][0]["element"] = {**(element or words), "action_id": action_id}
    return view


async def test_a_command_comes_as_a_form_and_its_answer_is_only_for_the_one_who_gave_it(bench: Bench) -> None:
    bench.receiver.reply = lambda delivered: {"text": "Noted *well*"} if "command" in delivered.data else None
    answer = await bench.do(
        "command", user="U0FRIEDA", channel="C0HELP", command="/kindline", text="do the payload & more for @jonas"
    )
    form = bench.receiver.got[0].data
    assert (form["command"], form["text"], form["channel_name"]) == (
        "/kindline",
        "do the payload &amp; more for <@U0JONAS|jonas>",
        "help-marigold",
    )
    assert (answer["response"]["ephemeral_for"], answer["response"]["plain"]) == ("U0FRIEDA", "Noted well")
    assert [m["plain"] for m in (await bench.state("U0FRIEDA"))["ephemerals"]] == ["Noted well"]
    assert (await bench.state("U0ANNELIE"))["ephemerals"] == []


async def test_a_command_that_the_app_fails_shows_slacks_own_words(bench: Bench) -> None:
    bench.receiver.status = 500
    answer = await bench.do("command", user="U0FRIEDA", channel="C0HELP", command="/insight")
    assert answer["failed"] == "http_error"
    assert "dispatch_failed" in answer["response"]["plain"]
    assert await bench.refused("command", user="U0FRIEDA", channel="C0HELP", command="/unknown") == "unknown_command"
    assert await bench.refused("command", user="U0ANNELIE", channel="C0HELP", command="/reply") == "not_allowed"


async def test_a_trigger_opens_one_view_within_three_seconds(bench: Bench) -> None:
    await bench.do("shortcut", user="U0FRIEDA", callback_id="new_insight")
    trigger = last(bench, "shortcut")["trigger_id"]
    await bench.bot.views_open(trigger_id=trigger, view=modal())
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await bench.bot.views_open(trigger_id=trigger, view=modal())
    await bench.do("shortcut", user="U0FRIEDA", callback_id="new_insight")
    await bench.do("clock", advance_s=4)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await bench.bot.views_open(trigger_id=last(bench, "shortcut")["trigger_id"], view=modal())
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await bench.north.views_open(trigger_id=trigger, view=modal())


async def test_a_press_carries_the_button_and_the_message_and_may_answer_by_its_address(bench: Bench) -> None:
    card = await posted_card(bench, "use", "skip")
    await bench.do("press", user="U0FRIEDA", message=card, action_id="skip")
    payload = last(bench, "block_actions")
    assert payload["actions"][0] | {"action_ts": ""} == {
        "action_id": "skip",
        "block_id": "row",
        "type": "button",
        "text": {"type": "plain_text", "text": "Skip"},
        "value": "skip-1",
        "action_ts": "",
    }
    assert (payload["message"]["ts"], payload["container"]["is_ephemeral"]) == (card.split("/")[1], False)
    response = await AsyncWebhookClient(payload["response_url"]).send_dict({"text": "Thanks", "replace_original": True})
    assert response.status_code == 200
    assert (await bench.state("U0ANNELIE", channel="C0HELP"))["channels"][0]["messages"][0]["plain"] == "Thanks"
    assert await bench.refused("press", user="U0FRIEDA", message=card, action_id="skip") == "action_not_found"
    assert await bench.refused("press", user="U0MILO", message=card, action_id="skip") == "message_not_found"


async def test_an_address_works_five_times_in_thirty_minutes(bench: Bench) -> None:
    card = await posted_card(bench, "use")
    await bench.do("press", user="U0FRIEDA", message=card, action_id="use")
    hook = AsyncWebhookClient(last(bench, "block_actions")["response_url"])
    answers = [await hook.send(text=f"note {n}") for n in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[5].body
    assert len((await bench.state("U0FRIEDA"))["ephemerals"]) == 5
    await bench.do("press", user="U0FRIEDA", message=card, action_id="use")
    await bench.do("clock", advance_s=1801)
    late = await AsyncWebhookClient(last(bench, "block_actions")["response_url"]).send(text="late")
    assert (late.status_code, "expired_url" in late.body) == (404, True)


async def test_an_ephemeral_is_seen_and_pressed_by_one_person_only(bench: Bench) -> None:
    await bench.bot.chat_postEphemeral(channel="C0HELP", user="U0FRIEDA", text="Draft", blocks=blocks("use"))
    (private,) = (await bench.state("U0FRIEDA"))["ephemerals"]
    assert private["ephemeral_for"] == "U0FRIEDA"
    for other in ("U0JONAS", "U0ANNELIE", "U0NADINE"):
        assert "Draft ready" not in str(await bench.state(other))
    assert await bench.refused("press", user="U0JONAS", message=private["id"], action_id="use") == "message_not_found"
    with pytest.raises(SlackApiError, match="message_not_found"):
        await bench.bot.chat_update(channel="C0HELP", ts=private["id"].split("/")[1], text="changed")
    with pytest.raises(SlackApiError, match="user_not_in_channel"):
        await bench.bot.chat_postEphemeral(channel="C0HELP", user="U0MILO", text="Hello")
    await bench.do("press", user="U0FRIEDA", message=private["id"], action_id="use")
    payload = last(bench, "block_actions")
    assert payload["container"]["is_ephemeral"]
    assert "message" not in payload
    await AsyncWebhookClient(payload["response_url"]).send_dict({"delete_original": True})
    assert (await bench.state("U0FRIEDA"))["ephemerals"] == []


async def test_a_form_merges_first_values_with_typed_ones_and_shows_the_apps_errors(bench: Bench) -> None:
    view = await opened(bench, modal(private_metadata="x"))
    assert view["inputs"][0]["initial"] == "Dear Annelie"
    errors = {"response_action": "errors", "errors": {"draft": "Please name a day."}}
    bench.receiver.reply = lambda delivered: errors if delivered.data.get("type") == "view_submission" else None
    assert (await bench.do("submit", user="U0FRIEDA", view=view["id"]))["errors"] == {"draft": "Please name a day."}
    sent = last(bench, "view_submission")["view"]
    assert sent["state"]["values"]["draft"]["text"] == {"type": "plain_text_input", "value": "Dear Annelie"}
    bench.receiver.reply = lambda _: None
    typed = {"draft": {"text": "On Friday"}}
    assert "errors" not in await bench.do("submit", user="U0FRIEDA", view=view["id"], values=typed)
    assert last(bench, "view_submission")["view"]["state"]["values"]["draft"]["text"]["value"] == "On Friday"
    assert (await bench.state("U0FRIEDA"))["modal"] is None


async def test_a_browser_refuses_empty_and_too_long_fields_before_the_app_hears_of_them(bench: Bench) -> None:
    view = await opened(bench, modal())
    for text in ("", "x" * 41):
        answer = await bench.do("submit", user="U0FRIEDA", view=view["id"], values={"draft": {"text": text}})
        assert set(answer["errors"]) == {"draft"}
    assert not [one for one in bench.receiver.got if one.data.get("type") == "view_submission"]
    assert (
        await bench.refused("submit", user="U0FRIEDA", view=view["id"], values={"draft": {"other": "x"}}) == "bad_value"
    )
    assert await bench.refused("submit", user="U0JONAS", view=view["id"]) == "view_not_found"


async def test_forms_are_updated_pushed_cleared_and_closed(bench: Bench) -> None:
    view = await opened(bench, modal(notify_on_close=True))

    def reply(delivered: Delivered) -> Any:
        if delivered.data.get("type") != "view_submission":
            return None
        if delivered.data["view"]["title"]["text"] == "Your draft":
            return {"response_action": "push", "view": modal("Sure?")}
        return {"response_action": "clear"}

    bench.receiver.reply = reply
    await bench.do("submit", user="U0FRIEDA", view=view["id"])
    assert (await bench.state("U0FRIEDA"))["modal"]["title"] == "Sure?"
    await bench.do("close", user="U0FRIEDA", view="modal")
    assert (await bench.state("U0FRIEDA"))["modal"]["id"] == view["id"]
    changed = await bench.bot.views_update(view_id=view["id"], hash=view["hash"], view=modal("Third"))
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await bench.bot.views_update(view_id=view["id"], hash=view["hash"], view=modal("Fourth"))
    assert changed["view"]["title"]["text"] == "Third"
    await bench.do("submit", user="U0FRIEDA", view=view["id"])
    assert (await bench.state("U0FRIEDA"))["modal"] is None
    view = await opened(bench, modal(notify_on_close=True))
    await bench.do("close", user="U0FRIEDA", view=view["id"])
    assert last(bench, "view_closed")["view"]["id"] == view["id"]


async def test_what_stands_in_an_input_stays_when_the_form_is_updated_and_its_names_stay(bench: Bench) -> None:
    view = await opened(bench, modal())
    update = {"response_action": "update", "view": written_anew("text")}
    bench.receiver.reply = lambda delivered: update if delivered.data.get("type") == "view_submission" else None
    await bench.do("submit", user="U0FRIEDA", view=view["id"], values={"draft": {"text": "On Friday"}})
    kept = (await bench.state("U0FRIEDA"))["modal"]
    assert (kept["title"], kept["inputs"][0]["initial"]) == ("Anew", "On Friday")
    assert "On Friday" in kept["plain"] and kept["blocks"][0]["element"]["initial_value"] == "On Friday"
    await bench.bot.views_update(view_id=view["id"], view=written_anew("text#2"))
    assert (await bench.state("U0FRIEDA"))["modal"]["inputs"][0]["initial"] == "Dear Tom"
    await bench.do("submit", user="U0FRIEDA", view=view["id"])
    assert last(bench, "view_submission")["view"]["state"]["values"]["draft"]["text#2"]["value"] == "Dear Tom"


async def test_a_first_value_that_nobody_touched_stays_too(bench: Bench) -> None:
    view = await opened(bench, modal())
    await bench.bot.views_update(view_id=view["id"], view=written_anew("text"))
    assert (await bench.state("U0FRIEDA"))["modal"]["inputs"][0]["initial"] == "Dear Annelie"


async def test_an_input_of_another_kind_keeps_nothing(bench: Bench) -> None:
    view = await opened(bench, modal())
    day = written_anew("text", type="datepicker", initial_date="2026-11-20")
    await bench.bot.views_update(view_id=view["id"], view=day)
    assert (await bench.state("U0FRIEDA"))["modal"]["inputs"][0]["initial"] == "2026-11-20"


async def test_a_button_in_the_home_page_carries_its_view(bench: Bench) -> None:
    home = {"type": "home", "blocks": blocks("done", "snooze")}
    await bench.bot.views_publish(user_id="U0FRIEDA", view=home)
    await bench.do("press", user="U0FRIEDA", view="home", action_id="done")
    payload = last(bench, "block_actions")
    assert payload["view"]["type"] == "home"
    assert "response_url" not in payload
    assert (await bench.state("U0FRIEDA"))["home"]["actions"][1]["value"] == "snooze-1"
    assert (await bench.state("U0JONAS"))["home"]["blocks"] == []


async def test_a_message_shortcut_hands_over_the_message(bench: Bench) -> None:
    message = await bench.say("U0ANNELIE", "When will it come?")
    await bench.do("shortcut", user="U0FRIEDA", callback_id="help_me_reply", message=message)
    payload = last(bench, "message_action")
    assert (payload["callback_id"], payload["message"]["text"]) == ("help_me_reply", "When will it come?")
    refused = await bench.refused("shortcut", user="U0ANNELIE", callback_id="help_me_reply", message=message)
    assert refused == "not_allowed"


async def test_a_failing_app_is_told_to_the_person_who_pressed(bench: Bench) -> None:
    card = await posted_card(bench, "use")
    bench.receiver.status = 500
    assert await bench.refused("press", user="U0FRIEDA", message=card, action_id="use") == "app_failed"
