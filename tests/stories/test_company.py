"""One company on both platforms: what crosses between its workspaces, and that nothing else does."""

import re

import pytest

from tests.stories.people import MARIGOLD, MARKETING, Scene, Someone
from tests.stories.screens import Shown

HOURS = "When do you open on Saturday?"
PRICE = "What does the small service cost?"


@pytest.fixture
def way() -> str:
    return "teams"


def insight_on_teams(scene: Scene) -> tuple[Shown, Someone, Shown]:
    """Frieda's confirmation in Teams, and the card in Slack's #marketing before Milo."""
    confirmation = scene.frieda.types("/insight The app hides the battery level #app heard:confusion")
    milo = scene.someone("U0MILO", MARIGOLD)
    card = milo.card("The app hides the battery level")
    assert confirmation is not None and card.wire["channel"] == MARKETING
    return confirmation, milo, card


def test_an_insight_of_teams_is_answered_on_slack_and_its_author_hears_of_it(scene: Scene) -> None:
    confirmation, milo, card = insight_on_teams(scene)
    assert "It goes to Marigold Bikes' #marketing on Slack, and Milo Brandt is asked to answer." in confirmation.words
    milo.presses(card, "Acting")
    scene.frieda.sees("Milo Brandt is acting on your insight #1")
    milo.sees("Milo Brandt is acting on this.")
    assert "insight" not in scene.someone("U0FRIEDA", MARIGOLD).look().words
    assert len([words for words in scene.frieda.shown_by_bot() if "is acting on your insight" in words]) == 1


def test_a_question_about_an_insight_goes_there_and_back(scene: Scene) -> None:
    _, milo, card = insight_on_teams(scene)
    milo.presses(card, "Ask the agent")
    milo.form("What would you like to know?")
    assert milo.submits(words="Which version of the app?") == {}
    scene.frieda.presses(scene.frieda.card("Milo Brandt has a question about your insight #1"), "Reply")
    scene.frieda.form("Which version of the app?")
    assert scene.frieda.submits(words="Version 3 on an old phone") == {}
    milo.sees("Version 3 on an old phone")


def test_undo_on_teams_withdraws_the_insight_on_slack(scene: Scene) -> None:
    confirmation, milo, card = insight_on_teams(scene)
    scene.frieda.presses(confirmation, "Undo")
    scene.frieda.sees("Insight #1 is withdrawn.")
    withdrawn = milo.card("was withdrawn by Frieda Maas (Marigold Bikes on Teams). It needs no answer.")
    assert withdrawn.id == card.id and withdrawn.buttons == []


def test_the_same_ids_on_both_platforms_never_mix(scene: Scene) -> None:
    on_slack = {one: scene.someone(one, MARIGOLD) for one in ("U0FRIEDA", "U0ANNELIE", "U0NADINE")}
    here = scene.annelie.says(HOURS)
    there = on_slack["U0ANNELIE"].says(PRICE)
    ours, theirs = scene.frieda.draft(), on_slack["U0FRIEDA"].draft()
    assert "Saturday" in ours.words and "69 euros" not in ours.words and ours.thread == here
    assert "69 euros" in theirs.words and "Saturday" not in theirs.words and theirs.thread == there
    scene.frieda.says("Hello Annelie, I'll ask the workshop by Friday noon.", thread=here)
    scene.frieda.card("You promised Annelie")
    assert on_slack["U0FRIEDA"].told("/promises") == "You have no open promises."
    assert "I'll ask the workshop" in scene.frieda.told("/promises")
    assert scene.nadine.told("/kindline pause everywhere") != ""
    on_slack["U0ANNELIE"].says("How long do I have to return a helmet?")
    on_slack["U0FRIEDA"].sees("30 days")
    assert scene.nadine.told("/kindline team <@U0MILO> agent") == "Milo Brandt: agent."
    assert "Milo Brandt: marketer" in on_slack["U0NADINE"].told("/kindline team")


def test_workspaces_that_parted_keep_their_insights_until_a_code_links_them_again(scene: Scene) -> None:
    admin, milo = scene.someone("U0NADINE", MARIGOLD), scene.someone("U0MILO", MARIGOLD)
    assert "no longer linked with Marigold Bikes on Slack" in scene.nadine.told("/kindline company leave")
    admin.sees("Marigold Bikes on Teams is no longer linked with this workspace.")
    scene.frieda.told("/insight Loves the bell heard:praise")
    scene.settle()
    assert "Loves the bell" not in "".join(milo.shown_by_bot())
    shown = admin.told("/kindline company")
    code = re.search(r"/kindline company ([\w-]{6,})", shown)
    assert code and "This workspace stands alone." in shown
    assert "Only an admin can link workspaces." in scene.frieda.told(f"/kindline company {code[1]}")
    assert "belong to one company from now on" in scene.nadine.told(f"/kindline company {code[1]}")
    assert "I don't know this code." in scene.nadine.told(f"/kindline company {code[1]}")
    scene.frieda.told("/insight Loves the basket heard:praise")
    milo.card("Loves the basket")
