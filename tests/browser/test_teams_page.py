"""The page on Teams: who is shown where, in Teams' own words, and where what they do is sent."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.paper import TEAMS, Json, Paper, message

CHAT = "#panes=U0ANNELIE@teams:C0HELP,U0FRIEDA@teams:dm-U0KINDLINE"


@pytest.fixture
def both(paper: Paper) -> Paper:
    """A company that is on Slack and on Teams."""
    paper.has_teams = True
    return paper


def on_teams(paper: Paper, user: str) -> Locator:
    return paper.page.get_by_test_id(f"pane-{user}-teams")


def on_slack(paper: Paper, user: str) -> Locator:
    return paper.page.get_by_test_id(f"pane-{user}")


def say(pane: Locator, text: str) -> None:
    box = pane.get_by_test_id("composer")
    box.fill(text)
    box.press("Enter")
    expect(box).to_have_value("")


def test_a_newcomer_begins_on_slack_and_one_click_shows_everybody_on_teams(both: Paper) -> None:
    page = both.open()
    expect(on_slack(both, "U0FRIEDA").get_by_test_id("place-home")).to_be_visible()
    page.get_by_test_id(f"team-{TEAMS}").click()
    for user in ("U0ANNELIE", "U0FRIEDA"):
        expect(on_teams(both, user).get_by_test_id("on-teams")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_test_id(f"team-{TEAMS}")).to_be_focused()
    assert page.url.endswith("#panes=U0ANNELIE@teams:C0HELP,U0FRIEDA@teams:C0HELP")


def test_one_person_alone_goes_to_teams_and_comes_back(both: Paper) -> None:
    both.open()
    on_slack(both, "U0FRIEDA").get_by_test_id("on-teams").click()
    expect(on_teams(both, "U0FRIEDA").get_by_test_id("on-teams")).to_be_focused()
    expect(on_slack(both, "U0ANNELIE")).to_be_visible()
    say(on_teams(both, "U0FRIEDA"), "Good morning")
    on_teams(both, "U0FRIEDA").get_by_test_id("on-slack").click()
    say(on_slack(both, "U0FRIEDA"), "Good morning too")
    assert [one["team"] for one in both.calls("say")] == [TEAMS, "T0MARIGOLD"]


def test_the_way_to_teams_is_gone_by_keyboard(both: Paper) -> None:
    page = both.open()
    on_slack(both, "U0FRIEDA").get_by_test_id("person-picker").focus()
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(on_teams(both, "U0FRIEDA").get_by_test_id("on-teams")).to_be_focused()


def test_the_address_brings_everybody_back_to_where_they_were(both: Paper) -> None:
    page = both.open("#panes=U0FRIEDA@teams:dm-U0KINDLINE,U0FRIEDA:C0HELP")
    expect(on_teams(both, "U0FRIEDA").locator(".view-head h2")).to_have_text("Chat with Kindline")
    expect(on_slack(both, "U0FRIEDA").locator(".view-head h2")).to_have_text("#help-marigold")
    page.reload()
    expect(on_teams(both, "U0FRIEDA").locator(".view-head h2")).to_have_text("Chat with Kindline")


def test_teams_speaks_its_own_words(both: Paper) -> None:
    both.posts = [message(1, "U0ANNELIE", "Where is my order?", subject="Rain cover")]
    both.open("#panes=U0FRIEDA@teams:C0HELP")
    pane = on_teams(both, "U0FRIEDA")
    expect(pane.locator(".view-head h2")).to_have_text("help-marigold")
    expect(pane.get_by_label("Start a post in help-marigold")).to_be_visible()
    expect(pane.get_by_role("heading", name="Rain cover")).to_be_visible()
    expect(pane.get_by_test_id("place-home")).to_have_count(0)
    pane.locator(".message").hover()
    pane.get_by_label("Reply", exact=True).click()
    expect(pane.locator(".view-head h2")).to_have_text("Post")
    expect(pane.get_by_label("Reply to this post")).to_be_focused()


def test_what_is_typed_to_kindline_is_said_and_no_slash_command(both: Paper) -> None:
    page = both.open(CHAT)
    for words in ("/promises", "promises"):
        with page.expect_response("**/_control/say"):
            say(on_teams(both, "U0FRIEDA"), words)
    assert [(one["channel"], one["text"]) for one in both.calls("say")] == [
        ("D0FRIEDA", "/promises"),
        ("D0FRIEDA", "promises"),
    ]
    assert both.calls("command") == []


def test_words_are_offered_and_enter_sends_what_was_typed(both: Paper) -> None:
    page = both.open(CHAT)
    box = on_teams(both, "U0FRIEDA").get_by_test_id("composer")
    box.press_sequentially("pro")
    expect(page.get_by_role("option")).to_contain_text(["promises"])
    box.press("Enter")
    expect(box).to_have_value("")
    box.press_sequentially("pro")
    box.press("Tab")
    expect(box).to_have_value("promises ")
    assert [one["text"] for one in both.calls("say")] == ["pro"]


def test_a_prompt_fills_the_box_and_the_channel_has_none(both: Paper) -> None:
    page = both.open(CHAT)
    pane = on_teams(both, "U0FRIEDA")
    pane.get_by_label("View prompts").click()
    page.get_by_role("menuitem", name="insight").click()
    expect(pane.get_by_test_id("composer")).to_have_value("insight ")
    expect(pane.get_by_test_id("composer")).to_be_focused()
    pane.get_by_test_id("place-C0HELP").click()
    expect(pane.get_by_label("View prompts")).to_have_count(0)
    assert both.calls("say") == []


def test_the_menu_of_a_post_asks_kindline_on_teams(both: Paper) -> None:
    both.posts = [message(1, "U0ANNELIE", "Where is my order?")]
    page = both.open("#panes=U0FRIEDA@teams:C0HELP")
    on_teams(both, "U0FRIEDA").locator(".message").hover()
    on_teams(both, "U0FRIEDA").get_by_test_id("message-menu").click()
    page.get_by_role("menuitem", name="Log insight").click()
    expect(page.get_by_test_id("menu")).to_have_count(0)
    [asked] = both.calls("shortcut")
    assert (asked["team"], asked["callback_id"], asked["message"]) == (TEAMS, "log_insight", both.posts[0]["id"])


def test_a_link_of_the_chat_opens_the_post_in_the_same_pane(both: Paper) -> None:
    both.posts = [message(123000, "U0ANNELIE", "Where is my order?")]
    link = "<https://teams.example/l/message/19:c0help@thread.tacv2/1794994200123?tenantId=M0MARIGOLD|Open the post>"
    both.chat = [message(2, "U0KINDLINE", link, channel="D0FRIEDA")]
    both.open(CHAT)
    pane = on_teams(both, "U0FRIEDA")
    pane.get_by_role("link", name="Open the post").click()
    expect(pane.locator(".view-head h2")).to_have_text("Post")
    expect(pane.locator(".message")).to_be_focused()


def test_what_is_wrong_in_a_dialog_is_said_once_and_its_field_marked(both: Paper) -> None:
    label = {"type": "plain_text", "text": "Quote"}
    field: Json = {"type": "input", "block_id": "quote", "label": label, "element": {"type": "plain_text_input"}}
    wrong = {
        "type": "section",
        "tone": "attention",
        "text": {"type": "plain_text", "text": "Please say what you heard."},
    }
    both.modal = {"id": "V1", "title": "Log an insight", "blocks": [field], "submit": "Save"}
    both.answers["submit"] = {"ok": True, "errors": {"quote": "Please say what you heard."}}
    page = both.open("#panes=U0FRIEDA@teams:C0HELP")
    page.get_by_label("Quote").wait_for()
    both.modal = {**both.modal, "blocks": [field, wrong]}
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_text("Please say what you heard.")).to_have_count(1)
    expect(page.get_by_label("Quote")).to_be_focused()
    expect(page.get_by_label("Quote")).to_have_attribute("aria-invalid", "true")


def test_a_dialog_that_comes_again_shows_what_its_card_holds_and_not_what_was_typed(both: Paper) -> None:
    def dialog(hash_: str, theme: str) -> Json:
        label = {"type": "plain_text", "text": "Theme"}
        box = {"type": "plain_text_input", "initial_value": theme}
        field = {"type": "input", "block_id": "theme", "label": label, "element": box}
        return {"id": "V1", "hash": hash_, "title": "Log an insight", "blocks": [field], "submit": "Save"}

    both.modal = dialog("first", "price")
    page = both.open("#panes=U0FRIEDA@teams:C0HELP")
    page.get_by_label("Theme").fill("delivery")
    both.modal = dialog("first", "price") | {"submit": "Keep"}
    expect(page.get_by_test_id("modal-submit")).to_have_text("Keep")
    expect(page.get_by_label("Theme")).to_have_value("delivery")
    both.modal = dialog("second", "size")
    expect(page.get_by_label("Theme")).to_have_value("size")


def test_the_crossing_shows_both_ends_and_sends_nothing_by_itself(both: Paper) -> None:
    page = both.open()
    page.get_by_test_id("starter-crossing").click()
    box = on_teams(both, "U0FRIEDA").get_by_test_id("composer")
    expect(box).to_be_focused()
    expect(on_slack(both, "U0MILO")).to_be_visible()
    assert box.input_value().startswith("insight ") and both.calls("say") == []


def test_a_company_without_teams_has_no_switch(both: Paper) -> None:
    page = both.open()
    page.get_by_test_id("team-T0NORTH").click()
    expect(page.get_by_test_id("pane-U0NORTHCUST")).to_be_visible()
    expect(page.get_by_test_id("on-teams")).to_have_count(0)
    expect(page.get_by_test_id("starters")).to_be_hidden()


def test_a_playground_without_teams_shows_slack_alone(paper: Paper) -> None:
    page = paper.open("#panes=U0FRIEDA:C0HELP,U0ANNELIE@teams:C0HELP")
    expect(page.locator(".pane")).to_have_count(1)
    expect(page.get_by_test_id("on-teams")).to_have_count(0)
    expect(page.get_by_test_id("starter-crossing")).to_have_count(0)
