"""The playground's page alone: what it shows, what it refuses to run, and what it asks the control interface for."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.paper import ADDRESS, Json, Paper, message

CARD: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*Draft ready*\n&gt; Hi Annelie"}},
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "button", "action_id": "use", "value": "7", "text": {"type": "plain_text", "text": "Use"}},
            {
                "type": "overflow",
                "action_id": "more",
                "options": [
                    {"text": {"type": "plain_text", "text": "Warmer"}, "value": "warmer"},
                    {"text": {"type": "plain_text", "text": "Shorter"}, "value": "shorter"},
                ],
            },
        ],
    },
]


def field(block_id: str, kind: str, **more: Any) -> Json:
    element = {"type": kind, "action_id": "value", **more}
    label = {"type": "plain_text", "text": block_id.capitalize()}
    return {"type": "input", "block_id": block_id, "label": label, "element": element}


def form(*blocks: Json) -> Json:
    return {"id": "V1", "title": "Log an insight", "blocks": list(blocks), "plain": "", "inputs": [], "submit": "Save"}


def pane(paper: Paper, user: str) -> Locator:
    return paper.page.get_by_test_id(f"pane-{user}")


def say(paper: Paper, user: str, text: str) -> None:
    box = pane(paper, user).get_by_test_id("composer")
    box.fill(text)
    box.press("Enter")


def test_the_customer_and_the_agent_stand_side_by_side(paper: Paper) -> None:
    paper.open()
    expect(pane(paper, "U0ANNELIE")).to_be_visible()
    expect(pane(paper, "U0FRIEDA")).to_be_visible()
    expect(paper.page.get_by_test_id("clock")).to_have_text("Wed 18 Nov 2026, 10:30 Berlin")


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=\"document.title='taken'\">",
        "&lt;script&gt;document.title='taken'&lt;/script&gt;",
        "<javascript:document.title='taken'|click me>",
        "```<b onclick=\"document.title='taken'\">```",
        "*<i>bold</i>* `<u>` <https://shop.example/|<img src=x onerror=alert(1)>>",
    ],
)
def test_hostile_text_never_becomes_markup(paper: Paper, text: str) -> None:
    hidden = {"type": "markdown", "text": text + " [x](javascript:document.title='taken')"}
    paper.messages = [message(1, "U0ANNELIE", text), message(2, "U0KINDLINE", "", blocks=[hidden])]
    page = paper.open()
    expect(page.locator(".message")).to_have_count(4)
    assert page.locator(".message-content :is(img, script, i, b, u, a[href^=javascript])").count() == 0
    assert page.title() == "Kindline playground"


def test_a_picture_from_elsewhere_is_a_link_and_is_not_fetched(paper: Paper) -> None:
    picture = {"type": "image", "image_url": "https://elsewhere.example/pixel.png", "alt_text": "A chart"}
    paper.messages = [message(1, "U0KINDLINE", "", blocks=[picture])]
    page = paper.open()
    expect(page.get_by_role("link", name="A chart").first).to_be_visible()
    assert paper.strangers == []


def test_a_line_of_forty_thousand_signs_is_shown_at_once(paper: Paper) -> None:
    paper.messages = [message(1, "U0ANNELIE", "*" * 20_000 + "_a" * 10_000)]
    page = paper.open()
    expect(page.locator(".message").first).to_contain_text("****")


def test_markup_is_shown_as_slack_shows_it(paper: Paper) -> None:
    text = "*bold* _soft_ ~gone~ `code` 2*3*4 a_b_c <@U0FRIEDA> <https://shop.example/a|the page> :tada:\n&gt; quoted"
    paper.messages = [message(1, "U0ANNELIE", text)]
    content = paper.open().locator(".message-content").first
    expect(content).to_contain_text("2*3*4 a_b_c @Frieda Maas the page 🎉")
    shown = {tag: content.locator(tag).inner_text() for tag in ("strong", "em", "s", "code", "blockquote")}
    assert shown == {"strong": "bold", "em": "soft", "s": "gone", "code": "code", "blockquote": "quoted"}


def test_a_private_note_in_a_thread_is_seen_in_the_thread_by_one_person(paper: Paper) -> None:
    paper.messages = [message(1, "U0ANNELIE", "Where is my order?")]
    note = message(2, "U0KINDLINE", "", blocks=CARD, thread=paper.messages[0]["id"], ephemeral_for="U0FRIEDA")
    paper.private = [note]
    paper.open()
    expect(pane(paper, "U0ANNELIE").get_by_test_id("thread-link")).to_have_count(0)
    pane(paper, "U0FRIEDA").get_by_test_id("thread-link").click()
    expect(pane(paper, "U0FRIEDA").locator("[data-private]")).to_contain_text("Only visible to you")
    assert "U0FRIEDA:C0HELP:1794994200.000001" in paper.page.url


def test_a_button_sends_its_id_and_value(paper: Paper) -> None:
    paper.messages = [message(1, "U0KINDLINE", "", blocks=CARD)]
    paper.open()
    pane(paper, "U0FRIEDA").locator("[data-action-id=use]").click()
    expect(pane(paper, "U0FRIEDA").locator("[data-action-id=use][aria-busy]")).to_have_count(0)
    [press] = paper.calls("press")
    assert (press["user"], press["message"]) == ("U0FRIEDA", paper.messages[0]["id"])
    assert (press["action_id"], press["block_id"], press["value"]) == ("use", "row", "7")


def test_a_menu_is_walked_and_chosen_by_keyboard(paper: Paper) -> None:
    paper.messages = [message(1, "U0KINDLINE", "", blocks=CARD)]
    page = paper.open()
    pane(paper, "U0FRIEDA").locator("[data-action-id=more]").focus()
    for key in ("Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_test_id("menu")).to_have_count(0)
    assert [press["selected"] for press in paper.calls("press")] == ["shorter"]


def test_a_starter_fills_the_box_and_sends_nothing(paper: Paper) -> None:
    page = paper.open()
    page.get_by_test_id("starter-customer").click()
    box = pane(paper, "U0ANNELIE").get_by_test_id("composer")
    expect(box).to_be_focused()
    assert len(box.input_value()) > 50 and paper.calls("say") == []


def test_enter_sends_the_words_as_they_were_typed(paper: Paper) -> None:
    paper.open()
    say(paper, "U0FRIEDA", "Hello <Annelie> & @Kindline")
    expect(pane(paper, "U0FRIEDA").get_by_test_id("composer")).to_have_value("")
    [said] = paper.calls("say")
    assert (said["channel"], said["text"]) == ("C0HELP", "Hello <Annelie> & @Kindline")


def test_refused_words_come_back_with_the_reason(paper: Paper) -> None:
    paper.answers["command"] = {"ok": False, "error": "no_such_command", "message": "/nope isn't a command here."}
    paper.open()
    say(paper, "U0FRIEDA", "/nope again")
    expect(paper.page.get_by_test_id("toast")).to_contain_text("/nope isn't a command here.")
    expect(pane(paper, "U0FRIEDA").get_by_test_id("composer")).to_have_value("/nope again")
    assert [(one["command"], one["text"]) for one in paper.calls("command")] == [("/nope", "again")]


def test_a_slash_command_in_a_thread_is_declined_with_another_way(paper: Paper) -> None:
    paper.messages = [message(1, "U0ANNELIE", "Hello")]
    paper.open("#panes=U0ANNELIE:C0HELP,U0FRIEDA:C0HELP:1794994200.000001")
    say(paper, "U0FRIEDA", "/promises")
    expect(paper.page.get_by_test_id("toast")).to_contain_text("mention @Kindline")
    assert paper.calls("command") == []


def test_what_is_wrong_in_a_form_stands_beside_its_field(paper: Paper) -> None:
    paper.modal = form(field("quote", "plain_text_input"), field("due", "datetimepicker", initial_date_time=1795168800))
    paper.answers["submit"] = {"ok": True, "errors": {"quote": "Please say what you heard."}}
    page = paper.open()
    page.get_by_test_id("modal-submit").click()
    expect(page.locator("[data-block-id=quote] [data-testid=field-error]")).to_have_text("Please say what you heard.")
    expect(page.get_by_label("Quote")).to_be_focused()
    assert paper.calls("submit")[0]["values"] == {"quote": {"value": None}, "due": {"value": 1795168800}}


def test_what_was_typed_survives_when_the_form_changes(paper: Paper) -> None:
    paper.modal = form(field("quote", "plain_text_input"))
    page = paper.open()
    page.get_by_label("Quote").fill("The box was open")
    paper.modal = form(field("quote", "plain_text_input"), field("theme", "plain_text_input"))
    page.get_by_label("Theme").wait_for()
    expect(page.get_by_label("Quote")).to_have_value("The box was open")
    expect(page.get_by_label("Quote")).to_be_focused()


def test_escape_closes_a_form(paper: Paper) -> None:
    paper.modal = form(field("quote", "plain_text_input"))
    page = paper.open()
    expect(page.get_by_label("Quote")).to_be_focused()
    paper.modal = None
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("modal")).to_be_hidden()
    assert paper.calls("close") == [{"team": "T0MARIGOLD", "user": "U0FRIEDA", "view": "V1"}]


def test_the_home_page_sends_presses_of_its_view(paper: Paper) -> None:
    paper.home = {"id": "VHOME", "blocks": CARD}
    page = paper.open("#panes=U0ANNELIE:C0HELP,U0FRIEDA:home")
    page.get_by_test_id("home").locator("[data-action-id=use]").click()
    expect(page.locator("[data-action-id=use][aria-busy]")).to_have_count(0)
    assert [press["view"] for press in paper.calls("press")] == ["VHOME"]


def test_tomorrow_means_nine_in_berlin(paper: Paper) -> None:
    page = paper.open()
    page.get_by_test_id("clock-tomorrow").click()
    expect(page.locator("#clock-buttons [aria-busy]")).to_have_count(0)
    assert [one["to"] for one in paper.calls("clock")] == ["2026-11-19T08:00:00Z"]


def test_nobody_can_write_before_it_is_known_where_the_words_go(paper: Paper) -> None:
    paper.is_slow = True
    paper.page.goto(f"{ADDRESS}/")
    expect(pane(paper, "U0FRIEDA").get_by_test_id("person-picker")).to_be_visible()
    expect(pane(paper, "U0FRIEDA").get_by_test_id("composer")).to_be_hidden()
    paper.is_slow = False
    expect(pane(paper, "U0FRIEDA").get_by_test_id("composer")).to_be_visible()
