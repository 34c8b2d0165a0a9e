"""The main job in a real browser against the real demo: from a customer's question to marketing's answer."""

from playwright.sync_api import expect

from tests.browser.people import WITHIN_MS, Screen, shows

QUESTION = "Hello, when do you open on Saturday? And the app hides the battery level."
REPLY = "Hello Annelie, Berlin is open from 10 to 17. I'll call you back by Friday noon about the app. Frieda"
CLAIM = "The app hides the battery level"
MAIL = "From: Annelie Voss <annelie.voss@mail.example>\nSubject: Saturday\n\nHello, when do you open on Saturday?"


def test_a_question_is_answered_its_promise_kept_and_its_insight_heard(screen: Screen) -> None:
    screen.open("U0ANNELIE:C0HELP", "U0FRIEDA:C0HELP", "U0MILO:C0MKT")
    annelie, frieda, milo = screen.annelie, screen.frieda, screen.milo

    annelie.writes(QUESTION)
    frieda.opens_thread()
    frieda.sees("Draft ready")
    annelie.does_not_see("Draft")
    expect(annelie.node.get_by_test_id("thread-link")).to_have_count(0)

    frieda.presses("Open")
    shows(frieda.form, "Your reply")
    frieda.fills(text=REPLY)
    annelie.opens_thread()
    shows(annelie.message("I'll call you back"), "Frieda Maas")
    frieda.sees("Sent to Annelie Voss as you")
    frieda.sees("You promised Annelie: “I'll call you back by Friday noon")
    frieda.sees("Due Friday 20 November, 12:00.")

    screen.skips_to("next", "Thu 19 Nov 2026, 09:00")
    frieda.goes_to("dm-U0KINDLINE")
    frieda.sees("Your day, Frieda: 1 open promise")
    frieda.presses("Done")
    frieda.sees("Kept")
    expect(frieda.button("Done")).to_have_count(0)

    frieda.goes_to("C0HELP")
    frieda.picks("Log insight", QUESTION)
    shows(frieda.form, "Log an insight")
    frieda.fills(text=CLAIM, theme="app")
    milo.sees("Insight #1")
    shows(milo.message(CLAIM), "Milo Brandt, this one is yours to answer.")
    milo.presses("Acting")
    milo.sees("Milo Brandt is acting on this.")
    frieda.goes_to("dm-U0KINDLINE")
    frieda.sees("Milo Brandt is acting on your insight #1.")

    for private in ("Draft ready", "promised", "Insight", "Only visible to you", "Kept"):
        annelie.does_not_see(private)


def test_a_mail_of_the_help_desk_gets_a_draft_that_is_ready_to_copy(screen: Screen) -> None:
    screen.open("U0FRIEDA:C0DESK", "U0JONAS:C0DESK")
    frieda, jonas = screen.frieda, screen.jonas
    frieda.node.get_by_test_id("composer").fill(MAIL)
    frieda.node.get_by_test_id("shortcuts").click()
    screen.page.get_by_role("menuitem", name="Send what is written as Help desk").click()
    jonas.opens_thread()
    shows(jonas.message("Draft ready"), "Annelie,")
    frieda.opens_thread()
    frieda.presses("Use")
    shows(frieda.message("Your reply, ready to copy"), "Copy it into your help desk")
    expect(frieda.node.locator(".message")).to_have_count(2)
    jonas.does_not_see("Frieda Maas")


def test_wrong_dates_and_empty_replies_are_told_beside_the_field(screen: Screen) -> None:
    screen.open("U0ANNELIE:C0HELP", "U0FRIEDA:C0HELP")
    annelie, frieda = screen.annelie, screen.frieda
    annelie.writes(QUESTION)
    frieda.opens_thread()
    frieda.presses("Open")
    submit = frieda.form.get_by_test_id("modal-submit")
    frieda.form.locator("textarea").fill("")
    submit.click()
    shows(frieda.form.get_by_test_id("field-error"), "required")
    frieda.fills(text=REPLY)

    frieda.presses("Change date")
    frieda.form.locator("input[type=date]").fill("2026-11-17")
    submit.click()
    shows(frieda.form.get_by_test_id("field-error"), "That is in the past.")
    frieda.form.locator("input[type=date]").fill("2026-11-24")
    submit.click()
    expect(frieda.form).to_be_hidden(timeout=WITHIN_MS)
    frieda.sees("Tuesday 24 November")


def test_the_whole_way_to_a_sent_reply_can_be_gone_by_keyboard(screen: Screen) -> None:
    screen.open()
    page, annelie, frieda = screen.page, screen.annelie, screen.frieda
    screen.tabs_to(annelie.node.get_by_test_id("composer"))
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")

    screen.tabs_to(frieda.node.get_by_test_id("thread-link"))
    page.keyboard.press("Enter")
    expect(frieda.node.get_by_test_id("composer")).to_be_focused()
    screen.tabs_to(frieda.button("Open"), "Shift+Tab")
    page.keyboard.press("Enter")

    screen.tabs_to(frieda.form.locator("textarea"))
    page.keyboard.press("Control+A")
    page.keyboard.type(REPLY)
    page.keyboard.press("Control+Enter")
    expect(frieda.form).to_be_hidden(timeout=WITHIN_MS)
    frieda.sees("You promised Annelie")
    expect(annelie.node.get_by_test_id("thread-link")).to_contain_text("1 reply", timeout=WITHIN_MS)

    screen.tabs_to(page.get_by_test_id("clock-next"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("clock")).to_have_text("Thu 19 Nov 2026, 09:00 Berlin", timeout=WITHIN_MS)
    screen.tabs_to(frieda.node.get_by_test_id("place-dm-U0KINDLINE"))
    page.keyboard.press("Enter")
    screen.tabs_to(frieda.button("Done"))
    page.keyboard.press("Enter")
    frieda.sees("Kept")
