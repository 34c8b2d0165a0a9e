"""Every button of a draft's card, of the playbook and of one's own voice, pressed in a real browser on both doors."""

import pytest
from playwright.sync_api import expect

from tests.browser.people import WITHIN_MS, Person, Screen, shows

PARCEL = "Hi Frieda, will my parcel arrive by Saturday? Order MB-44120."
FROST = "Hi Frieda, does the e-bike go as far when it is freezing?"
NEAR = "In frost it is about 30 % less"
OFFERED = f"Which bike has which: {NEAR}"
MISSED = (
    "Hi Frieda, your fitter missed my appointment this morning, so I waited two hours for nothing. "
    "When can I come instead?"
)
PAGE = "# Bells\n\nA bell is engraved with up to 12 letters, and that is free."
both_doors = pytest.mark.parametrize("door", ["slack", "teams"])


def annelie_and_frieda(screen: Screen, door: str, text: str) -> Person:
    """Annelie has written, and Frieda's pane shows what Kindline hands her."""
    on = "@teams" if door == "teams" else ""
    screen.open(f"U0ANNELIE{on}:C0HELP", f"U0FRIEDA{on}:C0HELP")
    annelie = screen.on_teams("U0ANNELIE") if on else screen.annelie
    frieda = screen.on_teams("U0FRIEDA") if on else screen.frieda
    annelie.writes(text)
    if on:
        frieda.goes_to("dm-U0KINDLINE")
    else:
        frieda.opens_thread()
    frieda.sees("Draft ready")
    return frieda


def private_chat(screen: Screen, door: str, person_id: str) -> Person:
    on = "@teams" if door == "teams" else ""
    screen.open(f"{person_id}{on}:dm-U0KINDLINE")
    return screen.on_teams(person_id) if on else screen.person(person_id)


def types(person: Person, door: str, words: str) -> None:
    """On Teams a command is said, without a stroke."""
    person.writes(words.removeprefix("/kindline ") if door == "teams" else words)


@both_doors
def test_a_fact_is_told_by_button_and_by_form_and_every_variant_is_one_choice_away(screen: Screen, door: str) -> None:
    frieda = annelie_and_frieda(screen, door, PARCEL)
    frieda.presses("Yes")
    frieda.sees("You told me: Will my parcel arrive by Saturday? Yes")
    frieda.presses("Change what I told you")
    frieda.fills(fact0="It comes on Friday with the evening van")
    frieda.sees("You told me: Will my parcel arrive by Saturday? It comes on Friday")
    for style in ("Warmer", "Shorter", "More formal", "Cool it down"):
        frieda.chooses("More", style)
        frieda.sees(f"Written as you chose: {style.lower()}.")
    frieda.chooses("More", "As it was first")
    expect(frieda.node).not_to_contain_text("Written as you chose", timeout=WITHIN_MS)
    frieda.chooses("More", "Why this draft")
    frieda.sees("Will my parcel arrive by Saturday")
    frieda.presses("Not now")
    frieda.sees("Put away.")
    frieda.presses("Tone wrong")
    frieda.sees("Noted: tone wrong. Thank you.")


@both_doors
def test_a_near_answer_is_told_and_left_out_again(screen: Screen, door: str) -> None:
    frieda = annelie_and_frieda(screen, door, FROST)
    frieda.sees(OFFERED)
    frieda.node.get_by_role("button", name=NEAR).last.click()
    frieda.sees("chosen by Frieda")
    frieda.presses("Leave it out")
    expect(frieda.node).not_to_contain_text("chosen by Frieda", timeout=WITHIN_MS)
    frieda.sees(OFFERED)


@both_doors
def test_a_remedy_is_chosen_and_taken_back(screen: Screen, door: str) -> None:
    frieda = annelie_and_frieda(screen, door, MISSED)
    frieda.chooses("Make it right", "20 euros, within your limit")
    frieda.sees("20 euros")
    frieda.chooses("Make it right", "No offer")
    expect(frieda.node).not_to_contain_text("20 euros", timeout=WITHIN_MS)
    frieda.sees("Draft ready")


@both_doors
def test_a_lead_writes_a_page_changes_it_and_brings_it_back(screen: Screen, door: str) -> None:
    nadine = private_chat(screen, door, "U0NADINE")
    types(nadine, door, "/kindline playbook")
    nadine.presses("Add a page")
    nadine.submits(text="no title at all")
    shows(nadine.form, "title")
    nadine.fills(text=PAGE)
    nadine.sees("Saved: “Bells”, version 1.")
    nadine.presses("Undo")
    nadine.sees("“Bells” is gone again, as it was before.")


@both_doors
def test_an_agent_sets_how_they_write_forgets_it_and_erases_it(screen: Screen, door: str) -> None:
    frieda = private_chat(screen, door, "U0FRIEDA")
    types(frieda, door, "/kindline voice")
    frieda.presses("Edit how I write")
    frieda.fills(greeting="Good morning", sign_off="All the best")
    frieda.sees("You set the greeting and the sign-off yourself.")
    frieda.presses_and_confirms("Forget it")
    frieda.sees("I forgot how you write, and I don't learn it.")
    frieda.presses("Learn it again")
    frieda.sees("I don't know it yet.")
    types(frieda, door, "/kindline voice")
    frieda.presses_and_confirms("Erase it all")
    frieda.sees("Erased: how you write, your edits of drafts")


@both_doors
def test_a_lead_adds_changes_and_removes_a_stock_reply(screen: Screen, door: str) -> None:
    nadine = private_chat(screen, door, "U0NADINE")
    types(nadine, door, "/kindline playbook stock")
    nadine.presses("Add stock replies")
    nadine.fills(text='id,title,topic,visibility,text\nSR90,Bell ready,bells,public,"Hi {name}, your bell is ready."')
    nadine.sees("Saved: 1 stock reply.")
    types(nadine, door, "/kindline playbook stock bell ready")
    nadine.sees("Stock replies: 1 of 26")
    nadine.presses("Change")
    nadine.fills(title="Bell to collect")
    nadine.sees("Saved: “Bell to collect”. Drafts use it from now on.")
    types(nadine, door, "/kindline playbook stock collect bell")
    expect(nadine.node.get_by_text("Stock replies: 1 of 26")).to_have_count(2, timeout=WITHIN_MS)
    nadine.presses_and_confirms("Remove")
    nadine.sees("Removed: “Bell to collect”. Drafts no longer use it.")
