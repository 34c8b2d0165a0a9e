"""A real Teams client before the real bot: what Frieda types, presses and sees in Microsoft's Agents Playground.

It cannot show dialogs that a card's button opens, cards that only one person sees, and the manifest; those have tests
of their own in tests/teams.
"""

import socket
import sys

import pytest
from playwright.sync_api import expect

from tests.agents_playground.client import Client
from tests.agents_playground.conftest import Running
from tests.agents_playground.customer import customer_says
from tests.house.files import ROOT

CLOSES_IN_TEAMS = "Invalid response returned from your app"
"""An empty answer to a submitted form closes it in Teams; the Agents Playground knows only answers with a card."""


def test_whoever_adds_kindline_is_greeted_once_however_often_the_app_is_installed(client: Client) -> None:
    client.place("Personal Chat").click()
    client.card("Hello Frieda")
    client.open()
    client.chat("help")

    client.card("What Kindline can do for you")
    expect(client.page.get_by_text("Hello Frieda")).to_have_count(0)
    assert client.errors() == []


def test_in_the_chat_a_word_alone_is_a_command(client: Client) -> None:
    client.chat("promises")
    client.card("You have no open promises")
    client.chat("xyzzy")

    client.card("I don't know “xyzzy” yet")
    assert client.errors() == []


def test_a_command_after_a_mention_is_answered_in_the_chat_and_not_before_everybody(client: Client) -> None:
    client.post("help")
    expect(client.place("Personal Chat")).to_contain_text("Send a card")
    client.picture("channel")
    expect(client.page.locator(".ac-adaptiveCard")).to_have_count(0)
    client.place("Personal Chat").click()

    card = client.card("What Kindline can do for you")
    expect(
        card.get_by_role("link", name="Open thread").or_(card.get_by_role("button", name="Open thread"))
    ).to_be_visible()
    assert client.errors() == []


def test_a_mention_in_a_thread_asks_for_help_with_that_thread(client: Client) -> None:
    client.post("Annelie called about her bell")
    client.reply("what should I say?")
    client.picture("thread")
    client.place("Personal Chat").click()

    client.card("There is no customer message waiting in this thread")
    assert client.errors() == []


def test_a_customers_words_without_a_mention_bring_a_draft_that_only_the_agent_sees(
    client: Client, running: Running
) -> None:
    client.place("Personal Chat").click()
    client.card("Hello Frieda")
    customer_says(running.port, "Hello, can I change the delivery address of order 2077? I have moved house.")
    draft = client.card("Draft ready")
    expect(draft).to_contain_text("For Annelie Voss")
    client.picture("draft")
    client.press("Draft ready", "Use")

    expect(client.card("ready to copy")).to_contain_text("Teams lets no bot post as a person")
    assert client.errors() == []


def test_a_pressed_button_puts_a_new_card_in_the_old_ones_place(client: Client) -> None:
    client.chat("promise I'll call Annelie back by Friday noon")
    client.card("You promised")
    client.chat("promises")
    client.card("Your open promises")
    client.picture("open")
    client.press("Your open promises", "Done")

    client.card("Kept: your promise")
    expect(client.page.locator(".ac-adaptiveCard", has_text="Your open promises")).to_have_count(0)
    assert client.errors() == []


def test_a_message_is_logged_as_an_insight_from_its_own_menu(client: Client) -> None:
    client.post("The customers love how the new bell sounds", mention=False)
    dialog = client.act_on("The customers love how the new bell sounds", "log_insight")
    said = dialog.get_by_role("textbox", name="What did you hear?")
    expect(said).to_have_value("The customers love how the new bell sounds")
    said.fill("")
    dialog.get_by_role("button", name="Log it").click()
    expect(dialog.get_by_text("There is nothing to pass on yet")).to_be_visible()
    client.picture("refused")
    said.fill("The customers love how the new bell sounds")
    dialog.get_by_role("textbox", name="Theme").fill("bells")
    dialog.get_by_role("button", name="Log it").click()
    dialog.get_by_role("button").first.click()
    client.place("Personal Chat").click()
    client.card("Thank you. This is insight #1")
    client.place("Marketing").click()

    expect(client.card("bells")).to_contain_text("how the new bell sounds")
    assert {error.split("Error: ")[-1][: len(CLOSES_IN_TEAMS)] for error in client.errors()} <= {CLOSES_IN_TEAMS}


def test_help_with_a_message_that_nobody_waits_for_says_so_in_the_dialog(client: Client) -> None:
    client.post("Lunch at noon?", mention=False)
    dialog = client.act_on("Lunch at noon?", "help_me_reply")

    expect(dialog.get_by_text("There is no customer message waiting in this thread")).to_be_visible()
    assert client.errors() == []


def test_a_reminder_comes_by_itself_at_the_start_of_the_day(client: Client, running: Running) -> None:
    client.chat("promise I'll call Annelie back by Friday noon")
    client.card("You promised")
    for _ in range(12):
        if client.page.get_by_text("Your day, Frieda").count():
            break
        running.to_next()
        client.page.wait_for_timeout(500)

    expect(client.card("Your day, Frieda")).to_contain_text("call Annelie back")
    assert client.errors() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8")
def test_neither_the_open_bot_nor_the_agents_playground_is_reached_from_elsewhere(running: Running) -> None:
    # Somebody who listens on every interface would have taken these addresses too.
    with socket.create_server(("127.0.0.2", running.port)), socket.create_server(("127.0.0.2", running.bot_port)):
        assert "teams.open_door" in running.log.read_text()


def test_what_the_agents_playground_writes_lies_in_the_folder_of_the_demo(running: Running) -> None:
    assert (running.log.parent / "devTools").is_dir()
    assert not (ROOT / "devTools").exists()
