"""The main job on Teams, in a real browser against the real demo: and what is heard there is answered on Slack."""

from playwright.sync_api import expect

from tests.browser.people import WITHIN_MS, Person, Screen, shows

QUESTION = "Hello, when do you open on Saturday? And the app hides the battery level."
REPLY = "Hello Annelie, Berlin is open from 10 to 17. I'll call you back by Friday noon about the app. Frieda"
CHAT = "dm-U0KINDLINE"
CLAIM = "The app hides the battery level"


def asked_and_answered(screen: Screen) -> tuple[Person, Person]:
    """Annelie's question, and Frieda's reply, which she wrote with the draft and posted herself."""
    annelie, frieda = screen.on_teams("U0ANNELIE"), screen.on_teams("U0FRIEDA")
    annelie.writes(QUESTION)
    frieda.goes_to(CHAT)
    frieda.sees("Draft ready")
    frieda.presses("Open")
    shows(frieda.form, "Your reply")
    frieda.fills(text=REPLY)
    shows(frieda.message("ready to copy"), REPLY)
    frieda.sees("Used.")
    expect(frieda.button("Use")).to_have_count(0)
    frieda.message("ready to copy").get_by_role("link", name="Open thread").click()
    frieda.writes(REPLY)
    annelie.opens_thread()
    shows(annelie.message("I'll call you back"), "Frieda Maas")
    return annelie, frieda


def test_a_question_on_teams_is_answered_and_its_promise_kept(screen: Screen) -> None:
    screen.open("U0ANNELIE@teams:C0HELP", "U0FRIEDA@teams:C0HELP")
    annelie, frieda = asked_and_answered(screen)
    frieda.goes_to(CHAT)
    frieda.sees("You promised Annelie: “I'll call you back by Friday noon")
    frieda.sees("Due Friday 20 November, 12:00.")

    screen.skips_to("next", "Thu 19 Nov 2026, 09:00")
    frieda.sees("Your day, Frieda: 1 open promise")
    frieda.presses("Done")
    frieda.sees("Kept")
    expect(frieda.button("Done")).to_have_count(0)
    for private in ("Draft ready", "promised", "ready to copy", "Kept"):
        annelie.does_not_see(private)


def test_what_is_logged_on_teams_is_answered_on_slack_and_heard_on_teams(screen: Screen) -> None:
    screen.open()
    screen.page.get_by_test_id("starter-crossing").click()
    frieda, milo = screen.on_teams("U0FRIEDA"), screen.milo
    box = frieda.node.get_by_test_id("composer")
    expect(box).to_be_focused()
    box.press("Enter")
    frieda.sees("Thank you. This is insight #1.")
    milo.sees("Insight #1")
    shows(milo.message("child seat"), "logged by Frieda Maas")
    milo.presses("Acting")
    milo.sees("Milo Brandt is acting on this.")
    frieda.sees("Milo Brandt is acting on your insight #1.")


def test_the_menu_of_a_post_logs_an_insight_in_a_dialog(screen: Screen) -> None:
    screen.open("U0ANNELIE@teams:C0HELP", "U0FRIEDA@teams:C0HELP", "U0MILO:C0MKT")
    annelie, frieda = screen.on_teams("U0ANNELIE"), screen.on_teams("U0FRIEDA")
    annelie.writes(QUESTION)
    frieda.sees(QUESTION)
    frieda.picks("Log insight", QUESTION)
    shows(frieda.form, "Log an insight")
    frieda.submits(text=CLAIM, theme="app")
    shows(frieda.form, "Done")
    frieda.form.get_by_test_id("modal-close").click()
    expect(frieda.form).to_be_hidden(timeout=WITHIN_MS)
    screen.milo.sees(CLAIM)
    annelie.does_not_see("Insight")


def test_a_wrong_date_is_told_in_the_dialog(screen: Screen) -> None:
    screen.open("U0ANNELIE@teams:C0HELP", "U0FRIEDA@teams:C0HELP")
    _, frieda = asked_and_answered(screen)
    frieda.goes_to(CHAT)
    frieda.presses("Change date")
    submit = frieda.form.get_by_test_id("modal-submit")
    frieda.form.locator("input[type=date]").fill("2026-11-17")
    submit.click()
    shows(frieda.form, "That is in the past.")
    frieda.form.locator("input[type=date]").fill("2026-11-24")
    submit.click()
    expect(frieda.form).to_be_hidden(timeout=WITHIN_MS)
    frieda.sees("Tuesday 24 November")
